"""Where a modifier can go: positive, unconditional statements only."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import ClauseKind
from a11y.simple_language import Level, shorten
from a11y.simple_language.leaving_out.upward import is_for_readers, stays_true
from a11y.simple_language.view import View, views


def _view(text: str) -> View:
    return next(views(analyse(text), level=Level.LEICHT))


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Der Chor sang am Abend alte Lieder.", True),
        ("Der Chor sang vor allem alte Lieder.", True),
        ("Der Chor sang am Abend keine Lieder.", False),
        ("Der Chor sang nur am Abend alte Lieder.", False),
        ("Jeder Chor sang am Abend alte Lieder.", False),
        ("Der Chor muss am Abend alte Lieder singen.", False),
        ("Wann hat der Chor am Abend alte Lieder gesungen?", False),
        ("Singen Sie am Abend mit Freude alte Lieder!", False),
        ("Der Chor sang so schön wie im Vorjahr.", False),
        ("Wenn es regnet, singt der Chor in der Halle.", False),
    ],
)
def test_only_positive_unconditional_statements(text: str, *, true: bool) -> None:
    view = _view(text)
    main = next(c for c in view.clauses if c.kind is ClauseKind.MAIN)
    assert stays_true(view, main) is true


@pytest.mark.parametrize(
    ("text", "readers"),
    [
        ("Das Amt hat die Straße am Montag gesperrt.", False),
        ("Das Amt sperrt die Straße am Montag.", True),
        ("Das Amt hat Ihnen die Straße genannt.", True),
        ("Der Dichter lebt in Rom.", False),
    ],
)
def test_what_once_was_asks_nothing_of_a_reader(text: str, *, readers: bool) -> None:
    assert is_for_readers(_view(text)) is readers


@pytest.mark.parametrize(
    "kept",
    [
        "Sie dürfen den Hund nicht ohne Leine laufen lassen.",
        "Kinder unter 6 Jahren bezahlen im Museum mit ihren Eltern nichts.",
        "Bei Glatteis fährt der Bus auf der Brücke langsam.",
        "Der Zuschuss gilt nur in den Ferien für Fahrten mit dem Zug.",
        "Alle Gäste müssen im Saal bei Konzerten mit Kindern leise sein.",
        "Der Star hat im Sommer in Bonn mit Freude den Helden nicht gespielt.",
    ],
)
def test_what_limits_or_obliges_keeps_its_words(kept: str) -> None:
    assert shorten(kept).text == kept
