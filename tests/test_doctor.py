"""The doctor looks at real things and never calls a missing one fine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from a11y.cli import cli
from a11y.doctor import Status, examine


def test_every_missing_thing_has_a_remedy() -> None:
    for check in examine():
        assert (check.status is Status.OK) == (check.remedy == ""), check


def test_an_empty_var_folder_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARHAND_VAR", str(tmp_path))
    body = next(check for check in examine() if check.name == "signer's body")
    assert body.status is Status.MISSING
    assert body.remedy == "a11y body build"


def test_exit_code_tells_what_the_text_tells(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(cli, ["doctor", "--format", "json"], env={"KLARHAND_VAR": str(tmp_path)})
    checks = json.loads(result.output)
    assert any(check["status"] == "missing" for check in checks)
    assert result.exit_code == 1


def test_programs_that_are_not_there_are_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    by_name = {check.name: check for check in examine()}
    assert by_name["program chromium"].status is Status.MISSING
    assert "apt-get install chromium" in by_name["program chromium"].remedy
    assert by_name["program java"].status is Status.OPTIONAL
