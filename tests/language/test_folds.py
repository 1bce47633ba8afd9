"""Cross-validation keeps what it has trained and says how far the folds lie apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from a11y.language.pipeline import features
from a11y.language.training import folds, train

TREE = Path(__file__).with_name("small.conllu")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> folds.Plan:
    monkeypatch.setenv("KLARHAND_VAR", str(tmp_path / "var"))
    trees = tmp_path / "trees"
    trees.mkdir()
    text = TREE.read_text(encoding="utf-8").strip() + "\n\n"
    (trees / "de_small.conllu").write_text(text * 4, encoding="utf-8")
    return folds.Plan(folder=trees, folds=2, steps=1)


def test_each_sentence_is_held_out_once(plan: folds.Plan) -> None:
    assert [len(folds.held_out(plan, fold)) for fold in range(2)] == [2, 2]


def test_a_fold_is_trained_once_and_found_again(
    plan: folds.Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained: list[int | None] = []

    def leave_folder(folder: Path, out: Path, *, steps: int, folds: int, held_out: int) -> None:
        trained.append(held_out)
        out.mkdir(parents=True)

    monkeypatch.setattr(train, "train", leave_folder)
    said: list[str] = []
    for fold in (0, 1, 0):
        folds.trained(plan, fold, say=said.append)
    assert trained == [0, 1]
    assert said[-1] == "fold 0: pipeline of an earlier run"


def test_other_trees_mean_other_pipelines(plan: folds.Plan) -> None:
    before = folds.model(plan, 0)
    shutil.copy(TREE, plan.folder / "de_more.conllu")
    assert folds.model(plan, 0) != before


def test_what_the_tagger_sees_is_part_of_the_name(
    plan: folds.Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folds.model(plan, 0)
    assert folds.model(plan, 0) == before
    seen = features.word_features
    monkeypatch.setattr(features, "word_features", lambda word: seen(word) + 1)
    folds._read_in_training.cache_clear()
    assert folds.model(plan, 0) != before


def test_mean_and_spread() -> None:
    rows = [{"las": 75.0, "uas": 80.0}, {"las": 77.0, "uas": 81.0}]
    assert folds.summary(rows) == {
        "mean": {"las": 76.0, "uas": 80.5},
        "spread": {"las": 2.0, "uas": 1.0},
    }
