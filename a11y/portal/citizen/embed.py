"""A single video for other sites: a small page for an iframe, and oEmbed to find it."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import abort, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_talisman import ALLOW_FROM

from a11y.portal import reading
from a11y.portal.database import session
from a11y.portal.security import CONTENT_SECURITY_POLICY, talisman
from a11y.portal.store.tables import Unit

_WIDTH, _HEIGHT = 480, 620


@talisman(  # type: ignore[untyped-decorator]  # the library has no types
    content_security_policy={**CONTENT_SECURITY_POLICY, "frame-ancestors": "*"},
    frame_options=ALLOW_FROM,
    frame_options_allow_from="*",
)
def player(key: str) -> str:
    """``?ansicht=live`` opens with the live view, else with the video."""
    unit = session().get(Unit, key)
    if unit is None or not unit.signed or unit.owner.startswith("entwurf/"):
        abort(404)
    (part,) = reading.signed_parts(session(), [unit])
    live = request.args.get("ansicht") == "live" and part.version is not None
    return render_template("citizen/einbetten.html", part=part, live=live)


def oembed() -> ResponseReturnValue:
    """``/oembed?url=…/einbetten/<key>/`` per oembed.com; JSON only."""
    if request.args.get("format", "json") != "json":
        abort(501)
    marker = "/einbetten/"
    path = urlsplit(request.args.get("url", "")).path
    key = path.partition(marker)[2].strip("/")
    unit = session().get(Unit, key) if key else None
    if unit is None or not unit.signed or unit.owner.startswith("entwurf/"):
        abort(404)
    address = url_for("citizen.einbetten", key=key, _external=True)
    return make_response(
        {
            "version": "1.0",
            "type": "rich",
            "title": f"{unit.heading} in Deutscher Gebärdensprache",
            "width": _WIDTH,
            "height": _HEIGHT,
            "html": f'<iframe src="{address}" width="{_WIDTH}" height="{_HEIGHT}" '
            f'title="{unit.heading} in Deutscher Gebärdensprache" loading="lazy" '
            "allowfullscreen></iframe>",
        }
    )
