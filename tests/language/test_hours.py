"""Opening hours as one thing: days and times, whatever the spelling."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import ValueKind

WEEK = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")


@pytest.mark.parametrize(
    ("text", "days", "times"),
    [
        ("Mo–Fr 8–12 Uhr", WEEK, (("08:00", "12:00"),)),
        ("Mo. bis Do. 8:00–16:00", WEEK[:4], (("08:00", "16:00"),)),
        ("Fr. 8–12", WEEK[4:], (("08:00", "12:00"),)),
        (
            "Di und Do: 9.00-12.00 Uhr, 13.30-18.00 Uhr",
            ("Dienstag", "Donnerstag"),
            (("09:00", "12:00"), ("13:30", "18:00")),
        ),
        ("montags und mittwochs von 8 bis 12 Uhr", ("Montag", "Mittwoch"), (("08:00", "12:00"),)),
        ("Sa, So 10–18 Uhr geschlossen", ("Samstag", "Sonntag"), (("10:00", "18:00"),)),
        ("Sa–Mo 10–18 Uhr", ("Samstag", "Sonntag", "Montag"), (("10:00", "18:00"),)),
    ],
)
def test_hours_are_one_value(
    text: str, days: tuple[str, ...], times: tuple[tuple[str, str], ...]
) -> None:
    analysis = analyse(f"Geöffnet: {text}")
    (hours,) = analysis.hours
    assert (hours.days, hours.times) == (days, times)
    assert analysis.text[slice(*hours.span)] == hours.text
    told = [v.normal for v in analysis.values if v.kind is ValueKind.TIME]
    assert told == [time for pair in times for time in pair]


@pytest.mark.parametrize(
    "text", ["So 10 bis 12 Personen kamen.", "Fr. 30–45 Euro", "Do it.", "Das ist so."]
)
def test_what_only_looks_like_hours_is_none(text: str) -> None:
    assert analyse(text).hours == ()


def test_short_days_have_their_names_as_lemma() -> None:
    tokens = analyse("Mo. bis Do. 8:00–16:00, Fr. 8–12").tokens
    assert [t.lemma for t in tokens if t.tag == "NN"] == ["Montag", "Donnerstag", "Freitag"]


def test_a_point_behind_a_short_day_ends_no_sentence() -> None:
    assert len(analyse("Mo. bis Do. 8:00–16:00, Fr. 8–12").sentences) == 1
