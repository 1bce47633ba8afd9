"""Every probe's own fixtures, in one browser session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from a11y.audit.browser import Browser
from a11y.audit.norms import criteria, further_steps
from a11y.audit.probes import Probe, load_probes
from a11y.audit.probes.catalogue import Example
from a11y.audit.probes.observe import Observation, listeners
from a11y.audit.probes.play import observe_all
from tests.audit.conftest import Site

PROBES = tuple(load_probes().values())


@pytest.fixture(scope="module")
def probing() -> Iterator[Browser]:
    with Browser(preload=(listeners(),)) as made:
        yield made


def _served(site: Site, example: Example) -> str:
    for path, content in (example.files or {}).items():
        site.add(path, content, kind="text/vtt" if path.endswith(".vtt") else "text/html")
    if example.html.startswith("<!doctype"):
        return site.add("/seite", example.html)
    return site.page("/seite", example.html)


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(probe, example, id=f"{probe.id}-{number}")
        for probe in PROBES
        for number, example in enumerate(getattr(probe, kind))
    ]


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.id)
def test_metadata_is_whole(probe: Probe) -> None:
    assert probe.passes
    assert probe.fails
    chapters = {clause.removeprefix("EN 301 549 ") for clause in further_steps()}
    known = set(criteria()) | {f"EN {clause}" for clause in chapters}
    expected = {key for example in probe.fails for key in example.expect}
    assert expected <= set(probe.messages)
    for message in probe.messages.values():
        assert set(message.criteria) <= known
        assert message.reason.de
        assert message.reason.en
    if probe.evaluate:
        assert callable(probe.function())


@pytest.mark.browser
@pytest.mark.parametrize(("probe", "example"), _cases("fails"))
def test_failing_examples_are_seen(
    probing: Browser, site: Site, probe: Probe, example: Example
) -> None:
    seen = _keys(observe_all(probing, _served(site, example), [probe], forms=True))
    assert seen == set(example.expect)


@pytest.mark.browser
@pytest.mark.parametrize(("probe", "example"), _cases("passes"))
def test_passing_examples_are_left_alone(
    probing: Browser, site: Site, probe: Probe, example: Example
) -> None:
    assert _keys(observe_all(probing, _served(site, example), [probe], forms=True)) == set()


def _keys(observed: list[tuple[Probe, str, Observation]]) -> set[str]:
    return {observation.key for _, _, observation in observed}
