from __future__ import annotations

import pytest

from a11y.bench.render import sample_performance
from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.performance import Performance


@pytest.fixture(scope="session")
def rig() -> Rig:
    return body.load_rig()


@pytest.fixture(scope="session")
def performance(rig: Rig) -> Performance:
    """A second of movement from rest to rest."""
    return sample_performance(rig, seconds=1.0)
