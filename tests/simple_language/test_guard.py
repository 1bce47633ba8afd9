"""What the guard must see, and what it must let pass."""

from __future__ import annotations

import pytest

from a11y.simple_language.guard import Loss, breaches, vanished


@pytest.mark.parametrize(
    ("before", "after", "loss"),
    [
        ("Es kostet 37,00 Euro.", "Es kostet Geld.", Loss.NUMBER),
        ("Es kostet 37,00 Euro.", "Es kostet 38,00 Euro.", Loss.NUMBER),
        ("Es dauert drei Wochen.", "Es dauert 4 Wochen.", Loss.NUMBER),
        ("Das gilt ab dem 01.03.2026.", "Das gilt ab dem 1. April 2026.", Loss.NUMBER),
        ("Das Amt hilft nicht.", "Das Amt hilft.", Loss.NEGATION),
        ("Sie brauchen keinen Pass.", "Sie brauchen einen Pass.", Loss.NEGATION),
        ("Sie müssen kommen.", "Sie können kommen.", Loss.MODALITY),
        ("Sie dürfen parken.", "Sie parken.", Loss.MODALITY),
        ("Der Antrag ist zu stellen.", "Sie stellen den Antrag.", Loss.MODALITY),
        ("Wenn Sie umziehen, kommen Sie.", "Kommen Sie.", Loss.CONDITION),
        ("Kommen Sie.", "Wenn Sie wollen, kommen Sie.", Loss.CONDITION),
        ("Kommen Sie innerhalb von 2 Wochen.", "Kommen Sie in 2 Wochen.", Loss.LIMIT),
        ("Kommen Sie spätestens im Mai.", "Kommen Sie im Mai.", Loss.LIMIT),
        ("Nur Eltern zahlen.", "Eltern zahlen.", Loss.LIMIT),
        ("Bringen Sie Pass oder Ausweis.", "Bringen Sie Pass, Ausweis.", Loss.LIMIT),
        ("Melden Sie sich bei uns.", "Melden Sie sich.", Loss.ADDRESS),
        ("Der Antrag wird geprüft.", "Dann prüfen Sie den Antrag.", Loss.ADDRESS),
        ("Das Amt fragt Frau Weber.", "Das Amt fragt.", Loss.CONTENT),
        ("Das Amt prüft es.", "Das Amt Amt prüft es.", Loss.FORM),
        ("Das Amt prüft es, gut.", "Das Amt prüft es,.", Loss.FORM),
        ("Der Mieter hat die Kosten zu tragen.", "Der Mieter trägt die Kosten.", Loss.MODALITY),
        ("Das Gericht verbot den Bau.", "Das Gericht wollte den Bau.", Loss.MODALITY),
    ],
)
def test_sees(before: str, after: str, loss: Loss) -> None:
    assert loss in {breach.loss for breach in breaches(before, after)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Es dauert drei Wochen.", "Es dauert 3 Wochen."),
        ("Das Amt ist Mo-Fr offen.", "Das Amt ist Montag bis Freitag offen."),
        ("Es dauert sieben Jahre.", "Es dauert 7 Jahre."),
        ("Das gilt ab dem 01.03.2026.", "Das gilt ab dem 1. März 2026."),
        ("Wenn Sie umziehen, kommen Sie.", "Sie ziehen um?\nDann kommen Sie."),
        ("Das Amt prüft und schickt den Brief.", "Das Amt prüft.\nDas Amt schickt den Brief."),
        ("Der Antrag ist zu stellen.", "Sie müssen den Antrag stellen."),
        ("Melden Sie sich binnen 2 Wochen.", "Melden Sie sich innerhalb von 2 Wochen."),
        ("Der Weg durch den Wald.", "Der Weg durch den Wald."),
        ("Er bekam ein Buch, das neu ist.", "Er hat ein Buch bekommen, das neu ist."),
        ("Sie weigerte sich zu gehen.", "Sie hat sich geweigert zu gehen."),
        ("Es kam zu neuen Schäden.", "Es ist zu neuen Schäden gekommen."),
        ("Das Gericht verbot den Bau.", "Das Gericht hat den Bau verboten."),
    ],
)
def test_lets_pass(before: str, after: str) -> None:
    licensed = frozenset({"address"}) if "ist zu" in before else frozenset[str]()
    assert breaches(before, after, licence=licensed) == ()


def test_a_licence_names_what_a_rule_may_change() -> None:
    assert breaches("Sie stellen einen Antrag.", "Sie fragen.")
    assert not breaches("Sie stellen einen Antrag.", "Sie fragen.", licence=frozenset({"content"}))


def test_breach_speaks_german() -> None:
    (breach,) = breaches("Es kostet 5 Euro.", "Es kostet Euro.")
    assert str(breach) == "Zahl, Betrag oder Datum: vorher 5, nachher nichts"


def test_a_negation_stands_in_quotes() -> None:
    (told,) = breaches("Sie zahlen.", "Sie zahlen nichts.")
    assert str(told) == "Verneinung: vorher nichts, nachher „nichts“ (1-mal)"


def test_a_duty_with_a_date_in_it_is_one() -> None:
    told = breaches("Der Steg ist bis zum 4. Mai zu melden.", "Der Steg kommt bis zum 4. Mai.")
    assert Loss.MODALITY in {one.loss for one in told}


def test_editors_read_german_names_of_what_changed() -> None:
    told = " ".join(map(str, breaches("Sie zahlen 3 Euro.", "Sie müssen 3 Wochen zahlen.")))
    assert "Woche" in told
    assert "müssen" in told
    assert not {"week", "must"} & set(told.split())


def test_a_singular_verb_behind_sie_speaks_to_nobody() -> None:
    before = (
        "Eine Duldung hilft. Sie wird erteilt, wenn die Reise unmöglich ist. Ihr Amt hilft Ihnen."
    )
    after = (
        "Eine Duldung hilft.\nDie Reise ist unmöglich?\nDann wird sie erteilt.\n"
        "Ihr Amt hilft Ihnen."
    )
    assert vanished(before, after) == ()
    assert vanished(before, after.replace("Ihr Amt hilft Ihnen.", "Das Amt hilft.")) != ()


def test_a_duty_around_a_relative_clause_is_one() -> None:
    before = "Besucher haben Taschen, die groß sind, am Eingang abzugeben."
    assert breaches(before, "Besucher können Taschen am Eingang abgeben. Die Taschen sind groß.")
    assert not breaches(before, "Besucher müssen Taschen, die groß sind, am Eingang abgeben.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Die Zahlung hat nach § 3 Abs. 2 zu erfolgen.", "Das muss nach § 3 Absatz 2 erfolgen."),
        ("Der Hund ist lt. Satzung anzuleinen.", "Der Hund muss laut Satzung an die Leine."),
        ("Es ist gem. § 5 Abs. 1 Nr. 3 zu melden.", "Es muss gemäß § 5 Abs. 1 Nr. 3 kommen."),
        ("Die Belege sind dem Antrag beizufügen.", "Die Belege müssen zum Antrag."),
        ("Sie haben sich bei Dr. Weiß zu melden.", "Sie müssen sich bei Dr. Weiß melden."),
        ("Es sind der Pass, ein Bild und ein Heft mitzubringen.", "Sie müssen alles bringen."),
    ],
)
def test_a_duty_around_an_abbreviation_is_one(before: str, after: str) -> None:
    assert Loss.MODALITY not in {one.loss for one in breaches(before, after)}
    gone = after.replace("muss", "soll").replace("müssen", "wollen")
    assert Loss.MODALITY in {one.loss for one in breaches(before, gone)}
