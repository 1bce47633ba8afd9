"""Findings over time: every run in one SQLite file, and a page with small plots."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from a11y.audit.errors import ReportError
from a11y.audit.findings import AuditRun, Outcome, PageStatus
from a11y.audit.norms import criteria, criteria_in
from a11y.audit.reports.html import LANGUAGES, environment

_TABLES = """
CREATE TABLE IF NOT EXISTS run (
    id INTEGER PRIMARY KEY, site TEXT NOT NULL, started TEXT NOT NULL, seconds REAL NOT NULL,
    tested INTEGER NOT NULL, not_tested INTEGER NOT NULL, fails INTEGER NOT NULL,
    reviews INTEGER NOT NULL, new INTEGER NOT NULL, interrupted INTEGER NOT NULL,
    UNIQUE (site, started));
CREATE TABLE IF NOT EXISTS tally (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, criterion TEXT NOT NULL,
    fails INTEGER NOT NULL, PRIMARY KEY (run, criterion));
"""


@dataclass(frozen=True, slots=True)
class Point:
    """One run of a site. criteria: WCAG number → fails."""

    started: str
    tested: int
    not_tested: int
    fails: int
    reviews: int
    new: int
    interrupted: bool
    criteria: dict[str, int]


def remember(run: AuditRun, path: Path) -> None:
    """Add a run; the same run twice is stored once. Raises ReportError."""
    tally: Counter[str] = Counter()
    for finding in run.findings:
        if finding.outcome is Outcome.FAIL:
            tally.update(criteria_in(finding.clauses) or ("–",))
    row = (
        run.start_urls[0],
        run.started,
        run.seconds,
        len(run.pages_with(PageStatus.TESTED)),
        len(run.pages_with(PageStatus.NOT_TESTED)),
        run.counted(Outcome.FAIL),
        run.counted(Outcome.REVIEW),
        sum(1 for f in run.findings if f.outcome is Outcome.FAIL and not f.known),
        int(run.interrupted),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA foreign_keys = ON")
            database.executescript(_TABLES)
            database.execute("DELETE FROM run WHERE site = ? AND started = ?", row[:2])
            cursor = database.execute(
                "INSERT INTO run (site, started, seconds, tested, not_tested, fails, reviews, new,"
                " interrupted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            database.executemany(
                "INSERT INTO tally VALUES (?, ?, ?)",
                [(cursor.lastrowid, criterion, count) for criterion, count in tally.items()],
            )
    except sqlite3.Error as error:
        raise ReportError(f"{path} is no trend file: {error}.", "Name another file.") from error


def points(path: Path, site: str) -> tuple[Point, ...]:
    """All runs of a site, oldest first; raises ReportError."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            rows = database.execute(
                "SELECT id, started, tested, not_tested, fails, reviews, new, interrupted FROM run"
                " WHERE site = ? ORDER BY started",
                (site,),
            ).fetchall()
            tallies: dict[int, dict[str, int]] = {}
            for run, criterion, fails in database.execute(
                "SELECT run, criterion, fails FROM tally"
            ):
                tallies.setdefault(run, {})[criterion] = fails
    except sqlite3.Error as error:
        raise ReportError(f"{path} is no trend file: {error}.", "Name another file.") from error
    return tuple(
        Point(started, tested, not_tested, fails, reviews, new, bool(cut), tallies.get(key, {}))
        for key, started, tested, not_tested, fails, reviews, new, cut in rows
    )


def polyline(values: Sequence[int], *, width: int = 240, height: int = 48) -> str:
    """Points of an SVG polyline; the highest value touches the top, zero the bottom."""
    if not values:
        return ""
    top = max(*values, 1)
    step = (width - 8) / max(len(values) - 1, 1)
    return " ".join(
        f"{4 + index * step:.1f},{height - 4 - (height - 8) * value / top:.1f}"
        for index, value in enumerate(values)
    )


def _in_order(name: str) -> tuple[list[int], str]:
    """1.4.3 before 1.4.10; what is no criterion last."""
    parts = name.split(".")
    return ([int(part) for part in parts] if all(map(str.isdigit, parts)) else [99], name)


def render(path: Path, site: str) -> dict[str, str]:
    """The trend page of a site, by file name, in German and English."""
    seen = points(path, site)
    names = sorted({name for point in seen for name in point.criteria}, key=_in_order)
    lines = {name: [point.criteria.get(name, 0) for point in seen] for name in names}
    return {
        f"trend.{language}.html": environment()
        .get_template("trend.html.j2")
        .render(
            site=site,
            points=seen,
            lines=lines,
            lang=language,
            polyline=polyline,
            criteria=criteria(),
        )
        for language in LANGUAGES
    }
