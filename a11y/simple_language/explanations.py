"""Glossary explanations put into a text, behind the first sentence that needs them."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import SentenceKind
from a11y.simple_language import glossary
from a11y.simple_language.draft import Piece
from a11y.simple_language.readability import zipf

_COMMON_ZIPF = 4.2


def added(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with explanations between them; each word is explained once.

    Headings and list items are not interrupted: their words are explained behind the next whole
    sentence.
    """
    text = "\n".join(piece.text for piece in pieces)
    result: list[Piece] = []
    waiting: list[glossary.Term] = []
    done: set[str] = set()
    for position, piece in enumerate(pieces):
        result.append(piece)
        for term in _terms(piece):
            if term.lemma in done or glossary.explained(term, text):
                continue
            if glossary.is_meant(term, text):
                done.add(term.lemma)
                waiting.append(term)
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if _may_pause(piece) and not _is_item(following) and not _continues(piece, following):
            result.extend(_sentences(waiting, piece))
            waiting = []
    if waiting:
        result.extend(_sentences(waiting, pieces[-1]))
    return result


def _terms(piece: Piece) -> list[glossary.Term]:
    if piece.view is None:
        return []
    found = []
    for token in piece.view.tokens:
        term = glossary.find(token.lemma) or glossary.find(token.text)
        if term is not None and zipf(term.lemma) < _COMMON_ZIPF:
            found.append(term)
    return found


def _may_pause(piece: Piece) -> bool:
    """A question waits for its *Dann*; a colon for what follows it."""
    return piece.text.endswith(".") and not piece.text.startswith("- ")


def _continues(piece: Piece, following: Piece | None) -> bool:
    """What was parted from the sentence stays behind it (*Das sind 35 Euro.*)."""
    return following is not None and min(following.origin) < max(piece.origin)


def _is_item(piece: Piece | None) -> bool:
    return (
        piece is not None
        and piece.view is not None
        and piece.view.sentence.kind is SentenceKind.LIST_ITEM
    )


def _sentences(terms: Sequence[glossary.Term], behind: Piece) -> list[Piece]:
    """Explanations stand for no character of the source but the end of the sentence before."""
    return [
        Piece(
            text=sentence,
            origin=(behind.origin[-1],) * len(sentence),
            paragraph=behind.paragraph,
        )
        for term in terms
        for sentence in glossary.sentences(term)
    ]
