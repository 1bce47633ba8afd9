"""Split compounds into their lemmas: *Personalausweisantrag* → Personal, Ausweis, Antrag.

A split counts only if every part is a known word joined by a known linking letter. Where the
tables allow several splits, fewer and longer parts win; words that are listed as indivisible or
that only look like compounds (*Verfahren*) are kept whole.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from a11y.language.lexicon import tables

_DATA = Path(__file__).parent / "data"
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ens")
_MIN_PART = 3


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Word → parts as a person split it (data/compounds.txt); one part: never split."""
    table = {}
    for line in (_DATA / "compounds.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, _, parts = line.partition("=")
            table[word.strip()] = tuple(parts.split()) or (word.strip(),)
    return table


def opens_compound(text: str) -> str:
    """The lemma that a compound's first part stands for (*grenz* → *Grenze*); "" if none does."""
    return _first_parts().get(text.lower(), "")


@cache
def _first_parts() -> dict[str, str]:
    """Lower-case stem that can begin a compound → its lemma."""
    found: dict[str, str] = {}
    for lemma in tables.noun_classes():
        if len(lemma) >= _MIN_PART and lemma.isalpha() and not lemma.isupper():
            found.setdefault(lemma.lower(), lemma)
    for infinitive in tables.verb_classes():
        stem = infinitive.removesuffix("n").removesuffix("e")
        if len(stem) >= 4:
            found.setdefault(stem, infinitive)
    for stem, lemma in tables.adjective_stems().items():
        if 3 <= len(lemma) <= 8:
            found.setdefault(stem, lemma)
    for line in (_DATA / "first_parts.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            stem, _, lemma = line.partition("=")
            found[stem.strip()] = lemma.strip()
    return {stem: lemma for stem, lemma in found.items() if stem not in _no_parts()}


@cache
def _no_parts() -> frozenset[str]:
    """What looks like a word inside others but is an ending or a prefix."""
    return frozenset((_DATA / "no_parts.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=50_000)
def head_form(form: str) -> tuple[str, str]:
    """(what stands before the head, head as it inflects): ``("Antrags", "Formulare")``.

    ("", form) where the word is known as it is or has no known head.
    """
    forms = tables.noun_forms()
    if form in forms or len(form) < 6:
        return "", form
    before, hyphen, after = form.rpartition("-")
    if hyphen and after[:1].isupper():
        inner, head = head_form(after)
        return before + hyphen + inner, head
    for start in range(3, len(form) - 2):
        head = form[start:].capitalize()
        if head in forms and _can_begin(form[:start]):
            link = _BEFORE_LINK.search(form[:start]) and head.startswith("S")
            if link and head[1:].capitalize() in forms:
                return form[: start + 1], head[1:].capitalize()  # *Versorgungs|amt*, no *Samt*
            return form[:start], head
    for start in range(3, len(form) - 4):
        head = form[start:].capitalize()
        if head in forms:
            return form[:start], head
    return "", form


_BEFORE_LINK = re.compile(r"(?:ung|heit|keit|schaft|ion|tät)$")
"""After these endings a compound always has a linking *s*."""


@lru_cache(maxsize=50_000)
def _can_begin(text: str) -> bool:
    lower = text.lower()
    firsts = _first_parts()
    return any(
        lower.endswith(link) and lower[: len(lower) - len(link)] in firsts for link in _LINKS
    )


@lru_cache(maxsize=50_000)
def split(lemma: str) -> tuple[str, ...]:
    """Parts of a noun lemma as lemmas, head last; one part: not a compound that is sure."""
    if lemma in _listed():
        return _listed()[lemma]
    if "-" in lemma.strip("-"):
        pieces = [piece for piece in lemma.split("-") if piece]
        if any(len(piece) == 1 for piece in pieces):
            return (lemma,)  # *E-Mail*, *T-Shirt*
        return tuple(part for piece in pieces for part in split(piece))
    if len(lemma) < 7 or not lemma.isalpha() or lemma.isupper():
        return (lemma,)
    best = _best(lemma.lower(), depth=4)
    if best is not None and len(best[1]) == 1:
        best = _before_safe_head(lemma.lower()) or best
    return best[1] if best is not None and len(best[1]) > 1 else (lemma,)


@cache
def _safe_heads() -> tuple[str, ...]:
    lines = (_DATA / "heads.txt").read_text(encoding="utf-8").splitlines()
    return tuple(" ".join(line for line in lines if not line.startswith("#")).split())


def _before_safe_head(text: str) -> tuple[float, tuple[str, ...]] | None:
    """*Ordnungsamt*: the tables know it whole, yet its last part shows that it is two."""
    for head in _safe_heads():
        before = text.removesuffix(head)
        if before == text or len(before) < 4:
            continue
        for link in ("", "s", "n", "en", "es", "e", "er"):
            stem = before.removesuffix(link) if link else before
            lemma = _first_parts().get(stem)
            if (link and stem == before) or len(stem) < 3 or lemma is None:
                continue
            if _link_cost(lemma, link) >= 2.0:
                continue
            parts = split(lemma) if lemma[0].isupper() and len(lemma) > 8 else (lemma,)
            return 0.0, (*parts, head.capitalize())
    return None


@lru_cache(maxsize=100_000)
def _best(text: str, *, depth: int) -> tuple[float, tuple[str, ...]] | None:
    """(cost, parts) of the cheapest split of ``text`` whose last part is a noun; None: no way."""
    options: list[tuple[float, tuple[str, ...]]] = []
    noun = text.capitalize()
    if noun in tables.noun_classes() and len(text) >= _MIN_PART and text not in _no_parts():
        options.append((_cost(text), (noun,)))
    if depth > 1:
        firsts = _first_parts()
        for end in range(_MIN_PART, len(text) - _MIN_PART + 1):
            stem = text[:end]
            lemma = firsts.get(stem)
            if lemma is None:
                continue
            for link in _LINKS:
                rest = text[end:]
                if not rest.startswith(link) or len(rest) - len(link) < _MIN_PART:
                    continue
                tail = _best(rest[len(link) :], depth=depth - 1)
                if tail is not None:
                    cost = _cost(stem) + _link_cost(lemma, link) + tail[0]
                    options.append((cost, (lemma, *tail[1])))
    return min(options, key=lambda option: (option[0], len(option[1]))) if options else None


def _cost(part: str) -> float:
    """Short parts are what wrong splits are made of; long words are seldom simple."""
    return 1.0 + {3: 2.0, 4: 0.4, 5: 0.2}.get(len(part), 0.0) + 0.5 * max(0, len(part) - 7)


def _link_cost(lemma: str, link: str) -> float:
    if not lemma[0].isupper():  # a verb or adjective stem joins without a link
        return 0.6 if link in ("", "e") else 3.0
    if link == "":
        return 0.0 if not lemma.endswith(("ung", "heit", "keit", "schaft", "ion", "tät")) else 3.0
    if link == "s":
        return 0.0
    plurals = set(_plurals(lemma))
    return 0.2 if (lemma + link).lower() in plurals or link == "es" else 2.0


@lru_cache(maxsize=20_000)
def _plurals(lemma: str) -> frozenset[str]:
    found = set()
    for code in tables.noun_classes().get(lemma, ()):
        cells = tables.noun_cells(lemma, code)
        found |= {form.lower() for cell in cells[1:] for form in cell}
    return frozenset(found)
