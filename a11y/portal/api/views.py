"""Read-only views of services, their easy versions and their videos."""

from __future__ import annotations

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from a11y.portal import reading
from a11y.portal.database import session
from a11y.portal.store import leistungen as services
from a11y.portal.store import texts
from a11y.portal.store.tables import Unit


def leistungen() -> ResponseReturnValue:
    """All services, short."""
    return {
        "leistungen": [
            {
                "slug": service.slug,
                "titel": service.titel,
                "kurztext": service.kurztext,
                "thema": service.thema,
                "stand": service.stand.isoformat(),
                "url": url_for("citizen.leistung", slug=service.slug, _external=True),
            }
            for service in services.every(session())
        ]
    }


def leistung(slug: str) -> ResponseReturnValue:
    """One service in its file form, with the addresses of its units."""
    service = services.get(session(), slug)
    if service is None:
        abort(404)
    units = services.units_of(session(), f"leistung/{slug}")
    return {
        **service.to_dict(),
        "einheiten": {
            unit.key.rpartition("/")[2]: url_for("api.einheit", key=unit.key, _external=True)
            for unit in units
        },
    }


def einheit(key: str) -> ResponseReturnValue:
    """One unit: easy sentences and video with their review states, or how far the video is."""
    unit = session().get(Unit, key)
    if unit is None or unit.owner.startswith("entwurf/"):
        abort(404)
    easy = texts.current_easy(session(), unit)
    part = reading.signed_part(session(), unit)
    data: dict[str, Any] = {"key": unit.key, "titel": unit.heading, "text": unit.text}
    if easy:
        data["leicht"] = {
            "saetze": list(easy.sentences),
            "geprueft": easy.state.value,
            "entstehung": easy.origin.value,
        }
    if film := part.recording:
        data["film"] = {
            "geprueft": film.state.value,
            "gebaerdet_von": film.performer,
            "url": url_for("media.video", key=film.key, _external=True),
            "sekunden": round(film.seconds, 2),
            "bytes": film.bytes,
        }
    if part.version:
        data["dgs"] = {
            "geprueft": part.version.state.value,
            "saetze": [
                {"deutsch": sentence.german, "glossen": sentence.gloss_line()}
                for sentence in part.sentences
            ],
        }
        data["dgs"]["video"] = _video(part)
    return data


def _video(part: reading.SignedPart) -> dict[str, Any]:
    if video := part.video:
        return {
            "state": "fertig",
            "url": url_for("media.video", key=video.key, _external=True),
            "untertitel": url_for("media.captions", key=video.key, _external=True),
            "sekunden": round(video.seconds, 2),
            "bytes": video.bytes,
            "saetze": video.sentences,
        }
    if part.job is None:
        return {"state": "nicht angefordert"}
    return {
        "state": part.job.state.value,
        "fortschritt": round(part.job.progress, 3),
        "davor": part.waiting,
        "anfang": part.first_part is not None,
    }
