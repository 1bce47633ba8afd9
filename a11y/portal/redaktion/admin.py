"""Videos being made, messages from citizens, accounts."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select

from a11y.errors import KlarhandError
from a11y.portal import database
from a11y.portal.redaktion.session import user
from a11y.portal.redaktion.units import place_of
from a11y.portal.store import accounts
from a11y.portal.store.tables import Feedback, JobState, RenderJob, Role, Unit, Video
from a11y.portal.store.texts import ROLE_NAMES


def videos() -> str:
    session = database.session()
    counts = session.execute(select(RenderJob.state, func.count()).group_by(RenderJob.state)).all()
    jobs = session.execute(
        select(RenderJob, Unit)
        .join(Unit, Unit.key == RenderJob.unit_key)
        .where(RenderJob.state != JobState.DONE)
        .order_by(RenderJob.state.desc(), RenderJob.priority.desc(), RenderJob.id)
        .limit(100)
    ).all()
    made = session.execute(
        select(func.count(), func.sum(Video.seconds), func.sum(Video.bytes)).select_from(Video)
    ).one()
    return render_template(
        "redaktion/videos.html",
        counts={row[0]: row[1] for row in counts},
        states=JobState,
        jobs=jobs,
        places={unit.key: place_of(unit) for _, unit in jobs},
        made=made,
    )


def messages() -> ResponseReturnValue:
    if request.method == "POST":
        with database.database().transaction() as writing:
            message = writing.get(Feedback, request.form.get("id", 0, int))
            if message is None:
                abort(404)
            # The privacy page promises that the address goes once the matter is closed.
            message.handled, message.email = True, ""
        flash("Als erledigt vermerkt. Die E-Mail-Adresse wurde gelöscht.", "ok")
        return redirect(url_for("redaktion.messages"), 303)
    found = database.session().scalars(
        select(Feedback).order_by(Feedback.handled, Feedback.id.desc()).limit(200)
    )
    return render_template("redaktion/messages.html", messages=found.all())


def account_list() -> ResponseReturnValue:
    if not user().may(Role.VERWALTUNG):
        abort(403)
    error: KlarhandError | None = None
    if request.method == "POST":
        roles = [Role(value) for value in request.form.getlist("roles") if value in set(Role)]
        try:
            with database.database().transaction() as writing:
                accounts.add(
                    writing,
                    name=request.form.get("name", ""),
                    password=request.form.get("password", ""),
                    roles=roles,
                )
        except KlarhandError as raised:
            error = raised
        else:
            flash("Konto angelegt.", "ok")
            return redirect(url_for("redaktion.accounts"), 303)
    page = render_template(
        "redaktion/accounts.html",
        accounts=accounts.every(database.session()),
        role_names=ROLE_NAMES,
        error=error,
        name=request.form.get("name", ""),
    )
    return page, 422 if error else 200
