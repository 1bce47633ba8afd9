"""The door to the signing half of the line: easy German → score → clip → page video.

The portal needs few functions of it and names them here. They are loaded when first used, so that
the portal serves its texts even where a part of the line is not installed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

from a11y.errors import KlarhandError
from a11y.portal.errors import TranslatorMissingError
from a11y.sign_avatar.lexicon import Entry
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.stage.encode import Rendition

Progress = Callable[[float], None]


class Translator(Protocol):
    """``a11y.translate``; every function is deterministic and caches by content."""

    def score(self, text: str, *, as_is: bool) -> tuple[SignedSentence, ...]: ...

    def gloss_line(self, sentence: SignedSentence) -> str: ...

    def corrected(self, sentence: SignedSentence, line: str) -> SignedSentence: ...

    def bracket_names(self) -> tuple[str, ...]: ...

    def signs(self) -> tuple[Entry, ...]: ...

    def perform(self, sentence: SignedSentence, *, signer: str) -> Performance: ...

    def clips(
        self,
        sentence: SignedSentence,
        out_dir: Path,
        *,
        renditions: Sequence[Rendition],
        signer: str,
        progress: Progress | None,
    ) -> tuple[Any, ...]: ...

    def telling_moment(
        self, sentences: Sequence[SignedSentence], *, signer: str
    ) -> tuple[int, float]: ...

    def join(self, clips: Sequence[Any], out: Path) -> Any: ...

    def renderer_version(self) -> str: ...


def translator() -> Translator:
    """The installed line. Raises TranslatorMissingError where it cannot be loaded."""
    try:
        return cast(Translator, importlib.import_module("a11y.translate"))
    except ImportError as error:
        raise TranslatorMissingError(f"The translation line cannot be loaded ({error}).") from error


def renderer_version() -> str:
    """Changes whenever the same score would be drawn differently; part of every video's key.

    "none" where nothing can be drawn.
    """
    try:
        return _renderer_version()
    except KlarhandError:
        return "none"


@cache
def _renderer_version() -> str:
    # Files do not change under a running server; asking each time would read them all.
    return translator().renderer_version()
