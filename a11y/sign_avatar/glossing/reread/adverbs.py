"""Adverbials in the types that order a DGS clause, and small words that stand by themselves."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    Role,
    Token,
    ValueKind,
    Voice,
)
from a11y.language.clauses.adverbials import noun_is
from a11y.sign_avatar.glossing.calendar import is_calendar, is_span
from a11y.sign_avatar.glossing.degree import POSITIVES
from a11y.sign_avatar.glossing.reread.comparison import compared
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.phrases import type_of, value_kind
from a11y.sign_avatar.glossing.reread.times import timed
from a11y.sign_avatar.glossing.words import function_words

_DAYS = frozenset({"gestern", "heute", "vorgestern", "übermorgen", "damals", "jetzt", "bald"})
_PERSONS = frozenset({"Sie", "ich", "du", "wir"})
_PER = frozenset({"je", "pro"})
_EACH_OTHER = frozenset({"uns", "mir", "Ihnen", "ihm", "ihr", "ihnen", "dir", "euch"})


def lowered(analysis: Analysis) -> Analysis:
    """``Gestern`` that heads a sentence is no name; *zu* before a quality is no infinitive mark."""
    heads = {sentence.tokens[0] for sentence in analysis.sentences}
    found = {
        index: replace(token, lemma=token.text.lower(), pos="ADV", tag="ADV")
        for index in heads
        if (token := analysis.tokens[index]).text.lower() in _DAYS and token.pos != "ADV"
    }
    for token in analysis.tokens[1:]:
        before = analysis.tokens[token.index - 1]
        if before.text.lower() == "zu" and _is_quality(token):
            bare = token.text.rstrip(".")
            found[before.index] = replace(before, pos="ADV", tag="PTKA")
            found[token.index] = replace(token, lemma=bare, pos="ADJ", tag="ADJD")
        if before.text.lower() == "am" and _is_highest(token):
            stem = token.text.lower().removesuffix("sten").removesuffix("e")
            lemma = POSITIVES.get(f"{stem}er", stem)
            found[token.index] = replace(token, lemma=lemma, pos="ADJ", tag="ADJD")
    if not found:
        return analysis
    tokens = tuple(found.get(token.index, token) for token in analysis.tokens)
    return replace(analysis, tokens=tokens)


def _is_highest(token: Token) -> bool:
    """The *billigsten* of *am billigsten*; with a capital it is a noun."""
    low = token.text.lower()
    return token.text == low and low.endswith("sten") and token.pos in ("NOUN", "ADJ", "ADV", "X")


def _is_quality(token: Token) -> bool:
    """What *zu* raises beyond measure: *zu spät*, *zu teuer*."""
    cut_short = token.tag == "NE" and token.text[:1].islower()  # "spät." was no abbreviation
    adverb = token.tag == "ADV" and token.text in ("viel", "wenig", "oft", "lange", "sehr", "früh")
    return token.tag == "ADJD" or cut_short or adverb


def _opened(analysis: Analysis, clause: Clause) -> Clause:
    """*Das Amt hat zu*, *weil es zu ist*, *der Laden ist auf*: closed or open, no lost particle."""
    if clause.predicate not in ("haben", "sein", "zuhaben", "aufhaben") or clause.finite is None:
        return clause
    words = [i for i in clause.tokens if analysis.tokens[i].pos != "PUNCT"]
    if any(analysis.tokens[i].tag in ("VVINF", "VVPP", "VVIZU") for i in clause.verbs):
        return clause
    last = words[-1]
    if last == clause.finite and len(words) > 1:
        last = words[-2]
    text = analysis.tokens[last].text.lower()
    if text not in ("zu", "auf") or last == clause.finite:
        return clause
    verbs = tuple(sorted({*clause.verbs, last}))
    return replace(
        clause,
        predicate=f"{text}-haben",
        verbs=verbs,
        modal="",
        voice=Voice.ACTIVE,
        participants=tuple(item for item in clause.participants if item.head != last),
        adverbials=tuple(item for item in clause.adverbials if item.head != last),
    )


def sorted_clause(analysis: Analysis, clause: Clause) -> Clause:
    """The clause with its adverbials typed for signing; no token is taken away."""
    clause = _opened(analysis, clause)
    too = [index for index in clause.verbs if analysis.tokens[index].tag == "PTKA"]
    if too:
        verbs = tuple(index for index in clause.verbs if index not in too)
        clause = replace(clause, verbs=verbs)
    participants: list[Participant] = []
    adverbials: list[Adverbial] = []
    for item in clause.participants:
        day = _day(analysis, clause, item)
        if day is not None:
            adverbials.append(day)
        elif not _joins_time(analysis, clause, item):
            participants.append(item)
    for adverbial in clause.adverbials:
        adverbials += _sorted(analysis, clause, adverbial)
    made = replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))
    made = timed(analysis, made)
    made = _addressed(analysis, _measuring(analysis, _measured(analysis, made)))
    made = _neither(analysis, _per(analysis, _ascribed_to_person(analysis, made)))
    return compared(analysis, _served(analysis, _no_times(analysis, made)))


def _no_times(analysis: Analysis, clause: Clause) -> Clause:
    """*Melden Sie uns Name und Beruf*: a bare noun that is no time is what the verb takes."""
    if not clause.verbs:
        return clause
    roles = {item.role for item in clause.participants}
    participants, adverbials = list(clause.participants), []
    for item in clause.adverbials:
        noun = analysis.tokens[item.head]
        bare = item.type in (AdverbialType.TIME, AdverbialType.OTHER) and not item.preposition
        if not bare or noun.pos != "NOUN" or analysis.tokens[item.tokens[0]].tag == "KOKOM":
            adverbials.append(item)
            continue
        known = is_calendar(noun) or is_span(noun) or noun_is(noun.lemma, "time")
        if known or value_kind(analysis, item.tokens) not in (None, ValueKind.NAME):
            adverbials.append(item)
            continue
        role = Role.DIRECT_OBJECT if Role.SUBJECT in roles else Role.SUBJECT
        roles.add(role)
        participants.append(Participant(role=role, head=item.head, tokens=item.tokens))
    return replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))


def _served(analysis: Analysis, clause: Clause) -> Clause:
    """*Zwei Ärzte behandeln Sie*: of people in front and *Sie* behind a verb of service, the people
    act. *Das Kennzeichen behalten Sie* stays what it is."""
    if clause.predicate not in function_words().serving_verbs or clause.finite is None:
        return clause
    you = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    people = next((item for item in clause.participants if item.role is Role.DIRECT_OBJECT), None)
    if you is None or people is None or analysis.tokens[you.head].text != "Sie":
        return clause
    first = analysis.tokens[people.tokens[0]] if people.tokens else None
    if first is None or not people.head < clause.finite < you.head:
        return clause
    named = any(analysis.tokens[index].tag == "NE" for index in people.tokens)
    acts = named or noun_is(analysis.tokens[people.head].lemma, "people")
    accusative = first.text.lower().endswith("en") and first.tag in ("ART", "PPOSAT", "PDAT")
    return _exchanged(clause, you, people) if acts and not accusative else clause


def _ascribed_to_person(analysis: Analysis, clause: Clause) -> Clause:
    """*Wenn Sie Schüler sind*: of a person and a noun beside *sein* the person is the subject."""
    if clause.predicate not in ("sein", "werden", "bleiben"):
        return clause
    said = [item for item in clause.participants if item.role is Role.PREDICATIVE]
    person = next((i for i in said if analysis.tokens[i.head].text in _PERSONS), None)
    noun = next((i for i in clause.participants if i.role is Role.SUBJECT and not i.pronoun), None)
    if person is None or noun is None:
        return clause
    return _exchanged(clause, person, noun)


def _exchanged(clause: Clause, one: Participant, other: Participant) -> Clause:
    """The clause with the roles of two participants exchanged."""
    roles = {id(one): other.role, id(other): one.role}
    return replace(
        clause,
        participants=tuple(
            replace(item, role=roles[id(item)]) if id(item) in roles else item
            for item in clause.participants
        ),
    )


def _measured(analysis: Analysis, clause: Clause) -> Clause:
    """*drei Monate Zeit*, *50 Prozent Ermäßigung*: how much of the bare noun that follows."""
    for item in clause.participants:
        first = analysis.tokens[item.tokens[0]] if item.tokens else None
        if first is None or item.role is not Role.DIRECT_OBJECT or first.pos != "NOUN":
            continue
        measure = next(
            (other for other in parts_of(clause) if _measures(analysis, other, item)), None
        )
        if measure is None:
            continue
        whole = replace(item, tokens=(*measure.tokens, *item.tokens))
        return replace(
            clause,
            participants=tuple(
                whole if part is item else part
                for part in clause.participants
                if part is not measure
            ),
            adverbials=tuple(part for part in clause.adverbials if part is not measure),
        )
    return clause


def _measuring(analysis: Analysis, clause: Clause) -> Clause:
    """The same where the measure was taken for the object and its noun for an adverbial."""
    for noun in clause.adverbials:
        if noun.preposition or analysis.tokens[noun.head].pos != "NOUN":
            continue
        for length in clause.adverbials:
            adjacent = length.tokens and noun.tokens and length.tokens[-1] + 1 == noun.tokens[0]
            if adjacent and not length.preposition and length.type is AdverbialType.DURATION:
                made = Participant(
                    role=Role.DIRECT_OBJECT,
                    head=noun.head,
                    tokens=(*length.tokens, *noun.tokens),
                )
                return replace(
                    clause,
                    participants=(*clause.participants, made),
                    adverbials=tuple(i for i in clause.adverbials if i not in (length, noun)),
                )
        for item in clause.participants:
            counted = value_kind(analysis, item.tokens) in (ValueKind.DURATION, ValueKind.PERCENT)
            if not counted or not noun.tokens or item.tokens[-1] + 1 != noun.tokens[0]:
                continue
            whole = replace(item, head=noun.head, tokens=(*item.tokens, *noun.tokens))
            return replace(
                clause,
                participants=tuple(whole if part is item else part for part in clause.participants),
                adverbials=tuple(part for part in clause.adverbials if part is not noun),
            )
    return clause


def _measures(analysis: Analysis, other: Participant | Adverbial, item: Participant) -> bool:
    if other is item or not other.tokens or other.preposition:
        return False
    if other.tokens[-1] + 1 != item.tokens[0]:
        return False
    if isinstance(other, Participant) and other.role is Role.SUBJECT:
        return False
    return value_kind(analysis, other.tokens) in (ValueKind.DURATION, ValueKind.PERCENT)


def _addressed(analysis: Analysis, clause: Clause) -> Clause:
    """*Jeden Dienstag berät Sie das Amt*: beside a singular verb *Sie* is the object."""
    if clause.finite is None:
        return clause
    verb = analysis.tokens[clause.finite]
    following = clause.finite + 1
    singular = verb.morph.get("Number") == "Sing" and verb.morph.get("Person") == "3"
    if not singular or following >= len(analysis.tokens):
        return clause
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    if subject is None or subject.head != following or verb.text.endswith("en"):
        return clause
    if analysis.tokens[following].text != "Sie":
        return clause
    noun = next(
        (
            item
            for item in clause.participants
            if item.role is Role.DIRECT_OBJECT and not item.pronoun and item.head > following
        ),
        None,
    )
    if noun is None:
        return clause
    return _exchanged(clause, subject, noun)


def _sorted(analysis: Analysis, clause: Clause, item: Adverbial) -> list[Adverbial]:
    head = analysis.tokens[item.head]
    if (
        len(item.tokens) == 2
        and head.tag == "ADJD"
        and analysis.tokens[item.tokens[0]].text
        in (
            "am",
            "Am",
        )
    ):
        return [replace(item, type=AdverbialType.MANNER, preposition="")]  # am billigsten
    tokens = _with_month(analysis, clause, item)
    kind = type_of(analysis, item.type, item.preposition.lower(), item.head, tokens)
    out: list[Adverbial] = []
    please = [index for index in tokens if analysis.tokens[index].text.lower() == "bitte"]
    if please and len(tokens) > 1:
        tokens = tuple(index for index in tokens if index not in please)
        out = [Adverbial(type=AdverbialType.OTHER, head=index, tokens=(index,)) for index in please]
    kept = item.head if item.head in tokens else tokens[-1]
    return [*out, replace(item, type=kind, tokens=tokens, head=kept)]


def _day(analysis: Analysis, clause: Clause, item: Participant) -> Adverbial | None:
    """A capital at the head of a sentence made a noun of *Gestern*."""
    token = analysis.tokens[item.head]
    first = analysis.sentences[clause.sentence].tokens[0] == item.head
    if not first or len(item.tokens) != 1 or token.text.lower() not in _DAYS:
        return None
    return Adverbial(type=AdverbialType.TIME, head=item.head, tokens=item.tokens)


def _with_month(analysis: Analysis, clause: Clause, item: Adverbial) -> tuple[int, ...]:
    """*bis Ende Juni*: the month belongs to the time before it."""
    following = item.tokens[-1] + 1
    if item.type is not AdverbialType.TIME or following not in clause.tokens:
        return item.tokens
    token = analysis.tokens[following]
    before = analysis.tokens[item.tokens[-1]]
    if not is_calendar(token) or before.lemma not in ("Ende", "Anfang", "Mitte"):
        return item.tokens
    return (*item.tokens, following)


def _joins_time(analysis: Analysis, clause: Clause, item: Participant) -> bool:
    if len(item.tokens) != 1:
        return False
    return any(
        item.tokens[0] in _with_month(analysis, clause, other) for other in clause.adverbials
    )


def _per(analysis: Analysis, clause: Clause) -> Clause:
    """*90 Euro je Hund*: what the price is for stays with the price."""
    parts = parts_of(clause)
    for index in clause.tokens:
        token = analysis.tokens[index]
        if token.text.lower() not in _PER or index + 1 not in clause.tokens:
            continue
        if token.text.lower() == "je" and analysis.tokens[index + 1].pos not in ("NOUN", "PROPN"):
            continue
        noun = next((item for item in clause.participants if index + 1 in item.tokens), None)
        if noun is not None and noun.tokens[0] != index + 1:
            noun = None
        rest = (index + 1,) if noun is None else noun.tokens
        holder = next(
            (
                item
                for item in parts
                if item.tokens and item.tokens[-1] == index - 1 and item is not noun
            ),
            None,
        )
        if holder is not None:
            return _joined(clause, holder, (index, *rest), without=noun)
    return clause


def _joined(
    clause: Clause,
    holder: Participant | Adverbial,
    more: tuple[int, ...],
    *,
    without: Participant | None,
) -> Clause:
    """The clause with more tokens in one part; parts that hold only those are gone."""
    participants = []
    for item in clause.participants:
        if item is holder:
            participants.append(replace(item, tokens=(*item.tokens, *more)))
        elif item is not without:
            participants.append(item)
    adverbials = []
    for other in clause.adverbials:
        if other is holder:
            adverbials.append(replace(other, tokens=(*other.tokens, *more)))
        elif not set(other.tokens) <= set(more):
            adverbials.append(other)
    return replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))


def _neither(analysis: Analysis, clause: Clause) -> Clause:
    """*weder die Mutter noch der Vater*: two parts of one phrase; *noch* is no time here."""
    low = {index: analysis.tokens[index].text.lower() for index in clause.tokens}
    start = next((index for index, text in low.items() if text == "weder"), None)
    if start is None:
        return clause
    middle = next((index for index, text in low.items() if text == "noch" and index > start), None)
    if middle is None:
        return clause
    adverbials = tuple(item for item in clause.adverbials if item.tokens != (middle,))
    before = next(
        (item for item in clause.participants if item.tokens and item.tokens[-1] == middle - 1),
        None,
    )
    after = next((item for item in clause.participants if item.tokens[:1] == (middle + 1,)), None)
    if before is None or after is None:
        return replace(clause, adverbials=adverbials)
    role = Role.SUBJECT if Role.SUBJECT in (before.role, after.role) else after.role
    joined = replace(after, role=role, tokens=(*before.tokens, middle, *after.tokens))
    participants = tuple(
        joined if item is after else item for item in clause.participants if item is not before
    )
    return replace(clause, participants=participants, adverbials=adverbials)


def is_companion(analysis: Analysis, clause: Clause, item: Adverbial) -> bool:
    """*mit uns*, *mit der Mitarbeiterin*: a person who takes part stands before the thing."""
    if item.preposition.lower() != "mit" or clause.kind is ClauseKind.FRAGMENT:
        return False
    token = analysis.tokens[item.head]
    return token.text in _EACH_OTHER or (token.pos == "NOUN" and noun_is(token.lemma, "people"))
