"""The words gestural SiGML uses for HamNoSys values.

Source: Elliott, Glauert, Jennings, Kennaway 2004 (an overview of the SiGML notation), and the
document types published with JASigning (hamgestural_sign).
"""

from __future__ import annotations

from typing import Final

from a11y.sign_avatar.notation.vocabulary import (
    Base,
    Bending,
    Clock,
    Contact,
    FingerPart,
    LocalMovement,
    Repetition,
    Thumb,
)

SHAPES: Final = {base: base.symbol.removeprefix("ham") for base in Base} | {
    Base.FLAT: "flat",
    Base.CEE_OPEN: "cee12open",
}
CEES: Final = (Base.CEE12, Base.CEE_ALL, Base.CEE_OPEN)
THUMBS: Final = {Thumb.OUT: "out", Thumb.ACROSS: "across", Thumb.OPEN: "opposed"}
OPENINGS: Final = {Thumb.ACROSS: "tight", Thumb.OPEN: "slack"}
BENDINGS: Final = {
    Bending.STRAIGHT: "bent",
    Bending.BEND: "round",
    Bending.HOOK: "hooked",
    Bending.DOUBLE_BENT: "dblbent",
    Bending.DOUBLE_HOOKED: "dblhooked",
}
PARTS: Final = {part: part.symbol.removeprefix("hamfinger") for part in FingerPart}
CONTACTS: Final = {contact: contact.symbol.removeprefix("ham") for contact in Contact}
WRIST: Final = {
    LocalMovement.NODDING: "nod",
    LocalMovement.SWINGING: "swing",
    LocalMovement.TWISTING: "twist",
    LocalMovement.STIR_CW: "stircw",
    LocalMovement.STIR_CCW: "stirccw",
}
REPETITIONS: Final = {
    Repetition.FROM_START: "fromstart",
    Repetition.FROM_START_SEVERAL: "fromstart_several",
    Repetition.CONTINUE: "continue",
    Repetition.CONTINUE_SEVERAL: "continue_several",
    Repetition.REVERSE: "reverse",
}
CLOCKS: Final = {
    clock: clock.symbol.removeprefix("hamclock") for clock in Clock if clock is not Clock.FULL
}
