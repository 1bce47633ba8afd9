"""Phrases that the analysis left inside an object although they belong to the clause.

*die Unterlagen an kita@stadt.de schicken*, *den Zettel in die Urne werfen*, *die Entscheidung im
April treffen*: where, whereto and when something happens stand in places of their own in DGS.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    Participant,
    Role,
    ValueKind,
    Voice,
)
from a11y.language.clauses.adverbials import noun_is
from a11y.sign_avatar.glossing.calendar import EDGES, is_calendar, is_named_time, is_span
from a11y.sign_avatar.glossing.reread.notes import Notes
from a11y.sign_avatar.glossing.reread.phrases import (
    LOCATIVE,
    determined,
    type_of,
    value_kind,
)
from a11y.sign_avatar.glossing.words import function_words, is_person

_TIME_PREPOSITIONS = frozenset({"in", "an", "um", "bis", "ab", "seit"})
_ADDRESSED = frozenset(
    {ValueKind.URL, ValueKind.EMAIL, ValueKind.ADDRESS, ValueKind.PHONE, ValueKind.IBAN}
)
_CONTRACTED = {"im": "in", "ins": "in", "am": "an", "ans": "an", "aufs": "auf", "beim": "bei"}
_TAKING_NACH = ("suche", "frage", "wunsch", "bedarf", "geld", "anspruch", "ung", "recht", "antrag")
_MOVING = frozenset(
    {"bringen", "fahren", "schicken", "begleiten", "tragen", "holen", "einladen", "mitnehmen",
     "mitbringen", "führen", "senden", "ziehen", "legen", "stellen", "setzen", "hängen", "werfen",
     "kleben", "schreiben"}
)  # fmt: skip
_PASSIVE = frozenset({Voice.PASSIVE, Voice.MODAL_PASSIVE, Voice.STATE_PASSIVE})


def attached(analysis: Analysis, clause: Clause, notes: Notes) -> Clause:
    """The clause with such phrases as adverbials of their own."""
    if clause.finite is None and not clause.predicate:
        return clause
    participants: list[Participant] = []
    adverbials: list[Adverbial] = []
    for adverbial in clause.adverbials:
        adverbials += _parted(analysis, adverbial)
    for item in clause.participants:
        where = _stands_at(analysis, item)
        if where is not None:
            adverbials.append(where)
            continue
        kept, tails = _loosened(analysis, clause, item)
        participants.append(kept)
        adverbials += tails
        if tails:
            notes.fire("PHRASE-OWN-PLACE", clause.sentence)
    return replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))


def _loosened(
    analysis: Analysis, clause: Clause, item: Participant
) -> tuple[Participant, list[Adverbial]]:
    tails: list[Adverbial] = []
    subject = item.role is Role.SUBJECT
    if item.pronoun or not (subject or item.role in (Role.DIRECT_OBJECT, Role.INDIRECT_OBJECT)):
        return item, tails
    while (tail := _tail(analysis, clause, item)) is not None:
        own = tail.type is AdverbialType.TIME or _before_object(clause, item, tail)
        if subject and clause.voice not in _PASSIVE and not own:
            break
        kept = tuple(index for index in item.tokens if index < tail.tokens[0])
        if item.head not in kept:
            break
        item = replace(item, tokens=kept)
        tails.append(tail)
    return item, tails


def _before_object(clause: Clause, item: Participant, tail: Adverbial) -> bool:
    """*verteilt der Verein im Park Suppe*: between a subject behind its verb and the object the
    place is the clause's."""
    if clause.finite is None or item.head < clause.finite:
        return False
    return any(
        other.role is Role.DIRECT_OBJECT and not other.pronoun and other.head > tail.head
        for other in clause.participants
    )


def _stands_at(analysis: Analysis, item: Participant) -> Adverbial | None:
    """*hält am Zoo*: a place, whatever case the verb may govern elsewhere."""
    if item.role is not Role.PREPOSITIONAL_OBJECT or item.preposition not in ("an", "in", "bei"):
        return None
    lemma = analysis.tokens[item.head].lemma.lower()
    if determined(analysis, item.tokens) != "Dat" or not lemma.endswith(
        function_words().place_suffixes
    ):
        return None
    return Adverbial(
        type=AdverbialType.PLACE,
        head=item.head,
        tokens=item.tokens,
        preposition=item.preposition,
    )


def _parted(analysis: Analysis, item: Adverbial) -> list[Adverbial]:
    """*am Abend an die Straße*: when and whereto are two things."""
    if item.type is not AdverbialType.TIME:
        return [item]
    for position in range(len(item.tokens) - 1, 1, -1):
        token = analysis.tokens[item.tokens[position]]
        tail = item.tokens[position:]
        if token.pos != "ADP" or item.head in tail:
            continue
        preposition = _CONTRACTED.get(token.text.lower(), token.text.lower())
        head = _head(analysis, tail)
        kind = head and _tail_type(analysis, preposition, head, tail, inside=False)
        if not head or kind not in (AdverbialType.PLACE, AdverbialType.DIRECTION):
            return [item]
        where = Adverbial(type=kind, head=head, tokens=tail, preposition=preposition)
        return [replace(item, tokens=item.tokens[:position]), where]
    return [item]


def _tail(analysis: Analysis, clause: Clause, item: Participant) -> Adverbial | None:
    """The last phrase of an object, where it belongs to the clause."""
    tokens = item.tokens
    calendar = _calendar_tail(analysis, tokens)
    if calendar:
        return Adverbial(type=AdverbialType.TIME, head=calendar[-1], tokens=calendar)
    before_verb = clause.finite is not None and item.head < clause.finite
    for position in range(len(tokens) - 1, 0, -1):
        token = analysis.tokens[tokens[position]]
        if token.pos != "ADP" or tokens[position] < item.head:
            continue
        tail = tokens[position:]
        preposition = _CONTRACTED.get(token.text.lower(), token.text.lower())
        if len(tail) == 2 and preposition in ("an", "zu") and not before_verb:
            person = analysis.tokens[tail[1]]
            if person.tag == "PPER":  # den Brief an uns schicken
                return Adverbial(
                    type=AdverbialType.DIRECTION,
                    head=tail[1],
                    tokens=tail,
                    preposition=preposition,
                )
        head = _head(analysis, tail)
        if head is None:
            return None
        kind = _tail_type(
            analysis,
            preposition,
            head,
            tail,
            inside=before_verb,
            governed=analysis.tokens[item.head].lemma.lower().endswith(_TAKING_NACH),
            moving=clause.predicate in _MOVING,
        )
        if kind is None:
            return None
        return Adverbial(type=kind, head=head, tokens=tail, preposition=preposition)
    return None


def _tail_type(
    analysis: Analysis,
    preposition: str,
    head: int,
    tail: tuple[int, ...],
    *,
    inside: bool,
    governed: bool = True,
    moving: bool = False,
) -> AdverbialType | None:
    """inside: the phrase stands with its noun before the verb and surely belongs to it, but for
    what only a clause can have. governed: its noun may take a *nach* (*die Suche nach …*). moving:
    the verb takes things or people somewhere."""
    token = analysis.tokens[head]
    value = value_kind(analysis, tail)
    if value in _ADDRESSED and preposition not in ("von", "für"):
        return type_of(analysis, AdverbialType.OTHER, preposition, head, tail)
    if inside:
        return None
    if preposition in _TIME_PREPOSITIONS and (
        is_calendar(token)
        or is_span(token)
        or token.text in EDGES
        or value in (ValueKind.DATE, ValueKind.TIME)
    ):
        return AdverbialType.TIME
    if preposition == "nach" and determined(analysis, tail) == "Dat":
        return None if governed else AdverbialType.TIME  # nach der Feier
    if preposition == "zu" and moving and _whither(analysis, head):
        return AdverbialType.DIRECTION
    if preposition in LOCATIVE:
        lemma = token.lemma.lower()
        place = token.pos in ("NOUN", "PROPN") and (
            lemma.endswith(function_words().place_suffixes) or lemma == "internet"
        )
        accusative = determined(analysis, tail) == "Acc" and preposition in ("in", "an", "auf")
        if accusative and (place or moving or _moves(analysis, tail)):
            return AdverbialType.DIRECTION
        if place and preposition not in ("vor", "zwischen"):
            return AdverbialType.PLACE
    return None


def _whither(analysis: Analysis, head: int) -> bool:
    """A place or a person one can be brought to."""
    token = analysis.tokens[head]
    places = function_words().place_suffixes
    return token.lemma.lower().endswith(places) or noun_is(token.lemma, "place") or is_person(token)


def _moves(analysis: Analysis, tail: tuple[int, ...]) -> bool:
    """*in die Urne*, but not *auf eine Wohnung* (warten, Anspruch): only *in* is sure."""
    return analysis.tokens[tail[0]].text.lower() in ("in", "ins")


def _head(analysis: Analysis, tail: tuple[int, ...]) -> int | None:
    """The first noun or value of a phrase without a second preposition."""
    for index in tail[1:]:
        token = analysis.tokens[index]
        if token.pos == "ADP":
            return None
        if token.pos in ("NOUN", "PROPN", "X", "NUM") or token.tag in ("XY", "CARD"):
            return index
    return None


def _calendar_tail(analysis: Analysis, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """``nächste Woche`` at the end of an object."""
    if len(tokens) < 3:
        return ()
    tail = tokens[-2:]
    noun = analysis.tokens[tail[1]]
    return tail if is_named_time(noun, [analysis.tokens[tail[0]]]) else ()
