"""A worker: takes addresses from the frontier until there are none; owns one browser."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import replace

from a11y.audit.browser import Browser, versions
from a11y.audit.crawl import Frontier, Target
from a11y.audit.errors import AuditError, PageNotTested, PageSkipped
from a11y.audit.findings import PageResult, PageStatus
from a11y.audit.login import sign_in
from a11y.audit.page import PageWork, Plan, audit_page
from a11y.audit.robots import Robots
from a11y.audit.settings import AuditSettings
from a11y.audit.urls import is_local

Item = PageWork | AuditError | dict[str, str] | None


class Worker(threading.Thread):
    """Puts onto ``results``: tool versions, a PageWork per address, an AuditError; None ends it."""

    def __init__(
        self,
        frontier: Frontier,
        results: queue.Queue[Item],
        settings: AuditSettings,
        plan: Plan,
        robots: Robots | None,
    ) -> None:
        super().__init__(daemon=True)
        self._frontier = frontier
        self._results = results
        self._settings = settings
        self._plan = plan
        self._robots = robots
        self._browser = Browser(settings.browser, preload=plan.preload)
        self._cut = False

    def cut(self) -> None:
        """Break off the page at hand: the browser is killed under it."""
        self._cut = True
        self._browser.kill()

    def run(self) -> None:
        try:
            self._browser.start()
            self._results.put(versions(self._browser))
            sign_in(self._browser, self._settings.login)
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
                    self._restart()  # keeps memory flat over long runs
                time.sleep(self._delay(target.url))
        except AuditError as error:
            self._frontier.close()
            self._results.put(error)
        except PageNotTested as trouble:
            self._frontier.close()
            if not self._cut:
                self._results.put(
                    AuditError(
                        "KH-AUDIT-05", f"Not signed in: {trouble.reason}.", "Mend the steps."
                    )
                )
        finally:
            self._browser.quit()
            self._results.put(None)

    def _restart(self) -> None:
        self._browser.restart()
        sign_in(self._browser, self._settings.login)

    def _one(self, target: Target) -> PageWork | None:
        began = time.monotonic()
        problem = ""
        for attempt in (1, 2):
            if self._cut:
                return None
            try:
                if not self._browser.running:
                    self._restart()
                work = audit_page(self._browser, target, plan=self._plan)
            except PageNotTested as trouble:
                problem = trouble.reason
                if self._cut:
                    return None
                if trouble.retry and attempt == 1:
                    continue
                break
            except PageSkipped as skip:
                if skip.kind == "pdf":
                    self._frontier.pdfs.setdefault(skip.address, target.linked_from)
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
        sampled=target.sampled,
        seconds=time.monotonic() - began,
    )
    return PageWork(result=result, findings=(), links=())
