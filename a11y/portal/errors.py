"""What can go wrong in the portal, each with a stable code and a remedy."""

from __future__ import annotations

from pathlib import Path

from a11y.errors import KlarhandError


class PortalError(KlarhandError):
    """Base of everything this room raises for people to read."""


class ContentError(PortalError):
    """A content file is not as ``docs/formats/leistung.md`` says. KH-PORTAL-01."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__("KH-PORTAL-01", f"{where}: {what}", remedy)
        self.where = where


class NothingToImportError(PortalError):
    """KH-PORTAL-02."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-PORTAL-02",
            f"{path} holds no service file (.yaml, .yml or .json)."
            if path.exists()
            else f"There is no file or folder {path}.",
            "Name a file, or a folder that holds service files or a subfolder leistungen/.",
        )


class AssetsMissingError(PortalError):
    """KH-PORTAL-03."""

    def __init__(self, path: object) -> None:
        super().__init__(
            "KH-PORTAL-03",
            f"The browser assets are missing ({path}).",
            "Run `make setup`, or `npm ci --prefix site_theme`.",
        )


class TranslatorMissingError(PortalError):
    """A part of the translation line cannot be loaded. KH-PORTAL-04."""

    def __init__(self, what: str) -> None:
        super().__init__("KH-PORTAL-04", what, "Run `a11y doctor`; it names what is missing.")


class PortInUseError(PortalError):
    """KH-PORTAL-05."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            "KH-PORTAL-05",
            f"{host}:{port} is already in use.",
            "Stop the other server, or choose another port with --port.",
        )


class ProposalInvalidError(PortalError):
    """An editor's text cannot be used. KH-PORTAL-06."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-PORTAL-06", what, remedy)


class NotEntitledError(PortalError):
    """The role does not permit this approval. KH-PORTAL-07."""

    def __init__(self, needed: str) -> None:
        super().__init__(
            "KH-PORTAL-07",
            f"Diese Freigabe braucht die Rolle „{needed}“.",
            "Melden Sie sich mit einem Konto an, das diese Rolle hat.",
        )


class AccountInvalidError(PortalError):
    """KH-PORTAL-08."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-PORTAL-08", what, remedy)


class RecordingRefusedError(PortalError):
    """An uploaded film cannot be shown to citizens as it is. KH-PORTAL-09."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-PORTAL-09", what, remedy)


class DatabaseUnusableError(PortalError):
    """The database is missing, locked, broken, full or not one. KH-PORTAL-11."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            "KH-PORTAL-11",
            f"The database {where} cannot be used: {what.rstrip('.')}.",
            "Is its server running, its disk full or read-only, or another program at work on it?"
            " KLARHAND_DATABASE and KLARHAND_VAR say where it is.",
        )


class SettingError(PortalError):
    """An environment variable cannot be used. KH-PORTAL-10."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__("KH-PORTAL-10", f"{name}: {what}.", "Correct it, or leave it out.")
