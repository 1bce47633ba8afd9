"""SiGML out and in: the XML that JASigning and CWASA play.

Two forms. Plain (``hns_sign``): the HamNoSys symbols as empty tags; carries every string.
Gestural (``hamgestural_sign``): structure instead of symbols; carries no dictionary marks, no
alternatives and no obsolete symbols, and comes back in HamNoSys' usual order of modifiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from a11y.sign_avatar.notation.errors import NotationError, SigmlError, line_of
from a11y.sign_avatar.notation.formatter import names
from a11y.sign_avatar.notation.model import SignNotation
from a11y.sign_avatar.notation.parser import parse_names
from a11y.sign_avatar.notation.sigml_read import read_manual
from a11y.sign_avatar.notation.sigml_write import sign_element
from a11y.sign_avatar.notation.symbols import BY_NAME, OTHER_NAMES

Element = etree._Element
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SigmlSign:
    """A sign as SiGML carries it. mouthing: what the lips form, "" for none (IPA or SAMPA in files
    of others; German letters in ours)."""

    gloss: str
    sign: SignNotation
    mouthing: str = ""


def to_sigml(signs: Iterable[SigmlSign], *, gestural: bool = False) -> str:
    """An XML document with one element per sign.

    gestural: structured form. Raises SigmlError for what it has no words for, and for a gloss or
    mouthing with characters that XML cannot carry.
    """
    root = etree.Element("sigml")
    for sign in signs:
        try:
            root.append(_gestural(sign) if gestural else _plain(sign))
        except ValueError as error:  # control characters, lone surrogates
            raise SigmlError(f"XML cannot carry {sign.gloss!r} with {sign.mouthing!r}") from error
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode")


def _plain(sign: SigmlSign) -> Element:
    element = etree.Element("hns_sign", gloss=sign.gloss)
    face = etree.SubElement(element, "hamnosys_nonmanual")
    if sign.mouthing:
        etree.SubElement(face, "hnm_mouthpicture", picture=sign.mouthing)
    manual = etree.SubElement(element, "hamnosys_manual")
    for name in names(sign.sign):
        etree.SubElement(manual, name)
    return element


def _gestural(sign: SigmlSign) -> Element:
    element = etree.Element("hamgestural_sign", gloss=sign.gloss)
    if sign.mouthing:
        face = etree.SubElement(element, "sign_nonmanual")
        tier = etree.SubElement(face, "mouthing_tier")
        etree.SubElement(tier, "mouth_picture", picture=sign.mouthing)
    element.append(sign_element(sign.sign))
    return element


def from_sigml(document: str | bytes) -> tuple[SigmlSign, ...]:
    """All signs of a SiGML document, plain and gestural ones in their order.

    Raises SigmlError with the line where something is wrong. External entities are never loaded.
    """
    try:
        data = document.encode() if isinstance(document, str) else document
    except UnicodeEncodeError as error:
        raise SigmlError(f"This is no text: {error.reason}") from error
    if len(data) > MAX_BYTES:
        raise SigmlError(f"The document is larger than {MAX_BYTES // 1_000_000} MB")
    # What is text already has one encoding, whatever its first line says.
    encoding = "utf-8" if isinstance(document, str) else None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, encoding=encoding
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        raise SigmlError(f"This is no XML: {error.msg}", line=line) from error
    signs: list[SigmlSign] = []
    for element in root.iter("hns_sign", "hamgestural_sign"):
        signs.append(_read_plain(element) if element.tag == "hns_sign" else _read(element))
    if not signs:
        raise SigmlError("There is no hns_sign and no hamgestural_sign in it")
    return tuple(signs)


def _read_plain(element: Element) -> SigmlSign:
    manual = _only(element, "hamnosys_manual")
    if (manual.text or "").strip():
        raise SigmlError("<hamnosys_manual> holds text, not symbols", line=line_of(manual))
    found: list[str] = []
    for child in manual:
        if (child.tail or "").strip():
            raise SigmlError("<hamnosys_manual> holds text, not symbols", line=line_of(child))
        if not isinstance(child.tag, str):
            continue  # a comment
        name = OTHER_NAMES.get(child.tag, child.tag)
        if name not in BY_NAME:
            raise SigmlError(f"<{child.tag}> is no HamNoSys symbol", line=line_of(child))
        if len(child):
            raise SigmlError(f"<{child.tag}> holds other elements", line=line_of(child))
        if name != "hamspace":
            found.append(name)
    return SigmlSign(
        gloss=element.get("gloss", ""),
        sign=_parsed(tuple(found), element),
        mouthing=_picture(element),
    )


def _read(element: Element) -> SigmlSign:
    manual = _only(element, "sign_manual")
    sign = read_manual(manual)
    _parsed(names(sign), manual)  # without a handshape, say, it is no sign
    return SigmlSign(gloss=element.get("gloss", ""), sign=sign, mouthing=_picture(element))


def _only(element: Element, tag: str) -> Element:
    found = element.findall(tag)
    if len(found) != 1:
        count = "no" if not found else "more than one"
        raise SigmlError(f"<{element.tag}> has {count} {tag}", line=line_of(element))
    return found[0]


def _parsed(symbols: tuple[str, ...], element: Element) -> SignNotation:
    try:
        return parse_names(symbols)
    except NotationError as error:
        reason = error.what.splitlines()[0].rstrip(".")
        raise SigmlError(f"This is no sign. {reason}", line=line_of(element)) from error


def _picture(element: Element) -> str:
    for tag in ("hnm_mouthpicture", "mouth_picture"):
        found = element.find(f".//{tag}")
        if found is not None:
            return found.get("picture", "")
    return ""
