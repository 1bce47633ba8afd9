"""``a11y bench encode``: seconds, size and fidelity of each codec on the same drawn frames."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import av
import click
import numpy as np
from numpy.typing import NDArray

from a11y.bench.render import machine, sample_performance
from a11y.sign_avatar import body
from a11y.sign_avatar.stage import Stage
from a11y.sign_avatar.stage.encode import FORMATS, Encoder, Format

Pixels = NDArray[np.uint8]
FPS = 25


def _svt(preset: int, crf: int) -> Format:
    return replace(
        FORMATS["webm"],
        name=f"av1 preset {preset} crf {crf}",
        codec="libsvtav1",
        options=(
            ("preset", str(preset)),
            ("crf", str(crf)),
            ("g", "50"),
            ("svtav1-params", "lp=2:scd=0"),
        ),
    )


def _vp9(speed: int, crf: int) -> Format:
    options = dict(
        crf=str(crf), b="0", deadline="realtime", g="50",
        **{"cpu-used": str(speed), "row-mt": "1", "lag-in-frames": "0", "auto-alt-ref": "0"},
    )  # fmt: skip
    return replace(
        FORMATS["webm"],
        name=f"vp9 speed {speed} crf {crf}",
        codec="libvpx-vp9",
        options=tuple(options.items()),
    )


CANDIDATES = (
    replace(FORMATS["mp4"], name="h264 veryfast crf 21"),
    _vp9(6, 33),
    _vp9(8, 33),
    _svt(8, 38),
    _svt(10, 38),
)


def _luma(pictures: Pixels) -> NDArray[np.float32]:
    weights = np.array([0.2126, 0.7152, 0.0722], np.float32)
    return np.asarray(pictures.astype(np.float32) @ weights)


def fidelity(path: Path, drawn: list[Pixels]) -> float:
    """PSNR of luma over the whole clip, decibels."""
    error = []
    with av.open(str(path)) as container:
        for frame, picture in zip(container.decode(video=0), drawn, strict=True):
            shown = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
            error.append(float(np.mean((_luma(shown) - _luma(picture)) ** 2)))
    return float(10 * np.log10(255**2 / np.mean(error)))


@click.command()
@click.option("--size", "sizes", multiple=True, type=int, default=(360, 720, 1080))
@click.option("--seconds", default=10.0, show_default=True)
def command(sizes: tuple[int, ...], seconds: float) -> None:
    """Encode the same drawn clip with every candidate: seconds, kilobytes, fidelity (PSNR of luma).

    Drawing is not in the seconds; "h264" and the first line of its container are what is shipped.
    """
    os.environ.setdefault("SVT_LOG", "1")  # errors only
    click.echo(machine())
    performance = sample_performance(body.load_rig(), seconds=seconds)
    for size in sizes:
        with Stage(size=size) as stage:
            start = time.perf_counter()
            count = round(seconds * FPS)
            drawn = [stage.still(performance, index / FPS) for index in range(count)]
            took = time.perf_counter() - start
        click.echo(f"{size}²: drawing {took:.1f} s in one process ({count} frames)")
        for form in CANDIDATES:
            click.echo(_line(form, drawn, size))


def _line(form: Format, drawn: list[Pixels], size: int) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"clip{form.suffix}"
        start, busy = time.perf_counter(), time.process_time()
        with Encoder(path, size=size, fps=FPS, form=form) as encoder:
            for picture in drawn:
                encoder.add(picture)
        took, busy = time.perf_counter() - start, time.process_time() - busy
        return (
            f"  {form.name:24s} {took:5.1f} s  {busy:5.1f} CPU s  "
            f"{path.stat().st_size / 1000:6.0f} kB  {fidelity(path, drawn):5.1f} dB"
        )
