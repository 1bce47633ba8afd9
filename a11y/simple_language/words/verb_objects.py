"""A verb's object where another verb takes it otherwise: *einer Sache bedürfen*, *sie brauchen*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11y.language import closed
from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital
from a11y.simple_language.words.verb_change import other_verb
from a11y.simple_language.words.verb_wording import Wording, without_article

_ROLES = {"Acc": Role.DIRECT_OBJECT, "Dat": Role.INDIRECT_OBJECT, "Gen": Role.GENITIVE_OBJECT}
_PRONOUNS = {
    ("Dat", "Acc"): {"mir": "mich", "dir": "dich", "ihm": "ihn", "ihnen": "sie", "Ihnen": "Sie"},
    ("Acc", "Dat"): {"mich": "mir", "dich": "dir", "ihn": "ihm", "Sie": "Ihnen"},
}
"""*sie* may be one or many, *ihr* two persons: both stay out. *uns* and *euch* do not change."""


def rewritten(
    view: View,
    clause: Clause,
    *,
    hard: Wording,
    easy: Wording,
    leaving: frozenset[int] = frozenset(),
) -> dict[int, str] | None:
    """The clause with ``easy`` for ``hard``, its object as ``easy`` takes it.

    leaving: tokens that the caller takes away, a noun that said what ``easy`` says.
    Token index → text ("" removes a token); None where a form or the object is not certain.
    """
    if not easy.preposition and not easy.case and not hard.preposition and not hard.case:
        return other_verb(view, clause, easy)
    if not easy.case and not easy.preposition:
        easy = replace(easy, case="Acc" if hard.case else "")
    taken = _taken(view, clause, hard)
    if taken is None:
        return None
    keeps = hard.preposition == easy.preposition and hard.case == easy.case
    if hard.preposition != easy.preposition and _has_second(view, taken):
        return None
    if not keeps and not hard.preposition and taken.first.tag == "PIS":
        return None  # *Diese Regeln müssen alle befolgen*: all are those who do it
    behind = view.after(view.token(max(t.index for t in taken.object)))
    if easy.preposition and not hard.preposition and behind is not None and behind.text == "nicht":
        return None  # *befolgt die Regeln nicht*, but *hält sich nicht an die Regeln*
    before = view.after(taken.first, -1)
    if easy.preposition and not hard.preposition and before is not None and before.text == "lange":
        return None  # *hat lange Wartezeiten zur Folge*: read as how long
    if not keeps and (clause.voice is not Voice.ACTIVE or clause.causative):
        return None  # *das Kind betreuen lassen*: nobody *lässt für das Kind sorgen*
    early = bool(easy.phrase and easy.preposition) and not _opens(clause, taken.first)
    verb = other_verb(view, clause, replace(easy, phrase="") if early else easy)
    told = _told(view, taken, hard=hard, easy=easy, early=early, leaving=leaving)
    return None if verb is None or told is None else _merged(view, verb, told)


def takes(view: View, clause: Clause, hard: Wording) -> bool:
    """Whether the clause has what a verb of the table takes."""
    return not (hard.preposition or hard.case) or _taken(view, clause, hard) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """preposition: its token or None. object: the tokens behind it, as far as they are known."""

    preposition: Token | None
    object: Sequence[Token]

    @property
    def first(self) -> Token:
        return self.preposition or self.object[0]


def _taken(view: View, clause: Clause, hard: Wording) -> _Taken | None:
    if hard.preposition:
        for token in map(view.token, clause.tokens):
            fits = without_article(token.text) == hard.preposition
            behind = view.after(token)
            if fits and token.tag.startswith("APPR") and behind is not None:
                return _Taken(preposition=token, object=(behind,))
        return None
    found = [p for p in clause.participants if p.role is _ROLES[hard.case or "Acc"]]
    if not found and hard.case == "Gen":
        return _bare_genitive(view, clause)
    if len(found) != 1 or found[0].shared:
        return None
    tokens = tuple(view.token(i) for i in found[0].tokens)
    if not tokens or tokens[0].tag.startswith("APPR") or _goes_before(view, tokens[0]):
        return None
    return _Taken(preposition=None, object=tokens)


def _has_second(view: View, taken: _Taken) -> bool:
    """*verfügt nicht nur über Bücher, sondern auch über Spiele*: the second would be left alone."""
    if taken.preposition is None:
        return False
    own = without_article(taken.preposition.text)
    for token in view.tokens:
        if token.index > taken.preposition.index and without_article(token.text) == own:
            before = (view.after(token, -1), view.after(token, -2))
            if any(t is not None and t.tag == "KON" for t in before):
                return True
    return False


def _goes_before(view: View, first: Token) -> bool:
    """Whether the object begins in front of what the parser found: *den Potomac River*."""
    before = view.after(first, -1)
    if not any(c.isalnum() for c in first.text):
        return True
    if before is None:
        return False
    sign = not any(c.isalnum() for c in before.text) and before.text != ","
    return sign or before.tag in ("ART", "ADJA", "PPOSAT", "CARD", "NE")


def _bare_genitive(view: View, clause: Clause) -> _Taken | None:
    """*entledigte sich der Jacke*: a genitive behind no noun, where the parser saw no object."""
    for index in clause.tokens:
        token = view.token(index)
        before = view.after(token, -1)
        phrase = nominal.phrase_at(view, index) if token.tag in nominal.DETERMINER_TAGS else None
        if phrase is None or before is None or before.tag in ("NN", "NE", "APPR", "ADJA"):
            continue
        cases = {case for case, _, _ in nominal.readings(phrase)}
        if "Gen" in cases and "Nom" not in cases:
            return _Taken(preposition=None, object=phrase.tokens)
    return None


def _opens(clause: Clause, first: Token) -> bool:
    """Whether a token stands before the finite verb of a main clause, or first in another."""
    if clause.kind is ClauseKind.MAIN and clause.finite is not None:
        return first.index < clause.finite
    return first.tag in ("PRELS", "PWS") or first.index == min(clause.tokens)


def _told(
    view: View,
    taken: _Taken,
    *,
    hard: Wording,
    easy: Wording,
    early: bool,
    leaving: frozenset[int],
) -> dict[int, str] | None:
    """What stands for the preposition and the object."""
    phrase = f"{easy.phrase} " if early else ""
    first, source = taken.first, hard.case or "Acc"
    if source == easy.case and hard.preposition == easy.preposition:
        return {first.index: phrase + first.text} if phrase else {}
    joined = taken.preposition is not None and first.text.lower() != hard.preposition
    front = f"{easy.preposition} " if easy.preposition else ""
    if joined:
        return _parted(taken, source, easy, phrase + front)
    if source == easy.case:
        if taken.preposition is not None:
            if not front and first.text[:1].isupper():
                behind = taken.object[0]
                return {first.index: "", behind.index: capital(behind.text)}
            return {first.index: _as(view, first, (phrase + front).strip())}
        if first.text.lower() in ("was", "das", "es", "dass", "sich", "viel", "etwas", "nichts"):
            return None
        return {first.index: _as(view, first, phrase + front + _small(first))}
    noun_tokens, text = _in_case(view, taken.object[0], source, easy.case, leaving=leaving)
    if text is None:
        return None
    changes = dict.fromkeys((t.index for t in noun_tokens), "")
    if taken.preposition is not None:
        changes[first.index] = ""
    changes[first.index if taken.preposition is None else noun_tokens[0].index] = _as(
        view, first, phrase + front + text
    )
    return changes


def _parted(taken: _Taken, source: str, easy: Wording, front: str) -> dict[int, str] | None:
    """*übt Kritik am Plan*: half of the word is the article, which goes into the other case."""
    noun = taken.object[0]
    _, case = closed.contractions().get(taken.first.text.lower(), ("", ""))
    genders = {r[2] for r in nominal.noun_readings(noun.text) if r[:2] == (source, "Sing")}
    if case != "Dat" or taken.first.text[:1].isupper() or noun.tag != "NN" or len(genders) != 1:
        return None
    if source == easy.case:
        article = "der" if taken.first.text == "zur" else "dem"
        return {taken.first.index: f"{front}{article}"}
    reading = (easy.case, "Sing", genders.pop())
    form = nominal.noun_in(noun.text, easy.case, "Sing", found_in=source, gender=reading[2])
    if form is None:
        return None
    return {taken.first.index: f"{front}{nominal.der(reading)}", noun.index: form}


def _as(view: View, first: Token, text: str) -> str:
    """With a large first letter where the token has one for opening the sentence."""
    polite = first.text.startswith(("Ihr", "Sie")) and first.index != view.words[0].index
    noun = first.tag in ("NN", "NE") or polite
    return capital(text) if first.text[:1].isupper() and not noun else text


_SMALL_WITHIN = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "PRELS"})


def _small(token: Token) -> str:
    """Its text where something stands before it."""
    text = token.text
    if token.tag in _SMALL_WITHIN and not text.startswith("Ih"):
        return text[:1].lower() + text[1:]
    return text


def _in_case(
    view: View, first: Token, source: str, wanted: str, *, leaving: frozenset[int]
) -> tuple[Sequence[Token], str | None]:
    """(tokens of a phrase or pronoun, the same in another case or None)."""
    if first.tag == "PPER":
        same = first.text if first.text in ("uns", "euch") else None
        return (first,), _PRONOUNS.get((source, wanted), {}).get(first.text, same)
    phrase = nominal.phrase_at(view, first.index)
    if phrase is None:
        return (), None
    further = view.after(phrase.noun)
    goes_on = further is not None and (
        further.tag in ("KON", "NE", "NN", "TRUNC") or further.text == ","
    )
    if goes_on and further is not None and further.index not in leaving:
        return (), None  # what goes on would change, too
    if phrase.article is None and wanted == "Dat" and phrase.noun.text.endswith("es"):
        return (), None  # *Schlimmeres*: written as a noun, inflected as an adjective
    text = nominal.in_case_from(phrase, source, wanted)
    return phrase.tokens, text


def _merged(view: View, verb: dict[int, str], told: dict[int, str]) -> dict[int, str]:
    """Both changes; a particle put behind the object's last word stays behind it."""
    both = verb | told
    for index in verb.keys() & told.keys():
        own = view.token(index).text
        if verb[index].startswith(own):
            both[index] = (told[index] + verb[index][len(own) :]).strip()
        else:
            both[index] = f"{told[index]} {verb[index]}".strip()
    return both
