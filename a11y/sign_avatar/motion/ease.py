"""What comfort weighs while places for the hands are sought.

Arms at ease are looked for first. Where a posture is missed that way, what is written comes before
comfort: the same search goes on with the weights of need.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ease:
    """bent: degrees for a wrist bent to its limits. raised_from: degrees from which on a raised
    upper arm is work; raised: what one more counts as. trunk: price of one effort of the trunk
    squared. aside, up, out: price of ten centimetres from the written place, squared."""

    bent: float
    raised_from: float
    raised: float
    trunk: float
    aside: float
    up: float
    out: float


AT_EASE = Ease(bent=5.0, raised_from=40.0, raised=0.25, trunk=0.6, aside=1.0, up=0.35, out=0.2)
AT_NEED = Ease(bent=0.0, raised_from=45.0, raised=0.16, trunk=0.2, aside=0.18, up=0.28, out=0.2)

_current: ContextVar[Ease] = ContextVar("ease", default=AT_EASE)


def weights() -> Ease:
    """The weights in force."""
    return _current.get()


@contextmanager
def at_need() -> Iterator[None]:
    """What is searched inside is sought with the weights of need."""
    token = _current.set(AT_NEED)
    try:
        yield
    finally:
        _current.reset(token)
