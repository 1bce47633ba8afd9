"""A passive's subject as the object of the active: *der Antrag* → *den Antrag*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import inflect
from a11y.language.analysis import (
    Token,
)
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of

_PRONOUN_ACCUSATIVE = {
    "ich": "mich", "du": "dich", "er": "ihn", "wir": "uns", "ihr": "euch", "es": "es",
    "Sie": "Sie", "sie": "sie", "dieser": "diesen", "diese": "diese", "dieses": "dieses",
    "alle": "alle", "das": "das", "dies": "dies", "beide": "beide", "der": "den",
}  # fmt: skip


def accusative(view: View, tokens: Sequence[Token]) -> str | None:
    """A subject as an object; what follows its core (genitive, preposition) stays as it is."""
    if len(tokens) == 1 and tokens[0].tag in ("PPER", "PDS", "PIS"):
        word = tokens[0].text
        return _PRONOUN_ACCUSATIVE.get(word) or _PRONOUN_ACCUSATIVE.get(word.lower())
    core = nominal.phrase_at(view, tokens[0].index)
    if core is None or core.noun.index > tokens[-1].index:
        return None
    inside = _joined_inside(view, core, tokens)
    if any(t.tag == "KON" for t in tokens) and core.noun.index != tokens[-1].index and not inside:
        return _coordinated_accusative(view, tokens)
    changed = _core_accusative(core)
    if changed is None:
        return None
    tail = [t for t in tokens if t.index > core.noun.index]
    return f"{changed} {text_of(tail, inside=False)}".strip()


MASCULINE = frozenset({"der", "ein", "kein", "dieser", "jeder", "ihr", "sein", "unser", "mein"})


def _joined_inside(view: View, core: nominal.Phrase, tokens: Sequence[Token]) -> bool:
    """*Hilfen zum sozialen und kulturellen Leben*: all that is joined hangs on a preposition
    behind the noun, or would be written the same as a second object."""
    behind = [t for t in tokens if t.index > core.noun.index]
    if not behind or behind[0].tag not in ("APPR", "APPRART"):
        return False
    return all(
        following is not None and following.text.lower() not in MASCULINE
        for following in (view.after(t) for t in behind if t.tag == "KON" or t.text == ",")
    )


def _core_accusative(core: nominal.Phrase) -> str | None:
    found = {r for r in nominal.readings(core) if r[0] == "Nom"}
    masculine = {r for r in found if r[2] == "Masc"}
    if not found:
        return None if core.article is not None else text_of(core.tokens)
    either = masculine and any(r[2] == "Neut" for r in found)
    if not masculine or (either and inflect.gender(core.noun.text) == "Neut"):
        return text_of(core.tokens)  # *ein Drittel* is neuter in Germany
    if len(found) > 1 and core.article is None:
        return None
    return nominal.in_case(core, "Acc", number="Sing", gender="Masc")


def _coordinated_accusative(view: View, tokens: Sequence[Token]) -> str | None:
    """*der Antrag und der Ausweis*: both change, or None where one is not certain."""
    parts, at = [], tokens[0].index
    while at <= tokens[-1].index:
        token = view.token(at)
        if token.tag == "KON" or token.text == ",":
            parts.append(token.text)
            at += 1
            continue
        core = nominal.phrase_at(view, at)
        changed = _core_accusative(core) if core is not None else None
        if core is None or changed is None:
            return None
        parts.append(changed)
        at = core.noun.index + 1
        while at <= tokens[-1].index and view.token(at).tag in ("APPR", "APPRART"):
            phrase = nominal.phrase_at(view, at + 1)
            if phrase is None or phrase.noun.index > tokens[-1].index:
                return None
            parts.append(view.slice(at, phrase.noun.index))
            at = phrase.noun.index + 1
    return " ".join(parts).replace(" ,", ",")
