"""Sentences that stand on nearly every page of an office, said as people say them.

*Es besteht kein Rechtsanspruch auf X*, *Anmeldeschluss ist der 3. Mai*, *Im Park gilt Rauchverbot*:
whole sentences with slots, which stay as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar.acting_nouns import can_act
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """pattern: of the whole sentence without its full stop. says: the plain words with slots.
    things: slots that must name nobody. only, ends: how *some* must begin and end. ends_in: how the
    number must."""

    pattern: re.Pattern[str]
    says: str
    safe: bool
    things: tuple[str, ...]
    only: re.Pattern[str]
    ends: re.Pattern[str]
    ends_in: re.Pattern[str]


@cache
def _by_opening() -> Mapping[str, tuple[Standing, ...]]:
    """The sentences by the first two letters that they can begin with; ``""``: by any."""
    table = data_file("standing_sentences")
    slots: Mapping[str, str] = table["slots"]
    found: dict[str, list[Standing]] = {}
    for entry in table["sentences"]:
        when = entry["when"]
        for name, pattern in slots.items():
            when = when.replace(f"{{{name}}}", f"(?P<{name}>{pattern})", 1)
            when = when.replace(f"{{{name}}}", pattern)
        one = Standing(
            pattern=re.compile(when),
            says=entry["says"],
            safe=entry.get("safe", False),
            things=tuple(entry.get("things", ())),
            only=re.compile(rf"(?:{entry.get('only', '')})"),
            ends=re.compile(rf"(?:{entry.get('ends', '')})$"),
            ends_in=re.compile(rf"(?:{entry.get('ends_in', '')})$"),
        )
        opening = when[:2] if when[:2].isalpha() else ""
        found.setdefault(opening, []).append(one)
    return {opening: tuple(some) for opening, some in found.items()}


@evaluates("standing-sentence")
def standing_sentence(view: View) -> Iterator[Match]:
    """*Es besteht kein Anspruch auf X.* → *Sie haben kein Recht auf X.*"""
    text = view.text.rstrip()
    closing = text[-1:] if text.endswith((".", "!")) else ""
    body = text.removesuffix(closing)
    told = _told(body) or _held(body)
    if told is not None:
        said, safe = told
        yield Match(
            start=view.start,
            end=view.start + len(text),
            found=text,
            replacement=said + closing,
            safe=safe,
        )


def _told(body: str) -> tuple[str, bool] | None:
    table = _by_opening()
    for one in (*table.get(body[:2], ()), *table.get("", ())):
        found = one.pattern.fullmatch(body)
        if found is None:
            continue
        slots = found.groupdict(default="")
        number = slots.get("number", "")
        some = slots.get("some", "")
        if not (one.ends_in.search(number) and one.only.match(some) and one.ends.search(some)):
            continue
        if any(can_act(word) for slot in one.things for word in slots[slot].split()):
            continue
        if number.isdigit() and "sein" not in one.says:
            slots["number"] = f"{number} Personen"
        slots |= {f"{name}_inside": text[:1].lower() + text[1:] for name, text in slots.items()}
        slots["number_of"] = re.sub(r"\bJahren$", "Jahre", number)
        return one.says.format(**slots), one.safe
    return None


@cache
def _holding() -> tuple[re.Pattern[str], Mapping[str, tuple[str, str, str]]]:
    table: Mapping[str, tuple[str, str, str]] = data_file("standing_sentences")["holds"]
    words = "|".join(table)
    kind = rf"(?:ein |eine )?(?:absolutes |absolute |generelles |generelle )?(?P<what>{words})"
    place = r"(?P<place>(?:Im|In|Auf|Am|An|Beim|Bei|Während|Vor|Entlang)\b[^,;:]+?)"
    return re.compile(rf"(?:{place}|Es|Hier) (?:besteht|gilt|herrscht) {kind}"), table


_OF_DOGS = re.compile(r"(?i)hund|rasse|tier")


def _held(body: str) -> tuple[str, bool] | None:
    pattern, table = _holding()
    found = pattern.fullmatch(body)
    if found is None:
        return None
    verb, who, deed = table[found["what"]]
    place = found["place"] or ("Hier" if body.startswith("Hier") else "")
    if _OF_DOGS.search(place):
        return None  # *Bei Kampfhunden gilt Leinenpflicht*: not for all dogs
    if place:
        return f"{place} {verb} {who} {deed}", True
    return f"{capital(who)} {verb} {deed}", True
