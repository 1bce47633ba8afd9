"""Lines and sentences by sight, before any analysis: what the surface rules and the drafts need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from a11y.language.analysis import Analysis, Sentence, SentenceKind, Span
from a11y.language.tokens import abbreviations, words_as_well

_ABBREVIATED = re.compile(
    r"(?:[a-zäöüß]str|\b(?:[A-Za-zÄÖÜäöü]|bzw|ca|ggf|ggfs|evtl|etc|usw|inkl|exkl|zzgl|max|mind|Nr|Nrn|Abs|Art|Tel"
    r"|Std|Min|Mio|Mrd|Str|str|Dr|Prof|St|Hrn?|Fr|Mo|Di|Mi|Do|Sa|So|lt|gem|vgl|bspw|geb|Ziff|zzt|sog"
    r"|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez|Hd|Zt|Bd|Hrsg|Hl|hl|Vgl|Hs|Pkt|Kap|Zi|Abt|Anl"
    r"|ff|wg|rd|Tsd|insb|einschl|Betr|bzgl|Az|Fa|Fam|Dipl|Ing|Flst|Lkr|Rgbl|Hbf)|\d)\.$"
)
_END = re.compile(r"[.!?…]+[\"“”«»)\]]*(?=\s|$)")
LINE_HYPHEN = "-\u00ad"
"""Stands in a draft where a word is parted at a line's end; no text has it by itself."""

_LIST_MARK = re.compile(r"\s*(?:[-–•*·]|\d{1,2}[.)])\s+")


def lines(text: str) -> Iterator[Span]:
    """Spans of the lines that hold something, without the white space around them."""
    for found in re.finditer(r"[^\n]+", text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + found[0].index(stripped[0])
            yield start, start + len(stripped)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Spans of the sentences inside one line."""
    start, end = span
    for found in _END.finditer(text, start, end):
        if found.start() < start:
            continue
        head = text[start : found.start() + 1]
        rest = text[found.end() : end].lstrip()
        if found[0] == "." and _is_abbreviation(head, rest):
            continue
        if rest and not re.match(r"[\"„“»(]?[A-ZÄÖÜ0-9]", rest):
            continue
        yield start, found.end()
        start = found.end() + len(text[found.end() : end]) - len(rest)
    if start < end:
        yield start, end


_COUNTED = (
    "Lebens|Etage|Stock|Kalender|Klasse|Jahrhundert|Jahrtausend|Schuljahr|Geburtstag|Obergeschoss"
    r"|Untergeschoss|Stockwerk|[OU]G\b|(?:Werk|Arbeits|Kalender)?[Tt]ag\b|Monat\b|Semester|Quartal"
    r"|Schwangerschafts|Werk[Tt]|Kind\b|Klasse"
)
_BEFORE_ORDINAL = "[Ii]m|[Vv]om|[Zz]um|[Zz]ur|[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Bb]eim"


_OPENS = re.compile(
    r"(?:[-–•] |.*: )?(?:Ca|Ggfs?|Evtl|Inkl|Exkl|Zzgl|(Max|Mind|Rd)|Lt|Gem|Bspw|Zzt|Sog|Az|Fa|Fam"
    r"|Insb|Einschl|Bzgl|Wg)\."
)
"""*Ca. 30 Gäste*, *Max. 10 Personen*: as they open a sentence; elsewhere, and before a capital
letter, *Max* is a name."""


def _is_abbreviation(head: str, rest: str) -> bool:
    if rest.startswith("(") and re.match(r"\([a-zäöü]", rest):
        return True  # *Karl I. (herrschte …)*
    opens = _OPENS.fullmatch(head)
    if rest and opens and not (opens[1] and rest[0].isupper()):
        return True
    if re.search(r"\b(?:[Ii]m|[Dd]e[rsmn]|[Dd]ie|[Dd]as|[Zz]u[mr]|[Vv]om) [IVX]+\.$", head):
        return True  # *im II. Weltkrieg*
    if re.search(r"&\sCo\.$", head) and re.match(r"KG|OHG", rest):
        return True
    word = re.search(r"(?<!\S)\(?([^\W\d_][\w.-]*\.)$", head)
    if word and word[1] in _short_words() and rest and not _BEGINS.match(rest):
        return True
    if not _ABBREVIATED.search(head) or not rest:
        return False
    if re.match(r"\s*\d{1,2}[.)] .* \d{1,2}\.$", head) and rest[:1].isupper():
        return _counts_on(head)
    if re.search(r"\b(?:Dr|Prof|St)\.$", head) and re.match(r"[A-ZÄÖÜ]", rest):
        return True
    if re.fullmatch(r"\d{1,2}\.", head):
        return True  # the number of a list item
    if re.search(r"\d\.$", head):  # "am 1. März" goes on; "im Jahr 2026. Danach" ends
        if (
            re.search(rf"\b(?:{_BEFORE_ORDINAL})(?: \w+e[nrsm]?)? \d{{1,2}}\.$", head)
            and rest[:1].isupper()
        ):
            return True
        month = r"(?i:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
        return re.match(rf"\d|{month}|[a-zäöü]|{_COUNTED}", rest) is not None
    if re.search(r"\b(?:usw|etc)\.$", head):
        return re.match(r"[a-zäöü]", rest) is not None
    return True


_BEGINS = re.compile(r"(?:Der|Die|Das|Den|Dem|Ein|Eine|Er|Sie|Es|Wir|Ihr|Dies\w*|Bitte|Im|In)\b")


@cache
def _short_words() -> frozenset[str]:
    """Abbreviations of two letters and more that end no sentence."""
    short = {word for word, ends in abbreviations().items() if not ends and len(word) > 2}
    return frozenset(short - words_as_well())


def _counts_on(head: str) -> bool:
    """*1. Antrag stellen 2. Gebühr zahlen*: the next number of a list in one line."""
    numbers = [int(n) for n in re.findall(r"(?:^|(?<=\s))(\d{1,2})\.(?=\s|$)", head)]
    return numbers == list(range(1, len(numbers) + 1))


def rough(text: str) -> Analysis:
    """An analysis without tokens: sentence spans and kinds only."""
    found: list[Sentence] = []
    for line in lines(text):
        for span in sentences(text, line):
            found.append(
                Sentence(
                    index=len(found),
                    span=span,
                    tokens=(0, 0),
                    kind=kind(text[span[0] : span[1]]),
                    clauses=(),
                )
            )
    return Analysis(text=text, tokens=(), sentences=tuple(found), clauses=(), values=())


def kind(sentence: str) -> SentenceKind:
    if _LIST_MARK.match(sentence):
        return SentenceKind.LIST_ITEM
    if sentence.rstrip('"“”«»)').endswith((".", "!", "?", "…")):
        return SentenceKind.SENTENCE
    return SentenceKind.HEADING if len(sentence.split()) < 9 else SentenceKind.FRAGMENT


def list_mark(sentence: str) -> str:
    """The list marker a line begins with, or an empty string."""
    found = _LIST_MARK.match(sentence)
    return found[0] if found else ""


def unwrap(text: str) -> list[tuple[int, int, str]]:
    """Edits (start, end, replacement) that join lines broken by a fixed page width.

    A break is joined where the line is long enough to have been broken and the next one goes on
    with a small letter, or where a word is parted by a hyphen.
    """
    edits = []
    begin = 0
    for found in re.finditer(r"\n[ \t]*", text):
        line = text[begin : found.start()].rstrip(" \t")
        at, begin = begin + len(line), found.end()
        following = text[begin : begin + 1]
        if not following.strip():
            continue
        if not line.strip() or _LIST_MARK.match(text[found.end() : found.end() + 4]):
            continue
        parted = re.search(r"[a-zäöüß]-$", line) is not None and following.islower()
        if parted and not re.match(r"(?:und|oder|bzw)\b", text[begin : begin + 5]):
            edits.append((at - 1, found.end(), LINE_HYPHEN))
            continue
        if len(line) >= 50 and following.islower() and not line.endswith((".", ":", "!", "?")):
            edits.append((at, found.end(), " "))
    return edits
