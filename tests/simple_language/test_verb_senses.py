"""Verbs and frames beside words that give them another sense, and how their easy ones stand."""

from __future__ import annotations

import pytest

from a11y.simple_language import simplify, suggest
from a11y.simple_language.data_file import data_file
from a11y.simple_language.words.easy_words import replacements
from a11y.simple_language.words.verb_wording import wording

_OF_VERBS = ("hard-verb", "nominal-style")

_STAYS = (
    "Sie können die Unterlagen online einreichen.",
    "Das Geld wird für Schulen verwendet.",
    "Verwenden Sie nur frische Eier.",
    "Sie hat viel Zeit darauf verwendet.",
    "Der Läufer verbesserte sich auf Platz 3.",
    "Die Frist erhöht sich auf drei Monate.",
    "Das Haus stammt aus dem Barock.",
    "Die Kirche stammt aus der Zeit um 1200.",
    "Der Bescheid erlangt Rechtskraft.",
    "Der Sänger erlangte Berühmtheit.",
    "Der Sender sendet live aus Köln.",
    "Der Körper produziert Insulin.",
    "Das sind die Hormone, die der Körper produziert.",
    "Der Bauer bekämpft das Unkraut.",
    "Das kann ich nicht beurteilen.",
    "Der Arzt beurteilt, ob Sie arbeiten können.",
    "Das Volk probt den Aufstand.",
    "Sie müssen in Ihr Heimatland zurückkehren.",
    "Nach der Elternzeit kehrt sie in den Beruf zurück.",
    "Die Helfer errichteten Zelte.",
    "Das Amt kann Kontakte nachvollziehen.",
    "Er ließ die Kinder gewähren.",
    "Man gewährte ihm keinen Zutritt.",
    "Dahinter verbirgt sich ein Plan.",
    "Das Gericht entzog ihm das Wort.",
    "Der Verein verstärkt sich mit einem Torwart.",
    "Er absolvierte 30 Länderspiele.",
    "Die Schülerin hat das Gymnasium absolviert.",
    "Wir schmeißen eine Party.",
    "Er schmeißt den Haushalt.",
    "Wenn dieser Fall eintrifft, hilft die Stadt.",
    "Die Straße ist so beschaffen, dass Wasser abläuft.",
    "Im März erwacht die Natur.",
    "Wir verbleiben mit freundlichen Grüßen.",
    "Die Menge versammelte sich um den Redner.",
    "Die Gemüter erhitzten sich.",
    "Deaktivieren Sie das Häkchen.",
    "Hinter dem Haus steigt das Gelände an.",
    "Er verrichtete seine Notdurft.",
    "Der König übermittelte Glückwünsche.",
    "Die Verhandlungen sind weit gediehen.",
    "Er plaudert aus dem Nähkästchen.",
    "Sie werden auf eine andere Seite weitergeleitet.",
    "Erkundigen Sie sich über die Preise.",
    "Die Firma spart 200 Stellen ein.",
    "Die Firma exportiert Maschinen nach China.",
    "Exportieren Sie die Daten als Datei.",
    "Das Kind plünderte den Kühlschrank.",
    "Ihm ist großes Leid widerfahren.",
    "Die Polizei weitete die Suche aus.",
    "Der Streit hat sich auf andere Länder ausgeweitet.",
    "Der Mann ist seinen Verletzungen erlegen.",
    "Sie amüsierte sich über den Witz.",
    "Der Rechner ist infiziert.",
    "Der Verein verschlechterte sich auf Platz 9.",
    "Die Flammen verzehrten das Haus.",
    "Sie unterbreitete ihm den Plan.",
    "Drosseln Sie die Heizung.",
    "Das Gespräch glättete die Wogen.",
    "Die Bremsen kreischen.",
    "Er war von der Idee nicht erbaut.",
    "Die Firma expandiert nach Asien.",
    "Die Zeit ist durch Unruhen charakterisiert.",
    "Er kalkulierte mit hohen Kosten.",
    "Konsultieren Sie das Wörterbuch.",
    "Er stattete ihr seinen Dank ab.",
    "Das Gebiet wurde zum Park deklariert.",
    "Wir sind vor Hitze umgekommen.",
    "Sie wurde zur Siegerin gekürt.",
    "Der Zeuge leistete einen Eid ab.",
    "Der Verkäufer hat eine Eigenschaft zugesichert.",
    "Er beschmutzte den Ruf der Familie.",
    "Ein Lächeln huschte über ihr Gesicht.",
    "Die Kinder schauen zu ihr auf.",
    "Sie egalisierte den Rekord.",
    "Der Pilot geleitete das Flugzeug auf die Bahn.",
    "Sie können das im Internet nachlesen.",
    "Sie müssen gute Kenntnisse vorweisen.",
    "Die Rechte werden eingeschränkt.",
    "Das geschieht im Interesse der Bürger.",
    "Der Schaden geschah nicht mit Absicht.",
    "Sie können Ihre Daten berichtigen lassen.",
    "Er nahm den Antrag entgegen.",
    "Der Ingenieur konstruierte die Maschine.",
    "Das Gericht verwarf die Klage.",
    "Die Regierung hat den Plan verworfen.",
    "Respektieren Sie die Grenzen.",
    "Die Mauer zerbröselt.",
    "Die Sonne dörrt den Boden aus.",
    "Die Straße verdreckt.",
    "Der Chef instruierte ihn, zu schweigen.",
    "Der Film kommt zur Anwendung.",
    "Dieses Verfahren findet Anwendung.",
    "Der Umbau nimmt viel Kraft in Anspruch.",
    "Nehmen Sie sich vor dem Hund in Acht.",
    "Sie macht sich Gedanken um die Zukunft.",
    "Sie nahm den Preis in Empfang.",
    "Nachts sendet der Sender auf einer anderen Frequenz.",
    "Auf den Vertrag findet deutsches Recht Anwendung.",
    "Das sind die Filme, die er produziert hat.",
    "Sie können die Klage schreiben und einreichen.",
    "Diese Regeln müssen alle befolgen.",
    "Der Staat bekämpft die Armut nicht.",
    "Die Erlaubnis wird erteilt.",
    "Der Schutz wird in einem schnellen Verfahren gewährt.",
    "Tiere verdursten.",
    "Die Tropfen absorbieren und lösen das Gas.",
    "Das Wetter verschlechterte sich stark.",
    "Er radelte los.",
    "Die Pflanze ist gut angewachsen.",
    "Das wurde im Pass vermerkt.",
    "Die Frau fürchtet noch Schlimmeres.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_a_verb_of_another_sense_waits_for_an_editor(text: str) -> None:
    assert not [one for one in suggest(text) if one.rule in _OF_VERBS and one.safe]


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Sie müssen die Regeln befolgen.", "Sie müssen sich an die Regeln halten."),
        ("Suchen Sie einen Arzt auf.", "Gehen Sie zu einem Arzt."),
        ("Wir führen eine Umfrage durch.", "Wir machen eine Umfrage."),
        ("Sie können sich an der Umfrage beteiligen.", "Sie können bei der Umfrage mitmachen."),
        ("Das Amt erteilt die Erlaubnis.", "Das Amt gibt die Erlaubnis."),
        ("Ihnen wird die Erlaubnis erteilt.", "Ihnen wird die Erlaubnis gegeben."),
        ("Er vermählte sich mit der Gräfin.", "Er hat die Gräfin geheiratet."),
        ("Das Auto ist in Flammen aufgegangen.", "Das Auto ist verbrannt."),
        ("Er setzte den Plan in die Tat um.", "Er hat den Plan umgesetzt."),
        ("Diese Vorschrift findet Anwendung.", "Diese Regel gilt."),
        ("Er leistete ihr Hilfe.", "Er hat ihr Hilfe geleistet."),
        ("Er leistete ihm Hilfe.", "Er hat ihm geholfen."),
        ("Der König weilte in Paris.", "Der König war in Paris."),
        ("Im Keller befanden sich Räume.", "Im Keller waren Räume."),
        ("Die Kinder ähnelten ihrem Vater.", "Die Kinder waren ihrem Vater ähnlich."),
        ("Er hat ein Auto besessen und gefahren.", "Er hat ein Auto gehabt und gefahren."),
        ("Er flüchtete sich in Ausreden.", "Er hat sich in Ausreden geflüchtet."),
        ("Die Menschen flüchteten.", "Die Menschen sind geflohen."),
        ("Sie stattete ihm einen Besuch ab.", "Sie hat ihn besucht."),
        ("Warten Sie, bis der Chef einwilligt!", "Warten Sie, bis der Chef zustimmt!"),
        ("Rette dich, ehe er herabkommt!", "Rette dich, ehe er herunterkommt!"),
    ],
)
def test_an_easy_verb_is_written(text: str, easy: str) -> None:
    assert simplify(text).text.strip() == easy


def test_places_and_senses_name_verbs_of_the_table() -> None:
    tables = replacements()["verbs"]
    assert data_file("verb_places").keys() <= tables["unsafe"].keys()
    verbs = {wording(key).verb for lines in tables.values() for key in lines}
    assert data_file("verb_senses").keys() <= verbs
