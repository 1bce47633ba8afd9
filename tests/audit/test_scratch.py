"""What a browser writes beside its work is gone with it, however it ends."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y.audit.browser import Browser
from a11y.audit.scratch import BrowserScratch


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, empty; pytest's own is too deep for sockets."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


def test_a_killed_browser_leaves_nothing(temporary: Path) -> None:
    with Browser() as browser:
        browser.open("data:text/html,<title>da</title>")
        assert list(temporary.glob("klarhand-chromium-*/profile/*"))
        browser.kill()
        assert not list(temporary.iterdir())


def test_what_a_killed_program_left_goes_with_the_next(temporary: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = temporary / f"klarhand-chromium-{gone.pid}-abc" / "profile"
    left.mkdir(parents=True)
    other = temporary / "klarhand-chromium-somebody-elses"
    other.mkdir()
    mine = BrowserScratch()
    assert not left.parent.exists()
    assert other.exists()
    second = BrowserScratch()
    assert mine.profile.is_dir(), "those of a living program stay"
    for one in (mine, second):
        one.remove()
    assert list(temporary.iterdir()) == [other]
