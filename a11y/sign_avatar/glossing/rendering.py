"""A word as signs: how it was rendered, whose mouthing it has, where it stands as text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.score import Sign, SignKind

MAX_SPELLED = 12
"""Longest word that is spelled; SIGN-HUB Lexicon 1.1.3: the manual alphabet is used sparingly."""
_SPELLABLE = re.compile(r"[A-Za-zÄÖÜäöüß]+")
"""What the German finger alphabet has letters for; other scripts are shown."""


class Means(StrEnum):
    """How a word is rendered, best first."""

    SIGN = "sign"
    EQUIVALENT = "equivalent"
    DERIVED = "derived"
    COMPOUND = "compound"
    PARAPHRASE = "paraphrase"
    POINTED = "pointed"
    SPELLED = "spelled"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """signs: in order, without sources. entry: of the last lexical sign (verb class, plural)."""

    means: Means
    signs: tuple[Sign, ...]
    entry: Entry | None = None
    negative: bool = False


def spelled(word: str) -> Sign:
    """A word by the finger alphabet with its mouthing; the lips keep accents, the hand has none."""
    letters = letters_of(word)
    mouthing = "".join(char for char in word if char.isalpha())
    return Sign(
        gloss=f"$ALPHA:{letters}", kind=SignKind.FINGERSPELLED, text=letters, mouthing=mouthing
    )


_PLAIN = {
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th",
}  # fmt: skip
"""Letters of names that no accent parts from a plain one (*Yıldız*, *Michał*)."""


def letters_of(word: str) -> str:
    """The letters of a word as the German finger alphabet has them: ``Café`` → ``Cafe``."""
    out = []
    for char in word:
        if not char.isalpha():
            continue
        bare = _PLAIN.get(char) or unicodedata.normalize("NFD", char)[0]
        out.append(char if char in "äöüÄÖÜß" else bare)
    return "".join(out)


def by_letters(part: str) -> Rendering:
    """Part of a compound: spelled, or shown where it has figures (``B1`` of *B1-Kurs*)."""
    if not letters_only(part):
        return shown(part)
    return Rendering(means=Means.SPELLED, signs=(spelled(part),))


def unsigned(lemma: str, pos: str, surface: str) -> Rendering:
    """A word that no sign renders: spelled, or shown where nobody could read it off a hand."""
    word = lemma or surface
    if not letters_only(surface or word):
        return shown(surface or word)
    letters = sum(char.isalpha() for char in word)
    if not _SPELLABLE.fullmatch(letters_of(word)) or letters > MAX_SPELLED:
        return shown(word if pos in ("ADJ", "VERB") else surface or word)
    return Rendering(means=Means.SPELLED, signs=(spelled(word),))


def letters_only(word: str) -> bool:
    """No figure or sign in it that the finger alphabet would leave out (``7a``, ``m²``)."""
    return all(char.isalpha() or unicodedata.category(char)[0] in "PMZC" for char in word)


def shown(text: str) -> Rendering:
    """Text for the screen, with "see the text" on the hands."""
    mouthing = text if text.isalpha() and len(text) <= 30 else None
    return Rendering(
        means=Means.SHOWN,
        signs=(Sign(gloss="$TEXT", kind=SignKind.TEXT, text=text, mouthing=mouthing),),
    )


def single(entry: Entry, lemma: str) -> Rendering:
    """The sign of an entry for one of its lemmas; its own mouthing only for the first of them."""
    own = bool(entry.lemmas) and entry.lemmas[0].lower() == lemma.lower()
    mouthing = entry.mouthing if own or entry.mouthing is None else lemma
    sign = Sign(gloss=entry.id, kind=SignKind.LEXICAL, entry=entry.id, mouthing=mouthing)
    negative = "head:shake" in entry.non_manual
    return Rendering(means=Means.SIGN, signs=(sign,), entry=entry, negative=negative)


def worded(rendering: Rendering, word: str) -> Rendering:
    """The same signs with another German word on the lips: on the first sign, the rest silent."""
    signs = _under_one_term(rendering.signs, word)
    if signs[0].mouthing is None and len(signs) == 1:
        return replace(rendering, signs=signs)
    silent = (replace(sign, mouthing=None) for sign in signs[1:])
    return replace(rendering, signs=(replace(signs[0], mouthing=word), *silent))


def has_term(signs: Iterable[Sign]) -> bool:
    """Whether some of the signs stand for a German term that the screen shows beside them."""
    return any(sign.text and sign.kind is SignKind.LEXICAL for sign in signs)


def told_beside(whole: Rendering, term: str) -> Rendering:
    """Signs that only come near a term: the screen shows it beside them."""
    signs = (replace(whole.signs[0], text=term), *whole.signs[1:])
    return replace(whole, signs=signs, means=Means.PARAPHRASE, negative=False)


def _under_one_term(signs: tuple[Sign, ...], term: str) -> tuple[Sign, ...]:
    """Where parts of a word are paraphrased, the screen shows the whole word, once."""
    if not has_term(signs):
        return signs
    bare = [replace(s, text="") if s.kind is SignKind.LEXICAL else s for s in signs]
    return (replace(bare[0], text=bare[0].text or term), *bare[1:])


def joined(sequence: list[Rendering], lemma: str, *, one_word: bool = True) -> Rendering:
    """Several renderings as that of one word. one_word: the lips say it instead of their words."""
    signs = tuple(sign for item in sequence for sign in item.signs)
    whole = Rendering(
        means=Means.PARAPHRASE if has_term(signs) else Means.EQUIVALENT,
        signs=_under_one_term(signs, lemma),
        entry=sequence[-1].entry,
        negative=any(item.negative for item in sequence),
    )
    if "-" in lemma and len(signs) == 1:  # nicht-mehr → NICHT with "nicht mehr" on the lips
        return worded(whole, lemma.replace("-", " "))
    return worded(whole, lemma) if one_word and "-" not in lemma else whole


def compound(lemma: str, parts: tuple[str, ...], found: list[Rendering]) -> Rendering:
    """Parts joined by ``^``; the lips form the whole word, cut where the parts meet."""
    mouthings = _cut(lemma, parts)
    signs: list[Sign] = []
    for item, mouthing in zip(found, mouthings, strict=True):
        glosses = [sign.gloss for sign in item.signs]
        if [sign.gloss for sign in signs[-len(glosses) :]] == glosses:
            if mouthing and signs[-1].mouthing:  # one sign for both: Kennzeichen + Schild
                signs[-1] = replace(signs[-1], mouthing=signs[-1].mouthing + mouthing)
            continue
        spoken = worded(item, mouthing) if mouthing else item
        signs.extend(replace(sign, compound=True) for sign in spoken.signs)
    signs[-1] = replace(signs[-1], compound=False)
    whole = _under_one_term(tuple(signs), lemma)
    return Rendering(means=Means.COMPOUND, signs=whole, entry=found[-1].entry)


def _cut(word: str, parts: tuple[str, ...]) -> list[str]:
    """``("Hund", "Steuer")`` of ``Hundesteuer`` → ``["Hunde", "steuer"]``; parts themselves if
    they are not found in the word."""
    starts = [0]
    low = word.lower()
    for part in parts[1:]:
        at = low.find(part.lower()[:4], starts[-1] + 1)
        if at < 0:
            return list(parts)
        starts.append(at)
    ends = [*starts[1:], len(word)]
    return [word[a:b].strip("-") for a, b in zip(starts, ends, strict=True)]
