"""DGS videos probed as files, after BITV 2.0 Anlage 2 Teil 1."""

from __future__ import annotations

import io
from dataclasses import replace

import av
import numpy as np
import pytest

from a11y.audit import make_settings, run
from a11y.audit.findings import Text
from a11y.audit.law.media import probe_video
from tests.audit.conftest import Site


def film(
    *, width: int = 320, height: int = 240, rate: int = 25, noise: bool = False, grey: int = 200
) -> bytes:
    """One second of video on a calm or a busy ground."""
    out = io.BytesIO()
    random = np.random.default_rng(1)
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for _ in range(rate):
            picture = np.full((height, width, 3), grey, np.uint8)
            if noise:
                blocks = random.integers(0, 255, (height // 16, width // 16, 3), np.uint8)
                picture = np.kron(blocks, np.ones((16, 16, 1), np.uint8)).astype(np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode())
    return out.getvalue()


BESIDE = "Video herunterladen (5 KB, 1 Sekunde)"


def german(said: list[Text]) -> str:
    return " ".join(one.de for one in said)


def test_a_video_as_the_law_asks_for(site: Site) -> None:
    look = probe_video(site.add("/gut.mp4", film(), kind="video/mp4"), around=BESIDE)
    assert (look.fails, look.reviews) == ([], [])


@pytest.mark.parametrize(
    ("made", "why"),
    [({"width": 160, "height": 128}, "160 × 128"), ({"rate": 12}, "12,0 Bilder")],
)
def test_what_is_too_small_or_too_slow_fails(site: Site, made: dict[str, int], why: str) -> None:
    url = site.add("/x.mp4", film(**made), kind="video/mp4")  # type: ignore[arg-type]
    assert why in german(probe_video(url, around=BESIDE).fails)


def test_what_a_person_should_look_at(site: Site) -> None:
    url = site.add("/x.mp4", film(noise=True), kind="video/mp4")
    reviews = german(probe_video(url, around="Unser Film").reviews)
    for what in ("Dateigröße", "Dauer", "Hintergrund"):
        assert what in reviews


def test_what_is_said_of_the_file_is_compared_with_it(site: Site) -> None:
    url = site.add("/x.mp4", film(), kind="video/mp4")
    reviews = german(probe_video(url, around="Film (48 MB, 12:00 Minuten)").reviews)
    assert "Größe stimmt nicht" in reviews
    assert "Dauer stimmt nicht, es sind 1 Sekunden" in reviews


def test_a_white_background_is_to_be_avoided(site: Site) -> None:
    url = site.add("/x.mp4", film(grey=255), kind="video/mp4")
    assert "weißer Hintergrund" in german(probe_video(url, around=BESIDE).reviews)


def test_a_file_that_is_no_video_fails(site: Site) -> None:
    assert probe_video(site.url("/weg.mp4"), around="").fails
    assert probe_video(site.add("/x.mp4", "text", kind="video/mp4"), around="").fails


@pytest.mark.browser
def test_what_stands_beside_the_figure_belongs_to_the_video(site: Site) -> None:
    site.add("/gut.mp4", film(), kind="video/mp4")
    one = (
        '<div><figure><video controls muted src="/gut.mp4" preload="none"></video>'
        '<svg width="9" height="9" aria-hidden="true"></svg></figure>'
        '<ul><li><a href="/gut.mp4" download>Video herunterladen (MP4, 5 KB, 1 Sekunde)</a></li>'
        "</ul></div>"
    )
    site.page("/dgs", one * 2, title="Infos in Deutscher Gebärdensprache")
    plain = make_settings({}, urls=(site.url("/dgs"),), law="nrw", states=("none",))
    result = run(replace(plain, probes=("none",)))
    assert [f.reason.de for f in result.findings if f.rule.startswith("law/dgs-video")] == []


@pytest.mark.browser
def test_the_video_on_a_dgs_page_is_found_and_probed(site: Site) -> None:
    site.add("/klein.mp4", film(width=160, height=128), kind="video/mp4")
    site.page(
        "/dgs",
        '<figure><video controls muted src="/klein.mp4" preload="none"></video></figure>',
        title="Infos in Deutscher Gebärdensprache",
    )
    plain = make_settings({}, urls=(site.url("/dgs"),), law="nrw", states=("none",))
    result = run(replace(plain, probes=("none",)))
    said = " ".join(f.reason.de for f in result.findings if f.rule == "law/dgs-video")
    assert "160 × 128" in said
    assert "Herunterladen" in said
