"""Phrases without preposition that say when or how long and take no role (*jeden Montag*)."""

from __future__ import annotations

from a11y.language.clauses import adverbials
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase
from a11y.language.clauses.verbs import VerbComplex

DAYS = frozenset(
    ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")
)


def measured_from(phrase: Phrase, draft: Draft, *, others: bool) -> bool:
    """*eine Woche vorher*, *einen Monat vor Beginn*, *zwei Tage lang*: when or how long."""
    if phrase.pronoun or not others:
        return False
    if _far(phrase, draft):
        return True
    if not adverbials.is_time(phrase.head.lemma):
        return False
    counted = any(w.tag == "CARD" or w.lower.startswith(("ein", "wenig")) for w in phrase.core)
    if not counted:
        return False
    inside = [w.lower for w in phrase.words if w.index > phrase.head.index]
    behind = next((w for w in draft.words if w.index > phrase.last), None)
    before = next((w for w in reversed(draft.words) if w.index < phrase.first), None)
    limited = before is not None and before.lower in _LIMITS
    follows = behind is not None and behind.lower in _FROM_THEN
    return limited or follows or bool(inside and inside[0] in ("vor", "nach"))


def _far(phrase: Phrase, draft: Draft) -> bool:
    """*drei Kilometer von der Schule entfernt*"""
    counted = any(word.tag == "CARD" for word in phrase.core)
    behind = next((w for w in draft.words if w.index > phrase.last), None)
    return counted and behind is not None and behind.lower in ("entfernt", "weit", "auseinander")


_FROM_THEN = frozenset(
    ("vorher", "zuvor", "davor", "danach", "später", "früher", "lang", "nachher", "hindurch")
)


_LIMITS = frozenset(("spätestens", "frühestens"))


_ELAPSE = frozenset(("vergehen", "verstreichen", "ablaufen", "verbleiben", "reichen", "genügen"))


_EACH = frozenset(("jeden", "jedes", "jede", "nächstes", "nächsten", "letztes", "letzten"))


_EACH |= {"nächste", "letzte", "diese", "diesen", "kommende", "kommenden", "vergangene"}


def is_time_adverbial(phrase: Phrase, verb: VerbComplex, *, others: bool) -> bool:
    """*jeden Montag*, *drei Wochen*; not *Die Frist beträgt drei Wochen* nor a subject."""
    if not adverbials.is_time(phrase.head.lemma) or phrase.pronoun:
        return False
    if len(phrase.core) == 1 and phrase.head.lemma.endswith(("zeit", "dauer", "frist", "termin")):
        return False  # *um Wartezeiten zu vermeiden*
    if phrase.head.text == "Zeiten" and verb.predicate != "sein":
        return False  # *schlägt Ihnen drei andere Zeiten vor*
    if verb.predicate in _ELAPSE and not others:
        return False  # *vier Wochen können vergehen*
    if not others and verb.predicate == "sein" and verb.finite is not None:
        return phrase.cases() == {"Acc"}  # *Die ersten 30 Minuten sind frei*
    if phrase.core[0].lower == "alle":
        return True  # *alle zwei Wochen*
    day = len(phrase.core) == 1 and phrase.head.lemma in DAYS
    if day and others and verb.predicate not in ("sein", "werden", "bleiben"):
        return True  # *Montag kommt die Müllabfuhr*
    if adverbials.is_measure(verb.predicate) and verb.predicate != "dauern":
        return False
    counted = any(word.tag == "CARD" for word in phrase.core)
    if phrase.core[0].lower in _EACH and "Acc" in phrase.cases() and others:
        return True  # *Die Stadt besuchen jedes Jahr hundert Gäste*
    if verb.predicate in ("gelten", "dauern", "bleiben", "laufen", "warten"):
        counted = counted or phrase.core[0].lower in (
            "ein",
            "eine",
            "einen",
            "jedes",
            "jede",
            "jeden",
        )
    if phrase.head.dep in ("nsubj", "nsubj:pass", "obj") and not counted:
        return False
    if phrase.cases() == {"Nom"}:
        return False
    return phrase.head.lemma not in ("Termin", "Frist", "Öffnungszeit", "Zeitpunkt", "Geburt")
