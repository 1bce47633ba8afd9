"""Prepositions of offices, which have a short word beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from a11y.language.analysis import Token
from a11y.language.clauses import frames
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]:
    """First word in small letters → (all words, what to write), the longest first."""
    records = data_file("prepositions")
    table: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for record in sorted(records, key=lambda one: -len(one["from"].split())):
        words = tuple(record["from"].lower().split())
        table.setdefault(words[0], []).append((words, record))
    return table


@evaluates("long-preposition")
def long_preposition(view: View) -> Iterator[Match]:
    """*bezüglich des Antrags* → *zu dem Antrag*"""
    for token in view.tokens:
        for words, record in _prepositions().get(token.text.lower(), ()):
            run = [view.after(token, step) for step in range(len(words))]
            if [t.text.lower() if t else "" for t in run] != list(words):
                continue
            last = run[-1]
            assert last is not None
            match = _preposition(view, token, last, record)
            if match is not None:
                yield match
            break


def _preposition(view: View, first: Token, last: Token, record: dict[str, Any]) -> Match | None:
    found = view.slice(first.index, last.index)
    nothing = Match(start=first.span[0], end=last.span[1], found=found)
    following, before = view.after(last), view.after(first, -1)
    if before is not None and before.text.lower() in ("bis", "vom", "von"):
        return None  # *bis einschließlich 7. Februar*: how far, no preposition of its own
    if record.get("word") and first.tag != "APPR":
        return None  # *kommt uns entgegen*, *weit abseits*
    if following is None or (first.text.lower() == "entsprechend" and first.tag != "APPR"):
        return nothing
    if last.tag == "NN" and following.tag == "CARD" and not record.get("plain"):
        return None  # *an Stelle 3 der Liste*: the number tells which one
    if any(w[:1].isupper() and _stands(view, w) for w in record["to"].split()):
        return nothing  # *Die Kosten gehen zu Lasten des Mieters*: not *Kosten auf Kosten*
    if record.get("safe") and not _is_certain(view, following, record):
        record = {**record, "safe": False}
    if record.get("leicht") and view.level is not Level.LEICHT:
        return None  # *innerhalb eines Monats* keeps its genitive
    if following.text.lower() in ("von", "vom") and record["to"].endswith(" von"):
        return None
    if record.get("behind_noun") and not _asked_about(view, first):
        record = {**record, "safe": False}  # *wird er in Höhe der Schuld belangt*
    if record.get("times") and following.text.lower() in _KNOWN_ARTICLES:
        return None  # *innerhalb der Frist* is said so
    if record["from"] == "laut" and not _SAID_OR_RULED.search(_noun_behind(view, following)):
        return nothing  # *laut Polizei*: neither after it nor in its direction
    easy = capital(record["to"]) if first.text[:1].isupper() else record["to"]
    with_what = bool(record.get("shown")) and pays(view, first)
    if record["from"] == "anhand" and _measures(view, first):
        return nothing  # *anhand des Vorjahres geschätzt*: after it, not with it
    guess = with_what or bool(record.get("doubtful"))
    if with_what:  # *Mit Belegen zahlt das Amt*: with what?
        record = {**record, "safe": False}
    if following.text.lower() in ("von", "vom") and record.get("von"):
        ends = _what_ends(view, following) if "else" in record else None
        if ends is not None and record.get("events") and _CONTRACTS.search(ends.noun.text):
            return None
        if ends is not None and not _is_direct(ends, record):
            easy = capital(record["else"]) if first.text[:1].isupper() else record["else"]
        return Match(
            start=first.span[0],
            end=following.span[1] if following.text == "von" else last.span[1],
            found=found,
            replacement=easy if following.text == "von" else None,
            safe=record.get("safe", False),
            guess=guess,
        )
    if following.tag == "CARD" and record.get("plain"):
        return Match(
            start=first.span[0], end=last.span[1], found=found, replacement=easy, safe=True
        )
    article = _missing_article(following, record["case"])
    if article is not None and record["from"] in _BEFORE_BARE:
        return Match(  # *laut Satzung* → *nach der Satzung*
            start=first.span[0],
            end=last.span[1],
            found=found,
            replacement=f"{easy} {article}",
        )
    if record["governs"] == record["case"] and following.tag in ("NN", "NE", "CARD"):
        return Match(  # nothing behind it changes: *gemäß Paragraf 12*
            start=first.span[0],
            end=last.span[1],
            found=found,
            replacement=easy,
            safe=record.get("safe", False),
        )
    phrase = nominal.phrase_at(view, following.index)
    if phrase is None:
        return nothing
    if phrase.noun.text == "Tatsache":
        return nothing  # *angesichts der Tatsache, dass …*: the whole is a subjunction
    if phrase.article is None and record["from"].startswith("zwecks"):
        record = {**record, "safe": False}  # *für Prüfung* lacks an article
    if record.get("helper") and ACTORS.search(phrase.noun.text):
        return nothing  # *mithilfe des Arbeitgebers*: not only beside him
    if record.get("times") and not TIMES.search(phrase.noun.text):
        return None  # *innerhalb der Stadt* is plain enough
    if record.get("during") and not _lasts(phrase.noun.text):
        return None  # *im Verlauf der Straße*: where, not when
    if record.get("one") and _several_or_somebody(phrase):
        return nothing  # *inmitten der Kinder*: between them, not in them
    if record.get("starts") and not _BEGUN.search(phrase.noun.text):
        return None  # *vor Aufnahme des Kindes*: it is taken in
    if record.get("events") and _CONTRACTS.search(phrase.noun.text):
        return None  # *nach Abschluss des Vertrags*: then it begins
    if not _is_direct(phrase, record):
        easy = capital(record["else"]) if first.text[:1].isupper() else record["else"]
    if record.get("asking") and not _asked_about(view, first):
        easy, record = record["else"], {**record, "case": record["governs"]}
        easy = capital(easy) if first.text[:1].isupper() else easy
    if easy.endswith((" Ende von", " Beginn von", " Anfang von")):
        # *vor dem Ende der Frist*: behind a preposition *von* would be the second one
        easy, record = easy.removesuffix(" von"), {**record, "case": record["governs"]}
    if record["governs"] == record["case"]:
        changed: str | None = view.slice(phrase.first.index, phrase.noun.index)
    else:
        changed = nominal.in_case_from(phrase, record["governs"], record["case"])
    after = view.after(phrase.noun)
    if changed is None or (after is not None and after.tag == "KON"):
        return nothing
    return Match(
        start=first.span[0],
        end=phrase.noun.span[1],
        found=found,
        replacement=f"{easy} {changed}".replace(" von dem ", " vom "),
        safe=record.get("safe", False),
        guess=guess,
    )


def _is_certain(view: View, following: Token, record: dict[str, Any]) -> bool:
    """Whether the noun behind a preposition leaves the short word no other sense.

    following: the token behind the preposition.
    """
    by = following.text.lower() in ("von", "vom")
    first = view.after(following) if by else following
    noun = _noun_behind(view, first) if first is not None else ""
    if record.get("deeds"):
        return _DEEDS.search(noun) is not None and _NO_DEEDS.search(noun) is None
    if record.get("ruled"):
        return _RULED.search(noun) is not None
    if record.get("caused"):
        return _RULED.search(noun) is None or noun.lower().endswith(("wunsch", "wünsche"))
    if record.get("nobody"):
        return not (ACTORS.search(noun) or _is_person_or_name(view, first))
    return True


def _is_person_or_name(view: View, first: Token | None) -> bool:
    phrase = nominal.phrase_at(view, first.index) if first is not None else None
    noun = phrase.noun if phrase is not None else first
    if noun is None:
        return False
    person = frames.animacy_of_noun(noun.lemma) is frames.Animacy.PERSON
    return noun.tag == "NE" or person or _GROUP.search(noun.text) is not None


_GROUP = re.compile(
    r"(?i)(?:familien?|gruppen?|firma|vereine?s?|ländern?|landes|stadt|gemeinden?)$"
)


def _lasts(noun: str) -> bool:
    return any(pattern.search(noun) for pattern in (TIMES, _SPANS, _EVENTS, _DEEDS))


def _stands(view: View, noun: str) -> bool:
    return any(token.text == noun for token in view.tokens)


def _several_or_somebody(phrase: nominal.Phrase) -> bool:
    several = any(number == "Plur" for _, number, _ in nominal.readings(phrase))
    person = frames.animacy_of_noun(phrase.noun.lemma) is frames.Animacy.PERSON
    return several or (person and ACTORS.search(phrase.noun.text) is None)


def _measures(view: View, preposition: Token) -> bool:
    clause = view.in_clause(preposition)
    return clause is not None and clause.predicate in _MEASURING


_MEASURING = word_set("schätzen berechnen bemessen bewerten beurteilen festlegen ermitteln wählen")


def pays(view: View, preposition: Token) -> bool:
    """Whether the clause hands something over, so that *mit* would say with what."""
    clause = view.in_clause(preposition)
    return clause is not None and clause.predicate in _PAYING


_PAYING = word_set(
    "zahlen bezahlen erstatten überweisen ersetzen übernehmen übergeben abgeben einreichen senden "
    "zurückzahlen schicken zusenden vorlegen ausstellen ausgeben herausgeben aushändigen erteilen "
    "verlängern"
)
"""*mit dem Ausweis abgeben*: it would be given away, too."""


def _what_ends(view: View, by: Token) -> nominal.Phrase | None:
    """The phrase behind *von*; None for *von 3 Monaten*, a stretch of time that is counted."""
    following = view.after(by)
    if following is None or following.tag == "CARD" or following.text[:1].isdigit():
        return None
    return nominal.phrase_at(view, following.index)


def _is_direct(phrase: nominal.Phrase, record: dict[str, Any]) -> bool:
    """Whether the short word alone says it: *nach Ablauf der Frist* → *nach der Frist*, but *nach
    Ablauf des Jahres* → *nach dem Ende vom Jahr*."""
    noun = phrase.noun.text
    if record.get("spans"):
        one = phrase.article is not None and phrase.article.text.lower().startswith("ein")
        return _SPANS.search(noun) is not None or (one and TIMES.search(noun) is not None)
    if record.get("events"):
        return _EVENTS.search(noun) is not None
    return True


_SPANS = re.compile(
    r"(?i)(?:frist(?:en)?|(?<!uhr)zeit|zeiten|phase|periode|wochen|tage|monate|jahre)$"
)
_EVENTS = re.compile(
    r"(?i)(?:arbeiten|verfahrens?|ausbildung|prüfung(?:en)?|untersuchung(?:en)?|sanierung"
    r"|behandlung|veranstaltung|sitzung|verhandlung|beratung|kurse?s?|ferien|saison|studiums?"
    r"|praktikums?|einsatzes|spiele?s?|konzerte?s?|unterrichts?|schule|messe|wahl|reise|fahrt)$"
)
_CONTRACTS = re.compile(
    r"(?i)(?:vertrag(?:e?s)?|verträgen?|(?:versicherung|vereinbarung)(?:en)?|abonnements?|abos?"
    r"|abkommens?|vergleich(?:e?s)?|police|pakt(?:e?s)?|kauf(?:e?s)?|geschäft(?:e?s)?|kredit(?:e?s)?"
    r"|darlehens?|bündnisses|friedens|ehe)$"
)
_BEGUN = re.compile(
    r"(?i)(?:tätigkeit|arbeit(?:en)?|betrieb(?:e?s)?|beschäftigung|studiums?|ausbildung|dienste?s)$"
)
_KNOWN_ARTICLES = frozenset({"der", "des", "dieser", "dieses"})
_BEFORE_BARE = frozenset({"gemäß", "laut", "entsprechend", "zwecks"})
_ARTICLES = {
    ("Dat", "Masc"): "dem", ("Dat", "Fem"): "der", ("Dat", "Neut"): "dem",
    ("Acc", "Masc"): "den", ("Acc", "Fem"): "die", ("Acc", "Neut"): "das",
}  # fmt: skip
_SAID_OR_RULED = re.compile(
    r"(?i)(?:angaben?|aussagen?|satzung(?:en)?|gesetz(?:e?s|en?)?|verordnung(?:en)?|vorschrift(?:en)?"
    r"|regeln?|ordnung)$"
)
"""*nach Angaben*, *nach der Satzung*: what somebody says or what is ruled."""


def _noun_behind(view: View, following: Token) -> str:
    phrase = nominal.phrase_at(view, following.index)
    if _LAW.match(following.text):
        return "Gesetz"
    return phrase.noun.text if phrase is not None else following.text


_LAW = re.compile(r"^(?:Paragraf\w*|Artikel\w*|Absatz|Nummer|Ziffer|Satz|Anlage|Kapitel)$")


def _missing_article(noun: Token, case: str) -> str | None:
    """The article that a bare singular noun needs behind the short word; None where none fits."""
    if noun.tag != "NN" or _LAW.match(noun.text):
        return None
    found = nominal.noun_readings(noun.text)
    genders = {gender for _, number, gender in found if number == "Sing"}
    if len(genders) != 1 or any(number == "Plur" for _, number, _ in found):
        return None
    return _ARTICLES.get((case, genders.pop()))


_NO_DEEDS = re.compile(
    r"(?i)(?:verfassung|ordnung|regelung|vereinbarung|versicherung|bestimmung|satzung|stiftung"
    r"|zuständigkeit|beschäftigung|bedingung|vorstellung|forderung|verwaltung|regierung|sammlung"
    r"|abteilung|einrichtung|beziehung|verpflichtung|leistung|förderung|siedlung|wohnung)(?:en)?$"
)
"""*im Rahmen der Verfassung*: within what it allows, no event."""
_RULED = re.compile(
    r"(?i)(?:gesetz(?:e?s|en?|buch\w*)?|verordnung(?:en)?|satzung(?:en)?|vorschrift(?:en)?|rechts?"
    r"|richtlinien?|regeln?|regelung(?:en)?|ordnung(?:en)?|bestimmung(?:en)?|artikeln?s?"
    r"|paragra(?:f|ph)(?:en)?|absatz|satz|nummer|ziffer|anlage|plans?|plänen?|wunsch(?:e?s)?|wünschen?"
    r"|vorgaben?|angaben?|anforderung(?:en)?|grundsatz(?:e?s)?|grundsätzen?|tarif(?:e?s)?|[a-zäöü]+go|bgb"
    r"|stgb|sgb)$"
)
"""What rules or what somebody wishes: *nach dem Gesetz* cannot be after it."""
_DEEDS = re.compile(
    r"(?:ung|ungen|fahren|fahrens|prüfens?|projekts?|projekte[ns]?|antrags?|verkaufs?|besuchs?|programms?"
    r"|kurses?|unterrichts?|festes?|einsatzes|planens?|bau(?:e?s)?|umbaus?|aktion(?:en)?|tests?)$"
)
"""*im Rahmen der Prüfung*: something that happens; *bei der Religion* says nothing."""


def _asked_about(view: View, preposition: Token) -> bool:
    """*Fragen bezüglich des Antrags*: behind a noun; elsewhere *zu* would go with the verb."""
    before = view.after(preposition, -1)
    return before is not None and before.tag == "NN"
