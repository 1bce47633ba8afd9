"""The corpus as it is committed, and what the loader says about a broken one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from a11y.paths import gloss_corpus_dir
from a11y.review import ReviewState
from a11y.sign_avatar import lexicon
from a11y.sign_avatar.lexicon import alphabet, numbers
from a11y.sign_avatar.lexicon.read import read_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the corpus that a test may break."""
    target = tmp_path / "gloss_corpus"
    shutil.copytree(gloss_corpus_dir(), target, ignore=shutil.ignore_patterns("sentences"))
    return target


def test_the_corpus_is_sound_and_all_of_it_is_a_draft() -> None:
    signs = lexicon.load()
    assert len(signs.letters) == 31
    assert len(signs.entries) - len(signs.letters) - len(signs.numbers) >= 100
    assert {entry.state for entry in signs.entries.values()} == {ReviewState.DRAFT}


def test_find_by_lemma_and_part_of_speech() -> None:
    signs = lexicon.load()
    assert [entry.id for entry in signs.find("zahlen")] == ["BEZAHLEN1"]
    assert signs.find("Haus", "NOUN")[0].id == "HAUS1"
    assert signs.find("Haus", "VERB") == ()
    assert signs.find("Quastenflosser") == ()


def test_case_decides_between_entries_only() -> None:
    signs = lexicon.load()
    assert [signs.find("Sie")[0].id, signs.find("sie")[0].id] == ["INDEX2", "INDEX3a"]
    assert [entry.id for entry in signs.find("Deutsch")] == ["DEUTSCH1"]
    assert signs.find("HAUS") == signs.find("haus") == signs.find("Haus")


def test_the_entry_that_names_the_lemma_first_comes_first() -> None:
    first = lexicon.load().find("Karte")[0]
    others = [entry for entry in lexicon.load().find("Karte") if entry is not first]
    assert all(first.lemmas.index("Karte") <= entry.lemmas.index("Karte") for entry in others)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Straße", "S T R A ẞ E"),
        ("Schröder", "SCH R Ö D E R"),
        ("Café-Müller", "C A F E M Ü L L E R"),
        ("WASCHEN", "W A SCH E N"),
        ("123", ""),
    ],
)
def test_words_are_spelled(word: str, letters: str) -> None:
    assert " ".join(alphabet.letters(word)) == letters
    assert [entry.id for entry in lexicon.load().spell(word)] == [
        f"$ALPHA:{letter}" for letter in letters.split()
    ]


def test_what_is_no_letter_has_no_sign() -> None:
    with pytest.raises(lexicon.NoSuchSignError, match="'7'"):
        lexicon.load().letter("7")


@pytest.mark.parametrize(
    ("number", "signed"),
    [
        (0, "0"),
        (12, "12"),
        (19, "19"),
        (20, "20"),
        (25, "5 20"),
        (33, "33"),
        (100, "100"),
        (111, "100 11"),
        (153, "100 3 50"),
        (1000, "1000"),
        (2026, "2000 6 20"),
        (25_341, "5 20 1000 300 1 40"),
        (100_000, "100 1000"),
        (999_999, "900 99 1000 900 99"),
    ],
)
def test_numbers_are_signed_units_before_tens(number: int, signed: str) -> None:
    assert " ".join(str(part) for part in numbers.parts(number)) == signed
    assert [entry.id for entry in lexicon.load().number(number)] == [
        f"$NUM:{part}" for part in signed.split()
    ]


def test_every_number_to_a_thousand_has_its_signs() -> None:
    signs = lexicon.load()
    assert all(signs.number(number) for number in range(1001))


def test_a_number_too_large_is_refused() -> None:
    with pytest.raises(lexicon.NoSuchSignError, match="1000000"):
        lexicon.load().number(1_000_000)


def test_the_digest_follows_the_signs_but_not_the_review_remarks(corpus: Path) -> None:
    before = lexicon.load(corpus).digest
    file = corpus / "signs" / "zeit.yaml"
    reviewed = file.read_text().replace(
        "state: draft", "state: checked\n  reviewer: M. Muster\n  reviewed_on: '2026-11-01'", 1
    )
    file.write_text(reviewed)
    lexicon.load.cache_clear()
    assert lexicon.load(corpus).digest == before
    file.write_text(reviewed.replace("hamrepeatfromstart", "", 1))
    lexicon.load.cache_clear()
    assert lexicon.load(corpus).digest != before


BROKEN = [
    ("- id: X1\n  hamnosys: hamfist\n", "'lemmas' is a required property"),
    ("- id: x\n", "does not match"),
    ("- nonsense\n", "is no entry"),
    ("id: X1\n", "must be a list"),
    ("- [unclosed\n", "not readable as YAML"),
    ("- id: X1\n  confidence: certain\n", "confidence: 'certain' is not one of"),
]
ENTRY = """
- id: {id}
  hamnosys: {hamnosys}
  lemmas: [Probe]
  pos: NOUN
  mouthing: Probe
  description: Eine Hand mit einer Form, die lang genug beschrieben ist.
  source: Probe einer Probe
  state: {state}
"""


@pytest.mark.parametrize(
    ("said", "confidence"),
    [
        ("", lexicon.Confidence.KNOWLEDGE),
        ("  confidence: documented\n", lexicon.Confidence.DOCUMENTED),
    ],
)
def test_what_nobody_supports_rests_on_the_authors_alone(
    corpus: Path, said: str, confidence: lexicon.Confidence
) -> None:
    entry = ENTRY.format(id="PROBE1", hamnosys="hamfist", state="draft")
    (corpus / "signs" / "more.yaml").write_text(entry + said)
    items = read_corpus(corpus).items
    assert next(i.entry for i in items if i.entry.id == "PROBE1").confidence is confidence


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_is_named(corpus: Path, text: str, message: str) -> None:
    (corpus / "signs" / "broken.yaml").write_text(text)
    with pytest.raises(lexicon.LexiconError) as caught:
        lexicon.load(corpus)
    assert any(
        problem.file == "signs/broken.yaml" and message in problem.message
        for problem in caught.value.problems
    )


def test_a_problem_has_file_line_and_entry(corpus: Path) -> None:
    text = "# a remark\n" + ENTRY.format(id="HAUS1", hamnosys="hamfist", state="draft")
    text += ENTRY.format(id="PROBE1", hamnosys="hamfist hammoveu hamfast hamfist", state="approved")
    (corpus / "signs" / "broken.yaml").write_text(text)
    problems = read_corpus(corpus).problems
    # The first entry doubles an id, the second is approved by nobody.
    assert {(p.line, p.entry) for p in problems} == {(12, "PROBE1"), (4, "HAUS1")}
    assert any("reviewer" in p.message for p in problems)


def test_a_mistake_in_hamnosys_tells_its_place(corpus: Path) -> None:
    text = ENTRY.format(
        id="PROBE1", hamnosys="hamfist hamextfingeru hambetween hamchest", state="draft"
    )
    (corpus / "signs" / "broken.yaml").write_text(text)
    (problem,) = read_corpus(corpus).problems
    assert problem.entry == "PROBE1"
    assert "symbol 4 is hamchest; expected an extended finger direction" in problem.message


def test_a_missing_letter_is_noticed(corpus: Path) -> None:
    file = corpus / "alphabet.yaml"
    file.write_text(file.read_text().replace("letter: Q", "letter: B"))
    assert any("letter Q is missing" in problem.message for problem in read_corpus(corpus).problems)


def test_a_folder_that_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(lexicon.LexiconError, match="schema"):
        lexicon.load(tmp_path)
