"""The render job table: order, leases, attempts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from a11y.portal.jobs import records
from a11y.portal.store import Database, texts
from a11y.portal.store.tables import JobState, Origin, RenderJob, Unit, Video, now
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind


def ask(session: Session, module: str, *, priority: int = 0) -> RenderJob:
    unit = session.get_one(Unit, f"leistung/hund-anmelden/{module}")
    score = SignedSentence(german=module, signs=(Sign(gloss="JA1", kind=SignKind.LEXICAL),))
    version = texts.save_signed(session, unit, sentences=[score], origin=Origin.MACHINE)
    key = records.video_key(version, signer="mara", renderer="1")
    return records.request(session, version, key=key, signer="mara", priority=priority)


def test_the_page_being_looked_at_goes_first(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        ask(session, "fristen")
        looked_at = ask(session, "fristen", priority=records.LOOKED_AT)

        claimed = records.claim(session, worker="a")
        assert claimed is looked_at
        following = records.claim(session, worker="b")
        assert following
        assert following.unit_key.endswith("kosten")
        assert records.claim(session, worker="c") is None


def test_asking_twice_makes_one_job(database: Database) -> None:
    with database.transaction() as session:
        assert ask(session, "kosten") is ask(session, "kosten")


def test_a_new_version_takes_the_place_of_one_that_waits(database: Database) -> None:
    with database.transaction() as session:
        outdated = ask(session, "kosten").key
        unit = session.get_one(Unit, "leistung/hund-anmelden/kosten")
        newer = texts.save_signed(session, unit, sentences=[], origin=Origin.PEOPLE)
        key = records.video_key(newer, signer="mara", renderer="1")
        records.request(session, newer, key=key, signer="mara", priority=0)

        assert records.job_for(session, outdated) is None
        assert records.waiting_before(session, records.job_for(session, key)) == 0  # type: ignore[arg-type]  # it was just asked for


def test_a_video_wanted_again_is_made_again(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        facts = {"unit_key": job.unit_key, "seconds": 2.0, "bytes": 9, "width": 1, "height": 1}
        records.finish(session, job.id, Video(key=job.key, sentences=[], **facts))
        session.refresh(job)
        assert ask(session, "kosten").state is JobState.DONE, "it is there"

        session.delete(session.get_one(Video, job.key))
        session.flush()
        assert ask(session, "kosten").state is JobState.QUEUED


def test_another_signer_is_another_video(database: Database) -> None:
    with database.transaction() as session:
        unit = session.get_one(Unit, "leistung/hund-anmelden/kosten")
        version = texts.save_signed(session, unit, sentences=[], origin=Origin.MACHINE)
        mara = records.video_key(version, signer="mara", renderer="1")
        assert mara != records.video_key(version, signer="elias", renderer="1")
        assert mara != records.video_key(version, signer="mara", renderer="2")


def test_a_heartbeat_keeps_the_lease_and_only_for_its_owner(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        assert records.beat(session, job.id, worker="a", progress=0.5)
        assert not records.beat(session, job.id, worker="b", progress=0.9)


def test_a_crashed_worker_loses_its_job(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        assert records.reap(session) == 0, "the lease still runs"
        job.lease_until = now() - timedelta(seconds=1)
        session.flush()
        assert records.reap(session) == 1
        assert (job.state, job.attempts) == (JobState.QUEUED, 1)


def test_three_crashes_are_enough(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job: RenderJob | None = None
        for _ in range(records.MAX_ATTEMPTS):
            job = records.claim(session, worker="a")
            assert job
            job.lease_until = now() - timedelta(seconds=1)
            session.flush()
            records.reap(session)
        assert job
        assert job.state is JobState.FAILED
        assert job.error


def test_stopping_the_server_is_no_attempt(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        records.reap(session, everything=True)
        assert (job.state, job.attempts) == (JobState.QUEUED, 0)


@pytest.mark.parametrize(("final", "state"), [(True, JobState.FAILED), (False, JobState.QUEUED)])
def test_a_failure_may_be_final(database: Database, final: bool, state: JobState) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        records.fail(session, job.id, "No space left on device", final=final)
        assert (job.state, job.error) == (state, "No space left on device")


def test_a_finished_video_replaces_its_first_part(database: Database) -> None:
    with database.transaction() as session:
        ask(session, "kosten")
        job = records.claim(session, worker="a")
        assert job
        facts = {"unit_key": job.unit_key, "seconds": 2.0, "bytes": 9, "width": 1, "height": 1}
        part = Video(key=job.key + "0001", sentences=[], **facts)
        records.show_first_part(session, job.id, part)
        assert job.first_part == part.key

        replaced = records.finish(session, job.id, Video(key=job.key, sentences=[], **facts))

        assert replaced == (part.key,)
        session.refresh(job)
        assert (job.state, job.first_part) == (JobState.DONE, "")
        assert session.get(Video, job.key + "0001") is None
        assert session.get(Video, job.key)
