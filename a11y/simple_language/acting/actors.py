"""Who probably acts where a passive does not say it: only an order of proposals, never a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Clause, QuestionType, Role
from a11y.simple_language.acting.text_kinds import SPOKEN_TO, is_official
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar.acting_nouns import OFFICES, names_somebody
from a11y.simple_language.grammar.verbal import is_obliged, is_past
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """subject: as written in the sentence. person: ``S3`` or ``P3``. note: for the editor."""

    subject: str
    person: str
    note: str
    must: str


READER = Actor(
    subject="Sie",
    person="P3",
    note="Wenn die Bürgerin oder der Bürger das macht.",
    must="Wenn die Bürgerin oder der Bürger das machen muss.",
)
OFFICE = Actor(
    subject="das Amt",
    person="S3",
    note="Wenn das Amt das macht.",
    must="Wenn das Amt das machen muss.",
)


@lru_cache(maxsize=1)
def acting_verbs() -> dict[str, frozenset[str]]:
    """Who mostly does what: the verbs of each list in ``data/actors.yaml``."""
    records = data_file("actors")
    return {who: frozenset(words.split()) for who, words in records.items()}


def is_likely(view: View, clause: Clause) -> bool:
    """Whether verb, duty or address tell which of the two acts more probably.

    *Können* does not: *Kinder können eingeschult werden* may speak of either.
    """
    verbs = acting_verbs()
    if clause.modal == "können" and clause.negations:
        return False  # *Kann die Miete nicht gezahlt werden*: whoever cannot
    if clause.predicate in verbs["reader"] and (is_past(clause) or _meant_for_others(view, clause)):
        return False  # *Die Mitglieder wurden gewählt*, *Den Gästen wird ein Buch gezeigt*
    if clause.predicate in verbs["reader"] and not is_obliged(clause) and _MANY.search(view.text):
        return False  # *Die meisten Anträge werden online gestellt*: by all, not by the reader
    if clause.predicate in _PAYS_OR_ENDS and _of_others(view, clause):
        return False  # *Die Stelle wird bezahlt*, *Ihm kann gekündigt werden*: by whom else?
    if is_between_others(view, clause):
        return False
    told = is_past(clause) and len(view.clauses) == 1 and not SPOKEN_TO.search(view.text)
    if told and clause.predicate in _GIVEN_BY_ANYBODY:
        return False  # *Der Spielplatz wurde aus Spenden bezahlt*: news, and no letter
    if is_past(clause) and view.text.startswith("Dies"):
        return False  # *Diese Verträge wurden geschlossen*: the sentence before says who
    known = clause.predicate in verbs["reader"] or clause.predicate in verbs["office"]
    obliged = is_obliged(clause) and clause.modal != "können"
    if not (is_official(view) or clause.predicate in verbs["only_office"]) or (
        not known and is_past(clause)
    ):
        return False  # *Die Münzen sollen verkauft werden*, *Sie wurden nicht verurteilt*
    if any(view.token(index).text.lower() in _FOCUS for index in clause.tokens):
        return False  # *Pro Person wird nur ein Ausweis ausgestellt*: *nur* would leave its noun
    if "nach Angaben" in view.text:
        return False  # who says it is named, and nobody who acts
    if _ON_REQUEST.search(view.text) and not known:
        return False
    return known or obliged or _RECEIVES.search(view.text) is not None


def names_office(view: View, clause: Clause) -> bool:
    """Whether the clause speaks of the office already, in another part than who acts."""
    return any(view.token(i).text in ("Amt", "Amts", "Amtes") for i in clause.tokens)


_GIVEN_BY_ANYBODY = word_set(
    "bezahlen finanzieren fördern unterstützen organisieren durchführen reinigen räumen öffnen "
    "schließen geben verteilen schicken erstellen"
)
_PAYS_OR_ENDS = frozenset({"bezahlen", "zahlen", "kündigen"})


def is_between_others(view: View, clause: Clause) -> bool:
    """*Dem Käufer ist eine Belehrung zu geben*: the seller has to, neither reader nor office."""
    return any(
        item.role is Role.INDIRECT_OBJECT and _PRIVATE.search(view.token(item.head).text)
        for item in clause.participants
    )


_PRIVATE = re.compile(
    r"(?i)(?:käufer|mieter|verbraucher|kunde|patient|nehmer|beschäftigte|mitarbeiter|gast|gäste|schüler|mitglied"
    r"|verkäufer|vermieter|kind|bewohner)(?:in|innen|e?n|e?s|er|ern)*$"
)
"""Whom a shop, a landlord, a doctor or a club deals with, not only an office."""
_WORK = re.compile(r"(?i)(?:stellen?|arbeit|tätigkeit|dienste?|stunden?|einsätze|einsatz)$")


def _of_others(view: View, clause: Clause) -> bool:
    """Whether work or a person is paid, or somebody who is not the reader is given notice."""
    if any(view.token(i).text.lower() in ("ihm", "ihr", "ihnen") for i in clause.tokens):
        return not any(view.token(i).text in ("Ihnen", "Ihr") for i in clause.tokens)
    return any(
        _WORK.search(view.token(item.head).text) is not None
        or names_somebody(view.token(item.head).text)
        for item in clause.participants
        if item.role is Role.SUBJECT
    )


_FOCUS = frozenset({"nur", "lediglich", "ausschließlich"})
_MANY = re.compile(r"\b(?:Großteil|meisten|Mehrheit|Hälfte|Drittel|Prozent|immer mehr|Anteil)\b")


def _meant_for_others(view: View, clause: Clause) -> bool:
    """Somebody who is neither reader nor office gets it, so the reader hardly gives it."""
    return not is_obliged(clause) and any(
        item.role is Role.INDIRECT_OBJECT and view.token(item.head).tag == "NN"
        for item in clause.participants
    )


def _meant_for_office(view: View, clause: Clause) -> bool:
    """*dem Amt mitzuteilen*: who receives it does not do it."""
    return any(
        item.role is Role.INDIRECT_OBJECT and OFFICES.search(view.token(item.head).text)
        for item in clause.participants
    )


_CONDITIONS_SET = frozenset({"Auflage", "Bedingung", "Bescheid", "Erlaubnis", "Genehmigung"})
_CLEARED = re.compile(r"(?i)müll|abfall|abfälle|tonne|schnitt|schrott|geräte|laub")
_ON_REQUEST = re.compile(r"\b[Aa]uf (?:\w+ )?(?:Antrag|Wunsch|Anfrage|Verlangen)\b")


def _is_spoken_to(view: View, clause: Clause) -> bool:
    """Whether the clause itself names the reader (*Bitte beachten Sie:* before it does not)."""
    return any(view.token(i).text in ("Sie", "Ihnen") for i in clause.tokens)


_RECEIVES = re.compile(r"\bIhnen\b")


def befalls(clause: Clause) -> bool:
    """*Grenzwerte werden überschritten*: neither reader nor office is told to do such a thing."""
    return clause.predicate in acting_verbs()["nobody"] and not is_obliged(clause)


def likely_actors(view: View, clause: Clause) -> tuple[Actor, Actor]:
    """Reader and office, the likelier first.

    By the verb (an office grants, a reader applies); a sentence that speaks to the reader as
    receiver has the office act; else a duty or a permission is the reader's, a plain fact the
    office's.
    """
    verbs = acting_verbs()
    asked = _ON_REQUEST.search(view.text) is not None
    if asked and (clause.predicate in verbs["office"] or clause.predicate == "stellen"):
        return OFFICE, READER  # *ist auf Antrag zu befreien*, *kann auf Wunsch gestellt werden*
    if _RECEIVES.search(view.text) and not is_obliged(clause):
        return OFFICE, READER  # *wird Ihnen angezeigt*: nobody shows it to themselves
    if any(
        item.role is Role.INDIRECT_OBJECT and view.token(item.head).text.lower() == "uns"
        for item in clause.participants
    ):
        return READER, OFFICE  # *Wird uns der Auszug nicht mitgeteilt*: who writes is told
    things = {view.token(item.head).lemma for item in clause.participants}
    if clause.predicate == "versehen" and things & _CONDITIONS_SET:
        return OFFICE, READER  # *kann mit Auflagen versehen werden*
    own = clause.predicate in verbs["reader_noun_verbs"] and bool(things & verbs["reader_nouns"])
    if (
        clause.predicate == "abholen"
        and clause.modal == "können"
        and not _CLEARED.search(view.text)
    ):
        return READER, OFFICE  # *Fundsachen können abgeholt werden*
    if any(thing.endswith("bescheid") for thing in things):
        return OFFICE, READER  # *Der Steuerbescheid wird elektronisch bereitgestellt*
    if clause.predicate in verbs["reader"] or own:
        return READER, OFFICE
    obliged = is_obliged(clause)
    duty = obliged and clause.modal != "können" and clause.predicate in verbs["reader_if_duty"]
    if _meant_for_office(view, clause) or duty:
        return READER, OFFICE
    if clause.predicate in verbs["office"] or _is_spoken_to(view, clause):
        return OFFICE, READER
    if view.text.rstrip().endswith("?") and ":" not in view.text:
        return READER, OFFICE  # *Der Hund wird verkauft?*: what is the reader's own
    if clause.negations and clause.question is not QuestionType.NONE:
        return READER, OFFICE  # *Der Garten wird nicht bewirtschaftet?*: whoever fails to do it
    return (READER, OFFICE) if obliged else (OFFICE, READER)
