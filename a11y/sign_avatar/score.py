"""The DGS score: what is signed, before anything moves.

Made by ``glossing``; read by ``motion``, the editor's preview and the exporters.
File form: ``docs/formats/score.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

SCORE_VERSION = 1


class SignKind(StrEnum):
    """LEXICAL: an entry of the corpus. INDEX: pointing to a locus. FINGERSPELLED: letters by the
    finger alphabet. NUMBER: a number signed. TEXT: nothing signed but "see the text"; the text is
    shown on screen."""

    LEXICAL = "lexical"
    INDEX = "index"
    FINGERSPELLED = "fingerspelled"
    NUMBER = "number"
    TEXT = "text"


class Locus(StrEnum):
    """Places in signing space that stand for referents. Left and right are the signer's own."""

    SIGNER = "1"
    ADDRESSEE = "2"
    RIGHT = "3a"
    LEFT = "3b"
    FAR_RIGHT = "3c"
    FAR_LEFT = "3d"
    CENTRE = "3e"


class Tier(StrEnum):
    """Channels of non-manual articulation."""

    BROWS = "brows"
    HEAD = "head"
    GAZE = "gaze"
    EYES = "eyes"
    TORSO = "torso"
    CHEEKS = "cheeks"
    MOUTH = "mouth"


NON_MANUAL_VALUES: dict[Tier, tuple[str, ...]] = {
    Tier.BROWS: ("raised", "lowered"),
    Tier.HEAD: (
        "shake",
        "nod",
        "tilt-left",
        "tilt-right",
        "forward",
        "back",
        "turn-left",
        "turn-right",
    ),
    Tier.GAZE: ("viewer", "down", "3a", "3b", "3c", "3d", "3e", "hands"),
    Tier.EYES: ("blink", "closed", "wide", "squint"),
    Tier.TORSO: ("forward", "back", "left", "right"),
    Tier.CHEEKS: ("puffed", "sucked"),
    Tier.MOUTH: ("corners-down", "corners-up", "puff", "pursed", "teeth", "open", "tongue"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One manual sign in its place in the sentence.

    gloss: DGS-Korpus style, ``ANTRAG1``, ``INDEX2``, ``$ALPHA:KITA``, ``$NUM:25``, ``$TEXT``.
    entry: id of the corpus entry for LEXICAL and INDEX, else None.
    text: letters for FINGERSPELLED, digits for NUMBER, what the screen shows for TEXT; for LEXICAL
    the German term that these signs paraphrase, shown beside the signer; else "".
    mouthing: German as the lips form it, or None for no mouthing.
    locus: where it is placed or points to; ``source_locus``/``goal_locus`` bind directional verbs.
    repetitions: extra reduplications (plural: 2); 0 for none.
    compound: True if the next sign belongs to the same compound (written ``^``).
    source: character spans [start, end) of the German that this sign renders.
    """

    gloss: str
    kind: SignKind
    entry: str | None = None
    text: str = ""
    mouthing: str | None = None
    locus: Locus | None = None
    source_locus: Locus | None = None
    goal_locus: Locus | None = None
    repetitions: int = 0
    compound: bool = False
    source: tuple[tuple[int, int], ...] = ()

    @property
    def label(self) -> str:
        """The gloss as written in a line: with loci, ``+`` for repetitions, ``^`` in compounds."""
        start = self.source_locus.value if self.source_locus else ""
        goal = self.goal_locus.value if self.goal_locus else ""
        label = f"{start}-{self.gloss}-{goal}" if start or goal else self.gloss
        return label.strip("-") + "+" * self.repetitions + ("^" if self.compound else "")

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {"gloss": self.gloss, "kind": self.kind.value}
        if self.entry is not None:
            out["entry"] = self.entry
        if self.text:
            out["text"] = self.text
        if self.mouthing is not None:
            out["mouthing"] = self.mouthing
        for name in ("locus", "source_locus", "goal_locus"):
            value: Locus | None = getattr(self, name)
            if value is not None:
                out[name] = value.value
        if self.repetitions:
            out["repetitions"] = self.repetitions
        if self.compound:
            out["compound"] = True
        if self.source:
            out["source"] = [list(span) for span in self.source]
        return out

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        def locus(name: str) -> Locus | None:
            return Locus(data[name]) if name in data else None

        return cls(
            gloss=data["gloss"],
            kind=SignKind(data["kind"]),
            entry=data.get("entry"),
            text=data.get("text", ""),
            mouthing=data.get("mouthing"),
            locus=locus("locus"),
            source_locus=locus("source_locus"),
            goal_locus=locus("goal_locus"),
            repetitions=int(data.get("repetitions", 0)),
            compound=bool(data.get("compound", False)),
            source=tuple((int(a), int(b)) for a, b in data.get("source", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NonManual:
    """A span on one tier over the signs [start, end), with the grammatical reason for it.

    value: one of ``NON_MANUAL_VALUES[tier]``.
    function: topic, condition, yes-no, wh, negation, affirmation, obligation, list, locus …
    """

    tier: Tier
    value: str
    start: int
    end: int
    function: str = ""

    def __post_init__(self) -> None:
        if self.value not in NON_MANUAL_VALUES[self.tier]:
            raise ValueError(f"{self.value!r} is no value of tier {self.tier.value}")
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span [{self.start}, {self.end})")

    def to_dict(self) -> dict[str, Any]:
        return {
            "tier": self.tier.value,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "function": self.function,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            tier=Tier(data["tier"]),
            value=data["value"],
            start=int(data["start"]),
            end=int(data["end"]),
            function=data.get("function", ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedSentence:
    """A DGS sentence as a score.

    german: the German it stands for (spans of ``Sign.source`` point into it).
    """

    german: str
    signs: tuple[Sign, ...]
    non_manuals: tuple[NonManual, ...] = ()

    def __post_init__(self) -> None:
        for span in self.non_manuals:
            if span.end > len(self.signs):
                raise ValueError(f"non-manual {span} reaches past the {len(self.signs)} signs")

    def gloss_line(self) -> str:
        """The manual tier in one line; ``^`` joins the parts of a compound."""
        return " ".join(sign.label for sign in self.signs).replace("^ ", "^")

    def shown_texts(self) -> tuple[str, ...]:
        """What the screen shows because it is not (only) signed."""
        return tuple(sign.text for sign in self.signs if sign.kind is SignKind.TEXT)

    def terms(self) -> tuple[str, ...]:
        """German terms that are paraphrased; the screen shows them beside the signs."""
        lexical = (sign for sign in self.signs if sign.kind is SignKind.LEXICAL)
        return tuple(sign.text for sign in lexical if sign.text)

    def to_dict(self) -> dict[str, Any]:
        return {
            "version": SCORE_VERSION,
            "german": self.german,
            "signs": [sign.to_dict() for sign in self.signs],
            "non_manuals": [span.to_dict() for span in self.non_manuals],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        if data.get("version", SCORE_VERSION) != SCORE_VERSION:
            raise ValueError(f"score version {data['version']} is not {SCORE_VERSION}")
        return cls(
            german=data["german"],
            signs=tuple(Sign.from_dict(sign) for sign in data["signs"]),
            non_manuals=tuple(NonManual.from_dict(span) for span in data.get("non_manuals", ())),
        )
