"""The fixture that cities use in their own tests."""

from __future__ import annotations

import pytest

from tests.audit.conftest import Site

pytest_plugins = ["pytester"]


@pytest.mark.browser
def test_accessible_passes_a_good_page_and_names_the_barriers_of_a_bad_one(
    site: Site, pytester: pytest.Pytester
) -> None:
    site.page("/gut", "<p>Gut</p>")
    site.page("/schlecht", '<img src="x.png">')
    pytester.makeconftest('pytest_plugins = ["a11y.audit.pytest_plugin"]')
    pytester.makepyfile(
        f"""
        def test_good(accessible):
            assert accessible("{site.url("/gut")}").findings == ()

        def test_bad(accessible):
            accessible("{site.url("/schlecht")}")

        def test_gone(accessible):
            accessible("{site.url("/weg")}")
        """
    )
    result = pytester.runpytest(
        "--a11y-states=none", "--a11y-probes=none", "-p", "no:cacheprovider"
    )
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["*axe/image-alt*img*WCAG 1.1.1*", "*could not test*HTTP 404*"])
