"""The command tree: every command answers, teaches, and turns errors into one clear line."""

from __future__ import annotations

import errno
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from a11y import cli
from a11y.errors import KlarhandError

COMMANDS = list(cli._COMMANDS)


def test_help_lists_every_command(runner: CliRunner) -> None:
    result = runner.invoke(cli.cli, ["--help"])
    assert result.exit_code == 0
    for name in COMMANDS:
        assert name in result.output


def test_help_answers_without_loading_any_room() -> None:
    code = (
        "import sys; from a11y.cli import cli;"
        "cli.main(['--help'], standalone_mode=False);"
        "heavy = {'spacy', 'panda3d', 'flask', 'selenium', 'numpy'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_teaches(name: str, runner: CliRunner) -> None:
    result = runner.invoke(cli.cli, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert len(result.output) > 150, "a help text that teaches says more than the usage line"


def test_an_unknown_command_says_so(runner: CliRunner) -> None:
    result = runner.invoke(cli.cli, ["sing"])
    assert result.exit_code == 2
    assert "sing" in result.output


def test_a_mendable_error_is_one_line_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def broken() -> None:
        raise KlarhandError("KH-TEST-01", "The file is empty.", "Give a file with text.")

    monkeypatch.setattr(cli, "cli", broken)
    monkeypatch.setattr(sys, "argv", ["a11y"])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 1
    error = capsys.readouterr().err
    assert "The file is empty. Give a file with text. [KH-TEST-01]" in error
    assert "Traceback" not in error


def test_a_full_disk_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "var/clips/1.mp4")

    monkeypatch.setattr(cli, "cli", full)
    monkeypatch.setattr(sys, "argv", ["a11y"])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert stop.value.code == 1
    error = capsys.readouterr().err
    assert "var/clips/1.mp4 cannot be written: No space left on device." in error
    assert "[KH-DISK-01]" in error
