"""The two doors: ``suggest`` says what is hard, ``simplify`` mends what can be mended safely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from a11y.simple_language import draft, explanations, guard, reading
from a11y.simple_language.draft import Piece
from a11y.simple_language.intake import check_text
from a11y.simple_language.judging import Judged, compatible, is_quoted, judge, suggestion
from a11y.simple_language.model import Level, Simplified, Suggestion
from a11y.simple_language.rule import Depth, Match, Stage

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
class _Taking:
    """Which rewrites are made. unsafe: proposals, too, and what they wrote is read once more;
    guesses: also those that are no likelier than others; depth: how much may be left out."""

    unsafe: bool = False
    guesses: bool = True
    depth: Depth = Depth.WHOLE

    def may_take(self, match: Match) -> bool:
        """Whether the guard needs to be asked at all."""
        wanted = (match.safe or self.unsafe) and (not match.guess or self.guesses)
        return match.replacement is not None and wanted

    def takes(self, one: Judged) -> bool:
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
        suggestion(piece, judged)
        for some, stages in ((seen, (Stage.SURFACE,)), (read, deep))
        for piece in some
        for judged in judge(piece, stages=stages, depth=depth)
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
        taking=_Taking(unsafe=True, guesses=False, depth=depth),
    )


def _simplified(
    text: str,
    *,
    level: Level,
    separator: str,
    explain: bool,
    taking: _Taking,
) -> Simplified:
    check_text(text)
    pieces: Sequence[Piece] = draft.pieces(text)
    applied: list[Suggestion] = []
    hints: list[Suggestion] = []
    explained = not explain
    for stage in _course(proposals=taking.unsafe):
        if stage is Stage.WRITING:  # parted words are for the eye: no other rule reads them
            hints = _all_suggestions(pieces, level=level, but=Stage.WRITING)
        if stage is Stage.CLAUSES and not explained:  # so that these are taken apart as well
            pieces = explanations.added(reading.read(pieces, level=level))
            explained = True
        if stage is Stage.WRITING:
            pieces = reading.read(pieces, level=level, separator=separator)
            pieces, made, left = _written(pieces, taking=taking, parted=bool(separator))
            applied.extend(made)
            hints.extend(left)
            continue
        settled: dict[int, Piece] = {}
        for _ in range(_ROUNDS.get(stage, 1)):
            if stage is Stage.SURFACE:
                seen = reading.sighted(pieces, level=level)
            else:
                seen = reading.read(pieces, level=level, separator=separator)
            pieces, made = _rewrite(seen, stage=stage, taking=taking, settled=settled, source=text)
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
    pieces: Sequence[Piece], *, taking: _Taking, parted: bool
) -> tuple[list[Piece], list[Suggestion], list[Suggestion]]:
    """The last stage: words parted for the eye, what was taken, and what is left as a hint.

    Nothing reads a parted sentence any more, so it is not analysed again: a rewrite that does not
    mend its word wholly says so itself (``Match.remains``).
    """
    result: list[Piece] = []
    made: list[Suggestion] = []
    left: list[Suggestion] = []
    for piece in pieces:
        judged = judge(piece, stages=(Stage.WRITING,), depth=Depth.WHOLE)
        chosen = (
            compatible(one for one in judged if taking.may_take(one.match) and taking.takes(one))
            if parted
            else []
        )
        changed, chosen = _edited(piece, chosen)
        result.extend(changed)
        made.extend(suggestion(piece, one) for one in chosen)
        for one in judged:
            if one not in chosen:
                left.append(suggestion(piece, one))
            elif one.match.remains:
                left.append(suggestion(piece, replace(one, safe=False, replacement=None)))
    return result, made, left


def _rewrite(
    pieces: Iterable[Piece],
    *,
    stage: Stage,
    taking: _Taking,
    settled: dict[int, Piece],
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
        chosen = compatible(
            one
            for one in judge(piece, stages=(stage,), depth=taking.depth, wanted=taking.may_take)
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
        made.extend(suggestion(piece, judged) for judged in chosen)
    return result, made


def _edited(piece: Piece, chosen: list[Judged]) -> tuple[tuple[Piece, ...], list[Judged]]:
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


def _was_quoted(source: str, piece: Piece, one: Judged, *, alone: bool) -> bool:
    """Whether what a rewrite changes stood in quotation marks before these were taken away: words
    stay (*der Film „Der Chauffeur“*), and with nobody there (alone) all the rest, too."""
    if one.rule.stage is Stage.SURFACE or not (alone or one.rule.stage is Stage.WORDS):
        return False
    base = piece.base
    return is_quoted(source, *piece.source_span(one.match.start - base, one.match.end - base))
