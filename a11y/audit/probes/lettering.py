"""Is there text in a picture? Letters are many small blobs of one colour, of like height, in rows.

No recognition: what the picture says is not read, only that it looks like lines of letters. That is
enough to ask a person, and pictures of things rarely look like that.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from a11y.audit.errors import PageNotTested
from a11y.audit.probes.observe import Observation
from a11y.audit.probes.pixels import luminance
from a11y.audit.probes.scene import Scene, capture
from a11y.audit.probes.scripts import script

_MOST = 8
_LEAST_LETTERS = 8


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: image-text."""
    seen = []
    for image in scene.js(script("lettering-images"))[:_MOST]:
        if not image["written"]:
            try:
                picture = Image.open(io.BytesIO(capture(scene.browser, image["box"])))
            except PageNotTested:
                continue
            if letters_in(picture) < _LEAST_LETTERS:
                continue
        seen.append(scene.see("text", image["selector"], name=image["name"]))
    return seen


def letters_in(picture: Image.Image) -> int:
    """How many blobs stand in rows as letters do; 0 for pictures without such rows."""
    shades = luminance(np.asarray(picture.convert("RGB")))
    ground = float(np.median(shades))
    return max(_in_rows(shades > ground + 0.25), _in_rows(shades < ground - 0.12))


def _in_rows(ink: npt.NDArray[np.bool_]) -> int:
    if not 0.005 < float(ink.mean()) < 0.4:
        return 0
    labels, count = ndimage.label(ink, structure=np.ones((3, 3)))
    if not _LEAST_LETTERS <= count <= 4000:
        return 0
    boxes: list[tuple[float, float, float]] = []  # middle, height, left
    for rows, columns in ndimage.find_objects(labels):
        height, width = rows.stop - rows.start, columns.stop - columns.start
        if 6 <= height <= 120 and 1 <= width <= 2.5 * height:
            boxes.append(((rows.start + rows.stop) / 2, height, columns.start))
    best = 0
    for middle, height, _ in boxes:
        row: list[Any] = [
            box
            for box in boxes
            if abs(box[0] - middle) < 0.4 * height and 0.5 < box[1] / height < 1.8
        ]
        lefts = sorted(box[2] for box in row)
        gaps = np.diff(lefts)
        # Letters follow each other closely; bars and dots of a diagram stand apart.
        close = int((gaps < 2.2 * height).sum()) + 1 if len(gaps) else 0
        # … and are not all alike, as the dashes of a line are.
        varied = len({round(box[1]) for box in row}) > 1
        best = max(best, close if varied else 0)
    return best
