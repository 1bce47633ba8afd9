"""Signing in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin, current_user, login_user, logout_user
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from a11y.portal import database
from a11y.portal.security import limiter, login
from a11y.portal.store import accounts
from a11y.portal.store.tables import Account, Role


class User(UserMixin):  # type: ignore[misc]  # the library has no types
    """An account as Flask-Login wants it."""

    def __init__(self, account: Account) -> None:
        self.id = str(account.id)
        self.name = account.name
        self.roles = frozenset(map(Role, account.roles))

    def may(self, role: str) -> bool:
        return Role(role) in self.roles


class SignInForm(FlaskForm):  # type: ignore[misc]  # the library has no types
    name = StringField("Name", validators=[InputRequired("Bitte geben Sie Ihren Namen ein.")])
    password = PasswordField(
        "Passwort", validators=[InputRequired("Bitte geben Sie Ihr Passwort ein.")]
    )


@login.user_loader  # type: ignore[untyped-decorator]  # the library has no types
def _load(user_id: str) -> User | None:
    account = accounts.by_id(database.session(), int(user_id))
    return User(account) if account else None


def user() -> User:
    """The person signed in; only valid behind ``require_sign_in``."""
    person: User = current_user._get_current_object()
    return person


def require_sign_in() -> ResponseReturnValue | None:
    if request.endpoint == "redaktion.sign_in" or current_user.is_authenticated:
        return None
    return redirect(url_for("redaktion.sign_in", weiter=request.path))


@limiter.limit("5 per minute; 30 per hour", methods=["POST"])
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    failed = False
    if form.validate_on_submit():
        account = accounts.verify(
            database.session(), name=form.name.data, password=form.password.data
        )
        if account:
            login_user(User(account))
            return redirect(_inside(request.args.get("weiter", "")), 303)
        failed = True
    status = 422 if failed or form.errors else 200
    return render_template("redaktion/anmelden.html", form=form, failed=failed), status


def sign_out() -> ResponseReturnValue:
    logout_user()
    return redirect(url_for("citizen.start"), 303)


def _inside(target: str) -> str:
    """Only addresses of the workplace; never another site."""
    parts = urlsplit(target)
    inside = not parts.scheme and not parts.netloc and target.startswith("/redaktion/")
    return target if inside and "\\" not in target else url_for("redaktion.overview")
