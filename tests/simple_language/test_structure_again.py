"""Conditions, clauses and their subjects: what is not certain stays, and nothing raises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.simple_language.model import Simplified
from a11y.simple_language.simplify import accept_all, condense, shorten, simplify


@pytest.mark.parametrize("door", [simplify, accept_all, condense, shorten])
@pytest.mark.parametrize("end", [".", "", "!"])
def test_an_exception_may_end_its_text_without_a_stop(
    door: Callable[[str], Simplified], end: str
) -> None:
    text = f"Sie müssen nichts zahlen, es sei denn, Sie kündigen zu spät{end}"
    assert "Ausnahme: Sie kündigen zu spät" in door(text).text


_STAYS = (
    # two clauses under one conjunction, two conjunctions for one clause
    "Wenn Sie umziehen oder sich Ihr Name ändert, müssen Sie das melden.",
    "Wenn Sie umziehen und sich Ihr Name ändert, müssen Sie das melden.",
    "Weil und solange er krank ist, bekommt er Geld.",
    "Er bekommt Geld, weil und soweit er krank ist.",
    "Wenn jeder der Partner zustimmt, gilt der Vertrag.",
    # it may be who else does something
    "Er wollte schlafen und sie lesen.",
    "Der Vater möchte schlafen und die Mutter lesen.",
    "Er wollte bleiben und seine Frau gehen.",
    # which one shall be brought
    "Bringen Sie den Ausweis mit, der noch gültig ist.",
    # *Sie* is she
    "Sie arbeitet viel, um Geld zu verdienen.",
    # from where, not by whom
    "Das Kind wird von der Schule abgeholt.",
    "Der Schüler wurde von der Schule verwiesen.",
    "Die Unterlagen sind von der Behörde abzuholen.",
    "Das Geld ist vom Sozialamt zu beantragen.",
    "Er wurde vom Abteilungsleiter zum Direktor befördert.",
    # somebody else is told of behind the joint
    "Das Schiff sank und mit ihm 200 Menschen.",
    "Das Dorf brannte und auch die Kirche.",
    "Sie sagte nichts und er auch nicht.",
    "Der Mann, der hier wohnt, und seine Frau starben.",
    "Der eine lachte, der andere weinte.",
    "Die Temperatur lag bei −5 °C.",
    "Er starb (†) in Wien.",
    # what opens the first statement limits the second, too; or that has its own subject
    "Ohne Ausweis dürfen Sie nicht wählen und bekommen keinen Stimmzettel.",
    "Bei Krankheit bekommen Sie Geld und müssen ein Attest schicken.",
    "Ab 18 Jahren dürfen Sie wählen und zahlen keine Beiträge.",
    "Bei Regen fällt das Fest aus und wird nachgeholt.",
    "Nach Ladenschluss gilt das Parkverbot nicht und kostet das Parken nichts.",
    "Für Kinder ist der Eintritt frei und gilt ein eigenes Programm.",
    "Als Rentner zahlen Sie weniger und dürfen kostenlos parken.",
    "Nur mit Termin dürfen Sie kommen und werden bedient.",
    "Selten kommt er und bleibt lange.",
    "Dort steht ein Haus und wohnt ein Mann.",
    "Im Winter frieren die Tiere und suchen die Vögel Futter.",
    "Hier arbeitet Anna und wohnt Peter.",
    # any cat
    "Eine Katze ist ein Tier und lebt im Haus.",
    "Ein Hund kann beißen und sollte angeleint sein.",
    "Ein Gewerbe muss angemeldet werden und kostet 20 Euro.",
    # to whom, and no owner; for that part
    "Wenn die Tat der Polizei gemeldet wird, beginnt die Prüfung.",
    "Wenn der Schaden der Versicherung mitgeteilt wurde, zahlt sie.",
    "Wenn der Fahrer der Polizei bekannt ist, bekommt er Post.",
    "Die Ersatzpflicht entfällt, soweit der Schaden durch höhere Gewalt verursacht wurde.",
    # no verb of a second statement, no relative clause, no part of the verb
    "Sie lernte schwimmen und tauchen.",
    "Die eine Hälfte kam, die andere blieb.",
    "Er machte keinen Gebrauch davon.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_in_doubt_it_stays(text: str) -> None:
    assert simplify(text).text == text


@pytest.mark.parametrize(
    ("text", "easier"),
    [
        (
            "Wenn der Vater nicht zahlt und das Kind unter 18 ist, zahlt das Amt Unterhalt.",
            "Der Vater zahlt nicht?\nUnd das Kind ist unter 18?\nDann zahlt das Amt Unterhalt.",
        ),
        (
            "Wenn keiner der Eltern arbeitet, entfällt der Anspruch.",
            "Keiner der Eltern arbeitet?\nDann entfällt der Anspruch.",
        ),
        (
            "Sie müssen das Formular ausfüllen und die Unterlagen schicken.",
            "Sie müssen das Formular ausfüllen.\nSie müssen die Unterlagen schicken.",
        ),
        (
            "Um Geld zu bekommen, müssen Sie einen Antrag stellen.",
            "Sie wollen Geld bekommen?\nDann müssen Sie einen Antrag stellen.",
        ),
        (
            "Danach gehen Sie zum Amt und holen den Ausweis.",
            "Danach gehen Sie zum Amt.\nDann holen Sie den Ausweis.",
        ),
        (
            "Wenn das Einkommen der Mutter steigt, melden Sie das.",
            "Das Einkommen von der Mutter steigt?\nDann melden Sie das.",
        ),
        ("Der Antrag wird von der Behörde geprüft.", "Die Behörde prüft den Antrag."),
        (
            "Ein Betrunkener fiel hin und rief um Hilfe.",
            "Ein Betrunkener ist hingefallen.\nDieser Betrunkene hat um Hilfe gerufen.",
        ),
        (
            "Ein Mann ging in das Haus und nahm das Geld.",
            "Ein Mann ist in das Haus gegangen.\nDieser Mann hat das Geld genommen.",
        ),
    ],
)
def test_beside_it_what_is_certain_is_rewritten(text: str, easier: str) -> None:
    assert simplify(text).text == easier
