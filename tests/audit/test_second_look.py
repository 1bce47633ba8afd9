"""What engines leave open, or cannot know, decided by measuring."""

from __future__ import annotations

import io
import math
import struct
import wave

import pytest
from PIL import Image, ImageDraw, ImageFont

from a11y.audit import AuditRun, Outcome, make_settings, run
from a11y.audit.probes.lettering import letters_in
from a11y.audit.probes.media import Sound, sound_of
from a11y.audit.probes.pixels import change_contrast
from tests.audit.conftest import Site

_GRADIENT = "background-image:linear-gradient(90deg,#fff,#ddd);padding:1em"


def audit(url: str, probe: str) -> AuditRun:
    return run(make_settings({}, urls=(url,), states=("none",), probes=(probe,)))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("colour", "outcomes"), [("#aaa", [Outcome.FAIL]), ("#222", []), ("#767676", [Outcome.REVIEW])]
)
def test_text_before_a_gradient_is_measured(
    site: Site, colour: str, outcomes: list[Outcome]
) -> None:
    url = site.page("/", f'<p style="{_GRADIENT};color:{colour}">Freibad öffnet im Mai</p>')
    found = [one for one in audit(url, "spaced-letters").findings if "contrast" in one.rule]
    assert [one.outcome for one in found] == outcomes


@pytest.mark.browser
def test_plain_text_links_may_be_excepted_from_target_size_and_made_ones_not(site: Site) -> None:
    plain = "".join(f'<div><a href="/{n}">Amt {n}</a></div>' for n in range(3))
    made = "".join(f'<a class="k" href="/{n}">{n}</a>' for n in range(4, 7))
    style = "<style>.k{display:inline-block;width:14px;height:14px;overflow:hidden}</style>"
    result = audit(site.page("/", plain + style + f"<p>{made}</p>"), "spaced-letters")
    sizes = [one for one in result.findings if one.rule == "axe/target-size"]
    assert {one.outcome for one in sizes if "/4" in one.snippet} == {Outcome.FAIL}
    assert {one.outcome for one in sizes if "/1" in one.snippet} == {Outcome.REVIEW}


@pytest.mark.browser
def test_probes_look_and_act_in_frames(site: Site) -> None:
    site.page(
        "/innen",
        '<p>W i l l k o m m e n</p><div role="button" tabindex="0"'
        ' onclick="this.textContent=1">Plan</div>',
        title="Innen",
    )
    url = site.page("/", '<iframe title="Innen" src="/innen" width="300" height="90"></iframe>')
    seen = {one.rule: one.selector for one in audit(url, "spaced-letters").findings}
    assert seen["probe/spaced-letters"] == "main > iframe >>> main > p"
    seen = {one.rule: one.selector for one in audit(url, "button-keys").findings}
    assert seen["probe/button-keys"] == "main > iframe >>> main > div"


def _wav(loudness: float) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        values = (int(loudness * 32000 * math.sin(n / 3)) for n in range(8000))
        file.writeframes(b"".join(struct.pack("<h", value) for value in values))
    return out.getvalue()


def test_a_file_is_listened_to(site: Site) -> None:
    loud = site.add("/laut.wav", _wav(0.5), kind="audio/wav")
    still = site.add("/still.wav", _wav(0.0), kind="audio/wav")
    broken = site.add("/kaputt.wav", b"nichts", kind="audio/wav")
    assert sound_of(loud) == Sound(known=True, heard=True)
    assert sound_of(still) == Sound(known=True, heard=False)
    assert sound_of(broken) == Sound(known=False)


def test_letters_are_told_from_bars_and_noise() -> None:
    text = Image.new("RGB", (600, 120), "white")
    ImageDraw.Draw(text).text(
        (20, 40), "Bürgerfest am Sonntag", "black", ImageFont.load_default(40)
    )
    bars = Image.new("RGB", (600, 300), "white")
    for n in range(12):
        ImageDraw.Draw(bars).rectangle([20 + n * 45, 300 - 20 * n, 50 + n * 45, 300], fill="navy")
    assert letters_in(text) >= 15
    assert letters_in(bars) < 8
    assert letters_in(Image.effect_noise((400, 200), 60)) < 8


def test_the_contrast_of_a_change() -> None:
    white, grey = Image.new("RGB", (20, 20), "white"), Image.new("RGB", (20, 20), "#767676")
    assert change_contrast(white, white) == pytest.approx(1)
    assert change_contrast(white, grey) == pytest.approx(4.54, abs=0.01)
