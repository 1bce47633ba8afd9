"""One render job: scores → clips → page video with captions and a still, all or nothing."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from a11y.errors import KlarhandError
from a11y.portal.jobs import mp4, records, retired
from a11y.portal.store import Database
from a11y.portal.store.tables import RenderJob, SignedText, Video
from a11y.portal.translation import Translator
from a11y.sign_avatar.score import SignedSentence

log = logging.getLogger(__name__)

PREVIEWS = (1, 3, 6, 10, 15, 21)
"""After so many sentences a page that is being looked at can show the first ones."""


class JobLostError(Exception):
    """Another worker owns the job now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """videos: one folder per finished video. clips: sentences, kept by content hash."""

    videos: Path
    clips: Path


def work_once(database: Database, translator: Translator, folders: Folders, *, worker: str) -> bool:
    """Claim the most urgent job and do it. False: there was none."""
    with database.transaction() as session:
        job = records.claim(session, worker=worker)
        if job is None:
            return False
        version = session.get_one(SignedText, job.signed_text_id)
        scores = [SignedSentence.from_dict(score) for score in version.scores]

    def beat(share: float) -> None:
        with database.transaction() as session:
            if not records.beat(session, job.id, worker=worker, progress=share):
                raise JobLostError(job.key)

    def preview(video: Video) -> None:
        with database.transaction() as session:
            records.show_first_part(session, job.id, video)

    # Only what somebody waits for is worth joining twice.
    watched = preview if job.priority >= records.START_PAGE else None
    try:
        video = render(job, scores, translator, folders, beat=_now_and_then(beat), preview=watched)
    except JobLostError:
        log.info("job %s was taken over", job.key)
    except KlarhandError as error:
        _failed(database, job, str(error), final=True)
    except OSError as error:
        # A full disk, most of all; the next attempt may find room.
        _failed(database, job, f"{error.strerror or error} ({error.filename or ''})", final=False)
    except Exception as error:
        log.exception("rendering %s failed", job.unit_key)
        _failed(database, job, f"{type(error).__name__}: {error}", final=False)
    else:
        with database.transaction() as session:
            replaced = records.finish(session, job.id, video)
        retired.retire(folders.videos, replaced)
    return True


def render(
    job: RenderJob,
    scores: Sequence[SignedSentence],
    translator: Translator,
    folders: Folders,
    *,
    beat: Callable[[float], None],
    preview: Callable[[Video], None] | None = None,
) -> Video:
    """The finished video; its folder appears only when everything in it is there.

    preview: is given a video of the first sentences now and then, to be watched meanwhile.
    """
    folders.videos.mkdir(parents=True, exist_ok=True)
    folders.clips.mkdir(parents=True, exist_ok=True)
    clips: list[Any] = []
    for index, sentence in enumerate(scores):

        def progress(share: float, *, done: int = index) -> None:
            beat((done + share) / len(scores))

        progress(0.0)
        clips.append(translator.clip(sentence, folders.clips, signer=job.signer, progress=progress))
        if preview and len(clips) in PREVIEWS and len(clips) < len(scores):
            key = f"{job.key}{len(clips):04x}"
            preview(_assemble(key, job, scores[: len(clips)], clips, translator, folders))
    return _assemble(job.key, job, scores, clips, translator, folders)


def _assemble(
    key: str,
    job: RenderJob,
    scores: Sequence[SignedSentence],
    clips: Sequence[Any],
    translator: Translator,
    folders: Folders,
) -> Video:
    """Join clips into the folder ``key``, with captions and a still."""
    facts = [mp4.probe(clip.path) for clip in clips]
    draft = Path(tempfile.mkdtemp(prefix=f".{key}-", dir=folders.videos))
    try:
        translator.join(clips, draft / "video.mp4")
        whole = mp4.probe(draft / "video.mp4")
        sentences = timeline(scores, [fact.seconds for fact in facts])
        (draft / "captions.vtt").write_text(webvtt(sentences), "utf-8")
        mp4.still(draft / "video.mp4", draft / "poster.jpg", at=facts[0].seconds * 0.45)
        size = (draft / "video.mp4").stat().st_size
        draft.chmod(0o755)
        final = folders.videos / key
        if final.exists():
            shutil.rmtree(final)
        draft.rename(final)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Video(
        key=key,
        unit_key=job.unit_key,
        seconds=whole.seconds,
        bytes=size,
        width=whole.width,
        height=whole.height,
        sentences=sentences,
    )


def timeline(scores: Sequence[SignedSentence], seconds: Sequence[float]) -> list[dict[str, Any]]:
    """Where each sentence lies in the joined video: start and end in seconds, and its German."""
    out, at = [], 0.0
    for sentence, length in zip(scores, seconds, strict=True):
        out.append(
            {"start": round(at, 3), "end": round(at + length, 3), "deutsch": sentence.german}
        )
        at += length
    return out


def webvtt(sentences: Sequence[dict[str, Any]]) -> str:
    """Captions: one cue a sentence."""
    cues = [
        f"{number}\n{_clock(line['start'])} --> {_clock(line['end'])}\n"
        + escape(" ".join(line["deutsch"].split()), quote=False)
        for number, line in enumerate(sentences, 1)
    ]
    return "WEBVTT\nLanguage: de\n\n" + "\n\n".join(cues) + "\n"


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _failed(database: Database, job: RenderJob, error: str, *, final: bool) -> None:
    log.error("video for %s: %s", job.unit_key, error)
    with database.transaction() as session:
        records.fail(session, job.id, error[:500], final=final)


def _now_and_then(beat: Callable[[float], None], *, step: float = 0.02) -> Callable[[float], None]:
    """Writing every frame's progress would only wear the disk."""
    last = -1.0

    def wrapped(share: float) -> None:
        nonlocal last
        if share - last >= step:
            last = share
            beat(share)

    return wrapped
