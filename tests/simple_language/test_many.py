"""Several texts for ``a11y simplify``, one after the other and several at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Never

import pytest
from click.testing import CliRunner

from a11y.commands import simplify_many
from a11y.commands.simplify import simplify
from a11y.commands.simplify_many import WorkerLostError, check_all, jobs_for
from a11y.simple_language.model import Level
from a11y.simple_language.report import examine, report

HARD = "Die Bearbeitung der Anträge erfolgt durch das Amt nach Eingang der Unterlagen."
EASY = "Das Amt ist im Rathaus.\nDas Amt hilft Ihnen."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(HARD if number % 2 else EASY, "utf-8")
    (tmp_path / "5.txt").write_bytes(b"Das Amt pr\xfcft.")
    return tmp_path


def test_what_is_hard_is_known_without_rewriting() -> None:
    found, whole = examine(HARD), report(HARD)
    assert found.suggestions == whole.suggestions != ()
    assert (found.before, found.violations_before) == (whole.before, whole.violations_before)


def test_several_at_a_time_say_what_one_after_the_other_says(folder: Path) -> None:
    asked = [str(folder), "--max-violations", "5"]
    one = CliRunner().invoke(simplify, [*asked, "--jobs", "1"])
    two = CliRunner().invoke(simplify, [*asked, "--jobs", "2"])
    assert one.output.count("violations / 100 words") == 7
    assert "4 of 8 texts failed." in one.output
    assert "KH-TEXT-01" in one.output
    assert (two.output, two.exit_code) == (one.output, one.exit_code)


def test_an_interrupt_ends_all_processes_and_tells_no_story(folder: Path) -> None:
    process = _begun(folder)
    os.killpg(process.pid, signal.SIGINT)
    out, problem = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out.count("\n") < 390
    assert "Traceback" not in problem
    _wait_for_the_end_of(process.pid)


def test_workers_end_with_a_parent_that_was_killed(folder: Path) -> None:
    process = _begun(folder)
    process.kill()
    process.communicate(timeout=60)
    _wait_for_the_end_of(process.pid)


def _begun(folder: Path) -> subprocess.Popen[str]:
    """The command over many files, which has answered the first."""
    for number in range(10, 400):
        (folder / f"{number}.txt").write_text(f"{HARD}\n" * 40, "utf-8")
    command = [sys.executable, "-m", "a11y.cli", "simplify", str(folder), "--jobs", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert "0.txt" in process.stdout.readline()
    return process


def _wait_for_the_end_of(group: int) -> None:
    until = time.monotonic() + 20
    while _alive(group) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _alive(group)


def _alive(group: int) -> list[str]:
    """What still runs of a group of processes."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = place.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it ended meanwhile
            continue
        if int(its_group) == group and state != "Z":
            found.append(place.parent.name)
    return found


def _dies(file: str, *, level: Level) -> Never:
    os._exit(3)


def test_a_worker_that_dies_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplify_many, "_examined", _dies)
    files = [str(folder / "0.txt"), str(folder / "1.txt")]
    with pytest.raises(WorkerLostError, match="--jobs 1"):
        check_all(files, level=Level.LEICHT, check=None, max_violations=None, jobs=2)


def test_workers_come_only_where_they_are_worth_their_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(simplify_many, "_cores", lambda: 4)
    names = [f"{number}.txt" for number in range(4_300)]
    assert jobs_for(names, None) == 4
    assert jobs_for(names[:250], None) == 2
    monkeypatch.setattr(simplify_many, "_cores", lambda: 64)
    assert jobs_for(names, None) == simplify_many.MOST
    assert jobs_for(names[:70], None) == 1
    assert jobs_for(names[:70], 3) == 3
    assert jobs_for(names[:2], 8) == 2
    assert jobs_for(["-", *names], 4) == 1
