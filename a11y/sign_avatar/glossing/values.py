"""Numbers, dates, times, prices and other values as signs, or as text on the screen.

Nothing here is ever rounded or left out: what cannot be read off the hands is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import Value, ValueKind
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.calendar import MONTHS
from a11y.sign_avatar.glossing.rendering import shown
from a11y.sign_avatar.glossing.reread.names import DEGREES, OFFICES, TITLES, is_land
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.words import function_words
from a11y.sign_avatar.score import Sign, SignKind

_SHOWN = frozenset(
    {
        ValueKind.PHONE,
        ValueKind.EMAIL,
        ValueKind.URL,
        ValueKind.IBAN,
        ValueKind.ADDRESS,
        ValueKind.PARAGRAPH,
    }
)
_UNITS = {
    "EUR": "Euro", "€": "Euro", "%": "Prozent", "Tag": "Tag", "Woche": "Woche", "Monat": "Monat",
    "Jahr": "Jahr", "Stunde": "Stunde", "Minute": "Minute", "Werktag": "Werktag",
}  # fmt: skip
_MAX_SIGNED = 999_999
_SMALL = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn", "zwanzig",
)  # fmt: skip


def render_value(scene: Scene, value: Value, tokens: Sequence[int]) -> list[Draft]:
    """A value as drafts. tokens: those of the value in the phrase being rendered."""
    tokens = tuple(tokens)
    if value.kind in _SHOWN:
        scene.fire("VAL-SHOWN")
        look = scene.optional("sehen", tokens, "symbol")
        return [*look, *_show(value.text, tokens)]
    numbered = scene.token(tokens[0]).text if len(tokens) == 1 else ""
    if value.text != numbered and re.fullmatch(r"\d+(\.\d{1,2}){2,}", numbered):
        return _show(numbered, tokens)  # 12.1.3 is a number of a section, no 12th of January
    if value.kind is ValueKind.NUMBER and numbered and _figures(numbered) != _figures(value.text):
        return _show(numbered, tokens)  # 25:61, 3:2: more than the one number
    made: list[Draft] | None = None
    if "–" in value.normal:
        made = _range(scene, value, tokens)
        return made if made is not None else _show(value.text, tokens)
    if value.kind is ValueKind.DATE:
        made = _date(scene, value, tokens)
    elif value.kind is ValueKind.TIME:
        made = _time(scene, value, tokens)
    elif value.kind is ValueKind.PRICE:
        made = _price(scene, value, tokens)
    elif value.kind is ValueKind.PERCENT:
        made = _measure(scene, value, tokens, "Prozent")
    elif value.kind is ValueKind.DURATION:
        made = _duration(scene, value, tokens)
    elif value.kind is ValueKind.ORDINAL:
        made = _ordinal(scene, value, tokens)
    elif value.kind is ValueKind.NUMBER:
        made = _plain(scene, value, tokens)
    elif value.kind is ValueKind.NAME:
        return _name(scene, tokens)
    return made if made is not None else _show(value.text, tokens)


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def number_drafts(scene: Scene, text: str, tokens: tuple[int, ...]) -> list[Draft] | None:
    """A number in figures, a comma read as in German; None where it should be shown instead.

    text: ``25``, ``1.000`` (German grouping), ``2,5`` or ``2.5`` (one decimal point).
    """
    clean = re.sub(r"(?<=\d)[.\s](?=\d{3}(\D|$))", "", text.strip())
    match = re.fullmatch(r"(\d+)(?:[.,](\d{1,2}))?", clean)
    if not match or int(match[1]) > _MAX_SIGNED or (len(match[1]) > 1 and match[1][0] == "0"):
        return None
    scene.fire("NUM-SIGNED")
    drafts = [Draft(sign=number_sign(int(match[1])), tokens=tokens)]
    if match[2]:
        drafts += scene.word("Komma", "NOUN", tokens)[0]
        drafts += [Draft(sign=number_sign(int(digit)), tokens=tokens) for digit in match[2]]
    return drafts


def count_of(text: str) -> int | None:
    """The number of a figure or of a German number word up to twenty; else None."""
    low = text.lower()
    if low.isascii() and low.isdigit():
        return int(low)
    if low in {"ein", "eine", "einen", "einem", "einer", "eines"}:
        return 1
    return _SMALL.index(low) if low in _SMALL else None


def ordinal_of(text: str) -> int | None:
    """The number of an ordinal adjective (``zweite``, ``dritten``) up to twenty; else None."""
    low = text.lower()
    stem = re.sub(r"(e|er|es|en|em)$", "", low)
    return _ORDINAL_STEMS.get(stem) if stem != low else None


def unit_drafts(
    scene: Scene, count: int, unit: str, tokens: tuple[int, ...], pos: str = "NOUN"
) -> list[Draft]:
    """A number with its unit of time: one sign where the unit takes the number in, else two."""
    number = Draft(sign=number_sign(count), tokens=tokens)
    form = scene.lexis.with_number(unit, count)
    if form is not None:
        scene.fire("NUM-INCORPORATE")
        return [Draft(sign=replace(form, mouthing=_counted(count, unit)), tokens=tokens)]
    scene.fire("NUM-SIGNED")
    return [number, *scene.word(unit, pos, tokens)[0]]


def ordinal_sign(number: int) -> Sign:
    return Sign(
        gloss=f"$ORD:{number}",
        kind=SignKind.NUMBER,
        text=str(number),
        mouthing=_ordinal_word(number),
    )


def list_sign(number: int) -> Sign:
    """The finger of the list hand that stands for the n-th item (SIGN-HUB Pragmatics 2.2.3)."""
    return Sign(gloss=f"$LIST:{number}", kind=SignKind.NUMBER, text=str(number))


def number_sign(number: int) -> Sign:
    return Sign(
        gloss=f"$NUM:{number}", kind=SignKind.NUMBER, text=str(number), mouthing=number_word(number)
    )


def number_word(number: int) -> str:
    """The German number word, as the lips form it."""
    if number < len(_SMALL):
        return _SMALL[number]
    if number < 100:
        tens = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig",
                "achtzig", "neunzig")  # fmt: skip
        unit = number % 10
        joint = ("ein" if unit == 1 else _SMALL[unit]) + "und" if unit else ""
        return joint + tens[number // 10]
    if number < 1000:
        head = "ein" if number // 100 == 1 else _SMALL[number // 100]
        return f"{head}hundert" + (number_word(number % 100) if number % 100 else "")
    thousands = number // 1000
    head = "ein" if thousands == 1 else number_word(thousands)
    return f"{head}tausend" + (number_word(number % 1000) if number % 1000 else "")


def _ordinal_word(number: int) -> str:
    special = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
    if number in special:
        return special[number]
    return number_word(number) + ("te" if number < 20 else "ste")


_ORDINAL_STEMS = {_ordinal_word(number)[:-1]: number for number in range(1, 21)}


def _counted(count: int, unit: str) -> str:
    plural = {"Tag": "Tage", "Woche": "Wochen", "Monat": "Monate", "Jahr": "Jahre",
              "Stunde": "Stunden", "Minute": "Minuten"}  # fmt: skip
    if count == 1:
        return f"eine {unit}" if unit in ("Woche", "Stunde", "Minute") else f"ein {unit}"
    return f"{number_word(count)} {plural.get(unit, unit)}"


def _show(text: str, tokens: tuple[int, ...]) -> list[Draft]:
    return [
        Draft(sign=replace(sign, mouthing=None), tokens=tokens)
        for sign in shown(" ".join(text.split())).signs
    ]


def _range(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    """``2 bis 3 Wochen``: the first number alone, BIS, the second with its unit."""
    match = re.fullmatch(r"(\d+)–(\d+)(?:\.00)?(?: ?(\w+|%))?", value.normal)
    if not match or int(match[2]) > _MAX_SIGNED:
        return None
    first = Draft(sign=number_sign(int(match[1])), tokens=tokens)
    drafts = [first, *scene.word("bis", "ADP", tokens)[0]]
    scene.fire("NUM-SIGNED")
    if match[3] is None:
        return [*drafts, Draft(sign=number_sign(int(match[2])), tokens=tokens)]
    return drafts + unit_drafts(scene, int(match[2]), _UNITS.get(match[3], match[3]), tokens)


def _date(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    match = re.fullmatch(r"(?:(\d{4})|-)?-?(\d{2})-(\d{2})", value.normal)
    if match:
        year, month, day = match[1], int(match[2]), int(match[3])
    else:
        found = re.search(r"(\d{1,2})\.\s*(?:(\d{1,2})\.|([A-Za-zä]+))\s*(\d{4})?", value.text)
        months = [name.lower() for name in MONTHS]
        if found and found[2]:
            year, month, day = found[4], int(found[2]), int(found[1])
        elif found and found[3] and found[3].lower() in months:
            year, month, day = found[4], months.index(found[3].lower()) + 1, int(found[1])
        else:
            return _month(scene, value, tokens)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    scene.fire("NUM-DATE")
    drafts: list[Draft] = []
    weekday = re.match(r"(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)", value.text)
    if weekday:
        drafts += scene.word(weekday[1], "NOUN", tokens)[0]
    drafts.append(Draft(sign=ordinal_sign(day), tokens=tokens))
    if not re.fullmatch(r"(?:\w+, )?\d{1,2}\.", value.text.strip()):  # the 1. of "1. bis 15. März"
        drafts += scene.word(MONTHS[month - 1], "NOUN", tokens)[0]
    if year:
        drafts.append(Draft(sign=number_sign(int(year)), tokens=tokens))
    return drafts


def _month(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    """``August 2027``: a date without its day."""
    match = re.fullmatch(r"(\w+)\s+(\d{4})", value.text.strip())
    if match is None or match[1] not in MONTHS:
        return None
    scene.fire("NUM-DATE")
    month = scene.word(match[1], "NOUN", tokens)[0]
    return [*month, Draft(sign=number_sign(int(match[2])), tokens=tokens)]


def _time(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    match = re.search(r"(\d{1,2})[:.](\d{2})", value.normal) or re.search(
        r"(\d{1,2})(?:[:.](\d{2}))?\s*Uhr", value.text
    )
    if not match or int(match[1]) > 24:
        return None
    scene.fire("NUM-TIME")
    drafts = [Draft(sign=number_sign(int(match[1])), tokens=tokens)]
    if not value.text.strip().isdigit():  # the 8 of "8 bis 12 Uhr" stands without its UHR
        drafts += scene.word("Uhr", "NOUN", tokens)[0]
    if match[2] and int(match[2]):
        drafts.append(Draft(sign=number_sign(int(match[2])), tokens=tokens))
    return drafts


def _price(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    cent = re.fullmatch(r"(\d{1,3}) Cent", value.normal)
    if cent:
        scene.fire("NUM-PRICE")
        number = Draft(sign=number_sign(int(cent[1])), tokens=tokens)
        return [number, *scene.word("Cent", "NOUN", tokens)[0]]
    match = re.fullmatch(r"(\d+)(?:\.(\d{1,2}))? ?(EUR|€)?", value.normal)
    if not match or int(match[1]) > _MAX_SIGNED:
        return None
    scene.fire("NUM-PRICE")
    whole, cents = int(match[1]), int((match[2] or "0").ljust(2, "0"))
    drafts: list[Draft] = []
    if whole or not cents:
        drafts.append(Draft(sign=number_sign(whole), tokens=tokens))
        drafts += scene.word("Euro", "NOUN", tokens)[0]
    if cents:
        drafts.append(Draft(sign=number_sign(cents), tokens=tokens))
        if not whole:
            drafts += scene.word("Cent", "NOUN", tokens)[0]
    return drafts


def _measure(scene: Scene, value: Value, tokens: tuple[int, ...], unit: str) -> list[Draft] | None:
    match = re.search(r"\d+(?:[.,]\d+)*", value.normal) or re.search(r"\d+(?:[.,]\d+)*", value.text)
    drafts = number_drafts(scene, match[0], tokens) if match else None
    return None if drafts is None else [*drafts, *scene.word(unit, "NOUN", tokens)[0]]


def _duration(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    match = re.fullmatch(r"(\d+)(?:\.(\d+))? (\w+)", value.normal)
    if not match or int(match[1]) > _MAX_SIGNED:
        return None
    unit = _UNITS.get(match[3], match[3])
    if match[2]:
        drafts = number_drafts(scene, f"{match[1]},{match[2]}", tokens)
        return None if drafts is None else [*drafts, *scene.word(unit, "NOUN", tokens)[0]]
    return unit_drafts(scene, int(match[1]), unit, tokens)


def _ordinal(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    match = re.search(r"\d+", value.normal)
    if not match or int(match[0]) > _MAX_SIGNED:
        return None
    scene.fire("NUM-ORDINAL")
    return [Draft(sign=ordinal_sign(int(match[0])), tokens=tokens)]


def _plain(scene: Scene, value: Value, tokens: tuple[int, ...]) -> list[Draft] | None:
    return number_drafts(scene, value.normal, tokens) or number_drafts(scene, value.text, tokens)


def _name(scene: Scene, tokens: tuple[int, ...]) -> list[Draft]:
    """Titles and common words as words, name signs where the corpus has one, else letter by letter.

    After a first name or a title everything is the name of a person (*Anna Koch*); elsewhere a
    common noun is itself (*Eichstätter Straße*).
    """
    scene.fire("LEX-NAME")
    drafts: list[Draft] = []
    opening = {scene.token(max(0, tokens[0] - 1)).text, scene.token(tokens[0]).text}
    person = not opening.isdisjoint(TITLES | DEGREES | OFFICES | tables.names()["first"])
    for index in tokens:
        token = scene.token(index)
        if token.pos == "PUNCT" or not any(char.isalnum() for char in token.text):
            scene.drop([index], "punctuation")
            continue
        title = token.text in TITLES or token.text in ("Dr.", "Prof.")
        common = not person and token.text in tables.noun_classes()
        plain = title or common or is_land(scene.lexis, token.text)
        lemma = "Herr" if token.text == "Herrn" else token.text
        lemma = function_words().lemmas.get(lemma, lemma)
        drafts += scene.word(lemma, "NOUN" if plain else "PROPN", [index], surface=token.text)[0]
    if drafts:
        drafts[-1] = replace(drafts[-1], names=scene.referents(tokens[-1]))
    return drafts
