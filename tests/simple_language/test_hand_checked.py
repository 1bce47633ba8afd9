"""The hand-read sample: a verdict holds only for the very words that were read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from a11y.simple_language import simplify

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "hand_checked.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=[row["source"][:40] for row in ROWS])
def test_is_rewritten_as_it_was_read(row: dict[str, Any]) -> None:
    assert list(simplify(row["source"]).sentences) == row["rewritten"]


def test_at_most_three_in_a_hundred_are_wrong() -> None:
    verdicts = [row["verdict"] for row in ROWS]
    assert set(verdicts) <= {"good", "clumsy", "wrong"}
    assert len(verdicts) >= 100
    assert verdicts.count("wrong") <= 0.03 * len(verdicts)


FRESH: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "hand_checked_fresh.yaml").read_text(encoding="utf-8")
)


_SIZES = {9102: 92}


def test_each_fresh_sample_is_whole_and_every_mistake_has_its_reason() -> None:
    for seed in {row["seed"] for row in FRESH}:
        sample = [row for row in FRESH if row["seed"] == seed]
        assert len(sample) == len({row["id"] for row in sample}) == _SIZES.get(seed, 100)
        assert {row["verdict"] for row in sample} <= {"good", "clumsy", "wrong"}
        wrong = [row for row in sample if row["verdict"] == "wrong"]
        assert all(row["reason"] and row.get("kind") in ("ungrammatical", "other") for row in wrong)


def test_a_second_reader_read_the_whole_sample() -> None:
    twice = {row["seed"] for row in FRESH if "second" in row}
    assert twice
    for seed in twice:
        sample = [row for row in FRESH if row["seed"] == seed]
        assert {row.get("second") for row in sample} <= {"good", "clumsy", "wrong"}
        alone = [r for r in sample if r["second"] == "wrong" and r["verdict"] != "wrong"]
        assert all(row["second_reason"] and row["second_kind"] for row in alone)
