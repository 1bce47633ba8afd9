"""Engines that speak English only, in German; and what to do, by criterion, in both languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from a11y.audit import norms
from a11y.audit.findings import Text

_HERE = Path(__file__).parent


@functools.cache
def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def rules(engine: str) -> frozenset[str]:
    """The rules of an engine that have German words."""
    return frozenset(_read(_HERE / f"{engine}.yaml"))


def reason(engine: str, rule: str, message: str, numbers: Sequence[str] = ()) -> Text:
    """What the engine says: its own words in English, the table's or a general line in German."""
    known: dict[str, str] = _read(_HERE / f"{engine}.yaml")
    said = known.get(rule, "")
    if not said:
        names = [
            norms.criteria()[number].name_de for number in numbers if number in norms.criteria()
        ]
        about = f" ({names[0]})" if names else ""
        said = f"{engine.upper()} meldet nach der Regel {rule} eine Abweichung{about}."
    return Text(de=said, en=message or said)


def remedy(numbers: Sequence[str], fallback: Text) -> Text:
    """What mends a failure of the first of these criteria; the fallback when there is none."""
    known: dict[str, list[str]] = _read(Path(norms.__file__).with_name("remedies.yaml"))
    for number in numbers:
        if number in known:
            return Text(*known[number])
    return fallback


def markup(message: str) -> str:
    """An error of the markup checker in German."""
    for pattern, german in _read(_HERE / "vnu.yaml"):
        found = re.search(pattern, message)
        if found:
            text = str(german)
            for number, group in enumerate(found.groups(), start=1):
                text = text.replace(f"${number}", group or "")
            return text
    return "Das Markup verstößt gegen die Regeln von HTML."


def pdf(rule: str, message: str) -> Text:
    """A failed rule of PDF/UA-1 in plain words; the library's own words when it is unknown."""
    for part, german, english in _read(_HERE.parent.parent / "pdf.yaml"):
        if part in rule:
            return Text(de=german, en=english)
    return Text(de=f"Eine Regel von PDF/UA-1 ist verletzt ({rule}).", en=message)
