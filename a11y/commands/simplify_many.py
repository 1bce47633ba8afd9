"""Several texts for ``a11y simplify``: one line a file, one SARIF report for all, for CI."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path

import click

from a11y.commands.text_input import read_file
from a11y.errors import KlarhandError
from a11y.simple_language.model import Level
from a11y.simple_language.report import Findings, examine
from a11y.simple_language.sarif import to_sarif


class WorkerLostError(KlarhandError):
    """A worker process ended before its work, most often for want of memory."""

    def __init__(self) -> None:
        super().__init__(
            "KH-EASY-12",
            "A worker process ended before it had read its texts.",
            "Call the command again with --jobs 1, or give it more memory (300 MB a process).",
        )


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


def jobs_for(files: Sequence[str], asked: int | None) -> int:
    """How many texts to read at a time: as asked, else one a core if the files are worth it.

    A worker process costs two seconds before its first text and 300 MB, so that no more than
    MOST are begun unasked. Standard input cannot be shared out.
    """
    if "-" in files:
        return 1
    if asked is not None:
        return min(asked, len(files))
    return max(1, min(_cores(), MOST, len(files) // _WORTH))


MOST = 8
"""Processes that are begun without being asked for: a container may see all cores of its host."""
_WORTH = 100
"""Files that a further process must get, unless it was asked for."""


def _cores() -> int:
    known = getattr(os, "sched_getaffinity", None)  # what this process may use; Linux only
    return len(known(0)) if known is not None else os.cpu_count() or 1


def check_all(
    files: Sequence[str],
    *,
    level: Level,
    check: float | None,
    max_violations: float | None,
    aside: bool = False,
    jobs: int = 1,
) -> tuple[list[tuple[str, Findings]], int]:
    """Measure every file, one line each; a file that cannot be read counts as failed.

    aside: the lines go to standard error, because standard output carries a report of all files,
    for which what was found is returned. jobs: so many files at a time; lines keep the order.
    Returns the findings by file (none without ``aside``) and how many files failed. Raises
    WorkerLostError if a worker process ends before its work.
    """
    read: list[tuple[str, Findings]] = []
    failed = 0
    with _outcomes(files, level=level, jobs=jobs) as outcomes:
        for number, file in enumerate(files, start=1):
            if sys.stderr.isatty():
                click.echo(f"\r\x1b[K{number}/{len(files)} {file}", nl=False, err=True)
            one = next(outcomes)
            if isinstance(one, str):
                failed += 1
                _line(click.style(f"{file}: {one}", fg="red"), aside=True)
                continue
            if aside:
                read.append((file, one))
            problems = failures(one, check=check, max_violations=max_violations)
            failed += bool(problems)
            figures = f"{one.before.score:4.1f} of 20, {one.violations_before} violations"
            told = click.style(" " + " ".join(problems), fg="red") if problems else ""
            _line(f"{file}: {figures} / 100 words{told}", aside=aside)
    return read, failed


@contextmanager
def _outcomes(
    files: Sequence[str], *, level: Level, jobs: int
) -> Iterator[Iterator[Findings | str]]:
    """What was found in each file, in their order. Whoever leaves early ends the workers, as
    soon as they have finished what is in hand and the few files behind it."""
    examined = partial(_examined, level=level)
    if jobs == 1:
        yield map(examined, files)
        return
    fresh = get_context("spawn")  # a copy of a process that has loaded numpy's threads may hang
    workers = ProcessPoolExecutor(jobs, mp_context=fresh, initializer=_end_with_parent)
    try:
        with _interrupts_left_to_us():
            outcomes = workers.map(examined, files)  # starts all workers
        yield outcomes
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        workers.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for its next text for ever."""

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _interrupts_left_to_us() -> Iterator[None]:
    """Ctrl+C reaches all processes of a terminal; those begun here do not hear it, so that this
    one can end them without a word from each."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _examined(file: str, *, level: Level) -> Findings | str:
    """What is hard in a file, or why it cannot be read."""
    try:
        return examine(read_file(file), level=level)
    except KlarhandError as error:
        return str(error)


def _line(text: str, *, aside: bool) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    click.echo(text, err=aside)


def sarif_of(read: Sequence[tuple[str, Findings]]) -> str:
    """One SARIF report over all files."""
    found = [(Path(file).as_posix(), one) for file, one in read]
    return json.dumps(to_sarif(found), ensure_ascii=False, indent=2)


def failures(result: Findings, *, check: float | None, max_violations: float | None) -> list[str]:
    """What is below or above the asked thresholds, in words."""
    found = []
    if check is not None and result.before.score < check:
        found.append(f"Score {result.before.score} is below {check}.")
    if max_violations is not None and result.violations_before > max_violations:
        found.append(
            f"{result.violations_before} violations per 100 words, more than {max_violations}."
        )
    return found
