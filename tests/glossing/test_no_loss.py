"""Nothing lost: every content word, number and negation of real and damaged texts is accounted for.

The texts are the city's own services as written and as people paste them: in capitals, without
punctuation, with typos, as tables, cut in the middle.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
import yaml

from a11y.paths import content_dir
from a11y.sign_avatar.glossing import explain
from a11y.sign_avatar.glossing.explanation import ExplainedSentence
from a11y.sign_avatar.glossing.words import closed_forms
from a11y.sign_avatar.score import SignKind

_GRAMMATICAL = re.compile(
    r"Artikel|Kopula|Hilfsverb|Platzhalter|Rückbezug|Allgemeines|Abtönung|Infinitiv|Verbindung"
    r"|Einleitung|Präposition|Relativwort|Verweiswort|Satzzeichen|Person|Vergleich|Zeichen|Wer …"
    r"|Funktionsverb|weder|Neben KEIN|nicht nur"
)


@cache
def _texts() -> tuple[str, ...]:
    services = sorted((content_dir() / "leistungen").glob("*.yaml"))
    found = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in services[::4]]
    return tuple("\n\n".join(str(part) for part in item["module"].values()) for item in found)


def _typos(text: str) -> str:
    """Two neighbouring letters swapped in every ninth word, always the same way."""
    dice = random.Random(7)
    words = text.split(" ")
    for at in range(0, len(words), 9):
        word = words[at]
        if len(word) > 4 and word.isalpha():
            cut = dice.randrange(1, len(word) - 2)
            words[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)


DAMAGES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "capitals": str.upper,
    "small": str.lower,
    "no punctuation": lambda text: re.sub(r"[.,;:!?()]", "", text),
    "one line": lambda text: " ".join(text.split()),
    "typos": _typos,
    "table": lambda text: text.replace(". ", "\t").replace(", ", " | "),
    "halves": lambda text: text[len(text) // 3 :],
    "emoji": lambda text: text.replace(". ", " 🙂. "),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_every_word_has_signs_or_a_reason_that_fits(damage: Callable[[str], str]) -> None:
    for text in _texts():
        for item in explain(damage(text)):
            for word in item.alignment:
                assert word.signs or word.reason or word.means == "elsewhere", word
                if word.means == "dropped" and word.word.isalpha():
                    assert _GRAMMATICAL.search(word.reason), word
                    by_class = re.match(r"Artikel|Präposition|Verbindung|Einleitung", word.reason)
                    assert not by_class or _is_small(word.word), word


def _is_small(word: str) -> bool:
    """A closed-class word: its own form or, inflected, the stem of one."""
    low = word.lower()
    stems = {low, low[:-1], low[:-2]}
    return low in _ARTICLES or not stems.isdisjoint(closed_forms())


_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_every_number_is_signed_or_shown(damage: Callable[[str], str]) -> None:
    for text in _texts():
        source = damage(text)
        wanted = {int(number) for number in re.findall(r"\d+", source)}
        explained = explain(source)
        assert wanted <= _numbers(explained), sorted(wanted - _numbers(explained))


def _numbers(explained: tuple[ExplainedSentence, ...]) -> set[int]:
    found: set[int] = set()
    for item in explained:
        digits: list[str] = []
        for sign in item.sentence.signs:
            if sign.kind is SignKind.NUMBER:
                digits.append(sign.text)
            found |= {int(number) for number in re.findall(r"\d+", sign.text + " " + sign.gloss)}
            found |= {_MONTHS[sign.mouthing]} if sign.mouthing in _MONTHS else set()
        found |= {int(a + b) for a, b in pairwise(digits)}  # 2,50 as 2, 5, 0
    return found | {0}


_MONTHS = {
    "Januar": 1, "Februar": 2, "März": 3, "April": 4, "Mai": 5, "Juni": 6, "Juli": 7, "August": 8,
    "September": 9, "Oktober": 10, "November": 11, "Dezember": 12,
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_negations_keep_their_head_shake(damage: Callable[[str], str]) -> None:
    for text in _texts():
        for item in explain(damage(text)):
            german = item.sentence.german.lower()
            if (
                re.search(r"\b(nicht|keine?[nmrs]?|ohne|nie)\b", german)
                and "nicht nur" not in german
            ):
                assert any(
                    span.function == "negation" or "NICHT" in item.sentence.gloss_line()
                    for span in item.sentence.non_manuals
                ), item.sentence.german


def test_a_thousand_words_take_bounded_time() -> None:
    sentence = "Sie müssen " + " und ".join(["den Ausweis, die Urkunde und das Foto"] * 140) + "."
    started = time.process_time()
    found = explain(sentence)
    assert time.process_time() - started < 20
    assert sum(len(item.sentence.signs) for item in found) > 400
