"""How a word is spelled with the German finger alphabet."""

from __future__ import annotations

import unicodedata

LETTERS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜẞ", "SCH")
_OWN = {"ß": "ẞ"}


def letter_name(character: str) -> str | None:
    """The letter that spells ``character``: capitals, ``ẞ`` for ß, ``SCH`` for itself.

    Accents the alphabet does not know fall away (é → E); None for what is no letter.
    """
    upper = _OWN.get(character) or character.upper()
    if upper in LETTERS:
        return upper
    plain = unicodedata.normalize("NFD", upper)[:1]
    return plain if plain in LETTERS else None


def letters(word: str) -> tuple[str, ...]:
    """Letter names of a word in order; ``sch`` is one sign, other characters are left out."""
    out: list[str] = []
    i = 0
    while i < len(word):
        if word[i : i + 3].lower() == "sch":
            out.append("SCH")
            i += 3
            continue
        name = letter_name(word[i])
        if name:
            out.append(name)
        i += 1
    return tuple(out)
