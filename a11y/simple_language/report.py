"""The report an editor reads: rules, places, figures before and after, what the guard says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from a11y.simple_language import guard
from a11y.simple_language.model import Level, Simplified, Suggestion
from a11y.simple_language.readability import Readability, measure, readability
from a11y.simple_language.rule import Depth, Severity
from a11y.simple_language.rules import load
from a11y.simple_language.simplify import condense, shorten, simplify, suggest

FORM = "klarhand-simplify/1"
DRAFT_NOTES = {
    Level.LEICHT: "Entwurf: Leichte Sprache ist erst fertig, wenn die Zielgruppe sie geprüft hat.",
    Level.EINFACH: "Entwurf: Lassen Sie den Text von Menschen lesen, für die er ist.",
}


SHORT_NOTE = (
    "Kurzfassung: Es steht nicht mehr alles darin. Eine Redaktion muss sie lesen und entscheiden, "
    "ob etwas fehlt."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the rules say of one text as it stands; suggestions are on ``source``."""

    source: str
    level: Level
    suggestions: tuple[Suggestion, ...]
    before: Readability
    violations_before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Findings):
    """All that is known about one text.

    result: the text after all safe rewrites, or the draft of a depth below the whole. breaches:
    what the guard sees between source and result (empty unless a rule is wrong).
    """

    result: Simplified
    after: Readability
    violations_after: float
    breaches: tuple[guard.Breach, ...]
    depth: Depth = Depth.WHOLE

    @property
    def condensed(self) -> bool:
        """Whether the result is a draft that leaves things out."""
        return self.depth > Depth.WHOLE

    @property
    def short(self) -> bool:
        """Whether that draft is the Kurzfassung."""
        return self.depth is Depth.SHORT

    def to_dict(self) -> dict[str, Any]:
        return {
            "form": FORM,
            "review": "draft",
            "level": self.level.value,
            "condensed": self.condensed,
            "short": self.short,
            "before": self.before.to_dict() | {"violations_per_100_words": self.violations_before},
            "after": self.after.to_dict() | {"violations_per_100_words": self.violations_after},
            "suggestions": [one.to_dict() for one in self.suggestions],
            "sentences": [
                {"text": sentence, "paragraph": paragraph}
                for sentence, paragraph in zip(
                    self.result.sentences, self.result.paragraphs, strict=True
                )
            ],
            "applied": [one.to_dict() for one in self.result.applied],
            "hints": [one.to_dict() for one in self.result.hints],
            "guard": [one.to_dict() for one in self.breaches],
            "dropped": list(dropped(self.result)),
        }


def examine(text: str, *, level: Level = Level.LEICHT) -> Findings:
    """What is hard in a text, nothing rewritten: half the work of ``report``.

    Raises SimpleLanguageError for a text that cannot be read.
    """
    return _examined(text, suggest(text, level=level), level=level)


def _examined(text: str, suggestions: tuple[Suggestion, ...], *, level: Level) -> Findings:
    before = readability(text)
    return Findings(
        source=text,
        level=level,
        suggestions=suggestions,
        before=before,
        violations_before=per_100_words(suggestions, before.words, level=level),
    )


def report(
    text: str,
    *,
    level: Level = Level.LEICHT,
    separator: str = "",
    explain: bool = False,
    depth: Depth = Depth.WHOLE,
) -> Report:
    """Examine and simplify a text; separator, explain: as in ``simplify``.

    depth: below the whole the result is the draft of ``condense`` or ``shorten`` instead.

    Raises SimpleLanguageError for a text that cannot be read.
    """
    found = _examined(text, suggest(text, level=level, depth=depth), level=level)
    if depth is Depth.SHORT:
        result = shorten(text, level=level, separator=separator)
    elif depth is Depth.CONDENSED:
        result = condense(text, level=level, separator=separator)
    else:
        result = simplify(text, level=level, separator=separator, explain=explain)
    after = measure(list(result.sentences))
    return Report(
        source=text,
        level=level,
        suggestions=found.suggestions,
        before=found.before,
        violations_before=found.violations_before,
        result=result,
        after=after,
        violations_after=per_100_words(result.hints, after.words, level=level),
        breaches=losses(result),
        depth=depth,
    )


def losses(result: Simplified) -> tuple[guard.Breach, ...]:
    """What vanished between a whole source and its simplified form.

    Numbers, amounts, dates, negations, must/can/may, conditions, limits, names and whom the
    text addresses; other nouns were judged sentence by sentence, where rules have licences for
    their purpose. What a condensed text left out on purpose is told by ``dropped``: no loss.
    """
    after = "\n".join((result.text, *dropped(result)))
    return guard.vanished(result.source, after)


def dropped(result: Simplified) -> tuple[str, ...]:
    """The passages that a condensed text left out, as they stood, in the order of the source."""
    rules = load()
    gone = (one for one in result.applied if rules[one.rule].condenses)
    return tuple(one.found.strip() for one in sorted(gone, key=lambda one: (one.start, one.end)))


def violations(suggestions: Sequence[Suggestion], *, level: Level) -> Counter[str]:
    """How often each rule of severity ``error`` spoke; a choice offered for one place counts once.

    What a level only advises against (severity ``warning``) is no violation, see ``advice``.
    """
    return _spoken(suggestions, level=level, severities=(Severity.ERROR,))


def advice(suggestions: Sequence[Suggestion], *, level: Level) -> Counter[str]:
    """How often each rule of severity ``warning`` or ``long`` spoke."""
    return _spoken(suggestions, level=level, severities=(Severity.WARNING, Severity.LONG))


def _spoken(
    suggestions: Sequence[Suggestion], *, level: Level, severities: tuple[Severity, ...]
) -> Counter[str]:
    rules = load()
    places = {
        (one.rule, one.start, one.end)
        for one in suggestions
        if rules[one.rule].severity[level] in severities
    }
    return Counter(rule for rule, _, _ in places)


def per_100_words(suggestions: Sequence[Suggestion], words: int, *, level: Level) -> float:
    """Violations in 100 words."""
    return round(100 * violations(suggestions, level=level).total() / max(1, words), 2)
