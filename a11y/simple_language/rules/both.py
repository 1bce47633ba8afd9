"""*sowohl A als auch B* and *nicht nur A, sondern auch B* say *A und B*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Role, Token
from a11y.simple_language.grammar.agreeing import in_number
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital

_BOTH = (
    re.compile(r"(?<!nicht )\b([Ss]owohl) ([^,;:.!?–()]+?),? (?:als|wie) auch (?=[^ ,])"),
    re.compile(r"\b([Nn]icht nur) ([^,;:.!?–()]+?), sondern auch (?=[^ ,])"),
)


@evaluates("both-and")
def both_and(view: View) -> Iterator[Match]:
    """*sowohl am Montag als auch am Freitag* → *am Montag und am Freitag*"""
    for pattern in _BOTH if " auch " in view.text else ():
        for found in pattern.finditer(view.text):
            first, last = view.start + found.start(), view.start + found.end()
            between = range(view.start + found.start(2), view.start + found.end(2))
            one = [t for t in view.tokens if t.span[0] in between]
            other = _other(view, last)
            if not other or _has_verb(one) or not _alike(one, other):
                continue
            text = f"{found[2]} und {view.analysis.text[last : other[-1].span[1]]}"
            end = other[-1].span[1]
            if first == view.start:
                text = capital(text)
                verb = view.after(other[-1])
                assert verb is not None
                if verb.morph.get("Number") == "Sing" and other[0].tag not in _LEADS:
                    plural = in_number(verb, "Plur")
                    if plural is None:
                        continue
                    text, end = f"{text} {plural}", verb.span[1]
            elif _acts_behind(view, first, other):
                continue  # *kommt sowohl der Vater als auch die Mutter*: the verb would be another
            yield Match(
                start=first,
                end=end,
                found=view.analysis.text[first:last].strip(),
                replacement=text,
            )


_LEADS = ("APPR", "APPRART", "ADV", "ADJD")
_INSIDE = frozenset(
    {"ART", "ADJA", "NN", "NE", "APPR", "APPRART", "PPOSAT", "CARD", "TRUNC", "FM", "PDAT", "PIAT"}
)


def _other(view: View, start: int) -> list[Token]:
    """The second part: the words up to a verb, a mark or what is no part of a phrase."""
    found: list[Token] = []
    for token in view.tokens:
        if token.span[0] < start:
            continue
        if token.tag not in _INSIDE and not (not found and token.tag == "ADJD"):
            return found if token.text in ".!?" or token.tag.startswith(_CLOSES) else []
        found.append(token)
    return []


_CLOSES = ("V", "ADJD", "PTKVZ", "PTKZU")


def _has_verb(tokens: list[Token]) -> bool:
    return any(t.tag.startswith("V") or t.tag in ("PPER", "KON", "PTKNEG") for t in tokens)


def _alike(one: list[Token], other: list[Token]) -> bool:
    """Both a phrase with a preposition, or both without one, or both a quality."""
    kinds = [tokens[0].tag in ("APPR", "APPRART") for tokens in (one, other) if tokens]
    said = [tokens[0].tag == "ADJD" for tokens in (one, other) if tokens]
    return len(kinds) == 2 and kinds[0] == kinds[1] and said[0] == said[1]


def _acts_behind(view: View, first: int, other: list[Token]) -> bool:
    """Whether the two may be the subject of a singular verb in front of them."""
    if other[0].tag in _LEADS:
        return False
    clause = view.in_clause(other[0])
    if clause is None or clause.finite is None:
        return True
    finite = view.token(clause.finite)
    if finite.morph.get("Number") == "Plur":
        return False
    subjects = [p for p in clause.participants if p.role is Role.SUBJECT]
    return not any(view.token(p.head).span[1] <= first or p.pronoun for p in subjects)
