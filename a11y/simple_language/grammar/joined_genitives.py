"""Genitives joined by *und*, *oder*: the others go into the dative with the first one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.governed_genitives import tagged_genitive
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def partner_of(view: View, phrase: nominal.Phrase) -> Token | None:
    """*der Anwohnerinnen und Anwohner*: the second noun under the same article."""
    joint, second = view.after(phrase.noun), view.after(phrase.noun, 2)
    if joint is None or second is None or joint.text.lower() not in ("und", "oder"):
        return None
    own = _genitive_numbers(nominal.readings(phrase))
    readings = nominal.noun_readings(second.text)
    theirs = _genitive_numbers(readings)
    if own == {"Sing"} and ("Nom", "Plur") in {reading[:2] for reading in readings}:
        return None  # *eine Skizze des Grundstücks und Fotos*: rather a thing of its own
    return second if second.tag == "NN" and len(own) == 1 and own <= theirs else None


def further_genitives(view: View, first: nominal.Phrase) -> tuple[nominal.Phrase, ...]:
    """*der Verwaltung,* **der Händler** *und* **des Rates**: what is joined, with its articles."""
    found: list[nominal.Phrase] = []
    last = first.noun
    while (joint := view.after(last)) is not None and joint.text.lower() in _JOINTS:
        opening = view.after(joint)
        one = nominal.phrase_at(view, opening.index) if opening is not None else None
        if one is None or one.article is None or not _reads_genitive(one):
            break
        found.append(one)
        last = one.noun
        if joint.tag == "KON":
            return tuple(found)
    return ()  # *…, der Rat*: a comma alone may open another clause


_JOINTS = word_set(", und oder sowie")


def beside_the_head(view: View, head: Token, further: nominal.Phrase) -> bool:
    """*nach der Größe des Behälters und der Häufigkeit der Leerung*: the second noun may stand
    beside the head, in its case, as well as beside its genitive."""
    whole = nominal.ending_in(view, head)
    cases = {case for case, _, _ in nominal.readings(whole)} if whole is not None else set()
    return any(case != "Gen" and case in cases for case, _, _ in nominal.readings(further))


def _reads_genitive(phrase: nominal.Phrase) -> bool:
    cases = {case for case, _, _ in nominal.readings(phrase)}
    # behind a genitive *und der Mutter* is one, too, whatever the parse says of it
    return "Gen" in cases and (cases <= {"Gen", "Dat"} or tagged_genitive(phrase))


def all_with_from(view: View, dative: str, further: Sequence[nominal.Phrase]) -> str | None:
    """The first one's dative and all others', each with *von* of its own but the first."""
    said = dative
    for phrase in further:
        own = nominal.in_case_from(phrase, "Gen", "Dat")
        joint = view.after(phrase.first, -1)
        if own is None or joint is None:
            return None
        said += f"{'' if joint.text == ',' else ' '}{joint.text} {with_from(own)}"
    return said


def _genitive_numbers(readings: Iterable[nominal.Reading]) -> set[str]:
    return {number for case, number, _ in readings if case == "Gen"}


def dative_partner(phrase: nominal.Phrase, partner: Token) -> str | None:
    number = _genitive_numbers(nominal.readings(phrase)).pop()
    return nominal.noun_in(partner.text, "Dat", number, found_in="Gen")


def with_from(dative: str) -> str:
    return f"vom {dative[4:]}" if dative.startswith("dem ") else f"von {dative}"
