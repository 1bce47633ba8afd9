"""The line in which a person writes the expected score of a reference sentence.

``INDEX2 {Hund} <obl {anmelden} {müssen}>``: a word in braces is whatever signs the corpus has for
it (own sign, parts, spelling), so that lines stay true while the corpus grows; angle brackets lay a
non-manual function over what they hold. The whole form: ``docs/formats/reference-sentences.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.nonmanual import spans
from a11y.sign_avatar.glossing.redundancy import same_sign, taken_together
from a11y.sign_avatar.glossing.rendering import Rendering, shown, spelled
from a11y.sign_avatar.glossing.scene import Draft, Mark
from a11y.sign_avatar.glossing.values import list_sign, number_sign, ordinal_sign
from a11y.sign_avatar.lexicon.model import VerbClass
from a11y.sign_avatar.score import Locus, Sign, SignedSentence

FUNCTIONS = {
    "topic": "topic",
    "cond": "condition",
    "yn": "yes-no",
    "wh": "wh",
    "neg": "negation",
    "obl": "obligation",
    "aff": "affirmation",
    "rel": "relative",
    "list": "list",
}
_TOKEN = re.compile(
    r"\s+"
    r"|<(?P<open>[a-z]+)"
    r"|(?:(?P<source>[123][a-e]?)>)?\{(?P<word>[^{}]+)\}(?:>(?P<goal>[123][a-e]?))?"
    r"(?P<plural>\+)?(?:\*(?P<count>\d+))?"
    r"|\((?P<optional>[^()]+)\)"
    r"|~(?P<person>INDEX(?:[12]|3[a-e])|wir)"
    r"|(?P<point>INDEX|POSS)(?P<locus>[123][a-e]?)"
    r"|\$(?P<kind>NUM|ORD|LIST):(?P<number>\d+)"
    r"|\$ALPHA:(?P<letters>\w+)"
    r"|(?P<text>\$TEXT)"
    r"|(?P<close>>)"
)


def read_line(line: str, lexis: Lexis, *, german: str = "") -> SignedSentence:
    """The score that an authoring line stands for with this corpus.

    Raises ``DataFileError`` with the place where the line cannot be read.
    """
    drafts: list[Draft] = []
    open_marks: list[Mark] = []
    at = number = 0
    context = re.findall(r"\w+", german)
    while at < len(line):
        match = _TOKEN.match(line, at)
        if match is None:
            raise DataFileError("gloss line", f"cannot be read at {line[at : at + 20]!r}.")
        at = match.end()
        if match["open"]:
            if match["open"] not in FUNCTIONS:
                raise DataFileError("gloss line", f"<{match['open']} is no function.")
            number += 1
            open_marks.append((FUNCTIONS[match["open"]], number))
        elif match["close"]:
            if not open_marks:
                raise DataFileError("gloss line", f"one > too many at {line[:at]!r}.")
            open_marks.pop()
        elif match["person"]:
            if not _next_verb_agrees(line, at, lexis):
                sign = _person(match["person"], lexis)
                drafts.append(Draft(sign=sign, marks=tuple(open_marks)))
        else:
            signs = _signs(match, lexis, context)
            marks = tuple(open_marks)
            word = match["word"] or ""
            verb = word in tables.verb_classes()  # ablehnen: the clause itself is not denied
            if word and not verb and lexis.render(word).negative:
                number += 1
                marks = (*marks, ("negation", number))
            drafts += [Draft(sign=sign, marks=marks) for sign in signs]
            once = word[:1].islower() and verb and len(signs) == 1 and len(drafts) > 1
            if once and same_sign(drafts[-2].sign, signs[0]):
                drafts = taken_together(drafts, len(drafts) - 1)
    if open_marks:
        raise DataFileError("gloss line", f"<{open_marks[-1][0]} is never closed.")
    if not drafts:
        raise DataFileError("gloss line", "holds no sign.")
    return SignedSentence(
        german=german,
        signs=tuple(draft.sign for draft in drafts),
        non_manuals=spans(drafts),
    )


def _next_verb_agrees(line: str, at: int, lexis: Lexis) -> bool:
    """Whether the directional verb that follows shows its object itself with this corpus."""
    for match in _TOKEN.finditer(line, at):
        if match["goal"]:
            return _agrees(lexis.render(match["word"]))
    return False


def _agrees(rendering: Rendering) -> bool:
    entry = rendering.entry
    one = len(rendering.signs) == 1
    return one and entry is not None and entry.verb_class is VerbClass.AGREEMENT


def _person(name: str, lexis: Lexis) -> Sign:
    if name == "wir":
        return lexis.we()
    return lexis.index(Locus(name.removeprefix("INDEX")))


def _signs(match: re.Match[str], lexis: Lexis, context: Iterable[str]) -> list[Sign]:
    if match["word"]:
        return _word(match, lexis, context)
    if match["optional"]:
        word = match["optional"]
        return list(lexis.render(word).signs) if lexis.has(word) else []
    if match["point"] == "INDEX":
        return [lexis.index(Locus(match["locus"]))]
    if match["point"] == "POSS":
        return [lexis.possessive(Locus(match["locus"]))]
    if match["kind"]:
        make = {"NUM": number_sign, "ORD": ordinal_sign, "LIST": list_sign}[match["kind"]]
        return [make(int(match["number"]))]
    if match["letters"]:
        return [spelled(match["letters"])]
    if match["text"]:
        return list(shown("").signs)
    return []


def _word(match: re.Match[str], lexis: Lexis, context: Iterable[str]) -> list[Sign]:
    word = match["word"]
    pos = "NOUN" if word[:1].isupper() else ""
    if word == "wir":
        return [lexis.we()]
    if word == "da":
        return list(lexis.exists())
    if match["count"]:
        count = int(match["count"])
        form = lexis.with_number(word, count)
        if form is not None:
            return [form]
        return [number_sign(count), *lexis.render(word, pos).signs]
    rendering = lexis.render(word, pos, context=context)
    signs = list(rendering.signs)
    last = signs[-1]
    if match["plural"] and rendering.entry is not None and rendering.entry.reduplicates:
        signs[-1] = replace(last, repetitions=2)
    if match["goal"] and _agrees(rendering):
        source = Locus(match["source"]) if match["source"] else None
        signs[0] = replace(signs[0], source_locus=source, goal_locus=Locus(match["goal"]))
    return signs
