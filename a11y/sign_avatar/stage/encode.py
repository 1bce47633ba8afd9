"""Frames → a video file, atomically, with settings under which segments join without a re-encode.

Every segment of one format and size has the same parameters, begins with a key frame (closed
groups of pictures, no B frames) and a constant frame rate. Colours are BT.709, limited range.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
import av.error
import numpy as np
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from a11y.sign_avatar.stage.errors import DiskFullError, NotWritableError, UnknownChoiceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A size in pixels (square) and a format (``mp4``, ``webm``) in which films are offered."""

    size: int
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A container and codec. ``options`` go to the encoder as they are."""

    name: str
    suffix: str
    container: str
    codec: str
    options: tuple[tuple[str, str], ...]
    muxer: tuple[tuple[str, str], ...] = ()


FORMATS = {
    f.name: f
    for f in (
        Format(
            name="mp4",
            suffix=".mp4",
            container="mp4",
            codec="libx264",
            options=(
                ("preset", "veryfast"),
                # Motion to a quarter pixel by absolute differences alone: a third less to compute,
                # and at this rate as many bytes and as like the frames (SSIM) as with crf 21.
                ("crf", "21.5"),
                ("profile", "high"),
                (
                    "x264-params",
                    "bframes=0:open-gop=0:keyint=50:min-keyint=25:scenecut=0:threads=2:subme=1",
                ),
            ),
            muxer=(("movflags", "+faststart"),),
        ),
        Format(
            name="webm",
            suffix=".webm",
            container="webm",
            codec="libsvtav1",
            options=(
                ("preset", "10"),
                ("crf", "38"),
                ("g", "50"),
                ("svtav1-params", "lp=2:scd=0"),
            ),
            # No random number of its own in every file: the same film is the same bytes.
            muxer=(("fflags", "+bitexact"),),
        ),
    )
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def video_format(name: str) -> Format:
    """The format of that name; raises UnknownChoiceError."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownChoiceError("video format", name, tuple(FORMATS)) from None


@contextlib.contextmanager
def atomic(out: Path) -> Iterator[Path]:
    """A path beside ``out`` to write to; moved to ``out`` on success, removed on any failure.

    A full disk becomes DiskFullError, a folder that cannot be written NotWritableError.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritableError(out.parent, error.strerror or str(error)) from error
    beside = out.with_name(f".{out.stem}.{os.getpid()}.part{out.suffix}")
    try:
        yield beside
        beside.replace(out)
    except OSError as error:  # PyAV's errors are OSErrors too
        if error.errno in _FULL:
            raise DiskFullError(out) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.EISDIR):
            raise NotWritableError(out, error.strerror or str(error)) from error
        raise
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


class Encoder:
    """Writes square frames to ``path``, scaled to ``size``. A context manager; leaving it
    finishes."""

    def __init__(self, path: Path, *, size: int, fps: int, form: Format) -> None:
        self._container: Any = av.open(
            str(path), "w", format=form.container, options=dict(form.muxer)
        )
        stream: Any = self._container.add_stream(form.codec, rate=fps)
        stream.width = stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, fps)
        stream.codec_context.options = dict(form.options)
        stream.codec_context.thread_count = 2
        stream.codec_context.color_range = 1
        stream.codec_context.colorspace = 1
        stream.codec_context.color_primaries = 1
        stream.codec_context.color_trc = 1
        self._scaler = VideoReformatter()
        self._stream = stream
        self._next = 0

    def __enter__(self) -> Self:
        return self

    def add(self, picture: NDArray[np.uint8]) -> None:
        """Encode the next frame: RGB (edge, edge, 3) or BGRX (edge, edge, 4)."""
        form = "rgb24" if picture.shape[2] == 3 else "bgra"
        # Neither copied nor scaled by a scaler (and threads of its own) made anew for each frame.
        drawn = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(picture), format=form)
        frame = self._scaler.reformat(
            drawn, width=self._stream.width, height=self._stream.height, format="yuv420p",
            src_colorspace=5, dst_colorspace=1, interpolation="AREA", threads=1,
        )  # fmt: skip
        frame.pts = self._next
        self._next += 1
        for packet in self._stream.encode(frame):
            self._container.mux(packet)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                for packet in self._stream.encode():
                    self._container.mux(packet)
        finally:
            # After a failed write the trailer fails too; the first error is the one to tell.
            if kind is None:
                self._container.close()
            else:
                with contextlib.suppress(OSError):
                    self._container.close()
