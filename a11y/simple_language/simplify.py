"""The two doors: ``suggest`` says what is hard, ``simplify`` mends what can be mended safely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

from a11y.simple_language import draft, explanations, guard, reading
from a11y.simple_language.draft import Piece
from a11y.simple_language.intake import check_text
from a11y.simple_language.model import Level, Simplified, Suggestion
from a11y.simple_language.rule import Depth, Match, Rule, Severity, Stage
from a11y.simple_language.rules import load
from a11y.simple_language.rules.sentences import too_long
from a11y.simple_language.view import View

_ROUNDS = {
    Stage.SURFACE: 3,
    Stage.CONDENSE: 2,
    Stage.WORDS: 2,
    Stage.CLAUSES: 4,
    Stage.VERBS: 2,
    Stage.PHRASES: 3,
    Stage.LENGTH: 4,
}
"""Clauses are taken apart one by one, and rewrites that touch wait for the next round."""

_ONCE_MORE = (Stage.CLAUSES, Stage.VERBS, Stage.PHRASES, Stage.LENGTH)
"""What a proposal wrote is read anew by the stages before it, as an editor would get it."""


def _course(*, proposals: bool) -> tuple[Stage, ...]:
    """The stages in order: *Es wird geprüft, ob …* is active before its question is parted."""
    order: list[Stage] = [stage for stage in Stage if stage is not Stage.NONE]
    if proposals:
        at = order.index(Stage.WRITING)
        order[at:at] = _ONCE_MORE
    return tuple(order)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    rule: Rule
    match: Match
    safe: bool
    replacement: str | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taking:
    """Which rewrites are made: unsafe ones, too, and those that are no likelier than others."""

    unsafe: bool = False
    guesses: bool = True

    def may_take(self, match: Match) -> bool:
        """Whether the guard needs to be asked at all."""
        wanted = (match.safe or self.unsafe) and (not match.guess or self.guesses)
        return match.replacement is not None and wanted

    def takes(self, one: _Judged) -> bool:
        return one.replacement is not None and (one.safe or self.unsafe)


def suggest(
    text: str,
    *,
    level: Level = Level.LEICHT,
    depth: Depth = Depth.WHOLE,
) -> tuple[Suggestion, ...]:
    """Everything the rules of a level say about a text, in text order.

    Spans are characters of ``text``. A suggestion without replacement needs a person; several
    suggestions of one rule for one span are a choice (who acts is never invented). depth: below
    the whole also what such a draft leaves out; such a suggestion names what goes and is never
    safe.
    Raises SimpleLanguageError for a text that cannot be read (see ``intake``).
    """
    check_text(text)
    found = _all_suggestions(draft.pieces(text), level=level, depth=depth)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _all_suggestions(
    pieces: Sequence[Piece],
    *,
    level: Level,
    depth: Depth = Depth.WHOLE,
    but: Stage | None = None,
) -> list[Suggestion]:
    """What every rule says: the surface rules by sight, the others on the analysis."""
    deep = tuple(stage for stage in Stage if stage not in (Stage.SURFACE, but))
    seen = reading.sighted(pieces, level=level)
    read = reading.read(pieces, level=level)
    return [
        _suggestion(piece, judged)
        for some, stages in ((seen, (Stage.SURFACE,)), (read, deep))
        for piece in some
        for judged in _judge_all(piece, level=level, stages=stages, depth=depth)
    ]


def simplify(
    text: str, *, level: Level = Level.LEICHT, separator: str = "", explain: bool = False
) -> Simplified:
    """The text with every safe rewrite made, one statement per sentence.

    separator: parts long compounds visibly (``·`` or ``-``); "" leaves words as they are, which
    is what other programs read best. explain: puts the glossary's explanation behind the first
    sentence with a hard word. ``applied`` and ``hints`` carry spans of ``text``; unsafe rewrites
    and what only a person can mend are in ``hints``. Raises SimpleLanguageError for a text that
    cannot be read.
    """
    return _simplified(text, level=level, separator=separator, explain=explain, taking=_Taking())


def accept_all(text: str, *, level: Level = Level.LEICHT, separator: str = "") -> Simplified:
    """As if an editor took the first proposal at every place and asked for all explanations.

    For measuring what the suggestions are worth; nothing of it is meant to be published.
    """
    return _simplified(
        text,
        level=level,
        separator=separator,
        explain=True,
        taking=_Taking(unsafe=True),
        proposals=True,
    )


def condense(text: str, *, level: Level = Level.LEICHT, separator: str = "") -> Simplified:
    """A short draft: the likelier proposal at every place, and what a shorter text can do without.

    What was left out stands in ``applied`` (rules that condense) with its place in the source.
    Numbers, negations, modal verbs, conditions, limits and forms of address are never left out;
    only references to paragraphs of a law take their numbers with them. A draft for an editor.
    """
    return _draft(text, level=level, separator=separator, depth=Depth.CONDENSED)


def shorten(text: str, *, level: Level = Level.LEICHT, separator: str = "") -> Simplified:
    """The Kurzfassung: the condensed draft without what its message stands without.

    What stands in it is still true, but not all that was said stands in it: circumstances,
    reasons and background go, also such as a reader might have asked for. What was left out
    stands in ``applied``, as for ``condense``, and what that never leaves out, this does not
    either. An editor must read it. Raises SimpleLanguageError for a text that cannot be read.
    """
    return _draft(text, level=level, separator=separator, depth=Depth.SHORT)


def _draft(text: str, *, level: Level, separator: str, depth: Depth) -> Simplified:
    return _simplified(
        text,
        level=level,
        separator=separator,
        explain=False,
        taking=_Taking(unsafe=True, guesses=False),
        proposals=True,
        depth=depth,
    )


def _simplified(
    text: str,
    *,
    level: Level,
    separator: str,
    explain: bool,
    taking: _Taking,
    proposals: bool = False,
    depth: Depth = Depth.WHOLE,
) -> Simplified:
    check_text(text)
    pieces: Sequence[Piece] = draft.pieces(text)
    applied: list[Suggestion] = []
    hints: list[Suggestion] = []
    explained = not explain
    for stage in _course(proposals=proposals):
        if stage is Stage.WRITING:  # parted words are for the eye: no other rule reads them
            hints = _all_suggestions(pieces, level=level, but=Stage.WRITING)
        if stage is Stage.CLAUSES and not explained:  # so that these are taken apart as well
            pieces = explanations.added(reading.read(pieces, level=level))
            explained = True
        if stage is Stage.WRITING:
            pieces = reading.read(pieces, level=level, separator=separator)
            pieces, made, left = _written(
                pieces, level=level, taking=taking, parted=bool(separator)
            )
            applied.extend(made)
            hints.extend(left)
            continue
        settled: dict[int, Piece] = {}
        for _ in range(_ROUNDS.get(stage, 1)):
            if stage is Stage.SURFACE:
                seen = reading.sighted(pieces, level=level)
            else:
                seen = reading.read(pieces, level=level, separator=separator)
            pieces, made = _rewrite(
                seen,
                level=level,
                stage=stage,
                taking=taking,
                settled=settled,
                depth=depth,
                source=text,
            )
            applied.extend(made)
            if not made:
                break
    return Simplified(
        source=text,
        level=level,
        sentences=tuple(piece.text for piece in pieces),
        paragraphs=tuple(piece.paragraph for piece in pieces),
        applied=tuple(applied),
        hints=tuple(hints),
    )


def _written(
    pieces: Sequence[Piece], *, level: Level, taking: _Taking, parted: bool
) -> tuple[list[Piece], list[Suggestion], list[Suggestion]]:
    """The last stage: words parted for the eye, what was taken, and what is left as a hint.

    Nothing reads a parted sentence any more, so it is not analysed again: a rewrite that does not
    mend its word wholly says so itself (``Match.remains``).
    """
    result: list[Piece] = []
    made: list[Suggestion] = []
    left: list[Suggestion] = []
    for piece in pieces:
        judged = _judge_all(piece, level=level, stages=(Stage.WRITING,), depth=Depth.WHOLE)
        chosen = (
            _compatible(one for one in judged if taking.may_take(one.match) and taking.takes(one))
            if parted
            else []
        )
        changed, chosen = _edited(piece, chosen)
        result.extend(changed)
        made.extend(_suggestion(piece, one) for one in chosen)
        for one in judged:
            if one not in chosen:
                left.append(_suggestion(piece, one))
            elif one.match.remains:
                left.append(_suggestion(piece, replace(one, safe=False, replacement=None)))
    return result, made, left


def _rewrite(
    pieces: Iterable[Piece],
    *,
    level: Level,
    stage: Stage,
    taking: _Taking,
    settled: dict[int, Piece],
    depth: Depth,
    source: str,
) -> tuple[list[Piece], list[Suggestion]]:
    """One stage over all pieces: the taken rewrites that neither overlap nor fail the guard.

    settled: pieces for which this stage has nothing more to do, by id; they are added to it, which
    keeps them alive, so that no later piece can have the same id.
    """
    result: list[Piece] = []
    made: list[Suggestion] = []
    for piece in pieces:
        if id(piece) in settled:
            result.append(piece)
            continue
        chosen = _compatible(
            one
            for one in _judge_all(
                piece, level=level, stages=(stage,), depth=depth, wanted=taking.may_take
            )
            if taking.takes(one) and not _was_quoted(source, piece, one, alone=not taking.unsafe)
        )
        if not chosen:
            settled[id(piece)] = piece
            result.append(piece)
            continue
        changed, chosen = _edited(piece, chosen)
        if not chosen:
            settled[id(piece)] = piece
        result.extend(changed)
        made.extend(_suggestion(piece, judged) for judged in chosen)
    return result, made


def _edited(piece: Piece, chosen: list[_Judged]) -> tuple[tuple[Piece, ...], list[_Judged]]:
    """The piece with as many of the edits as the guard lets pass together."""
    base = piece.base
    while chosen:
        changed = piece.edited(
            (one.match.start - base, one.match.end - base, one.replacement or "") for one in chosen
        )
        licence = frozenset[str]().union(*(one.rule.licence for one in chosen))
        after = "\n".join(part.text for part in changed)
        if changed and not guard.breaches(piece.text, after, licence=licence):
            return changed, chosen
        chosen = chosen[:-1]
    return (piece,), []


def _judge_all(
    piece: Piece,
    *,
    level: Level,
    stages: tuple[Stage, ...],
    depth: Depth,
    wanted: Callable[[Match], bool] | None = None,
) -> list[_Judged]:
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
    judged = [_judge(view, rule, match) for _, rule, match in said if not wanted or wanted(match)]
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


def _judge(view: View, rule: Rule, match: Match) -> _Judged:
    """A rewrite that fails the guard is withdrawn and becomes a hint."""
    if match.replacement is None:
        return _Judged(rule=rule, match=match, safe=False, replacement=None, note=match.note)
    text = view.text
    start, end = match.start - view.start, match.end - view.start
    after = text[:start] + match.replacement + text[end:]
    breaches = guard.breaches(text, after, licence=rule.licence)
    if breaches:
        note = f"Kein Vorschlag, weil sich sonst etwas ändert ({breaches[0]})."
        return _Judged(rule=rule, match=match, safe=False, replacement=None, note=note)
    safe = match.safe and (rule.stage is Stage.SURFACE or not _quoted(text, start, end))
    return _Judged(
        rule=rule, match=match, safe=safe, replacement=match.replacement, note=match.note
    )


_QUOTED = re.compile(r"„[^„“”]*[“”]|»[^»«]*«|``[^`']*''|\"[^\"]*\"")


def _quoted(text: str, start: int, end: int) -> bool:
    """Words inside a quotation are somebody's own, or the name of a field: a person decides."""
    return any(found.start() < start and end < found.end() for found in _QUOTED.finditer(text))


def _was_quoted(source: str, piece: Piece, one: _Judged, *, alone: bool) -> bool:
    """Whether what a rewrite changes stood in quotation marks before these were taken away: words
    stay (*der Film „Der Chauffeur“*), and with nobody there (alone) all the rest, too."""
    if one.rule.stage is Stage.SURFACE or not (alone or one.rule.stage is Stage.WORDS):
        return False
    base = piece.base
    return _quoted(source, *piece.source_span(one.match.start - base, one.match.end - base))


def _compatible(judged: Iterable[_Judged]) -> list[_Judged]:
    """What is left out goes first, then from left to right, the longer first; no two overlap."""
    chosen: list[_Judged] = []
    for one in sorted(judged, key=lambda j: (not j.rule.condenses, j.match.start, -j.match.end)):
        if all(
            one.match.end <= other.match.start or other.match.end <= one.match.start
            for other in chosen
        ):
            chosen.append(one)
    return chosen


def _suggestion(piece: Piece, judged: _Judged) -> Suggestion:
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
