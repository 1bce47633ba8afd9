"""A finite verb in another number, where what it agrees with became one or many."""

from __future__ import annotations

from a11y.language.analysis import Span, Token
from a11y.language.errors import UnknownFormError
from a11y.language.inflect.verbs import conjugate
from a11y.language.lexicon import tables
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


def in_number(verb: Token, number: str) -> str | None:
    """The verb form of the third person in a number (``Sing``, ``Plur``), tense and mood kept.

    None where the form has several readings that lead to different forms, or no table knows it.
    """
    asked = {"Sing": "S3", "Plur": "P3"}
    other = asked["Plur" if number == "Sing" else "Sing"]
    forms: set[str] = set()
    for reading in tables.verb_readings(verb.text.lower()):
        tense = _TENSES.get(reading.form)
        if reading.person != other or tense is None or reading.joined:
            continue
        if not _is_lemma(verb, reading.infinitive):
            continue
        try:
            forms.add(
                conjugate(
                    reading.infinitive, person=3, number=number, tense=tense[0], mood=tense[1]
                ).form
            )
        except UnknownFormError:
            return None
    return forms.pop() if len(forms) == 1 else None


def with_verb(view: View, span: Span, text: str, *, verb: Token, form: str) -> tuple[Span, str]:
    """What to write so that ``text`` stands for ``span`` and ``form`` for the verb before or
    behind it: (where the change lies, its text), all between them kept."""
    source = view.analysis.text
    start, end = span
    if verb.span[0] >= end:
        return (start, verb.span[1]), f"{text}{source[end : verb.span[0]]}{form}"
    form = capital(form) if verb.text[:1].isupper() else form
    return (verb.span[0], end), f"{form}{source[verb.span[1] : start]}{text}"


_TENSES = {
    "Pres": ("present", "indicative"),
    "Past": ("preterite", "indicative"),
    "Sub2": ("preterite", "subjunctive"),
}


def _is_lemma(verb: Token, infinitive: str) -> bool:
    """A verb with a separable particle has its bare forms in the table, too."""
    return verb.lemma == infinitive or verb.lemma.endswith(infinitive)
