"""The rules as records: id, message, source, an example that fires it and one that must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.words import DATA_DIR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """message: German, for editors. gloss: the expected authoring line of ``passing``, or "".

    An empty ``passing`` belongs to the safety nets, which no known sentence should reach.
    """

    id: str
    message: str
    source: str
    passing: str
    failing: str
    gloss: str = ""


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id. Raises ``DataFileError`` for a broken file or an id used twice."""
    path = DATA_DIR / "rules.yaml"
    try:
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = [Rule(**record) for record in records]
    except (OSError, yaml.YAMLError, TypeError) as error:
        raise DataFileError(path.name, str(error)) from error
    by_id = {rule.id: rule for rule in found}
    if len(by_id) != len(found):
        raise DataFileError(path.name, "a rule id is used twice.")
    return by_id
