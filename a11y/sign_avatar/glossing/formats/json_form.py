"""The JSON form of a text's scores: ``{"sentences": [score, …]}`` (``docs/formats/score.md``)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.score import SignedSentence


def dumps(sentences: Sequence[SignedSentence]) -> str:
    """Scores as JSON text; ``loads`` gives the same scores back."""
    records = [sentence.to_dict() for sentence in sentences]
    return json.dumps({"sentences": records}, ensure_ascii=False, indent=2)


def loads(text: str) -> tuple[SignedSentence, ...]:
    """Scores from JSON text. Raises ``DataFileError`` where it is no score."""
    try:
        records = json.loads(text)["sentences"]
        return tuple(SignedSentence.from_dict(record) for record in records)
    except (ValueError, KeyError, TypeError) as error:
        raise DataFileError("score", f"no score in JSON ({error}).") from error
