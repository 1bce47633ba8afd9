"""Readers addressed with *du*: its verbs and pronouns, and requests to one person (*Frag uns*)."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.corrections.tags import VERB_FINAL_OPENERS, chunk_end, class_letter, retag
from a11y.language.lexicon import tables
from a11y.language.word import Word

_CASES = {"du": "Nom", "dich": "Acc", "dir": "Dat"}
_POSSESSIVES = tuple(f"dein{ending}" for ending in ("", "e", "en", "em", "er", "es"))
_BEHIND = frozenset(
    ("ART", "PPOSAT", "PDAT", "PPER", "PRF", "APPR", "APPRART", "ADV", "PIAT", "PIS", "PTKNEG")
)
_NO_REQUESTS = frozenset(("bitte", "danke", "liebe", "eine", "meine", "seine", "jede", "keine"))


def familiar(words: Sequence[Word]) -> None:
    """*Du*, *Dir*, *Deine* are pronouns whatever their capital; beside *du* stands its verb."""
    for word in words:
        if word.lower in _CASES:
            retag(word, "PPER")
            word.morph = {**word.morph, "Person": "2", "Number": "Sing", "Case": _CASES[word.lower]}
        elif word.lower in _POSSESSIVES:
            retag(word, "PPOSAT")
    for position, word in enumerate(words):
        if word.lower == "du":
            _verb_of(words, position)
    for word in words:
        readings = tables.verb_readings(word.lower) if word.text.islower() else ()
        told = all(r.person == "S2" and r.form in ("Pres", "Past") for r in readings)
        if readings and told and not word.finite:
            retag(word, f"V{class_letter(readings[0].infinitive)}FIN")  # *oder weißt nicht*
    for position, _ in enumerate(words):
        if _is_request(words, position) or _asks_several(words, position):
            retag(words[position], "VVIMP")
    _reflexives(words)


def _verb_of(words: Sequence[Word], position: int) -> None:
    """The verb of *du*: beside it, or at the end of a clause with a subjunction."""
    end = chunk_end(words, position)
    beside = [words[place] for place in (position - 1, position + 1) if 0 <= place < len(words)]
    for word in (*beside, *words[position + 2 : end]):
        readings = [r for r in tables.verb_readings(word.lower) if r.person == "S2"]
        readings = [r for r in readings if r.form != "Imp"]
        if readings and not word.finite:
            retag(word, f"V{class_letter(readings[0].infinitive)}FIN")
        if readings:
            break


def _is_request(words: Sequence[Word], position: int) -> bool:
    """*Melde Dich an*, *Frag in Deiner Gemeinde*; not *Liebe Eltern* nor *Fragen und Antworten*."""
    word = words[position]
    before = words[position - 1] if position else None
    begins = before is None or before.tag in ("$(", "$.") or before.lower == "bitte"
    begins = begins or (
        before is not None and before.tag == "KON" and _request_before(words, position)
    )
    if not begins or position + 1 >= len(words) or _never_asks(word.lower):
        return False
    if not _orders_one(word.lower):
        return False
    following = words[position + 1]
    chunk = words[position + 1 : chunk_end(words, position)]
    if any(w.finite for w in chunk) or any(w.text == "Sie" for w in chunk):
        return False
    if any(w.lower in _CASES or w.lower in _POSSESSIVES for w in chunk):
        return True
    adjective = word.lower.removesuffix("e") in tables.adjective_stems()
    capital = word.text.capitalize()
    named = capital in _names() or any(
        (r.case, r.number) != ("Dat", "Sing") or r.lemma + "e" != capital  # not *dem Nutze*
        for r in tables.noun_readings(capital)
    )
    return not named and not adjective and following.tag in (*_BEHIND, "NN")


def _never_asks(lower: str) -> bool:
    """*ein*, *an*, *liebe*: forms of requests by chance."""
    return (
        lower in _NO_REQUESTS
        or lower in closed.lemma_of("determiner_lemmas")
        or lower in closed.prepositions()
        or lower in closed.subjunctions()
        or lower in tables.particles()
        or lower in closed.members("coordinators")
    )


def _asks_several(words: Sequence[Word], position: int) -> bool:
    """*Schickt uns bis März …!*, *Bringt eure Ideen mit!*: nothing behind can be the subject."""
    word = words[position]
    readings = tables.verb_readings(word.lower)
    if not any(r.person == "P2" and not r.joined for r in readings):
        return False
    before = words[position - 1] if position else None
    begins = before is None or before.tag in ("$(", "$.") or before.lower == "bitte"
    chunk = words[position + 1 : chunk_end(words, position)]
    if not begins or not chunk or any(w.finite and w is not word for w in chunk):
        return False
    if chunk[0].lower in ("uns", "mir", "ihm", "ihnen", "euch"):
        return not any(w.tag in ("ART", "PPOSAT", "PPER") for w in chunk[1:])
    return any(w.lower.startswith(("eur", "euch", "euer")) for w in chunk)


def _names() -> frozenset[str]:
    return tables.names()["first"] | tables.names()["last"]


def _orders_one(lower: str) -> bool:
    readings = tables.verb_readings(lower)
    if any(r.form == "Imp" and r.person == "S2" and not r.joined for r in readings):
        return True
    return lower in closed.members("bare_requests")


def _request_before(words: Sequence[Word], position: int) -> bool:
    return any(w.tag == "VVIMP" for w in words[:position])


def _reflexives(words: Sequence[Word]) -> None:
    """*Du meldest Dich*, *Hol Dir Hilfe*: who acts and who is meant are one."""
    for position, word in enumerate(words):
        if word.lower not in ("dich", "dir"):
            continue
        start = position
        while start > 0 and words[start - 1].tag not in ("$,", "$.", *VERB_FINAL_OPENERS):
            start -= 1
        clause = words[start : chunk_end(words, position)]
        if any(w.lower == "du" or w.tag == "VVIMP" for w in clause):
            retag(word, "PRF")
