"""What stands beside the signer: texts nobody signs, and terms told in other words."""

from __future__ import annotations

from flask.testing import FlaskClient
from lxml import html

from a11y.paths import content_dir

TOLD = "Mit anderen Worten gebärdet: "
SERVICES = sorted(path.stem for path in (content_dir() / "leistungen").glob("*.yaml"))[::5]


def _parts(client: FlaskClient) -> list[tuple[str, list[str], list[str]]]:
    """(transcript, what is to be read, terms) of every signed part of some services."""
    found = []
    for name in SERVICES:
        answer = client.get(f"/leistungen/{name}/gebaerdensprache/")
        assert answer.status_code == 200, name
        for part in html.document_fromstring(answer.text).cssselect(".signed"):
            lines = part.cssselect("[data-transcript] li")
            transcript = " ".join(" ".join(line.text_content().split()) for line in lines)
            shown = [item.text_content() for item in part.cssselect(".shown li")]
            told = [
                p.text_content() for p in part.cssselect("details p") if TOLD in p.text_content()
            ]
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
