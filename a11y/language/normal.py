"""What the analysis reads in place of odd spellings; offsets and texts of the source are kept.

Characters: decomposed umlauts are composed, soft hyphens, zero-width marks and the hyphens of words
broken at a line's end left out. Words:
*fuer*, *Strasse* are read as *für*, *Straße* where only that is a word; sentences in capitals are
read in the usual case; a verb with a slip of the key as the verb (``misspelt``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from a11y.language import closed
from a11y.language.compounds import head_form, split
from a11y.language.data_file import data_file
from a11y.language.lexicon import tables
from a11y.language.misspelt import verb_meant
from a11y.language.word import Word

_SILENT = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_DIGRAPHS = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}
_MANY = 3  # so many words in capitals make a sentence in capitals
_BEFORE_NOUNS = frozenset(("zum", "zur", "im", "am", "beim", "vom", "ins", "ohne", "für", "mit"))


@dataclass(frozen=True, slots=True)
class Plain:
    """text: what is read of ``source``. at: for each of its characters (and its end) the place in
    the source."""

    source: str
    text: str
    at: Sequence[int]


def characters(source: str) -> Plain:
    """The source with composed letters, whole words and without silent marks."""
    odd = not source.isascii() and (
        any(mark in source for mark in _SILENT) or not unicodedata.is_normalized("NFC", source)
    )
    broken = _line_breaks(source)
    if not odd and not broken:
        return Plain(source, source, range(len(source) + 1))
    out: list[str] = []
    at: list[int] = []
    index = 0
    while index < len(source):
        end = index + 1
        while end < len(source) and unicodedata.combining(source[end]):
            end += 1
        if index in broken:
            index += 1
            continue
        piece = unicodedata.normalize("NFC", source[index:end])
        for char in "" if piece in _SILENT else piece:
            out.append(char)
            at.append(index)
        index = end
    return Plain(source, "".join(out), [*at, len(source)])


_BROKEN = re.compile(r"(?<!\S)([^\W\d_]{2,})(-[ \t]*\r?\n[ \t]*)([a-zäöüß]{2,})(?!\w)")


def _line_breaks(source: str) -> frozenset[int]:
    """Where a hyphen and a line end stand inside a word (*Anmel-* / *dung*).

    Only where both halves make a word; *Geburts-* / *und Sterbeurkunde* stays.
    """
    found: set[int] = set()
    if "-" not in source or "\n" not in source:
        return frozenset()
    for match in _BROKEN.finditer(source):
        if _is_small(match[3]) or match[3] == "bis":
            continue
        whole = match[1] + match[3]
        compound = whole[0].isupper() and len(split(whole)) > 1
        if _is_word(whole) or compound:
            found.update(range(*match.span(2)))
    return frozenset(found)


def words(sentence: Sequence[Word]) -> None:
    """Give the words of one sentence the form that they are read in (``Word.text``)."""
    if _in_capitals(sentence):
        for position, word in enumerate(sentence):
            if word.text.isupper():
                word.read_as(_usual_case(sentence, position))
    for word in sentence:
        lower = word.lower
        if "ae" in lower or "oe" in lower or "ue" in lower or "ss" in lower:
            word.read_as(_with_umlauts(word.text))
        if lower == word.text and len(lower) > 4 and not _is_known(word.text):
            word.read_as(verb_meant(lower) or word.text)


@lru_cache(maxsize=20_000)
def _is_known(lower: str) -> bool:
    """Whether the tables can make something of a word in small letters."""
    if _is_word(lower) or lower in _uninflected() or not lower.isalpha():
        return True
    if tables.unlisted_readings(lower):
        return True
    noun = lower.capitalize()
    return bool(head_form(noun)[0]) or lower.endswith(("weise", "weit", "mals", "lich", "frei"))


@cache
def _uninflected() -> frozenset[str]:
    """Adverbs that the analysis sorts by kind, and words of closed classes that no table bends."""
    kinds: dict[str, list[str]] = data_file("adverbials")["adverbs"]
    return frozenset(word for words_ in kinds.values() for word in words_) | _FREQUENT


_FREQUENT = frozenset(
    {
        "alleine", "andere", "anderem", "anderen", "anderer", "anderes", "darauf", "daraus",
        "einander", "entweder", "genug", "höchstens", "höchste", "ihrem", "ihren", "ihrer",
        "insgesamt", "jemand", "jeweils", "längere", "mindestens", "möglichst",
        "nacheinander", "nebenbei", "niemand", "nochmal", "siehe", "sogar", "teuer",
        "trotzdem", "umsonst", "voneinander", "weitere", "wichtigste",
    }
)  # fmt: skip


def _in_capitals(sentence: Sequence[Word]) -> bool:
    letters = [word.text for word in sentence if word.text.isalpha() and len(word.text) > 1]
    capitals = sum(text.isupper() for text in letters)
    if capitals < _MANY or capitals < 0.7 * len(letters):
        return False
    return any(_is_small(text.lower()) for text in letters)


def _usual_case(sentence: Sequence[Word], position: int) -> str:
    text = sentence[position].text
    lower, noun = text.lower(), text.capitalize()
    if position == 0 or lower in (
        "sie",
        "ihnen",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "ihrer",
        "ihres",
    ):
        return noun
    if _is_small(lower):
        return lower
    is_noun = bool(tables.noun_readings(noun)) or bool(head_form(noun)[0])
    is_verb = bool(tables.verb_readings(lower))
    before = sentence[position - 1].lower
    led = before in closed.lemma_of("determiner_lemmas") or before in closed.prepositions()
    led = led or before in _BEFORE_NOUNS or before.startswith(("ihr", "kein"))
    if before == "zu" and any(r.form == "Inf" for r in tables.verb_readings(lower)):
        return lower  # *HUNDE SIND AN DER LEINE ZU FÜHREN*
    if is_verb and not (is_noun and led):
        return lower
    if is_noun:
        return noun
    if lower in tables.adjective_stems() or _is_adjective(lower):
        return lower
    return text if len(text) <= 4 else noun


def _is_adjective(lower: str) -> bool:
    return any(
        lower.endswith(ending) and lower.removesuffix(ending) in tables.adjective_stems()
        for ending in ("en", "er", "es", "em", "e")
    )


@lru_cache(maxsize=5_000)
def _is_small(lower: str) -> bool:
    """Words of the closed classes, and forms of *sein, haben, werden* and the modals."""
    return (
        lower in closed.prepositions()
        or lower in closed.contractions()
        or lower in closed.subjunctions()
        or lower in closed.lemma_of("determiner_lemmas")
        or lower in closed.lemma_of("pronoun_lemmas")
        or lower in closed.members("coordinators")
        or lower in closed.members("negations")
        or lower in closed.members("question_words")
        or lower in ("bitte", "auch", "nur", "hier", "dort", "zu", "sie", "man")
        or any(
            reading.infinitive in ("sein", "haben", "werden", *closed.members("modals"))
            for reading in tables.verb_readings(lower)
        )
    )


@lru_cache(maxsize=20_000)
def _with_umlauts(text: str) -> str:
    """*Gebuehr* → *Gebühr*, *Strasse* → *Straße*; the text itself where it is a word already."""
    if text.endswith(("trasse", "trassen")):
        return text.replace("trasse", "traße")  # both spellings stand in the tables
    if _is_word(text) or len(text) > 40:
        return text
    candidates = list(_candidates(text))
    known = next((candidate for candidate in candidates if _is_word(candidate)), None)
    compounds = (c for c in (text, *candidates) if len(split(c[:1].upper() + c[1:])) > 1)
    return known or next(compounds, text)


def _candidates(text: str) -> Iterator[str]:
    """The text with umlauts in some or all places that may stand for one: umlauts before
    *ß*, most places first."""
    places = [i for i in range(len(text) - 1) if text[i : i + 2] in _DIGRAPHS]
    if not places or len(places) > 4:
        return
    sharp = [text[place] == "s" for place in places]

    def rare(choice: tuple[bool, ...]) -> tuple[int, int]:
        return sum(a and b for a, b in zip(choice, sharp, strict=True)), -sum(choice)

    for choice in sorted(product((True, False), repeat=len(places)), key=rare):
        chosen = {place for place, taken in zip(places, choice, strict=True) if taken}
        candidate, index = "", 0
        while index < len(text):
            digraph = index in chosen
            candidate += _DIGRAPHS[text[index : index + 2]] if digraph else text[index]
            index += 1 + digraph
        if candidate != text:
            yield candidate


def _is_word(text: str) -> bool:
    lower = text.lower()
    if _is_small(lower) or lower in tables.verb_forms() or _is_adjective(lower):
        return True
    if lower in tables.adjective_stems() or lower in _ADVERBS or lower in tables.particles():
        return True
    noun = text[:1].upper() + text[1:]
    return noun in tables.noun_forms()


_ADVERBS = (
    frozenset(
        (
            "größer",
            "höher",
            "kürzer",
            "länger",
            "älter",
            "jünger",
            "stärker",
            "häufiger",
            "nächsten",
        )
    )
    | frozenset(
        (
            "fünf",
            "zwölf",
            "später",
            "früher",
            "nämlich",
            "natürlich",
            "spätestens",
            "frühestens",
            "nächste",
        )
    )
    | {
        "jährlich",
        "persönlich",
        "schließlich",
        "anschließend",
        "außerdem",
        "außer",
        "täglich",
        "außen",
    }
)
