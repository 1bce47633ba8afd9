"""Film and live view show the same picture: one light, drawn twice."""

from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from flask import Flask
from PIL import Image
from selenium import webdriver

from a11y.sign_avatar.body import glb_path
from a11y.sign_avatar.stage import Stage
from tests.portal.live_view import STILL, ask
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)
from tests.portal.test_live import SENTENCE, version  # noqa: F401  (the fixture)

SIZE = 480


@pytest.mark.browser
@pytest.mark.render
@pytest.mark.skipif(not glb_path().exists(), reason="a11y body build")
def test_the_browser_shows_the_films_picture(
    app: Flask,
    version: int,  # noqa: F811
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    """In the middle of a sign whose forearm lies before the trunk, on the top above all: that its
    outline can be seen depends on light that follows the arms."""
    from a11y.translate import perform

    made = perform(SENTENCE, signer=app.config["SIGNER"])
    frame = round(25 * (made.marks[0].start + made.marks[0].end) / 2)
    _, answer = ask(browser, address, version, STILL, size=SIZE, time=frame / 25)
    data = base64.b64decode(answer.partition(",")[2])
    live = np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)
    with Stage(size=SIZE, signer=app.config["SIGNER"]) as stage:
        film = stage.still(made, frame / 25).astype(int)
        stage.show("nothing")
        empty = stage.still(made, frame / 25).astype(int)
        stage.show("top")
        top = stage.still(made, frame / 25).astype(int)
    # Not at the outline, where one of the two has smoother edges, and not behind the hands.
    on_top = (np.abs(top - empty).max(-1) > 8) & (np.abs(top - film).max(-1) == 0)
    on_top &= np.abs(film - np.roll(film, 2, 0)).max(-1) < 12
    off = np.abs(live - film).mean(-1)
    assert on_top.mean() > 0.1
    assert off[on_top].mean() < 1.3
    assert np.percentile(off[on_top], 99) < 7
    assert off.mean() < 5
