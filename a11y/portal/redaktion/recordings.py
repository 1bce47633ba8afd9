"""Films of people: upload one for a unit, take it away again."""

from __future__ import annotations

from flask import abort, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from a11y.errors import KlarhandError
from a11y.portal import database, recording
from a11y.portal.jobs import retired
from a11y.portal.redaktion.session import user
from a11y.portal.store import texts
from a11y.portal.store.tables import Recording, Unit

_FORM_BYTES = 1 << 20


def allow_large_upload() -> None:
    """Before the form is read: only people signed in may send a film."""
    if request.endpoint == "redaktion.record" and current_user.is_authenticated:
        request.max_content_length = recording.MAX_BYTES + _FORM_BYTES


def record(key: str) -> ResponseReturnValue:
    """Show this film of a person from now on, marked as not yet judged."""
    unit = database.session().get(Unit, key)
    if unit is None:
        abort(404)
    film, captions = request.files.get("film"), request.files.get("captions")
    if film is None:
        abort(400)
    try:
        taken = recording.take_in(
            film.stream,
            captions.read() if captions else b"",
            belongs_to=key,
            videos=current_app.config["VIDEOS"],
        )
    except KlarhandError as error:
        flash(f"{error.what} {error.remedy}", "error")
        return _back(key)
    except OSError as error:
        flash(
            f"Der Film konnte nicht gespeichert werden: {error.strerror}. Ist die Festplatte voll?",
            "error",
        )
        return _back(key)
    with database.database().transaction() as writing:
        known = texts.recording_by_key(writing, taken.key)
        if known:
            writing.delete(known)
            writing.flush()
        writing.add(
            Recording(
                key=taken.key,
                unit_key=key,
                source_digest=unit.digest,
                seconds=taken.seconds,
                bytes=taken.bytes,
                width=taken.width,
                height=taken.height,
                captioned=taken.captioned,
                performer=request.form.get("performer", "").strip()[:80],
                author=user().name,
            )
        )
    flash("Der Film ist gespeichert. Die Seite zeigt ihn jetzt statt des Avatars.", "ok")
    return _back(key)


def remove(key: str) -> ResponseReturnValue:
    """Show the avatar again. The files stay for pages that are open now."""
    number = request.form.get("version", 0, int)
    with database.database().transaction() as writing:
        found = writing.get(Recording, number)
        if found is None or found.unit_key != key:
            abort(404)
        retired.retire(current_app.config["VIDEOS"], [found.key])
        writing.delete(found)
    flash("Der Film ist entfernt. Die Seite zeigt wieder den Avatar.", "ok")
    return _back(key)


def _back(key: str) -> ResponseReturnValue:
    return redirect(url_for("redaktion.unit", key=key, _anchor="person"), 303)
