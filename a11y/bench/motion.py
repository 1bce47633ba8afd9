"""``a11y bench motion``: what is asked for and what the signer does, in figures."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import click
import numpy as np
from numpy.typing import NDArray

from a11y.errors import KlarhandError
from a11y.sign_avatar import body, lexicon, motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import (
    ELBOW,
    FOREARM_TURN,
    WRIST_DEVIATION,
    WRIST_FLEXION,
    arm,
    solve,
)
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import SignMotion, compile_string
from a11y.sign_avatar.motion.kinematics import World, positions, skeleton
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.notation.generate import generate_many
from a11y.sign_avatar.performance import Performance

WITHIN_METRES, WITHIN_DEGREES = 0.015, 10.0


@dataclass(slots=True)
class Figures:
    """Sums over signs."""

    signs: int = 0
    refused: int = 0
    place_errors: list[float] = field(default_factory=list)
    turn_errors: list[float] = field(default_factory=list)
    possible: list[bool] = field(default_factory=list)
    limits_broken: int = 0
    samples: int = 0
    penetration: list[float] = field(default_factory=list)
    jolts: list[float] = field(default_factory=list)
    worst: list[tuple[float, str]] = field(default_factory=list)
    seconds: float = 0.0
    signed_seconds: float = 0.0

    def report(self) -> dict[str, object]:
        """The figures by name; lengths in millimetres, angles in degrees."""
        place, turn = np.array(self.place_errors), np.array(self.turn_errors)
        deep = np.array(self.penetration) * 1000
        able = np.array(self.possible)
        hit = (place <= WITHIN_METRES) & (turn <= WITHIN_DEGREES)
        return {
            "signs": self.signs,
            "refused": self.refused,
            "targets": len(place),
            "orientation_possible_percent": round(100 * float(able.mean()), 2),
            "met_of_possible_percent": round(100 * float(hit[able].mean()), 2),
            "targets_met_percent": round(100 * float(hit.mean()), 2),
            "location_met_percent": round(100 * float((place <= WITHIN_METRES).mean()), 2),
            "orientation_met_percent": round(100 * float((turn <= WITHIN_DEGREES).mean()), 2),
            "place_error_mm_p95": round(1000 * float(np.percentile(place, 95)), 1),
            "turn_error_deg_p95": round(float(np.percentile(turn, 95)), 1),
            "limits_broken": self.limits_broken,
            "samples": self.samples,
            "penetration_mm_p95": round(float(np.percentile(deep, 95)), 1),
            "penetration_mm_p99": round(float(np.percentile(deep, 99)), 1),
            "penetration_mm_max": round(float(deep.max()), 1),
            "frames_within_5mm_percent": round(100 * float((deep <= 5.0).mean()), 2),
            "peak_acceleration_m_s2_p99": round(float(np.percentile(self.jolts, 99)), 1),
            "times_real_time_per_core": round(self.signed_seconds / max(self.seconds, 1e-9), 1),
            "worst_turns": [
                {"degrees": round(angle), "sign": name}
                for angle, name in sorted(self.worst, reverse=True)[:25]
            ],
        }


def corpus_strings() -> Iterator[tuple[str, str]]:
    """(id, HamNoSys) of every entry."""
    for entry in lexicon.load().entries.values():
        yield entry.id, entry.hamnosys


def generated_strings(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(number, HamNoSys) of random valid signs."""
    for number, names in enumerate(generate_many(count, seed=seed)):
        yield f"{number}: {names}", names


def turn_possible(rig: Rig, side: str, turn: NDArray[np.float64]) -> bool:
    """Whether any arm within the limits can turn the hand so, anywhere in signing space."""
    sign = 1.0 if side == "L" else -1.0
    grid = np.array(
        list(product((-0.15, 0.0, 0.2, 0.4), (0.95, 1.1, 1.25, 1.4, 1.55), (0.2, 0.33, 0.46)))
    )
    turns = np.repeat(turn[None], len(grid), 0)
    world = World(skeleton(rig), {})
    reach = solve(arm(rig, side), world, grid * np.array([sign, 1.0, 1.0]), turns, dt=1e3)
    near = reach.short < WITHIN_METRES
    return bool((np.degrees(reach.turn_error[near]) <= WITHIN_DEGREES).any())


def measure_targets(figures: Figures, rig: Rig, name: str, motions: tuple[SignMotion, ...]) -> None:
    """How far each posture that begins or ends a stroke is missed, and the joint limits."""
    bounds = np.array([ELBOW, FOREARM_TURN, WRIST_FLEXION, WRIST_DEVIATION])
    for one in motions:
        for side, track in one.tracks.items():
            world = World(skeleton(rig), {})
            reach = solve(arm(rig, side), world, track.wrist, track.turn, dt=STEP)
            for sample in (0, -1):
                angle = float(np.degrees(reach.turn_error[sample]))
                figures.place_errors.append(float(reach.short[sample]))
                figures.turn_errors.append(angle)
                able = angle <= WITHIN_DEGREES or turn_possible(rig, side, track.turn[sample])
                figures.possible.append(able)
                figures.worst.append((angle, name))
            angles = reach.angles[:, :4]
            outside = (angles < bounds[:, 0] - 0.1) | (angles > bounds[:, 1] + 0.1)
            figures.limits_broken += int(outside.any(axis=1).sum())
            figures.samples += len(track)


def measure_performance(figures: Figures, rig: Rig, done: Performance) -> None:
    """Penetration in every frame, and the largest acceleration of the wrists."""
    local = {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
    figures.penetration += penetrations(rig, local, len(done.times)).tolist()
    path = positions(rig, local, len(done.times), ("wrist.R", "wrist.L"))
    step = float(done.times[1] - done.times[0])
    figures.jolts.append(float(np.linalg.norm(np.diff(path, 2, axis=0), axis=-1).max() / step**2))


def run(strings: Iterator[tuple[str, str]], rig: Rig, *, progress: bool) -> Figures:
    """All figures over some signs."""
    figures = Figures()
    for name, hamnosys in strings:
        try:
            motions = compile_string(rig, hamnosys)
        except KlarhandError:
            figures.refused += 1
            continue
        figures.signs += 1
        measure_targets(figures, rig, name, motions)
        start = time.process_time()
        done = motion.perform_notation(hamnosys, rig=rig)
        figures.seconds += time.process_time() - start
        figures.signed_seconds += done.duration
        measure_performance(figures, rig, done)
        if progress and figures.signs % 200 == 0:
            click.echo(f"{figures.signs} signs …", err=True)
    return figures


@click.command()
@click.option("--generated", default=2000, show_default=True, help="Random valid signs to add.")
@click.option("--seed", default=7, show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(generated: int, seed: int, form: str) -> None:
    """Targets reached, joint limits, penetration, jolts and speed of the signer's motion."""
    rig = body.load_rig()
    reports = {"corpus": run(corpus_strings(), rig, progress=form == "text").report()}
    if generated:
        random = run(generated_strings(generated, seed), rig, progress=form == "text")
        reports["generated"] = random.report()
    if form == "json":
        click.echo(json.dumps({"machine": platform.platform(), **reports}, indent=2))
        return
    click.echo(f"{platform.platform()}, Python {platform.python_version()}")
    for name, report in reports.items():
        click.echo(f"\n{name}")
        for key, value in report.items():
            if key != "worst_turns":
                click.echo(f"  {key:32} {value}")
