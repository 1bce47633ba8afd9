"""Nouns that only say that something is done, which can go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_list, word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class _Empty:
    """of: endings of what is done, () for any; never: not these; safe: where nothing else can be
    meant."""

    of: tuple[str, ...]
    never: tuple[str, ...]
    safe: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, _Empty], frozenset[str], frozenset[str]]:
    """(noun → what may stand behind it, verbs of asking, prepositions)."""
    records = data_file("empty_nouns")
    nouns = {
        noun: _Empty(
            of=tuple(word_list(one.get("of", ""))),
            never=tuple(word_list(one.get("not", ""))),
            safe=tuple(word_list(one.get("safe", ""))),
        )
        for noun, one in records["nouns"].items()
    }
    return nouns, word_set(records["asked"]), word_set(records["behind"])


_CASE_BEHIND = {
    **dict.fromkeys(("für", "durch", "gegen", "ohne", "um"), "Acc"),
    **dict.fromkeys(("bei", "mit", "nach", "von", "zu", "vor", "seit", "aus"), "Dat"),
}
"""*in, auf, an* stay: a deed and a thing differ there (*an der Durchführung*, *an der Prüfung*)."""

_CLAIMS = word_set("Antrag Anträge Anspruch Recht")


@evaluates("empty-noun")
def empty_noun(view: View) -> Iterator[Match]:
    """*Sie beantragen die Erteilung einer Erlaubnis* → *Sie beantragen eine Erlaubnis*"""
    nouns, asked, behind = _table()
    for token in view.tokens:
        record = nouns.get(token.text) if token.tag == "NN" else None
        if record is None:
            continue
        whole = nominal.ending_in(view, token)
        thing = _thing(view, token)
        if whole is None or thing is None or not _stands_alone(view, whole, thing):
            continue
        noun = thing.noun.text.lower()
        if (record.of and not noun.endswith(record.of)) or noun.endswith(record.never or ("-",)):
            continue
        before = view.after(whole.first, -1)
        led = before.text.lower() if before is not None and before.tag == "APPR" else ""
        case = _case(view, whole, led)
        clause = view.in_clause(token)
        if case is None or (token.text == "Vorliegen" and led):
            continue  # *bei Vorliegen der Gründe*: if they are there
        predicate = clause.predicate if clause is not None else ""
        if predicate == "erfolgen" or (predicate == "dauern" and token.text != "Durchführung"):
            continue  # *Die Erteilung der Erlaubnis dauert lange*: the permit itself does not
        number = _number(thing)
        if number is None or (case == "Nom" and number == "Plur"):
            continue  # the verb would have to agree
        text = _in_case(view, token, thing, case)
        if text is None:
            continue
        wanted = (predicate in asked and case == "Acc") or led in behind or led == "auf"
        yield Match(
            start=whole.first.span[0],
            end=thing.noun.span[1],
            found=token.text,
            replacement=capital(text) if whole.first.text[:1].isupper() and not led else text,
            safe=wanted and bool(record.safe) and noun.endswith(record.safe),
        )


def _from(view: View, deed: Token) -> Token | None:
    following = view.after(deed)
    return following if following is not None and following.text == "von" else None


def _thing(view: View, deed: Token) -> nominal.Phrase | None:
    """What is done: a genitive with its article, or a phrase behind *von*."""
    led = _from(view, deed)
    following = view.after(led or deed)
    thing = nominal.phrase_at(view, following.index) if following is not None else None
    if thing is None or thing.noun.tag != "NN" or (led is None and thing.article is None):
        return None
    return thing


def _stands_alone(view: View, whole: nominal.Phrase, thing: nominal.Phrase) -> bool:
    """Nothing says how the deed is done, and nothing hangs on it beside the thing."""
    article = whole.article.text.lower() if whole.article is not None else ""
    if whole.adjectives or article not in ("", "die", "der", "das", "dem", "des"):
        return False
    before, following = view.after(whole.first, -1), view.after(thing.noun)
    if before is not None and (before.tag in ("KON", "TRUNC", "APPRART", "CARD", "ADJA")):
        return False
    if following is None:
        return True
    further = view.after(following)
    told = following.text == "," and further is not None and further.tag.startswith("PREL")
    hangs = following.tag in ("KON", "NE", "NN", *nominal.DETERMINER_TAGS)
    return not told and not hangs and following.text not in ("durch", "von", "vom", "zwischen")


def _case(view: View, whole: nominal.Phrase, led: str) -> str | None:
    """The case the deed stands in; None in doubt."""
    if led in _CASE_BEHIND:
        return _CASE_BEHIND[led]
    before = view.after(whole.first, -1)
    if led == "auf" and before is not None:
        claim = view.after(before, -1)
        return "Acc" if claim is not None and claim.text in _CLAIMS else None
    if before is not None and before.tag in ("APPR", "NN", "NE"):
        return None  # *die Kosten der Durchführung der Prüfung*: two of a kind in a row
    clause = view.in_clause(whole.noun)
    if clause is None or whole.article is None or whole.article.text.lower() not in ("die", "das"):
        return None
    who = {token.index for token in subject_tokens(view, clause)}
    if not who:
        return None
    return "Nom" if whole.noun.index in who else "Acc"


def _number(thing: nominal.Phrase) -> str | None:
    numbers = {number for case, number, _ in nominal.readings(thing) if case in ("Gen", "Dat")}
    return numbers.pop() if len(numbers) == 1 else None


def _in_case(view: View, deed: Token, thing: nominal.Phrase, case: str) -> str | None:
    found_in = "Gen" if _from(view, deed) is None else "Dat"
    return nominal.in_case_from(thing, found_in, case)
