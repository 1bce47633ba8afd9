"""Every rule speaks on its failing examples, writes what they say, and is silent on the others."""

from __future__ import annotations

import pytest

from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.rule import Example, Rule, Severity
from a11y.simple_language.rules import load
from a11y.simple_language.simplify import suggest

RULES = load()
FAILING = [pytest.param(r, e, id=f"{r.id}: {e.text}") for r in RULES.values() for e in r.fails]
PASSING = [pytest.param(r, e, id=f"{r.id}: {e.text}") for r in RULES.values() for e in r.passes]


def _level(rule: Rule) -> Level:
    """The strictest level at which the rule speaks."""
    speaks = rule.severity[Level.LEICHT] is not Severity.OFF
    return Level.LEICHT if speaks else Level.EINFACH


def _spoken(rule: Rule, example: Example) -> list[Suggestion]:
    level = example.level or _level(rule)
    found = suggest(example.text, level=level, depth=rule.condenses)
    return [one for one in found if one.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_speaks_on_failing_example(rule: Rule, example: Example) -> None:
    spoken = _spoken(rule, example)
    assert spoken, "the rule is silent"
    first = spoken[0]
    if example.rewrite is not None:
        assert first.replacement is not None, first.message
        rewritten = example.text[: first.start] + first.replacement + example.text[first.end :]
        assert rewritten == example.rewrite
    if example.safe is not None:
        assert first.safe is example.safe


@pytest.mark.parametrize(("rule", "example"), PASSING)
def test_is_silent_on_passing_example(rule: Rule, example: Example) -> None:
    assert _spoken(rule, example) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_rule_has_examples_and_a_norm(rule: Rule) -> None:
    assert rule.fails
    assert rule.passes
    assert rule.norm
    assert rule.message.endswith((".", "?", "“"))
