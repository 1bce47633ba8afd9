"""Find the things that must never be lost: dates, times, amounts, numbers, addresses, § …

Each has a normal form that stays the same however the German around it is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from a11y.language.analysis import Value, ValueKind

_MONTH_NAMES = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_SHORT_MONTHS = {
    **{name[:3]: index + 1 for index, name in enumerate(_MONTH_NAMES)},
    **{"jän": 1, "mrz": 3},
}
_MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\.)"
)
NUMBER_WORDS = {
    **{"null": 0, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7},
    **{"acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13},
    **{"vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18},
    **{"neunzehn": 19, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50},
    **{"sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100},
    **{"einhundert": 100, "zweihundert": 200, "tausend": 1000, "eintausend": 1000},
    **{"beide": 2, "beiden": 2, "beider": 2},
}
_ONE = {"ein", "eine", "einen", "einem", "einer", "eines"}
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
_NUM = r"\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,(?:\d+|-{1,2}|–))?|\d+(?:,(?:\d+|-{1,2}|–))?"
_NUMBER_WORD = "|".join(sorted((*NUMBER_WORDS, *_ONE), key=len, reverse=True))
_UNIT = (
    r"(?:Sekunden?|Minuten?|Min\.|Stunden?|Std\.|Werktag|Arbeitstag|Kalendertag|Tag|Wochen?"
    r"|Monat|Quartal|Lebensjahr|Jahr|Semester)(?:en|es|e|s)?n?\b"
)
_STREET = (
    r"(?:[A-ZÄÖÜ][\wäöüß.-]+(?:straße|strasse|str\.|platz|weg|allee|gasse|ring|damm|ufer|markt"
    r"|hof|steig|promenade|chaussee)|[A-ZÄÖÜ][\wäöüß.-]+(?: [A-ZÄÖÜ][\wäöüß.-]+)?[ -]"
    r"(?:Straße|Str\.|Platz|Weg|Allee|Gasse|Ring|Damm|Ufer|Markt))"
)


def _date(match: re.Match[str]) -> str:
    day, month, year = int(match["day"]), match["month"], match["year"]
    number = int(month) if month.isdigit() else _SHORT_MONTHS[month.lower()[:3]]
    if not year:
        return f"--{number:02}-{day:02}" if _is_date(2024, number, day) else match.group()
    full = int(year) + (2000 if len(year) == 2 and int(year) < 50 else 0)
    full += 1900 if len(year) == 2 and int(year) >= 50 else 0
    return f"{full:04}-{number:02}-{day:02}" if _is_date(full, number, day) else match.group()


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month_year(match: re.Match[str]) -> str:
    return f"{match['year']}-{_SHORT_MONTHS[match['month'].lower()[:3]]:02}"


def number_normal(text: str) -> str:
    """``1.250,00`` → ``1250``, ``28,80`` → ``28.80``, ``zwei`` → ``2``."""
    lowered = text.lower()
    if lowered in NUMBER_WORDS:
        return str(NUMBER_WORDS[lowered])
    if lowered in _ONE:
        return "1"
    whole, _, rest = re.sub(r"[.\u202f\u00a0]", "", text).partition(",")
    return whole if not rest.strip("-–0") else f"{whole}.{rest}"


def _price(match: re.Match[str]) -> str:
    text = match["amount"]
    whole, _, rest = re.sub(r"[.\u202f\u00a0]", "", text).partition(",")
    cents = rest if rest.isdigit() else "00"
    unit = "Cent" if match["unit"].lower().startswith("cent") else "EUR"
    return f"{number_normal(text)} Cent" if unit == "Cent" else f"{whole}.{cents:0<2} EUR"


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else ""


def _duration(match: re.Match[str]) -> str:
    unit = match["unit"].lower()
    for stem, name in sorted(_UNITS.items(), key=lambda pair: -len(pair[0])):
        if unit.startswith(stem):
            amount = number_normal(match["amount"])
            second = match["second"]
            return f"{amount}–{number_normal(second)} {name}" if second else f"{amount} {name}"
    return ""


def _plain(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match.group())


def _iban(match: re.Match[str]) -> str:
    compact = re.sub(r"\s", "", match.group())
    return " ".join(compact[i : i + 4] for i in range(0, len(compact), 4))


_Normal = Callable[[re.Match[str]], str]
_RULES: tuple[tuple[ValueKind, re.Pattern[str], _Normal], ...] = (
    (
        ValueKind.URL,
        re.compile(
            r"(?:https?://|www\.)[^\s<>\"„“”]+[^\s<>\"„“”.,;:!?)\]]"
            r"|(?<![\w@.-])[a-zA-Z0-9][\w-]*(?:\.[\w-]+)*\.(?:de|eu|com|org|net|info)"
            r"(?![\w.@-])(?:/[^\s,;()]*[^\s,;().])?"
        ),
        lambda m: m.group(),
    ),
    (
        ValueKind.EMAIL,
        re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        lambda m: m.group().lower(),
    ),
    (ValueKind.IBAN, re.compile(r"\bDE\d{2}(?:\s?\d{4}){4}\s?\d{2}\b"), _iban),
    (
        ValueKind.PARAGRAPH,
        re.compile(
            r"(?:§§?|Art\.|Artikel)\s?\d+[a-z]?(?:\s(?:Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|Ziff\."
            r"|Buchst\.|Buchstabe|Halbsatz)\s?\d*[a-z]?)*(?:,?\s(?:bis|und|u\.|ff\.|f\.)\s?\d*[a-z]?)?"
            r"(?:\s(?:des|der)\s[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung|verordnung|satzung|buch)(?:e?s)?(?:\s\([A-Z]\w+\))?"
            r"|\s[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[A-ZÄÖÜ]\b)?"
        ),
        _plain,
    ),
    (
        ValueKind.DATE,
        re.compile(
            rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}}(?=\.)|{_MONTH})"
            r"(?:\.?\s?(?P<year>\d{4}|(?<=\.)\d{2}(?!\d)))?(?:(?<=\d)\.(?=\s|$|,))?"
        ),
        _date,
    ),
    (ValueKind.DATE, re.compile(rf"\b(?P<month>{_MONTH})\s(?P<year>\d{{4}})\b"), _month_year),
    (
        ValueKind.PRICE,
        re.compile(rf"(?P<amount>{_NUM})\s?(?P<unit>€|EUR\b|Euro\b|Cent\b)"),
        _price,
    ),
    (ValueKind.PRICE, re.compile(rf"(?P<unit>€|EUR)\s?(?P<amount>{_NUM})"), _price),
    (
        ValueKind.PERCENT,
        re.compile(rf"(?P<amount>{_NUM})\s?(?:%|Prozent\b|v\.\s?H\.)"),
        lambda m: f"{number_normal(m['amount'])} %",
    ),
    (
        ValueKind.TIME,
        re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s?Uhr\b)"),
        _time,
    ),
    (
        ValueKind.TIME,
        re.compile(r"(?<![\d.:,])(?P<hour>\d{1,2})(?P<minute>)\s?Uhr\b"),
        _time,
    ),
    (
        ValueKind.TIME,
        re.compile(
            r"(?<![\d.:,])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?=\s?(?:bis|[-–])\s?\d{1,2}(?:[.:]\d{2})?\sUhr\b)"
        ),
        _time,
    ),
    (
        ValueKind.TIME,
        re.compile(r"(?<![\d.:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:])"),
        _time,
    ),
    (
        ValueKind.PHONE,
        re.compile(
            r"(?<![\w.,/-])(?:\+49[\s(/0)-]*|0)\d{2,5}(?:[)\s/.–-]{1,3}\d{2,}){1,5}(?:-\d{1,5})?"
            r"|(?<=Tel\.)\s?[\d\s/()-]{6,}\d|(?<=Telefon )115\b|\b115\b(?=\s*\(Beh)"
            r"|(?<![\w.,-])0\d{3,5}[\s/-]?\d{4,}"
        ),
        lambda m: re.sub(r"[^\d+]", "", m.group().replace("(0)", "")),
    ),
    (
        ValueKind.ADDRESS,
        re.compile(
            rf"{_STREET}\s\d+\s?[a-z]?\b(?:\s?[-–]\s?\d+\s?[a-z]?\b)?"
            r"(?:,?\s(?:D-)?\d{5}\s[A-ZÄÖÜ][\w-]+(?:\s(?:am|an der|im|ob der)\s[A-ZÄÖÜ]\w+)?)?"
        ),
        _plain,
    ),
    (ValueKind.ADDRESS, re.compile(r"(?<!\d)\d{5}\s[A-ZÄÖÜ][a-zäöüß]+(?:-\w+)*"), _plain),
    (
        ValueKind.DURATION,
        re.compile(
            rf"(?i:(?<![\w,.])(?P<amount>{_NUM}|{_NUMBER_WORD})(?:\s?(?:bis|[-–])\s?(?P<second>{_NUM}"
            rf"|{_NUMBER_WORD}))?(?:\svolle[nr]?|\sganze[nr]?|\sweitere[nr]?)?)\s(?P<unit>{_UNIT})"
        ),
        _duration,
    ),
    (
        ValueKind.ORDINAL,
        re.compile(r"(?<![\w.,])\d{1,3}\.(?=\s+[A-ZÄÖÜa-zäöü])(?!\s*\d)"),
        lambda m: m.group(),
    ),
    (
        ValueKind.NUMBER,
        re.compile(rf"(?<![\w.,])(?:{_NUM})(?![\w]|,\d|\.\d)"),
        lambda m: number_normal(m.group()),
    ),
    (
        ValueKind.NUMBER,
        re.compile(r"(?i)\b(?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")\b"),
        lambda m: number_normal(m.group()),
    ),
)


def find(text: str) -> tuple[Value, ...]:
    """All values in text order; they never overlap (the more specific kind wins)."""
    taken = bytearray(len(text))
    found: list[Value] = []
    for kind, pattern, normal in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            while end > start and text[end - 1].isspace():
                end -= 1
            while start < end and text[start].isspace():
                start += 1
            if any(taken[start:end]):
                continue
            form = normal(match)
            if not form:
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(Value(kind=kind, span=(start, end), text=text[start:end], normal=form))
    return tuple(sorted(found, key=lambda value: value.span))
