"""Whether a genitive surely hangs on the noun before it, or a verb or word asks for its case."""

from __future__ import annotations

from functools import lru_cache

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.language.clauses import frames
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def surely_hangs(view: View, phrase: nominal.Phrase, before: Token) -> bool:
    """Form alone (*des*, *eines*) or form and analysis together (*der Stadt*)."""
    article = phrase.article.text.lower() if phrase.article is not None else ""
    others = {case for case, _, _ in nominal.readings(phrase)} - {"Gen"}
    if not others:
        return not _genitive_asked(view, phrase)
    if article in ("der", "einer", "ihrer", "seiner", "dieser", "unserer", "meiner", "keiner"):
        tagged = (phrase.article or phrase.noun).morph.get("Case")
        if tagged != "Gen" or "Nom" in others:
            return False
        governs = phrase.noun.head == before.index or phrase.noun.dep in ("nmod", "nmod:poss")
        return governs and not asks_for_it(view, phrase)
    return not article and tagged_genitive(phrase) and not others & {"Nom", "Acc"}


def _genitive_asked(view: View, phrase: nominal.Phrase) -> bool:
    """*sich eines Schlüssels bedienen*: the verb's own case."""
    clause = view.in_clause(phrase.noun)
    asks = clause is not None and clause.predicate in _government()["genitive_verbs"]
    return asks and clause is not None and not _opens(view, clause, phrase)


def tagged_genitive(phrase: nominal.Phrase) -> bool:
    return any(t.morph.get("Case") == "Gen" for t in (*phrase.adjectives, phrase.noun))


@lru_cache(maxsize=1)
def _government() -> dict[str, frozenset[str]]:
    """The lists of ``data/government.yaml``, with what the language room knows of datives."""
    records = data_file("government")
    return {kind: word_set(words) for kind, words in records.items()}


def asks_for_it(view: View, phrase: nominal.Phrase) -> bool:
    """Whether a verb or a word behind may ask for this case, so that no noun needs it."""
    following = view.after(phrase.noun)
    if following is not None and following.text.lower() in ("von", "vom", "des", "der"):
        at = following.index + (following.text.lower() in ("von", "vom"))
        second = nominal.phrase_at(view, at)  # *der Würde des Ortes entsprechend*
        following = view.after(second.noun) if second is not None else None
    if following is not None and following.text.lower() in _government()["followers"]:
        return True
    clause = view.in_clause(phrase.noun)
    if clause is None:
        return False
    if clause.predicate in _government()["genitive_verbs"]:
        return True
    giving = frames.takes(clause.predicate, "ditransitive")
    asks = giving or clause.predicate in _government()["dative_verbs"]
    asks = asks or clause.predicate.startswith(_DATIVE_PREFIXES)
    if giving and clause.predicate not in _government()["to_things"]:
        asks = frames.animacy_of_noun(phrase.noun.lemma) is not frames.Animacy.THING
        asks = asks or ACTORS.search(phrase.noun.text) is not None
    return asks and not _opens(view, clause, phrase)


_DATIVE_PREFIXES = ("entgegen", "gegenüber", "nach", "wider", "bei", "zuwider", "voraus")
"""Verbs built with these mostly ask for a dative (*der Pflicht nachkommen*)."""


def _opens(view: View, clause: Clause, phrase: nominal.Phrase) -> bool:
    """*Die Kosten der Abholung zahlt …*: before a main clause's verb stands one phrase only."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return False
    front = [view.token(i) for i in clause.tokens if i < clause.finite]
    return (
        bool(front)
        and phrase.noun.index < clause.finite
        and not any(t.text == "," or t.tag in ("KON", "VVPP", "ADV", "ADJD") for t in front)
    )
