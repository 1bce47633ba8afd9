"""Compounds and base forms."""

from __future__ import annotations

import pytest

from a11y.language import analyse, split_compound
from a11y.language.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Personalausweisantrag", "Personal Ausweis Antrag"),
        ("Geburtsurkunde", "Geburt Urkunde"),
        ("Abfallbehältertausch", "Abfall Behälter Tausch"),
        ("Hundesteuer", "Hund Steuer"),
        ("Wasserzählerstand", "Wasser Zähler Stand"),
        ("Kfz-Zulassungsstelle", "Kfz Zulassung Stelle"),
        ("Verfahren", "Verfahren"),
        ("Wohnung", "Wohnung"),
        ("Behörde", "Behörde"),
        ("Antragsteller", "Antrag Steller"),
        ("Meldebescheinigung", "melden Bescheinigung"),
    ],
)
def test_compounds(word: str, parts: str) -> None:
    assert split_compound(word) == tuple(parts.split())


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("Ausweise", "NN", "Ausweis"),
        ("Anträgen", "NN", "Antrag"),
        ("Personalausweisanträge", "NN", "Personalausweisantrag"),
        ("beantragt", "VVPP", "beantragen"),
        ("ging", "VVFIN", "gehen"),
        ("muss", "VMFIN", "müssen"),
        ("anzumelden", "VVIZU", "anmelden"),
        ("gültigen", "ADJA", "gültig"),
        ("teuren", "ADJA", "teuer"),
        ("größere", "ADJA", "groß"),
        ("Ihnen", "PPER", "Sie"),
        ("zum", "APPRART", "zu"),
        ("Bürger*innen", "NN", "Bürger*in"),
        ("eVB", "NN", "eVB"),
    ],
)
def test_base_forms(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base


def test_compounds_of_a_text_are_by_token() -> None:
    analysis = analyse("Die Hundesteuer ist fällig.")
    assert analysis.compounds == {1: ("Hund", "Steuer")}
