"""Read UD German gold trees the way our pipeline sees text.

Contractions (*im*, *zum*) stay one token, relation labels of the different treebanks are
harmonised, tags are STTS throughout: where a treebank has another tag set (PUD), HanTa's tag is
taken if it agrees with the gold part of speech, otherwise the tag stays unset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from a11y.language.errors import TreebankUnreadableError

_DEPS = {
    "flat:name": "flat",
    "obl:tmod": "obl",
    "obl:agent": "obl",
    "nmod:poss": "nmod",
    "cc:preconj": "cc",
    "nsubj:outer": "nsubj",
    "csubj:pass": "csubj",
    "expl:pv": "expl",
    "iobj": "obl:arg",
    "advcl:relcl": "acl:relcl",
    "root": "ROOT",
}
_FEATURES = (
    *("Case", "Definite", "Degree", "Gender", "Mood", "Number", "Person"),
    *("Polarity", "PronType", "Reflex", "Tense", "VerbForm", "Poss"),
)
_RELATIVE = re.compile(r"(?i)^(d(er|ie|as|em|en|essen|eren|enen)|welche[rsmn]?|wo\w*)$")
_TAGS_OF_POS = {
    "ADJ": ("ADJ",),
    "ADP": ("APP", "APZR", "KOKOM", "PTKA"),
    "ADV": ("ADV", "ADJD", "PAV", "PWAV", "PTK", "PROAV"),
    "AUX": ("VA", "VM", "VV"),
    "CCONJ": ("KO",),
    "DET": ("ART", "P"),
    "NOUN": ("NN", "NE", "FM"),
    "NUM": ("CARD", "ADJA"),
    "PART": ("PTK",),
    "PRON": ("P", "ART"),
    "PROPN": ("NE", "NN", "FM"),
    "PUNCT": ("$",),
    "SCONJ": ("KO",),
    "VERB": ("V",),
}


@dataclass(slots=True)
class Word:
    """A token after merging; head is an index into the sentence (itself for the root)."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


def files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.conllu")) if folder.is_dir() else []
    if not found:
        raise TreebankUnreadableError(folder, "no .conllu files there")
    return found


def sentences(path: Path) -> Iterator[list[Word]]:
    """Harmonised sentences of one CoNLL-U file."""
    rows: list[list[str]] = []
    multi: dict[int, tuple[int, list[str]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            if rows:
                yield _harmonise(_merge(rows, multi))
            rows, multi = [], {}
            continue
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 10:
            raise TreebankUnreadableError(path, f"line {number} has {len(cells)} columns, not 10")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            multi[first] = (last, cells)
        elif "." not in cells[0]:
            rows.append(cells)
    if rows:
        yield _harmonise(_merge(rows, multi))


def _merge(rows: list[list[str]], multi: dict[int, tuple[int, list[str]]]) -> list[Word]:
    groups: list[tuple[list[int], list[str] | None]] = []
    position = 1
    while position <= len(rows):
        if position in multi:
            last, cells = multi[position]
            groups.append((list(range(position, last + 1)), cells))
            position = last + 1
        else:
            groups.append(([position], None))
            position += 1
    group_of = {number: g for g, (numbers, _) in enumerate(groups) for number in numbers}
    words = []
    for index, (numbers, whole) in enumerate(groups):
        parts = [rows[number - 1] for number in numbers]
        outside = [r for r in parts if r[6] == "0" or group_of[int(r[6])] != index]
        leader = outside[0] if outside else parts[0]
        head = index if leader[6] == "0" else group_of[int(leader[6])]
        _, form, lemma, pos, tag, morph, _, dep, _, misc = leader
        if whole is not None:
            form, misc = whole[1], whole[9]
            if parts[0][3] == "ADP":
                lemma, pos, tag = parts[0][2], "ADP", "APPRART"
                morph = parts[1][5] if len(parts) > 1 else morph
        words.append(
            Word(form, lemma, pos, tag, morph, head, dep, space="SpaceAfter=No" not in misc)
        )
    return words


def _harmonise(words: list[Word]) -> list[Word]:
    foreign_tags = any(word.tag in ("DT", "IN", "VBC", "JJ", "NNP") for word in words)
    by_hanta = _hanta_tags([word.form for word in words]) if foreign_tags else []
    children: list[list[int]] = [[] for _ in words]
    for index, word in enumerate(words):
        if word.head != index:
            children[word.head].append(index)
    for index, word in enumerate(words):
        word.dep = _DEPS.get(word.dep, word.dep)
        if word.dep in ("acl", "acl:relcl"):
            word.dep = "acl:relcl" if _has_relative(words, children, index) else "acl"
        word.morph = _features(word)
        if foreign_tags and word.tag != "APPRART":
            word.tag = _agreed_tag(word, by_hanta[index])
    return words


def _has_relative(words: list[Word], children: list[list[int]], root: int) -> bool:
    waiting = [root]
    while waiting:
        index = waiting.pop()
        word = words[index]
        if word.tag in ("PRELS", "PRELAT") or (
            word.pos in ("PRON", "ADV") and _RELATIVE.match(word.form)
        ):
            return True
        waiting += children[index]
    return False


def _features(word: Word) -> str:
    pairs = dict(pair.split("=") for pair in word.morph.split("|") if "=" in pair)
    if word.pos in ("VERB", "AUX") and "Mood" in pairs:
        pairs["VerbForm"] = "Fin"  # PUD leaves it out
    if word.pos in ("NOUN", "PROPN"):
        pairs.pop("Person", None)
    if word.tag == "APPRART":
        pairs.pop("PronType", None)
        pairs.pop("Definite", None)
    return "|".join(f"{key}={pairs[key]}" for key in sorted(_FEATURES) if key in pairs)


@cache
def _hanta() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")


def _hanta_tags(forms: list[str]) -> list[str]:
    tags = [str(tag) for _, _, tag in _hanta().tag_sent(forms)]
    return [re.sub(r"\((\w+)\)$", r"\1", tag) for tag in tags]


def _agreed_tag(word: Word, tag: str) -> str:
    """HanTa's tag if its class is one the gold part of speech allows, else ""."""
    tag = {"PROAV": "PAV", "NNI": "NN", "NNA": "NN"}.get(tag, tag)
    if word.pos in ("NOUN", "PROPN"):
        return "NE" if word.pos == "PROPN" and tag != "FM" else "NN"
    if word.pos == "PUNCT":
        return {",": "$,"}.get(word.form, "$." if re.fullmatch(r"[.!?:;…]+", word.form) else "$(")
    if word.pos in ("VERB", "AUX") and "VerbForm=Fin" in word.morph:
        return tag if tag.endswith("FIN") or tag.endswith("IMP") else ""
    return tag if tag.startswith(_TAGS_OF_POS.get(word.pos, ("",))) else ""


def to_doc(words: list[Word], vocab: Vocab) -> Doc:
    """A gold ``Doc`` of one sentence."""
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos if word.pos != "_" else "X" for word in words],
        lemmas=[word.lemma for word in words],
        morphs=[word.morph for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )
