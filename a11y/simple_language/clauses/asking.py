"""Questions with *könnte* that ask the same with *kann*."""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.grammar import verbal
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_ASKS_FOR = word_set(
    "was wer wen wem wo wohin woher womit wofür wodurch woran welche welcher welches welchen "
    "welchem"
)
"""Not *wie* and *warum*: *Wie könnte ich dich vergessen?* asks for no way to do it."""


def asks_what_can_be(view: View, clause: Clause, finite: Token) -> bool:
    """*Was könnten wir tun?*, *Könnten Sie mir helfen?*: a question says nothing as a fact, so the
    form that people speak asks the same."""
    if not view.text.rstrip().endswith("?") or clause.kind is not ClauseKind.MAIN:
        return False
    if not finite.text.lower().startswith("könnte") or any(t.text == ":" for t in view.tokens):
        return False
    words = [t for t in view.words if t.text.lower() not in ("und", "aber", "denn", "oder")]
    opens = finite in words[:1] or (
        words[1:] and words[0].text.lower() in _ASKS_FOR and finite in words[1:3]
    )
    if not opens or _DOUBTS.search(view.text):
        return False
    others = [view.token(i) for i in clause.verbs if i != finite.index]
    if not others or any(t.tag.endswith("PP") for t in others):
        return False  # *Was könnte passiert sein?*: what was, not what can be
    unreal = [t for _, t in verbal.finite_clauses(view) if t.morph.get("Mood") == "Sub"]
    return all(t.text.lower().startswith("könnte") for t in unreal)


_DOUBTS = re.compile(
    r"\b(?:wenn|falls|sofern|ohne|nicht|nie|kein\w*|sonst|schon|noch|auch nur|damals"
    r"|ob|lieber|besser)\b|[Ww]ürde|[Hh]ätte|[Ww]äre"
)
"""*Was könnte ohne Hilfe werden?*: what would be if; *Wer könnte das schon?*: nobody."""
