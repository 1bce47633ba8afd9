"""Two statements with only a comma between them, where neither is what the other one says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, Mood, Token
from a11y.simple_language.coordination import statements
from a11y.simple_language.grammar.fields import stands_alone
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


def told_by_somebody(view: View) -> bool:
    """*Er sagt, er kommt, und er bringt Geld*: both may be what he says."""
    for clause in view.clauses:
        if clause.finite is None or clause.predicate not in _OPINING:
            continue
        comma = view.after(view.token(clause.finite))
        opens = view.after(comma) if comma is not None and comma.text == "," else None
        second = view.after(opens) if opens is not None else None
        if opens is not None and opens.tag == "PPER" and second is not None:
            again = re.search(rf"\b(?:und|aber) {opens.text.lower()}\b", view.text)
            return second.tag.endswith("FIN") and again is not None
    return False


_OPINING = word_set(
    "denken glauben sagen meinen finden hoffen wissen behaupten erklären berichten schreiben "
    "fragen antworten erzählen vermuten fürchten heißen wünschen"
)
_LEADING = ("APPR", "APPRART", "ADV", "PAV", "PROAV", "NE")


def side_by_side(
    view: View, mains: Sequence[Clause], right: Clause, head: Token, comma: Token | None
) -> str | None:
    """*Einige haben ein Datum, andere sind beweglich*: two main clauses with only a comma."""
    left = [t for t in view.tokens if t.index < head.index]
    if any(t.text.lower() == "es" for t in left) or "„" in view.text or "nicht nur" in view.text:
        return None  # *es* may point at what follows
    if any(t.tag == "KOKOM" for t in view.tokens):
        return None
    if mains[0].predicate in _OPINING or mains[-1].predicate in _OPINING:
        return None
    if mains[0].finite == left[0].index and (
        left[0].text in statements.BE_IT or mains[0].mood is Mood.SUBJUNCTIVE
    ):
        return None  # *Sei der Schaden noch so klein, …*: whatever it is
    if right.mood is Mood.SUBJUNCTIVE:
        return None  # *kündigte an, er wolle …*: what somebody said
    if comma is None or comma.text not in (",", ";") or len(mains) != 2 or right.finite is None:
        return None
    if len(view.clauses) != 2 or right.link or not head.index < right.finite:
        return None
    tokens = [t for t in view.tokens if t.index >= head.index]
    before = [t for t in view.tokens if t.index < comma.index]
    if before[-1].text in statements.SURE or (
        before[-1].index == mains[0].finite and mains[0].predicate == "sein"
    ):
        return None  # *Ich bin sicher, er kommt*; *Die Idee ist, das Haus wird verkauft*
    own = subject_tokens(view, right)
    first = own and (
        own[0].index == head.index
        or (own[0].index == head.index + 1 and (head.tag, own[0].tag) == ("ADJD", "ADJA"))
    )  # *verspätet eingereichte Anträge*
    opens = first and own[-1].index + 1 == right.finite
    front = [t for t in tokens if t.index < right.finite]
    led = own and own[0].index == right.finite + 1 and front[0].tag in _LEADING
    opens = opens or (led and not any(t.tag.startswith(("V", "KO", "PREL")) for t in front))
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    behind = view.after(view.token(right.finite))
    ends = words[-1].index == right.finite or (behind is not None and behind.text == ",")
    if head.tag in ("ART", "PRELS", "PDS") and ends:
        return None  # *bei Fragen, die Familien betreffen*: a relative clause as well
    if not opens or head.text.lower() in ("so", "dann") or not stands_alone(view, mains[0], before):
        return None
    if mains[0].finite == before[0].index or not stands_alone(view, right, tokens):
        return None
    return f".\n{sentence(text_of(tokens, inside=False))}"
