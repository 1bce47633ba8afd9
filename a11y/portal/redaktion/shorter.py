"""A shorter version by the rules: seen beside the source with all it leaves out, decided on."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from a11y.errors import KlarhandError
from a11y.portal import database, reading
from a11y.portal.redaktion.model import told
from a11y.portal.redaktion.session import user
from a11y.portal.redaktion.translate import readability_of
from a11y.portal.redaktion.units import place_of, unit_or_404
from a11y.portal.store import texts
from a11y.portal.store.tables import Origin, Unit
from a11y.simple_language import condense, shorten
from a11y.simple_language.report import dropped, losses

FORMS = {"gekuerzt": "Gekürzt", "kurzfassung": "Kurzfassung"}
"""What an address asks for → its name."""

_WRITERS = {"gekuerzt": condense, "kurzfassung": shorten}

_TEMPLATE = "redaktion/kuerzer.html"
_TAKEN = (
    "Als Entwurf übernommen. Die Website zeigt den bisherigen Text,"
    " bis jemand den Entwurf freigibt."
)


def offer(key: str) -> str:
    """The page: the source, one of the two drafts, and what it leaves out."""
    unit, form = _asked(key)
    page = {"unit": unit, "title": place_of(unit), "form": form, "forms": FORMS}
    try:
        made = _WRITERS[form](unit.text)
    except KlarhandError as error:
        return render_template(_TEMPLATE, **page, problem=f"{error.what} {error.remedy}")
    return render_template(
        _TEMPLATE,
        **page,
        paragraphs=reading.paragraphs_of(made.sentences, made.paragraphs),
        dropped=dropped(made),
        losses=tuple(map(told, losses(made))),
        readability=(readability_of(unit.text), readability_of(made.text)),
    )


def take(key: str) -> ResponseReturnValue:
    """The draft goes to the workplace; no page shows it yet. Nothing where the source changed since
    it was on the screen; where none can be made, the page says why."""
    unit, form = _asked(key)
    shown = redirect(url_for("redaktion.shorter", key=key, form=form), 303)
    if request.form.get("source") != unit.digest:
        flash("Der Ausgangstext hat sich geändert. Es wurde nichts übernommen.", "error")
        return shown
    try:
        made = _WRITERS[form](unit.text)
    except KlarhandError:
        return shown
    with database.database().transaction() as writing:
        texts.save_easy(
            writing,
            writing.get_one(Unit, key),
            sentences=made.sentences,
            paragraphs=made.paragraphs,
            origin=Origin.DRAFT,
            author=user().name,
        )
    reading.refresh(database.session())
    flash(_TAKEN, "ok")
    return redirect(url_for("redaktion.unit", key=key, _anchor="leicht"), 303)


def _asked(key: str) -> tuple[Unit, str]:
    """A page's own hand-written texts have no easy version to make."""
    form = request.args.get("form", "gekuerzt")
    if key.startswith("seite/") or form not in FORMS:
        abort(404)
    return unit_or_404(key), form
