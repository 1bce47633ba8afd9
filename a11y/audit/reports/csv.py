"""One row per finding, for spreadsheets (UTF-8 with BOM, semicolons: as German ones expect)."""

from __future__ import annotations

import csv
import io

from a11y.audit.findings import AuditRun, PageStatus

_COLUMNS = (
    "outcome", "known", "rule", "clauses", "page", "selector", "states", "engines", "impact",
    "reason_de", "remedy_de", "reason_en", "remedy_en", "fingerprint",
)  # fmt: skip


def render(run: AuditRun) -> dict[str, str]:
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for f in run.findings:
        row = (
            f.outcome.value, f.known, f.rule, ", ".join(f.clauses), f.page, f.selector,
            ", ".join(f.states), ", ".join(f.engines), f.impact, f.reason.de, f.remedy.de,
            f.reason.en, f.remedy.en, f.fingerprint,
        )  # fmt: skip
        writer.writerow([_safe(value) for value in row])
    for page in run.pages_with(PageStatus.NOT_TESTED):
        row = ("could not test", "", "", "", page.url, "", "", "", "", page.problem, "", "", "", "")
        writer.writerow([_safe(value) for value in row])
    return {"findings.csv": out.getvalue()}


def _safe(value: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value
