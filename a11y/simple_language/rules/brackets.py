"""What stands in brackets, said as a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


@evaluates("brackets")
def brackets(view: View) -> Iterator[Match]:
    """A bracket becomes a sentence of its own, or part of the sentence it stands in.

    Of several in one sentence nobody could tell which new sentence belongs to which: only told,
    unless their words can stand where they are (*Kinder (bis 6 Jahre)*).
    """
    found = [one for one in _BRACKET.finditer(view.text) if not _in_word(view.text, one)]
    inline = {one.start(): text for one in found if (text := _in_place(view.text, one))}
    several = len(found) - len(inline) > 1
    for one in found:
        if one.start() in inline:
            yield Match(
                start=view.start + one.start(),
                end=view.start + one.end(),
                found=one[0].strip(),
                replacement=inline[one.start()].text,
                safe=inline[one.start()].safe,
            )
        else:
            yield _parted(view, one, several=several)


_BRACKET = re.compile(r" ?\(([^()]{2,})\)")


def _in_word(text: str, found: re.Match[str]) -> bool:
    """*Anwohner(innen)*, *Termin(e)*: another rule speaks about forms for all."""
    return text[found.start() - 1 : found.start()].isalpha() and found[0][0] == "("


@dataclass(frozen=True, slots=True)
class _Inline:
    text: str
    safe: bool


def _in_place(text: str, found: re.Match[str]) -> _Inline | None:
    """What a bracket says, said where it stands: an attribute, a condition, *auch kleine*."""
    inside = found[1].strip()
    before, behind = text[: found.start()], text[found.end() :]
    if not re.search(r"\w$", before) or not inside[:1].islower():
        return None
    at_end = re.match(r"[.!]?\s*$", behind) is not None
    if _CONDITION.match(inside):
        return _Inline(f", {inside}" + ("" if at_end else ","), at_end)
    if re.search(r"[,;:/]", inside):
        return None
    if _own_sentence(inside, before=before):
        return None
    if _ATTRIBUTE.match(inside) and len(inside.split()) <= _SHORT:
        # *Hunde (außer Blindenhunde) und Katzen*: whose it is, the signs alone show
        reaches = _REACHING.match(inside) and _AND_MORE.match(behind)
        held = re.search(r"(?:\b[A-ZÄÖÜ][\w-]*|\d)$", before) is not None  # not *alt (bis 6 Jahre)*
        return _Inline(
            f" {inside}", held and not reaches and re.search(r"[\wß]$", inside) is not None
        )
    if _FOCUS.match(inside):
        return _Inline(f", {inside}" + ("" if at_end else ","), safe=False)
    return None


_SHORT = 5
_CONDITION = re.compile(
    r"(?:wenn|falls|sofern|soweit|weil|damit|außer wenn|sobald|solange|es sei denn) "
)
_ATTRIBUTE = re.compile(
    r"(?:ab|bis|mit|ohne|über|unter|von|vom|für|aus|je|pro|zwischen|außer|in|im|am|an|bei"
    r"|beim|auf|nach|vor|seit|zum|zur) \S"
)
"""*Kinder (bis 6 Jahre)*: a phrase that is an attribute as soon as the signs are gone."""
_REACHING = re.compile(r"(?:außer|mit|ohne|von|vom|für|aus|in|im|am|an|auf|bei|beim|zwischen) ")
_FOCUS = re.compile(r"(?:auch|nicht|nur|aber|jedoch|müssen|kein\w*|sogar|mindestens|höchstens) ")


def _parted(view: View, found: re.Match[str], *, several: bool) -> Match:
    start, end = view.start + found.start(), view.start + found.end()
    inside = found[1].strip()
    told = Match(start=start, end=end, found=found[0].strip())
    if _NUMBER.fullmatch(inside):
        return told
    sentence_end = view.text.rstrip()
    own = _own_sentence(inside, before=view.text[: found.start()])
    if not sentence_end.endswith((".", "!")):
        closes = found.end() == len(sentence_end)
        if several and not closes:
            return told
        said = own or _meaning(inside)
        written = f"\n{said.rstrip('.')}" if closes else f", das heißt: {inside}"
        alone = not view.text[: found.start()].strip()  # *(persönlich und telefonisch):*
        return replace(
            told,
            replacement=capital(inside) if alone else written,
            safe=closes and own is not None,
        )
    before = view.text[: found.start()]
    again = own is not None and own.startswith("Zum") and _EXAMPLE.search(before)
    certain = own is not None and not again
    if several and not certain:
        return told
    rest = view.text[found.end() :].rstrip()
    said = own or _meaning(inside)
    if own is None and (_AND_MORE.match(rest) or _CLAUSE_MORE.search(rest)):
        return told  # *DKW (Motorräder) und Wanderer*: far from its noun it explains another one
    return replace(
        told,
        end=view.start + len(sentence_end),
        replacement=f"{rest}\n{said}",
        safe=certain and "(" not in rest and (_names_itself(own) or not re.search("[,:]", rest)),
    )


_AND_MORE = re.compile(r",? ?(?:und|oder|sowie) ")
"""Behind the bracket comes another of its kind, which the explanation would seem to be about."""
_CLAUSE_MORE = re.compile(r", (?!bitte\b|Herr\b|Frau\b)[\wäöüÄÖÜß]+ ")
"""… or another clause, which becomes a sentence between the noun and its explanation."""


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
    letters = re.fullmatch(r"[A-ZÄÖÜ][A-ZÄÖÜa-zäöü-]{1,7}", inside)
    if letters and sum(c.isupper() for c in inside) > 1 and _shortens(inside, before):
        return f"Die Abkürzung ist: {inside}."
    if re.match(r"(?:das heißt|d\. ?h\.),? ", inside):
        return "Das heißt: " + re.sub(r"^(?:das heißt|d\. ?h\.),? ", "", inside) + "."
    if re.match(r"siehe ", inside):
        return f"Siehe {inside[6:]}."
    return None


_EXAMPLE = re.compile(r"zum Beispiel|z\. ?B\.")


def _names_itself(said: str | None) -> bool:
    """Whether a sentence can stand further behind: *MDK ist die Abkürzung für: …*"""
    return said is not None and "ist die Abkürzung für" in said


_QUANTITY = re.compile(
    r"(?:etwa |ungefähr |rund |höchstens |mindestens |maximal )?"
    r"\d[\d.,]*(?: (?:bis|und) \d[\d.,]*)? "
    r"(?:Euro|Cent|Meter|Kilometer|Zentimeter|Quadratmeter|Kilogramm|Gramm|Liter|Prozent|Minuten?"
    r"|Stunden?|Tage?|Wochen?|Monate?|Jahre?)(?: (?:pro|je|im) \w+)?"
)
_PLACE = re.compile(
    r"(?:Zimmer|Raum|Haus|Gebäude|Eingang|Schalter|Stock|Etage|Obergeschoss|Erdgeschoss"
    r"|(?:\d\.|erster|zweiter|dritter|vierter) (?:Stock|Etage|Obergeschoss))\b"
    r"|[A-ZÄÖÜ][\wäöüß-]*(?:straße|platz|weg|allee|gasse|ring) \d"
)
_TELEPHONE = re.compile(r"(?:Telefon|Tel\.):? ?(?=[\d+(])")
_LABELS = (
    (_PLACE, "Der Ort ist"),
    (re.compile(r"[\w.+-]+@[\w.-]+$"), "Die E-Mail-Adresse ist"),
    (re.compile(r"(?:https?://|www\.)\S+$"), "Die Internet-Adresse ist"),
    (_TELEPHONE, "Die Telefonnummer ist"),
)


_NUMBER = re.compile(r"\d[\d.,]*|Formular (?:Nr\. |Nummer )?[\dA-Z]+")
"""*der Antrag (Formular 12)*: part of the name; a sentence of its own would tell nothing."""
_EXCEPT = re.compile(r"ausgenommen (?=\S)")


def _meaning(inside: str) -> str:
    """*(35 Euro)* → *Das sind 35 Euro.*"""
    if _EXCEPT.match(inside):
        return f"Ausnahme: {capital(_EXCEPT.sub('', inside, count=1))}."
    amount = _QUANTITY.fullmatch(inside)
    if amount:
        return f"Das {'ist' if inside.startswith('1 ') else 'sind'} {inside}."
    for pattern, label in _LABELS:
        found = pattern.match(inside)
        if found:
            said = (
                inside[found.end() :]
                if found.re is not _PLACE and label.startswith("Die Tel")
                else inside
            )
            return f"{label}: {said}."
    return f"Das heißt: {inside}."
