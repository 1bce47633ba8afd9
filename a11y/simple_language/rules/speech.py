"""Direct speech: who speaks comes first, then a colon, then what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Token
from a11y.simple_language import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of

_SPEECH_FIRST = re.compile(
    r"^(?P<open>[„»\"“])(?P<said>[^„“”»«\"]{3,}?)(?P<mark>[.!?]?),?(?P<close>[“”«\"])(?P<end>[.!?]?),?\s"
    r"(?P<rest>[^„“”»«\"]+?)\.?$"
)


@evaluates("speech-first")
def speech_first(view: View) -> Iterator[Match]:
    """*„Wir bauen“, sagte die Chefin.* → *Die Chefin sagte: „Wir bauen.“*"""
    found = _SPEECH_FIRST.match(view.text)
    if found is None:
        return
    start = view.start + found.start("rest")
    words = [t for t in view.tokens if t.span[0] >= start and any(c.isalnum() for c in t.text)]
    if len(words) < 2 or not _speaks(view, words[0]):
        return
    who = _speaker(view, words[1:])
    if not who:
        return
    behind = [t for t in view.tokens if t.index > who[-1].index and t.text != "."]
    if any(t.text in (",", ":") for t in behind):
        return  # *sagte Meier, der …*: it goes on
    told = f"{capital(text_of(who))} {words[0].text.lower()}"
    rest = text_of(behind, inside=False)
    mark = found["mark"] or found["end"] or "."
    said = capital(found["said"].strip())
    yield Match(
        start=view.start,
        end=view.end,
        found=words[0].text,
        replacement=f"{told}{f' {rest}' if rest else ''}: "
        f"{found['open']}{said}{mark}{found['close']}",
        safe=False,
    )


def _speaks(view: View, verb: Token) -> bool:
    clause = next((c for c in view.clauses if c.finite == verb.index), None)
    said = {verb.lemma, clause.predicate if clause is not None else ""}
    return bool(said & (fillers.words()["saying"] | fillers.words()["telling"]))


def _speaker(view: View, words: list[Token]) -> list[Token]:
    """Title and name (*Bürgermeisterin Anke Reimers*), a phrase (*die Chefin*), or a pronoun."""
    first = words[0]
    if first.tag == "PPER":
        return [first]
    phrase = nominal.phrase_at(view, first.index)
    if phrase is None:
        return []
    run = list(phrase.tokens)
    for token in words:
        if token.index == run[-1].index + 1 and token.tag == "NE":
            run.append(token)
    return run
