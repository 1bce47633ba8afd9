"""Two participles that share subject and auxiliary: *Er hat in Köln studiert und in Bonn
gearbeitet.*"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import inflect
from a11y.language.analysis import Clause, Token
from a11y.language.clauses import frames
from a11y.simple_language.coordination.shared_modal import binds
from a11y.simple_language.coordination.shared_objects import never_takes_object
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_REACHING = word_set(
    "nicht nie niemals kein keine keiner keinen keinem keines nichts niemand niemanden kaum weder "
    "nur erst auch zwar sowohl entweder zuerst zunächst selten oft immer höchstens mindestens "
    "angeblich vermutlich wahrscheinlich vielleicht offenbar offensichtlich möglicherweise wohl "
    "fast beinahe teilweise"
)
_PHRASES = (("zum", "teil"), ("zu", "unrecht"), ("zum", "glück"), ("zum", "schein"))
"""Words of the first part that may hold for the second one, too, or tie it to it."""
_PLAIN = word_set("ART PPOSAT PDAT PIAT ADJA CARD NN NE APPR APPRART ADV PAV PROAV ADJD PTKA")
_ACTS = word_set("er sie wir ich du ihr")


def shared(
    view: View, first: Sequence[Token], finite: Token, who: Sequence[Token], right: Sequence[Token]
) -> bool:
    """Whether *right* is a second statement of the same subject with the same auxiliary.

    first: the first statement, its subject *who* in front of the verb. Only where the second part
    has words of its own and no noun in it can be another subject, or an object that both share.
    """
    words = [t for t in right if any(c.isalnum() for c in t.text)]
    done = [t for t in first if t.tag == "VVPP"]
    if len(words) < 2 or len(done) != 1 or done[0] is not first[-1] or words[-1].tag != "VVPP":
        return False
    middle = words[:-1]
    if who[0].index != first[0].index or who[-1].index + 1 != finite.index:
        return False
    if reaches_on(first, words) or words[0].text.lower() in _REACHING:
        return False
    if any(t.tag not in _PLAIN for t in middle) or any(t.text in (",", ":") for t in first):
        return False
    left, other = _clause(view, done[0]), _clause(view, words[-1])
    if left is None or other is None or not left.predicate or not other.predicate:
        return False
    if names_agent(first, finite) or _gives(view, first, finite, other):
        return False
    free = _free_nouns(view, middle)
    if finite.lemma == "werden":
        return not free and not never_takes_object(other.predicate)
    moves = inflect.takes_sein(left.predicate), inflect.takes_sein(other.predicate)
    if finite.lemma == "sein":
        return not free and moves == (True, True)
    if finite.lemma != "haben" or any(moves):
        return False
    behind = [t for t in first if finite.index < t.index]
    if not free:  # the first part's object or *sich* would be the second verb's, too
        alone = not _free_nouns(view, behind) and not any(t.tag == "PRF" for t in behind)
        return never_takes_object(other.predicate) or (
            alone and not any(t.tag in ("PPER", "PIS", "PDS") for t in behind)
        )
    return len(free) == 1 and _is_object(view, free[0], who, other)


def reaches_on(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """*wurde angeblich verschickt und geliefert*, *bei Bedarf abgeholt und gebracht*: a word of
    the first part may hold for the second one, too."""
    said = [t.text.lower() for t in first]
    if any(word in _REACHING for word in said) or binds(first, second):
        return True
    return any(pair in _PHRASES for pair in pairwise(said))


def names_agent(tokens: Sequence[Token], finite: Token) -> bool:
    """*wird vom Amt übernommen und bezahlt*: who acts stands once."""
    passive = finite.lemma == "werden"
    return passive and any(t.text.lower() in ("von", "vom", "durch") for t in tokens)


_RECEIVERS = word_set("mir dir ihm ihr uns euch ihnen")


def _gives(view: View, first: Sequence[Token], finite: Token, second: Clause) -> bool:
    """*hat den Kindern die Regel gezeigt und die Aufgabe erklärt*: to whom stands once."""
    if not frames.takes(second.predicate, "ditransitive"):
        return False
    behind = [t for t in first if t.index > finite.index]
    if any(t.tag == "PPER" and t.text.lower() in _RECEIVERS for t in behind):
        return True
    for noun in _free_nouns(view, behind):
        phrase = nominal.ending_in(view, noun)
        cases = {r[0] for r in nominal.readings(phrase)} if phrase is not None else set()
        if "Dat" in cases and "Acc" not in cases:
            return True
    return False


def _clause(view: View, participle: Token) -> Clause | None:
    return next((c for c in view.clauses if participle.index in c.verbs), None)


def _free_nouns(view: View, tokens: Sequence[Token]) -> list[Token]:
    """Nouns that neither a preposition nor a noun before them governs."""
    found = []
    for token in tokens:
        if token.tag not in ("NN", "NE"):
            continue
        phrase = nominal.ending_in(view, token)
        before = view.after(phrase.first if phrase is not None else token, -1)
        genitive = phrase is not None and {r[0] for r in nominal.readings(phrase)} == {"Gen"}
        if before is None or not (before.tag in ("APPR", "APPRART") or genitive):
            found.append(token)
    return found


def _is_object(view: View, noun: Token, who: Sequence[Token], clause: Clause) -> bool:
    """*hat den Platz umgebaut und die Straße gesperrt*: by its case, or a thing that somebody
    does something to."""
    phrase = nominal.ending_in(view, noun)
    cases = {r[0] for r in nominal.readings(phrase)} if phrase is not None else set()
    if cases == {"Acc"}:
        return True
    acts = who[-1].text.lower() in _ACTS or names_somebody(who[-1].text)
    return (
        acts
        and "Acc" in cases
        and frames.takes(clause.predicate, "agentive")
        and not names_somebody(noun.text)
    )
