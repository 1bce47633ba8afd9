"""What goes with a subject when its clause is taken apart, and what goes with the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.times import POINTS
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def names_more(view: View, who: Sequence[Token], behind: Token) -> bool:
    """*das Merkzeichen B*, *die Linie 12*: a letter or number that goes with the noun."""
    if who[-1].tag != "NN":
        return False
    following = view.after(behind)
    counts = following is not None and following.tag in ("NN", "APPR")
    return (len(behind.text) == 1 and behind.text.isupper()) or (
        behind.tag == "CARD" and not counts
    )


FOCUS = word_set(
    "auch nur sogar selbst lediglich ausschließlich allein höchstens mindestens maximal rund etwa "
    "ungefähr knapp fast genau"
)
"""Words that single out the noun behind them and go where it goes."""


_GRADING = word_set("sehr ganz besonders zu so noch")
"""Words that say how much of it a following adjective tells."""


_EACH = word_set("jeder jede jedes alle")


def with_focus(before: Sequence[Token], who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*auch Menschen im Rollstuhl*: the word goes where its noun goes."""
    first = next((t for t in before if t.index == who[0].index - 1), None)
    if first is None:
        return who
    only = next((t for t in before if t.index == who[0].index - 2), None)
    if first.text == "noch" and only is not None and only.text.lower() in FOCUS:
        return (only, first, *who)  # *nur noch wenige Kunden*
    if first.text == "nicht" and who[0].text.lower() in _EACH:
        return (first, *who)  # *nicht jede Gemeinde*
    graded = first.text.lower() in _GRADING and who[0].tag in ("ADJA", "ADJD", "PIAT", "PIS")
    if graded:
        return (first, *who)  # *sehr große Mengen*
    counts = first.tag == "CARD" and who[0].tag in ("NN", "ADJA")  # *1200 Freiwillige*
    return (first, *who) if counts or first.text.lower() in FOCUS else who


def without_time(who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*der Brief am letzten Tag*: a time behind the subject goes with the verb."""
    at = next((i for i, t in enumerate(who) if t.tag in ("APPR", "APPRART")), 0)
    timed = at and any(POINTS.search(t.text) for t in who[at:] if t.tag == "NN")
    return who[:at] if timed or (at and _befell(who, at)) else who


def _befell(who: Sequence[Token], at: int) -> bool:
    """*die Brücke* **nach dem Hochwasser**; not *die Zeit nach dem Sturm*."""
    told = who[at].text in ("nach", "seit") and _BEFALLS.search(who[-1].text) is not None
    return told and not POINTS.search(who[at - 1].text) and who[at - 1].text not in _LED


_BEFALLS = re.compile(
    r"(?i)(?:hochwasser|brand|feuer|sturm|unwetter|unfall|regen|erdbeben|explosion|gewitter|flut"
    r"|überschwemmung|umbau|sanierung|schneefall)s?$"
)
"""*die Brücke nach dem Hochwasser einsturzgefährdet ist*: since when, not which bridge."""
_LED = word_set("Suche Frage Nachfrage Zeit Leben Situation Lage Arbeit Hilfe Phase Ruhe")


_EVENT = re.compile(
    r"(?:[Hh]ochwasser|[Bb]r[aä]nd|[Ff]euer|[Uu]nfall|[Ss]turm|[Uu]nwetter|[Uu]mbau|[Ee]rdbeben"
    r"|[Ee]xplosion|[Üü]berschwemmung|[Rr]egen|[Kk]rieg|[Ss]anierung|[Uu]nglück)(?:e?[sn]|en)?$"
)
_LASTING = re.compile(r"(?:ung(?:en)?|zeit|leben|lage|hilfe|situation|suche|frage|wochen|jahre)$")


_WITH = word_set(
    "spielen rechnen handeln arbeiten sprechen reden streiten beginnen anfangen aufhören umgehen "
    "heizen kochen fahren zahlen bezahlen kämpfen telefonieren"
)


def without_means(clause: Clause, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*ein Kind mit Feuer gespielt hat*: with what, the verb asks for."""
    at = next((i for i, t in enumerate(who) if t.text.lower() == "mit"), 0)
    bare = at and len(who) == at + 2 and clause.predicate in _WITH
    return who[:at] if bare and not _OWN.search(who[-1].text) else who


_OWN = re.compile(r"(?:ung|heit|keit|kind(?:ern)?|hund(?:en)?|ausweis|anspruch|geld)$")
"""*ein Mensch mit Behinderung*: what tells who it is."""


def without_event(who: tuple[Token, ...], finite: Token) -> tuple[Token, ...]:
    """*die Brücke nach dem Hochwasser kaputt ist*: after what, the verb says, not the thing."""
    at = next((i for i, t in enumerate(who) if t.text.lower() in ("nach", "seit")), 0)
    timed = at and finite.lemma == "sein" and _EVENT.search(who[-1].text)
    return who[:at] if timed and not _LASTING.search(who[at - 1].text.lower()) else who


_BEING = frozenset(
    {"leben", "wohnen", "arbeiten", "liegen", "stehen", "sitzen", "bleiben", "wachsen"}
)


_LEAVING = re.compile(
    r"^(?:entfern|(?:ge)?trenn|ab(?:ge|zu)?meld|unterscheide|erhol|verabschied|abh[äi]ng|abweich|abgewich"
    r"|befreit|befreien|distanzier|frei(?:ge|zu)?stell)"
)


def without_origin(who: tuple[Token, ...], body: Sequence[Token]) -> tuple[Token, ...]:
    """*sich der Fahrer vom Unfallort entfernt*: what the verb asks for is not the subject's."""
    at = next((i for i, t in enumerate(who) if t.text.lower() in ("von", "vom")), 0)
    leaves = at and any(_LEAVING.match(t.text) for t in body if t.index > who[-1].index)
    return who[:at] if leaves else who


def without_place(
    clause: Clause, who: tuple[Token, ...], body: Sequence[Token]
) -> tuple[Token, ...]:
    """*ein Elternteil im Ausland lebt*: alone before such a verb, the place goes with it."""
    at = next((i for i, t in enumerate(who) if t.tag in ("APPR", "APPRART")), 0)
    alone = who and who[0].index == body[0].index and who[-1].index + 1 == clause.finite
    return who[:at] if at and alone and clause.predicate in _BEING else who


def with_company(view: View, who: tuple[Token, ...], before: Sequence[Token]) -> tuple[Token, ...]:
    """*Menschen mit einer Behinderung*: what tells bare plurals apart stays with them.

    Nothing where a list follows: how far it reaches is not certain.
    """
    following = next((t for t in before if t.index == who[-1].index + 1), None)
    bare = len(who) == 1 and who[0].tag == "NN"
    if not bare or following is None or following.text.lower() not in ("mit", "ohne"):
        return who
    phrase = nominal.phrase_at(view, following.index + 1)
    if phrase is None or phrase.tokens[-1] not in before:
        return ()
    behind = view.after(phrase.noun)
    if behind is None or behind.tag == "KON" or behind.text == ",":
        return ()
    return (*who, following, *phrase.tokens)
