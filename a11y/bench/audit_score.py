"""What a tool said about the planted pages, counted by criterion; and the memory a run takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Score:
    """What one tool said about the planted pages, by criterion."""

    name: str
    fails: dict[str, set[str]] = field(default_factory=dict)  # page → criteria that fail
    reviews: dict[str, set[str]] = field(default_factory=dict)
    seconds: float = 0.0
    pages: int = 0
    problems: list[str] = field(default_factory=list)  # pages that could not be tested
    said: dict[str, set[str]] = field(default_factory=dict)  # page → rules, to mend probes by

    def add(self, page: str, criteria: Sequence[str], *, certain: bool) -> None:
        target = self.fails if certain else self.reviews
        target.setdefault(page, set()).update(criteria)

    @property
    def per_minute(self) -> float:
        return 60 * self.pages / self.seconds if self.seconds else 0.0


def tally(score: Score, pages: Sequence[tuple[dict[str, Any], str]], base: str) -> dict[str, Any]:
    """Detection on bad pages, false alarms on good ones; by criterion."""
    by_criterion: dict[str, list[str]] = {}
    alarms, review_alarms, good = [], [], 0
    missed: list[str] = []
    for row, path in pages:
        name, criterion, url = row["id"], row["sc"], base + path
        fails, reviews = score.fails.get(url, set()), score.reviews.get(url, set())
        if path.endswith("-bad.html"):
            seen = "fail" if criterion in fails else "review" if criterion in reviews else "missed"
            by_criterion.setdefault(criterion, []).append(seen)
            if seen == "missed":
                missed.append(f"{name}: {criterion}")
        else:
            good += 1
            if fails:
                alarms.append(f"{name}: {_said(score, url, fails)}")
            if reviews - fails:
                review_alarms.append(f"{name}: {_said(score, url, reviews - fails)}")
    every = [seen for group in by_criterion.values() for seen in group]
    return {
        "tool": score.name,
        "planted": len(every),
        "fail": every.count("fail"),
        "review": every.count("review"),
        "missed": every.count("missed"),
        "clean pages": good,
        "false alarms": len(alarms),
        "clean pages with a review": len(review_alarms),
        "pages a minute": round(score.per_minute, 1),
        "problems": score.problems,
        "by criterion": {key: by_criterion[key] for key in sorted(by_criterion, key=_order)},
        "missed pages": missed,
        "alarms": alarms,
        "reviews on clean pages": review_alarms,
    }


def _said(score: Score, url: str, numbers: set[str]) -> str:
    return ", ".join(sorted(numbers)) + "".join(
        f"; {rule}" for rule in sorted(score.said.get(url, ()))
    )


def _order(criterion: str) -> tuple[bool, list[int]]:
    """Success criteria by number, then clauses of EN 301 549."""
    number = criterion.removeprefix("EN ")
    return number != criterion, [int(part) for part in number.split(".")]
