"""SARIF 2.1.0, for code scanning dashboards."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from a11y.audit.findings import AuditRun, Finding, Outcome

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(run: AuditRun) -> dict[str, str]:
    rules: dict[str, Finding] = {}
    for finding in run.findings:
        rules.setdefault(finding.rule, finding)
    order = list(rules)
    notifications = [
        {
            "level": "error",
            "message": {"text": f"could not test {page.url}: {page.problem}"},
        }
        for page in run.pages
        if page.status.value == "could not test"
    ]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "klarhand-audit",
                        "informationUri": "https://www.w3.org/TR/WCAG22/",
                        "rules": [_rule(rules[rule]) for rule in order],
                    },
                    "extensions": [
                        {"name": name, "version": version} for name, version in run.tools.items()
                    ],
                },
                "invocations": [
                    {
                        "executionSuccessful": not run.interrupted and not notifications,
                        "startTimeUtc": _utc(run.started),
                        "toolExecutionNotifications": notifications,
                    }
                ],
                "results": [
                    _result(finding, order.index(finding.rule)) for finding in run.findings
                ],
            }
        ],
    }
    return {"audit.sarif": json.dumps(log, ensure_ascii=False, indent=1) + "\n"}


def _utc(moment: str) -> str:
    """SARIF asks for UTC, written with a Z."""
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _rule(finding: Finding) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": finding.remedy.en},
        "help": {"text": finding.remedy.en},
        "properties": {"tags": ["accessibility", *finding.clauses]},
    }
    if finding.help_url:
        made["helpUri"] = finding.help_url
    return made


def _result(finding: Finding, index: int) -> dict[str, Any]:
    fail = finding.outcome is Outcome.FAIL
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": "fail" if fail else "review",
        "level": "error" if fail else "none",
        "message": {"text": finding.reason.en},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": finding.page},
                    "region": {"startLine": 1, "snippet": {"text": finding.snippet}},
                },
                "logicalLocations": [{"fullyQualifiedName": finding.selector, "kind": "element"}],
            }
        ],
        "partialFingerprints": {"klarhand/v1": finding.fingerprint},
        "properties": {"states": list(finding.states), "engines": list(finding.engines)},
    }
    if finding.known:
        made["suppressions"] = [{"kind": "external", "justification": finding.known}]
    return made
