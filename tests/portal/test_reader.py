"""Content files: what is read, and how a broken one is answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a11y.portal.content import read_file, read_path
from a11y.portal.errors import ContentError, NothingToImportError

GOOD = """\
slug: baum-melden
titel: Baum melden
kurztext: Umgestürzte Bäume melden Sie dem Grünflächenamt.
thema: Wohnen und Umwelt
stand: 2026-11-02
module:
  volltext: |
    Ein Baum liegt auf dem Weg? Melden Sie ihn.
  kosten: Die Meldung ist kostenlos.
"""


def write(tmp_path: Path, text: str, name: str = "dienst.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_yaml_file_becomes_a_leistung(tmp_path: Path) -> None:
    leistung = read_file(write(tmp_path, GOOD))

    assert leistung.titel == "Baum melden"
    assert leistung.stand.isoformat() == "2026-11-02"
    assert [modul.art.code for modul in leistung.module] == ["06", "98"]


def test_json_says_the_same(tmp_path: Path) -> None:
    leistung = read_file(write(tmp_path, GOOD))
    again = write(tmp_path, json.dumps(leistung.to_dict()), "dienst.json")

    assert read_file(again) == leistung


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (("module:", "modul:"), ":1", "“modul” is not known"),
        (("titel: Baum melden\n", ""), ":1", "“titel” is missing"),
        (("  kosten:", "  preis:"), ":7, field module", "“preis” is not known"),
        (("baum-melden", "Baum melden!"), ":1, field slug", "wrong form"),
        (("2026-11-02", "gestern"), ":5, field stand", "gestern"),
        (
            ("titel: Baum melden", "titel: [1]"),
            ":2, field titel",
            "text is expected here, this is a list",
        ),
        (("kosten: Die Meldung ist kostenlos.", "kosten: ''"), ":9, field module.kosten", "short"),
        (("thema: Wohnen", "thema Wohnen"), ":5", "no valid YAML"),
        (("  volltext: |", "\tvolltext: |"), ":7", "no valid YAML"),
    ],
)
def test_a_broken_file_is_named_with_line_and_field(
    tmp_path: Path, change: tuple[str, str], where: str, what: str
) -> None:
    path = write(tmp_path, GOOD.replace(*change))

    with pytest.raises(ContentError) as caught:
        read_file(path)

    assert f"{path}{where}" in caught.value.what
    assert what in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"", "empty"), (b"titel: \xe4", "not UTF-8"), (b"x" * 1_000_001, "larger than 1 MB")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "dienst.yaml"
    path.write_bytes(data)

    with pytest.raises(ContentError, match=what):
        read_file(path)


def test_broken_json_is_named_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, '{"slug": "a",\n "titel": }', "dienst.json")

    with pytest.raises(ContentError, match=r"dienst\.json:2:11"):
        read_path(path)


def test_two_files_may_not_share_a_slug(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.yaml")
    write(tmp_path, GOOD, "b.yaml")

    with pytest.raises(ContentError, match=r"already used by a\.yaml"):
        read_path(tmp_path)


def test_a_folder_without_services_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError):
        read_path(tmp_path)
    with pytest.raises(NothingToImportError):
        read_path(tmp_path / "nowhere")
