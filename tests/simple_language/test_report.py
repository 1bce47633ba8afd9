"""The report in its forms, and the command that writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from a11y.commands.simplify import OutputFileError, simplify
from a11y.commands.text_input import UnreadableTextError
from a11y.simple_language.html import to_html
from a11y.simple_language.report import DRAFT_NOTE, report
from a11y.simple_language.sarif import position, to_sarif

TEXT = "Sie benötigen z. B. einen Ausweis.\nDer Antrag wird geprüft."


def test_report_holds_before_and_after() -> None:
    found = report(TEXT)
    data = json.loads(json.dumps(found.to_dict()))
    assert data["form"] == "klarhand-simplify/1"
    assert data["review"] == "draft"
    assert data["before"]["violations_per_100_words"] > data["after"]["violations_per_100_words"]
    assert data["sentences"][0] == {
        "text": "Sie brauchen zum Beispiel einen Ausweis.",
        "paragraph": 0,
    }
    assert data["guard"] == []


def test_sarif_places_and_fixes() -> None:
    data = to_sarif(report(TEXT), uri="dienst.txt")
    run = data["runs"][0]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    region = by_rule["passive"]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 2
    fix = by_rule["abbreviation"]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"]["text"] == "zum Beispiel"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]][
        by_rule["passive"]["ruleIndex"]
    ] == ("passive")


def test_positions_count_from_one() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)


def test_html_escapes_and_labels_a_draft() -> None:
    page = to_html(report("Das Gewicht ist < 20 und der Ausweis wird geprüft."), title="a & b")
    assert "a &amp; b" in page
    assert "&lt; 20" in page
    assert DRAFT_NOTE in page
    assert '<html lang="de">' in page


def test_command_writes_one_sentence_per_line(tmp_path: Path) -> None:
    file = tmp_path / "dienst.txt"
    file.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(simplify, [str(file)])
    assert result.exit_code == 0
    assert result.output == "Sie brauchen zum Beispiel einen Ausweis.\nDer Antrag wird geprüft.\n"


@pytest.mark.parametrize("form", ["json", "sarif", "html", "report"])
def test_command_writes_every_form(tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(simplify, ["-", "--format", form, "--out", str(out)], input=TEXT)
    assert result.exit_code == 0, result.output
    written = out.read_text(encoding="utf-8")
    assert "Passiv" in written
    assert list(tmp_path.iterdir()) == [out]


def test_thresholds_fail_the_build() -> None:
    hard = "Die Inanspruchnahme unterhaltssichernder Leistungen setzt Bescheinigungen voraus."
    assert CliRunner().invoke(simplify, ["-", "--check", "14"], input=hard).exit_code == 1
    easy = "Das Amt ist offen. Sie brauchen einen Pass."
    assert CliRunner().invoke(simplify, ["-", "--check", "14"], input=easy).exit_code == 0
    strict = CliRunner().invoke(simplify, ["-", "--max-violations", "0"], input=TEXT)
    assert strict.exit_code == 1


def test_bad_files(tmp_path: Path) -> None:
    missing = CliRunner().invoke(simplify, [str(tmp_path / "fehlt.txt")])
    assert isinstance(missing.exception, UnreadableTextError)
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Prüfung".encode("latin-1"))
    assert isinstance(CliRunner().invoke(simplify, [str(latin)]).exception, UnreadableTextError)
    nowhere = str(tmp_path / "keiner" / "out.txt")
    unwritten = CliRunner().invoke(simplify, ["-", "--out", nowhere], input=TEXT)
    assert isinstance(unwritten.exception, OutputFileError)
