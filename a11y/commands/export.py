"""``a11y export``."""

from __future__ import annotations

from pathlib import Path

import click

from a11y.commands.text_input import read_text


@click.command()
@click.argument("text", metavar="TEXT|FILE|-")
@click.option(
    "--out",
    "outs",
    required=True,
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; its suffix says the form. May be given several times.",
)
@click.option("--signer", default=None, help="Whose body; see `a11y body list`.")
@click.option("--as-is", is_flag=True, help="Do not make the German easier first.")
def export(text: str, outs: tuple[Path, ...], signer: str | None, *, as_is: bool) -> None:
    """Write how the signer performs a German text, for other programs.

    \b
    Suffix   What it holds                        Opens in
    .pose    points of body and hands, 25/s       pose-format, sign.mt, research tools
    .bvh     skeleton and motion, no face         Blender, Maya, MotionBuilder
    .glb     the signer with motion and face      Blender, three.js, Godot, Windows 3D
    .sigml   HamNoSys of the signs in XML         JASigning, CWASA
    .json    the performance, nothing lost        docs/formats/performance.md

    The text is given in the command, as a file, or on standard input (-); it is made easier, turned
    into a DGS score and performed. Several sentences become one file. What comes out is a draft no
    Deaf expert has reviewed; say so wherever you show it.

    \b
    Examples:
      a11y export "Sie müssen Ihren Hund anmelden." --out hund.pose
      a11y export brief.txt --out brief.glb --out brief.bvh --signer elias
      a11y simplify brief.txt | a11y export - --as-is --out brief.sigml

    \b
    Read a .pose file again in Python:
      from pose_format import Pose
      pose = Pose.read(open("hund.pose", "rb").read())
    """
    from a11y import translate
    from a11y.sign_avatar import exports
    from a11y.sign_avatar.exports.write import UnknownExportError

    for out in outs:
        if out.suffix not in exports.FORMATS:
            raise UnknownExportError(out)
    look = translate.Look() if signer is None else translate.Look(signer=signer)
    sentences = translate.score(read_text(text), as_is=as_is)
    performances = [translate.perform(sentence, signer=look.signer) for sentence in sentences]
    for out in outs:
        exports.export(sentences, performances, out, signer=look.signer)
        click.echo(f"{out}: {out.stat().st_size / 1000:.0f} kB")
    click.echo("Draft: no Deaf expert has reviewed these signs.", err=True)
