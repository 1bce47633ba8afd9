"""The stage: performances become pictures, videos, captions.

``render`` draws one sentence to one file, in processes of its own; ``join`` puts sentences together
without a re-encode; ``captions`` writes the VTT; ``poster`` one still, and ``best_of`` says when it
is best taken. ``Stage`` draws in this process (tools, benches).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from a11y.sign_avatar.stage.captions import captions
from a11y.sign_avatar.stage.encode import Rendition
from a11y.sign_avatar.stage.look import BACKGROUNDS, DEFAULT_BACKGROUND
from a11y.sign_avatar.stage.moment import Moment, best_moment, best_of
from a11y.sign_avatar.stage.render import Choices, Copy, RenderPool, poster, render
from a11y.sign_avatar.stage.segments import RENDERER_VERSION, Clip, join, probe, segment_key

if TYPE_CHECKING:
    from a11y.sign_avatar.stage.stage import Stage

__all__ = [
    "BACKGROUNDS",
    "DEFAULT_BACKGROUND",
    "RENDERER_VERSION",
    "Choices",
    "Clip",
    "Copy",
    "Moment",
    "RenderPool",
    "Rendition",
    "Stage",
    "best_moment",
    "best_of",
    "captions",
    "join",
    "poster",
    "probe",
    "render",
    "segment_key",
]


def __getattr__(name: str) -> Any:
    """``Stage`` is imported late: it loads Panda3D into the process."""
    if name == "Stage":
        from a11y.sign_avatar.stage.stage import Stage

        return Stage
    raise AttributeError(name)
