"""Engines that speak English only are put into German, with what to do."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from a11y.audit import norms
from a11y.audit.engines import NODE_MODULES, words
from a11y.audit.findings import Text
from a11y.audit.norms import criteria


def test_every_criterion_says_how_it_is_mended() -> None:
    file = Path(norms.__file__).with_name("remedies.yaml")
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(rows) == set(criteria())
    assert all(len(row) == 2 and all(row) for row in rows.values())
    assert words.remedy(["9.9.9"], Text("a", "b")) == Text("a", "b")


def test_ibms_rules_of_level_a_and_aa_have_german_words() -> None:
    table = NODE_MODULES / "accessibility-checker-engine" / "help" / "rules.csv"
    if not table.is_file():
        pytest.skip("npm ci brings the engine")
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    certain = {line.split('"')[1] for line in lines if '"Violation"' in line}
    assert certain <= words.rules("ibm")


def test_alfas_rules_of_level_a_and_aa_have_german_words() -> None:
    node = shutil.which("node")
    if node is None or not (NODE_MODULES / "@siteimprove").is_dir():
        pytest.skip("npm ci brings the engine, Debian brings node")
    script = (
        "import rules from '@siteimprove/alfa-rules';"
        "console.log(JSON.stringify([...rules].map(rule => rule.toJSON()).map(rule =>"
        " [rule.uri.split('/').pop(), rule.requirements.map(one => one.chapter)])))"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", script],
        cwd=NODE_MODULES.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    wanted = {rule for rule, numbers in json.loads(done.stdout) if set(numbers) & set(criteria())}
    assert wanted <= words.rules("alfa")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Duplicate ID “amt”.", "Die id „amt“ kommt mehrmals vor."),
        (
            "Element “div” not allowed as child of element “p” in this context.",
            "Das Element div ist in p nicht erlaubt.",
        ),
        ("Something new.", "Das Markup verstößt gegen die Regeln von HTML."),
    ],
)
def test_markup_errors_in_german(english: str, german: str) -> None:
    assert words.markup(english) == german


def test_a_rule_nobody_has_put_into_german_is_named() -> None:
    said = words.reason("ibm", "new_rule", "It is new.", ["1.1.1"])
    assert "new_rule" in said.de
    assert "Nicht-Text-Inhalt" in said.de
    assert said.en == "It is new."


def test_pdf_rules_in_plain_words() -> None:
    assert "nicht getaggt" in words.pdf("UA1-TAGGED-DOCUMENT-001", "x").de
    assert words.pdf("UA1-OTHER", "as is").en == "as is"
