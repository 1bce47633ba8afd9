"""Translate TIGER relations into the UD relations that the clause layer reads.

spaCy's ``de_core_news_*`` put the finite auxiliary at the top and hang prepositional objects on the
preposition; UD does the opposite. Both readings end as UD heads here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from a11y.language.word import Word

_FILE = Path(__file__).resolve().parent.parent / "data" / "labels_tiger.yaml"
_TIGER_ONLY = frozenset({"sb", "oa", "oc", "nk", "mo", "pd", "svp", "da", "rc"})


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return table


def is_tiger(words: list[Word]) -> bool:
    return any(word.dep in _TIGER_ONLY for word in words)


def to_ud(words: list[Word]) -> None:
    """Rewrite heads and relations of one sentence in place. Heads are text indices."""
    if not words:
        return
    offset = words[0].index
    children: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.index:
            children.setdefault(word.head, []).append(word)
    tiger = {word.index: word.dep for word in words}
    for word in words:
        word.dep = _relation(word, words[word.head - offset], tiger[word.index])
    for word in words:
        if tiger[word.index] in ("oc", "pd", "re"):
            _raise(word, words, offset, children, tiger)
    for word in words:
        if word.tag in ("APPR", "APPRART", "APPO"):
            _lower(word, words, children, tiger)


def _relation(word: Word, head: Word, dep: str) -> str:
    if word.tag.startswith("$"):
        return "punct"
    if dep == "nk":
        return {
            "ART": "det",
            "PDAT": "det",
            "PIAT": "det",
            "PPOSAT": "det:poss",
            "ADJA": "amod",
            "CARD": "nummod",
        }.get(word.tag, "nmod" if word.tag[:1] in "NP" else "amod")
    if dep == "mo":
        if head.tag[:1] == "V" or head.tag == "ADJD":
            return "advmod" if word.tag in ("ADV", "ADJD", "PAV", "PROAV", "PWAV") else "obl"
        return "nmod" if word.tag.startswith("APP") else "advmod"
    if dep in ("oc", "mo") and word.finite:
        return "ccomp"
    if dep == "oc":
        return "xcomp"
    return _table().get(dep, "dep")


def _raise(
    word: Word,
    words: list[Word],
    offset: int,
    children: dict[int, list[Word]],
    tiger: dict[int, str],
) -> None:
    """Full verb above its auxiliary, predicative above its copula."""
    helper = words[word.head - offset]
    auxiliary = helper.tag.startswith(("VA", "VM")) and word.tag.startswith("V")
    copula = helper.tag.startswith("VA") and tiger[word.index] == "pd"
    if (
        word.finite
        or not (auxiliary or copula)
        or any(
            other.dep == "mark" and other.tag == "KOUI" for other in children.get(word.index, ())
        )
    ):
        return
    word.head = word.index if helper.head == helper.index else helper.head
    word.dep = helper.dep
    passive = helper.lemma == "werden" or helper.lower.startswith(("wird", "werd", "wurd", "word"))
    helper.head = word.index
    helper.dep = "cop" if copula else ("aux:pass" if passive and word.tag == "VVPP" else "aux")
    for other in children.get(helper.index, ()):
        if other is not word and other.head == helper.index:
            other.head = word.index
    children.setdefault(word.index, []).extend(
        other for other in children.get(helper.index, ()) if other is not word
    )


def _lower(
    word: Word, words: list[Word], children: dict[int, list[Word]], tiger: dict[int, str]
) -> None:
    """Noun above its preposition."""
    inside = [c for c in children.get(word.index, ()) if tiger[c.index] in ("nk", "nmc", "cj")]
    nouns = [c for c in inside if not c.tag.startswith("$")]
    if not nouns:
        return
    noun = nouns[-1] if word.tag != "APPO" else nouns[0]
    noun.head = noun.index if word.head == word.index else word.head
    noun.dep = word.dep if word.dep in ("obl", "nmod", "obl:arg", "ROOT", "conj") else "obl"
    word.head, word.dep = noun.index, "case"
    for other in children.get(word.index, ()):
        if other is not noun and other.head == word.index:
            other.head = noun.index
