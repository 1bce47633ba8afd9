"""``a11y bench arms``: whether one sees where a sleeve ends and the trunk begins."""

from __future__ import annotations

import click
import numpy as np

from a11y.sign_avatar import body, lexicon, motion
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.arm_edges import arm_steps
from a11y.sign_avatar.stage.backends import BACKENDS

SIGNS = (
    "DACH1",
    "AUTO1",
    "HUND1",
    "KIND1",
    "SCHREIBEN1",
    "LESEN1",
    "HELFEN1",
    "GEBEN1",
    "BEZAHLEN1",
    "WARTEN1",
    "ARBEITEN1",
    "INDEX1",
    "INDEX2",
    "POSS1",
    "HALLO1",
    "KOMMEN1",
    "BAUCH1",
    "FORMULAR1",
    "RECHTS1",
    "ALLE1",
)
"""Twenty signs with a sleeve before the trunk, before the other or before its own upper half."""
FAINT = 10.0
"""Steps in luma, of 255, that a quick look misses on dark cloth."""


def moments(signer: str, signs: tuple[str, ...] = SIGNS) -> list[tuple[Performance, float]]:
    """The middle of each sign: (performance, seconds)."""
    rig, entries = body.load_rig(signer=signer), lexicon.load().entries
    out = []
    for name in signs:
        made = motion.perform_notation(entries[name].hamnosys, rig=rig)
        out.append((made, (made.marks[0].start + made.marks[0].end) / 2))
    return out


@click.command()
@click.option("--size", default=720, show_default=True, help="Edge of the picture in pixels.")
def command(size: int) -> None:
    """Steps in luma (0 to 255) along the outlines of sleeves that lie before cloth, in the middle
    of twenty signs, three pixels on either side compared."""
    for signer in body.SIGNERS:
        shown = moments(signer)
        for backend in BACKENDS:
            steps = arm_steps(shown, signer=signer, backend=backend, size=size)
            every = np.concatenate(steps)
            worst = int(np.argmin([np.median(one) if len(one) else 255 for one in steps]))
            click.echo(
                f"{signer:6s} {backend:9s} {len(every)} places  median {np.median(every):4.1f}  "
                f"least tenth {np.quantile(every, 0.1):4.1f}  "
                f"below {FAINT:.0f}: {(every < FAINT).mean():.1%}  "
                f"faintest sign {SIGNS[worst]} {np.median(steps[worst]):.1f}"
            )
