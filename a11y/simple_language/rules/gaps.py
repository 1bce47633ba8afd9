"""A verb that is left out is said: *…, am Wochenende 15 Euro* becomes a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language import inflect
from a11y.language.analysis import Clause, ClauseKind, Participant, Relation, Role, Token
from a11y.language.errors import UnknownFormError
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_EDGES = word_set(", ; und sowie oder . !")
_QUOTES = ("„", "»", '"', "``")


@evaluates("left-out-verb")
def left_out_verb(view: View) -> Iterator[Match]:
    """*A kostet 5 Euro, B 3 Euro* → two sentences, both with the verb and what it shares."""
    gapped = [clause for clause in view.clauses if _is_gapped(clause)]
    if not gapped or view.text.rstrip().endswith("?") or any(q in view.text for q in _QUOTES):
        return
    whole = next((c for c in view.clauses if c.index == gapped[0].parent), None)
    if whole is None or len(view.clauses) != len(gapped) + 1 or whole.finite is None:
        return
    full = view.token(whole.finite).tag == "VVFIN"
    if full and any(view.token(i).tag == "VVINF" for i in whole.verbs if i > whole.finite):
        return  # *prüfen Mitarbeiter, die Mängel beheben*: a relative clause with its verb
    first = _bare(view, whole)
    said = [_with_verb(view, whole, clause) for clause in gapped]
    start = view.token(min(gapped[0].tokens)).span[0]
    if any(text is None for text in said) or not first:
        yield Match(start=start, end=view.end, found=view.token(whole.finite).text)
        return
    told = "\n".join([sentence(text_of(first, inside=False)), *(text for text in said if text)])
    yield Match(
        start=view.token(first[0].index).span[0],
        end=view.end,
        found=view.token(whole.finite).text,
        replacement=told,
        safe=True,
    )


def _is_gapped(clause: Clause) -> bool:
    coordinated = clause.relation is Relation.COORDINATION and clause.kind is ClauseKind.MAIN
    return coordinated and bool(clause.predicate) and not clause.verbs


def _bare(view: View, clause: Clause) -> list[Token]:
    """The clause's words without the marks and joints at its edges."""
    words = [view.token(index) for index in clause.tokens]
    while words and words[0].text in _EDGES:
        words.pop(0)
    while words and words[-1].text in _EDGES:
        words.pop()
    return words


_PERIODS = word_set("Jahr Monat Woche Tag Stunde Quartal")


def _with_verb(view: View, whole: Clause, clause: Clause) -> str | None:
    """The clause as a sentence: first phrase, verb, what is shared, the rest, verbs at the end."""
    body = _bare(view, clause)
    parts = [p for p in clause.participants if not p.shared and p.tokens]
    phrases = sorted([*(p.tokens for p in parts), *(a.tokens for a in clause.adverbials)])
    if not body or not phrases or _says_less(view, whole, clause):
        return None
    if body[0].text.lower() in ("erst", "nur", "auch"):
        return None  # *erst danach die Nebenstraßen*: what it narrows would be parted from it
    front = [word for word in body if word.index <= phrases[0][-1]]
    behind = [word for word in body if word.index > phrases[0][-1]]
    finite = _finite(view, whole, parts)
    if not front or not behind or finite is None:
        return None
    shared = [p for p in clause.participants if p.shared]
    named = [any(p.role is Role.SUBJECT for p in c.participants) for c in (whole, clause)]
    if named == [True, False]:
        return None  # *Am Ufer darf frei laufen*: nobody is told of
    predicative = [p for p in shared if p.role is Role.PREDICATIVE]
    middle = [p for p in shared if p.role is not Role.PREDICATIVE]
    if front[0].tag in ("APPR", "APPRART") and any(
        p.role is Role.PREPOSITIONAL_OBJECT for p in middle
    ):
        return None  # *an der Wahl …, bei der anderen hingegen erst ab 18*: instead of the first
    assert whole.finite is not None
    closing = [view.token(index) for index in whole.verbs if index > whole.finite]
    reflexive = view.token(clause.reflexive).text if clause.reflexive is not None else ""
    subject = [p for p in middle if p.role is Role.SUBJECT]
    return sentence(
        text_of(front, inside=False),
        finite,
        *(_text(view, p) for p in subject if p.pronoun or not reflexive),
        reflexive,
        *(_text(view, p) for p in subject if reflexive and not p.pronoun),
        *(_text(view, p) for p in middle if p not in subject),
        text_of(behind),
        *(_text(view, p) for p in predicative),
        text_of(closing),
    )


def _text(view: View, participant: Participant) -> str:
    return text_of([view.token(index) for index in participant.tokens])


def _says_less(view: View, whole: Clause, clause: Clause) -> bool:
    """Whether the clause before says when or where and nothing here stands against it."""
    left = [
        (a.type, a.preposition)
        for a in whole.adverbials
        if not (len(a.tokens) < 3 and view.token(a.head).lemma in _PERIODS)  # *60 Euro im Jahr*
    ]
    free = 0
    for own in clause.adverbials:
        same = next(
            (item for item in left if item[0] is own.type or item[1] == own.preposition), None
        )
        if same is None:
            free += 1
        else:
            left.remove(same)
    return len(left) > free


def _finite(view: View, whole: Clause, own: Sequence[Participant]) -> str | None:
    """The finite verb in the number of this clause's subject; None where the form is not sure."""
    assert whole.finite is not None
    verb = view.token(whole.finite)
    subject = next((p for p in own if p.role is Role.SUBJECT), None)
    form = verb.text.lower()
    if subject is None:
        return form
    try:
        for tense in ("present", "preterite"):
            numbers = {
                n: inflect.conjugate(verb.lemma, number=n, tense=tense).form for n in _NUMBERS
            }
            if form in numbers.values():
                return numbers.get(subject.number, form)
    except UnknownFormError:
        pass
    return None


_NUMBERS = ("Sing", "Plur")
