"""Serves a named few files of KERN and three.js."""

from __future__ import annotations

from pathlib import Path

from flask import abort, send_from_directory
from flask.typing import ResponseReturnValue

from a11y.paths import theme_dir
from a11y.portal.errors import AssetsMissingError

_KERN = "@kern-ux/native/dist"
_KERN_FILES = frozenset(
    {
        "kern.min.css",
        "fonts/fira-sans/FiraSans-Regular.woff2",
        "fonts/fira-sans/FiraSans-Medium.woff2",
        "fonts/fira-sans/FiraSans-SemiBold.woff2",
    }
)
_THREE_FOLDERS = ("build/", "examples/jsm/")
_MONTH = 30 * 24 * 3600


def node_modules() -> Path:
    return theme_dir() / "node_modules"


def check() -> None:
    """Raises AssetsMissingError before a server without its style sheet starts."""
    for name in (f"{_KERN}/kern.min.css", "three/build/three.module.js"):
        if not (node_modules() / name).is_file():
            raise AssetsMissingError(node_modules() / name)


def kern(name: str) -> ResponseReturnValue:
    if name not in _KERN_FILES:
        abort(404)
    return send_from_directory(node_modules() / _KERN, name, max_age=_MONTH)


def three(name: str) -> ResponseReturnValue:
    if not name.startswith(_THREE_FOLDERS) or not name.endswith(".js"):
        abort(404)
    return send_from_directory(node_modules() / "three", name, max_age=_MONTH)
