"""A whole text by the city's language model: asked for, seen beside the source, decided on."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from a11y.portal import database, reading
from a11y.portal.jobs import rewrite
from a11y.portal.redaktion import proposals as offers
from a11y.portal.redaktion.session import user
from a11y.portal.redaktion.units import place_of, unit_or_404
from a11y.portal.security import limiter
from a11y.portal.store import texts
from a11y.portal.store.tables import JobState, ModelProposal, Origin, Unit
from a11y.simple_language import guard
from a11y.simple_language.chat import Settings
from a11y.simple_language.model import Suggestion
from a11y.simple_language.rewriter import LICENCE

_TAKEN = (
    "Als Entwurf übernommen. Die Website zeigt den bisherigen Text,"
    " bis jemand den Entwurf freigibt."
)


def offer(key: str) -> str:
    """The page: nothing asked yet, an answer under way, what went wrong, or the proposal."""
    unit, settings = _unit(key), _settings()
    proposal = rewrite.newest(database.session(), unit)
    state = "none"
    if proposal:
        state = proposal.state.value
        if proposal.state is JobState.RUNNING and not rewrite.waiting(proposal, settings):
            state = "lost"
    done = proposal is not None and proposal.state is JobState.DONE
    return render_template(
        "redaktion/modell.html",
        unit=unit,
        title=place_of(unit),
        proposal=proposal,
        state=state,
        host=urlsplit(settings.url).hostname or settings.url,
        seconds=round(rewrite.longest(settings)),
        **(_judged(proposal.result) if proposal and done else {}),
    )


@limiter.limit("10 per minute")
def ask(key: str) -> ResponseReturnValue:
    unit, settings = _unit(key), _settings()
    rewrite.begin(database.database(), unit.key, settings=settings, author=user().name)
    return redirect(url_for("redaktion.model", key=key, _anchor="vorschlag"), 303)


def decide(key: str) -> ResponseReturnValue:
    """Take exactly the proposal that was on the screen as a draft, or refuse it."""
    _unit(key)
    taking = request.form.get("decision") == "take"
    with database.database().transaction() as writing:
        proposal = writing.get(ModelProposal, request.form.get("proposal", 0, int))
        unit = writing.get_one(Unit, key)
        if proposal is None or proposal.unit_key != key:
            proposal, fits = None, False
        else:
            present = proposal.source_digest == unit.digest
            fits = present and proposal.state is JobState.DONE
        if proposal and taking and fits:
            sentences, paragraphs = offers.to_sentences("\n".join(proposal.result["sentences"]))
            texts.save_easy(
                writing,
                unit,
                sentences=sentences,
                paragraphs=paragraphs,
                origin=Origin.MODEL,
                author=user().name,
            )
        if proposal and (fits or not taking):
            writing.delete(proposal)
    reading.refresh(database.session())
    if taking and not fits:
        flash("Diesen Vorschlag gibt es nicht mehr. Es wurde nichts geändert.", "error")
        return redirect(url_for("redaktion.model", key=key), 303)
    flash(_TAKEN if taking else "Abgelehnt. Am Text hat sich nichts geändert.", "ok")
    return redirect(url_for("redaktion.unit", key=key, _anchor="leicht"), 303)


def losses_of(source: str, text: str) -> tuple[str, ...]:
    """What the meaning guard misses or finds changed, in German."""
    return tuple(map(told, guard.breaches(source, text, licence=LICENCE)))


def told(breach: guard.Breach) -> str:
    """A breach as a sentence for editors."""
    words = str(breach)
    return words[0].upper() + words[1:]


def _judged(result: dict[str, Any]) -> dict[str, Any]:
    text = "\n".join(result["sentences"])
    hints = [Suggestion(**hint) for hint in result["hints"]]
    return {
        "lines": result["sentences"],
        "losses": [
            told(guard.Breach(loss=guard.Loss(b["loss"]), before=b["before"], after=b["after"]))
            for b in result["losses"]
        ],
        "unfounded": result["unfounded"],
        "hints": offers.proposals(text, hints),
    }


def _unit(key: str) -> Unit:
    """A page's own hand-written texts are not for a model."""
    if key.startswith("seite/"):
        abort(404)
    return unit_or_404(key)


def _settings() -> Settings:
    """The page does not exist where no model is set."""
    found: Settings | None = current_app.config["REWRITER"]
    if found is None:
        abort(404)
    return found
