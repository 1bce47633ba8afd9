"""Who may sign in at the editors' workplace."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from a11y.portal.errors import AccountInvalidError
from a11y.portal.store.tables import Account, Role

MIN_PASSWORD = 12
_hasher = PasswordHasher()
# Verified when a name is unknown, so that answering takes as long as for a known one.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def add(session: Session, *, name: str, password: str, roles: Iterable[Role]) -> Account:
    """A new account. Raises AccountInvalidError."""
    name = name.strip()
    if not name or len(name) > 80:
        raise AccountInvalidError("Der Name fehlt oder ist zu lang.", "Höchstens 80 Zeichen.")
    if len(password) < MIN_PASSWORD:
        raise AccountInvalidError(
            "Das Passwort ist zu kurz.", f"Mindestens {MIN_PASSWORD} Zeichen sind nötig."
        )
    if session.scalars(select(Account).where(Account.name == name)).first():
        raise AccountInvalidError(
            f"Das Konto „{name}“ gibt es schon.", "Wählen Sie einen anderen Namen."
        )
    account = Account(
        name=name,
        password_hash=_hasher.hash(password),
        roles=sorted({Role(role).value for role in roles}),
        active=True,
    )
    session.add(account)
    session.flush()
    return account


def first(session: Session) -> tuple[str, str] | None:
    """Make the first account if there is none: (name, password shown once), else None.

    It may edit and keep accounts. The role "taube Fachperson" is given on purpose to a person.
    """
    if session.scalar(select(func.count(Account.id))):
        return None
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    add(session, name="redaktion", password=password, roles=[Role.REDAKTION, Role.VERWALTUNG])
    return "redaktion", password


def verify(session: Session, *, name: str, password: str) -> Account | None:
    """The active account whose password this is, or None."""
    account = session.scalars(
        select(Account).where(Account.name == name.strip(), Account.active)
    ).first()
    try:
        _hasher.verify(account.password_hash if account else _NOBODY, password)
    except (Argon2Error, InvalidHashError):
        return None
    return account


def by_id(session: Session, account_id: int) -> Account | None:
    account = session.get(Account, account_id)
    return account if account and account.active else None


def every(session: Session) -> tuple[Account, ...]:
    return tuple(session.scalars(select(Account).order_by(Account.name)))
