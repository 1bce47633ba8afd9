"""Whether a sentence speaks of words: what it names is not said in it."""

from __future__ import annotations

import re

from a11y.simple_language.view import View

_NAMED = re.compile(
    r"\b(?:W(?:ort|orte|örter|örtern)|Verb(?:en|s)?|Begriffe?n?|Ausdr(?:uck|ücke|ücken)|Vokabeln?"
    r"|Bezeichnung(?:en)?|Adjektive?n?)\s(?=[a-zäöüß])(?!(?:der|die|das|des|dem|den|ist|sind|war|waren"
    r"|wird|werden|wurden?|hat|haben|kann|können|muss|müssen|für|aus|in|im|von|vom|mit|zu|zum|zur"
    r"|auf|an|am|und|oder|nicht|auch|wie|als)\b)[a-zäöüß]+"
    r"(?:,\s[a-zäöüß]+)*(?:\s(?:und|oder)\s[a-zäöüß]+)?\s\w+"
)


def names_words(view: View) -> bool:
    """*Die Wörter klauen und mogeln gelten als grob*: no verb of this sentence but *gelten*."""
    return _NAMED.search(view.text) is not None
