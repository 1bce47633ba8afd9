"""The workplace of one unit and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select

from a11y.errors import KlarhandError
from a11y.portal import database, reading
from a11y.portal.jobs import prepare, records
from a11y.portal.redaktion import model
from a11y.portal.redaktion import proposals as offers
from a11y.portal.redaktion.session import user
from a11y.portal.redaktion.translate import applied_to, readability_of, suggestions_for
from a11y.portal.redaktion.units import place_of, unit_or_404
from a11y.portal.store import leistungen as services
from a11y.portal.store import texts
from a11y.portal.store.tables import EasyText, Origin, Role, Unit
from a11y.portal.translation import translator
from a11y.review import ReviewState


def overview() -> str:
    session = database.session()
    groups = []
    for service in services.every(session):
        units = services.units_of(session, f"leistung/{service.slug}")
        groups.append((service.titel, [_row(unit) for unit in units if unit.signed]))
    start = [_row(unit) for unit in services.units_of(session, "seite/bitv4")]
    drafts = session.scalars(
        select(Unit).where(Unit.owner.like("entwurf/%")).order_by(Unit.key.desc()).limit(20)
    )
    return render_template(
        "redaktion/overview.html",
        groups=[("Startseite", start), *groups],
        drafts=[_row(unit) for unit in drafts],
    )


def paste() -> ResponseReturnValue:
    """A text from the clipboard becomes a unit of its own that no page shows."""
    if request.method == "GET":
        return render_template("redaktion/text.html", text="", title="", error="")
    title = request.form.get("title", "").strip()[:120] or "Eingefügter Text"
    text = request.form.get("text", "")
    try:
        text = offers.check_text(text)
    except KlarhandError as error:
        page = render_template(
            "redaktion/text.html", text=text[: offers.MAX_CHARACTERS], title=title, error=error
        )
        return page, 422
    with database.database().transaction() as writing:
        newest = writing.scalar(
            select(func.count()).select_from(Unit).where(Unit.owner.like("entwurf/%"))
        )
        key = f"entwurf/{(newest or 0) + 1:05d}"
        services.save_units(writing, key, [Unit(key=key, heading=title, text=text, signed=True)])
    return redirect(url_for("redaktion.unit", key=key), 303)


def unit(key: str, *, lines: Sequence[str] = ()) -> str:
    """One text in all its forms. lines: what somebody has typed into the sentences' gloss lines."""
    found = unit_or_404(key)
    session = database.session()
    written_easy = key.startswith(prepare.WRITTEN_EASY)
    easy = None if written_easy else reading.easy_parts(session, [found], editing=True)[0]
    reading.signed_parts(session, [found])
    part = reading.signed_part(session, found)
    version = easy.version if easy else None
    judged = (version, part.version, part.recording)
    text = texts.easy_text(version.sentences, version.paragraphs) if version else found.text
    report = suggestions_for(text)
    own_lines = [translator().gloss_line(sentence) for sentence in part.sentences]
    return render_template(
        "redaktion/unit.html",
        unit=found,
        easy=easy,
        text=text,
        part=part,
        title=place_of(found),
        proposals=offers.proposals(text, report.suggestions),
        losses=model.losses_of(found.text, text) if easy and easy.unpublished else (),
        problem=report.problem,
        applied=[] if written_easy else applied_to(found.text),
        readability=(readability_of(found.text), readability_of(text)),
        avatar=replace(part, recording=None),
        lines=[*lines, *own_lines[len(lines) :]],
        typed=bool(lines),
        brackets=translator().bracket_names(),
        signs=translator().signs() if part.sentences else (),
        outdated=texts.outdated_recording(session, found),
        approvals=[texts.approval_of(session, item) for item in judged if item],
        may_release_easy=user().may(Role.REDAKTION),
        may_release_signed=user().may(Role.FACHPERSON),
    )


def take(key: str) -> ResponseReturnValue:
    """Apply the ticked suggestions to the easy text."""
    found = unit_or_404(key)
    version = reading.easy_parts(database.session(), [found], editing=True)[0].version
    text = texts.easy_text(version.sentences, version.paragraphs) if version else found.text
    offered = offers.proposals(text, suggestions_for(text).suggestions)
    chosen = set(request.form.getlist("take"))
    try:
        changed = offers.take(text, offered, chosen)
    except KlarhandError as error:
        flash(f"{error.what} {error.remedy}", "error")
    else:
        if changed == text:
            flash("Kein Vorschlag ausgewählt.", "error")
        else:
            _save_easy(found, changed)
            flash(f"{len(chosen)} Vorschläge übernommen.", "ok")
    return _back(key, "leicht")


def save_text(key: str) -> ResponseReturnValue:
    """Store what the editor wrote."""
    found = unit_or_404(key)
    try:
        text = offers.check_text(request.form.get("text", ""))
    except KlarhandError as error:
        flash(f"{error.what} {error.remedy}", "error")
    else:
        published = _save_easy(found, text)
        flash(f"Gespeichert.{' Die Gebärden wurden neu übersetzt.' if published else ''}", "ok")
    return _back(key, "leicht")


def start_over(key: str) -> ResponseReturnValue:
    """Throw the easy version away and begin with the source text (all suggestions open) or with
    the machine's version."""
    found = unit_or_404(key)
    if request.form.get("from") == "source":
        _save_easy(found, found.text, anew=True)
        flash("Begonnen mit dem Ausgangstext: Alle Vorschläge sind offen.", "ok")
    else:
        sentences, paragraphs = prepare.easy_sentences(found.text)
        with database.database().transaction() as writing:
            texts.save_easy(
                writing,
                writing.get_one(Unit, found.key),
                sentences=sentences,
                paragraphs=paragraphs,
                origin=Origin.PEOPLE,
                author=user().name,
            )
        flash("Begonnen mit der automatischen Fassung.", "ok")
    reading.refresh(database.session())
    return _back(key, "leicht")


def release(key: str) -> ResponseReturnValue:
    """Record a judgement on exactly the version that was on the screen."""
    unit_or_404(key)
    kind = request.form.get("kind", "")
    if kind not in texts.ENTITLED:
        abort(400)
    withdraw = request.form.get("withdraw") == "1"
    person = user()
    role = texts.ENTITLED[kind]
    if not person.may(role):
        abort(403)
    with database.database().transaction() as writing:
        version = texts.version(writing, kind, request.form.get("version", 0, int))
        if version is None or version.unit_key != key:
            abort(404)
        texts.release(
            writing,
            version,
            state=ReviewState.DRAFT if withdraw else ReviewState.APPROVED,
            who=person.name,
            role=role,
            note=request.form.get("note", "").strip()[:500],
        )
    flash("Freigabe zurückgenommen." if withdraw else "Freigegeben.", "ok")
    return _back(key, {"easy": "leicht", "signed": "dgs", "recording": "person"}[kind])


def render(key: str) -> ResponseReturnValue:
    """Ask for the video (again, if it failed)."""
    found = unit_or_404(key)
    part = reading.signed_part(database.session(), found)
    if part.version and part.failed:
        with database.database().transaction() as writing:
            records.retry(writing, reading.key_of(part.version))
        flash("Das Video wird noch einmal hergestellt.", "ok")
    return _back(key, "dgs")


def _save_easy(found: Unit, text: str, *, anew: bool = False) -> bool:
    """True if citizens see it from now on: what an editor makes of a whole draft stays one until it
    is released. anew: it does not come from what was there."""
    sentences, paragraphs = offers.to_sentences(text)
    before = reading.easy_parts(database.session(), [found], editing=True)[0]
    draft = before.unpublished and not anew
    with database.database().transaction() as writing:
        texts.save_easy(
            writing,
            writing.get_one(Unit, found.key),
            sentences=sentences,
            paragraphs=paragraphs,
            origin=before.version.origin if draft and before.version else Origin.PEOPLE,
            author=user().name,
        )
    reading.refresh(database.session())
    return not draft


def _row(found: Unit) -> tuple[Unit, EasyText | None, reading.SignedPart]:
    session = database.session()
    return found, texts.edited_easy(session, found), reading.signed_part(session, found)


def _back(key: str, anchor: str) -> ResponseReturnValue:
    return redirect(url_for("redaktion.unit", key=key, _anchor=anchor), 303)
