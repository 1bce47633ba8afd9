"""What can go wrong while frames are drawn and written. Codes: ``KH-STAGE-NN``."""

from __future__ import annotations

from pathlib import Path

from a11y.errors import KlarhandError


class StageError(KlarhandError):
    """Base of everything this room raises for a user to mend."""


class NoRendererError(StageError):
    """Neither Panda3D back end could open a buffer."""

    def __init__(self, reasons: str) -> None:
        super().__init__(
            "KH-STAGE-01",
            f"No renderer works on this machine ({reasons}).",
            "Install the Debian packages libegl1, libegl-mesa0, libgl1 and libgl1-mesa-dri "
            "(or at least libx11-6 for the software renderer), then try again.",
        )


class DiskFullError(StageError):
    """The video could not be written to its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-STAGE-02",
            f"The disk is full: {path} could not be written. Nothing was left behind.",
            "Free some space and render again.",
        )


class NotWritableError(StageError):
    """The folder or file cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "KH-STAGE-03", f"{path} cannot be written: {reason}.", "Choose another place."
        )


class RendererDiedError(StageError):
    """The drawing process ended without an answer."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "KH-STAGE-04",
            f"The drawing process ended unexpectedly: {detail}.",
            "Try again; if it happens every time, set KLARHAND_RENDERER=software.",
        )


class SegmentsDifferError(StageError):
    """Segments that were not encoded alike cannot be joined without a re-encode."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-STAGE-05",
            f"{path} was encoded differently from the first segment.",
            "Render all segments with the same size, frame rate and format.",
        )


class UnknownChoiceError(StageError):
    """No background, format or renderer of that name."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            "KH-STAGE-06", f"There is no {kind} {name!r}.", f"Choose one of: {', '.join(known)}."
        )
