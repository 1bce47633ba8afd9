"""A sign as HamNoSys 4 writes it: typed, lossless, without any knowledge of an avatar.

Order of a sign: symmetry – posture (handshape, extended finger direction, palm orientation; for
both hands or per hand) – location – actions. Everything is kept in the order it was written, so
that formatting gives the same string; properties interpret it.

The frame is the signer's own. Strings describe a right-dominant signer.
Sources: Hanke 2004 (HamNoSys – representing sign language data in language resources and language
processing contexts); Elliott et al. 2004 (an overview of the SiGML notation).
"""

from __future__ import annotations

from dataclasses import dataclass

from a11y.sign_avatar.notation.actions import (
    Action,
    Alternatives,
    BodyMovement,
    Circle,
    CrossMovement,
    Local,
    Modifier,
    NoMotion,
    Noted,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    Split,
    Straight,
    Targeted,
    WeakHand,
)
from a11y.sign_avatar.notation.places import (
    ArmSite,
    BodySite,
    HandConstellation,
    HandSite,
    Location,
    LocationPair,
    Placement,
    Site,
    TouchingHands,
)
from a11y.sign_avatar.notation.postures import (
    Extended,
    FingerContact,
    Handshape,
    Palm,
    Posture,
    PostureItem,
    PosturePair,
    SecondShape,
    ShapeDetail,
    ThumbEnclosed,
    dominant_posture,
    mirrored,
    weak_posture,
)
from a11y.sign_avatar.notation.vocabulary import (
    Mark,
    SymmetryKind,
    SymmetryModifier,
)

__all__ = [
    "Action",
    "Alternatives",
    "ArmSite",
    "BodyMovement",
    "BodySite",
    "Circle",
    "CrossMovement",
    "Extended",
    "FingerContact",
    "HandConstellation",
    "HandSite",
    "Handshape",
    "Local",
    "Location",
    "LocationPair",
    "Modifier",
    "NoMotion",
    "Noted",
    "Palm",
    "Parallel",
    "Placement",
    "Posture",
    "PostureItem",
    "PosturePair",
    "Repeated",
    "Replace",
    "SecondShape",
    "Sequence",
    "ShapeDetail",
    "SignNotation",
    "Site",
    "Split",
    "Straight",
    "Symmetry",
    "Targeted",
    "ThumbEnclosed",
    "TouchingHands",
    "WeakHand",
    "dominant_posture",
    "mirrored",
    "weak_posture",
]


@dataclass(frozen=True, slots=True)
class Symmetry:
    """The weak hand follows the dominant one."""

    kind: SymmetryKind
    modifiers: tuple[SymmetryModifier, ...] = ()

    @property
    def alternating(self) -> bool:
        return SymmetryModifier.ALTERNATING in self.modifiers

    @property
    def parallel(self) -> bool:
        return self.kind is SymmetryKind.PARALLEL


@dataclass(frozen=True, slots=True, kw_only=True)
class SignNotation:
    """One sign.

    marks: dictionary marks before it (``hamversion40`` …). nondominant: the weak hand alone signs.
    body: body movements before the posture. posture: see ``dominant`` and ``weak``.
    then: the next part of a compound written in the same string.
    alternatives: further whole readings, written after ``hammetaalt``.
    """

    posture: tuple[PostureItem, ...]
    symmetry: Symmetry | None = None
    nondominant: bool = False
    location: Placement | None = None
    actions: tuple[Action, ...] = ()
    marks: tuple[Mark, ...] = ()
    body: tuple[BodyMovement, ...] = ()
    then: SignNotation | None = None
    alternatives: tuple[SignNotation, ...] = ()

    @property
    def two_handed(self) -> bool:
        return self.symmetry is not None or any(
            isinstance(item, PosturePair) for item in self.posture
        )

    @property
    def dominant(self) -> Posture:
        """The dominant hand's posture at the start."""
        return dominant_posture(self.posture)

    @property
    def weak(self) -> Posture | None:
        """The weak hand's posture at the start, None in a one-handed sign.

        What is written for both hands alike is mirrored where a symmetry operator stands; what a
        pair gives for the weak hand is taken as written.
        """
        if not self.two_handed:
            return None
        posture = Posture()
        for item in self.posture:
            if isinstance(item, PosturePair):
                posture = posture.over(item.weak)
            else:
                posture = posture.over(mirrored(item) if self.symmetry else item)
        return posture

    def parts(self) -> tuple[SignNotation, ...]:
        """This sign and the further parts of its compound, in order."""
        return (self, *(self.then.parts() if self.then else ()))
