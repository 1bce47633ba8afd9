"""What ``<klarhand-signer>`` needs to know of one signed version. Form: ``docs/live.md``."""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import current_app, url_for
from flask_login import current_user

from a11y.portal import reading
from a11y.portal.store.tables import SignedText, Video
from a11y.review import ReviewState
from a11y.sign_avatar.body import glb_path
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.picture import framing_for
from a11y.sign_avatar.stage.look import DEFAULT_BACKGROUND, background
from a11y.sign_avatar.stage.model import crown_height

VERSION = 1
PRIVATE = "entwurf/"
"""Units that only people who are signed in may see."""


def public(unit_key: str) -> bool:
    return not unit_key.startswith(PRIVATE)


def may_see(unit_key: str) -> bool:
    return public(unit_key) or bool(current_user.is_authenticated)


def manifest(version: SignedText, *, title: str, film: Video | None) -> dict[str, Any]:
    """JSON-able; addresses are paths on this server. Raises BodyMissingError."""
    signer = current_app.config["SIGNER"]
    look = background(DEFAULT_BACKGROUND, signer=signer)
    framing = framing_for(_crown(signer))
    return {
        "version": VERSION,
        "title": title,
        "lang": "gsg",
        "reviewed": version.state is ReviewState.APPROVED,
        "signer": signer,
        "body": body_address(signer),
        "background": [list(look.top), list(look.bottom)],
        "framing": {
            "centre": list(framing.centre),
            "distance": framing.distance,
            "height": framing.height,
        },
        "sentences": [
            {"german": score["german"], "motion": motion_address(version, index)}
            for index, score in enumerate(version.scores)
        ],
        "film": _film(film) if film else None,
    }


def addresses(version: SignedText) -> list[str]:
    """What a page that opens with the live view fetches first; none where the body is missing."""
    try:
        body = body_address(current_app.config["SIGNER"])
    except BodyMissingError:
        return []
    first = [motion_address(version, 0)] if version.scores else []
    return [url_for("live.version", number=version.id), body, *first]


def motion_address(version: SignedText, index: int) -> str:
    """Changes with what is signed and with how it moves, so that browsers may keep it for good."""
    stamp = hashlib.sha256(reading.key_of(version).encode()).hexdigest()[:12]
    return url_for("live.motion", version=version.id, index=index, v=stamp)


def body_address(signer: str) -> str:
    return url_for("live.body", signer=signer, v=current_body(signer).digest)


def web_body(signer: str) -> Path:
    """The GLB made for browsers, or the full one where an older build has none."""
    path = glb_path(signer=signer, web=True)
    return path if path.is_file() else glb_path(signer=signer)


class BodyFile:
    """A body's bytes, as they are and squeezed, with the digest that names them."""

    def __init__(self, path: Path) -> None:
        self.plain = path.read_bytes()
        self.squeezed = gzip.compress(self.plain, 6, mtime=0)
        self.digest = hashlib.sha256(self.plain).hexdigest()[:16]


@lru_cache(maxsize=8)
def body_file(path: Path, _stamp: tuple[int, int]) -> BodyFile:
    """Read and squeezed once; again when the file changes."""
    return BodyFile(path)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise BodyMissingError(path) from None
    return found.st_mtime_ns, found.st_size


def current_body(signer: str) -> BodyFile:
    """Raises BodyMissingError."""
    path = web_body(signer)
    return body_file(path, _stamp(path))


def _crown(signer: str) -> float:
    path = glb_path(signer=signer)
    return _crown_of(path, _stamp(path))


@lru_cache(maxsize=8)
def _crown_of(path: Path, _stamp: tuple[int, int]) -> float:
    return crown_height(path)


def _film(film: Video) -> dict[str, Any]:
    return {
        "mp4": url_for("media.video", key=film.key),
        "poster": url_for("media.poster", key=film.key),
        "captions": url_for("media.captions", key=film.key),
        "seconds": round(film.seconds, 2),
        "bytes": film.bytes,
    }
