"""Files of finished films: one folder a film, named by its key, whole or not there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11y.sign_avatar.stage.encode import Rendition

MAIN = Rendition(size=720, format="mp4")
RENDITIONS = (MAIN, Rendition(size=360, format="mp4"), Rendition(size=720, format="webm"))
"""All are made of one drawing: what every browser plays, one for slow lines, one half as large."""
NEEDED = ("video.mp4", "captions.vtt", "poster.jpg")
PAGE_FACTS = "page.json"
_NAME = re.compile(r"video-(\d+)\.(mp4|webm)\Z")
# AV1 Main profile, 8 bits; the level follows from the picture's size (AV1 specification, annex A).
_AV1_LEVELS = ((147_456, "00"), (278_784, "01"), (665_856, "04"), (1_065_024, "05"), (2**31, "08"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFile:
    """One rendition as it lies on disk. size: pixels, square."""

    name: str
    size: int
    format: str
    bytes: int

    @property
    def type(self) -> str:
        """MIME type for ``<source>``, with the codec where browsers need to know it."""
        if self.format == "mp4":
            return "video/mp4"
        level = next(level for most, level in _AV1_LEVELS if self.size**2 <= most)
        return f'video/webm; codecs="av01.0.{level}M.08"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of a page's film: its unit, heading, start and end in seconds."""

    unit: str
    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFilm:
    """The film of a whole page. owner: whose units it joins; size: pixels, square."""

    key: str
    owner: str
    seconds: float
    bytes: int
    size: int
    chapters: tuple[Chapter, ...]


def file_name(rendition: Rendition) -> str:
    """``video.mp4`` for what every browser plays, else with its size."""
    if rendition == MAIN:
        return "video.mp4"
    return f"video-{rendition.size}.{rendition.format}"


def parse_renditions(text: str) -> tuple[Rendition, ...]:
    """``"360.mp4 1080.webm"`` → renditions, MAIN first. Raises ValueError."""
    made = [MAIN]
    for word in text.split():
        size, _, form = word.partition(".")
        if form not in ("mp4", "webm") or not size.isdigit() or not 180 <= int(size) <= 2160:
            raise ValueError(f"{word!r} is no rendition; write for example 360.mp4 or 1080.webm")
        rendition = Rendition(size=int(size) // 2 * 2, format=form)
        if rendition not in made:
            made.append(rendition)
    return tuple(made)


def whole(videos: Path, key: str) -> bool:
    """Nothing that a page needs of this film is missing (somebody may have deleted files)."""
    return all((videos / key / name).is_file() for name in NEEDED)


def files(videos: Path, key: str) -> tuple[FilmFile, ...]:
    """What there is of a film beside ``video.mp4``, the largest first."""
    found = []
    for path in (videos / key).glob("video-*.*"):
        if match := _NAME.match(path.name):
            size = path.stat().st_size
            found.append(FilmFile(name=path.name, size=int(match[1]), format=match[2], bytes=size))
    return tuple(sorted(found, key=lambda one: (-one.size, one.format)))


def page_film(videos: Path, key: str) -> PageFilm | None:
    """The page film of that key, or None."""
    try:
        facts: dict[str, Any] = json.loads((videos / key / PAGE_FACTS).read_text("utf-8"))
    except FileNotFoundError:
        return None
    if not whole(videos, key):
        return None
    return PageFilm(
        key=key,
        owner=facts["owner"],
        seconds=facts["seconds"],
        bytes=facts["bytes"],
        size=facts["size"],
        chapters=tuple(Chapter(**chapter) for chapter in facts["chapters"]),
    )
