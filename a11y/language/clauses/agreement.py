"""Which case, number and gender a noun phrase can have, from the forms of its words."""

from __future__ import annotations

from functools import lru_cache

from a11y.language import closed
from a11y.language.compounds import head_form
from a11y.language.lexicon import tables
from a11y.language.word import Word

Features = tuple[str, str, str]
"""(case, number, gender); gender is "" in the plural."""

_ENDINGS: dict[str, tuple[Features, ...]] = {
    "er": (
        ("Nom", "Sing", "Masc"),
        ("Dat", "Sing", "Fem"),
        ("Gen", "Sing", "Fem"),
        ("Gen", "Plur", ""),
    ),
    "e": (("Nom", "Sing", "Fem"), ("Acc", "Sing", "Fem"), ("Nom", "Plur", ""), ("Acc", "Plur", "")),
    "es": (
        *(("Nom", "Sing", "Neut"), ("Acc", "Sing", "Neut")),
        *(("Gen", "Sing", "Masc"), ("Gen", "Sing", "Neut")),
    ),
    "em": (("Dat", "Sing", "Masc"), ("Dat", "Sing", "Neut")),
    "en": (("Acc", "Sing", "Masc"), ("Dat", "Plur", "")),
}
_DEFINITE: dict[str, tuple[Features, ...]] = {
    "der": _ENDINGS["er"],
    "die": _ENDINGS["e"],
    "das": (("Nom", "Sing", "Neut"), ("Acc", "Sing", "Neut")),
    "des": (("Gen", "Sing", "Masc"), ("Gen", "Sing", "Neut")),
    "dem": _ENDINGS["em"],
    "den": _ENDINGS["en"],
    "dessen": (("Gen", "Sing", "Masc"), ("Gen", "Sing", "Neut")),
    "deren": (("Gen", "Sing", "Fem"), ("Gen", "Plur", "")),
    "denen": (("Dat", "Plur", ""),),
}
_BARE_EIN: tuple[Features, ...] = (
    ("Nom", "Sing", "Masc"),
    ("Nom", "Sing", "Neut"),
    ("Acc", "Sing", "Neut"),
)
_EIN_WORDS = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer")
_PRONOUNS: dict[str, tuple[tuple[str, str], ...]] = {
    "ich": (("Nom", "Sing"),),
    "mich": (("Acc", "Sing"),),
    "mir": (("Dat", "Sing"),),
    "du": (("Nom", "Sing"),),
    "dich": (("Acc", "Sing"),),
    "dir": (("Dat", "Sing"),),
    "er": (("Nom", "Sing"),),
    "ihn": (("Acc", "Sing"),),
    "ihm": (("Dat", "Sing"),),
    "es": (("Nom", "Sing"), ("Acc", "Sing")),
    "sie": (("Nom", "Sing"), ("Acc", "Sing"), ("Nom", "Plur"), ("Acc", "Plur")),
    "ihnen": (("Dat", "Plur"),),
    "wir": (("Nom", "Plur"),),
    "uns": (("Acc", "Plur"), ("Dat", "Plur")),
    "euch": (("Acc", "Plur"), ("Dat", "Plur")),
    "ihr": (("Nom", "Plur"), ("Dat", "Sing")),
    "man": (("Nom", "Sing"),),
    "wer": (("Nom", "Sing"),),
    "wen": (("Acc", "Sing"),),
    "wem": (("Dat", "Sing"),),
    "was": (("Nom", "Sing"), ("Acc", "Sing")),
    "niemand": (("Nom", "Sing"),),
    "jemand": (("Nom", "Sing"),),
    "niemanden": (("Acc", "Sing"),),
    "jemanden": (("Acc", "Sing"),),
    "niemandem": (("Dat", "Sing"),),
    "jemandem": (("Dat", "Sing"),),
    "etwas": (("Nom", "Sing"), ("Acc", "Sing")),
    "keins": (("Nom", "Sing"), ("Acc", "Sing")),
    "eines": (("Nom", "Sing"), ("Acc", "Sing"), ("Gen", "Sing")),
    "eins": (("Nom", "Sing"), ("Acc", "Sing")),
    "nichts": (("Nom", "Sing"), ("Acc", "Sing")),
    "alles": (("Nom", "Sing"), ("Acc", "Sing")),
    "denen": (("Dat", "Plur"),),
    "dessen": (("Gen", "Sing"),),
    "deren": (("Gen", "Sing"), ("Gen", "Plur")),
}


@lru_cache(maxsize=4_000)
def determiner_features(form: str) -> frozenset[Features]:
    """What a determiner's form allows; empty set: it says nothing."""
    lower = form.lower()
    if lower in ("weniger", "mehr", "viel", "wenig", "etwas", "genug", "allerlei"):
        return frozenset()  # these never inflect
    if lower in _DEFINITE:
        return frozenset(_DEFINITE[lower])
    if lower in _EIN_WORDS:
        return frozenset(_BARE_EIN)
    if lower in closed.contractions():
        case = closed.contractions()[lower][1]
        ending = {"m": "em", "r": "er", "s": "es"}.get(lower[-1], "em")
        allowed = [f for f in _ENDINGS[ending] if f[0] == case]
        return frozenset(allowed or [(case, "Sing", g) for g in ("Masc", "Neut", "Fem")])
    for ending in ("er", "es", "em", "en", "e"):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            found = set(_ENDINGS[ending])
            if lower.startswith(_EIN_WORDS) and ending == "es":
                found -= {("Nom", "Sing", "Neut"), ("Acc", "Sing", "Neut")}
            return frozenset(found)
    return frozenset()


@lru_cache(maxsize=30_000)
def noun_features(form: str) -> frozenset[Features]:
    """What a noun's form allows; empty set: unknown."""
    for mark in "*:_/":
        if mark in form:
            plural = form.endswith("innen")
            number, gender = ("Plur", "") if plural else ("Sing", "Fem")
            cases = ("Nom", "Acc", "Dat", "Gen")
            found = {(case, number, gender) for case in cases}
            return frozenset(
                found | ({(c, "Sing", "Masc") for c in cases} if not plural else set())
            )
    if form.endswith("es") and form not in tables.noun_forms():
        stem = form.removesuffix("es").lower()
        if stem in tables.adjective_stems() or stem.removesuffix("er") in tables.adjective_stems():
            return frozenset(_ENDINGS["es"][:2])  # *Folgendes*, *Näheres*
    if _doer(form):
        return frozenset(_DOERS[form[form.rindex("nd") + 2 :]])
    readings = tables.noun_readings(head_form(form)[1]) or _of_model(form)
    if not readings and (ending := _of_adjective(form)):  # *Auswärtige*, *Volljährigen*
        return frozenset(_DOERS[ending])
    return frozenset((r.case, r.number, r.gender if r.number == "Sing" else "") for r in readings)


def _of_model(form: str) -> tuple[tables.NounReading, ...]:
    """*Anschlussnehmer*, *Zuwendungsgeberin*: no table has them, but *Arbeitnehmer* inflects so."""
    lower = form.lower()
    for part in ("nehmer", "geber"):
        place = lower.rfind(part)
        if place > 2:
            return tables.noun_readings("Arbeit" + lower[place:])
    return ()


_DOERS: dict[str, tuple[Features, ...]] = {
    "e": (*_ENDINGS["e"], ("Nom", "Sing", "Masc")),
    "er": (("Nom", "Sing", "Masc"), ("Gen", "Plur", "")),
    "en": tuple((case, "Plur", "") for case in tables.CASES)
    + tuple((case, "Sing", g) for case in ("Acc", "Dat", "Gen") for g in ("Masc", "Fem")),
}


def is_adjectival(form: str) -> bool:
    """*Schwangere*, *Radfahrende*: a noun that inflects as an adjective does."""
    lemmas = tables.adjectival_lemmas()
    return form + "r" in lemmas or form in lemmas or _doer(form)


def _of_adjective(form: str) -> str:
    """The ending of an adjective that stands as a noun; "" where it is none."""
    lower = form.lower()
    return next(
        (e for e in _DOERS if lower.endswith(e) and lower[: -len(e)] in tables.adjective_stems()),
        "",
    )


def _doer(form: str) -> bool:
    """*Antragstellende*, *Wahlhelfenden*: a participle as a noun that no table has."""
    stem, mark, ending = form.rpartition("nd")
    if not mark or ending not in _DOERS or form in tables.noun_forms() or len(stem) < 7:
        return False
    infinitive = stem.lower() + "n"
    return any(infinitive[start:] in tables.verb_classes() for start in range(len(infinitive) - 4))


def phrase_features(words: list[Word], head: Word, cases: tuple[str, ...]) -> frozenset[Features]:
    """What determiner, adjectives, noun and preposition allow together; empty: they disagree.

    words: determiner, modifiers and head; cases: those the preposition takes, () without one.
    """
    if head.tag in ("PPER", "PRF", "PDS", "PIS", "PRELS", "PWS"):
        found = _pronoun_features(head)
        if head.tag == "PRELS" and head.lower == "der" and head.morph.get("Gender") == "Masc":
            found = {f for f in found if f[0] == "Nom"}  # what it stands for is no feminine
        if head.takes_up:
            found = {f for f in found if f[1] == head.takes_up}
    else:
        found = set(noun_features(head.text)) or _any(
            head, determined=any(w.tag in ("ART", "PIAT", "PDAT") for w in words)
        )
        for word in words:
            if word is head:
                break
            if word.tag in ("ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT", "APPRART", "PIS"):
                allowed = determiner_features(word.text)
                narrowed = {f for f in found if f in allowed}
                if word.tag != "PRELAT" and allowed:
                    found = narrowed or found
            elif word.tag == "CARD" and word.text not in ("1",) and "," not in word.text:
                plural = {f for f in found if f[1] == "Plur"}
                found = plural or found
            elif word.tag == "ADJA":
                found = _narrow_by_adjective(found, word, words)
    if cases:
        narrowed = {f for f in found if f[0] in cases}
        found = narrowed or {(case, n, g) for case in cases for _, n, g in found}
    return frozenset(found)


def _narrow_by_adjective(found: set[Features], word: Word, words: list[Word]) -> set[Features]:
    """*gültiger Ausweis* is nominative, *gültigem* dative; only telling without an article."""
    bare = not any(w.tag in ("ART", "PDAT", "PPOSAT", "APPRART", "PIAT") for w in words)
    for ending in ("em", "es", "er", "en", "e"):
        if word.lower.endswith(ending) and (bare or ending in ("em", "es")):
            allowed = {f for f in _ENDINGS[ending] if not (ending == "es" and f[0] == "Gen")}
            if ending == "en":  # *frischen Mutes*
                allowed |= {("Gen", "Sing", "Masc"), ("Gen", "Sing", "Neut")}
            return {f for f in found if f in allowed} or found
    return found


_ANY_KIND = (("Sing", "Masc"), ("Sing", "Fem"), ("Sing", "Neut"), ("Plur", ""))


def _any(head: Word, *, determined: bool) -> set[Features]:
    number = head.morph.get("Number", "Sing")
    gender = head.morph.get("Gender", "") if number == "Sing" else ""
    if head.tag == "NE" and head.lower.endswith("s") and head.lemma != head.text:
        return {("Gen", number, gender)}
    cases = tables.CASES[:3] if head.tag == "NE" and not determined else tables.CASES
    if determined and head.tag in ("NE", "ADJA"):
        return {(c, n, g) for c in cases for n, g in _ANY_KIND}
    return {(case, number, gender) for case in cases}


def _pronoun_features(head: Word) -> set[Features]:
    lower = head.lower
    if head.text == "Sie" and head.morph.get("Polite"):
        return {("Nom", "Plur", ""), ("Acc", "Plur", "")}
    if lower in _PRONOUNS:
        return {(case, number, head.morph.get("Gender", "")) for case, number in _PRONOUNS[lower]}
    if head.tag == "PRF":
        return {("Acc", "Sing", ""), ("Dat", "Sing", "")}
    allowed = determiner_features(lower)
    return set(allowed) or {(case, "Sing", "") for case in ("Nom", "Acc", "Dat")}


def could_be_article(form: str, noun: str) -> bool:
    """Whether *das* can be the article of *Arbeitgeber*; unknown nouns may have any gender."""
    allowed, known = determiner_features(form), noun_features(noun)
    return not allowed or not known or bool(allowed & known)
