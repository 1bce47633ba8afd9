"""Renditions, the film of a whole page, and what becomes of lost files and failed jobs."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import webvtt
from flask import Flask
from flask.testing import FlaskClient

from a11y import translate
from a11y.portal import films
from a11y.portal.jobs import page_film, records
from a11y.portal.jobs.render import Folders, work_once
from a11y.portal.store import Database, texts
from a11y.portal.store.leistungen import save_units
from a11y.portal.store.tables import JobState, Origin, RenderJob, Unit, Video, now
from a11y.portal.translation import renderer_version
from a11y.sign_avatar import stage
from a11y.sign_avatar.body import glb_path
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind
from a11y.sign_avatar.stage.encode import Encoder, Rendition, video_format
from a11y.sign_avatar.stage.errors import DiskFullError
from a11y.sign_avatar.stage.segments import frame_count

pytestmark = pytest.mark.skipif(not glb_path().exists(), reason="a11y body build")
OWNER = "leistung/hund-anmelden"
HEADINGS = ("Worum geht es?", "Kosten & Steuer")
HEARD = [f"Satz {number}." for number in range(20)]


def sentence(german: str) -> SignedSentence:
    """Sentences differ in how long they point, so that each is a drawing of its own."""
    sign = Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2")
    return SignedSentence(german=german, signs=(sign,) * (1 + len(german) % 3))


class Drawing:
    """Stands where frames are drawn: writes tiny films of the right length and counts."""

    def __init__(self) -> None:
        self.count = 0

    def render(self, performance: Any, out: Path, *, also: Sequence[stage.Copy], **_: Any) -> None:
        self.count += 1
        total = frame_count(performance, fps=25)
        for copy in (stage.Copy(out=out, size=64), *also):
            form = video_format(copy.format)
            with Encoder(copy.out, size=64, fps=25, form=form) as encoder:
                for index in range(total):
                    encoder.add(np.full((64, 64, 3), index * 3 % 256, np.uint8))


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Drawing:
    made = Drawing()
    monkeypatch.setattr(stage, "render", made.render)
    return made


@pytest.fixture
def folders(app: Flask, tmp_path: Path) -> Folders:
    two = (films.MAIN, Rendition(size=360, format="mp4"))
    return Folders(videos=app.config["VIDEOS"], clips=tmp_path / "clips", renditions=two)


def sign_page(database: Database, german: Sequence[str]) -> None:
    """A page of two units, twelve sentences and eight, signed by somebody."""
    with database.transaction() as session:
        units = [
            Unit(key=f"{OWNER}/teil{k}", heading=heading, text=" ".join(part), signed=True)
            for k, (heading, part) in enumerate(
                zip(HEADINGS, (german[:12], german[12:]), strict=True)
            )
        ]
        save_units(session, OWNER, units)
    with database.transaction() as session:
        for k, part in enumerate((german[:12], german[12:])):
            unit = session.get_one(Unit, f"{OWNER}/teil{k}")
            version = texts.save_signed(
                session, unit, sentences=[sentence(g) for g in part],
                origin=Origin.PEOPLE, author="test",
            )  # fmt: skip
            key = records.video_key(version, signer="mara", renderer=renderer_version())
            records.request(session, version, key=key, signer="mara", priority=0)


def work(database: Database, folders: Folders) -> None:
    while work_once(database, translate, folders, worker="test"):
        pass


def page(database: Database, folders: Folders) -> films.PageFilm:
    with database.open() as session:
        parts = page_film.parts_of(session, OWNER, signer="mara", renderer=renderer_version())
    assert parts is not None
    found = films.page_film(folders.videos, page_film.page_key([p.key for p in parts]))
    assert found is not None
    return found


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def frames(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def test_one_edited_sentence_of_twenty_is_one_drawing(
    database: Database, folders: Folders, drawing: Drawing
) -> None:
    german = [f"Satz {'x' * number}." for number in range(20)]
    # Every sentence moves differently by its seed, which follows from its German.
    sign_page(database, german)
    work(database, folders)
    assert drawing.count == 20
    first = page(database, folders)

    sign_page(database, [*german[:15], "Ein neuer Satz.", *german[16:]])
    work(database, folders)
    assert drawing.count == 21, "what did not change is not drawn again"
    second = page(database, folders)
    assert second.key != first.key
    assert (folders.videos / first.key / ".replaced").exists(), "the old one goes later"

    folder = folders.videos / second.key
    parts = [folders.videos / key / "video.mp4" for key in _keys(database)]
    assert frames(folder / "video.mp4") == sum(map(frames, parts)), "joined, nothing lost"
    assert (folder / "video-360.mp4").exists(), "every rendition is joined"
    chapters = webvtt.read(str(folder / "chapters.vtt")).captions
    assert [unescape(cue.text) for cue in chapters] == list(HEADINGS)
    assert seconds(chapters[1].start) == pytest.approx(frames(parts[0]) / 25, abs=0.01)
    cues = webvtt.read(str(folder / "captions.vtt")).captions
    assert [cue.text for cue in cues] == [*german[:15], "Ein neuer Satz.", *german[16:]]
    assert seconds(cues[12].start) == pytest.approx(frames(parts[0]) / 25, abs=0.02)
    assert seconds(cues[-1].end) == pytest.approx(second.seconds, abs=0.05)


def _keys(database: Database) -> list[str]:
    with database.open() as session:
        parts = page_film.parts_of(session, OWNER, signer="mara", renderer=renderer_version())
        return [part.key for part in parts or ()]


def test_the_page_offers_chapters_that_work_without_scripts(
    client: FlaskClient, database: Database, folders: Folders, drawing: Drawing
) -> None:
    sign_page(database, HEARD)
    work(database, folders)
    film = page(database, folders)

    html = client.get("/leistungen/hund-anmelden/gebaerdensprache/").get_data(as_text=True)
    at = film.chapters[1].start
    assert f'href="/medien/{film.key}/video.mp4#t={round(at, 2)}"' in html
    assert "Kosten &amp; Steuer" in html
    track = f"/medien/{film.key}/kapitel.vtt"
    assert f'<track kind="chapters" srclang="de" label="Kapitel" src="{track}">' in html
    with client.get(track) as chapters:
        assert chapters.mimetype == "text/vtt"
    with client.get(f"/medien/{film.key}/video-360.mp4", headers={"Range": "bytes=0-99"}) as part:
        assert (part.status_code, len(part.data)) == (206, 100)
    assert client.get(f"/medien/{film.key}/video-361.mp4").status_code == 404


def test_files_deleted_by_hand_are_made_again(
    app: Flask, client: FlaskClient, database: Database, folders: Folders, drawing: Drawing
) -> None:
    sign_page(database, HEARD)
    work(database, folders)
    key = _keys(database)[0]
    shutil.rmtree(folders.videos / key)

    html = client.get("/leistungen/hund-anmelden/gebaerdensprache/").get_data(as_text=True)
    assert f"/medien/{key}/video.mp4" not in html, "nothing points at what is gone"
    assert "Das Video wird gerade hergestellt" in html
    drawn = drawing.count
    work(database, folders)
    assert films.whole(folders.videos, key)
    assert drawing.count == drawn, "its sentences were kept"
    html = client.get("/leistungen/hund-anmelden/gebaerdensprache/").get_data(as_text=True)
    assert f"/medien/{key}/video.mp4" in html


def test_a_full_disk_is_told_tried_later_and_once_more_after_a_restart(
    database: Database, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise DiskFullError(folders.clips / "x.mp4")

    monkeypatch.setattr(stage, "render", full)
    sign_page(database, HEARD)
    clock = now()
    monkeypatch.setattr("a11y.portal.jobs.records.now", lambda: clock)

    assert work_once(database, translate, folders, worker="test")
    with database.open() as session:
        jobs = session.query(RenderJob).order_by(RenderJob.attempts.desc()).all()
        assert (jobs[0].state, jobs[0].attempts) == (JobState.QUEUED, 1)
        assert "KH-STAGE-02" in jobs[0].error
        assert records.queued(session) == len(jobs) - 1, "it rests for a minute"
    for _ in range(3):
        clock += timedelta(minutes=15)
        work(database, folders)
    with database.open() as session:
        states = {job.state for job in session.query(RenderJob)}
        assert states == {JobState.FAILED}, "three attempts are enough"
        assert session.query(Video).count() == 0
    assert not list(folders.videos.iterdir())
    with database.transaction() as session:
        records.reap(session, everything=True)
        assert records.queued(session) == len(jobs)


def test_renditions_are_read_from_one_line() -> None:
    assert films.parse_renditions("") == (films.MAIN,)
    made = films.parse_renditions("1080.webm 720.mp4 360.mp4")
    assert [films.file_name(one) for one in made] == [
        "video.mp4", "video-1080.webm", "video-360.mp4",
    ]  # fmt: skip
    with pytest.raises(ValueError, match=r"360\.mp4"):
        films.parse_renditions("groß")
