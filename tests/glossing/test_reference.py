from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar.glossing.authoring import read_line
from a11y.sign_avatar.glossing.compare import compare, kendall_tau
from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.reference import SCHEMA, load_references
from a11y.sign_avatar.glossing.translate import lexis_of
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.score import Tier
from tests.glossing.conftest import Translate


def test_there_are_enough_and_a_third_is_held_out() -> None:
    references = [item for item in load_references() if not item.own_set]
    held_out = sum(item.held_out for item in references)
    assert len(references) >= 250
    assert 0.27 < held_out / len(references) < 0.40


def test_every_line_can_be_read_with_the_real_corpus() -> None:
    lexis = lexis_of(load().entries)
    for item in load_references():
        assert all(score.signs for score in item.expected(lexis)), item.id


def test_each_phenomenon_is_shown_more_than_once() -> None:
    counts = Counter(item.phenomenon for item in load_references())
    wanted = {"order", "negation", "question", "modality", "condition", "number", "relative",
              "reason", "purpose", "passive", "agreement", "loci", "existence", "plural",
              "compound", "name", "shown", "nominal", "list", "imperative"}  # fmt: skip
    assert all(counts[name] >= 2 for name in wanted)


def test_the_translator_meets_the_easy_development_sentences(translate: Translate) -> None:
    """A floor that shows when a whole phenomenon breaks; the figures: `a11y bench gloss`."""
    from tests.glossing.lexicon import ENTRIES

    lexis = lexis_of(ENTRIES)
    items = [item for item in load_references() if item.part == "development"]
    results = [
        compare(item.expected(lexis), [one.sentence for one in translate(item.german)])
        for item in items
    ]
    matched = sum(result.matched for result in results)
    f1 = 2 * matched / sum(result.expected + result.found for result in results)
    assert f1 > 0.9


def test_words_in_braces_follow_the_corpus(lexis: Lexis) -> None:
    score = read_line("INDEX2 {Hundesteuer} <obl {bezahlen} {müssen}>", lexis)
    assert score.gloss_line() == "INDEX2 HUND1^STEUER1 BEZAHLEN1 MÜSSEN1"
    nod = next(span for span in score.non_manuals if span.tier is Tier.HEAD)
    assert (nod.start, nod.end, nod.function) == (3, 5, "obligation")


def test_optional_words_and_agreement(lexis: Lexis) -> None:
    assert read_line("(wenn) (hokuspokus) {Hund}", lexis).gloss_line() == "WENN1 HUND1"
    assert read_line("{wir} ~INDEX2 1>{helfen}>2", lexis).gloss_line() == "INDEX1 1-HELFEN1-2"
    assert read_line("{wir} ~INDEX2 1>{prüfen}>2", lexis).gloss_line() == "INDEX1 INDEX2 PRÜFEN1"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("INDEX2 {Hund", "cannot be read"),
        ("<neg {nicht}", "never closed"),
        ("{Hund}>", "one > too many"),
        ("<foo {Hund}>", "no function"),
        ("", "holds no sign"),
    ],
)
def test_a_broken_line_says_where(lexis: Lexis, line: str, what: str) -> None:
    with pytest.raises(DataFileError, match=what):
        read_line(line, lexis)


def test_a_file_against_the_schema_is_refused(tmp_path: Path) -> None:
    schema = gloss_corpus_dir() / "sentences" / SCHEMA
    (tmp_path / SCHEMA).write_text(schema.read_text(encoding="utf-8"), encoding="utf-8")
    bad = {"phenomenon": "order", "sentences": [{"id": "order-01", "german": "Hund."}]}
    (tmp_path / "bad.yaml").write_text(json.dumps(bad), encoding="utf-8")
    with pytest.raises(DataFileError, match="'gloss' is a required property"):
        load_references(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "made", "tau"),
    [
        ("A B C", "A B C", 1.0),
        ("A B C", "C B A", -1.0),
        ("A B C", "A C B", 1 / 3),
        ("A A B", "A B A", 1 / 3),
        ("A B", "A X", None),
    ],
)
def test_kendall_tau(wanted: str, made: str, tau: float | None) -> None:
    found = kendall_tau(wanted.split(), made.split())
    assert found == (tau if tau is None else pytest.approx(tau))


def test_comparison_counts_glosses_and_non_manuals(lexis: Lexis) -> None:
    expected = [read_line("{Hund} <neg {kommen} {nicht}>", lexis)]
    found = [read_line("{Hund} {kommen} <neg {nicht}>", lexis)]
    result = compare(expected, found)
    assert result.exact
    assert (result.matched, result.expected, result.found) == (3, 3, 3)
    assert result.nm_matched["negation"] == 1
    assert result.nm_expected["negation"] == 2
