"""Words and figures of a text that no sign answers for, counted without the translator's account.

Only the scores are read: the characters each sign says it renders, and what it shows, spells or
counts. A word that none covers must stand in the list of closed-class forms below, which is written
by hand and shares nothing with the translator's own tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from a11y.sign_avatar.score import SignedSentence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIGURE = re.compile(r"\d+")
_MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
           "Oktober", "November", "Dezember")  # fmt: skip


@cache
def closed_forms() -> frozenset[str]:
    """Lower-case forms that may go without a sign of their own (``gloss_closed_forms.txt``)."""
    text = Path(__file__).with_name("gloss_closed_forms.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())


def unanswered(text: str, scores: Sequence[SignedSentence]) -> list[str]:
    """The words and figures of a text without markup that its scores leave out.

    text: as given to the translator, or "" to look only inside the German of the scores.
    """
    out = [item for score in scores for item in _of_score(score)]
    if text:
        out += _gone(_WORD, text, scores) + _gone(_FIGURE, text, scores)
    return out


def _of_score(score: SignedSentence) -> list[str]:
    spans = [span for sign in score.signs for span in sign.source]
    shown = " ".join(f"{sign.text} {sign.gloss} {sign.mouthing or ''}" for sign in score.signs)
    digits = re.sub(r"\D", "", shown)
    out = []
    for match in _WORD.finditer(score.german):
        if not _covered(match, spans) and match[0].lower() not in closed_forms():
            out.append(match[0])
    for match in _FIGURE.finditer(score.german):
        figure = match[0].lstrip("0")
        month = (
            match[0].isdigit() and int(match[0]) <= 12 and any(name in shown for name in _MONTHS)
        )
        if not _covered(match, spans) or not (figure in digits or month):
            out.append(match[0])
    return out


def _covered(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _gone(pattern: re.Pattern[str], text: str, scores: Sequence[SignedSentence]) -> list[str]:
    """What stands in the text and in the German of no score."""
    wanted = Counter(found.lower() for found in pattern.findall(text))
    told = Counter(found.lower() for score in scores for found in pattern.findall(score.german))
    return [word for word in wanted - told if word not in closed_forms()]
