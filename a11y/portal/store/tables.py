"""The tables. Times are UTC; JSON columns hold the file forms of ``docs/formats/``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Enum, ForeignKey, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from a11y.review import ReviewState


class UtcTime(TypeDecorator[datetime]):
    """SQLite forgets time zones; give them back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[int]: JSON,
        list[dict[str, Any]]: JSON,
    }


def _enum(kind: type[StrEnum]) -> Enum:
    return Enum(
        kind, native_enum=False, length=20, values_callable=lambda values: [v.value for v in values]
    )


class Origin(StrEnum):
    """Who made a version.

    MODEL: a language model's text, DRAFT: a shorter version by the rules; an editor took them, and
    no page shows them before their release.
    """

    MACHINE = "machine"
    PEOPLE = "people"
    MODEL = "model"
    DRAFT = "draft"


UNSEEN = (Origin.MODEL, Origin.DRAFT)
"""What citizens see only once it is released."""


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Role(StrEnum):
    """REDAKTION writes and approves easy German; FACHPERSON is the Deaf expert ("taube
    Fachperson") who alone approves what is signed; VERWALTUNG keeps the accounts."""

    REDAKTION = "redaktion"
    FACHPERSON = "taube-fachperson"
    VERWALTUNG = "verwaltung"


class LeistungRow(Base):
    __tablename__ = "leistung"

    slug: Mapped[str] = mapped_column(primary_key=True)
    titel: Mapped[str]
    kurztext: Mapped[str]
    thema: Mapped[str] = mapped_column(index=True)
    stand: Mapped[date]
    digest: Mapped[str]
    document: Mapped[dict[str, Any]]
    imported: Mapped[datetime] = mapped_column(default=now)


class Unit(Base):
    """A text that is translated as a whole: a module, a section of a page, a pasted text.

    key: ``leistung/<slug>/<module>``, ``seite/bitv4/<section>`` or ``entwurf/<number>``.
    digest: of the text; versions remember which text they were made from.
    """

    __tablename__ = "unit"

    key: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(index=True)
    position: Mapped[int] = mapped_column(default=0)
    heading: Mapped[str]
    text: Mapped[str]
    digest: Mapped[str]
    signed: Mapped[bool] = mapped_column(default=True)

    easy_texts: Mapped[list[EasyText]] = relationship(
        cascade="all, delete-orphan", order_by="EasyText.id", passive_deletes=True
    )
    signed_texts: Mapped[list[SignedText]] = relationship(
        cascade="all, delete-orphan", order_by="SignedText.id", passive_deletes=True
    )


class EasyText(Base):
    """One version of a unit in easy German. sentences[i] belongs to paragraph paragraphs[i]."""

    __tablename__ = "easy_text"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    source_digest: Mapped[str]
    level: Mapped[str] = mapped_column(default="leicht")
    sentences: Mapped[list[str]]
    paragraphs: Mapped[list[int]]
    origin: Mapped[Origin] = mapped_column(_enum(Origin))
    state: Mapped[ReviewState] = mapped_column(_enum(ReviewState), default=ReviewState.DRAFT)
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)


class SignedText(Base):
    """One version of a unit as DGS scores (``SignedSentence.to_dict`` each)."""

    __tablename__ = "signed_text"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    source_digest: Mapped[str]
    scores: Mapped[list[dict[str, Any]]]
    digest: Mapped[str]
    origin: Mapped[Origin] = mapped_column(_enum(Origin))
    state: Mapped[ReviewState] = mapped_column(_enum(ReviewState), default=ReviewState.DRAFT)
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)


class Video(Base):
    """A rendered page video. Files lie under ``videos/`` in ``var``; key is the content hash."""

    __tablename__ = "video"

    key: Mapped[str] = mapped_column(primary_key=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    seconds: Mapped[float]
    bytes: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    sentences: Mapped[list[dict[str, Any]]]
    created: Mapped[datetime] = mapped_column(default=now)


class Recording(Base):
    """A film of a person who signs a unit. Files lie beside the rendered videos; key is the
    content hash of what was uploaded and where it belongs.

    source_digest: of the unit's text that was signed; after a change of text the film is no
    longer shown. performer: who signs, as the page names them, or "".
    """

    __tablename__ = "recording"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    source_digest: Mapped[str]
    seconds: Mapped[float]
    bytes: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    captioned: Mapped[bool]
    performer: Mapped[str] = mapped_column(default="")
    state: Mapped[ReviewState] = mapped_column(_enum(ReviewState), default=ReviewState.DRAFT)
    author: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)


class ModelProposal(Base):
    """What a language model made of a unit's text, for editors only. result: the rewriter's
    ``Proposal.to_dict()`` once it is DONE; problem: German, why there is none."""

    __tablename__ = "model_proposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    source_digest: Mapped[str]
    state: Mapped[JobState] = mapped_column(_enum(JobState))
    result: Mapped[dict[str, Any]]
    problem: Mapped[str] = mapped_column(default="")
    author: Mapped[str]
    created: Mapped[datetime] = mapped_column(default=now)


class RenderJob(Base):
    """The truth about rendering; the queue only wakes workers. key: the video's content hash.

    first_part: key of a video of the first sentences, to be watched while the rest is drawn.
    """

    __tablename__ = "render_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    unit_key: Mapped[str] = mapped_column(ForeignKey("unit.key", ondelete="CASCADE"), index=True)
    signed_text_id: Mapped[int] = mapped_column(ForeignKey("signed_text.id", ondelete="CASCADE"))
    signer: Mapped[str] = mapped_column(default="")
    state: Mapped[JobState] = mapped_column(_enum(JobState), default=JobState.QUEUED, index=True)
    priority: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    progress: Mapped[float] = mapped_column(default=0.0)
    first_part: Mapped[str] = mapped_column(default="")
    worker: Mapped[str] = mapped_column(default="")
    lease_until: Mapped[datetime | None]
    heartbeat: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(default="")
    created: Mapped[datetime] = mapped_column(default=now)
    finished: Mapped[datetime | None]


class Approval(Base):
    """Who released what, in which role, and when. Never changed, never deleted."""

    __tablename__ = "approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    version_id: Mapped[int]
    unit_key: Mapped[str] = mapped_column(index=True)
    state: Mapped[ReviewState] = mapped_column(_enum(ReviewState))
    who: Mapped[str]
    role: Mapped[Role] = mapped_column(_enum(Role))
    note: Mapped[str] = mapped_column(default="")
    content_digest: Mapped[str]
    created: Mapped[datetime] = mapped_column(default=now)


class Account(Base):
    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    roles: Mapped[list[str]]
    active: Mapped[bool] = mapped_column(default=True)
    created: Mapped[datetime] = mapped_column(default=now)


class Feedback(Base):
    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    page: Mapped[str] = mapped_column(default="")
    message: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    handled: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime] = mapped_column(default=now)


class SearchWord(Base):
    """The search index: stems of a service's words with the weight of where they stand."""

    __tablename__ = "search_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(ForeignKey("leistung.slug", ondelete="CASCADE"), index=True)
    stem: Mapped[str] = mapped_column(index=True)
    weight: Mapped[float]
