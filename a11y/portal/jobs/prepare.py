"""German → easy German → scores for units that have no current version yet.

Translating is slow beside writing, so it happens before the transaction: ``draft`` reads and
translates, ``keep`` writes.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from sqlalchemy.orm import Session

from a11y.errors import KlarhandError
from a11y.portal.content.blocks import BlockKind, blocks
from a11y.portal.store import texts
from a11y.portal.store.tables import Origin, SignedText, Unit
from a11y.portal.translation import translator
from a11y.sign_avatar.score import SignedSentence
from a11y.simple_language import simplify

log = logging.getLogger(__name__)

WRITTEN_EASY = "seite/"  # units of site pages are written in easy German by people
_MARKS = {BlockKind.PARAGRAPH: "", BlockKind.LIST: "- ", BlockKind.STEPS: "{}. "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the machine made of a unit; None where nothing is to be made. easy: sentences and the
    paragraph of each."""

    easy: tuple[list[str], list[int]] | None = None
    scores: tuple[SignedSentence, ...] | None = None


def draft(session: Session, unit: Unit, *, signed: bool = True, renew: bool = False) -> Draft:
    """Translate what has no current version; with ``renew`` also what only a machine has made.

    Renewing lets the drafts follow when rules or corpus are updated. What cannot be signed is
    logged and left out: a page without a video still has its text.
    """
    easy = None
    text, _ = texts.signed_source(session, unit)
    if not unit.key.startswith(WRITTEN_EASY):
        known = texts.current_easy(session, unit)
        if known is None or (renew and known.origin is Origin.MACHINE):
            easy = easy_sentences(unit.text)
            text = texts.easy_text(*easy)
    scores = None
    if signed and unit.signed:
        version = texts.current_signed(session, unit)
        if version is None or easy or (renew and version.origin is Origin.MACHINE):
            scores = _score(unit, text)
    return Draft(easy=easy, scores=scores)


def _score(unit: Unit, text: str) -> tuple[SignedSentence, ...] | None:
    try:
        return translator().score(text, as_is=True)
    except KlarhandError as error:
        log.warning("no signing for %s: %s", unit.key, error)
        return None


def keep(session: Session, unit: Unit, made: Draft) -> SignedText | None:
    """Write a draft, unless people have decided meanwhile; returns the current signed version."""
    if made.easy:
        sentences, paragraphs = made.easy
        texts.save_easy(
            session, unit, sentences=sentences, paragraphs=paragraphs, origin=Origin.MACHINE
        )
    if made.scores is not None:
        return texts.save_signed(session, unit, sentences=made.scores, origin=Origin.MACHINE)
    return texts.current_signed(session, unit) if unit.signed else None


def easy_sentences(text: str) -> tuple[list[str], list[int]]:
    """Easy sentences and the paragraph of each.

    Block by block and item by item, so that lists and steps keep their shape: the first sentence
    of an item carries its mark (``- `` or ``1. ``).
    """
    sentences: list[str] = []
    paragraphs: list[int] = []
    for paragraph, block in enumerate(blocks(text)):
        for number, line in enumerate(block.lines, 1):
            made = _easier(line)
            marks = [_MARKS[block.kind].format(number), *[""] * len(made)]
            sentences += [mark + part for mark, part in zip(marks, made, strict=False)]
            paragraphs += [paragraph] * len(made)
    return sentences, paragraphs


def _easier(line: str) -> tuple[str, ...]:
    try:
        return simplify(line).sentences or (line,)
    except KlarhandError as error:
        # An item may be a number or a foreign name; it stays as it is.
        log.info("not simplified: %s", error)
        return (line,)
