"""PDFs found on the way: PDF/UA-1 by the library page-validation."""

from __future__ import annotations

from a11y.audit.engines import words
from a11y.audit.findings import Finding, Outcome, PageResult, PageStatus, Text
from a11y.audit.robots import fetch

_REMEDY = Text(
    de="Erzeugen Sie das PDF neu als PDF/UA (Tags, Sprache, Titel, Alternativtexte), oder bieten"
    " Sie den Inhalt als Webseite an.",
    en="Make the PDF anew as PDF/UA (tags, language, title, text alternatives), or offer the"
    " content as a web page.",
)


def check_pdf(
    url: str, linked_from: str, *, insecure: bool = False
) -> tuple[PageResult, tuple[Finding, ...]]:
    """Fetch and check one PDF. One that cannot be fetched or read could not be tested."""
    import page as validator

    answer = fetch(url, timeout=60, insecure=insecure)
    if answer.status != 200:
        problem = answer.problem or f"HTTP {answer.status}"
        return _result(url, linked_from, PageStatus.NOT_TESTED, problem), ()
    try:
        report = validator.validate_pdf_bytes(answer.body, profile="ua1")
    except validator.PageError as error:
        return _result(url, linked_from, PageStatus.NOT_TESTED, f"PDF: {error}"), ()
    by_rule: dict[str, list[str]] = {}
    for failure in report.failures:
        by_rule.setdefault(failure.rule_id, []).append(failure.message)
    findings = tuple(
        Finding(
            rule=f"pdf/{rule.lower()}",
            outcome=Outcome.FAIL,
            page=url,
            reason=_counted(words.pdf(rule, messages[0]), len(messages)),
            remedy=_REMEDY,
            clauses=("ISO 14289-1", "EN 301 549 10"),
            impact="serious",
            engines=("page-validation",),
        )
        for rule, messages in by_rule.items()
    )
    return _result(url, linked_from, PageStatus.TESTED, ""), findings


def _counted(text: Text, count: int) -> Text:
    if count == 1:
        return text
    return Text(de=f"{text.de[:-1]} ({count} Stellen).", en=f"{text.en[:-1]} ({count} places).")


def _result(url: str, linked_from: str, status: PageStatus, problem: str) -> PageResult:
    return PageResult(
        url=url,
        status=status,
        title="PDF",
        problem=problem,
        linked_from=linked_from,
        states=("pdf",),
    )
