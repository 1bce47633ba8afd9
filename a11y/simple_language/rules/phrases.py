"""Nominal style: a noun with a verb that says little, where one verb says it all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.language.clauses import frames
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set
from a11y.simple_language.words.verb_change import is_passive
from a11y.simple_language.words.verb_objects import rewritten
from a11y.simple_language.words.verb_wording import Wording, wording


@lru_cache(maxsize=1)
def _light_verbs() -> dict[str, tuple[dict[str, Any], ...]]:
    """Light verb → its records."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in data_file("light_verbs"):
        found[record["verb"]].append(record)
    return {verb: tuple(records) for verb, records in found.items()}


@evaluates("nominal-style")
def nominal_style(view: View) -> Iterator[Match]:
    """*einen Antrag auf Wohngeld stellen* → *Wohngeld beantragen*"""
    for clause in view.clauses:
        for record in _light_verbs().get(clause.predicate, ()):
            yield from _light(view, clause, record)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Light:
    """A light verb and its noun as they stand in a clause.

    run: the noun with what belongs to it; tokens: the clause's; easy: the verb that says it all.
    """

    view: View
    clause: Clause
    record: dict[str, Any]
    tokens: tuple[Token, ...]
    run: tuple[Token, ...]
    easy: Wording

    def hint(self) -> Match:
        """The place, with the easy verb for a person to write."""
        first, last = self.run[0], self.run[-1]
        return Match(
            start=first.span[0],
            end=last.span[1],
            found=f"{self.view.slice(first.index, last.index)} {self.record['verb']}",
            note=f"Das einfache Verb ist: {self.record['to']}.",
        )


def _light(view: View, clause: Clause, record: dict[str, Any]) -> Iterator[Match]:
    tokens = tuple(view.token(i) for i in clause.tokens)
    run = _phrase_tokens(tokens, record)
    if not run or not clause.verbs:
        return
    light = _Light(
        view=view,
        clause=clause,
        record=record,
        tokens=tokens,
        run=tuple(run),
        easy=wording(record["to"]),
    )
    if _is_another(light):
        return
    hint = light.hint()
    if _has_no_room(light):
        yield hint
        return
    if record["verb"] == "nehmen" and any(_TIME.search(t.text) for t in tokens):
        yield replace(hint, note="Bei einer Dauer ist das einfache Verb: dauern.")
        return
    own = bool(record.get("reflexive"))
    if own and (clause.reflexive is None or clause.voice is not Voice.ACTIVE):
        return
    if _is_for_an_editor(light):
        yield hint
        return
    asked = view.after(run[-1]) if record["object"] == "auf" else None
    if record["object"] == "auf" and not _asks_for_something(view, asked):
        return  # *einen Antrag stellen* alone is plain enough
    yield _with_the_easy_verb(light, asked) or hint


def _is_another(light: _Light) -> bool:
    """Whether it only looks like the frame."""
    view = light.view
    joint, shortened = view.after(light.run[0], -1), view.after(light.run[0], -2)
    shares = shortened is not None and shortened.text.endswith("-")
    if shares and joint is not None and joint.tag == "KON":
        return True  # *An-, Um- und Abmeldung*: one word in three
    # *ein Projekt ins Leben rufen*: nobody *gründet* it
    return any(t.text.lower().endswith(_not_with(light.record)) for t in light.tokens)


def _has_no_room(light: _Light) -> bool:
    """Whether the easy verb has no place in the sentence, or would stand for half of the frame."""
    view, clause, first, last = light.view, light.clause, light.run[0], light.run[-1]
    contrasted = any(t.index > last.index and t.text == "sondern" for t in view.tokens)
    front = clause.kind is ClauseKind.MAIN and first.index < (clause.finite or 0)
    if contrasted or (front and light.easy.reflexive):
        return True  # *nicht die Flucht ergreifen, sondern …*; *Rache nahm er*: no place for *sich*
    words = [t.index for t in light.tokens if t.text[:1].isalnum()]
    if front and clause.finite == words[-1] and first.index > words[0]:
        return True  # *Wer früh zu Bett geht*: its verb stands last, whatever it was read as
    beside = (view.after(last), _noun_before(view, view.after(first, -1)))
    # *Hunger und Durst leiden*: the verb would take one of two
    return any(t is not None and t.text.lower() in _JOINING for t in beside)


def _is_for_an_editor(light: _Light) -> bool:
    """Whether the record only tells of it, or the clause has what the easy verb cannot take."""
    view, clause, record = light.view, light.clause, light.record
    negated = any(t.text.lower().startswith("kein") for t in light.run)
    themselves = any(t.tag == "PRF" for t in light.tokens)  # *nahmen Land für sich in Anspruch*
    if record["object"] == "hint" or negated or themselves != bool(record.get("reflexive")):
        return True
    if record.get("things") and _of_somebody(view, clause):
        return True
    finite = view.token(clause.finite) if clause.finite is not None else None
    # *Unterschriften müssen geleistet werden*: nothing would be left in the plural
    return clause.voice is Voice.PASSIVE and finite is not None and "Plur" in verb_numbers(finite)


def _asks_for_something(view: View, behind: Token | None) -> bool:
    if behind is None or behind.text != "auf":
        return False
    wanted = view.after(behind)
    # *den Antrag auf jeden Fall stellen*
    return wanted is None or wanted.text.lower() not in ("jeden", "keinen")


def _cannot_be_asked(view: View, preposition: Token) -> bool:
    """Whether what stands behind *auf* is no object as it is."""
    asked = nominal.phrase_at(view, preposition.index + 1)
    cases = {case for case, _, _ in nominal.readings(asked)} if asked is not None else set()
    if cases and "Acc" not in cases:
        return True  # a slip of the writer's: *auf einer Erlaubnis*
    return _bare_deed(view, preposition)  # *Erteilung der Erlaubnis beantragen* lacks its article


def _with_the_easy_verb(light: _Light, asked: Token | None) -> Match | None:
    """The clause with the easy verb; None where a form or the order is not sure. asked: the *auf*
    that goes with the noun."""
    view, clause, record, run = light.view, light.clause, light.record, light.run
    removed = {t.index for t in run}
    if asked is not None:
        if _cannot_be_asked(view, asked):
            return None
        removed.add(asked.index)
    acted_on = _acted_on(view, clause, run[-1]) if record["object"] == "gen" else None
    if record["object"] == "gen" and acted_on is None:
        return None
    changes = None
    if not is_passive(light.easy) or clause.voice is Voice.ACTIVE:
        taking = _with_object(record)
        changes = rewritten(view, clause, hard=taking, easy=light.easy, leaving=frozenset(removed))
    if changes is None or any(t.tag == "ADJA" for t in run) or _has_attribute(view, run[0]):
        return None
    indices = sorted(t.index for t in light.tokens if t.text not in (".", "!", "?"))
    if indices[-1] - indices[0] != len(indices) - 1:
        return None
    for index in removed:  # a particle that was put behind the clause's last word stays
        changes[index] = changes.get(index, "").removeprefix(view.token(index).text).strip()
    if acted_on is not None:  # *die Prüfung der Daten*: the data stand where the deed stood
        changes |= dict.fromkeys((t.index for t in acted_on.tokens), "")
        changes[run[0].index] = capital_like(view, run[0].index, acted_on.text)
        removed.remove(run[0].index)
    if _opens_with_verb(light, removed):
        linked = light.tokens[0].text.lower() in _LINKING  # *Denn muss … geleistet werden*
        moved = None if linked else _subject_in_front(view, clause, changes)
        if moved is None:
            return None
        changes |= moved
    while view.token(indices[-1]).text in _ENDS:
        indices.pop()  # it belongs to what follows
    while not any(c.isalnum() for c in view.token(indices[0]).text):
        indices.pop(0)  # the mark of a list
    start, end = indices[0], indices[-1]
    certain = acted_on.certain if acted_on else (record["object"] != "none" or len(run) <= 2)
    return Match(
        start=view.token(start).span[0],
        end=view.token(end).span[1],
        found=light.hint().found,
        replacement=capital_like(view, start, verbal.retouched(view, start, end, changes)),
        safe=_is_certain(record, light.tokens) and certain,
    )


def _opens_with_verb(light: _Light, removed: set[int]) -> bool:
    """Whether nothing is left before the finite verb of a main clause."""
    return light.clause.kind is ClauseKind.MAIN and not any(
        t.index < (light.clause.finite or 0)
        and t.index not in removed
        and t.text[:1].isalnum()
        and t.text.lower() not in _LINKING
        for t in light.tokens
    )


_ENDS = word_set(", ; : – —")
_JOINING = word_set("und oder sowie bzw. beziehungsweise noch")


def _noun_before(view: View, joint: Token | None) -> Token | None:
    """A *und* that joins a frame to a noun before it: *Durst und Hunger leiden*."""
    other = view.after(joint, -1) if joint is not None else None
    return joint if other is not None and other.tag in ("NN", "TRUNC") else None


def _is_certain(record: dict[str, Any], tokens: Sequence[Token]) -> bool:
    """Whether nobody need look: everywhere, or beside the words the record names (*einen Verein
    ins Leben rufen*)."""
    beside = tuple(str(record.get("safe_with", "")).split())
    return not record.get("unsafe") or any(t.text.lower().endswith(beside or "-") for t in tokens)


def _not_with(record: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(record.get("not_with", "")).split())


def _has_attribute(view: View, first: Token) -> bool:
    """*scharfe Kritik üben*, *keine Rücksicht nehmen*: a word that would be left over."""
    before = view.after(first, -1)
    return before is not None and (
        before.tag in ("ADJA", "PIAT", "PPOSAT", "CARD", "PDAT")
        or (before.tag == "ART" and first.tag in ("NN", "NE"))
    )


_KINDS = ("acc", "auf", "gen", "none", "hint")


def _with_object(record: dict[str, Any]) -> Wording:
    """The light verb with what the whole phrase takes: *an+dat* of *Kritik üben*."""
    taken = record["object"]
    return wording(record["verb"] if taken in _KINDS else f"{record['verb']} {taken}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _ActedOn:
    """What a deed is done to, as an object. certain: it is nobody who could do the deed."""

    tokens: tuple[Token, ...]
    text: str
    certain: bool


def _acted_on(view: View, clause: Clause, deed: Token) -> _ActedOn | None:
    """The genitive behind *Prüfung* as an accusative; None where another phrase goes on behind."""
    behind = view.after(deed)
    owner = nominal.phrase_at(view, behind.index) if behind is not None else None
    if owner is None or owner.article is None or clause.voice is not Voice.ACTIVE:
        return None
    text = nominal.in_case_from(owner, "Gen", "Acc")
    further = view.after(owner.noun)
    goes_on = further is not None and (
        further.tag in ("KON", "NE", "NN", *nominal.DETERMINER_TAGS) or further.text in (",", "(")
    )
    if text is None or (goes_on and (further is None or further.tag != "ART")):
        return None
    kind = frames.animacy_of_noun(owner.noun.lemma)
    return _ActedOn(
        tokens=owner.tokens,
        text=text,
        certain=kind is not frames.Animacy.INSTITUTION and not goes_on,
    )


def _of_somebody(view: View, clause: Clause) -> bool:
    """*Der Staat nimmt ihn in Anspruch*: said of people the phrase means something else."""
    acted_on = Role.DIRECT_OBJECT if clause.voice is Voice.ACTIVE else Role.SUBJECT
    for item in clause.participants:
        if item.role is acted_on:
            noun = view.token(item.head)
            kind = frames.animacy_of_noun(noun.lemma)
            people = kind in (frames.Animacy.PERSON, frames.Animacy.INSTITUTION)
            return people or (noun.tag == "PPER" and noun.text.lower() != "es")
    return False


def _subject_in_front(
    view: View, clause: Clause, changes: Mapping[int, str]
) -> dict[int, str] | None:
    """*Die Entscheidung trifft der Rat* → *Der Rat entscheidet*; None where that is not certain."""
    if clause.finite is None:
        return None
    who = subject_tokens(view, clause)
    finite, end = view.token(clause.finite), view.token(max(clause.tokens))
    before = view.after(finite, -1)
    if before is None or before.text in (",", ":", ";", "("):
        return {}  # *Stellen Sie einen Antrag*, *Bevor …, sollte …*: the verb came first before
    behind = view.after(finite)
    cut = next((i for i, t in enumerate(who) if t.tag.startswith("APPR")), len(who))
    who = who[:cut]  # *treffen die Gemeinden im Mai*
    if not who or behind is None or who[0].index != behind.index or end.text == ",":
        return None
    said = f"{capital(text_of(who))} {changes.get(finite.index, finite.text).lower()}"
    return {finite.index: said} | dict.fromkeys((t.index for t in who), "")


def _bare_deed(view: View, preposition: Token) -> bool:
    """*auf Erteilung einer Erlaubnis*: a deed without an article, with what is done behind it."""
    noun = view.after(preposition)
    behind = view.after(noun) if noun is not None else None
    if noun is None or behind is None or noun.tag != "NN":
        return False
    if behind.tag == "KON" and noun.text.endswith("ung"):
        return True
    return behind.tag in (*nominal.DETERMINER_TAGS, "ADJA") or behind.text.lower() in ("von", "vom")


_LINKING = word_set("denn und aber oder sondern")
"""Words that open a sentence and leave the place before its verb empty."""
_TIME = re.compile(
    r"^(?:Sekunden?|Minuten?|Stunden?|Tagen?|Tage?|Wochen?|Monate?n?|Jahre?n?|Zeit)$"
)


def capital_like(view: View, first: int, text: str) -> str:
    """text with a large first letter where the token has one, unless for being a noun."""
    token = view.token(first)
    noun = token.tag in ("NN", "NE") and first != view.words[0].index
    return capital(text) if token.text[:1].isupper() and not noun else text


def _phrase_tokens(tokens: Sequence[Token], record: dict[str, Any]) -> list[Token]:
    """The tokens of the noun with its article, or of the fixed phrase."""
    if "phrase" in record:
        words = record["phrase"].split()
        for at in range(len(tokens) - len(words) + 1):
            if [t.text for t in tokens[at : at + len(words)]] == words:
                return list(tokens[at : at + len(words)])
        return []
    for at, token in enumerate(tokens):
        if token.text in (record["noun"], record["noun"] + "en", record["noun"] + "s"):
            start = at
            while (
                start > 0
                and tokens[start - 1].tag in ("ART", "ADJA", "PIAT", "PPOSAT")
                and tokens[start - 1].text != "ihr"  # *leistete ihr Hilfe*: whom he helped
            ):
                start -= 1
            return list(tokens[start : at + 1])
    return []
