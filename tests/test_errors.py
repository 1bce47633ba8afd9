"""Every code a user can meet stands in docs/errors.md and belongs to one class."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"KH-[A-Z]+-\d\d")
ROW = re.compile(r"^\| (KH-[A-Z]+-\d\d) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
SOURCES = sorted((ROOT / "a11y").rglob("*.py"))


def _raised(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """(code, class) of every error made with a code: by its own class, or of the one called."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            code = str(node.args[0].value)
            if CODE.fullmatch(code):
                called = node.func.id if isinstance(node.func, ast.Name) else ""
                yield code, called or inside
        yield from _raised(node, inside)


def _documented() -> list[str]:
    return ROW.findall((ROOT / "docs/errors.md").read_text("utf-8"))


def test_every_code_is_documented_once() -> None:
    written = _documented()
    used = {code for path in SOURCES for code in CODE.findall(path.read_text("utf-8"))}
    assert used - set(written) == set()
    assert set(written) - used == set()
    assert len(written) == len(set(written))


def test_a_code_belongs_to_one_class() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        for code, owner in _raised(ast.parse(path.read_text("utf-8"))):
            owners[code].add(f"{path.relative_to(ROOT)}:{owner}")
    assert {code: names for code, names in owners.items() if len(names) > 1} == {}
    assert set(owners) == set(_documented())
