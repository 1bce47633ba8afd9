"""The checks that look at the whole site after the crawl."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from a11y.audit.findings import Finding, Outcome, PageResult, PageStatus, Text
from a11y.audit.law.media import probe_video
from a11y.audit.law.profiles import Profile
from a11y.audit.law.statement import Statement, Status, read_statement
from a11y.audit.norms import criteria_in
from a11y.audit.robots import Answer, fetch
from a11y.audit.spoken import say

# Text → (sentences, list of what stands out per sentence); given from outside.
EasyCheck = Callable[[str], tuple[int, Sequence[str]]]

_STATEMENT = re.compile(
    r"(erklärung zur )?(digitalen )?barrierefreiheit|accessibility statement", re.I
)
_FEEDBACK = re.compile(r"barriere[n]? melden|feedback|rückmeldung|kontakt|barrierefreiheit", re.I)
_EASY = re.compile(r"leichte[r]? sprache", re.I)
_DGS = re.compile(r"gebärdensprache|\bdgs\b", re.I)


_say = functools.partial(say, Path(__file__).with_name("rules.yaml"), "law")


def check_site(
    pages: Sequence[PageResult],
    findings: Sequence[Finding],
    *,
    profile: Profile,
    today: date | None = None,
    easy: EasyCheck | None = None,
    insecure: bool = False,
) -> tuple[tuple[Finding, ...], tuple[Text, ...]]:
    """Check tested pages (with facts) against the profile; returns findings and notes.

    Fetches what the pages link (statement, videos) if it was not among them.
    """
    tested = [page for page in pages if page.status is PageStatus.TESTED and page.facts]
    if not tested:
        return (), ()
    home = min(tested, key=lambda page: (len(urlsplit(page.url).path), page.url))
    seen: list[Finding] = []
    get = functools.lru_cache(maxsize=64)(lambda url: fetch(url, insecure=insecure))
    seen += _links_everywhere(tested, home)
    statement_url = _statement_url(home) or next(filter(None, map(_statement_url, tested)), "")
    if statement_url:
        seen += _statement(statement_url, tested, findings, profile, today or date.today(), get)
    if profile.section4 in ("yes", "probably"):
        asked = _section4(home, tested, get)
        if profile.section4 == "probably":  # told by somebody else than the Land: people must look
            asked = [replace(one, outcome=Outcome.REVIEW) for one in asked]
        seen += asked
    for page in tested:
        if _DGS.search(f"{page.title} {page.facts['heading']} {urlsplit(page.url).path}"):
            seen += _videos(page, insecure)
        easy_page = _EASY.search(f"{page.title} {page.facts['heading']}") or "leicht" in page.url
        if easy_page:
            seen += _easy_look(page)
        if easy is not None and easy_page:
            seen += _easy(page, easy)
    return tuple(seen), _notes(profile, easy)


def _notes(profile: Profile, easy: EasyCheck | None) -> tuple[Text, ...]:
    notes = []
    if profile.unknown:
        what = ", ".join(profile.unknown)
        notes.append(
            Text(
                de=f"Das Profil {profile.name} ({profile.law}) weiß nicht: {what}.",
                en=f"The profile {profile.name} ({profile.law}) does not know: {what}.",
            )
        )
    if profile.answer:
        notes.append(
            Text(
                de=f"Wer eine Barriere meldet, muss Antwort bekommen: {profile.answer}.",
                en=f"Who reports a barrier must be answered within: {profile.answer}.",
            )
        )
    if profile.monitoring:
        notes.append(
            Text(
                de=f"Überwacht wird in {profile.name} durch: {profile.monitoring}.",
                en=f"In {profile.name} compliance is monitored by: {profile.monitoring}.",
            )
        )
    if profile.source:
        notes.append(
            Text(
                de=f"Quelle des Profils {profile.name}: {profile.source}.",
                en=f"Source of the profile {profile.name}: {profile.source}.",
            )
        )
    if easy is None:
        notes.append(
            Text(
                de="Leichte Sprache wurde nicht geprüft: es war keine Prüfung dafür angegeben.",
                en="Leichte Sprache was not checked: no check for it was given.",
            )
        )
    return tuple(notes)


def _named(page: PageResult, pattern: re.Pattern[str]) -> list[Mapping[str, str]]:
    return [link for link in page.facts["links"] if pattern.search(link["name"])]


def _statement_url(page: PageResult) -> str:
    links = _named(page, re.compile(r"erklärung zur (digitalen )?barrierefreiheit", re.I))
    links = links or [
        link for link in _named(page, _STATEMENT) if "melden" not in link["name"].lower()
    ]
    return links[0]["href"].split("#")[0] if links else ""


def _links_everywhere(tested: Sequence[PageResult], home: PageResult) -> list[Finding]:
    seen = []
    for rule, pattern in (("statement-missing", _STATEMENT), ("feedback-missing", _FEEDBACK)):
        lacking = [page for page in tested if not _named(page, pattern)]
        if lacking:
            first = home if home in lacking else lacking[0]
            seen.append(_say(rule, first.url, count=len(lacking), total=len(tested)))
    return seen


def _statement(
    url: str,
    tested: Sequence[PageResult],
    findings: Sequence[Finding],
    profile: Profile,
    today: date,
    get: Callable[[str], Answer],
) -> list[Finding]:
    page = next((page for page in tested if page.url == url), None)
    if page is None:
        answer = get(url)
        if answer.status != 200:
            return [_say("statement-unreachable", url, why=answer.problem or answer.status)]
        if answer.content_type == "application/pdf":
            return [_say("statement-pdf", url)]
        text, links, forms = _plain(answer.body)
    else:
        text = page.facts["text"]
        links = tuple(link["href"] for link in page.facts["links"])
        forms = sum(1 for form in page.facts["forms"] if len(form["fields"]) > 1)
    said = read_statement(text, links=links, forms=forms)
    return _content(url, said, text, links, findings, profile, today)


def _content(
    url: str,
    said: Statement,
    text: str,
    links: Sequence[str],
    findings: Sequence[Finding],
    profile: Profile,
    today: date,
) -> list[Finding]:
    seen = []
    if said.status is Status.UNSAID:
        seen.append(_say("status-missing", url))
    if said.status is Status.FULL and said.lists_barriers:
        seen.append(_say("full-but-listed", url))
    if said.status in (Status.PARTIAL, Status.NOT):
        if not said.lists_barriers:
            seen.append(_say("barriers-missing", url, status=said.status.value))
        if not said.gives_reasons:
            seen.append(_say("reasons-missing", url))
    fails = [one for one in findings if one.outcome is Outcome.FAIL]
    broken = sorted({number for one in fails for number in criteria_in(one.clauses)})
    if fails and said.status is Status.FULL:
        seen.append(_say("contradiction", url, count=len(fails), criteria=", ".join(broken)))
    elif broken and said.status is Status.PARTIAL:
        unnamed = [number for number in broken if number not in text]
        if unnamed:
            seen.append(_say("unlisted", url, criteria=", ".join(unnamed)))
    if not any(word.lower() in text.lower() for word in profile.body):
        rule = "body-missing" if profile.body_certain else "body-unsure"
        seen.append(_say(rule, url, body=profile.body_name))
    elif not any(
        re.search(r"schlichtung|ombuds|durchsetz|beauftragt|ueberwachung|barrierefrei", link, re.I)
        for link in links
        if urlsplit(link).hostname != urlsplit(url).hostname
    ):
        found = _say("body-unlinked", url)
        outcome = Outcome.FAIL if profile.link_required else Outcome.REVIEW
        seen.append(replace(found, outcome=outcome))
    for lacking, rule in (
        (said.created is None and said.reviewed is None, "created-missing"),
        (not said.says_method, "method-missing"),
        (not said.says_scope, "scope-missing"),
        (not said.has_contact, "feedback-in-statement"),
        (said.has_contact and profile.form_required and not said.has_form, "feedback-form"),
    ):
        if lacking:
            seen.append(_say(rule, url))
    last = max((day for day in (said.created, said.reviewed) if day), default=None)
    if last and (today - last).days > 365:
        days = (today - last).days
        seen.append(_say("review-old", url, when=last.strftime("%d.%m.%Y"), days=days))
    for text_left in said.placeholders:
        seen.append(_say("placeholder", url, text=text_left))
    return seen


_PARTS = (
    (
        "wesentliche Inhalte",
        re.compile(r"inhalt|finden sie|auf (dieser|unserer) (seite|internet)|startseite", re.I),
    ),
    ("Navigation", re.compile(r"navigation|menü|bedien|benutz|aufbau|klicken|such", re.I)),
    ("Erklärung zur Barrierefreiheit", re.compile(r"barriere", re.I)),
    ("weitere Inhalte in dieser Form", re.compile(r"weitere|mehr|noch|andere", re.I)),
)


def _section4(
    home: PageResult, tested: Sequence[PageResult], get: Callable[[str], Answer]
) -> list[Finding]:
    seen = []
    for rule, pattern in (("section4-easy", _EASY), ("section4-dgs", _DGS)):
        links = _named(home, pattern)
        inside = pattern.search(" ".join([*home.facts["headings"], *home.facts["blocks"]]))
        if not links and not inside:
            seen.append(_say(rule, home.url))
            continue
        if pattern is _DGS and links and not any(link.get("picture", True) for link in links):
            seen.append(_say("dgs-logo", home.url))
        for link in links[:1]:
            url = link["href"].split("#")[0]
            page = next((page for page in tested if page.url == url), None)
            if page is not None:
                text = page.facts["text"]
            else:
                answer = get(url)
                if answer.status != 200:
                    why = answer.problem or str(answer.status)
                    seen.append(_say("section4-broken", home.url, name=link["name"], why=why))
                    continue
                text, _, _ = _plain(answer.body)
            missing = [name for name, sign in _PARTS if not sign.search(text)]
            if pattern is _DGS and page is not None and not page.facts["videos"]:
                missing.insert(0, "ein Video")
            if missing:
                what = ", ".join(missing)
                seen.append(_say("section4-contents", url, name=link["name"], missing=what))
    return seen


def _videos(page: PageResult, insecure: bool) -> list[Finding]:
    """What is said of several videos of a page is said once, with the first one's name."""
    said: dict[tuple[str, Text], list[str]] = {}
    for video in page.facts["videos"]:
        src = video["src"]
        if not src.startswith("http"):
            continue
        looked = probe_video(src, around=video["around"], insecure=insecure)
        name = urlsplit(src).path.rsplit("/", 1)[-1]
        if not video.get("picture", True):
            looked.reviews.append(
                Text("daneben kein Logo für Gebärdensprache", "no sign language logo beside it")
            )
        if not video["downloads"]:
            looked.fails.append(Text("kein Link zum Herunterladen", "no download link"))
        for rule, reasons in (("dgs-video", looked.fails), ("dgs-video-look", looked.reviews)):
            for why in reasons:
                said.setdefault((rule, why), []).append(name)
    seen = []
    for (rule, why), names in said.items():
        more = f" (+ {len(names) - 1})" if len(names) > 1 else ""
        seen.append(_say(rule, page.url, src=names[0] + more, why=why))
    return seen


def _easy(page: PageResult, easy: EasyCheck) -> list[Finding]:
    text = " ".join(
        block if block.endswith((".", "!", "?", ":")) else f"{block}."
        for block in page.facts["blocks"]
    )
    if len(text) < 120:
        return []
    sentences, issues = easy(text)
    share = round(100 * len(issues) / max(sentences, 1))
    if share < 25:
        return []
    what = ", ".join(dict.fromkeys(issues[:4]))
    return [_say("easy-language", page.url, share=min(share, 100), what=what)]


def _easy_look(page: PageResult) -> list[Finding]:
    """Layout that BITV 2.0 Anlage 2 Teil 2 asks of Leichte Sprache, as far as it is computed."""
    blocks = page.facts.get("look", ())
    if len(blocks) < 3:
        return []
    most = len(blocks) / 2
    said = []
    if sum(block["size"] < 19 for block in blocks) > most:
        said.append(Text("Schrift kleiner als 1,2 em", "text smaller than 1.2 em"))
    if sum(block["align"] in ("justify", "right", "end", "center") for block in blocks) > most:
        said.append(Text("Text nicht linksbündig", "text not flush left"))
    if sum(block["hyphens"] == "auto" for block in blocks) > most:
        said.append(Text("Silbentrennung am Zeilenende", "words are hyphenated"))
    if len({block["family"] for block in blocks}) > 2:
        said.append(Text("mehr als zwei Schriftarten", "more than two typefaces"))
    return [_say("easy-look", page.url, what=what) for what in said]


def _plain(body: bytes) -> tuple[str, tuple[str, ...], int]:
    """Text, link addresses and number of letter-like forms of a page we did not visit."""
    root = etree.fromstring(body or b"<html></html>", etree.HTMLParser())
    if root is None:
        return "", (), 0
    etree.strip_elements(root, "script", "style", with_tail=False)
    links = tuple(node.get("href", "") for node in root.iter("a"))
    forms = sum(1 for form in root.iter("form") if form.find(".//textarea") is not None)
    return " ".join(" ".join(map(str, root.itertext())).split()), links, forms
