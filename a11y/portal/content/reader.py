"""Reads service files (YAML or JSON) and says plainly what is wrong with a broken one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from a11y.portal.content.leistung import MODULES, Leistung
from a11y.portal.errors import ContentError, NothingToImportError

_SUFFIXES = (".yaml", ".yml", ".json")
_MAX_BYTES = 1_000_000


def read_path(path: Path) -> tuple[Leistung, ...]:
    """All services of a file or of a folder (its subfolder ``leistungen/`` if it has one).

    Raises ContentError for the first file that is not right, NothingToImportError for none at all.
    """
    if not path.exists():
        raise NothingToImportError(path)
    if path.is_file():
        return (read_file(path),)
    folder = path / "leistungen" if (path / "leistungen").is_dir() else path
    files = sorted(file for file in folder.iterdir() if file.suffix in _SUFFIXES)
    if not files:
        raise NothingToImportError(path)
    found: dict[str, Path] = {}
    out = []
    for file in files:
        leistung = read_file(file)
        if leistung.slug in found:
            raise ContentError(
                str(file),
                f"the slug “{leistung.slug}” is already used by {found[leistung.slug].name}.",
                "Give each service its own slug.",
            )
        found[leistung.slug] = file
        out.append(leistung)
    return tuple(out)


def read_file(path: Path) -> Leistung:
    """One service. Raises ContentError with file, line, field and remedy."""
    if path.stat().st_size > _MAX_BYTES:
        raise ContentError(
            str(path), "the file is larger than 1 MB.", "Import one service per file."
        )
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(
            str(path), f"byte {error.start} is not UTF-8.", "Save the file as UTF-8."
        ) from error
    if not text.strip():
        raise ContentError(str(path), "the file is empty.", "See docs/formats/leistung.md.")
    data, root = _parse(path, text)
    _check(path, data, root)
    try:
        return Leistung.from_dict(data)
    except ValueError as error:
        line = _line_of(root, ("stand",))
        raise ContentError(
            f"{path}:{line}, field stand", f"{error}.", "Write a date as 2026-11-02."
        ) from error


def _parse(path: Path, text: str) -> tuple[Any, yaml.Node | None]:
    """Data, and the YAML node tree for line numbers (JSON is a subset of YAML)."""
    try:
        parse = json.loads if path.suffix == ".json" else yaml.safe_load
        data = _dates_as_text(parse(text))
        return data, yaml.compose(text, Loader=yaml.SafeLoader)
    except json.JSONDecodeError as error:
        raise ContentError(
            f"{path}:{error.lineno}:{error.colno}",
            f"this is no valid JSON ({error.msg}).",
            "Mend the line, or check the file with a JSON editor.",
        ) from error
    except (ValueError, RecursionError) as error:  # a date such as 2026-13-40; a thousand brackets
        raise ContentError(
            str(path), f"its values cannot be read ({error}).", "Write dates as 2026-11-02."
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or str(error)
        raise ContentError(
            where,
            f"this is no valid YAML ({problem}).",
            "Look at indentation, colons and quotation marks in this line and the one above.",
        ) from error


def _dates_as_text(data: Any) -> Any:
    """YAML turns 2026-11-02 into a date; the schema speaks about text."""
    if isinstance(data, dict) and isinstance(data.get("stand"), date):
        data["stand"] = data["stand"].isoformat()
    return data


@cache
def _validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(
        resources.files("a11y.portal.content").joinpath("leistung.schema.json").read_text("utf-8")
    )
    return jsonschema.Draft202012Validator(schema)


def _check(path: Path, data: Any, root: yaml.Node | None) -> None:
    errors = sorted(_validator().iter_errors(data), key=lambda error: list(map(str, error.path)))
    if not errors:
        return
    first = errors[0]
    field_path = tuple(first.absolute_path)
    where = f"{path}:{_line_of(root, field_path)}"
    if field_path:
        where += ", field " + ".".join(map(str, field_path))
    what, remedy = _explain(first)
    if len(errors) > 1:
        remedy += f" ({len(errors) - 1} more in this file.)"
    raise ContentError(where, what, remedy)


_SEE = "docs/formats/leistung.md shows every field."
_KINDS = {
    **{
        "str": "text",
        "string": "text",
        "list": "a list",
        "array": "a list",
        "dict": "a group of fields",
    },
    **{"int": "a number", "float": "a number", "bool": "yes or no", "NoneType": "nothing"},
}


def _explain(error: jsonschema.ValidationError) -> tuple[str, str]:
    """(what, remedy) in words for the schema keywords that occur."""
    keyword = error.validator
    found: Any = error.instance
    wanted: Any = error.validator_value
    schema: Any = error.schema
    if keyword == "required":
        missing = [name for name in wanted if name not in found]
        return f"{_and(missing)} missing.", f"Add what is missing. {_SEE}"
    if keyword == "additionalProperties":
        known = (*schema.get("properties", ()), *schema.get("patternProperties", ()))
        allowed = MODULES if any("volltext" in name for name in known) else known
        extra = [name for name in found if name not in allowed]
        return f"{_and(extra)} not known.", f"Known here: {', '.join(allowed)}."
    if keyword == "type":
        kind = _KINDS.get(type(found).__name__, type(found).__name__)
        if wanted == "object":
            return (
                f"fields are expected here, this is {kind}.",
                "docs/formats/leistung.md shows them.",
            )
        remedy = "Put the value in quotes." if wanted == "string" else _SEE
        return f"{_KINDS.get(wanted, wanted)} is expected here, this is {kind}.", remedy
    if keyword == "pattern":
        return f"“{found}” has the wrong form.", f"It must match {wanted}."
    if keyword in ("minLength", "minProperties"):
        return "this is empty or too short.", f"At least {wanted} characters are needed."
    if keyword == "maxLength":
        return f"{len(str(found))} characters are too many.", f"At most {wanted} are allowed."
    return f"{error.message}.", _SEE


def _and(names: list[str]) -> str:
    verb = "is" if len(names) == 1 else "are"
    *most, last = [f"“{name}”" for name in names]
    return f"{', '.join(most)}{' and ' if most else ''}{last} {verb}"


def _line_of(root: yaml.Node | None, field_path: tuple[str | int, ...]) -> int:
    """Line (from 1) of the deepest node on the path that exists."""
    node = root
    for step in field_path:
        following = next((value for key, value in _children(node) if key == step), None)
        if following is None:
            break
        node = following
    return node.start_mark.line + 1 if node else 1


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, value
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
