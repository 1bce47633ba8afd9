"""Probe a DGS video file: size, frame rate, length, background, and what is said about it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

import av
import numpy as np
import numpy.typing as npt

from a11y.audit.findings import Text
from a11y.audit.robots import fetch

Picture = npt.NDArray[np.uint8]


@dataclass(slots=True)
class VideoLook:
    """What is wrong with a video, and what a person should look at."""

    fails: list[Text] = field(default_factory=list)
    reviews: list[Text] = field(default_factory=list)


def probe_video(url: str, *, around: str, insecure: bool = False) -> VideoLook:
    """Fetch and probe a video after BITV 2.0 Anlage 2 Teil 1. around: the text beside it."""
    look = VideoLook()
    answer = fetch(url, timeout=60, insecure=insecure)
    if answer.status != 200:
        why = answer.problem or answer.status
        look.fails.append(Text(f"nicht abrufbar ({why})", f"cannot be fetched ({why})"))
        return look
    try:
        with av.open(io.BytesIO(answer.body), mode="r") as container:
            stream = container.streams.video[0]
            width, height = stream.codec_context.width, stream.codec_context.height
            rate = float(stream.average_rate or 0)
            seconds = float(container.duration or 0) / av.time_base
            pictures = _first_and_last(container, stream)
    except (av.FFmpegError, IndexError, ValueError) as error:
        look.fails.append(Text(f"nicht lesbar ({error})", f"cannot be read ({error})"))
        return look
    if width < 320 or height < 240:
        look.fails.append(Text(f"nur {width} × {height}", f"only {width} × {height}"))
    if rate < 24.9:
        said = f"{rate:.1f}"
        look.fails.append(
            Text(f"nur {said.replace('.', ',')} Bilder je Sekunde", f"only {said} frames a second")
        )
    look.reviews += _said(around, size=len(answer.body), seconds=seconds)
    look.reviews += _background(pictures)
    return look


def _first_and_last(
    container: av.container.InputContainer, stream: av.video.stream.VideoStream
) -> list[Picture]:
    """A picture from the beginning and one from near the end."""
    pictures = []
    frame = next(container.decode(stream), None)
    if frame is not None:
        pictures.append(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
    try:
        container.seek(int((container.duration or 0) * 0.8))
        frame = next(container.decode(stream), None)
    except av.FFmpegError:
        frame = None
    if frame is not None:
        pictures.append(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
    return pictures


_UNITS = {"k": 1e3, "m": 1e6, "g": 1e9}


def _said(around: str, *, size: int, seconds: float) -> list[Text]:
    """Are size and duration stated, and are they those of the file? One of each is compared."""
    found: list[Text] = []
    sizes = re.findall(r"(\d+(?:[.,]\d+)?)\s?([KkMG])i?(?:B\b|byte|egabyte)", around)
    if not sizes:
        found.append(Text("Dateigröße nicht angegeben", "size not stated"))
    elif len(sizes) == 1:
        stated = float(sizes[0][0].replace(",", ".")) * _UNITS[sizes[0][1].lower()]
        if not 0.7 < stated / max(size, 1) < 1.4 and abs(stated - size) > 100_000:
            real = f"{size / 1e6:.1f} MB"
            found.append(
                Text(
                    f"angegebene Größe stimmt nicht, es sind {real.replace('.', ',')}",
                    f"the stated size is wrong, it is {real}",
                )
            )
    times = [
        60 * int(minutes) + int(rest) for minutes, rest in re.findall(r"\b(\d+):(\d\d)\b", around)
    ]
    worded = re.sub(r"\d+:\d\d", " ", around)
    for number, unit in re.findall(r"(\d+)\s?(Min|Sek|min|sec)", worded):
        times.append(int(number) * (60 if unit.lower() == "min" else 1))
    if not times:
        found.append(Text("Dauer nicht angegeben", "duration not stated"))
    elif seconds and not any(abs(time - seconds) <= max(30, 0.4 * seconds) for time in times):
        found.append(
            Text(
                f"angegebene Dauer stimmt nicht, es sind {seconds:.0f} Sekunden",
                f"the stated duration is wrong, it is {seconds:.0f} seconds",
            )
        )
    return found


def _background(pictures: list[Picture]) -> list[Text]:
    """Calm, neither black nor white, and the same at the end as at the beginning."""
    if not pictures:
        return []
    edges = [_edges(picture).astype(float) for picture in pictures]
    found: list[Text] = []
    if edges[0].std(axis=0).max() >= 22:
        found.append(Text("unruhiger Hintergrund", "busy background"))
    elif edges[0].mean() > 247 or edges[0].mean() < 8:
        found.append(Text("schwarzer oder weißer Hintergrund", "black or white background"))
    moved = len(edges) == 2 and float(np.abs(edges[0] - edges[1]).mean()) > 20
    if moved and not found:
        found.append(Text("der Hintergrund verändert sich", "the background changes"))
    return found


def _edges(picture: Picture) -> Picture:
    """Pixels of the upper left and right edge. (H, W, 3) uint8 → (N, 3)."""
    height, width = picture.shape[:2]
    strip = max(4, width // 12)
    return np.concatenate(
        [
            picture[: height // 2, :strip].reshape(-1, 3),
            picture[: height // 2, -strip:].reshape(-1, 3),
        ]
    )
