"""Who gets, has or may something, told behind it: *Den Ausweis bekommen Personen, die …*

*Den Ausweis bekommen Personen, die hier wohnen und auf die das Fahrzeug zugelassen ist.* → *Sie
wohnen hier? Und das Fahrzeug ist auf Sie zugelassen? Dann bekommen Sie den Ausweis.* That the
reader is meant is likely, never certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Role, Tense, Token
from a11y.simple_language.clauses.antecedents import own_nominative
from a11y.simple_language.clauses.occasions import table
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, alone
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.grammar.verb_second import parted_finite
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, sentence, text_of

_ACCUSATIVES = frozenset({"an", "auf", "für", "über", "gegen", "ohne"})
"""Prepositions behind which *die* is an accusative, so that *Sie* follows."""
_DATIVES = frozenset({"mit", "bei", "von", "zu", "aus", "nach"})


def asked(view: View) -> str | None:
    """The questions and *Dann …*; None for any other build."""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    relatives = [c for c in view.clauses if c.kind is ClauseKind.RELATIVE]
    if len(mains) != 1 or not relatives or len(mains) + len(relatives) != len(view.clauses):
        return None
    parts = [alone(view, c) for c in relatives]
    if any(p is None for p in parts):
        return None
    runs = [p for p in parts if p is not None]
    last = [t for t in view.words if t.index not in mains[0].tokens or t.index > runs[0].first]
    if any(b.first - a.last > 2 for a, b in pairwise(runs)) or last[-1].index != runs[-1].last:
        return None  # one behind the other, to the end of the sentence
    joints = [p.tokens[0].text.lower() for p in runs[1:]]
    if any(joint not in ("und", "oder") for joint in joints) or len(set(joints)) > 1:
        return None
    front = [t for t in view.tokens if t.index < runs[0].first and t.text != ","]
    then = _then(mains[0], front)
    pronoun = runs[0].tokens[0]
    questions = [_question(view, p, first=i == 0, pronoun=pronoun) for i, p in enumerate(runs)]
    if then is None or any(q is None for q in questions):
        return None
    joint = f"{capital(joints[0])} " if joints else ""
    lines = [sentence(q if not i else f"{joint}{q}", end="?") for i, q in enumerate(questions) if q]
    said, group = then
    lines.append(sentence(yours(f"Dann {said}")))
    if group:
        lines.append(sentence(f"Das gilt für {group}"))
    return "\n".join(lines)


_EACH = {
    "Jeder": ("Ein", "er", "der", "jeden"),
    "Jede": ("Eine", "sie", "die", "jede"),
    "Jedes": ("Ein", "es", "das", "jedes"),
}


def any_one(view: View) -> str | None:
    """*Jeder Hund, der ein Jahr alt ist, muss eine Marke tragen.* → *Ein Hund ist ein Jahr alt?
    Dann muss er eine Marke tragen. Das gilt für jeden Hund.*

    What a second verb says of the same thing stays with the first: *Das gilt …* is said of both.
    """
    tokens = view.tokens
    relative = next((c for c in view.clauses if c.kind is ClauseKind.RELATIVE), None)
    of_one = len(view.clauses) == _TWO or (
        len(view.clauses) == _TWO + 1
        and all(c.kind is ClauseKind.MAIN for c in view.clauses if c is not relative)
        and _leans(view, view.clauses[-1])
    )
    each = _EACH.get(tokens[0].text) if of_one and len(tokens) > _TWO else None
    found = alone(view, relative) if relative is not None else None
    if each is None or found is None or tokens[1].tag != "NN" or found.tokens[0].text != each[2]:
        return None
    article, pronoun, _, every = each
    said = [t for t in tokens if t.index > found.last + 1 and t.text not in (".", "!")]
    if found.first != tokens[1].index + 2 or not said or not said[0].tag.endswith("FIN"):
        return None
    if any(t.text.lower() == pronoun for t in said) or own_nominative(
        view, found.clause, found.tokens[1:]
    ):
        return None
    taken = take(view, found, who=(found.tokens[0],))
    thing = nominal.noun_in(tokens[1].text, "Acc", "Sing")
    if taken is None or thing is None or _told_once(view.clauses):
        return None
    if re.search(rf"\n(?:Diese[rs]?|D(?:er|ie|as)) {tokens[1].text}\b", _behind(view)):
        return None  # *Dieser Hund muss …*: of the same one, so *Das gilt …* would come too early
    question = f"{article} {tokens[1].text} {taken.statement().partition(' ')[2]}"
    then = f"Dann {said[0].text} {pronoun} {text_of(said[1:], inside=False)}"
    of_all = f"Das gilt für {every} {thing}"
    return "\n".join((sentence(question, end="?"), sentence(then), sentence(of_all)))


_TWO = 2


def _leans(view: View, second: Clause) -> bool:
    """*… und meldet das*: the same subject, and nothing before the verb."""
    if second.finite is None:
        return False
    before = view.after(view.token(second.finite), -1)
    own = any(t.index > second.finite for t in subject_tokens(view, second))
    return before is not None and before.text == "und" and not own


def _behind(view: View) -> str:
    """The line break before the next sentence of the text and that sentence."""
    _, found, behind = view.document.partition(view.text.strip())
    return "\n" + behind.strip().split("\n")[0] if found else ""


def _told_once(clauses: Sequence[Clause]) -> bool:
    """Whether it was so, once: *Jedes Kind, das kam, bekam ein Buch* asks nothing."""
    return any(c.tense is not Tense.PRESENT for c in clauses if c.kind is ClauseKind.MAIN)


def _then(main: Clause, front: Sequence[Token]) -> tuple[str, str] | None:
    """(the statement behind *Dann*, whom it is about or nothing where *Sie* says enough)."""
    if main.finite is None or main.negations or main.tense is not Tense.PRESENT:
        return None
    at = next((i for i, t in enumerate(front) if t.index == main.finite), 0)
    start = at + 1
    if start < len(front) and front[start].text == "alle":
        start += 1
    end = start
    while end < len(front) and (front[end].tag == "NN" or front[end].text in ("und", "oder")):
        end += 1
    people = [t for t in front[start:end] if t.tag == "NN"]
    behind = front[end:]
    if not at or not people or "Plur" not in verb_numbers(front[at]):
        return None
    if any(t.index not in main.verbs and t.tag != "PTKVZ" for t in behind):
        return None
    prefield = front[:at]
    if any(t.tag in ("PPER", "KON", "KOUS") or t.text in (":", "(") for t in prefield):
        return None
    if any(t.text.lower() in ("nur", "auch", "keine", "keinen", "kein") for t in prefield):
        return None
    words = [t.text for t in people]
    anybody, groups = table()["anybody"], table()["groups"]
    if any(word not in anybody and word not in groups for word in words):
        return None
    group = "" if all(word in anybody for word in words) else text_of(front[start:end])
    opened = inner(prefield[0])
    told = " ".join([opened, text_of(prefield[1:], inside=False)]).strip()
    if front[at].lemma == "sein" and not _is_state(prefield):
        return None
    return f"{front[at].text} Sie {told} {text_of(behind)}".strip(), group


def _is_state(prefield: Sequence[Token]) -> bool:
    """*Von der Gebühr befreit sind …*, *Anspruchsberechtigt sind …*."""
    return prefield[-1].tag in ("VVPP", "ADJD")


def _question(view: View, found: Part, *, first: bool, pronoun: Token) -> str | None:
    """The relative clause as it is asked of the reader, without capital and question mark.

    pronoun: that of the first clause, which a second one may share.
    """
    tokens = found.tokens if first else found.tokens[1:]
    clause = found.clause
    if (
        clause.finite is None
        or len(tokens) < 2
        or any(t.tag == "PPER" and t.text.lower() != "es" for t in tokens)
    ):
        return None
    if any(b.text == "," and {a.tag, c.tag} != {"ADJA"} for a, b, c in _threes(tokens)):
        return None  # but *ihr kleines, krankes Kind*
    opening = tokens[0]
    body = Part(clause=clause, tokens=tuple(tokens))
    if opening.text == "die" and opening.tag == "PRELS":
        return _of_subject(view, body, opening)
    if opening.text.lower() == "deren":
        return whose(view, body)
    if not first and opening.tag not in ("PRELS", "APPR", "APPRART"):
        shared = pronoun.tag == "PRELS" and pronoun.text == "die"  # *und dort arbeiten*
        return _of_subject(view, found, pronoun) if shared else None
    if opening.text.lower() == "denen":
        return _acted_on(view, clause, tokens[1:], "Ihnen")
    if opening.tag == "APPR" and tokens[1].text in ("die", "denen"):
        word = opening.text.lower()
        if tokens[1].text == "die" and word in _ACCUSATIVES:
            return _acted_on(view, clause, tokens[2:], f"{word} Sie")
        if tokens[1].text == "denen" and word in _DATIVES:
            return _acted_on(view, clause, tokens[2:], f"{word} Ihnen")
    return None


def _threes(tokens: Sequence[Token]) -> zip[tuple[Token, Token, Token]]:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def _of_subject(view: View, found: Part, pronoun: Token) -> str | None:
    clause = found.clause
    if "Plur" not in verb_numbers(view.token(clause.finite or 0)):
        return None
    if own_nominative(view, clause, found.tokens[1:]):
        return None
    taken = take(view, found, who=(pronoun,))
    return yours(f"Sie {taken.statement().partition(' ')[2]}") if taken is not None else None


def _acted_on(view: View, clause: Clause, body: Sequence[Token], you: str) -> str | None:
    """*auf die das Fahrzeug zugelassen ist* → *das Fahrzeug ist auf Sie zugelassen*."""
    if not body or clause.finite is None or body[-1].index != clause.finite:
        return None
    who = own_nominative(view, clause, body)
    phrase = nominal.phrase_at(view, body[0].index)
    if not who and phrase is not None:
        who = phrase.tokens
    if body[0].text.lower() == "es":
        who = (body[0],)
    if not who or who[0] is not body[0]:
        return None
    others = [t for t in body[:-1] if t not in who]
    second, particle = parted_finite(body[-1])
    if any(t.tag == "KON" for t in others[:1]):
        return None
    return yours(f"{text_of(who)} {second} {you} {text_of(others)} {particle}".strip())


def whose(view: View, found: Part) -> str | None:
    """*deren Kinder eine Kita besuchen* → *Ihre Kinder besuchen eine Kita*."""
    tokens, clause = found.tokens, found.clause
    phrase = nominal.phrase_at(view, tokens[1].index) if len(tokens) > 2 else None
    if phrase is None or phrase.article is not None:
        return None
    who = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    if who is None or phrase.noun.index not in who.tokens:
        return None
    owned = {(n, g) for case, n, g in nominal.readings(phrase) if case == "Nom"}
    numbers = verb_numbers(view.token(clause.finite or 0))
    owned = {(number, gender) for number, gender in owned if number in numbers}
    if len(owned) != 1:
        return None
    number, gender = owned.pop()
    if number == "Plur" and any(a.tag == "ADJA" for a in phrase.adjectives):
        return None  # *deren kleine Kinder*, but *Ihre kleinen Kinder*
    own = nominal.determiner_in("Ihr", ("Nom", number, gender))
    taken = take(view, found, who=(tokens[0], *phrase.tokens))
    if taken is None or own is None:
        return None
    return f"{own} {taken.statement().partition(' ')[2]}"


def yours(text: str) -> str:
    """*ihrer Erziehungsberechtigten* → *Ihrer Erziehungsberechtigten*."""
    words = text.split(" ")
    return " ".join(
        capital(word) if word in ("ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres") else word
        for word in words
    )
