"""The phrases of a stretch without a verb, and what each stands for in the clause before.

Only full parallels count: a noun phrase whose form fits the role, a value of the same kind, the
same preposition. *Sie brauchen einen Ausweis, ein Foto von 2024* has no such parallel and stays one
clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    Participant,
    Role,
    Token,
    ValueKind,
)
from a11y.sign_avatar.glossing.calendar import is_calendar, is_span
from a11y.sign_avatar.glossing.reread.elliptic import Part, parts_of
from a11y.sign_avatar.glossing.reread.names import DEGREES, NAME, OFFICES, TITLES
from a11y.sign_avatar.glossing.reread.phrases import value_kind
from a11y.sign_avatar.glossing.words import is_person

_FOR = frozenset({"für", "bei", "ab", "bis", "seit"})
_NARROWING = frozenset({"unter", "über", "bis", "ab"})
_BOUNDS = frozenset(
    {"nur", "erst", "auch", "schon", "etwa", "ca.", "rund", "höchstens", "mindestens", "maximal",
     "ungefähr", "circa", "jeweils", "bereits", "sogar", "dann"}
)  # fmt: skip
_FREE = frozenset({"nichts", "kostenlos", "umsonst", "gratis", "kostenfrei"})
_CASES = {
    "der": "N", "den": "A", "einen": "A", "keinen": "A", "meinen": "A", "seinen": "A",
    "ihren": "A", "Ihren": "A", "unseren": "A", "diesen": "A", "dem": "D", "einem": "D",
    "einer": "D", "meinem": "D", "seinem": "D", "ihrem": "D", "Ihrem": "D", "unserem": "D",
}  # fmt: skip
_TIMES = (ValueKind.DATE, ValueKind.TIME)
_MEASURES = frozenset({ValueKind.PRICE, ValueKind.PERCENT, ValueKind.DURATION})
_MANNERS = frozenset({AdverbialType.MANNER, AdverbialType.INSTRUMENT, AdverbialType.OTHER})
_CASE_OF = {Role.SUBJECT: "N", Role.DIRECT_OBJECT: "A", Role.INDIRECT_OBJECT: "D"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remnant:
    """One phrase. kind: ``value`` with ``value``, ``time``, ``pp``, ``np``, ``number`` or
    ``adverb``. cases: the letters N, A, D that its first word allows."""

    kind: str
    head: int
    tokens: tuple[int, ...]
    preposition: str = ""
    value: ValueKind | None = None
    cases: str = "NA"


def remnants(analysis: Analysis, tokens: Sequence[int]) -> list[Remnant] | None:
    """The phrases of a stretch, each from its first word to its noun; None where it is more than
    phrases."""
    out: list[Remnant] = []
    run: list[int] = []
    for position, index in enumerate(tokens):
        token = analysis.tokens[index]
        if token.tag == "KON" and not run and out and out[-1].kind == "np":
            run = [*out.pop().tokens, index]  # Schüler und Studenten
            continue
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ") or token.tag == "KON":
            return None
        run.append(index)
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if _closes(analysis, index, following):
            found = _remnant(analysis, tuple(run))
            run = []
            if out and found.preposition in _NARROWING and out[-1].kind in ("pp", "np"):
                before = out.pop()  # bei Personen unter 24 Jahren
                found = replace(before, tokens=(*before.tokens, *found.tokens))
            out.append(found)
    return None if run else out


def _closes(analysis: Analysis, index: int, following: int | None) -> bool:
    """Whether a phrase ends with this word."""
    token = analysis.tokens[index]
    after = analysis.tokens[following] if following is not None else None
    if after is not None and _names(token, after):
        return False
    if after is not None and after.tag in ("ART", "PPOSAT") and after.morph.get("Case") == "Gen":
        return False
    if following is not None and _one_value(analysis, index, following):
        return False
    if after is not None and after.text[0].isdigit() and token.pos == "NOUN":
        return _measures(analysis, after)  # Erwachsene 4 Euro; no Zimmer 214
    if _nominal(token) or token.pos == "SYM" or token.tag in ("PIS", "PPER"):
        return True
    if token.text.lower() in _BOUNDS:
        return False
    if token.pos == "NUM":
        return after is None or after.pos not in ("NOUN", "ADJ", "SYM", "PROPN")
    return token.tag in ("ADJD", "ADV") and (after is None or after.pos not in ("NUM", "ADP"))


def _measures(analysis: Analysis, token: Token) -> bool:
    """Whether a figure opens a price, a length or a share, no mere number."""
    return any(
        value.span[0] == token.span[0] and value.kind in _MEASURES for value in analysis.values
    )


def _nominal(token: Token) -> bool:
    """A noun, also one made of an adjective (*Erwachsene*)."""
    return token.pos in ("NOUN", "PROPN") or (token.tag == "ADJA" and token.text[:1].isupper())


def _names(token: Token, after: Token) -> bool:
    """*Herr Kern*, *Anna Koch*: one phrase."""
    titled = token.text in TITLES | DEGREES | OFFICES or token.tag == "NE"
    return after.dep == NAME or (after.tag == "NE" and titled)


def _one_value(analysis: Analysis, index: int, following: int) -> bool:
    here, there = analysis.tokens[index].span, analysis.tokens[following].span
    return any(item.span[0] <= here[0] and there[1] <= item.span[1] for item in analysis.values)


def _remnant(analysis: Analysis, tokens: tuple[int, ...]) -> Remnant:
    words = [analysis.tokens[index] for index in tokens]
    first = next((word for word in words if word.text.lower() not in _BOUNDS), words[-1])
    nouns = [word.index for word in words if _nominal(word)]
    head = nouns[0] if nouns else tokens[-1]
    bare = words[-1].pos == "NUM" and len(tokens) == 1
    kind = value_kind(analysis, tokens)
    preposition = first.lemma.lower() if first.pos == "ADP" else ""
    cases = _CASES.get(first.text, "NA")
    if first.text in ("ein", "kein") and analysis.tokens[head].morph.get("Gender") == "Masc":
        cases = "N"
    if any(word.text == "Herrn" for word in words):
        cases = "AD"
    noun = analysis.tokens[head]
    name = "np"
    if kind in _TIMES or is_calendar(noun) or (is_span(noun) and noun.pos == "NOUN"):
        name = "time"
    elif preposition:
        name = "pp"
    elif kind is not None and kind not in (ValueKind.NAME, ValueKind.NUMBER, ValueKind.ORDINAL):
        name = "value"
    elif not nouns:
        name = "adverb"
    if bare and kind in (None, ValueKind.NUMBER):
        name = "number"
    return Remnant(
        kind=name, head=head, tokens=tokens, preposition=preposition, value=kind, cases=cases
    )


def partners(analysis: Analysis, clause: Clause, found: Sequence[Remnant]) -> list[Part] | None:
    """For each phrase the part of the clause that it stands for; None where one has none.

    Two phrases at least, and not times alone: there the list is the adverbial.
    """
    if len(found) < 2 or all(item.kind in ("time", "number") for item in found):
        return None
    free = [item for item in parts_of(clause) if item.tokens]
    free += [inside for item in free if (inside := _for_whom(analysis, item)) is not None]
    out: dict[int, Part] = {}
    surest_first = sorted(
        range(len(found)), key=lambda at: (found[at].kind == "np", found[at].kind in ("pp", "time"))
    )
    for position in surest_first:
        item = found[position]
        later = [other for other in found[position + 1 :] if other.kind == "np"]
        fitting = [part for part in free if _stands_for(analysis, item, part)]
        part = _best(analysis, item, fitting, others=len(later))
        alone = item.preposition in _FOR or item.kind == "time"
        if part is None and alone and position == 0 and out:
            out[position] = _new(item)  # bei Kindern sechs Jahre: only the length has a partner
            continue
        if part is None:
            return None
        free.remove(part)
        out[position] = part
    return [out[position] for position in range(len(found))]


def _new(item: Remnant) -> Adverbial:
    """For whom or when the rest of a stretch holds, where the clause before says nothing of it."""
    kind = {"bei": AdverbialType.CONDITION, "für": AdverbialType.PURPOSE}.get(
        item.preposition, AdverbialType.TIME
    )
    return Adverbial(type=kind, head=item.head, tokens=item.tokens, preposition=item.preposition)


def _for_whom(analysis: Analysis, part: Part) -> Adverbial | None:
    """The *für Eltern* inside *die Beratung für Eltern*, which a *für Firmen* may take up."""
    if not isinstance(part, Participant) or part.pronoun:
        return None
    for position, index in enumerate(part.tokens[1:], start=1):
        if analysis.tokens[index].lemma.lower() == "für" and index > part.head:
            tail = part.tokens[position:]
            return Adverbial(
                type=AdverbialType.PURPOSE, head=tail[-1], tokens=tail, preposition="für"
            )
    return None


def _stands_for(analysis: Analysis, item: Remnant, part: Part) -> bool:
    words = part.tokens
    kind = value_kind(analysis, words)
    if analysis.tokens[item.head].text.lower() in _FREE:
        return kind is ValueKind.PRICE or (
            isinstance(part, Participant) and part.role is Role.DIRECT_OBJECT
        )
    if item.kind == "value":
        kinds = {value_kind(analysis, words[:at]) for at in range(1, len(words) + 1)}
        free = analysis.tokens[part.head].text.lower() in _FREE
        return item.value in kinds or (free and item.value is ValueKind.PRICE)
    if item.kind == "time":
        timed = isinstance(part, Adverbial) and part.type is AdverbialType.TIME
        return timed and (part.preposition == item.preposition or not item.preposition)
    if item.kind == "pp":
        if part.preposition == item.preposition:
            return True
        return isinstance(part, Adverbial) and part.type in _MANNERS and not part.preposition
    if item.kind == "number":  # sechs Zimmer, das Obergeschoss vier
        counted = any(analysis.tokens[index].pos == "NUM" for index in words)
        return counted and isinstance(part, Participant) and part.role is not Role.SUBJECT
    if item.kind == "adverb":
        return isinstance(part, Adverbial) and part.type in _MANNERS
    if not isinstance(part, Participant) or part.preposition:
        return False
    own = value_kind(analysis, (part.head,))  # Kinder unter 6 Jahren are no length
    return _CASE_OF.get(part.role, "-") in item.cases and own in (None, ValueKind.NAME, item.value)


def _best(
    analysis: Analysis, item: Remnant, fitting: Sequence[Part], *, others: int
) -> Part | None:
    """others: noun phrases that still follow; with one more the first is the subject."""
    if item.kind != "np" or len(fitting) < 2:
        return max(fitting, key=lambda part: part.head, default=None)
    subject = next((p for p in fitting if getattr(p, "role", None) is Role.SUBJECT), None)
    thing = next((p for p in fitting if p is not subject), None)
    if subject is None or thing is None or others:
        return subject or thing
    if isinstance(thing, Participant) and thing.pronoun:
        return subject
    alike = _person(analysis, item.head) and not _person(analysis, thing.head)
    return subject if alike else thing


def _person(analysis: Analysis, head: int) -> bool:
    token = analysis.tokens[head]
    return token.dep == NAME or is_person(token)
