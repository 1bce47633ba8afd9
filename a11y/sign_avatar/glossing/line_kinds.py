"""What kind of line a sentence is: a timetable, a price list, a heading that announces, an item.

Lines without a verb keep the German order; a heading is a topic; a list item has its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import (
    Analysis,
    Clause,
    QuestionType,
    Relation,
    Sentence,
    SentenceKind,
    Token,
    ValueKind,
)
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.calendar import WEEKDAYS, is_calendar
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.words import function_words

_HEADLINE = frozenset({"NN", "NE", "ADJA", "ART", "KON", "APPR", "APPRART", "PPOSAT", "$.", "$("})


def is_timetable(scene: Scene, sentence: Sentence) -> bool:
    """``Mo–Fr 8–12 Uhr, Do 14–18 Uhr``: days and times without a verb."""
    indices = range(*sentence.tokens)
    verbs = [at for number in sentence.clauses for at in scene.analysis.clauses[number].verbs]
    if any(scene.token(index).tag != "VVPP" for index in verbs):
        return False
    lemmas = function_words().lemmas
    days = [
        index
        for index in indices
        if is_calendar(scene.token(index)) or lemmas.get(scene.token(index).text, "") in WEEKDAYS
    ]
    timed = [value for index in indices if (value := scene.value(index)) is not None]
    return bool(days) and any(value.kind is ValueKind.TIME for value in timed)


def asked_in_short(scene: Scene, sentence: Sentence, clauses: Sequence[Clause]) -> bool:
    """``Noch Fragen?``: no verb, and yet a question."""
    if scene.token(sentence.tokens[1] - 1).text != "?" or len(clauses) != 1:
        return False
    words = function_words().question_words
    asks = any(scene.token(at).lemma.lower() in words for at in range(*sentence.tokens))
    return clauses[0].question is QuestionType.NONE and not clauses[0].verbs and not asks


def is_price_list(scene: Scene, sentence: Sentence) -> bool:
    """``Eintritt: Erwachsene 8 €, ermäßigt 5 €``: what costs how much, without a verb."""
    prices = {
        value.span
        for index in range(*sentence.tokens)
        if (value := scene.value(index)) is not None and value.kind is ValueKind.PRICE
    }
    if len(prices) < 2 and not _told_behind_colon(scene, sentence):
        return False
    words = [scene.token(index) for index in range(*sentence.tokens)]
    if any(word.tag in ("VAFIN", "VMFIN", "PPER", "PTKVZ", "VVINF", "VVIZU") for word in words):
        return False
    verbs = [at for number in sentence.clauses for at in scene.analysis.clauses[number].verbs]
    return all(_is_participle(scene.token(index)) for index in verbs)


_COUNTED = (ValueKind.NUMBER, ValueKind.DURATION, ValueKind.PERCENT)
_TOLD = (ValueKind.PRICE, ValueKind.DATE)


def _told_behind_colon(scene: Scene, sentence: Sentence) -> bool:
    """``12 Monate gültig: 30 Euro``, ``Dauer: mindestens 6, in der Regel 12 Monate``."""
    indices = range(*sentence.tokens)
    colon = next((at for at in indices if scene.token(at).text == ":"), None)
    if colon is None:
        return False
    behind = {v.span: v.kind for at in indices if at > colon and (v := scene.value(at)) is not None}
    counted = sum(kind in _COUNTED for kind in behind.values())
    return any(kind in _TOLD for kind in behind.values()) or counted > 1


def _is_participle(token: Token) -> bool:
    """*ermäßigt*, whatever the tagger made of it."""
    low = token.text.lower()
    return any(item.form == "Part2" for item in tables.verb_readings(low)) and not (
        low.startswith("be") and token.tag != "VVPP"  # bezahlt 5 Euro: somebody pays
    )


def announces(scene: Scene, sentence: Sentence) -> bool:
    """A heading announces a topic; ``Montag: 8 bis 12 Uhr`` says something itself."""
    tokens = [scene.token(index) for index in range(*sentence.tokens)]
    if _asks_ahead(scene, sentence):
        return True
    if sentence.kind is not SentenceKind.HEADING or not tokens[0].text[:1].isupper():
        return False
    if tokens[-1].tag in ("VVPP", "ADJD") and len(tokens) > 1:
        return False  # Mittwochs geschlossen, Rauchen verboten
    if is_calendar(tokens[0]) or tokens[0].text in ("Heute", "Morgen", "Jetzt"):
        return False  # Heute keine Führung
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), len(tokens))
    return not any(token.text[0].isalnum() for token in tokens[colon:])


def _asks_ahead(scene: Scene, sentence: Sentence) -> bool:
    """``Was Sie mitbringen müssen`` on a line of its own over a text, ``Gebühren:`` over a list."""
    tokens = range(*sentence.tokens)
    leads = any(item.lead_in == sentence.index for item in scene.analysis.sentences)
    if leads and all(scene.token(at).tag in _HEADLINE for at in tokens):
        return True
    if len(sentence.clauses) != 1 or sentence.index + 1 >= len(scene.analysis.sentences):
        return False
    clause = scene.analysis.clauses[sentence.clauses[0]]
    if clause.relation is not Relation.QUESTION or clause.parent is not None:
        return False
    last = scene.token(sentence.tokens[1] - 1)
    return last.pos != "PUNCT" and scene.analysis.text[last.span[1] :][:1] == "\n"


def marker_tokens(analysis: Analysis, sentence: Sentence) -> tuple[int, ...]:
    """The dash, bullet or number that opens a list item; () where there is none."""
    start, end = sentence.tokens
    first = analysis.tokens[start].text
    if not any(char.isalnum() for char in first):
        return (start,)
    head = first.rstrip(".)")
    if not (head.isdigit() or (len(head) == 1 and first != head)):
        return ()
    follows = start + 1 < end and analysis.tokens[start + 1].text in (".", ")")
    if follows:
        return (start, start + 1)
    return (start,) if first != head else ()


def written_number(analysis: Analysis, sentence: Sentence) -> int:
    """The number that opens a list item in the text, 0 for none."""
    if sentence.kind is not SentenceKind.LIST_ITEM or not marker_tokens(analysis, sentence):
        return 0
    start = analysis.tokens[sentence.tokens[0]].span[0]
    match = re.match(r"(\d{1,2})[.)]\s", analysis.text[start : start + 4])
    return int(match[1]) if match else 0
