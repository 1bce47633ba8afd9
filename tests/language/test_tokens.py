"""Tokens rebuild the text, and what belongs together stays together."""

from __future__ import annotations

import pytest

from a11y.language.tokens import tokenise


def texts(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Am 1.10.2017 um 14:30 Uhr.", ["1.10.2017", "14:30"]),
        ("Das kostet 1.250,00 Euro oder 5,- Euro.", ["1.250,00", "5,-"]),
        ("Siehe www.stadt.de/amt, info@stadt.de.", ["www.stadt.de/amt", "info@stadt.de"]),
        ("Bürger*innen, Bürger/-innen, Bürger:innen", ["Bürger*innen", "Bürger/-innen"]),
        ("Das gilt z. B. im Kfz-Amt usw. weiter", ["z.", "B.", "Kfz-Amt", "usw."]),
        ("EU-Bürgerinnen und -Bürger", ["EU-Bürgerinnen", "-Bürger"]),
        ("Telefon 089/233-96090", ["089/233-96090"]),
        ("Hauptstr. 5", ["Hauptstr.", "5"]),
        ("am 3. März", ["3.", "März"]),
    ],
)
def test_keeps_whole(text: str, whole: list[str]) -> None:
    assert [part for part in texts(text) if part in whole] == whole


def test_parts_alternatives() -> None:
    assert texts("und/oder") == ["und", "/", "oder"]


@pytest.mark.parametrize(
    "text",
    ["", "  \n ", "Guten Tag 😀!", "<p>Hallo</p>", "a" * 5000, "§§ 1–3 BGB; „so“ …\tx\u00a0y"],
)
def test_nothing_is_lost(text: str) -> None:
    tokens = tokenise(text)
    covered = {i for token in tokens for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert all(text[token.start : token.end] == token.text for token in tokens)
