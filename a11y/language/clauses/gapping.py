"""Clauses whose verb is left out: *Erwachsene zahlen 10 Euro, Kinder 5 Euro.*

Only what is parallel beyond doubt: behind a comma or *und* stand two phrases and no verb, and the
second has its counterpart in the clause before (the same unit, the same preposition, a form that
can only be accusative). Times alone (*montags bis 12 Uhr, dienstags bis 16 Uhr*) stay one clause:
there the list is the adverbial.
"""

from __future__ import annotations

from a11y.language.analysis import ClauseKind
from a11y.language.clauses import phrases
from a11y.language.clauses.adverbials import is_time
from a11y.language.clauses.attachment import attach
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase
from a11y.language.word import Word

_NO_OPENERS = frozenset(
    (
        "sondern",
        "also",
        "insbesondere",
        "darunter",
        "nämlich",
        "wie",
        "außer",
        "aber",
        "etwa",
        "auch",
    )
) | {"z.B.", "d.h.", "bzw.", "einschließlich", "sowie", "noch", "u.a.", "vor", "als", "bis"}
_SIMPLE: tuple[str, ...] = (
    "NN",
    "NE",
    "ART",
    "PPOSAT",
    "PIAT",
    "PDAT",
    "ADJA",
    "CARD",
    "APPR",
    "APPRART",
    "ADV",
    "KON",
)
_SIMPLE += ("XY", "TRUNC", "$(", "ADJD", "KOKOM", "FM", "PTKA")


def split(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those whose verb is left out parted from the clause they continue."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        if draft.verb_final or draft.kind is not ClauseKind.MAIN:
            continue
        parts = _parts(draft)
        if len(parts) < 2:
            continue
        if draft.finite is None:  # *Für Kinder 3 Euro, für Erwachsene 5 Euro*
            if len(drafts) > 1 or not all(_priced(part) for part in parts):
                continue
        elif not all(_continues(parts[0], part) for part in parts[1:]):
            continue
        draft.words = parts[0]
        for part in parts[1:]:
            gapped = Draft(kind=ClauseKind.MAIN, words=part, parent=draft, shared_from=draft)
            gapped.coordinated = gapped.gapped = True
            found.append(gapped)
    return found


def _priced(part: list[Word]) -> bool:
    """*ab 3 Hunden 180 Euro*, *Kinder: 5 Euro*, *Kinder frei*: who, then what, and no verb."""
    content = [w for w in _without_label(part) if w.tag not in ("$.", "$,", "KON")]
    if not content or not all(w.tag in _SIMPLE for w in content):
        return False
    if content[-1].lower in _NOTHING:
        whom = _constituents(content[:-1])
        return bool(whom) and all(phrase.preposition for phrase in whom[1:])
    if content[0].lower == "ermäßigt":
        content = content[1:]
        return len(_constituents(content)) == 1 and content[0].tag == "CARD"
    own = _constituents(content)
    return len(own) == 2 and _counted(own[1]) and not is_time(own[1].head.lemma)


_NOTHING = frozenset(("frei", "kostenlos", "kostenfrei", "gratis", "gebührenfrei", "umsonst"))


def _without_label(part: list[Word]) -> list[Word]:
    """*Eintritt: Erwachsene 5 Euro*: what stands before the colon tells of all that follows."""
    marks = [place for place, word in enumerate(part) if word.text == ":"]
    behind = part[marks[0] + 1 :] if marks else []
    more = len(_constituents(behind)) > 1 or any(w.lower in _NOTHING for w in behind[1:])
    plain = behind and behind[0].tag not in ("CARD", "ADJD") and more
    return behind if plain else part


def _parts(draft: Draft) -> list[list[Word]]:
    """The clause up to the first comma behind its finite verb, then stretch by stretch."""
    words = draft.words
    verb = words.index(draft.finite) if draft.finite is not None else 0
    if not any(w.tag == "$," for w in words[verb:]):
        return [words]
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        border = place > 0 and words[place - 1].tag == "$," and place > verb + 1
        border = border or (word.tag == "KON" and len(parts) > 1 and bool(parts[-1]))
        if border:
            parts.append([])
        parts[-1].append(word)
    return parts


def _continues(first: list[Word], part: list[Word]) -> bool:
    """Whether the verb of ``first`` is to be thought in ``part``."""
    content = [w for w in part if w.tag not in ("$.", "$,")]
    if content and content[0].tag == "KON":
        content = content[1:]
    if not content or content[0].lower in _NO_OPENERS or len(content) > 14:
        return False
    if not all(w.tag in _SIMPLE for w in content) or content[0].tag in ("ADV", "KON", "ADJD"):
        return False
    own = _constituents(content)
    if _free_or_paid(first, content, own):
        return True
    if _same_at_another_price(first, content):
        return True
    headed = own[0].head.tag in ("NN", "NE", "ADJA") if own else False
    if len(own) != 2 or not headed or own[0].pronoun:
        return False
    before = _constituents(first)
    partners = [phrase for phrase in before if _matches(phrase, own[1])]
    if not partners:
        return False
    if own[0].preposition:
        return _counted(own[1]) and not is_time(own[0].head.lemma)
    others = [p for p in before if p is not partners[-1] and not p.preposition and not p.pronoun]
    return any("Nom" in p.cases() or p.cases() & own[0].cases() for p in others)


def _free_or_paid(first: list[Word], content: list[Word], own: list[Phrase]) -> bool:
    """*ist für Kinder frei, für Erwachsene 5 Euro*, *kostet 5 Euro, für Kinder nichts*"""
    free = content[-1].lower in (*_NOTHING, "nichts")
    paid = len(own) == 2 and _counted(own[1]) and not is_time(own[1].head.lemma)
    before = any(w.lower in _NOTHING for w in first)
    amount = any(_counted(phrase) for phrase in phrases.find(first))
    led = bool(own) and bool(own[0].preposition)
    led = led and any(p.preposition == own[0].preposition for p in phrases.find(first))
    return led and ((paid and before) or (free and amount and len(own) == 1))


def _same_at_another_price(first: list[Word], content: list[Word]) -> bool:
    """*Kinder essen kostenlos, ältere Kinder zum halben Preis*: the subject's noun comes again."""
    own = phrases.find(content)
    if len(own) != 2 or own[0].preposition or not own[1].preposition:
        return False
    before = [p for p in phrases.find(first) if not p.preposition and "Nom" in p.cases()]
    again = bool(before) and before[0].head.lemma == own[0].head.lemma
    return again and "Nom" in own[0].cases() and len(own[0].words) > 1


def _constituents(words: list[Word]) -> list[Phrase]:
    draft = Draft(kind=ClauseKind.MAIN, words=words)
    draft.finite = next((w for w in words if w.finite), None)
    return attach(phrases.find(words), draft, predicate="")


def _matches(phrase: Phrase, other: Phrase) -> bool:
    if phrase.preposition or other.preposition:
        return phrase.preposition == other.preposition
    if _counted(other):
        return _counted(phrase) and phrase.head.lemma == other.head.lemma
    return other.cases() == {"Acc"} and "Acc" in phrase.cases() and not phrase.pronoun


def _counted(phrase: Phrase) -> bool:
    return not phrase.preposition and any(word.tag == "CARD" for word in phrase.core)
