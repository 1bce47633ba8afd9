"""Nouns whose genitive is not said with *von*: it stays, or another preposition fits.

*Einbruch der Dunkelheit*: the genitive is what comes, and nobody says *von der*. *die Gründe der
Krankheit* are *die Gründe für die Krankheit*.
"""

from __future__ import annotations

import re

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_COMING = re.compile(
    r"(?:(?<!Wahl)(?<!Haupt)(?<!Neben)(?<!Hinter)[Ee]ingangs?|[Ee]inbruchs?|[Aa]nbruchs?|[Aa]usbruchs?"
    r"|[Ee]intritts?|[Ee]rhalts?|[Ii]nkrafttretens?|[Ww]egfalls?|[Zz]usammenbruchs?|[Ee]rscheinens?"
    r"|[Aa]uftretens?|[Vv]orliegens?|[Ee]intreffens?|[Uu]ntergangs?)$"
)
"""What its genitive does itself: *Eingang der Unterlagen*."""
_COMPASS = re.compile(r"^(?:Nord|Süd)?(?:Norden|Süden|Osten|Westen)$")
_GENITIVE_ASKED = word_set(
    "wegen während trotz statt anstatt innerhalb außerhalb aufgrund mithilfe mittels anhand "
    "bezüglich hinsichtlich zwecks seitens infolge anlässlich angesichts einschließlich zugunsten "
    "unterhalb oberhalb ungeachtet anstelle"
)
_FOR = re.compile(r"(?:^Grund|^Gründen?|[Uu]rsachen?|[Vv]oraussetzung(?:en)?)$")


def stays(view: View, noun: Token) -> bool:
    """Whether *von* behind this noun says what nobody says, so that only an editor takes it."""
    own = nominal.ending_in(view, noun)
    before = view.after(own.first if own is not None else noun, -1)
    asked = before is not None and before.text.lower() in _GENITIVE_ASKED
    article = own.article if own is not None else None
    if _COMPASS.match(noun.text):
        return True
    # *der Eingang des Museums* is a door
    door = noun.text.endswith(("eingang", "Eingang")) and article is not None
    if _COMING.search(noun.text) and not door:
        return True
    # *während des Umbaus der Schule*: one genitive is asked for, the other would read *von*
    return asked and article is not None


def with_for(noun: Token, phrase: nominal.Phrase) -> str | None:
    """*die Gründe* **für die Krankheit**; None where the noun wants *von* or a form is not sure."""
    if not _FOR.search(noun.text):
        return None
    accusative = nominal.in_case_from(phrase, "Gen", "Acc")
    return f"für {accusative}" if accusative else None
