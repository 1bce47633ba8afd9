"""A folder for all that a browser and its driver write: profile, sockets, downloads; never left.

Chromium and ChromeDriver put folders of their own into ``TMPDIR`` and leave them there when they
are killed. Here they get a ``TMPDIR`` inside a folder that is removed with them; what a program
that was itself killed could not remove, the next one does.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

_PREFIX = "klarhand-chromium-"
_PATIENCE = 2.0  # seconds in which a killed browser's last processes end


class BrowserScratch:
    """One browser's folder: ``profile`` for ``--user-data-dir``, ``environment`` for its driver."""

    def __init__(self) -> None:
        remove_abandoned()
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        self.profile = self._folder / "profile"
        self._temporary = self._folder / "tmp"
        for folder in (self.profile, self._temporary):
            folder.mkdir()

    @property
    def environment(self) -> Mapping[str, str]:
        """This program's environment with the browser's own ``TMPDIR``."""
        return {**os.environ, "TMPDIR": str(self._temporary)}

    def remove(self) -> None:
        """After the browser has ended; again and again while its last processes still write."""
        until = time.monotonic() + _PATIENCE
        while self._folder.exists():
            shutil.rmtree(self._folder, ignore_errors=True)
            if time.monotonic() > until:
                return
            if self._folder.exists():
                time.sleep(0.05)


def remove_abandoned() -> None:
    """Remove folders whose program is gone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdecimal() and not _alive(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
