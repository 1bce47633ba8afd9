"""Subordinate clauses that the Kurzfassung does without: why, to what end, with what result.

They say of the main statement how it came about or what it leads to; the statement itself is true
without them. What makes it true only under a condition, and what the sentence is said for, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Role, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.clauses.denied_reasons import denies_the_reason
from a11y.simple_language.clauses.pairs import Pair
from a11y.simple_language.grammar.fields import part
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.leaving_out.upward import is_for_readers, is_single_event, stays_true
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.spare_clauses import without_clause
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_GOES = frozenset(
    {
        Relation.REASON,
        Relation.PURPOSE,
        Relation.CONCESSION,
        Relation.CONSEQUENCE,
        Relation.MANNER,
        Relation.TIME,
    }
)
_POINTS_AT_IT = word_set(
    "so dadurch deshalb deswegen darum daher dafür dazu daran damit insofern insoweit derart "
    "solche solchen solcher solches dann desto umso trotzdem dennoch"
)
"""*dadurch, dass …*, *so groß, dass …*: a word of the main clause asks for the clause."""
_ENDS = word_set(
    "brauchen benötigen genügen reichen ausreichen dienen nutzen verwenden benutzen dauern eignen "
    "kommen gehen fahren treffen sein haben geben sitzen stehen liegen bleiben warten zurückkehren "
    "zurückkommen reisen ziehen schicken losschicken senden entsenden beauftragen versuchen kämpfen"
)
"""*genügt, um …*, *kommen, um zu helfen*: what for, is what is said."""
_OPINIONS = word_set(
    "finden meinen glauben denken hoffen vermuten behaupten annehmen scheinen heißen wünschen "
    "fordern planen vorsehen vorschreiben"
)
"""*wie er fand*: without it, his opinion would be ours."""
_MESSAGE = 4
"""A main clause of fewer words mostly leads in the clause behind it."""
_QUALITY = 6
"""*Der Weg ist schwierig, weil …*: a main clause that only judges needs more words, too."""
_TIMES = word_set("als nachdem bevor ehe während")


@evaluates("short-clause")
def short_clause(view: View) -> Iterator[Match]:
    """*Das Werk schließt im Mai, weil der Strom teuer ist.* → *Das Werk schließt im Mai.*"""
    if view.text.rstrip().endswith("?"):
        return
    for clause in view.clauses:
        if clause.relation not in _GOES or clause.kind not in (
            ClauseKind.SUBORDINATE,
            ClauseKind.INFINITIVE,
        ):
            continue
        main = next((c for c in view.clauses if c.index == clause.parent), None)
        if main is None or main.kind is not ClauseKind.MAIN or not holds_alone(view, main):
            continue
        able = clause.kind is ClauseKind.INFINITIVE and clause.modal == "können"
        if (clause.modal and not able) or clause.negations:
            continue
        if clause.voice is Voice.MODAL_PASSIVE or _names_who(view, clause):
            continue
        if _THREATENS.search(view.slice(min(clause.tokens), max(clause.tokens))):
            continue
        if min(clause.tokens) == view.words[0].index and _asks(view, main):
            continue
        if is_message(view, clause):
            continue
        if _is_free(view, main, clause) and not _goes_on(view, clause):
            yield from without_clause(view, clause, names=not is_practical(view))


_MESSAGES = re.compile(
    r"(?i)verletz|getötet|tötet|gestorben|starb|verhaftet|festgenommen|gerettet|ertr[au]nk|verunglück|ablehn|abgelehnt"
    r"|zurück(?:ge)?[gw]|fälsch|betrog|betrüg|täusch|täuscht|log\b|gelogen|stahl|stehl|gestohlen|bestach|bestoch|bestech"
    r"|erpress|bedroh|ausgefallen|ausfiel|versagt|brannt|explodier|gewann|gewonnen|abgestürzt|abstürz|gesunken|verlor"
)


def is_message(view: View, clause: Clause) -> bool:
    """*einen Preis, den sie ablehnte*, *indem er die Stimmen fälschte*, *nachdem beide Motoren
    ausgefallen waren*: harm, fraud and refusal are what a sentence is said for."""
    return _MESSAGES.search(view.slice(min(clause.tokens), max(clause.tokens))) is not None


def _asks(view: View, main: Clause) -> bool:
    """*Da der Aufzug defekt ist, melden Sie sich bitte am Tor*: what is asked keeps its order."""
    polite = any(view.token(i).text.lower() == "bitte" for i in main.tokens)
    return polite or main.mood is Mood.IMPERATIVE


def _names_who(view: View, clause: Clause) -> bool:
    """*Obwohl die Mannschaft zurücklag, gewann sie*: what *sie* means stands in the clause only."""
    first, last = min(clause.tokens), max(clause.tokens)
    if first != view.words[0].index or not any(
        view.token(i).tag in ("NN", "NE") for i in clause.tokens
    ):
        return False
    behind = [t for t in view.tokens if t.index > last]
    return any(t.tag in ("PPER", "PPOSAT", "PDS") and t.text.islower() for t in behind)


def holds_alone(view: View, main: Clause) -> bool:
    """Whether a main clause says enough without the clause that hangs on it."""
    words = [view.token(i) for i in main.tokens]
    told = [t for t in words if any(c.isalnum() for c in t.text)]
    if any(t.text.lower() in _POINTS_AT_IT for t in told):
        return False
    linking = main.predicate in ("sein", "werden", "bleiben")
    if linking and told[:1] and told[0].text in ("Es", "Das"):
        return False  # *Es war im Mai, als …*
    least = _QUALITY if linking else _MESSAGE
    return len(told) >= least and any(t.tag in ("NN", "NE", "PPER") for t in told)


def _judges(view: View, main: Clause) -> bool:
    """*ist schwierig*: how a thing is, not what happened to it (*ist gesperrt*)."""
    heads = [view.token(p.head) for p in main.participants if p.role is Role.PREDICATIVE]
    return any(t.tag == "ADJD" and not _is_done(t.text) for t in heads)


def _is_done(word: str) -> bool:
    return any(not reading.person for reading in tables.verb_readings(word.lower()))


def _is_free(view: View, main: Clause, clause: Clause) -> bool:
    """Whether the main clause is as true without this one, and still worth saying."""
    if clause.relation in (Relation.REASON, Relation.PURPOSE) and _judges(view, main):
        return False  # *ist schwierig, weil …*
    if clause.relation is Relation.REASON:
        return not denies_the_reason(view, Pair(view, clause))
    if clause.relation is Relation.CONCESSION:
        return clause.link.lower() in ("obwohl", "obgleich", "obschon", "wenngleich")
    if not stays_true(view, main):
        return False
    if clause.relation is Relation.PURPOSE:
        return main.predicate not in _ENDS and not _EFFORTS.search(_ahead(view, clause))
    if clause.relation is Relation.CONSEQUENCE:
        return not is_for_readers(view) and main.predicate not in ("sein", "werden", "bleiben")
    if TIMES.search(_ahead(view, clause)) or _ahead(view, clause).isdigit():
        return False  # *im Oktober 1777, als …*: that is when
    if is_for_readers(view) or clause.predicate in _OPINIONS or not is_single_event(main):
        return False
    return clause.relation is Relation.MANNER or clause.link.lower() in _TIMES


_THREATENS = re.compile(
    r"(?i)\bsonst\b|andernfalls|bußgeld|straf|mahn|droh|verfällt|verfallen|erlischt|gefahr|gefähr"
)
"""*da sonst ein Bußgeld droht*: what readers have to fear."""
_EFFORTS = re.compile(
    r"(?i)(?:bemühung(?:en)?|versuche?n?|pl(?:a|ä)ne?n?|möglichkeit(?:en)?|recht|kampf|maßnahmen?"
    r"|mittel|gelegenheit|anstrengung(?:en)?|weg|schritte?n?|genug|geld|zeit)$"
)
"""*Bemühungen, um … einzuhalten*: which ones."""


def _ahead(view: View, clause: Clause) -> str:
    """The word before the clause's comma; "" where it opens the sentence."""
    first = view.token(min(clause.tokens))
    word = view.after(first, -2)
    return word.text if word is not None else ""


def _goes_on(view: View, clause: Clause) -> bool:
    """*weil es leicht ist, Geld zu bekommen*: another clause hangs on it, parsed so or not."""
    found = part(view, clause)
    if found is None:
        return True
    ahead = view.slice(view.sentence.tokens[0], found.first)
    if ahead.count("„") > ahead.count("“"):
        return True  # somebody's own words
    comma = view.after(found.tokens[-1])
    following = view.after(comma) if comma is not None and comma.text == "," else None
    owner = view.in_clause(following) if following is not None else None
    if owner is not None and owner.kind in (ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE):
        return True
    return any(t.tag in ("PTKZU", "VVIZU") and t.index > found.last for t in view.tokens)
