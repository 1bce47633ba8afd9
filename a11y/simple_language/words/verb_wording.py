"""How the tables write a verb: with *sich*, fixed words, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from a11y.language import closed
from a11y.simple_language.wording import word_set

_TAKE_DATIVE = word_set("aus bei mit nach von vor zu")
_PREPOSITIONS = _TAKE_DATIVE | word_set("an auf durch für gegen in über um unter zwischen")
_CASES = {"gen": "Gen", "dat": "Dat", "acc": "Acc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A verb as the tables write it: *ins Gefängnis bringen*, *sich beeilen*, *Angst haben vor*.

    verb: infinitive. phrase: the words that go before it where it stands last. reflexive: with
    *sich*. preposition: what it takes, "" for none. case: of what it takes, ``Acc``, ``Dat`` or
    ``Gen``; "" where nothing is said of its objects.
    """

    verb: str
    phrase: str = ""
    reflexive: bool = False
    preposition: str = ""
    case: str = ""

    def __str__(self) -> str:
        words = ("sich" if self.reflexive else "", self.phrase, self.verb, self.preposition)
        return " ".join(word for word in words if word)


@lru_cache(maxsize=8_192)
def wording(text: str) -> Wording:
    """Read a cell: ``[sich] [words] infinitive [preposition][+case]``.

    Without a case *aus, bei, mit, nach, von, vor, zu* take the dative, others the accusative.
    """
    words = text.split()
    reflexive = len(words) > 1 and words[0] == "sich"
    words = words[1:] if reflexive else words
    preposition, case = "", ""
    last, plus, named = words[-1].partition("+")
    if len(words) > 1 and (plus or last in _PREPOSITIONS):
        words.pop()
        preposition = last
        case = _CASES[named] if plus else ("Dat" if last in _TAKE_DATIVE else "Acc")
    return Wording(
        verb=words[-1],
        phrase=" ".join(words[:-1]),
        reflexive=reflexive,
        preposition=preposition,
        case=case,
    )


def without_article(word: str) -> str:
    """The preposition of a contraction: *am* → *an*; any other word as it is, in small letters."""
    lower = word.lower()
    return closed.contractions()[lower][0] if lower in closed.contractions() else lower
