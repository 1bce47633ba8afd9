"""What a page shows of a unit: its text, its easy version, its video or how far that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import current_app
from sqlalchemy.orm import Session

from a11y.portal import films
from a11y.portal.content.blocks import Block, blocks
from a11y.portal.database import database
from a11y.portal.films import PageFilm
from a11y.portal.jobs import prepare, records
from a11y.portal.jobs.page_film import page_key
from a11y.portal.store import texts
from a11y.portal.store.tables import (
    UNSEEN,
    EasyText,
    JobState,
    Origin,
    Recording,
    RenderJob,
    SignedText,
    Unit,
    Video,
)
from a11y.portal.translation import renderer_version
from a11y.review import ReviewState
from a11y.sign_avatar.score import SignedSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyPart:
    """A unit in easy German. paragraphs: sentences per source paragraph; empty if not made yet."""

    unit: Unit
    version: EasyText | None
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def released(self) -> bool:
        return self.version is not None and self.version.state is ReviewState.APPROVED

    @property
    def unpublished(self) -> bool:
        """A whole draft that nobody has released: no page shows it."""
        version = self.version
        return version is not None and version.origin in UNSEEN and not self.released


@dataclass(frozen=True, kw_only=True)
class SignedPart:
    """A unit in DGS. video is None until rendered; then job says how far it is.

    recording: a film of a person; where there is one it is shown and the avatar is not.
    """

    unit: Unit
    version: SignedText | None
    video: Video | None
    job: RenderJob | None
    waiting: int = 0
    first_part: Video | None = None
    recording: Recording | None = None

    @property
    def finished(self) -> Recording | Video | None:
        """The film of the whole unit."""
        return self.recording or self.video

    @property
    def watchable(self) -> Recording | Video | None:
        """The film, or its first sentences while the rest is being made."""
        return self.finished or self.first_part

    @property
    def released(self) -> bool:
        """Somebody entitled has judged what is shown."""
        if self.recording:
            return self.recording.state is ReviewState.APPROVED
        return self.avatar_released

    @property
    def avatar_released(self) -> bool:
        return self.version is not None and self.version.state is ReviewState.APPROVED

    @property
    def edited(self) -> bool:
        """People have typed over what the machine made."""
        return self.version is not None and self.version.origin is Origin.PEOPLE

    @property
    def failed(self) -> bool:
        return self.job is not None and self.job.state is JobState.FAILED

    @property
    def pending(self) -> bool:
        return self.job is not None and self.job.state in (JobState.QUEUED, JobState.RUNNING)

    @cached_property
    def sentences(self) -> tuple[SignedSentence, ...]:
        return tuple(map(SignedSentence.from_dict, self.version.scores)) if self.version else ()

    @property
    def german(self) -> tuple[str, ...]:
        """The transcript: the sentences as the avatar signs them, else the unit's lines."""
        if self.sentences and not self.recording:
            lines = tuple(sentence.german for sentence in self.sentences)
        else:
            lines = tuple(line for line in self.unit.text.splitlines() if line.strip())
        # Every line is an item of the transcript's own list.
        return tuple(line.removeprefix("- ") for line in lines)

    @property
    def shown(self) -> tuple[str, ...]:
        """Texts shown on screen because they are not signed, each once."""
        found = [text for sentence in self.sentences for text in sentence.shown_texts()]
        return tuple(dict.fromkeys(found))

    @property
    def terms(self) -> tuple[str, ...]:
        """German terms that the signs paraphrase, each once."""
        return tuple(dict.fromkeys(term for item in self.sentences for term in item.terms()))


def unit_blocks(unit: Unit) -> tuple[Block, ...]:
    return blocks(unit.text)


def easy_parts(
    session: Session, units: Sequence[Unit], *, editing: bool = False
) -> tuple[EasyPart, ...]:
    """Easy versions of the units; missing ones are made now, which takes well under a second.

    editing: what an editor works on instead of what the page shows.
    """
    choose = texts.edited_easy if editing else texts.current_easy
    _prepare(
        session, [unit for unit in units if texts.current_easy(session, unit) is None], signed=False
    )
    out = []
    for unit in units:
        version = choose(session, unit)
        grouped = paragraphs_of(version.sentences, version.paragraphs) if version else ()
        out.append(EasyPart(unit=unit, version=version, paragraphs=grouped))
    return tuple(out)


def signed_parts(
    session: Session, units: Sequence[Unit], *, priority: int = records.LOOKED_AT
) -> tuple[SignedPart, ...]:
    """Signed versions with their videos. Missing videos are asked for, the first part first."""
    wanted = [unit for unit in units if unit.signed]
    _prepare(session, [u for u in wanted if texts.current_signed(session, u) is None], signed=True)
    _ask(session, wanted, priority)
    return tuple(signed_part(session, unit) for unit in wanted)


def signed_part(session: Session, unit: Unit) -> SignedPart:
    """As it is; asks for nothing."""
    version = texts.current_signed(session, unit)
    recording = texts.current_recording(session, unit)
    if version is None:
        return SignedPart(unit=unit, version=None, video=None, job=None, recording=recording)
    key = key_of(version)
    job = records.job_for(session, key)
    begun = _there(session, job.first_part) if job and job.first_part else None
    return SignedPart(
        unit=unit,
        version=version,
        video=_there(session, key),
        job=job,
        waiting=records.waiting_before(session, job) if job else 0,
        first_part=begun,
        recording=recording,
    )


def _there(session: Session, key: str) -> Video | None:
    """The video, unless somebody has deleted its files."""
    video = session.get(Video, key)
    return video if video and films.whole(current_app.config["VIDEOS"], key) else None


def page_film(parts: Sequence[SignedPart]) -> PageFilm | None:
    """The film of the whole page that these parts make, if it is there.

    None where a person signs a part: their film is not the avatar's to join.
    """
    signed = [part for part in parts if part.version and part.sentences]
    videos = [part.video for part in signed if part.video and not part.recording]
    if len(videos) < len(signed):
        return None
    key = page_key([video.key for video in videos])
    return films.page_film(current_app.config["VIDEOS"], key)


def key_of(version: SignedText) -> str:
    """Content hash of the version's video with the site's signer."""
    return records.video_key(
        version, signer=current_app.config["SIGNER"], renderer=renderer_version()
    )


def _prepare(session: Session, units: Sequence[Unit], *, signed: bool) -> None:
    if not units:
        return
    made = [(unit.key, prepare.draft(session, unit, signed=signed)) for unit in units]
    with database().transaction() as writing:
        for key, drafted in made:
            prepare.keep(writing, writing.get_one(Unit, key), drafted)
    refresh(session)


def refresh(session: Session) -> None:
    """Look again: another session has written."""
    session.rollback()
    session.expire_all()


def _ask(session: Session, units: Sequence[Unit], priority: int) -> None:
    if not current_app.config["RENDER"]:
        return
    missing = []
    for unit in units:
        version = texts.current_signed(session, unit)
        if version is None or not version.scores:
            continue
        key = key_of(version)
        job = records.job_for(session, key)
        idle = (
            job is None
            or job.state is JobState.DONE
            or (job.state is JobState.QUEUED and job.priority < priority)
        )
        if idle and _there(session, key) is None:
            missing.append((version, key))
    if not missing:
        return
    with database().transaction() as writing:
        videos = current_app.config["VIDEOS"]
        records.forget_lost(writing, videos, keys=[key for _, key in missing])
        for index, (version, key) in enumerate(missing):
            records.request(
                writing,
                version,
                key=key,
                signer=current_app.config["SIGNER"],
                priority=priority - index,
            )
    refresh(session)
    wake = current_app.extensions.get("klarhand-wake")
    if wake:
        wake(len(missing))


def paragraphs_of(
    sentences: Sequence[str], paragraphs: Sequence[int]
) -> tuple[tuple[str, ...], ...]:
    """The sentences of each paragraph. paragraphs: the index of each sentence's paragraph."""
    groups: dict[int, list[str]] = {}
    for sentence, paragraph in zip(sentences, paragraphs, strict=True):
        groups.setdefault(paragraph, []).append(sentence)
    return tuple(tuple(groups[index]) for index in sorted(groups))
