"""EARL 1.0 as JSON-LD: one assertion per page, rule and outcome, as the W3C's tools exchange it."""

from __future__ import annotations

import json
from typing import Any

from a11y.audit.findings import AuditRun, Outcome, PageStatus
from a11y.audit.norms import criteria_in

_CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
}
_OUTCOMES = {
    Outcome.FAIL: "earl:failed",
    Outcome.REVIEW: "earl:cantTell",
    Outcome.PASS: "earl:passed",
}


def render(run: AuditRun) -> dict[str, str]:
    made: list[dict[str, Any]] = []
    for finding in run.findings:
        made.append(
            _assertion(
                finding.page,
                finding.rule,
                _OUTCOMES[finding.outcome],
                finding.reason.en,
                pointer=finding.selector,
                criteria=criteria_in(finding.clauses),
            )
        )
    for page in run.pages:
        if page.status is PageStatus.NOT_TESTED:
            made.append(_assertion(page.url, "page", "earl:untested", page.problem))
        made += [_assertion(page.url, rule, "earl:passed", "") for rule in page.passed]
    graph = {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": "#klarhand-audit",
                "@type": ["earl:Assertor", "earl:Software"],
                "doap:name": "klarhand-audit",
                "dct:hasVersion": ", ".join(f"{name} {v}" for name, v in run.tools.items()),
            },
            *made,
        ],
    }
    return {"earl.jsonld": json.dumps(graph, ensure_ascii=False, indent=1) + "\n"}


def _assertion(
    page: str,
    rule: str,
    outcome: str,
    said: str,
    *,
    pointer: str = "",
    criteria: tuple[str, ...] = (),
) -> dict[str, Any]:
    result: dict[str, Any] = {"@type": "earl:TestResult", "earl:outcome": {"@id": outcome}}
    if said:
        result["dct:description"] = said
    if pointer:
        result["earl:pointer"] = pointer
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": "#klarhand-audit"},
        "earl:mode": {"@id": "earl:automatic"},
        "earl:subject": {"@id": page},
        "earl:test": {
            "@type": "earl:TestCase",
            "dct:title": rule,
            "dct:isPartOf": [f"WCAG 2.2 SC {number}" for number in criteria],
        },
        "earl:result": result,
    }
