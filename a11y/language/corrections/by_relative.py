"""*der, die, das …* behind a comma: relative pronoun or article?

The tagger takes *die* before a noun for its article. It is none where article and noun do not agree
(*ein Haus, in dem Kinder spielen*), or where the commas enclose a clause with its verb at the end
and what stands before them is described (*Eltern, die Kinder betreuen*).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import closed
from a11y.language.clauses.agreement import (
    Features,
    determiner_features,
    noun_features,
    phrase_features,
)
from a11y.language.corrections.tags import (
    VERB_FINAL_OPENERS,
    can_be_finite,
    chunk_end,
    retag,
    stretch_end,
    stretch_start,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word

_FORMS = frozenset(("der", "die", "das", "den", "dem"))
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "APPRART")
_OPENERS = (*VERB_FINAL_OPENERS, "KOUI")
_NOMINAL = ("NN", "NE")


def hidden(words: Sequence[Word], position: int) -> None:
    """*in dem Kinder spielen*, *die Jugendliche planen*: a pronoun that was tagged as an article.

    Changes nothing where both readings are left: in a subordinate clause (*wenn A spielt, die
    Kinder lachen und …*), behind a modal whose infinitive is to come, in a list.
    """
    word = words[position]
    if word.lower == "denen":
        _never_article(words, position)
        return
    if word.tag != "ART" or word.lower not in _FORMS or position < 2:
        return
    led = words[position - 1].tag == "APPR"
    comma = position - 2 if led else position - 1
    if comma < 1 or words[comma].tag != "$,":
        return
    chunk = words[position + 1 : stretch_end(words, position)]
    if len(chunk) < 2 or not _ends_in_finite(chunk) or any(w.tag in _OPENERS for w in chunk):
        return
    if chunk[0].tag in ("ART", "PPOSAT", "PPER") and chunk[0].lower != "des":
        retag(word, "PRELS")  # *für den die Steuer entrichtet wurde*: no two articles in a row
        return
    noun = _described(words, comma)
    if noun is None or not _takes_up(word, words, noun) or _series(chunk):
        return
    group = _first_group(chunk)
    if not group:
        return
    cases = closed.prepositions().get(words[position - 1].lower, ()) if led else ()
    relative = _no_article(word, group, cases) or _waits_for_main_verb(words, position, chunk)
    if relative or (not led and _verb_at_end_of_statement(words, comma, chunk, group, word)):
        retag(word, "PRELS")


def _never_article(words: Sequence[Word], position: int) -> None:
    """*denen* is a pronoun whatever follows."""
    before = words[position - 1].tag if position else ""
    relative = before == "$," or (before == "APPR" and words[position - 2].tag in ("$,", "KON"))
    if words[position].tag == "ART":
        retag(words[position], "PRELS" if relative or before == "KON" else "PDS")


def _ends_in_finite(chunk: Sequence[Word]) -> bool:
    """Whether the last word can be the only finite verb, in the third person."""
    last, before = chunk[-1], chunk[-2]
    if before.tag == "PTKZU" or last.text[0].isupper() or any(w.finite for w in chunk[:-1]):
        return False
    return last.tag[:1] == "V" and bool(_numbers(last))


def _numbers(verb: Word) -> set[str]:
    """``S``, ``P``: the numbers in which the form is a third person."""
    return {
        reading.person[0]
        for reading in tables.verb_readings(verb.lower)
        if reading.person in ("S3", "P3") and reading.form in ("Pres", "Past", "Sub2")
    }


def _described(words: Sequence[Word], comma: int) -> int | None:
    """Place of the noun before the comma; verbs at the end of its clause may stand between."""
    place = comma - 1
    while place > 0 and words[place].tag[:1] == "V" and not words[place].finite:
        place -= 1
    return place if words[place].tag in (*_NOMINAL, "PIS", "PDS") else None


def _takes_up(pronoun: Word, words: Sequence[Word], noun: int) -> bool:
    """Whether the pronoun agrees with what it would stand for in number and gender."""
    if words[noun].tag not in _NOMINAL:
        return True
    if not noun_features(words[noun].text):
        return words[noun].tag == "NN"
    kinds = _kinds(words, noun)
    return any((n, g) in kinds for _, n, g in determiner_features(pronoun.lower))


def _kinds(words: Sequence[Word], noun: int) -> set[tuple[str, str]]:
    """(number, gender) that a noun can have with its determiner, adjectives and preposition."""
    start = noun
    while start > 0 and words[start - 1].tag in ("ADJA", "CARD"):
        start -= 1
    if start > 0 and words[start - 1].tag in _DETERMINERS:
        start -= 1
    before = words[start - 1].lower if start and words[start - 1].tag == "APPR" else ""
    cases = closed.prepositions().get(before, ())
    found = phrase_features(list(words[start : noun + 1]), words[noun], cases)
    return {(number, gender) for _, number, gender in found}


def _series(chunk: Sequence[Word]) -> bool:
    """*die Kinder und die Lehrer singen*: the parts of a list, each with its article."""
    return any(
        word.tag == "KON" and after.tag == "ART" and after.lower in _FORMS
        for word, after in pairwise(chunk)
    )


def _first_group(chunk: Sequence[Word]) -> list[Word]:
    """Adjectives and noun that would stand under the article."""
    group: list[Word] = []
    for word in chunk:
        group.append(word)
        if word.tag in _NOMINAL:
            return group
        if word.tag not in ("ADJA", "CARD"):
            break
    return []


def _no_article(word: Word, group: list[Word], cases: tuple[str, ...]) -> bool:
    """*in dem Kinder*, *der Kinder* as a clause's first word, *in der kleine Kinder*."""
    weak = [w for w in group if w.tag == "ADJA" and w.text.islower()]
    noun = group[-1]
    known = set(noun_features(noun.text)) if noun.tag == "NN" else set()
    if any(r.lemma + "e" == noun.text for r in tables.noun_readings(noun.text)):
        known = {f for f in known if f[:2] != ("Dat", "Sing")}  # nobody writes *dem Paare* now
    if any(w.lower.endswith(("em", "es")) for w in weak):
        return True  # behind an article adjectives are weak
    allowed: set[Features] = {f for f in determiner_features(word.lower) if f in known}
    if cases:
        allowed = {f for f in allowed if f[0] in cases}
        if weak and any(w.lower.endswith("e") for w in weak):
            allowed = {f for f in allowed if f[0] in ("Nom", "Acc") and f[1] == "Sing"}
    else:
        allowed = {f for f in allowed if f[0] != "Gen"}  # no clause begins with a bare genitive
    return bool(known) and not allowed


def _waits_for_main_verb(words: Sequence[Word], position: int, chunk: Sequence[Word]) -> bool:
    """*Der Bescheid, gegen den Anwohner klagen, ist …*: the main verb stands behind the clause."""
    end = position + 1 + len(chunk)
    if end + 1 >= len(words) or words[end].tag != "$,":
        return False
    following = words[end + 1]
    verb = following.finite or (following.tag in ("VVINF", "VVPP") and bool(_numbers(following)))
    opened = any(w.finite or w.tag in _OPENERS for w in words[:position])
    if not verb or opened:
        return False
    if not following.finite:
        retag(following, "VVFIN")
    return True


def _verb_at_end_of_statement(
    words: Sequence[Word], comma: int, chunk: Sequence[Word], group: list[Word], word: Word
) -> bool:
    """*Wir suchen Helfer, die Kinder betreuen*; not *muss A putzen, die Kinder abholen*."""
    start = stretch_start(words, comma)
    around = words[start:comma]
    finite = next((w for w in words[:comma][::-1] if w.finite), None)
    if finite is None or any(w.tag in _OPENERS for w in around):
        return False
    if not _free_of(finite, chunk[-1]) or _may_be_condition(words, start, finite):
        return False
    if len(chunk) > len(group) + 1:
        return True  # a statement's verb would stand second
    features = phrase_features([word, *group], group[-1], ())
    persons = {number[0] for case, number, _ in features if case == "Nom"}
    adjacent = words[comma - 1].tag in (*_NOMINAL, "PIS", "PDS")
    return adjacent or not persons & _numbers(chunk[-1])


def _free_of(finite: Word, last: Word) -> bool:
    """Whether the last form cannot be what the auxiliary or modal before still waits for."""
    forms = {reading.form for reading in tables.verb_readings(last.lower)}
    if finite.tag[:2] == "VM":
        return "Inf" not in forms
    if finite.tag[:2] == "VA":
        future = finite.lower[:2] in ("we", "wi", "wü")
        return "Part2" not in forms and not (future and "Inf" in forms)
    return True


def _may_be_condition(words: Sequence[Word], start: int, finite: Word) -> bool:
    """*Scheint die Sonne, die Kinder lachen und …*: two conditions, each with its subject."""
    follows = words[start + 1 : start + 2]
    return words[start] is finite and words[-1].text != "?" and follows[0].text != "Sie"


def short(words: Sequence[Word], position: int) -> None:
    """*Grabsteine, die wackeln, müssen …*; *für die keine Erlaubnis …*: no article before them."""
    word = words[position]
    if word.lower not in _FORMS or position < 2:
        return
    behind = words[position + 1 : position + 3]
    alone = len(behind) == 2 and behind[1].tag == "$," and words[position - 1].tag == "$,"
    if alone and words[position - 2].tag == "NN" and behind[0].text[0].islower():
        persons = {r.person for r in tables.verb_readings(behind[0].lower) if r.form == "Pres"}
        if persons & {"S3", "P3"}:
            retag(word, "PRELS")
            retag(behind[0], "VVFIN")
    led = words[position - 1].tag == "APPR" and words[position - 2].tag == "$,"
    if led and word.tag == "ART" and behind and behind[0].lower.startswith("kein"):
        retag(word, "PRELS")


def opener(words: Sequence[Word], position: int) -> None:
    """*Nicht jeder Verein, der Sport anbietet, ist …*: no article where the commas enclose a
    clause with its verb at the end, and the main clause's verb comes behind them."""
    word = words[position]
    if word.tag != "ART" or word.lower not in _FORMS or position < 2:
        return
    noun = words[position - 2]
    if words[position - 1].tag != "$," or noun.tag not in ("NN", "NE"):
        return
    comma = next((i for i in range(position, len(words)) if words[i].tag == "$,"), 0)
    if comma - position < 3 or comma + 1 >= len(words):
        return
    last, following = words[comma - 1], words[comma + 1]
    if any(w.finite for w in words[: comma - 1]) or not (_is_verb(last) and _is_verb(following)):
        return
    retag(word, "PRELS")
    for verb in (last, following):
        if not verb.finite:
            retag(verb, "VVFIN")


def number(words: Sequence[Word], position: int) -> None:
    """*Anträge, die das Amt ablehnt*: a plural is not the subject of *ablehnt*.

    Tells the pronoun *die* its number where all nouns that it can take up have the same; *der*
    behind a noun that is no woman's is the nominative.
    """
    word = words[position]
    if word.tag != "PRELS" or position < 2:
        return
    noun = words[position - 2]
    if word.lower == "der" and words[position - 1].tag == "$," and noun.tag == "NN":
        genders = {reading.gender for reading in tables.noun_readings(noun.text)}
        if genders and "Fem" not in genders:
            word.morph.update({"Case": "Nom", "Gender": "Masc", "Number": "Sing"})
    if word.lower != "die" or words[position - 1].tag != "$," or noun.tag != "NN":
        return
    numbers: set[str] = set()
    for place in range(position - 2, -1, -1):
        other = words[place]
        if other.finite or other.tag[:1] == "$":
            break
        if other.tag == "NE" or (other.tag == "NN" and not noun_features(other.text)):
            return
        if other.tag == "NN":
            numbers |= {n for n, gender in _kinds(words, place) if n == "Plur" or gender == "Fem"}
    if len(numbers) == 1:
        word.takes_up = numbers.pop()


def second(words: Sequence[Word]) -> None:
    """*denen ein Bein fehlt oder die blind sind*: a pronoun behind *oder*, its verb at the end."""
    for position in range(3, len(words) - 2):
        word, before = words[position], words[position - 1]
        whose = word.lower in ("deren", "dessen")
        if before.tag != "KON" or not (whose or word.lower in (*_FORMS, "denen")):
            continue
        following = words[position + 1]
        article = following.tag in ("NN", "ADJA", "NE", "CARD", "TRUNC")
        if not whose and (word.tag == "PRELS" or article):
            continue
        chunk = words[position + 1 : chunk_end(words, position)]
        final = bool(chunk) and chunk[-1].finite and not any(w.finite for w in chunk[:-1])
        opened = any(w.tag in ("PRELS", "PRELAT") for w in words[: position - 1])
        if final and opened and can_be_finite(words[position - 2]):
            retag(word, "PRELAT" if whose else "PRELS")


def _is_verb(word: Word) -> bool:
    return word.finite or (word.tag in ("VVINF", "VVPP") and can_be_finite(word))
