"""SiGML with HamNoSys symbols, as JASigning and CWASA read it: one ``hns_sign`` per sign.

Letters and numbers are written out sign by sign; what is only shown on screen has no manual form
and is left as a comment, so that it is not silently lost, as is a sign without notation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from a11y.sign_avatar.lexicon import Lexicon, NoSuchSignError, load
from a11y.sign_avatar.lexicon.incorporate import named_entry
from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind


def write(sentences: Sequence[SignedSentence], out: Path) -> None:
    """Write scores as a SiGML file; nothing half-written is left behind."""
    part = out.with_name(out.name + ".part")
    part.write_bytes(build(sentences, load()))
    part.replace(out)


def build(sentences: Sequence[SignedSentence], lexicon: Lexicon) -> bytes:
    """Scores as a SiGML document in UTF-8."""
    root = etree.Element("sigml")
    for sentence in sentences:
        root.append(etree.Comment(_comment(" ".join(sentence.german.split()))))
        for sign in sentence.signs:
            if sign.kind is SignKind.TEXT:
                root.append(etree.Comment(_comment(f"on screen: {sign.text}")))
                continue
            entries = list(_entries(sign, lexicon))
            if not entries:
                root.append(etree.Comment(_comment(f"no notation: {sign.gloss}")))
            for position, entry in enumerate(entries):
                mouthing = sign.mouthing if position == 0 else None
                root.append(_element(sign.gloss, entry, mouthing))
    document: bytes = etree.tostring(
        root, encoding="UTF-8", xml_declaration=True, pretty_print=True
    )
    return document


def _comment(text: str) -> str:
    return " " + text.replace("--", "––") + " "


def _entries(sign: Sign, lexicon: Lexicon) -> Iterator[Entry]:
    try:
        if sign.kind is SignKind.FINGERSPELLED:
            yield from lexicon.spell(sign.text)
        elif sign.kind is SignKind.NUMBER:
            yield from lexicon.number(int(sign.text))
        elif sign.entry is not None:
            entry = named_entry(lexicon.entries, sign.entry)
            if entry is not None:
                yield entry
    except NoSuchSignError:
        return


def _element(gloss: str, entry: Entry, mouthing: str | None) -> etree._Element:
    element = etree.Element("hns_sign", gloss=gloss)
    non_manual = etree.SubElement(element, "hamnosys_nonmanual")
    if mouthing:
        etree.SubElement(non_manual, "hnm_mouthpicture", picture=mouthing)
    manual = etree.SubElement(element, "hamnosys_manual")
    for name in entry.hamnosys.split():
        etree.SubElement(manual, name)
    return element
