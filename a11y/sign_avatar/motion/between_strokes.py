"""What one hand does between its strokes: it goes, waits, sinks, drops or rests."""

from __future__ import annotations

from dataclasses import dataclass

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.rotations import continuous, unit
from a11y.sign_avatar.motion.state import STEP, HandState, Track, smooth
from a11y.sign_avatar.motion.tempo import SMOOTHING
from a11y.sign_avatar.motion.transitions import (
    between,
    concatenated,
    resting,
    transition,
    transition_time,
)

LEAD_IN = 0.16  # seconds of rest before everything
DROP_AFTER = 1.3  # a weak hand that is not needed for longer than this goes down
SINKS_AFTER, SINKS_BY = 0.24, 0.3  # a hand that waits longer than this sinks by so much of its way


@dataclass(frozen=True, eq=False, slots=True)
class Event:
    """A stroke of one hand from sample ``start`` on. least: samples that the way to it takes at
    least; stays: the hand is held up after it."""

    start: int
    track: Track
    stays: bool
    least: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class BetweenStrokes:
    """One hand of a rig between its strokes. rest: where it begins and ends.

    Counts are samples, ``STEP`` apart.
    """

    rig: Rig
    side: str
    rest: HandState

    def whole(self, events: list[Event], *, free: int, down: int, total: int) -> Track:
        """The hand over ``total`` samples, its strokes and all between them; from ``free`` on it
        goes to rest, in ``down`` samples."""
        parts: list[Track] = []
        now, at = self.rest, 0  # state at sample ``at`` − 1
        stays = False
        for number, event in enumerate(events):
            one, start = event.track, event.start
            goal = one.state(0, self.rest.centre)
            need = max(event.least, self._samples(now, goal))
            if number == 0:
                parts.append(self._set_off(goal, start - at, need))
            else:
                parts.append(self._gap(now, goal, start - at, need, stays=stays))
            parts.append(one)
            now, at, stays = one.state(-1, self.rest.centre), start + len(one), event.stays
        if stays and free > at:
            parts.append(resting(now, free - at))
            at = free
        parts.append(self._retraction(now, total - at, down))
        track = concatenated(parts)
        sigma = SMOOTHING / STEP
        return Track(
            smooth(track.wrist, sigma),
            unit(smooth(continuous(track.turn), sigma)),
            smooth(track.angles, sigma),
            smooth(track.head[:, None], sigma)[:, 0],
        )

    def retracting(self, now: HandState, leaving: float) -> int:
        """Samples in which the hand goes to rest. leaving: factor on its time."""
        return self._samples(now, self.rest, 1.15 * leaving)

    def _samples(self, now: HandState, goal: HandState, factor: float = 1.0) -> int:
        return max(2, round(factor * transition_time(self.rig, self.side, now, goal) / STEP))

    def _go(self, now: HandState, goal: HandState, count: int) -> Track:
        return transition(self.rig, self.side, now, goal, count)

    def _set_off(self, goal: HandState, count: int, need: int) -> Track:
        late = max(1, min(count - round(LEAD_IN / STEP), round(need * 1.15)))
        return concatenated([resting(self.rest, count - late), self._go(self.rest, goal, late)])

    def _gap(self, now: HandState, goal: HandState, count: int, need: int, *, stays: bool) -> Track:
        """What the hand does in ``count`` samples between two strokes; its way takes ``need``."""
        if count <= need + 2:
            return self._go(now, goal, count)
        if stays or count * STEP <= DROP_AFTER:
            slow = min(count, round(need * 1.3))
            wait = count - slow
            if wait * STEP < SINKS_AFTER or stays:
                return concatenated([resting(now, wait), self._go(now, goal, slow)])
            low = between(now, self.rest, SINKS_BY)
            return concatenated([self._go(now, low, wait), self._go(low, goal, slow)])
        down = self._samples(now, self.rest, 1.25)
        up = self._samples(self.rest, goal, 1.1)
        pause = round(0.10 / STEP)
        if down + up + pause > count:
            # Half way down and back again.
            low = between(now, self.rest, 0.55)
            half = count // 2
            return concatenated([self._go(now, low, half), self._go(low, goal, count - half)])
        return concatenated(
            [
                resting(now, pause),
                self._go(now, self.rest, down),
                resting(self.rest, count - down - up - pause),
                self._go(self.rest, goal, up),
            ]
        )

    def _retraction(self, now: HandState, count: int, down: int) -> Track:
        need = min(count - 1, down)
        if now is self.rest or need < 1:
            return resting(self.rest, count)
        return concatenated([self._go(now, self.rest, need), resting(self.rest, count - need)])
