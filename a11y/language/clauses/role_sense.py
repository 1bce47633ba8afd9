"""What verbs' frames and nouns' animacy say of roles where no form does."""

from __future__ import annotations

from a11y.language import closed
from a11y.language.analysis import Role, Voice
from a11y.language.clauses import adverbials, frames
from a11y.language.clauses.frames import Animacy
from a11y.language.clauses.phrases import Phrase
from a11y.language.clauses.verbs import VerbComplex

_DATIVE_VERBS = closed.members("dative_verbs")


def sense(phrases: list[Phrase], roles: tuple[Role | None, ...], verb: VerbComplex) -> float:
    """What the verb's frame and the nouns' animacy say where no form does: *Die Kosten trägt die
    Kasse*: an office bears, costs do not."""
    by_role = dict(zip(roles, phrases, strict=True))
    predicate = verb.predicate
    score = 0.0
    subject, object_ = by_role.get(Role.SUBJECT), by_role.get(Role.DIRECT_OBJECT)
    receiver = by_role.get(Role.INDIRECT_OBJECT)
    if object_ is not None and frames.takes(predicate, "intransitive"):
        score -= 2.0
    if object_ is not None and receiver is None and frames.takes(predicate, "ditransitive"):
        told = object_.head.tag == "PPER" and "Dat" in object_.cases()
        score -= 2.5 * told  # *Schickt uns, was ihr wünscht*
    if receiver is not None:
        if frames.animacy(receiver.head) is Animacy.THING and predicate not in _DATIVE_VERBS:
            score -= 0.8
        if frames.takes(predicate, "ditransitive"):
            score += 0.6
        if subject is not None and object_ is None and verb.voice is Voice.ACTIVE:
            hands = frames.takes(predicate, "agentive") and "Acc" in subject.cases()
            if hands and frames.animacy(subject.head) is Animacy.THING:
                score -= _SURE_SENSE  # *Formulare müssen Eltern abgeben*
    if subject is not None and adverbials.is_measure(predicate):
        score -= 6.0 * (subject.head.lower in ("was", "wieviel"))  # *Was kostet die Abgabe?*
    there_is = predicate == "geben" and subject is not None and subject.head.lower == "es"
    if there_is:
        return score
    if subject is not None and object_ is not None and verb.voice is Voice.ACTIVE:
        score += _acts(frames.animacy(subject.head), frames.animacy(object_.head), predicate)
    return score


def _acts(subject: Animacy, object_: Animacy, predicate: str) -> float:
    """How well a subject and a direct object go together in this order of roles."""
    acting = (Animacy.PERSON, Animacy.INSTITUTION)
    officially = frames.takes(predicate, "agentive") and not frames.takes(
        predicate, "person_object"
    )
    if subject is Animacy.UNKNOWN and object_ in acting and officially:
        return -_SURE_SENSE  # *eine Apostille, welche das Präsidium erteilt*
    if object_ is Animacy.UNKNOWN and subject in acting and officially:
        return _SENSE
    if subject is object_ or Animacy.UNKNOWN in (subject, object_):
        return 0.0
    if subject in acting and object_ in acting:
        officially = frames.takes(predicate, "person_object")
        return 0.6 if officially and subject is Animacy.INSTITUTION else 0.0
    right = subject in acting
    if frames.takes(predicate, "thing_subject"):
        right = not right
    weight = _SURE_SENSE if frames.takes(predicate, "agentive") else _SENSE
    return weight if right else -weight


_SENSE = 0.9  # a thing may act in a manner of speaking (*Der Plan sieht vor*) …


_SURE_SENSE = 2.4  # … but it issues no certificate, whatever the parse says
