"""What was worst: for each figure of ``a11y bench motion`` the sign or the sentence, and the moment
in it, that should be looked at next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from a11y.bench.motion_record import Record
from a11y.sign_avatar.performance import Performance


def worst_signs(records: Sequence[Record]) -> dict[str, str]:
    """Figure → value and name of the sign that is worst there; none where nothing is wrong."""
    done = [one for one in records if not one.refused]
    wrong: dict[str, list[float]] = {
        "place_error_mm": [max((1000 * t.place for t in one.targets), default=0.0) for one in done],
        "turn_error_deg": [max((t.turn for t in one.targets), default=0.0) for one in done],
        "shift_mm": [1000 * one.shift for one in done],
        "penetration_mm": [max(one.deep, default=0) for one in done],
        "contact_gap_mm": [max(map(abs, one.gaps), default=0) for one in done],
        "peak_acceleration_m_s2": [one.jolt for one in done],
        "limits_broken": [one.limits_broken for one in done],
        "frames_cut_off": [one.cut for one in done],
    }
    out = {}
    for figure, values in wrong.items():
        row = int(np.argmax(values)) if values else 0
        if values and values[row] > 0:
            out[f"worst_{figure}"] = f"{values[row]:.1f}: {done[row].name}"
    return out


@dataclass(slots=True)
class WorstMoments:
    """Figure → the highest value seen, the sentence and the moment."""

    found: dict[str, tuple[float, str]] = field(default_factory=dict)

    def take(
        self,
        figure: str,
        values: NDArray[np.floating],
        times: NDArray[np.floating],
        of: Performance,
    ) -> None:
        """Take in a figure's values (N,) at ``times`` (N,), seconds into that performance."""
        if not len(values):
            return
        row = int(np.argmax(values))
        value = float(values[row])
        if value > self.found.get(figure, (0.0, ""))[0]:
            self.found[figure] = (value, f"{moment(of, float(times[row]))} in {named(of)}")

    def report(self) -> dict[str, str]:
        """Figure → value, moment and sentence."""
        return {f"worst_{name}": f"{value:.1f}: {at}" for name, (value, at) in self.found.items()}


def named(performance: Performance) -> str:
    """The German a performance stands for, or else its signs."""
    return performance.german or " ".join(mark.gloss for mark in performance.marks)


def moment(performance: Performance, time: float) -> str:
    """Seconds into a performance, and in which sign or between which two that is."""
    marks = performance.marks
    for mark in marks:
        if mark.start <= time <= mark.end:
            return f"{time:.2f} s ({mark.gloss})"
    for one, two in pairwise(marks):
        if one.end < time < two.start:
            return f"{time:.2f} s ({one.gloss} → {two.gloss})"
    return f"{time:.2f} s ({'rest' if not marks or time < marks[0].start else 'to rest'})"
