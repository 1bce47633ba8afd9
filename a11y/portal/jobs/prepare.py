"""German → easy German → scores for units that have no current version yet."""

from __future__ import annotations

from sqlalchemy.orm import Session

from a11y.portal.content.blocks import BlockKind, blocks
from a11y.portal.store import texts
from a11y.portal.store.tables import EasyText, Origin, SignedText, Unit
from a11y.portal.translation import Translator

_MARKS = {BlockKind.PARAGRAPH: "", BlockKind.LIST: "- ", BlockKind.STEPS: "{}. "}
WRITTEN_EASY = "seite/"  # units of site pages are written in easy German by people


def easy(session: Session, unit: Unit, translator: Translator) -> EasyText | None:
    """The current easy version, made by the machine where there is none.

    None for units that already are easy German.
    """
    if unit.key.startswith(WRITTEN_EASY):
        return None
    known = texts.current_easy(session, unit)
    if known:
        return known
    sentences, paragraphs = easy_sentences(unit.text, translator)
    return texts.save_easy(
        session, unit, sentences=sentences, paragraphs=paragraphs, origin=Origin.MACHINE
    )


def signed(session: Session, unit: Unit, translator: Translator) -> SignedText:
    """The current signed version, made by the machine where there is none."""
    easy(session, unit, translator)
    known = texts.current_signed(session, unit)
    if known:
        return known
    text, _ = texts.signed_source(session, unit)
    return texts.save_signed(
        session, unit, sentences=translator.score(text, as_is=True), origin=Origin.MACHINE
    )


def renew(session: Session, unit: Unit, translator: Translator) -> SignedText | None:
    """Let a newer translator speak again where no person has decided; None for unsigned units.

    Run once when a worker starts: after an update of rules or corpus the machine's drafts follow.
    """
    if not unit.key.startswith(WRITTEN_EASY):
        known = texts.current_easy(session, unit)
        if known is None or known.origin is Origin.MACHINE:
            sentences, paragraphs = easy_sentences(unit.text, translator)
            texts.save_easy(
                session, unit, sentences=sentences, paragraphs=paragraphs, origin=Origin.MACHINE
            )
    if not unit.signed:
        return None
    text, _ = texts.signed_source(session, unit)
    return texts.save_signed(
        session, unit, sentences=translator.score(text, as_is=True), origin=Origin.MACHINE
    )


def easy_sentences(text: str, translator: Translator) -> tuple[list[str], list[int]]:
    """Easy sentences and the paragraph of each.

    Block by block and item by item, so that lists and steps keep their shape: the first sentence
    of an item carries its mark (``- `` or ``1. ``).
    """
    sentences: list[str] = []
    paragraphs: list[int] = []
    for paragraph, block in enumerate(blocks(text)):
        for number, line in enumerate(block.lines, 1):
            made = translator.easy(line).sentences
            marks = [_MARKS[block.kind].format(number), *[""] * len(made)]
            sentences += [mark + part for mark, part in zip(marks, made, strict=False)]
            paragraphs += [paragraph] * len(made)
    return sentences, paragraphs
