"""Khronos' own validator finds no error in any GLB we write (it is installed by `make test`)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from a11y.paths import project_dir
from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.body.rig_file import WEB_GLB
from a11y.sign_avatar.exports.glb import export_glb
from a11y.sign_avatar.performance import Performance

_HOME = project_dir() / "site_theme" / "node_modules" / "gltf-validator"
_SCRIPT = """
const validator = require(process.argv[1]), fs = require("fs");
const files = process.argv.slice(2);
Promise.all(files.map((file) => validator.validateBytes(new Uint8Array(fs.readFileSync(file)))))
  .then((reports) => console.log(JSON.stringify(reports)));
"""


def validated(*files: Path) -> list[dict[str, Any]]:
    """What the validator says of each file."""
    node = shutil.which("node")
    if node is None or not _HOME.is_dir():
        pytest.skip("gltf-validator is not here: `npm ci --prefix site_theme`")
    done = subprocess.run(
        [node, "-e", _SCRIPT, str(_HOME), *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    return reports


def test_an_exported_animation_is_valid(performance: Performance, rig: Rig, tmp_path: Path) -> None:
    out = tmp_path / "t.glb"
    export_glb(performance, out)
    (report,) = validated(out)
    assert report["issues"]["numErrors"] == 0, report["issues"]["messages"][:5]
    assert report["info"]["animationCount"] == 1


def test_the_live_views_bodies_are_valid_and_small() -> None:
    files = [body.glb_path(signer=name).with_name(WEB_GLB) for name in body.SIGNERS]
    for file, report in zip(files, validated(*files), strict=True):
        assert report["issues"]["numErrors"] == 0, report["issues"]["messages"][:5]
        assert file.stat().st_size <= 2_000_000


def test_a_damaged_file_is_found_out(tmp_path: Path) -> None:
    """The validator is asked, not only called: an index out of range is an error to it."""
    good = body.glb_path().with_name(WEB_GLB).read_bytes()
    bad = tmp_path / "bad.glb"
    bad.write_bytes(good.replace(b'"skin":0', b'"skin":7', 1))
    (report,) = validated(bad)
    assert report["issues"]["numErrors"] > 0
