"""The report as SARIF 2.1.0, for code review tools and CI.

Checked by hand with Microsoft's SARIF Multitool 5.7.0 (``validate``), which reads more than the
schema says: URIs by RFC 3986, regions inside the file, the order of rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.report import Findings
from a11y.simple_language.rule import Severity
from a11y.simple_language.rules import load

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.LONG: "warning",
    Severity.OFF: "none",
}


def to_sarif(reports: Sequence[tuple[str, Findings]]) -> dict[str, Any]:
    """One SARIF run over texts of one level, each with its path, relative to the project or whole.

    Paths become URIs: *texte/Müll 1.txt* is ``texte/M%C3%BCll%201.txt``.
    """
    reports = [(_uri(path), report) for path, report in reports]
    rules = load()
    spoken = sorted({one.rule for _, report in reports for one in report.suggestions})
    level = reports[0][1].level if reports else Level.LEICHT
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "klarhand simplify",
                        "semanticVersion": version("klarhand"),
                        "informationUri": "https://klarhand.example/docs/simple-language",
                        "rules": [
                            {
                                "id": name,
                                "shortDescription": {"text": rules[name].title},
                                "help": {"text": rules[name].norm_at(level)},
                                "defaultConfiguration": {
                                    "level": _LEVELS[rules[name].severity[level]]
                                },
                            }
                            for name in spoken
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(report, one, uri=uri, rules=spoken)
                    for uri, report in reports
                    for one in report.suggestions
                ],
                "properties": {
                    "level": level.value,
                    "scores": {uri: report.before.score for uri, report in reports},
                    "review": "draft",
                },
            }
        ],
    }


def _uri(path: str) -> str:
    return PurePath(path).as_uri() if PurePath(path).is_absolute() else quote(path)


def _result(report: Findings, one: Suggestion, *, uri: str, rules: list[str]) -> dict[str, Any]:
    line, column = position(report.source, one.start)
    end_line, end_column = position(report.source, one.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": one.start,
        "charLength": one.end - one.start,
    }
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": _LEVELS[load()[one.rule].severity[report.level]],
        "message": {"text": one.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": region | {"snippet": {"text": report.source[one.start : one.end]}},
                }
            }
        ],
    }
    if one.replacement is not None:
        result["fixes"] = [
            {
                "description": {"text": one.message},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri},
                        "replacements": [
                            {
                                "deletedRegion": region,
                                "insertedContent": {"text": one.replacement},
                            }
                        ],
                    }
                ],
            }
        ]
    return result


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
