"""An arm must be able to do what an entry asks for: measured on the signer's body."""

from __future__ import annotations

import pytest

from a11y.commands.notation import postures
from a11y.paths import var_dir
from a11y.sign_avatar import lexicon


@pytest.mark.skipif(not (var_dir() / "body" / "rig.npz").exists(), reason="the body is not built")
def test_nearly_every_entry_is_within_15_mm_and_10_degrees() -> None:
    from a11y.sign_avatar.body import load_rig

    rig = load_rig()
    entries = lexicon.load().entries.values()
    missed = {
        entry.id: [one for one in postures(entry.hamnosys, rig) if not one.met] for entry in entries
    }
    missed = {name: those for name, those in missed.items() if those}
    assert len(missed) <= 0.02 * len(entries), missed
