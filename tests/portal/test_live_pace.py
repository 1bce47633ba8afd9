"""How many pixels the live view draws, by the frames it gets: ``site_theme/signer/pace.js``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PACE = Path(__file__).parents[2] / "site_theme" / "signer" / "pace.js"
_RUN = """
import { Pace } from PACE;
const { start, least = 0.55, most, easy, fps, seconds } = OPTIONS;
const seen = [start];
const pace = new Pace({ start, least, most, easy, onChange: () => seen.push(pace.ratio) });
let now = 0;
while (now < 1000 * seconds) {
  pace.frame(now);
  now += 1000 / (fps.findLast(([ratio]) => pace.ratio >= ratio)[1]);
}
console.log(JSON.stringify(seen));
"""


def ratios(**options: object) -> list[float]:
    """Ratios one after the other; ``fps``: frames a second from each ratio on."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is missing")
    script = _RUN.replace("PACE", json.dumps(PACE.as_uri())).replace("OPTIONS", json.dumps(options))
    run = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    found: list[float] = json.loads(run.stdout)
    return found


def test_a_processor_with_time_left_tries_more_pixels_and_stays_with_them() -> None:
    assert ratios(start=0.6, most=1.5, easy=28, fps=[[0, 30]], seconds=30)[-1] == 1.5


def test_more_pixels_that_cost_frames_are_given_back_at_once_and_not_tried_again_soon() -> None:
    seen = ratios(start=0.6, most=1.5, easy=28, fps=[[0, 30], [0.7, 20]], seconds=9)
    assert seen == [0.6, 0.75, 0.6]


def test_fewer_pixels_are_kept_only_where_they_help() -> None:
    assert ratios(start=0.8, most=1.5, easy=28, fps=[[0, 20]], seconds=6)[-1] == 0.8
    assert min(ratios(start=0.8, most=1.5, easy=28, fps=[[0, 26], [0.7, 20]], seconds=3)) < 0.7


def test_never_fewer_pixels_than_hands_need() -> None:
    seen = ratios(
        start=1, least=0.7, most=1.5, easy=28, fps=[[0, 24], [0.72, 15], [0.9, 8]], seconds=9
    )
    assert min(seen) == 0.7
