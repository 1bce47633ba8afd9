"""The list of words whose sign is not known, and the command that finds such words."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from click.testing import CliRunner

from a11y.commands.corpus import corpus
from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar import lexicon
from a11y.sign_avatar.glossing.needs import needs


def test_no_word_is_both_wanted_and_signed() -> None:
    wanted = yaml.safe_load((gloss_corpus_dir() / "wanted.yaml").read_text(encoding="utf-8"))
    words = [word for group in wanted for word in group["words"]]
    signs = lexicon.load()

    assert len(words) == len(set(words))
    assert all(len(group["reason"]) > 20 for group in wanted)
    assert [word for word in words if signs.find(word)] == []


def test_needs_count_what_is_rendered_and_how() -> None:
    found = needs(["Sie müssen den Hund anmelden.", "Der Hund Xyzzyx frisst."])

    assert found.texts == 2
    hund = next(word for word in found.needed if word.lemma == "Hund")
    assert (hund.count, hund.signed) == (2, True)
    assert found.running == sum(count for _, count in found.words)
    assert found.share(*(how for how, _ in found.words)) == 1.0
    assert "Xyzzyx" not in [word.lemma for word in found.needed if word.signed]


def test_the_command_lists_the_words_of_files(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Der Hund braucht einen Zauberstab.", encoding="utf-8")
    lines = tmp_path / "leistungen.jsonl"
    lines.write_text(
        json.dumps({"title": "Hund anmelden", "volltext": "Der Hund.", "kosten": None}) + "\n",
        encoding="utf-8",
    )

    done = CliRunner().invoke(corpus, ["needed", str(text), str(lines), "--format", "json"])
    shown = CliRunner().invoke(corpus, ["needed", str(text), "--missing"])

    assert done.exit_code == 0, done.output
    record = json.loads(done.output)
    assert record["texts"] == 2
    assert {word["lemma"]: word["count"] for word in record["needed"]}["Hund"] == 3
    assert "Zauberstab" in shown.output
    assert " Hund " not in shown.output.split("words needed most")[1]
