"""A stretch of words as pieces: values, fixed phrases and what is denied, then word by word."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import ValueKind
from a11y.sign_avatar.glossing.calendar import TIME_UNITS
from a11y.sign_avatar.glossing.content_words import content_piece
from a11y.sign_avatar.glossing.counted_words import counted_word
from a11y.sign_avatar.glossing.dashes import day_range
from a11y.sign_avatar.glossing.phrase_words import word_piece
from a11y.sign_avatar.glossing.piece import Piece, unmarked
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.values import count_of, render_value, unit_drafts
from a11y.sign_avatar.glossing.words import denies_amount, idioms


def pieces_of(scene: Scene, tokens: Sequence[int], kind: str) -> list[Piece]:
    """The words in text order, each in one piece. kind: the adverbial's type or "none"."""
    out: list[Piece] = []
    pending: list[Draft] = []  # what follows its noun: OHNE, a demonstrative's index
    position = 0
    while position < len(tokens):
        index = tokens[position]
        aged = counted_word(scene, index)
        if aged is not None:
            aged.trailing, pending = pending, []
            out.append(aged)
            position += 1
            continue
        value = scene.value(index)
        if value is not None and _stands_alone(scene, value.kind, index):
            run = [index]
            while position + 1 < len(tokens) and scene.value(tokens[position + 1]) is value:
                position += 1
                run.append(tokens[position])
            position += 1
            if not scene.once(value):
                continue
            run = sorted({*run, *scene.value_tokens(value)})
            is_noun = value.kind not in (ValueKind.NUMBER, ValueKind.ORDINAL)
            counted = _counted_unit(scene, value.kind, run, tokens[position : position + 1])
            if counted is not None:
                position += 1
                out.append(Piece("noun", counted, (*run, tokens[position - 1]), pending))
            else:
                drafts = render_value(scene, value, run)
                out.append(Piece("noun" if is_noun else "other", drafts, tuple(run), pending))
            pending = []
            continue
        some = _denied(scene, tokens[position : position + 2])
        if some is not None:
            out.append(some)
            position += 2
            continue
        days = day_range(scene, index)
        if days is not None:
            out.append(Piece("noun", days, (index,), pending))
            pending = []
            position += 1
            continue
        fixed = _idiom(scene, tokens[position:])
        if fixed is not None:
            out.append(fixed)
            position += len(fixed.tokens)
            continue
        piece, after = word_piece(scene, index, tokens, position, kind)
        pending += after
        if piece.kind == "noun":
            piece.trailing += pending
            pending = []
        out.append(piece)
        position += 1
    if pending:
        out.append(Piece("other", pending, ()))
    return out


def _denied(scene: Scene, tokens: Sequence[int]) -> Piece | None:
    """*nicht alle*, *nicht unterschrieben*: what is denied, then NICHT, under one head shake; the
    rest holds. Only a *nicht* that no clause has claimed comes here."""
    if len(tokens) < 2 or tokens[1] != tokens[0] + 1:
        return None
    amount = denies_amount(scene.analysis.tokens, tokens[0])
    quality = scene.token(tokens[1]).pos in ("ADJ", "VERB") and (
        scene.token(tokens[0]).text.lower() == "nicht"
    )
    if not amount and not quality:
        return None
    scene.fire("NEG-AMOUNT" if amount else "NEG-WORD")
    what = content_piece(scene, scene.token(tokens[1]))[0].drafts
    denied = unmarked([*what, *scene.word("nicht", "", tokens[:1])[0]], "negation")
    return Piece("other", marked(denied, scene.mark("negation")), tuple(tokens))


def _idiom(scene: Scene, tokens: Sequence[int]) -> Piece | None:
    """A fixed phrase at the head of ``tokens``, as one piece."""
    known = idioms()
    for length in range(min(4, len(tokens)), 0, -1):
        run = tuple(tokens[:length])
        if run[-1] - run[0] != length - 1:
            continue
        lemmas = known.get(tuple(scene.token(index).text.lower() for index in run))
        if scene.token(run[-1]).tag == "KOKOM" and not _counts(scene, tokens[length:]):
            continue  # weniger als Erwachsene: a standard, no bound of a number
        if lemmas is not None:
            scene.fire("LEX-IDIOM")
            if not lemmas:
                scene.drop(run, "idiom")
            drafts = [draft for lemma in lemmas for draft in scene.word(lemma, "", run)[0]]
            return Piece("other", drafts, run)
    return None


def _counts(scene: Scene, tokens: Sequence[int]) -> bool:
    return bool(tokens) and (
        scene.value(tokens[0]) is not None or scene.token(tokens[0]).pos == "NUM"
    )


def _stands_alone(scene: Scene, kind: ValueKind, index: int) -> bool:
    """Number words that are really articles (``eine``) are no numbers, nor is ``beide``."""
    token = scene.token(index)
    return kind is not ValueKind.NUMBER or not (
        token.tag == "ART" or token.text.lower().startswith("beide")
    )


def _counted_unit(
    scene: Scene, kind: ValueKind, run: list[int], following: Sequence[int]
) -> list[Draft] | None:
    if kind is not ValueKind.NUMBER or len(run) != 1 or not following:
        return None
    unit = scene.token(following[0])
    value = scene.value(run[0])
    count = count_of(value.normal) if value else None
    if unit.lemma in TIME_UNITS and count is not None:
        return unit_drafts(scene, count, unit.lemma, (run[0], following[0]))
    return None
