"""What can be seen in the letters alone: abbreviations, hyphens, signs, forms for all genders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.lexicon.tables import noun_readings
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import days, nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.segment import LINE_HYPHEN
from a11y.simple_language.view import View

_UNITS = frozenset(
    (
        "km",
        "kg",
        "cm",
        "mm",
        "m²",
        "km²",
        "qkm",
        "qm",
        "m",
        "l",
        "ha",
        "EUR",
        "km/h",
        "Std.",
        "Min.",
        "Mio.",
        "Mrd.",
    )
)
"""Only behind a number."""
_WITH_NUMBER = frozenset(("S.", "Art."))
"""Only before a number: *Waren aller Art.*"""
_NAMES_TOO = frozenset(("max.", "mind.", "rd."))
"""With a capital only before a number or a small letter: *Max. Er kommt.*"""
_OPENING = r"(?:(?<![\s\S])|(?<=[-–•:] ))"
_FLOORS = frozenset(("OG", "OG.", "EG"))
"""Only behind an ordinal or *im*: other things are called *EG*, too."""
_DAYS = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern for all abbreviations, and per abbreviation without spaces (full form, may end)."""
    source = data_file("abbreviations")
    table: dict[str, tuple[str, bool]] = {}
    patterns = []
    for short, entry in sorted(source.items(), key=lambda item: -len(item[0])):
        full, ends = (entry["text"], entry["end"]) if isinstance(entry, dict) else (entry, False)
        table[short.replace(" ", "")] = (full, ends)
        pattern = r"[ \u00a0\u202f]?".join(re.escape(part) for part in short.split(" "))
        if short[0].islower() and short.endswith("."):  # *Ca. 30 Gäste*
            counted = r"(?=[ \u00a0][\da-zäöü])" if short in _NAMES_TOO else ""
            pattern = rf"(?:{pattern}|{_OPENING}{pattern[0].upper()}{pattern[1:]}{counted})"
        if short in _UNITS:
            pattern = rf"(?<=\d[ \u00a0]){pattern}"
        elif short in _DAYS:  # "So." and "Do." alone could be words at the end of a sentence
            behind = r"(?:(?<=bis |und |von )|(?<=[-–]))"
            pattern = rf"(?:{behind}{pattern}|{pattern}(?=[ \u00a0]?(?:[-–,]|bis|und|\d)))"
        elif short in _WITH_NUMBER:
            pattern = rf"{pattern}(?=[ \u00a0]?\d)"
        elif short in _FLOORS:
            pattern = rf"(?:(?<=\d\. )|(?<=im )){pattern}"
        patterns.append(pattern)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(patterns)})(?!\w)"), table


_IN_LAW = re.compile(r"(?:§|Paragraf\w*|Art\.|Artikel|Abs\.|Absatz|Nr\.|Nummer) ?\d+\w?,? ?$")
"""*§ 3 Abs. 1 S. 2*: no page."""
_SEVERAL_IN_DATIVE = re.compile(
    r"\b(?:[Vv]on|[Mm]it|[Nn]ach|[Aa]us|[Bb]ei) (?:rund |etwa |fast |knapp |ungefähr )?"
    r"(?!1 $)\d[\d.,]* $"
)
"""*von 12 m²*: *Quadratmetern*"""
_GOVERNS = re.compile(
    r"\b(?:[Aa]n|[Bb]ei|[Dd]urch|[Ff]ür|[Gg]egen|[Mm]it|[Nn]ach|[Üü]ber|[Vv]on|[Vv]or|[Zz]u) $"
)
"""*bei Hr. Weber*: *Herrn*"""
_LETTERS = re.compile(
    r"(?<![\w.])[a-zäöü]\.[ \u00a0\u202f]?(?:[a-zäöü]\.[ \u00a0\u202f]?)+(?!\w\.)"
)
"""*die o. g. Orte*: an abbreviation that no table knows, or whose form its noun decides."""


_BENT = ("eventuell", "höchstens", "mindestens", "telefon")


@evaluates("abbreviation")
def abbreviation(view: View) -> Iterator[Match]:
    pattern, table = _abbreviations()
    known: set[int] = set()
    for found in pattern.finditer(view.text):
        known |= set(range(*found.span()))
        short = re.sub(r"\s", "", found[0])
        opens = short not in table
        full, may_end = table[short[0].lower() + short[1:] if opens else short]
        rest = view.text[found.end() :]
        if found[0] == "S." and _IN_LAW.search(view.text[: found.start()]):
            full = "Satz"
        if full == "unter anderem" and re.match(r"\s*[),;.]|$", rest):
            full = "und andere"  # *Häuser, Garagen u. a.*
        if full.endswith("meter") and _SEVERAL_IN_DATIVE.search(view.text[: found.start()]):
            full += "n"
        if full == "Herr" and _GOVERNS.search(view.text[: found.start()]):
            full = "Herrn"
        closes = may_end and found[0].endswith(".") and not rest.strip()
        if found.start() == 0 or opens:
            full = full[0].upper() + full[1:]
        bends = (full.lower() in _BENT and re.match(r"\s+[A-ZÄÖÜ]", rest)) or (
            full == "Herr" and found.start() > 0
        )  # *evtl. Rückfragen*, *die max. Dauer*; *Bitte fragen Sie Hr. Meier* (*Herrn*)
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=None if bends else full + "." * closes,
            safe=not bends,
        )
    for found in days.short_days(view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=days.NAMES[found[0]],
            safe=True,
        )
    for found in _LETTERS.finditer(view.text):
        if known.isdisjoint(range(*found.span())):
            yield Match(
                start=view.start + found.start(), end=view.start + found.end(), found=found[0]
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
    (r"(?<=\w)\s?;$", "."),
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
            if found[0].strip() == ";" and found.end() < len(view.text):
                following = view.text[found.end() + 1]
                replacement, end = f".\n{following.upper()}", found.end() + 2
            yield Match(
                start=view.start + found.start(),
                end=view.start + end,
                found=found[0].strip(),
                replacement=replacement,
                safe=not re.search(r"[;|]|oder", found[0]) or end == len(view.text),
            )
    around, known = _around_words(view.text), 0
    for found in re.finditer(
        r"[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+|[{}\[\]<>~^_#\\]+|(?<!\w)\*(?!\w)"
        r"|\|+(?!(?<=\w \|) \w)",
        view.text,
    ):
        if re.search(r"@|www\.|://", _word_around(view.text, found.start())):
            continue
        known += 1  # each proposal is proved on the whole sentence
        ends = _TWICE_ENDED.match(view.text, max(0, found.start() - 2))
        yield Match(
            start=view.start + found.start(),
            end=view.start + (ends.end() if ends is not None else found.end()),
            found=found[0],
            replacement="" if found.start() in around and known <= _PROVED else None,
            safe=_lone_brace(view.text, found),
        )
    lone = view.text.count("(") != view.text.count(")") and not _NUMBERED.search(view.text)
    for found in re.finditer(r"[()]", view.text) if lone else ():  # its partner is in another one
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement="",
        )
    for found in _LIFE.finditer(view.text):
        told = "geboren " if found["sign"] == "*" else "gestorben "
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found["sign"],
            replacement=f"{told}am " if found["day"] else told,
            safe=True,
        )
    for found in _EDITORS_SIGN.finditer(view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement="",
            safe=True,
        )


_PROVED = 20
"""Signs of one sentence that are proposed to go; more are no sentence of a text."""
_NUMBERED = re.compile(r"(?:^|\s)\w{1,3}\)|[:;]-?[()]")
"""*a) der Ausweis*, and a face made of signs."""
_TWICE_ENDED = re.compile(r"[!?] [{}\[\]]\.")
"""*Hier bin ich! {.*: the full stop goes with the sign."""
_LIFE = re.compile(
    r"(?:(?<=\()|(?<=[,;] ))(?P<sign>[*\u2020]) ?(?=(?P<day>\d\d?\. ?\w+\.? ?\d{2,4})|\d{3,4}\b)"
)
"""*(* 3. Mai 1845; \u2020 1910)*: when somebody was born and died."""
_EDITORS_SIGN = re.compile(
    r"[\u2E00-\u2E0D\u2E1C-\u2E29\u27E6-\u27EF\u3008-\u3011]+"
    r"|(?<!\()(?<!\w)[\u2020\u2021](?=[^\W\d])|(?<=[^\W\d])[\u2020\u2021](?!\))"
    r"|(?<![\d\s])\u00B0(?!\s?C\b)|(?<!\S)\u00B0(?=\w)(?![CFK]\b)"
)
"""Marks of editions around words (*⸂Gott⸃*, *†*, *°Tempel°*): nobody reads them aloud."""


def _lone_brace(text: str, found: re.Match[str]) -> bool:
    """*{und er ging hinaus*: left over from a note or a template, it says nothing without its
    partner; *{Name}* is a place to fill in, and *[* may open an aside that closes elsewhere."""
    if found[0] not in ("{", "}") or ("{" in text and "}" in text):
        return False
    before, behind = text[: found.start()], text[found.end() :]
    if found[0] == "{":
        return not before[-1:].strip() and behind[:1].isalpha()
    return before[-1:].isalpha() and not behind[:1].isalnum()


_AROUND_WORDS = re.compile(
    r"(?<!\S)(?:\[(?P<a>(?!(?:d(?:er|ie|as|en|em)|ein(?:e[nmrs]?)?) )[a-zäöü][^\[\]]*)\]"
    r"|\{(?P<b>[^{}\w]*\w[^{}]*)\})(?!\w)"
)


def _around_words(text: str) -> frozenset[int]:
    """Where marks stand around words that the sentence reads on with: *Er kam [nach Hause].*

    Not *[der König]*, which says once more who, nor the number of a note.
    """
    places = set[int]()
    for pair in ("{}", "[]"):  # without its partner, which stands in another sentence or nowhere
        if text.count(pair[0]) != text.count(pair[1]):
            places |= {i for i, sign in enumerate(text) if sign in pair}
    for found in _AROUND_WORDS.finditer(text):
        places |= {found.start(), found.end() - 1}
    return frozenset(places)


def _joins_name(text: str, start: int, end: int) -> bool:
    """*Speak & Translate*, *Meier & Sohn*: the sign is part of a name."""
    sides = (text[:start].split()[-1:], text[end:].split()[:1])
    words = [re.sub(r"\W", "", side[0]) for side in sides if side]
    return any(w[:1].isupper() and (len(w) == 1 or not noun_readings(w)) for w in words)


def _word_around(text: str, position: int) -> str:
    start = text.rfind(" ", 0, position) + 1
    end = text.find(" ", position)
    return text[start : end if end >= 0 else len(text)]


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


_BRACKETED_GENDER = re.compile(r"\b(\w{3,})\(in(?:nen)?\)")


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
    for found in _BRACKETED_GENDER.finditer(view.text):
        sign = found[0].replace("(", "*").replace(")", "")
        dative = _BEFORE_DATIVE.search(view.text[: found.start()]) is not None
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=_both_forms(sign, dative=dative),
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
