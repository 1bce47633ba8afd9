"""Words that carry a number with its unit: *16-jährig*, *unter 18-Jährige*, *2-tägige Reise*."""

from __future__ import annotations

import re
from collections.abc import Mapping

from a11y.sign_avatar.glossing.piece import Piece
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.values import count_of, unit_drafts

_UNITS: Mapping[str, str] = {
    "jährig": "Jahr", "monatig": "Monat", "wöchig": "Woche", "tägig": "Tag", "stündig": "Stunde",
    "minütig": "Minute", "prozentig": "Prozent",
}  # fmt: skip
_FORM = re.compile(
    r"(?P<number>\d{1,3}|[a-zäöüß]{3,9}?)-?(?P<unit>" + "|".join(_UNITS) + r")(?P<end>e[nmrs]?)?",
    re.IGNORECASE,
)


def counted_word(scene: Scene, index: int) -> Piece | None:
    """The word as number, unit and, where it is a noun, the people of that age; None for others."""
    token = scene.token(index)
    match = _FORM.fullmatch(token.text)
    count = count_of(match["number"]) if match is not None else None
    if match is None or count is None:
        return None
    value = scene.value(index)
    if value is not None:
        scene.once(value)
    here = (index,)
    scene.fire("NUM-WORD")
    drafts = unit_drafts(scene, count, _UNITS[match["unit"].lower()], here)
    people = match["unit"][0].isupper() or (
        token.text[0].isupper() and match["number"].isalpha() and scene.is_noun(index)
    )
    if people and match["unit"].lower() == "jährig":
        drafts += scene.word("Person", "NOUN", here)[0]
    return Piece("noun" if people else "other", drafts, here)
