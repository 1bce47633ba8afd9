"""However odd the text: an answer, nothing lost, bounded work."""

from __future__ import annotations

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


def test_a_missing_pipeline_is_one_clear_error() -> None:
    with pytest.raises(PipelineMissingError, match="KH-LANGUAGE-01"):
        analyse("Hallo.", pipeline="no_such_pipeline")


def test_a_damaged_table_is_one_clear_error(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(LexiconMissingError, match="KH-LANGUAGE-03"):
        list(tables._classes("nouns"))
