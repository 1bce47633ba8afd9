"""Another verb in a clause, or a verb with fixed words, in the form the clause needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from a11y.language import inflect
from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set
from a11y.simple_language.words.verb_wording import Wording


def other_verb(view: View, clause: Clause, easy: Wording) -> dict[int, str] | None:
    """What to write for the clause's verb tokens so that it has another verb with the same object.

    Token index → text ("" removes a token); None where a form is not certain.
    """
    how = easy.phrase if easy.phrase in _HOW else ""
    places = [i for i in clause.tokens if how and view.token(i).tag.startswith("APPR")]
    if places and not _stands_behind_finite(clause, places[0]):
        return None  # *weil er zum Bus sprintet*: the word for how would stand behind the place
    changes = _verb_changes(view, clause, replace(easy, phrase="") if places else easy)
    if changes is None:
        return None
    if places and clause.finite is not None:
        written = changes.get(clause.finite, view.token(clause.finite).text)
        changes[clause.finite] = f"{written} {how}"
    if easy.reflexive and clause.reflexive is None:
        own = _reflexive_put_in(view, clause, changes)
        return None if own is None else changes | own
    if clause.reflexive is not None and not easy.reflexive:
        own_token = view.token(clause.reflexive)
        if own_token.text[:1].isupper():
            return None
        written = changes.get(own_token.index, "")
        changes[own_token.index] = written.removeprefix(own_token.text).strip()
    return changes


_HOW = word_set("schnell langsam leise laut stark leicht oft")


def _stands_behind_finite(clause: Clause, place: int) -> bool:
    """*Er sprintet zum Bus*: here the word for how has room before the place."""
    main = clause.kind is ClauseKind.MAIN and clause.finite is not None
    return main and clause.finite == place - 1


_OWN = {"S1": "mich", "S2": "dich", "S3": "sich", "P1": "uns", "P2": "euch", "P3": "sich"}


def _reflexive_put_in(
    view: View, clause: Clause, changes: Mapping[int, str]
) -> dict[int, str] | None:
    """*sich* behind the finite verb and a pronoun that follows it, or behind the subject."""
    finite = view.token(clause.finite) if clause.finite is not None else None
    if finite is None or clause.voice is not Voice.ACTIVE:
        return None
    person = verbal.person_of(finite)
    at: Token | None = finite
    if clause.kind is ClauseKind.MAIN:
        behind = view.after(finite)
        if behind is not None and behind.tag == "PPER" and behind.text in _NOMINATIVE:
            at = behind
    else:
        who = subject_tokens(view, clause)
        at = who[-1] if who else None
    if person is None or at is None:
        return None
    return {at.index: f"{changes.get(at.index, at.text)} {_OWN[person]}"}


_NOMINATIVE = word_set("ich du er es wir ihr sie Sie man")


def _verb_changes(view: View, clause: Clause, easy: Wording) -> dict[int, str] | None:
    verbs = [view.token(index) for index in clause.verbs]
    if any(t.tag == "PTKVZ" and not clause.predicate.startswith(t.text.lower()) for t in verbs):
        return None  # half of a verb that no dictionary has
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
        return _participle(view, clause, past, easy)
    if any(t.tag == "VVINF" for t in verbs) or clause.kind is ClauseKind.INFINITIVE:
        return _infinitive(view, clause, verbs, easy)
    finite = view.token(clause.finite) if clause.finite is not None else None
    tense = {"present": "Pres", "preterite": "Past"}.get(clause.tense.value)
    person = _person(view, clause, finite) if finite is not None else None
    form = verbal.finite(easy.verb, person, tense=tense) if person and tense else None
    if (
        finite is None
        or form is None
        or tense is None
        or not _can_be(finite, tense, person, of=clause.predicate)
    ):
        return None
    last_part = _joined(easy.phrase, form[1])
    if last_part and verbal.may_be_relative(view, clause):
        return None
    if clause.kind is not ClauseKind.MAIN and finite.index == max(
        t for t in clause.tokens if any(c.isalnum() for c in view.token(t).text)
    ):
        changes[finite.index] = _joined(easy.phrase, form[1] + form[0])
        return changes
    if last_part and not _room_at_the_end(view, clause, finite):
        return None
    written = capital(form[0]) if finite.text[:1].isupper() else form[0]
    changes[finite.index] = written
    if last_part and verbs[-1].tag == "PTKVZ":
        changes[verbs[-1].index] = last_part
    elif last_part:
        last = max(t for t in clause.tokens if any(c.isalnum() for c in view.token(t).text))
        before = written if last == finite.index else view.token(last).text
        changes[last] = f"{before} {last_part}"
    return changes


def _person(view: View, clause: Clause, finite: Token) -> str | None:
    """Of the verb or, where its form was read as another one (*dass er … besitzt*), the subject."""
    if any(view.token(i).text.lower() == "du" for i in clause.tokens):
        return "S2"  # *du besitzt* looks like *er besitzt*
    person = verbal.person_of(finite)
    who = [p for p in clause.participants if p.role is Role.SUBJECT and not p.shared]
    if person is not None or finite.morph.get("Number") or len(who) != 1 or not who[0].number:
        return person
    if who[0].pronoun and view.token(who[0].head).text.lower() in ("ich", "du", "wir", "ihr"):
        return None
    compared = clause.kind is not ClauseKind.RELATIVE and clause.link.lower() in _COMPARING
    if compared and finite.morph.get("VerbForm") == "Part":
        return None  # *ist wie sein Vater erkrankt*: the participle of what stands in front
    third = f"{who[0].number[0]}3"
    readings = tables.verb_readings(finite.text.lower())
    return third if any(reading.person == third for reading in readings) else None


_COMPARING = frozenset({"", "wie", "als", "denn"})


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _room_at_the_end(view: View, clause: Clause, finite: Token) -> bool:
    """Whether a particle may be put behind the clause's last word."""
    behind = [view.token(i) for i in clause.tokens if i > finite.index]
    joint = view.after(finite)
    return not (
        any(t.text in verbal.QUOTES for t in behind)
        or not verbal.whole_lists(behind, finite)
        or (joint is not None and joint.text == ",")
    )  # *„…“, resümiert sie, „und …“*: the particle would stand in what follows


_RECEIVING = word_set("bekommen erhalten kriegen")


def _can_be(finite: Token, tense: str, person: str | None, *, of: str) -> bool:
    """Whether the form is known and no Konjunktiv alone (*er verändere*, *du erhälst*), nor of
    another verb (*er speist* is not *speien*)."""
    readings = tables.verb_readings(finite.text.lower())
    return any(
        r.form == tense and r.person == person and of.endswith(r.infinitive) for r in readings
    )


def _done(view: View, clause: Clause, token: Token) -> bool:
    """*ist geschehen*: a participle that looks like its infinitive."""
    auxiliary = view.token(clause.finite).lemma if clause.finite is not None else ""
    same = token.tag == "VVINF" and token.text == verbal.participle(clause.predicate)
    return same and not clause.modal and auxiliary in ("haben", "sein")


def _participle(view: View, clause: Clause, past: Token, easy: Wording) -> dict[int, str] | None:
    done = verbal.participle(easy.verb)
    if any(view.token(i).text in ("gewesen", "bekommen") for i in clause.verbs):
        return None  # *ist nie erkrankt gewesen*
    if done is None or past.text not in verbal.participles(clause.predicate):
        return None
    if easy.verb == "werden" and is_passive(easy):
        done = "worden"
    told = _told_as_past(view, clause, past, easy)
    if told is not None:
        return told
    changes = {past.index: _joined(easy.phrase, done)}
    active = clause.voice is Voice.ACTIVE
    acts_on = any(item.role is Role.DIRECT_OBJECT for item in clause.participants)
    if inflect.takes_sein(clause.predicate) and inflect.takes_either(easy.verb):
        return changes  # *ist in Flammen aufgegangen* → *ist verbrannt*
    if easy.verb == "starten" and acts_on and not inflect.takes_sein(clause.predicate):
        return changes  # *ist gestartet*, but *hat die Anlage gestartet*
    if active and inflect.takes_sein(easy.verb) != inflect.takes_sein(clause.predicate):
        auxiliary = _other_auxiliary(view, clause, past, easy.verb)
        return None if auxiliary is None else changes | auxiliary
    return changes


_NO_PERFECT = word_set("haben sein")


def _told_as_past(view: View, clause: Clause, past: Token, easy: Wording) -> dict[int, str] | None:
    """*hat sich in Paris befunden* → *war in Paris*, *ist zur Welt gekommen* → *wurde geboren*: of
    these nobody says the perfect."""
    finite = view.token(clause.finite) if clause.finite is not None else None
    told = easy.verb in _NO_PERFECT or (easy.verb == "werden" and is_passive(easy))
    if finite is None or not told or clause.voice is not Voice.ACTIVE:
        return None
    person = verbal.person_of(finite)
    if clause.modal or len(clause.verbs) != 2 or person is None or _shares(view, clause, past):
        return None
    if not _can_be(finite, "Pres", person, of=finite.lemma):
        return None
    form = verbal.finite(easy.verb, person, tense="Past")
    if form is None:
        return None
    written = capital(form[0]) if finite.text[:1].isupper() else form[0]
    return {finite.index: written, past.index: easy.phrase}


def _shares(view: View, clause: Clause, past: Token) -> bool:
    """Whether another participle may share the clause's auxiliary."""
    behind = view.after(past)
    return (behind is not None and behind.tag == "KON") or any(
        one.index != clause.index and one.verbs and one.finite in (None, clause.finite)
        for one in view.clauses
        if one.kind is not ClauseKind.INFINITIVE
    )


def is_passive(easy: Wording) -> bool:
    """*benutzt werden*: the easy wording is a passive itself."""
    last = easy.phrase.rpartition(" ")[2]
    done = any(reading.form == "Part2" for reading in tables.verb_readings(last))
    return easy.verb == "werden" and done and last not in ("bekannt", "verliebt")


def _other_auxiliary(view: View, clause: Clause, past: Token, easy: str) -> dict[int, str] | None:
    """*hat geweilt*, but *ist geblieben*; None where another participle may share the auxiliary."""
    if clause.finite is None or clause.modal or len(clause.verbs) != 2:
        return None
    finite = view.token(clause.finite)
    if _shares(view, clause, past):
        return None
    for tense in ("Pres", "Past"):
        person = verbal.person_of(finite)
        if person is not None and _can_be(finite, tense, person, of=finite.lemma):
            form = verbal.finite(inflect.auxiliary(easy), person, tense=tense)
            if form is not None and finite.text[:1].isupper():
                return {finite.index: capital(form[0])}
            return None if form is None else {finite.index: form[0]}
    return None


_PARTICLE = re.compile(r"(?:dazu|zurück|zusammen|weiter|weg|fest|herunter|hoch|los)(?=\w{5,})")


def _parted_off(infinitive: str) -> str:
    """The particle of a verb that no table lists: *dazulegen*."""
    found = _PARTICLE.match(infinitive)
    return found[0] if found is not None and infinitive not in tables.verb_classes() else ""


def _may_be_finite(view: View, clause: Clause, target: Token) -> bool:
    """*Tiere verdursten.*, *absorbieren und lösen die Tropfen …*: read as an infinitive, but its
    easy verb would have to be parted if it is none."""
    joint, other = view.after(target), view.after(target, 2)
    joined = joint is not None and joint.tag == "KON"
    if joined and other is not None and other.tag.endswith("FIN"):
        return True
    alone = clause.finite is None and clause.parent is None and not clause.modal
    before = view.after(target, -1)
    with_zu = before is not None and before.tag == "PTKZU"
    return alone and not with_zu and not tables.verb_classes().get(clause.predicate, ("", ""))[0]


def _infinitive(
    view: View, clause: Clause, verbs: Sequence[Token], easy: Wording
) -> dict[int, str] | None:
    infinitive = easy.verb
    particle = tables.verb_classes().get(infinitive, ("", ""))[0] or _parted_off(infinitive)
    if infinitive in verbal.ONE_WORD:
        particle = ""
    with_zu = f"{particle}zu{infinitive[len(particle) :]}"
    target = next((t for t in verbs if t.text == clause.predicate), None)
    if target is None:
        joined = next((t for t in verbs if t.tag == "VVIZU"), None)
        if joined is None:
            return None
        return {joined.index: _joined(easy.phrase, with_zu if particle else f"zu {infinitive}")}
    if (particle or easy.phrase) and _may_be_finite(view, clause, target):
        return None
    zu = view.after(target, -1)
    if zu is None or zu.tag != "PTKZU":
        return {target.index: _joined(easy.phrase, infinitive)}
    if particle:
        return {zu.index: "", target.index: _joined(easy.phrase, with_zu)}
    return {zu.index: _joined(easy.phrase, zu.text), target.index: infinitive}
