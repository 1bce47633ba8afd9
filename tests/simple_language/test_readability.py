"""The figures equal those of the published formulas as textstat computes them."""

from __future__ import annotations

import pytest

from a11y.bench import simplify_sari
from a11y.simple_language import readability
from a11y.simple_language.readability import score

EASY = "Das Amt ist offen. Sie brauchen einen Pass. Sie kommen am Montag."
HARD = (
    "Die Inanspruchnahme unterhaltssichernder Leistungen setzt die Vorlage einer aktuellen "
    "Einkommensbescheinigung des Antragstellers beim zuständigen Sozialversicherungsträger voraus."
)


def test_easy_is_easier_than_hard() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy.score > 15 > 5 > hard.score
    assert easy.words_per_sentence == 4.0
    assert easy.flesch > hard.flesch
    assert easy.wiener < hard.wiener
    assert hard.long_words > 0.2


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_formulas_agree_with_textstat() -> None:
    import textstat

    textstat.set_lang("de")
    text = (
        "Der neue Antrag liegt im Amt. Sie müssen das lange Formular heute unterschreiben. "
        "Danach bekommen Sie einen Brief von der Stadtverwaltung."
    )
    ours = readability(text)
    assert ours.flesch == pytest.approx(textstat.flesch_reading_ease(text), abs=2.0)
    assert ours.wiener == pytest.approx(textstat.wiener_sachtextformel(text, 1), abs=0.6)


def test_score_is_clipped() -> None:
    assert score(120, 1, 4, 0, 0) == 20
    assert score(-50, 20, 60, 0.5, 0.9) == 0


def test_a_separator_makes_long_words_short() -> None:
    text = "Sie brauchen die Zulassungsbescheinigung."
    assert readability(text).long_words > readability(text.replace("sb", "s·b")).long_words


def test_easy_versions_score_higher_than_what_they_make_easy() -> None:
    first = simplify_sari.BLIND["sari, first blind sentences"]
    rows = [*simplify_sari.rows(simplify_sari.ADMIN), *simplify_sari.rows(first)]
    gains = [
        readability(easy).score - readability(row["original"]).score
        for row in rows
        for easy in row["simplification"]
    ]
    assert len(gains) == 120
    assert sum(gain > 0 for gain in gains) >= 118
    assert sum(gains) / len(gains) > 6


def test_a_list_does_not_hide_a_long_sentence() -> None:
    listed = HARD + "\n- Ausweis\n- Foto\n- Geld"
    assert readability(listed).words_per_sentence == readability(HARD).words_per_sentence
    assert readability("Ausweis\nFoto").words_per_sentence == 1.0
