"""Headers, forms, sign-in and rate limits."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_talisman import Talisman
from flask_wtf.csrf import CSRFProtect

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": ["'self'", "data:"],
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "manifest-src": "'self'",
}

talisman = Talisman()
csrf = CSRFProtect()
limiter = Limiter(get_remote_address, default_limits=[])
login = LoginManager()


def init_app(app: Flask) -> None:
    talisman.init_app(
        app,
        force_https=app.config["HTTPS"],
        strict_transport_security=app.config["HTTPS"],
        session_cookie_secure=app.config["SESSION_COOKIE_SECURE"],
        content_security_policy=CONTENT_SECURITY_POLICY,
        content_security_policy_nonce_in=["script-src"],
        referrer_policy="same-origin",
        frame_options="SAMEORIGIN",
    )
    csrf.init_app(app)
    # The extension remembers the last application's answer otherwise.
    limiter.enabled = app.config.get("RATELIMIT_ENABLED", True)
    limiter.init_app(app)
    login.login_view = "redaktion.sign_in"
    login.login_message = "Bitte melden Sie sich an."
    login.init_app(app)
    app.after_request(_no_cache_for_people)


def _no_cache_for_people(response: Response) -> Response:
    if request.path.startswith("/redaktion/"):
        response.headers["Cache-Control"] = "no-store"
    return response
