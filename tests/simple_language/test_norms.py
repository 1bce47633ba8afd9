"""Every demand of the norms has its rules, and the page of the room shows the same table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from a11y.simple_language import Level, simplify
from a11y.simple_language.data_file import DATA
from a11y.simple_language.report import DRAFT_NOTES
from a11y.simple_language.rule import Severity
from a11y.simple_language.rules import load

ROWS: list[dict[str, Any]] = yaml.safe_load((DATA / "norms.yaml").read_text(encoding="utf-8"))
PAGE = Path(__file__).parents[2] / "docs" / "simple-language.md"
SOURCES = {
    "B": "BITV 2.0 Anlage 2 Teil 2 Nr. ",
    "N": "Netzwerk",
    "D": "DIN SPEC",
}


def _line(row: dict[str, Any]) -> str:
    rules = ", ".join(f"`{rule}`" for rule in row["rules"]) or f"({row['form']})"
    return f"| {row['asks']} | {row['source']} | {rules} | {row.get('rewrite', '–')} |"


@pytest.mark.parametrize("row", ROWS, ids=[row["asks"] for row in ROWS])
def test_every_row_has_rules_or_says_what_holds_it(row: dict[str, Any]) -> None:
    assert bool(row["rules"]) != bool(row.get("form"))
    for name in row["rules"]:
        rule = load()[name]
        assert any(rule.severity[level] is not Severity.OFF for level in Level)


@pytest.mark.parametrize("number", range(1, 14))
def test_every_number_of_the_regulation_has_a_row(number: int) -> None:
    assert any(f"B{number}" in row["source"].split(", ") for row in ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if row["rules"]], ids=lambda row: row["asks"])
def test_the_row_is_the_norm_of_one_of_its_rules(row: dict[str, Any]) -> None:
    for source in row["source"].split(", "):
        wanted = SOURCES.get(source[0])
        if wanted is None:
            continue
        named = wanted + source[1:] if source[0] == "B" else wanted
        assert any(named in load()[rule].norm for rule in row["rules"]), source


def test_einfache_sprache_is_asked_by_its_own_norm() -> None:
    assert load()["enumeration"].norm_at(Level.EINFACH) == "DIN ISO 24495-1 Nr. 5.2"
    assert load()["long-sentence"].norm_at(Level.EINFACH) == "DIN ISO 24495-1 Nr. 5.3"
    assert load()["long-sentence"].norm_at(Level.LEICHT) == load()["long-sentence"].norm


def test_no_rule_is_without_a_row() -> None:
    assert {name for row in ROWS for name in row["rules"]} == set(load())


@pytest.mark.parametrize("row", ROWS, ids=[row["asks"] for row in ROWS])
def test_the_page_shows_the_row(row: dict[str, Any]) -> None:
    assert _line(row) in PAGE.read_text(encoding="utf-8").splitlines()


def test_one_sentence_a_line_and_every_output_is_a_draft() -> None:
    result = simplify("Das Amt hilft Ihnen. Kommen Sie ins Rathaus. Es kostet nichts.")
    assert result.text.split("\n") == list(result.sentences)
    assert len(result.sentences) == 3
    assert all("Entwurf" in note for note in DRAFT_NOTES.values())
