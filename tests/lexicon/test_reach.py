"""An arm must be able to do what an entry asks for: measured on the signer's body."""

from __future__ import annotations

import pytest

from a11y.commands.notation import worst_errors
from a11y.paths import var_dir
from a11y.sign_avatar import lexicon


@pytest.mark.skipif(not (var_dir() / "body" / "rig.npz").exists(), reason="the body is not built")
def test_nearly_every_entry_is_within_15_mm_and_10_degrees() -> None:
    from a11y.sign_avatar.body import load_rig

    rig = load_rig()
    entries = lexicon.load().entries.values()
    missed = {
        entry.id: (round(place), round(turn))
        for entry in entries
        for place, turn in [worst_errors(entry.hamnosys, rig)]
        if place > 15 or turn > 10
    }
    assert len(missed) <= 0.02 * len(entries), missed
