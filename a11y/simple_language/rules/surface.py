"""What can be seen in the letters alone: abbreviations, signs, brackets, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from a11y.language.lexicon.tables import noun_readings
from a11y.simple_language import nominal
from a11y.simple_language.guard_signs import NUMBER_WORDS
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import DATA, evaluates
from a11y.simple_language.segment import LINE_HYPHEN
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
_UNITS = ("km", "kg", "cm", "mm", "m²", "qm", "EUR", "km/h", "Std.", "Min.", "Mio.", "Mrd.")
_DAYS = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern for all abbreviations, and per abbreviation without spaces (full form, may end)."""
    source = yaml.safe_load((DATA / "abbreviations.yaml").read_text(encoding="utf-8"))
    table: dict[str, tuple[str, bool]] = {}
    patterns = []
    for short, entry in sorted(source.items(), key=lambda item: -len(item[0])):
        full, ends = (entry["text"], entry["end"]) if isinstance(entry, dict) else (entry, False)
        table[short.replace(" ", "")] = (full, ends)
        pattern = r"[ \u00a0\u202f]?".join(re.escape(part) for part in short.split(" "))
        if short in _UNITS:
            pattern = rf"(?<=\d[ \u00a0]){pattern}"
        elif short in _DAYS:  # "So." and "Do." alone could be words at the end of a sentence
            pattern = rf"{pattern}(?=[ \u00a0]?(?:[-–,]|bis|und|\d))"
        patterns.append(pattern)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(patterns)})(?!\w)"), table


@evaluates("abbreviation")
def abbreviation(view: View) -> Iterator[Match]:
    pattern, table = _abbreviations()
    for found in pattern.finditer(view.text):
        full, may_end = table[re.sub(r"\s", "", found[0])]
        rest = view.text[found.end() :]
        closes = may_end and found[0].endswith(".") and not rest.strip()
        if found.start() == 0:
            full = full[0].upper() + full[1:]
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=full + "." * closes,
            safe=True,
        )
    for found in re.finditer(r"(?<=[a-zäöüß])str\.(?=\s?\d)", view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found="Str.",
            replacement="straße",
            safe=True,
        )


@evaluates("line-end-hyphen")
def line_end_hyphen(view: View) -> Iterator[Match]:
    for found in re.finditer(LINE_HYPHEN, view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=_word_around(view.text, found.start()).replace(LINE_HYPHEN, "|"),
            replacement="",
            safe=True,
        )


_SIGNS: tuple[tuple[str, str], ...] = (
    (r"(?<=\d)\s?%", " Prozent"),
    (r"(?<=\d)\s?€", " Euro"),
    (r"(?<=\d)\s?°\s?C\b", " Grad"),
    (r"§§\s?(?=\d)", "Paragrafen "),
    (r"§\s?(?=\d)", "Paragraf "),
    (r"(?<=\w) & (?=\w)", " und "),
    (r"\bund/oder\b", "oder"),
    (r"(?<=\w) \| (?=\w)", ", "),
    (r"(?<=[a-zäöüß])\s?;(?= [a-zäöüA-ZÄÖÜ])", "."),
    (r"(?<=\w)\s?\u2026(?=\s|$)", "."),
)


_ANY_SIGN = re.compile("[%€°§&;|\u2026]|und/oder")


@evaluates("special-character")
def special_character(view: View) -> Iterator[Match]:
    for pattern, plain in _SIGNS if _ANY_SIGN.search(view.text) else ():
        for found in re.finditer(pattern, view.text):
            replacement, end = plain, found.end()
            if "&" in found[0] and _joins_name(view.text, found.start(), found.end()):
                continue
            if found[0].strip() == ";":
                following = view.text[found.end() + 1]
                replacement, end = f".\n{following.upper()}", found.end() + 2
            yield Match(
                start=view.start + found.start(),
                end=view.start + end,
                found=found[0].strip(),
                replacement=replacement,
                safe=not re.search(r"[;|]|oder", found[0]),
            )
    for found in re.finditer(
        r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+|[{}\[\]<>~^_#\\]+|(?<!\w)\*(?!\w)"
        r"|\|+(?!(?<=\w \|) \w)",
        view.text,
    ):
        if re.search(r"@|www\.|://", _word_around(view.text, found.start())):
            continue
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])


def _joins_name(text: str, start: int, end: int) -> bool:
    """*Speak & Translate*, *Meier & Sohn*: the sign is part of a name."""
    sides = (text[:start].split()[-1:], text[end:].split()[:1])
    words = [re.sub(r"\W", "", side[0]) for side in sides if side]
    return any(w[:1].isupper() and (len(w) == 1 or not noun_readings(w)) for w in words)


def _word_around(text: str, position: int) -> str:
    start = text.rfind(" ", 0, position) + 1
    end = text.find(" ", position)
    return text[start : end if end >= 0 else len(text)]


@evaluates("number-word")
def number_word(view: View) -> Iterator[Match]:
    pattern = rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b"
    for found in re.finditer(pattern, view.text, flags=re.IGNORECASE):
        if found[0][0].isupper() and found.start() > 0:
            continue  # a noun or a name ("die Acht", "Haus Zehn")
        before, rest = view.text[: found.start()], view.text[found.end() :]
        if re.match(r"\s?(?:Drittel|Viertel|Fünftel|-|[A-ZÄÖÜ]?[a-z]*geben)", rest):
            continue
        if re.search(
            r"(?<!bis )\bzu $|\d $|\b(?:mehrere|einige|viele|paar|ein)n? $", before
        ) or not re.match(r"\s\w", rest):
            continue
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=NUMBER_WORDS[found[0].lower()],
            safe=True,
        )


@evaluates("roman-numeral")
def roman_numeral(view: View) -> Iterator[Match]:
    for found in re.finditer(r"(?<=[a-zäöüß] )(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b", view.text):
        value = {
            "II": 2,
            "III": 3,
            "IV": 4,
            "VI": 6,
            "VII": 7,
            "VIII": 8,
            "IX": 9,
            "XI": 11,
            "XII": 12,
        }[found[0]]
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=str(value),
        )


_ISO_DATE = re.compile(
    r"(?<![\w/.-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w/-])"
)


@evaluates("date")
def date(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?(?!\d)", view.text
    ):
        day, month = int(found[1]), int(found[2])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        year = found[3] or ""
        certain = len(year) == 4
        if len(year) == 2:
            year = "20" + year
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end() - (0 if year or found[0].endswith(".") else 1),
            found=found[0].strip(),
            replacement=f"{day}. {MONTHS[month - 1]} {year}".strip(),
            safe=certain,
        )
    for found in _ISO_DATE.finditer(view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            note=f"Zum Beispiel: {int(found[3])}. {MONTHS[int(found[2]) - 1]} {found[1]}.",
        )


@evaluates("time")
def time(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"(?<![\d.,])([01]?\d|2[0-4])\.([0-5]\d)"
        r"(?=\s?(?:Uhr|(?:[-–]|bis) ?\d{1,2}[.:]\d\d\s?Uhr))",
        view.text,
    ):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=f"{int(found[1])}:{found[2]}",
            safe=True,
        )


@evaluates("brackets")
def brackets(view: View) -> Iterator[Match]:
    """A bracket becomes a sentence of its own after the sentence it stands in.

    Of several in one sentence nobody could tell which sentence belongs to which: only told.
    """
    several = view.text.count("(") > 1
    for found in re.finditer(r" ?\(([^()]{2,})\)", view.text):
        start, end = view.start + found.start(), view.start + found.end()
        inside = found[1].strip()
        sentence_end = view.text.rstrip()
        own = _own_sentence(inside, before=view.text[: found.start()])
        if not sentence_end.endswith((".", "!")):
            closes = found.end() == len(sentence_end)
            if several and not closes:
                yield Match(start=start, end=end, found=found[0].strip())
                continue
            said = own or _meaning(inside)
            written = f"\n{said.rstrip('.')}" if closes else f", das heißt: {inside}"
            alone = not view.text[: found.start()].strip()  # *(persönlich und telefonisch):*
            yield Match(
                start=start,
                end=end,
                found=found[0].strip(),
                replacement=capital(inside) if alone else written,
                safe=closes and own is not None,
            )
            continue
        certain = own is not None
        if several and not certain:
            yield Match(start=start, end=end, found=found[0].strip())
            continue
        own = own or _meaning(inside)
        rest = view.text[found.end() :].rstrip()
        yield Match(
            start=start,
            end=view.start + len(sentence_end),
            found=found[0].strip(),
            replacement=f"{rest}\n{own}",
            safe=certain and "(" not in rest,
        )


def _shortens(short: str, before: str) -> bool:
    """*Bundessozialgericht (BSG)*, but not *Manfred Stolpe (SPD)*: its letters stand in order."""
    letters = [re.escape(letter) for letter in short if letter.isupper()]
    tail = " ".join(before.split()[-len(letters) - 2 :])
    return re.search(rf"\b{'.*'.join(letters)}", tail, re.IGNORECASE) is not None


def _own_sentence(inside: str, *, before: str) -> str | None:
    """A bracket's content as a sentence, or None where it would need more than a template."""
    short = re.search(r"\b([a-z]?[A-ZÄÖÜ]{2,}[a-z]?)$", before)
    written = short is not None and _shortens(short[1], inside)
    if short and written and re.fullmatch(r"[\wäöüß -]{8,}", inside):
        return f"{short[1]} ist die Abkürzung für: {inside}."
    if re.match(r"(?:zum Beispiel|z\. ?B\.|etwa) (?!\d)", inside):
        rest = re.sub(r"^(?:zum Beispiel|z\. ?B\.|etwa) ", "", inside)
        return f"Zum Beispiel: {rest}."
    if re.fullmatch(r"[A-ZÄÖÜ]{2,}[A-ZÄÖÜa-z-]{0,6}", inside) and _shortens(inside, before):
        return f"Die Abkürzung ist: {inside}."
    if re.match(r"(?:das heißt|d\. ?h\.),? ", inside):
        return "Das heißt: " + re.sub(r"^(?:das heißt|d\. ?h\.),? ", "", inside) + "."
    if re.match(r"siehe ", inside):
        return f"Siehe {inside[6:]}."
    return None


def _meaning(inside: str) -> str:
    return f"Das heißt: {inside}."


_BEFORE_DATIVE = re.compile(
    r"\b(?:(?:mit|von|bei|zu|aus|nach|seit|gegenüber) (?:\w+en )?|den (?:\w+en )?)$"
)


def _both_forms(word: str, *, dative: bool) -> str | None:
    """*Bürger*innen* → *Bürgerinnen und Bürger*; None for the singular, whose article changes."""
    stem = re.sub(r"(?:[*:_·/]-?)?[iI]nnen$", "", word)
    if stem == word or not word.endswith("innen"):
        return None
    plural = nominal.masculine_plural(stem) or nominal.masculine_plural(stem + "e")
    if plural and dative and not plural.endswith(("n", "s")):
        plural += "n"
    return f"{stem}innen und {plural}" if plural else None


_QUALIFIED_GENDER = re.compile(r"\b\w+(?:\*|:|_|·)in(?:nen)?\b|\b\w+/-?in(?:nen)?\b|\b\w+Innen\b")


@evaluates("gender-sign")
def gender_sign(view: View) -> Iterator[Match]:
    for found in _QUALIFIED_GENDER.finditer(view.text):
        ahead = view.text[: found.start()]
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=_both_forms(found[0], dative=_BEFORE_DATIVE.search(ahead) is not None),
        )


_QUOTED = re.compile(
    r"„(?P<a>[^„“”\"]*)[“”\"]|»(?P<b>[^»«]*)«|«(?P<c>[^»«]*)»|(?<!\w)\"(?P<d>[^\"]*)\"(?!\w)"
    r"|‚(?P<e>[^‚‘]*)‘"
)
_NAME_WORDS = 5
_IN_NAMES = word_set("und oder der die das den dem für zum zur von vom im in am an mit bei")
_LABEL_GENITIVE = re.compile(r"\w (?:der|des|eines|einer) \w")
"""*Art der Arbeit*: without its marks the name of a field would be rewritten like any words."""
_STRAY = re.compile(r"[„“”»«‚‘]")


def _is_name(inside: str) -> bool:
    """One word, or large words with small ones between: what is no statement of its own."""
    words = inside.split()
    if len(words) == 1:
        return True
    if len(words) > _NAME_WORDS or _LABEL_GENITIVE.search(inside):
        return False
    return all(not word[:1].islower() or word in _IN_NAMES for word in words)


@evaluates("quotation-marks")
def quotation_marks(view: View) -> Iterator[Match]:
    """*das Feld „Art der Arbeit“* → *das Feld Art der Arbeit*

    Speech that the sentence goes on after (*„Gut“, sagte sie*) would not be told apart any more:
    there only a person can help.
    """
    seen: set[int] = set()
    for found in _QUOTED.finditer(view.text):
        start, end = found.span()
        inside = found[found.lastgroup or 0]
        seen |= {start, end - 1}
        spoken = view.text[end : end + 1] == "," and len(inside.split()) > 1
        named = _is_name(inside)
        yield Match(
            start=view.start + start,
            end=view.start + end,
            found=found[0],
            replacement=None if spoken else inside.strip(),
            safe=not spoken and named,
        )
    for found in _STRAY.finditer(view.text):
        start, end = found.span()
        if start in seen:
            continue
        if view.text[start - 1 : start] == " " and view.text[end : end + 1] in ("", " ", ".", ","):
            start -= 1  # a stray mark with spaces around it
        yield Match(
            start=view.start + start,
            end=view.start + end,
            found=found[0],
            replacement="",
            safe=True,
        )


@evaluates("slash")
def slash(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"(?<=[a-zäöüß])\s?/\s?(?=[A-Za-zÄÖÜäöü])(?!-?in\b|-?innen\b)", view.text
    ):
        if re.search(r"@|www\.|://|\.de\b|\d", _word_around(view.text, found.start())):
            continue
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=_word_around(view.text, found.start()).strip(".,"),
            replacement=" oder ",
        )
