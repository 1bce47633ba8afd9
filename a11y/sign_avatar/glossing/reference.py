"""The reference sentences of ``gloss_corpus/sentences/``: German, expected score, phenomenon.

A third, fixed by the hash of the id, is held out: nobody looks at it while writing rules. A file
may name a ``set`` of its own; its sentences are written before the translator has seen them and
stand apart in every figure.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar.glossing.authoring import read_line
from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.score import SignedSentence

SCHEMA = "sentences.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One reference text.

    lines: the expected gloss lines, one per German sentence. own_set: name of the set that its file
    forms, "" for the common sentences.
    """

    id: str
    german: str
    lines: tuple[str, ...]
    phenomenon: str
    note: str = ""
    own_set: str = ""

    @property
    def held_out(self) -> bool:
        return not self.own_set and hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0

    @property
    def part(self) -> str:
        """Which figures it counts for: ``development``, ``held-out`` or the name of its set."""
        return self.own_set or ("held-out" if self.held_out else "development")

    def expected(self, lexis: Lexis) -> tuple[SignedSentence, ...]:
        """The scores that the lines stand for with a corpus."""
        return tuple(read_line(line, lexis, german=self.german) for line in self.lines)


@lru_cache(maxsize=2)
def load_references(directory: Path | None = None) -> tuple[Reference, ...]:
    """All reference sentences, sorted by id.

    Raises ``DataFileError`` for a file against the schema, or an id used twice.
    """
    directory = directory or gloss_corpus_dir() / "sentences"
    schema = json.loads((directory / SCHEMA).read_text(encoding="utf-8"))
    found: dict[str, Reference] = {}
    for path in sorted(directory.glob("*.yaml")):
        for item in _read(path, schema):
            if item.id in found:
                raise DataFileError(path.name, f"the id {item.id} is used twice.")
            found[item.id] = item
    return tuple(found[key] for key in sorted(found))


def _read(path: Path, schema: dict[str, Any]) -> list[Reference]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        jsonschema.validate(data, schema)
    except yaml.YAMLError as error:
        raise DataFileError(path.name, str(error)) from error
    except jsonschema.ValidationError as error:
        place = "/".join(str(part) for part in error.absolute_path)
        raise DataFileError(path.name, f"{place}: {error.message}") from error
    out = []
    for record in data["sentences"]:
        gloss = record["gloss"]
        out.append(
            Reference(
                id=record["id"],
                german=record["german"],
                lines=tuple([gloss] if isinstance(gloss, str) else gloss),
                phenomenon=record.get("phenomenon", data["phenomenon"]),
                note=record.get("note", ""),
                own_set=data.get("set", ""),
            )
        )
    return out
