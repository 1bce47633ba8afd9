"""``a11y bench page``: what a page of many sentences costs, drawn, edited and drawn again."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import av
import click
import numpy as np

from a11y.bench.joins import boundaries, changes
from a11y.bench.memory import Watch
from a11y.bench.render import machine
from a11y.paths import var_dir

_TEXT = Path(__file__).with_name("page_sentences.txt")
_COMMAND = "from a11y.cli import main; main()"
_EDITED = "Am Freitag ist das Bürgerbüro bis 12 Uhr geöffnet."


@dataclass(frozen=True, slots=True)
class _Made:
    """seconds: of the whole command; peak: MB of the process tree; drawn: new clips."""

    seconds: float
    peak: float
    drawn: int


def _fresh(folder: Path) -> Path:
    """A ``var`` with nothing drawn in it: what set-up has made is the machine's own."""
    folder.mkdir()
    for one in var_dir().iterdir():
        if one.name not in ("clips", "videos"):
            (folder / one.name).symlink_to(one.resolve())
    return folder


def _sign(sentences: list[str], out: Path, *, var: Path, size: str) -> _Made:
    clips = var / "clips"
    before = set(clips.glob("*.mp4"))
    text = out.with_suffix(".txt")
    text.write_text("\n".join(sentences), "utf-8")
    command = [sys.executable, "-c", _COMMAND, "sign", str(text), "--out", str(out), "--as-is"]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "--size", size],
        env={**os.environ, "KLARHAND_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process, Watch(process.pid) as watch:  # fmt: skip
        code = process.wait()
    if code:
        raise click.ClickException(f"a11y sign ended with {code}")
    seconds = time.perf_counter() - start
    return _Made(seconds, watch.peak, len(set(clips.glob("*.mp4")) - before))


def _told(name: str, made: _Made) -> str:
    return (
        f"{name:28s} {made.seconds:6.1f} s  {made.drawn:2d} clips drawn  "
        f"most memory, all processes {made.peak:.0f} MB"
    )


def _picture(film: Path) -> str:
    """Digest of the decoded pictures: what a viewer sees, whatever the file says around it."""
    digest = hashlib.sha256()
    with av.open(str(film)) as container:
        for frame in container.decode(video=0):
            digest.update(frame.to_ndarray().tobytes())
    return digest.hexdigest()[:16]


@click.command()
@click.option("--sentences", "count", default=20, show_default=True, help="Sentences of the page.")
@click.option("--size", default="720", type=click.Choice(["360", "720", "1080"]), show_default=True)
@click.option("--once", is_flag=True, help="Do not draw it a second time from nothing.")
def command(count: int, size: str, *, once: bool) -> None:
    """Seconds and memory for a page's film, for one edited sentence; whether it is reproducible.

    ``a11y sign`` in processes of its own, starting included. Memory is PSS of the whole process
    tree, looked at four times a second. Aim: below 1 GB; editing one sentence draws one; drawn
    again from nothing the film is the same to the byte.
    """
    click.echo(machine())
    sentences = [line for line in _TEXT.read_text("utf-8").splitlines() if line][:count]
    edited = [*sentences]
    edited[count // 2] = _EDITED
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        film = folder / "page.mp4"
        var = _fresh(folder / "first")
        whole = _sign(sentences, film, var=var, size=size)
        shown = changes(film)
        seconds = (len(shown) + 1) / 25
        click.echo(_told(f"{len(sentences)} sentences, {seconds:.0f} s", whole))
        click.echo(_told("one edited", _sign(edited, folder / "e.mp4", var=var, size=size)))
        click.echo(_told("nothing edited", _sign(sentences, folder / "n.mp4", var=var, size=size)))
        joins = np.array([round(at * 25) - 1 for at in boundaries(film.with_suffix(".vtt"))])
        inside = np.delete(shown, joins)
        click.echo(
            f"joins: change {shown[joins].mean():.2f} of 255, worst {shown[joins].max():.2f}; "
            f"inside sentences median {np.median(inside):.2f}, worst {inside.max():.2f}"
        )
        if once:
            return
        again = folder / "again.mp4"
        click.echo(_told("again from nothing", _sign(
            sentences, again, var=_fresh(folder / "second"), size=size
        )))  # fmt: skip
        same = "the same" if film.read_bytes() == again.read_bytes() else "NOT the same"
        pictures = "the same" if _picture(film) == _picture(again) else "NOT the same"
        click.echo(f"film drawn twice: bytes {same}, pictures {pictures}")
