"""The bench of motion names what was worst, so that the next one finds it."""

import numpy as np

from a11y.bench.motion_record import Record, Target
from a11y.bench.worst import WorstMoments, worst_signs
from a11y.sign_avatar.performance import Performance, SignMark


def sentence(german: str) -> Performance:
    times = np.linspace(0, 2, 51, dtype=np.float32)
    return Performance(
        times=times,
        joints=("head",),
        rotations=np.tile(np.array([0, 0, 0, 1], np.float32), (51, 1, 1)),
        morphs=(),
        weights=np.zeros((51, 0), np.float32),
        marks=(
            SignMark(gloss="AMT1", start=0.2, end=0.8),
            SignMark(gloss="DA1", start=1.2, end=1.6),
        ),
        german=german,
    )


def test_the_worst_moment_says_sentence_sign_and_second() -> None:
    worst = WorstMoments()
    for german, peak, at in (("Im Amt.", 4.0, 30), ("Am Amt.", 9.0, 25), ("Beim Amt.", 7.0, 10)):
        done = sentence(german)
        values = np.zeros(51)
        values[at] = peak
        worst.take("penetration_mm", values, done.times, done)
    assert worst.report() == {"worst_penetration_mm": "9.0: 1.00 s (AMT1 → DA1) in Am Amt."}


def test_the_worst_sign_of_each_figure_is_named_and_only_where_something_is_wrong() -> None:
    calm = Record("KALT1", targets=[Target(0.001, 2.0, True)], deep=[0.0, 1.0], jolt=9.0)
    wild = Record("WILD1", targets=[Target(0.020, 1.0, True)], deep=[4.5], jolt=12.0)
    found = worst_signs([calm, wild, Record("NEIN1", refused="KH-MOTION-01")])
    assert found["worst_place_error_mm"] == "20.0: WILD1"
    assert found["worst_turn_error_deg"] == "2.0: KALT1"
    assert found["worst_penetration_mm"] == "4.5: WILD1"
    assert "worst_limits_broken" not in found
