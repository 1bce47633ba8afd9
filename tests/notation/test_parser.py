"""Reading and writing HamNoSys: what comes in goes out again, and mistakes are named."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from a11y.errors import KlarhandError
from a11y.sign_avatar import notation
from a11y.sign_avatar.notation import symbols
from a11y.sign_avatar.notation.generate import generate, generate_many

_STRINGS = yaml.safe_load(Path(__file__).with_name("strings.yaml").read_text(encoding="utf-8"))
VALID: dict[str, str] = _STRINGS["valid"]
INVALID: list[dict[str, Any]] = _STRINGS["invalid"]


@pytest.mark.parametrize("string", VALID.values(), ids=VALID)
def test_format_gives_the_string_back(string: str) -> None:
    sign = notation.parse(string)
    assert notation.format_names(sign) == string
    assert notation.parse(notation.format_unicode(sign)) == sign


@pytest.mark.parametrize("case", INVALID, ids=[case["string"] or "empty" for case in INVALID])
def test_a_mistake_is_named_with_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(notation.NotationError) as caught:
        notation.parse(case["string"])
    error = caught.value
    assert (error.position, error.found) == (case["position"], case["found"])
    assert case["expected"] in error.expected
    caret = error.caret.splitlines()[1].index("^")
    shown = error.caret.splitlines()[0][caret:]
    assert shown.startswith(error.found) or error.found == "end of string"


def test_an_unknown_name_gets_a_suggestion() -> None:
    with pytest.raises(notation.UnknownSymbolError, match="Did you mean hamflathand"):
        notation.parse("hamflathant hamextfingeru")


def test_an_unknown_character_is_refused() -> None:
    with pytest.raises(notation.UnknownSymbolError) as caught:
        notation.parse("\ue001\uf8ff")
    assert caught.value.position == 1


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    string = "hamfist hamextfingeru hampalmd hamchest " + "hamseqbegin " * 5000
    with pytest.raises(notation.NotationError, match="nested"):
        notation.parse(string)


def test_two_directions_in_a_row_are_the_one_between_them() -> None:
    joined, between = (
        notation.parse(f"hamfist hamextfingerui {word}hamextfingeril hampalmd")
        for word in ("", "hambetween ")
    )
    assert joined == between
    assert "hambetween" not in notation.format_names(joined)


def test_names_and_characters_may_be_mixed() -> None:
    sign = notation.parse("\ufeffhamfist\ue020 hampalmd\u200b hamchest")
    assert notation.format_names(sign) == "hamfist hamextfingeru hampalmd hamchest"
    with pytest.raises(notation.UnknownSymbolError) as caught:
        notation.parse("\ue000hamextfingeru \U0001f600")
    assert (caught.value.position, caught.value.found) == (2, "\U0001f600")


def test_names_of_other_tools_are_understood() -> None:
    sign = notation.parse("hamsymlr hamcee12open hamthumbout hamextfingero hampalml")
    assert notation.format_names(sign) == (
        "hamsymmlr hamceeopen hamthumboutmod hamextfingero hampalml"
    )


def test_names_may_be_separated_by_commas() -> None:
    assert notation.parse("hamfist,hamextfingeru, hampalmd") == notation.parse(
        "hamfist hamextfingeru hampalmd"
    )


def test_all_209_symbols_are_known_once() -> None:
    assert len(symbols.SYMBOLS) == len(symbols.BY_NAME) == len(symbols.BY_CHAR) == 209
    assert symbols.BY_NAME["hamflathand"].char == "\ue001"
    assert symbols.BY_NAME["hamsymmlr"].char == "\ue0e9"


def test_generated_strings_use_every_symbol_and_repeat_with_their_seed() -> None:
    strings = generate_many(6000, seed=3)
    assert strings == generate_many(6000, seed=3)
    used = {name for string in strings for name in string.split()}
    assert set(symbols.BY_NAME) - used == {"hamspace"}


@settings(max_examples=600, deadline=None)
@given(st.integers(0, 2**63), st.booleans())
def test_parse_then_format_is_the_identity(seed: int, rare: bool) -> None:
    string = generate(random.Random(seed), rare=rare)
    sign = notation.parse(string)
    assert notation.format_names(sign) == string
    assert notation.parse(notation.format_unicode(sign)) == sign


def _read(string: str) -> notation.SignNotation | KlarhandError:
    """The sign, or the error a user gets; anything else fails the test."""
    try:
        return notation.parse(string)
    except KlarhandError as error:
        return error


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(sorted(symbols.BY_NAME)), max_size=40))
def test_any_row_of_symbols_is_read_whole_or_refused(names: list[str]) -> None:
    kept = [name for name in names if name != "hamspace"]
    answer = _read(" ".join(names))
    if isinstance(answer, notation.NotationError):
        assert 0 <= answer.position <= len(kept)
    else:
        assert isinstance(answer, notation.SignNotation)
        assert notation.format_names(answer).split() == kept


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**63), st.integers(0, 60), st.sampled_from(sorted(symbols.BY_NAME)))
def test_one_wrong_symbol_never_crashes(seed: int, place: int, wrong: str) -> None:
    names = generate(random.Random(seed)).split()
    names[place % len(names)] = wrong
    answer = _read(" ".join(names))
    if isinstance(answer, notation.SignNotation):
        assert notation.format_names(answer).split() == [n for n in names if n != "hamspace"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_never_crashes(text: str) -> None:
    answer = _read(text)
    if isinstance(answer, KlarhandError):
        assert answer.code.startswith("KH-NOTATION-")
