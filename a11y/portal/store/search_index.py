"""Search over services: German stems and parts of compounds, weighted by where they stand.

An inverted index in an ordinary table serves SQLite and PostgreSQL alike and is exact for the few
thousand services a city has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import snowballstemmer
from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from a11y.portal.content import Leistung
from a11y.portal.store import spelling
from a11y.portal.store.tables import SearchWord

_WORD = re.compile(r"[a-zäöüß]+|\d+", re.IGNORECASE)
_WEIGHTS = {"titel": 8.0, "suchworte": 6.0, "kurztext": 3.0, "thema": 2.0, "text": 1.0}
_MIN_PREFIX = 3  # shorter beginnings would match half the language
_STOP_WORDS = """
aber als am an auf aus bei bis das dass dem den der des die ein eine einem einen einer für ich ihr
ihre im in ist kann man mein meine mich mit nach nicht oder sich sie sind so und uns von vor was
wenn wer wie will wir wird wo zu zum zur
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """slugs, best first. answered: the query as it was understood, where that is another than was
    asked; partial: no service has all of its words."""

    slugs: tuple[str, ...]
    answered: str = ""
    partial: bool = False


def stems(text: str, *, split: Callable[[str], Iterable[str]] | None = None) -> list[str]:
    """Folded German stems of the words of a text, stop words left out; with ``split`` also the
    stems of compound parts."""
    out = []
    for word in _WORD.findall(text):
        lower = word.lower()
        if lower in _STOP:
            continue
        out.append(_stem(lower))
        if split:
            parts = [part.lower() for part in split(word)]
            out += [_stem(part) for part in parts if len(parts) > 1 and part not in _STOP]
    return out


def replace(session: Session, leistung: Leistung) -> None:
    """Write the index of one service anew."""
    session.execute(delete(SearchWord).where(SearchWord.slug == leistung.slug))
    weights: defaultdict[str, float] = defaultdict(float)
    fields = {
        "titel": leistung.titel,
        "suchworte": " ".join(leistung.suchworte),
        "kurztext": leistung.kurztext,
        "thema": leistung.thema,
        "text": " ".join(modul.text for modul in leistung.module),
    }
    splitter = _splitter()
    for name, text in fields.items():
        for stem in set(stems(text, split=splitter)):
            weights[stem] += _WEIGHTS[name]
    session.add_all(
        SearchWord(slug=leistung.slug, stem=stem, weight=weight)
        for stem, weight in sorted(weights.items())
    )


def search(session: Session, query: str, *, limit: int = 50) -> Hits:
    """Services that have every word of the query (as a stem, or as the beginning of one).

    A word that no service has is read as the one it looks most like. Where no service has all
    words, those with most of them come up, at least half.
    """
    typed = _words(query[:200])[:8]
    answered = list(typed)
    found: list[dict[str, float]] = []
    for index, word in enumerate(typed):
        matches = _matches(session, word)
        if not matches and (meant := spelling.nearest(session, word)):
            answered[index] = meant
            matches = _matches(session, meant)
        found.append(matches)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for matches in found:
        for slug, weight in matches.items():
            scores[slug].append(weight)
    most = max(map(len, scores.values()), default=0)
    if 2 * most < len(typed):
        return Hits(slugs=())
    ranked = sorted(
        (slug for slug in scores if len(scores[slug]) == most),
        key=lambda slug: (-sum(scores[slug]), slug),
    )
    return Hits(
        slugs=tuple(ranked[:limit]),
        answered=" ".join(answered) if ranked and answered != typed else "",
        partial=0 < most < len(typed),
    )


def _words(query: str) -> list[str]:
    """Words that can be looked for, each once, as they were typed."""
    found = {_stem(word.lower()): word for word in reversed(_WORD.findall(query))}
    return [word for word in reversed(found.values()) if word.lower() not in _STOP]


def _matches(session: Session, word: str) -> dict[str, float]:
    lower = word.lower()
    forms = {_stem(lower), _stem(spelling.with_umlauts(lower))}
    condition = or_(*(_begins(stem) for stem in sorted(forms)))
    rows = session.execute(
        select(SearchWord.slug, func.max(SearchWord.weight))
        .where(condition)
        .group_by(SearchWord.slug)
    )
    return {slug: float(weight) for slug, weight in rows}


def _begins(stem: str) -> ColumnElement[bool]:
    exact = SearchWord.stem == stem
    if len(stem) < _MIN_PREFIX:
        return exact
    return exact | SearchWord.stem.startswith(stem, autoescape=True)


def _stem(word: str) -> str:
    folded = word.replace("ß", "ss")
    stem: str = _stemmer().stemWord(folded)
    return stem.translate(str.maketrans("äöü", "aou"))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("german")


def _splitter() -> Callable[[str], Iterable[str]] | None:
    """The language room's compound splitter; without it compounds are found by beginnings only."""
    try:
        from a11y.language import split_compound
    except ImportError:
        return None
    return cache(split_compound)
