"""``a11y bench render``: what a clip costs on each back end, and both pictures side by side."""

from __future__ import annotations

import os
import platform
import resource
import tempfile
import time
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.paths import var_dir
from a11y.sign_avatar import body
from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.stage import BACKGROUNDS, Choices, RenderPool, Stage
from a11y.sign_avatar.stage.contrast import measure

SECONDS = 10.0


def sample_performance(rig: body.Rig, *, seconds: float = SECONDS) -> Performance:
    """Arms, fingers and face in steady motion; begins and ends at rest. Needs no corpus."""
    times = np.arange(0, seconds + 1e-6, 0.04)
    swing = np.sin(np.pi * times / seconds) ** 0.5
    rotations = np.zeros((len(times), len(rig.names), 4), np.float32)
    rotations[..., 3] = 1

    def turn(joint: str, axis: tuple[float, float, float], angle: NDArray[np.float64]) -> None:
        index = rig.index(joint)
        half = np.radians(angle) / 2
        rotations[:, index, :3] = np.sin(half)[:, None] * (np.asarray(axis) / np.linalg.norm(axis))
        rotations[:, index, 3] = np.cos(half)

    for side, sign, phase in (("R", 1.0, 0.0), ("L", -1.0, 1.0)):
        turn(f"upperarm01.{side}", (-0.9, 0.0, 0.43 * sign), 35 * swing)
        bend = (65 + 25 * np.sin(2.4 * times + phase)) * swing
        turn(f"lowerarm01.{side}", (-0.85, 0.53 * sign, 0.0), bend)
        for finger in range(2, 6):
            curl = (35 + 35 * np.sin(3 * times + finger + phase)) * swing
            axis = (0.55, 0.62, 0.56 * sign) if sign > 0 else (0.55, -0.62, 0.56 * sign)
            for k in (1, 2, 3):
                turn(f"finger{finger}-{k}.{side}", axis, curl)
    turn("head", (0.0, 1.0, 0.0), 12 * np.sin(1.3 * times) * swing)
    morphs = ("jawOpen", "mouthFunnel", "browInnerUp", "eyeBlinkLeft", "eyeBlinkRight")
    blink = np.clip(1 - np.abs((times % 3) - 2.8) / 0.12, 0, 1)
    weights = np.stack(
        [
            0.4 * np.abs(np.sin(6 * times)) * swing,
            0.4 * np.abs(np.sin(3 * times)) * swing,
            0.6 * swing,
            blink * swing,
            blink * swing,
        ],
        axis=1,
    )
    return Performance(
        times=times.astype(np.float32),
        joints=rig.names,
        rotations=rotations,
        morphs=morphs,
        weights=weights.astype(np.float32),
        marks=(SignMark(gloss="PROBE", start=0.3 * seconds, end=0.7 * seconds),),
        german="Zehn Sekunden Bewegung.",
    )


def machine() -> str:
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {platform.machine()}, load {load:.1f} before the start"


@click.command()
@click.option("--size", default=720, show_default=True, help="Edge of the picture in pixels.")
@click.option(
    "--backend", "backends", multiple=True, type=click.Choice(["gl", "software"]), help="Only this."
)
@click.option("--format", "formats", multiple=True, default=("mp4",), show_default=True)
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for side-by-side pictures; default var/bench.",
)
def command(
    size: int, backends: tuple[str, ...], formats: tuple[str, ...], pictures: Path | None
) -> None:
    """Seconds per 10-second clip, end to end, and memory, for each Panda3D back end.

    "cold" starts the drawing processes for the clip, "warm" finds them running. Aim: 10 s of
    720 × 720 at 25 frames a second in at most 7 s on two idle cores, below 1 GB.
    """
    click.echo(machine())
    folder = pictures or var_dir() / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    rig = body.load_rig()
    performance = sample_performance(rig)
    with tempfile.TemporaryDirectory() as scratch:
        for backend in backends or ("gl", "software"):
            for form in formats:
                _measure(performance, Path(scratch), size=size, backend=backend, form=form)
    _pictures(folder)
    _contrasts()


def _measure(
    performance: Performance, scratch: Path, *, size: int, backend: str, form: str
) -> None:
    out = scratch / f"{backend}.{form}"
    choices = Choices(size=size, backend=backend, format=form)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with RenderPool() as pool:
        pool.render(performance, out, choices)
        cold = time.perf_counter() - start
        start = time.perf_counter()
        clip = pool.render(performance, out, choices)
        warm = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 2
    click.echo(
        f"{backend:9s} {form:5s} {size}²  cold {cold:5.1f} s  warm {warm:5.1f} s  "
        f"cpu {cpu:5.1f} s a clip  {clip.frames} frames  {clip.bytes / 1024:.0f} KB  "
        f"largest process {after.ru_maxrss / 1024:.0f} MB (two run)"
    )


def _pictures(folder: Path) -> None:
    for signer in body.SIGNERS:
        performance = sample_performance(body.load_rig(signer=signer))
        shots = []
        for backend in ("gl", "software"):
            with Stage(backend=backend, signer=signer) as stage:
                shots.append(stage.still(performance, SECONDS * 0.45))
        path = folder / f"backends-{signer}.png"
        Image.fromarray(np.concatenate(shots, axis=1)).save(path)
        click.echo(f"left gl, right software: {path}")


def _contrasts() -> None:
    click.echo("contrast ratios (WCAG 2 formula on drawn pixels, median):")
    for signer in body.SIGNERS:
        for background in BACKGROUNDS:
            found = measure(signer=signer, background=background)
            click.echo(
                f"  {signer:6s} {background:7s} hands/top {found.hands_top:4.1f}  "
                f"top/background {found.top_background:4.1f}  "
                f"hands/background {found.hands_background:4.1f}"
            )
