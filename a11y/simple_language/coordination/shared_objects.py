"""Whether two joined verbs share an object, which parting them would take from one of the two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import inflect
from a11y.language.analysis import Clause, Role, Token, Voice
from a11y.language.clauses import frames
from a11y.language.lexicon import tables
from a11y.simple_language.wording import word_set


def takes_object(tokens: Sequence[Token]) -> bool:
    """Whether something stands behind the verb that could be an object."""
    return any(
        token.tag in ("ART", "PPOSAT", "PIS", "PDS", "PIAT", "PPER")
        and not before.tag.startswith("APPR")
        for before, token in pairwise(tokens)
    )


def shares_object(left: Clause, right: Clause) -> bool:
    """*A auswählen und in eine Reihenfolge bringen*: the object stands only in the first part."""
    if not any(p.role is Role.DIRECT_OBJECT for p in left.participants):
        return False
    if any(p.role in (Role.DIRECT_OBJECT, Role.PREDICATIVE) for p in right.participants):
        return False
    if opens_with_verb(right) and any(
        p.role is Role.SUBJECT and min(p.tokens) > (right.finite or 0) for p in right.participants
    ):
        return False  # *…, alarmiert die Feuerwehr*: what the parse took for its subject
    if right.voice is not Voice.ACTIVE or right.predicate in _NO_OBJECT:
        return False
    return not (right.predicate in ("sein", "werden") or inflect.takes_sein(right.predicate))


def share_coming_object(left: Clause, right: Clause) -> bool:
    """*Das Amt berät und unterstützt Familien*: both do it to whom stands behind the second."""
    parts = {p.role for p in left.participants} - {Role.SUBJECT}
    follows = right.finite is not None and left.verbs == (left.finite,)
    follows = follows and max(left.tokens) == left.finite and left.voice is Voice.ACTIVE
    objects = [p for p in right.participants if p.role is Role.DIRECT_OBJECT]
    if parts or not follows or not objects or left.reflexive is not None:
        return False
    if any(min(p.tokens) < (right.finite or 0) for p in objects):
        return False
    alone = left.predicate in _NO_OBJECT or frames.takes(left.predicate, "intransitive")
    return not alone and not inflect.takes_sein(left.predicate)


_NO_OBJECT = word_set(
    "helfen wirken dienen nützen schaden gehören vertrauen danken gratulieren zustimmen "
    "widersprechen reagieren verzichten teilnehmen warten liegen stehen sitzen wohnen leben "
    "existieren gelten schlafen arbeiten funktionieren stammen kandidieren protestieren "
    "demonstrieren sorgen enden dauern neigen mangeln ragen lachen weinen schweigen klingen "
    "schmecken strahlen leuchten kooperieren fahnden hoffen beitragen"
)
"""Verbs that never have an accusative: *senkt den Blutdruck und wirkt schnell* shares none."""


def never_takes_object(predicate: str) -> bool:
    """Whether the verb has no accusative, so that it can share none."""
    return predicate in _NO_OBJECT


def needs_nothing(predicate: str) -> bool:
    """Whether the verb says enough alone: *und lachte*, *und ging*."""
    return predicate in _NO_OBJECT or inflect.takes_sein(predicate)


def opens_with_verb(clause: Clause) -> bool:
    """*…, alarmiert die Feuerwehr*: a further statement whose subject stands in the first."""
    return clause.finite is not None and min(clause.tokens) == clause.finite


def both_infinitives(finite: Token, closing: Token, opening: Token) -> bool:
    """*Sie lernte schwimmen | und tauchen*: what follows hangs on the same verb.

    closing: the first statement's last word. opening: the second one's first.
    """
    if not _WITH_INFINITIVE.intersection(
        {r.infinitive for r in tables.verb_readings(finite.text.lower())}
    ):
        return False
    forms = ({r.form for r in tables.verb_readings(t.text.lower())} for t in (closing, opening))
    return all("Inf" in form for form in forms)


_WITH_INFINITIVE = word_set(
    "lernen gehen helfen lassen bleiben üben lehren fahren kommen sehen hören fühlen schicken "
    "heißen machen spüren"
)
