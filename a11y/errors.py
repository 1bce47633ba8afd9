"""The one exception base: every error a user meets says what was wrong and what to do."""

from __future__ import annotations

import errno
from typing import Any

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})


class KlarhandError(Exception):
    """Something a user can mend.

    code: stable identifier such as ``KH-NOTATION-01``; documented in ``docs/errors.md``.
    what: what was wrong, where.
    remedy: what to do about it.
    """

    def __init__(self, code: str, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy} [{code}]")
        self.code = code
        self.what = what
        self.remedy = remedy

    def to_dict(self) -> dict[str, str]:
        return {"code": self.code, "what": self.what, "remedy": self.remedy}

    def __reduce__(self) -> tuple[Any, ...]:
        # Kinds of errors take what they need to word themselves: a copy (as from another process)
        # is made of what they became.
        return _copy, (type(self), self.args, dict(self.__dict__))


def _copy(kind: type[KlarhandError], args: tuple[Any, ...], state: dict[str, Any]) -> KlarhandError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class DiskError(KlarhandError):
    """A file cannot be written, whoever wanted to: disk full, read-only, not ours. KH-DISK-01."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            "KH-DISK-01",
            f"{error.filename or 'A file'} cannot be written: {error.strerror}.",
            "Make room, or let KLARHAND_VAR name a folder that can be written to.",
        )

    @staticmethod
    def is_one(error: OSError) -> bool:
        """False for what only a programmer can mend."""
        return error.errno in _DISK
