"""Real frames, real files: what is drawn, joined, refused and cleaned up."""

from __future__ import annotations

import ctypes.util
import itertools
import os
import resource
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage import (
    Choices,
    Copy,
    RenderPool,
    Stage,
    join,
    poster,
    probe,
    render,
    segment_key,
)
from a11y.sign_avatar.stage.errors import (
    DiskFullError,
    NoRendererError,
    NotWritableError,
    RendererDiedError,
    SegmentsDifferError,
    UnknownChoiceError,
)
from a11y.sign_avatar.stage.segments import frame_count

pytestmark = pytest.mark.render


def pictures(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


@pytest.fixture(scope="module")
def clip(
    performance: Performance, pool: RenderPool, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("clips") / "satz.mp4"
    shares: list[float] = []
    made = render(performance, out, size=360, progress=shares.append, pool=pool)
    assert (made.size, made.fps, made.frames) == (360, 25, 26)
    assert made.duration == pytest.approx(1.04)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    return out


def test_a_clip_is_what_browsers_play(clip: Path) -> None:
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert stream.average_rate == 25
    head = clip.read_bytes()[:4096]
    assert b"moov" in head, "the index stands first, so that playing starts at once"


def test_it_begins_and_ends_at_rest_and_moves_between(clip: Path) -> None:
    frames = pictures(clip)
    first, middle, last = (f.astype(int) for f in (frames[0], frames[13], frames[-1]))
    assert np.abs(first - last).mean() < 1.0
    assert np.abs(first - middle).mean() > 3.0


@pytest.mark.parametrize("backend", ["gl", "software"])
def test_both_back_ends_draw_a_person(
    performance: Performance, backend: str, tmp_path: Path
) -> None:
    out = tmp_path / "bild.png"
    poster(performance, out, size=360, backend=backend, background="mist", time=0.0)
    picture = np.asarray(Image.open(out)).astype(float)
    assert picture.shape == (360, 360, 3)
    corner, chest = picture[:20, :20].mean((0, 1)), picture[300:330, 165:195].mean((0, 1))
    face = picture[110:125, 174:186].mean((0, 1))
    assert corner.min() > 170, "background is light, not white"
    assert chest.max() < 90, "the top is dark"
    assert face[0] > face[2] + 20, "skin is warm"


@pytest.mark.parametrize("backend", ["gl", "software"])
def test_what_is_drawn_lies_in_memory_as_an_encoder_wants_it(
    performance: Performance, backend: str
) -> None:
    """Upright and without gaps: nothing has to be turned or copied for every frame."""
    with Stage(size=120, backend=backend, background="mist") as stage:
        drawn = stage.frame(performance, 0.0)
        assert drawn.flags.c_contiguous
        light = drawn[..., :3].mean((1, 2))
    assert light[:10].mean() > light[-10:].mean() + 40, "background above, dark top below"


@pytest.mark.parametrize("backend", ["gl", "software"])
def test_two_stages_in_one_process_do_not_disturb_each_other(
    performance: Performance, backend: str
) -> None:
    from a11y.sign_avatar.stage import Stage

    times = (0.0, 0.5)
    with Stage(size=120, backend=backend) as gone:
        gone.still(performance, 0.0)
    with Stage(size=120, backend=backend) as first:
        alone = [first.still(performance, time) for time in times]
        with Stage(size=120, backend=backend, signer="elias", background="sage") as second:
            for time_, before in zip(times, alone, strict=True):
                other = second.still(performance, time_)
                assert np.array_equal(first.still(performance, time_), before)
                assert np.array_equal(second.still(performance, time_), other)
        assert np.array_equal(first.still(performance, times[1]), alone[1]), "and after one closed"
    assert not np.array_equal(alone[0], alone[1])


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_posters_in_every_format(
    performance: Performance, pool: RenderPool, tmp_path: Path, suffix: str
) -> None:
    out = poster(performance, tmp_path / f"bild{suffix}", time=0.4, size=360, pool=pool)
    with Image.open(out) as picture:
        assert picture.size == (360, 360)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_joining_copies_every_frame_and_re_encodes_none(clip: Path, tmp_path: Path) -> None:
    whole = join([clip, clip, clip], tmp_path / "seite.mp4")
    assert whole.frames == 3 * probe(clip).frames
    one, all_three = pictures(clip), pictures(tmp_path / "seite.mp4")
    assert len(all_three) == 3 * len(one)
    for index, frame in enumerate(all_three):
        assert np.array_equal(frame, one[index % len(one)])
    with av.open(str(tmp_path / "seite.mp4")) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert np.allclose(np.diff([t for t in times if t is not None]), 0.04, atol=1e-4)


def test_webm_is_drawn_and_joined_too(
    performance: Performance, pool: RenderPool, tmp_path: Path
) -> None:
    one = render(performance, tmp_path / "satz.webm", size=360, pool=pool)
    both = join([one, one], tmp_path / "seite.webm")
    assert (one.format, both.frames) == ("webm", 2 * one.frames)
    assert np.array_equal(pictures(both.path)[one.frames], pictures(one.path)[0])
    again = join([one, one], tmp_path / "nochmal.webm")
    assert again.path.read_bytes() == both.path.read_bytes()


def test_two_processes_give_one_whole_clip(performance: Performance, tmp_path: Path) -> None:
    slow = replace(performance, times=performance.times * 4.5)
    shares: list[float] = []
    made = render(slow, tmp_path / "lang.mp4", size=180, progress=shares.append)
    assert made.frames == frame_count(slow, fps=25)
    assert [path.name for path in tmp_path.iterdir()] == ["lang.mp4"]


def test_segments_of_other_sizes_do_not_join(
    clip: Path, performance: Performance, pool: RenderPool, tmp_path: Path
) -> None:
    other = render(performance, tmp_path / "klein.mp4", size=180, pool=pool)
    with pytest.raises(SegmentsDifferError):
        join([clip, other], tmp_path / "seite.mp4")
    assert not (tmp_path / "seite.mp4").exists()


def test_a_full_disk_is_one_error_and_leaves_nothing(
    performance: Performance, tmp_path: Path
) -> None:
    # A limit on file size makes real writes fail as a full disk does.
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    out = tmp_path / "satz.mp4"
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(DiskFullError, match="disk is full"), RenderPool(workers=1) as own:
            own.render(performance, out, Choices(size=360))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_named(performance: Performance, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    with pytest.raises(NotWritableError, match="KH-STAGE-03"):
        render(performance, tmp_path / "datei" / "satz.mp4", size=180)


def test_a_dead_drawing_process_kills_nothing_else(
    performance: Performance, tmp_path: Path
) -> None:
    with RenderPool(workers=1) as own:
        own.still(performance, 0.0, Choices(size=180))
        worker = own._workers[0]
        assert worker is not None
        killer = threading.Timer(0.15, os.kill, (worker._process.pid, signal.SIGKILL))
        killer.start()
        slow = replace(performance, times=performance.times * 40)
        with pytest.raises(RendererDiedError):
            own.render(slow, tmp_path / "satz.mp4", Choices(size=720))
        assert list(tmp_path.iterdir()) == []
        # The pool starts a new process by itself.
        assert own.still(performance, 0.0, Choices(size=180)).shape == (180, 180, 3)


def test_interrupting_leaves_nothing(performance: Performance, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), RenderPool(workers=1) as own:
        own.render(performance, tmp_path / "satz.mp4", Choices(size=360), progress=stop)
    time.sleep(0.05)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_gl_library_falls_back_and_two_missing_are_told(
    performance: Performance, monkeypatch: pytest.MonkeyPatch
) -> None:
    from a11y.sign_avatar.stage import Stage

    find = ctypes.util.find_library
    monkeypatch.setattr(
        ctypes.util, "find_library", lambda name: None if name == "EGL" else find(name)
    )
    with Stage(size=180) as stage:
        assert stage.backend == "software"
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    with pytest.raises(NoRendererError, match=r"libegl1.*KH-STAGE-01"):
        Stage(size=180)


@pytest.mark.parametrize(
    ("choices", "named"),
    [({"background": "neon"}, "petrol"), ({"format": "gif"}, "webm")],
)
def test_wrong_choices_are_told_the_right_ones(
    performance: Performance, tmp_path: Path, choices: dict[str, str], named: str
) -> None:
    with pytest.raises(UnknownChoiceError, match=named):
        render(performance, tmp_path / "satz.mp4", **choices)  # type: ignore[arg-type]


def test_keys_follow_everything_that_shows(performance: Performance) -> None:
    key = segment_key(performance, rig="a", background="mist")
    assert key == segment_key(replace(performance, german="anders"), rig="a", background="mist")
    others = {
        segment_key(performance, rig="b", background="mist"),
        segment_key(performance, rig="a", background="sage"),
        segment_key(performance, rig="a", background="mist", size=360),
        segment_key(performance, rig="a", background="mist", format="webm"),
        segment_key(replace(performance, times=performance.times * 2), rig="a", background="mist"),
    }
    assert key not in others
    assert len(others) == 5


def test_one_drawing_gives_every_rendition(
    performance: Performance, pool: RenderPool, tmp_path: Path
) -> None:
    small = Copy(out=tmp_path / "klein.mp4", size=180)
    web = Copy(out=tmp_path / "satz.webm", size=360)
    made = render(performance, tmp_path / "satz.mp4", size=360, also=[small, web], pool=pool)
    found = [made, probe(small.out), probe(web.out)]
    assert [(clip.size, clip.format) for clip in found] == [
        (360, "mp4"), (180, "mp4"), (360, "webm"),
    ]  # fmt: skip
    assert {clip.frames for clip in found} == {made.frames}
    large, little = pictures(made.path)[13].astype(float), pictures(small.out)[13].astype(float)
    halved = large.reshape(180, 2, 180, 2, 3).mean((1, 3))
    assert np.abs(halved - little).mean() < 2.5, "the same picture, half as large"
    both = join([web.out, web.out], tmp_path / "seite.webm")
    assert both.frames == 2 * made.frames
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "klein.mp4", "satz.mp4", "satz.webm", "seite.webm",
    ]  # fmt: skip


def test_joins_show_less_change_than_signing_does(
    performance: Performance, pool: RenderPool, tmp_path: Path
) -> None:
    one = render(performance, tmp_path / "satz.mp4", size=360, pool=pool)
    frames = pictures(join([one, one, one], tmp_path / "seite.mp4").path)
    change = np.array([np.abs(b.astype(int) - a).mean() for a, b in itertools.pairwise(frames)])
    joins = [one.frames * k - 1 for k in (1, 2)]
    inside = np.delete(change, joins)
    assert change[joins].max() < np.median(inside)
    assert change[joins].max() < 1.0


def test_a_stage_that_has_drawn_holds_no_picture_twice(performance: Performance) -> None:
    """The driver has its own: 50 MB less in each of two processes."""
    with Stage(size=360) as shown:
        first = shown.still(performance, 0.4)
        held = [piece.texture for piece in shown.model.pieces if piece.texture is not None]
        assert not held
        assert np.array_equal(first, shown.still(performance, 0.4)), "nothing is missed later"
        assert len(np.unique(first.reshape(-1, 3), axis=0)) > 1000, "skin and cloth are textured"
