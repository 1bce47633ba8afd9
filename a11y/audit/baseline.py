"""Baselines and budgets: what is known already is shown, but does not break a build."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from a11y.audit.errors import ReportError, SettingsError
from a11y.audit.findings import AuditRun, Finding, Outcome
from a11y.audit.reports import write_text
from a11y.audit.rules import exists

FORMAT = "klarhand-baseline/1"


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each fingerprint was seen when the baseline was written."""

    counts: Mapping[str, int]
    written: str

    def mark(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, known ones marked; a fourth where three were known is new."""
        left = Counter(self.counts)
        marked = []
        for finding in findings:
            if left[finding.fingerprint] > 0:
                left[finding.fingerprint] -= 1
                finding = replace(finding, known=f"baseline {self.written}")
            marked.append(finding)
        return tuple(marked)

    def mended(self, findings: Iterable[Finding]) -> int:
        """How many known findings are gone."""
        seen = Counter(finding.fingerprint for finding in findings)
        return sum(max(0, count - seen[print_]) for print_, count in self.counts.items())


def write_baseline(run: AuditRun, path: Path) -> None:
    """Write all findings of a run as known; whole or not at all."""
    counts = Counter(finding.fingerprint for finding in run.findings)
    rules = {finding.fingerprint: finding.rule for finding in run.findings}
    data = {
        "format": FORMAT,
        "written": run.started[:10],
        "known": [
            {"fingerprint": key, "count": counts[key], "rule": rules[key]} for key in sorted(counts)
        ],
    }
    write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; raises ReportError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        counts = {item["fingerprint"]: int(item["count"]) for item in data["known"]}
        return Baseline(counts=counts, written=str(data["written"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(
            f"{path} is no baseline: {error}.", "Write one with --write-baseline FILE."
        ) from error


def over_budget(run: AuditRun, fail_on: Iterable[str]) -> list[str]:
    """Which of the conditions of ``--fail-on`` are met.

    ``fail`` (default), ``review``, ``none``, or a budget ``rule=N`` / ``criterion=N``: more than N
    new findings of a rule (``axe/region=3``) or of a criterion (``1.4.3=0``).
    """
    new = [finding for finding in run.findings if not finding.known]
    met = []
    for condition in fail_on:
        name, _, number = condition.partition("=")
        if condition == "none":
            continue
        if condition in ("fail", "review"):
            outcome = Outcome.FAIL if condition == "fail" else Outcome.REVIEW
            count, most = sum(finding.outcome is outcome for finding in new), 0
        elif number.isdigit() and not exists(name):
            raise SettingsError(
                f"--fail-on “{condition}”: there is no rule or criterion “{name}”.",
                "Name one as findings do: 1.4.3, axe/region, probe/clipping.",
            )
        elif number.isdigit():
            most = int(number)
            count = sum(
                finding.rule == name or f"WCAG {name}" in finding.clauses for finding in new
            )
        else:
            raise SettingsError(
                f"--fail-on “{condition}” is not understood.",
                "Write fail, review, none, or a budget such as 1.4.3=5 or axe/region=2.",
            )
        if count > most:
            met.append(f"{name}: {count} > {most}")
    return met
