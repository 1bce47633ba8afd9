"""Whether the signer can perform every score of a set of reference sentences."""

from __future__ import annotations

from collections.abc import Iterable

import click

from a11y.errors import KlarhandError
from a11y.sign_avatar import body
from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.reference import Reference, load_references
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.motion import perform


def unperformed(items: Iterable[Reference]) -> tuple[int, list[str]]:
    """How many scores the translator made of the sentences, and those that did not become motion:
    an error, a sign without its mark, or no time in which to see it."""
    rig, lexicon = body.load_rig(), load()
    count, bad = 0, []
    for item in items:
        for score in gloss(item.german):
            count += 1
            try:
                performance = perform(score, lexicon=lexicon, rig=rig, seed=1)
            except KlarhandError as error:
                bad.append(f"{item.id}: {error.what}")
                continue
            marks = [mark.gloss for mark in performance.marks]
            if marks != [sign.gloss for sign in score.signs] or performance.duration < 0.3:
                bad.append(f"{item.id}: {score.gloss_line()}")
    return count, bad


def print_unperformed(names: Iterable[str]) -> None:
    wanted = set(names)
    count, bad = unperformed(item for item in load_references() if item.part in wanted)
    click.echo(f"{count} scores, {len(bad)} that the signer cannot perform")
    for line in bad:
        click.echo(f"  {line}")
