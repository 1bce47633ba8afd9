"""Text as a command gets it: in the argument, from a file, or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from a11y.errors import KlarhandError


class UnreadableTextError(KlarhandError):
    """The text to read is not there or is no text."""

    def __init__(self, *, source: str, problem: str) -> None:
        super().__init__(
            "KH-TEXT-01",
            f"Cannot read {source}: {problem}.",
            "Give a UTF-8 text file, or - to read standard input.",
        )


def read_file(source: str) -> str:
    """The text of a file, or of standard input for ``-``. Raises UnreadableTextError."""
    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(source).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8"
        raise UnreadableTextError(source=source, problem=problem) from error
    except OSError as error:
        raise UnreadableTextError(source=source, problem=error.strerror or str(error)) from error


def read_text(source: str) -> str:
    """Like ``read_file``, but an argument that names no file is the text itself.

    What looks like a file name and is none is refused: nobody wants "brief.txt" finger-spelled.
    """
    if source == "-":
        return read_file(source)
    looks_like_file = " " not in source.strip() and Path(source).suffix in {".txt", ".md", ".html"}
    try:
        is_file = Path(source).is_file()
    except OSError:  # longer than a file name can be
        is_file = False
    return read_file(source) if is_file or looks_like_file else source
