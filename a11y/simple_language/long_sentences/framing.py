"""What a long statement is about or when it holds, taken out of its middle and said first.

*Sie können innerhalb von 90 Tagen nach der Einreise ein Visum beantragen* → *Innerhalb von 90
Tagen nach der Einreise gilt:* and *Sie können ein Visum beantragen.* Only where form shows both
ends of the phrase: it stands at once behind verb or pronoun, and an article follows that can open
nothing but the next phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, Tense, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of, word_set

_PREPOSITIONS = ("APPR", "APPRART")
_FRAMES = word_set("für vor nach während seit ab wegen trotz innerhalb außerhalb bei beim bis")
_DEEDS = re.compile(
    r"(?i)(?:ung|ungen|reise|reisen|beginn|ende|wechsel|umzug|geburt|verlust|antrag|anträgen|krankheit"
    r"|fall|fällen|tod|fragen|problemen|kauf|verkauf|besuch|abschluss|ablauf)$"
)
"""*bei* and *nach* before these name an occasion; before others a place or a receiver."""
_HOW = word_set("mit ohne per durch")
_GOVERNED = {
    "für": word_set(
        "sorgen halten entscheiden interessieren bedanken eignen einsetzen haften sprechen werben "
        "kämpfen ausgeben stehen stimmen anmelden bewerben qualifizieren"
    ),
    "vor": word_set("warnen schützen fürchten stehen bewahren fliehen"),
    "nach": word_set("fragen suchen richten schauen verlangen riechen gehen fahren kommen"),
    "bei": word_set("helfen unterstützen bleiben mitmachen mitwirken beraten begleiten"),
}
"""Verbs that ask for the preposition: without it they say too little or something else."""
_OPENS = word_set(
    "ein eine einen das den die kein keine keinen Ihr Ihre Ihren unser unsere unseren mehrere alle "
    "verschiedene viele einige"
)


def framed(view: View, clause: Clause, tokens: Sequence[Token], *, most: int) -> str | None:
    """The two lines, or None. tokens: the sentence without its mark and full stop; most: words a
    sentence of the level may have."""
    if clause.tense not in (Tense.PRESENT, Tense.FUTURE):
        return None  # what happened once does not *hold*
    if clause.finite is None or any(t.text in (",", "–", "(", ":") for t in tokens):
        return None
    position = next((i for i, t in enumerate(tokens) if t.index == clause.finite), 0)
    who = subject_tokens(view, clause)
    if not position or not who:
        return None
    at = position + 1
    inverted = who[0].index == tokens[at].index if at < len(tokens) else False
    if inverted:
        at += len(who)
    while at < len(tokens) and tokens[at].tag in ("PPER", "PRF"):
        at += 1
    if at >= len(tokens) or (at == position + 1 and who[0].index > clause.finite):
        return None
    if inverted and who[-1].tag == "NN":
        return None  # *kann das Kind im Alter von …*: it may belong to the subject
    end = _end_of_frame(view, tokens, at, clause)
    if end is None:
        return None
    frame, rest = tokens[at:end], [*tokens[:at], *tokens[end:]]
    words = sum(any(c.isalpha() for c in t.text) for t in rest)
    if len(frame) < 3 or len(rest) < 4 or words > max(most, len(tokens) - 5):
        return None
    return f"{capital(text_of(frame))} gilt:\n{sentence(text_of(rest, inside=False))}"


def _end_of_frame(view: View, tokens: Sequence[Token], at: int, clause: Clause) -> int | None:
    """Where the chain of prepositional phrases from ``at`` on ends, if that is certain."""
    first = tokens[at]
    word = {"beim": "bei", "vorm": "vor"}.get(first.text.lower(), first.text.lower())
    if first.tag not in _PREPOSITIONS or word not in _FRAMES:
        return None
    if word == "bis" and tokens[at + 1].text == "zu":
        return None  # *bis zu sechs Wochen im Jahr*: how long, not when
    if clause.predicate in _GOVERNED.get(word, ()) or clause.predicate in ("sein", "werden"):
        return None
    place, core = at, None
    while place < len(tokens) and tokens[place].tag in _PREPOSITIONS:
        if core is not None and tokens[place].text.lower() in _HOW:
            return None  # *innerhalb von 2 Wochen mit einem Brief*: nothing *holds* with a letter
        if tokens[place].text in ("innerhalb", "bis") and tokens[place + 1].tag in _PREPOSITIONS:
            place += 1
        phrase = nominal.phrase_at(view, tokens[place].index + 1)
        if phrase is None or phrase.noun.index > tokens[-1].index:
            return None
        core = core or phrase
        place += phrase.noun.index - tokens[place].index + 1
        place = _with_number(tokens, place)
    if core is None or place >= len(tokens) or not _occasion(word, core, tokens[at + 1 : place]):
        return None
    following = tokens[place]
    return place if following.text in _OPENS or following.tag == "CARD" else None


def _with_number(tokens: Sequence[Token], place: int) -> int:
    """*bis zum 4. März 2024*: year and month go with the date."""
    while place < len(tokens) and re.fullmatch(r"\d{3,4}", tokens[place].text):
        place += 1
    return place


def _occasion(word: str, core: nominal.Phrase, inside: Sequence[Token]) -> bool:
    """Whether the phrase says when or for whom something holds, not where or by whom."""
    if word in ("bei", "nach"):
        return _DEEDS.search(core.noun.text) is not None
    if word in ("seit", "ab", "bis", "vor", "während", "innerhalb"):
        timed = any(TIMES.search(t.text) or t.text == "Uhr" for t in inside)
        return timed or _DEEDS.search(core.noun.text) is not None
    return core.article is None or core.article.text.lower() not in ("ein", "eine", "einen")
