"""What is measured on sentences for ``a11y bench motion``: how movement near the borders of signs
differs from movement elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from a11y.bench.in_picture import cut_off
from a11y.bench.motion_record import local_turns
from a11y.bench.rhythm import Rhythm
from a11y.bench.worst import WorstMoments
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.performance import Performance

BORDER = 0.12  # seconds on either side of a sign's start and end


@dataclass(slots=True)
class Borders:
    """Movement near the borders of signs in sentences and away from them, frame by frame.

    acceleration, jerk: of the faster wrist, m/s² and m/s³; turning: the fastest joint of arms and
    fingers from one frame to the next, degrees.
    """

    acceleration: dict[str, list[float]] = field(default_factory=lambda: {"border": [], "else": []})
    jerk: dict[str, list[float]] = field(default_factory=lambda: {"border": [], "else": []})
    turning: dict[str, list[float]] = field(default_factory=lambda: {"border": [], "else": []})
    deep: list[float] = field(default_factory=list)
    cut: list[bool] = field(default_factory=list)
    rhythm: Rhythm = field(default_factory=Rhythm)
    worst: WorstMoments = field(default_factory=WorstMoments)
    sentences: int = 0
    seconds: float = 0.0
    signed: float = 0.0

    def add(self, rig: Rig, done: Performance) -> None:
        """Take in one sentence."""
        local = local_turns(done)
        step = float(done.times[1] - done.times[0])
        path = positions(rig, local, len(done.times), ("wrist.R", "wrist.L"))
        near = np.zeros(len(done.times), bool)
        for mark in done.marks:
            for edge in (mark.start, mark.end):
                near |= np.abs(done.times - edge) <= BORDER
        for order, out in ((2, self.acceleration), (3, self.jerk)):
            size = np.linalg.norm(np.diff(path, order, axis=0), axis=-1).max(axis=1) / step**order
            self._sort(out, size, near, order)
            if order == 2:
                self.worst.take("acceleration_m_s2", size, done.times[1:-1], done)
        joints = [
            k for k, n in enumerate(done.joints) if n.endswith((".L", ".R")) and "eye" not in n
        ]
        turned = np.abs(
            np.sum(done.rotations[1:, joints] * done.rotations[:-1, joints], axis=-1)
        ).clip(0, 1)
        turns = 2 * np.degrees(np.arccos(turned)).max(axis=1)
        self._sort(self.turning, turns, near, 1)
        self.worst.take("joint_turn_deg_per_frame", turns, done.times[1:], done)
        deep = 1000 * penetrations(rig, local, len(done.times))
        self.deep += deep.tolist()
        self.worst.take("penetration_mm", deep, done.times, done)
        self.rhythm.add(done)
        cut = cut_off(rig, local, len(done.times))
        self.cut += cut.tolist()
        self.worst.take("hand_cut_off", cut.astype(float), done.times, done)
        self.sentences += 1
        self.signed += done.duration

    @staticmethod
    def _sort(
        out: dict[str, list[float]],
        values: NDArray[np.float64],
        near: NDArray[np.bool_],
        order: int,
    ) -> None:
        where = near[(order + 1) // 2 :][: len(values)]
        out["border"] += values[where].tolist()
        out["else"] += values[~where].tolist()

    def report(self) -> dict[str, object]:
        """The figures by name."""
        out: dict[str, object] = {"sentences": self.sentences}
        for name, unit, values in (
            ("acceleration", "m_s2", self.acceleration),
            ("jerk", "m_s3", self.jerk),
            ("joint_turn", "deg_per_frame", self.turning),
        ):
            for place, rows in values.items():
                if rows:
                    p99, most = np.percentile(rows, 99), max(rows)
                    out[f"{name}_{unit}_{place}_p99"] = round(float(p99), 1)
                    out[f"{name}_{unit}_{place}_max"] = round(float(most), 1)
        out["penetration_mm_p99"] = round(float(np.percentile(self.deep, 99)), 1)
        out["penetration_mm_max"] = round(float(max(self.deep)), 1)
        out["frames_with_a_hand_cut_off_percent"] = round(100 * float(np.mean(self.cut)), 3)
        out |= self.rhythm.report()
        out["times_real_time_per_core"] = round(self.signed / max(self.seconds, 1e-9), 1)
        return out | self.worst.report()
