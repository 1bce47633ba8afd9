"""Short answers, greetings and small words as the real corpus signs them."""

from __future__ import annotations

import pytest

from a11y.sign_avatar import lexicon
from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.lexicon import Lexicon


@pytest.fixture(scope="module")
def corpus() -> Lexicon:
    return lexicon.load()


def _line(german: str, corpus: Lexicon) -> list[str]:
    """The glosses of the last sentence."""
    return [sign.gloss for sign in gloss(german, lexicon=corpus)[-1].signs]


@pytest.mark.parametrize(
    ("german", "glosses"),
    [
        ("Ja.", ["JA1"]),
        ("Nein.", ["NEIN1"]),
        ("Ja, gerne.", ["JA1", "MÖGEN1"]),
        ("Nein, danke.", ["NEIN1", "DANKE1"]),
        ("Hallo.", ["HALLO1"]),
        ("Guten Tag.", ["HALLO1"]),
        ("Auf Wiedersehen.", ["TSCHÜSS1"]),
        ("Bitte.", ["BITTE1"]),
        ("Willkommen.", ["$ALPHA:Willkommen"]),
    ],
)
def test_answers_and_greetings(corpus: Lexicon, german: str, glosses: list[str]) -> None:
    assert _line(german, corpus) == glosses


def test_an_answer_before_a_sentence_is_not_lost(corpus: Lexicon) -> None:
    assert _line("Ja, Sie brauchen einen Ausweis.", corpus)[:2] == ["JA1", "INDEX2"]


@pytest.mark.parametrize("german", ["Das ist neu.", "Das kostet nichts.", "Das geht online."])
def test_das_as_subject_is_pointed_at(corpus: Lexicon, german: str) -> None:
    assert _line(german, corpus)[0] == "INDEX3a"


def test_what_goes_is_possible_and_does_not_walk(corpus: Lexicon) -> None:
    line = _line("Das geht online oder vor Ort.", corpus)
    assert line[1:] == ["COMPUTER1", "ODER1", "HIER1", "KÖNNEN1"]


def test_dort_points_and_does_not_mean_here(corpus: Lexicon) -> None:
    assert _line("Dort bekommen Sie Hilfe.", corpus)[0].startswith("INDEX3")


def test_sie_before_a_singular_verb_is_not_the_viewer(corpus: Lexicon) -> None:
    line = _line("Die Anmeldung ist alt. Sie ersetzt keine Erlaubnis.", corpus)
    assert "INDEX2" not in line
    assert line[-1] == "NICHT1"


@pytest.mark.parametrize(
    "german",
    [
        "Die Unterlagen sind da. Sie liegen im Büro.",
        "Die Ausweise sind alt. Sie gelten nicht.",
        "Die Daten bleiben hier. Sie werden nach 2 Jahren gelöscht.",
    ],
)
def test_sie_behind_things_means_them_where_no_reader_does_that(
    corpus: Lexicon, german: str
) -> None:
    line = _line(german, corpus)
    assert "INDEX2" not in line
    assert "INDEX3a" in line


def test_sie_behind_things_is_the_reader_where_only_people_do_that(corpus: Lexicon) -> None:
    assert _line("Die Ausweise sind fertig. Sie können sie abholen.", corpus)[0] == "INDEX2"


@pytest.mark.parametrize(
    ("german", "wrong"),
    [
        ("Das Halten von Hunden kostet Geld.", "STOPP1"),
        ("Unten finden Sie wichtige Links.", "LINKS1"),
        ("Im Menü stehen 3 Wörter.", "STEHEN1"),
        ("Die Anlage besteht aus zwei Teilen.", "STEHEN1"),
        ("Sie schließen den Vorgang ab.", "SCHLÜSSEL1"),
        ("Jeder weitere Tausch ist neu.", "GROSS1"),
        ("Dann sagen Sie es uns vorher.", "$ALPHA:vorhersagen"),
    ],
)
def test_a_word_of_another_sense_is_not_signed(corpus: Lexicon, german: str, wrong: str) -> None:
    assert wrong not in _line(german, corpus)


def test_somebody_who_stands_is_signed_standing(corpus: Lexicon) -> None:
    assert "STEHEN1" in _line("Das Kind steht.", corpus)


@pytest.mark.parametrize(
    ("written", "sign"), [("Personal-Ausweis", "AUSWEIS1"), ("Gebärden-Sprache", "GEBÄRDEN1")]
)
def test_hyphens_of_easy_language_change_no_sign(corpus: Lexicon, written: str, sign: str) -> None:
    assert _line(written, corpus) == [sign]


def test_what_is_asked_within_a_statement_stands_last(corpus: Lexicon) -> None:
    line = _line("Sie lesen, was Sie mitbringen müssen.", corpus)
    assert line == ["INDEX2", "LESEN1", "INDEX2", "BRINGEN1", "MÜSSEN1", "WAS1"]


def test_opening_hours_stay_in_order(corpus: Lexicon) -> None:
    line = _line("Dienstag zusätzlich 13:30 bis 17:00 Uhr", corpus)
    assert line.index("$NUM:13") < line.index("BIS1") < line.index("$NUM:17")


def test_a_section_number_is_no_date(corpus: Lexicon) -> None:
    assert _line("Tarifstelle 12.1.3", corpus)[-1] == "$TEXT"


def test_a_list_item_of_one_word_is_not_taken_for_a_possessive(corpus: Lexicon) -> None:
    assert "POSS2" not in _line("- Hundesteuermarke", corpus)


def test_a_driving_licence_is_not_cut_into_leader_and_paper(corpus: Lexicon) -> None:
    signs = gloss("Kartenführerschein", lexicon=corpus)[0].signs
    assert [(sign.gloss, sign.mouthing) for sign in signs] == [("AUSWEIS1", "Kartenführerschein")]


@pytest.mark.parametrize(
    ("german", "bound", "number"),
    [
        ("Sie brauchen mindestens 2 Fotos.", "$ALPHA:mindestens", "$NUM:2"),
        ("Die Herstellung dauert etwa 3 Wochen.", "UNGEFÄHR1", "$NUM:3"),
    ],
)
def test_a_bound_stays_with_its_number(
    corpus: Lexicon, german: str, bound: str, number: str
) -> None:
    line = _line(german, corpus)
    assert line.index(number) == line.index(bound) + 1


def test_supposed_is_no_duty_and_an_inner_modal_stays(corpus: Lexicon) -> None:
    line = _line("Sollten Sie Fragen haben, rufen Sie uns an.", corpus)
    assert "$ALPHA:sollen" not in line
    assert "FRAGE1" in line
    scores = gloss(
        "Sollte der Termin nicht eingehalten werden können, rufen Sie an.", lexicon=corpus
    )
    assert "KÖNNEN1" in scores[0].gloss_line()
    assert "sollen" not in scores[0].gloss_line()
    assert _line("Das Foto muss erkannt werden können.", corpus)[-2:] == ["KÖNNEN1", "MÜSSEN1"]


@pytest.mark.parametrize("german", ["Mitzubringen ist der Ausweis.", "Vorzulegen ist der Ausweis."])
def test_a_duty_that_opens_the_sentence(corpus: Lexicon, german: str) -> None:
    assert _line(german, corpus)[-1] == "MÜSSEN1"


@pytest.mark.parametrize(
    "german",
    [
        "Wer umzieht, ohne sich anzumelden, muss bezahlen.",
        "Das geht, ohne dass Sie kommen.",
        "Rufen Sie an, statt einen Brief zu schreiben.",
    ],
)
def test_what_is_left_undone_is_denied(corpus: Lexicon, german: str) -> None:
    """*ohne … zu* and *statt … zu* deny: left out, the opposite would be said."""
    score = gloss(german, lexicon=corpus)[0]
    assert {"NICHT1", "$ALPHA:ohne"} & {sign.gloss for sign in score.signs}
    assert any(item.function == "negation" for item in score.non_manuals)


def test_a_verb_beside_a_verb_keeps_its_own_sign(corpus: Lexicon) -> None:
    assert {"SCHWIMMEN1", "LERNEN1"} <= set(_line("Kinder lernen schwimmen.", corpus))
