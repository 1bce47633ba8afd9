"""What can be set, with its defaults. Environment variables ``KLARHAND_…`` override."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from a11y.paths import var_dir
from a11y.portal.errors import SettingError
from a11y.portal.films import RENDITIONS, parse_renditions
from a11y.portal.store import default_url
from a11y.sign_avatar.body import DEFAULT_SIGNER, SIGNERS
from a11y.sign_avatar.stage.encode import Rendition
from a11y.simple_language.rewriter import settings_from as rewriter_from


def settings(given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Flask configuration.

    DATABASE: SQLAlchemy URL. VIDEOS: folder of rendered videos. RENDITIONS: what is made of each.
    SIGNER: the avatar's name. RENDER: let pages ask for videos. REWRITER: how the city's language
    model is reached, or None. SECRET_KEY: kept in
    ``var/secret`` so that sessions outlive a restart.
    """
    values: dict[str, Any] = {
        "DATABASE": default_url(),
        "VIDEOS": var_dir() / "videos",
        "SIGNER": _signer(),
        "RENDER": True,
        "REWRITER": rewriter_from(),
        "RENDITIONS": _renditions(),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": os.environ.get("KLARHAND_HTTPS") == "1",
        "HTTPS": os.environ.get("KLARHAND_HTTPS") == "1",
        "MAX_CONTENT_LENGTH": 512 * 1024,
        "RATELIMIT_STORAGE_URI": "memory://",
    }
    values.update(given or {})
    if "SECRET_KEY" not in values:
        values["SECRET_KEY"] = os.environ.get("KLARHAND_SECRET") or _kept_secret()
    return values


def _signer() -> str:
    name = os.environ.get("KLARHAND_SIGNER") or DEFAULT_SIGNER
    if name not in SIGNERS:
        raise SettingError(
            "KLARHAND_SIGNER", f"{name!r} is no signer; there are {', '.join(SIGNERS)}"
        )
    return name


def _renditions() -> tuple[Rendition, ...]:
    given = os.environ.get("KLARHAND_RENDITIONS")
    if given is None:
        return RENDITIONS
    try:
        return parse_renditions(given)
    except ValueError as error:
        raise SettingError("KLARHAND_RENDITIONS", str(error)) from None


def _kept_secret() -> str:
    path: Path = var_dir() / "secret"
    try:
        kept = path.read_text("ascii").strip() if path.exists() else ""
        if not kept:  # none yet, or the disk was full when it was made
            kept = secrets.token_hex(32)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(kept, "ascii")
    except OSError as error:
        what = f"{path} cannot be written ({error.strerror})"
        raise SettingError("KLARHAND_VAR", what) from error
    return kept
