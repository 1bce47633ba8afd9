"""What stands beside the signer: texts nobody signs, and terms told in other words."""

from __future__ import annotations

from flask.testing import FlaskClient
from lxml import etree, html

from a11y.paths import content_dir

TOLD = "Mit anderen Worten gebärdet: "
SERVICES = sorted(path.stem for path in (content_dir() / "leistungen").glob("*.yaml"))[::5]


def _texts(part: etree._Element, selector: str) -> list[str]:
    return [
        " ".join("".join(map(str, found.itertext())).split()) for found in part.cssselect(selector)
    ]


def _parts(client: FlaskClient) -> list[tuple[str, list[str], list[str]]]:
    """(transcript, what is to be read, terms) of every signed part of some services."""
    found = []
    for name in SERVICES:
        answer = client.get(f"/leistungen/{name}/gebaerdensprache/")
        assert answer.status_code == 200, name
        page: html.HtmlElement = html.document_fromstring(answer.text)
        for part in page.cssselect(".signed"):
            transcript = " ".join(_texts(part, "[data-transcript] li"))
            shown = _texts(part, ".shown li")
            told = [line for line in _texts(part, "details p") if TOLD in line]
            terms = [term for line in told for term in line.removeprefix(TOLD)[:-1].split(", ")]
            found.append((transcript, shown, terms))
    return found


def test_both_lists_name_what_is_really_in_the_text(client: FlaskClient) -> None:
    parts = _parts(client)
    assert any(shown for _, shown, _ in parts)
    assert any(terms for _, _, terms in parts)
    for transcript, shown, terms in parts:
        assert len(set(shown)) == len(shown)
        assert len(set(terms)) == len(terms)
        bare = transcript.replace("-", "").replace("\u00ad", "").lower()
        for text in shown:
            start = text.replace("-", "").lower()[:6]  # an inflected word is shown as it is known
            assert start in bare, (text, transcript)
        assert not set(shown) & set(terms)
