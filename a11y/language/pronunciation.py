"""German spelling to sounds, by rules: enough for the mouth pictures of a signer.

``phones("Straße")`` → ``("ʃ", "t", "ʁ", "aː", "s", "ə")``. Phones are IPA without stress marks;
affricates (ts, pf as two) and diphthongs (aɪ, aʊ, ɔʏ) are one phone each. A word is first parted
(compound parts, prefixes, endings), then each part is read from left to right. Source of the
rules: Duden-Aussprachewörterbuch conventions as described in Wikibooks and Kohler, *Einführung
in die Phonetik des Deutschen*; words the rules cannot know stand in data/pronunciation.yaml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from a11y.language.compounds import split

_FILE = Path(__file__).parent / "data" / "pronunciation.yaml"
_VOWELS = "aeiouyäöü"
_LONG = {
    **{"a": "aː", "e": "eː", "i": "iː", "o": "oː", "u": "uː"},
    **{"ä": "ɛː", "ö": "øː", "ü": "yː", "y": "yː"},
}
_SHORT = {
    **{"a": "a", "e": "ɛ", "i": "ɪ", "o": "ɔ", "u": "ʊ"},
    **{"ä": "ɛ", "ö": "œ", "ü": "ʏ", "y": "ʏ"},
}
_PAIRS = {
    **{"ei": "aɪ", "ai": "aɪ", "ey": "aɪ", "ay": "aɪ", "au": "aʊ", "eu": "ɔʏ", "äu": "ɔʏ"},
    **{"ie": "iː", "aa": "aː", "ee": "eː", "oo": "oː"},
}
_LETTER_NAMES = {
    **{"a": "aː", "b": "b eː", "c": "ts eː", "d": "d eː", "e": "eː", "f": "ɛ f", "g": "g eː"},
    **{"h": "h aː", "i": "iː", "j": "j ɔ t", "k": "k aː", "l": "ɛ l", "m": "ɛ m", "n": "ɛ n"},
    **{"o": "oː", "p": "p eː", "q": "k uː", "r": "ɛ ʁ", "s": "ɛ s", "t": "t eː", "u": "uː"},
    **{"v": "f aʊ", "w": "v eː", "x": "ɪ k s", "y": "ʏ p s i l ɔ n", "z": "ts ɛ t"},
    **{"ä": "ɛː", "ö": "øː", "ü": "yː", "ß": "ɛ s ts ɛ t"},
}
_SCHWA_ENDING = re.compile(
    "e(?:n|r|l|s|m|t|st|nd|nde|nden|rn|ln|ns|rs|ten|te|ne|nen|re|ren|le|len)?"
)
_DEVOICED = {"b": "p", "d": "t", "g": "k", "v": "f", "z": "s"}


@cache
def _data() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return table


@cache
def _endings() -> list[tuple[str, tuple[str, ...]]]:
    pairs = [(ending, tuple(sound.split())) for ending, sound in _data()["suffixes"].items()]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=20_000)
def phones(word: str) -> tuple[str, ...]:
    """Phones of one word; () for text without letters. Abbreviations are spelled letter by letter.

    Numbers are not read here: give the number word.
    """
    plain = re.sub(r"[^\w-]", "", word)
    plain = re.sub(r"[\d_]", "", plain)
    if not plain:
        return ()
    if (plain.isupper() and 1 < len(plain) <= 5) or len(plain) == 1:
        names = (_LETTER_NAMES.get(char, "") for char in plain.lower())
        return tuple(phone for name in names for phone in name.split())
    return tuple(phone for part in re.split("-", plain) if part for phone in _word(part))


def _word(word: str) -> tuple[str, ...]:
    lower = word.lower()
    exceptions = _data()["exceptions"]
    if lower in exceptions:
        return tuple(exceptions[lower].split())
    pieces = _compound_pieces(word) if len(word) > 7 else [lower]
    return tuple(phone for piece in pieces for phone in _part(piece))


def _compound_pieces(word: str) -> list[str]:
    """The spelling parted where the parts of a compound meet; the link stays with the first."""
    parts = split(word[0].upper() + word[1:]) if word[0].isupper() else (word,)
    lower = word.lower()
    if len(parts) == 1:
        return [lower]
    cuts = []
    position = 0
    for part in parts[1:]:
        stem = part.lower()[: max(3, len(part) - 2)]
        found = lower.find(stem, position + 2)
        if found < 0:
            return [lower]
        cuts.append(found)
        position = found
    return [lower[a:b] for a, b in zip([0, *cuts], [*cuts, len(lower)], strict=True)]


def _part(text: str) -> tuple[str, ...]:
    """One part of a compound: exception, prefix, ending, or plain rules."""
    exceptions = _data()["exceptions"]
    for link in ("", "s", "n", "en", "es"):
        stem = text.removesuffix(link) if link else text
        if (stem != text or not link) and stem in exceptions and len(stem) > 2:
            tail = {"s": ("s",), "n": ("n",), "en": ("ə", "n"), "es": ("ə", "s"), "": ()}[link]
            return (*exceptions[stem].split(), *tail)
    for prefix in sorted(_data()["boundaries"], key=len, reverse=True):
        rest = text.removeprefix(prefix)
        if rest != text and _stem_like(rest) and not _vowel_clash(prefix, rest):
            head = exceptions.get(prefix)
            return (*(head.split() if head else _letters(prefix)), *_part(rest))
    for prefix, sound in _data()["prefixes"].items():
        rest = text.removeprefix(prefix)
        if (rest != text and _stem_like(rest) and rest[:1] not in "iueh") or (
            rest != text and prefix in ("be", "ge") and _stem_like(rest) and rest[:1] in "h"
        ):
            return (*sound.split(), *_part(rest))
    for ending, ending_sound in _endings():
        stem = text.removesuffix(ending)
        if ending == "in" and stem[-1:] in _VOWELS:
            continue
        if stem != text and len(stem) >= 2 and re.search(f"[{_VOWELS}]", stem):
            if ending in ("in", "or", "los", "age", "bar", "sam") and len(stem) < 4:
                continue
            return (*_letters(stem, before=ending), *ending_sound)
    return _letters(text)


def _stem_like(rest: str) -> bool:
    """What is left must be able to be a stem: a vowel, and more than an ending."""
    return len(rest) >= 4 and bool(re.match(rf"[^{_VOWELS}]{{0,4}}[{_VOWELS}]", rest))


_NO_PREFIX = frozenset(
    [
        "abend",
        "abends",
        "ander",
        "andere",
        "anderen",
        "anderer",
        "einig",
        "einige",
        "einigen",
        "einfach",
        "einfache",
    ]
)


def _vowel_clash(prefix: str, rest: str) -> bool:
    """*Abend*, *andere*, *Zug*: looks like a prefix, is none."""
    if prefix + rest in _NO_PREFIX:
        return True
    if prefix in ("an", "un", "um") and rest[:1] in "gkd" and len(rest) < 5:
        return True
    return prefix == "zu" and rest[:1] in "rm"


def _letters(text: str, *, before: str = "") -> tuple[str, ...]:
    """Read letters from left to right. ``before``: what follows in the same word."""
    found: list[str] = []
    position = 0
    while position < len(text):
        sounds, step = _next(text, position, before)
        found += sounds
        position += step
    return tuple(found)


def _next(text: str, at: int, before: str) -> tuple[list[str], int]:
    """(phones, letters used) at one place."""
    char = text[at]
    pair, triple = text[at : at + 2], text[at : at + 3]
    last = at + len(char) >= len(text) and not before
    if char in _VOWELS:
        return _vowel(text, at, before)
    if triple == "sch":
        return ["ʃ"], 3
    if text[at : at + 4] == "tsch":
        return ["tʃ"], 4
    if triple == "chs" and at > 0:
        return ["k", "s"], 3
    if pair == "ch":
        return [_ch(text, at)], 2
    if pair == "ck":
        return ["k"], 2
    if pair == "ph":
        return ["f"], 2
    if pair == "th":
        return ["t"], 2
    if pair == "qu":
        return ["k", "v"], 2
    if pair == "pf":
        return ["p", "f"], 2
    if pair in ("tz", "ts") or pair == "dt":
        return (["ts"] if pair != "dt" else ["t"]), 2
    if pair == "ng" and (at + 2 >= len(text) or text[at + 2] not in "aouäöülr"):
        return ["ŋ"], 2
    if pair == "nk":
        return ["ŋ", "k"], 2
    if pair in ("sp", "st") and at == 0:
        return ["ʃ", pair[1]], 2
    if len(pair) == 2 and pair[0] == pair[1]:
        return _single(text, at + 1, last=at + 2 >= len(text) and not before), 2
    return _single(text, at, last=last), 1


def _single(text: str, at: int, *, last: bool) -> list[str]:
    char = text[at]
    following = text[at + 1 : at + 2]
    final = last or (following != "" and following in "tsk" and char in "bdg")
    if char in _DEVOICED and char in "bdg" and final:
        if char == "g" and at > 0 and text[at - 1] == "i":
            return ["ç"]
        return [_DEVOICED[char]]
    if char == "s":
        doubled = at > 0 and text[at - 1] == "s"
        voiced = following != "" and following in _VOWELS and not doubled
        voiced = voiced and (at == 0 or text[at - 1] in _VOWELS + "lmnr")
        return ["z"] if voiced else ["s"]
    if char == "r":
        return ["ʁ"] if (following and following in _VOWELS) or at == 0 else ["ɐ"]
    if char == "h":
        return ["h"] if at == 0 or text[at - 1] not in _VOWELS else []
    return {
        **{"ß": ["s"], "z": ["ts"], "w": ["v"], "v": ["f"], "j": ["j"], "x": ["k", "s"]},
        **{"c": ["ts"] if following and following in "eiyäö" else ["k"], "q": ["k"]},
    }.get(char, [char] if char.isalpha() else [])


def _ch(text: str, at: int) -> str:
    if at == 0:
        return "k" if text[2:3] in ("r", "l", "o", "a", "") else "ç"
    before = text[at - 1]
    if before in "aou" and text[max(0, at - 2) : at] not in ("äu", "eu"):
        return "x"
    return "ç"


def _vowel(text: str, at: int, before: str) -> tuple[list[str], int]:
    pair = text[at : at + 2]
    rest = text[at + 2 :] + before
    if (pair == "ie" and at > 0) or (pair == "ie" and len(text) > 2):
        step = 3 if rest[:1] == "h" and text[at + 2 : at + 3] == "h" else 2
        return ["iː"], step
    if pair in _PAIRS:
        return [_PAIRS[pair]], 2
    char = text[at]
    after = text[at + 1 :] + before
    if char == "i" and re.match(rf"g[{_VOWELS}]", after) and at > 0:
        return ["ɪ"], 1
    if after[:1] == "h" and text[at + 1 : at + 2] == "h":
        return [_LONG[char]], 2
    if char == "e" and _is_schwa(text, at, before):
        if after[:1] == "r" and (len(after) == 1 or after[1] not in _VOWELS):
            return ["ɐ"], 2
        return ["ə"], 1
    consonants = re.match(rf"[^{_VOWELS}]*", after)
    cluster = consonants.group() if consonants else ""
    return [_LONG[char] if _is_long(cluster, after) else _SHORT[char]], 1


def _is_long(cluster: str, after: str) -> bool:
    """One consonant or none lets the vowel be long; two, or x, ck, sch, ch, make it short."""
    if cluster in ("", "ß"):
        return True
    if cluster in ("x", "ck", "sch", "ch", "ng", "tz", "pf", "chs"):
        return False
    if len(cluster) == 1:
        return True
    ends_word = len(after) == len(cluster)
    if not ends_word and len(cluster) == 2 and cluster[1] in "rl" and cluster[0] in "bdgptkf":
        return cluster[0] in "bdg"
    return False


def _is_schwa(text: str, at: int, before: str) -> bool:
    """An e after the first syllable, in the endings -e -en -er -el -es -em -et -end -ern -eln."""
    if not re.search(rf"[{_VOWELS}]", text[:at]):
        return False
    tail = text[at:] + before
    if re.match(rf"er[^{_VOWELS}r]", tail) and text[at - 1] not in _VOWELS:
        return True  # *Kinder|garten*, *Einwohner|melde…*
    return bool(_SCHWA_ENDING.fullmatch(tail))
