"""Relative clauses become sentences that name their noun again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Role
from a11y.simple_language.clauses.antecedents import own_nominative, two_holders
from a11y.simple_language.clauses.pairs import (
    sentence_span,
    whole,
)
from a11y.simple_language.clauses.pointing import points_at
from a11y.simple_language.clauses.relative_clauses import (
    relative_statement,
    told_behind,
    told_of_many,
)
from a11y.simple_language.clauses.relative_names import name_said_again
from a11y.simple_language.clauses.some_of_them import (
    chooses,
    fronted,
    holds_for_some,
    narrows_the_known,
    picked_first,
    there_are_some,
)
from a11y.simple_language.clauses.wanted_things import asked_for, is_so, must_be_so
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, alone, part, rest
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of


@evaluates("relative-clause")
def relative_clause(view: View) -> Iterator[Match]:
    """*ein Formular, das Sie online finden* → *ein Formular. Dieses Formular finden Sie online.*"""
    halves: set[int] = set()
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE or clause.link.lower() == "wer":
            continue
        if _the_other(view, clause):
            continue
        if clause.index in halves or picks(view, clause) is not None:
            continue
        whole_part = part(view, clause)
        goes_on = whole_part is not None and _goes_on(view, whole_part)
        told_apart = _tells_whom(view, clause) or _only_this(view, clause)
        if goes_on or told_apart or _modal_of_one(view, clause):
            yield whole(view, clause, None)
            continue
        named = name_said_again(view, clause, whole_part) if whole_part is not None else None
        if named is not None:
            yield whole(view, clause, named)
            continue
        there = _existing(view, clause)
        if there is not None:
            yield whole(view, clause, there, safe=False)
            continue
        joined = _joined_behind(view, clause)
        if joined is not None:
            halves.add(joined.index)
            yield whole(view, clause, _both(view, clause, joined), safe=False)
            continue
        second = _second_half(view, clause)
        if second is not None:
            halves.add(second.index)
            clause = _in_one(clause, second)
        found = part(view, clause) if second is None else alone(view, clause)
        words = [view.token(i).text for i in sorted(clause.tokens) if view.token(i).text != ","]
        if words[:2] == ["das", "heißt"]:
            continue  # *, das heißt: …*
        if found is not None and chooses(view, found):
            continue  # ``picking-clause`` says it
        free = found is not None and not _embedded(view, found)
        free = free and not (found is not None and _name_of_two(view, found))
        said = relative_statement(view, clause, found) if free and found is not None else None
        if said is None:
            yield whole(view, clause, None)
            continue
        text, safe = said
        wanted = found is not None and asked_for(view, clause, found)
        if wanted and is_so(view, clause):
            must = must_be_so(clause, text)
            yield whole(view, clause, must, safe=False)
            continue
        if view.text.rstrip().endswith(":") and text.endswith("."):
            text = f"{text[:-1]}:"  # a list follows
        start, end = sentence_span(view)
        only = any(t.text.lower() in _ONLY for t in rest(view, found)) if found else False
        doubtful = only or (found is not None and two_holders(view, clause, found))
        doubtful = doubtful or (found is not None and _says_which(view, found))
        doubtful = doubtful or wanted or _asked_for_known(view, clause)
        doubtful = doubtful or (found is not None and points_at(view, clause, found))
        doubtful = doubtful or (found is not None and holds_for_some(view, found))
        doubtful = doubtful or (found is not None and narrows_the_known(view, clause, found))
        doubtful = doubtful or (found is not None and there_are_some(view, found))
        yield Match(
            start=start,
            end=end,
            found=clause.link,
            replacement=text,
            safe=safe and not doubtful,
            guess=doubtful,
        )


@evaluates("picking-clause")
def picking_clause(view: View) -> Iterator[Match]:
    """*Wir beraten Menschen, die Schulden haben* → *Manche Menschen haben Schulden. Diese Menschen
    beraten wir.*"""
    for clause in view.clauses:
        picked = picks(view, clause)
        if picked is not None:
            yield whole(view, clause, picked)
            continue
        found = alone(view, clause) if clause.kind is ClauseKind.RELATIVE else None
        if found is None or not chooses(view, found):
            continue
        said = relative_statement(view, clause, found)
        told = said[0].rpartition("\n")[2] if said is not None else ""
        amid = view.words[-1].index > found.last
        if amid:  # in the middle it tells which ones are meant, whatever the verb
            told = told_of_many(view, clause, found) or ""
        picked = picked_first(view, found, sentence(told))
        yield whole(view, clause, picked, safe=amid or (said is not None and said[1]))


def picks(view: View, clause: Clause) -> str | None:
    """What ``fronted`` writes of the sentence's only relative clause."""
    relatives = [c for c in view.clauses if c.kind is ClauseKind.RELATIVE]
    if len(relatives) != 1 or clause not in relatives or view.text.rstrip().endswith(("?", ":")):
        return None
    found = part(view, clause)
    return fronted(view, clause, found) if found is not None else None


def _modal_of_one(view: View, clause: Clause) -> bool:
    """*die gewählt werden und alt sein müssen*: must they be elected, too?"""
    own = [t for t in view.words if t.index >= min(clause.tokens)]
    return own[-1].tag == "VMFIN" and any(
        a.text in ("werden", "haben", "sind") and b.tag == "KON" for a, b in pairwise(own)
    )


def _tells_whom(view: View, clause: Clause) -> bool:
    """*die Person, die Sie unterstützt*, *ab dem Monat, der im Bescheid steht*: which one, is said
    by nothing else."""
    noun = view.token(clause.antecedent) if clause.antecedent is not None else None
    article = view.after(noun, -1) if noun is not None else None
    if noun is None or article is None:
        return False
    if noun.text not in _ANYBODY and TIMES.fullmatch(noun.text) is None:
        return False
    return article.tag == "ART" and article.text.lower() in _KNOWN_ONE


def _the_other(view: View, clause: Clause) -> bool:
    """*Die eine Hälfte kam, die andere blieb*: a statement, and no relative clause."""
    words = [view.token(i) for i in sorted(clause.tokens) if view.token(i).text != ","]
    other = len(words) > 2 and words[1].text in ("andere", "anderen", "übrigen", "restlichen")
    return other and words[2].index == clause.finite


def _asked_for_known(view: View, clause: Clause) -> bool:
    """*Bringen Sie den Ausweis mit, der noch gültig ist*: which one shall be brought."""
    noun = view.token(clause.antecedent) if clause.antecedent is not None else None
    around = view.in_clause(noun) if noun is not None else None
    if noun is None or around is None or around.mood is not Mood.IMPERATIVE:
        return False
    phrase = nominal.ending_in(view, noun)
    known = phrase is not None and phrase.article is not None
    if phrase is None or not known or phrase.article is None:
        return False
    bound = phrase.article.text.lower() in _KNOWN_ONE
    return bound and any(
        p.role is Role.DIRECT_OBJECT and noun.index in p.tokens for p in around.participants
    )


def _only_this(view: View, clause: Clause) -> bool:
    """*nur an dem Auto, für das sie gelten*: parted, it would be said of any one car."""
    noun = view.token(clause.antecedent) if clause.antecedent is not None else None
    phrase = nominal.ending_in(view, noun) if noun is not None else None
    if phrase is None or phrase.article is None:
        return False
    before = view.after(phrase.first, -1)
    if before is not None and before.tag == "APPR":
        before = view.after(before, -1)
    known = phrase.article.text.lower() in _KNOWN_ONE
    return known and before is not None and before.text.lower() in _ONLY


_KNOWN_ONE = frozenset({"der", "die", "das", "dem", "den"})
_ANYBODY = frozenset({"Person", "Mensch", "Menschen", "Personen"})


def _says_which(view: View, found: Part) -> bool:
    """*im Jahr, in dem …*, *wenn eine Gefahr besteht, die …*: without the clause nobody knows
    which year, and any danger would do."""
    before = view.after(found.tokens[0], -2)
    if before is None:
        return False
    around = view.in_clause(before)
    if around is not None and around.relation is Relation.CONDITION:
        return True
    led = found.tokens[0].tag in ("APPR", "APPRART")
    phrase = nominal.ending_in(view, before)
    known = phrase is not None and phrase.article is not None and phrase.article.text[:1] == "d"
    if led and known and around is not None and around.predicate == "sein":
        return True  # *Dies ist der Ort, an dem …*: nothing is said of it yet
    return led and TIMES.search(before.text) is not None


def _name_of_two(view: View, found: Part) -> bool:
    """*das Amt für Soziales und Wohnen, das …*: the office, not the last word of its name."""
    last = view.after(found.tokens[0], -2)
    words = [last]
    for _ in range(4):
        words.append(view.after(words[-1], -1) if words[-1] is not None else None)
    tags = ["" if t is None else t.tag for t in words]
    joint, led = words[1], words[3]
    return (
        joint is not None
        and joint.text.lower() == "und"
        and led is not None
        and led.text.lower() == "für"
        and {tags[0], tags[2], tags[4]} <= {"NN", "NE", "ADJA"}
    )


_ONLY = frozenset({"nur", "kaum", "lediglich", "ausschließlich", "vorbehalten", "reserviert"})
"""*gibt nur Termine, die spät liegen*: parted, there would be nothing but appointments."""


def _embedded(view: View, found: Part) -> bool:
    """*Wer einen Hund hält, der …, muss …*: its comma closes the clause around it, too."""
    before = view.after(found.tokens[0], -2)
    around = view.in_clause(before) if before is not None else None
    last = view.words[-1].index if view.words else found.last
    return around is not None and around.kind is not ClauseKind.MAIN and found.last < last


def _goes_on(view: View, found: Part) -> bool:
    """*das zwar spät kam, doch auf altem Stoff beruhte, war neu*: it has a second half; so has
    *das belebt, in großen Mengen jedoch schadet*."""
    behind = [t for t in view.tokens if t.index > found.last and any(c.isalnum() for c in t.text)]
    comma = view.after(view.token(found.last))
    if any(t.tag.endswith("FIN") for t in view.tokens if t.index < found.first):
        adds = any(t.text.lower() in ("aber", "jedoch", "dagegen") for t in behind)
        if adds and len(behind) > 2 and behind[-1].tag.endswith("FIN"):
            return True
    return (
        len(behind) > 1
        and comma is not None
        and comma.text == ","
        and behind[0].tag == "KON"
        and not behind[1].tag.endswith("FIN")
        and any(t.text == "," for t in view.tokens if t.index > behind[0].index)
    )


def _second_half(view: View, clause: Clause) -> Clause | None:
    """The *und arbeiten können* of *in dem Sie leben und arbeiten können*: it has the one verb."""
    if clause.finite is not None:
        return None
    follows = max(clause.tokens) + 1
    opening = [t.tag for t in view.tokens if follows < t.index < follows + 3]
    if "PRELS" in opening or opening in (["APPR", "ART"], ["APPR", "PDS"]):
        return None  # *und in der bestätigt wird*: a pronoun of its own
    return next(
        (
            other
            for other in view.clauses
            if other.kind is ClauseKind.RELATIVE
            and other.finite is not None
            and min(other.tokens) == follows
            and view.token(follows).text.lower() in ("und", "oder")
        ),
        None,
    )


def _in_one(clause: Clause, second: Clause) -> Clause:
    return replace(
        clause,
        finite=second.finite,
        tokens=tuple(sorted({*clause.tokens, *second.tokens})),
        verbs=tuple(sorted({*clause.verbs, *second.verbs})),
    )


def _existing(view: View, clause: Clause) -> str | None:
    """*Es gibt viele Menschen, die hier wohnen* → *Viele Menschen wohnen hier.*"""
    found = part(view, clause)
    main = rest(view, found) if found is not None else ()
    if found is None or len(view.clauses) != 2 or clause.finite is None or len(main) < 3:
        return None
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    if [t.text.lower() for t in main[:2]] != ["es", "gibt"] or found.last != words[-1].index:
        return None
    front = [t for t in main[2:] if t.text.lower() in ("auch", "aber")]
    phrase = nominal.phrase_at(view, main[2 + len(front)].index) if len(main) > 2 else None
    if (
        phrase is None
        or phrase.noun.index != main[-1].index
        or main[2 : 2 + len(front)] != (*front,)
    ):
        return None
    cases = nominal.readings(phrase)
    if found.tokens[0].text != "die" or ("Nom", "Plur", "") not in cases:
        return None
    if phrase.article is None or phrase.article.text.lower().startswith("kein"):
        return None  # *Es gibt Kurse, die …*: some of them, not all
    if own_nominative(view, clause, found.tokens[1:]):
        return None
    if "Plur" not in verb_numbers(view.token(clause.finite)):
        return None
    taken = take(view, found, who=(found.tokens[0],))
    if taken is None:
        return None
    said = taken.statement().partition(" ")[2]
    bare = phrase.article is None and phrase.noun.tag == "NN"
    if bare and phrase.adjectives:
        return None
    some = "manche" if bare else ""  # *Es gibt Kitas, die …*: not all of them
    return sentence(text_of(front), some, text_of(phrase.tokens), said)


def _joined_behind(view: View, clause: Clause) -> Clause | None:
    """The second clause of *Erzieher, die sich kümmern und es betreuen*; each has its verb."""
    follows = max(clause.tokens) + 1
    return next(
        (
            other
            for other in view.clauses
            if clause.finite is not None
            and other.kind is ClauseKind.RELATIVE
            and other.finite is not None
            and min(other.tokens) == follows
            and view.token(follows).text.lower() in ("und", "oder")
        ),
        None,
    )


def _both(view: View, clause: Clause, other: Clause) -> str | None:
    """The main clause, and each relative clause as a sentence that names the noun."""
    first, last = part(view, clause), part(view, other)
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    if first is None or last is None or last.last != words[-1].index or len(last.tokens) < 3:
        return None
    if first.tokens[0].tag != "PRELS" or own_nominative(view, clause, first.tokens[1:]):
        return None
    if first.tokens[0].text != last.tokens[1].text and (
        last.tokens[1].tag == "PRELS" or last.tokens[2].tag == "PRELS"
    ):
        return _each_with_its_pronoun(view, clause, first, other, last)
    if subject_tokens(view, other) not in ((), (first.tokens[0],)):
        own = subject_tokens(view, other)[0]
        if own in last.tokens and own.tag in ("PPER", "PDS") and own.text.lower() not in _OBJECTS:
            return None
        if own in last.tokens and own.tag not in ("PPER", "PDS") and own.index == last.first + 1:
            return None  # it has a subject of its own
    said = relative_statement(view, clause, first, behind=other)
    taken = take(view, last, who=(first.tokens[0],))
    if said is None or taken is None or not _same_number(view, clause, other):
        return None
    words_of = said[0].partition("\n")[2].split(" ")
    named = words_of[: 4 if words_of[2:3] == ["und"] else 2]  # *Diese Helferinnen und Helfer*
    if not named[0].lower().startswith("dies"):
        return None
    joint = "Oder " if last.tokens[0].text.lower() == "oder" else "Und "
    again = f"{joint}{named[0].lower()} {' '.join(named[1:])} {taken.statement().partition(' ')[2]}"
    return f"{said[0]}\n{sentence(again)}"


def _each_with_its_pronoun(
    view: View, clause: Clause, first: Part, other: Clause, last: Part
) -> str | None:
    """*Menschen, die A und denen B droht* → *… Diese Menschen A. Diesen Menschen droht B.*"""
    own = Part(clause=other, tokens=last.tokens[1:])
    known = clause.antecedent
    said = relative_statement(view, clause, first, behind=other)
    named = told_behind(view, other, own, view.token(known)) if known is not None else None
    if said is None or named is None or last.tokens[0].text.lower() != "und":
        return None
    return f"{said[0]}\n{sentence(named)}"


_OBJECTS = frozenset({"es", "sie"})


def _same_number(view: View, one: Clause, other: Clause) -> bool:
    numbers = [verb_numbers(view.token(c.finite)) for c in (one, other) if c.finite is not None]
    return len(numbers) == 2 and (not all(numbers) or bool(numbers[0] & numbers[1]))
