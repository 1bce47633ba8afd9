"""The notation's handshapes → joint angles that fit a rig (pads of a pinch really meet)."""

from __future__ import annotations

from functools import lru_cache

from a11y.sign_avatar.body import handshapes
from a11y.sign_avatar.body.handshapes import Shape
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.grasp import fitted
from a11y.sign_avatar.motion.place import FINGER_NAME
from a11y.sign_avatar.notation.model import FingerContact, Handshape, ThumbEnclosed
from a11y.sign_avatar.notation.vocabulary import Base, Finger, Thumb

_DEFAULT = Handshape(Base.FLAT)


@lru_cache(maxsize=1024)
def shape_of(rig: Rig, written: Handshape | None) -> Shape:
    """Angles for a written handshape on this rig; a flat hand when none is written."""
    written = written or _DEFAULT
    shape = fitted(rig, _single(written.first))
    if written.between is not None:
        return handshapes.blend(shape, fitted(rig, _single(written.between)))
    return shape


def _single(written: Handshape) -> Shape:
    base = written.base
    named = tuple(f for f in (*written.named, *written.bent) if f is not Finger.THUMB)
    selected: tuple[Finger, ...] | None = written.selected
    if base is Base.FIST:
        selected = named or None
    elif base is Base.CEE_OPEN:
        selected = named or (Finger.INDEX,)
    bends = {}
    for finger in selected or ():
        bending = written.bend_of(finger)
        if bending is not None:
            bends[FINGER_NAME[finger]] = bending.symbol
    for finger, bending in written.bent.items():
        bends[FINGER_NAME[finger]] = bending.symbol
    thumb = written.thumb
    if thumb is None and Finger.THUMB in written.named and base is not Base.FLAT:
        thumb = Thumb.OUT
    shape = handshapes.shape(
        base.symbol,
        thumb=thumb.symbol if thumb else None,
        selected=tuple(FINGER_NAME[f] for f in selected) if selected is not None else None,
        bends=bends,
    )
    for detail in written.details:
        if isinstance(detail, ThumbEnclosed):
            shape = handshapes.thumb_position(shape, "enclosed")
        elif isinstance(detail, FingerContact):
            pair = (detail.first, detail.second)
            if Finger.THUMB not in pair:
                shape = handshapes.crossed(shape, *(FINGER_NAME[finger] for finger in pair))
            else:
                other = pair[1] if pair[0] is Finger.THUMB else pair[0]
                shape = handshapes.thumb_touching(shape, FINGER_NAME[other])
    return shape
