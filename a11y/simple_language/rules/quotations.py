"""Quotation marks: a name loses them, speech keeps them where its end would not be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_QUOTED = re.compile(
    r"„(?P<a>[^„“”\"]*)[“”\"]|»(?P<b>[^»«]*)«|«(?P<c>[^»«]*)»|(?<!\w)\"(?P<d>[^\"]*)\"(?!\w)"
    r"|‚(?P<e>[^‚‘]*)‘|›(?P<f>[^›‹]*)‹|‹(?P<g>[^›‹]*)›"
)
_NAME_WORDS = 5
_IN_NAMES = word_set("und oder der die das den dem für zum zur von vom im in am an mit bei")
_LABEL_GENITIVE = re.compile(r"\w (?:der|des|eines|einer) \w")
"""*Art der Arbeit*: without its marks the name of a field would be rewritten like any words."""
_STRAY = re.compile(r"[„“”»«‚‘›‹]")
_CRY = re.compile(r"[!?.] ?[“”\"«»‘‹›] [a-zäöü]$")
"""*Sie rief „Halt!“ und lief*: the sentence goes on behind its end."""
_NEXT = re.compile(r"\s+[A-ZÄÖÜ]")
_ADDRESSED = re.compile(r"\b(?:Sie|Ihn?en|Ihr(?:e[nmrs]?)?)\b")
_ONE_SPOKEN_TO = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?)\b")
"""A question to *du* tells the reader nothing; *Du bekommst kein Geld* would."""
_SPEAKER = re.compile(r"\b(?:[Ii]ch|[Mm]ich|[Mm]ir|[Mm]ein\w*|[Ww]ir|[Uu]ns\w*)\b")


def _is_name(inside: str) -> bool:
    """One word, or large words with small ones between: what is no statement of its own."""
    words = inside.split()
    if len(words) == 1:
        return True
    if len(words) > _NAME_WORDS or _LABEL_GENITIVE.search(inside):
        return False
    return all(not word[:1].islower() or word in _IN_NAMES for word in words)


def _is_told(view: View, inside: str) -> bool:
    """*Das glauben viele* behind it would be about a sentence that the office seems to say."""
    alone = view.document.strip() == view.text.strip()
    told = _ONE_SPOKEN_TO.search(inside) and not inside.rstrip().endswith("?")
    return alone and not (told or _SPEAKER.search(inside) or _ADDRESSED.search(inside))


@evaluates("quotation-marks")
def quotation_marks(view: View) -> Iterator[Match]:
    """*das Feld „Art der Arbeit“* → *das Feld Art der Arbeit*

    Speech that the sentence goes on after (*„Gut“, sagte sie*) would not be told apart any more:
    there only a person can help. Behind a colon one sentence of speech ends where its line ends;
    so does a sentence that is all in marks and stands alone, but *ich* and *wir* in it are not who
    writes, and *Sie* may be somebody else.
    """
    seen: set[int] = set()
    for found in _QUOTED.finditer(view.text):
        start, end = found.span()
        inside = found[found.lastgroup or 0]
        seen |= {start, end - 1}
        spoken = view.text[end : end + 1] == "," and len(inside.split()) > 1
        before, behind = view.text[:start].rstrip(), view.text[end:]
        cried = _CRY.search(view.text[start : end + 2]) is not None
        spoken = spoken or (cried and not before.endswith(":"))
        over = not behind.strip(" .!?") or (
            inside.rstrip().endswith((".", "!", "?")) and _NEXT.match(behind) is not None
        )
        over = over and _SPEAKER.search(behind) is None
        whole = not before and not behind.strip() and _is_told(view, inside)
        one = re.search(r"[.!?:] +\w", inside) is None
        named = _is_name(inside) or (one and (whole or (before.endswith(":") and over)))
        speech = before.endswith(":") or not (before or behind.strip(" .!?"))
        flows = inside[:1].islower()  # *gelten „als gute Freunde“*: its marks part no words
        yield Match(
            start=view.start + start,
            end=view.start + end,
            found=found[0],
            replacement=None if spoken else inside.strip(),
            safe=not spoken and named,
            guess=not (
                named or speech or flows
            ),  # *die Frage „Bitte wählen“*: without its marks it runs into the rest
        )
    for found in _STRAY.finditer(view.text):
        start, end = found.span()
        if start in seen:
            continue
        if view.text[start - 1 : start] == " " and view.text[end : end + 1] in ("", " ", ".", ","):
            start -= 1  # a stray mark with spaces around it
        yield Match(
            start=view.start + start,
            end=view.start + end,
            found=found[0],
            replacement="",
            safe=True,
        )
