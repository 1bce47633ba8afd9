"""The closed sets of values that HamNoSys 4 symbols stand for.

The value of each member is what the symbol's name carries after its prefix (``u`` of
``hamextfingeru``) or, where the set has no prefix, the whole name (``hamflathand``); ``symbol``
gives the full name back. Directions are the signer's own: u up, d down, l left, r right, o outward
(away from the signer), i inward.
"""

from __future__ import annotations

from enum import StrEnum


class _Named(StrEnum):
    """A string enumeration whose members know their HamNoSys symbol name."""

    @property
    def symbol(self) -> str:
        return str(self.value)


class Base(_Named):
    """The twelve base handshapes."""

    FIST = "hamfist"
    FLAT = "hamflathand"
    FINGER2 = "hamfinger2"
    FINGER23 = "hamfinger23"
    FINGER23_SPREAD = "hamfinger23spread"
    FINGER2345 = "hamfinger2345"
    PINCH12 = "hampinch12"
    PINCH_ALL = "hampinchall"
    PINCH12_OPEN = "hampinch12open"
    CEE12 = "hamcee12"
    CEE_ALL = "hamceeall"
    CEE_OPEN = "hamceeopen"


class Thumb(_Named):
    """OUT to the side, ACROSS the palm, OPEN opposed (for pinches and cees: a wider gap)."""

    OUT = "hamthumboutmod"
    ACROSS = "hamthumbacrossmod"
    OPEN = "hamthumbopenmod"


class Bending(_Named):
    """How the selected fingers bend.

    STRAIGHT: right angle at the knuckles, fingers straight beyond. BEND: rounded. HOOK: at the
    middle joints only. DOUBLE_BENT: knuckles and middle joints. DOUBLE_HOOKED: all three joints.
    (SiGML calls them bent, round, hooked, dblbent, dblhooked.)
    """

    STRAIGHT = "hamfingerstraightmod"
    BEND = "hamfingerbendmod"
    HOOK = "hamfingerhookmod"
    DOUBLE_BENT = "hamdoublebent"
    DOUBLE_HOOKED = "hamdoublehooked"


class Finger(_Named):
    THUMB = "hamthumb"
    INDEX = "hamindexfinger"
    MIDDLE = "hammiddlefinger"
    RING = "hamringfinger"
    PINKY = "hampinky"

    @property
    def digit(self) -> int:
        """1 for the thumb … 5 for the little finger."""
        return list(type(self)).index(self) + 1


class FingerPart(_Named):
    TIP = "hamfingertip"
    NAIL = "hamfingernail"
    PAD = "hamfingerpad"
    MID_JOINT = "hamfingermidjoint"
    BASE = "hamfingerbase"
    SIDE = "hamfingerside"


class Direction(_Named):
    """The eighteen directions of fingers and movements: one or two of the signer's axes."""

    U = "u"
    UR = "ur"
    R = "r"
    DR = "dr"
    D = "d"
    DL = "dl"
    L = "l"
    UL = "ul"
    OL = "ol"
    O = "o"  # noqa: E741 (the notation's own name)
    OR = "or"
    IL = "il"
    I = "i"  # noqa: E741 (the notation's own name)
    IR = "ir"
    UI = "ui"
    DI = "di"
    DO = "do"
    UO = "uo"

    @property
    def axes(self) -> tuple[int, int, int]:
        """Components along (right, up, outward), each -1, 0 or 1; not normalised."""
        text = self.value
        return (
            text.count("r") - text.count("l"),
            text.count("u") - text.count("d"),
            text.count("o") - text.count("i"),
        )

    @property
    def mirrored(self) -> Direction:
        """Left and right exchanged."""
        return Direction(self.value.translate(_SWAP))


class PalmTurn(_Named):
    """The eight palm orientations, relative to the extended finger direction: the plain sense holds
    for a hand that points outward; other hands are turned from there by the shortest rotation."""

    U = "u"
    UR = "ur"
    R = "r"
    DR = "dr"
    D = "d"
    DL = "dl"
    L = "l"
    UL = "ul"

    @property
    def symbol(self) -> str:
        return f"hampalm{self.value}"

    @property
    def mirrored(self) -> PalmTurn:
        """Left and right exchanged."""
        return PalmTurn(self.value.translate(_SWAP))


_SWAP = str.maketrans("lr", "rl")


class BodyPlace(_Named):
    HEAD = "hamhead"
    HEAD_TOP = "hamheadtop"
    FOREHEAD = "hamforehead"
    EYEBROWS = "hameyebrows"
    EYES = "hameyes"
    NOSE = "hamnose"
    NOSTRILS = "hamnostrils"
    EAR = "hamear"
    EAR_LOBE = "hamearlobe"
    CHEEK = "hamcheek"
    LIPS = "hamlips"
    TONGUE = "hamtongue"
    TEETH = "hamteeth"
    CHIN = "hamchin"
    UNDER_CHIN = "hamunderchin"
    NECK = "hamneck"
    SHOULDER_TOP = "hamshouldertop"
    SHOULDERS = "hamshoulders"
    CHEST = "hamchest"
    STOMACH = "hamstomach"
    BELOW_STOMACH = "hambelowstomach"
    NEUTRAL_SPACE = "hamneutralspace"


class ArmPlace(_Named):
    """Places on an arm, as a rule the other one."""

    UPPER_ARM = "hamupperarm"
    ELBOW = "hamelbow"
    ELBOW_INSIDE = "hamelbowinside"
    LOWER_ARM = "hamlowerarm"
    WRIST_BACK = "hamwristback"
    WRIST_PULSE = "hamwristpulse"


class HandPlace(_Named):
    """Whole regions of a hand; finger places are ``FingerPart`` with ``Finger``."""

    THUMB_BALL = "hamthumbball"
    PALM = "hampalm"
    BACK = "hamhandback"
    THUMB_SIDE = "hamthumbside"
    PINKY_SIDE = "hampinkyside"


class Beside(_Named):
    """AT the side of the place, still on the body; BESIDE it, off the body."""

    AT = "hamlrat"
    BESIDE = "hamlrbeside"


class Contact(_Named):
    CLOSE = "hamclose"
    TOUCH = "hamtouch"
    INTERLOCK = "haminterlock"
    CROSS = "hamcross"
    ARM_EXTENDED = "hamarmextended"
    BRUSHING = "hambrushing"


class CirclePlane(_Named):
    """The axis a circle turns about; seen along it, the circle runs clockwise."""

    O = "o"  # noqa: E741 (the notation's own name)
    I = "i"  # noqa: E741 (the notation's own name)
    D = "d"
    U = "u"
    L = "l"
    R = "r"
    UL = "ul"
    DR = "dr"
    UR = "ur"
    DL = "dl"
    OL = "ol"
    IR = "ir"
    OR = "or"
    IL = "il"
    UI = "ui"
    DO = "do"
    UO = "uo"
    DI = "di"

    @property
    def symbol(self) -> str:
        return f"hamcircle{self.value}"


class LocalMovement(_Named):
    FINGER_PLAY = "hamfingerplay"
    NODDING = "hamnodding"
    SWINGING = "hamswinging"
    TWISTING = "hamtwisting"
    STIR_CW = "hamstircw"
    STIR_CCW = "hamstirccw"


class Arc(_Named):
    """Which way a straight movement bends out."""

    L = "hamarcl"
    U = "hamarcu"
    R = "hamarcr"
    D = "hamarcd"


class Wave(_Named):
    WAVY = "hamwavy"
    ZIGZAG = "hamzigzag"


class Clock(_Named):
    """Where on its circle a circular movement starts and, written second, ends; FULL is one more
    whole turn."""

    U = "hamclocku"
    UL = "hamclockul"
    L = "hamclockl"
    DL = "hamclockdl"
    D = "hamclockd"
    DR = "hamclockdr"
    R = "hamclockr"
    UR = "hamclockur"
    FULL = "hamclockfull"


class Ellipse(_Named):
    """The long axis of an ellipse, or the plane of a wave: H horizontal, V vertical …"""

    H = "hamellipseh"
    UR = "hamellipseur"
    V = "hamellipsev"
    UL = "hamellipseul"


class Size(_Named):
    SMALL = "hamsmallmod"
    LARGE = "hamlargemod"


class Growth(_Named):
    INCREASING = "hamincreasing"
    DECREASING = "hamdecreasing"


class Manner(_Named):
    """FAST, SLOW, TENSE; REST: begin from rest; HALT: stop abruptly."""

    FAST = "hamfast"
    SLOW = "hamslow"
    TENSE = "hamtense"
    REST = "hamrest"
    HALT = "hamhalt"


class Repetition(_Named):
    """FROM_START: return without meaning and do it again. CONTINUE: do it again from where it
    ended. REVERSE: back and forth. The SEVERAL forms: more often."""

    FROM_START = "hamrepeatfromstart"
    FROM_START_SEVERAL = "hamrepeatfromstartseveral"
    CONTINUE = "hamrepeatcontinue"
    CONTINUE_SEVERAL = "hamrepeatcontinueseveral"
    REVERSE = "hamrepeatreverse"


class SymmetryKind(_Named):
    """MIRROR: the weak hand mirrors posture, place and movement left–right. PARALLEL: posture and
    place mirrored, movement in the same direction."""

    MIRROR = "hamsymmlr"
    PARALLEL = "hamsymmpar"


class SymmetryModifier(_Named):
    """UP_DOWN, OUT_IN: also mirrored along that axis. ALTERNATING: half a period apart. NON_IPSI:
    places are those of real space, not mirrored."""

    UP_DOWN = "hamlargemod"
    OUT_IN = "hamfingerbendmod"
    ALTERNATING = "hamalternatingmotion"
    NON_IPSI = "hamnonipsi"


class WristBend(_Named):
    """Obsolete wrist positions of earlier versions; read and kept."""

    TO_PULSE = "hamwristtopulse"
    TO_BACK = "hamwristtoback"
    TO_THUMB = "hamwristtothumb"
    TO_PINKY = "hamwristtopinky"


class Mark(_Named):
    """Symbols without movement that dictionaries use around signs; read and kept."""

    EXCLAIM = "hamexclaim"
    COMMA = "hamcomma"
    FULL_STOP = "hamfullstop"
    QUERY = "hamquery"
    MIME = "hammime"
    VERSION40 = "hamversion40"
    ETC = "hametc"
    COREF_TAG = "hamcoreftag"
    COREF_REF = "hamcorefref"


class ActiveStyle(_Named):
    """How the moving hand's own part is written beside the place.

    LEADING: part, place, contact. TRAILING: place, part, contact. AFTER_CONTACT: place, contact,
    part. BRACKETED: part and place in ``hamseqbegin … hamseqend``, contact after it;
    BRACKETED_WITH_CONTACT: the contact inside the brackets too. NONE: no part is written.
    """

    NONE = "none"
    LEADING = "leading"
    TRAILING = "trailing"
    AFTER_CONTACT = "after-contact"
    BRACKETED = "bracketed"
    BRACKETED_WITH_CONTACT = "bracketed-with-contact"
