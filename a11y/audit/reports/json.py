"""The run as JSON; the form that everything else can be made from again."""

from __future__ import annotations

import json
from pathlib import Path

from a11y.audit.errors import ReportError
from a11y.audit.findings import AuditRun


def render(run: AuditRun) -> dict[str, str]:
    return {"audit.json": json.dumps(run.to_dict(), ensure_ascii=False, indent=1) + "\n"}


def read_run(path: Path) -> AuditRun:
    """Read audit.json; raises ReportError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return AuditRun.from_dict(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"{path} is no audit run: {error}.", "Give an audit.json that `a11y audit` has written."
        ) from error
