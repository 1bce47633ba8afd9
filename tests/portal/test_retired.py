"""A replaced video plays on for those who have its page open, and goes later."""

from __future__ import annotations

from pathlib import Path

from a11y.portal.jobs.retired import retire, sweep


def video(folder: Path, key: str) -> Path:
    (folder / key).mkdir()
    (folder / key / "video.mp4").write_bytes(b"film")
    return folder / key


def test_a_replaced_video_stays_for_a_while(tmp_path: Path) -> None:
    old = video(tmp_path, "old")
    retire(tmp_path, ["old", "never-made"])
    assert sweep(tmp_path) == ()
    assert (old / "video.mp4").exists()


def test_afterwards_only_what_was_replaced_goes(tmp_path: Path) -> None:
    old, new = video(tmp_path, "old"), video(tmp_path, "new")
    retire(tmp_path, ["old"])
    assert sweep(tmp_path, grace=-1) == ("old",)
    assert not old.exists()
    assert new.exists()
