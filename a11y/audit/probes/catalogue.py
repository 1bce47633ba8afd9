"""The probes as data: ``rules/ID.yaml`` next to ``rules/ID.js`` or a Python function."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from a11y.audit.errors import SettingsError
from a11y.audit.findings import Outcome, Text
from a11y.audit.norms import clauses_of

RULES = Path(__file__).with_name("rules")


@dataclass(frozen=True, slots=True)
class Example:
    """A fixture: a body (or a whole document) and the message keys expected on it."""

    html: str
    expect: tuple[str, ...] = ()
    files: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What is said for one message key, and how it counts."""

    outcome: Outcome
    reason: Text
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Probe:
    """One rule of our own.

    states: names of states it runs in. script: body of a JavaScript function that returns
    observations; empty for probes that act (``evaluate`` is set) and get a fresh page.
    frames: does it look into frames, too, or at the page as a whole only?
    """

    id: str
    criteria: tuple[str, ...]
    title: Text
    remedy: Text
    impact: str
    states: tuple[str, ...]
    messages: Mapping[str, Message]
    script: str
    evaluate: str
    passes: tuple[Example, ...]
    fails: tuple[Example, ...]
    source: str
    frames: bool = True

    @property
    def rule(self) -> str:
        return f"probe/{self.id}"

    def clauses(self, key: str) -> tuple[str, ...]:
        return clauses_of(self.messages[key].criteria)

    def function(self) -> Callable[..., Any]:
        """The Python function of a probe that acts."""
        module, name = self.evaluate.split(":")
        found: Callable[..., Any] = getattr(
            importlib.import_module(f"a11y.audit.probes.{module}"), name
        )
        return found


@functools.cache
def load_probes() -> Mapping[str, Probe]:
    """All probes by id; raises ValueError when a metadata file is wrong (a test reads them all)."""
    return {path.stem: _read(path) for path in sorted(RULES.glob("*.yaml"))}


def chosen(names: Iterable[str]) -> tuple[Probe, ...]:
    """The probes named, ``all`` or ``none``; raises SettingsError for an unknown one."""
    known = load_probes()
    wanted = tuple(names)
    if wanted == ("none",):
        return ()
    if wanted == ("all",):
        return tuple(known.values())
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise SettingsError(
            f"There is no probe “{', '.join(unknown)}”.", f"Choose from {', '.join(known)}."
        )
    return tuple(known[name] for name in wanted)


def _read(path: Path) -> Probe:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    known = {
        "criteria", "title", "remedy", "impact", "states", "messages", "evaluate", "pass", "fail",
        "source", "frames",
    }  # fmt: skip
    if set(data) - known:
        raise ValueError(f"{path.name}: unknown keys {sorted(set(data) - known)}")
    criteria = tuple(data["criteria"])
    script_file = path.with_suffix(".js")
    script = script_file.read_text(encoding="utf-8") if script_file.is_file() else ""
    if bool(script) == bool(data.get("evaluate")):
        raise ValueError(f"{path.name}: needs either {script_file.name} or “evaluate”")
    return Probe(
        id=path.stem,
        criteria=criteria,
        title=Text(**data["title"]),
        remedy=Text(**data["remedy"]),
        impact=data.get("impact", "serious"),
        states=tuple(data.get("states", ("desktop",))),
        messages={
            key: Message(
                outcome=Outcome(value.get("outcome", "fail")),
                reason=Text(de=value["de"], en=value["en"]),
                criteria=tuple(value.get("criteria", criteria)),
            )
            for key, value in data["messages"].items()
        },
        script=script,
        evaluate=data.get("evaluate", ""),
        passes=tuple(_example(item) for item in data["pass"]),
        fails=tuple(_example(item) for item in data["fail"]),
        source=data.get("source", ""),
        frames=bool(data.get("frames", True)),
    )


def _example(item: str | Mapping[str, Any]) -> Example:
    if isinstance(item, str):
        return Example(html=item)
    return Example(html=item["html"], expect=tuple(item.get("expect", ())), files=item.get("files"))
