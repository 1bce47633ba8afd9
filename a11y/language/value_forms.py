"""The one normal form of a value, from the match of the pattern that found it."""

from __future__ import annotations

import re
from datetime import date

from a11y.language import number_words

_MONTH_NAMES = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_SHORT_MONTHS = {
    **{name[:3]: index + 1 for index, name in enumerate(_MONTH_NAMES)},
    **{"jän": 1, "mrz": 3},
}
NUMBER_WORDS = number_words.COMMON | {"beide": 2, "beiden": 2, "beider": 2}
ONE = {"ein", "eine", "einen", "einem", "einer", "eines"}
_UNITS = {
    "sekunde": "Sekunde",
    "minute": "Minute",
    "min.": "Minute",
    "stunde": "Stunde",
    "std.": "Stunde",
    "werktag": "Werktag",
    "arbeitstag": "Arbeitstag",
    "kalendertag": "Kalendertag",
    "tag": "Tag",
    "woche": "Woche",
    "monat": "Monat",
    "quartal": "Quartal",
    "jahr": "Jahr",
    "lebensjahr": "Lebensjahr",
    "semester": "Semester",
}
_PARTS = {"drittel": 3, "viertel": 4, "fünftel": 5, "achtel": 8, "zehntel": 10}
_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_SIZES = {"tausend": 1_000, "tsd.": 1_000}
_SIZES |= dict.fromkeys(("million", "mio."), 1_000_000)
_SIZES |= dict.fromkeys(("milliarde", "mrd."), 1_000_000_000)


def day(match: re.Match[str]) -> str:
    day, month, year = int(match["day"]), match["month"], match["year"]
    number = int(month) if month.isdigit() else _SHORT_MONTHS[month.lower()[:3]]
    if not year:
        return f"--{number:02}-{day:02}" if is_date(2024, number, day) else match.group()
    full = int(year) + (2000 if len(year) == 2 and int(year) < 50 else 0)
    full += 1900 if len(year) == 2 and int(year) >= 50 else 0
    return f"{full:04}-{number:02}-{day:02}" if is_date(full, number, day) else match.group()


def is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def month_year(match: re.Match[str]) -> str:
    return f"{match['year']}-{_SHORT_MONTHS[match['month'].lower()[:3]]:02}"


def number_normal(text: str) -> str:
    """``1.250,00`` → ``1250``, ``28,80`` → ``28.80``, ``zwei`` → ``2``."""
    lowered = text.lower()
    if lowered in NUMBER_WORDS:
        return str(NUMBER_WORDS[lowered])
    if lowered in ONE:
        return "1"
    if (spelled := number_words.value_of(lowered)) is not None:
        return str(spelled)
    whole, _, rest = re.sub(r"[.\u202f\u00a0]", "", text).partition(",")
    return whole if not rest.strip("-–0") else f"{whole}.{rest}"


def price(match: re.Match[str]) -> str:
    text = match["amount"]
    whole, _, rest = re.sub(r"[.\u202f\u00a0]", "", text).partition(",")
    cents = rest if rest.isdigit() else "00"
    unit = "Cent" if match["unit"].lower().startswith("cent") else "EUR"
    return f"{number_normal(text)} Cent" if unit == "Cent" else f"{whole}.{cents:0<2} EUR"


def price_in_words(match: re.Match[str]) -> str:
    amount = number_normal(match["amount"])
    return f"{amount} Cent" if match["unit"] == "Cent" else f"{amount}.00 EUR"


def grouped_phone(match: re.Match[str]) -> str:
    """Figures in groups are a number to call only where there are seven to fifteen of them."""
    digits = re.sub(r"\D", "", match.group())
    return digits if 7 <= len(digits) <= 15 else ""


def million(match: re.Match[str]) -> str:
    size = next(n for name, n in _SIZES.items() if match["size"].lower().startswith(name))
    value = float(number_normal(match["amount"])) * size
    return f"{value:.2f} EUR" if match["unit"] else f"{value:.0f}"


def fraction(match: re.Match[str]) -> str:
    text = match.group().lower()
    if text in _SIGNS:
        return _SIGNS[text]
    if "/" in text:
        return re.sub(r"\s", "", text)
    count, _, part = text.partition(" ")
    return f"{number_normal(count)}/{_PARTS[part]}" if part else "1.5"


def first_day(match: re.Match[str]) -> str:
    """The first day of *vom 1. bis 15. März 2026*: month and year stand behind the second."""
    month = match["month"]
    number = int(month) if month.isdigit() else _SHORT_MONTHS[month.lower()[:3]]
    year = match["year"] or ""
    if not is_date(int(year or 2024), number, int(match["day"])):
        return ""
    return f"{year or '-'}-{number:02}-{int(match['day']):02}"


def time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else ""


def duration(match: re.Match[str]) -> str:
    unit = match["unit"].lower()
    for stem, name in sorted(_UNITS.items(), key=lambda pair: -len(pair[0])):
        if unit.startswith(stem):
            amount = number_normal(match["amount"])
            second = match["second"]
            return f"{amount}–{number_normal(second)} {name}" if second else f"{amount} {name}"
    return ""


def duration_of_part(match: re.Match[str]) -> str:
    amount = match["amount"].lower()
    normal = _SIGNS.get(amount, "1.5" if amount in ("eineinhalb", "anderthalb") else amount)
    unit = match["unit"].lower()
    name = next(_UNITS[u] for u in sorted(_UNITS, key=len, reverse=True) if unit.startswith(u))
    return f"{normal} {name}"


def plain(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match.group()).strip()


def iban(match: re.Match[str]) -> str:
    compact = re.sub(r"\s", "", match.group())
    return " ".join(compact[i : i + 4] for i in range(0, len(compact), 4))


def foreign_iban(match: re.Match[str]) -> str:
    """An account outside Germany, told by its check digits (ISO 13616, remainder 1 of 97)."""
    compact = re.sub(r"\s", "", match.group())
    turned = compact[4:] + compact[:4]
    valid = int("".join(str(int(char, 36)) for char in turned)) % 97 == 1
    return iban(match) if valid and len(compact) >= 15 else ""
