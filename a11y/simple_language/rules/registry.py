"""Joins the rules' metadata with their functions and checks that neither lacks the other."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from a11y.simple_language.data_file import DATA, data_file
from a11y.simple_language.errors import RuleFileError
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Depth, Example, Match, Rule, Severity, Stage
from a11y.simple_language.view import View

Evaluate = Callable[[View], Iterator[Match]]

KINDS = (
    "surface",
    "quotations",
    "brackets",
    "figures",
    "numerals",
    "fillers",
    "condensing",
    "core",
    "spare_words",
    "spare_clauses",
    "short_clauses",
    "short_background",
    "short_adverbials",
    "short_adverbs",
    "twins",
    "short_adjectives",
    "short_attributes",
    "short_names",
    "known_things",
    "doings",
    "standing_sentences",
    "duty_adjectives",
    "hard_words",
    "words",
    "vocabulary",
    "empty_nouns",
    "easier",
    "collectives",
    "easier_verbs",
    "conditions",
    "whoever",
    "exceptions",
    "infinitives",
    "speech",
    "clauses",
    "order",
    "readers",
    "occasions",
    "relatives",
    "attributes",
    "appositions",
    "gaps",
    "coordination",
    "passive",
    "duties",
    "offices",
    "verbs",
    "wishes",
    "events",
    "genitives",
    "prepositions",
    "measures",
    "handed_in",
    "both",
    "phrases",
    "modals",
    "word_order",
    "sentences",
    "naming",
    "layout",
    "length",
)

_FUNCTIONS: dict[str, Evaluate] = {}


def evaluates(rule: str) -> Callable[[Evaluate], Evaluate]:
    """Name the rule whose evaluate function this is."""

    def register(function: Evaluate) -> Evaluate:
        _FUNCTIONS[rule] = function
        return function

    return register


@lru_cache(maxsize=1)
def load() -> dict[str, Rule]:
    """All rules by id, in the order of their files. Raises RuleFileError."""
    rules: dict[str, Rule] = {}
    for kind in KINDS:
        importlib.import_module(f"a11y.simple_language.rules.{kind}")
        file = DATA / "rules" / f"{kind}.yaml"
        for record in data_file(f"rules/{kind}"):
            rule = _rule(record, file=file.name)
            if rule.id in rules:
                raise RuleFileError(file=file.name, problem=f"rule {rule.id!r} stands twice")
            rules[rule.id] = rule
    if orphans := set(_FUNCTIONS) - set(rules):
        raise RuleFileError(file="rules", problem=f"functions without a record: {sorted(orphans)}")
    return rules


_DEPTHS = {False: Depth.WHOLE, True: Depth.CONDENSED, "short": Depth.SHORT}


def _rule(record: dict[str, Any], *, file: str) -> Rule:
    name = record.get("id", "?")
    try:
        return Rule(
            id=record["id"],
            title=record["title"],
            norm=record["norm"],
            message=record["message"],
            severity={level: Severity(record["severity"][level.value]) for level in Level},
            stage=Stage(record.get("stage", "none")),
            fails=tuple(_example(entry) for entry in record["fails"]),
            passes=tuple(_example(entry) for entry in record["passes"]),
            licence=frozenset(record.get("licence", ())),
            condenses=_DEPTHS[record.get("condenses", False)],
            plain_norm=f"DIN ISO 24495-1 Nr. {_plain_sections().get(record['id'], '5.3')}",
            evaluate=_FUNCTIONS[record["id"]],
        )
    except KeyError as missing:
        raise RuleFileError(file=file, problem=f"rule {name!r} lacks {missing}") from missing
    except ValueError as wrong:
        raise RuleFileError(file=file, problem=f"rule {name!r}: {wrong}") from wrong


@lru_cache(maxsize=1)
def _plain_sections() -> dict[str, str]:
    """Rule → section of DIN ISO 24495-1, where ``data/norms.yaml`` names another than 5.3.

    A rule of two rows has the first one's.
    """
    rows = data_file("norms")
    return {rule: row.get("plain", "5.3") for row in reversed(rows) for rule in row["rules"]}


def _example(entry: Any) -> Example:
    if isinstance(entry, str):
        return Example(text=entry)
    return Example(
        text=entry["text"],
        rewrite=entry.get("rewrite"),
        safe=entry.get("safe"),
        level=Level(entry["level"]) if "level" in entry else None,
    )
