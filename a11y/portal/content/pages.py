"""Site pages that belong to the city rather than to a service: read from ``content/seiten/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from a11y.paths import content_dir
from a11y.portal.errors import ContentError
from a11y.review import ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An office to turn to."""

    name: str
    email: str
    url: str
    bei: str = ""
    anschrift: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stadt:
    name: str
    titel: str
    land: str
    anschrift: tuple[str, ...]
    telefon: str
    email: str
    barrierefreiheit_email: str
    website: str
    ombudsstelle: Body
    ueberwachungsstelle: Body
    hinweis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abschnitt:
    """titel, text in the block form of modules."""

    titel: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seite:
    slug: str
    titel: str
    stand: date
    abschnitte: tuple[Abschnitt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitv4Abschnitt:
    """leicht: lines of Leichte Sprache (one may hold a list). dgs: easy German to be signed."""

    slug: str
    titel: str
    leicht: tuple[str, ...]
    dgs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitv4:
    """The four contents of BITV 2.0 § 4."""

    titel: str
    stand: date
    state: ReviewState
    abschnitte: tuple[Bitv4Abschnitt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    stadt: Stadt
    bitv4: Bitv4
    seiten: Mapping[str, Seite]


def load_site(directory: Path | None = None) -> Site:
    """The site's own pages; ``directory`` defaults to ``content/seiten``.

    Raises ContentError naming the file and what is missing. Read again when a file changed.
    """
    folder = directory or content_dir() / "seiten"
    files = sorted(folder.glob("*.yaml"))
    return _load(folder, tuple((file.name, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=4)
def _load(folder: Path, files: tuple[tuple[str, int], ...]) -> Site:
    names = [name for name, _ in files]
    pages = (_seite(folder, name) for name in names if name not in ("stadt.yaml", "bitv4.yaml"))
    return Site(
        stadt=_stadt(folder),
        bitv4=_bitv4(folder),
        seiten={page.slug: page for page in pages},
    )


def _read(folder: Path, name: str) -> dict[str, Any]:
    path = folder / name
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise ContentError(str(path), f"cannot be read ({error.strerror}).", "Add it.") from error
    except yaml.YAMLError as error:
        raise ContentError(str(path), f"no valid YAML ({error}).", "Mend the line.") from error
    if not isinstance(data, dict):
        raise ContentError(str(path), "holds no fields.", "See the demo city's file.")
    return data


def _missing(path: Path, error: KeyError | TypeError) -> ContentError:
    return ContentError(str(path), f"the field {error} is missing.", "See the demo city's file.")


def _stadt(folder: Path) -> Stadt:
    data = _read(folder, "stadt.yaml")
    try:
        data["anschrift"] = tuple(data["anschrift"])
        for name in ("ombudsstelle", "ueberwachungsstelle"):
            data[name] = _body(data[name])
        return Stadt(**data)
    except (KeyError, TypeError) as error:
        raise _missing(folder / "stadt.yaml", error) from error


def _body(data: dict[str, Any]) -> Body:
    return Body(**{**data, "anschrift": tuple(data.get("anschrift", ()))})


def _seite(folder: Path, name: str) -> Seite:
    data = _read(folder, name)
    try:
        return Seite(
            slug=data["slug"],
            titel=data["titel"],
            stand=data["stand"],
            abschnitte=tuple(Abschnitt(**part) for part in data["abschnitte"]),
        )
    except (KeyError, TypeError) as error:
        raise _missing(folder / name, error) from error


def _bitv4(folder: Path) -> Bitv4:
    data = _read(folder, "bitv4.yaml")
    try:
        return Bitv4(
            titel=data["titel"],
            stand=data["stand"],
            state=ReviewState(data["state"]),
            abschnitte=tuple(
                Bitv4Abschnitt(
                    slug=part["slug"],
                    titel=part["titel"],
                    leicht=tuple(line.strip() for line in part["leicht"]),
                    dgs=tuple(line.strip() for line in part["dgs"]),
                )
                for part in data["abschnitte"]
            ),
        )
    except (KeyError, TypeError) as error:
        raise _missing(folder / "bitv4.yaml", error) from error
