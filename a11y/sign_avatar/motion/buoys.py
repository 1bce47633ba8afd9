"""List buoys: the weak hand holds up the items counted so far, the dominant index finger touches
the finger of this item, and the weak hand stays while the item is signed (Liddell 2003; SIGN-HUB
DGS grammar, Pragmatics 2.2.3). Counting begins with the thumb.
"""

from __future__ import annotations

PREFIX = "$LIST:"
LARGEST = 5
_SHAPES = (
    "hamfist hamthumboutmod",
    "hamfinger2 hamthumboutmod",
    "hamfinger23spread hamthumboutmod",
    "hamfinger2345 hamthumboutmod",
    "hamfinger2345 hamthumboutmod",
)
# The finger that is touched is at this height: the hand itself stays where it was.
_BETWEEN = "hamchest hambetween hamstomach"
_HEIGHTS = ("hamchest", _BETWEEN, _BETWEEN, "hamstomach", "hamstomach")
_FINGERS = ("hamthumb", "hamindexfinger", "hammiddlefinger", "hamringfinger", "hampinky")


def list_buoy(gloss: str) -> str | None:
    """HamNoSys names for ``$LIST:n``; None for any other gloss and for items after the fifth."""
    number = gloss.removeprefix(PREFIX)
    if number == gloss or not number.isdigit() or not 1 <= int(number) <= LARGEST:
        return None
    item = int(number) - 1
    shape, finger, height = _SHAPES[item], _FINGERS[item], _HEIGHTS[item]
    return (
        f"hamparbegin hamfinger2 hamextfingerol hampalmdl hamplus {shape} hamextfingerr hampalmr "
        "hamparend hamparbegin hamindexfinger hamfingertip hamplus "
        f"{finger} hamfingertip hamparend hamtouch {height}"
    )
