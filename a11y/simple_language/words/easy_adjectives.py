"""Hard adjectives and their easy ones in every form: endings, shortened stems, comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from a11y.simple_language.wording import word_set
from a11y.simple_language.words.easy_words import replacements
from a11y.simple_language.words.phrase_table import PhraseTable


class Place(StrEnum):
    """Where an adjective stands: before its noun, beside *sein, werden*, or as an adverb."""

    ATTRIBUTE = "attribute"
    PREDICATE = "predicate"
    ADVERB = "adverb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Easy:
    """hard: as the table lists it. text: the easy word as it stands there. safe: for nobody to
    decide."""

    hard: str
    text: str
    safe: bool


_GROUPS = {
    Place.ATTRIBUTE: ("attributive", "safe", "attributive_unsafe", "unsafe"),
    Place.PREDICATE: ("predicative", "safe", "predicative_unsafe", "unsafe"),
    Place.ADVERB: ("safe", "unsafe"),
}
"""The groups of ``data/easier/adjectives.yaml`` that speak of a place, the first one first."""
_DOUBTFUL = frozenset({"unsafe", "attributive_unsafe", "predicative_unsafe"})
_ENDING = r"((?:er|e?st)?e[nrsm]?|er)?"
_COMPARED = re.compile(r"^(er(?=e)|e?st)(e[nrsm]?)$")


@lru_cache(maxsize=1)
def stems() -> PhraseTable:
    """Finds hard adjectives: group 1 is the stem, group 2 the ending or None."""
    return PhraseTable(_by_stem(), ending=_ENDING)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    """Stem → hard adjective: *vag* (*vage, vagen*), *heikl* and *heikel*, *makabr*."""
    found: dict[str, str] = {}
    for hard in {word for group in replacements()["adjectives"].values() for word in group}:
        found[hard.removesuffix("e")] = hard
        if hard.endswith(("el", "er")):
            found[f"{hard[:-2]}{hard[-1]}"] = hard
    return found


def easy(stem: str, ending: str, place: Place) -> Easy | None:
    """The easy adjective in the form of the hard one; None where the table has none for the place.

    stem, ending: as ``stems`` found them, in small letters.
    """
    hard = _by_stem()[stem]
    if hard.endswith("e") and ending == "e" and place is not Place.ATTRIBUTE:
        ending = ""  # *Das ist vage*: no ending, the word is written so
    if ending == "er" and place is not Place.ATTRIBUTE:
        return _compared(hard, "er", "", place)
    compared = _COMPARED.match(ending)
    if compared is not None:
        return _compared(hard, "er" if compared[1] == "er" else "st", compared[2], place)
    if ending and place is not Place.ATTRIBUTE and not _alone(hard):
        return None
    found = _listed(hard, place)
    if found is None:
        return None
    text, safe = found
    if not ending:
        return None if text in _ONLY_INFLECTED else Easy(hard=hard, text=text, safe=safe)
    return Easy(hard=hard, text=f"{_before_ending(text)}{ending}", safe=safe)


def _listed(hard: str, place: Place) -> tuple[str, bool] | None:
    tables = replacements()["adjectives"]
    for group in _GROUPS[place]:
        if hard in tables[group]:
            return tables[group][hard], group not in _DOUBTFUL
    return None


def _alone(hard: str) -> bool:
    """Whether an inflected form without a noun behind it is exchanged, too (*das Nötige*)."""
    tables = replacements()["adjectives"]
    return hard in tables["safe"] or hard in tables["unsafe"]


def _before_ending(text: str) -> str:
    if text.endswith("euer"):
        text = f"{text[:-2]}r"  # *teuer*, *teure*
    if text.endswith("el"):
        text = f"{text[:-2]}l"  # *dunkel*, *dunkle*
    if text.endswith("hoch"):
        text = f"{text[:-2]}h"  # *zu hoch*, *zu hohe*
    if text == "fit":
        return "fitt"
    return text.removesuffix("e")  # *böse*, *böser*


_ONLY_INFLECTED = word_set("all besonder letzt nächst ander solch wichtigst erst")
_NEVER_COMPARED = _ONLY_INFLECTED | word_set(
    "verboten erlaubt kostenlos gleich verschieden früher jetzig weiter getrennt erfunden kaputt "
    "ganz möglich fehlend höher stärker jährlich körperlich ständig gestorben leer unnötig "
    "weltweit plötzlich falsch unmöglich gemeinsam bereit da"
)
"""Easy words of which there is no more and no most."""
_DEGREES = {
    "gut": ("besser", "best"), "groß": ("größer", "größt"), "alt": ("älter", "ältest"),
    "lang": ("länger", "längst"), "stark": ("stärker", "stärkst"), "arm": ("ärmer", "ärmst"),
    "kalt": ("kälter", "kältest"), "klug": ("klüger", "klügst"), "dumm": ("dümmer", "dümmst"),
    "schwach": ("schwächer", "schwächst"), "nah": ("näher", "nächst"),
    "hart": ("härter", "härtest"),
    "gesund": ("gesünder", "gesündest"), "dunkel": ("dunkler", "dunkelst"),
    "teuer": ("teurer", "teuerst"), "kurz": ("kürzer", "kürzest"), "grob": ("gröber", "gröbst"),
    "scharf": ("schärfer", "schärfst"), "krank": ("kränker", "kränkst"),
}  # fmt: skip
_LONG_BEFORE_ST = re.compile(r"(?:[tszß]|(?<!i)sch|[^n]d)$")


def _compared(hard: str, degree: str, ending: str, place: Place) -> Easy | None:
    """*geräumiger* → *größer*, *das lukrativste* → *das beste*; degree: ``er`` or ``st``."""
    found = _listed(hard, place)
    if found is None or " " in found[0] or found[0] in _NEVER_COMPARED:
        return None
    text, safe = found
    if text in _DEGREES:
        made = _DEGREES[text][degree == "st"]
    elif degree == "er":
        made = f"{_before_ending(text)}er"
    else:
        stem = text.removesuffix("e")
        made = f"{stem}{'e' if _LONG_BEFORE_ST.search(stem) else ''}st"
    return Easy(hard=hard, text=f"{made}{ending}", safe=safe)
