"""Where a comma should part two clauses and does not: citizens' texts, reviews, quick mails.

Only what forms show beyond doubt: two finite verbs side by side behind a subordinate clause, a
relative pronoun behind its noun with its finite verb at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.word import Word

_ARTICLES = ("der", "die", "das", "dem", "den")


def find(words: Sequence[Word]) -> frozenset[int]:
    """Positions of the words that a comma should stand before."""
    found = set()
    for position in range(1, len(words)):
        before = words[position - 1]
        if before.tag.startswith("$") or before.tag == "KON":
            continue
        if (
            _two_finites(words, position)
            or _relative(words, position)
            or _second_main(words, position)
        ):
            found.add(position)
    return frozenset(found)


def _two_finites(words: Sequence[Word], position: int) -> bool:
    """*Wenn ihr das Studio betretet findet ihr …*, *Falls man nicht da ist dann bestellt man …*"""
    word = words[position]
    if not words[position - 1].finite:
        return False
    following = words[position + 1] if position + 1 < len(words) else None
    resumed = word.lower in ("dann", "so") and following is not None and following.finite
    return (word.finite or resumed) and _subordinate_before(words, position - 1)


def _second_main(words: Sequence[Word], position: int) -> bool:
    """*Ich hoffe ich muss das nicht*: a subject pronoun and a second finite verb."""
    if words[position].lower not in ("ich", "wir", "er", "man", "es"):
        return False
    if position + 2 >= len(words) or not words[position + 1].finite:
        return False
    after = words[position + 2]
    if after.finite or after.tag.startswith("$"):
        return False
    for other in reversed(words[:position]):
        if other.tag.startswith("$") or other.tag in ("KON", "KOUS", "PRELS"):
            return False
        if other.finite:
            return True
    return False


def _subordinate_before(words: Sequence[Word], position: int) -> bool:
    """Whether a subjunction or a question word opens the clause that this finite verb ends."""
    for word in reversed(words[:position]):
        if word.tag in ("KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"):
            return True
        if word.finite or word.tag == "$.":
            return False
    return False


def _relative(words: Sequence[Word], position: int) -> bool:
    """*ein Hotel das renoviert wird*, *die Praxis in der ich bin*, *Orte wo man Spaß haben kann*"""
    before = words[position - 1]
    if before.tag not in ("NN", "NE", "ADV"):
        return False
    place = position
    if words[position].tag == "APPR" and position + 1 < len(words):
        place += 1
    pronoun = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if following is None or following.finite:
        return False
    if pronoun.lower not in closed.members("relatives") or pronoun.lower in ("was", "wobei"):
        return False
    if pronoun.lower in _ARTICLES or place > position:
        governed = words[pronoun.head - words[0].index].tag[:1] == "V" and pronoun.dep != "det"
        if not governed or following.tag in ("NN", "ADJA", "CARD"):
            return False
    return _ends_in_finite(words, place)


def _ends_in_finite(words: Sequence[Word], position: int) -> bool:
    """Whether the next finite verb stands last in its stretch."""
    for place in range(position + 1, len(words)):
        word = words[place]
        if word.finite:
            after = words[place + 1] if place + 1 < len(words) else None
            return after is None or after.tag.startswith("$") or after.tag == "KON" or after.finite
        if word.tag in ("$.", "$,", "KOUS"):
            return False
    return False
