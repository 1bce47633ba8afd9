"""`a11y audit` as a person or a pipeline calls it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from a11y.commands.audit import audit
from tests.audit.conftest import Site


def call(*arguments: str) -> Result:
    return CliRunner().invoke(audit, arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to look at"),
        (("stadt.example",), "no web address"),
        (("http://127.0.0.1/", "--engines", "lynx"), "Unknown engine"),
        (("http://127.0.0.1/", "--report", "fax"), "no report"),
        (("http://127.0.0.1/", "--workers", "0"), "not in the range"),
        (("http://127.0.0.1/", "--sitemap", "/nirgends.xml"), "cannot be read"),
        (("--settings", "/nirgends.toml"), "cannot be read"),
    ],
)
def test_bad_arguments_end_with_three(arguments: tuple[str, ...], message: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 3
    assert message in result.output


def test_a_browser_that_does_not_start_is_not_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLARHAND_CHROMIUM", "/nirgends/chromium")
    result = call("http://127.0.0.1:9/", "--ignore-robots")
    assert result.exit_code == 2
    assert "apt-get install chromium chromium-driver" in result.output


def test_every_command_in_the_docs_is_understood() -> None:
    page = Path(__file__).parents[2] / "docs" / "audit.md"
    lines = re.findall(r"a11y audit (\S.*?)(?:\s+#.*)?$", page.read_text(), re.MULTILINE)
    commands = [line.strip("`") for line in lines if line.startswith(("http", "URL", "--settings"))]
    assert len(commands) >= 5
    for line in commands:
        arguments = shlex.split(line.split("`")[0].replace("URL", "http://localhost/"))
        assert (
            audit.make_context("audit", list(arguments)).params["urls"] or "--settings" in arguments
        )


@pytest.mark.browser
def test_a_clean_site_ends_with_zero_and_three_reports(site: Site, tmp_path: Path) -> None:
    site.page("/", "<p>Alles gut.</p>")
    result = call(site.url(), "--crawl", "--states", "views", "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    run = json.loads((tmp_path / "audit.json").read_text())
    assert run["summary"]["tested"] == 1
    assert run["pages"][0]["states"] == ["desktop", "desktop dark", "320 px", "320 px dark"]
    suites = etree.parse(tmp_path / "junit.xml").getroot()
    assert suites.get("failures") == suites.get("errors") == "0"
    assert int(suites.get("tests", "0")) > 10
    assert "Prüfbericht" in (tmp_path / "report.de.html").read_text()


@pytest.mark.browser
def test_findings_end_with_one_and_a_missing_page_with_two(site: Site, tmp_path: Path) -> None:
    site.page("/", '<img src="x.png">')
    quick = ("--states", "none", "--probes", "none")
    assert call(site.url(), *quick).exit_code == 1
    site.page("/", '<img src="x.png"><a href="/weg">weg</a>')
    result = call(site.url(), *quick, "--crawl", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "HTTP 404" in result.output
    suites = etree.parse(tmp_path / "junit.xml").getroot()
    assert (suites.get("failures"), suites.get("errors")) == ("1", "1")
