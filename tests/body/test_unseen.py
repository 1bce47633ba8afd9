"""What nobody can see is not drawn, and everything else is."""

from __future__ import annotations

import numpy as np
import trimesh

from a11y.sign_avatar.body.parts import Material, Part
from a11y.sign_avatar.body.unseen import without_unseen


def ball(name: str, radius: float, *, opening: float = 2.0, **morphs: np.ndarray) -> Part:
    """A part in the form of a ball, open where its points lie farther ahead than that share."""
    mesh = trimesh.creation.icosphere(subdivisions=3, radius=radius)
    points, triangles = np.asarray(mesh.vertices), np.asarray(mesh.faces)
    triangles = triangles[(points[triangles][..., 2] < opening * radius).all(axis=1)]
    nothing = np.zeros((len(points), 3))
    return Part(
        name=name,
        material=Material(name=name),
        positions=points,
        normals=points / radius,
        triangles=triangles,
        uv=np.zeros((len(points), 2)),
        weights=np.ones((len(points), 1)),
        shade=np.ones(len(points)),
        morphs={morph: (move, nothing) for morph, move in morphs.items()},
    )


def count(parts: list[Part], name: str) -> int:
    return next(len(part.triangles) for part in parts if part.name == name)


def test_what_lies_inside_is_left_out() -> None:
    outside, inside = ball("face", 0.1), ball("mouth", 0.08)
    drawn = without_unseen([outside, inside])
    assert count(drawn, "mouth") == 0
    assert count(drawn, "face") > 0.9 * len(outside.triangles), "but for the very bottom"


def test_what_an_opening_shows_is_kept_and_what_lies_behind_is_not() -> None:
    parts = [ball("face", 0.1, opening=0.8), ball("mouth", 0.08)]
    drawn = without_unseen(parts)
    kept = next(part for part in drawn if part.name == "mouth")
    heights = kept.positions[kept.triangles][..., 2].mean(axis=1)
    whole = parts[1].positions[parts[1].triangles][..., 2].mean(axis=1)
    assert (heights > 0.07).sum() == (whole > 0.07).sum() > 20
    assert heights.min() > -0.02


def test_what_an_open_jaw_shows_is_kept() -> None:
    """Shut at rest; the morph pushes the ball out through the skin."""
    ahead = np.tile([0.0, 0.0, 0.05], (642, 1))
    drawn = without_unseen([ball("face", 0.1), ball("mouth", 0.08, jawOpen=ahead)])
    assert count(drawn, "mouth") > 300


def test_other_parts_are_left_alone() -> None:
    drawn = without_unseen([ball("face", 0.1), ball("hands", 0.05)])
    assert count(drawn, "hands") == len(ball("hands", 0.05).triangles)
