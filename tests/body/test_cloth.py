"""The top: a mesh refined without gaps, weights that bend like a sleeve."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body import SIGNERS, glb_path, load_rig
from a11y.sign_avatar.body.drape import drape
from a11y.sign_avatar.body.mesh import boundary_edges
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.stage.model import load_model


def _sheet(cells: int, edge: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A flat sheet of ``cells`` × ``cells`` squares: points, triangles, corner uv."""
    x, y = np.meshgrid(np.arange(cells + 1), np.arange(cells + 1))
    points = np.stack([x.ravel(), y.ravel(), 0 * x.ravel()], 1) * edge
    a = (np.arange(cells)[:, None] * (cells + 1) + np.arange(cells)).ravel()
    b, c, d = a + 1, a + cells + 1, a + cells + 2
    triangles = np.concatenate([np.stack([a, b, d], 1), np.stack([a, d, c], 1)])
    return points, triangles, points[triangles][..., :2]


@pytest.mark.parametrize("part", ["everywhere", "left half", "one corner"])
def test_a_refined_sheet_has_no_gaps_and_keeps_its_area(part: str) -> None:
    points, triangles, uv = _sheet(6, 0.02)
    where = {
        "everywhere": np.ones(len(points), bool),
        "left half": points[:, 0] < 0.05,
        "one corner": np.arange(len(points)) == 24,
    }[part]
    before = len(triangles)
    border = np.sort(boundary_edges(triangles), axis=1)

    corners = np.arange(triangles.size).reshape(-1, 3)
    make, triangles, corners, flat = split_smoothly(
        points, triangles, corners, uv.reshape(-1, 2), longest=0.012, where=where
    )
    points, uv = make @ points, flat[corners]

    assert len(triangles) > before
    after = np.sort(boundary_edges(triangles), axis=1)
    assert set(map(tuple, after)) == set(map(tuple, border)), "a crack is an edge of one triangle"
    corners = points[triangles]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert (normal[:, 2] > 0).all(), "no triangle is turned over"
    assert normal[:, 2].sum() / 2 == pytest.approx(0.12**2)
    # At the border a wing of the scheme is missing, and points move a little along the sheet.
    assert np.abs(uv - corners[..., :2]).max() < 0.0015
    assert np.allclose(make.sum(1), 1), "what is alike everywhere stays so"


def test_short_edges_stay() -> None:
    points, triangles, uv = _sheet(3, 0.01)
    corners = np.arange(triangles.size).reshape(-1, 3)
    make, kept, _, _ = split_smoothly(
        points,
        triangles,
        corners,
        uv.reshape(-1, 2),
        longest=0.02,
        where=np.ones(len(points), bool),
    )
    assert np.array_equal(kept, triangles)
    assert make.shape == (len(points), len(points))


def test_new_points_of_a_round_sheet_lie_on_the_round() -> None:
    """The middle of an edge of a polygon lies inside; a sleeve would keep the polygon's corners."""
    flat, triangles, uv = _sheet(6, 0.02)
    angle = flat[:, 0] / 0.05
    points = np.stack([0.05 * np.sin(angle), flat[:, 1], 0.05 * np.cos(angle)], 1)
    corners = np.arange(triangles.size).reshape(-1, 3)
    make, *_ = split_smoothly(
        points, triangles, corners, uv.reshape(-1, 2), longest=0.012, where=np.ones(49, bool)
    )
    new, place = (make @ points)[49:], (make @ flat)[49:]
    inner = (np.abs(place[:, :2] - 0.06) < 0.036).all(1)  # at the border neighbours are missing
    short = 0.05 - np.hypot(new[inner][:, 0], new[inner][:, 2])
    middle = 0.05 * (1 - np.cos(0.2))  # 1 mm
    assert inner.sum() > 20
    assert np.abs(short).max() < 0.3 * middle


@pytest.mark.parametrize("signer", sorted(SIGNERS))
def test_shoulders_have_no_corners_in_their_outline(signer: str) -> None:
    """Triangles meet above the shoulder at blunt angles."""
    model, rig = load_model(glb_path(signer=signer)), load_rig(signer=signer)
    (top,) = (piece for piece in model.pieces if piece.name == "top")
    points, triangles = model.rest[:, :3], top.triangles + top.start
    _, welded = np.unique(np.round(points[triangles.ravel()], 6), axis=0, return_inverse=True)
    corners = points[triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    faces = welded.reshape(-1, 3)
    edges = np.sort(np.stack([faces, np.roll(faces, -1, 1)], 2).reshape(-1, 2), axis=1)
    order = np.lexsort(edges.T)
    one, two = order[:-1], order[1:]
    shared = (edges[one] == edges[two]).all(1)
    one, two = one[shared] // 3, two[shared] // 3
    turn = np.degrees(np.arccos(np.clip((normals[one] * normals[two]).sum(1), -1, 1)))
    for side in "LR":
        joint = rig.heads[rig.index(f"upperarm01.{side}")]
        off = corners[one].mean(1) - joint
        near = (np.linalg.norm(off, axis=1) < 0.11) & (off[:, 1] > -0.05)
        assert near.sum() > 300
        # Split at the middles of edges: 18 to 23 and 27 to 37 degrees.
        assert np.quantile(turn[near], 0.99) < 16.5
        assert turn[near].max() < 24


def test_the_trunk_does_not_hang_from_the_fringe_of_the_armpits() -> None:
    """Points half way to the sleeve stand out there; below them the sides had a shelf."""
    around, height = np.meshgrid(np.linspace(-np.pi, np.pi, 90), np.linspace(0.8, 1.3, 40))
    trunk = np.stack(
        [0.15 * np.sin(around.ravel()), height.ravel(), 0.11 * np.cos(around.ravel())], 1
    )
    x, y = (grid.ravel() for grid in np.meshgrid([0.16, 0.18, 0.2], [1.12, 1.14, 1.16, 1.18]))
    fringe = np.concatenate([np.stack([side * x, y, 0 * x], 1) for side in (-1, 1)])
    hung = [
        drape(points, share, np.array([0.17, 1.3, 0.0]), fall=0.09)[: len(trunk)]
        for points, share in (
            (trunk, np.ones(len(trunk))),
            (
                np.concatenate([trunk, fringe]),
                np.concatenate([np.ones(len(trunk)), np.full(len(fringe), 0.75)]),
            ),
        )
    ]
    assert np.abs(hung[1] - hung[0]).max() < 0.001
