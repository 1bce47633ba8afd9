"""Who acts in a clause, by form: nominative, agreement with the verb, place in the clause.

The analysis names a subject from its parse; a rewrite needs one that form confirms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import can_act, may_act
from a11y.simple_language.grammar.subject_edges import (
    NAMED_BEHIND,
    of_a_group,
    with_direction,
    with_name,
    with_names,
    without_day,
    without_origin,
)
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

PRONOUNS = word_set(
    "ich du er es wir man wer sie Sie ihr das dies dieses diese dieser alle jeder jede jedes "
    "niemand jemand keiner keine beide etwas nichts andere manche viele einige wenige mehrere"
)
_PRONOUN_TAGS = frozenset({"PPER", "PIS", "PDS", "PWS"})
_SKIPPED = frozenset({"ADV", "PTKNEG", "PRF", "PAV", "PROAV", "ADJD"})


def subject_tokens(view: View, clause: Clause) -> tuple[Token, ...]:
    """The subject's tokens, one unbroken run; empty where form leaves a doubt."""
    found = without_day(without_origin(view, _without_direction(view, clause)))
    found = of_a_group(view, with_name(view, clause, found))
    return with_direction(view, clause, with_names(view, clause, found)) if found else found


def _without_direction(view: View, clause: Clause) -> tuple[Token, ...]:
    if clause.finite is None:
        return ()
    finite = view.token(clause.finite)
    opening = _nominative_first(view, clause, finite)
    if opening:
        return opening
    claimed = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    if claimed is not None:
        tokens = tuple(view.token(index) for index in sorted(claimed.tokens))
        tokens = _before_object(_before_oneself(_without_edges(tokens)))
        if clause.voice in (Voice.PASSIVE, Voice.MODAL_PASSIVE):
            tokens = _before_agent(tokens)
        if tokens and tokens[0].index > finite.index:
            tokens = _before_occasion(tokens)
        if _unbroken(tokens) and fits(tokens, finite):
            return tokens
        if tokens and tokens[-1].index < finite.index and tokens[-1].tag == "CARD":
            return ()  # *Ein 17-Jähriger*: read as a number; what follows the verb is not who
    return _by_place(view, clause, finite)


def _nominative_first(view: View, clause: Clause, finite: Token) -> tuple[Token, ...]:
    """*Der Kaminkehrer prüft die Anlage*: what opens a main clause and can be nothing else."""
    if clause.kind is not ClauseKind.MAIN:
        return ()
    front = [view.token(i) for i in clause.tokens if i < finite.index]
    while front and front[0].tag == "KON":
        front.pop(0)
    if not front or front[0].tag not in nominal.DETERMINER_TAGS:
        return ()
    phrase = nominal.phrase_at(view, front[0].index)
    if phrase is None or phrase.noun.tag != "NN" or [*phrase.tokens] != front:
        return ()
    cases = {case for case, _, _ in nominal.readings(phrase)}
    if not nominal.noun_readings(phrase.noun.text):  # *Der Kaminkehrer*: the article has to do
        cases = {case for case, _, _ in nominal.determiner_readings(front[0].text)} - {"Dat"}
    only = "Nom" in cases and cases <= {"Nom", "Gen"}
    return phrase.tokens if only and fits(phrase.tokens, finite) else ()


def _before_oneself(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Eine Familie mit sich selbst* is no phrase: *mit sich* belongs to the verb."""
    at = next((i for i, t in enumerate(tokens) if t.tag == "PRF"), len(tokens))
    return tokens[: at - 1] if 1 < at < len(tokens) else tokens


def _before_object(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Die Stadt Grundstücke* is no phrase: behind who acts a bare plural is what is acted on."""
    for at, (noun, following) in enumerate(pairwise(tokens), start=1):
        if noun.tag != "NN" or following.tag != "NN" or NAMED_BEHIND.search(noun.text):
            continue
        numbers = {n for case, n, _ in nominal.noun_readings(following.text) if case == "Nom"}
        if numbers == {"Plur"} and can_act(noun.text):
            return tokens[:at]
    return tokens


def _before_occasion(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Behind the verb, *bei Anmeldung* and *nach dem Umzug* do not belong to who acts, nor does a
    place belong to a city, of which there is one: *richtet die Stadt am Markt …*."""
    for at, (noun, following) in enumerate(pairwise(tokens), start=1):
        if noun.tag != "NN" or following.tag not in ("APPR", "APPRART") or not can_act(noun.text):
            continue
        word = following.text.lower()
        if word in _OCCASIONS or (word in _PLACES and _ONLY_ONE.match(noun.text)):
            return tokens[:at]
    return tokens


_OCCASIONS = word_set("bei beim nach seit während wegen trotz bis ab innerhalb binnen gegen")
_PLACES = word_set("in im am an auf vor neben zwischen")
_ONLY_ONE = re.compile(r"(?:Stadt|Gemeinde|Verwaltung|Stadtverwaltung|Land|Landkreis|Kreis|Bund)$")


def _before_agent(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """In a passive, *von* behind the subject rather names who acts than belongs to the subject."""
    for position, token in enumerate(tokens):
        if token.text.lower() not in ("von", "vom", "durch"):
            continue
        behind = tokens[position + 1 :]
        if any(
            t.tag in ("NE", "PPER", "FM") or can_act(t.text) or may_act(t.text)
            for t in behind
            if t.tag != "ART"
        ):
            return tokens[:position]  # *Befreiung von der Zuzahlung* names no agent
    return tokens


def _by_place(view: View, clause: Clause, finite: Token) -> tuple[Token, ...]:
    own = [view.token(i) for i in clause.tokens if view.token(i).text not in (",", ".", "?", "!")]
    at = next((i for i, t in enumerate(own) if t.index == finite.index), 0)
    if (clause.kind is ClauseKind.MAIN and at > 0) or _verb_last(own, at):
        candidates = own[:at]
        if candidates and candidates[0].tag in ("KOUS", "KON"):
            candidates = candidates[1:]
        whole = tuple(candidates)
        if clause.kind is ClauseKind.MAIN:
            if _unbroken(whole) and _is_phrase(view, whole) and fits(whole, finite):
                return whole
        else:
            return _first_phrase(view, candidates, finite)
    return _first_phrase(view, own[at + 1 :], finite)


def _verb_last(own: Sequence[Token], at: int) -> bool:
    return at > 0 and own[0].tag == "KOUS"


def _first_phrase(view: View, candidates: Sequence[Token], finite: Token) -> tuple[Token, ...]:
    for token in candidates:
        if token.tag in _SKIPPED:
            continue
        if token.tag in _PRONOUN_TAGS:
            after = view.after(token)
            kind = after is not None and after.text.lower() in ("anderes", "anderer", "weiteres")
            who = (token, after) if after is not None and kind else (token,)
            return who if fits((token,), finite) else ()  # *nichts anderes*
        phrase = nominal.phrase_at(view, token.index)
        if phrase is None:
            return ()
        inside = _with_owner(view, tuple(phrase.tokens))
        return inside if fits(inside, finite) else ()
    return ()


def _with_owner(view: View, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*das Einkommen der Eltern*: a genitive that hangs on the noun goes where the noun goes."""
    following = view.after(who[-1])
    owner = nominal.phrase_at(view, following.index) if following is not None else None
    if owner is None or owner.article is None or owner.noun.head != who[-1].index:
        return who
    genitive = any(case == "Gen" for case, _, _ in nominal.readings(owner))
    return (*who, *owner.tokens) if genitive and owner.noun.dep.startswith("nmod") else who


def _is_phrase(view: View, tokens: Sequence[Token]) -> bool:
    if len(tokens) == 1 and tokens[0].tag in _PRONOUN_TAGS:
        return True
    phrase = nominal.phrase_at(view, tokens[0].index)
    return phrase is not None and [t.index for t in phrase.tokens] == [t.index for t in tokens]


def _unbroken(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[-1].index - tokens[0].index == len(tokens) - 1


def _without_edges(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while tokens and (tokens[-1].text in (",", ":", "–") or _year(tokens)):
        tokens = tokens[:-1]
    return tokens


def in_place(view: View, clause: Clause, who: Sequence[Token]) -> bool:
    """Whether a subject opens its main clause or follows the verb at once, as subjects mostly do.

    Between verb and subject only short words (*sich, Ihnen*) may stand. *Danach besucht das Amt
    die Familie*: of two phrases behind the verb the second is hardly the subject.
    """
    if not who or clause.finite is None:
        return False
    own = [view.token(i) for i in clause.tokens]
    opening = next((t for t in own if t.tag != "KON" and any(c.isalnum() for c in t.text)), None)
    if opening is not None and opening.index == who[0].index:
        return True
    if opening is not None and _may_act(view, opening, clause.finite, who):
        return False
    between = [t for t in own if clause.finite < t.index < who[0].index]
    return who[0].index > clause.finite and all(t.tag in ("PPER", "PRF", "ADV") for t in between)


def _may_act(view: View, opening: Token, finite: int, who: Sequence[Token]) -> bool:
    """*Das Werk Nord hat das Auto gebaut*: what opens may act, what follows be acted on."""
    first, behind = (nominal.phrase_at(view, t.index) for t in (opening, who[0]))
    if first is None and opening.tag == "ART" and who[0].tag != "PPER":
        return _article_nominative(opening.text)  # *Ein 20-jähriger verlor die Kontrolle*
    if first is None or behind is None or first.noun.index > finite:
        return False
    cases = {case for case, _, _ in nominal.readings(behind)}
    front = {case for case, _, _ in nominal.readings(first)}
    return "Acc" in cases and ("Nom" in front or not front)


def _year(tokens: tuple[Token, ...]) -> bool:
    """*Nachdem Lindau 2013 …*: a year behind a name says when, not who."""
    return len(tokens) > 1 and re.fullmatch(r"(?:1[5-9]|20)\d\d", tokens[-1].text) is not None


def fits(tokens: Sequence[Token], finite: Token) -> bool:
    """Whether a phrase can be the nominative that this verb form goes with."""
    numbers = verb_numbers(finite)
    tokens = _counted(tokens)
    first = tokens[0]
    if len(tokens) == 1 and first.tag in _PRONOUN_TAGS:
        if first.text not in PRONOUNS and first.text.lower() not in PRONOUNS:
            return False
        return not numbers or _pronoun_numbers(first.text) & numbers != frozenset()
    if first.tag in ("APPR", "APPRART", "PRF", "ADV", "KOKOM"):
        return False
    core = _core(tokens)
    if core is None:
        return False
    found = {number for case, number, _ in nominal.readings(core) if case == "Nom"}
    if not found:
        unknown = not nominal.noun_readings(core.noun.text)
        if not unknown or (core.article and not _article_nominative(core.article.text)):
            return False
        found = {"Sing", "Plur"}
    if any(t.tag == "KON" and t.text in ("und", "sowie") for t in tokens):
        found = {"Plur"}
    return not numbers or bool(found & numbers)


def _article_nominative(word: str) -> bool:
    return any(case == "Nom" for case, _, _ in nominal.determiner_readings(word))


def _core(tokens: Sequence[Token]) -> nominal.Phrase | None:
    """Article, adjectives and noun at the head of some tokens."""
    at = 0
    article = None
    if tokens[0].tag in nominal.DETERMINER_TAGS:
        article, at = tokens[0], 1
    adjectives = []
    while at < len(tokens) and tokens[at].tag in ("ADJA", "CARD"):
        adjectives.append(tokens[at])
        at += 1
    if at >= len(tokens) or tokens[at].tag not in ("NN", "NE"):
        return None
    return nominal.Phrase(article=article, adjectives=tuple(adjectives), noun=tokens[at])


def _counted(tokens: Sequence[Token]) -> Sequence[Token]:
    """*weniger als fünf Personen*, *mindestens zwei Zeugen*: what is counted."""
    words = [t.text.lower() for t in tokens[:3]]
    if len(tokens) > 3 and words[0] in ("mehr", "weniger") and words[1] == "als":
        return tokens[2:]
    if len(tokens) > 2 and words[0] in _ABOUT and tokens[1].tag == "CARD":
        return tokens[1:]
    return tokens


_ABOUT = word_set("mindestens höchstens wenigstens maximal etwa ungefähr rund fast nur")
_PLURAL_PRONOUNS = word_set("wir alle beide andere manche viele einige wenige mehrere")


def _pronoun_numbers(word: str) -> frozenset[str]:
    if word.lower() in ("sie", "diese", "keine", "ihr"):
        return frozenset({"Sing", "Plur"})
    if word.lower() in _PLURAL_PRONOUNS or word == "Sie":
        return frozenset({"Plur", "Sing"}) if word == "Sie" else frozenset({"Plur"})
    return frozenset({"Sing"})


def verb_numbers(finite: Token) -> frozenset[str]:
    """Sing, Plur or both: what the verb form can be."""
    persons = {r.person for r in tables.verb_readings(finite.text.lower()) if r.person}
    if not persons:
        number = finite.morph.get("Number")
        return frozenset({number}) if number else frozenset()
    return frozenset(
        {"Sing" for p in persons if p in ("S1", "S3", "S2")}
        | {"Plur" for p in persons if p in ("P1", "P3", "P2")}
    )
