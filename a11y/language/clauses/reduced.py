"""Participle attributes as reduced clauses: what a translator needs to make a clause of them.

*die im Vorjahr gezahlte Steuer* → zahlen, passive, perfect; subject *Steuer*, time *im Vorjahr*.
*der noch zu entrichtende Betrag* → entrichten, modal passive. *die dort lebenden Tiere* → leben,
active.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language import attributes, closed
from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    Participant,
    Relation,
    Role,
    Tense,
    Voice,
)
from a11y.language.clauses.arguments import arguments
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.verbs import VerbComplex
from a11y.language.inflect import takes_sein
from a11y.language.word import Word

_DEGREES = frozenset(("sehr", "ganz", "so", "zu", "besonders", "ebenso", "möglichst", "recht"))
_OWN = frozenset(("bereits", "schon", "neu", "früher", "nachträglich"))
_LEADING = ("ADV", "ADJD", "PTKNEG", "PTKA", "PAV")


def find(words: Sequence[Word], clauses: Sequence[Clause], *, first: int) -> list[Clause]:
    """The reduced clauses of one sentence in text order.

    clauses: those of the sentence. first: how many attributes the text had before.
    """
    found: list[Clause] = []
    for begin, place, noun in _places(words):
        if any(w.tag == "$," for w in words[begin:place]):
            continue  # two participles side by side: which phrase goes with which is not said
        parent = next((c for c in clauses if words[noun].index in c.tokens), None)
        clause = _clause(words, begin, place, noun, parent=parent, index=first + len(found))
        if clause is not None:
            found.append(clause)
    return found


def without_their_negations(
    clauses: Sequence[Clause], attributes: Sequence[Clause]
) -> list[Clause]:
    """*Nicht abgeholte Sachen werden verkauft*: what the attribute denies its clause does not."""
    inside = {index for attribute in attributes for index in attribute.negations}
    return [
        replace(clause, negations=tuple(i for i in clause.negations if i not in inside))
        if inside.intersection(clause.negations)
        else clause
        for clause in clauses
    ]


def _places(words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """(first word, participle, noun) of each attribute that may be a reduced clause."""
    done = -1
    for at, word in enumerate(words):
        held = attributes.find(words, at)
        if held is not None and held.participle > done:
            done = held.participle
            yield at + 1, held.participle, held.noun
        elif word.tag == "ADJA" and at > done and attributes.participle(word.lower)[0]:
            begin = at
            while begin > 0 and words[begin - 1].tag in (*_LEADING, "PTKZU"):
                begin -= 1
            begin = _with_phrase(words, _behind_verb(words, begin, at), at)
            noun = next((i for i in range(at + 1, len(words)) if words[i].tag != "ADJA"), at)
            bidden = attributes.participle(word.lower)[1] == "Part1Zu"
            if (begin < at or bidden) and words[noun].tag in ("NN", "NE"):
                done = at
                yield begin, at, noun


def _behind_verb(words: Sequence[Word], begin: int, place: int) -> int:
    """Where no determiner stands in front, adverbs behind the verb are the verb's own."""
    before = words[begin - 1] if begin else None
    if before is None or before.tag.startswith(("ART", "P", "APP")):
        return begin
    close = place - 1
    own = words[close].head == words[place].index or words[close].lower in _OWN
    return close if words[close].tag in _LEADING and own else place


def _with_phrase(words: Sequence[Word], begin: int, place: int) -> int:
    """*Von Ihnen eingereichte Unterlagen*: a phrase in front, where nothing else can claim it."""
    first = begin - 1
    while first >= 0 and words[first].tag in ("NN", "NE", "PPER", "ART", "PPOSAT", "ADJA", "CARD"):
        first -= 1
    if first < 0 or first == begin - 1 or words[first].tag not in ("APPR", "APPRART"):
        return begin
    opens = first == 0 or words[first - 1].tag.startswith("$")
    return first if opens and words[begin - 1].head == words[place].index else begin


def _clause(
    words: Sequence[Word],
    begin: int,
    place: int,
    noun: int,
    *,
    parent: Clause | None,
    index: int,
) -> Clause | None:
    infinitive, form = attributes.participle(words[place].lower)
    inner = list(words[begin:place])
    to = inner[-1] if inner and inner[-1].tag == "PTKZU" else None
    free = [w for w in inner if w is not to]
    bidden = to is not None or form == "Part1Zu"
    adjective = words[place].lemma in closed.members("adjectival_participles")
    if not bidden and (adjective or all(w.lower in _DEGREES for w in free)):
        return None
    voice, tense = _voice_and_tense(infinitive, form, bidden=bidden)
    verbs = tuple(w.index for w in (to, words[place]) if w is not None)
    complex_ = VerbComplex(
        predicate=infinitive, verbs=tuple(w for w in (to, words[place]) if w), voice=voice
    )
    draft = Draft(kind=ClauseKind.INFINITIVE, words=free, verb_final=True)
    own = arguments(draft, complex_)
    subject = Participant(
        role=Role.SUBJECT,
        head=words[noun].index,
        tokens=(words[noun].index,),
        case="Nom",
        number=words[noun].morph.get("Number", ""),
        shared=True,
    )
    return Clause(
        index=index,
        sentence=parent.sentence if parent is not None else 0,
        kind=ClauseKind.ATTRIBUTE,
        tokens=tuple(w.index for w in words[begin : place + 1]),
        predicate=infinitive,
        verbs=verbs,
        voice=voice,
        tense=tense,
        mood=Mood.NONE,
        negations=tuple(w.index for w in inner if w.lower in closed.members("negations")),
        relation=Relation.RELATIVE,
        parent=parent.index if parent is not None else None,
        antecedent=words[noun].index,
        participants=(subject, *own.participants),
        adverbials=own.adverbials,
        reflexive=own.reflexive.index if own.reflexive is not None else None,
    )


def _voice_and_tense(infinitive: str, form: str, *, bidden: bool) -> tuple[Voice, Tense]:
    """bidden: with *zu* (*einzureichende*)."""
    if bidden:
        return Voice.MODAL_PASSIVE, Tense.PRESENT
    if form == "Part1":
        return Voice.ACTIVE, Tense.PRESENT
    if takes_sein(infinitive):
        return Voice.ACTIVE, Tense.PERFECT
    return Voice.PASSIVE, Tense.PERFECT
