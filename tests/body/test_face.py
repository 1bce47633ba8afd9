"""Eyes, lids and the seam between neck and collar, as viewers see them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial import cKDTree

from a11y.sign_avatar import body, lexicon, motion
from a11y.sign_avatar.body.eyes import IRIS
from a11y.sign_avatar.body.gaze import LOOK_DOWN, LOOK_UP
from a11y.sign_avatar.body.mesh import boundary_edges
from a11y.sign_avatar.motion import nonmanual
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.score import Tier
from a11y.sign_avatar.stage.model import Model, load_model
from a11y.sign_avatar.stage.skinning import Skinner

SIGNERS = sorted(body.SIGNERS)


def both(**weights: float) -> dict[str, float]:
    return {f"{name}{side}": w for name, w in weights.items() for side in ("Left", "Right")}


def part(model: Model, name: str, points: np.ndarray) -> np.ndarray:
    piece = next(piece for piece in model.pieces if piece.name == name)
    return points[piece.start : piece.stop]


def moved(model: Model, weights: dict[str, float]) -> np.ndarray:
    points = model.rest[:, :3].astype(float)
    for name, weight in weights.items():
        morph = model.morphs[name]
        points[morph.rows] += weight * morph.offsets[:, :3]
    return points


def ball(model: Model) -> tuple[np.ndarray, float]:
    """Centre (3,) and radius of the left eye without its cornea, metres."""
    points = part(model, "eyeball.L", model.rest[:, :3].astype(float))
    centre = model.heads[model.names.index("eye.L")].astype(float)
    rim = np.abs(points[:, 2] - centre[2]) < 0.003
    middle = np.array([*(points[rim].min(0) + points[rim].max(0))[:2] / 2, centre[2]])
    return middle, float(np.ptp(points[rim][:, 0])) / 2


def lid(face: np.ndarray, centre: np.ndarray, radius: float) -> float:
    """Height of the upper lid's edge over the pupil."""
    near = np.abs(face[:, 0] - centre[0]) < 0.002
    near &= np.abs(face[:, 1] - centre[1]) < 0.8 * radius
    near &= face[:, 2] > centre[2] + 0.75 * radius
    # The gap between the lids is the widest one in this column.
    heights = np.sort(face[near][:, 1])
    widest = int(np.argmax(np.diff(heights)))
    return float(heights[widest + 1])


@pytest.mark.parametrize("signer", SIGNERS)
def test_at_rest_the_upper_lid_covers_a_little_of_the_iris(signer: str) -> None:
    model = load_model(body.glb_path(signer=signer))
    centre, radius = ball(model)
    still = part(model, "face", moved(model, {}))
    covered = centre[1] + IRIS * radius - lid(still, centre, radius)
    assert 0.0010 < covered < 0.0042
    assert 0.0057 < IRIS * radius < 0.0066  # a person's is 5.9 mm


@pytest.mark.parametrize("signer", SIGNERS)
@pytest.mark.parametrize(
    "weights",
    [
        both(eyeSquint=1.0, cheekSquint=0.6, browDown=0.25),
        both(cheekSquint=1.0),
        both(eyeLookDown=0.6, eyeBlink=0.08),
    ],
    ids=["squint", "cheeks", "down"],
)
def test_no_eyeball_comes_through_the_skin(signer: str, weights: dict[str, float]) -> None:
    model = load_model(body.glb_path(signer=signer))
    centre, radius = ball(model)
    before = part(model, "face", moved(model, {})) - centre
    after = part(model, "face", moved(model, weights)) - centre
    outside = (np.linalg.norm(before, axis=1) > radius + 0.0004) & (before[:, 2] > 0)
    ahead = outside & (after[:, 2] > 0.2 * radius)
    assert np.linalg.norm(after[ahead], axis=1).min() > radius - 0.0003


@pytest.mark.parametrize("signer", SIGNERS)
@pytest.mark.parametrize("gloss", ["ALLE1", "INDEX3a"])
def test_no_skin_comes_through_the_cloth_beside_the_collar(signer: str, gloss: str) -> None:
    rig = body.load_rig(signer=signer)
    model = load_model(body.glb_path(signer=signer))
    done = motion.perform_notation(lexicon.load().entries[gloss].hamnosys, rig=rig)
    mark = done.marks[0]
    turns, weights = done.sample(mark.start + 0.8 * (mark.end - mark.start))
    morphs = dict(zip(done.morphs, map(float, weights), strict=True))
    posed = Skinner(model).pose(done.joints, turns, morphs)
    neck = next(piece for piece in model.pieces if piece.name == "neck")
    corners = posed[:, :3][neck.start + neck.triangles.astype(np.int64)]
    shares = np.array([(a, b, 6 - a - b) for a in range(7) for b in range(7 - a)]) / 6
    skin = np.einsum("sk,tkc->tsc", shares, corners).reshape(-1, 3)
    sheet = part(model, "top", posed)
    away, nearest = cKDTree(sheet[:, :3]).query(skin)
    over = ((skin - sheet[nearest, :3]) * sheet[nearest, 3:]).sum(1)
    # Skin inside the neckline is beside the sheet, not over it.
    beside = np.sqrt(np.clip(away**2 - over**2, 0, None)) > 0.003
    assert over[~beside].max() < 0.0005


@pytest.mark.parametrize("signer", SIGNERS)
@pytest.mark.parametrize("degrees", [-24.0, -17.0, -8.0, 8.0, 15.0])
def test_lids_follow_the_eye(signer: str, degrees: float) -> None:
    """The upper lid keeps its place on the iris, the lower one goes down with a look down."""
    model = load_model(body.glb_path(signer=signer))
    centre, radius = ball(model)
    down, up = max(0.0, -degrees / LOOK_DOWN), max(0.0, degrees / LOOK_UP)
    weights = both(eyeLookDown=down, eyeLookUp=up)
    skin, still = part(model, "face", moved(model, weights)), part(model, "face", moved(model, {}))
    at_rest = centre[1] + radius * IRIS - lid(still, centre, radius)
    covered = (
        centre[1]
        + radius * np.sin(np.radians(degrees) + np.arcsin(IRIS))
        - lid(skin, centre, radius)
    )
    assert abs(covered - at_rest) < 0.0022
    sunk = lower_lid(still, centre, radius) - lower_lid(skin, centre, radius)
    if degrees < 0:
        assert sunk > 0.00005 * -degrees
    else:
        assert sunk < 0


def lower_lid(face: np.ndarray, centre: np.ndarray, radius: float) -> float:
    """Height of the lower lid's edge under the pupil."""
    near = np.abs(face[:, 0] - centre[0]) < 0.002
    near &= np.abs(face[:, 1] - centre[1]) < 0.8 * radius
    near &= face[:, 2] > centre[2] + 0.6 * radius
    heights = np.sort(face[near][:, 1])
    return float(heights[int(np.argmax(np.diff(heights)))])


@pytest.mark.parametrize("signer", SIGNERS)
def test_lids_meet_when_the_eye_shuts(signer: str) -> None:
    """The lower one comes a little way, and no white is left between them."""
    model = load_model(body.glb_path(signer=signer))
    centre, radius = ball(model)
    still = part(model, "face", moved(model, {}))
    shut = part(model, "face", moved(model, both(eyeBlink=1.0)))
    front = (np.abs(still[:, 0] - centre[0]) < 0.003) & (still[:, 2] > centre[2] + 0.6 * radius)
    upper, lower = (
        front & (np.abs(still[:, 1] - height) < 0.001)
        for height in (lid(still, centre, radius), lower_lid(still, centre, radius))
    )
    assert still[upper, 1].mean() - still[lower, 1].mean() > 0.007
    assert shut[upper, 1].mean() < shut[lower, 1].mean()
    assert (shut - still)[lower, 1].mean() > 0.0008


@pytest.mark.parametrize("signer", SIGNERS)
def test_the_neck_has_no_holes(signer: str) -> None:
    """A gap of a few triangles, seen when the live view is turned."""
    model = load_model(body.glb_path(signer=signer))
    pieces = [piece for piece in model.pieces if piece.name in ("face", "neck")]
    triangles = np.concatenate([piece.start + piece.triangles.astype(int) for piece in pieces])
    points = model.rest[:, :3].astype(float)
    _, first, welded = np.unique(
        np.round(points[triangles.ravel()], 5), axis=0, return_index=True, return_inverse=True
    )
    edges = points[triangles.ravel()[first]][boundary_edges(welded.reshape(-1, 3))].mean(1)
    rig = body.load_rig(signer=signer)
    axis = rig.heads[rig.index("neck01")]
    edges = edges[(edges[:, 1] < rig.landmarks["chin"].position[1])]
    edges = edges[np.abs(edges[:, 0]) < 0.2]
    collar = part(model, "collar", points)
    turn = [np.arctan2(*(p - axis)[:, [0, 2]].T) for p in (edges, collar)]
    apart = np.abs((turn[0][:, None] - turn[1] + np.pi) % (2 * np.pi) - np.pi)
    rim = np.where(apart < np.radians(12), collar[:, 1], -np.inf).max(axis=1)
    assert len(edges) > 60, "the edge under the top"
    assert (edges[:, 1] - rim).max() < 0


@pytest.mark.parametrize("signer", SIGNERS)
def test_brows_of_a_question_come_down_at_their_inner_ends(signer: str) -> None:
    """Brows that come down as far at their outer ends look worried."""
    model = load_model(body.glb_path(signer=signer))
    asking = Face(np.arange(0, 2, 0.02))
    nonmanual.apply(asking, Tier.BROWS, "lowered", 0.5, 1.5)
    names = tuple(model.morphs)
    weights = dict(zip(names, asking.table(names)[50].tolist(), strict=True))
    still, lowered = (part(model, "face", moved(model, w)) for w in ({}, weights))
    brow = np.array(body.load_rig(signer=signer).landmarks["eyebrow.L"].position)
    along = (np.abs(still[:, 1] - brow[1]) < 0.008) & (still[:, 2] > brow[2] - 0.04)
    drop = still[:, 1] - lowered[:, 1]
    inner, outer = (
        drop[along & (still[:, 0] > low) & (still[:, 0] < low + 0.008)].mean()
        for low in (0.008, 0.048)
    )
    assert inner > 0.004
    assert inner > 1.3 * outer
