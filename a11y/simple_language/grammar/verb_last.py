"""A verb-last clause taken apart: its subject, its verb and the rest, each certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part
from a11y.simple_language.grammar.governed_genitives import asks_for_it
from a11y.simple_language.grammar.holders import (
    names_more,
    with_company,
    with_focus,
    without_event,
    without_means,
    without_origin,
    without_place,
    without_time,
)
from a11y.simple_language.grammar.subjects import fits, subject_tokens
from a11y.simple_language.grammar.verb_second import Taken, parted_finite
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_OWNERS = frozenset(
    {"der", "des", "aller", "beider", "sämtlicher", "mehrerer", "vieler", "unserer"}
)
"""Behind a noun these mostly open a genitive that belongs to it: *das Einkommen aller …*."""
_STARRED = re.compile(r"\w[*_]\w")
_OF_IT = frozenset({"mächtig", "bewusst", "würdig", "bedürftig", "kundig", "verdächtig", "sicher"})
"""Adjectives of which a genitive before them may be part."""


def take(
    view: View,
    found: Part,
    *,
    skip: int = 1,
    who: tuple[Token, ...] = (),
    missing: tuple[Token, ...] = (),
    nobody: bool = False,
) -> Taken | None:
    """Take a verb-last clause apart. skip: how many tokens its introduction has.

    who: the subject, where the caller knows it; missing: the one to say where the clause has none.
    nobody: an impersonal passive (*mit Regen gerechnet werden muss*) may do without.
    """
    clause = found.clause
    if clause.finite is None or len(found.tokens) < skip + 2:
        return None
    if skip == 1 and clause.link and found.tokens[0].tag in ("ADV", "PTKNEG", "PAV", "PROAV"):
        return None  # *auch weil …*: something stands before the conjunction
    finite = view.token(clause.finite)
    body = found.tokens[skip:]
    if len(body) > 1 and body[0].tag == "KON" and body[1].text.lower() in _LINKS:
        return None  # *weil und solange …*: two conjunctions for one clause
    position = next((i for i, t in enumerate(body) if t.index == finite.index), None)
    if not position:
        return None
    before, tail = body[:position], body[position + 1 :]
    if not _has_one_verb(view, before, finite, tail) or _is_cut_wrongly(body):
        return None
    who = _named(view, clause, body, who or _subject_in(view, clause, before) or missing)
    second, particle = parted_finite(finite)
    if not who and nobody and _impersonal(view, clause, before):
        return Taken(
            subject=(), finite=second, particle=particle, others=tuple(before), pronoun=False
        )
    who = _whole_subject(view, clause, before, body, who) if who else ()
    if not who or _another_deed(view, before) or (particle and tail):
        return None
    who = with_focus(before, who)
    if clause.predicate == "sein" and not tail and all(t in who for t in before):
        who = _before_its_place(who)  # *das Kind unter 18 ist*: what it is stands behind it
        if not who:
            return None
    inside = {token.index for token in who}
    return Taken(
        subject=who,
        finite=second,
        particle=particle,
        others=tuple(t for t in (*before, *tail) if t.index not in inside),
        pronoun=len(who) == 1 and who[0].tag in ("PPER", "PDS"),
        denied=who[0].text.lower().startswith("kein")
        and not (who[0].tag == "PIS" and len(who) > 1)
        and not any(p.role is Role.DIRECT_OBJECT for p in clause.participants),
    )


_LINKS = word_set("solange soweit sofern wenn falls weil sobald obwohl da dass insoweit insofern")


def _before_its_place(who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*das Kind | unter 18 ist*, *das Kind | in der Schule ist*; () where nothing is left over."""
    at = next((i for i, t in enumerate(who) if t.tag in ("APPR", "APPRART")), 0)
    return who[:at]


def _has_one_verb(
    view: View, before: Sequence[Token], finite: Token, tail: Sequence[Token]
) -> bool:
    """Whether the finite verb is the clause's own, alone, and only what may follow it follows."""
    if before[-1].tag == "KON":
        return False  # *die denken und lernen*: two verbs share the rest
    if tail and not _may_follow_verb(tail):
        return False
    if (finite.lemma in ("sein", "haben") or finite.tag == "VVFIN") and _two_verbs(before):
        return False  # *wenn sie verreisen oder krank sind*, *vorlegen und nicht erhalten haben*
    asked = any(c.predicate in _ASKING and c.kind is ClauseKind.MAIN for c in view.clauses)
    # *empfehlen, wenn Sie krank sind, zu Hause zu bleiben*: of the main clause
    return not (asked and any(t.tag in ("PTKZU", "VVIZU") for t in tail))


def _is_cut_wrongly(body: Sequence[Token]) -> bool:
    """Whether something stands among the words that a statement cannot hold together."""
    if any(
        a.tag in ("ART", "ADJA") and b.tag in ("APPR", "APPRART") and not _inside_phrase(body, at)
        for at, (a, b) in enumerate(pairwise(body))
    ):
        return True  # *der zum Unterhalt Verpflichtete*: the parse may take it apart
    if any(_STARRED.search(t.text) for t in body):
        return True  # *diese*r*: no form says what it is
    # *wenn weder A noch B …*: what belongs together would be parted
    return any(t.text.lower() in ("weder", "entweder", "sowohl") for t in body)


def _named(
    view: View, clause: Clause, body: Sequence[Token], who: tuple[Token, ...]
) -> tuple[Token, ...]:
    """The subject, where a pronoun was taken for it or for something else."""
    if clause.predicate == "haben" and body[0].text == "Sie" and body[0] not in who:
        return (body[0],)  # *Nur wenn Sie Kinder haben*: nothing has the readers
    if len(who) == 1 and who[0].text == "sie" and who[0] in body and who[0] is not body[0]:
        leading = nominal.phrase_at(view, body[0].index)  # *damit Kinder sie ausprobieren*
        assert clause.finite is not None
        fitting = leading is not None and fits(leading.tokens, view.token(clause.finite))
        return leading.tokens if leading is not None and fitting else ()
    return who


def _whole_subject(
    view: View,
    clause: Clause,
    before: Sequence[Token],
    body: Sequence[Token],
    who: tuple[Token, ...],
) -> tuple[Token, ...]:
    """The subject with all that belongs to it and nothing else; () where its end is not sure."""
    if any(a.tag == "NN" and b.tag in ("NN", "CARD") for a, b in pairwise(who)):
        return ()  # *das Einkommen der Familie 3.000 Euro*: two phrases in one
    assert clause.finite is not None
    who = without_means(clause, without_event(without_time(who), view.token(clause.finite)))
    who = without_place(clause, without_origin(who, body), body)
    who = with_company(view, who, before)
    if not who:
        return ()
    who = (*who, *_date_behind(body, who[-1].index + 1))
    who = (*who, *_aged_behind(body, who[-1].index + 1))
    if _may_be_the_verbs(clause, who):
        return ()
    behind = _behind(body, who)
    if behind is not None and behind.tag == "KON" and len(who) == 1 and who[0].tag == "PPER":
        partner = nominal.phrase_at(view, behind.index + 1)  # *wenn Sie oder Ihr Kind …*
        if partner is not None and all(t in body for t in partner.tokens):
            who = (*who, behind, *partner.tokens)
            behind = _behind(body, who)
    if any(t.text in ("der", "des") for t in who[1:]) and any(t.text in _OF_IT for t in body):
        return ()  # *eine Partei der deutschen Sprache mächtig ist*
    if _may_be_given(view, who):
        return ()  # *die Tat der Polizei gemeldet wird*: to whom
    goes_on = behind is not None and _goes_on(view, clause, who, behind)
    return () if goes_on else who


def _may_be_given(view: View, who: Sequence[Token]) -> bool:
    """Whether the second phrase of a subject may be whom the verb or an adjective speaks to."""
    for noun, article in pairwise(who):
        if noun.tag != "NN" or article.text not in ("der", "dieser", "einer", "Ihrer"):
            continue
        phrase = nominal.phrase_at(view, article.index)
        if phrase is None:
            continue
        given = any(r[:2] == ("Dat", "Sing") for r in nominal.readings(phrase))
        if given and asks_for_it(view, phrase):
            return True
    return False


def _behind(body: Sequence[Token], who: Sequence[Token]) -> Token | None:
    return next((t for t in body if t.index == who[-1].index + 1), None)


def _goes_on(view: View, clause: Clause, who: Sequence[Token], behind: Token) -> bool:
    """Whether the word behind the subject may still belong to it."""
    if behind.tag == "KON" or behind.text == ",":
        return True  # *Sie und die Kinder*: only half of it; *die Frage, ob …,*: it goes on
    if who[-1].tag == "NN" and (
        behind.text.lower() in _OWNERS or _PEOPLE_OF.match(behind.text) is not None
    ):
        return True  # *das Wohl der Allgemeinheit*, *Belange Einzelner*: whose it is
    if behind.tag in ("PAV", "PROAV") and len(who) > 1:
        return True  # *die Sorgen darüber, …*: the clause behind it belongs to the subject
    if names_more(view, who, behind):
        return True
    if behind.text.lower() not in ("von", "vom") or who[-1].tag != "NN":
        return False
    acts = any(p.role is Role.AGENT and behind.index in p.tokens for p in clause.participants)
    return not acts or who[0].tag == "NN"  # *Wünsche von Kindern werden …*: they would seem to act


_PEOPLE_OF = re.compile(
    r"(?:[A-ZÄÖÜ]\w+(?:elner|tigter|ligter|hriger|kter|ster|deter)|Dritter|Erwachsener)$"
)
_GOVERNING = {
    "mit": word_set(
        "spielen handeln rechnen arbeiten beginnen anfangen aufhören fahren reisen heizen bezahlen "
        "zahlen sprechen reden telefonieren kämpfen umgehen schreiben kommen bauen werfen schießen"
    ),
    "für": word_set(
        "haben brauchen zahlen bezahlen sorgen suchen planen kaufen sammeln kämpfen werben stimmen "
        "arbeiten ausgeben benötigen bauen bekommen geben finden"
    ),
    "in": word_set("ziehen gehen fahren fallen stecken bauen arbeiten wohnen"),
}


def _may_be_the_verbs(clause: Clause, who: Sequence[Token]) -> bool:
    """*weil ein Kind mit Feuer spielte*, *weil die Stadt für die Bühne kein Geld hat*: with such a
    verb the phrase behind the noun may be the verb's, and stands elsewhere in a main clause."""
    at = next((i for i, t in enumerate(who) if t.text.lower() in _GOVERNING), 0)
    return bool(at) and clause.predicate in _GOVERNING[who[at].text.lower()]


_ASKING = word_set("empfehlen bitten raten auffordern anbieten erlauben verpflichten")


def _two_verbs(body: Sequence[Token]) -> bool:
    return any(
        a.tag in ("VVFIN", "VVINF", "VVIZU", "VAFIN", "VMFIN") and b.tag == "KON"
        for a, b in pairwise(body)
    )


def _inside_phrase(body: Sequence[Token], at: int) -> bool:
    """*mit einer in Köln gemeldeten Person*: what stands in it cannot be the subject."""
    if at == 0 or body[at].tag != "ART" or body[at - 1].tag != "APPR":
        return False
    closing = next((i for i in range(at + 1, len(body) - 1) if body[i].tag == "ADJA"), None)
    return closing is not None and body[closing + 1].tag == "NN"


def _another_deed(view: View, body: Sequence[Token]) -> bool:
    """Whether behind *genutzt oder* a second participle has a noun of its own, its subject."""
    for at, (done, joint) in enumerate(pairwise(body)):
        if done.tag not in ("VVPP", "VVINF") or joint.tag != "KON" or len(body) < at + 4:
            continue
        phrase = nominal.phrase_at(view, body[at + 2].index)
        if phrase is None or phrase.noun not in body:
            continue
        if any(t.tag == done.tag for t in body if t.index > phrase.noun.index):
            return True
    return False


def _impersonal(view: View, clause: Clause, body: Sequence[Token]) -> bool:
    """A passive of nobody: *mit einer Überflutung gerechnet werden muss*; every noun in it stands
    behind a preposition."""
    if clause.voice is not Voice.PASSIVE or body[0].tag not in ("APPR", "APPRART"):
        return False
    if any(p.role is Role.SUBJECT for p in clause.participants):
        return False
    covered: set[int] = set()
    for token in body:
        if token.tag in ("APPR", "APPRART"):
            phrase = nominal.phrase_at(view, token.index + 1)
            covered |= {t.index for t in phrase.tokens} if phrase is not None else set()
    loose = [t for t in body if t.tag in ("NN", "NE", "PPER", "PIS", "PDS", "FM")]
    loose = [t for t in loose if t.index not in covered]
    return all(_genitive(view, t) for t in loose)


def _genitive(view: View, noun: Token) -> bool:
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None:
        return False
    cases = {case for case, _, _ in nominal.readings(phrase)}
    return "Gen" in cases and "Nom" not in cases


def _aged_behind(body: Sequence[Token], at: int) -> tuple[Token, ...]:
    """*ein Kind unter zwölf Jahren*: which one it is."""
    behind = tuple(t for t in body if at <= t.index < at + 3)
    counted = [t.tag for t in behind] == ["APPR", "CARD", "NN"]
    aged = counted and behind[0].text in ("unter", "ab", "über") and behind[2].text == "Jahren"
    return behind if aged else ()


def _date_behind(body: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The *vom 12. Mai* of *Ihr Antrag vom 12. Mai*: it says which one."""
    run = [t for t in body if t.index >= at]
    if len(run) < 3 or run[0].text != "vom" or not run[1].text[:1].isdigit():
        return ()
    if any(t.text == "bis" for t in run[2:5]):
        return ()
    end = 3 if run[2].tag in ("NN", "NE") else 2
    end += end < len(run) and run[end].text.isdigit() and len(run[end].text) == 4
    return tuple(run[:end])


def _may_follow_verb(tail: Sequence[Token]) -> bool:
    """A clause hanging on, or a phrase behind the verb (*als …*), may follow; nothing else."""
    if tail[0].text == "," and len(tail) > 1 and tail[1].tag == "KON":
        return False  # *solange der Vorrat reicht, und müssen geholt werden*: the main clause
    return tail[0].text in (",",) or tail[0].tag in ("KOKOM",)


def _subject_in(view: View, clause: Clause, before: Sequence[Token]) -> tuple[Token, ...] | None:
    """The subject's tokens, if they stand among these."""
    tokens = subject_tokens(view, clause)
    inside = {token.index for token in before}
    if not tokens or any(token.index not in inside for token in tokens):
        return None
    return tokens
