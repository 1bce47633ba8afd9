"""A pytest fixture for cities' own test suites: ``accessible(page)``.

Switch it on with ``pytest_plugins = ["a11y.audit.pytest_plugin"]`` in ``conftest.py``::

    def test_start_page(accessible, live_server):
        accessible(live_server.url + "/")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from a11y.audit.findings import AuditRun, Outcome, PageStatus
from a11y.audit.rules import exists
from a11y.audit.run import run
from a11y.audit.settings import AuditSettings, make_settings

Check = Callable[..., AuditRun]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("accessibility")
    group.addoption("--a11y-states", default="views", help="States to look at (views).")
    group.addoption("--a11y-probes", default="all", help="Probes to run (all).")


@pytest.fixture(scope="session")
def accessible_settings(request: pytest.FixtureRequest) -> AuditSettings:
    """Settings of every check; override this fixture to change them."""
    return make_settings(
        {},
        urls=("http://127.0.0.1/",),
        robots=False,
        states=tuple(request.config.getoption("--a11y-states").split(",")),
        probes=tuple(request.config.getoption("--a11y-probes").split(",")),
    )


@pytest.fixture
def accessible(accessible_settings: AuditSettings) -> Check:
    """A function that audits an address and fails the test with every barrier in words.

    ``accessible(url)`` returns the run; ``accessible(url, allow={"axe/region"})`` lets rules pass;
    further keywords replace settings, such as ``crawl=True``. A page that could not be tested
    fails the test too.
    """

    def check(
        url: str, *, allow: frozenset[str] | set[str] = frozenset(), **other: Any
    ) -> AuditRun:
        unknown = sorted(rule for rule in allow if not exists(rule))
        if unknown:
            pytest.fail(f"there is no rule {', '.join(unknown)}", pytrace=False)
        result = run(replace(accessible_settings, urls=(url,), **other))
        lines = [
            f"could not test {page.url}: {page.problem}"
            for page in result.pages_with(PageStatus.NOT_TESTED)
        ]
        lines += [
            f"{finding.rule} {finding.page} {finding.selector}: {finding.reason.en}"
            f" [{', '.join(finding.clauses[:1])}; {', '.join(finding.states)}]"
            for finding in result.findings
            if finding.outcome is Outcome.FAIL and finding.rule not in allow
        ]
        if lines:
            pytest.fail("\n".join([f"{len(lines)} barriers:", *lines]), pytrace=False)
        return result

    return check
