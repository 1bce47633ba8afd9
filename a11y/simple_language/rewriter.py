"""The optional rewriter: a city's own language model proposes a whole text; the guard judges it.

Off unless ``KLARHAND_REWRITER_URL`` is set. It speaks the chat interface that vLLM, Ollama and
others share (``POST …/v1/chat/completions``). What it answers is a draft in every case: it passes
through the same rules and the same guard as our own rewrites, and every loss is shown.
"""

from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11y.review import ReviewState
from a11y.simple_language import guard
from a11y.simple_language.errors import RewriterError
from a11y.simple_language.intake import check_text
from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.simplify import suggest

_PROMPT = Path(__file__).resolve().parent / "data" / "rewriter_prompt.txt"
_NAMES = {Level.LEICHT: "Leichte Sprache", Level.EINFACH: "Einfache Sprache"}
_WORDS = {Level.LEICHT: 10, Level.EINFACH: 16}
_MOST_BYTES = 1_000_000
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
LICENCE = frozenset({guard.Loss.CONTENT.value, guard.Loss.FORM.value})
"""A free text may choose other nouns; an editor sees them side by side anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """url: base such as ``http://127.0.0.1:11434/v1``. timeout: seconds per try."""

    url: str
    model: str
    key: str = ""
    timeout: float = 60.0
    retries: int = 2
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """sentences: the proposed text, one per line. losses: what the guard misses or finds changed.

    hints: what our rules still say about it. review: always DRAFT.
    """

    source: str
    sentences: tuple[str, ...]
    losses: tuple[guard.Breach, ...]
    hints: tuple[Suggestion, ...]
    review: ReviewState = ReviewState.DRAFT

    @property
    def faithful(self) -> bool:
        """Nothing was lost or invented as far as a machine can see. An editor still reads it."""
        return not self.losses

    def to_dict(self) -> dict[str, Any]:
        return {
            "sentences": list(self.sentences),
            "losses": [loss.to_dict() for loss in self.losses],
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
        return Settings(
            url=url,
            model=environment.get("KLARHAND_REWRITER_MODEL", "default"),
            key=environment.get("KLARHAND_REWRITER_KEY", ""),
            timeout=float(environment.get("KLARHAND_REWRITER_TIMEOUT", "60")),
            retries=int(environment.get("KLARHAND_REWRITER_RETRIES", "2")),
        )
    except ValueError as error:
        raise RewriterError(problem=f"a setting is no number ({error})") from error


def propose(text: str, *, level: Level = Level.LEICHT, settings: Settings) -> Proposal:
    """Ask the service for a whole text and judge it. Raises RewriterError, SimpleLanguageError."""
    check_text(text)
    lines = _ask(text, level=level, settings=settings).splitlines()
    sentences = tuple(line.strip() for line in lines if line.strip())
    answer = "\n".join(sentences)
    if not sentences:
        raise RewriterError(problem="the answer is empty")
    check_text(answer)
    return Proposal(
        source=text,
        sentences=sentences,
        losses=guard.breaches(text, answer, licence=LICENCE),
        hints=suggest(answer, level=level),
    )


def _ask(text: str, *, level: Level, settings: Settings) -> str:
    prompt = _PROMPT.read_text(encoding="utf-8").format(level=_NAMES[level], words=_WORDS[level])
    body = {
        "model": settings.model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": prompt},
            {"role": "user", "content": text},
        ],
    }
    headers = {"Content-Type": "application/json"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    request = urllib.request.Request(
        f"{settings.url}/chat/completions",
        data=json.dumps(body).encode("utf-8"),
        headers=headers,
        method="POST",
    )
    problem = "no try was made"
    for attempt in range(settings.retries + 1):
        if attempt:
            time.sleep(settings.pause * 2 ** (attempt - 1))
        try:
            with urllib.request.urlopen(request, timeout=settings.timeout) as response:
                return _content(response.read(_MOST_BYTES + 1))
        except urllib.error.HTTPError as error:
            problem = f"it answered with status {error.code}"
            error.close()
            if error.code not in _TRY_AGAIN:
                break
        except (TimeoutError, urllib.error.URLError, http.client.HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            slow = isinstance(reason, TimeoutError)
            problem = f"no answer within {settings.timeout:g} s" if slow else str(reason)
    raise RewriterError(problem=problem)


def _content(body: bytes) -> str:
    if len(body) > _MOST_BYTES:
        raise RewriterError(problem="the answer is longer than 1 MB")
    try:
        answer = json.loads(body)
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError) as error:
        raise RewriterError(problem="the answer is no chat completion in JSON") from error
    if not isinstance(content, str):
        raise RewriterError(problem="the answer holds no text")
    return content
