"""What the noun of a relative clause owns: *die Brücke, deren Bau lange dauerte*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part
from a11y.simple_language.grammar.subjects import verb_numbers
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.grammar.verb_second import parted_finite
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of


def owned_by_many(view: View, clause: Clause, found: Part, owner: Token) -> str | None:
    """*Bäume, deren Stamm dick ist* → *der Stamm von diesen Bäumen ist dick*"""
    owners = nominal.noun_in(owner.text, "Dat", "Plur")
    return _owned(view, clause, found, f"diesen {owners}") if owners is not None else None


_OWNERS = {"dessen": (("Sing", "Masc"), ("Sing", "Neut")), "deren": (("Sing", "Fem"), ("Plur", ""))}


def owned_by_one(view: View, clause: Clause, found: Part, owner: nominal.Phrase) -> str | None:
    """*die Brücke, deren Bau lange gedauert hat* → *der Bau von dieser Brücke hat lange gedauert*

    None where gender and number of the owner are not certain, or something else may be the
    subject.
    """
    fitting = {
        (number, gender)
        for _, number, gender in nominal.readings(owner)
        if (number, gender) in _OWNERS.get(found.tokens[0].text.lower(), ())
    }
    if len(fitting) != 1:
        return None
    number, gender = fitting.pop()
    noun = nominal.noun_in(owner.noun.text, "Dat", number, gender=gender)
    if noun is None:
        return None
    return _owned(view, clause, found, f"{nominal.dies(('Dat', number, gender))} {noun}")


def _owned(view: View, clause: Clause, found: Part, owners: str) -> str | None:
    owned = nominal.phrase_at(view, found.tokens[1].index) if len(found.tokens) > 2 else None
    if owned is None or owned.article is not None or owned.adjectives:
        return None
    if clause.finite is None or found.last != clause.finite:
        return None
    finite = view.token(clause.finite)
    numbers = verb_numbers(finite)
    keys = {r for r in nominal.readings(owned) if r[0] == "Nom" and r[1] in numbers}
    others = [t for t in found.tokens[2:] if t.index != finite.index]
    if len(keys) != 1 or any(t.text == "," for t in others):
        return None
    if not _only_object(view, others, numbers) and _may_act(view, others):
        return None
    second, particle = parted_finite(finite)
    head = f"{nominal.der(keys.pop())} {owned.noun.text} von {owners}"
    return f"{head} {second} {text_of(others)} {particle}"


def _may_act(view: View, others: Sequence[Token]) -> bool:
    """*deren Kinder Sie betreuen*: somebody else may act; *fünf Jahre* cannot."""
    if not others:
        return False
    if others[0].tag == "CARD":
        phrase = nominal.phrase_at(view, others[0].index)
        return phrase is None or TIMES.search(phrase.noun.text) is None
    return others[0].tag in ("ART", "PPER", "PPOSAT", "PIS", "KON", "NE", "NN", "ADJA", "PIAT")


def _only_object(view: View, others: Sequence[Token], numbers: frozenset[str] | set[str]) -> bool:
    """*deren Kinder eine Kita besuchen*: a phrase with article is all there is, and its number is
    not the verb's."""
    phrase = nominal.phrase_at(view, others[0].index) if others else None
    if phrase is None or phrase.article is None or len(phrase.tokens) != len(others):
        return False
    cases = {(case, number) for case, number, _ in nominal.readings(phrase)}
    acting = {number for case, number in cases if case == "Nom"}
    return ("Acc", "Sing") in cases and not acting & set(numbers)
