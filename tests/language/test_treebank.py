"""Reading gold trees: contractions merged, labels harmonised, clauses derived."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from a11y.language.errors import TreebankUnreadableError
from a11y.language.training import gold, treebank

TREE = Path(__file__).with_name("small.conllu")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(TREE, tmp_path / "de_small.conllu")
    return tmp_path


def test_contractions_are_one_token(folder: Path) -> None:
    (file,) = treebank.files(folder)
    (words,) = treebank.sentences(file)
    assert [word.form for word in words] == ["Wer", "im", "Amt", "arbeitet", ",", "hilft", "."]
    assert (words[1].tag, words[1].pos, words[words[1].head].form) == ("APPRART", "ADP", "Amt")
    assert words[5].dep == "ROOT"
    assert "VerbForm=Fin" in words[3].morph


def test_clauses_are_read_off_the_tree(folder: Path) -> None:
    (words,) = treebank.sentences(treebank.files(folder)[0])
    reading = gold.from_tree(words)
    assert reading.boundaries == {5}
    assert reading.complexes == {frozenset({3}), frozenset({5})}


def test_f1() -> None:
    scores = gold.f1([(frozenset({1, 2}), frozenset({2, 3}))])
    assert scores == {"precision": 50.0, "recall": 50.0, "f1": 50.0}


def test_a_folder_without_trees_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TreebankUnreadableError, match="KH-LANGUAGE-02"):
        treebank.files(tmp_path)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bad.conllu"
    file.write_text("1\tWer\n", encoding="utf-8")
    with pytest.raises(TreebankUnreadableError, match="line 1"):
        list(treebank.sentences(file))
