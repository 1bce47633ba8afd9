"""``a11y simplify``: easier German from a file or a pipe."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from a11y.errors import KlarhandError


class InputFileError(KlarhandError):
    """The text to read is not there or is no text."""

    def __init__(self, *, file: str, problem: str) -> None:
        super().__init__(
            "KH-EASY-10",
            f"Cannot read {file}: {problem}.",
            "Pass a UTF-8 text file, or - to read from a pipe.",
        )


def read_text(source: str) -> str:
    """The text of a file, or of standard input for ``-``. Raises InputFileError."""
    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(source).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputFileError(file=source, problem="it is not UTF-8") from error
    except OSError as error:
        raise InputFileError(file=source, problem=error.strerror or str(error)) from error


@click.command()
@click.argument("source", metavar="FILE|-")
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
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text: one easy sentence per line. json: the full report.",
)
def simplify(source: str, level: str, form: str) -> None:
    """Make a German text easier, rule by rule.

    Reads FILE (or standard input with -) and writes one easy sentence per line. Only rewrites
    that are certain are made; what needs a person is in the report.

    \b
      a11y simplify dienst.txt
      echo "Bringen Sie z. B. ein Foto mit." | a11y simplify -
      a11y simplify dienst.txt --format json
    """
    from a11y.simple_language.model import Level
    from a11y.simple_language.report import report

    text = read_text(source)
    result = report(text, level=Level(level))
    if form == "json":
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(result.result.text)
