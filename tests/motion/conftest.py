from __future__ import annotations

import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.body.rig import Rig


@pytest.fixture(scope="session")
def rig() -> Rig:
    try:
        return body.load_rig()
    except BodyMissingError:
        pytest.skip("the signer's body is not built; run 'a11y body build'")
