"""Two participles of one passive: *Das Formular muss ausgefüllt und unterschrieben werden.*

Told in the active they stay together, because what is done to the thing is one step after the
other: *Sie müssen das Formular ausfüllen und unterschreiben.*
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import ClauseKind, QuestionType, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language.acting.accusatives import accusative
from a11y.simple_language.acting.actors import OFFICE, is_likely, likely_actors
from a11y.simple_language.acting.bystanders import acts_elsewhere, names_another
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of

_JOINTS = ("und", "oder")


def told(view: View) -> Match | None:
    """The whole statement with who acts; None for every other build."""
    words = [t for t in view.tokens if t.text not in (".", "!")]
    main = next((c for c in view.clauses if c.kind is ClauseKind.MAIN), None)
    if main is None or main.finite is None or main.question is not QuestionType.NONE:
        return None
    if sum(t.tag.endswith("FIN") for t in words) != 1 or main.tense is not Tense.PRESENT:
        return None
    finite = view.token(main.finite)
    modal = finite.lemma if finite.lemma in verbal.MODALS else ""
    if modal and words[-1].text == "werden":
        words = words[:-1]
    elif modal or finite.lemma != "werden":
        return None
    start = _row_of_participles(words)
    deeds = [_infinitive(t) for t in words[start:] if t.tag == "VVPP"]
    who = subject_tokens(view, main)
    if len(deeds) < 2 or None in deeds or not who or who[0].tag in ("PPER", "PDS", "PIS"):
        return None
    front = [t for t in words if t.index < finite.index]
    between = [t for t in words[:start] if t.index > finite.index]
    if [t.index for t in front] == [t.index for t in who]:
        front = []
    elif [t.index for t in between[: len(who)]] == [t.index for t in who]:
        between = between[len(who) :]
    else:
        return None
    if any(t.text in (",", ":", "(", "sich") or t.tag in _DENYING for t in (*front, *between)):
        return None
    if any(t.text.lower() in ("von", "vom", "durch", "nur") for t in between):
        return None
    thing = accusative(view, who)
    said_of = [replace(main, predicate=deed or "") for deed in deeds]
    actor = likely_actors(view, said_of[0])[0]
    if thing is None or any(acts_elsewhere(view, c, actor) for c in said_of):
        return None
    known = all(is_likely(view, c) and likely_actors(view, c)[0] is actor for c in said_of)
    joints = [t.text for t in words[start:] if t.tag != "VVPP"]
    verbs = _verbs([d or "" for d in deeds], joints, modal=modal, person=actor.person)
    if verbs is None:
        return None
    second, ending = verbs
    middle = f"{thing} {text_of(between)} {ending}".strip()
    said = (
        f"{text_of(front, inside=False)} {second} {actor.subject} {middle}"
        if front
        else f"{actor.subject} {second} {middle}"
    )
    return Match(
        start=words[0].span[0],
        end=view.tokens[-1].span[0] if view.tokens[-1].text in ".!" else view.tokens[-1].span[1],
        found=text_of(words[start:]),
        replacement=capital(" ".join(said.split())),
        note=actor.note,
        guess=not known or (actor is OFFICE and names_another(view, main)),
    )


_DENYING = ("PTKNEG", "KOUS", "PRELS", "KON")


def _row_of_participles(words: Sequence[Token]) -> int:
    """Where *geprüft, ergänzt und gespeichert* begins at the end of the words."""
    at = len(words)
    while at > 0 and (words[at - 1].tag == "VVPP" or words[at - 1].text in (",", *_JOINTS)):
        at -= 1
    row = [t.tag == "VVPP" for t in words[at:]]
    whole = len(row) > 2 and all(done == (i % 2 == 0) for i, done in enumerate(row))
    return at if whole and words[-2].text in _JOINTS else len(words)


def _infinitive(participle: Token) -> str | None:
    found = {
        r.infinitive for r in tables.verb_readings(participle.text.lower()) if r.form == "Part2"
    }
    return found.pop() if len(found) == 1 else None


def _verbs(
    deeds: Sequence[str], joints: Sequence[str], *, modal: str, person: str
) -> tuple[str, str] | None:
    """(what stands in second place, what closes the sentence)."""
    if modal:
        form = verbal.present(modal, person)
        return (form[0], _row(deeds, joints)) if form is not None else None
    forms = [verbal.present(deed, person) for deed in deeds]
    if any(form is None or form[1] for form in forms):
        return None  # *Das Amt stellt aus und schickt zu*: where would the particles stand?
    return _row([form[0] for form in forms if form is not None], joints), ""


def _row(words: Sequence[str], joints: Sequence[str]) -> str:
    said = words[0]
    for joint, word in zip(joints, words[1:], strict=True):
        said += f"{'' if joint == ',' else ' '}{joint} {word}"
    return said
