"""Corrections of what is signed: gloss lines typed over by people who know DGS."""

from __future__ import annotations

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from a11y.errors import KlarhandError
from a11y.portal import database, reading
from a11y.portal.redaktion import views
from a11y.portal.redaktion.session import user
from a11y.portal.store import texts
from a11y.portal.store.tables import Origin, Unit
from a11y.portal.translation import translator
from a11y.sign_avatar.score import SignedSentence


def change(key: str) -> ResponseReturnValue:
    """Keep the lines as a version of their own, not yet judged. What cannot be read is told, and
    what was typed stays in the form."""
    unit = database.session().get(Unit, key)
    part = reading.signed_part(database.session(), unit) if unit else None
    if part is None or part.version is None:
        abort(404)
    lines = request.form.getlist("line")
    if part.version.id != request.form.get("version", 0, int) or len(lines) != len(part.sentences):
        flash(
            "Die Gebärden haben sich inzwischen geändert. Sehen Sie die neue Fassung an und "
            "ändern Sie sie dort; Ihre Zeilen stehen noch da, wo sie passen.",
            "error",
        )
        return views.unit(key, lines=lines[: len(part.sentences)]), 409
    changed, problems = _read(part.sentences, lines)
    if problems:
        for problem in problems:
            flash(problem, "error")
        return views.unit(key, lines=lines), 422
    if changed == part.sentences:
        flash("Nichts geändert.", "ok")
        return _back(key)
    _save(key, changed)
    flash("Gespeichert. Der Film wird neu hergestellt.", "ok")
    return _back(key)


def start_over(key: str) -> ResponseReturnValue:
    """Go back to the machine's version of the present text."""
    session = database.session()
    unit = session.get(Unit, key)
    if unit is None:
        abort(404)
    text, _ = texts.signed_source(session, unit)
    try:
        _save(key, translator().score(text, as_is=True))
    except KlarhandError as error:
        flash(f"{error.what} {error.remedy}", "error")
    else:
        flash("Es gilt wieder die automatische Fassung der Gebärden.", "ok")
    return _back(key)


def _read(
    sentences: tuple[SignedSentence, ...], lines: list[str]
) -> tuple[tuple[SignedSentence, ...], list[str]]:
    """The corrected sentences, and what is wrong, line by line."""
    changed, problems = [], []
    for number, (sentence, line) in enumerate(zip(sentences, lines, strict=True), 1):
        try:
            changed.append(translator().corrected(sentence, line))
        except KlarhandError as error:
            problems.append(f"Satz {number}: {error.what} {error.remedy}")
    return tuple(changed), problems


def _save(key: str, sentences: tuple[SignedSentence, ...]) -> None:
    with database.database().transaction() as writing:
        unit = writing.get_one(Unit, key)
        texts.save_signed(
            writing, unit, sentences=sentences, origin=Origin.PEOPLE, author=user().name
        )
    reading.refresh(database.session())


def _back(key: str) -> ResponseReturnValue:
    return redirect(url_for("redaktion.unit", key=key, _anchor="dgs"), 303)
