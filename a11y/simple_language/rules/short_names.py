"""What stands around a name and tells nothing that the name does not: for the Kurzfassung."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.leaving_out.upward import is_for_readers
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View


@evaluates("short-name")
def short_name(view: View) -> Iterator[Match]:
    """*Die Ministerin für Kultur und Medien, Monika Kern, sagt …* → *Die Ministerin Monika Kern
    sagt …*"""
    yield from _office_and_name(view)
    yield from _said_in_another_language(view)
    yield from _known_by_name(view)
    yield from _who_it_is(view)


def _who_it_is(view: View) -> Iterator[Match]:
    """*Max Kern, Sprecher der Polizei, sagte …* → *Max Kern sagte …*"""
    if is_for_readers(view):
        return
    for comma in view.tokens:
        name, noun = view.after(comma, -1), view.after(comma)
        if comma.text != "," or name is None or noun is None or not _is_name(view, name):
            continue
        if noun.tag != "NN" or not _OFFICE.search(noun.text):
            continue
        token: Token | None = noun
        while token is not None and token.tag in _INSIDE:
            token = view.after(token)
        verb = view.after(token) if token is not None and token.text == "," else None
        if token is not None and verb is not None and verb.tag in ("VVFIN", "VAFIN"):
            yield Match(
                start=name.span[1],
                end=token.span[1],
                found=view.slice(noun.index, token.index - 1),
                replacement="",
            )


def _is_name(view: View, token: Token) -> bool:
    """*Max Kern*: of a surname that is a word the tag is that word's."""
    before = view.after(token, -1)
    named = token.tag == "NN" and before is not None and before.tag == "NE"
    return token.tag == "NE" or named


_INSIDE = frozenset({"NN", "NE", "ART", "APPR", "APPRART", "ADJA", "KON", "TRUNC"})


def _office_and_name(view: View) -> Iterator[Match]:
    for comma in view.tokens:
        if comma.text != ",":
            continue
        name = _name_between(view, comma)
        head = _head_before(view, comma)
        if not name or head is None:
            continue
        closing = view.after(name[-1])
        assert closing is not None
        end = closing.span[1] if closing.text == "," else name[-1].span[1]
        yield Match(
            start=head.span[1],
            end=end,
            found=view.slice(head.index + 1, comma.index).strip(" ,"),
            replacement=" " + view.slice(name[0].index, name[-1].index),
        )


def _name_between(view: View, comma: Token) -> list[Token]:
    """The names between a comma and the next one, or the sentence's end."""
    names: list[Token] = []
    token = view.after(comma)
    while token is not None and (
        token.tag == "NE" or (names and token.tag == "NN") or token.text in ("von", "van", "de")
    ):  # *Monika Kern*: of a surname that is a word the tag is that word's
        names.append(token)
        token = view.after(token)
    closed = token is not None and token.text in (",", ".")
    return names if closed and 1 < len(names) < 5 else []


def _head_before(view: View, comma: Token) -> Token | None:
    """The noun of a person's office, where only its field stands between it and the comma."""
    token = view.after(comma, -1)
    behind: list[Token] = []
    while token is not None and not _OFFICE.search(token.text):
        if token.tag not in ("NN", "NE", "ART", "KON", "APPR", "APPRART", "ADJA", "TRUNC"):
            return None
        behind.insert(0, token)
        token = view.after(token, -1)
    if token is None or token.tag != "NN":
        return None
    phrase = nominal.ending_in(view, token)
    if phrase is None or phrase.article is None or phrase.article.text.lower().startswith("ein"):
        return None
    return token if behind and behind[0].text == "für" else None


_OFFICE = re.compile(
    r"(?:minister|präsident|kanzler|meister|leiter|chef|direktor|sprecher|vorsitzende|sekretär|rat|rätin"
    r"|beauftragte|professor|trainer|forscher|autor|künstler|dezernent|experte|expertin|vorstand"
    r"|geschäftsführer|intendant|bischof|pfarrer|könig|kaiser)(?:in|en|s|r|n)?$",
    re.IGNORECASE,
)


_FOREIGN = re.compile(r"(?i)\b(?:of|the|for|and|with|to|de|la|le|les|du|des|et|di|el)\b")
_DOUBLE = re.compile(r",? ?[„\"»]([^„“”\"»«]+)[“”\"«],?(?=[ .])")


def _said_in_another_language(view: View) -> Iterator[Match]:
    """*zur Dekade des Wassers, „Decade for Water“, erklärt* → *zur Dekade des Wassers erklärt*"""
    for found in _DOUBLE.finditer(view.text):
        if not found[0].startswith(","):
            continue
        closed = found[0].endswith(",") or view.text[found.end() :].strip() in (".", "!", "")
        if closed and len(_FOREIGN.findall(found[1])) > 0 and not re.search(r"[äöüß]", found[1]):
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0].strip(" ,"),
                replacement="",
            )


_TITLE = re.compile(
    r"(?i)(?:ober)?(?:bürgermeister|minister|präsident|kanzler|landrat|trainer|schauspieler|sänger|politiker)(?:in)?$"
)


def _known_by_name(view: View) -> Iterator[Match]:
    """*Die Bürgermeisterin Eva Kern …* → *Eva Kern …*, where an earlier sentence said so."""
    for token in view.tokens:
        first, last = view.after(token), view.after(token, 2)
        article = view.after(token, -1)
        if token.tag != "NN" or not _TITLE.search(token.text) or article is None:
            continue
        if first is None or last is None or first.tag != "NE" or last.tag != "NE":
            continue
        if article.text not in ("Der", "Die", "der", "die", "den", "dem"):
            continue
        said = view.document.find(f"{token.text} {first.text} {last.text}")
        if not 0 <= said < view.document.find(view.text):
            continue
        yield Match(
            start=article.span[0],
            end=first.span[1],
            found=f"{article.text.lower()} {token.text}",
            replacement=first.text,
        )
