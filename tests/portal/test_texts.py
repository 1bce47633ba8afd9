"""Versions in easy German and in DGS: who may make and release what."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from a11y.portal.errors import NotEntitledError
from a11y.portal.store import Database, texts
from a11y.portal.store.leistungen import text_digest
from a11y.portal.store.tables import Origin, Role, Unit
from a11y.review import ReviewState
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind

KEY = "leistung/hund-anmelden/kosten"
SCORE = SignedSentence(
    german="Das ist kostenlos.", signs=(Sign(gloss="KOSTENLOS1", kind=SignKind.LEXICAL),)
)


def unit(session: Session) -> Unit:
    return session.get_one(Unit, KEY)


def machine(session: Session, *sentences: str) -> object:
    return texts.save_easy(
        session,
        unit(session),
        sentences=sentences,
        paragraphs=[0] * len(sentences),
        origin=Origin.MACHINE,
    )


def test_the_newest_version_counts(database: Database) -> None:
    with database.transaction() as session:
        machine(session, "Alt.")
        machine(session, "Neu.")
        current = texts.current_easy(session, unit(session))
        assert current
        assert current.sentences == ["Neu."]


def test_saying_the_same_again_makes_no_version(database: Database) -> None:
    with database.transaction() as session:
        assert machine(session, "Gleich.") is machine(session, "Gleich.")


def test_a_machine_never_overtakes_a_person(database: Database) -> None:
    with database.transaction() as session:
        texts.save_easy(
            session,
            unit(session),
            sentences=["Von Ruth."],
            paragraphs=[0],
            origin=Origin.PEOPLE,
            author="ruth",
        )
        machine(session, "Vom Computer.")
        current = texts.current_easy(session, unit(session))
        assert current
        assert current.sentences == ["Von Ruth."]


def test_a_machine_never_overtakes_what_was_released(database: Database) -> None:
    with database.transaction() as session:
        version = texts.save_signed(
            session, unit(session), sentences=[SCORE], origin=Origin.MACHINE
        )
        texts.release(
            session, version, state=ReviewState.APPROVED, who="tarik", role=Role.FACHPERSON
        )
        again = texts.save_signed(
            session, unit(session), sentences=[SCORE, SCORE], origin=Origin.MACHINE
        )
        assert again.id == version.id


def test_a_new_source_text_makes_versions_outdated(database: Database) -> None:
    with database.transaction() as session:
        machine(session, "Das kostet nichts.")
        changed = unit(session)
        changed.text, changed.digest = "Neu.", text_digest("Neu.")
        session.flush()
        assert texts.current_easy(session, changed) is None


def test_a_new_easy_text_makes_the_signing_outdated(database: Database) -> None:
    with database.transaction() as session:
        machine(session, "Eins.")
        texts.save_signed(session, unit(session), sentences=[SCORE], origin=Origin.MACHINE)
        machine(session, "Zwei.")
        assert texts.current_signed(session, unit(session)) is None


@pytest.mark.parametrize("role", [Role.REDAKTION, Role.VERWALTUNG])
def test_only_deaf_experts_release_signing(database: Database, role: Role) -> None:
    with database.transaction() as session:
        version = texts.save_signed(
            session, unit(session), sentences=[SCORE], origin=Origin.MACHINE
        )
        with pytest.raises(NotEntitledError, match="taube Fachperson"):
            texts.release(session, version, state=ReviewState.APPROVED, who="x", role=role)
        assert version.state is ReviewState.DRAFT


def test_a_release_records_who_what_and_when(database: Database) -> None:
    with database.transaction() as session:
        version = texts.save_signed(
            session, unit(session), sentences=[SCORE], origin=Origin.MACHINE
        )
        texts.release(
            session,
            version,
            state=ReviewState.APPROVED,
            who="tarik",
            role=Role.FACHPERSON,
            note="gut",
        )
        approval = texts.approval_of(session, version)
        assert approval
        assert (approval.who, approval.role, approval.note) == ("tarik", Role.FACHPERSON, "gut")
        assert approval.content_digest == version.digest
        assert approval.created.tzinfo is not None
