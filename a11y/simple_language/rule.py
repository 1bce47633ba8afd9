"""What a rule is: a metadata record with examples (data) and one evaluate function (code)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from a11y.simple_language.model import Level
from a11y.simple_language.view import View


class Severity(StrEnum):
    """ERROR: the level forbids it. WARNING: the level advises against it. LONG: so, but only in
    a sentence longer than the level allows. OFF: not looked for."""

    ERROR = "error"
    WARNING = "warning"
    LONG = "long"
    OFF = "off"


class Stage(StrEnum):
    """When a rule's rewrite is applied; later stages read what earlier ones wrote."""

    SURFACE = "surface"
    CONDENSE = "condense"
    WORDS = "words"
    CLAUSES = "clauses"
    VERBS = "verbs"
    PHRASES = "phrases"
    LAYOUT = "layout"
    LENGTH = "length"
    WRITING = "writing"
    NONE = "none"
    """Found and told, never rewritten unattended."""


class Depth(IntEnum):
    """How much a text may lose: nothing; what a condensed draft does without; what the
    Kurzfassung does without, too. The deeper one takes the rules of those above it along."""

    WHOLE = 0
    CONDENSED = 1
    SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a rule spoke.

    start, end: characters of the analysed text, half-open. replacement: new text, sentences
    parted by a line break; None where only a person can mend it. safe: the forms are certain.
    found: filled into the message. note: a second sentence for the editor. remains: the rule
    still speaks about what the replacement writes (a long word whose parts are long). guess:
    nothing makes this proposal likelier than the next one, so only an editor takes it.
    """

    start: int
    end: int
    found: str
    replacement: str | None = None
    safe: bool = False
    note: str = ""
    remains: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """rewrite: the expected text after the rule's first replacement, or None. safe: as expected.

    level: where the example holds; None: at the strictest level at which the rule speaks.
    """

    text: str
    rewrite: str | None = None
    safe: bool | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: metadata from ``data/rules/*.yaml`` and the function that finds it.

    licence: kinds of loss the guard allows to this rule's rewrites, because they are its purpose
    (see ``guard.Loss``). condenses: leaves something out; speaks only where a text of that depth
    or a deeper one was asked for, and is never safe. ``WHOLE``: leaves nothing out.
    """

    id: str
    title: str
    norm: str
    message: str
    severity: Mapping[Level, Severity]
    stage: Stage
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]
    evaluate: Callable[[View], Iterator[Match]] = field(compare=False, repr=False)
    licence: frozenset[str] = frozenset()
    condenses: Depth = Depth.WHOLE
    plain_norm: str = "DIN ISO 24495-1 Nr. 5.3"
    """What asks Einfache Sprache for it."""

    def norm_at(self, level: Level) -> str:
        return self.norm if level is Level.LEICHT else self.plain_norm

    def speaks_at(self, level: Level) -> bool:
        return self.severity[level] is not Severity.OFF
