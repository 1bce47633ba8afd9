"""Suggestions at an editor's text: what may be taken together, and taking it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from a11y.errors import KlarhandError
from a11y.portal.errors import ProposalInvalidError
from a11y.simple_language import readability
from a11y.simple_language.model import Suggestion

MAX_CHARACTERS = 20_000
# Editors read German; the simplifier's errors are for everybody.
_IN_GERMAN = {
    "KH-EASY-01": ("Der Text enthält kein Wort.", "Fügen Sie einen deutschen Text ein."),
    "KH-EASY-03": (
        "Der Text ist nicht auf Deutsch.",
        "Nur deutsche Texte können übersetzt werden.",
    ),
    "KH-EASY-04": (
        "Der Text enthält HTML.",
        "Fügen Sie reinen Text ein, aus der Ansicht der Seite statt aus dem Quelltext.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A suggestion with its words: before, its place in the text (line from 1), and an id that
    stays the same as long as the text does."""

    id: str
    suggestion: Suggestion
    before: str
    line: int

    @property
    def takeable(self) -> bool:
        return self.suggestion.replacement is not None


def proposals(text: str, suggestions: Sequence[Suggestion]) -> tuple[Proposal, ...]:
    """In text order."""
    ordered = sorted(suggestions, key=lambda s: (s.start, s.end, s.rule))
    return tuple(
        Proposal(
            id=_identify(text, suggestion),
            suggestion=suggestion,
            before=text[suggestion.start : suggestion.end],
            line=text.count("\n", 0, suggestion.start) + 1,
        )
        for suggestion in ordered
    )


def take(text: str, offered: Sequence[Proposal], chosen: Collection[str]) -> str:
    """The text with the chosen proposals applied; of overlapping ones the first counts.

    Raises ProposalInvalidError if a chosen id is not offered for this text.
    """
    known = {proposal.id: proposal for proposal in offered}
    unknown = [identity for identity in chosen if identity not in known]
    if unknown:
        raise ProposalInvalidError(
            "Der Text hat sich geändert, seit diese Vorschläge gemacht wurden.",
            "Laden Sie die Seite neu und wählen Sie noch einmal.",
        )
    out, position = [], 0
    for proposal in offered:
        suggestion = proposal.suggestion
        if proposal.id not in chosen or suggestion.replacement is None:
            continue
        if suggestion.start < position:
            continue
        out += [text[position : suggestion.start], suggestion.replacement]
        position = suggestion.end
    return "".join([*out, text[position:]])


def check_text(text: str) -> str:
    """An editor's text, tidied. Raises ProposalInvalidError for what no rule can work on."""
    tidy = text.replace("\r\n", "\n").strip()
    if not tidy:
        raise ProposalInvalidError("Der Text ist leer.", "Fügen Sie einen deutschen Text ein.")
    if len(tidy) > MAX_CHARACTERS:
        raise ProposalInvalidError(
            f"Der Text hat {len(tidy)} Zeichen.",
            f"Höchstens {MAX_CHARACTERS} sind möglich; teilen Sie ihn auf.",
        )
    try:
        readability(tidy)
    except KlarhandError as error:
        raise ProposalInvalidError(
            *_IN_GERMAN.get(error.code, (error.what, error.remedy))
        ) from error
    return tidy


def to_sentences(text: str) -> tuple[list[str], list[int]]:
    """An edited easy text → its sentences (lines) and their paragraphs (parted by blank lines)."""
    sentences: list[str] = []
    paragraphs: list[int] = []
    paragraph, gap = 0, False
    for line in text.splitlines():
        if not line.strip():
            gap = bool(sentences)
            continue
        paragraph += gap
        gap = False
        sentences.append(line.strip())
        paragraphs.append(paragraph)
    return sentences, paragraphs


def _identify(text: str, suggestion: Suggestion) -> str:
    form = f"{text}|{suggestion.start}|{suggestion.end}|{suggestion.rule}|{suggestion.replacement}"
    return hashlib.sha256(form.encode()).hexdigest()[:16]
