"""An explained sentence as lines for a terminal: tiers over the signs, each word's fate, the rules.

German, for editors and Deaf reviewers; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.sign_avatar.glossing.explanation import Aligned, ExplainedSentence
from a11y.sign_avatar.glossing.rules import rules
from a11y.sign_avatar.score import NonManual, Sign, SignedSentence, Tier
from a11y.sign_avatar.tiers import (
    MOUTHING,
    SCREEN,
    SIGNS,
    TIERS,
    is_shown,
    on_screen,
    reason_of,
    value_of,
)

WIDTH = 100
_WITH_THE_WORD = frozenset(
    {"LEX-SIGN", "LEX-EQUIVALENT", "LEX-DERIVED", "LEX-COMPOUND", "LEX-SPELL", "LEX-SHOW"}
)
_LABEL = 12
_PART = "Satzteil"
_GAP = 2
_MEANS = {
    "sign": "Gebärde", "equivalent": "gleiche Bedeutung", "derived": "Gebärde des Stamms",
    "compound": "aus Teilen", "paraphrase": "umschrieben, Wort auf dem Bildschirm",
    "pointed": "INDEX auf den Platz", "spelled": "buchstabiert", "shown": "auf dem Bildschirm",
    "elsewhere": "im Teil davor oder danach",
}  # fmt: skip


def report(item: ExplainedSentence, *, number: int = 0) -> list[str]:
    """The lines of one sentence. number: its place in the text, 0 for none."""
    head = f"{number}. " if number else ""
    lines = [head + " ".join(item.sentence.german.split()), ""]
    lines += tiers(item.sentence, parts=item.parts)
    lines += ["", *_words(item), "", *_rules(item)]
    return [line.rstrip() for line in lines]


def tiers(sentence: SignedSentence, *, parts: Sequence[str] = ()) -> list[str]:
    """Non-manual tiers above the glosses, mouthing below, in as many rows as the width asks for.

    parts: what each sign is in the sentence; named over the first sign of each part.
    """
    lines: list[str] = []
    for first, last in _rows(sentence.signs):
        lines += [""] if lines else []
        signs = sentence.signs[first:last]
        heads = _heads(parts, first, last)
        widths = [
            max(len(sign.label), len(sign.mouthing or ""), len(head)) + _GAP
            for sign, head in zip(signs, heads, strict=True)
        ]
        starts = [sum(widths[:at]) for at in range(len(widths) + 1)]
        if any(heads):
            row = "".join(f"{head:<{width}}" for head, width in zip(heads, widths, strict=True))
            lines.append(f"   {_PART:<{_LABEL}}{row}")
        for tier in Tier:
            row = _tier_row(sentence.non_manuals, tier, first, starts)
            if row.strip():
                lines.append(f"   {TIERS[tier]:<{_LABEL}}{row}")
        cells = list(zip(signs, widths, strict=True))
        row = "".join(f"{sign.label:<{width}}" for sign, width in cells)
        lines.append(f"   {SIGNS:<{_LABEL}}{row}")
        row = "".join(f"{sign.mouthing or '':<{width}}" for sign, width in cells)
        if row.strip():
            lines.append(f"   {MOUTHING:<{_LABEL}}{row}")
        texts = [text for text in map(on_screen, signs) if text]
        if texts:
            lines.append(f"   {SCREEN:<{_LABEL}}{', '.join(texts)}")
    return lines


def _heads(parts: Sequence[str], first: int, last: int) -> list[str]:
    """The name of a part over its first sign in the row, "" over the others."""
    row = list(parts[first:last]) or [""] * (last - first)
    return [name if not at or row[at - 1] != name else "" for at, name in enumerate(row)]


def _rows(signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Runs of signs that fit into one line."""
    first = used = 0
    for at, sign in enumerate(signs):
        width = max(len(sign.label), len(sign.mouthing or "")) + _GAP
        if used and used + width > WIDTH - _LABEL - 3:
            yield first, at
            first, used = at, 0
        used += width
    if signs:
        yield first, len(signs)


def _tier_row(spans: Sequence[NonManual], tier: Tier, first: int, starts: Sequence[int]) -> str:
    row = [" "] * starts[-1]
    count = len(starts) - 1
    for span in spans:
        start, end = max(span.start - first, 0), min(span.end - first, count)
        if span.tier is not tier or start >= end or not is_shown(span):
            continue
        left, right = starts[start], starts[end] - _GAP
        reason = reason_of(span) or value_of(span)
        text = f" {value_of(span)}: {reason_of(span)} ".replace(":  ", " ")
        width = max(right - left, 1)
        if len(text) > width:
            last = reason.split()[-1]  # "auf Platz 3a" → 3a
            fitting = (text for text in (reason, last, value_of(span)) if len(text) <= width)
            short = next(fitting, last)
            text = f" {short} " if len(short) + 2 <= width else short[:width]
        row[left : left + width] = text.center(width, "─")
    return "".join(row)


def _words(item: ExplainedSentence) -> list[str]:
    """Each signed word with its signs; what has none together, by reason."""
    glosses = [sign.label for sign in item.sentence.signs]
    lines = []
    dropped: dict[str, list[str]] = {}
    for word in item.alignment:
        if word.signs:
            right = " ".join(glosses[at].removesuffix("^") for at in word.signs)
            how = _MEANS.get(word.means, word.means)
            lines.append(f"   {word.word:<24} → {right:<32} {how}")
        elif any(char.isalnum() for char in word.word):
            dropped.setdefault(_why(word), []).append(word.word)
    if dropped:
        lines += ["", "   Ohne eigene Gebärde"]
        lines += [f"   {', '.join(words):<24} – {reason}" for reason, words in dropped.items()]
    return lines


def _why(word: Aligned) -> str:
    return word.reason or _MEANS.get(word.means, word.means)


def _rules(item: ExplainedSentence) -> list[str]:
    """What shaped the sentence; how each word got its sign stands with the word already."""
    known = rules()
    lines = ["   Regeln"]
    for name in (rule for rule in item.rules if rule not in _WITH_THE_WORD):
        lines.append(f"   {name:<20} {known[name].message}")
        lines.append(f"   {'':<20} Quelle: {known[name].source}")
    return lines
