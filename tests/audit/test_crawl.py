"""Addresses, robots.txt, sitemaps, settings, samples: what needs no browser."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from a11y.audit import PageResult, PageStatus, make_settings, read_settings
from a11y.audit.crawl import Frontier, Target
from a11y.audit.errors import SettingsError
from a11y.audit.login import check_steps
from a11y.audit.robots import Robots, read_sitemap
from a11y.audit.sample import choose
from a11y.audit.states.catalogue import chosen_states
from a11y.audit.urls import is_local, normalise, rebase
from tests.audit.conftest import Site


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("HTTP://Stadt.Example:80/a#teil", "", "http://stadt.example/a"),
        ("../b?x=1", "https://stadt.example/a/c", "https://stadt.example/b?x=1"),
        ("https://stadt.example:8443", "", "https://stadt.example:8443/"),
        ("mailto:a@b.example", "https://stadt.example/", ""),
        ("http://[kaputt", "", ""),
        ("http://x:port/", "", ""),
        ("#/amt", "https://stadt.example/app", "https://stadt.example/app#/amt"),
    ],
)
def test_one_spelling_per_page(url: str, base: str, expected: str) -> None:
    assert normalise(url, base=base) == expected


def test_a_live_sitemap_is_run_against_a_test_server() -> None:
    live = "https://www.stadt.example/hund?x=1"
    assert rebase(live, "http://127.0.0.1:8080/") == "http://127.0.0.1:8080/hund?x=1"


def test_this_machine_and_private_networks_are_local() -> None:
    assert all(map(is_local, ("http://localhost/", "http://127.0.0.1:80/", "http://10.1.2.3/")))
    assert not is_local("https://stadt.example/")


def test_the_frontier_gives_each_page_once_and_says_what_it_left_out() -> None:
    base = "http://stadt.example"
    frontier = Frontier(origins={base}, exclude=["/intern/"], depth=1, max_pages=3)
    frontier.start([f"{base}/"])
    first = frontier.next()
    assert first == Target(url=f"{base}/")
    found = ["/", "/a", "/a", "/b.zip", "/c.pdf", "/intern/x", "/logout", "/d", "/e"]
    frontier.found([base + path for path in found] + ["http://other.example/"], on=first)
    frontier.done()
    given = []
    while (target := frontier.next()) is not None:
        given.append(target.url.removeprefix(base))
        frontier.found([f"{base}/tief"], on=target)
        frontier.done()
    assert given == ["/a", "/d"]
    assert frontier.pdfs == {f"{base}/c.pdf": f"{base}/"}
    assert {url.removeprefix(base): why for url, why in frontier.left_out.items()} == {
        "/b.zip": "download", "/intern/x": "excluded", "/logout": "ends the session",
        "/e": "more pages than allowed", "/tief": "too deep",
    }  # fmt: skip


def test_a_pattern_that_is_none_is_refused_and_one_that_matches_nothing_is_named() -> None:
    with pytest.raises(SettingsError, match="no regular expression"):
        Frontier(origins={"http://a.example"}, include=["("])
    frontier = Frontier(origins={"http://a.example"}, include=["/dienst"], exclude=["/intren/"])
    frontier.found(["http://a.example/dienst/1"], on=Target("http://a.example/"))
    assert frontier.unmatched == ("/intren/",)


def test_robots_are_kept_to(site: Site) -> None:
    site.add("/robots.txt", "User-agent: *\nDisallow: /x\nCrawl-delay: 3\n", kind="text/plain")
    robots = Robots()
    assert not robots.allows(site.url("/x/y"))
    assert robots.allows(site.url("/z"))
    assert robots.delay(site.url("/")) == 3


def test_sitemaps_as_file_address_index_gzip_and_list(site: Site, tmp_path: Path) -> None:
    entry = "<url><loc>http://stadt.example/a</loc></url>"
    urls = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entry}</urlset>'
    file = tmp_path / "sitemap.xml.gz"
    file.write_bytes(gzip.compress(urls.encode()))
    assert read_sitemap(str(file)) == ("http://stadt.example/a",)
    inner = site.add("/teil.xml", urls, kind="text/xml")
    index = f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>"
    assert read_sitemap(site.add("/alle.xml", index, kind="text/xml")) == (
        "http://stadt.example/a",
    )
    live = "<sitemapindex><sitemap><loc>http://live.invalid/teil.xml</loc></sitemap></sitemapindex>"
    there = site.add("/live.xml", live, kind="text/xml")
    assert read_sitemap(there, base_url=site.url("/")) == ("http://stadt.example/a",)
    (tmp_path / "halb.xml.gz").write_bytes(gzip.compress(urls.encode())[:-20])
    with pytest.raises(SettingsError, match="unpacked"):
        read_sitemap(str(tmp_path / "halb.xml.gz"))
    plain = tmp_path / "list.txt"
    plain.write_text("http://stadt.example/b\nhttp://stadt.example/c\n")
    assert len(read_sitemap(str(plain))) == 2


@pytest.mark.parametrize("content", ["<urlset/>", "<urlset", ""])
def test_an_audit_of_nothing_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_text(content)
    with pytest.raises(SettingsError):
        read_sitemap(str(file))


def test_a_settings_file_is_read_and_the_command_line_wins(tmp_path: Path) -> None:
    file = tmp_path / "audit.toml"
    file.write_text('urls = ["http://a.example/"]\nworkers = 3\n[browser]\nload_timeout = 5.0\n')
    settings = read_settings(file, workers=2)
    assert (settings.urls, settings.workers) == (("http://a.example/",), 2)
    assert settings.browser.load_timeout == 5.0


@pytest.mark.parametrize(
    "text",
    [
        'url = ["http://a.example/"]', 'urls = ["http://a.example/"]\nworkers = "two"',
        "urls = 3", 'urls = ["http://a.example/"]\n[browser]\nspeed = 3', "urls = [",
        'urls = ["http://a.example/"]\nforms = "often"', 'urls = ["http://a.example/"]\nsample = 3',
    ],
)  # fmt: skip
def test_settings_nobody_can_follow_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "audit.toml"
    file.write_text(text)
    with pytest.raises(SettingsError):
        read_settings(file)


def test_passwords_do_not_reach_the_report() -> None:
    steps = ({"fill": "#passwort", "value": "geheim"},)
    settings = make_settings({}, urls=("http://a.example/",), login=steps)
    assert "geheim" not in str(settings.to_dict())


def test_a_login_step_nobody_can_take_is_refused() -> None:
    with pytest.raises(SettingsError, match="step 2"):
        check_steps([{"open": "http://a.example/"}, {"fill": "#a"}])


def test_states_are_named_or_grouped_and_desktop_is_always_there() -> None:
    assert [state.name for state in chosen_states(["dark"])] == [
        "desktop", "desktop dark", "320 px dark",
    ]  # fmt: skip
    with pytest.raises(SettingsError, match="no state"):
        chosen_states(["upside down"])


def test_the_sample_holds_page_types_and_the_same_random_share() -> None:
    paths = ["/", "/kontakt", "/impressum", *(f"/dienst-{number}" for number in range(40))]
    pages = [
        PageResult(
            url=f"http://a.example{path}",
            status=PageStatus.TESTED,
            facts={"heading": "", "forms": [{"fields": ["Name"]}] if path == "/kontakt" else []},
        )
        for path in paths
    ]
    drawn = choose(pages, share=0.5, seed=3)
    assert drawn == choose(pages, share=0.5, seed=3)
    assert drawn != choose(pages, share=0.5, seed=4)
    assert drawn["http://a.example/"] == "home"
    assert list(drawn.values()).count("random") == 2
