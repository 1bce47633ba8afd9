"""``a11y bench guard``: which damages of a text the meaning guard sees, and how often it is wrong.

Every sentence of ``guard_sentences.yaml`` is damaged at one place after another, as a careless
rewrite could; a damage counts as seen if the guard tells any breach. Right rewrites must pass.
``guard_pairs*.yaml`` hold pairs written by testers: each wrong one must be seen in the sentence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml

from a11y.simple_language.guard import breaches, vanished

SENTENCES = Path(__file__).with_name("guard_sentences.yaml")
PAIRS = {
    "first": Path(__file__).with_name("guard_pairs.yaml"),
    "second": Path(__file__).with_name("guard_pairs_second.yaml"),
}

_MODALS = {
    "müssen": "können", "muss": "kann", "können": "müssen", "kann": "muss", "dürfen": "müssen",
    "darf": "muss", "soll": "muss", "sollen": "dürfen", "will": "soll", "wollen": "müssen",
    "möchte": "muss",
}  # fmt: skip
_UNITS = {
    "Tagen": "Wochen", "Werktagen": "Wochen", "Wochen": "Monaten", "Woche": "Stunde",
    "Monate": "Wochen", "Monat": "Tag", "Jahren": "Monaten", "Jahre": "Monate", "Jahr": "Monat",
    "Minuten": "Stunden", "Stunden": "Tage", "Euro": "Cent", "Meter": "Kilometer",
    "Prozent": "Euro", "jährlich": "monatlich",
}  # fmt: skip
_MONTHS = {
    "Januar": "Juni", "Mai": "März", "August": "April", "Oktober": "Dezember",
}  # fmt: skip
_AMOUNTS = {
    "Alle": "Einige", "Jede": "Manche", "jeden": "manchen", "Manche": "Alle", "mehrere": "alle",
    "Viele": "Wenige", "Einige": "Alle", "meisten": "wenigsten", "Beide": "Alle",
    "Hälfte": "Summe",
}  # fmt: skip
_COMPARED = {
    "mehr als": "weniger als", "weniger als": "mehr als", "jünger": "älter", "früher": "später",
    "lauter": "leiser", "näher": "ferner", "teurer": "billiger", "mindestens": "höchstens",
    "höchstens": "mindestens",
}  # fmt: skip
_TURNED = {"wenn": "obwohl", "falls": "weil", "sofern": "obwohl", "soweit": "weil",
           "solange": "obwohl"}  # fmt: skip

Put = str | Callable[[re.Match[str]], str]


def _words(table: dict[str, str]) -> tuple[str, Put]:
    small = {key.lower(): value for key, value in table.items()}
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return rf"(?i)(?<!\w)(?:{pattern})(?!\w)", lambda m: small[m[0].lower()]


DAMAGES: dict[str, tuple[str, Put]] = {
    "negation dropped": (r"\b(?:nicht|nie|niemals)\b ?", ""),
    "negation turned": (
        r"\b(?:[Kk]ein(?:en)?|[Nn]iemand|weder|ohne)\b",
        lambda m: {"kein": "ein", "keinen": "einen", "niemand": "jemand", "weder": "entweder",
                   "ohne": "mit"}[m[0].lower()],
    ),
    "negation added": (r"\b(?:zahlen|unterschreiben|mitbringen|arbeiten|nutzen)\b", r"nicht \g<0>"),
    "number changed": (r"(?<![.:,])\b\d+\b(?![.:,]\d)", lambda m: str(int(m[0]) + 1)),
    "number dropped": (r"\b\d+(?:[,:]\d+)?\b ?", ""),
    "date changed": _words(_MONTHS),
    "unit changed": _words(_UNITS),
    "name changed": (
        r"\b(?:Weber|Kowalski|Yilmaz|Lindenau|Neustadt|Bergheim|Rosenfeld|Ahrensburg|Kleinheide)\b",
        "Hansen",
    ),
    "modality changed": _words(_MODALS),
    "condition turned": _words(_TURNED),
    "condition dropped": (
        r"(?:^|, )(?:[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]oweit|solange) [^,.]+(?:, )?", " "
    ),
    "exception dropped": (r", (?:es sei denn|außer)[^.]*", ""),
    "addressee swapped": (
        r"\b(?:Sie|Ihnen|Ihren|Ihre|[Ww]ir|uns)\b",
        lambda m: {"Sie": "er", "Ihnen": "ihm", "Ihren": "seinen", "Ihre": "seine",
                   "wir": "sie", "Wir": "Leute", "uns": "ihnen"}[m[0]],
    ),
    "quantifier changed": _words(_AMOUNTS),
    "spätestens / frühestens": _words(
        {"spätestens": "frühestens", "frühestens": "spätestens", "bis": "ab", "erst": "schon",
         "vor": "nach", "innerhalb": "außerhalb", "binnen": "nach"}
    ),
    "und / oder": _words({"oder": "und", "und": "oder"}),
    "nur dropped": (r"\b(?:[Nn]ur|[Aa]usschließlich)\b ?", ""),
    "comparison turned": _words(_COMPARED),
}  # fmt: skip


TURNED = "turned round, cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One damage: kind, the sentence before and after."""

    kind: str
    before: str
    after: str

    @property
    def seen(self) -> bool:
        return bool(breaches(self.before, self.after) or vanished(self.before, self.after))


def sentences() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return data


def mutations() -> Iterator[Mutation]:
    """Every sentence damaged at every place a kind finds, one at a time, and the written pairs."""
    for before, after in sentences()["turned"]:
        yield Mutation(kind=TURNED, before=before, after=after)
    for sentence in sentences()["attacked"]:
        for kind, (pattern, put) in DAMAGES.items():
            for found in re.finditer(pattern, sentence):
                after = (
                    sentence[: found.start()]
                    + (found.expand(put) if isinstance(put, str) else put(found))
                    + sentence[found.end() :]
                )
                after = after.strip()[:1].upper() + after.strip()[1:]
                if after != sentence:
                    yield Mutation(kind=kind, before=sentence, after=after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """kind: ``right``, or what a wrong pair changes. told: what the guard says of the sentence."""

    kind: str
    before: str
    after: str
    told: tuple[str, ...]


def pairs(name: str) -> Iterator[Pair]:
    """The testers' pairs of one set (``PAIRS``), the wrong ones first."""
    data = yaml.safe_load(PAIRS[name].read_text(encoding="utf-8"))
    for kind, wrong in data["wrong"].items():
        for before, after in wrong:
            told = tuple(str(one) for one in breaches(before, after))
            yield Pair(kind=kind, before=before, after=after, told=told)
    for row in data["right"]:
        licence = frozenset(row.get("licence", ()))
        told = tuple(str(one) for one in breaches(row["before"], row["after"], licence=licence))
        yield Pair(kind="right", before=row["before"], after=row["after"], told=told)


def false_alarms() -> list[tuple[str, str, str]]:
    """(before, after, what the guard says) for every right rewrite it would stop."""
    return [
        (before, after, str(told[0]))
        for before, after in sentences()["right"]
        if (told := breaches(before, after))
    ]


@click.command("guard")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--missed", is_flag=True, help="Print every damage the guard did not see.")
def command(form: str, missed: bool) -> None:
    """Measure what the meaning guard sees."""
    tried = list(mutations())
    kinds = {
        kind: [one.seen for one in tried if one.kind == kind]
        for kind in dict.fromkeys(one.kind for one in tried)
    }
    alarms, right = false_alarms(), len(sentences()["right"])
    if form == "json":
        table = {kind: {"tried": len(seen), "seen": sum(seen)} for kind, seen in kinds.items()}
        tester = {}
        for name in PAIRS:
            wrong, stopped, _ = _tested(name)
            missed_pairs = [(one.before, one.after) for one in wrong if not one.told]
            tester[name] = {"tried": len(wrong), "missed": missed_pairs, "stopped": len(stopped)}
        found = {"kinds": table, "false alarms": alarms, "pairs": tester}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for kind, seen in kinds.items():
        click.echo(f"{kind:26}{sum(seen):5} of {len(seen):3}")
    seen_all = sum(one.seen for one in tried)
    click.echo(f"{'all':26}{seen_all:5} of {len(tried):3} ({100 * seen_all / len(tried):.1f} %)")
    click.echo(f"false alarms on right rewrites: {len(alarms)} of {right}")
    for before, after, told in alarms:
        click.echo(f"  {before} → {after!r}: {told}")
    for one in tried:
        if missed and not one.seen:
            click.echo(f"  missed ({one.kind}): {one.before} → {one.after}")
    for name in PAIRS:
        wrong, stopped, right = _tested(name)
        click.echo(
            f"testers' pairs, {name} set: {sum(bool(one.told) for one in wrong)} of {len(wrong)} "
            f"seen, {len(stopped)} of {right} right ones stopped"
        )
        for pair in [*stopped, *(one for one in wrong if missed and not one.told)]:
            click.echo(f"  {pair.kind}: {pair.before} → {pair.after} {'; '.join(pair.told)}")


def _tested(name: str) -> tuple[list[Pair], list[Pair], int]:
    """(wrong pairs, right ones that are stopped, how many right ones there are) of one set."""
    tested = list(pairs(name))
    wrong = [one for one in tested if one.kind != "right"]
    stopped = [one for one in tested if one.kind == "right" and one.told]
    return wrong, stopped, len(tested) - len(wrong)
