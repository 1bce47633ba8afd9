"""Handshape, extended finger direction and palm orientation of one hand or both."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from a11y.sign_avatar.notation.vocabulary import (
    Base,
    Bending,
    Direction,
    Finger,
    FingerPart,
    PalmTurn,
    Thumb,
    WristBend,
)


@dataclass(frozen=True, slots=True)
class FingerContact:
    """Two fingers touch or cross: ``first``'s ``part`` meets ``second``."""

    first: Finger
    part: FingerPart
    second: Finger


@dataclass(frozen=True, slots=True)
class ThumbEnclosed:
    """``hambetween`` among the fingers: the thumb lies between its neighbours, or enclosed."""


ShapeDetail: TypeAlias = (
    "Thumb | Bending | Finger | FingerPart | FingerContact | ThumbEnclosed | SecondShape"
)


@dataclass(frozen=True, slots=True)
class SecondShape:
    """After ``hambetween``: the handshape lies halfway to this one."""

    base: Base


@dataclass(frozen=True, slots=True)
class Handshape:
    """A base with its details in written order.

    Reading of fingers (Elliott et al. 2004): after ``FINGER2`` one finger, after ``FINGER23`` two
    or more *replace* the selected fingers; after a pinch or cee of two digits they are the fingers
    that meet the thumb; a finger followed by a bending has that bending of its own; after a general
    bending of any other base the fingers named are exempt from it. ``selected`` and ``bend_of``
    apply this.

    approximate: written with ``hametc``.
    """

    base: Base
    details: tuple[ShapeDetail, ...] = ()
    approximate: bool = False

    @property
    def _main(self) -> tuple[ShapeDetail, ...]:
        """The details before a second shape."""
        for i, detail in enumerate(self.details):
            if isinstance(detail, SecondShape):
                return self.details[:i]
        return self.details

    @property
    def between(self) -> Handshape | None:
        """The second shape this one lies halfway to, with that shape's own details."""
        for i, detail in enumerate(self.details):
            if isinstance(detail, SecondShape):
                return Handshape(detail.base, self.details[i + 1 :])
        return None

    @property
    def first(self) -> Handshape:
        """This shape without what follows ``hambetween``."""
        return Handshape(self.base, self._main)

    @property
    def thumb(self) -> Thumb | None:
        return next((d for d in self._main if isinstance(d, Thumb)), None)

    @property
    def bending(self) -> Bending | None:
        """The bending of the base's selected fingers (not of a single named finger)."""
        previous: ShapeDetail | None = None
        for detail in self._main:
            if isinstance(detail, Bending) and not isinstance(previous, Finger):
                return detail
            previous = detail
        return None

    @property
    def named(self) -> tuple[Finger, ...]:
        """Fingers written without a bending of their own, in order."""
        details = self._main
        return tuple(
            detail
            for i, detail in enumerate(details)
            if isinstance(detail, Finger)
            and not (i + 1 < len(details) and isinstance(details[i + 1], Bending))
        )

    @property
    def bent(self) -> dict[Finger, Bending]:
        """Fingers with a bending of their own."""
        details = self._main
        return {
            finger: bending
            for finger, bending in pairwise(details)
            if isinstance(finger, Finger) and isinstance(bending, Bending)
        }

    @property
    def selected(self) -> tuple[Finger, ...]:
        """The fingers (never the thumb) the base stretches out or joins with the thumb."""
        fingers = tuple(f for f in self.named if f is not Finger.THUMB)
        if self.base is Base.FIST:
            return ()
        if self.base in (Base.FINGER23, Base.FINGER23_SPREAD):
            return fingers if len(fingers) >= 2 else (Finger.INDEX, Finger.MIDDLE)
        if self.base in _ONE_FINGER:
            return fingers or (Finger.INDEX,)
        return (Finger.INDEX, Finger.MIDDLE, Finger.RING, Finger.PINKY)

    @property
    def picks(self) -> bool:
        """Whether the named fingers are the selected ones, not those exempt from bending."""
        return self.base in _ONE_FINGER or (
            self.base in (Base.FINGER23, Base.FINGER23_SPREAD) and len(self.named) >= 2
        )

    def bend_of(self, finger: Finger) -> Bending | None:
        """The bending of one selected finger."""
        if finger in self.bent:
            return self.bent[finger]
        if not self.picks and finger in self.named:
            return None
        return self.bending


_ONE_FINGER = (Base.FINGER2, Base.PINCH12, Base.PINCH12_OPEN, Base.CEE12)


@dataclass(frozen=True, slots=True)
class Extended:
    """Extended finger direction: where the hand's axis (wrist → knuckles) points.

    second: halfway to this direction. relative: ``hamorirelative``, relative to the arm's path.
    joined: the second one follows without ``hambetween`` (it means the same: three axes at once).
    """

    direction: Direction
    second: Direction | None = None
    approximate: bool = False
    relative: bool = False
    joined: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Palm:
    """Palm orientation, relative to the extended finger direction. second: halfway to this one."""

    turn: PalmTurn
    second: PalmTurn | None = None
    approximate: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Posture:
    """One hand's shape and orientation; parts that are not written are None."""

    shape: Handshape | None = None
    extended: Extended | None = None
    palm: Palm | None = None
    wrist: tuple[WristBend, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.shape or self.extended or self.palm or self.wrist)

    def over(self, other: Posture) -> Posture:
        """This posture, completed from ``other``."""
        return Posture(
            self.shape or other.shape,
            self.extended or other.extended,
            self.palm or other.palm,
            self.wrist or other.wrist,
        )


@dataclass(frozen=True, slots=True)
class PosturePair:
    """``hamparbegin dominant hamplus weak hamparend``."""

    dominant: Posture
    weak: Posture


PostureItem: TypeAlias = Posture | PosturePair


def dominant_posture(items: tuple[PostureItem, ...]) -> Posture:
    """The dominant hand's posture out of written items."""
    posture = Posture()
    for item in items:
        posture = posture.over(item.dominant if isinstance(item, PosturePair) else item)
    return posture


def weak_posture(items: tuple[PostureItem, ...]) -> Posture:
    """The weak hand's posture as written: of what is shared, the shared value, **not** mirrored."""
    posture = Posture()
    for item in items:
        posture = posture.over(item.weak if isinstance(item, PosturePair) else item)
    return posture


def mirrored(posture: Posture) -> Posture:
    """Left and right exchanged in both orientations."""
    extended, palm = posture.extended, posture.palm
    return Posture(
        posture.shape,
        extended
        and Extended(
            extended.direction.mirrored,
            extended.second and extended.second.mirrored,
            extended.approximate,
            extended.relative,
            joined=extended.joined,
        ),
        palm
        and Palm(
            palm.turn.mirrored,
            palm.second and palm.second.mirrored,
            palm.approximate,
            palm.relative,
        ),
        posture.wrist,
    )
