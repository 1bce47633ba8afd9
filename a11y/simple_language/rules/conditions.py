"""Conditions become a short question and a sentence with *Dann*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Token, Voice
from a11y.simple_language.clauses import many_conditions
from a11y.simple_language.clauses.opening import opened
from a11y.simple_language.clauses.pairs import (
    BINDING,
    CONDITIONAL,
    Pair,
    governor_of,
    is_a_step,
    leans_on_main,
    speaks_to_reader,
    whole,
    with_noun,
)
from a11y.simple_language.clauses.plainly import with_if
from a11y.simple_language.clauses.provisos import provided, without_not
from a11y.simple_language.clauses.twofold import Twofold, joined
from a11y.simple_language.clauses.unasked_conditions import (
    as_it_was,
    claimed,
    happened,
    how_far,
    of_a_step,
    of_what_is_said,
    says_itself,
    two_links,
)
from a11y.simple_language.clauses.verb_first import as_question
from a11y.simple_language.coordination.named_again import speaks_of_others
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.fields import Part, alone, part, rest, subordinates
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.grammar.verb_second import Taken
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of


def _joined_conditions(view: View) -> Iterator[Match]:
    """*Wenn A und B, M* → *A? Und B? Dann M.*"""
    seen: set[int] = set()
    for clause in subordinates(view, *CONDITIONAL):
        group = joined(view, clause)
        if not group or clause.index in seen:
            continue
        seen |= {c.index for c in group}
        if len(group) > 2:
            yield whole(view, clause, many_conditions.listed(view, group), safe=False)
            continue
        yield whole(view, clause, None if how_far(view, clause) else _joined_rewrite(view, group))


def _joined_rewrite(view: View, group: Sequence[Clause]) -> str | None:
    both = Twofold(view, group)
    if not both.tokens:
        return None
    main, opening = both.main, "Dann"
    also = next((i for i, t in enumerate(main) if t.text == "auch"), None)
    if also is not None and len(main) > also + 1 and main[also + 1].text == "dann":
        main, opening = (*main[:also], *main[also + 2 :]), "Auch dann"
    parent = governor_of(view, group[0], main)
    if parent is None or any(t.text in ("nur", "auch", "erst") for t in main):
        return None
    if not both.first and of_what_is_said(view, parent):
        return None
    before = view.after(both.tokens[0], -2)
    focused = before is not None and before.text.lower() in BINDING
    if not both.first and focused:
        return None
    then = opened(view, main, parent, opening)
    if then is None:
        return None
    if group[0].finite is None:
        return _one_verb_for_both(view, group, both.tokens, then)
    if both.joint.text.lower() != "und":
        return None
    taken = both.taken(parent=None if both.first else parent)
    if taken is None:
        return None
    again = _again(view, *taken)
    if again is None:
        return None
    asked = sentence(taken[0].statement(), end="?"), sentence(f"Und {again}", end="?")
    return "\n".join((*asked, sentence(then)))


def _again(view: View, first: Taken, second: Taken) -> str | None:
    """What the second of two conditions says: *Ein Kind ist krank? Und das Kind hat Fieber?*"""
    said, who = second.statement(), second.subject
    if not who or who != first.subject:
        return said
    if speaks_of_others(view, who):
        return None
    if not who[0].text.lower().startswith("ein"):
        return said
    phrase = nominal.phrase_at(view, who[0].index)
    own = {r for r in nominal.readings(phrase) if r[:2] == ("Nom", "Sing")} if phrase else set()
    if phrase is None or len(own) != 1 or who != phrase.tokens:
        return None
    article = {"Masc": "der", "Fem": "die", "Neut": "das"}[own.pop()[2]]
    return f"{article} {phrase.noun.text}{said.removeprefix(text_of(who))}"


def _one_verb_for_both(
    view: View, group: Sequence[Clause], edges: Sequence[Token], opening: str
) -> str | None:
    """*wenn das Auto zugelassen oder abgemeldet war*: one clause with two participles."""
    joint = view.token(min(group[1].tokens))
    first = view.after(joint, -1)
    if group[1].modal and first is not None and first.text.endswith("n"):
        return None  # *wenn Sie Geld beziehen und umziehen möchten*: a verb of its own, or not
    taken = take(
        view,
        Part(clause=group[1], tokens=tuple(edges)),
        who=subject_tokens(view, group[1]) or claimed(view, group[0]),
    )
    if taken is None:
        return None
    return f"{sentence(taken.statement(), end='?')}\n{sentence(opening)}"


@evaluates("condition-clause")
def condition_clause(view: View) -> Iterator[Match]:
    """*Wenn S, M* and *M, wenn S* → *S? Dann M.*

    Einfache Sprache asks its readers nothing unless an editor wants it so.
    """
    for match in _conditions(view):
        if view.level is not Level.LEICHT:
            match = replace(match, safe=False, guess=True)
        yield replace(match, safe=False) if _asks_reader(view, match) else match


_SIE_ASKED = re.compile(r"^(?:(?:Und|Oder) )?[Ss]ie (?:\w+n|sind)\b.*\?$", re.MULTILINE)


def _asks_reader(view: View, match: Match) -> bool:
    """*Wenn sie landen, …*: asked, *Sie landen?* speaks to the reader, whoever *sie* are."""
    asked = match.replacement is not None and _SIE_ASKED.search(match.replacement)
    return bool(asked) and not any(t.text in ("Sie", "Ihnen", "Ihr", "Ihre") for t in view.tokens)


def _conditions(view: View) -> Iterator[Match]:
    proviso = provided(view)
    if proviso is not None:
        yield proviso
        return
    yield from _joined_conditions(view)
    spite = many_conditions.in_spite_of(view)
    if spite is not None:
        yield whole(view, spite[0], spite[1], safe=False)
        return
    for clause in subordinates(view, *CONDITIONAL, "nachdem"):
        if clause.link.lower() == "nachdem" and not is_a_step(view, Pair(view, clause)):
            continue
        if joined(view, clause):
            continue
        if clause.relation is Relation.MANNER:  # *soweit ich weiß*: how far, not whether
            yield whole(view, clause, None)
            continue
        if how_far(view, clause) or two_links(view, clause) or of_a_step(view, clause):
            yield whole(view, clause, None)
            continue
        pair = Pair(view, clause)
        if pair.parent is not None and of_what_is_said(view, pair.parent):
            yield whole(view, clause, None)
            continue
        first = _only_then(view, pair)
        if first is not None:
            yield whole(view, clause, first)
            continue
        only = _narrowing(view, pair)
        if only is not None and only.text == "nur" and pair.first:
            only = None  # *Wenn Sie zu spät kommen, zahlt das Amt nur 50 Euro*
        if only is not None and not pair.first and not _waits(view, pair, only):
            yield whole(view, clause, None)
            continue
        if (only is None and says_itself(pair)) or happened(pair, clause):
            yield whole(view, clause, as_it_was(pair, clause), safe=False)
            continue
        if only is not None:
            contrast = view.after(only, -1)  # *zahlt, aber nur, wenn …*
            but = contrast is not None and contrast.text == "aber"
            gone = (only, contrast) if but else (only,)
            pair.main = tuple(t for t in pair.main if t not in gone and t.text != "dann")
        main = pair.main_opened(f"{only.text.capitalize()} dann" if only is not None else "Dann")
        taken = pair.taken
        if taken is not None and not pair.first and leans_on_main(taken):
            taken = with_noun(view, pair, taken)
        if main is None or taken is None:
            yield whole(view, clause, None)
            continue
        condition = sentence(taken.statement(), end="?")
        main = without_not(main, condition)
        supposed = _only_thought(view, clause, real=_WISHES)
        if clause.link.lower() == "nachdem" and not (only or speaks_to_reader(pair)):
            supposed = True  # *Nachdem die Kosten gestiegen sind, muss die Stadt sparen*: a fact?
        if pair.parent is not None and _only_thought(view, pair.parent, real=_WISHES | _ADVICE):
            supposed = True
        end = ":" if view.text.rstrip().endswith(":") else "."
        said = f"{condition}\n{sentence(main, end=end)}"
        yield whole(view, clause, said, safe=not supposed)


def _only_then(view: View, pair: Pair) -> str | None:
    """*Erst wenn S, M* → *S? Erst dann M.*"""
    found = pair.found
    if found is None or not pair.first or found.tokens[0].text not in ("Erst", "Nur"):
        return None
    taken = take(view, replace(found, tokens=found.tokens[1:]))
    main = pair.main_opened(f"{found.tokens[0].text} dann")
    if taken is None or main is None or leans_on_main(taken):
        return None
    return f"{sentence(taken.statement(), end='?')}\n{sentence(main)}"


_WISHES = frozenset({"möchte", "möchten"})
_ADVICE = frozenset({"sollte", "sollten"})


def _only_thought(view: View, clause: Clause, *, real: frozenset[str]) -> bool:
    """*wenn er käme*; but *Sie möchten* is a wish and *Sie sollten* advice."""
    finite = view.token(clause.finite).text.lower() if clause.finite is not None else ""
    return clause.mood is Mood.SUBJUNCTIVE and finite not in real


def _narrowing(view: View, pair: Pair) -> Token | None:
    """The *nur* or *erst* of the main clause; not the one of *nicht nur A, sondern auch B*, nor of
    *erst nach einer Mitteilung*."""
    for token in pair.main:
        before = view.after(token, -1)
        denied = before is not None and before.text.lower() == "nicht"
        following = view.after(token)
        own = following is not None and following.tag in ("APPR", "APPRART")
        if token.text in ("nur", "erst") and not denied and not own:
            return token
    return None


def _waits(view: View, pair: Pair, first: Token) -> bool:
    """*kommt erst zustande, wenn …*: *erst* goes with the condition, with nothing behind it."""
    following = view.after(first)
    return (
        not pair.first
        and following is not None
        and (
            following.tag.startswith("V")
            or following.tag == "PTKVZ"
            or following.text in (",", "dann")
        )
    )


@evaluates("verb-first-condition")
def verb_first_condition(view: View) -> Iterator[Match]:
    """*Liegt X vor, müssen Sie …* and *Sollten Sie X, …* → *X liegt vor? Dann müssen Sie …*

    In Einfache Sprache: *Wenn X vorliegt, müssen Sie …*
    """
    for clause in view.clauses:
        if clause.link or clause.finite is None:
            continue
        if clause.kind is ClauseKind.SUBORDINATE:
            found = part(view, clause)
        elif clause.kind is ClauseKind.MAIN and _then_follows(view, clause):
            found = alone(view, clause)
        else:
            continue
        if found is None or found.tokens[0].index != clause.finite:
            continue
        wished = found.tokens[0].text.lower().startswith(("soll", "möcht", "woll"))
        supposed = clause.mood is Mood.SUBJUNCTIVE and not wished
        if verbal.is_unreal(view):
            yield whole(view, clause, None)
            continue
        write = _verb_first if view.level is Level.LEICHT else with_if
        match = whole(view, clause, write(view, clause, found), safe=not supposed)
        yield replace(match, safe=False) if _asks_reader(view, match) else match


def _then_follows(view: View, clause: Clause) -> bool:
    """*Endet die Frist, so …*: the next clause takes the first one up as its condition."""
    following = view.after(view.token(max(clause.tokens)))
    comma = view.token(max(clause.tokens)).text == ","
    return comma and following is not None and following.text.lower() in ("so", "dann")


def _verb_first(view: View, clause: Clause, found: Part) -> str | None:
    main = rest(view, found)
    governor = governor_of(view, clause, main)
    several = many_conditions.verb_first(view, clause)
    if several is not None or governor is None or main[0].index < found.first:
        return several
    if (
        not subject_tokens(view, governor)
        and governor.voice is Voice.ACTIVE
        and (governor.mood is not Mood.IMPERATIVE)
    ):
        return None  # *Hatte ein Zimmer zum Hof, war ruhig*: nobody is named
    said = opened(view, main, governor, "Dann")
    end = ":" if view.text.rstrip().endswith(":") else "."
    question = as_question(view, clause, found) if said is not None else None
    if said is None or question is None:
        return None
    return f"{question}\n{sentence(said, end=end)}"
