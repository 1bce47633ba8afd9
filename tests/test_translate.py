"""The whole line: a German sentence becomes a film that plays."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from click.testing import CliRunner

from a11y import translate
from a11y.cli import cli
from a11y.errors import KlarhandError
from a11y.sign_avatar.score import SignKind


@pytest.fixture
def own_clips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own, so that it starts empty."""
    clips = tmp_path / "clips"
    clips.mkdir()
    monkeypatch.setattr(translate, "clips_dir", lambda: clips)
    return clips


def test_nothing_of_the_meaning_is_lost_on_the_way_to_the_score() -> None:
    (sentence,) = translate.score("Sie müssen 25 Euro nicht bezahlen.")
    glosses = [sign.gloss for sign in sentence.signs]
    assert "$NUM:25" in glosses
    assert any("BEZAHLEN" in gloss for gloss in glosses)
    assert any(span.value == "shake" for span in sentence.non_manuals)


@pytest.mark.parametrize("text", ["", "   \n", "🙂🙂", "…"])
def test_a_text_without_words_is_refused(text: str) -> None:
    for as_is in (False, True):
        with pytest.raises(KlarhandError, match="at least one"):
            translate.score(text, as_is=as_is)


def test_a_text_too_long_for_a_film_is_refused() -> None:
    with pytest.raises(translate.TooLongError, match="Split it"):
        translate.score("Das ist ein Satz. " * 6000)


def test_the_same_sentence_moves_the_same_way() -> None:
    (sentence,) = translate.score("Guten Tag.")
    first, second = translate.perform(sentence), translate.perform(sentence)
    assert (first.rotations == second.rotations).all()
    assert (first.weights == second.weights).all()


@pytest.mark.render
def test_a_text_becomes_a_film_with_captions_and_a_still(
    runner: CliRunner, tmp_path: Path, own_clips: Path
) -> None:
    out = tmp_path / "gruss.mp4"
    result = runner.invoke(
        cli, ["sign", "Danke. Hallo.", "--out", str(out), "--size", "360", "--format", "json"]
    )
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["review"] == "draft"
    with av.open(str(out)) as film:
        video = film.streams.video[0]
        assert (video.width, video.height, video.codec_context.name) == (360, 360, "h264")
        assert int(video.average_rate or 0) == 25
        assert sum(1 for _ in film.decode(video=0)) == round(answer["seconds"] * 25)
    assert out.with_suffix(".vtt").read_text("utf-8").count("-->") == 2
    assert out.with_suffix(".jpg").stat().st_size > 5_000
    assert len(list(own_clips.iterdir())) == 2, "one segment for each sentence"


@pytest.mark.render
def test_editing_one_sentence_draws_one_sentence(tmp_path: Path, own_clips: Path) -> None:
    look = translate.Look(size=360)
    with translate.warm():
        translate.film(translate.score("Danke. Hallo."), tmp_path / "a.mp4", look=look)
        before = {path: path.stat().st_mtime_ns for path in own_clips.iterdir()}
        translate.film(translate.score("Danke. Nein."), tmp_path / "b.mp4", look=look)
    after = {path: path.stat().st_mtime_ns for path in own_clips.iterdir()}
    assert before.items() <= after.items(), "what was drawn is not drawn again"
    assert len(after) == len(before) + 1


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk takes root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.render
def test_a_full_disk_leaves_nothing_half_written(tiny_disk: Path, own_clips: Path) -> None:
    with translate.warm(), pytest.raises(KlarhandError) as error:
        translate.film(translate.score("Danke."), tiny_disk / "danke.mp4")
    assert error.value.code == "KH-STAGE-02"
    assert "Free some space" in error.value.remedy
    assert list(tiny_disk.iterdir()) == []


def test_what_is_not_a_video_name_is_refused_before_any_work(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["sign", "Ja.", "--out", "gruss.txt"])
    assert result.exception is not None
    assert ".mp4" in str(result.exception)


def test_a_file_that_is_not_there_is_not_finger_spelled(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["sign", "brief.txt", "--out", "brief.mp4"])
    assert "KH-TEXT-01" in str(result.exception)


def test_an_unknown_word_is_finger_spelled_with_its_mouthing() -> None:
    (sentence,) = translate.score("Quorx kommt.", as_is=True)
    spelled = [sign for sign in sentence.signs if sign.kind is SignKind.FINGERSPELLED]
    assert [sign.text.lower() for sign in spelled] == ["quorx"]
    assert spelled[0].mouthing
