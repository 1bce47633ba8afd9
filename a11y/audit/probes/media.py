"""Videos on a page: what their files hold, and whether captions and a description go with them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from a11y.audit.probes.observe import Observation, tools
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

_MOST = 6
_LISTEN_SECONDS = 20.0
_SILENT = 0.003  # of full scale


@dataclass(frozen=True, slots=True)
class Sound:
    """known: could the file be read? heard: does it hold sound that is not silence?"""

    known: bool
    heard: bool = False


@functools.lru_cache(maxsize=512)
def sound_of(url: str) -> Sound:
    """Does a media file sound within its first seconds? Reads no more of it than that takes."""
    try:
        with av.open(url, timeout=(5.0, 10.0)) as container:
            if not container.streams.audio:
                return Sound(known=bool(container.streams.video))
            for frame in container.decode(container.streams.audio[0]):
                if _loudest(frame.to_ndarray()) > _SILENT:
                    return Sound(known=True, heard=True)
                if frame.time is not None and frame.time > _LISTEN_SECONDS:
                    break
            return Sound(known=True)
    except (av.FFmpegError, OSError, ValueError):
        return Sound(known=False)


def _loudest(samples: npt.NDArray[Any]) -> float:
    """The largest deviation from rest, as a share of full scale."""
    if not samples.size:
        return 0.0
    values = samples.astype(np.float64)
    if samples.dtype.kind == "f":
        return float(np.abs(values).max())
    full = float(2 ** (8 * samples.dtype.itemsize - 1))
    rest = full if samples.dtype.kind == "u" else 0.0
    return float(np.abs(values - rest).max()) / full


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: captions."""
    seen: list[Observation] = []
    found = scene.browser.js_async(
        "const done = arguments[arguments.length - 1];\n"
        f"(async () => {{ {tools()}\n{script('media-videos')} }})()"
        ".then(done, error => done([]));"
    )
    for video in found[:_MOST]:
        seen += _one(scene, video)
    return seen


def _one(scene: Scene, video: dict[str, Any]) -> list[Observation]:
    selector = video["selector"]
    broken = [
        scene.see("track", selector, src=track["src"], why=track["why"])
        for track in video["tracks"]
        if track["why"]
    ]
    sound = sound_of(video["src"]) if video["src"].startswith("http") else Sound(known=False)
    if sound.known and not sound.heard:
        return broken
    seen = list(broken)
    if not video["tracks"]:
        key = "unknown" if not sound.known or video["open"] else "captions"
        seen.append(scene.see(key, selector))
    if sound.heard and not video["described"]:
        seen.append(scene.see("description", selector))
    return seen
