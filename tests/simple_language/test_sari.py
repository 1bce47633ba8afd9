"""Both ways of counting SARI: by hand, against EASSE's own figures, and what they reward."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from a11y.bench import simplify, simplify_sari
from a11y.simple_language.sari import corpus_sari, mean_sari, sari

SOURCE, REFERENCE = "Die Kosten des Verfahrens trägt das Amt.", "Das Amt zahlt das Verfahren."

PAIRS = [
    (
        "Der Antrag muss von der antragstellenden Person unterschrieben und eingereicht werden.",
        "Sie müssen den Antrag unterschreiben. Dann geben Sie ihn ab.",
        [
            "Unterschreiben Sie den Antrag. Geben Sie den Antrag ab.",
            "Sie müssen den Antrag unterschreiben und abgeben.",
        ],
    ),
    (
        "Bei Verlust des Ausweises ist unverzüglich die Behörde zu informieren.",
        "Sie haben den Ausweis verloren? Dann sagen Sie es sofort der Behörde.",
        [
            "Sie haben Ihren Ausweis verloren? Dann müssen Sie es sofort dem Amt sagen.",
            "Wenn Sie den Ausweis verlieren, informieren Sie sofort die Behörde.",
        ],
    ),
    (
        "Das Amt ist montags geöffnet.",
        "Das Amt ist montags geöffnet.",
        ["Das Amt ist am Montag offen.", "Das Amt ist montags geöffnet."],
    ),
]


def test_the_authors_script_rewards_the_reference_and_not_the_source() -> None:
    perfect, identity = sari(SOURCE, REFERENCE, [REFERENCE]), sari(SOURCE, SOURCE, [REFERENCE])
    assert (perfect.add, perfect.delete) == (100, 100)
    assert (identity.add, identity.delete) == (0, 0)
    assert identity.score < 20 < 80 < perfect.score


def test_the_authors_script_worked_by_hand() -> None:
    # unigrams: kept a (right), b (wrong); deleted c (right); added x (right), y (wrong)
    found = sari("a b c", "a b x y", ["a x"])
    assert found.keep < 100
    assert 0 < found.add < 100
    assert found.delete > 50
    assert mean_sari([("a b c", "a b x y", ["a x"])]) == found


@pytest.mark.parametrize(("lowercase", "add"), [(False, 33.154043), (True, 35.345477)])
def test_counts_as_easse_does(*, lowercase: bool, add: float) -> None:
    """Figures made once with EASSE's counting on these rows (spaCy tokens)."""
    found = corpus_sari(PAIRS, lowercase=lowercase)
    assert found.add == pytest.approx(add, abs=1e-5)
    assert found.keep == pytest.approx(76.591880, abs=1e-5)
    assert found.delete == pytest.approx(94.857820, abs=1e-5)


def test_easse_asks_for_enough_deletion() -> None:
    """One word rightly left out of a sentence that nearly all of should go."""
    timid = [("eins zwei drei vier fünf sechs", "eins zwei drei vier fünf", ["sieben"])]
    assert mean_sari(timid).delete == 100
    assert corpus_sari(timid).delete < 50


def test_easse_sums_counts_before_it_divides() -> None:
    right, wrong = ("a b", "a", ["a"]), ("c d e f g h", "c d e f g h", ["c"])
    both = corpus_sari([right, wrong])
    one, other = corpus_sari([right]), corpus_sari([wrong])
    assert both.delete != pytest.approx((one.delete + other.delete) / 2)


def test_an_untouched_text_gets_nothing_for_adding_and_deleting() -> None:
    found = corpus_sari([(SOURCE, SOURCE, [REFERENCE])])
    assert (found.add, found.delete) == (0, 0)


def test_nothing_in_nothing_out() -> None:
    assert corpus_sari([]).score == 0
    assert corpus_sari([("", "", [""])]).score == 0


def test_the_kept_sentences_have_two_references_each() -> None:
    rows = simplify_sari.rows(simplify_sari.ADMIN)
    assert len(rows) == 40
    assert {len(row["simplification"]) for row in rows} == {2}
    assert len({row["original"] for row in rows}) == 40


def test_every_blind_set_can_be_read() -> None:
    sizes = {name: len(simplify_sari.rows(file)) for name, file in simplify_sari.BLIND.items()}
    assert [*sizes.values()] == [20, 20, 25, 25, 25, 30, 40]
    both = simplify_sari.rows(simplify_sari.BLIND["sari, seventh blind sentences"])
    assert {len(row["simplification"]) for row in both} == {2}


def test_every_set_that_was_asked_for_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplify_sari, "table", lambda rows, level: {})
    printed = CliRunner().invoke(simplify.command, ["--admin", "--blind"]).output.splitlines()
    assert [line for line in printed if line.startswith("sari, ")] == [
        "sari, own sentences",
        *simplify_sari.BLIND,
    ]


def test_the_baselines() -> None:
    text = "Das Amt prüft, und es hilft und berät."
    assert simplify_sari.identity(text) == text
    assert simplify_sari.truncation("a b c d e") == "a b c d"
    assert simplify_sari.naive_split(text) == "Das Amt prüft. Es hilft. Berät."
    assert simplify_sari.comma_split("Bus, Rad, 1,5 km.") == "Bus. Rad. 1,5 km."
