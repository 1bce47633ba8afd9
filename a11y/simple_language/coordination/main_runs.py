"""A run of tokens, read as a main clause with its verb in second place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11y.language.analysis import Token
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import fits, subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

FINITE = ("VVFIN", "VAFIN", "VMFIN")
_MAY_BE_FINITE = (*FINITE, "VVINF", "VAINF", "VVIZU", "VVIMP")
_NOMINAL = word_set(
    "ART PPOSAT PDAT PIAT PIDAT ADJA CARD NN NE FM XY TRUNC APPR APPRART ADV PAV PROAV PPER PIS "
    "PDS KON PTKNEG ADJD PTKA"
)
PRONOUNS = word_set("PPER PIS PDS")
_SHORT = word_set("PPER PRF ADV PAV PROAV")
_ADVERBS = word_set("ADV PAV PROAV ADJD PTKNEG")
_REPORTED = word_set("sei seien werde könne müsse solle dürfe wolle möge habe hätten wären würden")


@dataclass(frozen=True, slots=True, kw_only=True)
class MainRun:
    """A run of tokens read as a main clause. front: before the verb; who: the subject."""

    tokens: tuple[Token, ...]
    front: tuple[Token, ...]
    finite: Token
    who: tuple[Token, ...]


def main_run(view: View, tokens: Sequence[Token], *, short: bool = False) -> MainRun | None:
    """A run read as a main clause with its verb in second place, or None where that is not sure.

    short: the verb may be its last word.
    """
    body = [t for t in tokens if t.text not in ("{", "}")]
    colon = max((i for i, t in enumerate(body) if t.text == ":"), default=-1)
    body = body[colon + 1 :]  # *Er betet: Gott, ich danke dir*: nothing but a name before
    while body and (body[0].tag == "KON" or body[0].text in ("-", "–", "•")):
        body.pop(0)
    while body and not any(c.isalnum() for c in body[-1].text):
        body.pop()
    at = next((i for i, t in enumerate(body) if i and may_be_finite(t)), 0)
    if not at or at + (not short) >= len(body) or at > 12:
        return None
    front, finite, behind = body[:at], body[at], body[at + 1 :]
    if finite.tag not in FINITE and behind and behind[-1].tag in ("VMFIN", "VAFIN"):
        return None  # *Zeugen, die Angaben machen können*: the verbs stand last
    if any(t.tag not in _NOMINAL for t in front) or front[-1].tag in ("APPR", "ART", "KON"):
        return None
    if (behind and behind[0].text == ",") or finite.text.lower() in _REPORTED:
        return None  # *…, die Sie finden, …*: a verb at the end of its clause
    who = _opening_subject(view, front, finite) or _following_subject(view, behind, finite)
    if not who:
        return None
    if who[0] in behind and _leads(view, front) is False:
        return None
    return MainRun(tokens=tuple(body), front=tuple(front), finite=finite, who=who)


def may_be_finite(token: Token) -> bool:
    """Whether tag or dictionary know the word as a finite verb."""
    if token.tag in FINITE:
        return True
    return token.tag in _MAY_BE_FINITE and any(
        reading.person for reading in tables.verb_readings(token.text.lower())
    )


def _opening_subject(view: View, front: Sequence[Token], finite: Token) -> tuple[Token, ...]:
    """What stands before the verb, if that is its nominative: *Viele Betriebe mussten …*"""
    own = [t for t in front if t.tag not in ("ADV", "PTKNEG") or t is front[0]]
    if own[0].tag == "ADV":
        own = own[1:]
    if not own:
        return ()
    if own[0].tag in PRONOUNS:
        if own[0].text.lower() == "es" and len(own) == 1 and finite.lemma == "sein":
            return (own[0],)  # *es waren 7 Körbe voll*
        alone = len(own) == 1 and own[0].text.lower() not in ("der", "die", "das", "dem", "den")
        return (own[0],) if alone and fits((own[0],), finite) else ()
    if own[0].tag in ("APPR", "APPRART"):
        return ()
    phrase = nominal.phrase_at(view, own[0].index)
    if phrase is None or not fits(own, finite):
        return ()
    cases = {case for case, _, _ in nominal.readings(phrase)}
    return tuple(own) if not cases or "Nom" in cases else ()


def _following_subject(view: View, behind: Sequence[Token], finite: Token) -> tuple[Token, ...]:
    """The nominative right behind the verb: *Dann kauft das Amt …*, *wirst du es finden*"""
    for token in behind[:4]:
        counted = token.text == "es" and finite.lemma == "sein"  # *bei den Vätern sind es 6*
        if token.tag in PRONOUNS and (counted or fits((token,), finite)):
            return (token,)
        if token.tag in _SHORT:
            continue
        phrase = nominal.phrase_at(view, token.index)
        if phrase is None or not fits(phrase.tokens, finite):
            return ()
        cases = {case for case, _, _ in nominal.readings(phrase)}
        sure = cases == {"Nom"} or phrase.noun.tag == "NE" or phrase.article is not None
        if not sure or "Nom" not in (cases or {"Nom"}):
            return ()
        return _whole(view, phrase.tokens, finite)
    return ()


def _whole(view: View, who: tuple[Token, ...], finite: Token) -> tuple[Token, ...]:
    """The subject with what hangs on it, where the analysis found the same one."""
    clause = next((c for c in view.clauses if c.finite == finite.index), None)
    longer = subject_tokens(view, clause) if clause is not None else ()
    return longer if all(token in longer for token in who) else who


def _leads(view: View, front: Sequence[Token]) -> bool:
    """Whether one phrase alone stands before a verb whose subject follows."""
    head = front[0]
    if head.tag in ("APPR", "APPRART"):
        return nominal.phrase_at(view, head.index + 1) is not None
    if head.tag in _ADVERBS:
        return all(t.tag in _ADVERBS for t in front)
    phrase = nominal.phrase_at(view, head.index)
    cases = {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
    return head.tag in PRONOUNS or bool(cases & {"Acc", "Dat"})
