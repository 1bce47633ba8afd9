"""A whole run: workers with a browser each, a shared frontier, and results as they come."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from a11y.audit.browser import Browser, versions
from a11y.audit.crawl import Frontier, Target
from a11y.audit.engines import load_engines
from a11y.audit.errors import AuditError, PageNotTested, PageSkipped, SettingsError
from a11y.audit.findings import AuditRun, Finding, PageResult, PageStatus
from a11y.audit.page import PageWork, Plan, audit_page
from a11y.audit.pictures import Pictures
from a11y.audit.probes import chosen
from a11y.audit.probes.observe import listeners
from a11y.audit.robots import Robots, read_sitemap
from a11y.audit.settings import AuditSettings
from a11y.audit.states.catalogue import chosen_states
from a11y.audit.urls import is_local, normalise, origin, rebase


@dataclass(frozen=True, slots=True)
class Progress:
    """Told after every page. known: addresses found so far, done among them."""

    done: int
    known: int
    page: PageResult
    fails: int


def run(settings: AuditSettings, *, progress: Callable[[Progress], None] | None = None) -> AuditRun:
    """Audit a site and return everything that was seen.

    Ctrl-C ends it early: the run comes back with ``interrupted`` set and all pages so far.
    Raises BrowserError, EngineMissingError, SettingsError.
    """
    plan = _plan(settings)
    robots = Robots(insecure=settings.browser.accept_insecure) if settings.robots else None
    starts = _start_urls(settings)
    frontier = Frontier(
        origins={origin(url) for url in starts},
        include=settings.include,
        exclude=settings.exclude,
        depth=settings.depth if settings.crawl else 0,
        max_pages=settings.max_pages,
        robots=robots,
    )
    frontier.start(starts)
    started, began = datetime.now(UTC), time.monotonic()
    results: queue.Queue[PageWork | AuditError | dict[str, str] | None] = queue.Queue()
    workers = [_Worker(frontier, results, settings, plan, robots) for _ in range(settings.workers)]
    for worker in workers:
        worker.start()
    pages: list[PageResult] = []
    findings: list[Finding] = []
    tools = {name: engine.version for name, engine in plan.engines.items()}
    alive, interrupted = len(workers), False
    while alive:
        try:
            item = results.get()
            if item is None:
                alive -= 1
            elif isinstance(item, AuditError):
                frontier.close()
                for worker in workers:
                    worker.join()
                raise item
            elif isinstance(item, dict):
                tools |= item
            else:
                pages.append(item.result)
                findings += item.findings
                if progress is not None:
                    progress(Progress(len(pages), frontier.known, item.result, fails=len(findings)))
        except KeyboardInterrupt:
            interrupted = True
            frontier.close()
            for worker in workers:
                worker.cut()
    for worker in workers:
        worker.join()
    return AuditRun(
        started=started.isoformat(timespec="seconds"),
        seconds=time.monotonic() - began,
        start_urls=tuple(starts),
        pages=tuple(sorted(pages, key=lambda page: page.url)),
        findings=tuple(sorted(findings, key=lambda f: (f.page, f.rule, f.selector))),
        tools=tools,
        settings=settings.to_dict(),
        interrupted=interrupted,
    )


def _plan(settings: AuditSettings) -> Plan:
    return Plan(
        engines=load_engines(settings.engines),
        states=chosen_states(settings.states),
        probes=chosen(settings.probes),
        forms=lambda url: (
            settings.forms == "always" or (settings.forms == "local" and is_local(url))
        ),
        pictures=Pictures(settings.pictures) if settings.pictures else None,
    )


def _start_urls(settings: AuditSettings) -> list[str]:
    urls = list(settings.urls)
    if settings.sitemap:
        urls += read_sitemap(settings.sitemap, insecure=settings.browser.accept_insecure)
    starts = [normalise(rebase(url, settings.base_url)) for url in urls]
    starts = list(dict.fromkeys(url for url in starts if url))
    if not starts:
        raise SettingsError("None of the addresses can be opened.", "Give http or https addresses.")
    return starts


class _Worker(threading.Thread):
    """Takes addresses from the frontier until there are none; owns one browser."""

    def __init__(self, frontier, results, settings, plan, robots) -> None:  # type: ignore[no-untyped-def]
        super().__init__(daemon=True)
        self._frontier: Frontier = frontier
        self._results = results
        self._settings: AuditSettings = settings
        self._plan: Plan = plan
        self._robots: Robots | None = robots
        self._browser = Browser(settings.browser, preload=(listeners(),))
        self._cut = False

    def cut(self) -> None:
        """Break off the page at hand: the browser is killed under it."""
        self._cut = True
        self._browser.kill()

    def run(self) -> None:
        try:
            self._browser.start()
            self._results.put(versions(self._browser))
            count = 0
            while (target := self._frontier.next()) is not None:
                try:
                    work = self._one(target)
                finally:
                    self._frontier.done()
                if work is None:
                    break
                self._results.put(work)
                count += 1
                if count % self._settings.restart_after == 0:
                    self._browser.restart()  # keeps memory flat over long runs
                time.sleep(self._delay(target.url))
        except AuditError as error:
            self._frontier.close()
            self._results.put(error)
        except PageNotTested:
            self._frontier.close()
        finally:
            self._browser.quit()
            self._results.put(None)

    def _one(self, target: Target) -> PageWork | None:
        began = time.monotonic()
        problem = ""
        for attempt in (1, 2):
            if self._cut:
                return None
            try:
                if not self._browser.running:
                    self._browser.restart()
                work = audit_page(self._browser, target, plan=self._plan)
            except PageNotTested as trouble:
                problem = trouble.reason
                if self._cut:
                    return None
                if trouble.retry and attempt == 1:
                    continue
                break
            except PageSkipped as skip:
                return _without_findings(target, PageStatus.SKIPPED, skip.reason, began)
            if work.result.url != target.url and self._frontier.seen(work.result.url):
                reason = f"leads to a page that is tested already: {work.result.url}"
                return _without_findings(target, PageStatus.SKIPPED, reason, began)
            self._frontier.found(work.links, on=replace(target, url=work.result.url))
            return work
        return _without_findings(target, PageStatus.NOT_TESTED, problem, began)

    def _delay(self, url: str) -> float:
        if self._settings.delay is not None:
            return self._settings.delay
        polite = 0.0 if is_local(url) else 0.25
        asked = self._robots.delay(url) if self._robots is not None else 0.0
        return max(polite, min(asked, 10.0))


def _without_findings(target: Target, status: PageStatus, problem: str, began: float) -> PageWork:
    result = PageResult(
        url=target.url,
        status=status,
        problem=problem,
        linked_from=target.linked_from,
        seconds=time.monotonic() - began,
    )
    return PageWork(result=result, findings=(), links=())
