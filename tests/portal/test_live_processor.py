"""What the live view draws where there is no graphics card: ``plain.js`` and what it is given."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flask import Flask
from numpy.typing import NDArray
from PIL import Image
from selenium import webdriver

from a11y.sign_avatar.stage import shaders
from a11y.sign_avatar.stage.stage import Stage
from tests.portal.live_view import STILL, ask
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)
from tests.portal.test_live import SENTENCE, needs_body, version  # noqa: F401

SIGNER = Path(__file__).parents[2] / "site_theme" / "signer"
GLSL = Path(shaders.__file__).parent / "glsl"
EDGE = 480
_SHADE = """
const { Contact } = await import(`${SIGNER}/contact.js`);
const { position, normal, color, bones } = GIVEN;
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


_BESIDE = """
const { Beside } = await import(`${SIGNER}/beside.js`);
const { position, normal, limbs, own, eye } = GIVEN;
const color = attribute(new Uint8Array(4 * own.length / 4), 4);
const beside = new Beside({ attributes: { color } }, { values: Float32Array.from(limbs) }, own);
beside.shade({ position, normal }, eye);
console.log(JSON.stringify(Array.from(color.array).filter((_, k) => k % 4 === 1)));
"""
_FACING = """
const THREE = await import(`${SIGNER}/../node_modules/three/build/three.module.js`);
const { Facing } = await import(`${SIGNER}/facing.js`);
const { position, index, eyes } = GIVEN;
const geometry = new THREE.BufferGeometry();
geometry.setIndex(new THREE.BufferAttribute(Uint16Array.from(index), 1));
const facing = new Facing(geometry);
console.log(JSON.stringify(eyes.map((eye) => {
  facing.cull(position, eye);
  return Array.from(geometry.index.array.subarray(0, geometry.drawRange.count));
})));
"""
_NODE = """
const attribute = (array, itemSize) => ({
  array, itemSize, count: array.length / itemSize,
  getX: (row) => array[itemSize * row], setUsage() { return this; },
});
"""


def _node(script: str, **given: object) -> Any:
    """What the script prints as JSON; it sees ``SIGNER``, an address, and ``GIVEN``."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is missing")
    names = f"const SIGNER = {json.dumps(SIGNER.as_uri())}, GIVEN = {json.dumps(given)};"
    run = subprocess.run(
        [node, "--input-type=module", "-"],
        input=names + _NODE + script, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(run.stdout)


def test_a_processor_shades_the_top_about_arms_as_the_film_does() -> None:
    """Against contact.glsl, written again here."""
    text = (GLSL / "contact.glsl").read_text()
    found = re.search(r"BEHIND = ([0-9.]+), HALO = ([0-9.]+), BEFORE = ([0-9.]+);", text)
    assert found
    behind, halo, before = map(float, found.groups())
    rng = np.random.default_rng(11)
    eye = np.array([0.1, 1.3, 2.6])
    position = rng.uniform([-0.25, 0.9, -0.1], [0.25, 1.4, 0.1], (600, 3))
    normal = rng.normal(size=(600, 3))
    normal /= np.linalg.norm(normal, axis=1)[:, None]
    own = np.where(rng.random((600, 4)) < 0.7, 0, rng.random((600, 4)))
    limbs = np.zeros((4, 2, 4))
    limbs[:, :, :3] = rng.uniform([-0.25, 0.9, -0.05], [0.25, 1.4, 0.25], (4, 2, 3))
    limbs[:, 0, 3] = rng.uniform(0.03, 0.05, 4)

    view = eye - position
    view /= np.linalg.norm(view, axis=1)[:, None]

    def smooth(share: NDArray[np.float64]) -> NDArray[np.float64]:
        inside: NDArray[np.float64] = np.clip(share, 0, 1)
        return inside * inside * (3 - 2 * inside)

    wanted = np.ones(600)
    for k, ((*start, radius), (*end, _)) in enumerate(limbs):
        along, d = np.array(end) - start, start - position
        far, rise = (d * view).sum(1), view @ along
        d = d - far[:, None] * view
        bent = along - rise[:, None] * view
        share = np.clip(-(d * bent).sum(1) / np.maximum((bent * bent).sum(1), 1e-9), 0, 1)
        aside = np.linalg.norm(d + share[:, None] * bent, axis=1) - radius
        dark = (1 - smooth(aside / halo)) * smooth((far + share * rise) / before)
        wanted *= 1 - behind * (1 - own[:, k]) * dark

    shades = np.array(
        _node(
            _BESIDE,
            position=position.ravel().tolist(),
            normal=normal.ravel().tolist(),
            limbs=limbs.ravel().tolist(),
            own=own.ravel().tolist(),
            eye=eye.tolist(),
        )
    )
    seen = (normal * view).sum(1) > -0.3
    assert (wanted[seen] < 0.9).sum() > 50, "nothing shaded proves nothing"
    assert np.abs(shades - 255 * wanted)[seen].max() <= 1


def test_a_processor_is_given_the_triangles_that_face_the_camera_and_no_others() -> None:
    rng = np.random.default_rng(3)
    position = rng.normal(size=(60, 3))
    index = np.array([rng.choice(60, 3, replace=False) for _ in range(300)])
    eyes = [[0.0, 0.0, 3.0], [2.5, 0.4, -1.0]]
    given = {"position": position.ravel().tolist(), "index": index.ravel().tolist()}
    for eye, drawn in zip(eyes, _node(_FACING, eyes=eyes, **given), strict=True):
        a, b, c = (position[index[:, k]] for k in range(3))
        towards = (np.cross(b - a, c - a) * (np.array(eye) - a)).sum(1) > 0
        assert 50 < towards.sum() < 250
        assert np.array(drawn).reshape(-1, 3).tolist() == index[towards].tolist()


def test_a_processor_shades_hands_by_their_own_bones_as_the_film_does() -> None:
    """Against contact.glsl, written again here; a vertex's own hand only."""
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
    first, both = (np.array(one) for one in _node(_SHADE, **given))
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
    software, picture = ask(browser, address, version, STILL, size=EDGE, time=time)
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
