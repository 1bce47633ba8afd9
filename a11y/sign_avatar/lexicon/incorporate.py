"""Signs that take a number in: three hours as one sign, the hand of STUNDE in the shape of 3.

In DGS units of time take in small numbers by their handshape (SIGN-HUB DGS grammar, Lexicon 1.2 and
Morphology 4.1); which ones up to which number stands in the entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from a11y.sign_avatar import notation
from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.notation.model import Handshape, Posture, PosturePair, SignNotation
from a11y.sign_avatar.notation.vocabulary import Base, Thumb

MARK = ":"  # STUNDE1:3
# One is the index finger here: the thumb of the number 1 would not be seen in most units.
_SHAPES = {
    1: Handshape(Base.FINGER2),
    2: Handshape(Base.FINGER2, (Thumb.OUT,)),
    3: Handshape(Base.FINGER23_SPREAD, (Thumb.OUT,)),
    4: Handshape(Base.FINGER2345, (Thumb.ACROSS,)),
    5: Handshape(Base.FINGER2345, (Thumb.OUT,)),
}
LARGEST = max(_SHAPES)


def with_number(entry: Entry, number: int) -> str | None:
    """HamNoSys names of the entry's sign with a number in it; None where it takes none that large
    (numbers above five are made with two hands and are never taken in)."""
    if not 1 <= number <= min(entry.incorporates_up_to, LARGEST):
        return None
    sign = notation.parse(entry.hamnosys)
    return notation.format_names(_counted(sign, _SHAPES[number]))


def split_number(name: str) -> tuple[str, int] | None:
    """``STUNDE1:3`` → (``STUNDE1``, 3); None for any other name."""
    base, mark, number = name.rpartition(MARK)
    return (base, int(number)) if mark and base and number.isdigit() else None


def named_entry(entries: Mapping[str, Entry], name: str) -> Entry | None:
    """The entry of a name; ``STUNDE1:3`` is made from STUNDE1 where that takes the number in. None
    where the corpus has no such form."""
    entry = entries.get(name)
    parts = split_number(name)
    if entry is not None or parts is None or parts[0] not in entries:
        return entry
    base = entries[parts[0]]
    written = with_number(base, parts[1])
    return None if written is None else replace(base, id=name, hamnosys=written)


def _counted(sign: SignNotation, shape: Handshape) -> SignNotation:
    """The dominant hand's shape exchanged, and the weak hand's too where both hands are alike."""

    def changed(item: Posture | PosturePair) -> Posture | PosturePair:
        if isinstance(item, PosturePair):
            return replace(item, dominant=_with_shape(item.dominant, shape))
        return _with_shape(item, shape)

    return replace(sign, posture=tuple(changed(item) for item in sign.posture))


def _with_shape(posture: Posture, shape: Handshape) -> Posture:
    return posture if posture.shape is None else replace(posture, shape=shape)
