"""Fixtures that every room's tests may use."""

from __future__ import annotations

import hypothesis
import pytest
from click.testing import CliRunner

# Its pytest plugin imports it at a session's end, when the analysis has taken its tables out of
# the collector's sight (gc.freeze); what it then registers would look like garbage to it.
assert hypothesis.__version__


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()
