"""A person's film in the avatar's place: uploaded, shown with its review state, judged, removed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Literal

import av
import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from a11y.portal import recording
from a11y.portal.errors import RecordingRefusedError
from a11y.portal.jobs import mp4, retired
from a11y.portal.store import Database
from a11y.portal.store.tables import Unit
from tests.portal.conftest import sign_in

KEY = "leistung/hund-anmelden/kosten"
WORK = f"/redaktion/einheit/{KEY}"
PUBLIC = "/leistungen/hund-anmelden/gebaerdensprache/"
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nDer Hund kostet Steuer.\n"


def film(
    *,
    width: int = 480,
    height: int = 480,
    rate: int = 25,
    codec: Literal["libx264", "mpeg4"] = "libx264",
    seconds: int = 1,
) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        container.metadata["location"] = "+51.9-008.3/"
        for at in range(rate * seconds):
            picture = np.full((height, width, 3), 120 + at % 100, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode())
    return out.getvalue()


@pytest.fixture(scope="module")
def good() -> bytes:
    return film()


def upload(client: FlaskClient, content: bytes, **more: Any) -> TestResponse:
    return client.post(
        f"{WORK}/film/",
        data={"film": (io.BytesIO(content), "hund.mp4"), "performer": "Ayşe Kaya", **more},
        content_type="multipart/form-data",
        follow_redirects=True,
    )


def shown(client: FlaskClient) -> html.HtmlElement:
    answer = client.get(PUBLIC)
    assert answer.status_code == 200
    (part,) = html.document_fromstring(answer.text).cssselect(f"[data-unit='{KEY}']")
    return part


def test_an_uploaded_film_replaces_the_avatar_and_says_nobody_has_judged_it(
    client: FlaskClient, good: bytes
) -> None:
    sign_in(client, "ruth")
    answer = upload(client, good, captions=(io.BytesIO(CAPTIONS), "hund.vtt"))
    assert "Der Film ist gespeichert" in answer.text

    part = shown(client)
    words = part.text_content()
    assert "Hier gebärdet ein Mensch: Ayşe Kaya." in words
    assert "noch nicht geprüft" in words
    assert "automatisch erzeugt" not in words
    (source,) = part.cssselect("video source")
    (track,) = part.cssselect("video track")
    with client.get(source.get("src"), headers={"Range": "bytes=0-99"}) as played:
        assert played.status_code == 206
    with client.get(track.get("src")) as captions:
        assert captions.data == CAPTIONS
    with client.get(part.cssselect("video")[0].get("poster")) as poster:
        assert poster.mimetype == "image/jpeg"


def test_only_the_deaf_expert_releases_it_and_the_release_is_on_record(
    client: FlaskClient, app: Flask, good: bytes
) -> None:
    sign_in(client, "ruth")
    upload(client, good)
    form = {"kind": "recording", "version": "1"}
    assert client.post(f"{WORK}/freigabe/", data=form).status_code == 403

    expert = app.test_client()
    sign_in(expert, "tarik")
    answer = expert.post(f"{WORK}/freigabe/", data=form, follow_redirects=True)
    assert "Film mit einem Menschen: freigegeben von tarik" in " ".join(answer.text.split())
    assert "von einer tauben Fachperson geprüft" in shown(expert).text_content()


def test_a_film_of_an_older_text_is_no_longer_shown(
    client: FlaskClient, database: Database, good: bytes
) -> None:
    sign_in(client, "ruth")
    upload(client, good)
    with database.transaction() as session:
        session.get_one(Unit, KEY).digest = "anders"
    assert "Hier gebärdet ein Mensch" not in shown(client).text_content()
    assert "passt nicht mehr zum Text" in client.get(f"{WORK}/").text


def test_removing_a_film_brings_the_avatar_back_and_spares_open_pages(
    client: FlaskClient, app: Flask, good: bytes
) -> None:
    sign_in(client, "ruth")
    upload(client, good)
    address = shown(client).cssselect("video source")[0].get("src")
    client.post(f"{WORK}/film/entfernen/", data={"version": "1"})
    assert "Hier gebärdet ein Mensch" not in shown(client).text_content()
    with client.get(address) as still_open:
        assert still_open.status_code == 200

    upload(client, good)
    assert retired.sweep(app.config["VIDEOS"], grace=-1) == ()
    with client.get(shown(client).cssselect("video source")[0].get("src")) as again:
        assert again.status_code == 200


@pytest.mark.parametrize(
    ("content", "captions", "complaint"),
    [
        (b"", b"", "kein Film ausgewählt"),
        (b"das ist kein Film" * 100, b"", "kein Film oder ist beschädigt"),
        (film(width=160, height=120), b"", "160 × 120"),
        (film(rate=12), b"", "12,0 Bilder"),
        (film(codec="mpeg4"), b"", "nicht jeder Browser"),
        (film(), b"1\n00:00 Hallo", "keine WebVTT-Datei"),
    ],
    ids=["nothing", "junk", "small", "slow", "codec", "captions"],
)
def test_what_no_browser_or_law_accepts_is_refused_and_leaves_nothing(
    tmp_path: Path, content: bytes, captions: bytes, complaint: str
) -> None:
    with pytest.raises(RecordingRefusedError, match=complaint):
        recording.take_in(io.BytesIO(content), captions, belongs_to=KEY, videos=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_stored_film_plays_while_it_loads_and_tells_nothing_about_the_place(
    tmp_path: Path, good: bytes
) -> None:
    taken = recording.take_in(io.BytesIO(good), b"", belongs_to=KEY, videos=tmp_path)
    stored = tmp_path / taken.key / "video.mp4"
    content = stored.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")
    assert b"51.9" not in content
    assert mp4.probe(stored).seconds == pytest.approx(1.0, abs=0.05)


def test_large_uploads_are_for_people_signed_in(
    client: FlaskClient, app: Flask, good: bytes
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 1000
    editor = app.test_client()
    sign_in(editor, "ruth")
    app.config["WTF_CSRF_ENABLED"] = True  # the check reads the form before any view

    def answer(client: FlaskClient) -> int:
        film = {"film": (io.BytesIO(good), "hund.mp4")}
        sent = client.post(f"{WORK}/film/", data=film, content_type="multipart/form-data")
        return sent.status_code

    assert answer(client) == 413
    assert answer(editor) == 400  # read, and only then refused for want of the form's token
