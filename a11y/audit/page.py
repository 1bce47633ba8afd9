"""One page: load it, put it into each state, ask engines and probes."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11y.audit.browser import Browser, Loaded
from a11y.audit.crawl import Target
from a11y.audit.engines import Engine
from a11y.audit.errors import PageNotTested, PageSkipped
from a11y.audit.findings import Finding, PageResult, PageStatus, merge_states
from a11y.audit.settings import AuditSettings
from a11y.audit.states.views import DESKTOP, VIEWS
from a11y.audit.urls import is_pdf, normalise, origin

_ERROR_CODE = """
const code = (window.loadTimeDataRaw || {}).errorCode
  || (document.querySelector('.error-code') || {}).textContent || '';
return code && 'net::' + code.replace(/^net::/, '');
"""

_LINKS = """
const found = new Set();
const walk = root => {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches('a[href], area[href]')) {
      const href = element.href.baseVal === undefined ? element.href : element.href.baseVal;
      try { found.add(new URL(href, document.baseURI).href); } catch { /* no address */ }
    }
    if (element.shadowRoot) walk(element.shadowRoot);
  }
};
walk(document);
return [...found].slice(0, 5000);
"""


@dataclass(frozen=True, slots=True)
class PageWork:
    """What came of one page: its result, its findings, the links on it."""

    result: PageResult
    findings: tuple[Finding, ...]
    links: tuple[str, ...]


def load(browser: Browser, url: str) -> Loaded:
    """Open an address and make sure that it is a page that can be judged.

    Raises PageNotTested (network, certificate, HTTP error, hang, crash) or PageSkipped (download,
    PDF).
    """
    try:
        loaded = browser.open(url)
    except PageNotTested as problem:
        if "ERR_ABORTED" in problem.reason:  # the browser began a download
            raise PageSkipped(
                "a download", kind="pdf" if is_pdf(url) else "download", address=url
            ) from problem
        raise
    if loaded.url.startswith("chrome-error:"):
        raise PageNotTested(str(browser.js(_ERROR_CODE)) or "the browser shows its own error page")
    if loaded.status >= 400:
        raise PageNotTested(f"HTTP {loaded.status}")
    if loaded.content_type == "application/pdf":
        raise PageSkipped("a PDF", kind="pdf", address=loaded.url)
    if loaded.content_type not in ("text/html", "application/xhtml+xml"):
        raise PageSkipped(f"no page but {loaded.content_type}", kind="download", address=loaded.url)
    return loaded


def audit_page(
    browser: Browser, target: Target, *, engines: Mapping[str, Engine], settings: AuditSettings
) -> PageWork:
    """Look at one page in every state asked for; raises PageNotTested or PageSkipped."""
    began = time.monotonic()
    DESKTOP.apply(browser)
    loaded = load(browser, target.url)
    here = normalise(loaded.url)
    if (
        origin(here) != origin(target.url)
        and urlsplit(here).hostname != urlsplit(target.url).hostname
    ):
        raise PageSkipped(f"leads to another site: {here}", address=here)
    links = tuple(
        dict.fromkeys(link for raw in browser.js(_LINKS) if (link := normalise(str(raw))))
    )
    views = VIEWS if "none" not in settings.states else (DESKTOP,)
    findings: list[Finding] = []
    passed: set[str] = set()
    for view in views:
        if view is not DESKTOP:
            view.apply(browser)
        for engine in engines.values():
            result = engine.check(browser, page=here, state=view.name)
            findings += result.findings
            passed |= result.passed
    return PageWork(
        result=PageResult(
            url=here,
            status=PageStatus.TESTED,
            title=loaded.title,
            linked_from=target.linked_from,
            states=tuple(view.name for view in views),
            passed=tuple(sorted(passed - {finding.rule for finding in findings})),
            seconds=time.monotonic() - began,
        ),
        findings=merge_states(findings),
        links=links,
    )
