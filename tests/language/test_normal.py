"""Odd spellings are read as what they stand for; the source's characters are kept."""

from __future__ import annotations

import unicodedata

import pytest

from a11y.language import analyse
from a11y.language.analysis import Role, ValueKind


def read(text: str) -> list[tuple[str, str, dict[Role, str]]]:
    analysis = analyse(text)
    for token in analysis.tokens:
        assert text[slice(*token.span)] == token.text
    for value in analysis.values:
        assert text[slice(*value.span)] == value.text
    return [
        (c.predicate, c.modal, {p.role: analysis.tokens[p.head].lemma for p in c.participants})
        for c in analysis.clauses
    ]


PLAIN = "Sie müssen die Gebühr für die Straße persönlich überweisen."
EXPECTED = [("überweisen", "müssen", {Role.SUBJECT: "Sie", Role.DIRECT_OBJECT: "Gebühr"})]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        unicodedata.normalize("NFD", PLAIN),
        "SIE MÜSSEN DIE GEBÜHR FÜR DIE STRASSE PERSÖNLICH ÜBERWEISEN.",
        "Sie muessen die Gebuehr fuer die Strasse persoenlich ueberweisen.",
        "Sie müs\u00adsen die Ge\u00adbühr für die Stra\u00adße per\u00adsönlich über\u00adweisen.",
        "Sie müssen die Ge-\nbühr für die Straße per-\nsönlich über-\nweisen.",
        "Sie müssen die\u200b Gebühr für die Straße persönlich über\u200dweisen.",
    ],
)
def test_all_spellings_say_the_same(text: str) -> None:
    assert read(text) == EXPECTED


def test_values_stand_where_the_source_has_them() -> None:
    text = "Der Be\u00adtrag von 28,80 \u20ac ist bis zum 3. Ma\u0308rz 2026 fa\u0308llig."
    found = {value.kind: (value.text, value.normal) for value in analyse(text).values}
    assert found[ValueKind.PRICE] == ("28,80 \u20ac", "28.80 EUR")
    assert found[ValueKind.DATE] == ("3. Ma\u0308rz 2026", "2026-03-03")


@pytest.mark.parametrize("word", ["Steuer", "neue", "aktuell", "Pass", "dass", "Museum", "teuer"])
def test_words_with_these_letters_stay(word: str) -> None:
    token = analyse(f"Das ist {word}.").tokens[2]
    assert token.text == word
    assert not set(token.lemma) & set("äöüß")


def test_acronyms_make_no_capitals() -> None:
    analysis = analyse("Die PIN und der PUK stehen im BMI-Brief.")
    assert [t.text for t in analysis.tokens if t.text.isupper()] == ["PIN", "PUK"]
    assert analysis.clauses[0].predicate == "stehen"


def test_a_shortened_compound_at_the_end_of_a_line_stays_one() -> None:
    tokens = analyse("Die Geburts-\nund Sterbeurkunde liegt bei.").tokens
    assert [t.text for t in tokens[:4]] == ["Die", "Geburts-", "und", "Sterbeurkunde"]
