"""``a11y gloss``: German → DGS gloss lines, JSON, ELAN or SiGML, with the account of every word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from a11y.commands.text_input import read_file
from a11y.sign_avatar.glossing.explanation import ExplainedSentence
from a11y.sign_avatar.score import SignedSentence


@click.command()
@click.argument("source", metavar="FILE|-", type=click.Path(path_type=str, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text: one gloss line per sentence. json: the scores (docs/formats/score.md).",
)
@click.option("--non-manuals", is_flag=True, help="Add a tier with brows, head and gaze (text).")
@click.option("--explain", "with_reasons", is_flag=True, help="Show each word's signs and reasons.")
@click.option("--unsigned", is_flag=True, help="Only list the words without a sign, by frequency.")
@click.option("--out", type=click.Path(path_type=Path), help="Write .eaf (ELAN) or .sigml here.")
def gloss(
    source: str,
    form: str,
    non_manuals: bool,
    with_reasons: bool,
    unsigned: bool,
    out: Path | None,
) -> None:
    """Translate German into German Sign Language, written as glosses.

    FILE is a UTF-8 text, or - for standard input. Easy German translates best: run `a11y simplify`
    first.

    \b
    Examples:
      echo "Sie müssen Ihren Hund anmelden." | a11y gloss -
      a11y gloss antrag.txt --non-manuals
      a11y gloss antrag.txt --explain
      a11y gloss antrag.txt --unsigned
      a11y gloss antrag.txt --format json
      a11y gloss antrag.txt --out antrag.eaf

    A gloss names a sign (HUND1). ^ joins the parts of a compound, + repeats for plural, INDEX2
    points at the viewer, 1-HELFEN1-2 runs from signer to viewer, $ALPHA: is spelled by fingers,
    $NUM: is a number, $TEXT is shown on the screen.
    """
    from a11y.sign_avatar.glossing import explain
    from a11y.sign_avatar.glossing.formats import write_file
    from a11y.sign_avatar.glossing.report import report

    explained = explain(read_file(source))
    if out is not None:
        write_file(tuple(item.sentence for item in explained), out)
        click.echo(f"{len(explained)} sentences → {out}", err=True)
        return
    if unsigned:
        _echo_unsigned(explained, form)
        return
    if form == "json":
        records = [
            item.to_dict() if with_reasons else item.sentence.to_dict() for item in explained
        ]
        click.echo(json.dumps({"sentences": records}, ensure_ascii=False, indent=2))
        return
    for number, item in enumerate(explained, start=1):
        if with_reasons:
            click.echo("\n".join([*report(item, number=number), ""]))
            continue
        click.echo(item.sentence.gloss_line())
        if non_manuals:
            for line in non_manual_lines(item.sentence):
                click.echo(f"    {line}")


def non_manual_lines(sentence: SignedSentence) -> list[str]:
    """One line per span: tier, value, the glosses it lies on, and its reason."""
    return [
        f"{span.tier.value} {span.value} [{span.function}]: "
        + " ".join(sign.gloss for sign in sentence.signs[span.start : span.end])
        for span in sentence.non_manuals
    ]


def _echo_unsigned(explained: Iterable[ExplainedSentence], form: str) -> None:
    counts = Counter(word.word for item in explained for word in item.unsigned)
    if form == "json":
        click.echo(json.dumps(dict(counts.most_common()), ensure_ascii=False, indent=2))
        return
    for word, count in counts.most_common():
        click.echo(f"{count:>6}  {word}")
