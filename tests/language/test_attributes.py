"""Participles with phrases of their own in front of a noun, as reduced clauses."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import ClauseKind, Role, Tense, Voice


@pytest.mark.parametrize(
    ("text", "predicate", "voice", "tense", "words"),
    [
        (
            "Die im Vorjahr gezahlte Steuer wird angerechnet.",
            "zahlen",
            Voice.PASSIVE,
            Tense.PERFECT,
            "im Vorjahr gezahlte",
        ),
        (
            "Der noch zu entrichtende Betrag ist fällig.",
            "entrichten",
            Voice.MODAL_PASSIVE,
            Tense.PRESENT,
            "noch zu entrichtende",
        ),
        (
            "Die einzureichenden Unterlagen liegen bei.",
            "einreichen",
            Voice.MODAL_PASSIVE,
            Tense.PRESENT,
            "einzureichenden",
        ),
        (
            "Der ihm zustehende Anspruch verjährt.",
            "zustehen",
            Voice.ACTIVE,
            Tense.PRESENT,
            "ihm zustehende",
        ),
        (
            "Die zu spät eingegangenen Anträge lehnt das Amt ab.",
            "eingehen",
            Voice.ACTIVE,
            Tense.PERFECT,
            "zu spät eingegangenen",
        ),
        (
            "Von Ihnen eingereichte Unterlagen werden vernichtet.",
            "einreichen",
            Voice.PASSIVE,
            Tense.PERFECT,
            "Von Ihnen eingereichte",
        ),
    ],
)
def test_is_a_clause_without_finite_verb(
    text: str, predicate: str, voice: Voice, tense: Tense, words: str
) -> None:
    analysis = analyse(text)
    (attribute,) = analysis.attributes
    assert attribute.kind is ClauseKind.ATTRIBUTE
    assert (attribute.predicate, attribute.voice, attribute.tense) == (predicate, voice, tense)
    assert analysis.words(attribute.tokens) == words
    assert attribute.parent == 0


def test_names_who_takes_part() -> None:
    analysis = analyse("Die von der Gemeinde festgesetzte Steuer ist fällig.")
    (attribute,) = analysis.attributes
    heads = {p.role: analysis.tokens[p.head].text for p in attribute.participants}
    assert heads == {Role.SUBJECT: "Steuer", Role.AGENT: "Gemeinde"}
    assert attribute.antecedent is not None
    assert analysis.tokens[attribute.antecedent].text == "Steuer"


def test_the_clause_keeps_the_whole_phrase() -> None:
    analysis = analyse("Die den Antrag stellende Person muss das Attest vorlegen.")
    subject = next(p for p in analysis.clauses[0].participants if p.role is Role.SUBJECT)
    assert analysis.words(subject.tokens) == "Die den Antrag stellende Person"
    assert len(analysis.clauses) == 1


def test_what_an_attribute_denies_its_clause_does_not() -> None:
    analysis = analyse("Nicht abgeholte Fundsachen werden versteigert.")
    assert not analysis.clauses[0].negated
    assert analysis.attributes[0].negated


@pytest.mark.parametrize(
    "text",
    [
        "Das ist eine sehr gelungene Feier.",
        "Verlorene Ausweise müssen gesperrt werden.",
        "Sie brauchen einen gültigen Ausweis.",
        "Die zuständige Behörde prüft den Antrag.",
    ],
)
def test_plain_adjectives_are_none(text: str) -> None:
    assert analyse(text).attributes == ()


def test_an_attribute_behind_two_prepositions() -> None:
    analysis = analyse("Für von Ihnen eingereichte Unterlagen erhalten Sie eine Quittung.")
    (attribute,) = analysis.attributes
    assert attribute.predicate == "einreichen"
    (when_for,) = analysis.clauses[0].adverbials
    assert analysis.words(when_for.tokens) == "Für von Ihnen eingereichte Unterlagen"
    assert when_for.preposition == "für"


def test_a_series_of_first_parts() -> None:
    analysis = analyse("Für An-, Ab- und Ummeldungen ist das Bürgeramt zuständig.")
    (adverbial,) = analysis.clauses[0].adverbials
    assert analysis.words(adverbial.tokens) == "Für An-, Ab- und Ummeldungen"
