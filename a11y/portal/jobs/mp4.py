"""Looks into finished videos with PyAV: length, size, a still."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFacts:
    """seconds; width and height in pixels."""

    seconds: float
    width: int
    height: int


def probe(path: Path) -> VideoFacts:
    """Facts of the first video stream."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        if stream.duration is not None and stream.time_base is not None:
            seconds = float(stream.duration * stream.time_base)
        else:
            seconds = (container.duration or 0) / av.time_base
        return VideoFacts(seconds=seconds, width=stream.width, height=stream.height)


def still(path: Path, out: Path, *, at: float) -> None:
    """The frame shown at ``at`` seconds (or the last one) as JPEG."""
    with av.open(str(path)) as container:
        frame = None
        for frame in container.decode(video=0):
            if frame.time is not None and frame.time >= at:
                break
        if frame is None:
            raise ValueError(f"{path} holds no frame")
        picture = Image.fromarray(frame.to_ndarray(format="rgb24"))
        picture.save(out, quality=88, optimize=True)
