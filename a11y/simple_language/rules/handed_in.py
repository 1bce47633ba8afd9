"""What readers handed in is theirs: *die von Ihnen gestellten Fragen* → *Ihre Fragen*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.simple_language.grammar import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital
from a11y.simple_language.words import frames


@lru_cache(maxsize=1)
def _handed() -> frozenset[str]:
    """Participles, not inflected, of ``data/frames.yaml``."""
    return frozenset(frames.table()["handed"].split())


@evaluates("handed-in")
def handed_in(view: View) -> Iterator[Match]:
    """*die von Ihnen eingereichten Unterlagen* → *Ihre Unterlagen*"""
    if "von Ihnen" not in view.text:
        return
    for article in view.tokens:
        run = [view.after(article, step) for step in (1, 2, 3, 4)]
        if article.tag != "ART" or any(t is None for t in run):
            continue
        von, you, done, noun = (t for t in run if t is not None)
        if (von.text, you.text) != ("von", "Ihnen") or noun.tag != "NN":
            continue
        stem = re.sub(r"e[nrsm]?$", "", done.text)
        if done.tag != "ADJA" or stem not in _handed():
            continue
        phrase = nominal.Phrase(article=article, adjectives=(done,), noun=noun)
        forms = {nominal.determiner_in("Ihr", key) for key in nominal.readings(phrase)}
        own = forms.pop() if len(forms) == 1 else None
        if own is not None:
            yield Match(
                start=article.span[0],
                end=noun.span[0],
                found=view.slice(article.index, done.index),
                replacement=f"{capital(own)} ",
            )
