"""What a reader who wrote none of the rules found wrong in drafts of letters from offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.simple_language.data_file import data_file
from a11y.simple_language.model import Simplified
from a11y.simple_language.simplify import accept_all, condense, shorten, simplify
from a11y.simple_language.words.easy_words import replacements

_Way = Callable[[str], Simplified]

_SAID: tuple[tuple[_Way, str, str], ...] = (
    # what denies, or is new, stays where it stood
    (
        accept_all,
        "Im Bürgerhaus können wegen einer Störung zurzeit keine Pässe ausgegeben werden.",
        "Im Bürgerhaus kann das Amt wegen einer Störung zurzeit keine Pässe ausgeben.",
    ),
    (
        accept_all,
        "Für Kopien werden nach der Satzung Gebühren erhoben.",
        "Für Kopien erhebt das Amt nach der Satzung Gebühren.",
    ),
    # when and where it is done belongs to no office, nor to a city
    (
        accept_all,
        "Für Taubstumme und Schwerhörige stellt die Volkshochschule bei rechtzeitiger Anmeldung "
        "einen Dolmetscher zur Verfügung.",
        "Für Taubstumme und Schwerhörige gilt: Die Volkshochschule stellt bei rechtzeitiger "
        "Anmeldung einen Dolmetscher zur Verfügung.",
    ),
    (
        accept_all,
        "Für die Dauer der Bauarbeiten richtet die Stadt in der Schillerstraße eine Haltestelle "
        "ein.",
        "Für die Dauer von den Bauarbeiten gilt: Die Stadt richtet in der Schillerstraße eine "
        "Haltestelle ein.",
    ),
    # meanwhile is no empty word
    (
        accept_all,
        "Geliehene Medien können währenddessen in den Kasten neben dem Eingang geworfen werden.",
        "Sie können geliehene Medien in dieser Zeit in den Kasten neben dem Eingang werfen.",
    ),
    # noch would be denied
    (
        accept_all,
        "Sie reichen die Papiere nicht bis zum Termin nach.",
        "Sie reichen die Papiere nicht bis zum Termin nach.",
    ),
    # both that may come would need another case
    (
        condense,
        "So kann es zu Schwankungen und einer leichten Trübung kommen.",
        "So kann es zu Schwankungen und einer leichten Trübung kommen.",
    ),
    # a relative clause, though two of its words look like a statement
    (
        simplify,
        "Der Kurs ist für Zugewanderte, die Grundkenntnisse haben und ihre Aussprache verbessern "
        "wollen.",
        "Der Kurs ist für Zugewanderte, die Grundkenntnisse haben und ihre Aussprache verbessern "
        "wollen.",
    ),
    # a condition of the second only
    (
        simplify,
        "Der Fund wird sechs Monate lang aufbewahrt und danach verkauft, wenn sich niemand meldet.",
        "Der Fund wird 6 Monate lang aufbewahrt und danach verkauft, wenn sich niemand meldet.",
    ),
    # words that are spoken of
    (
        simplify,
        "Die Wörter klauen und mogeln gelten als umgangssprachlich.",
        "Die Wörter klauen und mogeln gelten als umgangssprachlich.",
    ),
    # where to, and for what somebody was honoured
    (
        condense,
        "Einmal im Jahr lädt der Oberbürgermeister alle Neubürger zu einem Empfang in den "
        "historischen Ratssaal ein.",
        "Einmal im Jahr lädt der Oberbürgermeister alle Neubürger zu einem Empfang in den "
        "historischen Ratssaal ein.",
    ),
    (
        condense,
        "Der Roman über das Leben zweier Schwestern im hohen Norden wurde mit dem Literaturpreis "
        "ausgezeichnet.",
        "Der Roman über das Leben zweier Schwestern im hohen Norden wurde mit dem Literaturpreis "
        "ausgezeichnet.",
    ),
    # what a wanted thing must be like is no fact told of it
    (
        accept_all,
        "Für das Fest ist ein Konzept vorzulegen, das mit der Polizei abgestimmt ist.",
        "Für das Fest müssen Sie ein Konzept zeigen. Dieses Konzept muss mit der Polizei "
        "abgestimmt sein.",
    ),
    # the photographs belong to no plot
    (
        accept_all,
        "Dem Antrag sind eine Zeichnung des Grundstücks und Fotos vom Haus beizufügen.",
        "Dem Antrag sind eine Zeichnung vom Grundstück und Fotos vom Haus beizufügen.",
    ),
    # what a pronoun means stands in front of it
    (
        simplify,
        "Sie bekommen eine elektronische Rechnung, wenn Sie dem nicht widersprechen.",
        "Sie bekommen eine elektronische Rechnung, wenn Sie dem nicht widersprechen.",
    ),
    # neither the reader nor an office does it
    (
        accept_all,
        "Auf dem Flohmarkt dürfen nur gebrauchte Gegenstände angeboten werden.",
        "Auf dem Flohmarkt dürfen nur gebrauchte Gegenstände angeboten werden.",
    ),
    (
        accept_all,
        "Sperrmüll wird nur mitgenommen, wenn er am Abholtag am Gehweg liegt.",
        "Sperrmüll liegt am Abholtag am Gehweg? Nur dann wird Sperrmüll mitgenommen.",
    ),
    (
        accept_all,
        "Bei Frost kann die Beerdigung verschoben werden.",
        "Bei Frost kann die Beerdigung verschoben werden.",
    ),
    # for whom they can be reached, not whose rooms
    (
        condense,
        "Seit dem Umzug der Meldestelle in den Neubau sind die Räume für Rollstuhlfahrer stufenlos "
        "erreichbar.",
        "Seit dem Umzug von der Meldestelle in den Neubau sind die Räume für Rollstuhlfahrer "
        "stufenlos erreichbar.",
    ),
    # somebody brought them
    (
        accept_all,
        "Die im Fundbüro abgegebenen Fahrräder können bei der Versteigerung im Bauhof erworben "
        "werden.",
        "Sie können die Fahrräder bei der Versteigerung im Bauhof erwerben. Diese Fahrräder wurden "
        "im Fundbüro abgegeben.",
    ),
    # each month, not a fee each month about which
    (
        accept_all,
        "Neben der Miete ist jeden Monat eine Pauschale für Heizung und warmes Wasser zu zahlen.",
        "Neben der Miete müssen Sie jeden Monat eine Pauschale für Heizung und warmes Wasser "
        "zahlen.",
    ),
    # whether they must be elected, too, form does not show
    (
        simplify,
        "Der Beirat hat acht Mitglieder, die für vier Jahre gewählt werden und volljährig sein "
        "müssen.",
        "Der Beirat hat 8 Mitglieder, die für 4 Jahre gewählt werden und volljährig sein müssen.",
    ),
    # half of the verb is no item of a list, and half of a statement no afterthought
    (
        accept_all,
        "Sie sollten früh mit dem Ordnungsamt, der Polizei und dem Rettungsdienst Kontakt "
        "aufnehmen.",
        "Sie sollten früh mit dem Ordnungsamt, der Polizei und dem Rettungsdienst Kontakt "
        "aufnehmen.",
    ),
    (
        accept_all,
        "Ein Drittel der Plätze wird nach sozialen Kriterien, der Rest nach der Reihenfolge der "
        "Anmeldungen vergeben.",
        "Ein Drittel von den Plätzen wird nach sozialen Kriterien, der Rest nach der Reihenfolge "
        "von den Anmeldungen vergeben.",
    ),
    # books are looked at
    (
        condense,
        "Das Archiv hat alte Bücher, die Familien nach Anmeldung einsehen können.",
        "Das Archiv hat alte Bücher. Diese Bücher können Familien nach Anmeldung einsehen.",
    ),
    # when it is done
    (
        condense,
        "Über den Widerspruch entscheidet die Bezirksregierung, nachdem die Stadt den Vorgang "
        "dorthin abgegeben hat.",
        "Über den Widerspruch entscheidet die Bezirksregierung, nachdem die Stadt den Vorgang "
        "dorthin abgegeben hat.",
    ),
)


@pytest.mark.parametrize(("way", "text", "said"), _SAID)
def test_says_what_the_letter_said(way: _Way, text: str, said: str) -> None:
    told = " ".join(way(text).sentences)
    assert told.startswith(said), told


_APART: tuple[tuple[_Way, str, str], ...] = (
    # a bare plural behind who acts is what is acted on
    (
        shorten,
        "Um langfristig bezahlbaren Wohnraum zu sichern, erwirbt die Stadt Grundstücke entlang der "
        "Bahnlinie.",
        "Die Stadt Grundstücke",
    ),
    # nobody's age drives; not all are closed; no half of a phrase; who acts stays with its verb
    (
        accept_all,
        "Für Kinder unter sechs Jahren, die mit einem Erwachsenen fahren, ist die Fähre kostenlos.",
        "Diese Jahre",
    ),
    (
        accept_all,
        "Am Heiligabend und an Silvester sind sämtliche Dienststellen der Stadtverwaltung mit "
        "Ausnahme des Bereitschaftsdienstes geschlossen.",
        "Und zwar außer",
    ),
    (
        accept_all,
        "Die Straßenlaternen im Neubaugebiet werden schrittweise auf stromsparende Leuchten "
        "umgerüstet.",
        "Und zwar für Schritt",
    ),
    (
        accept_all,
        "In der ersten Woche strömten mehr als eine Million neugierige Zuschauer in die Kinos.",
        "Und zwar in die Kinos",
    ),
    (
        accept_all,
        "Die Kosten werden in diesem Jahr bis zu einem Betrag von 1.774 Euro von der Pflegekasse "
        "übernommen.",
        "Und zwar",
    ),
    (
        accept_all,
        "Ihre Einwilligung zur Veröffentlichung des Fotos können Sie jederzeit mit Wirkung für die "
        "Zukunft widerrufen.",
        "Und zwar für die Zukunft",
    ),
    (
        condense,
        "Die Aula darf in Zukunft von höchstens 180 Personen zur gleichen Zeit genutzt werden.",
        "Und zwar zur gleichen Zeit",
    ),
)


@pytest.mark.parametrize(("way", "text", "torn"), _APART)
def test_keeps_together_what_belongs_together(way: _Way, text: str, torn: str) -> None:
    assert torn not in " ".join(way(text).sentences)


def test_no_proposal_turns_a_telling_word_into_an_empty_one() -> None:
    """An empty word is left out next: *zusätzlich* and *währenddessen* would be gone."""
    empty = set(data_file("condensing")["empty"].split())
    proposed = replacements()["words"]["unsafe"]
    told = {"zusätzlich", "währenddessen", "unterdessen", "derweil"}
    assert not {word for word in told if proposed.get(word) in empty}


def test_one_afterthought_is_enough() -> None:
    said = condense(
        "Die im Fundbüro abgegebenen Fahrräder können nach Ablauf von sechs Monaten bei der "
        "Versteigerung im Bauhof erworben werden."
    )
    assert sum(line.startswith("Und zwar") for line in said.sentences) < 2
