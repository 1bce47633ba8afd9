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
    ("Menschen ohne Wohnung können auch tagsüber in der Wärmestube bleiben.", "auch"),
    ("Der Stadtbus fährt ab dem nächsten Sonntag wieder die gewohnte Strecke.", "gewohnte"),
    ("Wenn der Pass weg ist, ist zusätzlich eine Anzeige der Polizei vorzulegen.", "zusätzlich"),
    (
        "Der ambulante Pflegedienst rechnet seine Leistungen jeden Monat direkt mit der Kasse ab.",
        "ambulante",
    ),
    ("Auch wer nicht verheiratet ist, kann das gemeinsame Sorgerecht erklären.", "uch"),
    ("Die Sperrung der Straße betrifft bis zum Ende der Woche auch Radfahrende.", "auch"),
    (
        "Führerscheine aus Staaten außerhalb der Europäischen Union gelten in Deutschland nicht.",
        "außerhalb",
    ),
    ("Der Zweckverband versorgt seit 1912 viele Menschen im Tal mit Trinkwasser.", "Trinkwasser"),
    (
        "Bis zur Klärung der Vaterschaft erhält die alleinerziehende Mutter einen Vorschuss.",
        "alleinerziehende",
    ),
    ("Lebenspartner werden bei der Erbschaft wie Ehegatten behandelt.", "wie Ehegatten"),
    ("Der Nachlass wird unter den Kindern zu gleichen Teilen aufgeteilt.", "gleichen Teilen"),
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
    (
        "Die Laternen, die sich um Mitternacht abschalten, sind mit einem Ring gekennzeichnet.",
        "Diese Laternen",
    ),
    (
        "Der Steuerbescheid wird elektronisch bereitgestellt, wenn Sie dem zugestimmt haben.",
        "stellen den",
    ),
    (
        "Das Gutachten muss von einer Ärztin oder einem Arzt des Gesundheitsamtes erstellt werden.",
        "das Gutachten vom",
    ),
    ("Die Sitzung ist öffentlich, soweit nicht Belange Einzelner dem entgegenstehen.", "?"),
    (
        "Nach der Anmeldung erhalten Sie eine Bestätigung per E-Mail, die Sie bitte ausdrucken und "
        "zum Kurs mitbringen.",
        "Bekommen Sie",
    ),
    ("Die Belehrung ist dem Käufer vor dem Kauf in Textform auszuhändigen.", "Das Amt"),
    ("Bei Unwetter wird der Unterricht in allen Schulen der Stadt abgesagt.", "Sturm"),
    ("Wer den Führerschein auf Probe hat, darf nicht trinken, wenn er fährt.", "diese Person"),
    (
        "Die Schutzhütte im Wald kann für private Feiern zum Preis von 60 Euro pro Tag gemietet "
        "werden.",
        "Und zwar pro",
    ),
    ("Das Team ist jeden Donnerstag ab 16 Uhr am Platz vor der Schule anzutreffen.", "müssen"),
    ("Ihr Kind darf die Kita erst nach 48 Stunden ohne Symptome besuchen.", "Zeichen"),
    ("Der Spielplatz der Stadt wurde aus Spenden der Bürger finanziert.", "Das Amt"),
    ("Bei Bränden sind Aufzüge nicht zu benutzen.", "Feuern"),
    ("Im Zentrum der Stadt werden chronisch Kranke vorrangig geimpft.", "vor allem"),
    (
        "Vor dem Verkauf ist das Fleisch von einem amtlichen Fachassistenten zu untersuchen.",
        "Sie",
    ),
    ("Die Vaterschaft kann vor der Geburt beim Jugendamt beurkundet werden.", "Das Amt"),
    (
        "Der Verein erhält die Fördermittel in zwei Raten, die zweite Rate nach dem Abschluss des "
        "Projekts.",
        "- die zweite",
    ),
    (
        "Die zum Verzehr angebotenen Speisen müssen in allen Läden der Stadt gekennzeichnet sein.",
        "Die Speisen",
    ),
    ("Das Betreten der Eisflächen ist lebensgefährlich und daher untersagt.", "dürfen"),
    ("Vor dem Baden müssen Sie sich im Bad der Stadt gründlich duschen.", "genau"),
    ("Der Plan wird durch öffentliche Bekanntmachung im Rathaus wirksam.", "Nachricht"),
    ("Die Zurückstellung des Kindes vom Schulbesuch beantragen Sie bei der Schule.", "vom Kind"),
    ("Die Mitnahme von Fahrrädern kann in Bussen der Stadt abgelehnt werden.", "Das Amt"),
    ("Gebühren werden erhoben, sofern die Satzung der Gemeinde dies vorsieht.", "plant"),
    ("Der Antrag kann bis zur Entscheidung jederzeit zurückgenommen werden.", "Das Amt"),
    ("Bei Anruf der Notrufnummer wird Ihr Standort automatisch übermittelt.", "das Amt"),
    ("Fundsachen können im Amt gegen Nachweis des Eigentums abgeholt werden.", "Das Amt"),
    (
        "Bis zu welcher Höhe die Kosten bezahlt werden, richtet sich nach der Größe der Familie.",
        "Und zwar",
    ),
    (
        "Für die Ermittlung des Einkommens werden die letzten zwölf Monate vor der Antragstellung "
        "zugrunde gelegt.",
        "Monate werden vor",
    ),
    ("Das Parken auf dem Schulhof ist in der Woche nur Lehrkräften erlaubt.", "Sie dürfen"),
    ("Die Ermäßigung wird auch Begleitpersonen von Rollstuhlfahrern gewährt.", "fahrer geben"),
    ("Der Verbrauch wird anhand des Vorjahres geschätzt, wenn Sie nichts melden.", "mit dem Vor"),
    ("Ist der Betrag bei uns eingegangen, wird Ihre Bestellung bearbeitet.", "das Amt"),
    ("Das Frauencafé ist ein Treff für alle Frauen jeden Alters und jeder Herkunft.", "- und"),
    ("Die Gemeinde führt ein Verzeichnis aller Gräber, das jeder einsehen kann.", "Liste"),
    ("Bei Fragen zum Wahlrecht in der Stadt gibt das Bürgertelefon Auskunft.", "Information"),
    ("Der Auftrag wird dem Bieter mit dem besten Angebot vom Amt erteilt.", "Bieter den"),
    ("Gegen Vorlage der Rechnung erstattet die Kasse 80 Prozent der Kurskosten.", "Mit der"),
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


def test_a_light_verb_behind_a_clause_stays_first() -> None:
    text = "Bevor das Haus verkauft wird, sollte eine Beratung in Anspruch genommen werden."
    assert ", sollte eine Beratung genutzt werden" in simplify(text).text


def test_an_infinitive_is_no_adjective() -> None:
    text = "Der Schiedsmann versucht, Streit zwischen Nachbarn ohne Gericht zu schlichten."
    assert "schlichten" in simplify(text).text


def test_an_advice_keeps_its_infinitive() -> None:
    text = "Die Polizei rät, keine Wertsachen im Auto liegen zu lassen."
    assert "rät." not in simplify(text).text


def test_an_office_keeps_its_name() -> None:
    text = "Die Ausstellung des Zeugnisses erfolgt durch das Bundesamt für Justiz."
    assert "Das Bundesamt stellt" not in simplify(text).text


def test_nobody_who_can_be_found_is_said_with_es() -> None:
    text = "Sind keine Angehörigen zu ermitteln, veranlasst das Ordnungsamt die Bestattung."
    assert simplify(text).sentences[0] == "Es sind keine Angehörigen zu ermitteln?"


def test_an_age_behind_muessen_is_an_infinitive() -> None:
    text = "Sie müssen das 16. Lebensjahr vollendet haben."
    assert simplify(text).text.strip() == "Sie müssen mindestens 16 Jahre alt sein."

    text = "Der Bewerber darf das 67. Lebensjahr noch nicht vollendet haben."
    assert simplify(text).text.strip() == "Der Bewerber darf noch nicht 67 Jahre alt sein."


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
