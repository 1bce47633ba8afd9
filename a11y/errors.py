"""The one exception base: every error a user meets says what was wrong and what to do."""

from __future__ import annotations


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
