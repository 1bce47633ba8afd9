"""The application factory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, current_app, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DatabaseError
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from a11y.paths import theme_dir
from a11y.portal import database, delivery, display, security
from a11y.portal.api.blueprint import api
from a11y.portal.assets.blueprint import assets
from a11y.portal.citizen.blueprint import citizen
from a11y.portal.errors import DatabaseUnusableError
from a11y.portal.feedback.blueprint import feedback
from a11y.portal.live.blueprint import live
from a11y.portal.media.blueprint import media
from a11y.portal.redaktion.blueprint import redaktion
from a11y.portal.redaktion.recordings import allow_large_upload
from a11y.portal.settings import settings
from a11y.portal.store.database import machine_is_to_blame


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """A WSGI application; ``config`` overrides ``settings``. Opens nothing until a request."""
    app = Flask(
        "a11y.portal",
        template_folder=str(theme_dir() / "templates"),
        static_folder=str(theme_dir() / "static"),
    )
    app.config.update(settings(config))
    app.jinja_options["autoescape"] = True
    database.init_app(app)
    # Before the check of forms, which reads them.
    app.before_request(allow_large_upload)
    security.init_app(app)
    display.init_app(app)
    delivery.init_app(app)
    for blueprint in (citizen, feedback, media, live, assets, api, redaktion):
        app.register_blueprint(blueprint)
    app.add_url_rule("/healthz", "healthz", _healthz)
    app.register_error_handler(HTTPException, _http_error)
    for unusable in (DatabaseUnusableError, DatabaseError):
        app.register_error_handler(unusable, _no_database)
    return app


def _healthz() -> ResponseReturnValue:
    """200 while the database answers."""
    from sqlalchemy import text

    database.session().execute(text("SELECT 1"))
    return {"status": "ok"}


def _no_database(error: Exception) -> ResponseReturnValue:
    """Locked, full or away: a calm page now, the reason in the log."""
    if isinstance(error, DatabaseError) and not machine_is_to_blame(error):
        raise error
    current_app.logger.error("%s", error)
    database.drop()
    return _http_error(ServiceUnavailable())


def _http_error(error: HTTPException) -> ResponseReturnValue:
    """A page in plain words instead of the server's default."""
    code = error.code or 500
    return render_template("error.html", code=code), code
