"""The optional rewriter: a city's own language model proposes a whole text; the guard judges it.

Off unless ``KLARHAND_REWRITER_URL`` is set. What the service answers (see ``chat``) is a draft in
every case: it passes through the same rules and the same guard as our own rewrites, and every loss
is shown, as is every sentence that has nothing of the source in it.
"""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11y.review import ReviewState
from a11y.simple_language import guard
from a11y.simple_language.chat import Settings, ask
from a11y.simple_language.errors import RewriterError, SimpleLanguageError
from a11y.simple_language.intake import check_text
from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.simplify import suggest

_PROMPT = Path(__file__).resolve().parent / "data" / "rewriter_prompt.txt"
_NAMES = {Level.LEICHT: "Leichte Sprache", Level.EINFACH: "Einfache Sprache"}
_WORDS = {Level.LEICHT: 10, Level.EINFACH: 16}
LICENCE = frozenset({guard.Loss.CONTENT.value, guard.Loss.FORM.value})
"""A free text may choose other nouns; an editor sees them side by side anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """sentences: the proposed text, one per line. losses: what the guard misses or finds changed.

    unfounded: sentences that share no word with the source: nobody knows where they come from.
    hints: what our rules still say about it. review: always DRAFT.
    """

    source: str
    sentences: tuple[str, ...]
    losses: tuple[guard.Breach, ...]
    unfounded: tuple[str, ...]
    hints: tuple[Suggestion, ...]
    review: ReviewState = ReviewState.DRAFT

    @property
    def faithful(self) -> bool:
        """Nothing was lost or invented as far as a machine can see. An editor still reads it."""
        return not self.losses and not self.unfounded

    def to_dict(self) -> dict[str, Any]:
        return {
            "sentences": list(self.sentences),
            "losses": [loss.to_dict() for loss in self.losses],
            "unfounded": list(self.unfounded),
            "hints": [hint.to_dict() for hint in self.hints],
            "review": self.review.value,
        }


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings | None:
    """The rewriter's settings, or None where it is off. Raises RewriterError for broken ones."""
    url = environment.get("KLARHAND_REWRITER_URL", "").rstrip("/")
    if not url:
        return None
    if not url.startswith(("http://", "https://")):
        raise RewriterError(problem="its address does not begin with http:// or https://")
    try:
        timeout = float(environment.get("KLARHAND_REWRITER_TIMEOUT", "60"))
        retries = int(environment.get("KLARHAND_REWRITER_RETRIES", "2"))
    except ValueError as error:
        raise RewriterError(problem=f"a setting is no number ({error})") from error
    if not (math.isfinite(timeout) and timeout > 0 and 0 <= retries <= 10):
        raise RewriterError(problem="its timeout must be above 0 and its retries 0 to 10")
    key = environment.get("KLARHAND_REWRITER_KEY", "")
    if not key.isascii() or not key.isprintable():
        raise RewriterError(problem="its key holds signs that no header may hold")
    return Settings(
        url=url,
        model=environment.get("KLARHAND_REWRITER_MODEL", "default"),
        key=key,
        timeout=timeout,
        retries=retries,
    )


def propose(text: str, *, level: Level = Level.LEICHT, settings: Settings) -> Proposal:
    """Ask the service for a whole text and judge it.

    Raises SimpleLanguageError for a text that cannot be read, RewriterError for an answer that
    cannot be used: none, none in time, not German, markup.
    """
    check_text(text)
    prompt = _PROMPT.read_text(encoding="utf-8").format(level=_NAMES[level], words=_WORDS[level])
    lines = ask(prompt, text, settings=settings).split("\n")
    sentences = tuple(clean for line in lines if (clean := _printable(line).strip()))
    answer = "\n".join(sentences)
    if not sentences:
        raise RewriterError(problem="the answer is empty")
    try:
        check_text(answer)
    except SimpleLanguageError as error:
        problem = f"its answer cannot be read as German ({error.what.rstrip('.')})"
        raise RewriterError(problem=problem) from error
    return Proposal(
        source=text,
        sentences=sentences,
        losses=guard.breaches(text, answer, licence=LICENCE),
        unfounded=_unfounded(text, sentences),
        hints=suggest(answer, level=level),
    )


def _printable(line: str) -> str:
    """Without control signs: an answer must not steer a terminal or turn the line's direction."""
    kept = (c if c != "\t" else " " for c in line)
    return "".join(c for c in kept if unicodedata.category(c)[0] != "C")


_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")


def _unfounded(source: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences of three words or more that share no beginning of a longer word with the source."""
    known = {word[:_STEM].lower() for word in _WORD.findall(source)}
    parts = source.lower()
    return tuple(
        sentence
        for sentence in sentences
        if len(sentence.split()) >= 3
        and not any(
            word[:_STEM].lower() in known or word.lower() in parts
            for word in _WORD.findall(sentence)
        )
    )
