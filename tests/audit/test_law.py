"""Statements as German cities write them, and sites as the law asks for."""

from __future__ import annotations

from datetime import date

import pytest

from a11y.audit.errors import SettingsError
from a11y.audit.findings import Finding, Outcome, PageResult, PageStatus, Text
from a11y.audit.law import check_site, load_profiles, profile_named
from a11y.audit.law.statement import Status, read_statement

TODAY = date(2026, 6, 1)

GOOD = """Erklärung zur Barrierefreiheit. Die Stadt Musterhausen ist bemüht, ihre Website
barrierefrei zugänglich zu machen. Diese Erklärung gilt für www.musterhausen.example. Die Website
ist mit der BITV 2.0 teilweise vereinbar. Nicht barrierefreie Inhalte: Einige ältere PDF sind nicht
barrierefrei, weil ihre Umwandlung eine unverhältnismäßige Belastung wäre. Diese Erklärung wurde am
1. März 2026 erstellt auf Grundlage einer Selbstbewertung. Barriere melden:
barriere@musterhausen.example. Ombudsstelle für barrierefreie Informationstechnik des Landes
Nordrhein-Westfalen."""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Diese Website ist mit der BITV 2.0 vollständig vereinbar.", Status.FULL),
        ("Die Website ist wegen der folgenden Ausnahmen teilweise vereinbar.", Status.PARTIAL),
        ("Diese Website ist mit der BITV 2.0 nicht vereinbar.", Status.NOT),
        ("Wir bemühen uns sehr.", Status.UNSAID),
        # as cities really write
        (
            "Dieser Website ist noch nicht vollständig mit den Anforderungen des LBGG M-V und der"
            " BITVO M-V vereinbar.",
            Status.PARTIAL,
        ),
        (
            "Die Website ist teilweise gemäß § 13 Absatz 1 des LBGG M-V und der BITVO vereinbar.",
            Status.PARTIAL,
        ),
        ("Bis auf die folgenden Ausnahmen ist sie vollständig vereinbar.", Status.PARTIAL),
        ("Unser Ziel ist es, dass die Seite vollständig vereinbar wird.", Status.UNSAID),
        (
            "Die Stadt ist bemüht, ihre Website vollständig barrierefrei zu machen. Die Website ist"
            " mit § 10 BGG NRW teilweise vereinbar.",
            Status.PARTIAL,
        ),
        ("Die Seiten entsprechen im Wesentlichen den Vorgaben der BITV 2.0.", Status.PARTIAL),
        (
            "Die Startseite ist vollständig vereinbar, das Archiv ist nicht vereinbar.",
            Status.PARTIAL,
        ),
        ("Diese Website ist [vollständig/teilweise/nicht] vereinbar.", Status.UNSAID),
        ("Die Website entspricht in vollem Umfang den Anforderungen der BITV 2.0.", Status.FULL),
        ("Unser Auftritt ist vollständig barrierefrei.", Status.FULL),
        ("Die Website ist derzeit nicht barrierefrei.", Status.NOT),
        (
            "Die Website ist mit den Anforderungen der BITV 2.0 größtenteils konform.",
            Status.PARTIAL,
        ),
        ("This website is partially compliant with EN 301 549.", Status.PARTIAL),
        ("Diese Website ist mit Abs. 1 Nr. 2 der BITV 2.0 vollständig\nvereinbar.", Status.FULL),
    ],
)
def test_the_status_is_read(text: str, status: Status) -> None:
    assert read_statement(text).status is status


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Nicht barrierefreie Inhalte: keine.", False),
        (
            "Die Unvereinbarkeiten und Ausnahmen werden demnächst ermittelt und dann nachstehend"
            " aufgeführt. Erstellung dieser Erklärung: 13.01.2021.",
            False,
        ),
        ("Nicht barrierefreie Inhalte: Die Karte ist nicht mit der Tastatur bedienbar.", True),
        ("Einige ältere PDF sind noch nicht barrierefrei.", True),
        ("Wir freuen uns über Hinweise.", False),
    ],
)
def test_a_list_is_more_than_its_heading(text: str, lists: bool) -> None:
    assert read_statement(text).lists_barriers is lists


@pytest.mark.parametrize(
    ("text", "reviewed"),
    [
        ("Zuletzt überprüft am 5. Mai 2025, nächste Überprüfung am 5. Mai 2027.", date(2025, 5, 5)),
        ("Die Überprüfung erfolgt spätestens bis zum 1. Juni 2027.", None),
        ("Letzte Aktualisierung: Okt. 2024", date(2024, 10, 1)),
        ("Zuletzt geprüft am 3. Sept 2025.", None),
        ("Zuletzt überprüft: 2025-02-30", None),
    ],
)
def test_only_dates_on_which_something_was_done_count(text: str, reviewed: date | None) -> None:
    assert read_statement(text).reviewed == reviewed


def test_brackets_of_addresses_and_files_are_no_left_over_template() -> None:
    said = read_statement("barriere[at]stadt[punkt]de, Antrag [PDF, 2 MB], [Name der Stelle]")
    assert said.placeholders == ("[Name der Stelle]",)
    assert said.has_contact


def test_dates_and_placeholders_are_read() -> None:
    said = read_statement(
        "Erstellt am 03.02.2024, zuletzt überprüft am 5. Mai 2026. [Name der Stelle]"
    )
    assert said.created is not None
    assert said.reviewed == date(2026, 5, 5)
    assert said.placeholders == ("[Name der Stelle]",)


def test_a_way_to_report_barriers_is_a_form_or_an_address() -> None:
    assert not read_statement("Barriere melden: rufen Sie an.").has_contact
    assert read_statement("Schreiben Sie uns.", links=("/barriere-melden",)).has_contact
    assert read_statement("Schreiben Sie uns.", links=("mailto:a@b.example",)).has_contact


def _page(
    path: str, *, text: str = "", links: dict[str, str] | None = None, title: str = ""
) -> PageResult:
    named = links or {}
    facts = {
        "title": title, "heading": title, "lang": "de", "navs": [], "videos": [],
        "home": path == "/", "search": False, "forms": [], "text": text, "blocks": [text],
        "headings": [title],
        "links": [
            {"name": name, "href": f"http://127.0.0.1{to}" if to.startswith("/") else to}
            for name, to in named.items()
        ],
    }  # fmt: skip
    return PageResult(
        url=f"http://127.0.0.1{path}", status=PageStatus.TESTED, title=title, facts=facts
    )


FOOTER = {
    "Erklärung zur Barrierefreiheit": "/barrierefreiheit",
    "Barriere melden": "/melden",
    "Leichte Sprache": "/leicht",
    "Gebärdensprache": "/dgs",
}

EXPLAINS = "Diese Seite erklärt den Inhalt, die Navigation, die Barrierefreiheit und weitere Texte."


def _site(statement: str, *, footer: dict[str, str] = FOOTER) -> list[PageResult]:
    ombud = {"Ombudsstelle": "https://ombudsstelle.example/"}
    dgs = _page("/dgs", text=EXPLAINS, links=footer, title="Alles in Gebärden")
    return [
        _page("/", links=footer, title="Start"),
        _page("/barrierefreiheit", text=statement, links={**footer, **ombud}, title="Erklärung"),
        _page("/melden", links=footer, title="Melden"),
        _page("/leicht", text=EXPLAINS, links=footer, title="Einfach erklärt"),
        PageResult(
            url=dgs.url, status=PageStatus.TESTED, facts={**dgs.facts, "videos": [{"src": ""}]}
        ),
    ]


def _rules(
    statement: str, *, findings: tuple[Finding, ...] = (), **site: dict[str, str]
) -> set[str]:
    profile = profile_named("nrw")
    assert profile is not None
    found, _ = check_site(_site(statement, **site), findings, profile=profile, today=TODAY)
    return {finding.rule.removeprefix("law/") for finding in found}


FAIL = Finding(
    rule="axe/image-alt",
    outcome=Outcome.FAIL,
    page="http://127.0.0.1/",
    reason=Text("", ""),
    remedy=Text("", ""),
    clauses=("WCAG 1.1.1",),
)


def test_a_site_as_the_law_asks_for_has_no_findings() -> None:
    assert _rules(GOOD) == set()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("teilweise vereinbar", "gut"), "status-missing"),
        (("Selbstbewertung", "Vermutung"), "method-missing"),
        (("Ombudsstelle", "Stelle"), "body-missing"),
        (("1. März 2026", "1. März 2023"), "review-old"),
        (("www.musterhausen.example", "[Name der Website]"), "placeholder"),
        (("am\n1. März 2026 ", ""), "created-missing"),
    ],
)
def test_what_a_statement_lacks_is_named(change: tuple[str, str], rule: str) -> None:
    assert rule in _rules(GOOD.replace(*change))


def test_full_compliance_against_our_findings_is_a_contradiction() -> None:
    full = GOOD.replace("teilweise vereinbar", "vollständig vereinbar")
    assert "contradiction" in _rules(full, findings=(FAIL,))
    assert "contradiction" not in _rules(full)
    assert "unlisted" in _rules(GOOD, findings=(FAIL,))


def test_a_statement_that_contradicts_itself_is_shown() -> None:
    full = GOOD.replace("teilweise vereinbar", "vollständig vereinbar")
    assert "full-but-listed" in _rules(full)
    assert "full-but-listed" not in _rules(GOOD)
    nothing = GOOD.replace(
        "Einige ältere PDF sind nicht\nbarrierefrei, weil", "keine. Grund ist, dass"
    )
    assert "barriers-missing" in _rules(nothing)


def test_nrw_asks_for_a_form_and_a_link_to_the_ombud() -> None:
    profile = profile_named("nrw")
    assert profile is not None
    footer = {"Erklärung zur Barrierefreiheit": "/barrierefreiheit", "Leichte Sprache": "/leicht"}
    pages = [
        _page("/", links={**FOOTER}, title="Start"),
        _page("/barrierefreiheit", text=GOOD, links=footer, title="Erklärung"),
    ]
    found, notes = check_site(pages, (), profile=profile, today=TODAY)
    seen = {one.rule: one.outcome for one in found}
    assert seen["law/feedback-form"] is seen["law/body-unlinked"] is Outcome.FAIL
    assert any("sechs Wochen" in note.de for note in notes)


def test_what_only_another_land_says_is_for_people_to_judge() -> None:
    profile = profile_named("rp")
    assert profile is not None
    found, _ = check_site([_page("/", title="Start")], (), profile=profile, today=TODAY)
    seen = {one.rule: one.outcome for one in found}
    assert seen["law/section4-easy"] is seen["law/section4-dgs"] is Outcome.REVIEW
    assert seen["law/statement-missing"] is Outcome.FAIL


def test_a_link_to_sign_language_shows_its_logo() -> None:
    profile = profile_named("nrw")
    assert profile is not None
    plain = _page("/", links=FOOTER, title="Start")
    links = [{**link, "picture": False} for link in plain.facts["links"]]
    bare = PageResult(url=plain.url, status=plain.status, facts={**plain.facts, "links": links})
    for page, named in ((plain, False), (bare, True)):
        found, _ = check_site([page], (), profile=profile, today=TODAY)
        assert ("law/dgs-logo" in {one.rule for one in found}) is named


def test_a_page_without_the_links_is_named() -> None:
    seen = _rules(GOOD, footer={"Impressum": "/impressum"})
    assert {"statement-missing", "feedback-missing", "section4-easy", "section4-dgs"} <= seen


def test_leichte_sprache_is_judged_by_the_check_that_is_given() -> None:
    profile = profile_named("nrw")
    assert profile is not None
    page = _page(
        "/x", text="Der Antrag ist zu stellen. " * 10, links=FOOTER, title="In Leichter Sprache"
    )
    found, notes = check_site(
        [page], (), profile=profile, today=TODAY, easy=lambda text: (10, ["passive"] * 9)
    )
    assert "law/easy-language" in {finding.rule for finding in found}
    assert not any("nicht geprüft" in note.de for note in notes)


def test_leichte_sprache_is_set_as_the_bitv_asks() -> None:
    profile = profile_named("nrw")
    assert profile is not None
    page = _page("/x", links=FOOTER, title="In Leichter Sprache")
    small = {"align": "justify", "size": 16.0, "hyphens": "auto", "family": "serif"}
    good = {"align": "start", "size": 20.0, "hyphens": "manual", "family": "serif"}
    for look, count in ((small, 3), (good, 0)):
        told = PageResult(
            url=page.url, status=page.status, title=page.title,
            facts={**page.facts, "look": [look] * 4},
        )  # fmt: skip
        found, _ = check_site([told], (), profile=profile, today=TODAY)
        assert [one.rule for one in found].count("law/easy-look") == count


def test_every_profile_says_what_it_does_not_know() -> None:
    profiles = load_profiles()
    assert len(profiles) == 17
    for profile in profiles.values():
        assert profile.unknown or (profile.body_certain and profile.section4 == "yes")
        assert profile.body_certain
        assert profile.body_name
        assert profile.source or profile.id == "bund"
        assert profile.section4 in ("yes", "probably", "no", "unknown")
    with pytest.raises(SettingsError, match="no law profile"):
        profile_named("atlantis")


def test_a_form_behind_rueckmeldung_is_one_to_answer_by() -> None:
    assert read_statement("Text", links=("/rueckmeldung/",)).has_form
    assert not read_statement("Text", links=("/anmeldung/",)).has_form
