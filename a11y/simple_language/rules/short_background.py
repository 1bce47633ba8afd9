"""Background that the Kurzfassung does without: what a sentence adds to its main statement.

Relative clauses that tell more of a thing than which one it is, afterthoughts with *was* and
*wobei*, and a second statement that only adds. Who reads to act on a text needs them; so they stay
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause, ClauseKind, Role, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import part, stands_alone
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.leaving_out.upward import is_for_readers, is_single_event, stays_true
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.core import is_vague
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.short_clauses import holds_alone, is_message
from a11y.simple_language.rules.spare_clauses import joint, under
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_ENDS_MAIN = ("V", "PTKVZ", "N", "ADJD")
_GOES_ON_FROM_IT = word_set("was wobei wodurch womit weshalb weswegen worauf woraufhin worüber")


@evaluates("short-afterthought")
def short_afterthought(view: View) -> Iterator[Match]:
    """*Der Fluss trat über die Ufer, was viele überraschte.* → *Der Fluss trat über die Ufer.*"""
    readers = is_for_readers(view)
    end = view.tokens[-1]
    for clause in view.clauses:
        first = view.token(min(clause.tokens)) if clause.tokens else None
        if first is None or first.text.lower() not in _GOES_ON_FROM_IT:
            continue
        if readers and not is_single_event(clause):
            continue  # *wobei die Gespräche vertraulich bleiben*
        comma = view.after(first, -1)
        before = view.after(comma, -1) if comma is not None and comma.text == "," else None
        found = part(view, clause)
        if before is None or found is None or view.after(found.tokens[-1]) != end:
            continue
        if clause.modal or clause.negations or not before.tag.startswith(_ENDS_MAIN):
            continue
        ahead = view.slice(view.sentence.tokens[0], found.first)
        if ahead.count("„") > ahead.count("“") or _WEIGHS.search(
            view.slice(found.first, found.last)
        ):
            continue
        if first.text.lower() == "was" and _names_something(view, before):
            continue
        main = view.in_clause(before)
        if main is None or view.text.endswith("?") or not holds_alone(view, main):
            continue
        yield Match(
            start=before.span[1],
            end=found.tokens[-1].span[1],
            found=view.slice(found.first, found.last),
            replacement="",
        )


_WEIGHS = re.compile(
    r"(?i)starb|gestorben|ertr[au]nk|umkam|ums leben|getötet|tote|todes|verletz|obdachlos|insolven"
)
"""*wobei die Besatzung ertrank*: no afterthought."""


def _names_something(view: View, before: Token) -> bool:
    """*Er fragte, was das kostet*, *alles, was*: what is asked, said or meant."""
    main = view.in_clause(before)
    telling = fillers.words()["saying"] | fillers.words()["telling"]
    if main is None or main.predicate == "sein" or main.predicate in telling:
        return True  # *A ist für B, was C für D ist*
    roles = {p.role for p in main.participants}
    return Role.DIRECT_OBJECT not in roles and before.tag.startswith("VV")


_IS_OR_HAS = word_set(
    "sein werden bleiben geben haben bilden heißen gelten nennen bezeichnen suchen finden"
)
"""*Das ist ein Verein, der hilft*: the relative clause is what is said."""


@evaluates("short-relative")
def short_relative(view: View) -> Iterator[Match]:
    """*Der Verein kaufte ein Haus, das am Fluss steht.* → *Der Verein kaufte ein Haus.*"""
    if is_for_readers(view):
        return
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE or clause.negations or clause.modal:
            continue
        found = part(view, clause)
        if found is None:
            continue
        comma = view.after(found.tokens[0], -1)
        noun = view.after(comma, -1) if comma is not None and comma.text == "," else None
        if comma is None or noun is None or clause.antecedent not in (noun.index, None):
            continue
        if clause.antecedent is None and not (noun.tag == "NE" and found.tokens[0].text == "wo"):
            continue
        main = view.in_clause(noun)
        if main is None or main.kind is not ClauseKind.MAIN or main.predicate in _IS_OR_HAS:
            continue
        if not _may_be_any(view, noun) or not is_single_event(main):
            continue
        if is_message(view, clause) or _SAYS_NOTHING.search(noun.text):
            continue
        if not stays_true(view, main) or not holds_alone(view, main):
            continue
        behind = view.after(found.tokens[-1])
        if behind is None or behind.tag == "KON":
            continue
        last = behind.index if behind.text == "," else found.last
        match = cut(view, comma.index, last, names=True)
        if match is not None:
            yield match


_SAYS_NOTHING = re.compile(
    r"(?:[Mm]ittel|[Ww]eg|[Gg]esetz|[Pp]lan|[Rr]egel|[Gg]erät|[Mm]ethode|[Ss]toff|[Vv]erfahren|[Tt]echnik)$"
)
"""*ein Mittel, das gegen Krebs wirkt*: what it is for, is what was found."""


def _may_be_any(view: View, noun: Token) -> bool:
    """*ein Haus*: of one thing that is new to the reader, any detail is more of it."""
    if noun.tag == "NE":
        return True
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None or is_vague(noun):
        return False
    return phrase.article.text.lower().startswith("ein")


_ADDS = word_set("auch zudem außerdem dabei ebenfalls ebenso zusätzlich überdies ferner dort")


@evaluates("short-second-statement")
def short_second_statement(view: View) -> Iterator[Match]:
    """*Die Pilze wachsen an Eichen und gehören zu den Röhrlingen.* → *Die Pilze wachsen an Eichen.*

    Of two statements about one subject the second goes where it only adds something or names and
    places the thing; how a thing is and what became of it may be what the sentence is told for.
    """
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.verbs]
    end = view.tokens[-1]
    if len(mains) != 2 or end.text not in (".", "!") or is_for_readers(view):
        return
    first, last = mains
    start = joint(view, last)
    if start is None or view.token(start).text in (";", ":") or not _shares(last, start):
        return
    if not holds_alone(view, first) or not (stays_true(view, first) and stays_true(view, last)):
        return
    if any(t.text.lower() in _SETS_OFF for t in view.tokens) or ":" in view.text:
        return
    adds = any(view.token(i).text.lower() in _ADDS for i in last.tokens)
    if not (adds or last.predicate in _TELLS_WHAT_IT_IS):
        return
    if "es" in (view.token(i).text for i in last.tokens):
        return  # *…, hieß es*: somebody says so
    own = [t for t in view.tokens if t.index < start]
    if any(start < i for c in view.clauses for i in c.tokens if not under(view, c, last)):
        return
    if not stands_alone(view, first, own):
        return
    match = cut(view, start, end.index - 1, names=True)
    if match is not None:
        yield match


_TELLS_WHAT_IT_IS = word_set(
    "heißen bezeichnen nennen gelten bilden gehören zählen liegen umfassen bestehen stammen grenzen"
)
_SETS_OFF = word_set("aber doch jedoch sondern dagegen hingegen allerdings dann deshalb daher so")


def _shares(last: Clause, start: int) -> bool:
    """Whether the second statement has no subject of its own behind its *und*."""
    subjects = [p for p in last.participants if p.role is Role.SUBJECT]
    return all(p.shared or p.head < start for p in subjects)
