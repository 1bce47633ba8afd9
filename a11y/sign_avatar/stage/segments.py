"""Sentence by sentence: cache keys, clips, and joining segments without a re-encode."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av

from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.stage.encode import FORMATS, atomic
from a11y.sign_avatar.stage.errors import SegmentsDifferError


def _version() -> str:
    """Hash of what decides how a performance looks: the code of body and stage."""
    wing = Path(__file__).resolve().parent.parent
    hasher = hashlib.sha256()
    for source in sorted(
        [
            wing / "picture.py",
            *wing.glob("body/*.py"),
            *wing.glob("stage/*.py"),
            *wing.glob("stage/glsl/*"),
        ]
    ):
        hasher.update(source.read_bytes())
    return hasher.hexdigest()[:12]


RENDERER_VERSION = _version()
"""Changes with every edit that could change light, camera, encoding or the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A finished video file. duration in seconds, size in pixels (square), bytes on disk."""

    path: Path
    duration: float
    frames: int
    fps: int
    size: int
    format: str
    bytes: int


def segment_key(
    content: Performance | SignedSentence,
    *,
    rig: str = "",
    signer: str = "",
    background: str = "",
    size: int = 720,
    fps: int = 25,
    format: str = "mp4",
) -> str:
    """Name (32 hex digits) under which a rendered segment may be kept.

    Two equal contents with equal choices give the same key; any change that could show gives
    another. ``rig`` is ``Rig.digest``. For a SignedSentence add the lexicon's digest to ``rig``.
    """
    choices = {
        "renderer": RENDERER_VERSION,
        "rig": rig,
        "signer": signer,
        "background": background,
        "size": size,
        "fps": fps,
        "format": format,
        "kind": type(content).__name__,
    }
    hasher = hashlib.sha256(json.dumps(choices, sort_keys=True).encode())
    if isinstance(content, Performance):
        head = [list(content.joints), list(content.morphs)]
        hasher.update(json.dumps(head).encode())
        for array in (content.times, content.rotations, content.weights):
            hasher.update((array.round(5) + 0.0).astype("<f4").tobytes())
    else:
        hasher.update(json.dumps(content.to_dict(), sort_keys=True).encode())
    return hasher.hexdigest()[:32]


def frame_count(performance: Performance, *, fps: int) -> int:
    """Frames of a clip: at 0, 1/fps … and the last one at rest."""
    return max(2, round(performance.duration * fps) + 1)


def probe(path: Path) -> Clip:
    """Read a clip's facts from the file."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        rate = int(stream.average_rate or 25)
        frames = sum(1 for packet in container.demux(stream) if packet.size)
        name = "webm" if "webm" in container.format.name else "mp4"
        size = int(stream.codec_context.width)
    return Clip(
        path=path, duration=frames / rate, frames=frames, fps=rate, size=size, format=name,
        bytes=path.stat().st_size,
    )  # fmt: skip


def join(clips: Sequence[Clip | Path], out: Path) -> Clip:
    """Put segments one after the other by copying their packets; nothing is decoded.

    Raises SegmentsDifferError when one was encoded differently, DiskFullError.
    """
    if not clips:
        raise ValueError("nothing to join")
    paths = [clip.path if isinstance(clip, Clip) else clip for clip in clips]
    with atomic(out) as beside:
        _copy(paths, beside)
    return probe(out)


def _copy(paths: Sequence[Path], beside: Path) -> None:
    form = next(f for f in FORMATS.values() if f.suffix == paths[0].suffix)
    with av.open(str(beside), "w", format=form.container, options=dict(form.muxer)) as target:
        stream: Any = None
        reference: tuple[object, ...] = ()
        offset = 0
        for path in paths:
            with av.open(str(path)) as source:
                given = source.streams.video[0]
                context = given.codec_context
                facts = (context.name, context.width, context.height, given.average_rate,
                         context.extradata, given.time_base)  # fmt: skip
                if stream is None:
                    # opaque: AV1 is decoded by another library than encodes it; we do neither.
                    stream = target.add_stream_from_template(given, opaque=True)
                    reference = facts
                elif facts != reference:
                    raise SegmentsDifferError(path)
                rate, base = given.average_rate, given.time_base
                if rate is None or base is None:
                    raise SegmentsDifferError(path)
                tick = round(1 / (rate * base))
                count = 0
                for packet in source.demux(given):
                    if not packet.size or packet.pts is None:
                        continue
                    # Matroska rounds times to milliseconds: count frames instead of adding.
                    packet.pts = packet.dts = round((offset + count) / (rate * base))
                    packet.duration = tick
                    packet.stream = stream
                    target.mux(packet)
                    count += 1
                offset += count
