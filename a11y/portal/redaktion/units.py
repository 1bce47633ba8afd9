"""The text an editor works on: found by its key, named by where it belongs."""

from __future__ import annotations

from flask import abort

from a11y.portal import database
from a11y.portal.store import leistungen as services
from a11y.portal.store.tables import Unit


def unit_or_404(key: str) -> Unit:
    found = database.session().get(Unit, key)
    if found is None:
        abort(404)
    return found


def place_of(unit: Unit) -> str:
    """Where the unit belongs, in the editor's words."""
    kind, _, slug = unit.owner.partition("/")
    service = services.get(database.session(), slug) if kind == "leistung" else None
    return service.titel if service else {"seite": "Startseite"}.get(kind, "Eingefügter Text")
