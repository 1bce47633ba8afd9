"""The queue: huey on its own SQLite file. Messages only wake workers; ``render_job`` decides.

Importing this module opens the queue file of ``var``; only workers and the server do that.
"""

from __future__ import annotations

import logging
import os
import socket

from huey import SqliteHuey, crontab

from a11y.paths import var_dir
from a11y.portal.content import load_site
from a11y.portal.jobs import page_film, prepare, records, retired
from a11y.portal.jobs.render import Folders, work_once
from a11y.portal.settings import settings
from a11y.portal.store import Database
from a11y.portal.store.leistungen import all_units, save_bitv4, units_of
from a11y.portal.store.tables import JobState, Unit
from a11y.portal.translation import renderer_version, translator

log = logging.getLogger(__name__)

# Rank of messages in the queue; which job is worked on is decided by the job's own priority.
_PREPARE_START, _PREPARE, _RENDER = 60, 40, 30

var_dir().mkdir(parents=True, exist_ok=True)
queue = SqliteHuey("klarhand", filename=str(var_dir() / "queue.sqlite"), results=False)


def _database() -> Database:
    return Database(settings()["DATABASE"])


def worker_name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


@queue.task(priority=_RENDER)  # type: ignore[untyped-decorator]  # the library has no types
def render_next() -> None:
    """Do the most urgent job."""
    values = settings()
    folders = Folders(
        videos=values["VIDEOS"], clips=var_dir() / "clips", renditions=values["RENDITIONS"]
    )
    database = _database()
    try:
        work_once(database, translator(), folders, worker=worker_name())
    finally:
        database.close()


@queue.task(priority=_PREPARE)  # type: ignore[untyped-decorator]  # the library has no types
def prepare_owner(owner: str) -> None:
    """Translate a page's units and ask for their videos in the background."""
    values = settings()
    priority = records.START_PAGE if owner.startswith(prepare.WRITTEN_EASY) else records.BACKGROUND
    database = _database()
    wanted = 0
    try:
        with database.open() as reading:
            units = units_of(reading, owner)
        for unit in units:
            with database.open() as reading:
                made = prepare.draft(reading, unit, renew=True)
            with database.transaction() as session:
                version = prepare.keep(session, session.get_one(Unit, unit.key), made)
                if version is None or not version.scores:
                    continue
                video = records.video_key(
                    version, signer=values["SIGNER"], renderer=renderer_version()
                )
                job = records.request(
                    session, version, key=video, signer=values["SIGNER"], priority=priority
                )
                wanted += job.state is JobState.QUEUED
        with database.open() as reading:
            page_film.make(
                reading, owner, values["VIDEOS"], translator().join,
                signer=values["SIGNER"], renderer=renderer_version(),
            )  # fmt: skip
    finally:
        database.close()
    wake(wanted)


@queue.periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]  # the library has no types
def reap() -> None:
    """Bring back jobs of crashed workers and messages that got lost; clear replaced videos away."""
    retired.sweep(settings()["VIDEOS"])
    database = _database()
    try:
        with database.transaction() as session:
            records.reap(session)
            waiting = records.queued(session)
    finally:
        database.close()
    wake(waiting - queue.pending_count())


def wake(count: int) -> None:
    """Send so many messages to workers."""
    for _ in range(count):
        render_next()


def begin(database: Database, *, render: bool) -> None:
    """What a starting server asks of its workers: everything, the start page first."""
    queue.flush()
    with database.transaction() as session:
        records.reap(session, everything=True)
        records.forget_lost(session, settings()["VIDEOS"])
        save_bitv4(session, load_site().bitv4)
        owners = list(dict.fromkeys(unit.owner for unit in all_units(session)))
    if render:
        for position, owner in enumerate(owners):
            priority = _PREPARE if position else _PREPARE_START
            queue.enqueue(prepare_owner.s(owner, priority=priority))
