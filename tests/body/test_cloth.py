"""The top: a mesh refined without gaps, weights that bend like a sleeve."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body.mesh import boundary_edges
from a11y.sign_avatar.body.refine import split_long_edges


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
    values = points[:, :1] * 3
    before = len(triangles)
    border = np.sort(boundary_edges(triangles), axis=1)

    points, triangles, uv, values = split_long_edges(
        points, triangles, uv, values, longest=0.012, where=where
    )

    assert len(triangles) > before
    after = np.sort(boundary_edges(triangles), axis=1)
    assert set(map(tuple, after)) == set(map(tuple, border)), "a crack is an edge of one triangle"
    corners = points[triangles]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    assert (normal[:, 2] > 0).all(), "no triangle is turned over"
    assert normal[:, 2].sum() / 2 == pytest.approx(0.12**2)
    assert np.allclose(uv, corners[..., :2])
    assert np.allclose(values, points[:, :1] * 3)


def test_short_edges_stay() -> None:
    points, triangles, uv = _sheet(3, 0.01)
    result = split_long_edges(
        points, triangles, uv, points, longest=0.02, where=np.ones(len(points), bool)
    )
    assert np.array_equal(result[1], triangles)
