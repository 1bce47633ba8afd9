"""A whole run: crawl, sample, look at every page, then at the site as a whole."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from a11y.audit.crawl import Frontier
from a11y.audit.engines.load import load_engines
from a11y.audit.errors import AuditError, SettingsError
from a11y.audit.findings import AuditRun, Finding, PageResult, PageStatus, Text
from a11y.audit.law import check_site, profile_named
from a11y.audit.law.check import EasyCheck
from a11y.audit.login import check_steps
from a11y.audit.page import Plan
from a11y.audit.pdf import check_pdf
from a11y.audit.pictures import Pictures
from a11y.audit.probes import chosen
from a11y.audit.probes.observe import listeners
from a11y.audit.robots import Robots, read_sitemap
from a11y.audit.sample import choose
from a11y.audit.settings import AuditSettings
from a11y.audit.site import check_pages
from a11y.audit.states.catalogue import chosen_states
from a11y.audit.urls import is_local, normalise, origin, rebase
from a11y.audit.worker import Item, Worker


@dataclass(frozen=True, slots=True)
class Progress:
    """Told after every page. known: addresses found so far, done among them."""

    done: int
    known: int
    page: PageResult
    fails: int


Told = Callable[[Progress], None]


@dataclass(slots=True)
class _Walk:
    """What one walk over the site has brought together so far."""

    pages: list[PageResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    tools: dict[str, str] = field(default_factory=dict)
    pdfs: dict[str, str] = field(default_factory=dict)
    unmatched: tuple[str, ...] = ()
    interrupted: bool = False


def run(
    settings: AuditSettings, *, progress: Told | None = None, easy: EasyCheck | None = None
) -> AuditRun:
    """Audit a site and return everything that was seen.

    easy: a check for Leichte Sprache, given from outside: text → (number of sentences, what stands
    out). Ctrl-C ends the run early: it comes back with ``interrupted`` set and all pages so far.
    Raises BrowserError, EngineMissingError, SettingsError.
    """
    profile = profile_named(settings.law)
    check_steps(settings.login)
    plan = _plan(settings)
    robots = Robots(insecure=settings.browser.accept_insecure) if settings.robots else None
    starts = _start_urls(settings)
    started, began = datetime.now(UTC), time.monotonic()
    why: Mapping[str, str] = {}
    walk = _Walk()
    if settings.sample:
        look = replace(plan, engines={}, states=chosen_states(("none",)), probes=(), pictures=None)
        walk = _walk(settings, look, robots, starts, why, progress)
        tested = [page for page in walk.pages if page.status is PageStatus.TESTED]
        why = choose(tested, share=settings.sample, seed=settings.seed)
        if not walk.interrupted and why:
            only = replace(settings, crawl=False)
            untested = [page for page in walk.pages if page.status is not PageStatus.TESTED]
            pdfs, unmatched = walk.pdfs, walk.unmatched
            walk = _walk(only, plan, robots, list(why), why, progress)
            walk.pages += untested
            walk.pdfs |= pdfs
            walk.unmatched = unmatched
    else:
        walk = _walk(settings, plan, robots, starts, why, progress)
    notes: tuple[Text, ...] = ()
    insecure = settings.browser.accept_insecure
    if not walk.interrupted:
        if settings.pdfs:
            followed = settings.crawl or settings.sitemap
            for url, linked_from in sorted(walk.pdfs.items()):
                if linked_from and not followed:
                    continue  # only those that were named are wanted
                page, seen = check_pdf(url, linked_from, insecure=insecure)
                walk.pages.append(page)
                walk.findings += seen
        if plan.probes:
            walk.findings += check_pages(walk.pages)
        if profile is not None:
            found, notes = check_site(
                walk.pages, walk.findings, profile=profile, easy=easy, insecure=insecure
            )
            walk.findings += found
    if settings.crawl and walk.unmatched:
        notes += (_unmatched(walk.unmatched),)
    return AuditRun(
        started=started.isoformat(timespec="seconds"),
        seconds=time.monotonic() - began,
        start_urls=tuple(starts),
        pages=tuple(sorted(walk.pages, key=lambda page: page.url)),
        findings=tuple(sorted(walk.findings, key=lambda f: (f.page, f.rule, f.selector))),
        tools=walk.tools,
        settings=settings.to_dict(),
        interrupted=walk.interrupted,
        notes=notes,
    )


def _unmatched(patterns: tuple[str, ...]) -> Text:
    named = ", ".join(patterns)
    return Text(
        de=f"Kein gefundener Link passt zu {named}; stimmt das Muster?",
        en=f"No link that was found matches {named}; is the pattern right?",
    )


def _plan(settings: AuditSettings) -> Plan:
    probes = chosen(settings.probes)
    states = chosen_states(settings.states)
    engines = load_engines(settings.engines)
    preload: tuple[str, ...] = (listeners(),) if probes else ()
    if not probes and not any(state.acts for state in states):
        # Each page is loaded once: axe comes with it instead of being sent after it.
        preload += tuple(engine.preload for engine in engines.values() if engine.preload)
    return Plan(
        engines=engines,
        states=states,
        preload=preload,
        probes=probes,
        forms=lambda url: (
            settings.forms == "always" or (settings.forms == "local" and is_local(url))
        ),
        pictures=Pictures(settings.pictures) if settings.pictures else None,
        with_facts=bool(probes) or settings.law != "none" or settings.sample > 0,
    )


def _start_urls(settings: AuditSettings) -> list[str]:
    urls = list(settings.urls)
    if settings.sitemap:
        urls += read_sitemap(
            settings.sitemap,
            base_url=settings.base_url,
            insecure=settings.browser.accept_insecure,
        )
    starts = [normalise(rebase(url, settings.base_url)) for url in urls]
    starts = list(dict.fromkeys(url for url in starts if url))
    if not starts:
        raise SettingsError("None of the addresses can be opened.", "Give http or https addresses.")
    return starts


def _walk(
    settings: AuditSettings,
    plan: Plan,
    robots: Robots | None,
    starts: list[str],
    why: Mapping[str, str],
    progress: Told | None,
) -> _Walk:
    """Visit every page with as many workers as asked for; Ctrl-C ends it in good order."""
    frontier = Frontier(
        origins={origin(url) for url in starts},
        include=settings.include,
        exclude=settings.exclude,
        depth=settings.depth if settings.crawl else 0,
        max_pages=settings.max_pages,
        robots=robots,
    )
    frontier.start(starts)
    results: queue.Queue[Item] = queue.Queue()
    workers = [Worker(frontier, results, settings, plan, robots) for _ in range(settings.workers)]
    for worker in workers:
        worker.start()
    walk = _Walk(tools={name: engine.version for name, engine in plan.engines.items()})
    alive = len(workers)
    failure: AuditError | None = None
    while alive:
        try:
            item = results.get()
            if item is None:
                alive -= 1
            elif isinstance(item, AuditError):
                failure = item
                frontier.close()
            elif isinstance(item, dict):
                walk.tools |= item
            else:
                page = replace(item.result, sampled=why.get(item.result.url, ""))
                walk.pages.append(page)
                walk.findings += item.findings
                if progress is not None:
                    done = len(walk.pages)
                    progress(Progress(done, frontier.known, page, fails=len(walk.findings)))
        except KeyboardInterrupt:
            walk.interrupted = True
            frontier.close()
            for worker in workers:
                worker.cut()
    for worker in workers:
        worker.join()
    if failure is not None:
        raise failure
    walk.pdfs = dict(frontier.pdfs)
    walk.unmatched = frontier.unmatched
    return walk
