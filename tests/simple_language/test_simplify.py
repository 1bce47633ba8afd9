"""The main door: whole texts, paragraphs, levels, spans."""

from __future__ import annotations

import pytest

from a11y.simple_language import Level, simplify, suggest
from a11y.simple_language.report import losses
from a11y.simple_language.simplify import accept_all

SERVICE = """Wenn Sie umziehen, müssen Sie sich innerhalb von zwei Wochen anmelden.
Sie benötigen Ihren Ausweis und die Bestätigung des Vermieters.

Der Antrag wird vom Einwohnermeldeamt geprüft. Die Anmeldung kostet 12,50 €."""


def test_one_statement_per_sentence() -> None:
    result = simplify(SERVICE)
    assert result.sentences == (
        "Sie ziehen um?",
        "Dann müssen Sie sich innerhalb von 2 Wochen anmelden.",
        "Sie brauchen Ihren Ausweis und die Bestätigung vom Vermieter.",
        "Das Einwohnermeldeamt prüft den Antrag.",
        "Die Anmeldung kostet 12,50 Euro.",
    )
    assert result.paragraphs == (0, 0, 1, 2, 2)
    assert losses(result) == ()


def test_applied_spans_are_places_of_the_source() -> None:
    result = simplify(SERVICE)
    found = {one.rule: SERVICE[one.start : one.end] for one in result.applied}
    assert found["number-word"] == "zwei"
    assert found["condition-clause"].startswith("Wenn Sie umziehen")
    assert found["passive"].startswith("Der Antrag wird vom Einwohnermeldeamt geprüft")
    assert found["special-character"].strip() == "€"


def test_suggestions_are_in_text_order_and_applicable() -> None:
    found = suggest(SERVICE)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(SERVICE)
        assert one.safe <= (one.replacement is not None)


def test_same_text_same_answer() -> None:
    assert simplify(SERVICE) == simplify(SERVICE)


def test_easy_text_stays_as_it_is() -> None:
    text = "Sie ziehen um?\nDann müssen Sie sich anmelden.\nDas kostet nichts."
    result = simplify(text)
    assert result.text == text
    assert result.applied == ()


def test_einfache_sprache_keeps_subordinate_clauses() -> None:
    text = "Wenn Sie umziehen, müssen Sie sich umgehend anmelden."
    assert simplify(text, level=Level.EINFACH).sentences == (
        "Wenn Sie umziehen, müssen Sie sich sofort anmelden.",
    )


def test_separator_parts_compounds() -> None:
    text = "Sie brauchen eine Geburtsurkunde."
    assert simplify(text).text == text
    assert simplify(text, separator="·").text == "Sie brauchen eine Geburts·urkunde."
    assert simplify(text, separator="-").text == "Sie brauchen eine Geburts-Urkunde."


def test_explanations_stand_behind_the_first_use() -> None:
    text = "Sie brauchen eine Apostille. Die Apostille kostet 20 Euro."
    assert simplify(text, explain=True).sentences == (
        "Sie brauchen eine Apostille.",
        "Eine Apostille ist ein Stempel.",
        "Der Stempel sagt anderen Ländern: Ein Blatt ist echt.",
        "Die Apostille kostet 20 Euro.",
    )


def test_numbered_steps_keep_their_number() -> None:
    text = "1. Füllen Sie den Antrag aus.\n2. Sie erhalten einen Brief."
    assert simplify(text).sentences == (
        "1. Füllen Sie den Antrag aus.",
        "2. Sie bekommen einen Brief.",
    )


def test_lines_broken_by_page_width_are_joined() -> None:
    text = (
        "Das Amt schickt Ihnen in den nächsten Tagen einen Brief mit\n"
        "allen Fragen zu dem neuen Ausweis."
    )
    assert len(simplify(text).sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Die Anmeldung wird an das Finanzamt, die Kammer, die Stadt und das Land übermittelt.",
        "Sie können fünf Kitas auswählen und in eine Reihenfolge bringen.",
        "Unterschriften müssen selbst geleistet werden.",
        "Ich habe erst am Abend, dieses kleine und äußerst feine Restaurant entdeckt.",
        "Kann man auch über die Internetseite schicken und später in der Filiale abholen.",
        "Das Amt kann freitags keine Termine vergeben.",
        "Das gilt auch für Anlagen, aus denen Wasser abgegeben wird.",
        "Für Betreiber einer Anlage besteht eine Pflicht, wenn diese in einem Haus liegt.",
        "Sie zahlen nichts, wenn das Einkommen aller zu Ihnen zählenden Kinder klein ist.",
        "Der Halter hat den Hund anzuzeigen und zu belegen, wie der Hund lebt.",
        "Das Rad muss bis Freitag abgeholt oder gegen eine Gebühr gelagert werden.",
        "Die Karte darf nicht verkauft oder an andere Personen verliehen werden.",
        "Das Kennzeichen darf zwei Buchstaben und drei Zahlen enthalten.",
        "Das Amt zahlt nicht, weil der Antrag fehlt oder der Pass abgelaufen ist, sondern hilft.",
    ],
)
def test_what_is_not_certain_stays_one_sentence(text: str) -> None:
    (sentence,) = simplify(text).sentences
    assert not any(word in sentence for word in ("schönen", "jeden Freitag", "unterschrieben"))


def test_accepting_everything_leaves_fewer_hints() -> None:
    assert len(accept_all(SERVICE, separator="·").hints) < len(suggest(SERVICE))


def test_einfache_sprache_parts_only_long_sentences() -> None:
    short = "Sie melden sich im Bürgeramt an und bringen Ihren Ausweis mit."
    long = (
        "Das Bürgeramt prüft Ihren Antrag in den ersten zwei Wochen nach dem Einzug und schickt"
        " Ihnen danach einen Brief mit einem Termin."
    )
    assert simplify(short, level=Level.EINFACH).sentences == (short,)
    assert simplify(long, level=Level.EINFACH).sentences == (
        "Das Bürgeramt prüft Ihren Antrag in den ersten zwei Wochen nach dem Einzug.",
        "Das Bürgeramt schickt Ihnen danach einen Brief mit einem Termin.",
    )


def test_einfache_sprache_asks_no_questions_unattended() -> None:
    text = (
        "Wenn Sie innerhalb der Stadt in eine andere Wohnung umziehen, müssen Sie sich in den"
        " ersten zwei Wochen nach dem Einzug beim Bürgeramt ummelden."
    )
    assert simplify(text, level=Level.EINFACH).sentences == (text,)
    assert accept_all(text, level=Level.EINFACH).sentences[0].endswith("?")


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Das Gericht hat Hilfe zu leisten.", "Das Gericht hat zu helfen."),
        (
            "Niemand darf bauen, wenn der Plan fehlt.",
            "Der Plan fehlt?\nDann darf niemand bauen.",
        ),
        ("Nach Abschluss von Verträgen zahlen Sie.", "Nach Abschluss von Verträgen zahlen Sie."),
        ("Nach Ablauf von Verträgen zahlen Sie.", "Nach dem Ende von Verträgen zahlen Sie."),
        ("Nach Ablauf von 3 Monaten zahlen Sie.", "Nach 3 Monaten zahlen Sie."),
        (
            "Nachdem die Kosten gestiegen sind, muss die Stadt sparen.",
            "Nachdem die Kosten gestiegen sind, muss die Stadt sparen.",
        ),
        (
            "Ein Antrag wird nicht abgelehnt, wenn er vollständig ist.",
            "Ein Antrag ist vollständig?\nDann wird ein Antrag nicht abgelehnt.",
        ),
        (
            "Ein Teil wird nicht gegeben, wenn Sie zu spät kommen.",
            "Sie kommen zu spät?\nDann wird ein Teil nicht gegeben.",
        ),
        (
            "Eine Erlaubnis brauchen Sie nicht, wenn das Haus klein ist.",
            "Das Haus ist klein?\nDann brauchen Sie keine Erlaubnis.",
        ),
        (
            "Das Amt hilft dem Hund, vorausgesetzt, er ist krank.",
            "Das Amt hilft dem Hund, vorausgesetzt, er ist krank.",
        ),
        (
            "Die Stadt lädt Kinder ein, die 6 Jahre alt sind.",
            "Manche Kinder sind 6 Jahre alt.\nDiese Kinder lädt die Stadt ein.",
        ),
        (
            "Die Stadt ist befugt und verpflichtet, Daten zu prüfen.",
            "Die Stadt ist befugt und verpflichtet, Daten zu prüfen.",
        ),
        (
            "Das Kind darf der Vater abholen, wenn die Mutter arbeitet.",
            "Die Mutter arbeitet?\nDann darf der Vater das Kind abholen.",
        ),
        (
            "Katzen dürfen Mieter halten, wenn Sie zustimmen.",
            "Katzen dürfen Mieter halten, wenn Sie zustimmen.",
        ),
        (
            "Nach Abschluss der Maßnahme zahlen Sie.",
            "Nach dem Ende der Maßnahme zahlen Sie.",
        ),
        (
            "Der Abriss bedarf keiner Erlaubnis, ist dem Bauamt jedoch vorher mitzuteilen.",
            "Der Abriss braucht keine Erlaubnis.\n"
            "Der Abriss ist dem Bauamt aber vorher mitzuteilen.",
        ),
        (
            "Mieter dürfen parken, ohne dass sie dafür Gebühren zahlen müssen.",
            "Mieter dürfen parken, ohne dass sie dafür Gebühren zahlen müssen.",
        ),
        (
            "Sie dürfen parken, ohne dass Sie dafür Gebühren zahlen müssen.",
            "Sie dürfen parken.\nSie müssen dafür keine Gebühren zahlen.",
        ),
        (
            "Das Obst wird von Landwirten aus der Region geliefert.",
            "Das Obst wird von Landwirten aus der Region geliefert.",
        ),
        (
            "Die Kosten für das Gutachten sind vom Verursacher zu tragen.",
            "Der Verursacher muss die Kosten für das Gutachten tragen.",
        ),
        (
            "Sie müssen der Behörde Ihren Umzug mitteilen.",
            "Sie müssen der Behörde Ihren Umzug mitteilen.",
        ),
        (
            "Nach dem Ableben des Mieters zahlen Sie.",
            "Nach dem Tod des Mieters zahlen Sie.",
        ),
        (
            "Das Geld wird vom Mieter oder der Mieterin abgebucht.",
            "Das Geld wird vom Mieter oder der Mieterin abgebucht.",
        ),
        ("Der Mann erlag einem Fieber.", "Der Mann ist einem Fieber erlegen."),
    ],
)
def test_what_is_written_unattended(text: str, easy: str) -> None:
    assert simplify(text).text.strip() == easy


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Die Grenzwerte werden überschritten. Das Amt hilft.", "Amt überschreitet"),
        ("Die Erläuterungen sind zu lesen. Das Amt hilft Ihnen.", "können"),
        ("Sie wissen, dass ihr Platz vom Amt gereinigt wird.", "Ihr"),
        ("Der Plan kann von jedermann eingesehen werden.", "von jeder "),
        ("Der Antragsteller muss nachweisen: Er führt den Betrieb.", "Sie müssen"),
        ("Beim Amt werden nur vollständig ausgefüllte Anträge berücksichtigt.", "Anträge nur"),
        (
            "Mit der Karte bekommen alle Gäste, die mit dem Zug kommen, einen Rabatt.",
            "bekommen die",
        ),
        ("Vereine können die Aula mieten, soweit sie nicht gebraucht wird.", "Saal"),
        ("Das Geld wird vom Amt nur gezahlt, solange der Vorrat reicht.", "So lange"),
    ],
)
def test_no_proposal_says_it_otherwise(text: str, never: str) -> None:
    assert never not in accept_all(text).text.replace("Sie wissen", "")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Unterschriften für das Begehren müssen eigenhändig geleistet werden.",
            "müssen selbst unterschrieben",
        ),
        ("Kann man auch über die Internetseite schicken und später abholen.", "schönen"),
        (
            "Ich war in Berlin und habe erst am Abend, dieses kleine und äußerst feine Haus "
            "entdeckt.",
            "kleine.",
        ),
        ("Das Amt legt fest, welche davon frei sind.", "die davon"),
        (
            "Die Prüfung der Geräte erfolgt wöchentlich durch Mitarbeiter des Bauhofs, die Mängel "
            "sofort beheben.",
            "erfolgen sofort",
        ),
        ("Sie dürfen Eimer nicht ausleeren oder den Inhalt liegen lassen.", "Oder"),
        (
            "Sollten Sie den Pass dringend benötigen und sollte sogar die Bestellung zu lange "
            "dauern, können Sie einen anderen beantragen.",
            "sie dauert sogar",
        ),
    ],
)
def test_what_was_once_written_wrongly(text: str, never: str) -> None:
    assert never not in simplify(text).text


def test_what_tells_how_far_is_no_condition() -> None:
    text = "Soweit ich weiß, ist das Amt im Rathaus."
    assert simplify(text).text == text  # not: Ich weiß? Dann ist das Amt im Rathaus.


@pytest.mark.parametrize(
    ("text", "reported"),
    [("Sie sei zufrieden.", True), ("Er gehe nicht.", True), ("Sie wäre zufrieden.", False)],
)
def test_whose_words_it_is_asked_for_what_is_reported(text: str, reported: bool) -> None:
    (found,) = [s for s in suggest(text) if s.rule == "konjunktiv"]
    assert ("Schreiben Sie, wer es sagt" in found.message) is reported


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        (
            "Schwangere, die sich in einer Notlage befinden, können Hilfe bekommen.",
            "Manche Schwangere sind in einer Notlage.\nDiese Schwangeren können Hilfe bekommen.",
        ),
        (
            "Eltern, deren Kinder eine Kita besuchen, zahlen einen Beitrag.",
            "Die Kinder von manchen Eltern besuchen eine Kita.\nDiese Eltern zahlen einen Beitrag.",
        ),
        (
            "Mieterinnen und Mieter, denen die Kündigung droht, sollten sich beraten lassen.",
            "Manchen Mieterinnen und Mietern droht die Kündigung.\n"
            "Diese Mieterinnen und Mieter sollten sich beraten lassen.",
        ),
        (
            "Das Amt lehnt Anträge ab, die zu spät eingehen.",
            "Manche Anträge gehen zu spät ein.\nDiese Anträge lehnt das Amt ab.",
        ),
        (
            "Sofern nichts anderes vereinbart ist, gilt die Mietzeit für ein Jahr.",
            "Nichts anderes ist vereinbart?\nDann gilt die Mietzeit für ein Jahr.",
        ),
    ],
)
def test_who_is_meant_comes_first(text: str, easy: str) -> None:
    assert simplify(text).text == easy


@pytest.mark.parametrize(
    "text",
    [
        "Das Jugendamt berät und unterstützt Mütter und Väter.",
        "Die Stadt plant und baut die Schule.",
        "Wir empfehlen, die Formulare zu Hause auszufüllen und unterschrieben mitzubringen.",
        "Schwangere, die niemand berät, brauchen Hilfe.",
        "Angestellte, die das Amt sucht, finden die Stelle hier.",
    ],
)
def test_what_both_verbs_share_is_not_torn_off(text: str) -> None:
    assert simplify(text).text == text
