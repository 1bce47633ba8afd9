"""The places HamNoSys names, as points with normals on the surface one sees (skin or garment).

Each point is found by casting a ray against the mesh, so that a fingertip that touches it touches
the drawn surface. Left and right are the signer's own. Names:

Head
    ``headtop head forehead nose nostrils lips tongue teeth chin underchin neck eyebrows eyes``
    and, each with ``.L`` and ``.R``: ``head forehead nose nostril lips chin underchin neck
    eyebrow eye ear earlobe cheek`` (``lips.L`` is the left corner of the mouth, ``head.L`` and
    ``forehead.L`` the temple and the side of the forehead).
Trunk
    ``shoulders chest stomach belowstomach neutralspace``, each also ``.L`` and ``.R``;
    ``shoulder.L`` (the round of the shoulder, from the side), ``shouldertop.L`` (from above).
    ``neutralspace`` is no surface: a point in front of the chest, normal towards the viewer.
Arm (all ``.L`` and ``.R``)
    ``upperarm`` (outside), ``elbow`` (point of it), ``elbowinside`` (crook), ``lowerarm`` (back of
    the forearm), ``wristback``, ``wristpulse``.
Hand (all ``.L`` and ``.R``)
    ``palm handback thumbside pinkyside thumbball``; for F in ``thumb index middle ring pinky``:
    ``F.tip F.nail F.pad F.midjoint F.knuckle F.base F.side F.otherside`` — ``midjoint`` lies on
    the back of the middle joint (the thumb's only inner joint), ``knuckle`` on the back of the
    first joint, ``base`` on its palmar side where the finger leaves the palm, ``side`` on the
    thumb's side of the middle phalanx and ``otherside`` opposite (for the thumb: of its last
    phalanx).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import trimesh
from numpy.typing import NDArray
from trimesh.ray.ray_pyembree import RayMeshIntersector

from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats, Ints, vertex_normals
from a11y.sign_avatar.body.rig import Landmark
from a11y.sign_avatar.body.shape import Shape, eye_centre
from a11y.sign_avatar.body.skeleton import Skeleton

FINGERS = ("thumb", "index", "middle", "ring", "pinky")
SIDES = (("L", 1.0), ("R", -1.0))
_X, _Y, _Z = np.eye(3)


def unit(vector: Floats) -> Floats:
    length: Floats = vector / np.linalg.norm(vector)
    return length


class Surface:
    """Ray casts against a closed surface; positions (V, 3) metres, triangles (T, 3)."""

    def __init__(self, positions: Floats, triangles: Ints) -> None:
        self._positions = positions
        self._triangles = triangles
        self._normals = vertex_normals(positions, triangles)
        mesh = trimesh.Trimesh(positions, triangles, process=False)
        self._rays = RayMeshIntersector(mesh)

    def cast(self, origin: Floats, direction: Floats) -> tuple[Floats, Floats] | None:
        """First hit and its interpolated normal, or None."""
        points, _, hit = self._rays.intersects_location(
            origin[None], unit(direction)[None], multiple_hits=False
        )
        if not len(points):
            return None
        corners = self._triangles[hit[0]]
        a, b, c = self._positions[corners]
        weights = _barycentric(points[0], a, b, c)
        return points[0], unit(weights @ self._normals[corners])

    def from_outside(self, target: Floats, direction: Floats) -> tuple[Floats, Floats]:
        """Where one first meets the surface coming towards ``target`` against ``direction``."""
        hit = self.cast(target + 0.6 * unit(direction), -direction)
        return hit if hit is not None else (target, unit(direction))

    def from_inside(self, origin: Floats, direction: Floats) -> tuple[Floats, Floats]:
        """Where one leaves the flesh going from ``origin`` along ``direction``."""
        hit = self.cast(origin, direction)
        return hit if hit is not None else (origin, unit(direction))

    def last_from_inside(
        self, origin: Floats, direction: Floats, *, within: float = 0.09
    ) -> tuple[Floats, Floats]:
        """Like ``from_inside``, through skin and cloth to the outermost sheet within reach."""
        start, found = origin, (origin, unit(direction))
        while True:
            hit = self.cast(start, direction)
            if hit is None or np.linalg.norm(hit[0] - origin) > within:
                return found
            found = hit
            start = hit[0] + 1e-4 * unit(direction)

    def from_below(self, origin: Floats) -> tuple[Floats, Floats]:
        """What lies straight above ``origin``."""
        hit = self.cast(origin, _Y)
        return hit if hit is not None else (origin, -_Y)


def _barycentric(point: Floats, a: Floats, b: Floats, c: Floats) -> Floats:
    solved = np.linalg.lstsq(np.stack([a, b, c], 1), point, rcond=None)[0]
    shares: Floats = solved / solved.sum()
    return shares


def hand_axes(skeleton: Skeleton, side: str) -> tuple[Floats, Floats, Floats]:
    """(fingers, palmar, radial) unit directions of a hand at rest."""

    def head(name: str) -> Floats:
        return skeleton.head(f"{name}.{side}")

    fingers = unit(head("finger3-1") - head("wrist"))
    across = head("finger2-1") - head("finger5-1")
    radial = unit(across - fingers * (fingers @ across))
    palmar = np.cross(radial, fingers) if side == "R" else np.cross(fingers, radial)
    return fingers, palmar, radial


def _head(
    shape: Shape, skeleton: Skeleton, surface: Surface, lips: NDArray[np.bool_]
) -> Iterator[tuple[str, str, tuple[Floats, Floats]]]:
    skin = shape.positions[:BODY_VERTICES]
    eyes = {side: eye_centre(shape, side) for side, _ in SIDES}
    eye_y = eyes["L"][1]
    middle = skeleton.head("head")
    crown = np.array([0, eye_y + 0.055, middle[2] + 0.02])
    lip = skin[lips[:BODY_VERTICES]]
    mouth = np.array([0.0, lip[:, 1].mean(), lip[:, 2].mean()])
    corner = lip[:, 0].max()
    centre = np.abs(skin[:, 0]) < 0.006
    in_face = centre & (skin[:, 1] < eye_y) & (skin[:, 1] > mouth[1]) & (skin[:, 2] > middle[2])
    tip = skin[in_face][skin[in_face][:, 2].argmax()]
    below = centre & (skin[:, 1] < lip[:, 1].min() - 0.006) & (skin[:, 1] > mouth[1] - 0.06)
    chin = skin[below][skin[below][:, 2].argmax()]
    forehead = np.array([0, eye_y + 0.052, 0])
    brow_y = max(p[1] for p in (skeleton.points["oculi01.L"], skeleton.points["oculi01.R"]))

    def front(x: float, y: float) -> tuple[Floats, Floats]:
        return surface.from_outside(np.array([x, y, middle[2]]), _Z)

    yield "headtop", "head", surface.from_outside(crown, _Y)
    yield "head", "head", front(0, eye_y + 0.035)
    yield "forehead", "head", front(0, forehead[1])
    yield "nose", "head", (tip, _Z.copy())
    nostril = np.array([0, tip[1] - 0.009, tip[2] - 0.010])
    yield "nostrils", "head", surface.from_outside(nostril, unit(np.array([0, -1, 0.6])))
    yield "lips", "head", (np.array([0, mouth[1], lip[:, 2].max()]), _Z.copy())
    for part, name in (("helper-tongue", "tongue"), ("helper-upper-teeth", "teeth")):
        ids = shape.base.group_vertices(part)
        points = shape.positions[ids]
        yield name, "head", (points[points[:, 2].argmax()] * [0, 1, 1], _Z.copy())
    yield "chin", "head", (chin, unit(np.array([0, -0.2, 1])))
    below_chin = chin - [0, 0.05, 0.022]
    yield "underchin", "head", surface.from_below(below_chin)
    throat = skeleton.head("neck01") + 0.012 * _Y
    yield "neck", "neck02", surface.from_outside(throat, _Z)
    yield "eyebrows", "head", front(0, brow_y + 0.004)
    yield "eyes", "head", front(0, eye_y)
    for side, sign in SIDES:
        x = eyes[side][0]
        yield f"head.{side}", "head", surface.from_outside(crown - [0, 0.03, 0], sign * _X)
        yield f"forehead.{side}", "head", front(sign * 0.038, forehead[1])
        yield f"eye.{side}", "head", front(x, eye_y)
        yield f"eyebrow.{side}", "head", front(x + sign * 0.002, brow_y + 0.004)
        yield f"nose.{side}", "head", front(sign * 0.011, tip[1])
        yield (
            f"nostril.{side}",
            "head",
            surface.from_outside(nostril + sign * 0.007 * _X, unit(np.array([0, -1, 0.6]))),
        )
        yield f"lips.{side}", "head", front(sign * corner, mouth[1])
        yield f"chin.{side}", "head", front(sign * 0.018, chin[1])
        yield (
            f"underchin.{side}",
            "head",
            surface.from_below(below_chin + sign * 0.02 * _X - 0.01 * _Z),
        )
        yield f"neck.{side}", "neck02", surface.from_outside(throat, sign * _X)
        yield f"cheek.{side}", "head", front(sign * 0.043, 0.62 * tip[1] + 0.38 * mouth[1])
        ear = (np.abs(skin[:, 0]) > 0.9 * np.abs(skin[skin[:, 1] > mouth[1]][:, 0]).max()) & (
            skin[:, 0] * sign > 0
        )
        ear &= (skin[:, 1] > mouth[1] - 0.01) & (skin[:, 1] < eye_y + 0.05)
        shell = skin[ear]
        yield f"ear.{side}", "head", surface.from_outside(shell.mean(0), sign * _X)
        ear_all = (np.abs(skin[:, 0]) > 0.82 * np.abs(shell[:, 0]).max()) & (skin[:, 0] * sign > 0)
        ear_all &= (skin[:, 1] > mouth[1] - 0.03) & (np.abs(skin[:, 2] - shell[:, 2].mean()) < 0.03)
        lobe = skin[ear_all][skin[ear_all][:, 1].argmin()]
        yield f"earlobe.{side}", "head", surface.from_outside(lobe + 0.004 * _Y, sign * _X)


def _trunk(
    skeleton: Skeleton, surface: Surface
) -> Iterator[tuple[str, str, tuple[Floats, Floats]]]:
    shoulder = skeleton.head("upperarm01.L")
    hip = skeleton.head("upperleg01.L")
    span = shoulder[1] - hip[1]
    levels = {
        "shoulders": ("spine01", shoulder[1] + 0.03),
        "chest": ("spine02", shoulder[1] - 0.22 * span),
        "stomach": ("spine03", shoulder[1] - 0.55 * span),
        "belowstomach": ("spine05", shoulder[1] - 0.85 * span),
    }
    for name, (joint, y) in levels.items():
        yield name, joint, surface.from_outside(np.array([0, y, 0.0]), _Z)
        for side, sign in SIDES:
            x = sign * 0.62 * shoulder[0]
            yield f"{name}.{side}", joint, surface.from_outside(np.array([x, y, 0.0]), _Z)
    chest = surface.from_outside(np.array([0, levels["chest"][1], 0.0]), _Z)[0]
    rest = np.array([0, chest[1] - 0.06, chest[2] + 0.20])
    yield "neutralspace", "spine03", (rest, _Z.copy())
    for side, sign in SIDES:
        yield f"neutralspace.{side}", "spine03", (rest + sign * 0.16 * _X, _Z.copy())
        arm = skeleton.head(f"upperarm01.{side}")
        yield (
            f"shoulder.{side}",
            f"shoulder01.{side}",
            surface.last_from_inside(arm, unit(np.array([sign, 0.15, 0.25]))),
        )
        top = arm - [sign * 0.035, 0, 0]
        yield f"shouldertop.{side}", f"clavicle.{side}", surface.from_outside(top, _Y)


def _arm(
    skeleton: Skeleton, surface: Surface, outside: Surface, side: str
) -> Iterator[tuple[str, str, tuple[Floats, Floats]]]:
    shoulder, elbow, wrist = (
        skeleton.head(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")
    )
    upper, lower = unit(elbow - shoulder), unit(wrist - elbow)
    bend = unit(upper - lower)  # out of the elbow's point
    _, palmar, _ = hand_axes(skeleton, side)
    outer = np.cross(upper, bend)
    outer = outer if outer @ (_X if side == "L" else -_X) > 0 else -outer
    yield (
        f"upperarm.{side}",
        f"upperarm02.{side}",
        outside.last_from_inside(0.5 * (shoulder + elbow), outer),
    )
    yield f"elbow.{side}", f"lowerarm01.{side}", outside.last_from_inside(elbow, bend)
    yield f"elbowinside.{side}", f"lowerarm01.{side}", outside.last_from_inside(elbow, -bend)
    middle = 0.5 * (elbow + wrist)
    across = unit(-palmar + lower * (lower @ palmar))
    yield f"lowerarm.{side}", f"lowerarm02.{side}", outside.last_from_inside(middle, across)
    # The pulse is felt a finger's breadth before the wrist joint.
    pulse = wrist - 0.015 * lower
    yield f"wristback.{side}", f"lowerarm02.{side}", surface.from_inside(pulse, across)
    yield f"wristpulse.{side}", f"lowerarm02.{side}", surface.from_inside(pulse, -across)


def _finger(
    skeleton: Skeleton, surface: Surface, side: str, number: int, nail: Floats
) -> Iterator[tuple[str, str, tuple[Floats, Floats]]]:
    name = FINGERS[number - 1]
    joints = [f"finger{number}-{k}.{side}" for k in (1, 2, 3)]
    heads = [skeleton.head(joint) for joint in joints]
    tail = skeleton.tail(joints[2])
    _, palmar, radial = hand_axes(skeleton, side)
    along = unit(tail - heads[2])
    middle = 0.5 * (heads[2] + tail)
    up = nail - middle
    up = unit(up - along * (along @ up))
    across = np.cross(along, up)
    across = across if across @ radial > 0 else -across

    def at(k: int, point: Floats, direction: Floats) -> tuple[str, tuple[Floats, Floats]]:
        bone = unit((heads[k + 1] if k < 2 else tail) - heads[k])
        return joints[k], surface.from_inside(point, direction - bone * (bone @ direction))

    inner, first = (2, 1) if number == 1 else (1, 0)
    tip = surface.from_inside(heads[2], along)
    yield f"{name}.tip.{side}", joints[2], tip
    yield f"{name}.nail.{side}", *at(2, middle, up)
    yield f"{name}.pad.{side}", *at(2, middle, -up)
    back = up if number == 1 else -palmar
    yield f"{name}.midjoint.{side}", *at(inner, heads[inner], back)
    yield f"{name}.knuckle.{side}", *at(first, heads[first], back)
    yield f"{name}.base.{side}", *at(first, heads[first], -back)
    phalanx = 0.5 * (heads[2] + (tail if number == 1 else heads[1]))
    yield f"{name}.side.{side}", *at(inner, phalanx, across)
    yield f"{name}.otherside.{side}", *at(inner, phalanx, -across)


def _hand(
    shape: Shape, skeleton: Skeleton, surface: Surface, side: str, nails: NDArray[np.bool_]
) -> Iterator[tuple[str, str, tuple[Floats, Floats]]]:
    fingers, palmar, radial = hand_axes(skeleton, side)
    wrist = skeleton.head(f"wrist.{side}")
    joint = f"wrist.{side}"
    knuckles = np.mean([skeleton.head(f"finger{n}-1.{side}") for n in (3, 4)], 0)
    middle = 0.45 * wrist + 0.55 * knuckles
    yield f"palm.{side}", joint, surface.from_inside(middle, palmar)
    yield f"handback.{side}", joint, surface.from_inside(middle, -palmar)
    index = skeleton.head(f"finger2-1.{side}")
    pinky = skeleton.head(f"finger5-1.{side}")
    yield f"thumbside.{side}", joint, surface.from_inside(index - 0.012 * fingers, radial)
    yield (
        f"pinkyside.{side}",
        joint,
        surface.from_inside(0.35 * wrist + 0.65 * pinky, -radial),
    )
    ball = 0.6 * skeleton.head(f"finger1-1.{side}") + 0.4 * skeleton.head(f"finger1-2.{side}")
    yield f"thumbball.{side}", f"finger1-1.{side}", surface.from_inside(ball, palmar)
    for number in range(1, 6):
        own = skeleton.weights[:, skeleton.index(f"finger{number}-3.{side}")] > 0.5
        yield from _finger(skeleton, surface, side, number, shape.positions[own & nails].mean(0))


def find_landmarks(
    shape: Shape,
    skeleton: Skeleton,
    surface: Surface,
    *,
    outside: Surface,
    nails: NDArray[np.bool_],
    lips: NDArray[np.bool_],
) -> dict[str, Landmark]:
    """All landmarks by name.

    ``surface`` is the skin, ``outside`` skin and garment; ``nails`` and ``lips`` mark vertices (V,)
    of those regions.
    """
    found: dict[str, Landmark] = {}
    parts = [_head(shape, skeleton, surface, lips), _trunk(skeleton, outside)]
    for side, _ in SIDES:
        parts.append(_arm(skeleton, surface, outside, side))
        parts.append(_hand(shape, skeleton, surface, side, nails))
    for part in parts:
        for name, joint, (position, normal) in part:
            found[name] = Landmark(joint=joint, position=position, normal=normal)
    return found
