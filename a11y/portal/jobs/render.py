"""One render job: scores → clips → page video with captions and a still, all or nothing."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11y.errors import KlarhandError
from a11y.portal import films
from a11y.portal.jobs import mp4, page_film, records, retired
from a11y.portal.jobs.vtt import webvtt
from a11y.portal.store import Database
from a11y.portal.store.tables import RenderJob, SignedText, Unit, Video
from a11y.portal.translation import Translator, renderer_version
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.stage.encode import Rendition
from a11y.sign_avatar.stage.errors import DiskFullError, RendererDiedError

log = logging.getLogger(__name__)

PREVIEWS = (1, 3, 6, 10, 15, 21)
"""After so many sentences a page that is being looked at can show the first ones."""


class JobLostError(Exception):
    """Another worker owns the job now."""


class PutBackError(Exception):
    """Somebody waits for another film; this job goes on later from the clips it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """videos: one folder per finished video. clips: sentences, kept by content hash.
    renditions: what is made of every video; the first is shown while the rest is being made."""

    videos: Path
    clips: Path
    renditions: tuple[Rendition, ...] = films.RENDITIONS


def work_once(database: Database, translator: Translator, folders: Folders, *, worker: str) -> bool:
    """Claim the most urgent job and do it. False: there was none.

    Where a more urgent one comes meanwhile, the sentence is finished, the job put back, and the
    other done in its place: the message that woke the other will wake the one put back.
    """
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

    def between() -> None:
        with database.transaction() as session:
            aside = records.put_back(session, job.id, worker=worker)
        if aside:
            raise PutBackError(job.key)

    def preview(video: Video) -> None:
        with database.transaction() as session:
            records.show_first_part(session, job.id, video)

    # Only what somebody waits for is worth joining twice.
    watched = preview if job.priority >= records.START_PAGE else None
    try:
        video = render(
            job, scores, translator, folders,
            beat=_now_and_then(beat), between=between, preview=watched,
        )  # fmt: skip
    except PutBackError:
        log.info("job %s waits for a more urgent one", job.key)
        return work_once(database, translator, folders, worker=worker)
    except JobLostError:
        log.info("job %s was taken over", job.key)
    except (DiskFullError, RendererDiedError) as error:
        # The next attempt may find room, or a driver that lives.
        _failed(database, job, str(error), final=False)
    except KlarhandError as error:
        _failed(database, job, str(error), final=True)
    except OSError as error:
        _failed(database, job, f"{error.strerror or error} ({error.filename or ''})", final=False)
    except Exception as error:
        log.exception("rendering %s failed", job.unit_key)
        _failed(database, job, f"{type(error).__name__}: {error}", final=False)
    else:
        with database.transaction() as session:
            replaced = records.finish(session, job.id, video)
        retired.retire(folders.videos, replaced)
        _whole_page(database, translator, folders, job)
    return True


def _whole_page(
    database: Database, translator: Translator, folders: Folders, job: RenderJob
) -> None:
    """Join the page's film anew; a page without it still has its parts."""
    try:
        with database.open() as session:
            unit = session.get(Unit, job.unit_key)
            if unit is not None:
                page_film.make(
                    session, unit.owner, folders.videos, translator.join,
                    signer=job.signer, renderer=renderer_version(),
                )  # fmt: skip
    except (KlarhandError, OSError) as error:
        log.warning("no film of the whole page for %s: %s", job.unit_key, error)


def render(
    job: RenderJob,
    scores: Sequence[SignedSentence],
    translator: Translator,
    folders: Folders,
    *,
    beat: Callable[[float], None],
    between: Callable[[], None] = lambda: None,
    preview: Callable[[Video], None] | None = None,
) -> Video:
    """The finished video; its folder appears only when everything in it is there.

    between: called before every sentence but the first; may raise, the clips are kept.
    preview: is given a video of the first sentences now and then, to be watched meanwhile.
    """
    folders.videos.mkdir(parents=True, exist_ok=True)
    folders.clips.mkdir(parents=True, exist_ok=True)
    clips: list[tuple[Any, ...]] = []
    for index, sentence in enumerate(scores):
        if index:
            between()

        def progress(share: float, *, done: int = index) -> None:
            beat((done + share) / len(scores))

        progress(0.0)
        clips.append(
            translator.clips(
                sentence, folders.clips,
                signer=job.signer, renditions=folders.renditions, progress=progress,
            )
        )  # fmt: skip
        if preview and len(clips) in PREVIEWS and len(clips) < len(scores):
            key = f"{job.key}{len(clips):04x}"
            begun = [each[:1] for each in clips]
            preview(_assemble(key, job, scores[: len(clips)], begun, translator, folders))
    return _assemble(job.key, job, scores, clips, translator, folders)


def _assemble(
    key: str,
    job: RenderJob,
    scores: Sequence[SignedSentence],
    clips: Sequence[tuple[Any, ...]],
    translator: Translator,
    folders: Folders,
) -> Video:
    """Join clips (each in all renditions) into the folder ``key``, with captions and a still."""
    facts = [mp4.probe(each[0].path) for each in clips]
    draft = Path(tempfile.mkdtemp(prefix=f".{key}-", dir=folders.videos))
    try:
        for index, rendition in enumerate(folders.renditions[: len(clips[0])]):
            translator.join([each[index] for each in clips], draft / films.file_name(rendition))
        whole = mp4.probe(draft / "video.mp4")
        sentences = timeline(scores, [fact.seconds for fact in facts])
        (draft / "captions.vtt").write_text(webvtt(sentences), "utf-8")
        which, into = translator.telling_moment(scores, signer=job.signer)
        at = sum(fact.seconds for fact in facts[:which]) + into
        mp4.still(draft / "video.mp4", draft / "poster.jpg", at=at)
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
