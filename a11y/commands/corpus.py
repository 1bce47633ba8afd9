"""``a11y corpus``: validate, count and look for missing signs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

import click

from a11y.commands.corpus_needed import needed
from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar.lexicon.coverage import coverage as covered
from a11y.sign_avatar.lexicon.load import Lexicon, build
from a11y.sign_avatar.lexicon.read import Read, read_corpus

_FORMAT = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Plain lines to read, or one JSON object.",
)
_CORPUS = click.option(
    "--corpus",
    "directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Another corpus directory than gloss_corpus/.",
)


@click.group()
def corpus() -> None:
    """Validate and count the sign corpus.

    The corpus is the folder gloss_corpus/: signs, finger alphabet and numbers in HamNoSys names,
    each with a description that a Deaf reviewer can judge. docs/corpus.md says how to add a sign.
    """


corpus.add_command(needed)


@corpus.command()
@_CORPUS
@_FORMAT
def validate(directory: Path | None, output: str) -> None:
    """Check every entry; exit code 1 if anything is wrong.

    Looks at the YAML, the schema, the HamNoSys string, doubled ids, missing letters and numbers.
    Every problem is one line: file:line: entry: what is wrong.
    """
    read = read_corpus(directory or gloss_corpus_dir())
    if output == "json":
        _print_json(
            {
                "entries": len(read.items),
                "problems": [problem.to_dict() for problem in read.problems],
            }
        )
    else:
        for problem in read.problems:
            click.echo(str(problem))
        click.echo(f"{len(read.items)} entries, {len(read.problems)} problems")
    if read.problems:
        sys.exit(1)


@corpus.command()
@_CORPUS
@_FORMAT
def stats(directory: Path | None, output: str) -> None:
    """Count entries by file, part of speech, review state, what supports the form, and hands."""
    read = read_corpus(directory or gloss_corpus_dir())
    figures = _stats(read)
    if output == "json":
        _print_json(figures)
        return
    click.echo(f"{figures['entries']} entries, {figures['lemmas']} German lemmas")
    for title in ("files", "pos", "state", "confidence", "hands"):
        row = ", ".join(f"{name} {count}" for name, count in figures[title].items())
        click.echo(f"{title}: {row}")


def _stats(read: Read) -> dict[str, Any]:
    from a11y.sign_avatar import notation

    entries = [item.entry for item in read.items]
    hands = Counter(
        "two" if notation.parse(entry.hamnosys).two_handed else "one" for entry in entries
    )
    return {
        "entries": len(entries),
        "lemmas": len({lemma.casefold() for entry in entries for lemma in entry.lemmas}),
        "files": dict(sorted(Counter(item.file for item in read.items).items())),
        "pos": dict(Counter(entry.pos for entry in entries).most_common()),
        "state": dict(Counter(entry.state.value for entry in entries).most_common()),
        "confidence": dict(Counter(entry.confidence.value for entry in entries).most_common()),
        "hands": dict(sorted(hands.items())),
    }


@corpus.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--top", type=click.IntRange(min=1), default=40, show_default=True, help="How many to list."
)
@_CORPUS
@_FORMAT
def coverage(file: BinaryIO, top: int, directory: Path | None, output: str) -> None:
    """List the words of FILE (or standard input) that have no sign, most frequent first.

    FILE is plain German text. Words that DGS does not sign (articles, the copula) are left out.
    Glossing still renders many missing words by a synonym, by the parts of a compound, or by
    spelling them; the list shows which signs would help most.
    """
    lexicon: Lexicon = build(read_corpus(directory or gloss_corpus_dir()))
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file.name} is not UTF-8 text; save it as UTF-8.") from error
    result = covered(text, lexicon)
    if output == "json":
        _print_json(result.to_dict())
        return
    click.echo(
        f"{result.words} words: {result.signed} signed, {result.numbers} numbers, "
        f"{result.unsigned} not signed in DGS, {sum(c for _, c in result.missing)} missing "
        f"({result.share:.0%} of those that need a sign are covered)"
    )
    for lemma, count in result.missing[:top]:
        click.echo(f"{count:5d}  {lemma}")


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
