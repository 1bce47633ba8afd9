"""One sees where an arm is: sleeves stand out from the cloth behind them."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.bench.arms import moments
from a11y.sign_avatar import body
from a11y.sign_avatar.stage import Stage
from a11y.sign_avatar.stage.arm_edges import arm_steps

pytestmark = pytest.mark.render
SIGNS = ("POSS1", "LESEN1", "BAUCH1", "BEZAHLEN1")


@pytest.mark.parametrize("backend", ["gl", "software"])
@pytest.mark.parametrize("signer", sorted(body.SIGNERS))
def test_a_sleeve_before_the_trunk_has_an_outline(signer: str, backend: str) -> None:
    steps = arm_steps(moments(signer, SIGNS), signer=signer, backend=backend)
    assert min(len(one) for one in steps) >= 40, "arms lie before cloth in each of these signs"
    for name, one in zip(SIGNS, steps, strict=True):
        assert np.median(one) >= 12, name
    assert (np.concatenate(steps) < 5).mean() < 0.1


def test_what_has_no_arm_before_it_keeps_its_light() -> None:
    """It is no shadow: only about the outline of an arm is the top darker, by less than half."""
    ((made, time),) = moments(body.DEFAULT_SIGNER, ("BAUCH1",))
    with Stage(size=360, backend="gl") as stage:
        stage.show("top")
        shaded = stage.still(made, time).astype(int)
        stage.model.limbs[:] = -1.0  # metres: everything is far outside
        flat = stage.still(made, time).astype(int)
    darker = flat - shaded
    assert darker.min() >= -1, "nothing gets brighter"
    chest = darker[: round(0.5 * 360)]
    assert chest.max() <= 2, "chest and shoulders keep their light while both arms are low"
    assert 0.01 < (darker.max(-1) > 2).mean() < 0.2
    assert (shaded.sum(-1) >= 0.5 * flat.sum(-1)).all()
