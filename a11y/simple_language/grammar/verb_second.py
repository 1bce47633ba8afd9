"""A clause as a main clause: its verb in second place, and what follows it in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11y.language.analysis import Token
from a11y.language.lexicon.tables import unlisted_readings, verb_readings
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.times import POINTS
from a11y.simple_language.wording import text_of


def parted_finite(token: Token) -> tuple[str, str]:
    """A finite verb as it stands in second place: ``anmeldet`` → (``meldet``, ``an``)."""
    lower = token.text.lower()
    if token.lemma in _PARTED:
        return token.text[len(_PARTED[token.lemma]) :], _PARTED[token.lemma]
    for reading in verb_readings(lower) or unlisted_readings(lower):
        if reading.infinitive in verbal.ONE_WORD:
            continue
        if reading.joined and reading.particle and reading.form in ("Pres", "Past", "Sub1", "Sub2"):
            return token.text[len(reading.particle) :], verbal.apart(reading.particle)
    return token.text, ""


_PARTED = {"übergehen": "über", "überlaufen": "über", "überkochen": "über"}
"""Both kinds exist and the tables have the other one: *das Haus geht auf den Käufer über*."""
BOTH_CASES = frozenset({"sie", "es"})
"""*So können sie Kinder …*: before the subject they would be read as the subject."""


def midfield(who: Sequence[Token], others: Sequence[Token]) -> str:
    """Subject and the rest behind the finite verb: short pronouns go before a noun.

    *… wurde mir ein Kaffee angeboten*, *… meldet sich das Amt*.
    """
    lead: list[Token] = []
    tail = list(others)
    at = _time_before(who, tail)
    if at:
        return " ".join((text_of(tail[:at]), text_of(who), _behind(tail[at:]))).strip()
    if who and who[0].tag not in ("PPER", "PIS", "PDS"):
        while tail and tail[0].tag in ("PPER", "PRF") and tail[0].text.lower() not in BOTH_CASES:
            lead.append(tail.pop(0))
    any_one = who and who[0].tag in ("ART", "PIAT") and who[0].text.lower()[:3] in ("ein", "kei")
    if any_one and tail and tail[0].tag in ("ADV", "APPR", "APPRART"):
        earlier = [t for t in tail if t.index < who[0].index]
        lead += earlier  # *In dem Haus war nachts ein Herd explodiert*
        tail = tail[len(earlier) :]
    return " ".join(part for part in (text_of(lead), text_of(who), _behind(tail)) if part)


def _time_before(who: Sequence[Token], others: Sequence[Token]) -> int:
    """How many of the words are a time that stood before somebody new: *war* **in der Nacht** *ein
    Herd explodiert*."""
    if not who or who[0].text.lower() not in ("ein", "eine"):
        return 0
    ahead = [t for t in others if t.index < who[0].index]
    led = ahead and ahead[0].tag in ("APPR", "APPRART") and len(ahead) <= _SHORT
    timed = led and ahead[-1].tag == "NN" and POINTS.search(ahead[-1].text) is not None
    return len(ahead) if timed and list(others[: len(ahead)]) == ahead else 0


_SHORT = 3


def _behind(tokens: Sequence[Token]) -> str:
    """What follows verb and subject; *…, dass* keeps the comma it begins with."""
    text = text_of(tokens)
    return f", {text}" if tokens and tokens[0].text == "," else text


def _reflexive_first(others: Sequence[Token]) -> Sequence[Token]:
    """*neben der Arbeit sich einsetzen*: the pronoun comes forward unless a clause begins."""
    at = next((i for i, t in enumerate(others) if t.tag == "PRF"), 0)
    if at and others[at - 1].tag == "APPR":  # *für sich*
        return others
    if not at or any(t.text == "," or t.tag in ("PTKZU", "KON") for t in others[:at]):
        return others
    return (others[at], *others[:at], *others[at + 1 :])


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A subordinate clause, taken apart: what is needed to say it as a main clause.

    subject: its words, ``""`` if none was found for certain. finite, particle: the verb in second
    place and what goes to the end. others: everything else, in order.
    """

    subject: tuple[Token, ...]
    finite: str
    particle: str
    others: tuple[Token, ...]
    pronoun: bool
    denied: bool = False
    """A subject with *kein* of a verb without object."""

    def statement(self) -> str:
        """Subject first: *Sie ziehen um*; *sich* stands behind the verb."""
        others = _reflexive_first(self.others)
        if self.denied and others and others[0].text.lower() in ("sonst", "dann"):
            opening = others[0].text.lower()  # *Sonst erfolgt keine Bearbeitung*
            return f"{opening} {self.finite} {midfield(self.subject, others[1:])} {self.particle}"
        if self.denied and not any(t.tag in ("PPER", "PRF") for t in others):
            return self.after("es")  # *Es wurde keine Absprache getroffen*
        return f"{text_of(self.subject)} {self.finite} {_behind(others)} {self.particle}"

    def after(self, opening: str) -> str:
        """With something before the verb: *Denn* needs none, *So* needs one."""
        middle = midfield(self.subject, self.others)
        return f"{opening} {self.finite} {middle} {self.particle}"

    def question(self) -> str:
        """Verb first: *Ist der Antrag vollständig*."""
        return f"{self.finite} {midfield(self.subject, self.others)} {self.particle}"
