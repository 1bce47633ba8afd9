"""What can go wrong before or around an audit; a page's own troubles are results, not errors."""

from __future__ import annotations

from a11y.errors import KlarhandError


class AuditError(KlarhandError):
    """The audit as a whole cannot go on; the command ends with "could not test" (2)."""


class BrowserError(AuditError):
    """Chromium or ChromeDriver is missing or does not start."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "KH-AUDIT-01",
            f"The browser did not start: {detail}.",
            "Install it with `apt-get install chromium chromium-driver`, or name the programs in"
            " KLARHAND_CHROMIUM and KLARHAND_CHROMEDRIVER.",
        )


class EngineMissingError(AuditError):
    """An engine that was asked for is not installed."""

    def __init__(self, engine: str, remedy: str) -> None:
        super().__init__("KH-AUDIT-02", f"The engine “{engine}” is not installed.", remedy)


class SettingsError(AuditError):
    """Settings that cannot be followed; the command ends with "bad arguments" (3)."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-AUDIT-03", what, remedy)


class ReportError(AuditError):
    """A file that should hold a run, a baseline or a trend cannot be read as one."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-AUDIT-04", what, remedy)


class PageNotTested(Exception):  # noqa: N818 - it is an outcome of one page, not a mistake of ours
    """One page could not be tested: timeouts, crashes, certificate errors, HTTP errors.

    retry: True when the browser (not the page) failed, so that a fresh one may succeed.
    """

    def __init__(self, reason: str, *, retry: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry = retry


class PageSkipped(Exception):  # noqa: N818
    """The address is no page of this site: it left the site, or it is a download."""

    def __init__(self, reason: str, *, kind: str = "other", address: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind
        self.address = address
