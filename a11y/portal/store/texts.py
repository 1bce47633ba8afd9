"""Versions of units in easy German and in DGS, films of people, and who released them.

The current version of a unit is the newest one made from its present text; a released version is
never overtaken by a machine's. What came from a language model is current only once it is released:
until then it is the editors' draft.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from a11y.portal.errors import NotEntitledError
from a11y.portal.store.leistungen import text_digest
from a11y.portal.store.tables import (
    UNSEEN,
    Approval,
    EasyText,
    Origin,
    Recording,
    Role,
    SignedText,
    Unit,
)
from a11y.review import ReviewState
from a11y.sign_avatar.score import SignedSentence

# Which role may release what. What is signed is for Deaf experts alone, by a person or an avatar.
ENTITLED = {"easy": Role.REDAKTION, "signed": Role.FACHPERSON, "recording": Role.FACHPERSON}

Version = EasyText | SignedText | Recording
_KINDS = {
    "easy": EasyText,
    "signed": SignedText,
    "recording": Recording,
}
ROLE_NAMES = {
    Role.REDAKTION: "Redaktion",
    Role.FACHPERSON: "taube Fachperson",
    Role.VERWALTUNG: "Verwaltung",
}


def easy_text(sentences: Sequence[str], paragraphs: Sequence[int]) -> str:
    """One sentence a line, a blank line between paragraphs."""
    lines: list[str] = []
    for index, sentence in enumerate(sentences):
        if index and paragraphs[index] != paragraphs[index - 1]:
            lines.append("")
        lines.append(sentence)
    return "\n".join(lines)


def current_easy(session: Session, unit: Unit, *, level: str = "leicht") -> EasyText | None:
    """The easy version to show, or None if there is none for the present text."""
    released = or_(EasyText.origin.not_in(UNSEEN), EasyText.state == ReviewState.APPROVED)
    return session.scalars(_easy_versions(unit, level).where(released)).first()


def edited_easy(session: Session, unit: Unit, *, level: str = "leicht") -> EasyText | None:
    """The version an editor works on: the newest one of people or of a model, else the current."""
    versions = _easy_versions(unit, level).where(EasyText.origin != Origin.MACHINE)
    return session.scalars(versions).first() or current_easy(session, unit, level=level)


def _easy_versions(unit: Unit, level: str) -> Select[EasyText]:
    return (
        select(EasyText)
        .where(
            EasyText.unit_key == unit.key,
            EasyText.source_digest == unit.digest,
            EasyText.level == level,
        )
        .order_by(EasyText.id.desc())
        .limit(1)
    )


def current_signed(session: Session, unit: Unit) -> SignedText | None:
    """The signed version to show, or None; made from the easy text or, without one, the unit."""
    return session.scalars(
        select(SignedText)
        .where(
            SignedText.unit_key == unit.key,
            SignedText.source_digest == signed_source(session, unit)[1],
        )
        .order_by(SignedText.id.desc())
        .limit(1)
    ).first()


def signed_source(session: Session, unit: Unit) -> tuple[str, str]:
    """(German text to be signed, its digest)."""
    easy = current_easy(session, unit) if unit.owner != "seite/bitv4" else None
    text = easy_text(easy.sentences, easy.paragraphs) if easy else unit.text
    return text, text_digest(text)


def save_easy(
    session: Session,
    unit: Unit,
    *,
    sentences: Sequence[str],
    paragraphs: Sequence[int],
    origin: Origin,
    level: str = "leicht",
    author: str = "",
) -> EasyText:
    """A new version, unless the current one says the same or a machine would overtake people."""
    machine = origin is Origin.MACHINE
    known = (current_easy if machine else edited_easy)(session, unit, level=level)
    if known and list(known.sentences) == list(sentences):
        return known
    if known and machine and _decided(known):
        return known
    version = EasyText(
        unit_key=unit.key,
        source_digest=unit.digest,
        level=level,
        sentences=list(sentences),
        paragraphs=list(paragraphs),
        origin=origin,
        state=ReviewState.DRAFT,
        author=author,
    )
    session.add(version)
    session.flush()
    return version


def save_signed(
    session: Session,
    unit: Unit,
    *,
    sentences: Sequence[SignedSentence],
    origin: Origin,
    author: str = "",
) -> SignedText:
    """As ``save_easy`` for scores."""
    scores = [sentence.to_dict() for sentence in sentences]
    digest = scores_digest(scores)
    known = current_signed(session, unit)
    if known and known.digest == digest:
        return known
    if known and origin is Origin.MACHINE and _decided(known):
        return known
    version = SignedText(
        unit_key=unit.key,
        source_digest=signed_source(session, unit)[1],
        scores=scores,
        digest=digest,
        origin=origin,
        state=ReviewState.DRAFT,
        author=author,
    )
    session.add(version)
    session.flush()
    return version


def _decided(version: EasyText | SignedText) -> bool:
    """A person has written or released it."""
    return version.origin is Origin.PEOPLE or version.state is not ReviewState.DRAFT


def scores_digest(scores: Sequence[dict[str, Any]]) -> str:
    form = json.dumps(list(scores), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(form.encode()).hexdigest()[:24]


def current_recording(session: Session, unit: Unit) -> Recording | None:
    """The newest film of a person for the unit's present text, or None."""
    return session.scalars(
        select(Recording)
        .where(Recording.unit_key == unit.key, Recording.source_digest == unit.digest)
        .order_by(Recording.id.desc())
        .limit(1)
    ).first()


def recording_by_key(session: Session, key: str) -> Recording | None:
    return session.scalars(select(Recording).where(Recording.key == key)).first()


def outdated_recording(session: Session, unit: Unit) -> Recording | None:
    """The newest film of a person if it was made for another text than the present one."""
    newest = session.scalars(
        select(Recording)
        .where(Recording.unit_key == unit.key)
        .order_by(Recording.id.desc())
        .limit(1)
    ).first()
    return newest if newest and newest.source_digest != unit.digest else None


def version(session: Session, kind: str, number: int) -> Version | None:
    """Version ``number`` of a kind in ``ENTITLED``."""
    found = session.get(_KINDS[kind], number)
    return found if isinstance(found, EasyText | SignedText | Recording) else None


def kind_of(version: Version) -> str:
    """``easy``, ``signed`` or ``recording``."""
    return next(name for name, table in _KINDS.items() if isinstance(version, table))


def release(
    session: Session,
    version: Version,
    *,
    state: ReviewState,
    who: str,
    role: Role,
    note: str = "",
) -> Approval:
    """Record that somebody entitled has judged a version. Raises NotEntitledError."""
    kind = kind_of(version)
    if role is not ENTITLED[kind]:
        raise NotEntitledError(ROLE_NAMES[ENTITLED[kind]])
    version.state = state
    if isinstance(version, EasyText):
        digest = text_digest(easy_text(version.sentences, version.paragraphs))
    else:
        digest = version.key if isinstance(version, Recording) else version.digest
    approval = Approval(
        kind=kind,
        version_id=version.id,
        unit_key=version.unit_key,
        state=state,
        who=who,
        role=role,
        note=note,
        content_digest=digest,
    )
    session.add(approval)
    session.flush()
    return approval


def approval_of(session: Session, version: Version) -> Approval | None:
    """The newest judgement on a version."""
    return session.scalars(
        select(Approval)
        .where(Approval.kind == kind_of(version), Approval.version_id == version.id)
        .order_by(Approval.id.desc())
        .limit(1)
    ).first()
