"""How answers travel: compressed, and kept by browsers where the address says what is in them."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_compress import Compress

YEAR = 365 * 24 * 3600
_TEXTS = (
    "text/html", "text/css", "text/plain", "text/vtt", "text/javascript", "application/javascript",
    "application/json", "application/xml", "application/ld+json", "image/svg+xml",
)  # fmt: skip
_WITH_TOKENS = frozenset({"redaktion", "feedback"})
"""Pages that hold a form's secret beside what the request said are not compressed: how well they
compress would tell the secret (BREACH)."""
_FILES = ["static", "assets.kern", "assets.signer"]

compress = Compress()


def init_app(app: Flask) -> None:
    app.config.setdefault("COMPRESS_MIMETYPES", list(_TEXTS))
    app.config.setdefault("COMPRESS_REGISTER", False)
    app.config.setdefault("COMPRESS_STREAMING_ENDPOINT_CONDITIONAL", _FILES)
    compress.init_app(app)
    app.after_request(_deliver)


def _deliver(response: Response) -> Response:
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    if request.blueprint in _WITH_TOKENS or response.status_code == 206:
        return response
    if hasattr(response.response, "close"):
        # The compressor puts its own iterator in the file's place.
        response.call_on_close(response.response.close)
    compressed: Response = compress.after_request(response)
    return compressed
