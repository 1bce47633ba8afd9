"""The genitive, which people say with *von*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Token, Voice
from a11y.language.clauses import frames
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.genitive_heads import stays, with_for
from a11y.simple_language.grammar.genitive_names import genitive_names
from a11y.simple_language.grammar.governed_genitives import surely_hangs
from a11y.simple_language.grammar.joined_genitives import (
    all_with_from,
    beside_the_head,
    dative_partner,
    further_genitives,
    partner_of,
    with_from,
)
from a11y.simple_language.grammar.times import MONTHS, TIMES
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.attributes import inside_attribute
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_GENITIVE_PREPOSITIONS = word_set(
    "wegen während trotz statt anstatt innerhalb außerhalb aufgrund mithilfe mittels anhand "
    "bezüglich hinsichtlich zwecks seitens infolge anlässlich angesichts einschließlich "
    "ausschließlich zuzüglich abzüglich zugunsten unterhalb oberhalb ungeachtet seitens rahmen "
    "falle fall zwecke zweck zuge sinne wege hilfe grund laufe beispiel gründen"
)


def _listed(view: View, noun: Token) -> bool:
    """*kaputter Geräte, Räder und Kleider*: what follows has the first one's case, too."""
    behind = [view.after(noun, step) for step in (1, 2, 3)]
    return (
        behind[1] is not None
        and behind[1].tag in ("NN", "ADJA")
        and behind[2] is not None
        and (behind[2].tag in ("KON", "NN") or behind[2].text in (",", "."))
    )


@evaluates("genitive")
def genitive(view: View) -> Iterator[Match]:
    """*die Kosten des Verfahrens* → *die Kosten vom Verfahren*"""
    done = -1
    attributes = {between[-1].index for _, between in inside_attribute(view)}
    for token in view.tokens:
        if token.index <= done or token.index in attributes:
            continue  # *der im Ort geplanten Parks*: the article stands further in front
        before = view.after(token, -1)
        if before is not None and before.tag == "CARD":
            before = view.after(before, -1)  # *Paragraf 12 der Satzung*
        if before is None or before.tag != "NN" or not re.fullmatch(r"[\w-]+", before.text):
            continue  # *Visum:Vor der Reise* is no noun
        if before.text.lower() in _GENITIVE_PREPOSITIONS or _SPELT_OUT in view.text:
            continue
        if _FIXED.match(view.analysis.text, before.span[0]):
            continue
        phrase = nominal.phrase_at(view, token.index)
        if phrase is None or (phrase.article is None and not phrase.adjectives):
            continue
        if phrase.article is None and any(t.text.endswith(_DOING) for t in phrase.adjectives):
            continue  # *ein Ort auf gute Formen achtender Debatten*
        if phrase.noun.text[0].islower():
            continue  # *der Vergleich der alten mit der neuen Karte*
        following = view.after(phrase.noun)
        if following is not None and (phrase.noun.text, following.text) == ("Reihe", "nach"):
            continue  # *der Reihe nach*: one by one
        if phrase.noun.text in ("Welt", "Geschichte", "Zukunft", "Gegenwart"):
            continue  # *die größte Messe der Welt*
        if phrase.noun.text.isupper() and following is not None and following.tag == "CARD":
            continue  # *im Verlauf der B 27*: a road, a line; its number hangs on no *den*
        if following is not None and following.tag == "ADJA":
            continue  # *einer 2 Meter hohen Mauer*: the noun comes later
        if following is not None and following.text in _DASHES:
            continue  # *des Yoga - Lehrers*: one word, written apart
        if phrase.article is None and phrase.noun.text.startswith(_RANKS):
            continue  # *Verwandte ersten Grades*, *Fahrzeuge aller Art*
        if phrase.noun.text.endswith("strasse"):
            continue  # no table knows it, and its end is a plural: *Asse*
        if TIMES.search(phrase.noun.text) and (phrase.article is None or _after_day(view, before)):
            continue  # *am 6. Mai vergangenen Jahres*, *bis zum 30. September des laufenden Jahres*
        if phrase.article is None and _measured(view, before):
            continue  # *des 50 Jahre alten Hauses*: the article stands further in front
        if phrase.article is not None and phrase.article.text.lower() == "alle":
            continue
        if not any(case == "Gen" for case, _, _ in nominal.readings(phrase)):
            continue
        if not surely_hangs(view, phrase, before):
            continue
        named = phrase.article is None and any(a.text[:1].isupper() for a in phrase.adjectives)
        # *die Allianz Demokratischer Kräfte*: part of a name
        dative = None if named else nominal.in_case_from(phrase, "Gen", "Dat")
        chained = before.index == done or _in_chain(view, phrase, before)
        chained = chained or _another_hangs(view, phrase)
        done = phrase.noun.index
        found = view.slice(token.index, phrase.noun.index)
        following = view.after(phrase.noun)
        joined = following is not None and following.tag in ("KON", "$,")
        series = joined and phrase.article is None and _listed(view, phrase.noun)
        if joined and following is not None and following.text == ",":
            behind = view.after(following)
            joined = behind is not None and behind.tag in (*nominal.DETERMINER_TAGS, "NN", "ADJA")
        end = phrase.noun.span[1]
        partner = partner_of(view, phrase)
        if dative is not None and partner is not None:
            form = dative_partner(phrase, partner)
            joint = view.slice(phrase.noun.index + 1, partner.index - 1)
            dative = form and f"{dative} {joint} {form}"
            end, done = partner.span[1], partner.index
        further = further_genitives(view, phrase)
        if dative is not None and further:
            owned = not beside_the_head(view, before, further[0])
            dative = all_with_from(view, dative, further) if owned else None
            end, done = further[-1].noun.span[1], further[-1].noun.index
        elif joined and partner is None and _PARALLEL.search(view.analysis.text[end : view.end]):
            dative = None  # *von der Verwaltung und des Rates*: only half of it
        yield Match(
            start=token.span[0],
            end=end,
            found=found,
            # *bis zum Geburtstag vom Kind gezahlt*: the child would pay, for readers and rules
            replacement=None
            if not dative or series or _reads_as_agent(view, phrase.noun) or _led_edge(view, before)
            else with_for(before, phrase) or with_from(dative),
            guess=(clumsy := _clumsy(view, before, phrase, dative or "")),
            safe=not joined
            and not clumsy
            and not _bare_part(view, before)
            and before.text[:1].isupper()
            and not chained
            and not _ASKS_GENITIVE.search(view.text)
            and not _PARALLEL.search(view.analysis.text[end : view.end]),
        )
    yield from genitive_names(view, turned=_FROM_NOUNS)


_PARALLEL = re.compile(
    r"^(?:[^,.;:]{0,60}\b(?:und|oder|sowie)\s+|[^.;:]{0,60},\s(?:\w+\s){0,3})(?:des|eines)\b"
)
"""*die Kunst des Lesens von Karten und des Schreibens*: the second genitive would hang alone."""
_DASHES = frozenset("-–—") | {"--"}
_RANKS = ("Grad", "Klasse", "Rang", "Ordnung", "Art", "Natur", "Wahl", "Dinge", "Kategorie", "Güte")
_DOING = ("ender", "endes", "enden", "ende")
_ASKS_GENITIVE = re.compile(
    r"\b(?:schuldig|bewusst|würdig|mächtig|beschuldig\w*|bezichtig\w*|verdächtig\w*|angeklagt"
    r"|würdig(?:t|te|ten|en)|(?:be)?darf|bedürfen|bedurfte\w*|gedenk\w*|gedacht|entbehr\w*"
    r"|entheb\w*|enthoben|beraub\w*|erfreu\w*|bemächtig\w*|enthält sich|enthalten sich"
    r"|bedient? sich|bedienen sich|ist sich|sind sich|des (?:Landes|Feldes|Platzes|Saale?s) verw\w+"
    r"|Ansicht|Meinung|Auffassung)\b"
)
"""*des Mordes schuldig*: words whose own case is the genitive."""


_FROM_NOUNS = re.compile(
    r"(?i)(?:beschreibung|schilderung|darstellung|befreiung|trennung|(?:un)?abhängigkeit|erholung|entlastung|abmeldung|entfernung|abweichung"
    r"|rücktritt|ausschluss|abzug|abstand|lösung|abschied|abkehr|loslösung|freistellung|unterscheidung"
    r"|änderungen|änderung|abgrenzung|scheidung|erlösung|verschonung|entbindung|abwendung|distanz|flucht|rückkehr|schutz(?:e?s)?)s?$"
)
"""*die Befreiung des Menschen*: with *von* it would be freed from him."""


_FIXED = re.compile(
    r"(?:Grad(?:es|e)? der Behinderung|Tage?s? der (?:offenen|[Dd]eutschen|Arbeit)"
    r"|(?:Straße|Platz(?:es)?|Brücke|Allee) des \d"
    r"|H(?:aus|äuser|ause|auses) de[rs] |(?<=auf )Kosten de[rs] |(?<=zu )Lasten de[rs] )"
)
"""Names and terms of law: with *von* nobody would find them again."""


def _bare_part(view: View, noun: Token) -> bool:
    """*Anfang der Woche*, *Mitte des Jahres*: a time without an article, said as it is."""
    before = view.after(noun, -1)
    article = before is not None and (before.tag in ("ART", "APPRART") or before.tag == "PPOSAT")
    return noun.text in _BARE and not article


_BARE = word_set("Anfang Mitte Ende Art Tag Ort Höhe Dauer")


def _clumsy(view: View, noun: Token, phrase: nominal.Phrase, dative: str) -> bool:
    """Where *von* says something else or what nobody says, so that only an editor takes it.

    *die Befreiung des Menschen*; *die Zurückstellung des Kindes vom Unterricht*: two *von*; *zur
    Deckung der Kosten*: an aim said with a noun, and *von den* behind it.
    """
    behind = view.after(phrase.noun)
    if stays(view, noun, phrase):
        return True
    if _FROM_NOUNS.search(noun.text) or (behind is not None and behind.text == "vom"):
        return True
    before = view.after(noun, -1)
    aim = before is not None and before.text.lower() in ("zur", "zum", "während", "für")
    return aim and dative.startswith("den ") and _DEED.search(noun.text) is not None


_DEED = re.compile(r"(?:ung|nahme|gabe|tion|en)$")


def _led_edge(view: View, noun: Token) -> bool:
    """*vor dem Ende der Frist*: where a time begins or ends, behind a preposition, *von* is one
    small word too many; the time has to be said with a verb."""
    if not _EDGES_OF_TIME.search(noun.text):
        return False
    own = nominal.ending_in(view, noun)
    before = view.after(own.first if own is not None else noun, -1)
    return before is not None and before.tag in ("APPR", "APPRART")


_EDGES_OF_TIME = re.compile(
    r"(?:[Ee]nde|[Bb]eginn|[Aa]nfang|Tode?|Eintritt|Ablauf|Abschluss|Zeitpunkt|Tage?|Laufe?)$"
)
_AUTHORITY = re.compile(r"(?:länder|land|städten?|kreisen?|staaten|staate?s?|trägern?)(?:e?s|n)?$")


def _reads_as_agent(view: View, noun: Token) -> bool:
    """*werden Ausflüge der Schule bezahlt*: with *von* the school would seem to pay."""
    clause = view.in_clause(noun)
    if clause is None or clause.voice is Voice.ACTIVE:
        return False
    kind = frames.animacy_of_noun(noun.lemma)
    able = kind in (frames.Animacy.PERSON, frames.Animacy.INSTITUTION)
    return able or _AUTHORITY.search(noun.text) is not None or ACTORS.search(noun.text) is not None


def _in_chain(view: View, phrase: nominal.Phrase, noun: Token) -> bool:
    """*die Höhe von den Kosten der Unterkunft*: a second *von* reads worse than the genitive.

    The other one may stand before the noun, with a joined one (*von der Mutter oder dem Vater des
    Kindes*), or behind the genitive (*den Wert des Gartens vom Amt schätzen lassen*).
    """
    behind = view.after(phrase.noun)
    if behind is not None and behind.text.lower() in ("von", "vom"):
        return True
    own = nominal.ending_in(view, noun)
    before = view.after(own.first if own is not None else noun, -1)
    if (
        before is not None
        and before.tag == "KON"
        and (joined := view.after(before, -1)) is not None
    ):
        own = nominal.ending_in(view, joined)
        before = view.after(own.first, -1) if own is not None else None
    return before is not None and before.text.lower() in ("von", "vom")


def _another_hangs(view: View, phrase: nominal.Phrase) -> bool:
    """*die Prüfung der Papiere des Kindes*: one with *von*, one without is only half said."""
    following = view.after(phrase.noun)
    second = nominal.phrase_at(view, following.index) if following is not None else None
    if second is None or second.article is None:
        return False
    cases = {case for case, _, _ in nominal.readings(second)}
    own = second.article.text.lower() in ("des", "eines", "ihres", "seines", "dieses")
    return "Gen" in cases and (own or second.noun.head == phrase.noun.index)


_SPELT_OUT = "ist die Abkürzung für:"
"""What an abbreviation stands for is a name."""
_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}|Tag|Mal)$")


def _after_day(view: View, noun: Token) -> bool:
    number = view.after(noun, -1)
    return _DAY.match(noun.text) is not None and number is not None and number.text[:1].isdigit()


def _measured(view: View, noun: Token) -> bool:
    number = view.after(noun, -1)
    return number is not None and number.tag == "CARD"
