from __future__ import annotations

from dataclasses import replace

import pytest

from a11y.audit.errors import ReportError
from a11y.audit.findings import (
    AuditRun,
    Finding,
    Outcome,
    PageResult,
    PageStatus,
    Text,
    merge_states,
)

FINDING = Finding(
    rule="axe/image-alt",
    outcome=Outcome.FAIL,
    page="http://127.0.0.1:8080/hund",
    reason=Text(de="Kein Text", en="No text"),
    remedy=Text(de="Text geben", en="Give text"),
    selector="main > img:nth-child(3)",
    snippet='<img src="hund.png" id="bild-17">',
    states=("desktop",),
    clauses=("WCAG 1.1.1", "EN 301 549 9.1.1.1"),
)


def test_a_finding_survives_writing_and_reading() -> None:
    assert Finding.from_dict(FINDING.to_dict()) == FINDING


@pytest.mark.parametrize(
    "moved",
    [
        {"selector": "main > img:nth-child(9)"},
        {"page": "https://stadt.example/hund"},
        {"snippet": '<img id="bild-18" class="neu" src="hund.png">'},
        {"states": ("320 px",)},
        {"outcome": Outcome.REVIEW},
    ],
)
def test_the_fingerprint_stays_when_the_page_shifts(moved: dict[str, object]) -> None:
    assert replace(FINDING, **moved).fingerprint == FINDING.fingerprint  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"rule": "axe/label"},
        {"page": "http://127.0.0.1:8080/katze"},
        {"snippet": '<img src="katze.png">'},
    ],
)
def test_another_element_page_or_rule_is_another_finding(changed: dict[str, object]) -> None:
    assert replace(FINDING, **changed).fingerprint != FINDING.fingerprint  # type: ignore[arg-type]


def test_one_finding_in_two_states_is_one_finding() -> None:
    review = replace(FINDING, outcome=Outcome.REVIEW, states=("320 px",), engines=("ibm",))
    (merged,) = merge_states([review, replace(FINDING, engines=("axe",))])
    assert merged.outcome is Outcome.FAIL
    assert merged.states == ("320 px", "desktop")
    assert merged.engines == ("ibm", "axe")


def test_a_run_survives_writing_and_reading() -> None:
    run = AuditRun(
        started="2026-01-01T00:00:00+00:00",
        seconds=1.5,
        start_urls=("http://127.0.0.1/",),
        pages=(PageResult(url="http://127.0.0.1/", status=PageStatus.TESTED, title="Start"),),
        findings=(FINDING,),
        tools={"axe": "4.14.1"},
        settings={"crawl": True},
    )
    assert AuditRun.from_dict(run.to_dict()) == run


def test_another_file_is_refused() -> None:
    with pytest.raises(ReportError, match="no audit run"):
        AuditRun.from_dict({"format": "other/1"})
