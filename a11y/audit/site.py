"""Checks that need several pages: titles, navigation, names, help, ways through the site."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from a11y.audit.findings import Finding, PageResult, PageStatus
from a11y.audit.spoken import say

_say = partial(say, Path(__file__).with_name("site.yaml"), "site")


def check_pages(pages: Sequence[PageResult]) -> tuple[Finding, ...]:
    """Findings over all tested pages that carry facts; nothing is said about fewer than two."""
    tested = [page for page in pages if page.status is PageStatus.TESTED and page.facts]
    if len(tested) < 2:
        return ()
    return (
        *_same_titles(tested),
        *_navigation(tested),
        *_names(tested),
        *_help(tested),
        *_ways(tested),
        *_documented(tested),
        *_support(tested),
    )


def _same_titles(pages: Sequence[PageResult]) -> list[Finding]:
    by_title: dict[str, list[PageResult]] = defaultdict(list)
    for page in pages:
        if page.title.strip():
            by_title[page.title.strip()].append(page)
    return [
        _say("same-title", same[1].url, count=len(same), title=title)
        for title, same in by_title.items()
        if len({page.facts["heading"] for page in same}) > 1
    ]


def _navigation(pages: Sequence[PageResult]) -> list[Finding]:
    """The same links in one navigation keep their order from page to page."""
    seen = []
    order: dict[str, list[str]] = {}
    for page in pages:
        for number, nav in enumerate(page.facts["navs"]):
            name = nav["name"] or str(number + 1)
            links = list(dict.fromkeys(href for _, href in nav["links"]))
            known = order.setdefault(name, links)
            shared = [href for href in links if href in known]
            if len(shared) >= 3 and shared != [href for href in known if href in links]:
                seen.append(_say("navigation-order", page.url, name=name))
    return seen[:5]


def _names(pages: Sequence[PageResult]) -> list[Finding]:
    """A link to one target in the navigation has one name throughout."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[tuple[str, str], str] = {}
    for page in pages:
        for nav in page.facts["navs"]:
            for name, href in nav["links"]:
                if name and href.rstrip("/") != page.url.rstrip("/"):
                    names[href][name] += 1
                    where.setdefault((href, name), page.url)
    seen = []
    for href, counts in names.items():
        (usual, often), *others = counts.most_common()
        for other, count in others:
            if often >= 2 and count <= often / 2 and not _words(usual) & _words(other):
                page_url = where[(href, other)]
                seen.append(_say("link-name", page_url, href=href, other=other, usual=usual))
    return seen[:10]


def _help(pages: Sequence[PageResult]) -> list[Finding]:
    """Contact and help keep their place relative to their neighbours."""
    seen = []
    known: dict[str, set[str]] = {}
    for page in pages:
        links = [(link["name"], link["href"]) for link in page.facts["links"]]
        for at, (name, href) in enumerate(links):
            if not re.fullmatch(r"(kontakt|hilfe|hilfe und kontakt|contact|help)", name.lower()):
                continue
            near = {other for _, other in links[max(0, at - 3) : at + 4] if other != href}
            if href in known and len(near) > 2 and not near & known[href]:
                seen.append(_say("help-order", page.url, name=name))
            known.setdefault(href, set()).update(near)
            break
    return seen[:3]


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w{3,}", name.lower()))


def _ways(pages: Sequence[PageResult]) -> list[Finding]:
    home = min(pages, key=lambda page: len(page.url))
    ways = r"sitemap|inhaltsverzeichnis|übersicht|a ?[-–] ?z|suche"
    overview = any(re.search(ways, link["name"], re.I) for link in home.facts["links"])
    if overview or any(page.facts["search"] for page in pages) or len(pages) < 5:
        return []
    return [_say("one-way", home.url)]


_AIDS = {
    "Vorlesen": r"vorlesen|readspeaker|read aloud",
    "Kontrast": r"kontrast|contrast",
    "Schriftgröße": r"schriftgr|textgr|größere schrift|text size",
    "Leichte Sprache": r"leichte[rn]? sprache",
    "Gebärdensprache": r"gebärden|\bdgs\b|sign language",
}
_EXPLAIN = re.compile(r"barrierefreiheit|hilfe|accessibility|help|bedienung", re.I)


def _documented(pages: Sequence[PageResult]) -> list[Finding]:
    """Aids the home page offers are explained in the statement or a help page (EN 12.1.1)."""
    home = min(pages, key=lambda page: len(page.url))
    explaining = [
        page
        for page in pages
        if page is not home and _EXPLAIN.search(f"{page.title} {page.facts['heading']} {page.url}")
    ]
    if not explaining:
        return []  # a missing statement is the law's affair
    names = " ".join([link["name"] for link in home.facts["links"]] + home.facts.get("buttons", []))
    said = " ".join(page.facts["text"] for page in explaining)
    lacking = [
        aid
        for aid, pattern in _AIDS.items()
        if re.search(pattern, names, re.I) and not re.search(pattern, said, re.I)
    ]
    return [_say("undocumented", explaining[0].url, what=", ".join(lacking))] if lacking else []


_PHONE = re.compile(r"(tel(efon|\.)?|phone)[^\d]{0,20}\+?[\d(][\d\s()/-]{5,}", re.I)


def _support(pages: Sequence[PageResult]) -> list[Finding]:
    """A contact page that knows the telephone only shuts out who does not hear (EN 12.2.3)."""
    seen = []
    for page in pages:
        if not re.search(r"^(kontakt|contact|hilfe und kontakt)", page.facts["heading"], re.I):
            continue
        text = page.facts["text"]
        main = page.facts.get("main_links", page.facts["links"])
        written = re.search(r"\S@\S|\[at\]|\(at\)|fax|formular", text, re.I) or any(
            re.search(r"^mailto:|formular|chat", link["href"], re.I) for link in main
        )
        if _PHONE.search(text) and not written and not page.facts["forms"]:
            seen.append(_say("phone-only", page.url))
    return seen
