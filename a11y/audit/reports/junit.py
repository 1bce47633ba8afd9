"""JUnit XML: a suite per page, a case per rule; what could not be tested is an error."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from a11y.audit.findings import AuditRun, Finding, Outcome, PageResult, PageStatus

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: AuditRun) -> dict[str, str]:
    by_page: dict[str, list[Finding]] = defaultdict(list)
    for finding in run.findings:
        by_page[finding.page].append(finding)
    root = etree.Element("testsuites", name="a11y audit", time=f"{run.seconds:.3f}")
    totals = [0, 0, 0, 0]
    suites = [(page, by_page.pop(page.url, [])) for page in run.pages]
    for url, findings in by_page.items():  # findings on addresses that are no pages, such as PDFs
        suites.append((PageResult(url=url, status=PageStatus.TESTED), findings))
    for page, findings in suites:
        counts = _suite(root, page, findings)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    if run.interrupted:
        suite = etree.SubElement(
            root, "testsuite", name="run", tests="1", failures="0", errors="1", skipped="0",
            time="0.000",
        )  # fmt: skip
        case = etree.SubElement(suite, "testcase", name="run", classname="run", time="0.000")
        etree.SubElement(
            case, "error", type="interrupted", message="interrupted: not all pages were tested"
        )
        totals[0], totals[2] = totals[0] + 1, totals[2] + 1
    for name, total in zip(("tests", "failures", "errors"), totals[:3], strict=True):
        root.set(name, str(total))  # the schemas know no sum of the skipped ones
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return {"junit.xml": '<?xml version="1.0" encoding="UTF-8"?>\n' + text}


def _suite(root: etree._Element, page: PageResult, findings: list[Finding]) -> list[int]:
    suite = etree.SubElement(root, "testsuite", name=_clean(page.url), time=f"{page.seconds:.3f}")
    tests = failures = errors = skipped = 0
    if page.status is not PageStatus.TESTED:
        tests += 1
        case = _case(suite, "page", page.url)
        if page.status is PageStatus.NOT_TESTED:
            errors += 1
            message = _clean(f"could not test: {page.problem}")
            etree.SubElement(case, "error", type="could not test", message=message)
        else:
            skipped += 1
            etree.SubElement(case, "skipped", message=_clean(page.problem))
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    for rule in (*page.passed, *by_rule):
        tests += 1
        case = _case(suite, rule, page.url)
        seen = by_rule.get(rule, [])
        fails = [finding for finding in seen if _breaks(finding)]
        reviews = [finding for finding in seen if not _breaks(finding)]
        if fails:
            failures += 1
            failure = etree.SubElement(case, "failure", type=rule, message=_clean(_head(fails)))
            failure.text = _clean("\n\n".join(map(_lines, fails)))
        elif reviews:
            skipped += 1
            etree.SubElement(case, "skipped", message=_clean(f"needs review: {_head(reviews)}"))
        if reviews:
            output = etree.SubElement(case, "system-out")
            output.text = _clean("\n\n".join(map(_lines, reviews)))
    counts = [tests, failures, errors, skipped]
    for name, count in zip(("tests", "failures", "errors", "skipped"), counts, strict=True):
        suite.set(name, str(count))
    return counts


def _case(suite: etree._Element, name: str, url: str) -> etree._Element:
    return etree.SubElement(suite, "testcase", name=name, classname=_clean(url), time="0.000")


def _breaks(finding: Finding) -> bool:
    return finding.outcome is Outcome.FAIL and not finding.known


def _head(findings: list[Finding]) -> str:
    clauses = ", ".join(findings[0].clauses[:2])
    return f"{findings[0].remedy.en} ({len(findings)}×{', ' + clauses if clauses else ''})"


def _lines(finding: Finding) -> str:
    known = f"known: {finding.known}" if finding.known else ""
    parts = (
        finding.selector,
        finding.reason.en,
        f"states: {', '.join(finding.states)}" if finding.states else "",
        known,
        finding.snippet,
        finding.help_url,
    )
    return "\n".join(part for part in parts if part)


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
