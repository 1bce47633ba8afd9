"""Verbs that must be finite because their clause has no other finite verb.

Helpers tagged as infinitives (*Die Kosten werden übernommen, soweit …*) and full verbs whose form
is a participle's, too (*prüft den Antrag und erteilt dann den Bescheid*).
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.corrections.tags import (
    VERB_FINAL_OPENERS,
    can_be_finite,
    chunk_end,
    ends_its_field,
    retag,
    stretch_start,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word

_OPENERS = (*VERB_FINAL_OPENERS, "KOUI")
_UNFINITE = ("VAINF", "VAPP", "VMINF", "VVINF")
_PHRASE = ("ART", "PPOSAT", "PIAT", "PDAT", "PPER", "PRF", "NN", "NE", "CARD", "ADJA")


def helper(words: Sequence[Word]) -> None:
    """*Die Kosten werden übernommen, soweit …*: in the middle of its clause, the only helper."""
    if words[-1].tag != "$.":
        return
    for position, word in enumerate(words):
        if word.tag not in ("VAINF", "VMINF") or word.lower == "sein":
            _second_of_wir(words, position)
            continue
        start = stretch_start(words, position)
        before = words[position - 1]
        governed = before.tag[:1] == "V" or before.tag == "PTKZU"
        if position == start or governed or ends_its_field(words, position):
            continue
        stretch = words[start : chunk_end(words, position)]
        alone = not any(w.finite or w.tag in (*_OPENERS, "PTKZU") for w in stretch)
        if alone and can_be_finite(word):
            retag(word, word.tag[:2] + "FIN")


def _second_of_wir(words: Sequence[Word], position: int) -> None:
    """*verzichten wir auf A und entscheiden nach Aktenlage*: no infinitive without a modal."""
    word = words[position]
    if word.tag != "VVINF" or words[position - 1].tag != "KON" or ends_its_field(words, position):
        return
    start = stretch_start(words, position)
    verbs = [w for w in words[start:position] if w.tag[:1] == "V" or w.tag == "PTKZU"]
    first = words[start : start + 2]
    behind = words[position + 1 : chunk_end(words, position)]
    turned = len(first) == 2 and first[0].tag == "VVFIN" and first[1].text in ("wir", "Sie")
    if turned and verbs == [first[0]] and not any(w.tag[:1] == "V" for w in behind):
        retag(word, "VVFIN")


def behind_and(words: Sequence[Word]) -> None:
    """*Das Amt prüft A und erteilt dann den Bescheid*: a second verb of the same subject.

    Its form is a participle's, too, but a participle would stand behind its phrases.
    """
    for position in range(3, len(words) - 1):
        word = words[position]
        if words[position - 1].tag != "KON" or word.tag not in ("VVPP", "ADJD", "ADV"):
            continue
        if not _third_person(word) or ends_its_field(words, position):
            continue
        rest = words[position + 1 : chunk_end(words, position)]
        if any(w.finite or w.tag in _UNFINITE for w in rest) or rest[0].tag in (
            "NN",
            "ADJA",
            "CARD",
        ):
            continue
        first = _verb_of_statement(words, position)
        if first is None or not _holds_object(rest):
            continue
        retag(word, "VVFIN")


def before_and(words: Sequence[Word]) -> None:
    """*Jugendliche, die eine Lehre beginnen und noch nicht volljährig sind*: *sein* and *haben*
    take no bare infinitive, so the verb before *und* is that of its own clause."""
    for position in range(2, len(words) - 2):
        word, before = words[position], words[position - 1]
        if word.tag != "VVINF" or words[position + 1].tag != "KON":
            continue
        if before.tag[:1] == "V" or before.tag in ("PTKZU", "KON") or not _plural(word):
            continue
        opened = words[stretch_start(words, position) : position]
        rest = words[position + 2 : chunk_end(words, position)]
        verbs = [w for w in rest if w.tag[:1] == "V" or w.tag == "PTKZU"]
        alone = any(w.tag in VERB_FINAL_OPENERS for w in opened) and not any(
            w.finite for w in opened
        )
        if alone and verbs == rest[-1:] and verbs[0].lower in ("sind", "haben", "waren", "hatten"):
            retag(word, "VVFIN")


def behind_subject(words: Sequence[Word]) -> None:
    """*Das Amt entfernt Räder, die …, und bewahrt sie auf*: a verb behind the first phrase.

    Its form is a participle's, too, but an object without article follows at once, which would
    stand under no participle without ending; before it stands nothing but a nominative.
    """
    place = next((i for i, w in enumerate(words) if w.tag not in ("ART", "PPOSAT", "ADJA")), 0)
    if not 0 < place < len(words) - 2 or words[0].tag not in ("ART", "PPOSAT"):
        return
    word, following = words[place + 1], words[place + 2]
    if words[place].tag not in ("NN", "NE") or word.tag not in ("ADJD", "VVPP"):
        return
    stretch = words[: chunk_end(words, place)]
    object_ = following.tag in ("NN", "ART", "PPOSAT", "PIAT", "PPER", "CARD")
    if not object_ or any(w.tag[:1] == "V" and w is not word for w in stretch):
        return
    if _third_person(word):
        retag(word, "VVFIN")


def _third_person(word: Word) -> bool:
    return word.text.islower() and any(
        r.person == "S3" and r.form == "Pres" and not r.joined
        for r in tables.verb_readings(word.lower)
    )


def _plural(word: Word) -> bool:
    return any(r.person == "P3" for r in tables.verb_readings(word.lower))


def _holds_object(rest: Sequence[Word]) -> bool:
    """Whether a phrase without preposition stands among the words."""
    led = False
    for word in rest:
        if word.tag in ("APPR", "APPRART"):
            led = True
        elif word.tag in _PHRASE and not led:
            return True
        elif word.tag in ("NN", "NE", "PPER", "PRF"):
            led = False
    return False


def _verb_of_statement(words: Sequence[Word], position: int) -> Word | None:
    """The finite verb in the third person singular of the statement that *und* goes on with."""
    for place in range(position - 2, -1, -1):
        word = words[place]
        if word.tag in _OPENERS or word.tag == "$.":
            return None
        if word.finite:
            start = stretch_start(words, place)
            opened = any(w.tag in _OPENERS for w in words[start:place])
            third = any(r.person == "S3" for r in tables.verb_readings(word.lower))
            return word if third and not opened and word.tag == "VVFIN" else None
    return None
