"""ELAN ``.eaf``: one tier each for the German, glosses, mouthing, screen text and non-manuals.

The first three bear the names they have in the files of the Public DGS Corpus, so that what reads
those reads ours; the signer is its person A, who signs with the right hand.

Before the signer has moved there are no times; every sign gets the same nominal length, so that the
order and the spans can be read and corrected in ELAN.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pympi import Eaf

from a11y.sign_avatar.score import SignedSentence, SignKind, Tier

SIGN_MS = 500
"""Nominal length of a sign: about two signs a second."""
PAUSE_MS = 300
PERSON = "A"
GERMAN = f"Deutsche_Übersetzung_{PERSON}"
GLOSS = f"Lexem_Gebärde_r_{PERSON}"
MOUTHING = f"Mundbild_Mundgestik_{PERSON}"
SCREEN = f"Bildschirmtext_{PERSON}"


def write(sentences: Sequence[SignedSentence], out: Path) -> None:
    """Write scores as an ELAN file; nothing half-written is left behind."""
    part = out.with_name(out.name + ".part")
    try:
        build(sentences).to_file(str(part))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
        out.with_name(out.name + ".bak").unlink(missing_ok=True)


def build(sentences: Sequence[SignedSentence]) -> Eaf:
    """Scores as an ELAN document in memory."""
    eaf = Eaf(author="Klarhand")
    for name in (GERMAN, GLOSS, MOUTHING, SCREEN, *(tier_name(tier) for tier in Tier)):
        eaf.add_tier(name, part=PERSON)
    eaf.remove_tier("default")
    at = 0
    for sentence in sentences:
        end = at + SIGN_MS * len(sentence.signs)
        eaf.add_annotation(GERMAN, at, end, " ".join(sentence.german.split()))
        for position, sign in enumerate(sentence.signs):
            start = at + SIGN_MS * position
            eaf.add_annotation(GLOSS, start, start + SIGN_MS, sign.label)
            if sign.mouthing:
                eaf.add_annotation(MOUTHING, start, start + SIGN_MS, sign.mouthing)
            if sign.text and sign.kind in (SignKind.TEXT, SignKind.LEXICAL):
                eaf.add_annotation(SCREEN, start, start + SIGN_MS, sign.text)
        for span in sentence.non_manuals:
            value = f"{span.value} [{span.function}]" if span.function else span.value
            start = at + SIGN_MS * span.start
            eaf.add_annotation(tier_name(span.tier), start, at + SIGN_MS * span.end, value)
        at = end + PAUSE_MS
    return eaf


def tier_name(tier: Tier) -> str:
    """The tier as a German reader of the file knows it."""
    name = {
        Tier.BROWS: "Brauen",
        Tier.HEAD: "Kopf",
        Tier.GAZE: "Blick",
        Tier.EYES: "Augen",
        Tier.TORSO: "Oberkoerper",
        Tier.CHEEKS: "Wangen",
        Tier.MOUTH: "Mund",
    }[tier]
    return f"{name}_{PERSON}"
