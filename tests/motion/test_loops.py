"""The compiled loops against slower arithmetic that somebody else wrote, or against trying all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from scipy.interpolate import RegularGridInterpolator
from scipy.spatial.transform import Rotation

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import rotations
from a11y.sign_avatar.motion.flesh import away_at_rest, away_from_body, overlaps
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.loops import least_way

RNG = np.random.default_rng(7)


def test_rotations_are_those_of_scipy() -> None:
    a, b = Rotation.random(50, rng=RNG), Rotation.random(50, rng=RNG)
    vectors = RNG.normal(size=(50, 3))
    assert rotations.rotate(a.as_quat(), vectors) == pytest.approx(a.apply(vectors))
    product_ = Rotation.from_quat(rotations.multiply(a.as_quat(), b.as_quat()))
    assert (product_ * (a * b).inv()).magnitude().max() < 1e-7
    assert rotations.to_vector(a.as_quat()) == pytest.approx(a.as_rotvec())
    again = Rotation.from_quat(rotations.from_matrix(a.as_matrix()))
    assert (again * a.inv()).magnitude().max() < 1e-7


def test_rotations_broadcast_over_leading_axes() -> None:
    turns = Rotation.random(6, rng=RNG).as_quat().reshape(3, 2, 4)
    points = RNG.normal(size=(5, 1, 1, 3))
    assert rotations.rotate(turns, points).shape == (5, 3, 2, 3)
    assert rotations.rotate(turns[:0], points).shape == (5, 0, 2, 3)


def test_distances_are_interpolated_between_the_eight_values_around_a_point(rig: Rig) -> None:
    points = RNG.uniform((-0.3, 1.0, -0.2), (0.3, 1.7, 0.3), (200, 3))
    expected = np.full(len(points), np.inf)
    for field in rig.fields:
        axes = [
            o + field.step * np.arange(n)
            for o, n in zip(field.origin, field.distance.shape, strict=True)
        ]
        read = RegularGridInterpolator(axes, field.distance, bounds_error=False, fill_value=0.05)
        expected = np.minimum(expected, read(points))
    assert away_at_rest(rig, points) == pytest.approx(expected, abs=1e-5)
    upright = World(skeleton(rig), {})
    assert away_from_body(rig, upright, points[:, None])[:, 0] == pytest.approx(expected, abs=1e-5)


def test_segments_are_as_near_as_their_nearest_points() -> None:
    first, second = RNG.normal(size=(2, 1, 4, 3)), RNG.normal(size=(2, 1, 5, 3))
    found = overlaps((first[0], first[1]), np.zeros(4), (second[0], second[1]), np.zeros(5))
    shares = np.linspace(0, 1, 201)[:, None, None]
    ones = first[0] + shares * (first[1] - first[0])
    others = second[0] + shares * (second[1] - second[0])
    for k, m in product(range(4), range(5)):
        near = np.linalg.norm(ones[:, None, k] - others[None, :, m], axis=-1).min()
        assert -found.deep[0, k, m] == pytest.approx(near, abs=0.01)


def test_the_least_dear_way_is_the_least_of_all_ways() -> None:
    cost, step = RNG.random((5, 4)), RNG.random((4, 4))
    way = least_way(cost, step).astype(int)

    def price(path: tuple[int, ...]) -> float:
        here = cost[np.arange(5), path].sum()
        return float(here + sum(step[a, b] for a, b in pairwise(path)))

    assert price(tuple(way)) == pytest.approx(min(map(price, product(range(4), repeat=5))))
