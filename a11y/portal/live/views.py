"""The signer's body, the stage's look, the motion of one sentence."""

from __future__ import annotations

from typing import Protocol, cast

from flask import Response, abort, current_app, make_response, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from a11y.errors import KlarhandError
from a11y.portal.database import session
from a11y.portal.live.packing import pack
from a11y.portal.security import limiter
from a11y.portal.store.tables import SignedText
from a11y.portal.translation import renderer_version, translator
from a11y.sign_avatar.body import SIGNERS, glb_path
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.stage.look import DEFAULT_BACKGROUND, background

_WEEK = 7 * 24 * 3600


class _Performer(Protocol):
    def perform(self, sentence: SignedSentence, *, signer: str) -> Performance: ...


def body(signer: str) -> Response:
    """The GLB made for browsers, or the full one where an older build has none."""
    if signer not in SIGNERS:
        abort(404)
    path = glb_path(signer=signer, web=True)
    if not path.is_file():
        path = glb_path(signer=signer)
    if not path.is_file():
        abort(404)
    return send_file(path, mimetype="model/gltf-binary", conditional=True, max_age=0)


def stage() -> ResponseReturnValue:
    """Who signs, where the body is, and the background's colours."""
    name = current_app.config["SIGNER"]
    look = background(DEFAULT_BACKGROUND, signer=name)
    return {
        "signer": name,
        "body": url_for("live.body", signer=name),
        "background": [list(look.top), list(look.bottom)],
    }


@limiter.limit("240 per minute")
def motion(version: int, index: int) -> ResponseReturnValue:
    """Sentence ``index`` of a signed version, as ``docs/formats/motion-packed.md`` says."""
    found = session().get(SignedText, version)
    if found is None or not 0 <= index < len(found.scores):
        abort(404)
    if found.unit_key.startswith("entwurf/") and not current_user.is_authenticated:
        abort(404)
    sentence = SignedSentence.from_dict(found.scores[index])
    try:
        line = cast(_Performer, translator())
        packed = pack(line.perform(sentence, signer=current_app.config["SIGNER"]))
    except KlarhandError as error:
        current_app.logger.warning("no motion for %s: %s", found.unit_key, error)
        abort(503)
    response = make_response(packed)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = "private, max-age=300"
    response.set_etag(f"{found.digest}-{index}-{renderer_version()}")
    return response
