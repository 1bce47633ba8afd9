"""Values have one normal form, whatever the German looks like; none is lost."""

from __future__ import annotations

import pytest

from a11y.language.analysis import ValueKind
from a11y.language.values import find


@pytest.mark.parametrize(
    ("text", "kind", "normal"),
    [
        ("am 3. März 2026", ValueKind.DATE, "2026-03-03"),
        ("am 03.03.2026", ValueKind.DATE, "2026-03-03"),
        ("bis zum 31.12. eines Jahres", ValueKind.DATE, "--12-31"),
        ("im Januar 2024", ValueKind.DATE, "2024-01"),
        ("am 30.02.2024", ValueKind.DATE, "30.02.2024"),
        ("am 2026-04-03", ValueKind.DATE, "2026-04-03"),
        ("um 14.30 Uhr", ValueKind.TIME, "14:30"),
        ("um 14 Uhr 30", ValueKind.TIME, "14:30"),
        ("zehn Euro", ValueKind.PRICE, "10.00 EUR"),
        ("einundzwanzig Tage", ValueKind.DURATION, "21 Tag"),
        ("zwölfhundert", ValueKind.NUMBER, "1200"),
        ("dreitausendfünfhundert Euro", ValueKind.PRICE, "3500.00 EUR"),
        ("§ 35a SGB VIII", ValueKind.PARAGRAPH, "§ 35a SGB VIII"),
        ("05 11 / 1 68-0", ValueKind.PHONE, "05111680"),
        ("Telefon (0511) 168 0", ValueKind.PHONE, "05111680"),
        ("AT61 1904 3002 3457 3201", ValueKind.IBAN, "AT61 1904 3002 3457 3201"),
        ("ab 8 Uhr", ValueKind.TIME, "08:00"),
        ("28,80 Euro", ValueKind.PRICE, "28.80 EUR"),
        ("1.250 €", ValueKind.PRICE, "1250.00 EUR"),
        ("5,- EUR", ValueKind.PRICE, "5.00 EUR"),
        ("innerhalb von zwei Wochen", ValueKind.DURATION, "2 Woche"),
        ("zwei bis drei Monate", ValueKind.DURATION, "2–3 Monat"),
        ("ein Jahr", ValueKind.DURATION, "1 Jahr"),
        ("19 Prozent", ValueKind.PERCENT, "19 %"),
        ("§ 5 Abs. 2 BMG", ValueKind.PARAGRAPH, "§ 5 Abs. 2 BMG"),
        ("siehe Abs. 1 S. 2 Nr. 3", ValueKind.PARAGRAPH, "Abs. 1 S. 2 Nr. 3"),
        ("Art. 6 Abs. 1 lit. e DSGVO", ValueKind.PARAGRAPH, "Art. 6 Abs. 1 lit. e DSGVO"),
        (
            "§§ 17 ff. Bundesmeldegesetz (BMG)",
            ValueKind.PARAGRAPH,
            "§§ 17 ff. Bundesmeldegesetz (BMG)",
        ),
        ("gilt ab 01/2024", ValueKind.DATE, "2024-01"),
        ("rund 1,5 Mio. Menschen", ValueKind.NUMBER, "1500000"),
        ("Telefon: (0 551) 4 00-22 22", ValueKind.PHONE, "05514002222"),
        ("Tel. 089 233-96000", ValueKind.PHONE, "08923396000"),
        ("+49 (0)89 12345", ValueKind.PHONE, "+498912345"),
        ("Info@Stadt.de", ValueKind.EMAIL, "info@stadt.de"),
        ("www.stadt.de/amt.", ValueKind.URL, "www.stadt.de/amt"),
        ("Hauptstraße 12a, 12345 Musterstadt", ValueKind.ADDRESS, None),
        ("DE89370400440532013000", ValueKind.IBAN, "DE89 3704 0044 0532 0130 00"),
        ("das 16. Lebensjahr", ValueKind.ORDINAL, "16."),
        ("zwölf Plätze", ValueKind.NUMBER, "12"),
        ("1.000 Menschen", ValueKind.NUMBER, "1000"),
        ("Postfach 10 20 30, 50667 Köln", ValueKind.ADDRESS, "Postfach 10 20 30, 50667 Köln"),
        ("Am Markt 5, 04109 Leipzig", ValueKind.ADDRESS, "Am Markt 5, 04109 Leipzig"),
        ("Straße des 17. Juni 135", ValueKind.ADDRESS, None),
        ("Telefon (030) 115", ValueKind.PHONE, "030115"),
        ("§§ 29 ff. BauGB", ValueKind.PARAGRAPH, "§§ 29 ff. BauGB"),
        ("1,5 Millionen Euro", ValueKind.PRICE, "1500000.00 EUR"),
        ("1/2 Jahr", ValueKind.DURATION, "1/2 Jahr"),
        ("eineinhalb Stunden", ValueKind.DURATION, "1.5 Stunde"),
        ("zwei Drittel der Kosten", ValueKind.NUMBER, "2/3"),
        ("Aktenzeichen 12-345/67", ValueKind.NUMBER, "12-345/67"),
    ],
)
def test_normal_form(text: str, kind: ValueKind, normal: str | None) -> None:
    (value,) = [value for value in find(text) if value.kind is kind]
    assert normal is None or value.normal == normal
    assert text[slice(*value.span)] == value.text


def test_a_span_of_hours_gives_both_times() -> None:
    found = find("von 8 bis 12 Uhr")
    assert [(value.kind, value.normal) for value in found] == [
        (ValueKind.TIME, "08:00"),
        (ValueKind.TIME, "12:00"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "normals"),
    [
        ("vom 1. bis 15. März 2026", ValueKind.DATE, ["2026-03-01", "2026-03-15"]),
        ("zwischen dem 3. und dem 7. Mai", ValueKind.DATE, ["--05-03", "--05-07"]),
        ("30 bis 50 Euro", ValueKind.PRICE, ["30.00 EUR", "50.00 EUR"]),
        ("3 bis 5 Prozent", ValueKind.PERCENT, ["3 %", "5 %"]),
        ("Mo 8-12 und 13-15 Uhr", ValueKind.TIME, ["08:00", "12:00", "13:00", "15:00"]),
    ],
)
def test_both_ends_of_a_range_are_values(text: str, kind: ValueKind, normals: list[str]) -> None:
    assert [value.normal for value in find(text) if value.kind is kind] == normals


@pytest.mark.parametrize("text", ["Parkplatz 3 ist frei.", "Der Weg 5 ist gesperrt."])
def test_a_numbered_place_is_no_address(text: str) -> None:
    assert [value.kind for value in find(text)] == [ValueKind.NUMBER]


def test_every_digit_belongs_to_a_value() -> None:
    text = "Bis 3.4.2026 zahlen 12 Personen je 5,50 € an 3 Tagen um 9:15 Uhr, § 3 HStS."
    covered = {i for value in find(text) for i in range(*value.span)}
    assert all(i in covered for i, char in enumerate(text) if char.isdigit())


def test_a_date_leaves_the_sentence_its_full_stop() -> None:
    (ordinal, date) = find("Die 3. Auflage erschien am 1. Januar 2024.")
    assert (ordinal.kind, date.text) == (ValueKind.ORDINAL, "1. Januar 2024")


def test_a_room_is_no_date() -> None:
    assert ValueKind.DATE not in {value.kind for value in find("im 3. Stock, Zimmer 3.12.")}


def test_between_two_prices_both_are_prices() -> None:
    found = find("Die Gebühr liegt zwischen 10 und 25 Euro.")
    assert [value.normal for value in found] == ["10.00 EUR", "25.00 EUR"]


@pytest.mark.parametrize(
    ("text", "normals"),
    [
        ("vom 1. bis 3.5.2026", ["2026-05-01", "2026-05-03"]),
        ("zwischen 8 und 12 Uhr", ["08:00", "12:00"]),
        ("AT61 1904 3002 3457 3202", ["1904", "3002", "3457", "3202"]),  # wrong check digits
    ],
)
def test_every_end_of_a_range_has_its_kind(text: str, normals: list[str]) -> None:
    assert [value.normal for value in find(text)] == normals


def test_an_endless_run_of_digits_is_no_value() -> None:
    assert [value.text for value in find(f"Nummer {'1' * 50} kostet 12 Euro.")] == ["12 Euro"]
