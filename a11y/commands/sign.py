"""``a11y sign``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from a11y.commands.text_input import read_text
from a11y.errors import KlarhandError


class NotAVideoNameError(KlarhandError):
    """``--out`` does not end in a suffix of a video we write."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            "KH-SIGN-01", f"{out} does not end in .mp4.", "Choose a name such as hund.mp4."
        )


@click.command()
@click.argument("text", metavar="TEXT|FILE|-")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The .mp4 to make.",
)
@click.option("--signer", default=None, help="Who signs; see `a11y body list`.")
@click.option("--background", default=None, help="Which background; an unknown name lists them.")
@click.option("--size", type=click.Choice(["360", "720", "1080"]), default="720", help="Pixels.")
@click.option("--as-is", is_flag=True, help="Do not make the German easier first.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def sign(
    text: str,
    out: Path,
    signer: str | None,
    background: str | None,
    size: str,
    form: str,
    *,
    as_is: bool,
) -> None:
    """Let the signer perform a German text: OUT.mp4, captions (.vtt) and a still (.jpg) beside it.

    The text is given in the command, as a file, or on standard input (-). It is made easier, turned
    into a DGS score and performed sentence by sentence; sentences drawn before are taken from the
    cache. What comes out is a draft no Deaf expert has reviewed.

    \b
    Examples:
      a11y sign "Sie müssen Ihren Hund anmelden." --out hund.mp4
      a11y sign brief.txt --out brief.mp4 --size 360
    """
    from a11y.plan import plan

    if out.suffix != ".mp4":
        raise NotAVideoNameError(out)
    made = plan(read_text(text), signer=signer, as_is=as_is)

    from a11y import translate

    defaults = translate.Look()
    look = translate.Look(
        signer=signer or defaults.signer,
        background=background or defaults.background,
        size=int(size),
    )
    with (
        translate.warm(),
        click.progressbar(length=1000, label="drawing", file=sys.stderr, width=40) as bar,
    ):
        film = translate.film(
            made.sentences,
            out,
            look=look,
            performances=made.performances,
            progress=lambda share: bar.update(round(share * 1000) - bar.pos),
        )
    if form == "json":
        answer = {
            "video": str(film.clip.path),
            "captions": str(film.captions),
            "poster": str(film.poster),
            "seconds": round(film.clip.duration, 2),
            "bytes": film.clip.bytes,
            "review": "draft",
            "sentences": [sentence.to_dict() for sentence in film.sentences],
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    for sentence in film.sentences:
        click.echo(f"{sentence.german}\n  {sentence.gloss_line()}")
    click.echo(f"{film.clip.path}: {film.clip.duration:.1f} s, {film.clip.bytes / 1e6:.2f} MB")
    click.echo("Draft: no Deaf expert has reviewed these signs.")
