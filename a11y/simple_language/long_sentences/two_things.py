"""Two long things joined by *sowie* that a sentence only announces, as two lines."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import QuestionType, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.long_sentences.parting import body_of, lone_main
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_ANNOUNCING = word_set("gehören zählen umfassen enthalten beinhalten brauchen benötigen")
_SHORT = word_set("sie wir ihnen vor allem auch insbesondere außerdem dafür dazu zum beispiel")
_SIGNS = frozenset({":", ";", "(", "–", "„", '"'})
_LIMITS = word_set("nur ausschließlich lediglich nicht kein sowohl weder entweder je")


def listed_in_two(view: View) -> str | None:
    """*Dazu zählen das Aufstellen von Zäunen und Gerüsten sowie der Verkauf von Waren.* → *Dazu
    zählen:* and a line for each.

    Only where the things fill the rest of the statement, both open with an article of the same kind
    and can have the same case.
    """
    clause, tokens = lone_main(view), body_of(view)
    joints = [i for i, t in enumerate(tokens) if t.text == "sowie"]
    if clause is None or clause.finite is None or len(joints) != 1 or clause.negations:
        return None
    if clause.predicate not in _ANNOUNCING or clause.question is not QuestionType.NONE:
        return None
    if any(t.text in _SIGNS or t.text.lower() in _LIMITS for t in tokens):
        return None
    at = next((i for i, t in enumerate(tokens) if t.index == clause.finite), len(tokens)) + 1
    while at < joints[0] and tokens[at].text.lower() in _SHORT:
        at += 1
    first, second = tokens[at : joints[0]], tokens[joints[0] + 1 :]
    if not _alike(view, first, second):
        return None
    lead = text_of(tokens[:at], inside=False)
    return f"{lead}:\n- {text_of(first, inside=False)}\n- {text_of(second, inside=False)}"


def _alike(view: View, first: Sequence[Token], second: Sequence[Token]) -> bool:
    if any(not one or one[0].tag not in nominal.DETERMINER_TAGS for one in (first, second)):
        return False
    if any(t.tag.startswith(("V", "PREL", "KOU")) for t in (*first, *second)):
        return False
    phrases = [nominal.phrase_at(view, one[0].index) for one in (first, second)]
    cases = [
        {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
        for phrase in phrases
    ]
    kinds = {one[0].text.lower().startswith("ein") for one in (first, second)}
    return len(kinds) == 1 and bool(cases[0] & cases[1] & {"Nom", "Acc"})
