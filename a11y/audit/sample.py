"""A sample of pages after Annex I of Implementing Decision (EU) 2018/1524."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence

from a11y.audit.findings import PageResult

# Point 3.2 of the annex: what a sample must hold, as far as the site has it.
_TYPES = (
    ("home", re.compile(r"^/?$")),
    ("login", re.compile(r"login|anmeldung$|sign-?in|konto", re.I)),
    ("sitemap", re.compile(r"sitemap|inhaltsverzeichnis|uebersicht|übersicht", re.I)),
    ("contact", re.compile(r"kontakt|contact|ansprechpartner", re.I)),
    ("help", re.compile(r"hilfe|help|faq", re.I)),
    ("legal", re.compile(r"impressum|datenschutz|legal|privacy", re.I)),
    ("statement", re.compile(r"barrierefreiheit|accessibility", re.I)),
    ("feedback", re.compile(r"feedback|barriere-melden|melden|rueckmeldung", re.I)),
    ("search", re.compile(r"such|search", re.I)),
    ("easy language", re.compile(r"leicht", re.I)),
    ("sign language", re.compile(r"gebaerden|gebärden|dgs", re.I)),
)


def choose(pages: Sequence[PageResult], *, share: float, seed: int) -> dict[str, str]:
    """Addresses to test → why: one page per type present, then a random share of the rest.

    pages carry facts. The draw is the same for the same seed and pages. At least one random page.
    """
    chosen: dict[str, str] = {}
    by_path = sorted(pages, key=lambda page: (len(page.url), page.url))
    for name, pattern in _TYPES:
        for page in by_path:
            path = re.sub(r"^https?://[^/]+", "", page.url)
            text = path if name == "home" else f"{path} {page.facts.get('heading', '')}"
            if pattern.search(text) and page.url not in chosen:
                chosen[page.url] = name
                break
    for name in ("forms", "videos"):
        held = (page for page in by_path if page.facts.get(name) and page.url not in chosen)
        found = next(held, None)
        if found is not None:
            chosen[found.url] = name
    rest = [page.url for page in by_path if page.url not in chosen]
    wanted = min(len(rest), max(1, math.ceil(share * len(chosen))))
    for url in random.Random(seed).sample(rest, wanted):
        chosen[url] = "random"
    return chosen
