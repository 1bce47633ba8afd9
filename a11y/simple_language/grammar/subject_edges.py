"""Where a subject begins and ends: what behind its noun belongs to it, and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, Role, Token, Voice
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import can_act
from a11y.simple_language.grammar.times import MONTHS
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def of_a_group(view: View, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*keiner der Eltern*, *jeder von uns*: of whom goes where *keiner* goes; () where the words
    behind it may be something else."""
    behind = view.after(who[-1]) if len(who) == 1 and who[0].text.lower() in _ONE_OF else None
    if behind is None:
        return who
    led = behind.text.lower() in ("von", "aus")
    if not led and behind.text.lower() not in _WHOSE:
        return who
    following = view.after(behind) if led else behind
    if following is None:
        return who
    if led and following.tag == "PPER":
        return (*who, behind, following)
    phrase = nominal.phrase_at(view, following.index)
    if phrase is None:
        return ()
    cases = {(case, number) for case, number, _ in nominal.readings(phrase)}
    if led:
        return (*who, behind, *phrase.tokens) if ("Dat", "Plur") in cases else who
    if ("Gen", "Plur") in cases and not cases & {("Dat", "Sing"), ("Nom", "Sing")}:
        return (*who, *phrase.tokens)
    return () if ("Gen", "Plur") in cases or not cases else who


_ONE_OF = word_set(
    "keiner keine keines jeder jede jedes niemand jemand manche mancher manches viele wenige "
    "einige mehrere beide alle einer eines welche"
)
_WHOSE = word_set("der dieser unserer ihrer seiner meiner eurer deiner jener")


def without_day(who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*wird die Straße vom 3. bis 14. Mai gesperrt*: when, not which street."""
    timed = len(who) > 2 and who[-1].text[:1].isdigit() and who[-2].text.lower() in _SINCE
    return who[:-2] if timed else who


_SINCE = frozenset({"vom", "von", "ab", "am", "bis"})


def with_names(view: View, clause: Clause, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*die Haltestellen Markt und Rathaus*: what they are called, behind a noun in the plural. A
    passive has no object that a bare noun could be."""
    if who[-1].tag != "NN" or who[-1].morph.get("Number") != "Plur":
        return who
    sure = clause.voice is Voice.PASSIVE
    named = list(who)
    while (token := view.after(named[-1])) is not None:
        inside = {t.index for t in named}
        joint = view.after(token) if token.tag == "KON" and len(named) > len(who) else None
        if _is_name(token, inside, sure=sure and len(named) == len(who)):
            named.append(token)
        elif joint is not None and _is_name(joint, inside - {who[-1].index}, sure=sure):
            named += [token, joint]
        else:
            break
    return tuple(named)


def _is_name(token: Token, of: set[int], *, sure: bool) -> bool:
    if token.tag not in ("NN", "NE"):
        return False
    return sure or (token.dep in ("appos", "flat", "conj") and token.head in of)


def with_name(view: View, clause: Clause, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Griechenlands Kolonien*: whose they are goes where they go."""
    owner = view.after(who[0], -1) if who and who[0].tag in ("NN", "ADJA") else None
    named = owner is not None and owner.tag == "NE" and owner.text[-1:] in ("s", "’", "'")
    if owner is None or not named or owner.index not in clause.tokens:
        return who
    return (owner, *who)


def without_origin(view: View, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*der Mensch von Natur aus*, *das Amt von sich aus*: half of an adverb."""
    closing = view.after(who[-1]) if len(who) > 2 else None
    half = closing is not None and closing.text in ("aus", "her", "an")
    return who[:-2] if half and who[-2].text.lower() in ("von", "vom") else who


def subject_goes_on(view: View, clause: Clause, who: Sequence[Token]) -> bool:
    """Whether words behind a subject may belong to it, so that it cannot move alone.

    *bleibt die Kita | Regenbogen*, *müssen Fahrzeuge | über 3,5 Tonnen*: its name, or which ones.
    """
    behind = view.after(who[-1])
    if behind is None:
        return False
    if behind.tag in ("NE", "FM", "CARD"):
        return True
    if behind.tag == "NN":
        acts = clause.voice is Voice.ACTIVE and clause.predicate not in ("sein", "bleiben")
        objects = {p.head for p in clause.participants if p.role is not Role.SUBJECT}
        acted_on = can_act(who[-1].text) and not NAMED_BEHIND.search(who[-1].text)
        return not acts or not (behind.index in objects or acted_on)
    number, unit = view.after(behind), view.after(behind, 2)
    if behind.text.lower() not in _BOUNDS or number is None or unit is None:
        return False
    return number.tag == "CARD" and unit.tag == "NN" and not _HOURS.match(unit.text)


_BOUNDS = word_set("über unter ab bis von")
_HOURS = re.compile("|".join(("Uhr", *MONTHS)))


def with_direction(view: View, clause: Clause, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Überweisungen ins Ausland dauern länger*: where to, behind the noun of a deed; only a verb
    of motion could want it for itself."""
    if not _DEED.search(who[-1].text) or clause.predicate in _MOVING:
        return who
    where = view.after(who[-1])
    if where is None or where.text.lower() not in ("ins", "nach", "in"):
        return who
    at = where.index + 1
    if where.text.lower() == "nach":
        place = view.after(where)
        return (*who, where, place) if place is not None and place.tag == "NE" else who
    phrase = nominal.phrase_at(view, at)
    if phrase is None or (where.text == "in" and phrase.article is None):
        return who
    cases = {case for case, _, _ in nominal.readings(phrase)}
    if where.text == "in" and ("Dat" in cases or "Acc" not in cases):
        return who
    return (*who, where, *phrase.tokens)


_DEED = re.compile(r"(?:ung(?:en)?|fahrt(?:en)?|reisen?|flug|flüge|briefe?|anrufe?)$")
_MOVING = word_set(
    "gehen fahren führen kommen ziehen reisen bringen senden schicken liefern fließen wechseln "
    "verlegen verschieben eintragen aufnehmen übernehmen"
)


NAMED_BEHIND = re.compile(
    r"(?i)(?:amt|abteilung|bereich|dezernat|referat|team|ausschuss|ressort|stelle|gruppe|büro)$"
)
"""*der Fachbereich Finanzen*"""
