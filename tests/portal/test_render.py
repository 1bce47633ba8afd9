"""One job from scores to files."""

from __future__ import annotations

import errno
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import webvtt
from sqlalchemy import select

from a11y.errors import KlarhandError
from a11y.portal import films
from a11y.portal.jobs import mp4, records
from a11y.portal.jobs.render import Folders, timeline, work_once
from a11y.portal.jobs.vtt import webvtt as captions
from a11y.portal.store import Database, texts
from a11y.portal.store.tables import JobState, Origin, RenderJob, Unit, Video
from a11y.portal.translation import translator
from a11y.sign_avatar.body import body_dir
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind

KEY = "leistung/hund-anmelden/kosten"
SCORES = tuple(
    SignedSentence(
        german=german, signs=(Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2"),)
    )
    for german in ("Sie da.", "Sie & er.")
)


def ask(
    database: Database,
    *,
    unit: str = KEY,
    scores: tuple[SignedSentence, ...] = SCORES,
    priority: int = 0,
) -> int:
    with database.transaction() as session:
        version = texts.save_signed(
            session, session.get_one(Unit, unit), sentences=scores, origin=Origin.MACHINE
        )
        key = records.video_key(version, signer="mara", renderer="1")
        return records.request(session, version, key=key, signer="mara", priority=priority).id


def folders(tmp_path: Path) -> Folders:
    return Folders(videos=tmp_path / "videos", clips=tmp_path / "clips")


@pytest.mark.render
@pytest.mark.skipif(not (body_dir() / "signer.glb").exists(), reason="a11y body build")
def test_scores_become_a_video_with_captions_and_a_still(
    database: Database, tmp_path: Path
) -> None:
    job_id = ask(database, priority=records.LOOKED_AT)

    assert work_once(database, translator(), folders(tmp_path), worker="test")

    with database.open() as session:
        job = session.get_one(RenderJob, job_id)
        assert (job.state, job.error) == (JobState.DONE, "")
        video = session.get_one(Video, job.key)
    made = tmp_path / "videos" / job.key
    previews = [folder for folder in (tmp_path / "videos").iterdir() if folder != made]
    assert all((folder / ".replaced").exists() for folder in previews), "they go later"
    facts = mp4.probe(made / "video.mp4")
    assert [(file.size, file.format) for file in films.files(tmp_path / "videos", job.key)] == [
        (720, "webm"), (360, "mp4"),
    ]  # fmt: skip
    assert (facts.width, facts.height) == (720, 720)
    assert video.seconds == pytest.approx(facts.seconds)
    assert video.bytes == (made / "video.mp4").stat().st_size
    cues = webvtt.read(str(made / "captions.vtt"))
    assert [unescape(cue.text) for cue in cues.captions] == ["Sie da.", "Sie & er."]
    assert (made / "poster.jpg").stat().st_size > 5_000
    assert not work_once(database, translator(), folders(tmp_path), worker="test")


class Failing:
    """A line whose drawing fails as drawing does."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def clips(self, *_: Any, **__: Any) -> Any:
        raise self.error

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


def test_a_full_disk_is_tried_again_and_leaves_nothing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = ask(database)
    full = OSError(errno.ENOSPC, "No space left on device", "x.mp4")
    monkeypatch.setattr(records, "RETRY_AFTER", (timedelta(0),))

    for _ in range(records.MAX_ATTEMPTS):
        work_once(database, Failing(full), folders(tmp_path), worker="test")

    with database.open() as session:
        job = session.get_one(RenderJob, job_id)
        assert job.state is JobState.FAILED
        assert "No space left on device" in job.error
    assert list((tmp_path / "videos").iterdir()) == []


def test_a_missing_library_is_said_at_once(database: Database, tmp_path: Path) -> None:
    job_id = ask(database)
    missing = KlarhandError("KH-STAGE-01", "libEGL is missing.", "apt-get install libegl1")

    work_once(database, Failing(missing), folders(tmp_path), worker="test")

    with database.open() as session:
        job = session.get_one(RenderJob, job_id)
        assert (job.state, job.attempts) == (JobState.FAILED, 1)
        assert "apt-get install libegl1" in job.error


class Overtaken:
    """A line on which somebody opens another page while the first sentence is being drawn."""

    def __init__(self, database: Database, unit: str) -> None:
        self.database, self.unit = database, unit
        self.drawn: list[str] = []

    def clips(self, sentence: SignedSentence, *_: Any, **__: Any) -> Any:
        self.drawn.append(sentence.german)
        if len(self.drawn) == 1:
            ask(self.database, unit=self.unit, scores=SCORES[::-1], priority=records.LOOKED_AT)
        if len(self.drawn) == 2:
            raise KlarhandError("KH-STAGE-01", "Enough seen.", "")
        return (sentence.german,)

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


def test_a_page_that_is_opened_goes_before_a_film_nobody_waits_for(
    database: Database, tmp_path: Path
) -> None:
    with database.open() as session:
        other = next(unit.key for unit in session.scalars(select(Unit)) if unit.key != KEY)
    background = ask(database, priority=records.BACKGROUND)
    line = Overtaken(database, other)

    work_once(database, line, folders(tmp_path), worker="test")

    assert line.drawn == ["Sie da.", "Sie & er."], "no second sentence of the first film"
    with database.open() as session:
        waits = session.get_one(RenderJob, background)
        assert (waits.state, waits.attempts) == (JobState.QUEUED, 0)
        assert (waits.worker, waits.lease_until, waits.error) == ("", None, "")
        done = session.scalars(select(RenderJob).where(RenderJob.unit_key == other)).one()
        assert done.state is JobState.FAILED


def test_a_page_that_is_opened_does_not_push_aside_another_one(database: Database) -> None:
    first = ask(database, priority=records.LOOKED_AT)
    with database.transaction() as session:
        records.claim(session, worker="test")
        other = next(unit.key for unit in session.scalars(select(Unit)) if unit.key != KEY)
    ask(database, unit=other, scores=SCORES[::-1], priority=records.LOOKED_AT)

    with database.transaction() as session:
        assert not records.put_back(session, first, worker="test")


def test_sentences_follow_one_another_in_the_captions() -> None:
    lines = timeline(SCORES, [1.0, 2.5])

    assert [(line["start"], line["end"]) for line in lines] == [(0.0, 1.0), (1.0, 3.5)]
    assert "00:00:01.000 --> 00:00:03.500\nSie &amp; er." in captions(lines)
