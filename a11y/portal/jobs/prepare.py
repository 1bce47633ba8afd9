"""German → easy German → scores for units that have no current version yet."""

from __future__ import annotations

from sqlalchemy.orm import Session

from a11y.portal.store import texts
from a11y.portal.store.tables import EasyText, Origin, SignedText, Unit
from a11y.portal.translation import Translator

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
    simplified = translator.easy(unit.text)
    return texts.save_easy(
        session,
        unit,
        sentences=simplified.sentences,
        paragraphs=simplified.paragraphs,
        origin=Origin.MACHINE,
    )


def signed(session: Session, unit: Unit, translator: Translator) -> SignedText:
    """The current signed version, made by the machine where there is none."""
    easy(session, unit, translator)
    known = texts.current_signed(session, unit)
    if known:
        return known
    text, _ = texts.signed_source(session, unit)
    return texts.save_signed(session, unit, sentences=translator.score(text), origin=Origin.MACHINE)


def renew(session: Session, unit: Unit, translator: Translator) -> SignedText | None:
    """Let a newer translator speak again where no person has decided; None for unsigned units.

    Run once when a worker starts: after an update of rules or corpus the machine's drafts follow.
    """
    if not unit.key.startswith(WRITTEN_EASY):
        known = texts.current_easy(session, unit)
        if known is None or known.origin is Origin.MACHINE:
            simplified = translator.easy(unit.text)
            texts.save_easy(
                session,
                unit,
                sentences=simplified.sentences,
                paragraphs=simplified.paragraphs,
                origin=Origin.MACHINE,
            )
    if not unit.signed:
        return None
    text, _ = texts.signed_source(session, unit)
    return texts.save_signed(session, unit, sentences=translator.score(text), origin=Origin.MACHINE)
