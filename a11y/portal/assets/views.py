"""Serves a named few files of KERN, and the live view's bundle."""

from __future__ import annotations

from pathlib import Path

from flask import abort, request, send_from_directory
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
_BUNDLE = "klarhand-signer.js"
_MONTH = 30 * 24 * 3600
_YEAR = 365 * 24 * 3600


def node_modules() -> Path:
    return theme_dir() / "node_modules"


def bundle() -> Path:
    """The live view in one file, made by ``npm run build``."""
    return theme_dir() / "dist" / _BUNDLE


def check() -> None:
    """Raises AssetsMissingError before a server without its style sheet starts."""
    for path in (node_modules() / _KERN / "kern.min.css", bundle()):
        if not path.is_file():
            raise AssetsMissingError(path)


def kern(name: str) -> ResponseReturnValue:
    if name not in _KERN_FILES:
        abort(404)
    return send_from_directory(node_modules() / _KERN, name, max_age=_MONTH)


def signer() -> ResponseReturnValue:
    """The bundle; other sites load it too. Kept for good where the address has ``v``."""
    kept = "v" in request.args
    response = send_from_directory(
        bundle().parent, _BUNDLE, mimetype="text/javascript", max_age=_YEAR if kept else None
    )
    if kept:
        response.cache_control.public, response.cache_control.immutable = True, True
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
