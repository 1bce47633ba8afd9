"""What a description says about hands, shape and movement must be what the HamNoSys says.

Only agreements that a program can judge; whether the sign is right is for Deaf reviewers.
"""

from __future__ import annotations

import pytest

from a11y.sign_avatar import lexicon, notation
from a11y.sign_avatar.lexicon import Entry
from a11y.sign_avatar.notation.model import SignNotation
from a11y.sign_avatar.notation.vocabulary import Base

ENTRIES = [pytest.param(entry, id=entry.id) for entry in lexicon.load().entries.values()]


def _bases(sign: SignNotation) -> set[Base]:
    """The base handshapes both hands have at the start."""
    weak = sign.weak
    shapes = [sign.dominant.shape, weak.shape if weak else None]
    return {shape.base for shape in shapes if shape}


# Words that a description uses → the base handshapes that they can mean.
SHAPES = {
    "flache Hand": {Base.FLAT},
    "flache Hände": {Base.FLAT},
    ": Faust": {Base.FIST},
    ": Fäuste": {Base.FIST},
    "Zeigefinger gestreckt": {Base.FINGER2},
    "Zeige- und Mittelfinger gespreizt": {Base.FINGER23_SPREAD},
    "alle Finger gestreckt und gespreizt": {Base.FINGER2345},
    "alle fünf Finger gestreckt": {Base.FINGER2345},
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_as_many_hands_as_described(entry: Entry) -> None:
    two = notation.parse(entry.hamnosys).two_handed
    assert entry.description.startswith(("Beide Hände", "Eine Hand"))
    assert entry.description.startswith("Beide Hände") == two


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_handshape_named_is_the_one_written(entry: Entry) -> None:
    bases = _bases(notation.parse(entry.hamnosys))
    for words, possible in SHAPES.items():
        if words in entry.description:
            assert bases & possible, f"{words}: {sorted(base.name for base in bases)}"


@pytest.mark.parametrize("entry", ENTRIES)
def test_moving_signs_move_and_held_signs_do_not(entry: Entry) -> None:
    actions = notation.parse(entry.hamnosys).actions
    if "Gehalten" in entry.description and "Bewegung:" not in entry.description:
        assert not actions
    else:
        assert actions
        assert "Bewegung:" in entry.description or "tippen" in entry.description


@pytest.mark.parametrize("entry", ENTRIES)
def test_twice_means_repeated(entry: Entry) -> None:
    if "zweimal" in entry.description and "zweimal nebeneinander" not in entry.description:
        assert "hamrepeat" in entry.hamnosys
    if "abwechselnd" in entry.description and "abwechselnd wie beim Gehen" not in entry.description:
        assert "hamalternatingmotion" in entry.hamnosys


@pytest.mark.parametrize("entry", ENTRIES)
def test_lexical_negation_shakes_the_head(entry: Entry) -> None:
    assert ("Kopfschütteln" in entry.description) == ("head:shake" in entry.non_manual)
