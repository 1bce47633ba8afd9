"""Pipelines trained on TIGER (spaCy's de_core_news_*) are read through the same interface."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from a11y.language import analyse
from a11y.language.analysis import Analysis, Relation, Role, Voice
from a11y.language.pipeline import labels, load
from a11y.language.word import Word

# word, STTS tag, head, TIGER relation
SENTENCE = [
    ("Der", "ART", 1, "nk"),
    ("Antrag", "NN", 2, "sb"),
    ("wird", "VAFIN", 2, "ROOT"),
    ("von", "APPR", 6, "sbp"),
    ("dem", "ART", 5, "nk"),
    ("Amt", "NN", 3, "nk"),
    ("geprüft", "VVPP", 2, "oc"),
    (".", "$.", 2, "punct"),
]


def words() -> list[Word]:
    row = []
    at = 0
    for index, (text, tag, head, dep) in enumerate(SENTENCE):
        row.append(
            Word(index, text, at, at + len(text), True, tag=tag, head=head, dep=dep, lemma=text)
        )
        at += len(text) + 1
    return row


def test_tiger_is_recognised() -> None:
    assert labels.is_tiger(words())


def test_the_full_verb_and_the_nouns_become_heads() -> None:
    row = words()
    labels.to_ud(row)
    found = {word.text: (row[word.head].text, word.dep) for word in row}
    assert found["geprüft"] == ("geprüft", "ROOT")
    assert found["wird"] == ("geprüft", "aux:pass")
    assert found["Antrag"] == ("geprüft", "nsubj")
    assert found["Amt"][0] == "geprüft"
    assert found["von"] == ("Amt", "case")
    assert found["dem"] == ("Amt", "det")


def test_modal_separable_verb_and_relative_clause() -> None:
    rows = [
        ("Sie", "PPER", 1, "sb"),
        ("müssen", "VMFIN", 1, "ROOT"),
        ("den", "ART", 3, "nk"),
        ("Antrag", "NN", 4, "oa"),
        ("abgeben", "VVINF", 1, "oc"),
        (",", "$,", 1, "punct"),
        ("der", "PRELS", 7, "sb"),
        ("fehlt", "VVFIN", 3, "rc"),
    ]
    row = [
        Word(i, text, i * 9, i * 9 + len(text), True, tag=tag, head=head, dep=dep, lemma=text)
        for i, (text, tag, head, dep) in enumerate(rows)
    ]
    labels.to_ud(row)
    found = {word.text: (row[word.head].text, word.dep) for word in row}
    assert found["abgeben"] == ("abgeben", "ROOT")
    assert found["müssen"] == ("abgeben", "aux")
    assert found["Sie"] == ("abgeben", "nsubj")
    assert found["Antrag"] == ("abgeben", "obj")
    assert found["fehlt"] == ("Antrag", "acl:relcl")
    assert found["der"] == ("fehlt", "nsubj")


OBJECT_FIRST = [
    ("Die", "ART", 4, "nk"),
    ("im", "APPRART", 3, "mo"),
    ("Vorjahr", "NN", 1, "nk"),
    ("gezahlte", "ADJA", 4, "nk"),
    ("Steuer", "NN", 5, "oa"),
    ("rechnet", "VVFIN", 5, "ROOT"),
    ("das", "ART", 7, "nk"),
    ("Amt", "NN", 5, "sb"),
    ("Ihnen", "PPER", 5, "da"),
    ("an", "PTKVZ", 5, "svp"),
    (".", "$.", 5, "punct"),
]
CONDITION = [
    ("Das", "ART", 1, "nk"),
    ("Formular", "NN", 2, "sb"),
    ("ist", "VAFIN", 2, "ROOT"),
    ("kostenlos", "ADJD", 2, "pd"),
    (",", "$,", 2, "punct"),
    ("wenn", "KOUS", 9, "cp"),
    ("Sie", "PPER", 9, "sb"),
    ("es", "PPER", 9, "oa"),
    ("online", "ADJD", 9, "mo"),
    ("ausfüllen", "VVFIN", 2, "mo"),
    (".", "$.", 2, "punct"),
]
BY_HAND = {rows[0][0] + rows[1][0]: rows for rows in (SENTENCE, OBJECT_FIRST, CONDITION)}


@Language.component("hand_made_tiger")
def hand_made_tiger(doc: Doc) -> Doc:
    """Stands in for de_core_news_*: annotates three sentences by hand in TIGER terms."""
    rows = BY_HAND[doc[0].text + doc[1].text]
    for token, (_, tag, head, dep) in zip(doc, rows, strict=True):
        token.tag_, token.dep_, token.head = tag, dep, doc[head]
    return doc


def by_tiger(folder: Path, text: str) -> Analysis:
    nlp = spacy.blank("de")
    nlp.add_pipe("hand_made_tiger")
    nlp.to_disk(folder / "tiger")
    load.load.cache_clear()
    try:
        return analyse(text, pipeline=str(folder / "tiger"))
    finally:
        load.load.cache_clear()


def heads(analysis: Analysis, clause: int) -> dict[Role, str]:
    return {p.role: analysis.tokens[p.head].text for p in analysis.clauses[clause].participants}


def test_a_tiger_pipeline_gives_the_same_clauses(tmp_path: Path) -> None:
    analysis = by_tiger(tmp_path, "Der Antrag wird von dem Amt geprüft.")
    (clause,) = analysis.clauses
    assert (clause.predicate, clause.voice) == ("prüfen", Voice.PASSIVE)
    assert heads(analysis, 0) == {Role.SUBJECT: "Antrag", Role.AGENT: "Amt"}


def test_tiger_object_first_with_attribute_dative_and_far_particle(tmp_path: Path) -> None:
    analysis = by_tiger(tmp_path, "Die im Vorjahr gezahlte Steuer rechnet das Amt Ihnen an.")
    assert analysis.clauses[0].predicate == "anrechnen"
    assert heads(analysis, 0) == {
        Role.SUBJECT: "Amt",
        Role.DIRECT_OBJECT: "Steuer",
        Role.INDIRECT_OBJECT: "Ihnen",
    }
    assert [a.predicate for a in analysis.attributes] == ["zahlen"]


def test_tiger_copula_and_subordinate_clause(tmp_path: Path) -> None:
    analysis = by_tiger(tmp_path, "Das Formular ist kostenlos, wenn Sie es online ausfüllen.")
    assert [c.predicate for c in analysis.clauses] == ["sein", "ausfüllen"]
    assert analysis.clauses[1].relation is Relation.CONDITION
    assert heads(analysis, 0) == {Role.SUBJECT: "Formular", Role.PREDICATIVE: "kostenlos"}
    assert heads(analysis, 1) == {Role.SUBJECT: "Sie", Role.DIRECT_OBJECT: "es"}


def test_the_pipeline_can_be_named_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARHAND_GERMAN_PIPELINE", "some_pipeline")
    assert load.chosen(None) == "some_pipeline"
    assert load.chosen("other") == "other"
