"""A sentence of one subordinate clause and one main part: what most clause rules work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Mood, Role, Tense, Token, ValueKind, Voice
from a11y.simple_language.clauses.opening import opened
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
from a11y.simple_language.grammar.fields import Part, part, rest, stands_alone
from a11y.simple_language.grammar.subjects import fits, subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.grammar.verb_second import Taken
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

BINDING = word_set(
    "nur auch selbst außer erst immer insbesondere vor allem als wie sogar besonders nicht "
    "jedoch aber sowie und oder denn damit statt ohne"
)
"""Words that bind a conjunction to what stands before it (*nur wenn*): no template fits."""
CONDITIONAL = ("wenn", "falls", "sofern", "soweit", "sobald")


def sentence_span(view: View) -> tuple[int, int]:
    """The sentence without a list marker before it."""
    first = next((t for t in view.tokens if t.text not in ("-", "–", "•", "*", "·")), None)
    return (first.span[0] if first is not None else view.start), view.end


def whole(view: View, clause: Clause, replacement: str | None, *, safe: bool = True) -> Match:
    """A match on the whole sentence, or a hint on the clause where there is no rewrite."""
    if replacement is None:
        first, last = view.token(clause.tokens[0]), view.token(clause.tokens[-1])
        found = view.analysis.text[first.span[0] : last.span[1]].strip(" ,")
        return Match(start=first.span[0], end=last.span[1], found=found)
    start, end = sentence_span(view)
    return Match(start=start, end=end, found=clause.link, replacement=replacement, safe=safe)


class Pair:
    """A sentence of one subordinate clause and one main part, before or behind it.

    nobody: see ``fields.take``.
    """

    def __init__(self, view: View, clause: Clause, *, nobody: bool = False) -> None:
        self.view = view
        self.found: Part | None = None
        self.taken: Taken | None = None
        self.first = False
        self.main: tuple[Token, ...] = ()
        self.parent: Clause | None = None
        found = part(view, clause)
        if found is None or view.text.rstrip().endswith("?"):
            return
        words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
        self.first = found.first == words[0].index
        if not self.first and found.last != words[-1].index:
            return
        before = view.after(found.tokens[0], -1)
        if not self.first and (before is None or before.text != ","):
            return
        if before is not None and before.text == ",":
            before = view.after(before, -1)
        bound = before is not None and not self.first and before.text.lower() in BINDING
        if before is not None and bound and not _bears_condition(view, before, clause):
            return
        beside = view.in_clause(before) if before is not None and not self.first else None
        if beside is not None and beside.kind is not ClauseKind.MAIN:
            return  # it may belong to the clause before it instead
        above = next((c for c in view.clauses if c.index == clause.parent), None)
        if above is not None and above.kind is not ClauseKind.MAIN:
            return  # it hangs on another clause inside the sentence
        self.main = rest(view, found)
        self.parent = governor_of(view, clause, self.main)
        if not self.first and _behind_another(self.main, self.parent):
            return
        if self.parent is None or not stands_alone(view, self.parent, self.main):
            return
        self.found = found
        self.taken = take(view, found, nobody=nobody)

    def main_opened(self, opening: str) -> str | None:
        if self.parent is None:
            return None
        verb_first = self.main[0].index == self.parent.finite
        if self.first and not verb_first and self.main[0].text.lower() not in ("dann", "so", "da"):
            return None
        only = [token for token in self.main if token.text == "erst"]
        if opening == "Danach" and len(only) == 1:  # *wird erst gezahlt, nachdem …*
            main = [token for token in self.main if token is not only[0]]
            return opened(self.view, main, self.parent, "Erst danach")
        return opened(self.view, self.main, self.parent, opening)


def _behind_another(main: Sequence[Token], parent: Clause | None) -> bool:
    """*…, weil es Spaß macht, Neues zu finden, wenn …*: it may hang on the clause before it."""
    finite = parent.finite if parent is not None else None
    return finite is not None and any(t.tag == "KOUS" and t.index > finite for t in main)


def _bears_condition(view: View, before: Token, clause: Clause) -> bool:
    """Whether a question fits although a binding word stands in front of the comma.

    *erst, wenn …* becomes *Erst dann …*; *zahlt nicht, wenn …* denies the whole statement, but for
    *nicht, wenn A, sondern …*.
    """
    if clause.link.lower() not in CONDITIONAL:
        return False
    contrast = any(t.text == "sondern" for t in view.tokens)
    return before.text in ("nur", "erst") or (before.text == "nicht" and not contrast)


def is_a_step(view: View, pair: Pair) -> bool:
    """*Nachdem das Wasser abgelaufen ist, sollten Sie lüften*: it has not happened yet."""
    clause = pair.found.clause if pair.found is not None else None
    if clause is None or clause.finite is None or pair.parent is None:
        return False
    past = view.token(clause.finite).morph.get("Tense") == "Past"
    waits = any(t.text == "erst" for t in pair.main)
    if past or (waits and pair.parent.tense is not Tense.PRESENT):
        return False
    if any(value.kind is ValueKind.DATE for value in view.values):
        return False  # *ab dem 1. Mai wieder*: it happens once, on that day
    asked = any(t.tag in ("PTKZU", "VVIZU") for t in pair.main)
    return waits or bool(pair.parent.modal) or pair.parent.mood is Mood.IMPERATIVE or asked


def speaks_to_reader(pair: Pair) -> bool:
    """Whether the main clause asks or allows the reader something."""
    imperative = pair.parent is not None and pair.parent.mood is Mood.IMPERATIVE
    return imperative or any(t.text == "Sie" for t in pair.main)


def governor_of(view: View, clause: Clause, main: Sequence[Token]) -> Clause | None:
    """The one main clause among the tokens; None where there are several or none."""
    inside = {token.index for token in main}
    mains = [
        c
        for c in view.clauses
        if c.kind is ClauseKind.MAIN and c.finite in inside and c.index != clause.index
    ]
    return mains[0] if len(mains) == 1 else None


def leans_on_main(taken: Taken) -> bool:
    """A pronoun of the clause would stand before the noun it stands for."""
    words = (*taken.subject, *taken.others)
    if any(t.text.lower() == "dem" and b.tag not in _OPENED for t, b in pairwise(words)):
        return True  # *sofern Sie dem nicht widersprechen*
    if any(t.tag == "PDS" for t in taken.subject):
        return True
    if any(t.tag == "PDAT" and t.text.startswith("dies") for t in taken.subject[:1]):
        return True  # *…, sofern dieser Tag kein Sonntag ist*
    if any(t.text.lower() in _THERE for t in words):
        return True  # *…, nachdem dort Müll abgeladen worden war*
    if any(t.tag == "PDS" and t.text.lower() in (*_POINTING, "dies", "das") for t in words):
        return True  # *sofern Sie diese beantragt haben*, *wenn Sie das möchten*
    return any(t.tag in ("PPER", "PPOSAT") and t.text in _LEANING for t in words if t.text != "Sie")


_OPENED = ("NN", "NE", "ADJA", "CARD", "FM", "TRUNC")
_THERE = word_set(
    "dort dorthin dadurch dafür dagegen daran darauf darin darüber davon davor dazu danach"
)
_LEANING = word_set(
    "er es sie ihn ihm ihr ihnen sein seine seinen seinem seiner ihre ihren ihrem ihrer"
)


def closed(tokens: Sequence[Token]) -> str:
    return sentence(text_of(tokens, inside=False))


PRONOUN_COLUMNS = {
    "er": {("Sing", "Masc")},
    "es": {("Sing", "Neut")},
    "sie": {("Sing", "Fem"), ("Plur", "")},
}


def with_noun(view: View, pair: Pair, taken: Taken) -> Taken | None:
    """The clause with the main clause's subject in place of a pronoun for it.

    *Kinder bekommen Hilfe, wenn sie krank sind*: the condition comes first, so it needs the noun.
    None where the pronoun could mean something else.
    """
    if pair.parent is None or pair.found is None:
        return None
    return named_by_subject(
        view, parent=pair.parent, main=pair.main, clause=pair.found.clause, taken=taken
    )


def named_by_subject(
    view: View, *, parent: Clause, main: Sequence[Token], clause: Clause, taken: Taken
) -> Taken | None:
    """``taken`` (of ``clause``) with the subject of ``parent`` for its pronoun; main: the words
    of the main clause, where *diese* finds its noun."""
    if not taken.pronoun or leans_on_main(replace(taken, subject=())):
        return None
    if taken.subject[0].text.lower() in _POINTING:
        return _with_last_noun(view, main, taken)
    who = subject_tokens(view, parent)
    if not who or len(who) > 5 or who[0].tag == "PPER":
        return None
    phrase = nominal.phrase_at(view, who[0].index)
    columns = PRONOUN_COLUMNS.get(taken.subject[0].text.lower(), set())
    if phrase is None or who[0].text.lower() in _EACH_OF_MANY:
        return None  # *Alle haben teilgenommen? Dann …*: each for himself, not all together
    fitting = {(n, g) for case, n, g in nominal.readings(phrase) if case == "Nom"} & columns
    finite = view.token(clause.finite or 0)
    if not fitting or not fits(who, finite):
        return None  # *…, wenn sie auf der Liste stehen*: others are meant than the subject
    if _another_fits(view, parent, who, clause, columns):
        return None
    if not names_somebody(phrase.noun.text) and _somebody_fits(view, main, who, columns):
        return None
    return replace(taken, subject=who, pronoun=False)


_EACH_OF_MANY = word_set("alle sämtliche viele einige mehrere manche wenige beide")


def _another_fits(
    view: View,
    parent: Clause,
    who: Sequence[Token],
    clause: Clause,
    columns: set[tuple[str, str]],
) -> bool:
    """*Hunde dürfen Besucher mitnehmen, wenn sie klein sind*: the object may be meant as well.

    An object before its subject is what the sentence speaks of; one behind it is meant where the
    clause only tells what something is or what is done to it.
    """
    numbers = verb_numbers(view.token(clause.finite)) if clause.finite is not None else frozenset()
    tells = clause.predicate in _TELLING_HOW or clause.voice is not Voice.ACTIVE
    for participant in parent.participants:
        head = view.token(participant.head)
        if participant.role is not Role.DIRECT_OBJECT or head.tag != "NN":
            continue
        phrase = nominal.ending_in(view, head)
        own = {(n, g) for _, n, g in nominal.readings(phrase)} if phrase is not None else set()
        if not {n for n, g in own & columns} & (numbers or {"Sing", "Plur"}):
            continue
        if head.index < who[0].index or tells:
            return True
    return False


def _somebody_fits(
    view: View, main: Sequence[Token], who: Sequence[Token], columns: set[tuple[str, str]]
) -> bool:
    """*Minijobs sind für Beschäftigte frei, wenn sie sich befreien lassen*: people do, not jobs."""
    others = [t for t in main if t.tag == "NN" and t not in who and names_somebody(t.text)]
    phrases = [nominal.ending_in(view, t) for t in others]
    return any(
        bool({r[1:] for r in nominal.readings(one)} & columns) for one in phrases if one is not None
    )


_TELLING_HOW = word_set("sein bleiben werden aussehen gelten wirken passen")
_POINTING = {
    "dieser": {("Sing", "Masc")},
    "diese": {("Sing", "Fem"), ("Plur", "")},
    "dieses": {("Sing", "Neut")},
}


def _with_last_noun(view: View, main: Sequence[Token], taken: Taken) -> Taken | None:
    """*Das Amt zahlt die Kosten, soweit diese …*: *diese* is the last noun that agrees."""
    columns = _POINTING[taken.subject[0].text.lower()]
    noun = next((t for t in reversed(main) if t.tag == "NN"), None)
    phrase = nominal.ending_in(view, noun) if noun is not None else None
    if phrase is None or phrase.article is None:
        return None
    readings = {r[1:] for r in nominal.readings(phrase)}
    changed = {
        form
        for number, gender in readings & columns
        if (form := nominal.in_case(phrase, "Nom", number=number, gender=gender))
    }
    if changed != {text_of(phrase.tokens)}:
        return None  # only where nothing about the phrase changes
    others = (nominal.ending_in(view, t) for t in main if t.tag == "NN" and t is not noun)
    if any({r[1:] for r in nominal.readings(one)} & columns for one in others if one is not None):
        return None  # *für Betreiber einer Anlage besteht eine Pflicht, wenn diese …*
    return replace(taken, subject=phrase.tokens, pronoun=False)
