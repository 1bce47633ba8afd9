"""Compression, caching, ranges."""

from __future__ import annotations

import gzip
import re

import brotli  # type: ignore[import-untyped]  # ships no types
from flask.testing import FlaskClient


def test_pages_and_files_are_compressed_and_the_same(client: FlaskClient) -> None:
    plain = client.get("/leistungen/").data
    packed = client.get("/leistungen/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.data) == plain
    assert len(packed.data) < 0.5 * len(plain)
    with (
        client.get("/static/portal.css", headers={"Accept-Encoding": "br"}) as sheet,
        client.get("/static/portal.css") as bare,
    ):
        assert brotli.decompress(sheet.data) == bare.data


def test_pages_with_a_forms_secret_are_not(client: FlaskClient) -> None:
    for address in ("/rueckmeldung/", "/redaktion/anmelden/"):
        answer = client.get(address, headers={"Accept-Encoding": "gzip, br"})
        assert "Content-Encoding" not in answer.headers, address


def test_stamped_files_are_kept_for_good_and_others_asked_for_again(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    stamped = re.search(r"/static/portal\.css\?v=\w+", page)
    assert stamped
    with client.get(stamped[0]) as kept:
        assert "immutable" in kept.headers["Cache-Control"]
    with client.get("/static/portal.css") as bare:
        assert "immutable" not in bare.headers["Cache-Control"]
        tag = bare.headers["ETag"]
    with client.get("/static/portal.css", headers={"If-None-Match": tag}) as again:
        assert again.status_code == 304
