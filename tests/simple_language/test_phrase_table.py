"""Phrases are found as one pattern of them all would find them, only sooner."""

from __future__ import annotations

import re

from a11y.simple_language.words.phrase_table import PhraseTable

TEXT = "Im Rahmen der Frist, im Rahmen-Plan, rahmenlos; IM RAHMEN des Amts im Rahmenwerk, Rot-Weiß."


def test_the_longest_phrase_is_found_where_two_begin_alike() -> None:
    table = PhraseTable(["im Rahmen", "im Rahmen der"])
    assert [found[1] for found in table.find(TEXT)] == ["Im Rahmen der", "IM RAHMEN"]


def test_an_ending_belongs_to_what_is_found_but_not_to_the_phrase() -> None:
    (found,) = PhraseTable(["zügig"], ending="(e[nrsm]?)?").find("eine zügige Antwort, zügigst")
    assert (found[0], found[1], found[2]) == ("zügige", "zügig", "e")


def test_beside_a_hyphen_only_where_asked() -> None:
    assert not [*PhraseTable(["weiß"]).find(TEXT)]
    assert [found[0] for found in PhraseTable(["weiß"], in_hyphens=True).find(TEXT)] == ["Weiß"]


def test_finds_what_one_pattern_of_them_all_finds() -> None:
    phrases = ["aa bb", "aa", "ab cc", "bb", "ca", "cc aa bb"]
    pattern = re.compile(
        rf"(?<![\w-])({'|'.join(sorted(phrases, key=len, reverse=True))})(?![\w-])"
    )
    text = "aa bb cc aa bb ab cc ca bb-aa aa-bb cab cc aa cc ab aa bb bb"
    assert [one.span() for one in PhraseTable(phrases).find(text)] == [
        one.span() for one in pattern.finditer(text)
    ]
