"""What letters show of words that belong together: whom a *nicht* denies, what a *nur* narrows,
from where to where, which verb.

Each answers with (what stood together, what stands there now), and only where nothing but a loss
explains it: a guard that cries too often is switched off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language import number_words
from a11y.language.lexicon import tables
from a11y.simple_language.guard.signs import MODAL_PATTERN, NEGATIONS
from a11y.simple_language.wording import word_set

_CONTRAST = re.compile(
    r"\b(?:[Nn]icht|[Kk]ein\w*) (?!nur\b)(?P<denied>[^,.;:?!\n]{2,60})"
    r", sondern (?P<said>[^,.;:?!\n]{2,60})"
)
_SEGMENT = re.compile(r"[,.;:?!\n]")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_SMALL = word_set(
    "der die das den dem des ein eine einen einem einer eines und oder auch nur mit für von vom "
    "zum zur bei beim aus nach über unter wird werden ist sind hat haben muss müssen darf dürfen "
    "kann können soll sollen sie ihr ihre ihren ihnen sich durch auf bis seit"
)


def _stems(text: str) -> set[str]:
    return {w.lower()[:6] for w in _WORD.findall(text) if w.lower() not in _SMALL}


def _holds(segment: str, stem: str) -> bool:
    return any(w.lower().startswith(stem) for w in _WORD.findall(segment))


def contrasts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*nicht A, sondern B*: A stands beside a denial, B does not."""
    if "sondern" not in before:
        return
    parts = _SEGMENT.split(after)
    denied = [part for part in parts if NEGATIONS.search(part)]
    plain = [part for part in parts if part not in denied]
    for found in _CONTRAST.finditer(before):
        one, other = _stems(found["denied"]), _stems(found["said"])
        for stem in one - other:
            if any(_holds(p, stem) for p in plain) and not any(_holds(p, stem) for p in denied):
                yield f"nicht {found['denied']}", "ohne Verneinung"
                return
        for stem in other - one:
            if any(_holds(p, stem) for p in denied) and not any(_holds(p, stem) for p in plain):
                yield f"sondern {found['said']}", "verneint"
                return


_ONLY = re.compile(
    r"\b(?:[Nn]ur|[Ll]ediglich|[Aa]usschließlich)\b(?! (?:dann|wenn)\b)([^,.;:?!\n]*)"
)


_ALSO = re.compile(r"\b[Aa]uch\b(?! (?:dann|wenn|nicht)\b)([^,.;:?!\n]*)")


def _narrowed(text: str, pattern: re.Pattern[str]) -> list[set[str]]:
    """Per *nur* the words right behind it, up to its first noun or number."""
    found = []
    for one in pattern.finditer(text):
        words: set[str] = set()
        for word in _WORD.findall(one[1]):
            words |= {word.lower()[:6]} if word.lower() not in _SMALL or word == "Sie" else set()
            if word[0].isupper() or word[0].isdigit():
                break
        found.append(words)
    return found


def focus(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*dürfen nur am Montag segeln* → *nur Gäste dürfen am Montag segeln*; *auch* alike."""
    for particle, pattern in (("nur", _ONLY), ("auch", _ALSO)):
        was, now = _narrowed(before, pattern), _narrowed(after, pattern)
        if len(was) != 1 or len(now) != 1 or not was[0]:
            continue
        if particle == "nur" and not now[0]:  # *stellt einen Ausweis nur aus*
            yield f"nur {' '.join(sorted(was[0]))}", "nur …"
        if not now[0]:
            continue
        if was[0].isdisjoint(now[0]) and now[0] & (_stems(before) | {"sie"}):
            gone, come = (" ".join(sorted(words)) for words in (was[0], now[0]))
            yield f"{particle} {gone}", f"{particle} {come}"


_DENIED_MUCH = re.compile(
    r"\b[Nn]icht (alle|jede[rnsm]?|immer|überall|nur|sofort|unbedingt|zwingend|beide)\b"
)


def denied_quantity(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*nicht alle zahlen* → *alle zahlen nicht*; *nicht sofort* → *sofort nicht*."""
    for found in _DENIED_MUCH.finditer(before):
        word = found[1]
        kept = re.search(rf"\b[Nn]icht (?:\w+ )?{word}\b", after)
        if not kept and re.search(rf"\b{word}\b", after, re.IGNORECASE) and "nicht" in after:
            yield f"nicht {word}", f"{word} … nicht"


_WAY = re.compile(
    r"\b(von|vom|nach|aus|an|gegen|für|über|zu|zum|zur) (?:\w+ )?([A-ZÄÖÜ][\wäöüß-]+)"
)


def exchanged(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*von Kaub nach Bacharach* → *von Bacharach nach Kaub*: two names have changed places."""
    was, now = set(_WAY.findall(before)), set(_WAY.findall(after))
    gone, come = was - now, now - was
    for one, name in gone:
        for other, second in gone:
            if name < second and {(one, second), (other, name)} <= come:
                yield f"{one} {name}", f"{other} {name}"


_HELPING = word_set(
    "sein haben werden müssen können dürfen sollen wollen mögen machen tun geben gehen kommen "
    "lassen stehen"
)
_VERB_FORMS = frozenset({"Inf", "InfZu", "Part2"})
_STEM = 4


@lru_cache(maxsize=8192)
def _bases(word: str) -> frozenset[str]:
    """Verbs a word may be a form of, without their particles: *angemeldet* → {melden}."""
    return frozenset(
        reading.infinitive[len(tables.verb_classes().get(reading.infinitive, ("",))[0]) :]
        for reading in tables.verb_readings(word)
    )


@lru_cache(maxsize=8192)
def _surely_verb(word: str) -> bool:
    """Whether a small word can hardly be anything but a verb."""
    readings = tables.verb_readings(word)
    if number_words.value_of(word) is not None:
        return False  # *sieben* is no sieve here
    if not readings or any(r.infinitive in _HELPING for r in readings):
        return False
    if {reading.form for reading in readings} & _VERB_FORMS:
        return True
    present = any(r.form == "Pres" and r.person == "S3" for r in readings)
    return present and word.endswith("t") and word not in tables.adjective_stems()


_EXCEPTING = frozenset({"ausgenommen", "vorausgesetzt"})
_NEED_NOT = re.compile(r"\bbrauch(?:en|t|st|e)\b[^.,;]*\b(?:nicht|nur|kein\w*)\b[^.,;]*zu\w* ?\w+")


def lost_verbs(before: str, after: str) -> Iterator[str]:
    """Verbs of which no form is left: *füttern und unterbringen*, one gone."""
    words = re.findall(r"[^\W\d_]{4,}", after)
    now = {base for word in words for base in _bases(word.lower())}
    for word in dict.fromkeys(re.findall(r"\b[a-zäöüß]{5,}\b", before)):
        if not _surely_verb(word) or _bases(word) & now or MODAL_PATTERN.fullmatch(word):
            continue
        if word in _EXCEPTING or (word in ("brauchen", "braucht") and _NEED_NOT.search(before)):
            continue  # *ausgenommen Hunde*; *brauchen nicht zu kommen* is a modal verb
        stem = word.removeprefix("ge")[:_STEM]
        if not any(stem in other.lower() for other in words):
            yield word
