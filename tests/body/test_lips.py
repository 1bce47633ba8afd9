"""The mouth as viewers read it: rounded lips are round, teeth and tongue lie where they belong."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.language import pronounce
from a11y.sign_avatar import body
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.mouthing import (
    moments,
    mouth_shapes,
    mouth_weights,
    natural_time,
    speak,
)
from a11y.sign_avatar.stage.model import Model, load_model


@pytest.fixture(scope="module", params=sorted(body.SIGNERS))
def model(request: pytest.FixtureRequest) -> Model:
    return load_model(body.glb_path(signer=request.param))


def moved(model: Model, part: str, **weights: float) -> np.ndarray:
    """Points (V, 3) of a part with these morphs."""
    points = model.rest[:, :3].astype(float)
    for name, weight in weights.items():
        morph = model.morphs[name]
        points[morph.rows] += weight * morph.offsets[:, :3]
    piece = next(piece for piece in model.pieces if piece.name == part)
    return points[piece.start : piece.stop]


def rims(model: Model, **weights: float) -> tuple[np.ndarray, np.ndarray]:
    """Points of the upper and of the lower lip's wet edge, found by which goes with the jaw."""
    still, open_ = moved(model, "face"), moved(model, "face", jawOpen=1.0)
    drop = still[:, 1] - open_[:, 1]
    level = still[np.argmax(drop), 1]
    near = (np.abs(still[:, 1] - level) < 0.006) & (np.abs(still[:, 0]) < 0.03)
    near &= still[:, 2] > still[near][:, 2].max() - 0.012
    after = moved(model, "face", **weights)
    upper, lower = near & (drop < 0.008), near & (drop > 0.024)
    return after[upper], after[lower]


def test_the_line_of_closed_lips_is_no_fold_of_the_open_lower_one(model: Model) -> None:
    """It is painted on the upper lip alone."""
    piece = next(piece for piece in model.pieces if piece.name == "face")
    assert piece.texture is not None
    still, open_ = moved(model, "face"), moved(model, "face", jawOpen=1.0)
    drop = still[:, 1] - open_[:, 1]
    _, lower = rims(model)
    near = (np.abs(still[:, 0]) < 0.016) & (drop > 0.02)
    near &= np.abs(still[:, 1] - lower[:, 1].mean()) < 0.006
    near &= still[:, 2] > still[near][:, 2].max() - 0.010
    triangles = piece.triangles.astype(int)
    corners = model.uv[piece.start : piece.stop][triangles[near[triangles].all(axis=1)]]
    shares = np.array([(a, b, 6 - a - b) for a in range(7) for b in range(7 - a)]) / 6
    places = (shares @ corners).reshape(-1, 2) % 1
    painted = piece.texture.pixels(finest=0.0)
    height, width = painted.shape[:2]
    column, row = (places * [width, height]).astype(int).T
    light = painted[row, column].astype(float).sum(axis=1)
    assert len(corners) > 60
    assert (light < 0.9 * np.median(light)).mean() < 0.01


def test_a_pucker_makes_the_mouth_a_third_narrower(model: Model) -> None:
    wide, _ = rims(model)
    narrow, _ = rims(model, mouthPucker=1.0)
    assert 0.55 < np.ptp(narrow[:, 0]) / np.ptp(wide[:, 0]) < 0.75


def gap(model: Model, near: float, far: float, **weights: float) -> float:
    """Metres between the lips from ``near`` to ``far``, shares of half the mouth's width."""
    upper, lower = rims(model, **weights)
    half = np.abs(upper[:, 0]).max()
    aside = [np.abs(points[:, 0]) / half for points in (upper, lower)]
    a, b = ((side >= near) & (side < far) for side in aside)
    return float(upper[a, 1].min() - lower[b, 1].max())


def test_a_funnel_opens_an_oval_and_no_lozenge(model: Model) -> None:
    middle = gap(model, 0.0, 0.2, mouthFunnel=1.0)
    assert middle > 0.004
    assert gap(model, 0.45, 0.6, mouthFunnel=1.0) > 0.55 * middle


ROUND = ("round", "round_lax", "round_tight", "front_round", "front_tight", "hush")


@pytest.mark.parametrize("shape", ROUND)
def test_rounded_lips_come_forward_and_the_chin_hardly_drops(model: Model, shape: str) -> None:
    weights = mouth_weights()[shape]
    still, after = rims(model), rims(model, **weights)
    for before, lip in zip(still, after, strict=True):
        aside = np.abs(before[:, 0])
        ahead = lip[:, 2] - before[:, 2]
        assert ahead[aside < 0.006].mean() > 0.004
        # Corners come forward at least as far, or the teeth would come through them.
        assert ahead[aside > 0.8 * aside.max()].mean() > ahead[aside < 0.006].mean()
    face, moving = moved(model, "face"), moved(model, "face", **weights)
    _, lower = after
    tip = np.abs(face[:, 0]) < 0.01
    tip &= face[:, 1] < lower[:, 1].min() - 0.025
    tip &= face[:, 2] > face[tip][:, 2].max() - 0.01
    assert (face[tip] - moving[tip])[:, 1].mean() < 0.0045


@pytest.mark.parametrize("shape", [*ROUND, "round_open", "front_open"])
def test_a_rounded_mouth_is_widest_open_in_its_middle_and_shut_at_its_corners(
    model: Model, shape: str
) -> None:
    weights = mouth_weights()[shape]
    middle = gap(model, 0.0, 0.2, **weights)
    assert middle > 0.001
    assert middle > gap(model, 0.45, 0.6, **weights) > gap(model, 0.75, 0.9, **weights)


def test_teeth_stay_inside_the_face(model: Model) -> None:
    """Neither through closed lips nor, with the jaw down, through the chin."""
    for weights in ({}, {"jawOpen": 0.66}, {"mouthPressLeft": 0.3, "mouthPressRight": 0.3}):
        face, teeth = moved(model, "face", **weights), moved(model, "teeth", **weights)
        for tooth in teeth[np.abs(teeth[:, 0]) < 0.020]:
            before = face[np.linalg.norm(face[:, :2] - tooth[:2], axis=1) < 0.006]
            assert len(before) == 0 or tooth[2] < before[:, 2].max(), weights


def test_a_dropped_jaw_pushes_no_gum_through_the_skin_beside_the_chin(model: Model) -> None:
    weights = mouth_weights()["open"]
    face, teeth = moved(model, "face", **weights), moved(model, "teeth", **weights)
    piece = next(piece for piece in model.pieces if piece.name == "face")
    corners = face[piece.triangles.astype(int)]
    _, lower = rims(model, **weights)
    for tooth in teeth[(teeth[:, 1] < lower[:, 1].min() - 0.006) & (np.abs(teeth[:, 0]) > 0.006)]:
        outwards = np.array([np.sign(tooth[0]), -0.3, 0.3])
        assert hit(corners, tooth, outwards), tooth


def hit(corners: np.ndarray, start: np.ndarray, way: np.ndarray) -> bool:
    """Whether a ray meets one of the triangles (T, 3, 3) (Moeller & Trumbore 1997)."""
    first, one, two = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(way, two)
    scale = (one * across).sum(1)
    scale = np.where(np.abs(scale) < 1e-15, 1e-15, scale)
    u = ((start - first) * across).sum(1) / scale
    turned = np.cross(start - first, one)
    v, far = turned @ way / scale, (turned * two).sum(1) / scale
    return bool(((u >= 0) & (v >= 0) & (u + v <= 1) & (far > 0)).any())


def test_new_points_lie_on_the_curve_of_the_old() -> None:
    """A grid on a cylinder: points between are nearer to it than the middles of the edges."""
    angle, along = np.meshgrid(np.linspace(0, 1, 6), np.linspace(0, 1, 6), indexing="ij")
    points = np.stack([np.sin(angle), along, np.cos(angle)], -1).reshape(-1, 3)
    cell = np.arange(36).reshape(6, 6)
    a, b, c, d = (x.ravel() for x in (cell[:-1, :-1], cell[1:, :-1], cell[1:, 1:], cell[:-1, 1:]))
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    uv = points[:, :2]
    inner = np.isin(np.arange(36), cell[2:4, 2:4])
    stencil, triangles, corners, places = split_smoothly(
        points, faces, faces, uv, longest=0.05, where=inner
    )
    after = stencil @ points
    assert len(after) > 36
    assert np.allclose(after[:36], points)
    assert np.abs(np.linalg.norm(after[:, [0, 2]], axis=1) - 1).max() < 0.004
    assert triangles.max() == len(after) - 1
    assert corners.shape == triangles.shape
    assert np.allclose(places[corners][:, :, 1], after[triangles][:, :, 1], atol=0.02)


def floor_under(face: np.ndarray, triangles: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Highest point (P,) of a mesh at or below 6 mm over each point's foot; nan where there is
    none: what a tongue that has sunk a little into the floor of the mouth has sunk into."""
    out = np.full(len(points), np.nan)
    a, b, c = face[triangles].transpose(1, 0, 2)
    for row, point in enumerate(points):
        near = (np.minimum(np.minimum(a, b), c)[:, [0, 2]] <= point[[0, 2]]).all(1)
        near &= (np.maximum(np.maximum(a, b), c)[:, [0, 2]] >= point[[0, 2]]).all(1)
        corners = face[triangles[near]]
        first, one, two = corners[:, 0], corners[:, 1], corners[:, 2]
        u, v, p = (one - first)[:, [0, 2]], (two - first)[:, [0, 2]], (point - first)[:, [0, 2]]
        area = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
        s = (p[:, 0] * v[:, 1] - p[:, 1] * v[:, 0]) / area
        t = (u[:, 0] * p[:, 1] - u[:, 1] * p[:, 0]) / area
        inside = (s >= 0) & (t >= 0) & (s + t <= 1)
        heights = (first + s[:, None] * (one - first) + t[:, None] * (two - first))[inside, 1]
        heights = heights[heights < point[1] + 0.006]
        if len(heights):
            out[row] = heights.max()
    return out


@pytest.mark.parametrize("shape", ["open", "half_open", "mid", "round_open", "front_open"])
def test_the_tongue_lies_on_the_floor_of_the_mouth_and_not_in_it(model: Model, shape: str) -> None:
    """What it looks like where they cross: a dotted seam behind the lip."""
    weights = mouth_weights()[shape]
    tongue, inside = moved(model, "tongue", **weights), moved(model, "mouth", **weights)
    piece = next(piece for piece in model.pieces if piece.name == "mouth")
    top = np.flatnonzero(model.rest[slice_of(model, "tongue"), 4] > 0.5)
    seen = tongue[top][tongue[top, 2] > tongue[:, 2].max() - 0.012]
    floor = floor_under(inside, piece.triangles.astype(int), seen)
    assert len(seen) > 40
    assert np.nanmin(seen[:, 1] - floor) > 0


def slice_of(model: Model, part: str) -> slice:
    piece = next(piece for piece in model.pieces if piece.name == part)
    return slice(piece.start, piece.stop)


@pytest.mark.parametrize("shape", sorted(mouth_weights()))
def test_the_tongue_stays_behind_the_lips(model: Model, shape: str) -> None:
    weights = mouth_weights()[shape]
    tongue = moved(model, "tongue", **weights)
    _, lower = rims(model, **weights)
    assert tongue[:, 2].max() < lower[np.abs(lower[:, 0]) < 0.006, 2].max()


def test_a_raised_upper_lip_does_not_hang_in_its_middle(model: Model) -> None:
    """There it hid the teeth on which the lower lip lies for an f."""
    upper, _ = rims(model, mouthUpperUpLeft=0.5, mouthUpperUpRight=0.5)
    still, _ = rims(model)
    half = np.abs(still[:, 0]).max()
    middle, beside = (
        (np.abs(still[:, 0]) >= low * half) & (np.abs(still[:, 0]) < high * half)
        for low, high in ((0.0, 0.2), (0.35, 0.55))
    )
    assert upper[beside, 1].min() - upper[middle, 1].min() < 0.0013


def test_for_an_f_the_lower_lip_touches_the_upper_teeth_and_leaves_them_in_view(
    model: Model,
) -> None:
    weights = mouth_weights()["lip_teeth"]
    _, lower = rims(model, **weights)
    teeth = moved(model, "teeth", **weights)
    front = teeth[(np.abs(teeth[:, 0]) < 0.006) & (teeth[:, 2] > teeth[:, 2].max() - 0.006)]
    edge = front[front[:, 1] < np.median(front[:, 1])][:, 1].max()
    lip = lower[np.abs(lower[:, 0]) < 0.006]
    assert lip[:, 1].max() > edge, "the lip reaches the teeth"
    assert gap(model, 0.0, 0.2, **weights) > 0.0015, "teeth in view"


SPOKEN = (
    "Hund",
    "Steuer",
    "Büro",
    "Schule",
    "Führerschein",
    "Woche",
    "Auto",
    "Anmeldung",
    "Papier",
)


@pytest.mark.parametrize("word", SPOKEN)
def test_in_a_spoken_word_lips_close_round_and_touch_the_teeth(model: Model, word: str) -> None:
    """A little faster than at ease, each sound still reaches what lips are read by."""
    sounds = pronounce(word)
    shapes, seconds = mouth_shapes(sounds), 0.8 * natural_time(sounds)
    face = Face(np.arange(0, seconds + 0.4, 0.02))
    speak(face, sounds, 0.2, 0.2 + seconds)
    names = tuple(model.morphs)
    table = face.table(names)
    at_rest = np.ptp(rims(model)[0][:, 0])
    reached = []
    for weights in table:
        now = {name: float(w) for name, w in zip(names, weights, strict=True) if w > 1e-4}
        upper, _ = rims(model, **now)
        reached.append((gap(model, 0.0, 0.2, **now), np.ptp(upper[:, 0]) / at_rest))
    apart, wide = np.array(reached).T
    when = [round(at / 0.02) for at in moments(sounds, 0.2, 0.2 + seconds)]
    for shape, at in zip(shapes, when, strict=True):
        around = slice(max(0, at - 2), at + 3)
        if shape == "closed":
            assert apart[around].min() < 0
        elif shape == "lip_teeth":
            assert 0 < apart[around].min() < 0.0075
        elif shape.startswith(("round", "front")):
            assert wide[around].min() < 0.76
        elif shape == "open":
            assert apart[around].max() > 0.012
