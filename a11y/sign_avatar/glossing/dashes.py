"""Dashes that mean something: BIS between two values or days, MINUS before a number."""

from __future__ import annotations

import re

from a11y.language.analysis import ValueKind
from a11y.sign_avatar.glossing.calendar import WEEKDAYS, is_calendar
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.words import function_words

RANGED = frozenset(
    {ValueKind.NUMBER, ValueKind.TIME, ValueKind.DATE, ValueKind.ORDINAL, ValueKind.PRICE,
     ValueKind.DURATION, ValueKind.PERCENT}
)  # fmt: skip


def day_range(scene: Scene, index: int) -> list[Draft] | None:
    """*Mo-Do*, written as one word: MONTAG BIS DONNERSTAG."""
    parts = re.split("[-–]", scene.token(index).text)
    names = [function_words().lemmas.get(part, part) for part in parts]
    if len(names) != 2 or not WEEKDAYS.issuperset(names):
        return None
    scene.fire("NUM-RANGE")
    first, last = (scene.word(name, "NOUN", [index])[0] for name in names)
    return [*first, *scene.word("bis", "ADP", [index])[0], *last]


def is_minus(scene: Scene, index: int) -> bool:
    """``-5 Grad``: a dash right before a number and after a blank."""
    token = scene.token(index)
    if token.text not in ("-", "–", "−") or token.space_after or index + 1 >= scene.size:
        return False
    sentence = {item.tokens[0] for item in scene.analysis.sentences}
    before = index and scene.token(index - 1).space_after and index not in sentence
    return bool(before) and scene.token(index + 1).text[:1].isdigit()


def is_range_dash(scene: Scene, index: int) -> bool:
    """A dash between two numbers, times or days of the week: BIS."""
    if scene.token(index).text not in ("-", "–", "—") or not 0 < index < scene.size - 1:
        return False
    before, after = scene.value(index - 1), scene.value(index + 1)
    if before is not None and after is not None:
        return before is not after and before.kind in RANGED and after.kind in RANGED
    return all(_is_day(scene, at) for at in (index - 1, index + 1))


def _is_day(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    return is_calendar(token) or function_words().lemmas.get(token.text, "") in WEEKDAYS
