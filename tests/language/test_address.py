"""Who is spoken to: *du*, requests to one person, and *Sie* that may be others."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import Clause, Mood, Role


def only(text: str) -> Clause:
    (clause,) = analyse(text).clauses
    return clause


@pytest.mark.parametrize(
    ("text", "predicate", "modal"),
    [
        ("Was benötigst Du?", "benötigen", ""),
        ("Du lebst in einer Einrichtung?", "leben", ""),
        ("Du willst einer Lerngruppe beitreten?", "beitreten", "wollen"),
        ("Dann solltest Du diese mitbringen.", "mitbringen", "sollen"),
        ("Hier kannst du dich anmelden.", "anmelden", "können"),
    ],
)
def test_the_verb_beside_du(text: str, predicate: str, modal: str) -> None:
    clause = only(text)
    assert (clause.predicate, clause.modal) == (predicate, modal)
    subject = next(p for p in clause.participants if p.role is Role.SUBJECT)
    assert subject.person == 2


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Nutze diese Telefonnummer!", "nutzen"),
        ("Frag in Deiner Gemeinde.", "fragen"),
        ("Melde Dich bei uns an.", "anmelden"),
        ("Bitte bring Deinen Ausweis mit.", "mitbringen"),
        ("Lies das Merkblatt.", "lesen"),
    ],
)
def test_requests_to_one_person(text: str, predicate: str) -> None:
    clause = only(text)
    assert (clause.predicate, clause.mood) == (predicate, Mood.IMPERATIVE)
    assert all(p.role is not Role.SUBJECT for p in clause.participants)


@pytest.mark.parametrize(
    "text",
    ["Liebe Eltern", "Reise nach Berlin", "Fragen und Antworten", "ein Foto", "Teile A bis C"],
)
def test_what_only_looks_like_a_request(text: str) -> None:
    assert only(text).mood is not Mood.IMPERATIVE


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Die Eltern bringen ihr Kind. Sie sollen um 8 Uhr da sein.", 3),
        ("Alle Anträge werden geprüft. Sie müssen vollständig sein.", 3),
        ("Die Prüfer kommen zu Ihnen. Sie melden sich vorher bei Ihnen.", 3),
        ("Die Eltern bringen ihr Kind. Sie geben Ihre Adresse an.", 2),
        ("Haben Sie Kinder? Viele Eltern suchen einen Platz. Sie melden ihr Kind an.", 3),
        ("Haben Sie Kinder? Viele Eltern suchen einen Platz. Sie melden Ihr Kind an.", 2),
        ("Das Amt prüft den Antrag. Sie bekommen Post.", 2),
        ("Sie müssen pünktlich sein.", 2),
    ],
)
def test_sie_at_the_start_of_a_sentence(text: str, person: int) -> None:
    last = analyse(text).clauses[-1]
    subject = next(p for p in last.participants if p.role is Role.SUBJECT)
    assert subject.person == person
    assert (subject.antecedent is None) == (person == 2)
