"""The signer's body, what is signed, and the motion of each sentence."""

from __future__ import annotations

from functools import lru_cache

from flask import Response, abort, current_app, make_response, request
from flask.typing import ResponseReturnValue

from a11y.errors import KlarhandError
from a11y.portal import reading
from a11y.portal.database import session
from a11y.portal.live.manifest import current_body, manifest, may_see, public
from a11y.portal.live.packing import pack
from a11y.portal.security import limiter
from a11y.portal.store.tables import SignedText, Unit
from a11y.portal.translation import renderer_version, translator
from a11y.sign_avatar.body import SIGNERS
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.score import SignedSentence

_FOR_GOOD = "max-age=31536000, immutable"
_KEPT = 512
"""Packed sentences kept in memory, about 50 kB each."""


def body(signer: str) -> Response:
    """The GLB; its address carries its digest, so that it is asked for once."""
    if signer not in SIGNERS:
        abort(404)
    try:
        found = current_body(signer)
    except BodyMissingError:
        abort(404)
    squeeze = "gzip" in request.headers.get("Accept-Encoding", "")
    response = make_response(found.squeezed if squeeze else found.plain)
    if squeeze:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.mimetype = "model/gltf-binary"
    fresh = request.args.get("v") == found.digest
    response.headers["Cache-Control"] = f"public, {_FOR_GOOD}" if fresh else "no-cache"
    response.set_etag(f"{found.digest}{'-gz' if squeeze else ''}")
    response.make_conditional(request)
    return _anywhere(response)


def unit(key: str) -> ResponseReturnValue:
    """Manifest of what a unit shows now: for pages of other sites, which know the unit only."""
    found = session().get(Unit, key)
    if found is None or not found.signed or not may_see(key):
        abort(404)
    return _manifest(reading.signed_part(session(), found))


def version(number: int) -> ResponseReturnValue:
    """Manifest of one signed version: for our own pages, which show exactly that one."""
    found = _version(number)
    shown = reading.signed_part(session(), session().get_one(Unit, found.unit_key))
    if shown.version is None or shown.version.id != found.id:
        shown = reading.SignedPart(unit=shown.unit, version=found, video=None, job=None)
    return _manifest(shown)


def _manifest(part: reading.SignedPart) -> ResponseReturnValue:
    if part.version is None or not part.version.scores:
        abort(404)
    try:
        made = manifest(part.version, title=part.unit.heading, film=part.video)
    except KlarhandError as error:
        current_app.logger.warning("no live view: %s", error)
        abort(503)
    response = make_response(made)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return _anywhere(response) if public(part.unit.key) else response


@limiter.limit("240 per minute")
def motion(version: int, index: int) -> ResponseReturnValue:
    """Sentence ``index`` of a signed version, as ``docs/formats/motion-packed.md`` says."""
    found = _version(version)
    if not 0 <= index < len(found.scores):
        abort(404)
    signer = current_app.config["SIGNER"]
    try:
        packed = _packed(found.digest, index, signer, renderer_version(), _Score(found, index))
    except KlarhandError as error:
        current_app.logger.warning("no motion for %s: %s", found.unit_key, error)
        abort(503)
    response = make_response(packed)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Encoding"] = "gzip"
    shared = public(found.unit_key)
    kept = _FOR_GOOD if "v" in request.args else "max-age=300"
    response.headers["Cache-Control"] = f"{'public' if shared else 'private'}, {kept}"
    response.set_etag(f"{found.digest}-{index}-{renderer_version()}")
    response.make_conditional(request)
    return _anywhere(response) if shared else response


class _Score:
    """A sentence's score that rides along with its cache key and is no part of it."""

    def __init__(self, version: SignedText, index: int) -> None:
        self.data = version.scores[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Score)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_KEPT)
def _packed(_digest: str, _index: int, signer: str, _renderer: str, score: _Score) -> bytes:
    """Moving and packing take a tenth of the signing's length: once is enough."""
    return pack(translator().perform(SignedSentence.from_dict(score.data), signer=signer))


def _version(number: int) -> SignedText:
    found = session().get(SignedText, number)
    if found is None or not may_see(found.unit_key):
        abort(404)
    return found


def _anywhere(response: Response) -> Response:
    """Pages of other sites may read it: it is what every visitor sees here."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
