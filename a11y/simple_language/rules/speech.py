"""Direct speech: who speaks comes first, then a colon, then what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language.analysis import ClauseKind, Mood, Token, Voice
from a11y.simple_language.clauses.pairs import sentence_span
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import stands_alone
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of

_SPEECH_FIRST = re.compile(
    r"^(?P<open>[„»\"“])(?P<said>[^„“”»«\"]{3,}?)(?P<mark>[.!?]?),?(?P<close>[“”«\"])(?P<end>[.!?]?),?\s"
    r"(?P<rest>[^„“”»«\"]+?)\.?$"
)


@evaluates("speech-first")
def speech_first(view: View) -> Iterator[Match]:
    """*„Wir bauen“, sagte die Chefin.* → *Die Chefin sagte: „Wir bauen.“*"""
    found = _SPEECH_FIRST.match(view.text)
    if found is None:
        yield from _without_marks(view)
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


_QUOTES = re.compile(r"[„“”»«\"]|``|''")


def _without_marks(view: View) -> Iterator[Match]:
    """*Das Bad bleibt zu, sagte die Chefin.* → *Die Chefin sagte: Das Bad bleibt zu.*"""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.finite is not None]
    if len(mains) < 2 or _QUOTES.search(view.text) or view.tokens[-1].text != ".":
        return
    last = mains[-1]
    verb = view.token(last.finite or 0)
    comma = view.after(verb, -1)
    if comma is None or comma.text != "," or not _speaks(view, verb):
        return
    if any(c.mood is not Mood.INDICATIVE for c in mains):
        return  # *Das Bad sei zu, sagte sie*: not her own words
    if any(min(c.tokens) > verb.index for c in view.clauses if c is not last):
        return  # *sagte Meier, der …*: it goes on
    said = [t for t in view.tokens if t.index < comma.index]
    behind = [t for t in view.tokens if t.index > verb.index and t.text != "."]
    who = _speaker(view, behind) if behind else []
    if not who or not stands_alone(view, mains[0], said) or said[0].index == mains[0].finite:
        return
    whole = subject_tokens(view, last)
    if len(whole) > len(who) and whole[0] is who[0]:
        who = [*_untimed(whole)]  # *die Leiterin der Schule*
    told = [t for t in behind if t.index > who[-1].index]
    if told and told[0].tag not in ("APPR", "APPRART", "ADV", "ADJD", "PTKVZ"):
        return
    if any(not any(c.isalnum() for c in t.text) for t in told):
        return
    rest = text_of(told, inside=False)
    speaker = f"{capital(text_of(who))} {verb.text.lower()}{f' {rest}' if rest else ''}"
    start, end = sentence_span(view)
    words = [t for t in said if t.span[0] >= start]
    yield Match(
        start=start,
        end=end,
        found=verb.text,
        replacement=f"{speaker}: {sentence(text_of(words, inside=False))}",
        safe=who[0].tag != "PPER" and not any(t.text == ":" for t in said),
    )


_DAY = re.compile(r"(?i)(?:tag|woch|abend|morgen|jahr|monat|stunde|nacht|mittag|uhr)\w*$")


def _untimed(who: Sequence[Token]) -> Sequence[Token]:
    """*sagte der Arzt am Montag*: when, not who."""
    timed = (
        i
        for i, t in enumerate(who)
        if i and t.tag in ("APPR", "APPRART") and any(_DAY.search(o.text) for o in who[i:])
    )
    return who[: next(timed, len(who))]


def _speaks(view: View, verb: Token) -> bool:
    clause = next((c for c in view.clauses if c.finite == verb.index), None)
    if clause is not None and (clause.voice is not Voice.ACTIVE or clause.modal):
        return False  # *ist dem Amt mitzuteilen*: nobody has said it yet
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
    behind = view.after(run[-1])
    if run[0].tag == "NE" and behind is not None and behind.tag in ("NN", "ADJA"):
        return []  # *sagte Meiers Beraterin*: only whose
    return run
