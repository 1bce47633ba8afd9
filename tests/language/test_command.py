"""``a11y language`` as a developer uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from a11y.cli import cli
from a11y.language import dictionary
from a11y.language.lexicon import codes
from a11y.language.pipeline import clusters


def test_analyse_as_text(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["language", "analyse", "Sie müssen den Antrag stellen."])
    assert result.exit_code == 0
    assert "modal=müssen" in result.output
    assert "direct-object: den Antrag" in result.output


def test_analyse_as_json(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["language", "analyse", "-", "--format", "json"], input="Ja.")
    assert json.loads(result.output)["text"] == "Ja."


def test_setup_packs_clusters_and_dictionary(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLARHAND_VAR", str(tmp_path))
    result = runner.invoke(cli, ["language", "setup"])
    assert result.exit_code == 0
    assert [path.name for path in (tmp_path / "vectors").iterdir()] == ["de_clusters.npz"]
    assert [path.name for path in dictionary.path().parent.iterdir()] == ["de.dic"]
    packed = clusters.Clusters(clusters.path())
    assert packed.row("Ausweis") != 0
    assert packed.row("Quxbrzl") == 0


@pytest.mark.parametrize(
    ("base", "form"),
    [("Antrag", "Anträge"), ("geben", "gegeben"), ("essen", "gegessen"), ("sein", "ist")],
)
def test_form_codes_are_reversible(base: str, form: str) -> None:
    assert codes.decode(base, codes.encode(base, form)) == form
