"""``a11y import``: all or nothing, and harmless when repeated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from a11y.commands.import_content import import_content
from a11y.paths import content_dir
from a11y.portal.errors import ContentError
from a11y.portal.importer import import_path
from a11y.portal.store import Database
from a11y.portal.store.leistungen import get, units_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(content_dir(), tmp_path / "content")
    return tmp_path / "content"


def everything(database: Database) -> list[tuple[object, ...]]:
    with database.open() as session:
        tables = ("leistung", "unit", "search_word")
        return [tuple(row) for t in tables for row in session.execute(text(f"SELECT * FROM {t}"))]


def test_importing_again_changes_nothing(database: Database, folder: Path) -> None:
    before = everything(database)

    imported = import_path(database, folder)

    assert len(imported.unchanged) == 12
    assert everything(database) == before


def test_a_changed_text_replaces_the_old_one(database: Database, folder: Path) -> None:
    path = folder / "leistungen" / "hund-anmelden.yaml"
    path.write_text(path.read_text("utf-8").replace("132 Euro", "144 Euro"), "utf-8")

    imported = import_path(database, folder)

    assert imported.changed == ("hund-anmelden",)
    with database.open() as session:
        leistung = get(session, "hund-anmelden")
        assert leistung
        assert "144 Euro" in next(m.text for m in leistung.module if m.key == "kosten")
        units = {unit.key: unit.text for unit in units_of(session, "leistung/hund-anmelden")}
        assert "144 Euro" in units["leistung/hund-anmelden/kosten"]


def test_a_module_that_is_gone_takes_its_unit_with_it(database: Database, folder: Path) -> None:
    path = folder / "leistungen" / "hund-anmelden.yaml"
    text_ = path.read_text("utf-8")
    start, end = text_.index("  fristen: |"), text_.index("  bearbeitungsdauer: |")
    path.write_text(text_[:start] + text_[end:], "utf-8")

    import_path(database, folder)

    with database.open() as session:
        keys = [unit.key for unit in units_of(session, "leistung/hund-anmelden")]
    assert "leistung/hund-anmelden/fristen" not in keys


def test_one_broken_file_leaves_the_store_as_it_was(database: Database, folder: Path) -> None:
    before = everything(database)
    good = folder / "leistungen" / "aktenauskunft.yaml"
    good.write_text(good.read_text("utf-8").replace("einen Monats", "eines Monats") + "\n", "utf-8")
    broken = folder / "leistungen" / "kfz-abmelden.yaml"
    broken.write_text(broken.read_text("utf-8").replace("stand: 2026-10-05", "stand: bald"))

    with pytest.raises(ContentError, match=r"kfz-abmelden\.yaml:\d+, field stand"):
        import_path(database, folder)

    assert everything(database) == before


def test_the_command_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARHAND_DATABASE", f"sqlite:///{tmp_path / 'new.sqlite'}")

    first = CliRunner().invoke(import_content, [str(content_dir())])
    again = CliRunner().invoke(import_content, [str(content_dir()), "--format", "json"])

    assert "12 added" in first.output
    assert '"added": []' in again.output
