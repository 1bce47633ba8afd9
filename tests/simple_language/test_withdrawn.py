"""What a rule once wrote and no longer does: in doubt a sentence stays as its author wrote it."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import condense

_STAYS = (
    # who acts stands behind the verb, or the clause is what is asked
    "Wer Steuern hinterzieht, verfolgt das Finanzamt.",
    "Wer Eltern pflegt, entlastet der Staat.",
    "Wer einen Anspruch hat, ergibt sich aus dem Gesetz.",
    "Wer nicht haftet, steht im Vertrag.",
    "Wer auch immer den Hund findet, muss ihn melden.",
    # although, no wish
    "Mögen die Bürger auch klagen, der Bau geht weiter.",
    # who acts is said already, or the office would act on itself
    "Von der Stadt wird ein Zuschuss gezahlt.",
    "Durch die Stadt wird ein Zuschuss gezahlt.",
    "Von den Eltern ist das Kind abzuholen.",
    "Der Antrag darf nicht dadurch verzögert werden, dass Akten fehlen.",
    "Der Antrag wird an das Amt geschickt.",
    # denied, or not all of it said
    "Er leugnet, dass er das Geld hat.",
    "Sie bezweifelt, dass der Antrag fehlt.",
    "Wir verneinen, dass der Antrag fehlt.",
    "Das Amt meldet, dass der Antrag fehlt und die Frist läuft.",
    "Das Amt kann von Ihnen verlangen, dass Sie kommen, und Sie einladen.",
    "Wir wollen Sie davor bewahren, dass Sie Geld verlieren.",
    # a second fact
    "Er ist 1990 in den Bergen bei einem Ausflug mit Freunden gestürzt und gestorben.",
    "Der Mann wurde im Sommer von dem Gericht in München verurteilt und die Frau aus Augsburg "
    "freigesprochen.",
    # a condition that is not met
    "Hätten Sie früher bezahlt, wäre keine Mahnung gekommen.",
    "Wären Sie früher gekommen, hätte das Amt den Antrag geprüft.",
    "Käme der Antrag früher, würde das Amt schneller arbeiten.",
    # part of a name
    "Bringen Sie den Antrag (Formular 12) mit.",
    "Die Gebühr (25) steht im Brief.",
    "Laut Polizei soll der Täter geflohen sein.",
    "Je früher Sie kommen, desto schneller sind Sie fertig.",
    "Das Amt – so der Bürgermeister – arbeitet langsam.",
    "Das Amt, so der Bürgermeister, arbeitet langsam.",
    # what the infinitive is about, to whom, and who refuses
    "Von Fragen zum Stand bitten wir abzusehen.",
    "Die Mitnahme von Kinderwagen in Bussen kann bei Gedränge abgelehnt werden.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_in_doubt_a_sentence_stays(text: str) -> None:
    assert condense(text).text == text


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("Wer das Auto fuhr, ist unklar.", "Wer das Auto gefahren hat, ist unklar."),
        (
            "Der Bürgermeister wurde bei dem Unfall auf der Straße schwer verletzt und wurde ins "
            "Krankenhaus gebracht.",
            "Der Bürgermeister wurde bei dem Unfall auf der Straße schwer verletzt.\n"
            "Der Bürgermeister wurde ins Krankenhaus gebracht.",
        ),
        (
            "Der zuletzt vor drei Jahren geprüfte Kran steht still.",
            "Der zuletzt vor 3 Jahren geprüfte Kran steht still.",
        ),
        # beside them, what is still written anew
        (
            "Wer einen Hund hat, muss das Tier dem Amt zeigen.",
            "Jemand hat einen Hund?\nDann muss diese Person das Tier dem Amt zeigen.",
        ),
        (
            "Der Vater bewahrte das Kind vor einem Sturz.",
            "Der Vater hat das Kind vor einem Sturz bewahrt.",
        ),
        ("Vom 1. Mai an wird die Gebühr erhoben.", "Vom 1. Mai an erhebt das Amt die Gebühr."),
        ("Der Antrag wird geprüft.", "Das Amt prüft den Antrag."),
        ("Der Antrag muss beim Amt gestellt werden.", "Sie müssen den Antrag beim Amt stellen."),
        (
            "Hunde (ausgenommen Blindenhunde) sind verboten.",
            "Hunde sind verboten.\nAusnahme: Blindenhunde.",
        ),
        ("Laut Gesetz müssen Sie zahlen.", "Nach dem Gesetz müssen Sie zahlen."),
        (
            "Je mehr Sie verdienen, desto höher ist die Gebühr.",
            "Sie verdienen mehr?\nDann ist die Gebühr höher.",
        ),
        ("Das Amt – aus gutem Grund – arbeitet langsam.", "Das Amt arbeitet langsam."),
    ],
)
def test_what_is_certain_is_written(text: str, draft: str) -> None:
    assert condense(text).text == draft


def test_two_things_to_whom_are_no_list() -> None:
    text = "Nach dem Unfall muss der Fahrer den Schaden der Polizei oder dem Pächter melden."
    assert "\n- " not in condense(text).text
