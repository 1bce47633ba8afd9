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
from itertools import pairwise
from typing import TypeAlias

from a11y.sign_avatar.notation.vocabulary import (
    ActiveStyle,
    Arc,
    ArmPlace,
    Base,
    Bending,
    Beside,
    BodyPlace,
    CirclePlane,
    Clock,
    Contact,
    Direction,
    Ellipse,
    Finger,
    FingerPart,
    Growth,
    HandPlace,
    LocalMovement,
    Manner,
    Mark,
    PalmTurn,
    Repetition,
    Size,
    SymmetryKind,
    SymmetryModifier,
    Thumb,
    Wave,
    WristBend,
)

# --- postures ------------------------------------------------------------------------------------


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

    def bend_of(self, finger: Finger) -> Bending | None:
        """The bending of one selected finger."""
        if finger in self.bent:
            return self.bent[finger]
        picks = self.base in _ONE_FINGER or (
            self.base in (Base.FINGER23, Base.FINGER23_SPREAD) and len(self.named) >= 2
        )
        if not picks and finger in self.named:
            return None
        return self.bending


_ONE_FINGER = (Base.FINGER2, Base.PINCH12, Base.PINCH12_OPEN, Base.CEE12)


@dataclass(frozen=True, slots=True)
class Extended:
    """Extended finger direction: where the hand's axis (wrist → knuckles) points.

    second: halfway to this direction. relative: ``hamorirelative``, relative to the arm's path.
    """

    direction: Direction
    second: Direction | None = None
    approximate: bool = False
    relative: bool = False


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


# --- places --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BodySite:
    """A place on the body or in neutral space.

    left, right: the symbol before the place (left side) and after it (right side); a reader that
    cannot reach the one may try the other.
    """

    place: BodyPlace
    left: Beside | None = None
    right: Beside | None = None


@dataclass(frozen=True, slots=True)
class ArmSite:
    """A place on an arm. surface: ``hampalm`` inner, ``hamhandback`` outer, thumb or pinky side."""

    place: ArmPlace
    left: Beside | None = None
    right: Beside | None = None
    surface: HandPlace | None = None


@dataclass(frozen=True, slots=True)
class HandSite:
    """A place on a hand: a region, or parts of fingers, or whole fingers.

    fingers_first: ``hamindexfinger hamfingertip`` rather than ``hamfingertip hamindexfinger``.
    """

    region: HandPlace | None = None
    fingers: tuple[Finger, ...] = ()
    parts: tuple[FingerPart, ...] = ()
    fingers_first: bool = True
    left: Beside | None = None
    right: Beside | None = None


Site: TypeAlias = BodySite | ArmSite | HandSite


@dataclass(frozen=True, slots=True)
class Location:
    """Where a hand is.

    site: the place; None where only a contact is written ("they touch").
    second: halfway to this place. behind: behind the place.
    contact: distance or contact; None is the usual short distance.
    active: which part of the moving hand is there, touches or is nearest.
    """

    site: Site | None = None
    second: Site | None = None
    behind: bool = False
    contact: Contact | None = None
    active: HandSite | None = None
    style: ActiveStyle = ActiveStyle.NONE
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class LocationPair:
    """``hamparbegin dominant hamplus weak hamparend``: one place for each hand."""

    dominant: Location
    weak: Location


@dataclass(frozen=True, slots=True)
class HandConstellation:
    """The hands to each other: the dominant hand's part, the weak hand's part and their contact,
    then where the pair of hands is (``at``, None: neutral space). A part may lie on that arm."""

    dominant: HandSite | ArmSite
    weak: HandSite | ArmSite
    contact: Contact
    at: Location | None = None


@dataclass(frozen=True, slots=True)
class TouchingHands:
    """Both hands at their contact (``hamtouch``, or one hand part and ``hamtouch``) and then a
    place on the body for the pair. part: the same part of both hands, or None."""

    contact: Contact
    part: HandSite | None
    at: Location


Placement: TypeAlias = Location | LocationPair | HandConstellation | TouchingHands

# --- actions -------------------------------------------------------------------------------------

Modifier: TypeAlias = Size | Arc | Wave | Ellipse | Growth | Manner | Clock


@dataclass(frozen=True, slots=True)
class _Modified:
    """Reads modifiers, which are kept in written order. A size after an arc, a wave or an ellipse
    is that one's size; any other is the movement's."""

    modifiers: tuple[Modifier, ...] = ()

    def _size_after(self, *kinds: type) -> Size | None:
        owner: type | None = None
        for modifier in self.modifiers:
            if isinstance(modifier, Arc | Wave | Ellipse):
                owner = type(modifier)
            elif isinstance(modifier, Size) and (owner in kinds if kinds else owner is None):
                return modifier
        return None

    @property
    def size(self) -> Size | None:
        return self._size_after()

    @property
    def arc(self) -> Arc | None:
        return next((m for m in self.modifiers if isinstance(m, Arc)), None)

    @property
    def arc_size(self) -> Size | None:
        return self._size_after(Arc)

    @property
    def wave(self) -> Wave | None:
        return next((m for m in self.modifiers if isinstance(m, Wave)), None)

    @property
    def wave_size(self) -> Size | None:
        return self._size_after(Wave)

    @property
    def ellipse(self) -> Ellipse | None:
        return next((m for m in self.modifiers if isinstance(m, Ellipse)), None)

    @property
    def ellipse_size(self) -> Size | None:
        return self._size_after(Ellipse)

    @property
    def growth(self) -> Growth | None:
        return next((m for m in self.modifiers if isinstance(m, Growth)), None)

    @property
    def clocks(self) -> tuple[Clock, ...]:
        return tuple(m for m in self.modifiers if isinstance(m, Clock))

    @property
    def manners(self) -> frozenset[Manner]:
        return frozenset(m for m in self.modifiers if isinstance(m, Manner))


@dataclass(frozen=True, slots=True, kw_only=True)
class Straight(_Modified):
    """A movement in a direction, bent by ``arc``, waved by ``wave``. second: halfway direction."""

    direction: Direction
    second: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(_Modified):
    """A circle or ellipse about an axis; ``clocks``: start, then end, FULL for whole turns."""

    plane: CirclePlane
    second: CirclePlane | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Local(_Modified):
    """A movement of fingers or wrist with the hand in its place."""

    kind: LocalMovement


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossMovement(_Modified):
    """``hammovecross`` (a plus sign) or, diagonal, ``hammoveX``, drawn in the air."""

    diagonal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMotion(_Modified):
    """``hamnomotion``: this hand stays still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace(_Modified):
    """The posture changes into this one (what is not written stays as it is).

    leading: modifiers written between ``hamreplace`` and the posture; INCREASING there means the
    fingers follow one another towards the little finger, DECREASING towards the thumb.
    """

    posture: tuple[PostureItem, ...]
    leading: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel(_Modified):
    """All at once."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(_Modified):
    """One after another. fused: blended into one path (``hamfusionbegin``)."""

    actions: tuple[Action, ...]
    fused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(_Modified):
    """``hamparbegin dominant hamplus weak hamparend``: each hand does its own; several actions of
    one hand happen at once."""

    dominant: tuple[Action, ...]
    weak: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targeted:
    """The action ends at (or, with contact BRUSHING, brushes) this place."""

    action: Action
    target: Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated(_Modified):
    """The action again and again; several symbols mean more often.

    repetitions: as written. alternating: for each ``hamalternatingmotion`` the number of repetition
    symbols before it. Without any repetition it is the action itself, done alternatingly.
    """

    action: Action
    repetitions: tuple[Repetition, ...] = ()
    alternating: tuple[int, ...] = ()
    approximate: bool = False

    @property
    def times(self) -> int:
        """How often the action is done in all: 2 for one symbol, one more for each further symbol
        and for a ``several`` form."""
        several = (Repetition.FROM_START_SEVERAL, Repetition.CONTINUE_SEVERAL)
        return 1 + sum(2 if r in several else 1 for r in self.repetitions)

    @property
    def alternates(self) -> bool:
        return bool(self.alternating)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakHand:
    """``hamnondominant action``: the weak hand alone does it."""

    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMovement:
    """A part of the body or arm, not the hand, does it: ``hamshoulders hammoveu``."""

    site: BodySite | ArmSite
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """``hamaltbegin a hammetaalt b hamaltend``: either; an option may be empty. The first is the
    one to perform."""

    options: tuple[tuple[Action, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A mark among the actions; no movement."""

    mark: Mark


Action: TypeAlias = (
    Straight
    | Circle
    | Local
    | CrossMovement
    | NoMotion
    | Replace
    | Parallel
    | Sequence
    | Split
    | Targeted
    | Repeated
    | WeakHand
    | BodyMovement
    | Alternatives
    | Noted
)

# --- signs ---------------------------------------------------------------------------------------


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
