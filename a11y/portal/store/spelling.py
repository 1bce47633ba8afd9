"""Words as the city's services write them, for queries that nobody understands otherwise."""

from __future__ import annotations

import difflib
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from a11y.portal.store.tables import LeistungRow

_WORD = re.compile(r"[^\W\d_]{3,}")
_CLOSE = 0.75
"""Share of letters two words have in common (difflib); lower, and other words come up."""
_SPELT_OUT = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def with_umlauts(word: str) -> str:
    """*Muelltonne* → *Mülltonne*, for keyboards without umlauts; also *neue* → *neü*."""
    for typed, meant in _SPELT_OUT:
        word = word.replace(typed, meant)
    return word


def nearest(session: Session, word: str) -> str:
    """The word of a service's title, search words or short text that looks most like it, or ""."""
    known = {_fold(one): one for one in _words(session)}
    close = difflib.get_close_matches(_fold(word), known, n=1, cutoff=_CLOSE)
    return known[close[0]] if close else ""


def _words(session: Session) -> list[str]:
    """Title's words last: their spelling wins over others of the same letters."""
    out: list[str] = []
    for document in session.scalars(select(LeistungRow.document)):
        fields = (document.get("kurztext", ""), *document.get("suchworte", ()))
        out += [
            word for text in (*fields, document.get("titel", "")) for word in _WORD.findall(text)
        ]
    return out


def _fold(word: str) -> str:
    return with_umlauts(word.lower()).translate(_FOLDED)
