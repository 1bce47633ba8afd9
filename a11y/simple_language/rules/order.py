"""Time, manner and means in subordinate clauses: what comes first is said first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language.analysis import Clause, Mood, Tense, Token, Voice
from a11y.simple_language.clauses.pairs import (
    PRONOUN_COLUMNS,
    Pair,
    closed,
    governor_of,
    leans_on_main,
    whole,
    with_noun,
)
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.fields import part, rest, subordinates
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.grammar.verb_second import Taken
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_LEANING = word_set("er es sie ihn ihm ihr ihnen ihre ihren ihrem ihrer sein seine seinen seinem")


def _points_back(tokens: Sequence[Token]) -> bool:
    """A pronoun that needs a noun before it: these words cannot be said first."""
    return any(
        t.tag in ("PPER", "PPOSAT") and t.text.lower() in _LEANING
        for t in tokens
        if t.text not in ("Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen")
    )


def _named(view: View, pair: Pair) -> Taken | None:
    """The clause, with the noun for a pronoun that could be read as the polite *Sie*."""
    taken = pair.taken
    if taken is None or [t.text for t in taken.subject] != ["sie"]:
        return taken
    return with_noun(view, pair, taken)


# --------------------------------------------------------------------------- time


_ONE_SIDED = {"seit": "Seitdem", "seitdem": "Seitdem", "als": "Da", "solange": "So lange"}


@evaluates("time-clause")
def time_clause(view: View) -> Iterator[Match]:
    """*Bevor S, M* → *M. Danach S.*; *Während S, M* → *S. In dieser Zeit M.*"""
    for clause in subordinates(view, "bevor", "ehe", "während", "bis", *_ONE_SIDED):
        link = clause.link.lower()
        pair = Pair(view, clause)
        if link in ("bevor", "ehe"):
            deadline = _sets_deadline(pair, clause)
            match = whole(view, clause, _before(view, pair, clause), safe=not deadline)
            yield replace(match, guess=deadline and pair.first)
        elif link == "während":
            match = whole(view, clause, _after_main(pair, "In dieser Zeit"), safe=False)
            yield replace(match, guess=True)  # it may be a contrast as well
        elif link in _ONE_SIDED:
            match = whole(view, clause, _one_sided(pair, clause), safe=link == "seitdem")
            yield replace(match, guess=link == "als" and _waits(view, pair))
        else:
            yield whole(view, clause, None)


def _waits(view: View, pair: Pair) -> bool:
    """Whether a pronoun waits for a noun of the main clause: *Als er kam, lachte Udo*."""
    if pair.taken is None or pair.parent is None or not pair.taken.pronoun:
        return False
    said = subject_tokens(view, pair.parent)
    return not said or said[0].text != pair.taken.subject[0].text


def _before(view: View, pair: Pair, clause: Clause) -> str | None:
    """What happens first comes first; a denied clause sets a condition and is left alone."""
    if pair.taken is None or pair.parent is None or clause.negations or pair.parent.negations:
        return None
    if pair.parent.mood is Mood.SUBJUNCTIVE or pair.parent.tense is not clause.tense:
        return None
    taken = pair.taken
    if taken.subject and taken.subject[0].text.lower() == "es":
        return None  # *hilft, bevor es zu einem Prozess kommt*: so that it does not
    asked = pair.parent.modal or pair.parent.voice is Voice.MODAL_PASSIVE
    if pair.first and asked and clause.voice is Voice.PASSIVE:
        return None  # *Bevor ein Becken befüllt wird, ist das Amt zu fragen*: only who fills one
    if pair.first and any(t.text == "," for t in pair.main):
        return None  # *…, erhält jeder, der wählt, einen Brief*: a clause stands in it
    if pair.first:
        swapped = _noun_moved(view, pair)
        if swapped is None and _points_back(pair.main):
            return None
        own = [t for t in pair.main if t.index != pair.parent.finite]
        verb_first = pair.main[0].index == pair.parent.finite
        who = subject_tokens(view, pair.parent)
        if not verb_first or not who or who[0].index != pair.main[1].index:
            return None
        if pair.parent.mood is Mood.IMPERATIVE:
            first = closed(pair.main)
        else:
            finite = pair.main[0].text.lower()
            after = [t for t in own if t not in who]
            if swapped is not None:
                taken = replace(taken, subject=tuple(who), pronoun=True)
            named = text_of(who) if swapped is None else text_of(swapped)
            first = sentence(named, finite, text_of(after, inside=False))
    else:
        first = closed(pair.main)
    by_reader = bool(taken.subject) and taken.subject[0].text == "Sie"
    later = clause.modal in ("dürfen", "können") or (by_reader and _sets_deadline(pair, clause))
    opening = "Erst danach" if later else "Danach"
    return f"{first}\n{sentence(taken.after(opening))}"


def _noun_moved(view: View, pair: Pair) -> tuple[Token, ...] | None:
    """The noun of *Bevor das Kind kommt, kann es …* for the sentence that is said first now.

    None where the main clause's pronoun is not the subject that agrees with the clause's noun, or
    where another word leans on the noun.
    """
    if pair.taken is None or pair.parent is None or pair.taken.pronoun:
        return None
    who = subject_tokens(view, pair.parent)
    if len(who) != 1 or who[0].tag != "PPER" or who[0].text not in PRONOUN_COLUMNS:
        return None
    others = [t for t in pair.main if t not in who]
    phrase = nominal.phrase_at(view, pair.taken.subject[0].index)
    if phrase is None or _points_back(others):
        return None
    columns = {(n, g) for case, n, g in nominal.readings(phrase) if case == "Nom"}
    return pair.taken.subject if columns & PRONOUN_COLUMNS[who[0].text] else None


def _sets_deadline(pair: Pair, clause: Clause) -> bool:
    """*Zahlen Sie, bevor die Frist endet*: what must be done, and until when; not only an order."""
    if pair.parent is None or clause.modal in ("dürfen", "können"):
        return False
    asked = any(t.tag in ("PTKZU", "VVIZU") for t in pair.main)  # *ist abzukochen*
    return bool(pair.parent.modal) or pair.parent.mood is Mood.IMPERATIVE or asked


def _after_main(pair: Pair, opening: str) -> str | None:
    if pair.taken is None or (not pair.first and leans_on_main(pair.taken)):
        return None
    main = pair.main_opened(opening)
    return f"{sentence(pair.taken.statement())}\n{sentence(main)}" if main else None


def _one_sided(pair: Pair, clause: Clause) -> str | None:
    link = clause.link.lower()
    if link == "als" and (not pair.first or clause.tense is Tense.PRESENT):
        return None  # *mehr als …*, *als ob …*
    if link == "solange":
        if pair.taken is None or (not pair.first and leans_on_main(pair.taken)):
            return None
        if not pair.first and any(t.text == "nur" for t in pair.main):
            return None  # *wird nur gezahlt, solange …*: no longer than that
        main = pair.main_opened(_ONE_SIDED[link])
        return f"{sentence(pair.taken.statement(), end='?')}\n{sentence(main)}" if main else None
    return _after_main(pair, _ONE_SIDED[link])


# --------------------------------------------------------------------------- manner


@evaluates("manner-clause")
def manner_clause(view: View) -> Iterator[Match]:
    """*M, indem S* → *M. Das geht so: S.*; *M, ohne dass S* → *M. … nicht …*

    What happened once does not *go so*: an editor decides.
    """
    for clause in subordinates(view, "indem", "dadurch dass", "ohne dass", "anstatt dass"):
        pair = Pair(view, clause)
        said = None
        if clause.link.lower() == "ohne dass":
            yield whole(view, clause, _need_not(view, clause, pair))
            continue
        if clause.link.lower() in ("indem", "dadurch dass") and pair.parent is not None:
            taken = _named(view, pair)
            if taken is not None and not pair.parent.negations:
                if pair.first:
                    main = pair.main_opened("So")
                    said = main and f"{sentence(taken.statement())}\n{sentence(main)}"
                else:
                    now = pair.parent.tense in (Tense.PRESENT, Tense.FUTURE)
                    how = "Das geht so" if now else "So war das"
                    said = f"{closed(pair.main)}\n{how}: {sentence(taken.statement())}"
        goes = pair.first or (pair.parent is not None and pair.parent.tense is Tense.PRESENT)
        yield whole(view, clause, said or None, safe=goes)


def _need_not(view: View, clause: Clause, pair: Pair) -> str | None:
    """*M, ohne dass Sie ins Amt kommen müssen* → *M. Sie müssen nicht ins Amt kommen.*"""
    parent = pair.parent
    taken = take(view, pair.found, skip=2) if pair.found is not None else None
    if taken is None or parent is None or pair.first or clause.modal != "müssen":
        return None
    own = [i for i in clause.negations if view.token(i).text.lower() != "ohne"]
    if parent.negations or own or clause.mood is Mood.SUBJUNCTIVE:
        return None
    if taken.subject[0].tag == "PIS" or any(t.text.lower() in _NARROWS for t in taken.others):
        return None  # *ohne dass etwas gezahlt werden muss*: nothing has to be paid
    many = any(t.tag == "ART" and t.text.lower().startswith("ein") for t in taken.others)
    if many and any(t.tag == "KON" for t in taken.others):
        return None  # *keinen Antrag und ein Foto*: denied is only one of them
    if taken.subject[0].tag == "ART" and taken.subject[0].text.startswith("ein"):
        nothing = f"k{text_of(taken.subject)}"  # *Es muss kein Antrag gestellt werden*
        said = sentence("es", taken.finite, nothing, text_of(taken.others))
        return f"{closed(pair.main)}\n{said}"
    if taken.subject[0].text.lower().startswith(("ein", "kein", "irgend", "jemand")):
        return None
    if taken.pronoun and taken.subject[0].text != "Sie":
        return None  # *ohne dass sie …*: first in its sentence it would be the reader
    bare = _bare_noun(view, taken.others)
    if bare is not None:
        at = taken.others.index(bare)
        if {n for _, n, _ in nominal.noun_readings(bare.text)} != {"Plur"}:
            return None
        middle = f"{text_of(taken.others[:at])} keine {text_of(taken.others[at:])}"
    else:
        middle = verbal.denied(taken.others)
    return f"{closed(pair.main)}\n{sentence(text_of(taken.subject), taken.finite, middle)}"


_NARROWS = word_set("nur erst immer auch sogar selbst stets alle beide jedes jeden jede")
"""*ohne dass Sie immer einen Grund nennen müssen*: not always is not never."""


def _bare_noun(view: View, words: Sequence[Token]) -> Token | None:
    """*Gebühren* of *dafür Gebühren zahlen*: neither article nor preposition before it."""
    for token in words:
        phrase = nominal.ending_in(view, token) if token.tag == "NN" else None
        if phrase is None or phrase.article is not None:
            continue
        before = view.after(phrase.first, -1)
        if before is None or before.tag not in ("APPR", "APPRART"):
            return token if not phrase.adjectives else None
    return None


@evaluates("comparison-clause")
def comparison_clause(view: View) -> Iterator[Match]:
    """*Je früher Sie kommen, desto schneller geht es* → *Sie kommen früher? Dann geht es …*"""
    for clause in subordinates(view, "je"):
        yield whole(view, clause, _the_more(view, clause), safe=False)


def _the_more(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    if found is None or clause.finite is None or found.tokens[0].text.lower() != "je":
        return None
    main = rest(view, found)
    governor = governor_of(view, clause, main)
    if governor is None or len(main) < 4 or main[0].text.lower() not in ("desto", "umso"):
        return None
    who, whose = subject_tokens(view, clause), subject_tokens(view, governor)
    own = _compared(found.tokens[1:], clause.finite, who, verb_last=True)
    other = _compared(main[1:], governor.finite or 0, whose, verb_last=False)
    if own is None or other is None:
        return None
    finite = view.token(governor.finite or 0)
    return f"{sentence(own, end='?')}\n{sentence(f'Dann {finite.text} {other}')}"


def _compared(
    tokens: Sequence[Token], finite: int, who: Sequence[Token], *, verb_last: bool
) -> str | None:
    """Subject, verb (if last), the rest, and the comparative where it belongs."""
    more = list(tokens[:1])
    if not who or not tokens or tokens[0].tag not in ("ADJD", "ADV", "PIS", "PIAT", "ADJA"):
        return None
    if len(tokens) > 1 and tokens[1].tag == "NN" and tokens[1] not in who:
        more.append(tokens[1])
    inside = {t.index for t in (*who, *more)}
    others = [t for t in tokens if t.index not in inside and t.index != finite]
    if any(t.tag.startswith("V") or t.tag in ("PTKVZ", "PTKZU") for t in others):
        return None
    verb = next((t for t in tokens if t.index == finite), None)
    if verb is None:
        return None
    if not verb_last and any(t.tag in ("ADJD", "APPR", "APPRART") for t in others):
        return None  # *desto schneller sind Sie fertig*: it may belong to what follows
    if verb_last:
        return f"{text_of(who)} {verb.text} {text_of(others)} {text_of(more)}"
    return f"{text_of(who)} {text_of(others)} {text_of(more)}"
