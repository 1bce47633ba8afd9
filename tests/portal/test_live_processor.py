"""What the live view draws where there is no graphics card: ``plain.js`` and ``contact.js``."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from flask import Flask
from PIL import Image
from selenium import webdriver

from a11y.sign_avatar.stage import shaders
from a11y.sign_avatar.stage.stage import Stage
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)
from tests.portal.test_live import SENTENCE, needs_body, version  # noqa: F401

SIGNER = Path(__file__).parents[2] / "site_theme" / "signer"
GLSL = Path(shaders.__file__).parent / "glsl"
EDGE = 480
_SHADE = """
import { Contact } from CONTACT;
const { position, normal, color, bones } = GIVEN;
const attribute = (array, itemSize) => ({
  array, itemSize, count: array.length / itemSize,
  getX: (row) => array[itemSize * row], setUsage() { return this; },
});
const shades = attribute(Uint8Array.from(color), 4);
const rest = attribute(Float32Array.from(position), 3);
const hands = { values: Float32Array.from(bones) };
const contact = new Contact({ attributes: { position: rest, color: shades } }, hands);
const drawn = () => Array.from(shades.array).filter((_, k) => k % 4 === 0);
const one = { position: rest.array, normal: Float32Array.from(normal) };
contact.shade(0, one);
const left = drawn();
contact.shade(1, one);
contact.shade(0, one);
console.log(JSON.stringify([left, drawn()]));
"""
_STILL = """
const [version, edge, time, done] = arguments;
const signer = document.createElement("klarhand-signer");
signer.addEventListener("klarhand-bereit", async () => {
  const { view } = signer;
  await view.current.until(time);
  await new Promise((later) => setTimeout(later, 800)); // pictures and the sharp still are there
  clearTimeout(view.resting);
  view.renderer.setSize(edge, edge, false);
  view.seek(time);
  done([view.software, view.renderer.domElement.toDataURL()]);
});
signer.setAttribute("src", `/live/fassung/${version}.json`);
document.querySelector("main").prepend(signer);
import("/assets/klarhand-signer.js").catch((error) => done(String(error)));
"""


def test_a_processor_shades_hands_by_their_own_bones_as_the_film_does() -> None:
    """Against contact.glsl, written again here; a vertex's own hand only."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is missing")
    depth = re.search(r"DEPTH = ([0-9.]+);", (GLSL / "contact.glsl").read_text())
    assert depth
    rng = np.random.default_rng(5)
    bones = rng.uniform(-0.06, 0.06, (38, 2, 4))
    bones[:19, :, 0] += 0.1
    bones[19:, :, 0] -= 0.1
    bones[:, 0, 3], bones[:, 1, 3] = rng.uniform(0.005, 0.012, 38), 0
    position = rng.uniform(-0.06, 0.06, (400, 3))
    left = np.arange(400) % 2 == 0
    position[:, 0] += np.where(left, 0.1, -0.1)
    normal = rng.normal(size=(400, 3))
    normal /= np.linalg.norm(normal, axis=1)[:, None]
    color = np.full((400, 4), 200)

    wanted = np.ones(400)
    for k, ((*start, radius), (*end, _)) in enumerate(bones):
        along, d = np.array(end) - start, start - position
        share = np.clip(d @ along / max(along @ along, 1e-9), -1, 0)
        d = d - share[:, None] * along
        away = (d * d).sum(axis=1)
        facing = np.maximum((normal * d).sum(axis=1), 0) / np.sqrt(away)
        taken = float(depth[1]) * facing * np.minimum(radius * radius / away, 1)
        wanted *= np.where(left == (k < 19), 1 - taken, 1)

    given = {
        "position": position.ravel().tolist(), "normal": normal.ravel().tolist(),
        "color": color.ravel().tolist(), "bones": bones.ravel().tolist(),
    }  # fmt: skip
    script = _SHADE.replace("CONTACT", json.dumps((SIGNER / "contact.js").as_uri()))
    run = subprocess.run(
        [node, "--input-type=module", "-"],
        input=script.replace("GIVEN", json.dumps(given)),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    first, both = (np.array(one) for one in json.loads(run.stdout))
    assert wanted.min() < 0.7, "nothing shaded proves nothing"
    assert np.abs(both - 200 * wanted).max() < 6, "far bones are passed over, no more"
    assert (first[~left] == 200).all()
    assert (first[left] == both[left]).all(), "shading twice is shading once"


@needs_body
def test_without_a_graphics_card_the_live_view_still_looks_like_the_film(
    app: Flask,
    version: int,  # noqa: F811
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    from a11y.translate import perform

    made = perform(SENTENCE, signer=app.config["SIGNER"])
    time = round(made.marks[0].start * 25 + 5) / 25
    browser.set_script_timeout(90)
    browser.get(f"{address}/gebaerdensprache/")
    answer = browser.execute_async_script(_STILL, version, EDGE, time)
    assert isinstance(answer, list), answer
    software, picture = answer
    assert software
    data = base64.b64decode(picture.split(",")[1])
    live = np.array(Image.open(io.BytesIO(data)).convert("RGB")).astype(float)
    with Stage(size=EDGE, signer=app.config["SIGNER"]) as stage:
        if stage.backend != "gl":
            pytest.skip("the film's own light needs EGL")
        film = stage.still(made, time).astype(float)
    off = np.abs(film - live).max(axis=-1)
    signer = np.abs(live - live[2, 2]).max(axis=-1) > 12  # a single colour behind the signer
    assert 0.2 < signer.mean() < 0.8
    assert off.mean() < 7
    assert (off[signer] <= 14).mean() > 0.95, "edges differ: the film smooths them"
    skin = signer & (film[..., 0] > 1.25 * film[..., 2])
    assert skin.sum() > 3000
    assert np.abs((film - live)[skin].mean(axis=0)).max() < 3, "light and gloss are the film's"
