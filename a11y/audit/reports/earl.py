"""EARL 1.0 as JSON-LD: one assertion per page, rule and outcome, as the W3C's tools exchange it.

Terms after the W3C's EARL 1.0 Schema and Pointer Methods in RDF.
"""

from __future__ import annotations

import json
import re
from typing import Any

from a11y.audit.findings import AuditRun, Outcome, PageStatus
from a11y.audit.norms import criteria, criteria_in

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_OUTCOMES = {
    Outcome.FAIL: "earl:failed",
    Outcome.REVIEW: "earl:cantTell",
    Outcome.PASS: "earl:passed",
}
_ASSERTOR = "urn:klarhand:audit"
_WCAG = "https://www.w3.org/TR/WCAG22/"


def render(run: AuditRun) -> dict[str, str]:
    made: list[dict[str, Any]] = []
    tests: dict[str, tuple[str, ...]] = {}
    subjects = {page.url: page.title for page in run.pages}
    for finding in run.findings:
        tests.setdefault(finding.rule, criteria_in(finding.clauses))
        subjects.setdefault(finding.page, "")
        result = _result(_OUTCOMES[finding.outcome], run.started, finding.reason.to_dict())
        if finding.selector:
            result["earl:pointer"] = _pointer(finding.selector)
        made.append(_assertion(finding.page, finding.rule, result))
    for page in run.pages:
        if page.status is PageStatus.NOT_TESTED:
            tests.setdefault("audit/page", ())
            said = {"en": page.problem}
            made.append(
                _assertion(page.url, "audit/page", _result("earl:untested", run.started, said))
            )
        for rule in page.passed:
            tests.setdefault(rule, ())
            made.append(_assertion(page.url, rule, _result("earl:passed", run.started, {})))
    graph = {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": _ASSERTOR,
                "@type": ["earl:Assertor", "earl:Software"],
                "dct:title": "klarhand-audit",
                "dct:hasVersion": ", ".join(f"{name} {v}" for name, v in run.tools.items()),
            },
            *(_subject(url, title) for url, title in subjects.items()),
            *(_test(rule, numbers) for rule, numbers in tests.items()),
            *made,
        ],
    }
    return {"earl.jsonld": json.dumps(graph, ensure_ascii=False, indent=1) + "\n"}


def _subject(url: str, title: str) -> dict[str, Any]:
    named = {"dct:title": title} if title else {}
    return {"@id": url, "@type": "earl:TestSubject", **named}


def _test(rule: str, numbers: tuple[str, ...]) -> dict[str, Any]:
    test: dict[str, Any] = {"@id": _rule(rule), "@type": "earl:TestCase", "dct:title": rule}
    if numbers:
        test["dct:isPartOf"] = [{"@id": _criterion(number)} for number in numbers]
    return test


def _assertion(page: str, rule: str, result: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": _ASSERTOR},
        "earl:mode": {"@id": "earl:automatic"},
        "earl:subject": {"@id": page},
        "earl:test": {"@id": _rule(rule)},
        "earl:result": result,
    }


def _result(outcome: str, when: str, said: dict[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "@type": "earl:TestResult",
        "earl:outcome": {"@id": outcome},
        "dct:date": {"@type": "xsd:dateTime", "@value": when},
    }
    words = [{"@language": language, "@value": text} for language, text in said.items() if text]
    if words:
        result["earl:info"] = words
    return result


def _pointer(selector: str) -> dict[str, Any]:
    """A CSS selector; one that steps into frames, and the line of a file, are no CSS."""
    line = re.fullmatch(r"line (\d+)", selector)
    if line:
        return {"@type": "ptr:LineCharPointer", "ptr:lineNumber": int(line.group(1))}
    kind = "ptr:ExpressionPointer" if " >>> " in selector else "ptr:CSSSelectorPointer"
    return {"@type": kind, "ptr:expression": selector}


def _rule(rule: str) -> str:
    return f"urn:klarhand:rule:{rule}"


def _criterion(number: str) -> str:
    """The criterion's place in WCAG 2.2, whose anchors are the English names."""
    known = criteria().get(number)
    if known is None:
        return _WCAG
    return f"{_WCAG}#{re.sub('[^a-z0-9]+', '-', known.name_en.lower()).strip('-')}"
