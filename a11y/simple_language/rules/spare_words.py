"""Single words that a short draft does without: rare adjectives and words that say how.

Of the adjectives that hardly anybody uses, easy versions by people keep one in eight. What names
a kind (*die gesetzliche Rente*), decides or denies something, or is the message itself stays; in
texts of an office only what tells no two things apart goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Token
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.grammar.verbal import is_participle
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.readability import zipf
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.condensing import ENOUGH
from a11y.simple_language.rules.core import decides, is_vague
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

RARE = 4.0
"""Zipf frequency below which an adjective is rare; *schriftlich* has 4.0, *ortsüblich* 2.2."""
OFFICIAL_RARE = 3.5
_RARE_MANNER = 4.3

_ENDING = re.compile(r"e[nrsm]?$")
_KINDS = re.compile(
    r"(?:isch|ial|nal|ral|tal|ell|är|los|frei|pflichtig|berechtigt|jährig|tägig|wöchig|monatig|stündig"
    r"|fähig|bedürftig|abhängig|artig|förmig|behindert|krank|äugig|haarig|farben|st)$"
)
"""Endings of adjectives that tell kinds apart or say what is lacking, and of superlatives."""
_DENIES = re.compile(r"^(?:un(?!ter)|nicht|miss)")


def tells_kind(stem: str) -> bool:
    kinds = fillers.words()["kinds"]
    return stem in kinds or _DENIES.match(stem) is not None or _KINDS.search(stem) is not None


@evaluates("spare-adjective")
def spare_adjective(view: View) -> Iterator[Match]:
    """*trotz der angespannten Haushaltslage* → *trotz der Haushaltslage*"""
    if not too_long(view, most=ENOUGH):
        return
    official = is_practical(view)
    for token in view.tokens:
        if token.tag != "ADJA" or not token.text.islower():
            continue
        stem = _ENDING.sub("", token.text)
        if makes_another(stem) or _WHICH.match(stem) or token.morph.get("Degree") in ("Cmp", "Sup"):
            continue
        if official and is_participle(token.text) and stem not in _TELL_NOTHING:
            continue  # *auf das angegebene Konto*, *zum vereinbarten Termin*: which one
        if stem in fillers.words()["redundant"]:
            wanted = True
        else:
            most = OFFICIAL_RARE if official else RARE
            wanted = zipf(token.text) < most and not tells_kind(stem)
        if wanted and _is_free(view, token):
            match = cut(view, token.index, token.index)
            if match is not None:
                yield match


_TELL_NOTHING = word_set("entstanden angefallen angespannt gestiegen anhaltend geltend")
_ANOTHER = re.compile(
    r"(?:angeblich|mutmaßlich|vermeintlich|scheinbar|gefälscht|falsch|sogenannt|ehemalig|einstig|früher|künftig|zukünftig"
    r"|gescheitert|gescheiterte|versucht|geplant|unecht|fiktiv|erfunden|leer|tot|verstorben|gestohlen|verboten|illegal"
    r"|(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|dreißig|\w*jährig)$"
)


def makes_another(stem: str) -> bool:
    """*der angebliche Prinz*, *eine gefälschte Karte*, *die fünfziger Jahre*: without it, another
    thing is meant."""
    return _ANOTHER.match(stem) is not None


_WHICH = re.compile(r"(?:nächst|erst|letzt|zweit|dritt|viert|ober|unter|jeweilig|zuständig)")
"""*die nächsthöhere Behörde*: which one of several, is the message."""


def _is_free(view: View, token: Token) -> bool:
    """Whether the noun is the same thing without the adjective, as far as form shows."""
    before, noun = view.after(token, -1), view.after(token)
    clause = view.in_clause(token)
    if before is None or noun is None or noun.tag != "NN" or clause is None:
        return False
    if before.tag not in ("ART", "APPRART", "PPOSAT", "PDAT") or is_vague(noun):
        return False
    if _binds(view, clause) or clause.predicate in _TELL_WHAT:
        return False
    behind = view.after(noun)
    return behind is None or behind.tag != "KOKOM"


_TELL_WHAT = word_set("sein werden bleiben gelten heißen haben geben brauchen bilden nennen")
"""*Das ist ein denkmalgeschütztes Haus*: how a thing is, is the message."""


def _binds(view: View, clause: Clause) -> bool:
    """Whether the clause asks, orders, denies, allows, sets off or is a condition: each word may
    count there."""
    return (
        bool(clause.negations)
        or any(decides(view, one) for one in view.clauses)
        or clause.relation is Relation.CONDITION
        or clause.link.lower() == "während"
        or clause.mood is Mood.IMPERATIVE
        or view.tokens[-1].text == "?"
    )


@evaluates("spare-adverb")
def spare_adverb(view: View) -> Iterator[Match]:
    """*hat das Fest feierlich begonnen* → *hat das Fest begonnen*"""
    if not too_long(view, most=ENOUGH) or is_practical(view):
        return  # *wird nachträglich abgerechnet*: how and when, readers have to know
    for token in view.tokens:
        if token.tag != "ADJD" or not token.text.islower() or zipf(token.text) >= _RARE_MANNER:
            continue
        clause = view.in_clause(token)
        if clause is None or clause.kind is not ClauseKind.MAIN or _binds(view, clause):
            continue
        stem = token.text
        if stem in fillers.words()["manners"] or clause.predicate in _NEED_HOW:
            continue
        if _DENIES.match(stem) or stem.endswith(("los", "frei", "er", "sten", "weise")):
            continue
        if _leans(view, token):
            continue
        match = cut(view, token.index, token.index)
        if match is not None:
            yield match


_NEED_HOW = word_set(
    "sein werden bleiben machen halten finden nennen lassen gelten wirken scheinen aussehen fühlen "
    "verhalten benehmen stimmen gehen klingen riechen schmecken erscheinen ernähren leben arbeiten "
    "stellen"
) | {""}
"""*wirkt gefährlich*, *macht krank*: how is half of what is said."""


def _leans(view: View, token: Token) -> bool:
    """Whether a word beside it belongs to it, or it to that word."""
    before, following = view.after(token, -1), view.after(token)
    if before is None or following is None or before.text.lower() in ("zu", "so", "wie", "je"):
        return True
    if before.tag in ("KON", "PTKNEG", "ADV", "PTKA", "KOKOM", "ADJD", "CARD", "PWAV", "PIAT"):
        return True
    if following.tag in ("NN", "KON", "KOKOM", "ADJA", "ADJD", "APPR", "CARD", "ADV"):
        return True
    return before.text == "," or following.text in (",", ":")
