"""The ``render_job`` table: who asked, who works, how far, what went wrong. The only truth about
rendering; losing the queue loses nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from a11y.portal import films
from a11y.portal.store.tables import JobState, RenderJob, SignedText, Video, now

LEASE = timedelta(seconds=90)
MAX_ATTEMPTS = 3
RETRY_AFTER = (timedelta(minutes=1), timedelta(minutes=10))
"""How long a job rests after its first and second failure: a full disk needs somebody's hand."""
# A page being looked at goes before all background work; the start page before other pages.
LOOKED_AT, START_PAGE, BACKGROUND = 100, 10, 0


def video_key(signed: SignedText, *, signer: str, renderer: str) -> str:
    """Content hash of a unit's video: same scores, signer and renderer, same video."""
    form = f"{signed.digest}|{signer}|{renderer}"
    return hashlib.sha256(form.encode()).hexdigest()[:32]


def request(
    session: Session, signed: SignedText, *, key: str, signer: str, priority: int
) -> RenderJob:
    """The job for this video, made or moved forward in the queue.

    What still waits for an older version of the same unit is not needed any more.
    """
    session.execute(
        delete(RenderJob).where(
            RenderJob.unit_key == signed.unit_key,
            RenderJob.signer == signer,
            RenderJob.key != key,
            RenderJob.state == JobState.QUEUED,
        )
    )
    job = session.scalars(select(RenderJob).where(RenderJob.key == key)).first()
    if job is None:
        job = RenderJob(
            key=key,
            unit_key=signed.unit_key,
            signed_text_id=signed.id,
            signer=signer,
            priority=priority,
        )
        session.add(job)
    elif job.state is JobState.DONE and session.get(Video, key) is None:
        # Made once, gone since, and now wanted again: an editor went back to an older text, or
        # somebody deleted the files.
        job.state, job.attempts, job.progress, job.priority = JobState.QUEUED, 0, 0.0, priority
        job.signed_text_id = signed.id
    else:
        job.priority = max(job.priority, priority)
    session.flush()
    return job


def _due() -> ColumnElement[bool]:
    """A waiting job whose rest after a failure is over."""
    return or_(RenderJob.lease_until.is_(None), RenderJob.lease_until < now())


def forget_lost(session: Session, videos: Path, *, keys: Iterable[str] | None = None) -> list[str]:
    """Drop videos whose files are gone, of ``keys`` or of all, so that they are made again; returns
    their keys."""
    known = session.scalars(
        select(Video.key) if keys is None else select(Video.key).where(Video.key.in_(list(keys)))
    )
    lost = [key for key in known if not films.whole(videos, key)]
    session.execute(delete(Video).where(Video.key.in_(lost)))
    return lost


def claim(session: Session, *, worker: str) -> RenderJob | None:
    """The most urgent waiting job, now leased to this worker; run inside a write transaction."""
    job = session.scalars(
        select(RenderJob)
        .where(RenderJob.state == JobState.QUEUED, _due())
        .order_by(RenderJob.priority.desc(), RenderJob.id)
        .limit(1)
    ).first()
    if job is None:
        return None
    job.state, job.worker, job.progress, job.error = JobState.RUNNING, worker, 0.0, ""
    job.attempts += 1
    job.heartbeat, job.lease_until = now(), now() + LEASE
    session.flush()
    return job


def beat(session: Session, job_id: int, *, worker: str, progress: float) -> bool:
    """Extend the lease and note progress. False: the job was taken away, stop working on it."""
    changed = session.execute(
        update(RenderJob)
        .where(
            RenderJob.id == job_id, RenderJob.worker == worker, RenderJob.state == JobState.RUNNING
        )
        .values(progress=progress, heartbeat=now(), lease_until=now() + LEASE)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]  # an update has one


def put_back(session: Session, job_id: int, *, worker: str) -> bool:
    """Let a job wait again if something more urgent waits; run inside a write transaction.

    It was not an attempt: what is drawn is kept as clips, and the job goes on behind the other.
    """
    job = session.get(RenderJob, job_id)
    if job is None or job.state is not JobState.RUNNING or job.worker != worker:
        return False
    more_urgent = (
        select(RenderJob.id)
        .where(RenderJob.state == JobState.QUEUED, RenderJob.priority > job.priority, _due())
        .limit(1)
    )
    if session.scalar(more_urgent) is None:
        return False
    job.state, job.worker, job.lease_until = JobState.QUEUED, "", None
    job.attempts -= 1
    return True


def show_first_part(session: Session, job_id: int, video: Video) -> None:
    """Let pages show the first sentences until the whole video is there."""
    session.merge(video)
    session.execute(update(RenderJob).where(RenderJob.id == job_id).values(first_part=video.key))


def finish(session: Session, job_id: int, video: Video) -> tuple[str, ...]:
    """The video is there. Returns the keys of what it replaces, whose files may go: previews of it
    and videos of older versions of its unit."""
    session.merge(video)
    others = (Video.unit_key == video.unit_key) & (Video.key != video.key)
    replaced = tuple(session.scalars(select(Video.key).where(others)))
    session.execute(delete(Video).where(others))
    session.execute(
        update(RenderJob)
        .where(RenderJob.id == job_id)
        .values(
            state=JobState.DONE,
            progress=1.0,
            finished=now(),
            lease_until=None,
            error="",
            first_part="",
        )
    )
    return replaced


def fail(session: Session, job_id: int, error: str, *, final: bool) -> None:
    """Note the error; the job waits for another attempt unless ``final`` or out of attempts."""
    job = session.get(RenderJob, job_id)
    if job is None:
        return
    give_up = final or job.attempts >= MAX_ATTEMPTS
    job.state = JobState.FAILED if give_up else JobState.QUEUED
    rest = RETRY_AFTER[min(job.attempts, len(RETRY_AFTER)) - 1] if job.attempts else timedelta()
    job.error, job.worker = error, ""
    job.lease_until = None if give_up else now() + rest
    # A job that failed goes behind those that have not been tried.
    job.priority = min(job.priority, BACKGROUND - job.attempts)
    job.finished = now() if give_up else None


def reap(session: Session, *, everything: bool = False) -> int:
    """Queue again what a dead worker left, and return how many jobs that were.

    By default jobs whose lease ran out: their worker crashed, so the attempt counts and the last
    one fails. ``everything``: all running jobs, when a server starts and no worker can be alive;
    that was an interruption, not an attempt.
    """
    running = RenderJob.state == JobState.RUNNING
    condition = running if everything else running & (RenderJob.lease_until < now())
    count = 0
    if everything:
        failed = RenderJob.state == JobState.FAILED
        again = {"state": JobState.QUEUED, "attempts": MAX_ATTEMPTS - 1, "lease_until": None}
        session.execute(update(RenderJob).where(failed).values(again))
    for job in session.scalars(select(RenderJob).where(condition)):
        count += 1
        if everything:
            job.attempts -= 1
        if job.attempts >= MAX_ATTEMPTS:
            job.state, job.finished = JobState.FAILED, now()
            job.error = job.error or "The renderer stopped without a message, three times."
        else:
            job.state = JobState.QUEUED
        job.lease_until, job.worker, job.progress = None, "", 0.0
    return count


def retry(session: Session, key: str) -> None:
    """An editor asks for another attempt."""
    session.execute(
        update(RenderJob)
        .where(RenderJob.key == key, RenderJob.state == JobState.FAILED)
        .values(state=JobState.QUEUED, attempts=0, error="", priority=LOOKED_AT, lease_until=None)
    )


def queued(session: Session) -> int:
    """How many jobs could be worked on now."""
    count = select(func.count()).select_from(RenderJob)
    return session.scalar(count.where(RenderJob.state == JobState.QUEUED, _due())) or 0


def job_for(session: Session, key: str) -> RenderJob | None:
    return session.scalars(select(RenderJob).where(RenderJob.key == key)).first()


def waiting_before(session: Session, job: RenderJob) -> int:
    """How many jobs will be worked on before this one; 0 unless it waits."""
    if job.state is not JobState.QUEUED:
        return 0
    earlier = (RenderJob.priority > job.priority) | (
        (RenderJob.priority == job.priority) & (RenderJob.id < job.id)
    )
    before = (RenderJob.state == JobState.RUNNING) | (
        (RenderJob.state == JobState.QUEUED) & earlier
    )
    return session.scalar(select(func.count()).select_from(RenderJob).where(before)) or 0
