"""What kind of circumstance a prepositional phrase tells, and where it ends for certain.

For leaving it out: a phrase whose end the words behind it may belong to, or that belongs to the
noun before it, cannot go alone.
"""

from __future__ import annotations

import re

from a11y.language.analysis import Adverbial, AdverbialType, Clause, ClauseKind, Token
from a11y.language.clauses.adverbials import takes_object
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.leaving_out.shortening import HALF_A_VERB
from a11y.simple_language.rules.core import is_bound
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_TIMED = (AdverbialType.TIME, AdverbialType.DURATION)

_REASONS = word_set("wegen aufgrund infolge dank angesichts anlässlich trotz ungeachtet halber")
_DEFINITE = word_set("der die des dem den dieser dieses diesem diesen seiner ihrer seines ihres")
_GROUNDS = re.compile(r"(?i)(?:gr(?:u|ü)nd(?:en|e)?|anlass|ursache|protest|rücksicht)$")


def is_reason(view: View, adverbial: Adverbial) -> bool:
    """*wegen der Kälte*, *aus Platzgründen*, *trotz der Krise*: why, or in spite of what."""
    first = view.token(adverbial.tokens[0])
    if first.text.lower() in _REASONS:
        return True
    ground = any(_GROUNDS.search(view.token(i).text) for i in adverbial.tokens[:3])
    return first.text.lower() == "aus" and ground


def is_given_reason(view: View, adverbial: Adverbial) -> bool:
    """*wegen des Umbaus*, *aus Gründen des Brandschutzes*: a reason that there is.

    *aus wichtigem Grund*, *wegen Krankheit* may be conditions: only who is ill stays at home.
    """
    first = view.token(adverbial.tokens[0])
    near = (view.after(first), view.after(first, 2))
    return is_reason(view, adverbial) and any(
        token is not None and token.text.lower() in _DEFINITE for token in near
    )


_SETS_OFF = {
    "Gegensatz": "zu",
    "Unterschied": "zu",
    "Vergleich": "zu mit",
    "Zusammenhang": "mit",
    "Hinblick": "auf",
    "Anschluss": "an",
}
"""*im Gegensatz | zum Vorjahr*: the preposition that goes on, by the noun."""


def sets_off(view: View, adverbial: Adverbial) -> bool:
    """*Im Gegensatz zum Vorjahr*: beside what the statement is set."""
    noun = view.after(view.token(adverbial.tokens[0]))
    return noun is not None and noun.text in ("Gegensatz", "Unterschied", "Vergleich")


_EVENTS = re.compile(
    r"(?i)(?:ung|gangs?|ganges|fahrt|flugs?|schluss|schlusses|krieg|krieges|tod|kampf|konzert"
    r"|spiel|feier|fest|streit|wahl|besuch|reise|einsicht|ende|beginn|geburt|studium|lehre"
    r"|abschied|brand|unfall|sieg|niederlage|rückkehr|flucht|bau|sturm|regen|essen|arbeiten"
    r"|debatte|kritik|diskussion|protesten?|gesprächen?)$"
)
"""*nach dem Konzert*: later than that; *nach dem Testament*: as that says."""
_SOURCES = re.compile(
    r"(?i)(?:angaben?|zählung|meinung|ansicht|auffassung|schätzung|bericht\w*|auskunft|umfragen?"
    r"|studien?|untersuchung\w*|plan|planung\w*|gesetz\w*|aussagen?|mitteilung|theorien?|legende"
    r"|sage)$"
)
"""*nach Ansicht der Forscher*: without it, their opinion would be ours."""


def is_source(view: View, adverbial: Adverbial, last: int) -> bool:
    """Whether the phrase may say by whose word or measure the statement holds."""
    first = view.token(adverbial.tokens[0])
    if any(_SOURCES.search(view.token(i).text) for i in range(first.index, last + 1)):
        return True
    if first.text.lower() != "nach" or adverbial.type is AdverbialType.TIME:
        return False
    return not any(_EVENTS.search(view.token(i).text) for i in range(first.index, last + 1))


def of_clause(view: View, clause: Clause) -> list[Adverbial]:
    """The clause's circumstances, and the reasons that its analysis took for part of another."""
    known = {a.tokens[0]: a for a in clause.adverbials}
    for token in map(view.token, clause.tokens):
        phrase = _phrase_behind(view, token)
        if token.index in known or phrase is None:
            continue
        own = tuple(range(token.index, phrase.noun.index + 1))
        reason = Adverbial(type=AdverbialType.REASON, head=phrase.noun.index, tokens=own)
        if is_reason(view, reason):
            known[token.index] = reason
    return [known[at] for at in sorted(known)]


def _phrase_behind(view: View, token: Token) -> nominal.Phrase | None:
    at = token.index + 1
    if token.tag not in ("APPR", "APPRART") or at >= view.sentence.tokens[1]:
        return None
    return nominal.phrase_at(view, at)


def certain_end(view: View, clause: Clause, adverbial: Adverbial) -> int | None:
    """Last token of the phrase, or None where it may go on or be half of something."""
    first = view.token(adverbial.tokens[0])
    fills = _fills_prefield(view, clause, adverbial)
    if fills is not None:
        return fills
    phrase = _phrase_behind(view, first)
    if phrase is None:
        return None
    last = _with_genitives(view, phrase)
    behind = view.after(view.token(last))
    if behind is not None and (behind.text in ("„", "»", "(", "``") or behind.tag == "NE"):
        return None  # *in der Komödie „Der Sturm“*: a name belongs to it
    if first.index == view.words[0].index:
        return last if behind is not None and behind.index == clause.finite else None
    if is_bound(view, first.index, last, verbs=clause.verbs) and not (
        behind is not None and _begins_part(view, clause, adverbial, behind)
    ):
        return None
    return None if _belongs_before(view, clause, adverbial) else last


def _fills_prefield(view: View, clause: Clause, adverbial: Adverbial) -> int | None:
    """*Wegen Arbeiten am Kanal | wird …*: before the verb of a main clause stands one part alone,
    so all of it is the reason, whatever hangs on what."""
    first = adverbial.tokens[0]
    finite = clause.finite
    if first != view.words[0].index or finite is None or clause.kind is not ClauseKind.MAIN:
        return None
    front = [view.token(i) for i in range(first, finite)]
    if not is_reason(view, adverbial) or len(front) < 2:
        return None
    return finite - 1 if all(t.tag in _NOMINAL for t in front) else None


_NOMINAL = frozenset(
    {"APPR", "APPRART", "ART", "ADJA", "NN", "NE", "CARD", "KON", "PPOSAT", "PDAT", "TRUNC", "PIAT"}
)


def _with_genitives(view: View, phrase: nominal.Phrase) -> int:
    """*wegen der Arbeiten | des Vereins | und der Stadt*: the last noun of it; *von* counts so."""
    end = phrase.noun.index
    for _ in range(3):
        following = view.after(view.token(end))
        if following is None:
            return end
        joined = following.tag == "KON" or following.text in ("von", "vom")
        if following.tag in ("APPR", "APPRART") and not joined:
            taken = _SETS_OFF.get(view.token(end).text, "").split()
            joined = following.text.lower()[:2] in {word[:2] for word in taken}
        at = following.index + joined
        more = nominal.phrase_at(view, at) if at < view.sentence.tokens[1] else None
        if more is None:
            return end
        genitive = more.article is not None and any(
            reading[0] == "Gen" for reading in nominal.readings(more)
        )
        if not joined and not genitive:
            return end
        end = more.noun.index
    return end


def _begins_part(view: View, clause: Clause, adverbial: Adverbial, token: Token) -> bool:
    """*mit Freude | alte Lieder*, *wegen der Hitze | vor Feuer warnen*: what follows is a part of
    the clause by itself, and no genitive or attribute of the phrase."""
    before = view.after(view.token(adverbial.tokens[0]), -1)
    if before is not None and before.tag in ("ADV", "ADJD", "KON", "PIS", "PIAT", "CARD"):
        return False
    if token.tag in ("ART", "PPOSAT", "PDAT", "ADJA", "NN", "CARD"):
        if token.text.lower() in ("der", "des") or re.search(r"(?:er|es)$", token.text.lower()):
            return False
        phrase = nominal.phrase_at(view, token.index)
        if token.tag == "NN" and not is_reason(view, adverbial):
            return False  # *in der Komödie Liebe und Leid*
        heads = {p.head for p in clause.participants}
        return phrase is not None and phrase.noun.index in heads
    if token.tag in ("APPR", "APPRART") and takes_object(clause.predicate, token.lemma):
        return True
    kinds = frozenset(_TIMED)
    if is_reason(view, adverbial):
        kinds |= {AdverbialType.DIRECTION}
        if token.text.lower() in ("nach", "zu", "ins") or _goes_there(view, token):
            return True
    if token.tag == "ADJD":
        kinds = frozenset({AdverbialType.MANNER})
    if token.tag in ("ADJD", "ADV") and is_reason(view, adverbial):
        return True
    grounds = _GROUNDS.search(view.token(adverbial.tokens[-1]).text) is not None
    return any(
        a.tokens[0] == token.index and (a.type in kinds or grounds) for a in clause.adverbials
    )


def _goes_there(view: View, preposition: Token) -> bool:
    """*in das Haus*, *auf die Insel*: an accusative says where to, and belongs to no reason."""
    article = view.after(preposition)
    return (
        preposition.text.lower() in ("in", "an", "auf", "über")
        and article is not None
        and article.text.lower() in ("die", "das", "den", "eine", "einen", "ein")
    )


_CASES = re.compile(
    r"(?i)(?:verfahren|verhandlung|prozess|klage|strafe|urteil|haft|streit|duldung|bußgeld|ermittlungen"
    r"|anzeige|verdacht|beschwerde|kündigung)(?:e?s|e?n)?$"
)
"""Nouns that say themselves because of what they are."""


def _belongs_before(view: View, clause: Clause, adverbial: Adverbial) -> bool:
    """Behind a noun the phrase may belong to that, but no reason does, and none to a time."""
    before = view.after(view.token(adverbial.tokens[0]), -1)
    if before is None or before.tag not in ("NN", "NE", "ADJA", "FM"):
        return False
    if _CASES.search(before.text):
        return True  # *in der Verhandlung wegen Betrugs*
    if is_reason(view, adverbial) or adverbial.type is AdverbialType.CONDITION:
        return False  # *auf der Autobahn bei Nebel*
    return not any(a.tokens[-1] == before.index and a.type in _TIMED for a in clause.adverbials)


def is_half(view: View, first: int, last: int) -> bool:
    """*zur Verfügung*, *zwei Wochen nach dem Einzug*: half of a verb, or of a time."""
    before, counted = (view.after(view.token(first), -steps) for steps in (1, 2))
    if before is not None and TIMES.search(before.text) and counted is not None:
        measured = counted.tag in ("CARD", "ART", "ADJA") or counted.text[:1].isdigit()
    else:
        measured = False
    return measured or any(HALF_A_VERB.match(view.token(i).text) for i in range(first, last + 1))
