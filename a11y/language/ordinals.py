"""Whether a number with a full stop is an ordinal (*im 3. Stock*) or ends its sentence (*Raum 3.*).

What stands on both sides decides. Tokens and values ask here, so that they never disagree.
"""

from __future__ import annotations

import re
from functools import cache

from a11y.language import closed
from a11y.language.lexicon import tables

_COUNTED = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\.|Stock(?:werk)?|Etage|OG|UG"
    r"|\w*[Gg]eschoss|(?:Schul)?[Kk]lasse|Schuljahr|Halbjahr|Quartal|Semester|Lebens(?:jahr|monat)"
    r"|Rang|Auflage|Mahnung|Advent|Jahrhundert|Mal|Grades?|Chance)\b"
)
"""Nouns that are counted off rather than begin a sentence behind a number."""
_BEFORE = re.compile(r"([^\W\d_][\w.-]*)[ \u00a0\u202f]$")
_AFTER = re.compile(r"\s+([^\W\d_]\w*\.?)(?:[ \u00a0\u202f]+(\w+))?")


def is_ordinal(text: str, start: int, end: int) -> bool:
    """text[start:end]: digits and a full stop. A number in front of a small letter, a month or a
    *Stock* is an ordinal; behind a noun (*Zimmer 204.*) or before a word that only begins sentences
    it is a number."""
    after = _AFTER.match(text, end)
    if after is None or after[1][0].islower() or _COUNTED.match(text, after.start(1)):
        return True
    if after[1].lower() in _opening() or after[2] == "Sie" or _is_verb(after[1]):
        return False
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return True
    word = before[1].lower()
    return word not in closed.members("before_no_ordinal") and (
        before[1][0].islower() or word in _inflecting()
    )


def _is_verb(word: str) -> bool:
    """*Mein Sohn ist 16. Darf er …?*"""
    return bool(tables.verb_readings(word.lower())) and not tables.noun_readings(word)


@cache
def _inflecting() -> frozenset[str]:
    """What stands before an ordinal, also with a capital: articles, prepositions, *und*."""
    return frozenset(
        (
            *closed.prepositions(), *closed.contractions(), *closed.lemma_of("determiner_lemmas"),
            *closed.members("coordinators"), *closed.members("possessives_of_sie"),
        )
    )  # fmt: skip


@cache
def _opening() -> frozenset[str]:
    """Words that begin a sentence if they have a capital: none of them is counted off."""
    return closed.members("openers") | frozenset(
        (
            *closed.prepositions(), *closed.contractions(), *closed.subjunctions(),
            *closed.lemma_of("determiner_lemmas"), *closed.lemma_of("pronoun_lemmas"),
            *closed.members("question_words"),
        )
    )  # fmt: skip
