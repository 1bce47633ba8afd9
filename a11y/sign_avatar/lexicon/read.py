"""YAML files of the corpus → entries and problems, each with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from a11y.errors import KlarhandError
from a11y.review import ReviewState
from a11y.sign_avatar import notation
from a11y.sign_avatar.lexicon import alphabet, numbers
from a11y.sign_avatar.lexicon.errors import Problem
from a11y.sign_avatar.lexicon.model import Confidence, Entry, VerbClass

_LINE = "__line__"
_TUPLES = ("lemmas", "topics", "non_manual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry where it stands. letter, number: set in alphabet.yaml and numbers.yaml."""

    entry: Entry
    file: str
    line: int
    letter: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    items: tuple[Item, ...]
    problems: tuple[Problem, ...]


class _LineLoader(yaml.CSafeLoader):
    """Remembers the line every mapping begins on. (libyaml: ten times as fast, and as safe.)"""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        mapping[_LINE] = node.start_mark.line + 1
        return mapping


def read_corpus(directory: Path) -> Read:
    """Read every sign file below ``directory``; never raises for what is in them."""
    schema_file = directory / "schema" / "entry.schema.json"
    if not schema_file.is_file():
        problem = Problem(
            file=str(directory), line=0, entry="", message="schema/entry.schema.json is missing"
        )
        return Read(items=(), problems=(problem,))
    validator = Draft202012Validator(json.loads(schema_file.read_text(encoding="utf-8")))
    items: list[Item] = []
    problems: list[Problem] = []
    for path in _files(directory):
        name = path.relative_to(directory).as_posix()
        for item in _read_file(path, name, validator):
            (items if isinstance(item, Item) else problems).append(item)  # type: ignore[arg-type]
    problems += _check_together(items)
    return Read(items=tuple(items), problems=tuple(problems))


def _files(directory: Path) -> list[Path]:
    special = [directory / "alphabet.yaml", directory / "numbers.yaml"]
    return [path for path in special if path.is_file()] + sorted(
        (directory / "signs").glob("*.yaml")
    )


def _read_file(path: Path, name: str, validator: Draft202012Validator) -> Iterator[Item | Problem]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_LineLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        what = getattr(error, "problem", None) or str(error)
        yield Problem(file=name, line=line, entry="", message=f"not readable as YAML: {what}")
        return
    if not isinstance(rows, list):
        yield Problem(file=name, line=1, entry="", message="must be a list of entries")
        return
    for row in rows:
        yield from _read_row(row, name, validator)


def _read_row(row: Any, name: str, validator: Draft202012Validator) -> Iterator[Item | Problem]:
    if not isinstance(row, dict):
        yield Problem(file=name, line=0, entry="", message=f"{row!r} is no entry")
        return
    line = int(row.pop(_LINE, 0))
    entry_id = str(row.get("id", "?"))
    wrong = sorted(validator.iter_errors(row), key=lambda error: list(error.absolute_path))
    for error in wrong:
        where = ".".join(str(step) for step in error.absolute_path)
        message = f"{where}: {error.message}" if where else error.message
        yield Problem(file=name, line=line, entry=entry_id, message=message)
    if wrong:
        return
    try:
        notation.parse(row["hamnosys"])
    except KlarhandError as error:
        yield Problem(file=name, line=line, entry=entry_id, message=f"hamnosys: {error.what}")
        return
    yield Item(
        entry=_entry(row),
        file=name,
        line=line,
        letter=row.get("letter", ""),
        number=row.get("number"),
    )


def _entry(row: dict[str, Any]) -> Entry:
    values = {key: value for key, value in row.items() if key not in ("letter", "number")}
    values["hamnosys"] = " ".join(values["hamnosys"].split())
    values["description"] = " ".join(values["description"].split())
    values["state"] = ReviewState(values["state"])
    values["confidence"] = Confidence(values.get("confidence", "knowledge"))
    values["verb_class"] = VerbClass(values.get("verb_class", "none"))
    values.setdefault("mouthing", None)
    for key in _TUPLES:
        if key in values:
            values[key] = tuple(values[key])
    return Entry(**values)


def _check_together(items: list[Item]) -> Iterator[Problem]:
    """What only shows when all entries are seen: ids twice, letters and numbers missing."""
    seen: dict[str, Item] = {}
    for item in items:
        first = seen.setdefault(item.entry.id, item)
        if first is not item:
            message = f"id is already used in {first.file}:{first.line}"
            yield Problem(file=item.file, line=item.line, entry=item.entry.id, message=message)
    have = {item.letter for item in items}
    for letter in alphabet.LETTERS:
        if letter not in have:
            yield Problem(
                file="alphabet.yaml", line=0, entry="", message=f"letter {letter} is missing"
            )
    counted = {item.number for item in items}
    for number in numbers.signed_numbers():
        if number not in counted:
            yield Problem(
                file="numbers.yaml", line=0, entry="", message=f"number {number} is missing"
            )
