"""A performance as a ``.pose`` file (pose-format): the field's exchange form for signing.

Points are named as MediaPipe Holistic names them (33 of the body, 21 of each hand), so that tools
for recorded signing read the signer like a person. Coordinates: x to the viewer's right, y down,
z away from the viewer; 1000 units are a metre.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from pose_format import Pose
from pose_format.numpy.pose_body import NumPyPoseBody
from pose_format.pose_header import PoseHeader, PoseHeaderComponent, PoseHeaderDimensions

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.performance import Performance

UNITS_PER_METRE = 1000.0
_SIDES = {"LEFT": "L", "RIGHT": "R"}
_FACE = (
    ("NOSE", "nose"),
    *((f"{s}_EYE_{k}", f"eye.{_SIDES[s]}") for s in _SIDES for k in ("INNER", "", "OUTER")),
    *((f"{s}_EAR", f"ear.{_SIDES[s]}") for s in _SIDES),
    *((f"MOUTH_{s}", f"lips.{_SIDES[s]}") for s in _SIDES),
)
_LIMBS = (
    ("SHOULDER", "upperarm01"),
    ("ELBOW", "lowerarm01"),
    ("WRIST", "wrist"),
    ("PINKY", "finger5-1"),
    ("INDEX", "finger2-1"),
    ("THUMB", "finger1-2"),
    ("HIP", "upperleg01"),
    ("KNEE", "lowerleg01"),
    ("ANKLE", "foot"),
    ("HEEL", "foot"),
    ("FOOT_INDEX", "foot"),
)
_FINGERS = ("THUMB", "INDEX_FINGER", "MIDDLE_FINGER", "RING_FINGER", "PINKY")
_PALM_LINES = ((0, 1), (0, 5), (5, 9), (9, 13), (13, 17), (0, 17))


def _name(text: str) -> str:
    return text.rstrip("_")


def _hand_points() -> list[str]:
    parts = [("CMC", "MCP", "IP", "TIP"), *[("MCP", "PIP", "DIP", "TIP")] * 4]
    names = [
        f"{finger}_{part}" for finger, row in zip(_FINGERS, parts, strict=True) for part in row
    ]
    return ["WRIST", *names]


def _hand_limbs() -> list[tuple[int, int]]:
    along = [(4 * f + k, 4 * f + k + 1) for f in range(5) for k in range(1, 4)]
    return [*_PALM_LINES, *along]


def _body(world: World, rig: Rig, frames: int) -> tuple[list[str], list[Array]]:
    names, points = [], []
    for label, mark in _FACE:
        landmark = rig.landmarks[mark]
        names.append(_name(label))
        points.append(world.point(landmark.joint, landmark.position))
    for part, joint in _LIMBS:
        for side, letter in _SIDES.items():
            name = f"{joint}.{letter}"
            names.append(f"{side}_{part}")
            end = world.body.tail(name) if part == "FOOT_INDEX" else world.body.head(name)
            points.append(world.point(name, end))
    return names, [np.broadcast_to(point, (frames, 3)) for point in points]


def _hand(world: World, side: str, frames: int) -> list[Array]:
    points = [world.joint(f"wrist.{side}")[1]]
    for digit in range(1, 6):
        bones = [f"finger{digit}-{k}.{side}" for k in (1, 2, 3)]
        points += [world.joint(bone)[1] for bone in bones]
        points.append(world.point(bones[-1], world.body.tail(bones[-1])))
    return [np.broadcast_to(point, (frames, 3)) for point in points]


def to_pose(performance: Performance, rig: Rig, *, fps: float = 25.0) -> Pose:
    """The performance as a pose-format ``Pose`` of one person at ``fps`` frames a second."""
    times = np.arange(round(performance.duration * fps) + 1) / fps
    turns = np.stack([performance.sample(float(time))[0] for time in times]).astype(float)
    local = {name: turns[:, k] for k, name in enumerate(performance.joints)}
    world = World(skeleton(rig), local)
    names, points = _body(world, rig, len(times))
    blue, red, green = (0, 0, 255), (255, 0, 0), (0, 128, 0)
    index = {name: k for k, name in enumerate(names)}
    lines = [
        (index[f"{side}_{a}"], index[f"{side}_{b}"])
        for side in _SIDES
        for a, b in (("SHOULDER", "ELBOW"), ("ELBOW", "WRIST"), ("SHOULDER", "HIP"))
    ]
    lines += [(index[f"LEFT_{part}"], index[f"RIGHT_{part}"]) for part in ("SHOULDER", "HIP")]
    components = [PoseHeaderComponent("POSE_LANDMARKS", names, lines, [blue], "XYZC")]
    for side, letter in _SIDES.items():
        colour = green if letter == "L" else red
        components.append(
            PoseHeaderComponent(
                f"{side}_HAND_LANDMARKS", _hand_points(), _hand_limbs(), [colour], "XYZC"
            )
        )
        points += _hand(world, letter, len(times))
    top = float(rig.landmarks["headtop"].position[1]) + 0.25
    place = np.stack(points, axis=1)
    place = UNITS_PER_METRE * np.stack(
        [place[..., 0] + 0.6, top - place[..., 1], -place[..., 2]], axis=-1
    )
    size = int(1.2 * UNITS_PER_METRE)
    header = PoseHeader(
        version=0.2,
        dimensions=PoseHeaderDimensions(width=size, height=int(top * UNITS_PER_METRE), depth=size),
        components=components,
    )
    confidence = np.ones(place.shape[:2])[:, None]
    body = NumPyPoseBody(fps=fps, data=place[:, None].astype(np.float32), confidence=confidence)
    return Pose(header, body)


def write_pose(performance: Performance, rig: Rig, out: Path, *, fps: float = 25.0) -> None:
    """Write ``out`` in one step; nothing half-written is left behind."""
    beside = out.with_suffix(f".{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            to_pose(performance, rig, fps=fps).write(file)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)
