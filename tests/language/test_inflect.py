"""Forms of German words."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from a11y.language import analyse, inflect
from a11y.language.errors import UnknownFormError


def test_the_examples_in_the_docstring_hold() -> None:
    assert doctest.testmod(inflect).failed == 0


@pytest.mark.parametrize(
    ("lemma", "case", "number", "form"),
    [
        ("Antrag", "Gen", "Sing", "Antrags"),
        ("Antrag", "Dat", "Sing", "Antrag"),
        ("Antrag", "Nom", "Plur", "Anträge"),
        ("Mensch", "Acc", "Sing", "Menschen"),
        ("Jahr", "Gen", "Sing", "Jahres"),
        ("Bürger", "Dat", "Plur", "Bürgern"),
        ("Name", "Gen", "Sing", "Namens"),
        ("Personalausweisantrag", "Dat", "Plur", "Personalausweisanträgen"),
        ("Angestellter", "Dat", "Sing", "Angestellten"),
    ],
)
def test_nouns(lemma: str, case: str, number: str, form: str) -> None:
    assert inflect.noun(lemma, case=case, number=number) == form


@pytest.mark.parametrize(
    ("infinitive", "present", "past", "participle", "auxiliary", "with_zu"),
    [
        ("anmelden", "meldet", "meldete", "angemeldet", "haben", "anzumelden"),
        ("geben", "gibt", "gab", "gegeben", "haben", "zu geben"),
        ("sein", "ist", "war", "gewesen", "sein", "zu sein"),
        ("müssen", "muss", "musste", "gemusst", "haben", "zu müssen"),
        ("beantragen", "beantragt", "beantragte", "beantragt", "haben", "zu beantragen"),
        ("umziehen", "zieht", "zog", "umgezogen", "sein", "umzuziehen"),
        ("ablaufen", "läuft", "lief", "abgelaufen", "sein", "abzulaufen"),
        ("wissen", "weiß", "wusste", "gewusst", "haben", "zu wissen"),
        ("vereinbaren", "vereinbart", "vereinbarte", "vereinbart", "haben", "zu vereinbaren"),
        ("mitkommen", "kommt", "kam", "mitgekommen", "sein", "mitzukommen"),
        ("hineinführen", "führt", "führte", "hineingeführt", "haben", "hineinzuführen"),
        ("übereinstimmen", "stimmt", "stimmte", "übereingestimmt", "haben", "übereinzustimmen"),
        ("vorhersagen", "sagt", "sagte", "vorhergesagt", "haben", "vorherzusagen"),
        (
            "wiederherstellen",
            "stellt",
            "stellte",
            "wiederhergestellt",
            "haben",
            "wiederherzustellen",
        ),
        (
            "auseinandersetzen",
            "setzt",
            "setzte",
            "auseinandergesetzt",
            "haben",
            "auseinanderzusetzen",
        ),
        ("rückmelden", "meldet", "meldete", "rückgemeldet", "haben", "rückzumelden"),
    ],
)
def test_verbs(
    infinitive: str, present: str, past: str, participle: str, auxiliary: str, with_zu: str
) -> None:
    assert inflect.conjugate(infinitive).form == present
    assert inflect.conjugate(infinitive, tense="preterite").form == past
    assert inflect.participle(infinitive) == participle
    assert inflect.auxiliary(infinitive) == auxiliary
    assert inflect.with_zu(infinitive) == with_zu
    assert inflect.infinitive_of_participle(participle) == infinitive


def _rows(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]


def _form(make: Callable[[], str]) -> str:
    try:
        return make()
    except UnknownFormError:
        return ""


def test_forms_of_140_verbs() -> None:
    """Present, preterite, participle and auxiliary as a person wrote them down beforehand."""
    wrong = []
    for verb, *wanted in _rows("verbs.txt"):
        found = [
            _form(partial(_finite, verb, "present")),
            _form(partial(_finite, verb, "preterite")),
            _form(partial(inflect.participle, verb)),
            _form(partial(inflect.auxiliary, verb)),
        ]
        wrong += [(verb, f, w) for f, w in zip(found, wanted, strict=True) if f not in w.split("|")]
    assert len(wrong) <= 5, wrong


def _finite(verb: str, tense: str) -> str:
    return inflect.conjugate(verb, tense=tense).form


def test_gender_plural_and_genitive_of_110_nouns() -> None:
    wrong = []
    for noun, *wanted in _rows("nouns.txt"):
        found = [
            inflect.gender(noun),
            _form(partial(inflect.plural, noun)),
            _form(partial(inflect.noun, noun, case="Gen", number="Sing")),
        ]
        wrong += [
            (noun, f, w)
            for f, w in zip(found, wanted, strict=True)
            if w not in ("-", "Plur") and f not in w.split("|")
        ]
    assert len(wrong) <= 6, wrong


@pytest.mark.parametrize(
    ("text", "words", "dative"),
    [
        ("Wegen des gültigen Ausweises.", 2, "dem gültigen Ausweis"),
        ("Wegen der fehlenden Unterlagen.", 2, "den fehlenden Unterlagen"),
        ("Wegen Ihres alten Ausweises und Ihrer Karte.", 2, "Ihrem alten Ausweis und Ihrer Karte"),
        ("Wegen vieler Menschen.", 2, "vielen Menschen"),
        ("Wegen eines teuren Fotos.", 2, "einem teuren Foto"),
    ],
)
def test_genitive_becomes_dative(text: str, words: int, dative: str) -> None:
    analysis = analyse(text)
    indices = range(words - 1, len(analysis.tokens) - 1)
    assert inflect.recase(analysis, indices, case="Dat", source_case="Gen") == dative


def test_nouns_of_action_and_their_verbs() -> None:
    pairs = {"Beantragung": "beantragen", "Vorlage": "vorlegen", "Rückgabe": "zurückgeben"}
    assert {noun: inflect.verb_of_noun(noun) for noun in pairs} == pairs
    assert inflect.verb_of_noun("Wohnung") == ""
    assert inflect.noun_of_verb("anmelden") == "Anmeldung"


def test_what_is_not_known_is_not_guessed() -> None:
    with pytest.raises(UnknownFormError, match="KH-LANGUAGE-04"):
        inflect.noun("Quxbrzl", case="Dat", number="Plur")
    with pytest.raises(UnknownFormError):
        inflect.conjugate("qux")
