"""Noun phrases: what they can be, and the same phrase in another case.

A phrase is article, adjectives, noun. Its case follows from all three together; where they leave
more than one reading, the functions say so instead of guessing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from a11y.language import inflect
from a11y.language.analysis import Token
from a11y.language.compounds import head_form
from a11y.language.lexicon import tables
from a11y.simple_language.view import View

Reading = tuple[str, str, str]
"""Case (Nom, Acc, Dat, Gen), number (Sing, Plur), gender (Masc, Fem, Neut; "" in the plural)."""

_COLUMNS = (("Sing", "Masc"), ("Sing", "Fem"), ("Sing", "Neut"), ("Plur", ""))
_CASES = ("Nom", "Acc", "Dat", "Gen")


def _table(rows: str) -> dict[tuple[str, str, str], str]:
    """Endings written as four rows of four; ``-`` stands for none."""
    cells = [cell.replace("-", "") for cell in rows.split()]
    keys = [(case, number, gender) for case in _CASES for number, gender in _COLUMNS]
    return dict(zip(keys, cells, strict=True))


_ARTICLE = _table("der die das die  den die das die  dem der dem den  des der des der")
_DIES = _table("er e es e  en e es e  em er em en  es er es er")
_EIN = _table("- e - e  en e - e  em er em en  es er es er")
_WEAK = _table("e e e en  en e e en  en en en en  en en en en")
_MIXED = _table("er e es en  en e es en  en en en en  en en en en")
_STRONG = _table("er e es e  en e es e  em er em en  en er en er")

_DIES_STEMS = ("dies", "jed", "jen", "welch", "manch", "solch", "all", "beid", "sämtlich")
_EIN_STEMS = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer", "irgendein")
_MANY_STEMS = ("viel", "einig", "mehrer", "wenig", "etlich")
"""Inflected like *dies* in the plural; an adjective behind them is strong (*viele neue Bücher*)."""
DETERMINER_TAGS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """article: the determiner or None. adjectives: between it and the noun, numerals included."""

    article: Token | None
    adjectives: tuple[Token, ...]
    noun: Token

    @property
    def first(self) -> Token:
        return self.article or (self.adjectives[0] if self.adjectives else self.noun)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return (*((self.article,) if self.article else ()), *self.adjectives, self.noun)


def phrase_at(view: View, index: int) -> Phrase | None:
    """The phrase that begins at a token, or None where there is none."""
    end = view.sentence.tokens[1]
    article = view.token(index) if index < end else None
    if article is None:
        return None
    at = index
    if article.tag in DETERMINER_TAGS:
        at += 1
    else:
        article = None
    adjectives = []
    while at < end and (view.token(at).tag in ("ADJA", "CARD") or _both(article, view.token(at))):
        adjectives.append(view.token(at))
        at += 1
    if at >= end or view.token(at).tag not in ("NN", "NE"):
        return None
    return Phrase(article=article, adjectives=tuple(adjectives), noun=view.token(at))


def _both(article: Token | None, token: Token) -> bool:
    """*seine beiden Kinder*: inflected like an adjective, whatever its tag says."""
    return article is not None and token.text in ("beiden", "beide")


def ending_in(view: View, noun: Token) -> Phrase | None:
    """The phrase whose noun this is."""
    for back in (3, 2, 1, 0):
        first = view.after(noun, -back) if back else noun
        if first is None:
            continue
        phrase = phrase_at(view, first.index)
        if phrase is not None and phrase.noun.index == noun.index:
            return phrase
    return None


@lru_cache(maxsize=4_096)
def determiner_readings(word: str) -> frozenset[Reading]:
    lower = word.lower()
    found = {key for key, form in _ARTICLE.items() if form == lower}
    for stems, endings in ((_DIES_STEMS, _DIES), (_EIN_STEMS, _EIN)):
        for stem in stems:
            if lower.startswith(stem):
                found |= {key for key, ending in endings.items() if stem + ending == lower}
    for stem in _MANY_STEMS:
        if lower.startswith(stem):
            found |= {key for key, e in _DIES.items() if key[1] == "Plur" and stem + e == lower}
    if lower.startswith("eur"):
        found |= {key for key, ending in _EIN.items() if "eur" + ending == lower}
    return frozenset(found)


@lru_cache(maxsize=16_384)
def noun_readings(word: str) -> frozenset[Reading]:
    _, head = head_form(word)
    head = re.sub(r"^Jährige(?=[nrsm]?$)", "Jugendliche", head)  # *ein 20-Jähriger*
    return frozenset(
        (r.case, r.number, r.gender if r.number == "Sing" else "")
        for r in tables.noun_readings(head)
    )


def readings(phrase: Phrase) -> frozenset[Reading]:
    """Everything the phrase can be; empty where article and noun do not agree or are unknown."""
    found = noun_readings(phrase.noun.text)
    if phrase.article is not None:
        found &= determiner_readings(phrase.article.text)
    adjectives = [a for a in phrase.adjectives if a.tag == "ADJA" and _ending(a.text)]
    if adjectives:
        endings = _endings_after(phrase.article)
        found = frozenset(
            reading
            for reading in found
            if reading in endings  # of a name (*Großmutter*, *Paris*) the tables tell no gender
            and all(a.text.endswith(endings[reading]) for a in adjectives)
        )
    return found


def agree(phrase: Phrase) -> bool:
    """Whether article, adjectives and noun can stand together (unknown nouns always can)."""
    return not noun_readings(phrase.noun.text) or bool(readings(phrase))


def in_case(
    phrase: Phrase, case: str, *, number: str, gender: str, found_in: str = ""
) -> str | None:
    """The phrase in another case, or None where a form is not certain.

    found_in: the case it stands in, where the caller knows it (*des Buchs* is *Buch*, no *Buchs*).
    """
    key = (case, number, gender if number == "Sing" else "")
    if {case, found_in} == {"Gen", "Dat"} and number == "Sing" and _weak(phrase):
        return around(phrase, phrase.noun.text, key)
    noun = noun_in(phrase.noun.text, case, number, found_in=found_in, gender=key[2])
    return None if noun is None else around(phrase, noun, key)


def _weak(phrase: Phrase) -> bool:
    """*des Angehörigen*: a noun inflected like an adjective, one form in dative and genitive."""
    word = phrase.noun.text
    lemmas = {reading.lemma for reading in tables.noun_readings(head_form(word)[1])}
    bare = head_form(word)[1][:-1]
    inflected = word.endswith("en") and f"{bare}r" in lemmas
    return inflected and phrase.article is not None


def around(phrase: Phrase, noun: str, key: Reading) -> str | None:
    """Article and adjectives of a phrase, inflected for a reading, before a noun form of it."""
    words: list[str] = []
    if phrase.article is not None:
        article = determiner_in(phrase.article.text, key)
        if article is None:
            return None
        words.append(article)
    endings = _endings_after(phrase.article)
    for adjective in phrase.adjectives:
        ending = _ending(adjective.text)
        if adjective.text.lower() in ("zweier", "dreier"):
            return None
        if adjective.tag == "CARD" or not ending or _is_no_adjective(adjective.text):
            words.append(adjective.text)
        elif key not in endings:
            return None
        else:
            words.append(adjective.text[: -len(ending)] + endings[key])
    return " ".join([*words, noun])


def _is_no_adjective(word: str) -> bool:
    """*Berliner*, *Siehe*: with a capital letter and not inflected; *Neuer* opens its sentence."""
    if not word[:1].isupper():
        return False
    stem = word.lower().removesuffix(_ending(word))
    base = stem.removesuffix("er").translate(_UMLAUTS)  # *Größerer*
    known = {stem, f"{stem}er", f"{stem}e", stem.removesuffix("er"), base}
    done = any(reading.form == "Part2" for reading in tables.verb_readings(stem))
    return not (known & tables.adjective_stems().keys() or done or stem.endswith("end"))


_UMLAUTS = str.maketrans("äöü", "aou")


def determiner_in(word: str, key: Reading) -> str | None:
    """*des* → *dem*, *eines* → *einem*, *Ihrer* → *Ihrem*."""
    lower = word.lower()
    large = word.startswith("Ihr")  # the polite form; any other capital only opened a sentence
    form = None
    if lower in _ARTICLE.values():
        form = _ARTICLE[key]
    else:
        many = _MANY_STEMS if key[1] == "Plur" else ()
        for stems, endings in ((_EIN_STEMS, _EIN), ((*_DIES_STEMS, *many), _DIES)):
            for stem in stems:
                if form is None and any(stem + ending == lower for ending in endings.values()):
                    form = stem + endings[key]
    if form is None:
        return None
    return form[:1].upper() + form[1:] if large else form


def der(reading: Reading) -> str:
    """The definite article of a reading: *der, die, das, den …*"""
    return _ARTICLE[reading]


def dies(key: Reading) -> str:
    """*dieser*, *diese*, *dieses* … in the wanted form."""
    return "dies" + _DIES[key]


def pointed_at(key: Reading, noun: str) -> str:
    """*dieser Verein*; a noun inflected like an adjective is weak there: *ein Deutscher*, *dieser
    Deutsche*; *zwei Beamte*, *diese Beamten*."""
    weak = noun
    if key == ("Nom", "Sing", "Masc") and noun.endswith("er"):
        alone = ("Acc", "Sing", "Masc") not in noun_readings(noun)  # unlike *Lehrer*
        weak = noun[:-1] if alone and key in noun_readings(noun[:-1]) else noun
    if key == ("Nom", "Plur", "") and noun.endswith("e"):
        both = key in noun_readings(f"{noun}n") and key in noun_readings(noun)
        weak = f"{noun}n" if both else noun
    return f"{dies(key)} {weak}"


def noun_in(
    word: str, case: str, number: str, *, found_in: str = "", gender: str = ""
) -> str | None:
    """A noun's form; the compound's first part stays. None where it is not certain.

    found_in, gender: the case it stands in and its gender, where the caller knows them (*der
    Mensch* has other forms than *das Mensch*).
    """
    prefix, head = head_form(word)
    if word.endswith("leuten") and number == "Plur":  # *Fachleute* are in two paradigms
        return word if case == "Dat" else word[:-1]
    forms: set[str] = set()
    readings = tables.noun_readings(head)
    own = [reading for reading in readings if reading.lemma == head]
    for reading in own or readings:  # *der Zeuge* is no form of *das Zeug*
        if reading.number != number or (found_in and reading.case != found_in):
            continue
        codes = tables.noun_classes().get(reading.lemma, ())
        for code in codes if gender else inflect.meant(reading.lemma, codes):
            if gender and gender[0].lower() not in code.partition("|")[0]:
                continue
            position = _CASES.index(case) + (4 if number == "Plur" else 0)
            cell = tables.noun_cells(reading.lemma, code)[position]
            if cell:
                forms.add(_plain(cell, case, number))
    if len(forms) > 1 and head in forms and not found_in:
        forms = {head}
    if len(forms) != 1:
        return None
    form = forms.pop()
    joined = prefix and not prefix.endswith("-")
    return prefix + (form[:1].lower() + form[1:] if joined else form)


def masculine_plural(word: str) -> str | None:
    """*Bürger* → *Bürger*, *Kunde* → *Kunden*; None for what is no masculine noun."""
    prefix, head = head_form(word)
    for code in tables.noun_classes().get(head, ()):
        cell = tables.noun_cells(head, code)[4]
        if "m" in code.partition("|")[0] and cell:
            plural = cell[0][:1].lower() + cell[0][1:] if prefix else cell[0]
            return prefix + plural
    return None


def _plain(cell: Sequence[str], case: str, number: str) -> str:
    """The everyday variant: no dative *-e* (*dem Manne*), but the *-n* of *dem Nachbarn*."""
    if case == "Dat" and number == "Sing":
        if any(form.endswith("en") and form[:-1] in cell for form in cell):
            return cell[0]  # *der Erde*, not the old *auf Erden*
        return next((form for form in cell if not form.endswith("e")), cell[0])
    return cell[0]


def genders(word: str) -> frozenset[str]:
    return frozenset(gender for _, number, gender in noun_readings(word) if number == "Sing")


def _endings_after(article: Token | None) -> dict[Reading, str]:
    if article is None or article.tag == "CARD":
        return _STRONG
    lower = article.text.lower()
    if any(lower.startswith(stem) for stem in _EIN_STEMS) or lower.startswith("eur"):
        return _MIXED
    if any(lower.startswith(stem) for stem in _MANY_STEMS):
        return _STRONG
    return _WEAK


def _ending(adjective: str) -> str:
    found = re.search(r"e[nrsm]?$", adjective)
    return found[0] if found else ""


def in_case_from(phrase: Phrase, found_in: str, wanted: str) -> str | None:
    """The phrase, read in one case, in another; None where its readings lead to several forms."""
    forms = {
        in_case(phrase, wanted, number=number, gender=gender, found_in=found_in)
        for case, number, gender in readings(phrase)
        if case == found_in
    }
    return forms.pop() if len(forms) == 1 else None
