"""One statement per sentence: subordinate and coordinated clauses become sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, QuestionType, Role, Token
from a11y.simple_language import nominal, verbal
from a11y.simple_language.fields import (
    Part,
    Taken,
    opened,
    part,
    parted_finite,
    rest,
    subordinates,
    take,
)
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.subjects import fits, subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, sentence, text_of, word_set

_FOCUS = word_set(
    "nur auch selbst außer erst immer insbesondere vor allem als wie sogar besonders nicht "
    "jedoch aber sowie und oder denn damit statt ohne"
)
"""Words that bind a conjunction to what stands before it (*nur wenn*): no template fits."""


def _span(view: View) -> tuple[int, int]:
    """The sentence without a list marker before it."""
    first = next((t for t in view.tokens if t.text not in ("-", "–", "•", "*", "·")), None)
    return (first.span[0] if first is not None else view.start), view.end


def _whole(view: View, clause: Clause, replacement: str | None, *, safe: bool = True) -> Match:
    """A match on the whole sentence, or a hint on the clause where there is no rewrite."""
    if replacement is None:
        first, last = view.token(clause.tokens[0]), view.token(clause.tokens[-1])
        found = view.analysis.text[first.span[0] : last.span[1]].strip(" ,")
        return Match(start=first.span[0], end=last.span[1], found=found)
    start, end = _span(view)
    return Match(start=start, end=end, found=clause.link, replacement=replacement, safe=safe)


class _Pair:
    """A sentence of one subordinate clause and one main part, before or behind it."""

    def __init__(self, view: View, clause: Clause) -> None:
        self.view = view
        self.found: Part | None = None
        self.taken: Taken | None = None
        self.first = False
        self.main: tuple[Token, ...] = ()
        self.parent: Clause | None = None
        found = part(view, clause)
        if found is None or view.text.rstrip().endswith("?"):
            return
        words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
        self.first = found.first == words[0].index
        if not self.first and found.last != words[-1].index:
            return
        before = view.after(found.tokens[0], -1)
        if not self.first and (before is None or before.text != ","):
            return
        if before is not None and before.text == ",":
            before = view.after(before, -1)
        if before is not None and not self.first and before.text.lower() in _FOCUS:
            return
        self.main = rest(view, found)
        self.parent = _governor(view, clause, self.main)
        if self.parent is None:
            return
        self.found = found
        self.taken = take(view, found)

    def main_opened(self, opening: str) -> str | None:
        if self.parent is None:
            return None
        verb_first = self.main[0].index == self.parent.finite
        if self.first and not verb_first and self.main[0].text.lower() not in ("dann", "so"):
            return None
        return opened(self.view, self.main, self.parent, opening)


def _governor(view: View, clause: Clause, main: Sequence[Token]) -> Clause | None:
    """The one main clause among the tokens; None where there are several or none."""
    inside = {token.index for token in main}
    mains = [
        c
        for c in view.clauses
        if c.kind is ClauseKind.MAIN and c.finite in inside and c.index != clause.index
    ]
    return mains[0] if len(mains) == 1 else None


def _leans_on_main(taken: Taken) -> bool:
    """A pronoun of the clause would stand before the noun it stands for."""
    words = (*taken.subject, *taken.others)
    return any(t.tag in ("PPER", "PPOSAT") and t.text in _LEANING for t in words if t.text != "Sie")


_LEANING = word_set(
    "er es sie ihn ihm ihr ihnen sein seine seinen seinem seiner ihre ihren ihrem ihrer"
)


_CONDITIONAL = ("wenn", "falls", "sofern", "soweit", "sobald")


def _joined(view: View, clause: Clause) -> list[Clause]:
    """The clause's partners in *wenn A und B*, itself included, in order; nothing without any."""
    group = [
        c
        for c in view.clauses
        if c.kind is ClauseKind.SUBORDINATE
        and c.link == clause.link
        and c.parent == clause.parent
        and c.relation == clause.relation
    ]
    return group if len(group) > 1 else []


def _joined_conditions(view: View) -> Iterator[Match]:
    """*Wenn A und B, M* → *A? Und B? Dann M.*"""
    seen: set[int] = set()
    for clause in subordinates(view, *_CONDITIONAL):
        group = _joined(view, clause)
        if not group or clause.index in seen:
            continue
        seen |= {c.index for c in group}
        yield _whole(view, clause, _joined_rewrite(view, group))


def _joined_rewrite(view: View, group: Sequence[Clause]) -> str | None:
    indices = sorted(i for c in group for i in c.tokens)
    tokens = [view.token(i) for i in indices]
    if any(tokens[i].index + 1 != tokens[i + 1].index for i in range(len(tokens) - 1)):
        return None
    joint = view.token(min(group[1].tokens))
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    edges = [t for t in tokens if t.text != ","]
    if joint.text.lower() not in ("und", "oder") or len(group) != 2:
        return None
    first = edges[0].index == words[0].index
    if not first and (edges[-1].index != words[-1].index or edges[0].text != group[0].link):
        return None
    whole = Part(clause=group[0], tokens=tuple(edges))
    main = rest(view, whole)
    parent = _governor(view, group[0], main)
    if parent is None or any(t.text in ("nur", "auch", "erst") for t in main):
        return None
    before = view.after(edges[0], -2)
    if not first and before is not None and before.text.lower() in _FOCUS:
        return None
    opening = opened(view, main, parent, "Dann")
    if opening is None:
        return None
    if group[0].finite is None:
        return _one_verb_for_both(view, group, edges, opening)
    if joint.text.lower() != "und":
        return None
    said = []
    shared: tuple[Token, ...] = ()
    for clause in group:
        found = part(view, clause)
        taken = take(view, found, missing=shared) if found is not None else None
        if taken is None or (not first and _leans_on_main(taken)):
            return None
        shared = taken.subject
        said.append(taken.statement())
    return "\n".join(
        (sentence(said[0], end="?"), sentence(f"Und {said[1]}", end="?"), sentence(opening))
    )


def _one_verb_for_both(
    view: View, group: Sequence[Clause], edges: Sequence[Token], opening: str
) -> str | None:
    """*wenn das Auto zugelassen oder abgemeldet war*: one clause with two participles."""
    taken = take(
        view,
        Part(clause=group[1], tokens=tuple(edges)),
        who=subject_tokens(view, group[1]) or _claimed(view, group[0]),
    )
    if taken is None:
        return None
    return f"{sentence(taken.statement(), end='?')}\n{sentence(opening)}"


def _claimed(view: View, clause: Clause) -> tuple[Token, ...]:
    who = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    return tuple(view.token(i) for i in sorted(who.tokens)) if who is not None else ()


@evaluates("condition-clause")
def condition_clause(view: View) -> Iterator[Match]:
    """*Wenn S, M* and *M, wenn S* → *S? Dann M.*"""
    yield from _joined_conditions(view)
    for clause in subordinates(view, *_CONDITIONAL):
        if _joined(view, clause):
            continue
        pair = _Pair(view, clause)
        only = next((t for t in pair.main if t.text == "nur"), None)
        if only is not None:
            pair.main = tuple(t for t in pair.main if t is not only)
        main = pair.main_opened("Nur dann" if only is not None else "Dann")
        if main is None or pair.taken is None or (not pair.first and _leans_on_main(pair.taken)):
            yield _whole(view, clause, None)
            continue
        condition = sentence(pair.taken.statement(), end="?")
        yield _whole(view, clause, f"{condition}\n{sentence(main)}")


@evaluates("reason-clause")
def reason_clause(view: View) -> Iterator[Match]:
    """*M, weil S* → *M. Denn S.*; *Weil S, M* → *S. Deshalb M.*"""
    for clause in subordinates(view, "weil", "da", "zumal"):
        pair = _Pair(view, clause)
        if pair.taken is None:
            yield _whole(view, clause, None)
        elif pair.first:
            main = pair.main_opened("Deshalb")
            both = main and f"{sentence(pair.taken.statement())}\n{sentence(main)}"
            yield _whole(view, clause, both or None)
        else:
            reason = sentence("Denn", pair.taken.statement())
            yield _whole(view, clause, f"{_closed(view, pair.main)}\n{reason}")


def _closed(view: View, tokens: Sequence[Token]) -> str:
    return sentence(text_of(tokens, inside=False))


_OPENINGS = {
    "obwohl": ("Trotzdem", None),
    "obgleich": ("Trotzdem", None),
    "nachdem": ("Danach", None),
    "sodass": (None, "Deshalb"),
    "wobei": (None, "Dabei"),
    "wodurch": (None, "Dadurch"),
    "weshalb": (None, "Deshalb"),
}
"""Conjunction → (what opens the main clause, what opens the clause itself)."""


@evaluates("concession-time-clause")
def concession_time_clause(view: View) -> Iterator[Match]:
    """*Obwohl S, M* → *S. Trotzdem M.*; *M, sodass S* → *M. Deshalb S.*"""
    for clause in subordinates(view, *_OPENINGS):
        pair = _Pair(view, clause)
        main_opening, own_opening = _OPENINGS[clause.link.lower()]
        both = None
        if pair.taken is not None and main_opening is not None:
            main = pair.main_opened(main_opening)
            if main is not None and (pair.first or not _leans_on_main(pair.taken)):
                both = f"{sentence(pair.taken.statement())}\n{sentence(main)}"
        elif pair.taken is not None and own_opening is not None and not pair.first:
            both = f"{_closed(view, pair.main)}\n{sentence(pair.taken.after(own_opening))}"
        yield _whole(view, clause, both)


@evaluates("purpose-clause")
def purpose_clause(view: View) -> Iterator[Match]:
    """*M, damit S* → *M. So S.*"""
    for clause in subordinates(view, "damit"):
        pair = _Pair(view, clause)
        if pair.taken is None or pair.first:
            yield _whole(view, clause, None)
            continue
        aim = sentence(pair.taken.after("So"))
        yield _whole(view, clause, f"{_closed(view, pair.main)}\n{aim}")


_STATING = word_set(
    "beachten wissen bestätigen erklären nachweisen bedeuten heißen sagen zeigen versichern "
    "mitteilen angeben belegen glaubhaft"
)
_STATING_NOUNS = word_set("wichtig Voraussetzung Bedingung Nachteil Vorteil klar sicher")


@evaluates("that-clause")
def that_clause(view: View) -> Iterator[Match]:
    """*Beachten Sie, dass S* → *Beachten Sie: S.*"""
    for clause in subordinates(view, "dass"):
        pair = _Pair(view, clause)
        if pair.taken is None or pair.first or pair.parent is None or pair.parent.negations:
            yield _whole(view, clause, None)
            continue
        main = text_of(pair.main, inside=False)
        states = pair.parent.predicate in _STATING or any(
            token.text in _STATING_NOUNS for token in pair.main
        )
        certain = states and pair.main[-1].text.lower() not in ("darauf", "dafür", "davon", "damit")
        said = sentence(pair.taken.statement())
        yield _whole(view, clause, f"{main}: {said}", safe=certain)


@evaluates("indirect-question")
def indirect_question(view: View) -> Iterator[Match]:
    """*Das Amt prüft, ob S* → *Das Amt prüft: S?*"""
    for clause in subordinates(view, "ob", "wann", "wo", "warum", "wohin", "woher"):
        pair = _Pair(view, clause)
        if pair.taken is None or pair.first or pair.parent is None or pair.parent.negations:
            yield _whole(view, clause, None)
            continue
        question = pair.taken.question()
        if clause.link.lower() != "ob":
            question = f"{capital(clause.link)} {question}"
        asked = sentence(question, end="?")
        main = text_of(pair.main, inside=False)
        yield _whole(view, clause, f"{main}: {asked}")


_JOINTS = {"und": "", "sowie": "", "aber": "Aber", "doch": "Aber", "denn": "Denn", "oder": "Oder"}


@evaluates("coordinated-clauses")
def coordinated_clauses(view: View) -> Iterator[Match]:
    """*M und N* → two sentences; a shared subject is said again."""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.verbs]
    for left, right in pairwise(mains):
        if any(c.question is not QuestionType.NONE for c in (left, right)):
            continue
        head = view.token(min(right.tokens))
        comma = view.after(head, -1)
        joint = head
        if head.tag != "KON" and comma is not None and comma.tag == "KON":
            joint = comma
        if joint.tag != "KON" or joint.text.lower() not in _JOINTS:
            continue
        tokens = [t for t in view.tokens if t.index > joint.index]
        before = [t for t in view.tokens if t.index < joint.index]
        while before and before[-1].text == ",":
            before.pop()
        if not tokens or not before or _inside_other(view, left, joint):
            continue
        if not _complete(view, left, before) or tokens[0].text == "/":
            continue
        start = view.token(before[-1].index).span[1]
        opening = _JOINTS[joint.text.lower()]
        said = _second(view, left, right, tokens, opening)
        if said is None:
            yield Match(start=joint.span[0], end=joint.span[1], found=joint.text)
            continue
        yield Match(
            start=start, end=view.end, found=joint.text, replacement=f".\n{said}", safe=True
        )
        return


def _complete(view: View, left: Clause, before: Sequence[Token]) -> bool:
    """The first clause can stand alone: its modal has its verb, and it opens no condition."""
    if left.finite is None:
        return bool(left.modal)
    finite = view.token(left.finite)
    alone = finite.tag.startswith(("VM", "VA")) and len(left.verbs) == 1
    if alone and (left.predicate != finite.lemma or finite.tag.startswith("VM")):
        return False
    first = next((t for t in before if any(c.isalnum() for c in t.text)), before[0])
    if first.index == finite.index:
        following = view.after(first)
        return following is not None and following.text == "Sie" and not first.tag.startswith("VM")
    return True


def _inside_other(view: View, left: Clause, joint: Token) -> bool:
    """The joint stands inside a clause that hangs on the first one: its reach is not certain."""
    hanging = [c for c in view.clauses if c.parent == left.index and c.kind is not ClauseKind.MAIN]
    return any(c.tokens and max(c.tokens) > joint.index for c in hanging) or any(
        c.tokens and min(left.tokens) < min(c.tokens) < joint.index and c.link != ""
        for c in hanging
    )


def _second(
    view: View, left: Clause, right: Clause, tokens: Sequence[Token], opening: str
) -> str | None:
    """The second clause as a sentence, with the shared subject where it has none of its own."""
    end = view.text.rstrip()[-1:]
    body = [t for t in tokens if not (t.text in ".!?" and t.index == tokens[-1].index)]
    if not body:
        return None
    first = body[0]
    own = [t for t in subject_tokens(view, right) if t in body]
    if right.finite is None or right.finite not in right.tokens:
        return _sharing_modal(view, left, right, body, opening)
    if first.index != right.finite:
        return sentence(opening, text_of(body, inside=bool(opening))) if own else None
    if own and own[0].index > first.index and own[0].tag in ("PPER", "PDS"):
        return None  # verb first with its own subject: a question or a condition
    shared = subject_tokens(view, left)
    if not shared or len(shared) > 6 or left.finite is None:
        return None
    if not fits(shared, first):
        return None
    return sentence(opening, text_of(shared), text_of(body), end=end if end in ".!" else ".")


def _sharing_modal(
    view: View, left: Clause, right: Clause, body: Sequence[Token], opening: str
) -> str | None:
    """*Sie müssen A ausfüllen und B mitbringen*: subject and modal are said again."""
    shared = subject_tokens(view, left)
    if not shared or left.finite is None or not left.modal or right.modal != left.modal:
        return None
    if len(right.tokens) < 3 or len(left.verbs) < 2 or body[-1].index not in right.verbs:
        return None  # an object that both share would be lost
    if not any(t.tag in ("NN", "NE", "PPER", "PRF") for t in body):
        return None
    finite = view.token(left.finite).text.lower()
    return sentence(opening, text_of(shared), finite, text_of(body))


_PARTITIVE = word_set("alle jeder jede jedes kein keine keinen einige manche viele wenige wer")


@evaluates("relative-clause")
def relative_clause(view: View) -> Iterator[Match]:
    """*ein Formular, das Sie online finden* → *ein Formular. Dieses Formular finden Sie online.*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE:
            continue
        said = _relative(view, clause)
        if said is None:
            yield _whole(view, clause, None)
            continue
        text, safe = said
        start, end = _span(view)
        yield Match(start=start, end=end, found=clause.link, replacement=text, safe=safe)


def _relative(view: View, clause: Clause) -> tuple[str, bool] | None:
    """(the two sentences, whether nothing is lost by parting them)."""
    found = part(view, clause)
    if found is None or clause.finite is None or view.text.rstrip().endswith("?"):
        return None
    pronoun_at = next(
        (i for i, t in enumerate(found.tokens[:3]) if t.tag in ("PRELS", "PRELAT")), None
    )
    if pronoun_at is None or found.tokens[pronoun_at].tag == "PRELAT" or pronoun_at > 1:
        return None
    before = view.after(found.tokens[0], -2)
    antecedent = before if before is not None and before.tag == "NN" else None
    if antecedent is None and clause.antecedent is not None:
        antecedent = view.token(clause.antecedent)
    if antecedent is None or antecedent.tag != "NN":
        return None
    noun = _noun_phrase_ending(view, antecedent)
    if noun is None:
        return None
    pronoun = found.tokens[pronoun_at]
    key = _pronoun_reading(view, clause, pronoun, noun, prepositional=pronoun_at == 1)
    if key is None:
        return None
    form = nominal.noun_in(antecedent.text, key[0], key[1])
    if form is None:
        return None
    named = f"{nominal.dies(key)} {form}"
    statement = _relative_statement(view, clause, found, pronoun_at, key, named)
    main = rest(view, found)
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    final = found.last == words[-1].index
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    if statement is None or len(mains) != 1 or not main or main[0].text == ":":
        return None
    article = noun.article.text.lower() if noun.article is not None else ""
    holders = subject_tokens(view, mains[0])
    in_subject = any(t.index == antecedent.index for t in holders)
    if article in _PARTITIVE or mains[0].negations:
        return None
    safe = final and not in_subject
    if in_subject and not article:
        return None
    return f"{_closed(view, main)}\n{sentence(statement)}", safe


def _noun_phrase_ending(view: View, noun: Token) -> nominal.Phrase | None:
    """The phrase whose noun this is."""
    for back in (3, 2, 1, 0):
        first = view.after(noun, -back) if back else noun
        if first is None:
            continue
        phrase = nominal.phrase_at(view, first.index)
        if phrase is not None and phrase.noun.index == noun.index:
            return phrase
    return None


_RELATIVE_FORMS = {
    "das": (("Nom", "Sing", "Neut"), ("Acc", "Sing", "Neut")),
    "die": (
        ("Nom", "Sing", "Fem"),
        ("Acc", "Sing", "Fem"),
        ("Nom", "Plur", ""),
        ("Acc", "Plur", ""),
    ),
    "der": (("Nom", "Sing", "Masc"), ("Dat", "Sing", "Fem")),
    "den": (("Acc", "Sing", "Masc"),),
    "dem": (("Dat", "Sing", "Masc"), ("Dat", "Sing", "Neut")),
    "denen": (("Dat", "Plur", ""),),
}


def _pronoun_reading(
    view: View, clause: Clause, pronoun: Token, noun: nominal.Phrase, *, prepositional: bool
) -> nominal.Reading | None:
    """What the relative pronoun is: from its form, its noun's gender and number, and the verb."""
    word = pronoun.text.lower()
    forms = _RELATIVE_FORMS.get(
        word.replace("welch", "d") if word.startswith("welch") else word, ()
    )
    same = {(number, gender) for _, number, gender in nominal.readings(noun)}
    fitting = [form for form in forms if form[1:] in same]
    if len({form[1:] for form in fitting}) != 1:
        return None
    if prepositional:
        fitting = [form for form in fitting if form[0] in ("Acc", "Dat")]
        return fitting[0] if len(fitting) == 1 else None
    if len(fitting) == 1:
        return fitting[0]
    inner = [t for t in view.tokens if t.index in clause.tokens and t.index > pronoun.index]
    other = _own_nominative(view, clause, inner)
    wanted = "Acc" if other else "Nom"
    return next((form for form in fitting if form[0] == wanted), None)


def _own_nominative(view: View, clause: Clause, inner: Sequence[Token]) -> tuple[Token, ...]:
    """A subject beside the relative pronoun, or nothing."""
    if clause.finite is None:
        return ()
    finite = view.token(clause.finite)
    for token in inner:
        if token.tag in ("PPER", "PIS") and fits((token,), finite) and token.text != "es":
            return (token,)
        if token.tag in ("ART", "PPOSAT", "NN"):
            phrase = nominal.phrase_at(view, token.index)
            if phrase is None:
                return ()
            only_accusative = {case for case, _, _ in nominal.readings(phrase)}
            tokens = phrase.tokens
            if "Nom" in only_accusative and fits(tokens, finite):
                return tokens
            return ()
        if token.tag in ("APPR", "APPRART", "ADJD", "ADV", "PRF", "PTKNEG"):
            if token.tag in ("APPR", "APPRART"):
                return ()
            continue
        return ()
    return ()


def _relative_statement(
    view: View,
    clause: Clause,
    found: Part,
    pronoun_at: int,
    key: nominal.Reading,
    named: str,
) -> str | None:
    """The relative clause with its noun named, verb in second place."""
    assert clause.finite is not None
    finite = view.token(clause.finite)
    body = found.tokens[pronoun_at + 1 :]
    position = next((i for i, t in enumerate(body) if t.index == finite.index), None)
    if position is None or len(body) != position + 1:
        return None
    second, particle = parted_finite(finite)
    others = list(body[:position])
    preposition = text_of(found.tokens[:pronoun_at])
    if key[0] == "Nom" and not preposition:
        return f"{named} {second} {text_of(others)} {particle}"
    who = _own_nominative(view, clause, others) or subject_tokens(view, clause)
    if not who or any(t not in others for t in who):
        return None
    rest_of = [t for t in others if t not in who]
    return f"{preposition} {named} {second} {text_of(who)} {text_of(rest_of)} {particle}"


@evaluates("infinitive-clause")
def infinitive_clause(view: View) -> Iterator[Match]:
    """*Um X zu tun, müssen Sie …* → *Sie wollen X tun? Dann müssen Sie …*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.INFINITIVE or clause.link.lower() not in ("um", "ohne"):
            continue
        said = _in_order_to(view, clause) if clause.link.lower() == "um" else None
        yield _whole(view, clause, said)


def _in_order_to(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    if found is None or view.text.rstrip().endswith("?") or found.tokens[0].text.lower() != "um":
        return None
    main = rest(view, found)
    governor = _governor(view, clause, main)
    if governor is None or governor.finite is None:
        return None
    who = subject_tokens(view, governor)
    if [t.text for t in who] != ["Sie"]:
        return None
    body = list(found.tokens[1:])
    if sum(t.tag in ("PTKZU", "VVIZU") for t in body) != 1 or body[-1].index not in clause.verbs:
        return None
    words = [t for t in body[:-1] if t.tag != "PTKZU"]
    aim = sentence(f"Sie wollen {text_of(words)} {clause.predicate}", end="?")
    opening = opened(view, main, governor, "Dann")
    return f"{aim}\n{sentence(opening)}" if opening else None


@evaluates("verb-first-condition")
def verb_first_condition(view: View) -> Iterator[Match]:
    """*Liegt X vor, müssen Sie …* and *Sollten Sie X, …* → *X liegt vor? Dann müssen Sie …*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.SUBORDINATE or clause.link or clause.finite is None:
            continue
        found = part(view, clause)
        if found is None or found.tokens[0].index != clause.finite:
            continue
        yield _whole(view, clause, _verb_first(view, clause, found))


def _verb_first(view: View, clause: Clause, found: Part) -> str | None:
    main = rest(view, found)
    governor = _governor(view, clause, main)
    if governor is None or main[0].index < found.first:
        return None
    said = opened(view, main, governor, "Dann")
    finite = found.tokens[0]
    who = subject_tokens(view, clause)
    if said is None or not who or who[0].index != finite.index + 1:
        return None
    others = [t for t in found.tokens[1:] if t not in who]
    verb = inner(finite)
    if finite.text.lower() in ("sollten", "sollte"):
        person = "P3" if finite.text.lower() == "sollten" else "S3"
        form = verbal.present(clause.predicate, person)
        if form is None or not others or others[-1].text != clause.predicate or clause.negations:
            return None
        verb = form[0]
        others = others[:-1]
        return (
            f"{sentence(text_of(who), verb, text_of(others), form[1], end='?')}\n{sentence(said)}"
        )
    return f"{sentence(text_of(who), verb, text_of(others), end='?')}\n{sentence(said)}"
