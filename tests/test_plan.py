"""A text's score and motion, worked out in a process of its own."""

from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest

from a11y import translate
from a11y.errors import DiskError, KlarhandError
from a11y.plan import plan
from a11y.sign_avatar.body import glb_path

needs_body = pytest.mark.skipif(not glb_path().exists(), reason="a11y body build")
TEXT = "Sie müssen Ihren Hund anmelden."


@needs_body
def test_a_plan_is_what_the_line_itself_gives() -> None:
    made = plan(TEXT, as_is=True)

    assert made.sentences == translate.score(TEXT, as_is=True)
    (motion,) = made.performances
    own = translate.perform(made.sentences[0])
    assert motion.joints == own.joints
    assert motion.marks == own.marks
    np.testing.assert_array_equal(motion.rotations, own.rotations)
    np.testing.assert_array_equal(motion.weights, own.weights)


def test_a_texts_errors_come_back_as_they_are() -> None:
    with pytest.raises(KlarhandError) as told:
        plan("…", as_is=True)
    with pytest.raises(KlarhandError) as own:
        translate.score("…", as_is=True)

    assert type(told.value) is type(own.value)
    assert told.value.to_dict() == own.value.to_dict()
    assert str(told.value) == str(own.value)


_GROWN = """
import sys
from pathlib import Path
import a11y.translate
from a11y.plan import plan
held = lambda: int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0])
before = held()
plan(sys.argv[1], as_is=True)
print(held() - before)
"""


@needs_body
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_what_understands_german_is_not_held_while_drawing() -> None:
    """spaCy's models and word lists (200 MB) stay out of the process that has the film drawn."""
    run = subprocess.run([sys.executable, "-c", _GROWN, TEXT], capture_output=True, text=True)
    assert int(run.stdout) < 40_000, run.stderr


def test_errors_survive_the_way_between_processes() -> None:
    error = DiskError(OSError(28, "No space left on device", "film.mp4"))
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(copy, DiskError)
    assert copy.to_dict() == error.to_dict()
