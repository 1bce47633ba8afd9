"""From a notated sign to a performance."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.notation import UnknownSymbolError
from a11y.sign_avatar.performance import Performance

SIGNS = (
    "hamflathand hamextfingeru hampalml hamchest hammoveo",
    "hamsymmlr hamflathand hamextfingeruo hampalml hamneutralspace hammoved hamrepeatfromstart",
    "hamfinger2 hamextfingeru hampalmd hamlips hamtouch hammoveo",
    "hamsymmlr hamfist hamextfingero hampalml hamchest hamcircleo hamrepeatcontinue",
    "hamfinger2345 hamextfingeru hampalmd hamshoulders hamlrbeside hamfingerplay",
)


def _wrists(rig: Rig, done: Performance) -> Array:
    """(T, 2, 3) where both wrists are."""
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    return positions(rig, local, len(done.times), ("wrist.R", "wrist.L"))


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_performed_with_unit_rotations_and_begins_and_ends_at_rest(
    rig: Rig, sign: str
) -> None:
    done = motion.perform_notation(sign, rig=rig)
    assert np.isfinite(done.rotations).all()
    assert np.allclose(np.linalg.norm(done.rotations, axis=-1), 1, atol=1e-5)
    still = motion.rest(rig)
    assert done.joints == still.joints
    for frame in (0, -1):
        apart = np.abs(np.sum(done.rotations[frame] * still.rotations[0], axis=-1))
        # An elbow may still be on its last millimetre; the hands are there.
        assert np.degrees(2 * np.arccos(np.clip(apart, -1, 1))).max() < 0.8
        hands = [_wrists(rig, one)[at] for one, at in ((done, frame), (still, 0))]
        assert np.abs(hands[0] - hands[1]).max() < 0.0005
        assert np.abs(done.weights[frame] - still.weights[0]).max() < 0.02


def test_the_same_seed_gives_the_same_performance(rig: Rig) -> None:
    first, second, other = (
        motion.perform_notation(SIGNS[1], rig=rig, seed=seed) for seed in (4, 4, 5)
    )
    assert np.array_equal(first.rotations, second.rotations)
    assert not np.array_equal(first.rotations, other.rotations)


def test_what_is_no_notation_is_refused(rig: Rig) -> None:
    with pytest.raises(UnknownSymbolError):
        motion.perform_notation("hamnonsense", rig=rig)
