"""Prepositions of offices, which have a short word beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A long preposition where it stands. following: the word behind; record: what to write."""

    view: View
    first: Token
    last: Token
    following: Token
    record: dict[str, Any]

    def easy(self, key: str = "to") -> str:
        """The short word, with a large letter where the long one had one."""
        said: str = self.record[key]
        return capital(said) if self.first.text[:1].isupper() else said

    def match(
        self,
        replacement: str | None = None,
        *,
        end: Token | None = None,
        safe: bool = False,
        guess: bool = False,
    ) -> Match:
        """What to write up to the token ``end``, else up to the preposition's own end."""
        return Match(
            start=self.first.span[0],
            end=(end or self.last).span[1],
            found=self.view.slice(self.first.index, self.last.index),
            replacement=replacement,
            safe=safe,
            guess=guess,
        )


def _preposition(view: View, first: Token, last: Token, record: dict[str, Any]) -> Match | None:
    following, before = view.after(last), view.after(first, -1)
    if before is not None and before.text.lower() in ("bis", "vom", "von"):
        return None  # *bis einschließlich 7. Februar*: how far, no preposition of its own
    if record.get("word") and first.tag != "APPR":
        return None  # *kommt uns entgegen*, *weit abseits*
    if following is None:
        return Match(
            start=first.span[0], end=last.span[1], found=view.slice(first.index, last.index)
        )
    place = _Place(view=view, first=first, last=last, following=following, record=record)
    if _is_said_so(place):
        return None
    if _says_another_thing(place):
        return place.match()
    with_what = bool(record.get("shown")) and pays(view, first)  # *Mit Belegen zahlt …*: with what?
    guess = with_what or bool(record.get("doubtful"))
    safe = record.get("safe", False) and not with_what and _is_certain(view, following, record)
    if record.get("left_out") and not _is_left_out(view, first, following):
        safe = False  # *mit Ausnahme der Sonntage*: not *außer den Sonntagen*
    if record.get("behind_noun") and not _asked_about(view, first):
        safe = False  # *wird er in Höhe der Schuld belangt*
    if following.text.lower() in ("von", "vom") and record.get("von"):
        return _before_von(place, safe=safe, guess=guess)
    if following.tag == "CARD" and record.get("plain"):
        return place.match(place.easy(), safe=True)
    article = _missing_article(following, record["case"])
    if article is not None and record["from"] in _BEFORE_BARE:
        return place.match(f"{place.easy()} {article}")  # *laut Satzung* → *nach der Satzung*
    if record["governs"] == record["case"] and following.tag in ("NN", "NE", "CARD"):
        return place.match(place.easy(), safe=safe)  # nothing changes: *gemäß Paragraf 12*
    phrase = nominal.phrase_at(view, following.index)
    if phrase is None:
        return place.match()
    return _before_phrase(place, phrase, safe=safe, guess=guess)


def _is_said_so(place: _Place) -> bool:
    """Whether nobody would say it otherwise there."""
    view, following, record = place.view, place.following, place.record
    if place.last.tag == "NN" and following.tag == "CARD" and not record.get("plain"):
        return True  # *an Stelle 3 der Liste*: the number tells which one
    if place.last.tag == "NN":
        noun = nominal.phrase_at(view, following.index)
        if noun is not None and noun.noun.lemma == place.last.lemma:
            return True  # *im Falle eines Falles*: a saying
    if record.get("leicht") and view.level is not Level.LEICHT:
        return True  # *innerhalb eines Monats* keeps its genitive
    if following.text.lower() in ("von", "vom") and record["to"].endswith(" von"):
        return True
    # *innerhalb der Frist* is said so
    return bool(record.get("times")) and following.text.lower() in _KNOWN_ARTICLES


def _says_another_thing(place: _Place) -> bool:
    """Whether the short word would say another thing there, so that it is only told."""
    view, first, record = place.view, place.first, place.record
    if first.text.lower() == "entsprechend" and first.tag != "APPR":
        return True
    if any(w[:1].isupper() and _stands(view, w) for w in record["to"].split()):
        return True  # *Die Kosten gehen zu Lasten des Mieters*: not *Kosten auf Kosten*
    if record["from"] == "laut" and not _SAID_OR_RULED.search(_noun_behind(view, place.following)):
        return True  # *laut Polizei*: neither after it nor in its direction
    # *anhand des Vorjahres geschätzt*: after it, not with it
    return record["from"] == "anhand" and _measures(view, first)


def _before_von(place: _Place, *, safe: bool, guess: bool) -> Match | None:
    """*innerhalb von drei Monaten*: the short word takes the *von* along."""
    record, following = place.record, place.following
    ends = _what_ends(place.view, following) if "else" in record else None
    if ends is not None and record.get("events") and _CONTRACTS.search(ends.noun.text):
        return None
    easy = place.easy("else" if ends is not None and not _is_direct(ends, record) else "to")
    if following.text != "von":
        return place.match(safe=safe, guess=guess)
    return place.match(easy, end=following, safe=safe, guess=guess)


def _before_phrase(
    place: _Place, phrase: nominal.Phrase, *, safe: bool, guess: bool
) -> Match | None:
    """The short word before a phrase, in the case that it asks for."""
    view, record, noun = place.view, place.record, phrase.noun
    if noun.text == "Tatsache":
        return place.match()  # *angesichts der Tatsache, dass …*: the whole is a subjunction
    if record.get("helper") and ACTORS.search(noun.text):
        return place.match()  # *mithilfe des Arbeitgebers*: not only beside him
    if _fits_no_such_noun(record, noun.text):
        return None
    if record.get("one") and _several_or_somebody(phrase):
        return place.match()  # *inmitten der Kinder*: between them, not in them
    known = phrase.article is None or phrase.article.text[:1] in "dD"
    if record.get("as_much") and known:
        return place.match()  # *Ersatz in Höhe des Wertes*: as high as it is, not out of it
    if phrase.article is None and record["from"].startswith("zwecks"):
        safe = False  # *für Prüfung* lacks an article
    if record.get("nobody") and _is_known_alone(view, phrase):
        return place.match()  # *im Falle der Verhinderung*: not *bei der*, no one is known
    easy, case = place.easy("to" if _is_direct(phrase, record) else "else"), record["case"]
    if record.get("asking") and not _asked_about(view, place.first):
        easy, case = place.easy("else"), record["governs"]
    if easy.endswith((" Ende von", " Beginn von", " Anfang von")):
        # *vor dem Ende der Frist*: behind a preposition *von* would be the second one
        easy, case = easy.removesuffix(" von"), record["governs"]
    changed: str | None = view.slice(phrase.first.index, noun.index)
    if record["governs"] != case:
        changed = nominal.in_case_from(phrase, record["governs"], case)
    after = view.after(noun)
    if changed is None or (after is not None and after.tag == "KON"):
        return place.match()
    said = f"{easy} {changed}".replace(" von dem ", " vom ")
    return place.match(said, end=noun, safe=safe, guess=guess)


def _is_known_alone(view: View, phrase: nominal.Phrase) -> bool:
    """*der Verhinderung*, with nothing behind that says which one or whose."""
    if phrase.article is None or phrase.article.text.lower() not in ("der", "des"):
        return False
    behind = view.after(phrase.noun)
    genitive = nominal.phrase_at(view, behind.index) if behind is not None else None
    whose = genitive is not None and any(c == "Gen" for c, _, _ in nominal.readings(genitive))
    return not (whose or (behind is not None and behind.text in ("von", "vom", ",")))


def _fits_no_such_noun(record: dict[str, Any], noun: str) -> bool:
    """Whether the record is about nouns of another kind, so that nothing is said here."""
    return bool(
        # *innerhalb der Stadt* is plain enough
        (record.get("times") and not TIMES.search(noun))
        # *im Verlauf der Straße*: where, not when
        or (record.get("during") and not _lasts(noun))
        # *vor Aufnahme des Kindes*: it is taken in
        or (record.get("starts") and not _BEGUN.search(noun))
        # *nach Abschluss des Vertrags*: then it begins
        or (record.get("events") and _CONTRACTS.search(noun))
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
    if record.get("tools"):
        return _TOOLS.search(noun) is not None
    if record.get("nobody"):
        return not (ACTORS.search(noun) or _is_person_or_name(view, first))
    return True


_TOOLS = re.compile(
    r"(?i)(?:listen?|tabellen?|karten?|plans?|plänen?|bild(?:e?s|ern?)?|fotos?|beispiel(?:s|e[ns]?)?"
    r"|formulars?|unterlagen?|dokument(?:s|e[ns]?)?|ausweise?s?|nummern?|rechners?|modells?|modellen"
    r"|videos?|tests?|fragebogens?|fragebögen|checklisten?|daten|zahlen|belegen?|skizzen?)$"
)


def _is_person_or_name(view: View, first: Token | None) -> bool:
    phrase = nominal.phrase_at(view, first.index) if first is not None else None
    noun = phrase.noun if phrase is not None else first
    if noun is None:
        return False
    person = frames.animacy_of_noun(noun.lemma) is frames.Animacy.PERSON
    return noun.tag == "NE" or person or _GROUP.search(noun.text) is not None


def _is_left_out(view: View, preposition: Token, following: Token) -> bool:
    """Whether *außer* and a dative name what is left out: people, or part of what is named right in
    front (*alle Zimmer außer der Küche*); times and places else need a preposition of their own."""
    first = view.after(following) if following.text.lower() in ("von", "vom") else following
    noun = _noun_behind(view, first) if first is not None else ""
    if TIMES.search(noun) or _DAYS.search(noun):
        return False
    before = view.after(preposition, -1)
    if before is not None and before.tag in ("NN", "PIS"):
        return True
    phrase = nominal.phrase_at(view, first.index) if first is not None else None
    person = phrase is not None and frames.animacy_of_noun(phrase.noun.lemma)
    return person is frames.Animacy.PERSON and _GROUP.search(noun) is None


_DAYS = re.compile(
    r"(?i)(?:tage?n?s?|mittwochs?|wochenenden?s?|ferien|abende?n?s?|nächten?|januars?|februars?|märz"
    r"|aprils?|mais?|junis?|julis?|augusts?|septembers?|oktobers?|novembers?|dezembers?"
    r"|saison|zeit(?:en)?|sommers?|winters?|weihnachten|ostern|pfingsten|silvesters?)$"
)
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
