"""Several texts for ``a11y simplify``: one line a file, one SARIF report for all, for CI."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from a11y.commands.text_input import read_file
from a11y.errors import KlarhandError
from a11y.simple_language.model import Level
from a11y.simple_language.report import Report, report
from a11y.simple_language.sarif import to_sarif

ENDINGS = (".txt", ".md")
"""What is read of a folder."""


def files_of(sources: Sequence[str]) -> list[str]:
    """The files named, with every text of a named folder, sorted inside it."""
    found: list[str] = []
    for source in sources:
        path = Path(source)
        if source != "-" and path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix in ENDINGS and p.is_file())
            found.extend(p.as_posix() for p in inside)
        else:
            found.append(source)
    return found


def check_all(
    files: Sequence[str],
    *,
    level: Level,
    check: float | None,
    max_violations: float | None,
    aside: bool = False,
) -> tuple[list[tuple[str, Report]], int]:
    """Measure every file, one line each; a file that cannot be read counts as failed.

    aside: the lines go to standard error, because standard output carries a report.
    Returns the reports by file and how many files failed.
    """
    read: list[tuple[str, Report]] = []
    failed = 0
    for number, file in enumerate(files, start=1):
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{number}/{len(files)} {file}", nl=False, err=True)
        try:
            one = report(read_file(file), level=level)
        except KlarhandError as error:
            failed += 1
            _line(click.style(f"{file}: {error}", fg="red"), aside=True)
            continue
        read.append((file, one))
        problems = failures(one, check=check, max_violations=max_violations)
        failed += bool(problems)
        figures = f"{one.before.score:4.1f} of 20, {one.violations_before} violations / 100 words"
        told = click.style(" " + " ".join(problems), fg="red") if problems else ""
        _line(f"{file}: {figures}{told}", aside=aside)
    return read, failed


def _line(text: str, *, aside: bool) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    click.echo(text, err=aside)


def sarif_of(read: Sequence[tuple[str, Report]]) -> str:
    """One SARIF report over all files."""
    reports = [(Path(file).as_posix(), one) for file, one in read]
    return json.dumps(to_sarif(reports), ensure_ascii=False, indent=2)


def failures(result: Report, *, check: float | None, max_violations: float | None) -> list[str]:
    """What is below or above the asked thresholds, in words."""
    found = []
    if check is not None and result.before.score < check:
        found.append(f"Score {result.before.score} is below {check}.")
    if max_violations is not None and result.violations_before > max_violations:
        found.append(
            f"{result.violations_before} violations per 100 words, more than {max_violations}."
        )
    return found
