"""The Kurzfassung: shorter than the condensed draft, still true, and it tells what went."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from a11y.commands.simplify import simplify as command
from a11y.simple_language import condense, shorten
from a11y.simple_language.html import to_html
from a11y.simple_language.report import dropped, losses, report
from a11y.simple_language.rule import Depth

TEXT = "Das Werk in Altdorf schließt im Mai, weil der Strom dort teuer ist."


def test_it_leaves_out_more_than_the_condensed_draft() -> None:
    assert shorten(TEXT).text == "Das Werk in Altdorf schließt im Mai."
    assert "teuer" in condense(TEXT).text


def test_what_went_is_told_and_no_loss() -> None:
    short = shorten(TEXT)
    assert dropped(short) == ("weil der Strom dort teuer ist",)
    assert losses(short) == ()


def test_what_went_is_told_in_the_order_of_the_text() -> None:
    """Rounds and stages go through a text several times; an editor reads it once."""
    text = (
        "Zum Schutz der Igel dürfen Mähroboter zwischen 19 Uhr und 8 Uhr nicht betrieben werden. "
        "Der Antrag ist gemäß § 4 Absatz 2 der Satzung bei der Stadt zu stellen.\n"
        "Im Bürgerhaus können wegen einer Störung zurzeit keine Reisepässe ausgegeben werden."
    )
    gone = dropped(shorten(text))
    assert len(gone) == 3
    assert sorted(gone, key=text.index) == list(gone)


def test_report_and_page_name_the_kurzfassung() -> None:
    made = report(TEXT, depth=Depth.SHORT)
    assert made.to_dict()["short"] is True
    assert made.to_dict()["condensed"] is True
    assert made.to_dict()["dropped"] == ["weil der Strom dort teuer ist"]
    page = to_html(made, title="x")
    assert "Kurzfassung</h2>" in page
    assert "Eine Redaktion muss sie lesen" in page
    assert "Kurzfassung" not in to_html(report(TEXT, depth=Depth.CONDENSED), title="x")


def test_the_command_tells_what_it_left_out(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    run = CliRunner().invoke(command, [str(file), "--short"])
    assert run.stdout == "Das Werk in Altdorf schließt im Mai.\n"
    assert run.stderr == "Weggelassen: weil der Strom dort teuer ist\n"
    shown = CliRunner().invoke(command, [str(file), "--short", "--format", "report"]).stdout
    assert "Kurzfassung: Es steht nicht mehr alles darin." in shown


@pytest.mark.parametrize("other", ["--condense", "--rewrite"])
def test_the_command_takes_one_depth(other: str) -> None:
    assert CliRunner().invoke(command, ["-", "--short", other], input=TEXT).exit_code == 2


def test_several_texts_are_only_measured(tmp_path: Path) -> None:
    assert CliRunner().invoke(command, [str(tmp_path), "--short"]).exit_code == 2
