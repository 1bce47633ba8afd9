"""Hard verbs with an everyday one in their place, in the form the clause needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from a11y.language import inflect
from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language import verbal
from a11y.simple_language.easy_words import is_term, replacements
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import DATA, evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set

_NO_PASSIVE = word_set(
    "sagen bekommen haben bleiben kommen dienen wachsen wohnen sterben passieren"
)
"""Nothing *wird gehabt*: their hard partners mean something else in the passive, too."""


@evaluates("hard-verb")
def hard_verb(view: View) -> Iterator[Match]:
    """*Sie benötigen einen Pass* → *Sie brauchen einen Pass*"""
    for clause in view.clauses:
        if any(view.token(i).text.lower() == "verwandt" for i in clause.verbs):
            continue  # *mit jemandem verwandt*: no form of *verwenden* that anybody writes
        for kind in ("safe", "unsafe"):
            easy = replacements()["verbs"][kind].get(clause.predicate)
            if (
                easy is not None
                and clause.verbs
                and not (_loose_end(view, clause) or _means_other(view, clause))
                and not (easy == "machen" and _with_quality(view, clause))
                and not _lacks_receiver(view, clause, easy)
            ):
                yield _with_verb(view, clause, easy, certain=kind == "safe")


_HANDING = word_set("aushändigen einhändigen überreichen darreichen zubilligen verabreichen")
_RECEIVERS = word_set("Ihnen ihnen ihm ihr mir dir uns euch wem dem denen")


def _lacks_receiver(view: View, clause: Clause, easy: str) -> bool:
    """*Die Karte wird ausgehändigt*: *wird gegeben* would have to say to whom."""
    return (
        clause.predicate in _HANDING
        and easy == "geben"
        and not any(p.role is Role.INDIRECT_OBJECT for p in clause.participants)
        and not any(t.text in _RECEIVERS and t.tag != "ART" for t in map(view.token, clause.tokens))
    )


@lru_cache(maxsize=1)
def _senses() -> dict[str, re.Pattern[str]]:
    """Hard verb → pattern of the words beside which it means something else."""
    text = (DATA / "verb_senses.yaml").read_text(encoding="utf-8")
    return {
        verb: re.compile(rf"(?:{'|'.join(map(re.escape, endings.split()))})$", re.IGNORECASE)
        for verb, endings in yaml.safe_load(text).items()
    }


def _means_other(view: View, clause: Clause) -> bool:
    """*die Gesundheit erhalten*: to keep something, not to get it."""
    other = _senses().get(clause.predicate)
    return other is not None and any(other.search(view.token(i).text) for i in clause.tokens)


def _with_quality(view: View, clause: Clause) -> bool:
    """*sicher durchführen*: *sicher machen* is to make a thing safe."""
    for index in clause.verbs:
        token = view.token(index)
        before = view.after(token, -1)
        if before is not None and before.tag == "PTKZU":
            before = view.after(before, -1)
        if token.tag in ("VVINF", "VVPP", "VVIZU") and before is not None and before.tag == "ADJD":
            return True
    return False


def _loose_end(view: View, clause: Clause) -> bool:
    """A line that breaks off behind a preposition: *findest du Hilfe auf* is not *auffinden*."""
    last = view.words[-1] if view.words else None
    stops = view.text.rstrip().endswith((".", "!", "?", ":", ",", ";"))
    return last is not None and last.tag == "PTKVZ" and last.index in clause.verbs and not stops


def _with_verb(view: View, clause: Clause, easy: str, *, certain: bool) -> Match:
    words = [view.token(i) for i in clause.verbs]
    passive = clause.voice is not Voice.ACTIVE
    never = (passive and easy in _NO_PASSIVE) or (
        clause.voice is Voice.STATE_PASSIVE and easy == "geben"
    )  # *wenn die Erlaubnis erteilt ist*: nothing *ist gegeben* to anybody
    changes = None if never else other_verb(view, clause, easy)
    if changes is None or (clause.reflexive is not None and easy not in _REFLEXIVE):
        return Match(
            start=words[0].span[0],
            end=words[-1].span[1],
            found=clause.predicate,
            note=f"Leichter ist: {easy}.",
        )
    start, end = min(changes), max(changes)
    return Match(
        start=view.token(start).span[0],
        end=view.token(end).span[1],
        found=clause.predicate,
        replacement=verbal.retouched(view, start, end, changes),
        safe=certain,
        guess=is_term(view, "verbs", clause.predicate),
    )


_REFLEXIVE = word_set("ändern anstecken verändern verbessern trennen vergrößern")
"""Easy verbs that take *sich* as their hard partners do."""


def other_verb(view: View, clause: Clause, infinitive: str) -> dict[int, str] | None:
    """What to write for the clause's verb tokens so that it has another verb.

    Token index → text ("" removes a token); None where a form is not certain.
    """
    verbs = [view.token(index) for index in clause.verbs]
    changes: dict[int, str] = {token.index: "" for token in verbs if token.tag == "PTKVZ"}
    if any(t.tag in ("VVIZU", "PTKZU") for t in verbs) and clause.kind is not ClauseKind.INFINITIVE:
        return None  # *ist … durchzuführen*: the finite verb is another one
    past = next((t for t in verbs if t.tag == "VVPP" or _done(view, clause, t)), None)
    receives = clause.finite is not None and view.token(clause.finite).lemma in _RECEIVING
    if past is not None and clause.finite is not None and view.token(clause.finite).tag == "VVIMP":
        return None  # *Nähere Auskünfte erteilt das Amt*: the adjective was taken for a verb
    if past is not None and receives:
        return None  # *hat einen Orden überreicht bekommen*
    if past is not None:
        return _participle(clause, past, infinitive)
    if any(t.tag == "VVINF" for t in verbs) or clause.kind is ClauseKind.INFINITIVE:
        return _infinitive(view, clause, verbs, infinitive)
    finite = view.token(clause.finite) if clause.finite is not None else None
    tense = {"present": "Pres", "preterite": "Past"}.get(clause.tense.value)
    person = verbal.person_of(finite) if finite is not None else None
    form = verbal.finite(infinitive, person, tense=tense) if person and tense else None
    if finite is None or form is None or tense is None or not _can_be(finite, tense, person):
        return None
    if form[1] and verbal.may_be_relative(view, clause):
        return None
    behind = [view.token(i) for i in clause.tokens if i > finite.index]
    joint = view.after(finite)
    if form[1] and (
        any(t.text in verbal.QUOTES for t in behind)
        or not verbal.whole_lists(behind, finite)
        or (joint is not None and joint.text == ",")
    ):
        return None  # *„…“, resümiert sie, „und …“*: the particle would stand in what follows
    if clause.kind is not ClauseKind.MAIN and finite.index == max(
        t for t in clause.tokens if view.token(t).text not in (",", ".")
    ):
        changes[finite.index] = form[1] + form[0]
        return changes
    written = capital(form[0]) if finite.text[:1].isupper() else form[0]
    changes[finite.index] = written
    if form[1] and verbs[-1].tag == "PTKVZ":
        changes[verbs[-1].index] = form[1]
    elif form[1]:
        last = max(t for t in clause.tokens if any(c.isalnum() for c in view.token(t).text))
        before = written if last == finite.index else view.token(last).text
        changes[last] = f"{before} {form[1]}"
    return changes


_RECEIVING = word_set("bekommen erhalten kriegen")


def _can_be(finite: Token, tense: str, person: str | None) -> bool:
    """Whether the form is known and no Konjunktiv alone (*er verändere*, *du erhälst*)."""
    readings = tables.verb_readings(finite.text.lower())
    return any(r.form == tense and r.person == person for r in readings)


def _done(view: View, clause: Clause, token: Token) -> bool:
    """*ist geschehen*: a participle that looks like its infinitive."""
    auxiliary = view.token(clause.finite).lemma if clause.finite is not None else ""
    same = token.tag == "VVINF" and token.text == verbal.participle(clause.predicate)
    return same and not clause.modal and auxiliary in ("haben", "sein")


def _participle(clause: Clause, past: Token, infinitive: str) -> dict[int, str] | None:
    done = verbal.participle(infinitive)
    if done is None or past.text not in verbal.participles(clause.predicate):
        return None
    active = clause.voice is Voice.ACTIVE
    if active and inflect.takes_sein(infinitive) != inflect.takes_sein(clause.predicate):
        return None  # *hat geweilt*, but *ist geblieben*
    return {past.index: done}


_PARTICLE = re.compile(r"(?:dazu|zurück|zusammen|weiter|weg|fest|herunter|hoch|los)(?=\w{5,})")


def _parted_off(infinitive: str) -> str:
    """The particle of a verb that no table lists: *dazulegen*."""
    found = _PARTICLE.match(infinitive)
    return found[0] if found is not None and infinitive not in tables.verb_classes() else ""


def _infinitive(
    view: View, clause: Clause, verbs: list[Token], infinitive: str
) -> dict[int, str] | None:
    particle = tables.verb_classes().get(infinitive, ("", ""))[0] or _parted_off(infinitive)
    with_zu = f"{particle}zu{infinitive[len(particle) :]}"
    target = next((t for t in verbs if t.text == clause.predicate), None)
    if target is None:
        joined = next((t for t in verbs if t.tag == "VVIZU"), None)
        if joined is None:
            return None
        return {joined.index: with_zu if particle else f"zu {infinitive}"}
    zu = view.after(target, -1)
    if zu is not None and zu.tag == "PTKZU" and particle:
        return {zu.index: "", target.index: with_zu}
    return {target.index: infinitive}
