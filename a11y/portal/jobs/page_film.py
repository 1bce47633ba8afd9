"""A page's whole film: its units' films one after the other, with chapters; nothing is drawn.

Made anew, by copying packets, whenever a unit of the page has a new film. Its key follows from the
keys of the units' films, so that a page knows without asking whether it is there.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from a11y.portal import films
from a11y.portal.films import Chapter
from a11y.portal.jobs import mp4, records, retired
from a11y.portal.jobs.vtt import clock, plain, webvtt
from a11y.portal.store import texts
from a11y.portal.store.leistungen import units_of
from a11y.portal.store.tables import Video

Join = Callable[[Sequence[Any], Path], Any]


def page_key(keys: Sequence[str]) -> str:
    """Key of the film that joins these units' films in this order."""
    return hashlib.sha256(b"page|" + "|".join(keys).encode()).hexdigest()[:32]


def parts_of(session: Session, owner: str, *, signer: str, renderer: str) -> list[Video] | None:
    """The films of the owner's signed units, in order; None while one is missing, or a person's."""
    found = []
    for unit in units_of(session, owner):
        if not unit.signed:
            continue
        version = texts.current_signed(session, unit)
        if version is None or not version.scores:
            continue
        if texts.current_recording(session, unit):
            return None
        key = records.video_key(version, signer=signer, renderer=renderer)
        video = session.get(Video, key)
        if video is None:
            return None
        found.append(video)
    return found


def make(
    session: Session, owner: str, videos: Path, join: Join, *, signer: str, renderer: str
) -> str | None:
    """Make the owner's page film if all its parts are there and it is not; its key, or None."""
    parts = parts_of(session, owner, signer=signer, renderer=renderer)
    if parts is None or len(parts) < 2 or not all(films.whole(videos, p.key) for p in parts):
        return None
    key = page_key([part.key for part in parts])
    if films.page_film(videos, key) is None:
        headings = {unit.key: unit.heading for unit in units_of(session, owner)}
        _assemble(videos, key, owner, parts, headings, join)
    old = [
        folder.parent.name
        for folder in videos.glob(f"*/{films.PAGE_FACTS}")
        if folder.parent.name != key and json.loads(folder.read_text("utf-8"))["owner"] == owner
    ]
    retired.retire(videos, old)
    return key


def _assemble(
    videos: Path,
    key: str,
    owner: str,
    parts: Sequence[Video],
    headings: dict[str, str],
    join: Join,
) -> None:
    draft = Path(tempfile.mkdtemp(prefix=f".{key}-", dir=videos))
    try:
        names = ["video.mp4", *_common(videos, parts)]
        for name in names:
            join([videos / part.key / name for part in parts], draft / name)
        sentences, chapters, at = [], [], 0.0
        for part in parts:
            # Counted in frames, as the films are joined: rounded seconds would drift.
            length = mp4.probe(videos / part.key / "video.mp4").seconds
            chapters.append(
                Chapter(
                    unit=part.unit_key,
                    title=headings[part.unit_key],
                    start=round(at, 3),
                    end=round(at + length, 3),
                )
            )
            sentences += [
                {**line, "start": round(at + line["start"], 3), "end": round(at + line["end"], 3)}
                for line in part.sentences
            ]
            at += length
        (draft / "captions.vtt").write_text(webvtt(sentences), "utf-8")
        (draft / "chapters.vtt").write_text(chapters_vtt(chapters), "utf-8")
        shutil.copy(videos / parts[0].key / "poster.jpg", draft / "poster.jpg")
        whole = mp4.probe(draft / "video.mp4")
        facts = {
            "owner": owner,
            "seconds": round(whole.seconds, 3),
            "bytes": (draft / "video.mp4").stat().st_size,
            "size": whole.width,
            "chapters": [asdict(chapter) for chapter in chapters],
        }
        (draft / films.PAGE_FACTS).write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        draft.chmod(0o755)
        shutil.rmtree(videos / key, ignore_errors=True)
        draft.rename(videos / key)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _common(videos: Path, parts: Sequence[Video]) -> list[str]:
    """Renditions that every part has."""
    each = [{file.name for file in films.files(videos, part.key)} for part in parts]
    return sorted(set.intersection(*each))


def chapters_vtt(chapters: Sequence[Chapter]) -> str:
    """WebVTT for ``<track kind="chapters">``."""
    cues = [
        f"{number}\n{clock(one.start)} --> {clock(one.end)}\n{plain(one.title)}"
        for number, one in enumerate(chapters, 1)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"
