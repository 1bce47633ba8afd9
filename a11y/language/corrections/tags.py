"""Give a word another tag, and what the corrections ask about tags and forms."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.lexicon import tables
from a11y.language.word import Word

_POS = {
    **{"KOUS": "SCONJ", "KOUI": "SCONJ", "KON": "CCONJ", "APPR": "ADP", "APPRART": "ADP"},
    **{"PTKZU": "PART", "PTKVZ": "ADP", "NN": "NOUN", "NE": "PROPN", "ADJA": "ADJ"},
    **{"ADJD": "ADJ", "CARD": "NUM", "PPER": "PRON", "PPOSAT": "DET", "ADV": "ADV"},
    **{"VVFIN": "VERB", "VVINF": "VERB", "VVPP": "VERB", "VVIZU": "VERB", "VVIMP": "VERB"},
    **{"VAFIN": "AUX", "VAINF": "AUX", "VAPP": "AUX", "VMFIN": "AUX", "VMINF": "AUX"},
    **{"PRELS": "PRON", "KOKOM": "CCONJ", "$.": "PUNCT", "$,": "PUNCT", "$(": "PUNCT"},
    **{
        "PTKNEG": "PART",
        "ART": "DET",
        "PRF": "PRON",
        "PAV": "ADV",
        "PDAT": "DET",
        "PWAV": "ADV",
        "XY": "X",
    },
}
FINITE_FORMS = {"Pres", "Past", "Sub1", "Sub2"}
VERB_FINAL_OPENERS = {"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"}
_AUXILIARIES = {"sein", "haben", "werden"}
_BOUNDARIES = ("$", "KON", "KOUS")


def retag(word: Word, tag: str) -> None:
    if word.tag != tag:
        word.tag = tag
        word.pos = _POS.get(tag, word.pos)
        if not tag.endswith(("FIN", "IMP")):
            for key in ("Mood", "Tense", "Person"):
                word.morph.pop(key, None)


def can_be_finite(word: Word) -> bool:
    if not tables.verb_readings(word.lower):
        return word.lower.endswith(("en", "ern", "eln"))
    return any(r.form in FINITE_FORMS for r in tables.verb_readings(word.lower))


def class_letter(infinitive: str) -> str:
    if infinitive in _AUXILIARIES:
        return "A"
    return "M" if infinitive in closed.members("modals") else "V"


def chunk_end(words: Sequence[Word], position: int) -> int:
    """Index after the last token before the next punctuation."""
    end = position + 1
    while end < len(words) and words[end].tag not in ("$,", "$.") and words[end].text not in ")–":
        if words[end].text == "(":
            shut = _shut(words, end)
            if not shut:
                break
            end = shut
        end += 1
    return end


def stretch_start(words: Sequence[Word], position: int) -> int:
    """Index of the first token behind the mark before this one."""
    start = position
    while start and words[start - 1].tag[:1] != "$":
        start -= 1
    return start


def stretch_end(words: Sequence[Word], position: int) -> int:
    """Index of the next mark, of whatever kind."""
    end = position + 1
    while end < len(words) and words[end].tag[:1] != "$":
        end += 1
    return end


def _shut(words: Sequence[Word], position: int) -> int:
    """Index of the bracket that shuts a short remark (*nicht (gut) lesen*); 0: it holds more."""
    for place in range(position + 1, min(position + 8, len(words))):
        if words[place].text == ")":
            return place
        if words[place].finite or words[place].tag in ("$,", "$."):
            return 0
    return 0


def ends_its_field(words: Sequence[Word], position: int) -> bool:
    after = words[position + 1] if position + 1 < len(words) else None
    return after is None or after.tag.startswith(_BOUNDARIES)
