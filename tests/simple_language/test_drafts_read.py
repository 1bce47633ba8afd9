"""What a second reader found wrong in drafts of texts that no rule had been written on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.simple_language.model import Simplified
from a11y.simple_language.simplify import accept_all, condense, simplify

_Way = Callable[[str], Simplified]

_SAME: tuple[tuple[_Way, str], ...] = (
    # what did not happen, or is wished, is no fact
    (condense, "Ohne den Bau der Bahn wäre der Ort ein Dorf geblieben."),
    (condense, "Ich hätte gern einen Termin."),
    # nobody at an office did what once was
    (accept_all, "Der Maler wurde 1685 in Eisenach geboren."),
    (accept_all, "Die Brauerei wurde 1978 geschlossen."),
    (accept_all, "Die Stadt wurde 1230 gebaut."),
    # not for this reason
    (condense, "Die Leistung wird nicht gekürzt, weil Sie krank sind."),
    # children could do it, too, for all that form shows
    (simplify, "Ihre Kinder melden Sie im Büro an."),
    # an explanation stays with its noun
    (accept_all, "Der Verein hilft Kindern (Krippe) und Jugendlichen beim Lernen."),
    (accept_all, "Die Gäste (Kinder) essen zuerst, dann essen die Eltern."),
    (accept_all, "Die Gruppe wird für die Tat verantwortlich gemacht."),
    (simplify, "Die Befreiung gilt ab dem Monat, der im Brief genannt ist."),
    (accept_all, "Es werden gebraucht:"),
    # who says so; who lost *ist unterlegen*
    (condense, "Laut einer Umfrage schlafen Jugendliche heute eine Stunde weniger als früher."),
    (simplify, "Im Finale unterlag die Siegerin ihrer Schwester."),
    (condense, "Die Firma muss Insolvenz anmelden."),
    (condense, "Der Mann sagt, dass der Mensch von Natur aus gut ist."),
    (simplify, "Der Angriff legt kurzzeitig beliebte Seiten lahm."),
    # easy words that say something else beside these
    (condense, "Audi schloss sich 1932 gemeinsam mit DKW zur Auto Union AG zusammen."),
    (condense, "Der Verstorbene hat dies schriftlich verfügt."),
    (condense, "Viele demonstrieren gegen den Preis."),
    (condense, "Die Feuerwehr bringt das Feuer unter Kontrolle."),
    (condense, "Das senkt das Risiko für das Herz."),
    (accept_all, "Die Männer wurden dem Haftrichter vorgeführt."),
    (condense, "Der Sturm wird 12 Opfer fordern."),
    (accept_all, "Sie leben im Quartier Latin."),
    (accept_all, "Sie sprechen über die Invasion in Polen."),
    (accept_all, "Der Dom wurde 1880 vollendet."),
    # *nur noch* belongs to those who act; whoever is meant by *er* and *der Entleiher*
    (simplify, "Das Lied wird nur noch von wenigen Menschen gesungen."),
    (
        simplify,
        "Wer das Ticket verliert, bekommt keinen Ersatz, es sei denn, er meldet es sofort.",
    ),
    (accept_all, "Bei Verlust von Geld zahlt der Entleiher 10 Euro."),
    # who may ask for it does not get it; who works without pay does not do it for free
    (accept_all, "Dann hat die Schule Anspruch auf ein Attest."),
    (condense, "Sie arbeiten hier unentgeltlich."),
    # who frees themselves are people, no jobs; the person whom the clause picks
    (simplify, "Minijobs sind für Beschäftigte frei, wenn sie sich befreien lassen."),
    (accept_all, "Oft muss die Person dabei sein, die Sie im Alltag unterstützt."),
    # what must be is not only important; when and by whom it is done stays
    (accept_all, "Das ist zwingend."),
    (condense, "Bei Gefahr im Verzug reicht eine nachträgliche Anzeige mit Fotos."),
    (condense, "Die Abnahme erfolgt durch den Wart frühestens in der siebten Woche."),
    # by what it is decided
    (condense, "Über den Platz entscheidet die Leitung der Halle im Ort nach den freien Plätzen."),
)


@pytest.mark.parametrize(("way", "text"), _SAME, ids=[text[:40] for _, text in _SAME])
def test_a_draft_leaves_what_is_right(way: _Way, text: str) -> None:
    assert " ".join(way(text).sentences) == text


_SAID: tuple[tuple[_Way, str, str], ...] = (
    # who finds whom; the days of a street; what stops are called; verbs of two particles
    (
        simplify,
        "Bringen Sie die Karte mit, damit die Wahlhelfer Sie schneller finden.",
        "Bringen Sie die Karte mit. So finden die Wahlhelfer Sie schneller.",
    ),
    (
        condense,
        "Wegen des Umbaus wird die Lindenstraße vom 3. bis 14. Mai für alle Autos gesperrt.",
        "Wegen des Umbaus wird die Lindenstraße vom 3. bis 14. Mai für alle Autos gesperrt.",
    ),
    (
        condense,
        "Vor dem Ende der Arbeiten werden die Haltestellen Markt und Rathaus nicht bedient.",
        "Vor dem Ende der Arbeiten gilt: Die Haltestellen Markt und Rathaus werden nicht bedient.",
    ),
    (
        accept_all,
        "Das Bild zeigt zwölf Frauen, die sich mit dem Thema Heimat auseinandersetzen.",
        "Das Bild zeigt 12 Frauen. Diese Frauen setzen sich mit dem Thema Heimat auseinander.",
    ),
    (
        accept_all,
        "Das Amt teilt mit, dass der Antrag fehlt und dass Sie ihn stellen müssen.",
        "Das Amt sagt: Der Antrag fehlt. Und Sie müssen ihn stellen.",
    ),
    (condense, "Das wäre ein Fehler.", "Das ist ein Fehler."),
    # *Denn* leaves the place before the verb empty
    (
        simplify,
        "Bringen Sie es mit, da die Unterschrift vor dem Notar geleistet werden muss.",
        "Bringen Sie es mit. Denn die Unterschrift muss vor dem Notar geleistet werden.",
    ),
    (accept_all, "Ihr Antrag wurde abgelehnt.", "Das Amt hat Ihren Antrag abgelehnt."),
    # whoever fails to do it is the reader
    (
        accept_all,
        "Wird der Garten nicht gepflegt, kann der Verein den Vertrag kündigen.",
        "Sie pflegen den Garten nicht? Dann kann der Verein den Vertrag kündigen.",
    ),
    # any office is not the office
    (
        accept_all,
        "Eine andere Behörde prüft das nicht. Fragen Sie das Amt.",
        "Eine andere Behörde prüft das nicht. Fragen Sie das Amt.",
    ),
    (
        accept_all,
        "Wird der Kurs versäumt, nimmt die Behörde Ihnen das Auto weg.",
        "Sie versäumen den Kurs? Dann nimmt die Behörde Ihnen das Auto weg.",
    ),
    (
        accept_all,
        "Wasser darf nur mit Erlaubnis in den Kanal eingeleitet werden.",
        "Sie dürfen Wasser nur mit Erlaubnis in den Kanal einleiten.",
    ),
    # where from goes with the verb
    (
        simplify,
        "Stammt ein Partner aus dem Ausland, brauchen Sie ein Zeugnis.",
        "Ein Partner kommt aus dem Ausland? Dann brauchen Sie ein Zeugnis.",
    ),
    # *seine beiden* is in the case of its noun
    (
        accept_all,
        "Er sieht seine beiden Monarchien.",
        "Er sieht seine beiden Königreiche.",
    ),
    (
        simplify,
        "Eine Exmatrikulation erfolgt, wenn die Rückmeldung fehlt.",
        "Die Rückmeldung fehlt? Dann erfolgt eine Exmatrikulation.",
    ),
    (accept_all, "Der Pass wird benötigt.", "Sie brauchen den Pass."),
    # a fact of two
    (
        condense,
        "Der Fahrer wurde bei dem Unfall schwer verletzt und ins Krankenhaus gebracht.",
        "Der Fahrer wurde bei dem Unfall schwer verletzt. Der Fahrer wurde ins Krankenhaus "
        "gebracht.",
    ),
    (
        condense,
        "Sie bekommen kein Geld, weil Sie zu viel verdienen.",
        "Sie bekommen kein Geld. Denn Sie verdienen zu viel.",
    ),
    (
        condense,
        "Der Antrag wird nicht mehr abgelehnt, weil die Frist vorbei ist.",
        "Das Amt lehnt den Antrag nicht mehr ab. Denn die Frist ist vorbei.",
    ),
    (accept_all, "Ihre Kinder melden Sie im Büro an.", "Sie melden Ihre Kinder im Büro an."),
    (simplify, "Ihren Sohn melden Sie im Büro an.", "Sie melden Ihren Sohn im Büro an."),
    # when it was done, or how it is since
    (
        accept_all,
        "Der im Mai geprüfte Kran steht am Hafen.",
        "Der Kran steht am Hafen. Dieser Kran wurde im Mai geprüft.",
    ),
    (
        accept_all,
        "Der seit Mai gesperrte Kran steht am Hafen.",
        "Der Kran steht am Hafen. Dieser Kran ist seit Mai gesperrt.",
    ),
    (simplify, "Das Lied wird von wenigen Menschen gesungen.", "Wenige Menschen singen das Lied."),
    (simplify, "Der Eintritt ist unentgeltlich.", "Der Eintritt ist kostenlos."),
    (accept_all, "Kündigen Sie schriftlich bei uns.", "Kündigen Sie mit einem Brief bei uns."),
)


@pytest.mark.parametrize(("way", "text", "said"), _SAID, ids=[text[:40] for _, text, _ in _SAID])
def test_a_draft_says_what_the_text_says(way: _Way, text: str, said: str) -> None:
    assert " ".join(way(text).sentences) == said
