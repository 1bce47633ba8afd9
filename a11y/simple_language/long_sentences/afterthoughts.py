"""A long main clause's last circumstances as a sentence of their own: *Und zwar zur Prüfung.*"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import AdverbialType, Clause, Token, Voice
from a11y.language.clauses import frames
from a11y.simple_language.grammar.acting_nouns import is_office
from a11y.simple_language.grammar.times import POINTS, TIMES
from a11y.simple_language.leaving_out.shortening import HALF_A_VERB
from a11y.simple_language.long_sentences.parting import PREPOSITIONS, body_of, lone_main
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_BINDING = word_set(
    "nur nicht kein keine keinen keinem keiner erst auch sogar nie weder mehr so rund"
)
_NEEDS = word_set(
    "eintreten "
    "sein werden bleiben liegen wohnen gehören gelten bestehen handeln heißen gehen kommen fahren "
    "gelangen treten ziehen legen setzen bringen richten bemessen belaufen zählen dienen beitragen "
    "abhängen verbinden verbringen stellen hängen stecken werfen kippen tragen"
)
"""Without the phrase they say too little: *Die Gebühr bemisst sich.*"""


def with_afterthought(view: View, *, most: int) -> str | None:
    """*Wir leiten den Antrag an das Amt zur Prüfung weiter.* → *… Und zwar zur Prüfung.*

    most: words the first part should at most have.
    """
    clause = lone_main(view)
    tokens = body_of(view)
    if clause is None or clause.finite is None or clause.negations or clause.predicate in _NEEDS:
        return None
    if "und zwar" in view.text.lower() or f"{view.text.strip()}\nUnd zwar " in view.document:
        return None  # one afterthought is enough
    brackets: list[Token] = []
    while tokens and tokens[-1].index in clause.verbs and tokens[-1].index != clause.finite:
        brackets.insert(0, tokens.pop())
    starts = _free_starts(view, clause, tokens)
    if not starts:
        return None
    fitting = [start for start in starts if len(_words(tokens, before=start)) <= most]
    start = max(fitting) if fitting else min(starts)
    kept = [t for t in tokens if t.index < start]
    tail = [t for t in tokens if t.index >= start]
    if len(kept) + len(brackets) < 3 or not _worth_a_line(clause, kept, tail):
        return None
    if any(t.text == "," and t.index > clause.finite for t in (*kept, *tail)):
        return None  # *42 Liter zum Baden, 39 Liter zum Waschen*: more than one phrase
    if kept[-1].text == "sich":
        return None  # *Das richtet sich*: nach wem?
    if kept[-1].tag in ("ADJD", "VVPP") and kept[-2].text == ",":
        return None  # *…, direkt neben der Rennbahn*, *…, gemessen in einer Höhe*
    if _joins_another(tail) or _reaches(clause, tail) or _is_limited(kept):
        return None
    said = text_of([*kept, *brackets], inside=False)
    return f"{sentence(said)}\n{sentence('Und zwar', text_of(tail))}"


_LIMITS = re.compile(r"\b(?:[Nn]ur|[Ee]rst|[Aa]usschließlich|[Ll]ediglich|[Aa]llein)\b")
_COUNTS = re.compile(r"(?:[Hh]öchstens|[Mm]indestens|[Mm]aximal|[Ww]enigstens|[Ll]ängstens)$")
"""*von höchstens 180 Personen gleichzeitig*: so many, and no more, only so."""
_OF_THE_NOUN = re.compile(r"\nUnd zwar (?:über|auf|gegen|pro|je) ")
_MAY_NEED = word_set("finden auswählen wählen suchen unterbringen wechseln übersetzen eintragen")


def is_doubtful(view: View, parted: str) -> bool:
    """Whether an afterthought may hold what the first part needs.

    *Nur dann … an eine Behörde*: what is limited may be just that phrase; *eine Bescheinigung über
    den Aufenthalt*: about what it is; *Die Daten finden Sie* wants to know where.
    """
    if "\nUnd zwar " not in parted:
        return False
    limited = _LIMITS.search(view.text) is not None or _OF_THE_NOUN.search(parted) is not None
    return limited or any(c.predicate in _MAY_NEED for c in view.clauses)


def _joins_another(tail: Sequence[Token]) -> bool:
    """*Zuversicht in Hongkong und leichte Beunruhigung in Peking*: a second object with its own."""
    joint = next((i for i, t in enumerate(tail) if t.tag == "KON"), None)
    if joint is None:
        return False
    behind = tail[joint + 1 :]
    return (
        bool(behind)
        and behind[0].tag not in PREPOSITIONS
        and any(t.tag in PREPOSITIONS for t in behind)
    )


def _reaches(clause: Clause, tail: Sequence[Token]) -> bool:
    """*nach Annahme der Erbschaft der Behörde anzeigen*: the office is told, it does not own."""
    if len(tail) < 3 or tail[-3].tag != "NN" or tail[-2].tag != "ART":
        return False
    return is_office(tail[-1].text) and frames.takes(clause.predicate, "ditransitive")


def _is_limited(kept: Sequence[Token]) -> bool:
    """*wird nur für Grundstücke außerhalb von Parks erteilt*: the limit reaches into the tail.

    *Nur dann …*, *erst am Montag* in front of the verb limit what stands there alone.
    """
    finite = next((i for i, t in enumerate(kept) if t.tag.endswith("FIN")), 0)
    return any(_LIMITS.fullmatch(t.text) or _COUNTS.match(t.text) for t in kept[finite + 1 :])


_LEANING = ("KON", "ADV", "ADJA", "ART", "CARD", "APPR")


_FREE = (AdverbialType.TIME, AdverbialType.PLACE, AdverbialType.PURPOSE, AdverbialType.REASON)


def _worth_a_line(clause: Clause, kept: Sequence[Token], tail: Sequence[Token]) -> bool:
    """*Und zwar zur Seite*, *Und zwar nach Nachricht*: two words may be half of the verb, and
    *von … bis …* stays together."""
    if len(tail) < 3:
        kinds = {a.type for a in clause.adverbials if tail[0].index in a.tokens}
        if len(tail) < 2 or not kinds & set(_FREE):
            return False
    if any(HALF_A_VERB.match(t.text) for t in tail[:2]):
        return False  # *steht zur Verfügung*
    words = [t.text.lower() for t in tail]
    if words[0] in ("im", "in", "am") and any(t.text in _SUMS for t in kept[-2:]):
        return False  # *15 Euro im Monat*: how much it is
    if words[0] in _SAID_AT_ONCE:
        return False  # *je eine Zone*: what it is about; *Alle … Und zwar außer …*: not all
    if clause.voice is Voice.PASSIVE and any(w in ("von", "vom", "durch") for w in words):
        return False  # *Die Kosten werden übernommen. Und zwar von der Kasse.*: who acts
    if kept[-1].tag == "NN" and kept[-2].tag == "APPR" and not TIMES.search(kept[-1].text):
        return False  # *mit Wirkung für die Zukunft*: one phrase
    if words[1] == kept[-1].text.lower():
        return False  # *Schritt für Schritt*
    if words[0] in ("ins", "ans", "aufs") or (words[0] in _BOTH_WAYS and words[1] in _WHERE_TO):
        return False  # *strömten in die Kinos*: where to, belongs to the verb
    if words[0] in ("von", "vom") and kept[-1].tag in ("NN", "NE"):
        return False  # it stands for a genitive: *die Berichte vom Amt*
    if words[0] in ("vor", "nach") and POINTS.search(kept[-1].text):
        return False  # *am Abend vor der Abholung*: which evening
    if any(t.text.lower() == "bis" for t in kept[-3:]):
        return False
    return not ("bis" in words and any(t.text.lower() in ("von", "vom", "ab") for t in kept[-8:]))


_SAID_AT_ONCE = frozenset(
    {"je", "jeweils", "pro", "außer", "ohne", "statt", "anstatt", "trotz", "bis"}
)
_BOTH_WAYS = frozenset({"in", "an", "auf", "über", "unter", "vor", "hinter", "neben", "zwischen"})
_WHERE_TO = frozenset({"die", "das", "eine", "ihre", "seine", "diese"})
_SUMS = frozenset({"Euro", "Cent", "Prozent", "€", "%"})


def _words(tokens: Sequence[Token], *, before: int) -> list[Token]:
    return [t for t in tokens if t.index < before and any(c.isalnum() for c in t.text)]


_MEASURING = frozenset({"vor", "nach", "im", "am", "in", "pro"})


def _free_starts(view: View, clause: Clause, tokens: Sequence[Token]) -> list[int]:
    """Where a tail of nothing but free prepositional phrases can begin."""
    spans = sorted(
        (a.tokens[0], a.tokens[-1])
        for a in clause.adverbials
        if view.token(a.tokens[0]).tag in PREPOSITIONS
        and a.tokens[-1] - a.tokens[0] == len(a.tokens) - 1
        and a.tokens[0] > (clause.finite or 0) + 1
    )
    starts: list[int] = []
    end = tokens[-1].index if tokens else -1
    for first, last in reversed(spans):
        if last != end:
            break
        before = view.token(first - 1)
        long = TIMES.search(before.text) or before.text.lower().endswith(("meter", "metern"))
        if long and view.token(first).text.lower() in _MEASURING:
            break  # *sechs Wochen vor der Eröffnung*, *250 Stunden im Jahr*: one measure
        if before.text.lower() in _BINDING or before.tag in _LEANING:
            break  # *für bis zu zehn Tage*: a preposition before it, too
        starts.append(first)
        end = first - 1
    return starts
