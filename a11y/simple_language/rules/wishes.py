"""Wishes in the Konjunktiv: *Friede sei mit euch!* → *Friede soll mit euch sein!*"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Tense, Token
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set

_NEAR = word_set(
    "dich dir euch uns mich mir dein deine deinen deinem deiner deines euer eure euren eurem eurer "
    "unser unsere unseren unserem unserer"
)
"""Whoever reports what others said writes *ihn* and *sie*: where these stand, it is a wish."""


@evaluates("wish")
def wish(view: View) -> Iterator[Match]:
    """A wish or a call, said with *sollen* or *wollen*: an editor decides."""
    if view.text.rstrip()[-1:] == "?":
        return
    match = _may_it(view) or _let_us(view)
    if match is not None:
        yield match
        return
    for clause in () if _tells(view) else view.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.finite is None:
            continue
        if clause.mood is not Mood.SUBJUNCTIVE or clause.tense is not Tense.PRESENT:
            continue
        finite = view.token(clause.finite)
        if not finite.text.endswith(("e", "sei", "seien")) or finite.lemma in verbal.MODALS:
            continue
        if finite.text.lower().startswith(("hätt", "wär", "würd")):
            continue
        found = _praised(view, finite) or _wished(view, clause, finite)
        if found is not None:
            yield found


def _tells(view: View) -> bool:
    """*Er sagt, das Amt segne es ab*: somebody else's words, no wish."""
    saying = fillers.words()["saying"] | fillers.words()["telling"]
    return any(c.predicate in saying and c.mood is Mood.INDICATIVE for c in view.clauses)


def _wished(view: View, clause: Clause, finite: Token) -> Match | None:
    """*Gott segne dich* → *Gott soll dich segnen*"""
    tokens, who = verbal.run(view, clause), subject_tokens(view, clause)
    if tokens is None or not who or tokens[0] is finite or tokens[0].text == "Es":
        return None
    if finite.index not in (who[-1].index + 1, who[0].index - 1):
        return None
    if who[0].text.lower() in ("man", "es", "ich"):
        return None  # *Man nehme*, *Es sei denn*, *Ich segne dich*
    near = any(t.text.lower() in _NEAR for t in tokens)
    if not near and not view.text.rstrip().endswith("!"):
        return None
    last = next((t for t in tokens if t.tag == "VVINF" and t.index in clause.verbs), tokens[-1])
    said = _infinitive_of(clause, finite)
    changes = {finite.index: "sollen" if finite.text == "seien" else "soll"}
    if last.index == finite.index:
        changes[last.index] = f"{changes[last.index]} {said}"
    elif last.tag == "PTKVZ" and last.index in clause.verbs:
        changes[last.index] = said
    else:
        changes[last.index] = f"{last.text} {said}"
    return Match(
        start=tokens[0].span[0],
        end=last.span[1],
        found=finite.text,
        replacement=verbal.retouched(view, tokens[0].index, last.index, changes),
    )


def _infinitive_of(clause: Clause, finite: Token) -> str:
    """*sei gelobt* ends in *sein*, *werde geheiligt* in *werden*, *lasse leuchten* in *lassen*."""
    if finite.text in ("sei", "seien"):
        return "sein"
    return "werden" if finite.text == "werde" else clause.predicate


def _praised(view: View, finite: Token) -> Match | None:
    """*Gelobt sei der Herr!* → *Der Herr soll gelobt sein!*"""
    front = [t for t in view.tokens if t.index < finite.index]
    if len(front) != 1 or front[0].tag != "VVPP" or finite.text not in ("sei", "seien"):
        return None
    end = view.tokens[-1]
    who = [t for t in view.tokens if finite.index < t.index < end.index]
    inside = all(t.tag in ("ART", "PPOSAT", "ADJA", "NN", "NE", "KON", "PPER") for t in who)
    if not who or not inside or end.text not in (".", "!"):
        return None
    verb = "sollen" if finite.text == "seien" else "soll"
    return Match(
        start=front[0].span[0],
        end=who[-1].span[1],
        found=finite.text,
        replacement=f"{capital(text_of(who))} {verb} {text_of(front)} sein",
    )


def _may_it(view: View) -> Match | None:
    """*Möge er lange leben* → *Er soll lange leben*"""
    words, end = view.words, view.tokens[-1]
    if len(words) < 3 or words[0].text not in ("Möge", "Mögen") or len(view.clauses) > 1:
        return None
    who = _subject_at(view, words[0].index + 1)
    rest = [t for t in view.tokens if who and who[-1].index < t.index < end.index]
    if not who or not rest or rest[-1].tag not in ("VVINF", "VAINF", "VMINF"):
        return None
    if any(t.text in (",", ":", "–", "auch") for t in rest):
        return None  # *Mögen sie auch klagen, …*: although they do, no wish
    verb = "soll" if words[0].text == "Möge" else "sollen"
    return Match(
        start=words[0].span[0],
        end=rest[-1].span[1],
        found=words[0].text,
        replacement=f"{capital(text_of(who))} {verb} {text_of(rest)}",
    )


def _subject_at(view: View, index: int) -> Sequence[Token]:
    token = view.token(index)
    if token.tag in ("PPER", "NE") and token.text.lower() not in _NEAR:
        return (token,)
    phrase = nominal.phrase_at(view, index)
    return phrase.tokens if phrase is not None else ()


_OURSELVES = word_set("freuen beeilen erinnern kümmern bemühen ansehen vorstellen treffen einigen")
"""*Lasst uns freuen* leaves one *uns* out."""


def _let_us(view: View) -> Match | None:
    """*Lasst uns gehen!* → *Wir wollen gehen!*"""
    words, end = view.words, view.tokens[-1]
    if len(words) < 3 or words[0].text not in ("Lasst", "Lasset", "Laßt") or words[1].text != "uns":
        return None
    if words[-1].tag != "VVINF" or end.text not in ("!", ".") or words[-1].text in _OURSELVES:
        return None
    if any(t.text in (",", ":", "–") for t in view.tokens):
        return None
    return Match(
        start=words[0].span[0],
        end=words[1].span[1],
        found=f"{words[0].text} uns",
        replacement="Wir wollen",
    )
