"""Tokens rebuild the text, and what belongs together stays together."""

from __future__ import annotations

import pytest

from a11y.language.analysis import ValueKind
from a11y.language.tokens import tokenise
from a11y.language.values import find


def texts(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Am 1.10.2017 um 14:30 Uhr.", ["1.10.2017", "14:30"]),
        ("Das kostet 1.250,00 Euro oder 5,- Euro.", ["1.250,00", "5,-"]),
        ("Siehe www.stadt.de/amt, info@stadt.de.", ["www.stadt.de/amt", "info@stadt.de"]),
        ("Das Service-Portal.NRW hilft.", ["Service-Portal.NRW"]),
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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Sie kündigen zu spät.", ["spät", "."]),
        ("Das ist eine andere Art.", ["Art", "."]),
        ("Das steht in Art. 5", ["Art.", "5"]),
    ],
)
def test_a_word_that_is_also_an_abbreviation_ends_a_sentence(text: str, last: list[str]) -> None:
    assert texts(text)[-2:] == last


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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Das Büro ist in Zimmer 204. Der Aufzug ist links.", "204"),
        ("Das Büro ist im Haus 3. Kommen Sie bitte pünktlich.", "3"),
        ("Rufen Sie die Feuerwehr unter 112. Bleiben Sie ruhig.", "112"),
        ("Sie wohnen in der Gruppe 4. Kinder zahlen nichts.", "4"),
        ("Das Amt hat die Nr. 12. Montags ist zu.", "12"),
        ("Mein Sohn ist 16. Darf er einen Ausweis haben?", "16"),
        ("Das Büro ist im 3. Stock. Nehmen Sie den Aufzug.", "3."),
        ("Ihr 2. Antrag kostet mehr.", "2."),
        ("Das Bürgeramt 2. Etage ist zu.", "2."),
        ("Jeder 3. Haushalt bekommt Geld.", "3."),
        ("Am Montag 5. Oktober ist zu.", "5."),
    ],
)
def test_a_number_before_a_full_stop_ends_its_sentence_or_is_an_ordinal(
    text: str, number: str
) -> None:
    assert number in texts(text)
    kinds = [value.kind for value in find(text)]
    assert (ValueKind.ORDINAL in kinds) == (number.endswith(".") and "Oktober" not in text)
