"""Strokes done more than once: from the start, back and forth, on and on, half a period later."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from a11y.sign_avatar.motion.manner import growing, scaled
from a11y.sign_avatar.motion.state import (
    Stroke,
    backwards,
    joined,
    resampled,
)
from a11y.sign_avatar.notation.vocabulary import Growth, Repetition


def closed(stroke: Stroke) -> bool:
    """It ends where and as it began."""
    return float(np.linalg.norm(stroke.move[-1])) < 0.004 and not (stroke.turns or stroke.shapes)


def again(stroke: Stroke, kind: Repetition, times: int, growth: Growth | None = None) -> Stroke:
    """The stroke done ``times`` in all, a little faster than alone; with growth each time larger or
    smaller."""
    if times <= 1:
        return stroke
    quick = resampled(stroke, max(4, round(len(stroke) * 0.86)))
    back = resampled(backwards(quick), max(4, round(len(quick) * 0.8)))
    sizes = growing(times, growth)
    if closed(stroke):
        return joined([scaled(quick, size) for size in sizes])
    if kind is Repetition.REVERSE:
        pairs = growing((times + 1) // 2, growth)  # there and back are of one size
        ways = [scaled(quick, pairs[k // 2]) for k in range(times)]
        return joined([way if k % 2 == 0 else backwards(way) for k, way in enumerate(ways)])
    if kind in (Repetition.CONTINUE, Repetition.CONTINUE_SEVERAL) and not (
        quick.turns or quick.shapes
    ):
        short = replace(quick, move=quick.move * (1.0 if times == 1 else 0.62))
        return joined([scaled(short, size) for size in sizes])
    chain = [scaled(quick, sizes[0])]
    for before, size in pairwise(sizes):
        chain += [scaled(back, before), scaled(quick, size)]
    return joined(chain)


def half_period(once: Stroke, kind: Repetition, times: int, growth: Growth | None = None) -> Stroke:
    """The other hand, half a period behind: it begins where the first one turns round."""
    whole = again(once, kind, times, growth)
    if closed(once):
        period = len(whole) // times
        shift = period // 2
        move = np.roll(whole.move[:-1], shift, axis=0)
        return replace(whole, move=np.concatenate([move, move[:1]]))
    quick = resampled(once, max(4, round(len(once) * 0.86)))
    back = resampled(backwards(quick), max(4, round(len(quick) * 0.8)))
    out = joined([back if k % 2 == 0 else quick for k in range(2 * times - 1)])
    return resampled(replace(out, move=out.move + quick.move[-1]), len(whole))
