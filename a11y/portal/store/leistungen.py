"""Services and the units (translatable texts) that hang on them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from a11y.portal.content import Bitv4, Leistung
from a11y.portal.store import search_index
from a11y.portal.store.tables import LeistungRow, Unit, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, by slug."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def save(session: Session, leistungen: Iterable[Leistung]) -> Imported:
    """Add or replace services with their units and search words; the caller's transaction."""
    added: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    for leistung in leistungen:
        row = session.get(LeistungRow, leistung.slug)
        if row and row.digest == leistung.digest:
            unchanged.append(leistung.slug)
            continue
        (changed if row else added).append(leistung.slug)
        session.merge(
            LeistungRow(
                slug=leistung.slug,
                titel=leistung.titel,
                kurztext=leistung.kurztext,
                thema=leistung.thema,
                stand=leistung.stand,
                digest=leistung.digest,
                document=leistung.to_dict(),
                imported=now(),
            )
        )
        session.flush()
        save_units(session, f"leistung/{leistung.slug}", _units(leistung))
        search_index.replace(session, leistung)
    return Imported(added=tuple(added), changed=tuple(changed), unchanged=tuple(unchanged))


def save_bitv4(session: Session, bitv4: Bitv4) -> None:
    """The start page's four contents as units; what is signed is their own easy German."""
    units = [
        Unit(
            key=f"seite/bitv4/{part.slug}",
            heading=part.titel,
            text="\n".join(part.dgs),
            signed=True,
        )
        for part in bitv4.abschnitte
    ]
    save_units(session, "seite/bitv4", units)


def save_units(session: Session, owner: str, units: Sequence[Unit]) -> None:
    """Make these the owner's units, in this order; units no longer named go."""
    keys = [unit.key for unit in units]
    session.execute(delete(Unit).where(Unit.owner == owner, Unit.key.not_in(keys)))
    for position, unit in enumerate(units):
        unit.owner, unit.position, unit.digest = owner, position, text_digest(unit.text)
        known = session.get(Unit, unit.key)
        if known is None:
            session.add(unit)
            continue
        for name in ("owner", "position", "heading", "text", "digest", "signed"):
            setattr(known, name, getattr(unit, name))
    session.flush()


def text_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _units(leistung: Leistung) -> list[Unit]:
    return [
        Unit(
            key=f"leistung/{leistung.slug}/{modul.key}",
            heading=modul.art.heading,
            text=modul.text,
            signed=modul.art.signed,
        )
        for modul in leistung.module
    ]


def get(session: Session, slug: str) -> Leistung | None:
    row = session.get(LeistungRow, slug)
    return Leistung.from_dict(row.document) if row else None


def every(session: Session) -> tuple[Leistung, ...]:
    """All services by title."""
    rows = session.scalars(select(LeistungRow).order_by(LeistungRow.titel))
    return tuple(Leistung.from_dict(row.document) for row in rows)


def by_topic(leistungen: Iterable[Leistung]) -> Mapping[str, tuple[Leistung, ...]]:
    """Topic → services, topics in alphabetical order."""
    groups: defaultdict[str, list[Leistung]] = defaultdict(list)
    for leistung in leistungen:
        groups[leistung.thema].append(leistung)
    return {topic: tuple(groups[topic]) for topic in sorted(groups)}


def units_of(session: Session, owner: str) -> tuple[Unit, ...]:
    return tuple(session.scalars(select(Unit).where(Unit.owner == owner).order_by(Unit.position)))


def all_units(session: Session) -> tuple[Unit, ...]:
    """Every unit that belongs to a page, start page first."""
    rows = session.scalars(select(Unit).where(Unit.owner.not_like("entwurf/%")))
    return tuple(
        sorted(rows, key=lambda unit: (unit.owner != "seite/bitv4", unit.owner, unit.position))
    )
