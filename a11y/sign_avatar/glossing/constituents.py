"""Which part of a clause goes to which slot of the DGS sentence.

The language room says what the parts are; here stands where DGS wants them, and a few readings that
matter more for signing than for German (a price after ``kosten`` is no place, ``alle zwei Wochen``
is a time).
"""

from __future__ import annotations

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Role,
    Token,
    ValueKind,
    Voice,
)
from a11y.sign_avatar.glossing.amounts import setting_of_amount
from a11y.sign_avatar.glossing.calendar import is_named_time
from a11y.sign_avatar.glossing.joined_parts import Item, Source, joined_parts
from a11y.sign_avatar.glossing.pronouns import is_address
from a11y.sign_avatar.glossing.reread.people import is_companion
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.slots import ADVERBIAL_SLOTS, ROLE_SLOTS, Slot
from a11y.sign_avatar.glossing.words import function_words, is_person

Group = tuple[Slot, list[int], Source]

_DATED = frozenset({"ab", "bis", "seit", "nach", "vor", "innerhalb", "binnen", "während"})
_EVENTS = (
    *("ung", "beginn", "start", "ende", "schluss", "ablauf", "termin", "wechsel", "geburt", "tod"),
    *("zug", "kauf", "abriss", "abbau", "einbau", "umbau", "beitritt", "eintritt", "austritt"),
    *("abgabe", "wahl", "besuch", "reise", "fahrt", "flug", "urlaub", "trauung", "hochzeit"),
    *("feier", "unterschrift", "versand", "antritt", "abschluss", "gespräch", "ferien", "feiertag"),
)
_TIMES = frozenset({ValueKind.DATE, ValueKind.TIME})
_TAKING_NACH = frozenset(
    {"richten", "fragen", "suchen", "sehen", "erkundigen", "rufen", "riechen", "verlangen",
     "streben", "forschen", "greifen", "beurteilen", "berechnen", "bemessen"}
)  # fmt: skip
_HAPPENING = frozenset({"erfolgen", "geschehen"})
_PASSIVE = frozenset({Voice.PASSIVE, Voice.MODAL_PASSIVE, Voice.STATE_PASSIVE})


def constituents(scene: Scene, clause: Clause, taken: set[int]) -> list[Group]:
    """The clause's parts with their slots; each token once, the larger part first.

    taken: tokens that are spoken for; those used here are added.
    """
    own = set(clause.tokens)
    items: list[Item] = []
    for participant in clause.participants:
        items.append(
            (participant_slot(scene, clause, participant), participant, participant.tokens)
        )
    for adverbial in clause.adverbials:
        kept, price = _without_price(scene, adverbial)
        items.append((adverbial_slot(scene, clause, adverbial), adverbial, kept))
        if price:
            items.append((Slot.OBJECT, None, price))
    items = joined_parts(scene, items)
    items.sort(key=lambda item: -len(item[2]))
    groups: list[Group] = []
    for slot, source, indices in items:
        tokens = sorted(index for index in indices if index in own and index not in taken)
        if tokens:
            taken.update(tokens)
            groups.append((slot, tokens, source))
    _attach_loose(scene, clause, taken, groups)
    return sorted(groups, key=lambda item: item[1][0])


def participant_slot(scene: Scene, clause: Clause, item: Participant) -> Slot:
    """Where a participant stands."""
    if _is_calendar(scene, item):
        return Slot.TIME
    if clause.question is QuestionType.WH and _asked_of_viewer(scene, clause):
        if item.role is Role.SUBJECT and not item.pronoun:
            return Slot.OBJECT
        if item.role is Role.DIRECT_OBJECT and item.pronoun:
            return Slot.SUBJECT
    if _asked_thing(scene, clause):
        if item.role is Role.SUBJECT:
            return Slot.OBJECT
        if item.role is Role.DIRECT_OBJECT:
            return Slot.SUBJECT
    if item.role is Role.DIRECT_OBJECT and item is _hidden_subject(scene, clause):
        return Slot.SUBJECT
    if clause.voice in _PASSIVE and item.role is Role.SUBJECT:
        scene.fire("PASSIVE-SUBJECTLESS")
        return Slot.OBJECT
    if clause.predicate in _HAPPENING and item.role is Role.SUBJECT:
        return Slot.OBJECT  # the deed itself; who does it stands before it
    if item.role is Role.DIRECT_OBJECT and fronted(clause, item):
        scene.fire("TOPIC-OBJECT")
        return Slot.TOPIC
    return ROLE_SLOTS[item.role]


def adverbial_slot(scene: Scene, clause: Clause, item: Adverbial) -> Slot:
    """Where an adverbial stands."""
    preposition = item.preposition.lower()
    token = scene.token(item.head)
    lemma = token.lemma.lower()
    value = scene.value(item.head)
    if lemma in ("schon", "bereits"):
        return Slot.ASPECT
    if lemma == "bitte":
        return Slot.GREETING
    if preposition == "auf" and lemma in ("wunsch", "antrag") and len(item.tokens) == 2:
        return Slot.CONDITION  # auf Wunsch: if somebody wishes it
    timed = preposition not in ("mit", "ohne", "für") and is_time(scene, item)
    setting = None if timed else setting_of_amount(scene, clause, item)
    if setting is not None:
        return setting
    if token.pos in ("ADJ", "ADV") and (lemma in ("online", "onlin", "digital")):
        return Slot.MANNER
    if preposition == "ohne" and clause.finite is not None and _is_setting(clause, item):
        return Slot.TOPIC
    if token.pos == "ADJ" and not preposition and _ascribed(scene, clause, item):
        return Slot.PREDICATE
    if is_companion(scene.analysis, clause, item):
        return Slot.INDIRECT_OBJECT
    if value is not None and value.kind in (ValueKind.PRICE, ValueKind.NUMBER, ValueKind.PERCENT):
        dated = preposition in _DATED or preposition == "um"  # um halb neun
        return Slot.TIME if dated and is_time(scene, item) else Slot.OBJECT
    if preposition == "nach" and clause.predicate in _TAKING_NACH:
        return Slot.OBJECT
    if preposition == "nach" and lemma.endswith(function_words().law_suffixes):
        return Slot.PLACE if item.head < (clause.finite or 0) else Slot.MANNER
    if is_time(scene, item):
        return Slot.TIME
    done = clause.voice in _PASSIVE or clause.predicate in _HAPPENING
    if done and preposition in ("von", "durch") and _acts(token):
        return Slot.SUBJECT
    if item.type is AdverbialType.OTHER and not preposition and scene.is_noun(item.head):
        roles = {part.role for part in clause.participants}
        return Slot.OBJECT if Role.SUBJECT in roles else Slot.SUBJECT
    if item.type is AdverbialType.PLACE and token.pos == "ADJ":
        return Slot.MANNER
    if item.type is AdverbialType.PURPOSE and _completes_quality(scene, clause, item):
        return Slot.OBJECT
    if item.type is AdverbialType.PURPOSE and _is_said(clause, item):
        return Slot.PREDICATE
    return ADVERBIAL_SLOTS[item.type]


def _acts(token: Token) -> bool:
    """A person or an office: who does it, not where it comes from."""
    return is_person(token) or token.lemma.lower().endswith(function_words().acting_suffixes)


def _is_setting(clause: Clause, item: Adverbial) -> bool:
    """What is missing opens the clause, also where a second negation has to stay apart from it."""
    fronted = clause.finite is not None and item.head < clause.finite
    return fronted or any(index not in item.tokens for index in clause.negations)


def _ascribed(scene: Scene, clause: Clause, item: Adverbial) -> bool:
    """``keine Barzahlung möglich``, ``ist nicht teuer``: what is said of the noun, no manner."""
    if any(part.role is Role.PREDICATIVE for part in clause.participants):
        return False
    if clause.predicate in ("sein", "werden", "bleiben"):
        return clause.voice is Voice.ACTIVE
    nouns = [index for index in clause.tokens if scene.is_noun(index) and index < item.head]
    last = [index for index in clause.tokens if scene.token(index).pos != "PUNCT"][-1]
    fragment = clause.kind is ClauseKind.FRAGMENT and not clause.verbs
    return fragment and bool(nouns) and item.head == last and scene.token(last).tag == "ADJD"


def _completes_quality(scene: Scene, clause: Clause, item: Adverbial) -> bool:
    """*ist für Anträge zuständig*: right before the quality that it belongs to, no topic."""
    said = next((p for p in clause.participants if p.role is Role.PREDICATIVE and p.tokens), None)
    if said is None or not item.tokens or scene.token(said.head).pos != "ADJ":
        return False
    return said.tokens[0] == item.tokens[-1] + 1 or said.shared


def _is_said(clause: Clause, item: Adverbial) -> bool:
    """*Der Kurs ist für Eltern*: what is said of the course, no topic before it."""
    if clause.predicate != "sein" or clause.finite is None or item.head < clause.finite:
        return False
    return all(part.role is not Role.PREDICATIVE for part in clause.participants)


def is_time(scene: Scene, item: Adverbial) -> bool:
    """A time, also where the words alone could be a place or a length."""
    preposition = item.preposition.lower()
    lemma = scene.token(item.head).lemma.lower()
    value = scene.value(item.head)
    if preposition == "nach" and lemma.endswith(function_words().law_suffixes):
        return False  # nach dem Landeshundegesetz: nothing comes later
    if item.type is AdverbialType.TIME or (value is not None and value.kind in _TIMES):
        return True
    if any(
        (inside := scene.value(index)) is not None and inside.kind is ValueKind.PARAGRAPH
        for index in item.tokens
    ):
        return False  # nach § 5: by law, not after it
    if item.type is AdverbialType.DURATION:
        every = any(scene.token(index).text.lower() in ("alle", "jede") for index in item.tokens)
        return every or preposition in _DATED
    if item.type in (AdverbialType.OTHER, AdverbialType.DIRECTION, AdverbialType.PLACE):
        if preposition == "nach":  # with an article never a direction
            event = _determined(scene, item) or lemma.endswith(_EVENTS)
            return event and not lemma.endswith(function_words().law_suffixes)
        if preposition == "vor":
            return lemma.endswith(_EVENTS)
    return False


def _determined(scene: Scene, item: Adverbial) -> bool:
    tags = {scene.token(index).tag for index in item.tokens}
    return bool(tags & {"ART", "PPOSAT", "PDAT", "CARD"})


def _is_calendar(scene: Scene, item: Participant) -> bool:
    """``jeden Dienstag``, ``nächste Woche``: a time, whatever its case seems to be."""
    return is_named_time(scene.token(item.head), map(scene.token, item.tokens))


def _hidden_subject(scene: Scene, clause: Clause) -> Participant | None:
    """The noun beside a pronoun object where what seemed the subject was a time."""
    subjects = [item for item in clause.participants if item.role is Role.SUBJECT]
    if not subjects or not all(_is_calendar(scene, item) for item in subjects):
        return None
    nouns = [
        item for item in clause.participants if item.role is Role.DIRECT_OBJECT and not item.pronoun
    ]
    return nouns[0] if len(nouns) == 1 else None


def _asked_of_viewer(scene: Scene, clause: Clause) -> bool:
    """``Welche Unterlagen brauchen Sie?``: after a plural verb ``Sie`` is the subject."""
    following = (clause.finite or 0) + 1
    if clause.finite is None or following >= scene.size:
        return False
    plural = scene.token(clause.finite).morph.get("Number") == "Plur"
    return plural and scene.token(following).text == "Sie" and is_address(scene, following)


def _asked_thing(scene: Scene, clause: Clause) -> bool:
    """``Welche Schule besucht Ihr Kind?``: of the thing asked for and a person, the person acts."""
    if clause.question is not QuestionType.WH or clause.voice is not Voice.ACTIVE:
        return False
    found = {item.role: item for item in clause.participants}
    thing, person = found.get(Role.SUBJECT), found.get(Role.DIRECT_OBJECT)
    if thing is None or person is None or thing.pronoun or not thing.tokens:
        return False
    asked = scene.token(thing.tokens[0]).lemma.lower() in ("welcher", "welch")
    one = scene.token(thing.head).morph.get("Number") == scene.token(person.head).morph.get(
        "Number"
    )
    return (
        asked
        and one
        and not is_person(scene.token(thing.head))
        and is_person(scene.token(person.head))
    )


def fronted(clause: Clause, item: Participant) -> bool:
    """A full object before the finite verb of a main clause, with its subject after."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or item.pronoun:
        return False
    subject = next((part for part in clause.participants if part.role is Role.SUBJECT), None)
    if subject is None or clause.question is QuestionType.WH:
        return False
    return item.head < clause.finite < subject.head


def _without_price(scene: Scene, item: Adverbial) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """``für einen Hund 132 Euro``: the price is no part of the phrase before it."""
    if scene.value(item.head) is not None:
        return item.tokens, ()
    for position, index in enumerate(item.tokens):
        value = scene.value(index)
        if index > item.head and value is not None and value.kind is ValueKind.PRICE:
            return item.tokens[:position], item.tokens[position:]
    return item.tokens, ()


def _attach_loose(scene: Scene, clause: Clause, taken: set[int], groups: list[Group]) -> None:
    """Tokens that no constituent claims: modifiers join the phrase they stand in, the rest make
    their own."""
    loose = [index for index in clause.tokens if index not in taken]
    run: list[int] = []
    for index in [*loose, -9]:
        if run and index != run[-1] + 1:
            _place_run(scene, clause, run, groups)
            run = []
        if index >= 0:
            run.append(index)


def _place_run(scene: Scene, clause: Clause, run: list[int], groups: list[Group]) -> None:
    slot = _run_slot(scene, clause, run)
    following = run[-1] + 1
    for position, (known, tokens, source) in enumerate(groups):
        joins = following == tokens[0] and slot is Slot.MANNER and known is not Slot.SUBJECT
        continues = run[0] == tokens[-1] + 1 and slot is Slot.OBJECT
        if joins or continues:
            groups[position] = (known, sorted([*tokens, *run]), source)
            return
    groups.append((slot, list(run), None))


def _run_slot(scene: Scene, clause: Clause, run: list[int]) -> Slot:
    content = [
        index
        for index in run
        if scene.token(index).pos in ("NOUN", "PROPN", "NUM", "ADJ", "ADV", "VERB", "X", "PRON")
        or scene.value(index) is not None
    ]
    if not content:
        return Slot.MANNER
    lemma = scene.token(content[0]).lemma.lower()
    if lemma in ("schon", "bereits") and len(content) == 1:
        return Slot.ASPECT
    if lemma == "bitte":
        return Slot.GREETING
    if lemma in function_words().question_words and clause.question is QuestionType.WH:
        return Slot.WH
    if any(scene.token(index).pos in ("NOUN", "PROPN") for index in content):
        first = scene.token(run[0])
        dated = first.pos == "ADP" and first.lemma in _DATED
        return Slot.TIME if dated else Slot.OBJECT
    return Slot.MANNER
