"""Relative clauses and examples beside a thing that is named already: for the Kurzfassung.

*Seine Mutter, die aus Polen kam, sang im Chor*: who is meant is known without the clause, and
what the sentence is said for stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import part
from a11y.simple_language.leaving_out.upward import is_for_readers, stays_true
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


@evaluates("named-relative")
def named_relative(view: View) -> Iterator[Match]:
    """*Die Hauptstadt von Peru, die am Meer liegt, wächst.* → *Die Hauptstadt von Peru wächst.*"""
    if is_for_readers(view):
        return  # what holds now a reader may have to know
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE or clause.negations or clause.antecedent is None:
            continue
        noun = view.token(clause.antecedent)
        main = view.in_clause(noun)
        found = part(view, clause)
        if main is None or main.kind is not ClauseKind.MAIN or found is None:
            continue
        if main.finite is None or found.last > main.finite or not stays_true(view, main):
            continue  # behind the verb it may be what the sentence is said for
        comma = view.after(found.tokens[0], -1)
        closing = view.after(view.token(found.last))
        if comma is None or comma.text != "," or closing is None or closing.text != ",":
            continue
        if closing.index + 1 != main.finite or not _is_one_thing(view, noun, comma):
            continue
        if _points_into(view, found.last):
            continue
        yield Match(
            start=view.token(comma.index - 1).span[1],
            end=closing.span[1],
            found=view.slice(comma.index, closing.index).strip(" ,"),
            replacement="",
        )


def _is_one_thing(view: View, noun: Token, comma: Token) -> bool:
    """Whether the words up to the comma name one thing: a name, or a thing of somebody named."""
    between = [view.token(i) for i in range(noun.index + 1, comma.index)]
    if noun.tag == "NE" and not between:
        return True
    if noun.tag == "NE":
        return all(t.tag == "NE" for t in between)
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None or noun.morph.get("Number") == "Plur":
        return False
    if phrase.article.tag == "PPOSAT" and not between:
        return _KIN.search(noun.text) is not None
    named = len(between) > 0 and between[-1].tag == "NE"
    owned = bool(between) and between[0].text in ("von", "des", "der") and len(between) < 4
    return phrase.article.text.lower() in _DEFINITE and named and (owned or len(between) < 3)


_DEFINITE = word_set("der die das den dem")
_KIN = re.compile(
    r"(?:mutter|vater|frau|mann|gattin|gatte|witwe|witwer|heimat|leben|karriere|chef|chefin)$", re.I
)


def _points_into(view: View, last: int) -> bool:
    """*X, die den Plan hat, verteidigt ihn*: what *ihn* means would be gone."""
    return any(
        t.index > last and t.tag in ("PPER", "PDS", "PPOSAT", "PROAV", "PAV") for t in view.tokens
    )


@evaluates("short-aside")
def short_aside(view: View) -> Iterator[Match]:
    """*Die Tänzer, mit Musik im Rücken, zogen los.* → *Die Tänzer zogen los.*"""
    if is_for_readers(view):
        return
    commas = [t for t in view.tokens if t.text == ","]
    for one, other in pairwise(commas):
        inner = [view.token(i) for i in range(one.index + 1, other.index)]
        before, behind = view.after(one, -1), view.after(other)
        if len(inner) < 2 or before is None or behind is None:
            continue
        lead = inner[1] if inner[0].tag in ("ADV", "ADJD") else inner[0]
        if lead.tag not in ("APPR", "APPRART") or behind.tag.startswith(("PREL", "KO", "PWAV")):
            continue
        if not all(t.tag in _ASIDE for t in inner[1:]) or before.tag.startswith("V"):
            continue
        clause = view.in_clause(lead)
        if clause is None or before.index not in clause.tokens or behind.index not in clause.tokens:
            continue
        if inner[-1].tag in ("NN", "NE") and stays_true(view, clause) and not _listed(view, one):
            yield Match(
                start=before.span[1],
                end=other.span[1],
                found=view.slice(inner[0].index, inner[-1].index),
                replacement="",
            )


_ASIDE = frozenset({"APPR", "APPRART", "ART", "PPOSAT", "ADJA", "NN", "NE", "ADV", "TRUNC", "KON"})


def _listed(view: View, comma: Token) -> bool:
    """*am Tag, in der Nacht, am Morgen*: one of several phrases of a kind."""
    token = view.after(comma, -1)
    steps = 0
    while token is not None and steps < 4:
        if token.tag in ("APPR", "APPRART"):
            return True
        token, steps = view.after(token, -1), steps + 1
    return False


_LEADS = re.compile(
    r"(?: wie (?:zum Beispiel|z\. ?B\.|beispielsweise|etwa)"
    r"|, (?:zum Beispiel|z\. ?B\.|beispielsweise|etwa|vor allem|insbesondere|unter anderem|darunter"
    r"|allen voran))"
    r"(?= )"
)
_LISTED = frozenset(
    {"ART", "ADJA", "NN", "NE", "KON", "APPR", "APPRART", "TRUNC", "FM", "PPOSAT", "XY"}
)


@evaluates("short-example")
def short_example(view: View) -> Iterator[Match]:
    """*Krankheiten wie zum Beispiel Husten sind häufig.* → *Krankheiten sind häufig.*"""
    if is_for_readers(view):
        return  # *etwa Sozialwohnungen*: what an office means, examples tell
    for found in _LEADS.finditer(view.text):
        start = view.start + found.start()
        before = next((t for t in view.tokens if t.span[1] == start), None)
        if before is None or before.tag not in ("NN", "NE"):
            continue
        clause = view.in_clause(before)
        if clause is None or not _stays_true_beside(view, clause, found[0]):
            continue
        words = [t for t in view.tokens if t.span[0] > view.start + found.end() - 1]
        last = _list_end(words)
        if last is None:
            continue
        closing = view.after(last)
        assert closing is not None
        end = closing.span[1] if found[0].startswith(",") and closing.text == "," else last.span[1]
        yield Match(
            start=start,
            end=end,
            found=view.analysis.text[start:end].strip(" ,"),
            replacement="",
        )


def _stays_true_beside(view: View, clause: Clause, lead: str) -> bool:
    """As ``stays_true``; the *wie* of the example itself likens nothing."""
    likened = [t for t in view.tokens if t.tag == "KOKOM" or t.morph.get("Degree") == "Cmp"]
    if "wie" in lead.split() and len(likened) <= 1:
        return not clause.negations and not clause.modal
    return stays_true(view, clause)


def _list_end(words: list[Token]) -> Token | None:
    """The last of the examples, where a verb (behind a comma or not) or the end follows."""
    last: Token | None = None
    for position, token in enumerate(words):
        if token.tag in _LISTED:
            last = token
            continue
        if token.text == ",":
            behind = words[position + 1] if position + 1 < len(words) else None
            if behind is not None and behind.tag in _LISTED:
                continue
            done = behind is not None and behind.tag in ("VVFIN", "VAFIN", "VMFIN")
            return last if done and last is not None and last.tag in ("NN", "NE") else None
        ends = token.text in ".!" or token.tag in ("VVFIN", "VAFIN", "VMFIN")
        return last if ends and last is not None and last.tag in ("NN", "NE", "FM") else None
    return None
