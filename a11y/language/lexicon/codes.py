"""How a form is written relative to its base: cut so many letters off, add these.

``2äge`` turns *Antrag* into *Anträge*; ``0`` keeps the word; a leading ``^`` puts the participle's
*ge* in front (``^0`` turns *geben* into *gegeben*). Words that inflect alike then share one line.
"""

from __future__ import annotations

from os.path import commonpath


def encode(base: str, form: str) -> str:
    """Contract: ``decode(base, encode(base, form)) == form``."""
    if form.startswith("ge") and not base.startswith("ge"):
        return "^" + encode(base, form[2:])
    if form.startswith("gege") and base.startswith("ge"):
        return "^" + encode(base, form[2:])
    shared = len(commonpath((base, form)))
    return f"{len(base) - shared}{form[shared:]}"


def decode(base: str, code: str) -> str:
    if code.startswith("^"):
        return "ge" + decode(base, code[1:])
    digits = 2 if code[1:2].isdigit() else 1
    cut = int(code[:digits])
    return base[: len(base) - cut] + code[digits:]
