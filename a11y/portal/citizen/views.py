"""One small view per page."""

from __future__ import annotations

from flask import abort, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from a11y.portal import reading
from a11y.portal.citizen.structured import government_service
from a11y.portal.content import MODULES, Leistung, load_site
from a11y.portal.database import session
from a11y.portal.jobs import records
from a11y.portal.store import leistungen as services
from a11y.portal.store.search_index import search

_BITV4 = "seite/bitv4"


def start() -> str:
    site = load_site()
    every = services.every(session())
    parts = reading.signed_parts(
        session(), services.units_of(session(), _BITV4), priority=records.LOOKED_AT
    )
    return render_template(
        "citizen/start.html",
        topics=services.by_topic(every),
        bitv4=site.bitv4,
        signed={part.unit.key.rpartition("/")[2]: part for part in parts},
        refresh=_refresh(parts),
    )


def leistungen() -> str:
    every = services.every(session())
    return render_template("citizen/leistungen.html", topics=services.by_topic(every))


def leistung(slug: str) -> str:
    found = _leistung(slug)
    units = services.units_of(session(), f"leistung/{slug}")
    return render_template(
        "citizen/leistung.html",
        leistung=found,
        form="standard",
        parts=[(unit, reading.unit_blocks(unit)) for unit in units],
        structured=government_service(found, load_site().stadt),
    )


def leistung_leicht(slug: str) -> str:
    found = _leistung(slug)
    units = [u for u in services.units_of(session(), f"leistung/{slug}") if u.signed]
    parts = reading.easy_parts(session(), units)
    return render_template(
        "citizen/leistung_leicht.html",
        leistung=found,
        form="leicht",
        parts=parts,
        released=bool(parts) and all(part.released for part in parts),
        headings=EASY_HEADINGS,
    )


def leistung_dgs(slug: str) -> str:
    found = _leistung(slug)
    parts = reading.signed_parts(session(), services.units_of(session(), f"leistung/{slug}"))
    return render_template(
        "citizen/leistung_dgs.html",
        film=reading.page_film(parts),
        leistung=found,
        form="dgs",
        parts=parts,
        refresh=_refresh(parts),
    )


def suche() -> str:
    query = request.args.get("q", "").strip()
    hits = search(session(), query) if query else None
    every = {service.slug: service for service in services.every(session())}
    found = [every[slug] for slug in hits.slugs] if hits else []
    return render_template("citizen/suche.html", query=query, hits=hits, found=found)


def leicht() -> str:
    site = load_site()
    return render_template("citizen/leicht.html", bitv4=site.bitv4, every=services.every(session()))


def dgs() -> str:
    site = load_site()
    parts = reading.signed_parts(session(), services.units_of(session(), _BITV4))
    return render_template(
        "citizen/dgs.html",
        film=reading.page_film(parts),
        bitv4=site.bitv4,
        parts=parts,
        every=services.every(session()),
        refresh=_refresh(parts),
    )


def barrierefreiheit() -> str:
    site = load_site()
    return render_template("citizen/barrierefreiheit.html", seite=site.seiten["barrierefreiheit"])


def seite(slug: str) -> str:
    return render_template("citizen/seite.html", seite=load_site().seiten[slug])


def sitemap() -> ResponseReturnValue:
    response = make_response(
        render_template("citizen/sitemap.xml", every=services.every(session()))
    )
    response.mimetype = "application/xml"
    return response


def robots() -> ResponseReturnValue:
    """The form is the same page whatever it is filled in with; embedded players are no pages."""
    lines = (
        "User-agent: *",
        "Disallow: /redaktion/",
        "Disallow: /einbetten/",
        "Disallow: /rueckmeldung/?thema=",
        "Disallow: /rueckmeldung/?seite=",
        f"Sitemap: {url_for('citizen.sitemap', _external=True)}",
    )
    response = make_response("\n".join(lines) + "\n")
    response.mimetype = "text/plain"
    return response


# Headings of the modules in Leichte Sprache.
EASY_HEADINGS = {
    "volltext": "Worum geht es?",
    "voraussetzungen": "Was muss so sein?",
    "unterlagen": "Was brauchen Sie?",
    "kosten": "Was kostet es?",
    "fristen": "Wann müssen Sie es machen?",
    "bearbeitungsdauer": "Wie lange dauert es?",
    "verfahrensablauf": "So geht es",
    "hinweise": "Das ist auch wichtig",
    "ansprechpunkt": "Wer hilft Ihnen?",
}
assert EASY_HEADINGS.keys() <= MODULES.keys()


def _leistung(slug: str) -> Leistung:
    found = services.get(session(), slug)
    if found is None:
        abort(404)
    return found


def _refresh(parts: tuple[reading.SignedPart, ...]) -> bool:
    """Reload the page by itself only while nothing on it can be watched yet: a reload would
    interrupt a video."""
    return any(part.pending for part in parts) and not any(part.watchable for part in parts)
