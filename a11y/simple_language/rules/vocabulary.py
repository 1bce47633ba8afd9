"""Foreign words, figures of speech, references, capitals, the bookish *welcher*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.lexicon import tables
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar.proper_names import in_name
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set
from a11y.simple_language.words.phrase_table import PhraseTable

_PLAIN = {"welche": "die", "welches": "das", "welcher": "der", "welchem": "dem"}


@evaluates("hard-relative")
def hard_relative(view: View) -> Iterator[Match]:
    """*der Antrag, welcher fehlt* → *der Antrag, der fehlt*"""
    for token in view.tokens:
        before = view.after(token, -1)
        word = token.text.lower()
        if token.tag != "PRELS" or before is None or not word.startswith("welch"):
            continue
        plain = _PLAIN.get(word)
        if word == "welchen" and before.text == ",":
            plain = "den"  # after a preposition it could be *denen*
        if before.text != "," and before.tag != "APPR":
            continue
        described = view.after(before, -1 if before.text == "," else -2)
        if described is None or described.tag not in _DESCRIBED:
            continue  # *legt fest, welche davon …*: a question, no relative clause
        yield Match(
            start=token.span[0],
            end=token.span[1],
            found=token.text,
            replacement=capital(plain) if plain and token.text[0].isupper() else plain,
            safe=plain is not None,
        )


_DESCRIBED = ("NN", "NE", "FM", "CARD", "PIS", "PDS", "PPER", "ADJA", "XY")


@lru_cache(maxsize=1)
def _told() -> dict[str, dict[str, str]]:
    """``data/vocabulary.yaml``: foreign words and figures of speech with what to say instead."""
    table: dict[str, dict[str, str]] = data_file("vocabulary")
    return table


@evaluates("foreign-word")
def foreign_word(view: View) -> Iterator[Match]:
    """*Workshop*: a word from another language, with a German one for it where there is one."""
    table = _told()["foreign"]
    for token in view.tokens:
        said = table.get(token.lemma) or table.get(token.text)
        if said is None or in_name(view, token) or token.tag == "NE":
            continue
        yield Match(
            start=token.span[0],
            end=token.span[1],
            found=token.text,
            note=f"Auf Deutsch zum Beispiel: {said}.",
        )


@lru_cache(maxsize=1)
def _figures() -> tuple[PhraseTable, dict[str, str]]:
    said = _told()["figures"]
    table = PhraseTable(said, in_hyphens=True)
    return table, {figure.lower(): meaning for figure, meaning in said.items()}


@evaluates("figure-of-speech")
def figure_of_speech(view: View) -> Iterator[Match]:
    """*auf dem Laufenden*: an image that some readers take at its word."""
    figures, meant = _figures()
    for found in figures.find(view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            note=f"Gemeint ist: {meant[found[0].lower()]}.",
        )


_REFERENCE = re.compile(
    r"\b(?:siehe (?:oben|unten|auch|Seite|Abschnitt|Anlage|dort)|(?:wie )?oben (?:genannt|erwähnt"
    r"|beschrieben|aufgeführt)\w*|vorgenannt\w*|nachstehend\w*|nachfolgend\w*|vorstehend\w*"
    r"|untenstehend\w*|obenstehend\w*|obig(?:e[nrsm]?)|unten (?:genannt|aufgeführt)\w*"
    r"|wie (?:bereits )?(?:erwähnt|beschrieben)|(?:Abschnitt|Kapitel|Punkt|Ziffer) \d+"
    r"|(?:vergleiche|vgl\.) Seite \d+|(?:Das )?Näheres? (?:regel[nt]|bestimm(?:t|en)))\b",
    re.IGNORECASE,
)


@evaluates("reference")
def reference(view: View) -> Iterator[Match]:
    """*siehe oben*: what belongs together should stand together."""
    for found in _REFERENCE.finditer(view.text):
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])


@evaluates("capitals")
def capitals(view: View) -> Iterator[Match]:
    """Words written in capitals for emphasis; short ones are abbreviations and names."""
    for found in re.finditer(r"(?<![\w-])[A-ZÄÖÜ]{5,}(?![\w-])", view.text):
        word = found[0].capitalize()
        if not (tables.noun_readings(word) or tables.verb_readings(word.lower())) and (
            word.lower() not in _ORDINARY
        ):
            continue
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])


_ORDINARY = word_set(
    "nicht immer wichtig bitte achtung neue neuer neues kostenlos heute sofort unbedingt "
    "persönlich schriftlich vorher keine keinen niemals jeder spätestens mindestens höchstens"
)
