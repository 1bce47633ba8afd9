"""What stands in brackets, said as a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


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
