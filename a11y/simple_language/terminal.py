"""The report for a terminal: marked places, messages, figures; colours only where they show."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from a11y.simple_language.html import german
from a11y.simple_language.report import DRAFT_NOTES, SHORT_NOTE, Report, dropped
from a11y.simple_language.rule import Severity
from a11y.simple_language.rules import load
from a11y.simple_language.sarif import position


def print_report(report: Report, console: Console) -> None:
    """Print what an editor needs to know about one text."""
    rules = load()
    against = sum(
        rules[one.rule].severity[report.level] is Severity.ERROR for one in report.suggestions
    )
    console.print(
        f"{len(report.suggestions)} Hinweise, davon [red]{against} gegen die Regeln[/], "
        "[yellow]die anderen als Rat[/]. „sicher“: wird auch unbeaufsichtigt umgeschrieben.",
        highlight=False,
    )
    for one in report.suggestions:
        line, column = position(report.source, one.start)
        strict = rules[one.rule].severity[report.level] is Severity.ERROR
        colour = "red" if strict else "yellow"
        found = report.source[one.start : one.end].replace("\n", " ")
        console.print(
            f"[bold]{line}:{column}[/] [{colour}]{rules[one.rule].title}[/] "
            f"[dim]{one.rule}[/]  {escape(found[:90])}",
            highlight=False,
        )
        console.print(f"    {escape(one.message)}", highlight=False)
        if one.replacement is not None:
            mark = "sicher" if one.safe else "Vorschlag"
            said = one.replacement.replace("\n", " | ") or "(weglassen)"
            console.print(f"    [green]{mark}:[/] {escape(said)}", highlight=False)
    console.print(_figures(report))
    for passage in dropped(report.result):
        console.print(f"[yellow]Weggelassen:[/] {escape(passage.strip())}", highlight=False)
    for breach in report.breaches:
        console.print(f"[bold red]Geändert:[/] {escape(str(breach))}")
    console.print(f"[dim]{DRAFT_NOTES[report.level]}[/]", highlight=False)
    if report.short:
        console.print(f"[dim]{SHORT_NOTE}[/]", highlight=False)


def _figures(report: Report) -> Table:
    table = Table("Maß", "vorher", "nachher", box=None)
    before, after = report.before, report.after
    rows = (
        ("Punkte (0 schwer, 20 leicht)", before.score, after.score),
        ("Verstöße je 100 Wörter", report.violations_before, report.violations_after),
        ("Wörter je Satz", before.words_per_sentence, after.words_per_sentence),
        ("Wörter über 13 Buchstaben", _percent(before.long_words), _percent(after.long_words)),
        ("Seltene Wörter", _percent(before.rare_words), _percent(after.rare_words)),
        ("Flesch (Amstad)", before.flesch, after.flesch),
        ("LIX", before.lix, after.lix),
        ("Wiener Sachtextformel", before.wiener, after.wiener),
    )
    for name, was, now in rows:
        table.add_row(name, _written(was), _written(now))
    return table


def _written(figure: float | str) -> str:
    return figure if isinstance(figure, str) else german(figure)


def _percent(share: float) -> str:
    return f"{german(100 * share)} %"
