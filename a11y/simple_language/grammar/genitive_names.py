"""Names in the genitive: *die Hauptstadt Frankreichs* → *die Hauptstadt von Frankreich*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import ClauseKind, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def genitive_names(view: View, *, turned: re.Pattern[str]) -> Iterator[Match]:
    """Names of places, *Gottes*, and persons behind a noun that no person or firm is called by.

    turned: nouns behind which *von* says the opposite (*die Befreiung Kuwaits*).
    """
    for token in view.tokens:
        noun = view.after(token, -1)
        if noun is None or noun.tag != "NN" or not token.text.endswith("s"):
            continue
        name = _nominative(token, noun)
        if name is None or token.tag not in ("NE", "NN"):
            continue
        if turned.search(noun.text) or _COMES_FROM.search(noun.text) or not _is_owner(view, noun):
            continue
        if _goes_on(view, token):
            continue
        yield Match(
            start=token.span[0],
            end=token.span[1],
            found=token.text,
            replacement=f"von {name}",
            safe=True,
        )


def _nominative(token: Token, noun: Token) -> str | None:
    """The name without its ending; None where it may be one as it stands (*der Sänger Peters*)."""
    if token.text == "Gottes":
        return "Gott" if noun.text not in ("Mutter", "Lamm", "Lammes", "Namen", "Dank") else None
    name, listed = token.text[:-1], tables.names()
    known = token.text in listed["place"] or token.text in listed["last"]
    if known or token.text in listed["first"] or token.tag != "NE" or name in _WITH_ARTICLE:
        return None
    if name in tables.noun_forms() and name not in listed["place"]:
        return None
    if name in listed["place"]:
        return name
    return name if name in listed["first"] and noun.text in _OF_A_PERSON else None


def _is_owner(view: View, noun: Token) -> bool:
    """*die Regierung Israels*: an article tells where the phrase begins; no name of a party or bank
    (*die Linke Partei Deutschlands*), no second *von*, no agent of a passive."""
    phrase = nominal.ending_in(view, noun)
    if phrase is None or _CALLED.search(noun.text):
        return False
    if any(t.text[:1].isupper() for t in phrase.adjectives):
        return False
    before = view.after(phrase.first, -1)
    article = phrase.article or (before if before is not None and before.tag == "APPRART" else None)
    if article is None or article.tag not in ("ART", "PPOSAT", "PDAT", "APPRART"):
        return False
    if any(t is not None and t.text.lower() in ("von", "vom") for t in (article, before)):
        return False
    if before is not None and before.tag == "NN" and article.text.lower() in _GENITIVES:
        return False  # *die Aktion der Bevölkerung Japans*: two *von* read worse
    clause = view.in_clause(noun)
    if clause is None or clause.finite is None:
        return clause is not None
    front = clause.kind is ClauseKind.MAIN and noun.index < clause.finite
    return clause.voice is Voice.ACTIVE or front


def _goes_on(view: View, token: Token) -> bool:
    """*die Wirtschaft Polens und Ungarns*, *im Osten Kanadas Wälder*: not its end."""
    behind, second = view.after(token), view.after(token, 2)
    if behind is None:
        return False
    if behind.tag in ("NN", "NE", "CARD", "FM", "XY", "ADJA", "TRUNC") or behind.text in _DASHES:
        return True
    if behind.text.lower() in ("von", "vom", "durch"):
        return True
    joined = behind.text == "," or behind.tag == "KON"
    owned = second is not None and (
        second.tag in ("NE", "FM") or second.text in ("des", "der", "eines", "einer", "Gottes")
    )
    return joined and owned


_GENITIVES = frozenset({"der", "des", "einer", "eines", "dieser", "dieses"})
_DASHES = frozenset("-–—/&(")
_COMES_FROM = re.compile(
    r"(?i)(?:einfuhr|import|kauf|bezug|rückzug|abzug|reise|fahrt|flug|herkunft|abstammung|nachricht"
    r"|abfall|abwendung|abspaltung|ablösung|furcht|angst|sehnsucht|entzug|anreise|abreise|lieferant|gesandt|bote|botschafter)(?:s|es|e|en|n)?$"
)
"""*die Einfuhren Chinas*: with *von* they would come from there."""
_CALLED = re.compile(
    r"(?:[Pp]artei|[Bb]und|[Bb]ank|[Rr]at|[Vv]erband|[Uu]nion|[Rr]epublik|[Vv]erein|[Kk]irche"
    r"|[Gg]ewerkschaft|[Jj]ugend|[Ll]iga|[Aa]kademie|[Gg]esellschaft|[Gg]emeinschaft|[Aa]llianz)$"
)
_WITH_ARTICLE = word_set("Iran Irak Sudan Libanon Kongo Jemen Senegal Kosovo Vatikan Tschad Niger")
_OF_A_PERSON = word_set(
    "Sohn Sohnes Söhne Söhnen Tochter Töchter Töchtern Vater Vaters Gott Volk Volkes Tod Todes "
    "Geburt Leben Lebens Hand Hände Händen Stimme Wort Wortes Worte Worten Herz Herzens Bart Zelt "
    "Zelte Zelten Gesicht Gesichts Kopf Kopfes Glaube Glauben Regierungszeit Nachkommen Jünger "
    "Jüngern Grab Grabes Seele Stamm Geist Kindheit Jugend Kleidung Kleider Kleidern"
)
"""What a person has or is to somebody; *das Haus Peters*, *die Familie Jacobs* are names."""
