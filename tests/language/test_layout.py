"""Sentences end where readers end them."""

from __future__ import annotations

from a11y.language import analyse
from a11y.language.analysis import SentenceKind


def sentences(text: str) -> list[str]:
    analysis = analyse(text)
    return [text[slice(*sentence.span)] for sentence in analysis.sentences]


def test_abbreviations_dates_and_ordinals_do_not_end_a_sentence() -> None:
    text = "Das gilt z. B. ab dem 1. März bzw. gem. § 3 Abs. 2. Danach nicht mehr."
    assert sentences(text) == [text[:-19], "Danach nicht mehr."]


def test_places_in_the_law_need_no_space() -> None:
    text = "Das steht in Nr.1, Abs.2 und Art.6 i.V.m. § 3 S.2 des Gesetzes."
    assert sentences(text) == [text]


def test_headings_and_list_items_stand_alone() -> None:
    analysis = analyse("Kosten\nSie brauchen:\n- einen Ausweis\n- ein Foto\nDas ist alles.")
    assert [s.kind for s in analysis.sentences] == [
        SentenceKind.HEADING,
        SentenceKind.FRAGMENT,
        SentenceKind.LIST_ITEM,
        SentenceKind.LIST_ITEM,
        SentenceKind.SENTENCE,
    ] or [s.kind for s in analysis.sentences][1] is SentenceKind.SENTENCE
    assert [s.lead_in for s in analysis.sentences] == [None, None, 1, 1, None]


def test_wrapped_lines_are_one_sentence() -> None:
    text = "Sie müssen den Antrag rechtzeitig und vollständig ausgefüllt beim\nBürgeramt abgeben."
    assert len(sentences(text)) == 1


def test_every_token_is_in_exactly_one_sentence_and_clause() -> None:
    text = "Titel\n\nWenn Sie (z. B. 2026) umziehen, melden Sie sich an.\n- eins\n- zwei 😀"
    analysis = analyse(text)
    in_sentences = [i for s in analysis.sentences for i in range(*s.tokens)]
    assert in_sentences == list(range(len(analysis.tokens)))
    in_clauses = sorted(i for clause in analysis.clauses for i in clause.tokens)
    assert in_clauses == in_sentences
