"""``a11y corpus``: validate, stats, coverage."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner

from a11y.cli import cli
from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar import lexicon
from a11y.sign_avatar.lexicon.coverage import coverage


def test_the_committed_corpus_is_valid() -> None:
    result = CliRunner().invoke(cli, ["corpus", "validate"])
    assert result.exit_code == 0
    assert result.stdout.endswith(" 0 problems\n")


def test_problems_are_listed_with_file_and_line(tmp_path: Path) -> None:
    broken = tmp_path / "corpus"
    shutil.copytree(gloss_corpus_dir(), broken)
    file = broken / "signs" / "zeit.yaml"
    file.write_text(file.read_text().replace("state: draft", "state: perfect", 1))
    result = CliRunner().invoke(cli, ["corpus", "validate", "--corpus", str(broken)])
    assert result.exit_code == 1
    assert "signs/zeit.yaml:" in result.stdout
    assert "'perfect' is not one of" in result.stdout
    asked = ["corpus", "validate", "--corpus", str(broken), "--format", "json"]
    (problem,) = json.loads(CliRunner().invoke(cli, asked).stdout)["problems"]
    assert problem["file"] == "signs/zeit.yaml"


def test_stats_count_states_and_hands() -> None:
    result = CliRunner().invoke(cli, ["corpus", "stats", "--format", "json"])
    figures = json.loads(result.stdout)
    assert figures["state"] == {"draft": figures["entries"]}
    assert figures["hands"]["one"] + figures["hands"]["two"] == figures["entries"]


def test_coverage_lists_missing_words_by_frequency() -> None:
    text = "Das Haus und die Häuser. Der Quastenflosser bezahlte 25 Euro. Quastenflosser!"
    found = coverage(text, lexicon.load())
    assert found.missing[0] == ("Quastenflosser", 2)
    assert found.numbers == 1
    assert found.signed == 3
    assert 0 < found.share < 1


def test_coverage_of_nothing_is_complete() -> None:
    assert coverage("", lexicon.load()).share == 1.0


def test_coverage_reads_a_file(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Wir bezahlen das Haus.")
    result = CliRunner().invoke(cli, ["corpus", "coverage", str(file)])
    assert result.exit_code == 0
    assert "100%" in result.stdout
