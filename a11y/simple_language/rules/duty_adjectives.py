"""*ist antragsberechtigt*, *sind gebührenpflichtig*: adjectives that say who may or must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.acting_nouns import can_act, names_somebody
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital

_Saying = Mapping[str, Any]


@cache
def _table() -> Mapping[str, Sequence[_Saying]]:
    found: Mapping[str, Sequence[_Saying]] = data_file("duty_adjectives")
    return found


@evaluates("duty-adjective")
def duty_adjective(view: View) -> Iterator[Match]:
    """*X ist antragsberechtigt* → *X darf einen Antrag stellen*"""
    for token in view.words:
        if token.text.lower() in _table():
            clause = next((c for c in view.clauses if token.index in c.tokens), None)
            if clause is not None and clause.finite is not None:
                yield from _told(view, clause, token, view.token(clause.finite))


def _told(view: View, clause: Clause, adjective: Token, finite: Token) -> Iterator[Match]:
    if finite.lemma != "sein" or len(clause.verbs) > 1:
        return
    entry = None if _goes_on(view, adjective, finite) else _entry(view, clause, adjective)
    changes = _changes(view, clause, adjective, finite, entry) if entry else {}
    touched = changes or {adjective.index: "", finite.index: ""}
    first, last = min(touched), max(touched)
    yield Match(
        start=view.token(first).span[0],
        end=view.token(last).span[1],
        found=adjective.text,
        replacement=verbal.retouched(view, first, last, changes) if changes else None,
        safe=bool(entry and entry.get("safe")) and not clause.negations,
    )


def _changes(
    view: View, clause: Clause, adjective: Token, finite: Token, entry: _Saying
) -> dict[int, str]:
    """Per token its new text; empty where the plain words do not fit."""
    verb = _bent(str(entry["verb"]), view, clause, finite)
    says, first = entry["says"], adjective
    if not verb or (says.startswith("sich ") and _is_speaker(view, clause)):
        return {}  # *Ich bin meldepflichtig*: no *sich* beside *ich*
    changes = {finite.index: capital(verb) if finite.text[:1].isupper() else verb}
    denial = [t for t in view.words if t.index in clause.tokens and t.text.lower() == "nicht"]
    if denial:
        if [t.index for t in denial] != [adjective.index - 1]:
            return {}  # *nicht mehr antragsberechtigt*
        if "denied" in entry:
            first, says = denial[0], entry["denied"]
            changes[first.index] = ""
        elif _NOUN.search(says):
            return {}
    opens = clause.kind is ClauseKind.MAIN and first.index == min(clause.tokens)
    changes[adjective.index] = capital(says) if opens else says
    return changes


_NOUN = re.compile(r"\b[A-ZÄÖÜ]")


def _goes_on(view: View, adjective: Token, finite: Token) -> bool:
    """Whether words beside the adjective belong to it: *… und meldepflichtig*, *steuerpflichtig in
    Ulm*, *unbeschränkt steuerpflichtig*."""
    behind = view.after(adjective)
    if behind is not None and behind is not finite and behind.text not in _ENDS:
        return True
    words = [t for t in view.words if t.index < adjective.index]
    if not words or words[-1] is finite:
        return False
    return words[-1].tag == "KON" or (words[-1].tag == "ADJD" and words[-1].text not in _WHOLE)


_ENDS = frozenset({".", "!", "?", ":", ",", ";"})
_WHOLE = frozenset({"gemeinsam", "allein"})


def _is_speaker(view: View, clause: Clause) -> bool:
    return any(t.text.lower() in ("ich", "wir") for t in subject_tokens(view, clause))


def _bent(infinitive: str, view: View, clause: Clause, finite: Token) -> str | None:
    """The verb in the form that *sein* had."""
    person = verbal.person_of(finite, who=subject_tokens(view, clause))
    if person is None or finite.text.lower() not in _PRESENT | _PAST:
        return None
    if finite.text.lower() in _PRESENT:
        form = verbal.present(infinitive, person)
    elif infinitive in _PAST_OF_MODALS:
        return _PAST_OF_MODALS[infinitive] + "n" * person.startswith("P")
    else:
        form = verbal.finite(infinitive, person, tense="Past")
    return form[0] if form and not form[1] else None


_PRESENT = frozenset({"ist", "sind", "bin"})
_PAST = frozenset({"war", "waren"})
_PAST_OF_MODALS = {"dürfen": "durfte", "müssen": "musste", "können": "konnte"}


def _entry(view: View, clause: Clause, adjective: Token) -> _Saying | None:
    """What the adjective says of its subject; None where it is not clear what that is."""
    entries = _table()[adjective.text.lower()]
    if "of" not in entries[0]:
        return entries[0]
    subject = [t for t in subject_tokens(view, clause) if t is not adjective]
    noun = next((t for t in subject if t.tag in ("NN", "NE")), None)
    if noun is not None:
        somebody = noun.tag == "NE" or names_somebody(noun.text) or can_act(noun.text)
    elif len(subject) == 1 and subject[0].text.lower() in _SOMEBODY and subject[0].text != "sie":
        somebody = True
    else:
        return None
    return next((one for one in entries if one["of"] == ("person" if somebody else "thing")), None)


_SOMEBODY = frozenset({"sie", "ich", "wir", "wer", "man", "jeder", "niemand", "jemand"})
"""A *sie* in small letters may be a thing."""
