"""A performance as BVH: the skeleton's motion for animation programs. Centimetres, Y up.

BVH has no face; the morphs stay behind. Rotations are Euler angles in the order Z, X, Y.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.spatial.transform import Rotation

from a11y.sign_avatar.body import DEFAULT_SIGNER, Rig, load_rig
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.encode import atomic

_CENTIMETRES = 100.0
_TURN = "Zrotation Xrotation Yrotation"


def _depth_first(rig: Rig, joint: int) -> Iterator[int]:
    """Joints in the order in which BVH lists their channels."""
    yield joint
    for child in np.flatnonzero(rig.parents == joint):
        yield from _depth_first(rig, int(child))


def _hierarchy(rig: Rig, joint: int, depth: int) -> Iterator[str]:
    pad = "  " * depth
    parent = int(rig.parents[joint])
    offset = (rig.heads[joint] - (rig.heads[parent] if parent >= 0 else 0)) * _CENTIMETRES
    place = " ".join(f"{value:.4f}" for value in (offset if parent >= 0 else offset * 0))
    yield f"{pad}{'ROOT' if parent < 0 else 'JOINT'} {rig.names[joint]}"
    yield f"{pad}{{"
    yield f"{pad}  OFFSET {place}"
    moves = "6 Xposition Yposition Zposition" if parent < 0 else "3"
    yield f"{pad}  CHANNELS {moves} {_TURN}"
    children = np.flatnonzero(rig.parents == joint)
    for child in children:
        yield from _hierarchy(rig, int(child), depth + 1)
    if not len(children):
        end = (rig.tails[joint] - rig.heads[joint]) * _CENTIMETRES
        yield f"{pad}  End Site"
        yield f"{pad}  {{"
        yield f"{pad}    OFFSET {' '.join(f'{value:.4f}' for value in end)}"
        yield f"{pad}  }}"
    yield f"{pad}}}"


def export_bvh(
    performance: Performance,
    out: Path,
    *,
    signer: str = DEFAULT_SIGNER,
    rig: Rig | None = None,
    fps: int = 25,
) -> Path:
    """Write the motion at ``fps`` frames a second.

    Raises BodyMissingError, DiskFullError, NotWritableError.
    """
    rig = rig or load_rig(signer=signer)
    root = int(np.flatnonzero(rig.parents < 0)[0])
    order = list(_depth_first(rig, root))
    column = {name: k for k, name in enumerate(performance.joints)}
    picked = [column.get(rig.names[joint], -1) for joint in order]
    place = " ".join(f"{value:.4f}" for value in rig.heads[root] * _CENTIMETRES)
    frames = max(2, round(performance.duration * fps) + 1)
    lines = ["HIERARCHY", *_hierarchy(rig, root, 0), "MOTION", f"Frames: {frames}"]
    lines.append(f"Frame Time: {1 / fps:.6f}")
    rest = np.array([0, 0, 0, 1], np.float32)
    for index in range(frames):
        rotations, _ = performance.sample(index / fps)
        turns = np.stack([rotations[k] if k >= 0 else rest for k in picked])
        angles = Rotation.from_quat(turns).as_euler("ZXY", degrees=True)
        lines.append(place + " " + " ".join(f"{value:.4f}" for value in angles.ravel()))
    with atomic(out) as beside:
        beside.write_text("\n".join(lines) + "\n", "utf-8")
    return out
