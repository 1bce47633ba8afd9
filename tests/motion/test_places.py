"""Directions, palms, places and contacts as the notation means them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from a11y.sign_avatar import notation
from a11y.sign_avatar.body import handshapes
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import orientation, rotations
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.collide import hand_depth
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.flesh import away_at_rest
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.limits import ELBOW, FOREARM_TURN, WRIST_DEVIATION, WRIST_FLEXION
from a11y.sign_avatar.motion.place import arm_mark
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.notation.model import Extended, Palm
from a11y.sign_avatar.notation.vocabulary import Direction, PalmTurn

OUT, UP, LEFT = np.array([0, 0, 1.0]), np.array([0, 1.0, 0]), np.array([1.0, 0, 0])


@pytest.mark.parametrize(
    ("direction", "palm", "faces"),
    [
        ("u", "d", OUT),  # away from the signer
        ("u", "u", -OUT),
        ("l", "l", -OUT),
        ("o", "d", -UP),
        ("o", "l", LEFT),
        ("d", "u", OUT),
        ("d", "d", -OUT),
        ("i", "d", -UP),
        ("i", "l", -LEFT),  # turned about the vertical
    ],
)
def test_palms_are_relative_to_the_finger_direction(
    rig: Rig, direction: str, palm: str, faces: np.ndarray
) -> None:
    own = hand(rig, "R")
    turn = orientation.hand_turn(own, Extended(Direction(direction)), Palm(PalmTurn(palm)))
    assert np.allclose(rotations.rotate(turn, own.p), faces, atol=1e-9)
    way = orientation.vector(Direction(direction))
    assert np.allclose(rotations.rotate(turn, own.f), way, atol=1e-9)


def test_symmetry_mirrors_place_turn_and_movement(rig: Rig) -> None:
    (sign,) = compile_string(
        rig, "hamsymmlr hamflathand hamextfingeruo hampalml hamchest hammover hamarcu"
    )
    right, left = sign.tracks["R"], sign.tracks["L"]
    assert np.allclose(right.wrist * [-1, 1, 1], left.wrist, atol=2e-3)


def test_parallel_symmetry_moves_both_hands_the_same_way(rig: Rig) -> None:
    (sign,) = compile_string(rig, "hamsymmpar hamflathand hamextfingero hampalml hamchest hammover")
    moves = [track.wrist[-1] - track.wrist[0] for track in sign.tracks.values()]
    assert np.allclose(moves[0], moves[1], atol=1e-9)
    assert moves[0][0] < -0.1


@pytest.mark.parametrize("place", ["chin", "cheek", "forehead", "nose", "lips", "ear"])
def test_a_fingertip_that_should_touch_does(rig: Rig, place: str) -> None:
    (sign,) = compile_string(
        rig, f"hamfinger2 hamextfingerui hampalmul hamindexfinger hamfingertip ham{place} hamtouch"
    )
    one = sign.tracks["R"]
    own = hand(rig, "R")
    tip = own.point(rig.landmarks["index.tip.R"], own.frames(one.angles[0]))
    reached = one.wrist[0] + rotations.rotate(one.turn[0], tip)
    name = place if place in rig.landmarks else f"{place}.R"
    away = reached - rig.landmarks[name].position
    assert np.linalg.norm(away) < 0.04  # a cheek is an area
    assert abs(float(away_at_rest(rig, reached))) < 0.004


def test_sides_of_the_arm_are_where_the_hands_are(rig: Rig) -> None:
    own = hand(rig, "L")
    ways = {"hampalm": own.p, "hamhandback": -own.p, "hamthumbside": own.r, "hampinkyside": -own.r}
    for arm_place in ("hamlowerarm", "hamupperarm", "hamwristback"):
        points = []
        for surface, way in ways.items():
            site = notation.parse(
                f"hamfinger2 hamextfingerl hampalmd {arm_place} {surface} hamtouch"
            ).location.site  # type: ignore[union-attr] # a place is written
            mark = arm_mark(rig, site, "L")  # type: ignore[arg-type] # and it is on an arm
            assert float(mark.normal @ way) > 0.5
            points.append(mark.position)
        assert min(np.linalg.norm(a - b) for a, b in combinations(points, 2)) > 0.02


def test_the_top_of_the_head_has_sides(rig: Rig) -> None:
    right, middle, left = (
        compile_string(rig, f"hamflathand hamextfingeru hampalmd {place} hamclose")[0].aims[0].spot
        for place in ("hamheadtop hamlrat", "hamheadtop", "hamlrat hamheadtop")
    )
    assert right is not None
    assert middle is not None
    assert left is not None
    assert right.point[0] < middle.point[0] - 0.03
    assert left.point[0] > middle.point[0] + 0.03
    assert away_at_rest(rig, np.stack([right.point, left.point])) == pytest.approx(0, abs=0.012)


def test_a_movement_into_what_it_touches_ends_at_it(rig: Rig) -> None:
    (sign,) = compile_string(
        rig, "hamflathand hamextfingerl hampalml hamchest hamtouch hammovei hamsmallmod"
    )
    one = sign.tracks["R"]
    assert hand_depth(rig, "R", one.wrist[-1:], one.turn[-1], one.angles[-1])[0] < 0.006
    assert one.wrist[0, 2] > one.wrist[-1, 2] + 0.03


@pytest.mark.parametrize("base", handshapes.bases())
def test_every_handshape_stays_within_the_joints_limits(rig: Rig, base: str) -> None:
    for thumb in (None, *handshapes.thumb_modifiers()):
        for bending in (None, *handshapes.bendings()):
            bends = dict.fromkeys(handshapes.FINGERS, bending) if bending else {}
            shape = handshapes.shape(base, thumb=thumb, bends=bends)
            low, high = handshapes.LIMITS.T
            assert ((shape.angles >= low) & (shape.angles <= high)).all()


@pytest.mark.parametrize(
    ("base", "apart"),
    [("hampinch12", 0.008), ("hampinch12open", 0.008), ("hampinchall", 0.015), ("hamceeall", 0.07)],
)
def test_the_pads_of_a_pinch_meet(rig: Rig, base: str, apart: float) -> None:
    written = notation.parse(f"{base} hamextfingeru hampalmd").dominant.shape
    own = hand(rig, "R")
    frames = own.frames(shape_of(rig, written).angles)
    thumb, index = (own.point(rig.landmarks[f"{f}.pad.R"], frames) for f in ("thumb", "index"))
    assert np.linalg.norm(thumb - index) < apart


def test_arms_never_break_their_limits_whatever_is_asked(rig: Rig) -> None:
    random = np.random.default_rng(3)
    targets = random.uniform([-0.7, 0.7, -0.3], [0.6, 1.9, 0.8], (300, 3))
    turns = rotations.unit(random.normal(size=(300, 4)))
    for side in ("R", "L"):
        found = solve(arm(rig, side), World(skeleton(rig), {}), targets, turns, dt=1e3)
        for column, (low, high) in enumerate((ELBOW, FOREARM_TURN, WRIST_FLEXION, WRIST_DEVIATION)):
            angles = found.angles[:, column]
            assert angles.min() >= low - 0.1
            assert angles.max() <= high + 0.1
        for rotation in found.local.values():
            assert np.allclose(np.linalg.norm(rotation, axis=-1), 1, atol=1e-9)
