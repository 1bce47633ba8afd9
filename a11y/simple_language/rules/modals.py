"""Phrases that stand for *können*, *müssen* and *dürfen*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, Role, Token
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import verbal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of

_HEAVY = {
    ("haben", "Möglichkeit"): "können",
    ("haben", "Recht"): "dürfen",
    ("haben", "Pflicht"): "müssen",
    ("sein", "verpflichtet"): "müssen",
    ("sein", "berechtigt"): "dürfen",
    ("sein", "gezwungen"): "müssen",
    ("haben", "Verpflichtung"): "müssen",
    ("sein", "befugt"): "dürfen",
    ("sein", "imstande"): "können",
    ("sein", "Lage"): "können",
    ("beabsichtigen", ""): "wollen",
}


@evaluates("heavy-modal")
def heavy_modal(view: View) -> Iterator[Match]:
    """*Sie haben die Möglichkeit, X zu tun* → *Sie können X tun*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None or clause.link:
            continue
        governor = next((c for c in view.clauses if c.index == clause.parent), None)
        if governor is None or governor.finite is None:
            continue
        yield from _heavy(view, clause, governor)


def _heavy(view: View, clause: Clause, governor: Clause) -> Iterator[Match]:
    finite = view.token(governor.finite or 0)
    tokens = [t for t in (view.token(i) for i in governor.tokens) if t.text not in (",", ".")]
    said = next(
        (
            (key, modal)
            for key, modal in _HEAVY.items()
            if finite.lemma == key[0] and (not key[1] or any(t.text == key[1] for t in tokens))
        ),
        None,
    )
    if said is None or governor.kind is not ClauseKind.MAIN or _is_past(finite):
        return
    both = [c for c in view.clauses if c.kind is ClauseKind.INFINITIVE]
    if both[0] is not clause and len(both) == 2 and both[0].parent == clause.parent:
        return  # *zu kommen und zu bleiben*: told with the first
    (_, carrier), modal = said
    dropped = _carrier(tokens, carrier)
    while tokens and dropped and tokens[-1] not in dropped and tokens[-1].text in _POINTING:
        tokens.pop()  # *das Recht darauf*
    last = tokens[-1]
    found = view.slice(finite.index, last.index)
    person = verbal.person_of(finite) or _one_or_you(governor, finite)
    form = verbal.present(modal, person) if person else None
    body = [t for t in (view.token(i) for c in both for i in c.tokens) if t.text not in _ENDS]
    if (
        form is None
        or not body
        or governor.negations
        or any(c.negations for c in both)
        or body[0].index - last.index - 1 > 2
        or (carrier and (not dropped or dropped[-1].index != last.index))
        or body[-1].index not in both[-1].verbs
        or both[0] is not clause
        or not _one_or_two(body, both)
        or (dropped and view.token(dropped[0].index - 1).tag == "KON")  # *befugt und verpflichtet*
    ):
        yield Match(start=finite.span[0], end=last.span[1], found=found)
        return
    kept = [t for t in tokens if t not in dropped and t.index > finite.index]
    kept = [t for t in kept if t.text not in _POINTING]
    how = kept[-1] if kept and dropped and kept[-1].index == dropped[0].index - 1 else None
    stated = how is not None and (how.tag == "ADJD" or how.text.endswith(("lich", "isch")))
    if how is not None and stated and how.text not in _BY_WHAT:
        return  # *ist körperlich imstande, zu arbeiten*: it is not the work that is *körperlich*
    verb = form[0]
    if finite.text[:1].isupper():
        verb = capital(verb)
    said_by = text_of(kept, inside=False) if kept else ""
    for word, by in _BY_WHAT.items():
        said_by = re.sub(rf"\b{word}$", by, said_by)
    yield Match(
        start=finite.span[0],
        end=body[-1].span[1],
        found=found,
        replacement=" ".join(part for part in (verb, said_by, _infinitives(body, both)) if part),
        safe=len(both) == 1,
    )


def _is_past(finite: Token) -> bool:
    """*beabsichtigt* looks like its participle, but can be nothing of the past alone."""
    forms = {r.form for r in tables.verb_readings(finite.text.lower()) if r.person}
    return finite.morph.get("Tense") == "Past" and "Pres" not in forms


def _one_or_you(clause: Clause, finite: Token) -> str | None:
    """*beabsichtigt* is *er*'s or *ihr*'s form: of *er*, where no *ihr* acts."""
    persons = {r.person for r in tables.verb_readings(finite.text.lower()) if r.person}
    who = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    return "S3" if persons == {"S3", "P2"} and who is not None and not who.pronoun else None


_BY_WHAT = {"gesetzlich": "nach dem Gesetz", "vertraglich": "nach dem Vertrag"}
"""*ist gesetzlich verpflichtet*: what says by what somebody is bound."""
_POINTING = frozenset({"dazu", "davon", "darauf", "es"})
"""Words that point to the infinitive behind them."""
_ENDS = frozenset({",", ".", "!"})


def _one_or_two(body: Sequence[Token], both: Sequence[Clause]) -> bool:
    """*zu kommen*, or *zu kommen und zu bleiben* with nothing between them but *und*, *oder*."""
    unbroken = body[-1].index - body[0].index == len(body) - 1
    joined = len(both) == 2 and any(t.text in ("und", "oder") for t in body)
    return len(both) == 1 or (joined and unbroken and all(len(c.verbs) <= 2 for c in both))


def _infinitives(body: Sequence[Token], both: Sequence[Clause]) -> str:
    """*wählen und ausüben*: the infinitives without their *zu*."""
    verbs = {max(c.verbs): c.predicate for c in both}
    parts: list[str] = []
    run: list[Token] = []
    for token in body:
        if token.tag == "PTKZU":
            continue
        if token.index in verbs:
            parts.extend(part for part in (text_of(run), verbs[token.index]) if part)
            run = []
        else:
            run.append(token)
    return " ".join(parts)


_SPARE = frozenset({"auch", "außerdem", "nun", "zudem"})


def _carrier(tokens: Sequence[Token], word: str) -> list[Token]:
    """*die Möglichkeit*, *verpflichtet*: what falls away with the heavy phrase."""
    at = next((i for i, t in enumerate(tokens) if t.text == word), None)
    if at is None:
        return []
    start = at
    while start > 0 and (tokens[start - 1].tag == "ART" or tokens[start - 1].text in _SPARE):
        start -= 1  # *haben jederzeit das Recht*: when it may be done stays
    if word == "Lage":
        if start == 0 or tokens[start - 1].text != "in":
            return []  # *die Lage ist …*
        start -= 1
    return list(tokens[start : at + 1])
