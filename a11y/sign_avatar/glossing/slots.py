"""The places of a DGS clause, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from a11y.language.analysis import AdverbialType, Role
from a11y.sign_avatar.glossing.scene import Draft


class Slot(IntEnum):
    """Order of constituents (SIGN-HUB Syntax 2.2.1.1, 2.3.1; Happ and Vorköper 2006)."""

    LINK = 0
    GREETING = 1
    CONDITION = 2
    PURPOSE = 3
    TIME = 4
    PLACE = 5
    TOPIC = 6
    SUBJECT = 7
    INDIRECT_OBJECT = 8
    OBJECT = 9
    GOAL = 10
    MANNER = 11
    PREDICATE = 12
    MODAL = 13
    NEGATION = 14
    ASPECT = 15
    WH = 16
    REASON = 17
    LINK_LAST = 18


NAMES = {
    Slot.LINK: "Bindewort", Slot.LINK_LAST: "Bindewort", Slot.GREETING: "Anrede",
    Slot.CONDITION: "Bedingung", Slot.PURPOSE: "Thema", Slot.TIME: "Zeit", Slot.PLACE: "Ort",
    Slot.TOPIC: "Thema", Slot.SUBJECT: "Subjekt", Slot.INDIRECT_OBJECT: "Empfänger",
    Slot.OBJECT: "Objekt", Slot.GOAL: "Ziel", Slot.MANNER: "Art", Slot.PREDICATE: "Prädikat",
    Slot.MODAL: "Modalverb", Slot.NEGATION: "Verneinung", Slot.ASPECT: "Abschluss",
    Slot.WH: "Fragewort", Slot.REASON: "Grund",
}  # fmt: skip
"""How ``--explain`` names the places of a clause to editors."""


@dataclass(slots=True)
class Placed:
    """Drafts in a slot; text order decides within one slot. tokens: all it accounts for."""

    slot: Slot
    order: int
    drafts: list[Draft]


ROLE_SLOTS = {
    Role.SUBJECT: Slot.SUBJECT,
    Role.AGENT: Slot.SUBJECT,
    Role.DIRECT_OBJECT: Slot.OBJECT,
    Role.INDIRECT_OBJECT: Slot.INDIRECT_OBJECT,
    Role.GENITIVE_OBJECT: Slot.OBJECT,
    Role.PREPOSITIONAL_OBJECT: Slot.OBJECT,
    Role.PREDICATIVE: Slot.PREDICATE,
}

ADVERBIAL_SLOTS = {
    AdverbialType.TIME: Slot.TIME,
    AdverbialType.DURATION: Slot.MANNER,
    AdverbialType.PLACE: Slot.PLACE,
    AdverbialType.DIRECTION: Slot.GOAL,
    AdverbialType.MANNER: Slot.MANNER,
    AdverbialType.INSTRUMENT: Slot.MANNER,
    AdverbialType.REASON: Slot.REASON,
    AdverbialType.CONDITION: Slot.CONDITION,
    AdverbialType.PURPOSE: Slot.PURPOSE,
    AdverbialType.OTHER: Slot.MANNER,
}
