"""Random valid HamNoSys strings: for property tests and for motion's benchmark.

Strings follow the order and the frequency of parts that dictionaries show (short, one or two
movements, now and then a pair of hands); every one of the 209 symbols but ``hamspace`` can occur.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from a11y.sign_avatar.notation.symbols import names_in
from a11y.sign_avatar.notation.vocabulary import SymmetryModifier

_FINGERS = names_in("finger")
_PARTS = names_in("finger-part")
_REGIONS = names_in("hand")
_BODY = names_in("body")
_ARM = names_in("arm")
_CONTACTS = names_in("contact")
_MARKS = names_in("punctuation", "mark", "coreference")


def generate(rng: random.Random, *, rare: bool = True) -> str:
    """A valid string in symbol names.

    rare: also write marks, alternatives, compounds, body movements and obsolete symbols; False
    keeps to what a compiler is expected to perform.
    """
    return " ".join(_Writer(rng, rare=rare).whole())


def generate_many(count: int, *, seed: int = 0, rare: bool = True) -> tuple[str, ...]:
    """``count`` strings, the same for the same seed."""
    rng = random.Random(seed)
    return tuple(generate(rng, rare=rare) for _ in range(count))


class _Writer:
    """Writes the grammar's rules as rows of names."""

    def __init__(self, rng: random.Random, *, rare: bool) -> None:
        self.rng = rng
        self.rare = rare

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def seldom(self, share: float) -> bool:
        return self.rare and self.chance(share)

    def one(self, names: Sequence[str]) -> str:
        return self.rng.choice(names)

    def some(self, names: Sequence[str], *, most: int) -> list[str]:
        return self.rng.sample(list(names), self.rng.randint(1, most))

    # --- signs ---

    def whole(self) -> list[str]:
        out = self.sign()
        if self.seldom(0.04):
            out += self.sign()
        if self.seldom(0.03):
            out += ["hammetaalt", *self.sign()]
        return out

    def sign(self) -> list[str]:
        out: list[str] = []
        if self.seldom(0.03):
            out += self.some(_MARKS, most=2)
        if self.seldom(0.02):
            out.append("hamnondominant")
        symmetric = self.chance(0.35)
        if symmetric:
            out.append(self.one(names_in("symmetry")))
            if self.chance(0.25):
                out += self.some([m.symbol for m in SymmetryModifier], most=2)
        if self.seldom(0.02):
            out += self.body_movement()
        pair = not symmetric and self.chance(0.3)
        out += self.posture(pair=pair)
        if self.chance(0.9):
            out += self.placement(two=symmetric or pair)
        for _ in range(self.rng.choice((0, 1, 1, 1, 2))):
            out += self.action(two=symmetric or pair, depth=0)
        if self.seldom(0.03):
            out.append(self.one(_MARKS))
        return out

    # --- postures ---

    def posture(self, *, pair: bool) -> list[str]:
        if not pair:
            return self.shape() + self.extended() + self.palm()
        if self.chance(0.6):
            return self.both(lambda: self.shape() + self.extended() + self.palm())
        return self.both(self.shape) + self.extended() + self.both(self.palm)

    def both(self, write: Callable[[], list[str]]) -> list[str]:
        return ["hamparbegin", *write(), "hamplus", *write(), "hamparend"]

    def shape(self) -> list[str]:
        out = [self.one(names_in("base")), *self.shape_details()]
        if self.chance(0.06):
            out += ["hambetween", self.one(names_in("base")), *self.shape_details()]
        if self.seldom(0.02):
            out.append("hametc")
        return out

    def shape_details(self) -> list[str]:
        out: list[str] = []
        if self.chance(0.35):
            out.append(self.one(names_in("thumb")))
        if self.chance(0.25):
            out.append(self.one(names_in("bending")))
        if self.chance(0.12):
            for finger in self.some(_FINGERS, most=3):
                out.append(finger)
                if self.chance(0.3):
                    out.append(self.one(names_in("bending")))
        if self.chance(0.04):
            first, second = self.rng.sample(_FINGERS, 2)
            out += [first, self.one(_PARTS), second]
        if self.seldom(0.02):
            out.append(self.one(_PARTS))
        if self.seldom(0.02):
            out.append("hambetween")
            if self.chance(0.5):
                out.append(self.one(_FINGERS))
        return out

    def extended(self) -> list[str]:
        return self.orientation("direction")

    def palm(self) -> list[str]:
        out = self.orientation("palm")
        if self.seldom(0.01):
            out.append(self.one(names_in("wrist-side")))
        return out

    def orientation(self, block: str) -> list[str]:
        out = [self.one(names_in(block))]
        if self.chance(0.07):
            out += ["hambetween", self.one(names_in(block))]
        if self.seldom(0.02):
            out.append("hametc")
        if self.seldom(0.02):
            out.append("hamorirelative")
        return out

    # --- places ---

    def placement(self, *, two: bool) -> list[str]:
        if two and self.chance(0.35):
            if self.chance(0.5):
                return self.both(self.location)
            return [*self.both(self.hand_site), self.one(_CONTACTS), *self.body_location()]
        if two and self.chance(0.2):
            part = self.hand_site() if self.chance(0.5) else []
            return [*part, self.one(_CONTACTS), *self.body_location()]
        return self.location()

    def location(self) -> list[str]:
        choice = self.rng.random()
        if choice < 0.05:
            return [self.one(_CONTACTS)]
        if choice < 0.12:
            return ["hamseqbegin", *self.hand_site(), *self.body_site(), "hamseqend", "hamtouch"]
        if choice < 0.25:
            return [*self.hand_site(), self.one(_CONTACTS)]
        return self.body_location()

    def body_location(self) -> list[str]:
        out = self.body_site()
        if self.chance(0.08):
            out += ["hambetween", *self.body_site()]
        if self.seldom(0.02):
            out.append("hametc")
        if self.seldom(0.03):
            out.append("hambehind")
        if self.chance(0.1):
            out += [*self.hand_site(), "hamtouch"]
        elif self.chance(0.35):
            out.append(self.one(_CONTACTS))
        return out

    def body_site(self) -> list[str]:
        place = self.one(_BODY) if self.chance(0.9) else self.one(_ARM)
        out = [place]
        if place in _ARM and self.seldom(0.2):
            out.append(self.one(_REGIONS))
        if self.chance(0.2):
            side = self.one(names_in("side"))
            out = [side, *out] if self.chance(0.3) else [*out, side]
        return out

    def hand_site(self) -> list[str]:
        if self.chance(0.4):
            return [self.one(_REGIONS)]
        fingers = self.some(_FINGERS, most=2)
        part = self.one(_PARTS)
        return [*fingers, part] if self.chance(0.7) else [part, *fingers]

    # --- actions ---

    def action(self, *, two: bool, depth: int) -> list[str]:
        out = self.plain_action(two=two, depth=depth)
        if self.chance(0.12):
            out += self.placement(two=False)
        if self.chance(0.3):
            out += self.repetition()
        return out

    def repetition(self) -> list[str]:
        out = [self.one(names_in("repetition"))]
        if self.chance(0.15):
            out.append(self.one(names_in("repetition")))
        if self.chance(0.15):
            out.append("hamalternatingmotion")
        if self.seldom(0.02):
            out.append("hametc")
        if self.seldom(0.05):
            out.append(self.one(names_in("growth")))
        return out

    def plain_action(self, *, two: bool, depth: int) -> list[str]:
        choice = self.rng.random()
        if depth < 2 and choice < 0.24:
            return self.group(two=two, depth=depth + 1)
        if choice < 0.55:
            return self.straight()
        if choice < 0.70:
            return self.circle()
        if choice < 0.84:
            return [self.one(names_in("local")), *self.manner()]
        if choice < 0.95:
            return self.replace(two=two)
        if choice < 0.97:
            return [self.one(names_in("cross")), *self.manner()]
        if self.seldom(0.3):
            return ["hamnondominant", *self.straight()]
        if self.seldom(0.3):
            return ["hamaltbegin", *self.straight(), "hammetaalt", *self.circle(), "hamaltend"]
        if self.seldom(0.3):
            return self.body_movement()
        return ["hamnomotion"]

    def group(self, *, two: bool, depth: int) -> list[str]:
        def inner() -> list[str]:
            return self.action(two=two, depth=depth)

        choice = self.rng.random()
        if two and choice < 0.3:
            return self.both(inner)
        if choice < 0.6:
            return ["hamparbegin", *inner(), *inner(), "hamparend", *self.manner()]
        if choice < 0.85:
            return ["hamseqbegin", *inner(), *inner(), "hamseqend"]
        return ["hamfusionbegin", *self.straight(), *self.straight(), "hamfusionend"]

    def straight(self) -> list[str]:
        out = [self.one(names_in("straight"))]
        if self.chance(0.05):
            out += ["hambetween", self.one(names_in("straight"))]
        out += self.size()
        if self.chance(0.2):
            out += [self.one(names_in("arc")), *self.size()]
        if self.chance(0.06):
            out += [self.one(names_in("wave")), *self.size()]
        return out + self.manner()

    def circle(self) -> list[str]:
        out = [self.one(names_in("circle"))]
        if self.chance(0.05):
            out += ["hambetween", self.one(names_in("circle"))]
        out += self.size()
        if self.chance(0.15):
            out += [self.one(names_in("ellipse")), *self.size()]
        if self.chance(0.3):
            out += self.some(names_in("clock"), most=2)
        if self.chance(0.05):
            out.append(self.one(names_in("growth")))
        return out + self.manner()

    def replace(self, *, two: bool) -> list[str]:
        out = ["hamreplace"]
        if self.seldom(0.03):
            out.append(self.one(names_in("growth")))
        if two and self.chance(0.2):
            return [*out, *self.both(self.shape)]
        choice = self.rng.randrange(4)
        if choice == 0:
            return [*out, *self.shape()]
        if choice == 1:
            return [*out, *self.extended(), *self.palm()]
        if choice == 2:
            return [*out, *self.palm()]
        return [*out, *self.shape(), *self.extended(), *self.palm()]

    def body_movement(self) -> list[str]:
        return [self.one(_BODY), *self.straight()]

    def size(self) -> list[str]:
        return [self.one(names_in("size"))] if self.chance(0.25) else []

    def manner(self) -> list[str]:
        return [self.one(names_in("manner"))] if self.chance(0.12) else []
