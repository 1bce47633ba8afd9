"""Show the form, store a message, say thank you."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from a11y.portal.database import database
from a11y.portal.errors import DatabaseUnusableError
from a11y.portal.feedback.forms import TOPICS, FeedbackForm
from a11y.portal.security import limiter
from a11y.portal.store.tables import Feedback


@limiter.limit("10 per minute", methods=["POST"])
def form() -> ResponseReturnValue:
    entry = FeedbackForm()
    if request.method == "GET":
        entry.page.data = request.args.get("seite", _page_before())[:300]
        topic = request.args.get("thema", "")
        entry.topic.data = topic if topic in dict(TOPICS) else TOPICS[0][0]
    if not entry.validate_on_submit():
        status = 422 if entry.errors else 200
        return render_template("feedback/form.html", form=entry), status
    if not entry.website.data:
        try:
            _keep(entry)
        except DatabaseUnusableError as error:
            current_app.logger.error("%s", error)
            return render_template("feedback/form.html", form=entry, unkept=True), 503
    return redirect(url_for("feedback.thanks"), 303)


def _keep(entry: FeedbackForm) -> None:
    with database().transaction() as writing:
        writing.add(
            Feedback(
                topic=entry.topic.data,
                page=(entry.page.data or "").strip(),
                message=entry.message.data.strip(),
                email=(entry.email.data or "").strip(),
            )
        )


def _page_before() -> str:
    """The page of ours the reader came from; links from every page need no parameters then."""
    before = urlsplit(request.referrer or "")
    same_site = before.netloc == request.host and before.path != request.path
    return before.path if same_site else ""


def thanks() -> str:
    return render_template("feedback/danke.html")
