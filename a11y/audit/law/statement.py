"""Read an accessibility statement as a text: what Implementing Decision (EU) 2018/1523 asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
            "oktober", "november", "dezember",
        ),
        start=1,
    )
}  # fmt: skip

_DATE = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\.\s?(?P<name>[A-Za-zä]+)\s(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
)


class Status(StrEnum):
    """The three statuses of the model statement; UNSAID when none is given."""

    FULL = "vollständig vereinbar"
    PARTIAL = "teilweise vereinbar"
    NOT = "nicht vereinbar"
    UNSAID = "nicht angegeben"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement says. Dates are None where it gives none."""

    status: Status
    lists_barriers: bool
    gives_reasons: bool
    created: date | None
    reviewed: date | None
    says_method: bool
    says_scope: bool
    placeholders: tuple[str, ...]
    has_contact: bool


def read_statement(text: str, *, links: tuple[str, ...] = (), forms: int = 0) -> Statement:
    """Read the main text of a statement; links are the addresses on the page."""
    low = " ".join(text.lower().split())
    return Statement(
        status=_status(low),
        lists_barriers=bool(
            re.search(
                r"nicht barrierefreie inhalte|folgende[nr]? (inhalte|bereiche|barrieren|mängel)|"
                r"(sind|ist) (noch )?nicht barrierefrei|aufgeführten inhalte",
                low,
            )
        ),
        gives_reasons=bool(
            re.search(
                r"unverhältnismäßig|unvereinbarkeit|ausnahme|begründung|\bweil\b|\bda\b|grund|"
                r"nicht in den anwendungsbereich|fällt nicht unter",
                low,
            )
        ),
        created=_dated(low, r"(erstellt|erstellung|verfasst|veröffentlicht)"),
        reviewed=_dated(low, r"(überprüft|überprüfung|aktualisiert|aktualisierung|geprüft)"),
        says_method=bool(
            re.search(
                r"selbstbewertung|selbsteinschätzung|bewertung durch|bitv-?test|prüfung durch|"
                r"wcag|test(s|ung)? durch|dritte[nr]? (vorgenommen|durchgeführt)",
                low,
            )
        ),
        says_scope=bool(
            re.search(r"gilt für|geltungsbereich|diese (website|webseite|seiten)", low)
        ),
        placeholders=tuple(dict.fromkeys(re.findall(r"\[[^\]\n]{3,80}\]", text)))[:5],
        has_contact=forms > 0
        or any(link.startswith("mailto:") for link in links)
        or "@" in text
        or any(re.search(r"melden|feedback|kontaktformular", link, re.I) for link in links),
    )


def _status(low: str) -> Status:
    if re.search(r"teilweise (\w+ ){0,6}vereinbar|teilweise barrierefrei", low):
        return Status.PARTIAL
    if re.search(r"nicht (\w+ ){0,3}vereinbar(?!keit)(?! sind\.? diese)", low) and not re.search(
        r"vollständig (\w+ ){0,6}vereinbar", low
    ):
        return Status.NOT
    if re.search(r"(vollständig|in vollem umfang) (\w+ ){0,6}vereinbar", low):
        return Status.FULL
    return Status.UNSAID


def _dated(low: str, words: str) -> date | None:
    """The latest date within 60 characters after one of the words, or 40 before."""
    found: list[date] = []
    for match in re.finditer(words, low):
        near = low[max(0, match.start() - 40) : match.end() + 60]
        found += [day for raw in _DATE.finditer(near) if (day := _day(raw))]
    return max(found) if found else None


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    try:
        if part["y"]:
            return date(int(part["y"]), int(part["m"]), int(part["d"]))
        if part["y3"]:
            return date(int(part["y3"]), int(part["m3"]), int(part["d3"]))
        return date(int(part["y2"]), _MONTHS[part["name"].lower()], int(part["d2"]))
    except (KeyError, ValueError):
        return None
