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

_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()}
_MONTHS["mrz"] = 3

_DATE = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\.\s?(?P<name>[A-Za-zä]+)\.?\s(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|\b(?P<name4>[A-Za-zä]{3,9})\.?\s(?P<y4>20\d\d)"
)


class Status(StrEnum):
    """The three statuses of the model statement; UNSAID when none is given."""

    FULL = "vollständig vereinbar"
    PARTIAL = "teilweise vereinbar"
    NOT = "nicht vereinbar"
    UNSAID = "nicht angegeben"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement says. Dates are None where it gives none.

    has_contact: a form, an address or a link to one; has_form: a form or a link to one.
    lists_barriers: names contents that are not accessible; a heading alone, "none" or "will follow"
    is no list.
    """

    status: Status
    lists_barriers: bool
    gives_reasons: bool
    created: date | None
    reviewed: date | None
    says_method: bool
    says_scope: bool
    placeholders: tuple[str, ...]
    has_contact: bool
    has_form: bool = False


def read_statement(text: str, *, links: tuple[str, ...] = (), forms: int = 0) -> Statement:
    """Read the main text of a statement; links are the addresses on the page."""
    low = " ".join(text.lower().split())
    return Statement(
        status=_status(text),
        lists_barriers=_lists_barriers(low),
        gives_reasons=bool(
            re.search(
                r"unverhältnismäßig|unvereinbarkeit|ausnahme|begründung|\bweil\b|\bda\b|grund|"
                r"nicht in den anwendungsbereich|fällt nicht unter",
                low,
            )
        ),
        created=_dated(low, r"(erstellt|erstellung|verfasst|veröffentlicht|stand:)"),
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
        placeholders=_placeholders(text),
        has_contact=forms > 0
        or any(link.startswith("mailto:") for link in links)
        or bool(re.search(r"\S@\S|\[at\]|\(at\)", low))
        or any(re.search(_CONTACT_LINK, link, re.I) for link in links),
        has_form=forms > 0 or any(re.search(_FORM_LINK, link, re.I) for link in links),
    )


# Rückmeldung and rueckmeldung, but not Anmeldung.
_CONTACT_LINK = r"ckmeldung|melden|feedback|kontaktformular"
_FORM_LINK = r"ckmeldung|melden|feedback|formular|kontakt"

# What a sentence must hold to speak of the status at all, and what makes it a wish.
_MEASURE = re.compile(
    r"\bvereinbar\b|\bkonform\b|barrierefrei\b|entspr(?:icht|echen)|erfüll(?:t|en)"
    r"|\bcompliant\b|\bconform"
)
_WISH = re.compile(
    r"bemüht|bestrebt|streben|\bziel\b|\bsoll(?:en)?\b|künftig|zukünftig|geplant|\bwerden wir\b"
    r"|\bverpflichtet\b|\bmüssen\b|\bstatus\b|arbeiten|damit|\bwird bis\b|\bbis ende\b"
)
_WHOLE = r"vollständig|in vollem umfang|vollumfänglich|uneingeschränkt|gänzlich|\bfully\b"
_PART = re.compile(
    r"teilweise|weitgehend|größtenteils|überwiegend|im wesentlichen|zum teil|in teilen|partially"
)
_LESS = re.compile(rf"\b(?:nicht|noch nicht|nicht ganz) (?:\w+ ){{0,2}}?(?:{_WHOLE})")
_EXCEPT = re.compile(r"bis auf|mit ausnahme|abgesehen von|ausgenommen|\bausnahmen\b|except")
_NONE = re.compile(
    r"\bnicht (?:\S+ ){0,10}?(?:vereinbar|konform)\b|\bunvereinbar\b"
    r"|\b(?:website|webseite|seite|internetseite|auftritt|angebot)\b (?:\S+ ){0,3}?ist"
    r" (?:derzeit |noch )?nicht barrierefrei|\bnot compliant\b"
)


def _status(text: str) -> Status:
    """The weakest status the statement gives: sentences that only wish say nothing."""
    found = {one for sentence in _sentences(text) if (one := _said(sentence))}
    if Status.PARTIAL in found or {Status.FULL, Status.NOT} <= found:
        return Status.PARTIAL
    if Status.NOT in found:
        return Status.NOT
    return Status.FULL if Status.FULL in found else Status.UNSAID


def _said(sentence: str) -> Status | None:
    if not _MEASURE.search(sentence) or _WISH.search(sentence):
        return None
    whole = re.search(_WHOLE, sentence)
    if _LESS.search(sentence) or (whole and _EXCEPT.search(sentence)):
        return Status.PARTIAL
    about = re.search(
        r"vereinbar|konform|compliant|conform|anforderung|bitv|barrierefrei", sentence
    )
    if _PART.search(sentence) and about:
        return Status.PARTIAL
    if _NONE.search(sentence):
        return Status.PARTIAL if whole and about else Status.NOT
    return Status.FULL if whole and about else None


def _sentences(text: str) -> list[str]:
    """Sentences in lower case; dots of short forms and numbers end none."""
    low = re.sub(r"\s+", " ", text.lower())
    low = re.sub(r"\b(abs|nr|art|bzw|gem|vgl|ca|st|z|b|d|h|i|v|m|s|ff|str)\. ?", r"\1 ", low)
    low = re.sub(r"\[[^\]]*\]", " ", low)  # a choice nobody has made
    return [" ".join(part.split()) for part in re.split(r"(?<=[^\d])\.\s|\.$|[!?;]", low) if part]


_LIST = re.compile(
    r"nicht barrierefreie (?:inhalte|bereiche|teile)"
    r"|folgende[nr]? (?:inhalte|bereiche|barrieren|mängel)"
    r"|(?:sind|ist) (?:noch )?(?:leider )?nicht (?:vollständig )?barrierefrei|aufgeführten inhalte"
    r"|(?:un)?vereinbarkeiten (?:sind )?nachstehend"
)
_LATER = re.compile(
    r"(?:werden|wird|erfolgt|folgt)\b.{0,120}?"
    r"(?:ermittelt|aufgeführt|ergänzt|aufgelistet|veröffentlicht|nachgereicht|auflisten)"
)


def _lists_barriers(low: str) -> bool:
    for match in _LIST.finditer(low):
        after = low[match.end() : match.end() + 300].lstrip(" :.–-")
        if re.match(r"(?:keine|entfällt|k\. ?a\.|-)", after):
            continue
        next_part = re.split(r"erstellung (?:dieser|der) erklärung|feedback|durchsetzung", after)[0]
        words = [
            word
            for word in re.findall(r"[a-zäöüß]{4,}", _LATER.sub(" ", next_part))
            if word not in _EMPTY
        ]
        if len(words) >= 2 or match.group().startswith(("sind", "ist")):
            return True
    return False


# What stands around a list that is not there.
_EMPTY = {
    "nachstehend", "aufgeführten", "aufgeführte", "inhalte", "sind", "folgenden", "gründen",
    "nicht", "barrierefrei", "diese", "dann", "werden", "wird", "demnächst", "ausnahmen",
    "vereinbarkeit", "unvereinbarkeiten",
}  # fmt: skip


def _placeholders(text: str) -> tuple[str, ...]:
    """Square brackets nobody has filled in; not those of addresses, file sizes and hints."""
    found = []
    for raw in re.findall(r"\[[^\[\]\n]{3,80}\]", text):
        if not re.fullmatch(
            r"\[\s*(?:at|ät|punkt|dot|mehr|pdf\b.*|extern\w*|öffnet .*|\d.*)\s*\]", raw, re.I
        ):
            found.append(raw)
    return tuple(dict.fromkeys(found))[:5]


def _dated(low: str, words: str) -> date | None:
    """The latest date within 60 characters after one of the words, or 40 before.

    A date by which something shall be done is not one on which it was.
    """
    found: list[date] = []
    for match in re.finditer(words, low):
        start = max(0, match.start() - 40)
        near = low[start : match.end() + 60]
        for raw in _DATE.finditer(near):
            before = low[max(0, start + raw.start() - 40) : start + raw.start()]
            if re.search(r"nächste|spätestens|\bbis(?: zum)?(?: ende)?\s*$|geplant", before):
                continue
            day = _day(raw)
            if day is not None:
                found.append(day)
    return max(found) if found else None


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    try:
        if part["y"]:
            return date(int(part["y"]), int(part["m"]), int(part["d"]))
        if part["y3"]:
            return date(int(part["y3"]), int(part["m3"]), int(part["d3"]))
        if part["y4"]:
            return date(int(part["y4"]), _MONTHS[part["name4"].lower()], 1)
        return date(int(part["y2"]), _MONTHS[part["name"].lower()], int(part["d2"]))
    except (KeyError, ValueError):
        return None
