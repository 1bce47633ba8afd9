"""How far sleeves stand out from what of the top lies behind them, measured on drawn pixels.

Sleeves and trunk are of one cloth: where a forearm lies before the belly, light alone tells them
apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.sign_avatar.body import glb_path
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import framing_for
from a11y.sign_avatar.stage.backends import Canvas, canvas
from a11y.sign_avatar.stage.look import background, background_pixels
from a11y.sign_avatar.stage.model import Model, Piece, load_model
from a11y.sign_avatar.stage.skinning import Skinner
from a11y.sign_avatar.stage.textures import plain

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]

_REACH = 3
"""Pixels on either side of an edge whose mean is compared."""
_JOINED = 0.07
"""Metres from the elbow within which upper and lower arm are one surface and no edge."""
_LUMA = np.array([0.2126, 0.7152, 0.0722])
# Pure colours that no skin and no background has: trunk, then upper and lower arm of both sides.
_MARKS = ((0, 0, 255), (255, 0, 0), (0, 255, 0), (255, 0, 255), (0, 255, 255))


def arm_steps(
    moments: Iterable[tuple[Performance, float]],
    *,
    signer: str,
    ground: str = "auto",
    backend: str | None = None,
    size: int = 720,
) -> list[Floats]:
    """Of each (performance, seconds) the steps in luma (N,), 0–255, from just inside the outline of
    a sleeve to just outside, wherever trunk or another part of an arm lies behind.

    Raises UnknownSignerError, UnknownChoiceError, NoRendererError, BodyMissingError.
    """
    model = load_model(glb_path(signer=signer))
    marked = replace(model, pieces=_marked(model))
    skinner = Skinner(model)
    options: dict[str, Any] = {
        "size": size,
        "backdrop": background_pixels(background(ground, signer=signer), size),
        "framing": framing_for(float(model.rest[:, 1].max())),
        "backend": backend,
    }
    out = []
    with canvas(model, **options) as plain, canvas(marked, **options) as told:
        for performance, time in moments:
            rotations, weights = performance.sample(time)
            morphs = dict(zip(performance.morphs, map(float, weights), strict=True))
            vertices = skinner.pose(performance.joints, rotations, morphs)
            out.append(_steps(_picture(plain, vertices, size), _labels(told, vertices, size)))
    return out


def _picture(drawn: Canvas, vertices: NDArray[np.float32], size: int) -> Pixels:
    image = Image.fromarray(drawn.draw(vertices)[..., 2::-1])
    return np.array(image.resize((size, size), Image.Resampling.BOX))


def _labels(drawn: Canvas, vertices: NDArray[np.float32], size: int) -> NDArray[np.int64]:
    """(size, size): 0 nothing of these, 1 trunk, then as in ``_MARKS``."""
    pixels = _picture(drawn, vertices, size).astype(int)
    out = np.zeros(pixels.shape[:2], np.int64)
    for number, mark in enumerate(_MARKS, 1):
        on = np.array(mark) > 0
        pure = (pixels[..., on] > 24).all(-1) & (pixels[..., ~on] < 6).all(-1)
        out[pure] = number
    return out


def _steps(picture: Pixels, labels: NDArray[np.int64]) -> Floats:
    luma = picture @ _LUMA
    found = []
    for turned in (False, True):
        names, light = (labels.T, luma.T) if turned else (labels, luma)
        rows, columns = np.nonzero(
            (names[:, :-1] != names[:, 1:]) & (names[:, :-1] * names[:, 1:] > 0)
        )
        inside = (columns >= _REACH - 1) & (columns < names.shape[1] - _REACH)
        rows, columns = rows[inside], columns[inside]
        here = np.stack([columns - k for k in range(_REACH)], 1)
        there = np.stack([columns + 1 + k for k in range(_REACH)], 1)
        r = rows[:, None]
        # Slivers, and seams where three parts meet, are no outline.
        whole = (names[r, here] == names[r, here[:, :1]]).all(1)
        whole &= (names[r, there] == names[r, there[:, :1]]).all(1)
        found.append(np.abs(light[r, here].mean(1) - light[r, there].mean(1))[whole])
    return np.concatenate(found)


def _marked(model: Model) -> tuple[Piece, ...]:
    """The model's pieces with trunk, upper and lower sleeves apart, each of a colour of its own."""
    (top,) = (piece for piece in model.pieces if piece.name == "top")
    rows = slice(top.start, top.stop)
    rest = model.rest[rows, :3]

    def share(prefix: str, side: str) -> NDArray[np.float32]:
        mine = [k for k, n in enumerate(model.names) if n.startswith(prefix) and n.endswith(side)]
        return np.asarray(model.weights[rows][:, mine].sum(1))

    kinds = np.full(len(rest), -1)
    arms = sum(share(name, side) for name in ("upperarm", "lowerarm") for side in "LR")
    kinds[np.asarray(arms) < 0.05] = 0
    for number, side in enumerate("LR"):
        elbow = model.heads[model.names.index(f"lowerarm01.{side}")]
        free = np.linalg.norm(rest - elbow, axis=1) > _JOINED
        kinds[(share("upperarm02", side) > 0.5) & free] = 1 + 2 * number
        kinds[(share("lowerarm", side) > 0.5) & free] = 2 + 2 * number
    corners = kinds[top.triangles]
    pieces = [piece for piece in model.pieces if piece is not top]
    of_one = (corners == corners[:, :1]).all(1)
    for kind in (-1, *range(len(_MARKS))):
        mine = of_one & (corners[:, 0] == kind) if kind >= 0 else ~of_one | (corners[:, 0] < 0)
        colour = _MARKS[kind] if kind >= 0 else (0, 0, 0)
        pieces.append(
            replace(
                top, name=f"top {kind}", triangles=top.triangles[mine], texture=plain(colour),
                colour=(1.0, 1.0, 1.0, 1.0),
            )
        )  # fmt: skip
    return tuple(pieces)
