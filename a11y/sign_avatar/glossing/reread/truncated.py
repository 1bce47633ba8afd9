"""Words of which German writes only one half: *Geburts- und Sterbeurkunden*, *An- und Abmeldung*.

Spoken as two whole words, they are signed as two whole words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from a11y.language import split_compound
from a11y.language.analysis import Analysis, Token
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.reread.notes import Notes

_JOINTS = frozenset({"und", "oder", "bzw.", "sowie", "/", ",", "beziehungsweise", "noch", "bis"})
_REACH = 6
_PREFIXES = (
    "zurück", "zusammen", "unter", "durch", "hinter", "wieder", "gegen", "rück", "nach", "über",
    "weiter", "fort", "heim", "vor", "ein", "aus", "auf", "mit", "hin", "her", "los", "weg", "ent",
    "ver", "bei", "be", "er", "ab", "an", "um", "zu", "un", "in",
)  # fmt: skip


def completed(analysis: Analysis, notes: Notes) -> Analysis:
    """The analysis with the lemma, class and number of the whole word on each truncated one."""
    found: dict[int, Token] = {}
    compounds = dict(analysis.compounds)
    for token in analysis.tokens:
        if len(token.text) < 3:
            continue
        if token.text[-1] in "-‐" and token.text[:-1].replace("-", "").isalpha():
            partner = _partner(analysis, token)
            whole = "" if partner is None else _with_tail(token.text[:-1], partner, analysis)
        elif token.text[0] in "-‐" and token.text[1:].isalpha():
            partner = _partner_before(analysis, token)
            whole = "" if partner is None else _with_head(token.text[1:], partner)
        else:
            continue
        if partner is None or not whole:
            if token.text[:1].isupper():  # whatever the tagger thought: half a noun is a noun
                bare = token.text.rstrip("-‐")
                found[token.index] = replace(token, lemma=bare, pos="NOUN", tag="NN")
            continue
        notes.fire_at("WORD-COMPLETED", analysis, token.index)
        found[token.index] = replace(
            token, lemma=whole, pos=partner.pos, tag=partner.tag, morph=partner.morph
        )
        parts = split_compound(whole) if partner.pos == "NOUN" else ()
        if len(parts) > 1:
            compounds[token.index] = parts
    if not found:
        return analysis
    tokens = tuple(found.get(token.index, token) for token in analysis.tokens)
    spans = [token.span for token in found.values()]  # the Ein- of Ein- und Auszug is no 1
    values = tuple(
        value
        for value in analysis.values
        if not any(start <= value.span[0] and value.span[1] <= end for start, end in spans)
    )
    return replace(analysis, tokens=tokens, compounds=compounds, values=values)


def _partner(analysis: Analysis, token: Token) -> Token | None:
    """The whole word whose end a truncated one shares: after a joint, adjectives between."""
    joined = False
    for other in analysis.tokens[token.index + 1 : token.index + 1 + _REACH]:
        low = other.text.lower()
        if low in _JOINTS:
            joined = True
        elif other.text[-1] in "-‐" or (joined and other.tag == "ART"):
            continue
        elif joined and other.pos in ("NOUN", "PROPN", "VERB", "ADJ"):
            if other.pos == "VERB" and token.text[:-1].lower() not in _PREFIXES:
                continue
            capital = other.text[:1].isupper() or not token.text[:1].isupper()
            if capital and (other.pos != "ADJ" or not token.text[:1].isupper()):
                return other
        elif not joined:
            return None
    return None


def _partner_before(analysis: Analysis, token: Token) -> Token | None:
    for back in range(1, 3):
        at = token.index - back
        if at >= 0 and analysis.tokens[at].pos in ("NOUN", "PROPN"):
            return analysis.tokens[at]
    return None


def _with_tail(head: str, partner: Token, analysis: Analysis) -> str:
    """``Geburts`` + ``Sterbeurkunde`` → ``Geburtsurkunde``; "" where no end can be told."""
    lemma = partner.lemma
    hyphen = re.fullmatch(r"(.+[-·])(\w+)", lemma)
    if hyphen:
        joint = hyphen[1][-1]
        return f"{head}{joint}{hyphen[2]}"
    parts = analysis.compounds.get(partner.index) or (
        split_compound(lemma) if partner.pos == "NOUN" else ()
    )
    if len(parts) > 1 and head.lower() not in _PREFIXES:
        for first in range(1, len(parts)):  # Kinder- und Jugendhilfe: a known word
            tail = _tail(lemma, parts[first:])
            last = first + 1 == len(parts)
            if tail and (last or f"{head}{tail}" in tables.noun_classes()):
                return head + tail
    for prefix in _PREFIXES:
        rest = lemma[len(prefix) :]
        if lemma.lower().startswith(prefix) and len(rest) >= 3:
            if head.rpartition("-")[2].lower() in _PREFIXES:  # Kfz-An- und Abmeldung
                return head + rest
            break
    tail = _tail(lemma, parts[-1:]) if len(parts) > 1 else _known_end(lemma)
    return head + tail if tail else ""


def _known_end(lemma: str) -> str:
    """The longest noun that a word ends in: *Nebeneingang* → ``eingang``; "" for none."""
    ends = (lemma[at:] for at in range(3, len(lemma) - 3))
    return next((end for end in ends if end.capitalize() in tables.noun_classes()), "")


def _tail(lemma: str, parts: tuple[str, ...]) -> str:
    """What a compound ends in, from the first of ``parts`` on."""
    at = lemma.lower().rfind(parts[0].lower()[:4], 1)
    return lemma[at:].lower() if at > 0 else ""


def _with_head(tail: str, partner: Token) -> str:
    """``Wohnungsgeber`` + ``nehmer`` → ``Wohnungsnehmer``."""
    parts = split_compound(partner.lemma)
    if len(parts) < 2:
        return ""
    at = partner.lemma.lower().rfind(parts[-1].lower()[:4], 1)
    return partner.lemma[:at] + tail if at > 0 else ""
