"""``a11y simplify``: easier German from a file or a pipe."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from a11y.commands.text_input import read_file
from a11y.errors import KlarhandError

if TYPE_CHECKING:
    from a11y.simple_language.model import Level
    from a11y.simple_language.report import Report


class OutputFileError(KlarhandError):
    """The report could not be written."""

    def __init__(self, *, file: str, problem: str) -> None:
        super().__init__(
            "KH-EASY-11",
            f"Cannot write {file}: {problem}.",
            "Choose a folder that exists and may be written to.",
        )


@click.command()
@click.argument("sources", metavar="FILE|FOLDER|-", nargs=-1, required=True)
@click.option(
    "--level",
    type=click.Choice(["leicht", "einfach"]),
    default="leicht",
    show_default=True,
    help="leicht: Leichte Sprache (BITV 2.0). einfach: Einfache Sprache (about B1).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "report", "json", "html", "sarif"]),
    default="text",
    show_default=True,
    help="text: one easy sentence per line. report: every rule that spoke, for a terminal. "
    "json, html, sarif: the full report.",
)
@click.option(
    "--separator",
    type=click.Choice(["none", "mediopunkt", "hyphen"]),
    default="none",
    show_default=True,
    help="Part long compounds: Bürger·amt, Bürger-Amt.",
)
@click.option(
    "--explain/--no-explain",
    default=False,
    help="Put glossary explanations behind the first sentence that uses a hard word.",
)
@click.option(
    "--condense",
    is_flag=True,
    help="A short draft: takes every first proposal and leaves out what a shorter text can do "
    "without. What went is told on standard error. For editors, never to be published unread.",
)
@click.option(
    "--short",
    is_flag=True,
    help="Kurzfassung: as --condense, and leaves out circumstances, reasons and background, too. "
    "What stands is still true, but it is not all that was said: an editor must read it. What "
    "went is told on standard error.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead.")
@click.option(
    "--check",
    type=click.FloatRange(0, 20),
    metavar="SCORE",
    help="Exit with 1 if the text's score (0 hard … 20 easy) is below SCORE.",
)
@click.option(
    "--max-violations",
    type=click.FloatRange(min=0),
    metavar="N",
    help="Exit with 1 if more than N rule violations stand in 100 words.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Of several texts read N at a time, each in a process of its own. "
    "Default: one a core, eight at most, if there are 100 texts for each. Each takes 300 MB.",
)
@click.option(
    "--rewrite",
    is_flag=True,
    help="Ask your own language model (vLLM, Ollama …) for a whole text instead; its draft and "
    "every loss are shown. Exits with 1 if anything was lost. See below.",
)
def simplify(
    sources: tuple[str, ...],
    level: str,
    form: str,
    separator: str,
    explain: bool,
    condense: bool,
    short: bool,
    out: Path | None,
    check: float | None,
    max_violations: float | None,
    jobs: int | None,
    rewrite: bool,
) -> None:
    """Make a German text easier, rule by rule.

    Reads FILE (or standard input with -) and writes one easy sentence per line. Only rewrites
    that are certain are made; what needs a person is in the report. Several files, or a folder
    (its .txt and .md), are only measured: one line each, with --format sarif one report for all.
    Exit codes: 0 done, 1 error, below a threshold or something lost, 2 wrong options.

    \b
      a11y simplify dienst.txt --condense      (a whole easy version, for an editor to read)
      a11y simplify dienst.txt --short         (Kurzfassung, for an editor to read)
      a11y simplify dienst.txt                 (unattended)
      echo "Bringen Sie z. B. ein Foto mit." | a11y simplify -
      a11y simplify dienst.txt --format html --out bericht.html
      a11y simplify dienst.txt --check 14
      a11y simplify texte/ --check 14 --max-violations 5 --format sarif --out simplify.sarif
      a11y simplify texte/ --jobs 4            (four texts at a time)

    --rewrite is off until KLARHAND_REWRITER_URL names a service that speaks OpenAI's chat
    interface. The text goes to that address and nowhere else; what comes back is a draft.

    \b
      KLARHAND_REWRITER_URL      http://127.0.0.1:11434/v1 (Ollama), http://127.0.0.1:8000/v1 (vLLM)
      KLARHAND_REWRITER_MODEL    the model's name there
      KLARHAND_REWRITER_KEY      only if the service wants one
      KLARHAND_REWRITER_TIMEOUT  seconds for a whole try (60)
      KLARHAND_REWRITER_RETRIES  further tries when it is busy or slow (2)
    """
    from a11y.commands.simplify_many import failures
    from a11y.simple_language.model import Level
    from a11y.simple_language.report import report
    from a11y.simple_language.rule import Depth

    if condense and short:
        raise click.UsageError("--short leaves out what --condense does, and more: take one.")
    drafts = condense or short
    if len(sources) > 1 or (sources[0] != "-" and Path(sources[0]).is_dir()):
        if form not in ("text", "sarif") or rewrite or drafts or explain or separator != "none":
            raise click.UsageError(
                "Several texts go with --level, --check, --max-violations, --jobs and "
                "--format sarif only."
            )
        if out is not None and form != "sarif":
            raise click.UsageError("Several texts are written to --out with --format sarif only.")
        _many(
            sources,
            level=Level(level),
            out=out,
            sarif=form == "sarif",
            check=check,
            max_violations=max_violations,
            jobs=jobs,
        )
        return
    source = sources[0]
    if rewrite and (form not in ("text", "json") or drafts or explain or separator != "none"):
        raise click.UsageError("--rewrite goes with --format text or json and with --level only.")
    text = read_file(source)
    if rewrite:
        _rewrite(text, level=Level(level), form=form, out=out)
        return
    result = report(
        text,
        level=Level(level),
        separator=_SEPARATORS[separator],
        explain=explain,
        depth=Depth.SHORT if short else Depth.CONDENSED if condense else Depth.WHOLE,
    )
    write(rendered(result, form=form, source=source), out)
    if drafts and (form != "report" or out is not None):
        _tell_dropped(result)
    problems = failures(result, check=check, max_violations=max_violations)
    for problem in problems:
        click.secho(problem, fg="red", err=True)
    if problems:
        raise click.exceptions.Exit(1)


def _many(
    sources: tuple[str, ...],
    *,
    level: Level,
    out: Path | None,
    sarif: bool,
    check: float | None,
    max_violations: float | None,
    jobs: int | None,
) -> None:
    from a11y.commands.simplify_many import check_all, files_of, jobs_for, sarif_of

    files = files_of(sources)
    if not files:
        raise click.UsageError("No .txt or .md file there.")
    read, failed = check_all(
        files,
        level=level,
        check=check,
        max_violations=max_violations,
        aside=sarif,
        jobs=jobs_for(files, jobs),
    )
    if sarif:
        write(sarif_of(read), out)
    if failed:
        click.secho(f"{failed} of {len(files)} texts failed.", fg="red", err=True)
        raise click.exceptions.Exit(1)


def _tell_dropped(result: Report) -> None:
    from a11y.simple_language.report import dropped

    for passage in dropped(result.result):
        click.secho(f"Weggelassen: {passage.strip()}", fg="yellow", err=True)


def _rewrite(text: str, *, level: Level, form: str, out: Path | None) -> None:
    from a11y.simple_language.errors import RewriterError
    from a11y.simple_language.rewriter import propose, settings_from

    settings = settings_from()
    if settings is None:
        raise RewriterError(
            problem="KLARHAND_REWRITER_URL is not set; an Ollama on this machine has "
            "http://127.0.0.1:11434/v1, a vLLM http://127.0.0.1:8000/v1"
        )
    proposal = propose(text, level=level, settings=settings)
    as_json = json.dumps(proposal.to_dict(), ensure_ascii=False, indent=2)
    write(as_json if form == "json" else "\n".join(proposal.sentences), out)
    for loss in proposal.losses:
        click.secho(str(loss), fg="red", err=True)
    for sentence in proposal.unfounded:
        click.secho(f"Steht nicht im Text: {sentence}", fg="red", err=True)
    if not proposal.faithful:
        raise click.exceptions.Exit(1)


_SEPARATORS = {"none": "", "mediopunkt": "·", "hyphen": "-"}


def rendered(result: Report, *, form: str, source: str) -> str:
    """The report in one of the output forms."""
    if form == "text":
        return result.result.text
    if form == "json":
        return json.dumps(result.to_dict(), ensure_ascii=False, indent=2)
    if form == "sarif":
        from a11y.simple_language.sarif import to_sarif

        uri = "stdin" if source == "-" else Path(source).as_posix()
        return json.dumps(to_sarif([(uri, result)]), ensure_ascii=False, indent=2)
    if form == "html":
        from a11y.simple_language.html import to_html

        return to_html(result, title="Text" if source == "-" else Path(source).name)
    from rich.console import Console

    from a11y.simple_language.terminal import print_report

    console = Console(file=io.StringIO(), force_terminal=sys.stdout.isatty(), width=100)
    print_report(result, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().rstrip("\n")


def write(text: str, out: Path | None) -> None:
    """To a file, whole or not at all, or to standard output. Raises OutputFileError."""
    if out is None:
        click.echo(text)
        return
    beside = out.with_name(out.name + ".part")
    try:
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(out)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputFileError(file=str(out), problem=error.strerror or str(error)) from error
