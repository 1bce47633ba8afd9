"""Drafts read strictly: what an editor would have called wrong stays away."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import accept_all, condense, simplify

_KEPT = (
    (
        "Das Merkzeichen G erhalten Menschen, die im Straßenverkehr erheblich in ihrer "
        "Bewegungsfähigkeit eingeschränkt sind.",
        "stark",
    ),
    (
        "Das Angebot richtet sich an Frauen mit Migrationsgeschichte, die den beruflichen "
        "Wiedereinstieg planen.",
        "Wiedereinstieg",
    ),
    (
        "Der Rechnungsbetrag ist ohne Abzug innerhalb von 14 Tagen auf das angegebene Konto zu "
        "überweisen.",
        "angegebene Konto",
    ),
    (
        "Der Kostenbeitrag beträgt 3,80 Euro pro Mahlzeit und wird monatlich nachträglich "
        "abgerechnet.",
        "nachträglich",
    ),
    (
        "Ein Wechsel der Steuerklasse ist auch rückwirkend zum Beginn des Jahres möglich.",
        "auch rückwirkend",
    ),
    ("Bei wichtigen Dokumenten sollten Sie sich immer Hilfe im Amt holen.", "wichtigen"),
    ("Das Amt zahlt (bei Bezug von Bürgergeld) den Beitrag für die Kita.", "Bürgergeld"),
    ("Dazu ist eine polizeiliche Diebstahlanzeige in der Meldestelle nötig.", "Dazu"),
    (
        "Bevor Ihr Visum abläuft, müssen Sie beim Amt die Aufenthaltserlaubnis beantragen.",
        "Bevor Ihr Visum abläuft",
    ),
    ("Eine Bewerbung hat die gleichen Teile wie ein normaler Brief.", "wie ein normaler Brief"),
)


@pytest.mark.parametrize(("text", "kept"), _KEPT, ids=[text[:30] for text, _ in _KEPT])
def test_a_draft_keeps_what_readers_of_an_office_need(text: str, kept: str) -> None:
    assert kept in condense(text).text


_NEVER = (
    ("Tätowierstudios werden vom Amt ohne Ankündigung überprüft.", "ohne Nachricht"),
    (
        "Die Einbürgerungsurkunde wird bei einer Feier durch die Oberbürgermeisterin überreicht.",
        "gibt",
    ),
    (
        "Die Stelle ist bis Dezember befristet und wird nach Entgeltgruppe 9 vergütet.",
        "Sie bezahlen",
    ),
    (
        "Schwerbehinderte Bewerber werden bei gleicher Eignung bevorzugt berücksichtigt.",
        "beachtet",
    ),
    ("Für Kinder, die im Mai eingeschult werden, sinkt der Beitrag.", "Das Amt schult"),
    ("Nach der Trennung der Eltern bleibt es beim gemeinsamen Sorgerecht.", "von den Eltern"),
    ("Minderjährige Flüchtlinge werden vom Jugendamt in Obhut genommen.", "in Schutz"),
    ("Sie können die Dokumente auf der Seite des Amtes hochladen.", "Papiere"),
    ("Eine juristische Person braucht dafür eine Erlaubnis vom Amt.", "rechtliche"),
    ("Den Kindergarten nennt man auch „Kiga“ oder „Kindi“.", "nennen Sie"),
    ("In der Schule werden auch andere religiöse Feiertage beachtet.", "das Amt"),
    (
        "In einem Gespräch stellen wir sicher, dass die Kleidung genau ausgewählt wird.",
        "Sie wählen",
    ),
    (
        "Nur in diesen drei Fällen kann die Auskunft sofort und direkt an eine andere Behörde "
        "gesendet werden.",
        "Und zwar",
    ),
    (
        "Das Amt wird schon bei der Erteilung, auch wenn noch keine Stelle in Aussicht steht, in "
        "den Ausweis eintragen, dass die Arbeit erlaubt ist.",
        "Erteilung.",
    ),
    ("Der Mieter hat die Mängel innerhalb von einer Woche zu beseitigen.", "entfernen"),
    ("Zur Abgeltung der Reisekosten erhalten ehrenamtliche Richter Geld.", "von den Reisekosten"),
    ("Sie stellen den Antrag auf jeden Fall vor dem Kauf.", "beantragen jeden"),
    ("Kommt der Mieter mit zwei Mieten in Verzug, droht ihm die Kündigung.", "mit 2 Mieten kommt"),
    ("Wählen Sie beim Amt „Bitte Zutreffendes auswählen“ die erste Gruppe.", "Amt Bitte"),
)


@pytest.mark.parametrize(("text", "gone"), _NEVER, ids=[text[:30] for text, _ in _NEVER])
def test_a_draft_never_says(text: str, gone: str) -> None:
    assert gone not in condense(text).text


def test_what_is_done_by_others_before_is_no_deed_of_theirs() -> None:
    text = "Das Grundstück darf erst nach Freigabe durch den Räumdienst betreten werden."
    assert simplify(text).text.strip() == text


def test_nobody_who_can_be_found_is_said_with_es() -> None:
    text = "Sind keine Angehörigen zu ermitteln, veranlasst das Ordnungsamt die Bestattung."
    assert simplify(text).sentences[0] == "Es sind keine Angehörigen zu ermitteln?"


def test_an_age_behind_muessen_is_an_infinitive() -> None:
    text = "Sie müssen das 16. Lebensjahr vollendet haben."
    assert simplify(text).text.strip() == "Sie müssen mindestens 16 Jahre alt sein."


def test_a_line_that_announces_a_list_gets_no_lead_in() -> None:
    text = "Für allgemeine Fragen zur Betreuung im Kreis können Sie sich an diese Stelle wenden:"
    assert "gilt:" not in accept_all(text).text


def test_how_something_is_sent_is_no_item_of_a_list() -> None:
    text = (
        "Für die Beantragung senden Sie uns bitte Ihr Antragsformular sowie die benötigten "
        "Unterlagen online oder per Post."
    )
    assert "- oder" not in accept_all(text).text


def test_a_visit_at_a_place_is_no_object() -> None:
    said = accept_all("Für den Besuch im Bürgerbüro brauchen Sie einen Termin.").text
    assert "im Bürgerbüro besuchen" not in said
