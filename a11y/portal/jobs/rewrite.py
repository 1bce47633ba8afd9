"""A city's own language model is asked for a whole text while the editor does something else.

The answer is a proposal in a table of its own: no page reads it, and what an editor takes of it is
a draft that citizens see only after its release (``texts.current_easy``).
"""

from __future__ import annotations

import logging
import re
import threading
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from a11y.errors import KlarhandError
from a11y.portal.store import Database
from a11y.portal.store.tables import JobState, ModelProposal, Unit, now
from a11y.simple_language.chat import LONGEST_PAUSE, Settings
from a11y.simple_language.errors import RewriterError
from a11y.simple_language.rewriter import propose

_LOG = logging.getLogger(__name__)
_MARGIN = 15
"""Seconds beyond the service's own clock until an answer counts as lost."""

_GERMAN = (
    (r"no answer within ([\d.]+) s", r"Der Dienst hat in \1 s nicht geantwortet."),
    (r"not followed", "Der Dienst verweist auf eine andere Adresse. Dorthin geht kein Text."),
    (r"status (40[13])", r"Der Dienst weist die Anfrage ab (Status \1). Stimmt der Schlüssel?"),
    (r"status 429", "Der Dienst ist überlastet und bittet um Geduld."),
    (r"status (\d+)", r"Der Dienst meldet einen Fehler (Status \1)."),
    (r"breaks off", "Die Antwort bricht mitten im Text ab."),
    (r"longer than", "Die Antwort ist viel zu lang."),
    (r"the answer is empty|holds no text", "Der Dienst hat ohne Text geantwortet."),
    (r"no chat completion", "Die Antwort des Dienstes ist nicht lesbar."),
    (r"read as German", "Die Antwort ist kein deutscher Text, der sich prüfen lässt."),
    (r"hung up|reset by peer|Remote end", "Der Dienst hat die Verbindung abgebrochen."),
    (r"its (address|key|timeout)", "Der Dienst ist falsch eingestellt."),
)  # fmt: skip
_UNREACHED = "Der Dienst ist nicht zu erreichen."


def newest(session: Session, unit: Unit) -> ModelProposal | None:
    """The newest proposal for the unit's present text, whatever came of it."""
    return session.scalars(
        select(ModelProposal)
        .where(ModelProposal.unit_key == unit.key, ModelProposal.source_digest == unit.digest)
        .order_by(ModelProposal.id.desc())
        .limit(1)
    ).first()


def longest(settings: Settings) -> float:
    """Seconds after which no answer can come any more."""
    tries = settings.retries + 1
    return tries * settings.timeout + settings.retries * LONGEST_PAUSE + _MARGIN


def waiting(proposal: ModelProposal, settings: Settings) -> bool:
    """False also where the server was stopped while it waited: then nobody will answer."""
    late = now() - proposal.created > timedelta(seconds=longest(settings))
    return proposal.state is JobState.RUNNING and not late


def begin(database: Database, unit_key: str, *, settings: Settings, author: str) -> None:
    """Ask for a proposal of the unit's source text, unless one is under way. Returns at once."""
    with database.transaction() as session:
        unit = session.get_one(Unit, unit_key)
        known = newest(session, unit)
        if known and waiting(known, settings):
            return
        if known:
            session.delete(known)
        asked = ModelProposal(
            unit_key=unit.key,
            source_digest=unit.digest,
            state=JobState.RUNNING,
            result={},
            author=author,
        )
        session.add(asked)
        session.flush()
        number, text = asked.id, unit.text
    threading.Thread(
        target=_ask, args=(database, number, text, settings), name=f"rewrite-{number}", daemon=True
    ).start()


def _ask(database: Database, number: int, text: str, settings: Settings) -> None:
    try:
        result, problem = propose(text, settings=settings).to_dict(), ""
    except RewriterError as error:
        _LOG.warning("rewriter: %s", error)
        result, problem = {}, in_german(error.what)
    except KlarhandError as error:
        result, problem = {}, f"{error.what} {error.remedy}"
    except Exception:  # whatever it is: the editor must not wait for ever
        _LOG.exception("rewriter")
        result, problem = {}, "Bei der Anfrage ist etwas schiefgegangen. Es steht im Protokoll."
    with database.transaction() as session:
        found = session.get(ModelProposal, number)
        if found is None:
            return  # somebody has called it off
        found.state = JobState.FAILED if problem else JobState.DONE
        found.result, found.problem = result, problem


def in_german(what: str) -> str:
    """The service's trouble for editors, who read German."""
    for pattern, words in _GERMAN:
        match = re.search(pattern, what)
        if match:
            return match.expand(words)
    return _UNREACHED
