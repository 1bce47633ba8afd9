"""Reports: one run, written in the forms that people and machines read."""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from a11y.audit.errors import SettingsError
from a11y.audit.findings import AuditRun

# name → (module with ``render(run) -> {file name: text}``)
KINDS = {
    "html": "a11y.audit.reports.html",
    "json": "a11y.audit.reports.json",
    "junit": "a11y.audit.reports.junit",
    "sarif": "a11y.audit.reports.sarif",
    "earl": "a11y.audit.reports.earl",
    "csv": "a11y.audit.reports.csv",
    "protocol": "a11y.audit.reports.protocol",
}


def write_reports(run: AuditRun, out: Path, kinds: Iterable[str]) -> tuple[Path, ...]:
    """Write the reports asked for into a folder; returns the files. Nothing is half-written."""
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for kind in kinds:
        if kind not in KINDS:
            raise SettingsError(f"There is no report “{kind}”.", f"Choose from {', '.join(KINDS)}.")
        for name, text in importlib.import_module(KINDS[kind]).render(run).items():
            written.append(write_text(out / name, text))
    return tuple(written)


def write_text(path: Path, text: str) -> Path:
    """Write a file whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
