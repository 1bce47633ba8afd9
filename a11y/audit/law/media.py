"""Probe a DGS video file: size, frame rate, length, background."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

import av
import numpy as np
import numpy.typing as npt

from a11y.audit.robots import fetch


@dataclass(slots=True)
class VideoLook:
    """What is wrong with a video, and what a person should look at."""

    fails: list[str] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)


def probe_video(url: str, *, around: str, insecure: bool = False) -> VideoLook:
    """Fetch and probe a video after BITV 2.0 Anlage 2 Teil 1. around: the text beside it."""
    look = VideoLook()
    answer = fetch(url, timeout=60, insecure=insecure)
    if answer.status != 200:
        look.fails.append(f"nicht abrufbar / cannot be fetched ({answer.problem or answer.status})")
        return look
    try:
        with av.open(io.BytesIO(answer.body), mode="r") as container:
            stream = container.streams.video[0]
            width, height = stream.codec_context.width, stream.codec_context.height
            rate = float(stream.average_rate or 0)
            frame = next(container.decode(stream), None)
            picture = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) if frame else None
    except (av.FFmpegError, IndexError, ValueError) as error:
        look.fails.append(f"nicht lesbar / cannot be read ({error})")
        return look
    if width < 320 or height < 240:
        look.fails.append(f"nur/only {width} × {height}")
    if rate < 24.9:
        look.fails.append(f"nur/only {rate:.1f} Bilder je Sekunde / frames a second")
    if not re.search(r"\d[\d.,]*\s?(MB|KB|kB|Megabyte)", around):
        look.reviews.append("Dateigröße nicht angegeben / size not stated")
    if not re.search(r"\d+:\d\d|\d+\s?(Min|Sek|min|sec)", around):
        look.reviews.append("Dauer nicht angegeben / duration not stated")
    if picture is not None and not _calm(picture):
        look.reviews.append("unruhiger Hintergrund / busy background")
    return look


def _calm(picture: npt.NDArray[np.uint8]) -> bool:
    """Is the upper left and right edge of the picture of one colour? (H, W, 3) uint8."""
    height, width = picture.shape[:2]
    strip = max(4, width // 12)
    edges = np.concatenate(
        [
            picture[: height // 2, :strip].reshape(-1, 3),
            picture[: height // 2, -strip:].reshape(-1, 3),
        ]
    )
    return float(edges.astype(float).std(axis=0).max()) < 22
