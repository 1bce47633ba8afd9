"""WebVTT of films: one cue a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any


def webvtt(sentences: Sequence[dict[str, Any]]) -> str:
    """Captions: one cue a sentence."""
    cues = [
        f"{number}\n{clock(line['start'])} --> {clock(line['end'])}\n{plain(line['deutsch'])}"
        for number, line in enumerate(sentences, 1)
    ]
    return "WEBVTT\nLanguage: de\n\n" + "\n\n".join(cues) + "\n"


def plain(text: str) -> str:
    """One line that holds no markup."""
    return escape(" ".join(text.split()), quote=False)


def clock(seconds: float) -> str:
    """``HH:MM:SS.mmm``."""
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
