"""Scores in the forms other tools read: ELAN ``.eaf``, SiGML, JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from a11y.sign_avatar.glossing.errors import UnknownFormatError
from a11y.sign_avatar.glossing.formats.json_form import dumps, loads
from a11y.sign_avatar.score import SignedSentence

__all__ = ["dumps", "loads", "write_file"]


def write_file(sentences: Sequence[SignedSentence], out: Path) -> None:
    """Write scores as the suffix of ``out`` says: ``.eaf``, ``.sigml`` or ``.json``.

    Nothing half-written is left behind. Raises ``UnknownFormatError`` for another suffix.
    """
    from a11y.sign_avatar.glossing.formats import eaf, sigml

    writers = {".eaf": eaf.write, ".sigml": sigml.write, ".json": _write_json}
    writer = writers.get(out.suffix.lower())
    if writer is None:
        raise UnknownFormatError(out.name)
    writer(sentences, out)


def _write_json(sentences: Sequence[SignedSentence], out: Path) -> None:
    part = out.with_name(out.name + ".part")
    part.write_text(dumps(sentences), encoding="utf-8")
    part.replace(out)
