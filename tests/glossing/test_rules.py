"""Each rule fires in its passing example with the line it promises, and not in its failing one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from a11y.sign_avatar import glossing
from a11y.sign_avatar.glossing.authoring import read_line
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.nonmanual import DERIVED
from a11y.sign_avatar.glossing.rules import Rule, rules
from a11y.sign_avatar.score import SignedSentence
from tests.glossing.conftest import Translate

RULES = tuple(rules().values())


def _spans(sentence: SignedSentence) -> set[tuple[str, str, int, int, str]]:
    return {
        (span.tier.value, span.value, span.start, span.end, span.function)
        for span in sentence.non_manuals
        if span.function not in DERIVED
    }


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.passing], ids=lambda rule: rule.id)
def test_fires_in_its_passing_example(rule: Rule, translate: Translate, lexis: Lexis) -> None:
    found = translate(rule.passing)
    assert any(rule.id in item.rules for item in found)
    if rule.gloss:
        expected = read_line(rule.gloss, lexis, german=rule.passing)
        assert found[0].sentence.gloss_line() == expected.gloss_line()
        assert _spans(found[0].sentence) == _spans(expected)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_keeps_out_of_its_failing_example(rule: Rule, translate: Translate) -> None:
    assert all(rule.id not in item.rules for item in translate(rule.failing))


def test_every_rule_in_the_code_is_described() -> None:
    room = Path(glossing.__file__).parent
    named = {
        name
        for path in room.rglob("*.py")
        for name in re.findall(r'"([A-Z]+(?:-[A-Z]+)+)"', path.read_text(encoding="utf-8"))
    }
    assert named - {"KH-GLOSS"} == {rule.id for rule in RULES}


def test_every_rule_names_its_source_and_says_what_it_does() -> None:
    assert all(rule.message.endswith(".") and rule.source for rule in RULES)
