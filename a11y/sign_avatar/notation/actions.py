"""What hands do: movements, changes of posture, groups, targets, repetition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from a11y.sign_avatar.notation.places import (
    ArmSite,
    BodySite,
    Placement,
)
from a11y.sign_avatar.notation.postures import (
    PostureItem,
)
from a11y.sign_avatar.notation.vocabulary import (
    Arc,
    CirclePlane,
    Clock,
    Direction,
    Ellipse,
    Growth,
    LocalMovement,
    Manner,
    Mark,
    Repetition,
    Size,
    Wave,
)

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
