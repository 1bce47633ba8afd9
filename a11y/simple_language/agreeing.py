"""A finite verb in another number, where what it agrees with became one or many."""

from __future__ import annotations

from a11y.language.analysis import Token
from a11y.language.errors import UnknownFormError
from a11y.language.inflect.verbs import conjugate
from a11y.language.lexicon import tables


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


_TENSES = {
    "Pres": ("present", "indicative"),
    "Past": ("preterite", "indicative"),
    "Sub2": ("preterite", "subjunctive"),
}


def _is_lemma(verb: Token, infinitive: str) -> bool:
    """A verb with a separable particle has its bare forms in the table, too."""
    return verb.lemma == infinitive or verb.lemma.endswith(infinitive)
