"""Sentences as service pages of cities have them; each stood wrong in a draft before."""

from __future__ import annotations

import pytest

from a11y.simple_language.guard import Loss, breaches
from a11y.simple_language.report import losses
from a11y.simple_language.simplify import accept_all, simplify


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nicht mehr benötigte Ausweise sind zurückzugeben.", "brauchte"),
        ("Beschädigte oder verlorene Medien müssen ersetzt werden.", "Sie müssen verlorene"),
        (
            "Wohngeld ist ein Zuschuss, den Mieterinnen und Mieter sowie Eigentümerinnen und "
            "Eigentümer mit geringem Einkommen erhalten können.",
            ".\nEigentümerinnen",
        ),
        ("Reihengräber werden der Reihe nach belegt.", "von der Reihe"),
        (
            "Die Mitteilung kann schriftlich, telefonisch oder über das Portal jobcenter.digital "
            "erfolgen.",
            "jobcenter. ",
        ),
        (
            "Geschützt sind Laubbäume mit einem Stammumfang von mindestens 80 Zentimetern, "
            "gemessen "
            "in einer Höhe von einem Meter über dem Erdboden.",
            "Und zwar",
        ),
        (
            "Dazu ist eine schriftliche Aufforderung der Stelle vorzulegen, die das Zeugnis "
            "verlangt "
            "und in der bestätigt wird, dass die gesetzlichen Voraussetzungen vorliegen.",
            "diese Stelle",
        ),
        (
            "Wir brauchen von Ihnen: einen Nachweis über das Einkommen, das Vermögen und die "
            "Miete.",
            "- das Vermögen",
        ),
        ("Die Anzeige kann auch bei der Polizei erstattet werden.", "Das Amt"),
        ("Die Erlaubnis kann mit Auflagen versehen werden.", "Sie können"),
        ("Wird uns der Auszug nicht mitgeteilt, müssen Sie weiter zahlen.", "Das Amt"),
    ],
)
def test_what_was_wrong_is_not_written(text: str, wrong: str) -> None:
    assert wrong not in accept_all(text, separator="").text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Wir beraten Menschen, die ihre Miete nicht mehr bezahlen können und denen deshalb die "
            "Kündigung droht.",
            "Diesen Menschen droht deshalb die Kündigung.",
        ),
        (
            "Personen, die wegen Wilderei verurteilt worden sind, kann die Erteilung versagt "
            "werden.",
            "Diesen Personen kann",
        ),
        (
            "Sie schließen einen Vertrag, mit dem das Grundstück auf den Käufer übergeht.",
            "Mit diesem Vertrag geht das Grundstück auf den Käufer über.",
        ),
        (
            "Die Karte gilt für Bücher vier Wochen und für Filme, Zeitschriften und Spiele "
            "zwei Wochen.",
            "Für Filme, Zeitschriften und Spiele gilt die Karte",
        ),
        ("Folgende Unterlagen sind erforderlich:", "Sie brauchen folgende Papiere:"),
        (
            "Wer eine Sache findet, ist gesetzlich verpflichtet, den Fund anzuzeigen.",
            "muss diese Person nach dem Gesetz den Fund anzeigen",
        ),
        (
            "Einzureichen sind unter anderem ein Lebenslauf, beglaubigte Kopien der Zeugnisse und "
            "deren Übersetzungen.",
            "Das müssen Sie zum Beispiel abgeben:\n- ein Lebenslauf",
        ),
        (
            "Beizufügen sind ein Sehtest, der nicht alt sein darf, ein Foto sowie eine "
            "Übersetzung.",
            "- ein Sehtest\n- ein Foto\n- eine Übersetzung",
        ),
        (
            "Dazu gehören die Aufnahme einer Arbeit, der Umzug in eine andere Wohnung, die Geburt "
            "eines Kindes und der Bezug anderer Sozialleistungen.",
            "- der Umzug in eine andere Wohnung\n- die Geburt von einem Kind",
        ),
        (
            "Laden Sie die Dokumente im Portal hoch: den Antrag auf Einschreibung, das Zeugnis, "
            "den "
            "Nachweis der Versicherung und ein Passfoto.",
            "hoch:\n- den Antrag auf Einschreibung\n- das Zeugnis\n",
        ),
    ],
)
def test_what_is_said_now(text: str, said: str) -> None:
    assert said in accept_all(text, separator="").text


@pytest.mark.parametrize(
    "text",
    [
        "Für Kinder bis zur Vollendung des 18. Lebensjahres ist der Ausweis kostenlos.",
        "Die Leistung kann ganz oder teilweise zurückgefordert werden.",
    ],
)
def test_an_age_and_a_part_are_not_lost(text: str) -> None:
    easier = simplify(text)
    assert easier.text != text
    assert losses(easier) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Den Ausweis erhalten Personen, die im Parkgebiet gemeldet sind und auf die das "
            "Fahrzeug zugelassen ist.",
            "Sie sind im Parkgebiet gemeldet?\nUnd das Fahrzeug ist auf Sie zugelassen?\nDann "
            "bekommen Sie den Ausweis.",
        ),
        (
            "Berechtigt sind Personen, deren Ausweis das Merkzeichen enthält und die kein "
            "Fahrzeug haben.",
            "Ihr Ausweis enthält das Merkzeichen?\nUnd Sie haben kein Fahrzeug?\nDann sind Sie "
            "berechtigt.",
        ),
        (
            "Elterngeld können Mütter und Väter erhalten, die ihr Kind selbst erziehen und "
            "deshalb wenig arbeiten.",
            "Sie erziehen Ihr Kind selbst?\nUnd Sie arbeiten deshalb wenig?\nDann können Sie "
            "Elterngeld bekommen.\nDas gilt für Mütter und Väter.",
        ),
        (
            "Die Bibliothek stellt Ihnen 500 Medien zur Verfügung, die Sie mit einem Ausweis "
            "leihen können.",
            "zur Verfügung.\nDiese Medien können Sie mit einem Ausweis leihen.",
        ),
    ],
)
def test_who_is_entitled_is_asked(text: str, said: str) -> None:
    assert said in accept_all(text, separator="").text


@pytest.mark.parametrize(
    "text",
    [
        "Das Geld erhalten Vereine, die Kinder betreuen.",
        "Den Preis bekamen Personen, die sich um die Stadt verdient gemacht haben.",
        "Nur Parkplätze bekommen Personen, die hier wohnen.",
    ],
)
def test_others_are_not_asked(text: str) -> None:
    assert "Dann" not in accept_all(text, separator="").text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Wird der Hund verkauft oder stirbt er, ist er bei der Stadt abzumelden.",
            "Oder er stirbt?\nDann müssen Sie ihn bei der Stadt abmelden.",
        ),
        (
            "Ist eine der beiden Personen verhindert, kann sie die andere beauftragen.",
            "Eine der beiden Personen ist verhindert?\nDann kann sie die andere beauftragen.",
        ),
        (
            "Erst wenn der Beitrag vollständig eingegangen ist, bekommen Sie die Karte.",
            "Der Beitrag ist vollständig eingegangen?\nErst dann bekommen Sie die Karte.",
        ),
        (
            "Dafür brauchen Sie eine Erlaubnis, wenn der Verkehr mehr als üblich eingeschränkt "
            "wird.",
            "Dann brauchen Sie dafür eine Erlaubnis.",
        ),
        (
            "Eine Gebühr von 5 Euro wird fällig, auch wenn Sie keine Erinnerung erhalten haben.",
            "fällig.\nSie haben keine Erinnerung bekommen?\nAuch dann gilt das.",
        ),
        (
            "Eine Pflicht besteht, wenn Sie weitere Einkünfte hatten, Kurzarbeitergeld bezogen "
            "haben oder bei mehreren Firmen beschäftigt waren.",
            "- Sie haben Kurzarbeitergeld bezogen.\n- Oder: Sie waren bei mehreren Firmen "
            "beschäftigt.",
        ),
    ],
)
def test_conditions_in_a_row(text: str, said: str) -> None:
    assert said in accept_all(text, separator="").text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Der Beitrag bemisst sich nach dem Einkommen der Eltern, dem Alter des Kindes und dem "
            "Umfang der Betreuung.",
            "nach:\n- dem Einkommen von den Eltern\n- dem Alter vom Kind\n- dem Umfang von der "
            "Betreuung",
        ),
        (
            "Der Kurs besteht aus einem Sprachkurs mit 600 Stunden, einem langen "
            "Orientierungskurs und einer Prüfung am Ende.",
            "aus:\n- einem Sprachkurs mit 600 Stunden\n- einem langen Orientierungskurs\n",
        ),
        (
            "Ihre Angaben werden geprüft und gespeichert.",
            "Das Amt prüft und speichert Ihre Angaben.",
        ),
        (
            "Das Formular muss ausgefüllt und unterschrieben werden.",
            "Sie müssen das Formular ausfüllen.\nSie müssen das Formular unterschreiben.",
        ),
        (
            "Ob ein Baum gefällt werden darf, richtet sich nach der Satzung.",
            "Darf ein Baum gefällt werden?\nDas richtet sich nach der Satzung.",
        ),
    ],
)
def test_lists_and_deeds_in_a_row(text: str, said: str) -> None:
    assert said in accept_all(text, separator="").text


def test_what_is_denied_of_two_deeds_is_not_told_of_one() -> None:
    text = "Die Geräte dürfen nicht verkauft und verschenkt werden."
    assert "Sie dürfen" not in accept_all(text, separator="").text


def test_a_comma_at_the_end_is_no_relative_clause() -> None:
    assert simplify("Montag bis Freitag kommen,").text == "Montag bis Freitag kommen,"


def test_each_one_of_which_something_holds_is_asked_about() -> None:
    text = "Jeder Hund, der älter als drei Monate ist, muss bei der Stadt angemeldet werden."
    said = accept_all(text, separator="").sentences
    assert said == (
        "Ein Hund ist älter als 3 Monate?",
        "Dann müssen Sie ihn bei der Stadt anmelden.",
        "Das gilt für jeden Hund.",
    )
    once = "Jedes Kind, das dort wohnte, bekam ein Buch."
    assert "?" not in accept_all(once, separator="").text


def test_from_now_on_limits_as_at_once_does() -> None:
    found = breaches("Sie dürfen ab sofort arbeiten.", "Sie dürfen ab jetzt arbeiten.")
    assert Loss.LIMIT not in {one.loss for one in found}


def test_that_it_holds_for_each_is_not_lost() -> None:
    text = "Jede Wohnung, die leer steht, muss gemeldet werden."
    assert losses(accept_all(text)) == ()


def test_a_list_behind_a_comparison_stays_in_its_sentence() -> None:
    text = (
        "Das Amt zahlt auch für Kurse, Fahrten, kleine Geschenke, ebenso wie für Bücher, Hefte und "
        "Stifte in der Schule."
    )
    assert "wie für:" not in accept_all(text, separator="").text
