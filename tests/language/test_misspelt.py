"""Verbs with a slip of the key are read as what was meant; the text keeps its characters."""

from __future__ import annotations

import pytest

from a11y.language import analyse


@pytest.mark.parametrize(
    ("text", "predicate", "modal"),
    [
        ("Der Antrag wird gepüft.", "prüfen", ""),
        ("Sie könen online bezahln.", "bezahlen", "können"),
        ("Wir benötgen Ihren Ausweis.", "benötigen", ""),
        ("Die Frist betägt zwei Wochen.", "betragen", ""),
        ("Bitte bringne Sie den Pass mit.", "mitbringen", ""),
    ],
)
def test_a_slip_in_a_verb(text: str, predicate: str, modal: str) -> None:
    analysis = analyse(text)
    (clause,) = analysis.clauses
    assert (clause.predicate, clause.modal) == (predicate, modal)
    assert all(analysis.text[slice(*t.span)] == t.text for t in analysis.tokens)


@pytest.mark.parametrize("word", ["stelen", "gesickert", "enien", "qwertz"])
def test_what_could_be_several_words_or_none_is_left(word: str) -> None:
    token = next(t for t in analyse(f"Das ist {word} hier.").tokens if t.text == word)
    assert token.lemma in (word, word.removesuffix("en"), word + "n", "sickern")
