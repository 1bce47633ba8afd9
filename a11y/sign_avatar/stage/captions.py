"""WebVTT captions for a page's video: the German sentence while it is signed."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.segments import frame_count


def stamp(seconds: float) -> str:
    """``HH:MM:SS.mmm``."""
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _plain(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def captions(performances: Sequence[Performance], *, fps: int = 25) -> str:
    """VTT text with one cue per sentence; times are those of the joined video.

    What is only shown (``SignMark.shown``: names, words without a sign) is set in brackets when the
    German does not contain it.
    """
    lines = ["WEBVTT", "", "NOTE Sprache: Deutsch", ""]
    start = 0.0
    for number, performance in enumerate(performances, 1):
        end = start + frame_count(performance, fps=fps) / fps
        text = _plain(performance.german)
        shown = [
            m.shown for m in performance.marks if m.shown and m.shown not in performance.german
        ]
        if shown:
            text = f"{text} [{_plain(', '.join(dict.fromkeys(shown)))}]".strip()
        if text:
            lines += [str(number), f"{stamp(start)} --> {stamp(end)}", text, ""]
        start = end
    return "\n".join(lines)
