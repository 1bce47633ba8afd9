"""Two subordinate clauses with one conjunction: *wenn A und B*, *dass A und B*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Role, Token
from a11y.simple_language.clauses.pairs import leans_on_main, named_by_subject
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, part, rest
from a11y.simple_language.grammar.subjects import fits, subject_tokens
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.grammar.verb_second import Taken
from a11y.simple_language.view import View


def joined(view: View, clause: Clause) -> list[Clause]:
    """The clause's partners in *wenn A und B*, itself included, in order; nothing without any."""
    group = [
        c
        for c in view.clauses
        if c.kind is ClauseKind.SUBORDINATE
        and c.link == clause.link
        and c.parent == clause.parent
        and c.relation == clause.relation
    ]
    return group if len(group) > 1 else []


class Twofold:
    """Two joined clauses and the rest of their sentence; ``tokens`` is empty where they do not
    stand together at one end of it.

    tokens: both clauses with what joins them. main: the rest. first: whether the clauses open the
    sentence. joint: *und* or *oder*.
    """

    def __init__(self, view: View, group: Sequence[Clause]) -> None:
        self.view = view
        self.group = group
        self.tokens: tuple[Token, ...] = ()
        self.main: tuple[Token, ...] = ()
        self.first = False
        run = [view.token(i) for i in sorted(i for c in group for i in c.tokens)]
        self.joint = view.token(min(group[1].tokens))
        if any(a.index + 1 != b.index for a, b in pairwise(run)):
            return
        words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
        edges = [t for t in run if t.text != ","]
        while edges and not any(c.isalnum() for c in edges[-1].text):
            edges.pop()
        if self.joint.text.lower() not in ("und", "oder") or len(group) != 2:
            return
        self.first = edges[0].index == words[0].index
        last = edges[-1].index == words[-1].index
        if not self.first and (not last or edges[0].text != group[0].link):
            return
        self.tokens = tuple(edges)
        self.main = rest(view, Part(clause=group[0], tokens=self.tokens))

    def taken(self, *, parent: Clause | None = None) -> list[Taken] | None:
        """Both clauses taken apart; a subject that both share is said twice.

        parent: the main clause whose subject a pronoun may stand for, where the clauses are to
        be said before it. None where something is not certain.
        """
        said: list[Taken] = []
        shared: tuple[Token, ...] = ()
        for clause in self.group:
            found = part(self.view, clause)
            who = shared if _shares(self.view, clause, shared) else ()
            taken = None
            if found is not None:
                skip = 1 + _said_again(found.tokens, clause.link)
                taken = take(self.view, found, skip=skip, who=who, missing=shared)
            if taken is not None and parent is not None and leans_on_main(taken):
                taken = named_by_subject(
                    self.view, parent=parent, main=self.main, clause=clause, taken=taken
                )
            if taken is None:
                return None
            shared = taken.subject
            said.append(taken)
        return said


def _said_again(tokens: Sequence[Token], link: str) -> bool:
    """*… und **dass** er teuer ist*: the word of the first clause stands in the second, too."""
    opens = len(tokens) > 1 and tokens[0].tag == "KON"
    return opens and tokens[1].tag == "KOUS" and tokens[1].text.lower() == link.lower()


_WITHOUT_OBJECT = frozenset({"sein", "werden", "bleiben"})


def _shares(view: View, clause: Clause, shared: tuple[Token, ...]) -> bool:
    """*Wenn Sie ausziehen und keine Schäden hinterlassen*: what could be an object is one."""
    own = subject_tokens(view, clause)
    if not shared or not own or clause.finite is None or own[0].tag == "PPER":
        return False
    if clause.predicate in _WITHOUT_OBJECT:
        return False  # *dass A offen ist und ein Termin nötig ist*
    phrase = nominal.phrase_at(view, own[0].index)
    cases = {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
    has_object = any(p.role is Role.DIRECT_OBJECT for p in clause.participants)
    return "Acc" in cases and not has_object and fits(shared, view.token(clause.finite))
