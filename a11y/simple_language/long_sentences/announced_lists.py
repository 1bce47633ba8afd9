"""What stands before the colon where a sentence becomes a list: *Im Amt sind vorzulegen:*.

The items are the sentence's subject, so none of their forms changes; only the verb moves before the
colon. Whatever else the sentence holds must stand in one piece that can move along.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Token
from a11y.language.lexicon import tables
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set

_BELONGING = word_set("gehören zählen")
ABOVE_ALL = word_set(
    "vor allem zum beispiel Beispiel insbesondere auch beispielsweise etwa unter anderem"
)
_CLOSERS = frozenset({".", "!"})


def opening(view: View, first: int, last: int) -> str | None:
    """The words before the colon for items from token ``first`` to ``last``; None where the
    sentence has another form than *A, B und C sind (ihm) vorzulegen*, *Im Amt sind A, B und C
    vorzulegen*, *Vorzulegen sind A, B und C*, *Gefördert werden A, B und C* or *Dazu gehören A, B
    und C*."""
    before = [t for t in view.tokens if t.index < first]
    behind = [t for t in view.tokens if t.index > last and t.text not in _CLOSERS]
    around = (*before, *behind)
    if any(t.text in _PARTS for t in around):
        return None
    said = list(before)
    while said and said[-1].text in ABOVE_ALL:
        said.pop()
    if said and said[-1].text in _BELONGING:
        return _belonging(before, behind)
    if any(t.text.lower() in ("von", "vom", "durch") for t in around):
        return None  # whoever is named behind *von* shall be the subject
    if not before:
        return _items_first(behind)
    at = next((i for i, t in enumerate(before) if t.text in ("sind", "werden")), None)
    if at is None:
        return None
    front, finite, middle = before[:at], before[at], before[at + 1 :]
    if not front:
        return None
    duty = _duty(behind) if finite.text == "sind" else None
    if duty is not None:
        return f"{text_of(front, inside=False)} {text_of([finite, *middle])} {duty}"
    state = len(front) == 1 and front[0].tag in ("VVPP", "ADJD")
    opens = state or (finite.text == "sind" and _duty(front) is not None)
    alone = opens and not behind and not middle
    return f"{capital(text_of(front, inside=False))} {finite.text}" if alone else None


_PARTS = frozenset(',:;()–-"„“')


def _items_first(behind: Sequence[Token]) -> str | None:
    """*A, B und C sind dem Antrag beizufügen* → *Dem Antrag sind beizufügen*"""
    if not behind or behind[0].text != "sind":
        return None
    for at in range(1, len(behind)):
        duty = _duty(behind[at:])
        if duty is None:
            continue
        front = behind[1:at]
        if any(t.tag in ("KON", "PTKNEG", "PPER", "PRF") for t in front):
            return None
        if front and front[0].tag not in _LEADING:
            return None  # *sind getrennt zu sammeln*, *sind vom Halter zu reinigen*
        return f"{capital(text_of(front) or duty)} sind{f' {duty}' if front else ''}"
    return None


_LEADING = frozenset({"ART", "PPOSAT", "PDAT", "APPR", "APPRART"})
_POSSIBLE = word_set("entnehmen finden sehen erreichen erwarten rechnen lesen kaufen haben")


def _duty(tokens: Sequence[Token]) -> str | None:
    """*vorzulegen* or *zu zeigen*, if that is all there is."""
    if len(tokens) == 2 and tokens[0].text.lower() == "zu":
        verb = tokens[1].text
        return f"zu {verb}" if verb in tables.verb_classes() and verb not in _POSSIBLE else None
    if len(tokens) != 1:
        return None
    word = tokens[0].text.lower()
    verbs = {r.infinitive for r in tables.verb_readings(word) if r.form == "InfZu"}
    return word if verbs - _POSSIBLE or tokens[0].tag == "VVIZU" else None


def _belonging(before: Sequence[Token], behind: Sequence[Token]) -> str | None:
    """*Zu den Leistungen gehören A, B und C*, *Nicht zum Sperrmüll gehören …*"""
    opens = before[1] if before[0].text.lower() == "nicht" and len(before) > 1 else before[0]
    led = opens.text.lower() in ("zu", "zum", "zur", "dazu", "hierzu")
    return text_of(before, inside=False) if led and not behind and len(before) > 1 else None
