"""Nouns whose genitive is not said with *von*: it stays, or another preposition fits.

*Einbruch der Dunkelheit*: the genitive is what comes, and nobody says *von der*. *die Gründe der
Krankheit* are *die Gründe für die Krankheit*.
"""

from __future__ import annotations

import re

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
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


_WHAT_IT_IS = word_set(
    "Gefühl Tugend Problem Begriff Kunst Vorwurf Verdacht Idee Gedanke Prinzip Grundsatz Gebot "
    "Laster Sünde Gabe Phänomen Thema Zustand Straftat Delikt Verbrechen Eigenschaft Methode "
    "Gefahr Risiko "
    "Möglichkeit Titel Beruf Woche Zeitalter Frage Tatbestand Instrument Mittel Weg"
)
"""*das Gefühl der Angst*: the genitive says what the feeling is, not whose."""
_STREETS = re.compile(r"(?:[Pp]latz|[Ss]traße|[Aa]llee|[Bb]rücke|[Bb]ank|[Pp]ark)$")
_STREET_NAMES = word_set(
    "Republik Einheit Freiheit Nation Nationen Revolution Arbeit Demokratie Menschenrechte Jugend "
    "Freundschaft Solidarität Vertrauens Friedens Gerechtigkeit Zukunft Liebe Hoffnung"
)
_UNIONS = re.compile(r"^(?:Gewerkschaft|Zentralrat|Bund|Bundesverband|Vereinigung|Dachverband)$")


def _named_so(noun: Token, phrase: nominal.Phrase) -> bool:
    """*der Platz der Republik*, *die Gewerkschaft der Polizei*; *das Problem der Armut*."""
    if _STREETS.search(noun.text) and phrase.noun.text in _STREET_NAMES:
        return True
    article = phrase.article.text.lower() if phrase.article is not None else ""
    if _UNIONS.match(noun.text) and article == "der":
        return True
    return noun.text in _WHAT_IT_IS and not names_somebody(phrase.noun.text)


def stays(view: View, noun: Token, phrase: nominal.Phrase) -> bool:
    """Whether *von* behind this noun says what nobody says, so that only an editor takes it."""
    own = nominal.ending_in(view, noun)
    before = view.after(own.first if own is not None else noun, -1)
    asked = before is not None and before.text.lower() in _GENITIVE_ASKED
    article = own.article if own is not None else None
    if article is None and before is not None and before.text.lower() in ("unter", "mit"):
        return True  # *unter Missachtung der Regeln*, *mit Ausnahme der Feiertage*
    if _COMPASS.match(noun.text) or _named_so(noun, phrase):
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
