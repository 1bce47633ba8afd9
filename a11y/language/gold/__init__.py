"""Hand-annotated administrative sentences, to measure the clause layer with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from a11y.language.analysis import (
    Analysis,
    Clause,
    Mood,
    QuestionType,
    Relation,
    Role,
    Tense,
    Voice,
)

FIRST, SECOND, THIRD, FOURTH = "clauses", "second", "third", "fourth"
FIFTH, SIXTH, SEVENTH, EIGHTH = "fifth", "sixth", "seventh", "eighth"
NINTH, TENTH = "ninth", "tenth"
SETS = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH, TENTH)
_HERE = Path(__file__).parent
_ROLES = {
    "S": Role.SUBJECT,
    "O": Role.DIRECT_OBJECT,
    "D": Role.INDIRECT_OBJECT,
    "P": Role.PREDICATIVE,
    "A": Role.AGENT,
    "X": Role.PREPOSITIONAL_OBJECT,
}


@dataclass(frozen=True, slots=True)
class GoldClause:
    """What a person says of a clause; roles: role → text of its head word."""

    kind: str
    predicate: str
    modal: str = ""
    voice: str = Voice.ACTIVE
    tense: str = Tense.PRESENT
    mood: str = Mood.INDICATIVE
    negated: bool = False
    question: str = QuestionType.NONE
    relation: str = Relation.NONE
    roles: dict[Role, str] = field(default_factory=dict)


def load(name: str = FIRST) -> dict[str, tuple[GoldClause, ...]]:
    """Sentence → its clauses. ``FIRST``: 150 sentences; ``SECOND``, ``THIRD``, ``FIFTH``,
    ``SEVENTH`` and ``NINTH``: 60 each; ``FOURTH``: 30; ``SIXTH``, ``EIGHTH`` and ``TENTH``: 40
    each. Each was written before it was run."""
    return parse((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, tuple[GoldClause, ...]]:
    """The same of a text in the form that ``clauses.yaml`` explains."""
    table: dict[str, list[str]] = yaml.safe_load(text)
    return {text: tuple(_parse(line) for line in lines) for text, lines in table.items()}


def _parse(line: str) -> GoldClause:
    kind, predicate, *flags = line.split()
    values: dict[str, object] = {}
    roles: dict[Role, str] = {}
    for flag in flags:
        key, colon, value = flag.partition(":")
        if colon and key in _ROLES:
            roles[_ROLES[key]] = value
        elif colon:
            values[{"m": "modal", "q": "question", "r": "relation"}[key]] = value
        elif flag == "neg":
            values["negated"] = True
        elif flag in set(Voice):
            values["voice"] = flag
        elif flag in set(Tense):
            values["tense"] = flag
        else:
            values["mood"] = Mood(flag).value
    without_tense = kind in ("infinitive", "fragment")
    if without_tense:
        values = {"tense": Tense.NONE, "mood": Mood.NONE, **values}
    predicate = "" if predicate == "-" else predicate
    return GoldClause(kind=kind, predicate=predicate, roles=roles, **values)  # type: ignore[arg-type]


def compare(gold: tuple[GoldClause, ...], analysis: Analysis) -> list[tuple[str, str, str]]:
    """Differences as (field, gold, found); the clauses are compared one by one in order."""
    found = analysis.clauses
    if len(found) != len(gold):
        return [("clauses", str(len(gold)), str(len(found)))]
    differences: list[tuple[str, str, str]] = []
    for wanted, clause in zip(gold, found, strict=True):
        differences += _differences(wanted, clause, analysis)
    return differences


def _differences(
    wanted: GoldClause, clause: Clause, analysis: Analysis
) -> list[tuple[str, str, str]]:
    pairs = [
        ("kind", wanted.kind, clause.kind.value),
        ("predicate", wanted.predicate, clause.predicate),
        ("modal", wanted.modal, clause.modal),
        ("voice", wanted.voice, clause.voice.value),
        ("tense", wanted.tense, clause.tense.value),
        ("mood", wanted.mood, clause.mood.value),
        ("negated", str(wanted.negated), str(clause.negated)),
        ("question", wanted.question, clause.question.value),
        ("relation", wanted.relation, clause.relation.value),
    ]
    for role in _ROLES.values():
        heads = [analysis.tokens[p.head].text for p in clause.participants if p.role is role]
        pairs.append((role.value, wanted.roles.get(role, ""), " ".join(heads)))
    return [(name, gold, found) for name, gold, found in pairs if gold.lower() != found.lower()]
