"""Opening hours: which days, from when to when (*Mo–Fr 8–12 Uhr*, *Mi geschlossen*, *Do n. V.*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language import value_forms
from a11y.language.analysis import OpeningHours, Span, Value, ValueKind

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SHORT = {name[:2]: name for name in DAYS}
_SETS = {
    "täglich": DAYS,
    "werktags": DAYS[:6],  # a Werktag is every day but Sunday and holidays (§ 3 Abs. 2 BUrlG)
    "werktäglich": DAYS[:6],
    "wochentags": DAYS[:5],
    "wochenende": DAYS[5:],
    "wochenenden": DAYS[5:],
}
_PART = r"(?:(?:vor|nach)mittags?|morgens|abends?|früh)"
_SHORT_DAY = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
_LONG_DAY = (
    r"(?:(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn|[Ff]eier)tag|[Mm]ittwoch"
    r"|[Ss]onnabend)"
)
_SET = r"(?:[Tt]äglich|[Ww]erktags|[Ww]erktäglich|[Ww]ochentags|Wochenenden?)\b"
_DAY = rf"(?:{_SHORT_DAY}|{_LONG_DAY}(?:s|e|en|{_PART})?\b|[Ss]onn-(?=\s(?:und|oder|u\.)\s)|{_SET})"
_DAY_PART = rf"{_DAY}(?:\s{_PART}\b)?"
_TO = r"\s?(?:[-–—]|bis)\s?"
_AND = r"(?:\s?[,/+&;|]\s?(?:und\s)?|\s(?:und|sowie|u\.|oder|bzw\.)\s)"
_BESIDE = r"\s(?=(?:Mo|Di|Mi|Do|Fr|Sa|So)\b)"  # *Mo Di Do 9–12*
_DAYS = rf"{_DAY_PART}(?:(?:{_TO}|{_AND}(?:an\s|am\s)?|{_BESIDE}){_DAY_PART})*"
_WEEK = r"(?:ersten|zweiten|dritten|vierten|fünften|letzten|vorletzten|[1-5]\.)"
_WEEKS = rf"{_WEEK}(?:{_AND}(?:jeden\s)?{_WEEK})*"
_MONTHLY = (
    rf"(?P<each>(?:[Jj]eden\s|an\sjedem\s|[Aa]m\s|[Aa]n\s)(?=.{{0,60}}\s(?:im|des|eines)\s(?:jeden\s)?Monat))"
    rf"(?P<weeks>{_WEEKS})\s"
)
_OF_MONTH = r"(?:\s(?:im|des|eines)\s(?:jeden\s)?Monats?)"
_WORDS = "|".join(sorted((w for w in value_forms.NUMBER_WORDS if len(w) > 2), key=len)[::-1])
_TIME = r"\d{1,2}(?:[:.]\d{2})?"
_O_CLOCK = r"(?:\s?(?:Uhr|h)\b)"
_FROM_TO = rf"(?:von\s)?{_TIME}{_O_CLOCK}?{_TO}{_TIME}{_O_CLOCK}?"
_IN_WORDS = rf"(?:von\s)?(?:{_WORDS})(?:\sUhr)?\sbis\s(?:{_WORDS})\sUhr"
_ONE_END = rf"(?:[Aa]b|[Bb]is)\s{_TIME}{_O_CLOCK}"
_ALWAYS = r"rund um die Uhr|24 Stunden"
_RANGE = rf"(?:{_FROM_TO}|{_IN_WORDS}|{_ONE_END}|{_ALWAYS})"
_HOW = rf"(?:(?:jeweils|immer|nur|durchgehend|geöffnet|auch|zusätzlich|{_PART})\s)"
_TIMES = rf"{_RANGE}(?:{_AND}{_HOW}*{_RANGE})*"
_MEETING = (
    r"(?:[Nn]ach|[Mm]it|[Pp]er|[Aa]uf)\s(?:(?:vorheriger|vorherige|telefonischer|persönlicher"
    r"|individueller|schriftlicher|besonderer)\s)*"
    r"(?:(?:Termin-?)?[Vv]ereinbarung|(?:Termin)?[Aa]bsprache|(?:Vor)?[Aa]nmeldung"
    r"|Termin(?:buchung)?|Anfrage)\b|n\.\s?V\."
)
_CLOSED = (
    r"(?:(?:ganztägig|ganztags|den ganzen Tag)\s)?(?:geschlossen\b|Ruhetag\b"
    r"|zu(?=\s*(?:[.,;)|\n]|$))|keine?\s(?:Sprech(?:zeit|stunde)|Öffnung|Publikumsverkehr)\w*)"
)
_OFF = rf"(?:,?\s(?:außer|ausgenommen)\s(?:an\s|am\s)?(?P<off>{_DAYS}))"
_BETWEEN = rf"(?:\s?[:|,]\s?|\s+)\(?{_HOW}*"
_HOURS = re.compile(
    rf"(?<![\w-])(?:{_MONTHLY})?(?P<days>{_DAYS})(?(each){_OF_MONTH}){_OFF}?"
    rf"(?:{_BETWEEN}(?:(?P<times>{_TIMES})(?![\d.,]*\d)"
    rf"(?:\s(?P<shut>geschlossen)\b|(?:{_AND}|\s)(?:nur\s)?(?P<also>{_MEETING}))?"
    rf"|(?P<meeting>{_MEETING})|(?P<closed>{_CLOSED})))?"
)
_TURNED = re.compile(  # *8–12 Uhr (Mo–Fr)*, *von 8 bis 12 Uhr montags bis freitags*
    rf"(?<![\w.,:-])(?P<times>{_FROM_TO}(?<=[rh]))"
    rf"(?:\s?\((?P<inside>{_DAYS})\)|\s(?P<behind>(?:täglich|werktags|{_LONG_DAY}s\b)"
    rf"(?:(?:{_TO}|{_AND}){_LONG_DAY}s\b)*))"
)
_ONE_RANGE = re.compile(
    rf"(?P<part>{_PART}\s(?:von\s)?)?(?:(?P<from>{_TIME}|\b(?:{_WORDS})\b){_O_CLOCK}?{_TO}"
    rf"(?P<to>{_TIME}(?:\s?Uhr\b)?|(?:{_WORDS})\sUhr\b)"
    rf"|(?P<end>[Aa]b|[Bb]is)\s(?P<one>{_TIME}(?:\s?Uhr\b)?)|(?P<always>{_ALWAYS}))"
)
_ONCE = re.compile(r"(?:(?:kommende|nächste|diese|letzte|vergangene)[nmr]?|den)\s$")
_AT_A_DAY = re.compile(r"\b[Aa]m\s$")
_UNSURE = re.compile(r"\s*(?:[€%]|(?!(?:und|sowie|oder|nach|geöffnet|geschlossen)\b)[^\W\d_])")
_WEEK_NUMBERS = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "fünften": 5}
_WEEK_NUMBERS |= {"letzten": -1, "vorletzten": -2}


def find(text: str) -> tuple[OpeningHours, ...]:
    """All opening hours in text order; what is no time of day (*Fr. 30–45*) is left out."""
    found = [_read(match) for match in _matches(text)]
    ends = [item.span for item in found]
    for match in _turned(text):
        if not any(a < match.end() and match.start() < b for a, b in ends):
            days = _days(match["inside"] or match["behind"])
            found.append(_opening(match, days, times=_pairs(match)))
    return tuple(sorted(found, key=lambda item: item.span))


def times(text: str) -> Iterator[Value]:
    """The hours themselves as ``TIME`` values, those without *Uhr* too."""
    seen: set[Span] = set()
    for match in (*_matches(text), *_turned(text)):
        for value in (value for pair in _ranges(match) for value in pair):
            if value is not None and value.text and value.span not in seen:
                seen.add(value.span)
                yield value


def day_words(text: str) -> Iterator[tuple[Span, str]]:
    """Where a weekday stands shortened in opening hours, and its whole name."""
    for match in (*_matches(text), *_turned(text)):
        for group in ("days", "off", "inside"):
            if not match.re.groupindex.get(group) or match[group] is None:
                continue
            for day in re.finditer(_DAY, match[group]):
                name = _SHORT.get(day.group().rstrip("."))
                if name is not None:
                    start = match.start(group)
                    yield (start + day.start(), start + day.end()), name


def _matches(text: str) -> Iterator[re.Match[str]]:
    for match in _HOURS.finditer(text):
        if match["times"] is None:
            told = match["meeting"] or match["closed"] or match["each"]
            if told and not _ONCE.search(text, 0, match.start()):
                yield match
            continue
        told = re.search(r"Uhr|\d[:.]\d|\bh\b|Stunden", match["times"]) is not None
        if match["times"][:3].lower() in ("ab ", "bis") and _AT_A_DAY.search(
            text, 0, match.start()
        ):
            continue  # *am Freitag bis 12 Uhr*: a time limit
        counted = _UNSURE.match(text, match.end()) is not None  # *So 10 bis 12 Personen*
        timed = all(all(v is None or v.normal for v in pair) for pair in _ranges(match))
        if timed and (told or not counted):
            yield match


def _turned(text: str) -> Iterator[re.Match[str]]:
    for match in _TURNED.finditer(text):
        if all(all(v is None or v.normal for v in pair) for pair in _ranges(match)):
            yield match


def _read(match: re.Match[str]) -> OpeningHours:
    days = _days(match["days"])
    if match["off"]:
        days = tuple(day for day in days if day not in _days(match["off"]))
    weeks = [re.sub(r"\.$", "", w) for w in re.findall(_WEEK, match["weeks"] or "")]
    return _opening(
        match,
        days,
        times=_pairs(match),
        closed=bool(match["shut"] or match["closed"]),
        by_appointment=bool(match["also"] or match["meeting"]),
        weeks=tuple(_WEEK_NUMBERS[w] if w in _WEEK_NUMBERS else int(w) for w in weeks),
    )


def _opening(
    match: re.Match[str],
    days: tuple[str, ...],
    *,
    times: tuple[tuple[str, str], ...],
    closed: bool = False,
    by_appointment: bool = False,
    weeks: tuple[int, ...] = (),
) -> OpeningHours:
    return OpeningHours(
        span=match.span(),
        text=match.group(),
        days=days,
        times=times,
        closed=closed,
        by_appointment=by_appointment,
        weeks=weeks,
    )


def _pairs(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (start.normal if start else "", end.normal if end else "") for start, end in _ranges(match)
    )


def _ranges(match: re.Match[str]) -> Iterator[tuple[Value | None, Value | None]]:
    """(from, to) of each range; None: that end is not told (*ab 14 Uhr*)."""
    if match["times"] is None:
        return
    offset = match.start("times")
    late = re.search(r"nachmittags?\b|abends?\b", match.string[match.start() : offset]) is not None
    for one in _ONE_RANGE.finditer(match["times"]):
        if one["part"]:
            late = one["part"].startswith(("nach", "abend"))
        if one["always"]:
            place = offset + one.start()
            yield _midnight("00:00", place), _midnight("24:00", place)
        elif one["end"]:
            value = _time(one["one"], offset + one.start("one"), late=late)
            yield (value, None) if one["end"].lower() == "ab" else (None, value)
        else:
            yield (
                _time(one["from"], offset + one.start("from"), late=late),
                _time(one["to"], offset + one.start("to"), late=late),
            )


def _midnight(normal: str, place: int) -> Value:
    return Value(kind=ValueKind.TIME, span=(place, place), text="", normal=normal)


def _time(written: str, start: int, *, late: bool) -> Value:
    """late: in the afternoon or evening, where *2 Uhr* is 14:00."""
    hour, _, minute = re.sub(r"\s?(?:Uhr|h)\b", "", written).replace(".", ":").partition(":")
    number = value_forms.NUMBER_WORDS.get(hour) if not hour.isdigit() else int(hour)
    fits = number is not None and number <= 24 and int(minute or 0) < 60
    if number is None or not fits:
        normal = ""
    else:
        normal = f"{number + 12 * (late and number < 12):02}:{int(minute or 0):02}"
    return Value(
        kind=ValueKind.TIME, span=(start, start + len(written)), text=written, normal=normal
    )


def _days(written: str) -> tuple[str, ...]:
    """*Mo–Do, Sa* → Monday to Thursday and Saturday."""
    found = list(re.finditer(_DAY, written))
    names = [_whole(day.group()) for day in found]
    out = list(names[0])
    for (left, right), name in zip(pairwise(found), names[1:], strict=True):
        joined = written[left.end() : right.start()]
        joined = re.sub(rf"^\s{_PART}\b", "", joined)
        if re.fullmatch(_TO, joined) and out[-1] in DAYS and name[0] in DAYS:
            out += _between(out[-1], name[0])
        out += name
    return tuple(dict.fromkeys(out))


def _whole(written: str) -> tuple[str, ...]:
    name = written.rstrip(".")
    if name in _SHORT:
        return (_SHORT[name],)
    if name.lower() in _SETS:
        return _SETS[name.lower()]
    lower = re.sub(rf"(?:(?<=g)(?:en|e|s)|(?<=[dh])s|{_PART})$", "", name.lower())
    if lower == "sonn-":
        return ("Sonntag",)
    return ("Samstag" if lower == "sonnabend" else lower.capitalize(),)


def _between(first: str, last: str) -> Sequence[str]:
    start, end = DAYS.index(first), DAYS.index(last)
    return DAYS[start + 1 : end] if start < end else (*DAYS[start + 1 :], *DAYS[:end])
