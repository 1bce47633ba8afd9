"""Adverbials in the types that order a DGS clause, and small words that stand by themselves."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    Participant,
    Role,
    Token,
    ValueKind,
    Voice,
)
from a11y.language.clauses.adverbials import noun_is
from a11y.sign_avatar.glossing.calendar import WEEKDAYS, is_calendar, is_span
from a11y.sign_avatar.glossing.degree import POSITIVES
from a11y.sign_avatar.glossing.reread.comparison import compared
from a11y.sign_avatar.glossing.reread.measures import (
    counted_together,
    measured,
    measuring,
    per_unit,
    sized,
)
from a11y.sign_avatar.glossing.reread.people import addressed, ascribed_to_person, served
from a11y.sign_avatar.glossing.reread.phrases import type_of, value_kind
from a11y.sign_avatar.glossing.reread.times import timed

_DAYS = frozenset({"gestern", "heute", "vorgestern", "übermorgen", "damals", "jetzt", "bald"})

_WHEN = frozenset(
    {"werktags", "wochentags", "werktäglich", "feiertags", "nachts", "tagsüber", "vormittags",
     "nachmittags", "abends", "morgens", "mittags"}
)  # fmt: skip
_DAILY = {f"{day.lower()}s": day for day in WEEKDAYS if day.endswith(("tag", "woch", "abend"))}


def lowered(analysis: Analysis) -> Analysis:
    """``Gestern`` that heads a sentence is no name; *zu* before a quality is no infinitive mark."""
    heads = {sentence.tokens[0] for sentence in analysis.sentences}
    found = {
        index: replace(token, lemma=token.text.lower(), pos="ADV", tag="ADV")
        for index in heads
        if (token := analysis.tokens[index]).text.lower() in _DAYS and token.pos != "ADV"
    }
    for token in analysis.tokens:
        day = _DAILY.get(token.text.lower())
        if day is not None and token.text.lower() != day.lower():
            found[token.index] = replace(token, lemma=day, pos="NOUN", tag="NN")
    for token in analysis.tokens[1:]:
        before = analysis.tokens[token.index - 1]
        attributive = token.tag in ("ADJA", "NN") and token.text[0].isalpha()
        if attributive and before.tag == "ADJD" and before.text == f"{before.lemma}er":
            found[before.index] = replace(before, tag="ADJA")  # in schwieriger Lage
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
    made = timed(analysis, counted_together(analysis, made))
    made = addressed(analysis, measuring(analysis, measured(analysis, sized(analysis, made))))
    made = _neither(analysis, per_unit(analysis, ascribed_to_person(analysis, made)))
    return compared(analysis, served(analysis, _no_times(analysis, made)))


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
        fronted = clause.finite is not None and item.head < clause.finite
        if fronted and noun.lemma.lower().endswith("frist") and Role.DIRECT_OBJECT not in roles:
            role = Role.DIRECT_OBJECT if Role.SUBJECT in roles else Role.SUBJECT
            participants.append(Participant(role=role, head=item.head, tokens=item.tokens))
            continue
        known = is_calendar(noun) or is_span(noun) or noun_is(noun.lemma, "time")
        if known or value_kind(analysis, item.tokens) not in (None, ValueKind.NAME):
            adverbials.append(item)
            continue
        role = Role.DIRECT_OBJECT if Role.SUBJECT in roles else Role.SUBJECT
        roles.add(role)
        participants.append(Participant(role=role, head=item.head, tokens=item.tokens))
    return replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))


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
    if not item.preposition and head.text.lower() in _WHEN and len(item.tokens) == 1:
        return [replace(item, type=AdverbialType.TIME)]
    first = analysis.tokens[item.tokens[0]]
    if len(item.tokens) > 1 and first.text.lower() in _DAILY and first.index != item.head:
        day = Adverbial(type=AdverbialType.TIME, head=first.index, tokens=item.tokens[:1])
        return [day, *_sorted(analysis, clause, replace(item, tokens=item.tokens[1:]))]
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
