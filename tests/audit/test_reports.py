"""Every report of one run: whole, readable by its readers, and free of barriers itself."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from a11y.audit import AuditRun, Outcome, PageResult, PageStatus, Text, make_settings, reports, run
from a11y.audit.baseline import over_budget, read_baseline, write_baseline
from a11y.audit.errors import ReportError, SettingsError
from a11y.audit.reports import KINDS, write_reports, write_text
from a11y.audit.reports.json import read_run
from a11y.audit.trend import points, polyline, remember, render
from tests.audit.conftest import Site
from tests.audit.test_findings import FINDING

RUN = AuditRun(
    started="2026-06-01T10:00:00+00:00",
    seconds=12.5,
    start_urls=("http://127.0.0.1:8080/",),
    pages=(
        PageResult(
            url="http://127.0.0.1:8080/hund",
            status=PageStatus.TESTED,
            title="Hund <anmelden>",
            passed=("axe/label",),
            states=("desktop",),
        ),
        PageResult(
            url="http://127.0.0.1:8080/weg", status=PageStatus.NOT_TESTED, problem="HTTP 404"
        ),
    ),
    findings=(
        FINDING,
        replace(FINDING, rule="probe/fake-list", outcome=Outcome.REVIEW, clauses=("WCAG 1.3.1",)),
    ),
    tools={"axe": "4.14.1"},
    settings={"crawl": True},
    notes=(Text("Ein Hinweis.", "A note."),),
)


def test_all_kinds_are_written_whole(tmp_path: Path) -> None:
    written = write_reports(RUN, tmp_path, KINDS)
    assert {path.name for path in written} == {
        "report.de.html", "report.en.html", "audit.json", "junit.xml", "audit.sarif",
        "earl.jsonld", "findings.csv", "protocol.de.html", "protocol.en.html",
    }  # fmt: skip
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_json_follows_its_schema_and_is_read_back(tmp_path: Path) -> None:
    write_reports(RUN, tmp_path, ["json"])
    schema = json.loads(Path(reports.__file__).with_name("run.schema.json").read_text())
    jsonschema.validate(json.loads((tmp_path / "audit.json").read_text()), schema)
    assert read_run(tmp_path / "audit.json") == RUN
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(ReportError):
        read_run(tmp_path / "broken.json")


def test_sarif_names_rule_place_and_fingerprint(tmp_path: Path) -> None:
    write_reports(RUN, tmp_path, ["sarif"])
    log = json.loads((tmp_path / "audit.sarif").read_text())["runs"][0]
    first = log["results"][0]
    assert log["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["partialFingerprints"]["klarhand/v1"] == FINDING.fingerprint
    assert log["invocations"][0]["executionSuccessful"] is False


def test_earl_and_csv_and_junit_tell_failed_from_untested(tmp_path: Path) -> None:
    write_reports(RUN, tmp_path, ["earl", "csv", "junit"])
    graph = json.loads((tmp_path / "earl.jsonld").read_text())["@graph"]
    outcomes = [one["earl:result"]["earl:outcome"]["@id"] for one in graph if "earl:result" in one]
    assert outcomes == ["earl:failed", "earl:cantTell", "earl:passed", "earl:untested"]
    text = (tmp_path / "findings.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["fail", "needs review", "could not test"]
    root = etree.parse(tmp_path / "junit.xml").getroot()
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "1", "1")


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = write_text(tmp_path / "audit.json", "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_text(target, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["audit.json"]
    assert target.read_text() == "old"


def test_a_baseline_knows_what_was_there_and_how_often(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(RUN, path)
    known = read_baseline(path)
    shifted = replace(FINDING, selector="main > img:nth-child(7)")
    marked = known.mark([shifted, replace(shifted, selector="main > img:nth-child(8)")])
    assert [bool(finding.known) for finding in marked] == [True, False]
    assert known.mended([FINDING]) == 1
    path.write_text('{"format": "other"}')
    with pytest.raises(ReportError, match="no baseline"):
        read_baseline(path)


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ("fail", True), ("review", True), ("none", False), ("1.1.1=0", True), ("1.1.1=1", False),
        ("axe/image-alt=0", True), ("probe/fake-list=1", False),
    ],
)  # fmt: skip
def test_budgets(condition: str, met: bool) -> None:
    assert bool(over_budget(RUN, [condition])) is met


def test_a_budget_for_a_rule_that_does_not_exist_is_refused() -> None:
    for budget in ("axe/regoin=2", "probe/clip=1", "1.4.33=0", "lint/x=1"):
        with pytest.raises(SettingsError, match="no rule or criterion"):
            over_budget(RUN, [budget])
    assert over_budget(RUN, ["law/body-missing=0", "site/one-way=0", "ibm/img_alt_valid=3"]) == []


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(SettingsError, match="not understood"):
        over_budget(RUN, ["sometimes"])


def test_the_trend_keeps_every_run_once(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "trend.sqlite"
    remember(RUN, path)
    remember(RUN, path)
    remember(replace(RUN, started="2026-06-02T10:00:00+00:00", findings=()), path)
    seen = points(path, RUN.start_urls[0])
    assert [(point.fails, point.criteria.get("1.1.1", 0)) for point in seen] == [(1, 1), (0, 0)]
    page = render(path, RUN.start_urls[0])["trend.de.html"]
    assert "<polyline" in page
    assert polyline([0, 4]) == "4.0,44.0 236.0,4.0"
    (tmp_path / "text.sqlite").write_text("no database, but a text that is long enough to be one")
    with pytest.raises(ReportError, match="no trend file"):
        remember(RUN, tmp_path / "text.sqlite")


@pytest.mark.browser
def test_our_own_reports_have_no_barriers(site: Site, tmp_path: Path) -> None:
    remember(RUN, tmp_path / "t.sqlite")
    write_reports(RUN, tmp_path, ["html", "protocol"])
    pages = {path.name: path.read_text() for path in tmp_path.glob("*.html")}
    pages |= render(tmp_path / "t.sqlite", RUN.start_urls[0])
    urls = tuple(site.add(f"/{name}", text) for name, text in pages.items())
    settings = make_settings({}, urls=urls, robots=False, states=("views",), probes=("all",))
    probes = tuple(name for name in ("reflow", "table", "language", "labels", "nontext-contrast"))
    result = run(replace(settings, probes=probes))
    fails = [
        f"{f.rule} {f.page} {f.selector}" for f in result.findings if f.outcome is Outcome.FAIL
    ]
    assert fails == []
    assert len(result.pages_with(PageStatus.TESTED)) == 6
