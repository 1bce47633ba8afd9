"""Opening hours as one thing: days and times, whatever the spelling."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import ValueKind
from a11y.language.hours import DAYS

WEEK = DAYS[:5]


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
        ("Sa–Mo 10–18 Uhr", ("Samstag", "Sonntag", "Montag"), (("10:00", "18:00"),)),
        ("Mo, Di u. Do 9–12 Uhr", ("Montag", "Dienstag", "Donnerstag"), (("09:00", "12:00"),)),
        ("Mo Di 9.30–12h", ("Montag", "Dienstag"), (("09:30", "12:00"),)),
        ("Montag 8.00–12.00 und 14–16 Uhr", WEEK[:1], (("08:00", "12:00"), ("14:00", "16:00"))),
        ("Mo | 8–12 Uhr | 14–16 Uhr", WEEK[:1], (("08:00", "12:00"), ("14:00", "16:00"))),
        ("täglich außer montags 10–18 Uhr", DAYS[1:], (("10:00", "18:00"),)),
        ("Sonn- und Feiertage 11–17 Uhr", ("Sonntag", "Feiertag"), (("11:00", "17:00"),)),
        ("montags bis freitags von acht bis zwölf Uhr", WEEK, (("08:00", "12:00"),)),
        ("werktags ab 9 Uhr", DAYS[:6], (("09:00", ""),)),
        ("Samstag bis 12 Uhr", ("Samstag",), (("", "12:00"),)),
        (
            "Di vormittags 8–12 Uhr, nachmittags von 2 bis 4 Uhr",
            WEEK[1:2],
            (("08:00", "12:00"), ("14:00", "16:00")),
        ),
        ("8–12 Uhr (Mo–Fr)", WEEK, (("08:00", "12:00"),)),
        ("von 8 bis 12 Uhr montags bis freitags", WEEK, (("08:00", "12:00"),)),
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
    assert told == [time for pair in times for time in pair if time]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mi geschlossen", ("Mittwoch",)),
        ("Montag: Ruhetag", ("Montag",)),
        ("Samstags, sonntags und feiertags geschlossen", ("Samstag", "Sonntag", "Feiertag")),
        ("Mittwoch: keine Sprechzeiten", ("Mittwoch",)),
    ],
)
def test_closed_days_have_no_times(text: str, days: tuple[str, ...]) -> None:
    (hours,) = analyse(text).hours
    assert (hours.days, hours.times, hours.closed) == (days, (), True)


def test_closed_at_some_times() -> None:
    (hours,) = analyse("Geöffnet: Sa, So 10–18 Uhr geschlossen").hours
    assert (hours.times, hours.closed) == ((("10:00", "18:00"),), True)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Fr nach Vereinbarung", ()),
        ("Do n. V.", ()),
        ("Montag nach telefonischer Terminvereinbarung", ()),
        ("Do 14–18 Uhr und nach Vereinbarung", (("14:00", "18:00"),)),
    ],
)
def test_by_appointment(text: str, times: tuple[tuple[str, str], ...]) -> None:
    (hours,) = analyse(text).hours
    assert (hours.times, hours.by_appointment, hours.closed) == (times, True, False)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("jeden ersten Montag im Monat von 14 bis 16 Uhr", (1,)),
        ("Jeden 1. und 3. Montag im Monat, 17–19 Uhr", (1, 3)),
        ("am letzten Montag des Monats geschlossen", (-1,)),
    ],
)
def test_some_weeks_of_the_month(text: str, weeks: tuple[int, ...]) -> None:
    (hours,) = analyse(text).hours
    assert (hours.days, hours.weeks) == (("Montag",), weeks)


def test_each_group_of_days_is_one_entry() -> None:
    text = "Sprechzeiten: Mo, Di 8–12, Mi zu, Do 14–18, Fr 8–12"
    assert [(h.days, h.closed) for h in analyse(text).hours] == [
        (("Montag", "Dienstag"), False),
        (("Mittwoch",), True),
        (("Donnerstag",), False),
        (("Freitag",), False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Das Amt bleibt am kommenden Montag geschlossen.",
        "Geben Sie den Schlüssel am Freitag bis 12 Uhr ab.",
        "Wir treffen uns Montag.",
    ],
)
def test_what_happens_once_is_no_opening_hour(text: str) -> None:
    assert analyse(text).hours == ()


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
