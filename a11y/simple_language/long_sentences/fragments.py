"""Lines for what stands behind a colon, and for items that have no verb."""

from __future__ import annotations

import re

from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_LABELS = word_set("Wichtig Hinweis Achtung Tipp Bitte Ausnahme Merke Neu Hinweise")


def after_colon(view: View) -> str | None:
    """*Bitte beachten Sie: Das Amt …* → a line for each part."""
    found = re.search(r"(?<=[a-zäöüß]): (?=[A-ZÄÖÜ])", view.text)
    if found is None:
        return None
    label = view.text[: found.start()]
    if len(label.split()) < 2 and label not in _LABELS:
        return None
    rest = view.text[found.end() :]
    if len(rest.split()) < 4 or re.match(r"\d", rest):
        return None
    return f"{view.text[: found.start()]}:\n{rest}"


def item_per_line(view: View) -> str | None:
    """*Montag 8 bis 12 Uhr, Dienstag 8 bis 16 Uhr, Freitag geschlossen* → a line for each."""
    if any(t.tag in ("VVFIN", "VAFIN", "VMFIN", "PRELS", "KOUS") for t in view.tokens):
        return None
    parts = re.split(r", (?=[A-ZÄÖÜ])", view.text.rstrip("."))
    if len(parts) < 3 or any(len(part.split()) > 12 for part in parts):
        return None
    mark = re.match(r"[-–•*] ", parts[0])
    first = parts[0][mark.end() :] if mark else parts[0]
    if ": " in first:
        head, _, first = first.partition(": ")
        return f"{head}:\n" + "\n".join(f"- {part}" for part in [first, *parts[1:]])
    return "\n".join(f"- {part}" for part in [first, *parts[1:]])
