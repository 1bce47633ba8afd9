"""The audit's own types: finding, page, run. All frozen, all with a dictionary form.

The written form is documented in ``docs/formats/audit.md``; its schema is
``reports/run.schema.json``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from a11y.audit.errors import ReportError
from a11y.audit.fingerprint import fingerprint

FORMAT = "klarhand-audit/1"


class Outcome(StrEnum):
    """Never "compliant": a machine can find barriers, people find that there are none."""

    FAIL = "fail"
    REVIEW = "needs review"
    PASS = "pass"


class PageStatus(StrEnum):
    """TESTED: engines and probes ran. NOT_TESTED: they could not. SKIPPED: no page of this site."""

    TESTED = "tested"
    NOT_TESTED = "could not test"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Text:
    """The same statement in German and in English."""

    de: str
    en: str

    def to_dict(self) -> dict[str, str]:
        return {"de": self.de, "en": self.en}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Text:
        return cls(de=data["de"], en=data["en"])


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation about one element (or the page) of one page, in one or more states.

    rule: who says it, as ``source/name``: ``axe/image-alt``, ``probe/keyboard-trap``,
        ``law/statement-reachable``.
    page: address without fragment.
    states: names of the states it was seen in, in the order they were visited.
    selector: CSS; `` >>> `` steps into a frame or shadow root; empty for the whole page.
    snippet: the element's markup, shortened.
    clauses: norm clauses, such as ``WCAG 1.1.1``, ``EN 301 549 9.1.1.1``, ``BITV 2.0 § 7``.
    engines: which engines or probes agree on it.
    picture: path of the element's picture, relative to the report.
    """

    rule: str
    outcome: Outcome
    page: str
    reason: Text
    remedy: Text
    selector: str = ""
    snippet: str = ""
    states: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    impact: str = ""
    help_url: str = ""
    engines: tuple[str, ...] = ()
    picture: str = ""
    known: str = ""

    @property
    def fingerprint(self) -> str:
        """Stable name of the finding: survives moves on the page and other states.

        Made of rule, page path and the element's own markup, not of its position; two equal
        elements on a page share it, which is why baselines count.
        """
        return fingerprint(self.rule, self.page, self.snippet, self.selector)

    def to_dict(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "outcome": self.outcome.value,
            "page": self.page,
            "selector": self.selector,
            "snippet": self.snippet,
            "states": list(self.states),
            "clauses": list(self.clauses),
            "impact": self.impact,
            "reason": self.reason.to_dict(),
            "remedy": self.remedy.to_dict(),
            "help_url": self.help_url,
            "engines": list(self.engines),
            "picture": self.picture,
            "known": self.known,
            "fingerprint": self.fingerprint,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Finding:
        return cls(
            rule=data["rule"],
            outcome=Outcome(data["outcome"]),
            page=data["page"],
            reason=Text.from_dict(data["reason"]),
            remedy=Text.from_dict(data["remedy"]),
            selector=data["selector"],
            snippet=data["snippet"],
            states=tuple(data["states"]),
            clauses=tuple(data["clauses"]),
            impact=data["impact"],
            help_url=data.get("help_url", ""),
            engines=tuple(data.get("engines", ())),
            picture=data.get("picture", ""),
            known=data.get("known", ""),
        )


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one address.

    passed: ids of the rules that applied and held, in every state they ran in.
    problem: why it could not be tested or was skipped; empty when tested.
    """

    url: str
    status: PageStatus
    title: str = ""
    problem: str = ""
    linked_from: str = ""
    states: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    seconds: float = 0.0
    sampled: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {
            "url": self.url,
            "status": self.status.value,
            "title": self.title,
            "problem": self.problem,
            "linked_from": self.linked_from,
            "states": list(self.states),
            "passed": list(self.passed),
            "seconds": round(self.seconds, 3),
            "sampled": self.sampled,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> PageResult:
        return cls(
            url=data["url"],
            status=PageStatus(data["status"]),
            title=data["title"],
            problem=data["problem"],
            linked_from=data["linked_from"],
            states=tuple(data["states"]),
            passed=tuple(data["passed"]),
            seconds=data["seconds"],
            sampled=data.get("sampled", ""),
        )


@dataclass(frozen=True, slots=True)
class AuditRun:
    """A whole run: valid and readable even when it was interrupted.

    started: ISO 8601 with offset. tools: name → version of what looked.
    """

    started: str
    seconds: float
    start_urls: tuple[str, ...]
    pages: tuple[PageResult, ...]
    findings: tuple[Finding, ...]
    tools: Mapping[str, str]
    settings: Mapping[str, Any]
    interrupted: bool = False
    notes: tuple[Text, ...] = ()

    def with_findings(self, findings: Iterable[Finding]) -> AuditRun:
        return replace(self, findings=tuple(findings))

    def counted(self, outcome: Outcome) -> int:
        return sum(1 for finding in self.findings if finding.outcome is outcome)

    def pages_with(self, status: PageStatus) -> tuple[PageResult, ...]:
        return tuple(page for page in self.pages if page.status is status)

    def to_dict(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "started": self.started,
            "seconds": round(self.seconds, 3),
            "interrupted": self.interrupted,
            "start_urls": list(self.start_urls),
            "tools": dict(self.tools),
            "settings": dict(self.settings),
            "notes": [note.to_dict() for note in self.notes],
            "summary": {
                "fail": self.counted(Outcome.FAIL),
                "needs review": self.counted(Outcome.REVIEW),
                "tested": len(self.pages_with(PageStatus.TESTED)),
                "could not test": len(self.pages_with(PageStatus.NOT_TESTED)),
                "skipped": len(self.pages_with(PageStatus.SKIPPED)),
            },
            "pages": [page.to_dict() for page in self.pages],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> AuditRun:
        """Read the written form; raises ReportError when it is another form."""
        if data.get("format") != FORMAT:
            raise ReportError(
                f"This is no audit run of the form {FORMAT}: {data.get('format')!r}.",
                "Give the audit.json that `a11y audit` has written.",
            )
        return cls(
            started=data["started"],
            seconds=data["seconds"],
            start_urls=tuple(data["start_urls"]),
            pages=tuple(PageResult.from_dict(page) for page in data["pages"]),
            findings=tuple(Finding.from_dict(finding) for finding in data["findings"]),
            tools=dict(data["tools"]),
            settings=dict(data["settings"]),
            interrupted=data["interrupted"],
            notes=tuple(Text.from_dict(note) for note in data["notes"]),
        )


def merge_states(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same finding in several states becomes one with all of its states.

    Same means: rule, page, selector and clauses. A fail in one state outweighs a review in another.
    """
    merged: dict[tuple[str, str, str, tuple[str, ...]], Finding] = {}
    for finding in findings:
        key = (finding.rule, finding.page, finding.selector, finding.clauses)
        known = merged.get(key)
        if known is None:
            merged[key] = finding
            continue
        worse = finding if _rank(finding.outcome) > _rank(known.outcome) else known
        merged[key] = replace(
            worse,
            states=tuple(dict.fromkeys((*known.states, *finding.states))),
            engines=tuple(dict.fromkeys((*known.engines, *finding.engines))),
            picture=worse.picture or known.picture or finding.picture,
        )
    return tuple(merged.values())


def _rank(outcome: Outcome) -> int:
    return {Outcome.PASS: 0, Outcome.REVIEW: 1, Outcome.FAIL: 2}[outcome]
