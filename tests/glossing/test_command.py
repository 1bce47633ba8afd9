from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from a11y.commands.gloss import gloss
from a11y.commands.text_input import UnreadableTextError
from a11y.sign_avatar.glossing.errors import UnknownFormatError
from a11y.sign_avatar.score import SignedSentence

TEXT = "Die Frau liest ein Buch. Sie müssen nicht kommen."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_gloss_line_per_sentence(runner: CliRunner, file: Path) -> None:
    result = runner.invoke(gloss, [str(file)])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == 2


def test_standard_input(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["-"], input=TEXT)
    assert result.exit_code == 0
    assert result.output.startswith("FRAU1")


def test_json_holds_scores(runner: CliRunner, file: Path) -> None:
    result = runner.invoke(gloss, [str(file), "--format", "json"])
    records = json.loads(result.output)["sentences"]
    assert [SignedSentence.from_dict(record).german for record in records] == [
        "Die Frau liest ein Buch.",
        "Sie müssen nicht kommen.",
    ]


def test_non_manual_tier(runner: CliRunner, file: Path) -> None:
    result = runner.invoke(gloss, [str(file), "--non-manuals"])
    assert "head shake [negation]" in result.output


def test_explain_accounts_for_every_word(runner: CliRunner, file: Path) -> None:
    result = runner.invoke(gloss, [str(file), "--explain"])
    assert "Artikel: DGS hat keine." in result.output
    assert "NEG-IRREGULAR" in result.output


def test_explain_lays_the_tiers_over_the_signs(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["-", "--explain"], input="Sie müssen nicht kommen.")
    lines = result.output.splitlines()
    assert lines[0] == "1. Sie müssen nicht kommen."
    head = next(line for line in lines if line.strip().startswith("Kopf"))
    signs = next(line for line in lines if line.strip().startswith("Gebärden"))
    assert "Verneinung" in head
    assert signs.index("KOMMEN1") <= head.index("schüttelt") < len(signs)


def test_explained_json_names_rules_with_their_sources(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["-", "--explain", "--format", "json"], input="Sie kommen nicht.")
    (record,) = json.loads(result.output)["sentences"]
    shake = next(rule for rule in record["rules"] if rule["id"] == "NEG-SHAKE")
    assert shake["source"].startswith("SH Syntax")
    assert SignedSentence.from_dict(record["score"]).gloss_line() == record["gloss"]


def test_unsigned_words_by_frequency(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["-", "--unsigned"], input="Xoxo und Xoxo, aber kein Zizi.")
    assert result.output.splitlines()[0].split() == ["2", "Xoxo"]


def test_elan_file(runner: CliRunner, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "text.eaf"
    assert runner.invoke(gloss, [str(file), "--out", str(out)]).exit_code == 0
    assert out.stat().st_size > 1000


def test_a_missing_file_is_named(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["missing.txt"])
    assert isinstance(result.exception, UnreadableTextError)
    assert "missing.txt" in result.exception.what


def test_an_unknown_form_is_refused(runner: CliRunner) -> None:
    result = runner.invoke(gloss, ["-", "--out", "text.docx"], input=TEXT)
    assert isinstance(result.exception, UnknownFormatError)
