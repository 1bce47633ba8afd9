"""*Wer …*: a question whether somebody does so, and what then holds for this person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language.analysis import Clause, ClauseKind, Mood, Token, Voice
from a11y.simple_language.clauses.pairs import governor_of, whole
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import can_act, names_somebody
from a11y.simple_language.grammar.fields import part, rest
from a11y.simple_language.grammar.subjects import verb_numbers
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


@evaluates("who-clause")
def who_clause(view: View) -> Iterator[Match]:
    """*Wer keinen Pass hat, muss …* → *Jemand hat keinen Pass? Dann muss diese Person …*"""
    twice = _said_twice(view)
    if twice is not None:
        yield twice
        return
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE or clause.link.lower() != "wer":
            continue
        yield whole(view, clause, _who(view, clause), safe=_acts_alone(view, clause))


def _said_twice(view: View) -> Match | None:
    """*Wer sucht, der findet* → *Wer sucht, findet*: the next round asks the question. So *Was er
    sagt, das tut er* and *Jeder, der kommt, der bekommt Geld*."""
    words = view.words
    if not words or words[0].text not in _OPENS or view.text.rstrip().endswith("?"):
        return None
    for clause in view.clauses:
        finite = clause.finite
        opener = view.token(finite - 1) if finite else None
        comma = view.after(opener, -1) if opener is not None else None
        if opener is None or opener.text not in _OPENS[words[0].text]:
            continue
        if comma is None or comma.text != "," or not _closes_clause(view, comma):
            continue
        if (
            finite is None
            or clause.mood is not Mood.INDICATIVE
            or "Sing" not in verb_numbers(view.token(finite))
        ):
            continue  # *Wer Ohren hat, der höre!*
        return Match(
            start=comma.span[1],
            end=opener.span[1],
            found=opener.text,
            replacement="",
            safe=True,
        )
    return None


_OPENS = {
    "Wer": ("der",),
    "Was": ("das",),
    "Jeder": ("der",),
    "Jede": ("die",),
    "Alle": ("die",),
}
"""What opens a clause about somebody → the word that takes it up once more."""


def _closes_clause(view: View, comma: Token) -> bool:
    """Whether a verb stands right before the comma, and no further comma behind it."""
    before = view.after(comma, -1)
    behind = any(t.text == "," and t.index > comma.index for t in view.tokens)
    return before is not None and before.tag.startswith("V") and not behind


def _is_bare(view: View, noun: Token) -> bool:
    phrase = nominal.ending_in(view, noun)
    led = view.after(phrase.first if phrase is not None else noun, -1)
    return led is not None and led.tag not in ("APPR", "APPRART")


_ASKS_WHO = word_set(
    "entscheiden bestimmen regeln feststehen wissen sagen erfahren klären prüfen zeigen festlegen "
    "auslosen wählen fragen finden lesen sehen stehen beschließen nennen ergeben hören egal offen "
    "unklar unbekannt bekannt klar wichtig gleich entscheidend unwichtig gleichgültig "
    "hervorgehen abhängen ankommen vereinbaren wechseln variieren interessieren "
    "geheim ungewiss fraglich unsicher Rolle Unterschied Bedeutung"
)
"""*Wer gewinnt, entscheidet die Jury*: a question, nobody who then does something."""


def _acts_alone(view: View, clause: Clause) -> bool:
    """Whether it is certain that who is meant by *wer* also does what the main clause says.

    Behind its verb stands nobody who could do it: *muss den Hund anmelden*, not *prüft das Amt*.
    """
    found = part(view, clause)
    main = rest(view, found) if found is not None else ()
    if found is None or not main or any(t.text in (",", ":") for t in main):
        return False
    if any(t.lemma in _ASKS_WHO or t.text.lower() in _ASKS_WHO for t in main):
        return False
    governor = governor_of(view, clause, main)
    if governor is None or governor.predicate in _ASKS_WHO:
        return False
    if governor.predicate == "sein" and any(
        t.tag == "NN" and not names_somebody(t.text) and _is_bare(view, t) for t in main[1:]
    ):
        return False  # *Wer einen Platz bekommt, ist Zufall*
    for token in main:
        near = view.after(token, -1)
        placed = near is not None and near.tag in ("APPR", "APPRART")
        if token.tag in ("PPER", "PDS", "PIS") or (token.tag == "NE" and not placed):
            return False
    if any(t.tag.endswith("FIN") for t in main[1:]):
        return False  # *bekommt Geld und zahlt nichts*
    for token in main[1:]:
        phrase = nominal.ending_in(view, token) if token.tag == "NN" else None
        if phrase is None:
            continue
        led = view.after(phrase.first, -1)
        if led is not None and led.tag in ("APPR", "APPRART"):
            continue
        cases = {case for case, _, _ in nominal.readings(phrase)}
        own = phrase.article is not None and phrase.article.text.lower().startswith("sein")
        if not own and (not cases or ("Nom" in cases and names_somebody(token.text))):
            return False
    return True


def _who(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    if found is None or found.first != words[0].index:
        return None
    also = found.tokens[0].text == "Auch"
    who = found.tokens[1 if also else 0]
    if who.text.lower() != "wer":
        return None  # *Nur wer …* says more than a question could
    main = rest(view, found)
    governor = governor_of(view, clause, main)
    if _only_thought(view, clause) or _one_of(view, who):
        return None
    if governor is None or _is_asked(governor, main) or _another_acts(view, main):
        return None
    taken = take(view, found, skip=2 if also else 1, who=(who,))
    if taken is None or not main or main[0].index != governor.finite:
        return None
    if "Sing" not in verb_numbers(main[0]) or (len(main) > 1 and main[1].text == "Sie"):
        return None  # *Wer berechtigt ist, finden Sie hier*: a question to look up
    if any(t.tag == "PPER" and t.text == "er" for t in main):
        return None  # *Wer den Schein hat, darf nicht trinken, wenn er fährt*: the person, *sie*
    if any(t.tag == "PPOSAT" and t.text.startswith("ihr") for t in main):
        return None  # *Wer seine Mutter pflegt, kann ihren Ausweis …*: it would be *diese Person*'s
    if any(t.tag == "PPOSAT" and t.text.startswith("sein") for t in _hanging(view, governor, main)):
        return None  # *dass die Stadt auf seine Kosten baut*: *ihre* would be the town's
    person = "auch diese Person" if also else "diese Person"
    question = sentence("jemand", *taken.statement().split(" ")[1:], end="?")
    others = _of_the_person(main[1:])
    itself = "sich" if others and others[0].tag == "PRF" else ""
    behind = text_of(others[1:] if itself else others)
    return f"{question}\n{sentence('Dann', main[0].text, itself, person, behind)}"


def _one_of(view: View, who: Token) -> bool:
    """*Wer von Ihnen …*: one of several; *Wer auch immer …*: anybody at all, not somebody."""
    following = view.after(who)
    beyond = view.after(following) if following is not None else None
    if following is None:
        return False
    ever = beyond is not None and following.text == "auch" and beyond.text == "immer"
    return ever or following.text in ("von", "unter", "immer")


def _is_asked(governor: Clause, main: Sequence[Token]) -> bool:
    """*Wer das Auto fuhr, ist unklar*: the clause is what is asked; *muss es zeigen* does it."""
    does = governor.modal and governor.voice is Voice.ACTIVE
    return any(
        t.lemma in _ASKS_WHO or t.text.lower() in _ASKS_WHO
        for t in main
        if not (does and t.index in governor.verbs)
    ) or (not does and governor.predicate in _ASKS_WHO)


def _another_acts(view: View, main: Sequence[Token]) -> bool:
    """*Wer Steuern hinterzieht, verfolgt das Finanzamt*: who acts may stand behind the verb."""
    if len(main) < 2:
        return False
    if main[1].tag == "NE" or (main[1].tag == "PIS" and main[1].text.lower() in _ANYBODY):
        return True
    phrase = nominal.phrase_at(view, main[1].index)
    if phrase is None or not (names_somebody(phrase.noun.text) or can_act(phrase.noun.text)):
        return False
    cases = {case for case, _, _ in nominal.readings(phrase)}
    return not cases or "Nom" in cases


_ANYBODY = word_set("man niemand jeder jemand keiner jede keine")


def _only_thought(view: View, clause: Clause) -> bool:
    """*Wer gezahlt hätte*, *Wer Fragen haben sollte*: *Jemand sollte Fragen haben?* asks else."""
    finite = view.token(clause.finite).text.lower() if clause.finite is not None else ""
    wished = finite.startswith("möcht")
    return not wished and (clause.mood is Mood.SUBJUNCTIVE or finite in _IF_EVER)


_IF_EVER = word_set("hätte wäre würde sollte könnte dürfte müsste")


def _hanging(view: View, governor: Clause, main: Sequence[Token]) -> list[Token]:
    """The words of the main part that stand in clauses of their own."""
    return [t for t in main if (own := view.in_clause(t)) is not None and own is not governor]


def _of_the_person(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """*muss seinen Pass zeigen*: *diese Person* is a feminine, *wer* was none."""
    return tuple(
        replace(token, text=f"ihr{token.text[4:]}")
        if token.tag == "PPOSAT" and token.text.startswith("sein")
        else token
        for token in tokens
    )
