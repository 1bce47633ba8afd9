"""Occasions named by a noun (*Für die Ummeldung eines Autos …*) become a question to the reader.

Only nouns whose doer is the reader (``data/occasions.yaml``); a proposal, never unattended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, QuestionType, Tense, Token
from a11y.language.clauses import frames
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.coming import COMING, has_to_come
from a11y.simple_language.clauses.occasions import table
from a11y.simple_language.clauses.pairs import sentence_span
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_PREPOSITIONS = ("APPR", "APPRART")


_WANTED = frozenset({"für", "zur", "zum"})
_AT = frozenset({"bei", "beim"})


@evaluates("occasion")
def occasion(view: View) -> Iterator[Match]:
    """*Für die Ummeldung eines Autos gilt …* → *Sie wollen ein Auto ummelden? Dann …*"""
    clause = next((c for c in view.clauses if c.kind is ClauseKind.MAIN), None)
    if clause is None or clause.finite is None or clause.tense is not Tense.PRESENT:
        return
    if clause.question is not QuestionType.NONE or view.text.rstrip().endswith(("?", ":")):
        return
    asked = _asks_for(view, clause)
    if asked is not None:
        yield asked
        return
    who = subject_tokens(view, clause)
    if who and _is_somebody(who[-1]):
        return  # *Bei Verlust des Schlüssels zahlt der Mieter*: is that the reader?
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    front = [t for t in words if t.index < clause.finite]
    question = _asked(view, front) if front and front[0].index == words[0].index else None
    if question is None:
        return
    start, end = sentence_span(view)
    said = view.analysis.text[view.token(clause.finite).span[0] : end]
    if any(t.text == "," and t.index < clause.finite for t in view.tokens):
        return
    yield Match(
        start=start,
        end=end,
        found=text_of(front, inside=False),
        replacement=f"{sentence(question, end='?')}\nDann {said[:1].lower() + said[1:]}",
        note="Wenn die Leserin oder der Leser das macht.",
    )


def _is_somebody(noun: Token) -> bool:
    """A person by the tables, or by form: *der Entleiher* is who *entleiht*."""
    doer = noun.text.endswith("er") and f"{noun.text[:-2].lower()}en" in tables.verb_classes()
    return doer or frames.animacy_of_noun(noun.lemma) is frames.Animacy.PERSON


def _asked(view: View, front: Sequence[Token]) -> str | None:
    """The question for *Für die Ummeldung eines Autos*, *Bei Verlust des Ausweises*."""
    opening = front[0].text.lower()
    rest_of = list(front[1:])
    if opening in ("im", "in") and rest_of and rest_of[0].text in ("Fall", "Falle"):
        opening, rest_of = "bei", rest_of[1:]
    if opening not in _WANTED | _AT:
        return None
    if rest_of and rest_of[0].tag in ("ART", "APPR") and rest_of[0].text.lower() != "nach":
        rest_of.pop(0)
    return _question(view, rest_of, wanted=opening in _WANTED)


def _question(view: View, words: Sequence[Token], *, wanted: bool) -> str | None:
    """What the reader wants or does, by a noun and what stands behind it."""
    if not words or words[0].tag != "NN":
        return None
    noun, behind = words[0], words[1:]
    record = table()
    verb = record["does"].get(noun.text) or record["does"].get(noun.text.removesuffix("s")) or ""
    thing = _object(view, behind, verb)
    if thing is None:
        return None
    name = noun.text.removesuffix("s") if noun.text not in record["does"] else noun.text
    if name in record["happened"]:
        done = verbal.participle(record["happened"][name])
        return f"Sie haben {thing} {done}" if thing and done else None
    if name in record["gets"]:
        return f"Sie wollen {thing} bekommen" if thing and wanted else None
    verb = record["does"].get(name)
    if verb is None:
        return None
    *before, infinitive = verb.split()
    if not (thing or before or infinitive in _ALONE or frames.takes(infinitive, "intransitive")):
        return None  # *Bei der Beantragung*: of what?
    if before == ["sich"] and thing and thing.split()[0] not in _PHRASES:
        before = []
    said = " ".join([*before, thing]) if before == ["sich"] else " ".join([thing, *before])
    if wanted:
        return f"Sie wollen {said} {infinitive}"
    form = verbal.present(infinitive, "P3")
    return f"Sie {form[0]} {said} {form[1]}" if form is not None else None


_ALONE = frozenset({"heiraten", "kündigen", "zuziehen"})
"""Said without an object, too."""
_ASKING = frozenset({"voraussetzen", "erfordern", "verlangen"})


def _asks_for(view: View, clause: Clause) -> Match | None:
    """*Die Ausstellung eines Passes setzt ein Foto voraus* → *Sie wollen einen Pass bekommen? Dann
    brauchen Sie ein Foto.*"""
    tokens = verbal.run(view, clause)
    if clause.predicate not in _ASKING or clause.modal or clause.negations or tokens is None:
        return None
    if len(view.clauses) != 1 or tokens[0].tag != "ART" or clause.finite is None:
        return None
    front = [t for t in tokens if t.index < clause.finite]
    behind = [t for t in tokens if t.index > clause.finite and t.index not in clause.verbs]
    question = _question(view, front[1:], wanted=True)
    phrase = nominal.phrase_at(view, behind[0].index) if behind else None
    if question is None or phrase is None:
        return None
    if phrase.noun.text in COMING:
        comes = has_to_come(view, behind)
        said = f"{comes[1]} {comes[0]} {comes[2]}" if comes is not None else None
    else:
        said = f"brauchen Sie {text_of(behind)}"
    if said is None:
        return None
    start, end = sentence_span(view)
    return Match(
        start=start,
        end=end,
        found=text_of(front, inside=False),
        replacement=f"{sentence(question, end='?')}\n{sentence('Dann', said)}",
        note="Wenn die Leserin oder der Leser das macht.",
    )


_PHRASES = word_set("an am in im bei beim für auf zu zum zur mit")


_WANTS_OBJECT = word_set(
    "besuchen benutzen nutzen kaufen mieten besichtigen beantragen ausleihen bestellen einsehen"
)
"""*der Besuch im Amt*: nobody *besucht im Amt*."""


def _object(view: View, behind: Sequence[Token], infinitive: str) -> str | None:
    """What stands behind the noun, as it stands with a verb; None where form leaves a doubt."""
    if not behind:
        return ""
    if any(t.tag == "KON" or t.text in (",", "durch") for t in behind):
        return None  # *die Nutzung der Halle durch Vereine*: somebody else does it
    first = behind[0]
    if first.tag == "NE" or first.tag.startswith("V"):
        return None
    if first.tag in _PREPOSITIONS and first.text.lower() not in ("von", "vom"):
        return None if infinitive in _WANTS_OBJECT else text_of(behind)
    case = "Dat" if first.tag in _PREPOSITIONS else "Gen"
    if first.text.lower() == "vom":
        return None
    phrase = nominal.phrase_at(view, first.index + (case == "Dat"))
    if phrase is None or phrase.noun.index > behind[-1].index:
        return None
    thing = nominal.in_case_from(phrase, case, "Acc")
    if thing is None:
        return None
    tail = [t for t in behind if t.index > phrase.noun.index]
    if tail and tail[0].tag not in (*_PREPOSITIONS, "CARD", "NE", "XY", "FM"):
        return None
    return " ".join(part for part in (thing, text_of(tail)) if part)
