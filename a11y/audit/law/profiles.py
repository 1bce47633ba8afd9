"""Profiles of the Länder: which law, which body, and what the profile does not know."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from a11y.audit.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Profile:
    """One Land.

    section4: does BITV § 4 bind municipalities: ``yes``, ``probably`` (told by somebody else than
        the Land; what lacks is then *needs review*), ``no`` or ``unknown``.
    body_certain: absence of the body is a fail.
    statement, monitoring: the paragraph that asks for the statement; who monitors.
    answer: within which time the city must answer who reports a barrier; "" when not known.
    form_required, link_required: the statement must hold a form; must link the body.
    source: where what is known was read, for the report.
    """

    id: str
    name: str
    law: str
    body: tuple[str, ...]
    body_certain: bool
    section4: str
    unknown: tuple[str, ...]
    body_name: str = ""
    statement: str = ""
    monitoring: str = ""
    answer: str = ""
    form_required: bool = False
    link_required: bool = False
    source: str = ""


@functools.cache
def load_profiles() -> Mapping[str, Profile]:
    data = yaml.safe_load(Path(__file__).with_name("profiles.yaml").read_text(encoding="utf-8"))
    return {
        key: Profile(
            id=key,
            name=row["name"],
            law=row["law"],
            body=tuple(row["body"]),
            body_certain=row["body_certain"],
            section4=row["section4"],
            unknown=tuple(row["unknown"]),
            body_name=row.get("body_name", ""),
            statement=row.get("statement", ""),
            monitoring=row.get("monitoring", ""),
            answer=row.get("answer", ""),
            form_required=row.get("form_required", False),
            link_required=row.get("link_required", False),
            source=row.get("source", ""),
        )
        for key, row in data.items()
    }


def profile_named(name: str) -> Profile | None:
    """The profile, None for ``none``; raises SettingsError."""
    if name == "none":
        return None
    try:
        return load_profiles()[name]
    except KeyError:
        raise SettingsError(
            f"There is no law profile “{name}”.",
            f"Choose from none, {', '.join(load_profiles())}.",
        ) from None
