"""An easy verb in a hard one's place: phrases, *sich*, prepositions, cases, auxiliaries, frames."""

from __future__ import annotations

import pytest

from a11y.simple_language import Suggestion, suggest
from a11y.simple_language.grammar import verbal
from a11y.simple_language.words.easy_words import replacements
from a11y.simple_language.words.verb_wording import Wording, wording


def _made(text: str, rule: str = "hard-verb") -> str | None:
    found: list[Suggestion] = [one for one in suggest(text) if one.rule == rule]
    if not found or found[0].replacement is None:
        return None
    return text[: found[0].start] + found[0].replacement + text[found[0].end :]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("geben", Wording(verb="geben")),
        ("sich beeilen", Wording(verb="beeilen", reflexive=True)),
        ("ins Gefängnis bringen", Wording(verb="bringen", phrase="ins Gefängnis")),
        (
            "Angst haben vor",
            Wording(verb="haben", phrase="Angst", preposition="vor", case="Dat"),
        ),
        ("wohnen in+dat", Wording(verb="wohnen", preposition="in", case="Dat")),
        ("bedürfen +gen", Wording(verb="bedürfen", case="Gen")),
        ("verfügen über", Wording(verb="verfügen", preposition="über", case="Acc")),
    ],
)
def test_a_cell_of_the_table(cell: str, read: Wording) -> None:
    assert wording(cell) == read


@pytest.mark.parametrize("kind", ["safe", "unsafe"])
def test_every_easy_verb_can_be_inflected(kind: str) -> None:
    verbs = {wording(easy).verb for easy in replacements()["verbs"][kind].values()}
    assert {v for v in verbs if verbal.participle(v) is None and v != "dazulegen"} == set()


def test_no_easy_verb_of_the_table_is_itself_replaced_unattended() -> None:
    safe = replacements()["verbs"]["safe"]
    assert {k: e for k, e in safe.items() if wording(e).verb in safe and " " not in e} == {}


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Die Polizei inhaftiert den Mann.", "Die Polizei bringt den Mann ins Gefängnis."),
        (
            "Die Polizei hat den Mann inhaftiert.",
            "Die Polizei hat den Mann ins Gefängnis gebracht.",
        ),
        ("Der Mann wurde inhaftiert.", "Der Mann wurde ins Gefängnis gebracht."),
        ("Sie will den Mann inhaftieren.", "Sie will den Mann ins Gefängnis bringen."),
        ("Sie hat vor, ihn zu inhaftieren.", "Sie hat vor, ihn ins Gefängnis zu bringen."),
        ("Er sagt, dass sie ihn inhaftierte.", "Er sagt, dass sie ihn ins Gefängnis brachte."),
    ],
)
def test_a_phrase_stands_where_a_particle_would(text: str, easy: str) -> None:
    assert _made(text) == easy


@pytest.mark.parametrize(
    "text",
    [
        "Der Mann ist inhaftiert.",  # *ist ins Gefängnis gebracht* is nothing that is
        "Er erkrankte wie sein Vater.",
        "Er bangt nicht um sein Geld.",  # *hat nicht Angst*
        "Der Mann verunglückte tödlich.",  # *hatte tödlich einen Unfall*
    ],
)
def test_where_a_phrase_has_no_room_an_editor_is_told(text: str) -> None:
    assert _made(text) is None
    assert any(one.rule == "hard-verb" for one in suggest(text))


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Der Unfall ereignete sich am Montag.", "Der Unfall passierte am Montag."),
        ("Das Haus befindet sich am Markt.", "Das Haus ist am Markt."),
        ("Er sputet sich.", "Er beeilt sich."),
        ("Der Mann fürchtete sich.", "Der Mann hatte Angst."),
        ("Das Amt verwaltet die Gräber.", "Das Amt kümmert sich um die Gräber."),
        ("Hier verwaltet er die Gräber.", "Hier kümmert er sich um die Gräber."),
    ],
)
def test_sich_goes_stays_or_comes_with_the_verb(text: str, easy: str) -> None:
    assert _made(text) == easy


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Die Stadt verfügt über ein Bad.", "Die Stadt hat ein Bad."),
        ("Über ein Auto verfügt er nicht.", "Ein Auto hat er nicht."),
        ("Er bangt um seinen Sohn.", "Er hat Angst um seinen Sohn."),
        ("Sie möchten Ihr Kind betreuen.", "Sie möchten für Ihr Kind sorgen."),
        ("Das Amt bekämpft die Armut.", "Das Amt kämpft gegen die Armut."),
        ("Der Hund, den er bewachte, schlief.", "Der Hund, auf den er aufpasste, schlief."),
        ("Sie müssen den Preis erfragen.", "Sie müssen nach dem Preis fragen."),
        ("Er beharrt auf seinem Recht.", "Er bleibt bei seinem Recht."),
        ("Die Stadt beglückwünscht den Sieger.", "Die Stadt gratuliert dem Sieger."),
        ("Die Stadt beglückwünscht Sie.", "Die Stadt gratuliert Ihnen."),
        ("Der Lärm ängstigt die Kinder.", "Der Lärm macht den Kindern Angst."),
        ("Das Amt beugt dem Streit vor.", "Das Amt verhindert den Streit."),
        ("Der Umbau bedarf einer Erlaubnis.", "Der Umbau braucht eine Erlaubnis."),
        ("Er entledigte sich der Jacke.", "Er wurde die Jacke los."),
    ],
)
def test_the_object_stands_as_the_easy_verb_takes_it(text: str, easy: str) -> None:
    assert _made(text) == easy


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt beglückwünscht Anna und den Sieger.",
        "Sie lassen das Kind betreuen.",
        "Die Armut wird bekämpft.",  # nobody *wird gegen gekämpft*
        "Er befürchtet, dass es regnet.",
        "IG Bau propagiert „Bündnis Arbeit“.",
    ],
)
def test_an_object_that_is_not_certain_stays(text: str) -> None:
    assert _made(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Und es begab sich zu der Zeit.",
        "Er eignete sich das Land an.",
        "Er erwarb den Führerschein.",
    ],
)
def test_beside_some_words_a_verb_means_something_else(text: str) -> None:
    assert not any(one.rule == "hard-verb" for one in suggest(text))


def test_a_bare_finite_form_takes_its_number_from_the_subject() -> None:
    made = _made("Er sagt, dass der Nachbar das Haus besitzt.")
    assert made == "Er sagt, dass der Nachbar das Haus hat."


def test_a_participle_behind_wie_is_no_finite_verb() -> None:
    assert _made("Der Mann ist wie sein Vater erkrankt.") is None


def test_of_two_preterites_the_usual_one_is_written() -> None:
    assert _made("Er bewerkstelligte den Umzug.") == "Er schaffte den Umzug."


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Die Partei übt Kritik an dem Plan.", "Die Partei kritisiert den Plan."),
        ("Die Partei übt Kritik am Plan.", "Die Partei kritisiert den Plan."),
        ("Der Rat erteilt dem Plan eine Absage.", "Der Rat lehnt den Plan ab."),
        ("Die Lehrer erteilen den Kindern Unterricht.", "Die Lehrer unterrichten die Kinder."),
        ("Das Amt nimmt den Umbau in Angriff.", "Das Amt fängt mit dem Umbau an."),
        ("Das Amt nimmt das Haus in Augenschein.", "Das Amt sieht das Haus an."),
        ("Das Programm findet hier Verwendung.", "Das Programm wird hier benutzt."),
        ("Das Programm hat Verwendung gefunden.", "Das Programm wurde benutzt."),
        ("Er ist dabei ums Leben gekommen.", "Er ist dabei gestorben."),
        ("Sie setzte sich zur Wehr.", "Sie wehrte sich."),
        ("Er nahm sich das Leben.", "Er tötete sich."),
        ("Nehmen Sie bitte Platz.", "Setzen Sie sich bitte."),
    ],
)
def test_a_frame_becomes_its_verb(text: str, easy: str) -> None:
    assert _made(text, "nominal-style") == easy


@pytest.mark.parametrize(
    "text",
    [
        "Die Partei übt scharfe Kritik am Plan.",  # *scharfe* would be left over
        "Die Partei übt keine Kritik am Plan.",
        "Der Plan wird in Erwägung gezogen.",  # *wird nachgedacht*
    ],
)
def test_a_frame_with_words_of_its_own_stays(text: str) -> None:
    assert _made(text, "nominal-style") is None
