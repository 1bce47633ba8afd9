"""One view per kind of file; ranges and conditions are Flask's."""

from __future__ import annotations

import re

from flask import Response, abort, current_app, request, send_from_directory

_KEY = re.compile(r"[0-9a-f]{16,64}\Z")
_WEEK = 7 * 24 * 3600


def video(key: str) -> Response:
    """The MP4; ``?laden=Name`` offers it for download under that name."""
    name = re.sub(r"[^a-z0-9-]", "", request.args.get("laden", "").lower())
    return _send(key, "video.mp4", "video/mp4", download=f"{name}.mp4" if name else "")


def rendition(key: str, size: int, form: str) -> Response:
    """Another size or format, as ``video``."""
    name = re.sub(r"[^a-z0-9-]", "", request.args.get("laden", "").lower())
    download = f"{name}-{size}.{form}" if name else ""
    return _send(key, f"video-{size}.{form}", f"video/{form}", download=download)


def captions(key: str) -> Response:
    return _send(key, "captions.vtt", "text/vtt; charset=utf-8")


def chapters(key: str) -> Response:
    return _send(key, "chapters.vtt", "text/vtt; charset=utf-8")


def poster(key: str) -> Response:
    return _send(key, "poster.jpg", "image/jpeg")


def _send(key: str, name: str, mimetype: str, *, download: str = "") -> Response:
    if not _KEY.match(key):
        abort(404)
    return send_from_directory(
        current_app.config["VIDEOS"].resolve() / key,
        name,
        mimetype=mimetype,
        max_age=_WEEK,
        conditional=True,
        as_attachment=bool(download),
        download_name=download or None,
    )
