"""One page: load it, put it into each state, ask engines and probes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from a11y.audit import contrast, targets
from a11y.audit.browser import Browser, Loaded
from a11y.audit.crawl import Target
from a11y.audit.engines import Engine
from a11y.audit.engines.agreement import agree, canonical
from a11y.audit.errors import PageNotTested, PageSkipped
from a11y.audit.facts import read_facts
from a11y.audit.findings import Finding, Outcome, PageResult, PageStatus, Text, merge_states
from a11y.audit.pictures import Pictures
from a11y.audit.probes import Probe, to_finding
from a11y.audit.probes.play import acting, scripts_in
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script
from a11y.audit.states.acts import enter
from a11y.audit.states.catalogue import Scope, State
from a11y.audit.states.changes import changed
from a11y.audit.states.views import DESKTOP
from a11y.audit.urls import is_pdf, normalise, origin


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done on every page, made once per run.

    engines: axe is asked in every state, the others once per page, in the desktop state.
    forms: may forms be submitted on this address?
    preload: scripts that run in every document before the page's own.
    """

    engines: Mapping[str, Engine]
    states: tuple[State, ...]
    probes: tuple[Probe, ...]
    forms: Callable[[str], bool]
    pictures: Pictures | None = None
    with_facts: bool = False
    preload: tuple[str, ...] = ()


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
        code = str(browser.js(script("page-error-code")))
        certificate = "certificate error: " if re.search("ERR_(CERT|SSL)", code) else ""
        raise PageNotTested(certificate + (code or "the browser shows its own error page"))
    if loaded.status >= 400:
        raise PageNotTested(f"HTTP {loaded.status}")
    if loaded.content_type == "application/pdf":
        raise PageSkipped("a PDF", kind="pdf", address=loaded.url)
    if loaded.content_type not in ("text/html", "application/xhtml+xml"):
        raise PageSkipped(f"no page but {loaded.content_type}", kind="download", address=loaded.url)
    return loaded


def audit_page(browser: Browser, target: Target, *, plan: Plan) -> PageWork:
    """Look at one page as planned; raises PageNotTested or PageSkipped."""
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
        dict.fromkeys(
            link for raw in browser.js(script("page-links")) if (link := normalise(str(raw)))
        )
    )
    facts = read_facts(browser) if plan.with_facts else {}
    looked = _Looking(browser, here, plan)
    done = [state.name for state in plan.states if not state.acts and looked.at(state)]
    for state in plan.states:
        if state.acts:
            looked.acting_in(state)
            done.append(state.name)
    looked.probes()
    findings = merge_states(looked.findings)
    return PageWork(
        result=PageResult(
            url=here,
            status=PageStatus.TESTED,
            title=loaded.title,
            linked_from=target.linked_from,
            states=tuple(done),
            passed=tuple(sorted(looked.passed - {finding.rule for finding in findings})),
            seconds=time.monotonic() - began,
            sampled=target.sampled,
            facts=facts,
        ),
        findings=findings,
        links=links,
    )


class _Looking:
    """Collects what is seen on one page."""

    def __init__(self, browser: Browser, url: str, plan: Plan) -> None:
        self._browser = browser
        self._url = url
        self._plan = plan
        self._called: dict[tuple[str, str], str] = {}  # rule and place → selector
        self.findings: list[Finding] = []
        self.passed: set[str] = set()

    def at(self, state: State) -> bool:
        """A state that is entered without acting, on the page as it was loaded.

        Returns whether anything looks at the page in it.
        """
        scripted = any(probe.script and state.name in probe.states for probe in self._plan.probes)
        if state.scope is Scope.NONE and not scripted:
            return False
        state.view.apply(self._browser)
        with changed(self._browser, state.change):
            found = self._engines(state)
            seen, errors = scripts_in(self._browser, self._plan.probes, state)
            found += [
                to_finding(probe, one, page=self._url, state=name) for probe, name, one in seen
            ]
            self._take(found, picture=True)
        self._incomplete(errors, state.name)
        self._note_passes(state)
        return True

    def acting_in(self, state: State) -> None:
        """A state one has to act for. What fails here is reported; the rest still counts."""
        scene = Scene(self._browser, self._url, forms=self._plan.forms(self._url))
        try:
            for _ in enter(scene, state.acts):
                self._take(self._engines(state), picture=True)
        except PageNotTested as trouble:
            self._incomplete([trouble.reason], state.name)
            if not self._browser.running:
                self._browser.restart()

    def probes(self) -> None:
        """The probes that act, each on a fresh page."""
        forms = self._plan.forms(self._url)
        seen, errors = acting(self._browser, self._url, self._plan.probes, forms=forms)
        self._incomplete(errors, "desktop")
        found = [to_finding(probe, one, page=self._url, state=name) for probe, name, one in seen]
        wanted = any(one.outcome is Outcome.FAIL and one.selector for one in found)
        if wanted and self._plan.pictures is not None:
            try:
                Scene(self._browser, self._url, forms=False).fresh()  # as it was before the probes
            except PageNotTested:
                wanted = False
        self._take(found, picture=wanted)

    def _engines(self, state: State) -> list[Finding]:
        found: list[Finding] = []
        for name, engine in self._plan.engines.items():
            if state.scope is Scope.NONE or (name != "axe" and state.name != "desktop"):
                continue  # second opinions are asked once per page
            result = engine.check(
                self._browser,
                page=self._url,
                state=state.name,
                colours_only=state.scope is Scope.COLOUR,
            )
            fresh = self._second_look(self._same_names(list(result.findings)))
            if state.change in _FORCED:
                fresh = [one for one in fresh if one.outcome is Outcome.FAIL]
            found += fresh
            self.passed |= result.passed
        return agree(self._browser, found) if len(self._plan.engines) > 1 and found else found

    def _same_names(self, found: list[Finding]) -> list[Finding]:
        """One element keeps the selector it was first called by, though its classes change."""
        if not found:
            return found
        paths = canonical(self._browser, [one.selector for one in found])
        return [
            replace(one, selector=self._called.setdefault((one.rule, path), one.selector))
            for one, path in zip(found, paths, strict=True)
        ]

    def _second_look(self, found: list[Finding]) -> list[Finding]:
        """What an engine left open or could not know, measured on the page as it is."""
        if self._plan.probes:
            found = contrast.decide(self._browser, found)
        return targets.decide(self._browser, found)

    def _take(self, found: list[Finding], *, picture: bool) -> None:
        if picture and self._plan.pictures is not None:
            found = self._plan.pictures.of(self._browser, found, known=self.findings)
        self.findings += found

    def _note_passes(self, state: State) -> None:
        for probe in self._plan.probes:
            if (probe.script and state.name in probe.states) or probe.evaluate:
                self.passed.add(probe.rule)

    def _incomplete(self, errors: list[str], state: str) -> None:
        for error in errors:
            self.findings.append(
                replace(_INCOMPLETE, page=self._url, states=(state,), reason=Text(error, error))
            )


# All controls are hovered or focused at once there, and lie over each other: what that leaves open
# is nobody's question.
_FORCED = ("hover", "focus")

_INCOMPLETE = Finding(
    rule="audit/incomplete",
    outcome=Outcome.REVIEW,
    page="",
    reason=Text("", ""),
    remedy=Text(
        de="Ein Teil der Prüfung dieser Seite kam nicht zu Ende; prüfen Sie ihn von Hand.",
        en="A part of this page's audit did not come to its end; check it by hand.",
    ),
)
