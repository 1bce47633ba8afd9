"""Textures are read as fine as they are seen, and no finer."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import Framing
from a11y.sign_avatar.stage import Stage
from a11y.sign_avatar.stage.model import Model, load_model
from a11y.sign_avatar.stage.textures import Texture, texels_per_metre


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(body.glb_path())


def texture(model: Model, name: str) -> Texture:
    found = next(piece.texture for piece in model.pieces if piece.name == name)
    assert found is not None
    return found


def test_texels_are_counted_on_the_surface() -> None:
    places = np.array([[0, 0, 0], [0.5, 0, 0], [0, 0, 0.5], [0.5, 0, 0.5]], np.float32)
    uv = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32)
    triangles = np.array([[0, 1, 2], [1, 3, 2]])
    assert texels_per_metre((256, 256), uv, places, triangles) == pytest.approx(512)
    assert texels_per_metre((256, 64), uv, places, triangles) == pytest.approx(256)


def test_a_texture_is_halved_as_long_as_texels_are_no_larger_than_pixels(model: Model) -> None:
    face = texture(model, "face")
    whole = face.pixels(finest=0.0)
    texel = 1 / face.texels
    for pixel, shrunk in ((1.9 * texel, 1), (2.1 * texel, 2), (3.9 * texel, 2), (4.1 * texel, 4)):
        read = face.pixels(finest=pixel)
        assert read.shape == (whole.shape[0] // shrunk, whole.shape[1] // shrunk, 3)
        assert read.mean((0, 1)) == pytest.approx(whole.mean((0, 1)), abs=1)


def test_hair_which_lets_through_stays_whole(model: Model) -> None:
    hair = texture(model, "hair")
    assert hair.pixels(finest=1.0).shape == hair.pixels(finest=0.0).shape
    assert hair.pixels(finest=1.0).shape[2] == 4


@pytest.mark.render
@pytest.mark.parametrize("near", [False, True], ids=["whole picture", "close to the face"])
def test_nobody_sees_the_difference(
    performance: Performance, near: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    x, y, z = body.load_rig().landmarks["lips"].position
    framing = Framing((float(x), float(y), float(z)), 1.0, 0.1) if near else None
    read = Texture.pixels
    edges: list[int] = []

    def counted(self: Texture, *, finest: float) -> np.ndarray:
        pixels = read(self, finest=finest)
        edges.append(pixels.shape[0])
        return pixels

    with monkeypatch.context() as patch:
        patch.setattr(Texture, "pixels", counted)
        with Stage(size=360, framing=framing) as stage:
            seen = stage.still(performance, 0.5).astype(int)
        patch.setattr(Texture, "pixels", lambda self, *, finest: counted(self, finest=0.0))
        with Stage(size=360, framing=framing) as stage:
            whole = stage.still(performance, 0.5).astype(int)
    half = len(edges) // 2
    assert (max(edges[:half]) == max(edges[half:])) == near, "close to it all of it is read"
    assert np.abs(seen - whole).mean() < 0.1
