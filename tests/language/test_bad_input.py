"""However odd the text: an answer, nothing lost, bounded work."""

from __future__ import annotations

import random
import time

import pytest

from a11y.language import analyse
from a11y.language.errors import LexiconMissingError, PipelineMissingError
from a11y.language.layout import MAX_TOKENS
from a11y.language.lexicon import tables

ODD = {
    "empty": "",
    "blank": " \n\t\n",
    "emoji": "😀👍🏽 Hallo 🇩🇪!",
    "html": "<p>Der <b>Antrag</b> ist <i>neu</i>.</p><ul><li>Eins</li></ul><script>x=1</script>",
    "capitals": "DER ANTRAG MUSS BIS ZUM 31.12. GESTELLT WERDEN!",
    "small": "der antrag muss bis morgen gestellt werden",
    "english": "Please bring your passport. If you have questions, call us!",
    "marks": "?!?!... --- *** ((( ))) „“ ‚‘ // §§§ %%%",
    "no full stop": "Sie müssen kommen Sie müssen zahlen Sie müssen gehen",
    "control": "a\x00b\x07 \ufeffText\u200b mit \u00ad Zeichen",
    "one letter": "x",
    "verbs": "ist hat wird kann muss zu zu zu und und oder , , , dass wenn der die das",
    "arabic": "مرحبا بالعالم",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_answered(text: str) -> None:
    analysis = analyse(text)
    assert analysis.text == text
    in_clauses = sorted(i for clause in analysis.clauses for i in clause.tokens)
    assert in_clauses == list(range(len(analysis.tokens)))


def test_long_text_is_cut_into_bounded_sentences() -> None:
    text = (
        "Der Antrag, der gestellt wird, und das Amt " * 60 + "Amtsleitungskonferenzvorlage " * 3500
    )
    assert len(text) > 100_000
    analysis = analyse(text)
    assert max(s.tokens[1] - s.tokens[0] for s in analysis.sentences) <= MAX_TOKENS


HOSTILE = {
    "a thousand words": "Der Antrag, der " + " und ".join(["gestellt wird, weil er gilt"] * 150),
    "semicolons": "; ".join(["wer arbeitet, zahlt nichts"] * 150),
    "brackets": "(" * 400 + "Antrag" + ")" * 400,
    "brackets never closed": "Der Antrag ( dass müssen " * 150,
    "days": "Mo–" * 500 + "8–12 Uhr",
    "weeks": "jeden ersten " * 500 + "Montag",
    "appointments": "Mo nach " + "telefonischer " * 700 + "Absprache",
    "ranges": "3 bis " * 400 + "4 Tage",
    "table": "\n".join(f"| Klasse {n} | {n},50 € | Mo–Fr 8–12 Uhr | zu |" for n in range(100)),
    "prices": "Kinder 5 Euro, " * 100,
    "requests": "Bring mit und " * 150,
    "greetings": "Sehr geehrte Frau, " * 150,
    "one word": "Donaudampfschifffahrt" * 150,
    "points": "1.2.3.4.5.6.7.8.9." * 150,
    "slips": "gepüft benötgen könen qwertz " * 100,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_answered_in_bounded_time(text: str) -> None:
    analyse("Guten Tag.")  # loading does not count
    started = time.process_time()
    analysis = analyse(text)
    assert time.process_time() - started < 5
    in_clauses = sorted(i for clause in analysis.clauses for i in clause.tokens)
    assert in_clauses == list(range(len(analysis.tokens)))


def test_words_in_any_order_stand_in_one_clause_each() -> None:
    words = """der die das Antrag wird geprüft und oder , ; : ( ) – wenn dass ob welche zu müssen
        Sie du frag bring § 5 Abs. 2 i. V. m. 8–12 Uhr 3,50 € frei weder noch deren bis von
        Liebe geehrte Gefällt werden hat""".split()  # noqa: SIM905 - a list of strings hides them
    order = random.Random(7)
    for _ in range(60):
        text = " ".join(order.choices(words, k=order.randint(3, 25)))
        analysis = analyse(text)
        in_clauses = sorted(i for clause in analysis.clauses for i in clause.tokens)
        assert in_clauses == list(range(len(analysis.tokens))), text
        assert all(
            c.parent is None or 0 <= c.parent < len(analysis.clauses) for c in analysis.clauses
        )


def test_a_line_that_ends_with_a_comma_is_analysed() -> None:
    assert analyse("Sie brauchen dafür,").text == "Sie brauchen dafür,"


def test_a_missing_pipeline_is_one_clear_error() -> None:
    with pytest.raises(PipelineMissingError, match="KH-LANGUAGE-01"):
        analyse("Hallo.", pipeline="no_such_pipeline")


def test_a_damaged_table_is_one_clear_error(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(LexiconMissingError, match="KH-LANGUAGE-03"):
        list(tables._classes("nouns"))


@pytest.mark.parametrize(
    "text",
    [
        "Den Ausweis bekommen Personen, die blind sind, wenn sie ihn bei der Stadt beantragen.",
        "Wo, wann und wie oft Sie zahlen müssen, steht im Bescheid (Seite 2), den Sie bekommen.",
        "„Das Amt“, sagte sie, „prüft, ob etwas fehlt; dann zahlt es 1.200,50 Euro aus.“",
    ],
)
def test_whatever_a_line_breaks_off_behind_can_be_read(text: str) -> None:
    for end in range(1, len(text) + 1):
        assert analyse(text[:end]).text == text[:end]
