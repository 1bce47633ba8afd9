"""What the rules say of a sentence, judged by the guard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from a11y.simple_language import guard
from a11y.simple_language.draft import Piece
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.rule import Depth, Match, Rule, Severity, Stage
from a11y.simple_language.rules import load
from a11y.simple_language.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A match of a rule, and what the guard left of it: a rewrite, or a hint that says why none."""

    rule: Rule
    match: Match
    safe: bool
    replacement: str | None
    note: str


def judge(
    piece: Piece,
    *,
    stages: tuple[Stage, ...],
    depth: Depth,
    wanted: Callable[[Match], bool] | None = None,
) -> list[Judged]:
    """What the rules of some stages say of a piece. wanted: the guard reads only these matches."""
    view = piece.view
    assert view is not None
    said = [
        one
        for reached in _REACHES[depth]
        for stage in stages
        for one in view.once((stage, reached), _said(stage, reached))
    ]
    if len(said) > 1:
        said.sort(key=itemgetter(0))
    judged = [
        _judge_one(view, rule, match) for _, rule, match in said if not wanted or wanted(match)
    ]
    return [one for one in judged if one.replacement is not None or not one.rule.condenses]


_REACHES = {depth: tuple(one for one in Depth if one <= depth) for depth in Depth}


@cache
def _said(stage: Stage, depth: Depth) -> Callable[[View], tuple[tuple[int, Rule, Match], ...]]:
    """Asks a sentence what the rules of a stage say of it, those of each depth apart from the
    others; in front of each match stands the place of its rule among all rules."""

    def of(view: View) -> tuple[tuple[int, Rule, Match], ...]:
        return tuple(
            (place, rule, match)
            for place, rule, only_long in _speaking(view.level, stage, depth)
            if not only_long or too_long(view)
            for match in rule.evaluate(view)
        )

    return of


@cache
def _speaking(level: Level, stage: Stage, depth: Depth) -> tuple[tuple[int, Rule, bool], ...]:
    """With the place of each rule among all, and whether it speaks in long sentences only."""
    return tuple(
        (place, rule, rule.severity[level] is Severity.LONG)
        for place, rule in enumerate(load().values())
        if rule.stage is stage and rule.speaks_at(level) and rule.condenses is depth
    )


def _judge_one(view: View, rule: Rule, match: Match) -> Judged:
    """A rewrite that fails the guard is withdrawn and becomes a hint."""
    if match.replacement is None:
        return Judged(rule=rule, match=match, safe=False, replacement=None, note=match.note)
    text = view.text
    start, end = match.start - view.start, match.end - view.start
    after = text[:start] + match.replacement + text[end:]
    breaches = guard.breaches(text, after, licence=rule.licence)
    if breaches:
        note = f"Kein Vorschlag, weil sich sonst etwas ändert ({breaches[0]})."
        return Judged(rule=rule, match=match, safe=False, replacement=None, note=note)
    safe = match.safe and (rule.stage is Stage.SURFACE or not is_quoted(text, start, end))
    return Judged(rule=rule, match=match, safe=safe, replacement=match.replacement, note=match.note)


_QUOTED = re.compile(r"„[^„“”]*[“”]|»[^»«]*«|``[^`']*''|\"[^\"]*\"")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Words inside a quotation are somebody's own, or the name of a field: a person decides."""
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))


def compatible(judged: Iterable[Judged]) -> list[Judged]:
    """What is left out goes first, then from left to right, the longer first; no two overlap."""
    chosen: list[Judged] = []
    for one in sorted(judged, key=lambda j: (not j.rule.condenses, j.match.start, -j.match.end)):
        if all(
            one.match.end <= other.match.start or other.match.end <= one.match.start
            for other in chosen
        ):
            chosen.append(one)
    return chosen


def suggestion(piece: Piece, judged: Judged) -> Suggestion:
    """What an editor is told, with its place in the source text."""
    base = piece.base
    start, end = piece.source_span(judged.match.start - base, judged.match.end - base)
    message = judged.rule.message.format(found=judged.match.found.replace("\n", " "))
    replacement = judged.replacement
    return Suggestion(
        start=start,
        end=end,
        rule=judged.rule.id,
        norm=judged.rule.norm_at(piece.view.level) if piece.view else judged.rule.norm,
        message=f"{message} {judged.note}".strip(),
        replacement=replacement,
        safe=judged.safe,
        found=judged.match.found,
    )
