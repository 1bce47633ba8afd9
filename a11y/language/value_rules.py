"""The patterns of values, in the order in which they are asked: the more specific kind first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from a11y.language import number_words, ordinals, value_forms
from a11y.language.analysis import ValueKind

_MONTH = (
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\.)"
)
_NUM = r"\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,(?:\d+|-{1,2}|–))?|\d+(?:,(?:\d+|-{1,2}|–))?"
_COUNTS = rf"{number_words.PATTERN}|beide[nr]?"
_NUMBER_WORD = "|".join((_COUNTS, *sorted(value_forms.ONE, key=len, reverse=True)))
_UNIT = (
    r"(?:Sekunden?|Minuten?|Min\.|Stunden?|Std\.|Werktag|Arbeitstag|Kalendertag|Tag|Wochen?"
    r"|Monat|Quartal|Lebensjahr|Jahr|Semester)(?:en|es|e|s)?n?\b"
)
_TO = r"\s?(?:bis|[-–])\s?"
_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_PLACE = (
    r"(?:D-)?\d{5}\s[A-ZÄÖÜ][\wäöüß-]+"
    r"(?:\s(?:am|an der|im|in der|ob der|vor der|bei)\s[A-ZÄÖÜ]\w+)?"
)
_NO_STREET = (
    r"(?!(?:(?:Park|Stell|Sitz|Steh|Arbeits|Ausbildungs|Studien|Kita|Krippen|Betreuungs|Liege|Stand"
    r"|Spiel|Sport|Bolz|Camping|Start|Schul|Pflege)platz|(?:Rad|Geh|Fuß|Um|Aus|Rettungs|Schul)weg"
    r"|(?:Bahn|Fried|Schul|Innen|Hinter|Wertstoff|Bau|Recycling|Gerichts|Betriebs)hof"
    r"|(?:Bahn|Bus)steig|(?:Floh|Wochen|Super|Jahr|Bau|Weihnachts)markt|Der|Die|Das|Dem|Den|Ein)\b)"
)
_STREET = (
    rf"{_NO_STREET}(?:[A-ZÄÖÜ][\wäöüß.-]+(?:straße|strasse|str\.|platz|weg|allee|gasse|ring|damm|ufer|markt"
    r"|hof|steig|promenade|chaussee)|[A-ZÄÖÜ][\wäöüß.-]+(?: [A-ZÄÖÜ][\wäöüß.-]+)?[ -]"
    r"(?:Straße|Str\.|Platz|Weg|Allee|Gasse|Ring|Damm|Ufer|Markt))"
)

_Normal = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """kind, its pattern, the normal form of a match ("": none after all). near: what every match
    holds; the pattern, which is dear, is asked only around it."""

    kind: ValueKind
    pattern: re.Pattern[str]
    normal: _Normal
    near: re.Pattern[str] = re.compile(r"\d")


_WEB = re.compile(r"http|www|\.(?:de|eu|com|org|net|info)")
_AT = re.compile("@")
_MONEY = re.compile("Euro|Cent")
_SPAN = re.compile(rf"\b(?i:{_UNIT})")
_PART = re.compile(r"[½¼¾⅓⅔]|\d/\d|(?i:halb|rittel|iertel|ünftel|chtel|ehntel)")
_COUNT = re.compile(
    r"(?i)\b(?:null|z[wehö]|drei|vier|fünf|sech|sieb|acht|neun|elf|ein[htu]|hundert|tausend|beide)"
)


RULES: tuple[Rule, ...] = (
    Rule(
        ValueKind.URL,
        re.compile(
            r"(?:https?://|www\.)[^\s<>\"„“”]+[^\s<>\"„“”.,;:!?)\]]"
            r"|(?<![\w@.-])[a-zA-Z0-9][\w-]*(?:\.[\w-]+)*\.(?:de|eu|com|org|net|info)"
            r"(?![\w.@-])(?:/[^\s,;()]*[^\s,;().])?"
        ),
        lambda m: m.group(),
        near=_WEB,
    ),
    Rule(
        ValueKind.EMAIL,
        re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        lambda m: m.group().lower(),
        near=_AT,
    ),
    Rule(ValueKind.IBAN, re.compile(r"\bDE\d{2}(?:\s?\d{4}){4}\s?\d{2}\b"), value_forms.iban),
    Rule(
        ValueKind.IBAN,
        re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b"),
        value_forms.foreign_iban,
    ),
    Rule(
        ValueKind.PARAGRAPH,
        re.compile(
            r"(?:§§?|Art\.|Artikel)\s?\d+[a-z]?(?:\sf{1,2}\.)?(?:\s(?:Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|Ziff\."
            r"|Buchst\.|Buchstabe|Halbsatz|lit\.)\s?\d*[a-z]?)*(?:,?\s(?:bis|und|u\.|ff\.|f\.)\s?\d*[a-z]?)?"
            r"(?:\s[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung|satzung|gesetzbuch)(?:e?s)?(?:\s\([A-Z]\w+\))?"
            r"|\s(?:des|der)\s[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung|verordnung|satzung|buch)(?:e?s)?(?:\s\([A-Z]\w+\))?"
            r"|\s[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[A-ZÄÖÜ]\b(?:\s[IVX]{1,4}\b)?)?"
        ),
        value_forms.plain,
    ),
    Rule(
        ValueKind.PARAGRAPH,  # *Abs. 1 S. 2 Nr. 3*: a place in the law named before
        re.compile(
            r"\b(?:Abs\.|Absatz)\s?\d+[a-z]?(?:\s(?:Satz|S\.|Nr\.|Nummer|Ziff\.|lit\.|Buchst\.|Halbsatz)"
            r"\s?(?:\d+[a-z]?|[a-z]\b))*"
        ),
        value_forms.plain,
    ),
    Rule(
        ValueKind.ADDRESS,
        re.compile(
            rf"(?:Postfach\s\d[\d ]*\d|Straße\sdes\s17\.\sJuni\s\d+[a-z]?)(?:,?\s{_PLACE})?"
            r"|(?:Am|An der|An den|Im|In der|In den|Auf dem|Auf der|Zum|Zur|Unter den|Vor dem"
            r"|Hinter der)(?:\s[A-ZÄÖÜ][\w-]+){1,2}\s\d+\s?[a-z]?(?:\s?[-–]\s?\d+)?,?\s(?:in\s)?"
            rf"{_PLACE}"
        ),
        value_forms.plain,
    ),
    Rule(
        ValueKind.NUMBER,  # the sign of a file is one thing, whatever stands between its figures
        re.compile(
            r"(?:(?<=zeichen )|(?<=zeichen: )|(?<=Az\. )|(?<=Az\.: ))[\w.]*\d[\w.]*(?:[-/][\w.]+)+"
            r"|(?<=nummer )\d+(?:[-/]\d+)+|(?<=nummer: )\d+(?:[-/]\d+)+"
        ),
        lambda m: m.group(),
    ),
    Rule(
        ValueKind.DATE,
        re.compile(
            r"(?<![\d.])(?P<day>\d{1,2})\.(?=\s?(?:bis(?:\szum)?|und(?:\sdem)?|[-–])\s?\d{1,2}\.\s?"
            rf"(?P<month>{_MONTH})(?:\s(?P<year>\d{{4}}))?)"
        ),
        value_forms.first_day,
    ),
    Rule(
        ValueKind.DATE,  # *vom 1. bis 3.5.2026*
        re.compile(
            r"(?<![\d.])(?P<day>\d{1,2})\.(?=\s?(?:bis(?:\szum)?|und|[-–])\s?\d{1,2}\."
            r"(?P<month>\d{1,2})\.(?P<year>\d{4})?(?!\d))"
        ),
        value_forms.first_day,
    ),
    Rule(
        ValueKind.DATE,
        re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])"),
        value_forms.day,
    ),
    Rule(
        ValueKind.DATE,
        re.compile(
            rf"(?<![\d.])(?<!Zimmer )(?<!Raum )(?<!Kapitel )(?<!Version )(?P<day>\d{{1,2}})\.\s?"
            rf"(?P<month>\d{{1,2}}(?=\.)|{_MONTH})"
            r"(?:\.?\s?(?P<year>\d{4}|(?<=\.)\d{2}(?!\d))|(?<=\d)\.(?=\s|$|,))?"
        ),
        value_forms.day,
    ),
    Rule(
        ValueKind.DATE,
        re.compile(rf"\b(?P<month>{_MONTH})\s(?P<year>\d{{4}})\b"),
        value_forms.month_year,
    ),
    Rule(
        ValueKind.DATE,  # *12/2023*
        re.compile(r"(?<![\w.,/-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d{2})(?![\w/-])"),
        lambda m: f"{m['year']}-{int(m['month']):02}",
    ),
    Rule(
        ValueKind.PRICE,
        re.compile(
            rf"(?P<amount>{_NUM})\s(?P<size>Tausend|Tsd\.|Millionen|Million|Mio\.|Milliarden|Milliarde|Mrd\.)\s"
            r"(?P<unit>€|EUR\b|Euro\b)"
        ),
        value_forms.million,
    ),
    Rule(
        ValueKind.NUMBER,
        re.compile(
            rf"(?P<amount>{_NUM})\s(?P<size>Millionen\b|Million\b|Milliarden\b|Milliarde\b|Mio\.|Mrd\."
            r"|Tsd\.)(?P<unit>)"
        ),
        value_forms.million,
    ),
    Rule(
        ValueKind.PRICE,
        re.compile(rf"(?<![\w.,])(?P<amount>{_NUM})(?={_TO}(?:{_NUM})\s?(?P<unit>€|EUR\b|Euro\b))"),
        value_forms.price,
    ),
    Rule(
        ValueKind.PRICE,  # *zwischen 10 und 25 Euro*
        re.compile(
            rf"(?<=wischen )(?P<amount>{_NUM})(?=\sund\s(?:{_NUM})\s?(?P<unit>€|EUR\b|Euro\b))"
        ),
        value_forms.price,
    ),
    Rule(
        ValueKind.PERCENT,
        re.compile(rf"(?<![\w.,])(?P<amount>{_NUM})(?={_TO}(?:{_NUM})\s?(?:%|Prozent\b))"),
        lambda m: f"{value_forms.number_normal(m['amount'])} %",
    ),
    Rule(
        ValueKind.PRICE,
        re.compile(rf"(?P<amount>{_NUM})\s?(?P<unit>€|EUR\b|Euro\b|Cent\b)"),
        value_forms.price,
    ),
    Rule(
        ValueKind.PRICE,  # *zehn Euro*: the same amount as *10 Euro*
        re.compile(rf"(?i:\b(?P<amount>{_NUMBER_WORD}))\s(?P<unit>Euro\b|Cent\b)"),
        value_forms.price_in_words,
        near=_MONEY,
    ),
    Rule(ValueKind.PRICE, re.compile(rf"(?P<unit>€|EUR)\s?(?P<amount>{_NUM})"), value_forms.price),
    Rule(
        ValueKind.PERCENT,
        re.compile(rf"(?P<amount>{_NUM})\s?(?:%|Prozent\b|v\.\s?H\.)"),
        lambda m: f"{value_forms.number_normal(m['amount'])} %",
    ),
    Rule(
        ValueKind.TIME,
        re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s?Uhr\b)"),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,  # *14 Uhr 30*
        re.compile(
            r"(?<![\d.:,])(?P<hour>\d{1,2})\sUhr\s(?P<minute>[0-5]\d)(?![\d:]|[.,]\d|\s?Uhr)"
        ),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,  # *zwischen 8 und 12 Uhr*
        re.compile(
            rf"(?<=wischen )(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?"
            rf"(?=\s?(?:Uhr\s)?und\s{_HOUR}\s?Uhr\b)"
        ),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,
        re.compile(r"(?<![\d.:,])(?P<hour>\d{1,2})(?P<minute>)\s?Uhr\b"),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,
        re.compile(
            r"(?<![\d.:,])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?=\s?(?:bis|[-–])\s?\d{1,2}(?:[.:]\d{2})?\sUhr\b)"
        ),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,  # *8-12 und 13-15 Uhr*
        re.compile(
            rf"(?<![\d.:,])(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?"
            rf"(?=(?:{_TO}{_HOUR})?\s(?:und|sowie)\s(?:von\s)?{_HOUR}{_TO}{_HOUR}\sUhr\b)"
        ),
        value_forms.time,
    ),
    Rule(
        ValueKind.TIME,
        re.compile(r"(?<![\d.:])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:])"),
        value_forms.time,
    ),
    Rule(
        ValueKind.PHONE,  # *05 11 / 1 68-0*, *(0511) 168 0*
        re.compile(r"(?<![\w.,/-])\(?0\d{1,4}\)?(?:[ /()–-]{1,3}\d{1,5}){2,6}(?![\d.,:]*\d)"),
        value_forms.grouped_phone,
    ),
    Rule(
        ValueKind.PHONE,
        re.compile(
            r"(?<![\w.,/-])(?:\+49[\s(/0)-]*|\(?0)\d{2,5}(?:[)\s/.–-]{1,3}\d{2,}){1,5}(?:-\d{1,5})?"
            r"|(?<=Tel\.)\s?[\d\s/()-]{6,}\d|(?:(?<=Telefon )|(?<=Tel\. ))115\b|\b115\b(?=\s*\(Beh)"
            r"|(?:(?<=Telefon: )|(?<=Tel\.: )|(?<=Fax: )|(?<=Mobil: )|(?<=Telefax: ))"
            r"[+(]?\d[\d \u00a0/()–-]{4,}\d"
            r"|(?<![\w.,-])0\d{3,5}[\s/-]?\d{4,}"
        ),
        lambda m: re.sub(r"[^\d+]", "", m.group().replace("(0)", "")),
    ),
    Rule(
        ValueKind.ADDRESS,
        re.compile(
            rf"{_STREET}\s\d+\s?[a-z]?\b(?:\s?[-–]\s?\d+\s?[a-z]?\b)?"
            rf"(?:,?\s{_PLACE})?"
        ),
        value_forms.plain,
    ),
    Rule(
        ValueKind.ADDRESS,
        re.compile(r"(?<!\d)\d{5}\s[A-ZÄÖÜ][a-zäöüß]+(?:-\w+)*"),
        value_forms.plain,
    ),
    Rule(
        ValueKind.DURATION,  # *1/2 Jahr*, *eineinhalb Stunden*
        re.compile(
            r"(?<![\w/])(?P<amount>[½¼¾⅓⅔]|\d/\d|(?i:eineinhalb|anderthalb)|\d+½)"
            rf"(?P<second>)\s(?P<unit>{_UNIT})"
        ),
        value_forms.duration_of_part,
        near=_SPAN,
    ),
    Rule(
        ValueKind.DURATION,
        re.compile(
            rf"(?i:(?<![\w,.])(?P<amount>{_NUM}|{_NUMBER_WORD})(?:\s?(?:bis|[-–])\s?(?P<second>{_NUM}"
            rf"|{_NUMBER_WORD}))?(?:\svolle[nr]?|\sganze[nr]?|\sweitere[nr]?)?)\s(?P<unit>{_UNIT})"
        ),
        value_forms.duration,
        near=_SPAN,
    ),
    Rule(
        ValueKind.NUMBER,
        re.compile(
            r"[½¼¾⅓⅔]|(?<![\w/.,-])\d{1,2}/\d{1,2}(?![\w/])|(?i:\b(?:eineinhalb|anderthalb)\b)"
            r"|(?i:\b(?:ein|zwei|drei|vier)\s(?:drittel|viertel|fünftel|achtel|zehntel)\b)"
        ),
        value_forms.fraction,
        near=_PART,
    ),
    Rule(
        ValueKind.ORDINAL,
        re.compile(r"(?<![\w.,])\d{1,3}\.(?:(?=\s+[A-ZÄÖÜa-zäöü])(?!\s*\d)|(?=,\s\d{1,3}\.))"),
        lambda m: m.group() if ordinals.is_ordinal(m.string, *m.span()) else "",
    ),
    Rule(
        ValueKind.NUMBER,
        re.compile(rf"(?<![\w.,])(?:{_NUM})(?![\w]|,\d|\.\d)"),
        lambda m: value_forms.number_normal(m.group()),
    ),
    Rule(
        ValueKind.NUMBER,
        re.compile(rf"(?i)\b(?:{_COUNTS})\b"),
        lambda m: value_forms.number_normal(m.group()),
        near=_COUNT,
    ),
)
