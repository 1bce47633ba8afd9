"""``a11y corpus needed``: which words services need signs for, and what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from a11y.paths import content_dir, gloss_corpus_dir

_SIGNED = ("sign", "equivalent", "derived", "compound")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--as-is", is_flag=True, help="Do not make the texts easy German first.")
@click.option(
    "--top", type=click.IntRange(min=1), default=100, show_default=True, help="How many to list."
)
@click.option("--missing", is_flag=True, help="List only the words without a sign.")
@click.option(
    "--corpus",
    "directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another corpus directory than gloss_corpus/.",
)
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text")
def needed(
    files: tuple[Path, ...],
    as_is: bool,
    top: int,
    missing: bool,
    directory: Path | None,
    output: str,
) -> None:
    """List the words that services need most, and how each is rendered today.

    Without FILES: the services of the demo city in content/. FILES are plain texts or *.jsonl with
    title, volltext and kosten in each line. Every text is made easy German and translated, as for
    a film; unlike `corpus coverage`, synonyms and compounds count as signed.
    """
    from a11y import translate
    from a11y.sign_avatar.glossing.needs import needs
    from a11y.sign_avatar.lexicon import load

    plain = (text if as_is else translate.easy(text).text for text in _texts(files))
    result = needs(plain, lexicon=load(directory or gloss_corpus_dir()))
    if output == "json":
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=2))
        return
    click.echo(
        f"{result.texts} texts, {result.running} words rendered: "
        f"{result.share(*_SIGNED):.1%} signed ({result.share('compound'):.1%} as compounds), "
        f"{result.share('paraphrase'):.1%} in simpler words, "
        f"{result.share('spelled'):.1%} spelled, {result.share('shown'):.1%} shown"
    )
    first = result.needed[:top]
    signed = sum(word.signed for word in first)
    click.echo(f"of the {len(first)} words needed most, {signed} have signs")
    for word in [word for word in result.needed if not (missing and word.signed)][:top]:
        how = ", ".join(f"{name} {count}" for name, count in word.means)
        click.echo(f"{word.count:5d}  {word.lemma:<24} {how}")


def _texts(files: tuple[Path, ...]) -> Iterator[str]:
    if not files:
        yield from _services()
    for path in files:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".jsonl":
            yield text
            continue
        for line in text.splitlines():
            record = json.loads(line)
            yield "\n".join(str(record.get(key) or "") for key in ("title", "volltext", "kosten"))


def _services() -> Iterator[str]:
    """The service texts of the demo city: titles and modules as the portal signs them."""
    from a11y.portal.content import read_path

    for service in read_path(content_dir()):
        signed = (modul.text for modul in service.module if modul.art.signed)
        yield "\n".join((service.titel, service.kurztext, *signed))
