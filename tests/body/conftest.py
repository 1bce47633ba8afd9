from __future__ import annotations

import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig


@pytest.fixture(scope="session", params=sorted(body.SIGNERS))
def rig(request: pytest.FixtureRequest) -> Rig:
    """The built rig of each signer in turn (`a11y body build`, part of `make test`)."""
    return body.load_rig(signer=request.param)
