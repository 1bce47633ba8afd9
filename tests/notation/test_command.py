"""``a11y notation``: one JSON line per string; SiGML out and in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from a11y.cli import cli
from a11y.commands.notation import answer_for
from a11y.paths import var_dir
from a11y.sign_avatar.notation import symbols

if TYPE_CHECKING:
    from a11y.sign_avatar.body.rig import Rig

FIST = "hamfist hamextfingeru hampalmd hamchest hammoveo"


def _check(text: str) -> tuple[int, list[dict[str, object]]]:
    result = CliRunner().invoke(cli, ["notation", "check", "-", "--parse-only"], input=text)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_each_string_is_answered_by_its_line() -> None:
    code, answers = _check(f"# a remark\n{FIST}\n\n\ue000\ue020\ue03c\ue052\n")
    assert code == 0
    assert [(a["line"], a["parsed"], a["compiled"]) for a in answers] == [
        (2, True, None),
        (4, True, None),
    ]


def test_a_bad_string_is_told_with_position_and_remedy() -> None:
    code, (good, bad) = _check(f"{FIST}\nhamfist hamchest hamchin\n")
    assert code == 1
    assert good["parsed"]
    assert not bad["parsed"]
    error = bad["error"]
    assert isinstance(error, dict)
    assert (error["code"], error["position"]) == ("KH-NOTATION-01", 3)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "strings.txt"
    file.write_bytes(b"\xff\xfe\x00")
    result = CliRunner().invoke(cli, ["notation", "check", str(file), "--parse-only"])
    assert result.exit_code == 1
    assert "not UTF-8" in result.output


def test_junk_is_answered_line_by_line() -> None:
    junk = b"\x00\x01\n\xff\xfa\n\xe2\x80\xa8hamfist\x85\x0b\nhamfist hamchest hamchin\n"
    result = CliRunner().invoke(
        cli, ["notation", "check", "-", "--parse-only"], input=junk + FIST.encode() + b"\r\n"
    )
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(a["line"], a["parsed"]) for a in answers] == [
        (1, False), (2, False), (3, False), (4, False), (5, True),
    ]  # fmt: skip
    assert all(a["error"]["remedy"] for a in answers[:4])


_WORDS = st.one_of(
    st.sampled_from([one.name for one in symbols.SYMBOLS]),
    st.sampled_from([one.char for one in symbols.SYMBOLS]),
    st.text(max_size=6),
)


@given(st.lists(st.lists(_WORDS, max_size=12).map(" ".join), max_size=8), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_a_file_holds_each_line_gets_its_answer(lines: list[str], marked: bool) -> None:
    data = "\r\n".join(lines).encode("utf-8", "surrogatepass")
    result = CliRunner().invoke(
        cli, ["notation", "check", "-", "--parse-only"], input=b"\xef\xbb\xbf" * marked + data
    )
    assert result.exit_code in (0, 1)
    assert not isinstance(result.exception, Exception)
    numbers = []
    for answer in map(json.loads, result.stdout.splitlines()):
        numbers.append(answer["line"])
        if not answer["parsed"]:
            assert answer["error"]["position"] >= 0
            assert answer["error"]["what"]
            assert answer["error"]["remedy"]
    assert numbers == sorted(set(numbers))


def test_a_defect_with_one_string_is_told_as_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(string: str, rig: object) -> list[object]:
        raise ZeroDivisionError("no way")

    monkeypatch.setattr("a11y.commands.notation.postures", broken)
    answer = answer_for(FIST, cast("Rig", object()))
    assert answer["compiled"] is False
    assert answer["error"]["code"] == "KH-MOTION-04"


def test_a_movement_of_the_body_is_performed_or_told() -> None:
    _, (lean, nod) = _check(
        "hamfist hamextfingeru hampalmd hamchest hamparbegin hammoveo hamchest hammoveo hamparend\n"
        "hamhead hammoved hamfist hamextfingeru hampalmd hamchest\n"
    )
    assert lean["warnings"] == []
    assert "hamhead: this movement of the body" in " ".join(cast("list[str]", nod["warnings"]))


def test_a_very_long_line_is_answered() -> None:
    code, (answer,) = _check("hamfist hamextfingeru hampalmd " + "hammoveo " * 11_000 + "\n")
    assert code == 0
    assert answer["parsed"]


def test_remarks_name_what_is_not_performed() -> None:
    _, (answer,) = _check("hamfist hamextfingeru hammoveu hametc hammime\n")
    assert isinstance(answer["warnings"], list)
    text = " ".join(answer["warnings"])
    assert "palm is missing" in text
    assert "No location" in text
    assert "hammime: no movement" in text


@pytest.mark.skipif(not (var_dir() / "body" / "rig.npz").exists(), reason="the body is not built")
def test_the_body_performs_it_and_says_how_well() -> None:
    from a11y.sign_avatar.body import load_rig

    answer = answer_for(FIST, load_rig())
    assert answer["compiled"] is True
    assert answer["location_error_mm"] <= 15
    assert answer["orientation_error_deg"] <= 10
    assert answer["warnings"] == []


@pytest.mark.skipif(not (var_dir() / "body" / "rig.npz").exists(), reason="the body is not built")
def test_what_the_body_cannot_do_is_told_with_hand_and_moment() -> None:
    from a11y.sign_avatar.body import load_rig

    # Under the chin both hands would have to point to the right and at the signer: one can.
    both = (
        "hamsymmlr hamfinger2345 hamextfingerir hampalmu hamindexfinger hammiddlefinger "
        "hamfingertip hamcross hamunderchin"
    )
    answer = answer_for(both, load_rig())
    assert answer["compiled"] is True
    assert answer["orientation_error_deg"] > 10
    (told, contorted) = answer["warnings"]
    assert "contortion" in contorted
    assert "hand misses its orientation by" in told
    assert f"{round(answer['orientation_error_deg'])}° at the beginning and at the end" in told


def test_sigml_of_the_corpus_is_written_and_read(tmp_path: Path) -> None:
    out = tmp_path / "corpus.sigml"
    result = CliRunner().invoke(
        cli, ["notation", "sigml", "--form", "gestural", "--out", str(out), "HAUS1", "$NUM:7"]
    )
    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.sigml"]
    read = CliRunner().invoke(cli, ["notation", "read", str(out)])
    assert [line.split("\t")[0] for line in read.stdout.splitlines()] == ["HAUS1", "$NUM:7"]


@pytest.mark.parametrize(
    ("written", "idle"),
    [
        ("hammoveo hamclocku", "hamclocku"),
        ("hammoveo hamarcu hamarcd", "hamarcd"),
        ("hammoveo hamsmallmod hamarcu hamlargemod", ""),
        ("hammoveo hamincreasing", "hamincreasing"),
        ("hammoveo hamwavy hamincreasing", ""),
        ("hamnomotion hamarcu", "hamarcu"),
        ("hamreplace hamfist hamfingerbendmod hamlargemod", "hamlargemod, hamfingerbendmod"),
    ],
)
def test_a_modifier_that_changes_nothing_is_told(written: str, idle: str) -> None:
    _, (answer,) = _check(f"hamflathand hamextfingeru hampalmd hamchest {written}\n")
    assert answer["warnings"] == ([f"{idle}: changes nothing where it stands."] if idle else [])


def test_a_contact_with_nothing_is_told() -> None:
    hand = "hamflathand hamextfingeru hampalmd"
    _, (space, chest) = _check(f"{hand} hamneutralspace hambrushing\n{hand} hamchest hamtouch\n")
    assert "nothing to touch" in str(space["warnings"])
    assert chest["warnings"] == []
