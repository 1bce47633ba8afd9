from __future__ import annotations

import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.body.rig import Rig


@pytest.fixture(scope="session")
def rig() -> Rig:
    return _built("mara")


@pytest.fixture(scope="session")
def elias() -> Rig:
    return _built("elias")


def _built(signer: str) -> Rig:
    try:
        return body.load_rig(signer=signer)
    except BodyMissingError:
        pytest.skip("the signer's body is not built; run 'a11y body build'")
