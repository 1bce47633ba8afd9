"""Opening hours: which days, from when to when (*Mo–Fr 8–12 Uhr*, *Mo. bis Do. 8:00–16:00*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language.analysis import OpeningHours, Span, Value, ValueKind

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SHORT = {name[:2]: name for name in DAYS}
_DAY = (
    r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
    r"|(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tags?\b|[Mm]ittwochs?\b"
    r"|[Ss]onnabends?\b)"
)
_TO = r"\s?(?:[-–—]|bis)\s?"
_TIME = r"\d{1,2}(?:[:.]\d{2})?"
_RANGE = rf"(?:von\s)?{_TIME}(?:\sUhr)?{_TO}{_TIME}(?:\s?Uhr|\sh\b)?"
_DAYS = rf"{_DAY}(?:(?:{_TO}|\s?[,/+&]\s?|\s(?:und|sowie)\s){_DAY})*"
_HOURS = re.compile(
    rf"(?<!\w)(?P<days>{_DAYS}):?,?\s+(?:jeweils\s)?"
    rf"(?P<times>{_RANGE}(?:(?:\s?[,/]\s?|\s(?:und|sowie)\s(?:von\s)?){_RANGE})*)(?![\d.,]*\d)"
)
_ONE_RANGE = re.compile(rf"(?P<from>{_TIME})(?:\sUhr)?{_TO}(?P<to>{_TIME}(?:\s?Uhr\b)?)")


_UNSURE = re.compile(r"\s*(?:[€%]|(?!(?:und|sowie|oder|nach|geöffnet|geschlossen)\b)[^\W\d_])")


def find(text: str) -> tuple[OpeningHours, ...]:
    """All opening hours in text order; what is no time of day (*Fr. 30–45*) is left out."""
    return tuple(
        OpeningHours(
            span=match.span(),
            text=match.group(),
            days=_days(match["days"]),
            times=tuple((start.normal, end.normal) for start, end in _ranges(match)),
        )
        for match in _matches(text)
    )


def times(text: str) -> Iterator[Value]:
    """The hours themselves as ``TIME`` values, those without *Uhr* too."""
    for match in _matches(text):
        for pair in _ranges(match):
            yield from pair


def day_words(text: str) -> Iterator[tuple[Span, str]]:
    """Where a weekday stands shortened in opening hours, and its whole name."""
    for hours in _matches(text):
        for day in re.finditer(_DAY, hours["days"]):
            name = _SHORT.get(day.group().rstrip("."))
            if name is not None:
                start = hours.start("days")
                yield (start + day.start(), start + day.end()), name


def _matches(text: str) -> Iterator[re.Match[str]]:
    for match in _HOURS.finditer(text):
        told = re.search(r"Uhr|\d[:.]\d|\bh\b", match["times"]) is not None
        counted = _UNSURE.match(text, match.end()) is not None  # *So 10 bis 12 Personen*
        timed = all(start.normal and end.normal for start, end in _ranges(match))
        if timed and (told or not counted):
            yield match


def _ranges(match: re.Match[str]) -> Iterator[tuple[Value, Value]]:
    offset = match.start("times")
    for one in _ONE_RANGE.finditer(match["times"]):
        yield (
            _time(one["from"], offset + one.start("from")),
            _time(one["to"], offset + one.start("to")),
        )


def _time(written: str, start: int) -> Value:
    hour, _, minute = re.sub(r"\s?Uhr", "", written).replace(".", ":").partition(":")
    fits = int(hour) <= 24 and int(minute or 0) < 60
    normal = f"{int(hour):02}:{int(minute or 0):02}" if fits else ""
    return Value(
        kind=ValueKind.TIME, span=(start, start + len(written)), text=written, normal=normal
    )


def _days(written: str) -> tuple[str, ...]:
    """*Mo–Do, Sa* → Monday to Thursday and Saturday."""
    found = list(re.finditer(_DAY, written))
    names = [_whole(day.group()) for day in found]
    out = names[:1]
    for (left, right), name in zip(pairwise(found), names[1:], strict=True):
        if re.fullmatch(_TO, written[left.end() : right.start()]):
            out += _between(out[-1], name)
        out.append(name)
    return tuple(dict.fromkeys(out))


def _whole(written: str) -> str:
    name = written.rstrip(".")
    if name in _SHORT:
        return _SHORT[name]
    name = name.capitalize().removesuffix("s")
    return "Samstag" if name == "Sonnabend" else name


def _between(first: str, last: str) -> Sequence[str]:
    start, end = DAYS.index(first), DAYS.index(last)
    return DAYS[start + 1 : end] if start < end else (*DAYS[start + 1 :], *DAYS[:end])
