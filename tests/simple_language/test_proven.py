"""What is written without an editor because its place proves it right, and the places beside it."""

from __future__ import annotations

import pytest

from a11y.simple_language import simplify

_WRITTEN = (
    # a lone sign of an edition or template
    ("Er geht {in den Garten.", "Er geht in den Garten."),
    # a question says nothing as a fact
    ("Was könnten die Menschen mir antun?", "Was können die Menschen mir antun?"),
    ("Könnten Sie mir das Formular schicken?", "Können Sie mir das Formular schicken?"),
    # so does one to somebody else
    ("„Bist du müde?“", "Bist du müde?"),
    # names in the genitive
    ("Die Hauptstadt Frankreichs ist groß.", "Die Hauptstadt von Frankreich ist groß."),
    ("Sie lebt im Herzen Berlins.", "Sie lebt im Herzen von Berlin."),
    ("Das ist das Wort Gottes.", "Das ist das Wort von Gott."),
    # a cry has its sign already
    ("Er hat gerufen: Halt! und er ging weg.", "Er hat gerufen: Halt!\nEr ist weggegangen."),
    # a pronoun with its verb behind a comma and *und*; some of those counted
    ("Also passt auf, denn ich habe es gesagt.", "Also passt auf.\nDenn ich habe es gesagt."),
    ("Die Liebe trägt uns, und wir meinen dies.", "Die Liebe trägt uns.\nWir meinen dies."),
    ("Er hat 3 Kinder, zwei davon leben hier.", "Er hat 3 Kinder.\n2 davon leben hier."),
    ("Geh und leg dich wieder hin!", "Geh.\nLeg dich wieder hin!"),
    # told of for the first time
    ("Da war ein Mann, der Zachäus hieß.", "Da war ein Mann.\nDieser Mann hieß Zachäus."),
    ("Dort liegt ein Buch, das Ihnen hilft.", "Dort liegt ein Buch.\nDieses Buch hilft Ihnen."),
    # *aber* says it; how much more; one noun said once more
    ("Das Rad ist zwar alt, aber gut.", "Das Rad ist alt, aber gut."),
    ("Die Miete ist erheblich höher.", "Die Miete ist viel höher."),
    ("Sie baute ein Haus, das Rathaus.", "Sie hat ein Haus gebaut, das Rathaus."),
    # easy words in the place where they are right
    ("Das Konzert findet im Freien statt.", "Das Konzert findet draußen statt."),
    ("Möglicherweise kommt der Zug später.", "Vielleicht kommt der Zug später."),
    ("Der Versand dauert meist nur einen Tag.", "Der Versand dauert meistens nur einen Tag."),
    ("Daraufhin hat der Mieter gekündigt.", "Dann hat der Mieter gekündigt."),
    ("Die gesamte Stadt war dunkel.", "Die ganze Stadt war dunkel."),
    ("Im gesamten Haus ist Rauchen verboten.", "Im ganzen Haus ist Rauchen verboten."),
    ("Nach Ansicht des Gerichts ist das falsch.", "Nach Meinung des Gerichts ist das falsch."),
    ("Bei Schwierigkeiten rufen Sie an.", "Bei Problemen rufen Sie an."),
    ("Ein Park von 12 km² ist groß.", "Ein Park von 12 Quadratkilometern ist groß."),
    ("Nach 1 km ist ein Tor.", "Nach 1 Kilometer ist ein Tor."),
    ("Der Park ist 12 km² groß.", "Der Park ist 12 Quadratkilometer groß."),
)

_STAYS = (
    # places to fill in, and what may be a set or a face
    "Hallo {Name}, willkommen.",
    "Bitte tragen Sie {Name} und {Datum ein.",
    # no question for what can be, or one that says the contrary
    "Wer könnte da noch lachen?",
    "Wie könnte ich dich vergessen?",
    "Wer könnte das schon bezahlen?",
    "Was könnte passiert sein?",
    "Könnte das Amt den Antrag nicht ablehnen?",
    "Was könnte man tun und was würde es kosten?",
    "Wir könnten Ihnen helfen.",
    "Könnten Kinder kommen, müssten wir öffnen?",
    # the reader, and who writes
    "„Sie bekommen kein Geld.“",
    "„Wir kommen morgen.“",
    "„Dein Antrag ist abgelehnt.“",
    "„Bekommen Sie kein Geld?“",
    # names of parties and of people, opposite directions, two owners
    "Die Linke Partei Deutschlands tagt.",
    "Der Sänger Peters singt.",
    "Die Familie Jacobs wohnt hier.",
    "Das Haus Peters ist leer.",
    "Die Einfuhren Chinas steigen.",
    "Die Unabhängigkeit Indiens war 1947.",
    "Die Befreiung Kuwaits war 1991.",
    "Die Abspaltung Kataloniens droht.",
    "Die Wirtschaft Polens und Ungarns wächst.",
    "Die Stadt Paris ist groß.",
    "Im Namen Gottes ist das gut.",
    "Die Mutter Gottes steht in der Kirche.",
    "Im Sommer werden Arbeiter Polens geschätzt.",
    # a condition, what somebody says, whoever it is, what holds for both
    "Tu das, und du wirst leben.",
    "Er sagt, er kommt, und er bringt Geld.",
    "Sie glaubt, er kommt, und er bringt Geld.",
    "Wenn es regnet, und ich habe Zeit, bleibe ich da.",
    "Jeder Gast zahlt selbst, und er bekommt eine Karte.",
    "Es gibt keine 3 Läden, 2 davon sind zu.",
    "Sie dürfen 3 Räder mitbringen, 2 davon müssen klein sein.",
    "Sei so gut und hilf mir!",
    # which one, one of many, or not one alone
    "Für den Antrag reicht ein Ausweis, der gültig ist.",
    "Hier darf ein Hund liegen, der klein ist.",
    "Jeden Tag kommt ein Gast, der laut ist.",
    "Vielleicht kommt dort ein Arzt, der Ihnen hilft.",
    "Vielleicht kauft er ein Haus, das leer ist.",
    "Dann beantragt die Gemeinde Geld vom Land und beginnt mit dem Bau.",
    "In Betracht kommt ein Haus, das leer ist.",
    "Da kommt kein Arzt, der Ihnen hilft.",
    # what tells it more closely, and no more than a little
    "Er kommt, und zwar morgen, aber spät.",
    "Das ist nicht wesentlich besser.",
    "Das ist erheblich.",
    # places where the easy word says something else
    "Wir spielen im Freien Theater.",
    "Das ist der weitaus größte Teil.",
    "Die weitaus meisten Kinder lesen.",
    "Die meist jungen Leute feiern.",
    "Die meist gelesenen Bücher stehen hier.",
    "Daraufhin prüfen wir, ob alles da ist.",
    "Sie zahlen die gesamten Kosten.",
    "Eine gesamte Liste gibt es nicht.",
    "Die Ansicht der Karte hilft.",
    "Nach Ansicht der Fotos hat das Gericht entschieden.",
    "Er ist in Schwierigkeiten.",
    "Das ist nun einmal so.",
)


@pytest.mark.parametrize(("text", "easy"), _WRITTEN)
def test_what_its_place_proves_is_written(text: str, easy: str) -> None:
    assert simplify(text).text == easy


@pytest.mark.parametrize("text", _STAYS)
def test_what_stands_beside_it_stays(text: str) -> None:
    assert simplify(text).text == text
