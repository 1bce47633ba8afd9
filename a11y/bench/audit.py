"""``a11y bench audit``: what the audit finds on planted failures, and how fast.

Peers on the same pages in the same run: axe-core alone (in our own browser, so that only the
rules differ) and pa11y-ci (axe and HTML_CodeSniffer). Our own probes were written by the people who
planted the failures; read the figures with that in mind. The blind set was written before the
probes of its criteria, and no probe was mended on it before its first run; nor was any on the city
set, whose pages are made as real city systems make them.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from a11y.audit import AuditSettings, Outcome, run
from a11y.audit.norms import numbers_in
from a11y.bench.audit_peers import pa11y, pa11y_seconds
from a11y.bench.audit_score import Score, tally
from a11y.bench.audit_site import SETS, served, small_site, write_site
from a11y.bench.memory import resident
from a11y.paths import var_dir

_PEER_PAGES = 60
Tell = Callable[[str], None]
Made = Sequence[tuple[dict[str, Any], str]]


def ours(name: str, urls: Sequence[str], *, quick: bool) -> Score:
    """Our audit on the pages with two workers; quick: axe-core alone, wide and light."""
    settings = AuditSettings(
        urls=tuple(urls),
        workers=2,
        robots=False,
        max_pages=len(urls),
        states=("none",) if quick else ("all",),
        probes=("none",) if quick else ("all",),
    )
    result = run(settings)
    score = Score(name, seconds=result.seconds, pages=len(result.pages))
    score.problems = [f"{page.url}: {page.problem}" for page in result.pages if page.problem]
    for finding in result.findings:
        if finding.rule.startswith("site/"):
            continue  # the planted pages are no site: their titles and menus are generated
        certain = finding.outcome is Outcome.FAIL
        score.add(finding.page, numbers_in(finding.clauses), certain=certain)
        score.said.setdefault(finding.page, set()).add(f"{finding.rule} {finding.outcome.value}")
    return score


def detection(tool: str, wanted: str, tell: Tell) -> list[dict[str, Any]]:
    """One tool on the planted pages; one row a set. tool: axe, pa11y or full."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
        made = write_site(Path(folder), wanted)
        urls = [base + path for _, path in made]
        if tool == "axe":
            score: Score | None = ours("axe-core alone", urls, quick=True)
        elif tool == "pa11y":
            score = pa11y(urls, Path(folder), concurrency=2)
        else:
            score = ours("all states and probes", urls, quick=False)
    if score is None:
        return []
    tell(f"{score.name}: {score.per_minute:.0f} pages a minute")
    return [
        {"set": name, **tally(score, part, base)}
        for name in SETS
        if (part := [(row, path) for row, path in made if row["set"] == name])
    ]


def long_run(pages: int, tell: Tell) -> dict[str, Any]:
    """axe alone with two workers over many small pages: speed, and memory as the run goes on."""
    marks: list[tuple[int, float]] = []

    def watch(at: Any) -> None:
        if at.done % max(1, pages // 10) == 0:
            marks.append((at.done, round(resident(os.getpid()))))
            tell(f"{at.done} pages, {marks[-1][1]:.0f} MB")

    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
        urls = tuple(base + path for path in small_site(Path(folder), pages))
        settings = AuditSettings(
            urls=urls, workers=2, robots=False, states=("none",), probes=("none",), max_pages=pages
        )
        result = run(settings, progress=watch)
    return {
        "pages": len(result.pages),
        "pages a minute": round(60 * len(result.pages) / result.seconds, 1),
        "memory in MB by page": marks,
        "false alarms": len(result.findings),
    }


def peer_speed(tell: Tell) -> dict[str, Any]:
    """pa11y-ci on the first of the same small pages: as installed, and with axe, two at a time."""
    speeds = {}
    for name, runners, concurrency in (
        ("its defaults (htmlcs, one at a time)", ("htmlcs",), 1),
        ("axe, two at a time", ("axe",), 2),
    ):
        with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
            urls = [base + path for path in small_site(Path(folder), _PEER_PAGES)]
            seconds = pa11y_seconds(urls, Path(folder), runners=runners, concurrency=concurrency)
        if seconds:
            speeds[name] = round(60 * _PEER_PAGES / seconds, 1)
            tell(f"pa11y-ci, {name}: {speeds[name]:.0f} pages a minute")
    return speeds


@click.command()
@click.option("--pages", default=1000, show_default=True, help="Small pages for speed and memory.")
@click.option("--peer/--no-peer", default=True, help="Also run pa11y-ci (installed under var/).")
@click.option(
    "--only",
    default="",
    metavar="SET|ID",
    help="Only open, blind, city, clean, or one planted page.",
)
@click.option("--resume", is_flag=True, help="Keep the steps an earlier run has finished.")
@click.option("--form", "form", type=click.Choice(["text", "json"]), default="text")
def command(pages: int, peer: bool, only: str, resume: bool, form: str) -> None:
    """Detection and false alarms on planted pages, pages a minute, memory.

    Goals: at least 200 pages a minute with axe alone and two workers and five times pa11y-ci, at
    least 12 with all states and probes, false alarms on clean pages at most one per cent, memory
    flat. Each step's result is kept under var/bench/audit as soon as it is there.
    """
    tell = partial(click.echo, err=True)
    steps: dict[str, Callable[[], Any]] = {"axe": lambda: detection("axe", only, tell)}
    if peer:
        steps["pa11y"] = lambda: detection("pa11y", only, tell)
    steps["full"] = lambda: detection("full", only, tell)
    if pages:
        steps["small pages"] = lambda: long_run(pages, tell)
        if peer:
            steps["small pages, pa11y-ci"] = lambda: peer_speed(tell)
    report = {
        name: _step(f"{name} {only}".strip(), step, resume=resume, tell=tell)
        for name, step in steps.items()
    }
    click.echo(
        json.dumps(report, ensure_ascii=False, indent=1) if form == "json" else _text(report)
    )


def _step(name: str, work: Callable[[], Any], *, resume: bool, tell: Tell) -> dict[str, Any]:
    """Do one step and keep what came of it; with resume, take what an earlier run has kept."""
    file = var_dir() / "bench" / "audit" / f"{re.sub('[^a-z0-9]+', '-', name.lower())}.json"
    if resume and file.is_file():
        kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return kept
    tell(f"{name} …")
    before = os.getloadavg()[0]
    done = {
        "machine": f"{os.cpu_count()} cores, load before {before:.1f}",
        "result": work(),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(json.dumps(done, ensure_ascii=False), encoding="utf-8")
    part.replace(file)
    return done


def _text(report: dict[str, Any]) -> str:
    lines = [f"{name}: {step['machine']}" for name, step in report.items()]
    rows = [
        row for name in ("axe", "pa11y", "full") if name in report for row in report[name]["result"]
    ]
    for name in SETS:
        here = [row for row in rows if row["set"] == name]
        if here:
            lines += ["", f"{name} set", *_set(here)]
    small = report.get("small pages", {}).get("result")
    if small:
        lines += [
            "",
            f"{small['pages']} small pages, axe alone, 2 workers: {small['pages a minute']} a"
            f" minute, {small['false alarms']} findings, memory {small['memory in MB by page']}",
        ]
        for name, speed in report.get("small pages, pa11y-ci", {}).get("result", {}).items():
            times = small["pages a minute"] / speed
            lines.append(f"pa11y-ci, {name}: {speed} a minute; ours is {times:.1f} times that")
    return "\n".join(lines)


def _set(rows: Sequence[dict[str, Any]]) -> list[str]:
    lines = [
        f"{row['tool']}: of {row['planted']} planted {row['fail']} failed, {row['review']} to"
        f" review, {row['missed']} missed; of {row['clean pages']} clean pages"
        f" {row['false alarms']} with a false alarm, {row['clean pages with a review']} with a"
        f" review; {row['pages a minute']} pages a minute"
        for row in rows
    ]
    lines.append("criterion: " + " | ".join(row["tool"] for row in rows))
    for key in rows[0]["by criterion"]:
        cells = []
        for row in rows:
            seen = row["by criterion"][key]
            cells.append(f"{seen.count('fail')}+{seen.count('review')}/{len(seen)}")
        lines.append(f"  {key}: {' | '.join(cells)}")
    for row in rows:
        lines += [f"false alarm, {row['tool']}: {alarm}" for alarm in row["alarms"]]
    lines += [f"missed, {rows[-1]['tool']}: {one}" for one in rows[-1]["missed pages"]]
    lines += [f"review on a clean page: {one}" for one in rows[-1]["reviews on clean pages"]]
    lines += [f"could not test, {row['tool']}: {one}" for row in rows for one in row["problems"]]
    return lines
