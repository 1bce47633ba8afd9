"""Triangles in an order that reuses vertices."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.order import walk


def computed(triangles: np.ndarray, *, kept: int = 16) -> int:
    """Vertices that a renderer with so many kept ones computes."""
    cache: list[int] = []
    count = 0
    for corner in triangles.ravel().tolist():
        if corner not in cache:
            cache = [*cache[-(kept - 1) :], corner]
            count += 1
    return count


def test_neighbours_follow_each_other_and_none_is_lost() -> None:
    edge = 24
    at = np.arange(edge * edge).reshape(edge, edge)
    a, b, c, d = (x.ravel() for x in (at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]))
    grid = np.stack([a, b, c, a, c, d], 1).reshape(-1, 3)
    shuffled = grid[np.random.default_rng(1).permutation(len(grid))]
    order = walk(shuffled, edge * edge)
    assert sorted(order) == list(range(len(grid)))
    assert computed(shuffled) > 2.5 * len(grid)
    assert computed(shuffled[order]) < 0.9 * len(grid)


def test_separate_surfaces_and_unused_vertices_are_no_trouble() -> None:
    triangles = np.array([[0, 1, 2], [10, 11, 12], [2, 1, 3], [12, 11, 13]])
    assert sorted(walk(triangles, 20)) == [0, 1, 2, 3]
    assert len(walk(np.empty((0, 3), np.int64), 5)) == 0
