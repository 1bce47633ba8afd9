"""A small fixed lexicon: examples keep their meaning while the real corpus grows.

The forms are placeholders; only lemmas, parts of speech and verb classes matter here.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.review import ReviewState
from a11y.sign_avatar.lexicon.model import Entry, VerbClass

_AGREEMENT = {"helfen", "schicken", "informieren", "zeigen", "fragen", "geben", "beraten"}
_REDUPLICATE = {"Kind", "Haus", "Buch"}
_TIME_UNITS = ("Tag", "Woche", "Monat", "Jahr")

_NOUNS = """
Amt Antrag Aufzug Ausweis Auto Brief Büro Cent Euro Foto Formular Frau Freitag Geld Grund Haus Herr
Hund Internet Jahr Kind Komma Kosten Monat Montag Mutter März Person Polizei Prozent Rathaus Stadt
Steuer Tag Termin Uhr Verlust Woche Buch
"""
_VERBS = """
abmelden anmelden anrufen beraten bekommen bezahlen brauchen entscheiden finden fragen geben haben
helfen informieren kommen kosten liegen mitbringen prüfen schicken schreiben sehen spielen sterben
umziehen zeigen öffnen dauern
"""
_MODALS = "können müssen dürfen sollen wollen"
_OTHERS = """
aber alt auch bis da danach fertig fünf geschlossen heute kein kostenlos krank lange mehr nicht
nichts obwohl oder ohne vorher wann was wenn wichtig
"""


def _entry(lemma: str, pos: str, number: int = 1, topics: tuple[str, ...] = ()) -> Entry:
    verb_class = VerbClass.NONE
    if pos == "VERB":
        verb_class = VerbClass.AGREEMENT if lemma in _AGREEMENT else VerbClass.PLAIN
    return Entry(
        id=f"{lemma.upper()}{number}",
        hamnosys="hamflathand hamextfingeru hampalml",
        lemmas=(lemma,),
        pos=pos,
        mouthing=lemma,
        description="Platzhalter für Tests.",
        source="Tests",
        state=ReviewState.DRAFT,
        verb_class=verb_class,
        reduplicates=lemma in _REDUPLICATE,
        topics=topics,
        non_manual=("head:shake",) if lemma in ("nicht", "kein", "nichts", "ohne") else (),
    )


def _with_number(unit: str, number: int) -> Entry:
    entry = _entry(unit, "NOUN")
    return replace(entry, id=f"{entry.id}:{number}", lemmas=())


def _index(name: str) -> Entry:
    entry = _entry(name, "PRON")
    return Entry(
        id=name,
        hamnosys=entry.hamnosys,
        lemmas=(),
        pos="PRON",
        mouthing=None,
        description=entry.description,
        source=entry.source,
        state=entry.state,
    )


ENTRIES: dict[str, Entry] = {
    entry.id: entry
    for entry in (
        *(_entry(lemma, "NOUN") for lemma in _NOUNS.split()),
        *(_entry(lemma, "VERB") for lemma in _VERBS.split()),
        *(_entry(lemma, "AUX") for lemma in _MODALS.split()),
        *(_entry(lemma, "ADV") for lemma in _OTHERS.split()),
        _entry("Bank", "NOUN", 1, ("Geld", "Konto", "Kredit")),
        _entry("Bank", "NOUN", 2, ("sitzen", "Park")),
        *(_with_number(unit, number) for unit in _TIME_UNITS for number in range(1, 10)),
        *(_index(f"INDEX{locus}") for locus in ("1", "2", "3a", "3b", "3c", "3d", "3e")),
        *(_index(f"POSS{person}") for person in ("1", "2", "3")),
    )
}
