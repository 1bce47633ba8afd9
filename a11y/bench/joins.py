"""``a11y bench joins``: whether a film jumps where its sentences meet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import click
import numpy as np
from numpy.typing import NDArray


def changes(film: Path) -> NDArray[np.float64]:
    """Mean absolute difference of luma (0 to 255) between each frame and the one before."""
    with av.open(str(film)) as container:
        shown = (frame.to_ndarray(format="gray") for frame in container.decode(video=0))
        return np.array([np.abs(b.astype(np.int16) - a).mean() for a, b in pairwise(shown)])


def boundaries(captions: Path) -> list[float]:
    """Seconds at which a cue follows another, from a film's WebVTT."""
    lines = captions.read_text("utf-8").splitlines()
    starts = [line.split(" --> ")[0] for line in lines if " --> " in line]
    clocks = [[float(part) for part in start.split(":")] for start in starts]
    return [3600 * hours + 60 * minutes + seconds for hours, minutes, seconds in clocks][1:]


@click.command()
@click.argument("film", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("captions", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(film: Path, captions: Path) -> None:
    """Change from frame to frame at the joins of FILM, and inside its sentences.

    CAPTIONS is the WebVTT made with it, whose cues begin where sentences are joined.
    """
    found = changes(film)
    # The frame that begins a sentence differs from the one before by found[index - 1].
    joins = np.array([round(at * 25) - 1 for at in boundaries(captions)])
    inside = np.delete(found, joins)
    click.echo(
        f"{len(joins)} joins: change {found[joins].mean():.2f} "
        f"(worst {found[joins].max():.2f}) of 255\n"
        f"{len(inside)} frames inside: median {np.median(inside):.2f}, "
        f"95 % below {np.quantile(inside, 0.95):.2f}, worst {inside.max():.2f}"
    )
