"""Two words that say the same, joined by *und*: a short version says one of them.

Whether it is one thing said twice, only a table can tell (``data/twins.yaml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Role, Token
from a11y.language.lexicon import tables
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.agreeing import in_number, with_verb
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, word_set
from a11y.simple_language.words.phrase_table import PhraseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Twins:
    """nouns, adjectives, verbs: (word that goes, word that stays), basic forms in small letters.
    fixed: saying → what to write for it."""

    nouns: frozenset[tuple[str, str]]
    adjectives: frozenset[tuple[str, str]]
    verbs: frozenset[tuple[str, str]]
    fixed: dict[str, str]
    sayings: PhraseTable


@lru_cache(maxsize=1)
def _twins() -> _Twins:
    records = data_file("twins")

    def pairs(kind: str) -> frozenset[tuple[str, str]]:
        rows = records[kind].items()
        return frozenset((one.lower(), stays.lower()) for stays, go in rows for one in go.split())

    return _Twins(
        nouns=pairs("nouns"),
        adjectives=pairs("adjectives"),
        verbs=pairs("verbs"),
        fixed=records["fixed"],
        sayings=PhraseTable(records["fixed"]),
    )


_JOINTS = word_set("und sowie")


@evaluates("twin-words")
def twin_words(view: View) -> Iterator[Match]:
    """*Sie bekommen Rat und Hilfe.* → *Sie bekommen Hilfe.*"""
    for found in _twins().sayings.find(view.text):
        easy = _twins().fixed.get(found[0]) or _twins().fixed[found[0].lower()]
        opens = found.start() == 0
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=capital(easy) if opens else easy,
        )
    for joint in view.tokens:
        one, other = view.after(joint, -1), view.after(joint)
        if joint.text not in _JOINTS or one is None or other is None:
            continue
        if _goes_on(view, one, other):
            continue  # *Rat, Hilfe und Trost*: a list
        match = _noun(view, one, other) or _adjective(view, one, other) or _verb(view, one, other)
        if match is not None:
            yield match


def _goes_on(view: View, one: Token, other: Token) -> bool:
    before, behind = view.after(one, -1), view.after(other)
    if before is not None and before.text in (",", "und", "oder", "-", "/"):
        return True
    if behind is None or behind.text not in ("und", "oder", "sowie", "-", "/"):
        return False
    third = view.after(behind)
    return third is None or third.tag == other.tag or not third.tag.startswith("V")


def _stays(
    one: Token, other: Token, pairs: frozenset[tuple[str, str]], stems: tuple[set[str], set[str]]
) -> Token | None:
    """Which of two joined words stays, or None where they are no twins."""
    first, second = stems
    if any((a, b) in pairs for a in first for b in second):
        return other
    if any((b, a) in pairs for a in first for b in second):
        return one
    return None


def _without(view: View, one: Token, other: Token, stays: Token) -> Match:
    text = stays.text
    if stays is other and one.index == view.words[0].index:
        text = capital(text)
    return Match(
        start=one.span[0],
        end=other.span[1],
        found=inner(one) if stays is other else other.text,
        replacement=text,
    )


def _noun(view: View, one: Token, other: Token) -> Match | None:
    if one.tag != "NN" or other.tag != "NN":
        return None
    before = view.after(one, -1)
    if one.text == "Hilfe" and before is not None and before.text.lower() == "mit":
        return None  # *mit Hilfe der Vereine* is a preposition
    stays = _stays(one, other, _twins().nouns, (_lemmas(one), _lemmas(other)))
    if stays is None:
        return None
    if stays is other:
        phrase = nominal.ending_in(view, one)
        if phrase is None:
            return None
        swapped = nominal.Phrase(article=phrase.article, adjectives=phrase.adjectives, noun=other)
        alone = phrase.article is None and not phrase.adjectives
        same = nominal.readings(phrase) & nominal.readings(swapped)
        if not alone and not same:
            return None  # *der Spaß und die Freude* have articles of their own; no form is known
    verb = _verb_of_both(view, one)
    if verb is None:
        return _without(view, one, other, stays)
    if "Plur" in {number for _, number, _ in nominal.noun_readings(stays.text)}:
        return _without(view, one, other, stays)
    if verb.index > other.index and _may_have_another_subject(view, verb):
        return None  # *Rat und Hilfe bekommen Eltern*: they get it
    return _with_verb(view, one, other, stays, verb)


def _may_have_another_subject(view: View, verb: Token) -> bool:
    """Whether a noun behind the verb can be a plural subject."""
    for noun in view.tokens:
        if noun.index < verb.index or noun.tag not in ("NN", "NE"):
            continue
        phrase = nominal.ending_in(view, noun)
        before = view.after(phrase.first if phrase is not None else noun, -1)
        if before is not None and before.tag in ("APPR", "APPRART"):
            continue
        forms = nominal.readings(phrase) if phrase is not None else set()
        if not forms or any(r[0] == "Nom" and r[1] == "Plur" for r in forms):
            return True
    return False


def _lemmas(token: Token) -> set[str]:
    found = {reading.lemma.lower() for reading in tables.noun_readings(token.text)}
    return found | {token.lemma.lower(), token.text.lower()}


def _verb_of_both(view: View, one: Token) -> Token | None:
    """The plural verb of which a word and its twin are the subject, or may be."""
    clause = view.in_clause(one)
    if clause is None or clause.finite is None:
        return None
    finite = view.token(clause.finite)
    if finite.text == "sind" or finite.morph.get("Number") == "Plur":
        behind_preposition = any(
            (t := view.after(one, -n)) is not None and t.tag in ("APPR", "APPRART")
            for n in (1, 2, 3)
        )
        known = [p for p in clause.participants if p.role is Role.SUBJECT]
        elsewhere = any(p.pronoun or one.index not in p.tokens for p in known)
        if not behind_preposition and not elsewhere:
            return finite
    return None


def _with_verb(view: View, one: Token, other: Token, stays: Token, verb: Token) -> Match | None:
    """*Rat und Hilfe sind wichtig.* → *Hilfe ist wichtig.*: one word of them is left between."""
    singular = in_number(verb, "Sing")
    if singular is None:
        return None
    bare = _without(view, one, other, stays)
    both = (one.span[0], other.span[1])
    span, text = with_verb(view, both, bare.replacement or "", verb=verb, form=singular)
    return Match(start=span[0], end=span[1], found=bare.found, replacement=text)


def _adjective(view: View, one: Token, other: Token) -> Match | None:
    tags = {one.tag, other.tag}
    if tags == {"ADJA"}:
        endings = [_ending(one.text), _ending(other.text)]
        if endings[0] != endings[1] or not endings[0]:
            return None
    elif not tags <= {"ADJD", "ADV"}:
        return None
    ending = _ending(one.text) if one.tag == "ADJA" else ""
    stems = tuple({_stem(t, ending)} for t in (one, other))
    stays = _stays(one, other, _twins().adjectives, (stems[0], stems[1]))
    return None if stays is None else _without(view, one, other, stays)


def _ending(adjective: str) -> str:
    for ending in ("er", "en", "em", "es", "e"):
        if adjective.endswith(ending):
            return ending
    return ""


def _stem(token: Token, ending: str) -> str:
    word = token.text.lower()
    return word[: -len(ending)] if ending else word


def _infinitives(verb: Token) -> set[str]:
    return {reading.infinitive for reading in tables.verb_readings(verb.text)} | {verb.lemma}


def _verb(view: View, one: Token, other: Token) -> Match | None:
    if one.tag != other.tag or not one.tag.startswith("VV"):
        return None
    stays = _stays(one, other, _twins().verbs, (_infinitives(one), _infinitives(other)))
    return None if stays is None else _without(view, one, other, stays)
