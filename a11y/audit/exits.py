"""Exit codes of ``a11y audit``."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a continuous-integration job learns from the number alone.

    COULD_NOT_TEST wins over FINDINGS: an incomplete audit must not pass for a complete one.
    """

    CLEAN = 0
    FINDINGS = 1
    COULD_NOT_TEST = 2
    BAD_ARGUMENTS = 3
