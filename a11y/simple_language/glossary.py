"""Administrative words in easy German, written for this project (``data/glossary.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from a11y.simple_language.data_file import data_file
from a11y.simple_language.errors import RuleFileError

MAX_WORDS = 16
"""Per sentence of an explanation: an explanation must be easier than the word."""


_OPENING = 24
"""Letters of an explanation that tell it from other sentences; its end may have been rewritten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """lemma: the word. explanation: one or two easy sentences. easy: a simpler word, or ``""``.
    about: pattern of words of which a text has one if it means this, or ``""``."""

    lemma: str
    explanation: str
    easy: str = ""
    about: str = ""


_FILE = "glossary.yaml"


@lru_cache(maxsize=1)
def load() -> dict[str, Term]:
    """All terms by lemma. Raises RuleFileError."""
    records = data_file("glossary")
    terms: dict[str, Term] = {}
    for lemma, record in records.items():
        if lemma in terms:
            raise RuleFileError(file=_FILE, problem=f"{lemma!r} stands twice")
        terms[lemma] = _term(lemma, record, file=_FILE)
    return terms


def _term(lemma: str, record: Any, *, file: str) -> Term:
    if isinstance(record, str):
        return Term(lemma=lemma, explanation=record)
    try:
        return Term(
            lemma=lemma,
            explanation=record["explanation"],
            easy=record.get("easy", ""),
            about=record.get("about", ""),
        )
    except (KeyError, TypeError) as wrong:
        raise RuleFileError(file=file, problem=f"{lemma!r} lacks its explanation") from wrong


def find(word: str) -> Term | None:
    """The term for a lemma, or for a written form that is one; None if it is not in the list."""
    return load().get(word)


@lru_cache(maxsize=2048)
def is_meant(term: Term, text: str) -> bool:
    """Whether a text speaks of what the explanation explains: *Zulassung* of a car, not to a course
    of study."""
    return not term.about or re.search(term.about, text, re.IGNORECASE) is not None


@lru_cache(maxsize=2048)
def explained(term: Term, text: str) -> bool:
    """Whether a text explains the word: by our explanation or by one of the usual openings."""
    plain = text.replace("·", "")
    if term.explanation[:_OPENING] in plain:
        return True
    word = re.escape(term.lemma)
    return term.lemma in plain and (
        re.search(rf"\b{word}\w* (?:ist ein|ist der|ist die|ist das|heißt|bedeutet)\b", plain)
        is not None
    )


def sentences(term: Term) -> list[str]:
    """The explanation, one sentence each."""
    return re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])", term.explanation)
