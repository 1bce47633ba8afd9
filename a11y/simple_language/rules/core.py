"""Phrases that the main statement of a long sentence can do without, one after the other.

Only where an editor asked for a shorter text. What may go first was learned from easy versions
by people; numbers, names, negations, modal verbs, conditions, limits and what the reader is asked
to do stay (the guard and ``shortening.cut`` hold that).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Relation,
    Token,
    Voice,
)
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.sentence_length import too_long, words_in
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.leaving_out.shortening import HALF_A_VERB, cut
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.condensing import ENOUGH
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_SPARE = (
    AdverbialType.OTHER,
    AdverbialType.MANNER,
    AdverbialType.PURPOSE,
    AdverbialType.REASON,
    AdverbialType.INSTRUMENT,
)
"""What goes, in this order. Easy versions by people leave out every second phrase that is neither
place nor time, but hardly more of those two than of any other words."""
_PREPOSITIONS = ("APPR", "APPRART")


@evaluates("spare-phrase")
def spare_phrase(view: View) -> Iterator[Match]:
    """Phrases that a long sentence can do without, until it is short: free ones, then a noun's."""
    if not too_long(view, most=ENOUGH):
        return
    spare = words_in(view) - ENOUGH[view.level]
    finders = (_spare_adverbials, _spare_attributes, _needed_attributes)
    for find in finders[:1] if is_practical(view) else finders:
        for first, last in find(view):
            match = cut(view, first, last)
            if match is not None and match.replacement is not None:
                yield match
                spare -= last - first + 1
                if spare <= 0:
                    return


def _spare_adverbials(view: View) -> list[tuple[int, int]]:
    """Prepositional phrases of main clauses (first and last token), the first to go first."""
    found = []
    for clause in view.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.negations:
            continue
        if clause.predicate in fillers.words()["needs_phrase"]:
            continue
        for adverbial in clause.adverbials:
            last = _spare_end(view, clause, adverbial)
            if last is not None:
                found.append((_SPARE.index(adverbial.type), -adverbial.tokens[0], last))
    return [(-first, last) for _, first, last in sorted(found)]


_DECIDES = word_set(
    "nur ausschließlich lediglich erst höchstens mindestens verboten untersagt erlaubt gestattet "
    "zulässig unzulässig möglich unmöglich pflicht verpflichtet berechtigt nötig erforderlich "
    "notwendig fällig"
)
_MEASURES = word_set("brauchen benötigen betragen kosten belaufen erheben gewähren")
"""What they say holds for just what is named: *Die Steuer beträgt für den ersten Hund 96 Euro*."""
_EXPLAINING = (AdverbialType.PURPOSE, AdverbialType.REASON)


def decides(view: View, clause: Clause) -> bool:
    """Whether the clause says what must or may be: each of its phrases may be a condition of it.

    *Das Befüllen der Tonne mit heißer Asche ist verboten*: not the filling, the ash is.
    """
    return (
        bool(clause.modal)
        or clause.predicate in _MEASURES
        or clause.voice is Voice.MODAL_PASSIVE
        or any(view.token(index).text.lower() in _DECIDES for index in clause.tokens)
    )


POINTING = re.compile(r"(?i)dies|d(?:er|as|ie|en|em)selb")
_TIMES = word_set("nach vor seit bis ab während")
"""*wird nach der Untersuchung entschieden*: when, even where the analysis does not say so."""
_SETS = word_set("mit ohne bei")
"""*Mit dem Ausweis bekommen Sie Rabatt*: in front a condition."""


def _spare_end(view: View, clause: Clause, adverbial: Adverbial) -> int | None:
    first = view.token(adverbial.tokens[0])
    near = [view.token(i).text.lower() for i in adverbial.tokens[1:3]]
    if clause.modal and adverbial.type in _EXPLAINING and not _KNOWN & {*near}:
        return None  # *Wegen einer Krankheit dürfen Sie …*: only who is ill
    if len(adverbial.tokens) > 1 and says_where_to(view, first):
        return None  # *lädt zu einem Empfang in den Ratssaal ein*
    if adverbial.type not in _EXPLAINING and decides(view, clause):
        return None
    if adverbial.type not in _SPARE or first.tag not in _PREPOSITIONS:
        return None
    if first.text.lower() in ("für", "als", "laut"):
        return None  # *gesperrt für Autos*, *als erste Frau*, *laut einer Studie*: who says so
    if any(POINTING.match(view.token(i).text) for i in adverbial.tokens):
        return None  # *Aus dieser Zeichnung geht … hervor*, *für dasselbe Geld*: it ties two things
    if sum(t.text.lower() == first.text.lower() for t in view.tokens) > 1:
        return None  # *für den ersten 96 Euro, für jeden weiteren 120*: set off by the other
    if is_practical(view) and adverbial.type is not AdverbialType.REASON:
        return None  # with what, to whom, how: form does not show that a reader can do without
    opens = first.index == view.words[0].index
    if first.text.lower() in _TIMES or (first.text.lower() in _SETS and opens):
        return None
    inside = {t.index for t in view.tokens if first.index <= t.index <= adverbial.tokens[-1]}
    if any(c.kind is ClauseKind.RELATIVE and c.antecedent in inside for c in view.clauses):
        return None  # *mit einem Darlehen gefördert, von dem …*
    certain = _EXPLAINING
    if _governs(view, first.index) and adverbial.type not in certain:
        return None
    last = phrase_end(view, adverbial.tokens)
    if (
        last is None
        or needed(view, first.index, last)
        or is_bound(view, first.index, last, verbs=clause.verbs)
    ):
        return None
    return last


def phrase_end(view: View, tokens: tuple[int, ...]) -> int | None:
    """Last token of preposition and noun phrase, genitives and joined phrases included."""
    phrase = nominal.phrase_at(view, tokens[0] + 1) if len(tokens) > 1 else None
    while phrase is not None:
        end = phrase.noun.index
        following = view.after(phrase.noun)
        if following is None or following.index not in tokens:
            return end
        at = following.index + (following.tag == "KON")
        phrase = nominal.phrase_at(view, at) if at in tokens else None
        genitive = phrase is not None and any(r[0] == "Gen" for r in nominal.readings(phrase))
        if following.tag != "KON" and not genitive:
            return None
    return None


def is_bound(view: View, first: int, last: int, *, verbs: tuple[int, ...] = ()) -> bool:
    """A participle or adjective behind the phrase may need it, a word of degree before it, too;
    what follows may hang on it. verbs: the clause's own; a participle of theirs closes it."""
    before, following = view.after(view.token(first), -1), view.after(view.token(last))
    if (
        following is not None
        and following.index not in verbs
        and (
            following.text in (",", "(", "–")
            or following.tag in _LEANS_BACK
            or following.text == "aller"
        )
    ):
        return True
    return before is not None and before.tag in ("ADV", "ADJD", "KON", "PIS", "PIAT", "CARD")


_LEANS_BACK = frozenset(
    {"ADJD", "ADJA", "KON", "VVPP", "APPR", "APPRART", "ART", "NE", "NN", "FM", "CARD"}
)


def _spare_attributes(view: View) -> list[tuple[int, int]]:
    """Prepositional phrases that hang on a noun before them, the last one first."""
    return [pair for pair in _attributes(view) if not _governs(view, pair[0])]


def _needed_attributes(view: View) -> list[tuple[int, int]]:
    """What a noun's meaning asks for (*Antrag auf Geld*), behind the verb of a very long sentence:
    the last one, as the last resort. What is counted or measured is not left open."""
    verbs = [c.finite for c in view.clauses if c.finite is not None]
    if not verbs or not too_long(view):
        return []
    found = [
        pair
        for pair in _attributes(view)
        if pair[0] > min(verbs)
        and not _COUNTS.search(view.token(pair[0] - 1).text)
        and not _CLAIMS.search(view.token(pair[0] - 1).text)
        and view.token(pair[0]).text.lower() not in _MAY_BE_WHO
    ]
    return found[:1]


_MAY_BE_WHO = word_set("an am für gegen")
"""*mit einem Brief an das Amt*: to whom a thing goes and whom it is for stays."""
_CLAIMS = re.compile(
    r"(?:(?:an|ein)spr(?:u|ü)ch|antr(?:a|ä)g|recht|pflicht|verzicht)(?:e?s|e|en)?$", re.I
)
"""*Es besteht ein Anspruch.*: to what, is the message."""
_COUNTS = re.compile(
    r"(?:prozent|hälfte|drittel|viertel|teil|zahl|reihe|menge|höhe|art|form|summe|gruppe|rest)$"
    r"|^\d|(?:million|milliarde)en$",
    re.IGNORECASE,
)


def _governs(view: View, at: int) -> bool:
    return view.token(at).text.lower() in fillers.words()["governed"]


def _attributes(view: View) -> list[tuple[int, int]]:
    found = []
    verbs = tuple(index for clause in view.clauses for index in clause.verbs)
    for token in view.tokens:
        before = view.after(token, -1)
        if token.tag not in _PREPOSITIONS or before is None or before.tag != "NN":
            continue
        if _tells_which(view, before):
            continue
        if token.text.lower() in ("von", "vom") or _in_deciding(view, token):
            continue  # *von* stands for a genitive: it says which thing is meant
        if token.text.lower() == "nach" and not _governs(view, token.index):
            continue  # *entscheidet die Leitung nach den freien Plätzen*: by what
        if is_vague(before) or token.text.lower() in _RESTRICTING:
            continue
        at = token.index + 1
        phrase = nominal.phrase_at(view, at) if at < view.sentence.tokens[1] else None
        if phrase is None or view.token(token.head).head != before.index:
            continue
        last = phrase.noun.index
        if _completes_verb(view, last) or says_where_to(view, token):
            continue
        if not is_bound(view, token.index, last, verbs=verbs) and not needed(
            view, token.index, last
        ):
            found.append((token.index, last))
    return sorted(found, reverse=True)


_RESTRICTING = word_set("außerhalb innerhalb ohne mit über unter bis ab zwischen außer")
"""*Führerscheine aus Staaten außerhalb der EU*: of which ones it is said."""
_BOTH_WAYS = word_set("in an auf über unter vor hinter neben zwischen")


def says_where_to(view: View, preposition: Token) -> bool:
    """*am Abend in die Klinik verlegen*, *in den alten Saal laden*: an accusative behind a
    preposition that can take both cases."""
    if preposition.text.lower() in ("ins", "ans", "aufs"):
        return True
    phrase = nominal.phrase_at(view, preposition.index + 1)
    if preposition.text.lower() not in _BOTH_WAYS or phrase is None or phrase.article is None:
        return False
    if phrase.article.text.lower() in ("die", "das", "eine"):
        return True
    cases = {case for case, _, _ in nominal.readings(phrase)}
    return "Acc" in cases and "Dat" not in cases


def _completes_verb(view: View, last: int) -> bool:
    """*…, dessen Termine im Kalender stehen*: in front of the verb it may be the verb's as well."""
    following = view.after(view.token(last))
    clause = view.in_clause(following) if following is not None else None
    return (
        clause is not None
        and following is not None
        and following.index in clause.verbs
        and clause.predicate in fillers.words()["needs_phrase"]
    )


_VAGUE = re.compile(
    r"(?:angebot|information|beratung|hilfe|möglichkeit|übung|frage|thema|themen|kurs|programm|ma(?:ß|ss)nahme"
    r"|auskunft|auskünfte|nachweis|regel|regelung|gesetz|unterlagen?|papier|bescheinigung|formular|grund|gründe"
    r"|mensch|person|leute|eltern|kinder|familie|frau|männer|personal|stelle|einrichtung"
    r"|interesse|gegensatz|vergleich|verhältnis|bezug|beziehung|zusammenhang|unterschied|zugang|zahlung|kosten|geld|verbot|erlaubnis|genehmigung|bedarf)(?:e?n|e?s|e)?$",
    re.IGNORECASE,
)
"""What kind of offer, question or permit it is, only the phrase behind it says."""


def is_vague(noun: Token) -> bool:
    """Whether only the words around it say which offer, question or permit the noun is."""
    return _VAGUE.search(noun.text) is not None


def _tells_which(view: View, noun: Token) -> bool:
    """*Die Sendung mit der Maus ist …*: what opens the sentence is named by all its words."""
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None or phrase.article.text.lower() not in _DEFINITE:
        return False
    return not any(t.tag.startswith("V") for t in view.tokens if t.index < noun.index)


_DEFINITE = word_set("der die das den dem")
_KNOWN = _DEFINITE | {"des", "dieser", "dieses", "diesem"}


def _in_deciding(view: View, token: Token) -> bool:
    clause = view.in_clause(token)
    if clause is None:
        return False
    return clause.relation is Relation.CONDITION or decides(view, clause)


_NOT_IN_EARNEST = word_set("Probe Übung Test Versuch Schein Spaß Beispiel")
"""*warnt die Bevölkerung zur Probe*: without it there would be danger."""


_FOREIGN = frozenset({"of", "for", "de", "du", "di"})


def needed(view: View, first: int, last: int) -> bool:
    """From when a deadline runs (*2 Wochen nach dem Einzug*) and which office it is about stay."""
    before = view.after(view.token(first), -1)
    if before is not None and TIMES.search(before.text):
        return True
    if view.token(first).text in _FOREIGN:
        return True  # *die International Federation of Robotics*: half of a name
    return any(
        ACTORS.search(view.token(index).text)
        or HALF_A_VERB.match(view.token(index).text)
        or view.token(index).text in _NOT_IN_EARNEST
        for index in range(first, last + 1)
        if view.token(index).tag in ("NN", "NE")
    )
