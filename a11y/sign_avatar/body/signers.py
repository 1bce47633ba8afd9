"""Who signs: each signer is a recipe of MakeHuman shape targets and colours, nothing else.

Every signer has the same joints, morph names and landmark names, so one performance fits all.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y.sign_avatar.body.errors import UnknownSignerError

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A recipe. Colours are sRGB 0–255.

    gender: 0 woman … 1 man; age in years (25 … 90); muscle and weight 0 … 1 (0.5 average);
    races: shares that sum to 1. targets: further shape targets by their path below ``targets/``;
    expression: ARKit morphs that belong to the resting face (lips closed, friendly).
    neckline: half its width and half its depth, metres. fall: how fast the top may draw in below
    its widest place, metres a metre: little hangs straight, much shows a waist.
    hair: style name known to ``hair``. background: the stage background on which this skin and
    garment stand out best.
    """

    name: str
    title: str
    gender: float
    age: float
    muscle: float
    weight: float
    races: dict[str, float]
    targets: dict[str, float] = field(default_factory=dict)
    expression: dict[str, float] = field(default_factory=dict)
    skin: Colour
    lips: Colour
    brow: Colour
    iris: Colour
    hair: str
    hair_colour: Colour
    garment: Colour
    neckline: tuple[float, float]
    fall: float
    background: str


# Faces at rest look worried with the brows of the source; signers meet the viewer kindly.
_FRIENDLY = {
    "mouthSmileLeft": 0.36,
    "mouthSmileRight": 0.36,
    "browInnerUp": -0.18,
    "browDownLeft": 0.15,
    "browDownRight": 0.15,
    "browOuterUpLeft": 0.25,
    "browOuterUpRight": 0.25,
}

MARA = Signer(
    name="mara",
    title="Mara, etwa 35, dunkelblaues Oberteil",
    gender=0.08,
    age=33,
    muscle=0.52,
    weight=0.47,
    races={"caucasian": 0.85, "asian": 0.15},
    targets={
        "head/head-oval": 0.25,
        "forehead/forehead-scale-vert-decr": 0.35,
        "chin/chin-width-decr": 0.55,
        "chin/chin-triangle": 0.35,
        "chin/chin-bones-decr": 0.3,
        "cheek/l-cheek-bones-incr": 0.35,
        "cheek/r-cheek-bones-incr": 0.35,
        "nose/nose-width1-decr": 0.35,
        "nose/nose-width2-decr": 0.35,
        "nose/nose-point-width-decr": 0.35,
        "nose/nose-flaring-decr": 0.25,
        "mouth/mouth-upperlip-volume-incr": 0.55,
        "mouth/mouth-lowerlip-volume-incr": 0.3,
        "mouth/mouth-cupidsbow-incr": 0.35,
        "neck/neck-scale-horiz-decr": 0.5,
        "eyes/l-eye-corner2-up": 0.25,
        "eyes/r-eye-corner2-up": 0.25,
        "mouth/mouth-angles-up": 0.3,
        "eyes/l-eye-height2-incr": 0.35,
        "eyes/r-eye-height2-incr": 0.35,
        "eyebrows/eyebrows-trans-up": 0.15,
        "ears/l-ear-lobe-decr": 0.2,
        "ears/r-ear-lobe-decr": 0.2,
        "breast/nipple-size-decr": 1.0,
        "breast/nipple-point-decr": 1.0,
        "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness": 0.6,
        "arms/l-upperarm-fat-decr": 0.7,
        "arms/r-upperarm-fat-decr": 0.7,
        "arms/l-upperarm-shoulder-muscle-decr": 0.5,
        "arms/r-upperarm-shoulder-muscle-decr": 0.5,
        "arms/l-lowerarm-fat-decr": 0.6,
        "arms/r-lowerarm-fat-decr": 0.6,
    },
    expression={
        **_FRIENDLY,
        "mouthClose": 0.085,
    },
    skin=(224, 175, 150),
    lips=(186, 96, 92),
    brow=(66, 44, 34),
    iris=(84, 60, 40),
    hair="bob",
    hair_colour=(66, 43, 31),
    garment=(16, 20, 37),
    neckline=(0.078, 0.100),
    fall=0.27,
    background="petrol",
)

ELIAS = Signer(
    name="elias",
    title="Elias, etwa 50, dunkelgrünes Oberteil",
    gender=0.95,
    age=48,
    muscle=0.55,
    weight=0.52,
    races={"caucasian": 0.45, "african": 0.35, "asian": 0.2},
    targets={
        "head/head-rectangular": 0.2,
        "cheek/l-cheek-volume-decr": 0.45,
        "cheek/r-cheek-volume-decr": 0.45,
        "cheek/l-cheek-inner-decr": 0.3,
        "cheek/r-cheek-inner-decr": 0.3,
        "mouth/mouth-laugh-lines-in": 0.4,
        "mouth/mouth-angles-up": 0.3,
        "eyes/l-eye-height2-incr": 0.75,
        "eyes/r-eye-height2-incr": 0.75,
        "eyes/l-eye-corner2-up": 0.2,
        "eyes/r-eye-corner2-up": 0.2,
        "eyes/l-eye-scale-incr": 0.25,
        "eyes/r-eye-scale-incr": 0.25,
        "ears/l-ear-lobe-decr": 0.2,
        "ears/r-ear-lobe-decr": 0.2,
        "breast/nipple-size-decr": 1.0,
        "breast/nipple-point-decr": 1.0,
        "arms/l-upperarm-fat-decr": 0.6,
        "arms/r-upperarm-fat-decr": 0.6,
        "arms/l-upperarm-shoulder-muscle-decr": 0.7,
        "arms/r-upperarm-shoulder-muscle-decr": 0.7,
        "torso/measure-shoulder-dist-decr": 0.45,
        "torso/torso-vshape-decr": 0.35,
        "arms/l-lowerarm-fat-decr": 0.5,
        "arms/r-lowerarm-fat-decr": 0.5,
    },
    expression={
        **_FRIENDLY,
        "mouthClose": 0.07,
    },
    skin=(156, 107, 80),
    lips=(138, 82, 74),
    brow=(32, 26, 24),
    iris=(62, 42, 28),
    hair="short",
    hair_colour=(46, 42, 42),
    garment=(17, 35, 32),
    neckline=(0.069, 0.076),
    fall=0.09,
    background="mist",
)

SIGNERS = {signer.name: signer for signer in (MARA, ELIAS)}
DEFAULT_SIGNER = MARA.name


def signer(name: str) -> Signer:
    """The recipe of that name; raises UnknownSignerError."""
    try:
        return SIGNERS[name]
    except KeyError:
        raise UnknownSignerError(name, tuple(SIGNERS)) from None
