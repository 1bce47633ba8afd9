"""An explained sentence as lines for a terminal: tiers over the signs, each word's fate, the rules.

German, for editors and Deaf reviewers; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.sign_avatar.glossing.explanation import Aligned, ExplainedSentence
from a11y.sign_avatar.glossing.rules import rules
from a11y.sign_avatar.score import NonManual, Sign, SignedSentence, SignKind, Tier

WIDTH = 100
_LABEL = 12
_GAP = 2
_TIERS = {
    Tier.BROWS: "Brauen", Tier.HEAD: "Kopf", Tier.GAZE: "Blick", Tier.EYES: "Augen",
    Tier.TORSO: "Oberkörper", Tier.CHEEKS: "Wangen", Tier.MOUTH: "Mund",
}  # fmt: skip
_VALUES = {
    "raised": "hoch", "lowered": "gesenkt", "shake": "schüttelt", "nod": "nickt",
    "forward": "vor", "back": "zurück", "hands": "Hände", "viewer": "Kamera",
}  # fmt: skip
_FUNCTIONS = {
    "topic": "Thema", "condition": "Bedingung", "yes-no": "Ja/Nein-Frage", "wh": "Frage",
    "negation": "Verneinung", "obligation": "Pflicht", "affirmation": "Bekräftigung",
    "relative": "Relativsatz", "list": "Aufzählung", "locus": "Ort",
}  # fmt: skip
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
    lines += tiers(item.sentence)
    lines += ["", *_words(item), "", *_rules(item)]
    return [line.rstrip() for line in lines]


def tiers(sentence: SignedSentence) -> list[str]:
    """Non-manual tiers above the glosses, mouthing below, in as many rows as the width asks for."""
    lines: list[str] = []
    for first, last in _rows(sentence.signs):
        lines += [""] if lines else []
        signs = sentence.signs[first:last]
        widths = [max(len(_gloss(sign)), len(sign.mouthing or "")) + _GAP for sign in signs]
        starts = [sum(widths[:at]) for at in range(len(widths) + 1)]
        for tier in Tier:
            if tier is Tier.EYES:  # blinks at every boundary say nothing here
                continue
            row = _tier_row(sentence.non_manuals, tier, first, starts)
            if row.strip():
                lines.append(f"   {_TIERS[tier]:<{_LABEL}}{row}")
        cells = list(zip(signs, widths, strict=True))
        row = "".join(f"{_gloss(sign):<{width}}" for sign, width in cells)
        lines.append(f"   {'Gebärden':<{_LABEL}}{row}")
        row = "".join(f"{sign.mouthing or '':<{width}}" for sign, width in cells)
        if row.strip():
            lines.append(f"   {'Mundbild':<{_LABEL}}{row}")
        texts = [s.text for s in signs if s.text and s.kind in (SignKind.TEXT, SignKind.LEXICAL)]
        if texts:
            lines.append(f"   {'Bildschirm':<{_LABEL}}{', '.join(texts)}")
    return lines


def _gloss(sign: Sign) -> str:
    label = sign.gloss + "+" * sign.repetitions
    if sign.source_locus or sign.goal_locus:
        start = sign.source_locus.value if sign.source_locus else ""
        goal = sign.goal_locus.value if sign.goal_locus else ""
        label = f"{start}-{label}-{goal}".strip("-")
    return label + ("^" if sign.compound else "")


def _rows(signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Runs of signs that fit into one line."""
    first = used = 0
    for at, sign in enumerate(signs):
        width = max(len(_gloss(sign)), len(sign.mouthing or "")) + _GAP
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
        if span.tier is not tier or start >= end:
            continue
        left, right = starts[start], starts[end] - _GAP
        reason = _FUNCTIONS.get(span.function, span.function)
        text = f" {_VALUES.get(span.value, span.value)}: {reason} "
        width = max(right - left, 1)
        if len(text) > width:
            text = f" {reason} "[:width] if len(reason) + 2 <= width else reason[:width]
        row[left : left + width] = text.center(width, "─")
    return "".join(row)


def _words(item: ExplainedSentence) -> list[str]:
    """Each signed word with its signs; what has none together, by reason."""
    glosses = [_gloss(sign) for sign in item.sentence.signs]
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
    known = rules()
    lines = ["   Regeln"]
    for name in item.rules:
        lines.append(f"   {name:<20} {known[name].message}")
        lines.append(f"   {'':<20} Quelle: {known[name].source}")
    return lines
