"""Taking and refusing suggestions."""

from __future__ import annotations

import pytest

from a11y.portal.errors import ProposalInvalidError
from a11y.portal.redaktion.proposals import check_text, proposals, take, to_sentences
from a11y.simple_language.model import Suggestion

TEXT = "Der Antrag ist unverzüglich zu stellen."


def suggestion(before: str, after: str | None) -> Suggestion:
    start = TEXT.index(before)
    return Suggestion(
        start=start,
        end=start + len(before),
        rule="word",
        norm="BITV",
        message="…",
        replacement=after,
    )


def test_only_what_was_chosen_is_changed() -> None:
    offered = proposals(TEXT, [suggestion("unverzüglich", "sofort"), suggestion("Antrag", "Brief")])
    assert [proposal.before for proposal in offered] == ["Antrag", "unverzüglich"]

    assert take(TEXT, offered, {offered[1].id}) == "Der Antrag ist sofort zu stellen."
    assert take(TEXT, offered, set()) == TEXT


def test_of_two_that_overlap_the_first_counts() -> None:
    offered = proposals(
        TEXT, [suggestion("Der Antrag", "Ein Brief"), suggestion("Antrag ist", "Brief wird")]
    )
    changed = take(TEXT, offered, {proposal.id for proposal in offered})
    assert changed == "Ein Brief ist unverzüglich zu stellen."


def test_a_hint_changes_nothing() -> None:
    (hint,) = proposals(TEXT, [suggestion("zu stellen", None)])
    assert not hint.takeable
    assert take(TEXT, [hint], {hint.id}) == TEXT


def test_suggestions_for_an_older_text_are_refused() -> None:
    old = proposals("Alt " + TEXT, [suggestion("Antrag", "Brief")])
    with pytest.raises(ProposalInvalidError, match="geändert"):
        take(TEXT, proposals(TEXT, [suggestion("Antrag", "Brief")]), {old[0].id})


@pytest.mark.parametrize(("text", "words"), [("  \n ", "leer"), ("x" * 100_000, "100000 Zeichen")])
def test_texts_nothing_can_be_done_with(text: str, words: str) -> None:
    with pytest.raises(ProposalInvalidError, match=words):
        check_text(text)


def test_lines_are_sentences_and_blank_lines_part_paragraphs() -> None:
    assert to_sentences("Eins.\nZwei.\n\n\nDrei.") == (["Eins.", "Zwei.", "Drei."], [0, 0, 1])
