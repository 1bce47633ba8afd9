"""The stage: a signer in front of a background, drawn frame by frame."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.sign_avatar.body import DEFAULT_SIGNER, glb_path
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import Framing, framing_for
from a11y.sign_avatar.stage.backends import Canvas, open_canvas
from a11y.sign_avatar.stage.look import (
    DEFAULT_BACKGROUND,
    background_pixels,
)
from a11y.sign_avatar.stage.look import (
    background as find_background,
)
from a11y.sign_avatar.stage.model import Model, load_model
from a11y.sign_avatar.stage.skinning import Skinner

Pixels = NDArray[np.uint8]


class Stage:
    """Draws performances; keeps body and buffer between pictures. A context manager.

    size: edge of the square picture in pixels. background: a name of ``look.BACKGROUNDS`` or
    ``auto``.
    signer: who signs. backend: ``gl``, ``software`` or None for the first that works.
    framing: camera; by default the whole signing space. Textures are as fine as it shows them, so
    whoever will ``aim`` nearer names the nearest framing first. glb: another body file.
    """

    def __init__(
        self,
        *,
        size: int = 720,
        background: str = DEFAULT_BACKGROUND,
        signer: str = DEFAULT_SIGNER,
        backend: str | None = None,
        framing: Framing | None = None,
        glb: Path | None = None,
    ) -> None:
        model = load_model(glb or glb_path(signer=signer))
        self.model: Model = model.without_textures()
        self._skinner = Skinner(self.model)
        self._canvas: Canvas = open_canvas(
            model,
            size=size,
            backdrop=background_pixels(find_background(background, signer=signer), size),
            framing=framing or framing_for(float(self.model.rest[:, 1].max())),
            backend=backend,
        )
        self.size = size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def backend(self) -> str:
        """Which back end draws: ``gl`` or ``software``."""
        return self._canvas.backend

    def close(self) -> None:
        self._canvas.close()

    def aim(self, framing: Framing) -> None:
        """Point the camera elsewhere."""
        self._canvas.aim(framing)

    def show(self, *parts: str) -> None:
        """Draw only these parts of the body (``head``, ``hands``, ``top`` …); none: all."""
        self._canvas.show(parts or None)

    def still(self, performance: Performance, time: float) -> Pixels:
        """RGB picture (size, size, 3) of the performance at ``time`` seconds."""
        drawn = Image.fromarray(self.frame(performance, time)[..., 2::-1])
        edge = (self.size, self.size)
        return np.array(drawn.resize(edge, Image.Resampling.BOX))

    def frame(self, performance: Performance, time: float) -> Pixels:
        """What was drawn, for an encoder that scales it: BGRX (edge, edge, 4) with more pixels than
        ``size``; valid until the next frame."""
        rotations, weights = performance.sample(time)
        morphs = dict(zip(performance.morphs, map(float, weights), strict=True))
        vertices = self._skinner.pose(performance.joints, rotations, morphs)
        return self._canvas.draw(vertices)
