"""``a11y audit``: look for barriers on web pages."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from a11y.audit import AuditRun, AuditSettings, ExitCode, make_settings, read_settings, run
from a11y.audit.baseline import over_budget, read_baseline
from a11y.audit.baseline import write_baseline as write_new_baseline
from a11y.audit.errors import AuditError, ReportError, SettingsError
from a11y.audit.findings import Outcome, PageStatus
from a11y.audit.reports import KINDS, write_reports, write_text
from a11y.audit.run import Progress
from a11y.audit.trend import remember
from a11y.audit.trend import render as render_trend

_NOTHING = AuditRun("", 0.0, (), (), (), {}, {})


class _UsageError(click.UsageError):
    exit_code = ExitCode.BAD_ARGUMENTS


class _Command(click.Command):
    """Bad arguments end with 3; 1 and 2 already mean something about the pages."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*arguments, **extra)
        except click.UsageError as error:
            raise _UsageError(error.message, error.ctx) from error


def _names(_context: click.Context, parameter: click.Parameter, value: str | None) -> Any:
    if value is None:
        return None
    names = tuple(part.strip() for part in value.split(",") if part.strip())
    if not names:
        raise click.BadParameter("names nothing.", param=parameter)
    return names


@click.command(cls=_Command, name="audit")
@click.argument("urls", nargs=-1, metavar="URL…")
@click.option("--crawl", is_flag=True, default=None, help="Follow links within the site.")
@click.option("--sitemap", metavar="FILE|URL", help="Also look at every page a sitemap names.")
@click.option("--base-url", metavar="URL", help="Open all addresses on this server instead.")
@click.option("--depth", type=click.IntRange(0), help="Clicks from the start page (20).")
@click.option("--max-pages", type=click.IntRange(1), help="Pages at most (1000).")
@click.option("--include", multiple=True, metavar="REGEX", help="Only addresses that match.")
@click.option("--exclude", multiple=True, metavar="REGEX", help="No addresses that match.")
@click.option("--robots/--ignore-robots", default=None, help="Keep to robots.txt (default).")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between pages of one worker.")
@click.option("--engines", callback=_names, metavar="LIST", help="axe,alfa,ibm,vnu (axe).")
@click.option("--states", callback=_names, metavar="LIST", help="all (default), none, or names.")
@click.option("--probes", callback=_names, metavar="LIST", help="all (default), none, or names.")
@click.option(
    "--forms",
    type=click.Choice(["local", "always", "never"]),
    help="Submit forms empty and wrong: on this machine only (default), always, never.",
)
@click.option("--law", metavar="LAND", help="Also check German law: nrw, by, … (none).")
@click.option(
    "--sample",
    type=click.FloatRange(0, 1),
    help="Test page types plus this random share, after (EU) 2018/1524, instead of every page.",
)
@click.option("--seed", type=int, help="Seed of the random share (0).")
@click.option("--workers", type=click.IntRange(1, 16), help="Browsers at a time (1).")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for reports.")
@click.option(
    "--report", callback=_names, metavar="LIST", help=f"Of {', '.join(KINDS)} (with --out)."
)
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), help="Known findings.")
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all findings of this run as known.",
)
@click.option(
    "--fail-on",
    callback=_names,
    metavar="LIST",
    help="fail (default), review, none, budgets such as 1.4.3=5 or axe/region=2.",
)
@click.option(
    "--trend",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Remember the run in this SQLite file and draw the trend page (with --out).",
)
@click.option(
    "--settings", "settings_file", type=click.Path(path_type=Path, dir_okay=False),
    help="A TOML file with what this site always needs.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def audit(
    urls: tuple[str, ...],
    out: Path | None,
    report: tuple[str, ...] | None,
    settings_file: Path | None,
    form: str,
    baseline: Path | None,
    write_baseline: Path | None,
    fail_on: tuple[str, ...] | None,
    trend: Path | None,
    **options: Any,
) -> None:
    """Look for barriers on web pages with real headless Chromium.

    \b
    a11y audit http://localhost:8080 --crawl
    a11y audit https://stadt.example --crawl --out report --report html,json,junit

    Exit codes: 0 nothing found, 1 findings, 2 something could not be tested, 3 bad arguments.
    "Nothing found" is not "free of barriers": only people can tell that.
    """
    given = {name: value for name, value in options.items() if value not in (None, ())}
    if urls:
        given["urls"] = urls
    try:
        unknown = set(report or ()) - set(KINDS)
        if unknown:
            raise SettingsError(
                f"There is no report “{', '.join(sorted(unknown))}”.",
                f"Choose from {', '.join(KINDS)}.",
            )
        known = read_baseline(baseline) if baseline else None
        over_budget(_NOTHING, fail_on or ("fail",))  # refuses a condition before the long run
        settings = (
            read_settings(settings_file, **given) if settings_file else make_settings({}, **given)
        )
    except (SettingsError, ReportError) as error:
        _stop(error, ExitCode.BAD_ARGUMENTS)
    if out is not None:
        settings = replace(settings, pictures=out / "pictures")
    # A pipeline that is called off ends like Ctrl-C: with a partial report and no browser left.
    # Shells start what runs in the background deaf to Ctrl-C's signal; who sends it means it.
    for called_off in (signal.SIGTERM, signal.SIGINT):
        signal.signal(called_off, signal.default_int_handler)
    try:
        result = _run(settings)
    except SettingsError as error:
        _stop(error, ExitCode.BAD_ARGUMENTS)
    except AuditError as error:
        _stop(error, ExitCode.COULD_NOT_TEST)
    if known is not None:
        result = result.with_findings(known.mark(result.findings))
    try:
        _write(result, out, report, trend, write_baseline)
    except (OSError, AuditError) as error:
        click.secho(f"Error: the reports could not be written: {error}", fg="red", err=True)
        sys.exit(ExitCode.COULD_NOT_TEST)
    if form == "json":
        from a11y.audit.reports.json import render

        click.echo(render(result)["audit.json"], nl=False)
    else:
        _summary(result)
    sys.exit(exit_code(result, fail_on=fail_on or ("fail",)))


def exit_code(result: AuditRun, *, fail_on: tuple[str, ...] = ("fail",)) -> ExitCode:
    """2 when anything could not be tested or nothing was, 1 on new findings, else 0."""
    tested = result.pages_with(PageStatus.TESTED)
    if result.interrupted or result.pages_with(PageStatus.NOT_TESTED) or not tested:
        return ExitCode.COULD_NOT_TEST
    return ExitCode.FINDINGS if over_budget(result, fail_on) else ExitCode.CLEAN


def _write(
    result: AuditRun,
    out: Path | None,
    kinds: tuple[str, ...] | None,
    trend: Path | None,
    baseline: Path | None,
) -> None:
    if trend is not None:
        remember(result, trend)
    if out is not None:
        written = list(write_reports(result, out, kinds or ("html", "json", "junit")))
        if trend is not None:
            for name, text in render_trend(trend, result.start_urls[0]).items():
                written.append(write_text(out / name, text))
        for path in written:
            click.echo(f"wrote {path}", err=True)
    if baseline is not None:
        write_new_baseline(result, baseline)
        click.echo(f"wrote {baseline}", err=True)


def _run(settings: AuditSettings) -> AuditRun:
    console = Console(stderr=True)
    if not console.is_terminal:
        return run(settings, progress=_plain, easy=_easy_check(settings))
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages", total=None)

        def show(at: Progress) -> None:
            bar.update(task, completed=at.done, total=at.known)
            if at.page.status is not PageStatus.TESTED:
                bar.console.print(
                    f"{at.page.status}: {at.page.url} ({at.page.problem})", markup=False
                )

        return run(settings, progress=show, easy=_easy_check(settings))


def _easy_check(settings: AuditSettings) -> Callable[[str], tuple[int, list[str]]] | None:
    """The toolkit's own rules for Leichte Sprache, where they are installed."""
    if settings.law == "none":
        return None
    try:
        from a11y.simple_language import suggest
    except ImportError:
        return None

    def check(text: str) -> tuple[int, list[str]]:
        sentences = [part for part in re.split(r"(?<=[.!?:])\s+", text) if part.strip()]
        hard = []
        for sentence in sentences:
            found = suggest(sentence)
            if found:
                hard.append(found[0].rule)
        return len(sentences), hard

    return check


def _plain(at: Progress) -> None:
    why = f" ({at.page.problem})" if at.page.problem else ""
    click.echo(f"[{at.done}/{at.known}] {at.page.status}: {at.page.url}{why}", err=True)


def _summary(result: AuditRun) -> None:
    from a11y.audit.reports.html import grouped

    for group in grouped(result):
        colour = "red" if group.outcome is Outcome.FAIL else "yellow"
        clauses = ", ".join(group.first.clauses[:1]) or "good practice"
        click.secho(f"{group.outcome.value}: {group.rule}", fg=colour, bold=True, nl=False)
        click.echo(f" ({clauses}) {len(group.findings)}× on {len(group.by_page)} page(s)")
        click.echo(f"    {group.first.remedy.en}")
        for place in group.findings[:3]:
            click.echo(f"    {place.page} {place.selector}  [{', '.join(place.states)}]")
        if len(group.findings) > 3:
            click.echo(f"    … and {len(group.findings) - 3} more")
    for page in result.pages_with(PageStatus.NOT_TESTED):
        click.secho(f"could not test: {page.url}: {page.problem}", fg="red")
    counts = result.to_dict()["summary"]
    line = ", ".join(f"{count} {name}" for name, count in counts.items())
    click.echo(f"{line}; {result.seconds:.1f} s{'; interrupted' if result.interrupted else ''}")


def _stop(error: AuditError, code: ExitCode) -> None:
    click.secho(f"Error: {error}", fg="red", err=True)
    sys.exit(code)
