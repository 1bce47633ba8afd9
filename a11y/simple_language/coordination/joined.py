"""The second of two joined statements as a sentence, with what it shares with the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language.coordination.named_again import said_again, told_about
from a11y.simple_language.coordination.shared_modal import holds_phrase, sharing_modal
from a11y.simple_language.coordination.shared_objects import both_infinitives, shares_object
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import fits, in_place, subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of, word_set

JOINTS = {
    "und": "",
    "aber": "Aber",
    "doch": "Aber",
    "denn": "Denn",
    "oder": "Oder",
    "sondern": "",
}
"""Word that joins two statements → what opens the second one as a sentence."""


_EVERY = re.compile(r"[Jj]ede[rs]?")
RANK = re.compile(r"[IVX]+\.?|\d+\.|\w\.")
"""*König Amyntas I.*: a name that ends in a full stop."""


def second(
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
        return sharing_modal(view, left, right, body, opening)
    supposed = not opening and _supposed(view, left)
    if supposed and own and own == body[: len(own)] and first.index != right.finite:
        others = [t for t in body[len(own) :] if t.index != right.finite]
        finite = view.token(right.finite).text
        return sentence("Dann", finite, text_of(own), text_of(others))
    if first.index != right.finite and supposed:
        return None
    if first.index != right.finite:
        return sentence(opening, text_of(body, inside=bool(opening))) if own else None
    if _asks_twice(view, left, right, own):
        return sentence(
            opening, text_of(body, inside=bool(opening)), end=end if end in ".!" else "."
        )
    if own and own[0].index > first.index and own[0].tag in ("PPER", "PDS"):
        return None  # verb first with its own subject: a question or a condition
    if front_holds_for_both(view, left, body):
        return None
    lower = first.text.lower()
    if not (tables.verb_readings(lower) or tables.unlisted_readings(lower)):
        return None  # no verb at all: *oder zumindest Folgen mildern*
    joint = view.after(first, -1)
    before = view.after(joint, -1) if joint is not None else None
    verb = view.token(left.finite) if left.finite is not None else None
    if before is not None and verb is not None and both_infinitives(verb, before, first):
        return None
    shared = subject_tokens(view, left)
    if not in_place(view, left, shared) or shared[0].text.lower() == "wer":
        return None
    if _EVERY.fullmatch(shared[0].text) and told_about(view, shared) is not None:
        return None  # *Jede Firma, die …, zahlt und meldet*: *Diese Firma meldet* is but one
    if holds_phrase(left, shared):
        return None
    if RANK.fullmatch(shared[-1].text):
        return None  # its full stop would end the sentence
    behind = view.after(shared[-1]) if shared else None
    if behind is not None and (behind.text.isupper() or behind.tag in ("NE", "XY", "FM")):
        return None  # *Papst Paul VI.*: the name goes on
    if not shared or len(shared) > 6 or left.finite is None or shares_object(left, right):
        return None
    if not fits(shared, first) or not tables.verb_readings(first.text.lower()):
        return None  # *zumindest* was taken for a verb
    close = end if end in ".!" else "."
    if supposed:
        return sentence("Dann", text_of(body[:1]), text_of(shared), text_of(body[1:]), end=close)
    if left.mood is Mood.IMPERATIVE and not opening:
        return sentence(f"{capital(first.text)} {text_of(shared)}", text_of(body[1:]), end=close)
    step = _next_step(view, left, right, shared) if not opening else None
    if step is not None:
        return sentence(step, text_of(body[:1]), text_of(shared), text_of(body[1:]), end=close)
    who = said_again(view, shared)
    if who is not None and opening and who.startswith("Dies"):
        if opening.lower() == "oder" and who.startswith("Diese "):
            return None  # *Zwei Männer starben oder wurden verletzt*: one did, or the other
        who = who[0].lower() + who[1:]
    return sentence(opening, who, text_of(body), end=close) if who is not None else None


_LIMITING = word_set(
    "ohne bei beim mit ab bis während für außer innerhalb außerhalb trotz unter über zwischen in "
    "im am an auf nach seit vor gegen als"
)
_FOCUS = word_set("nur erst auch schon noch selbst sogar bereits spätestens frühestens")
_HEDGES = word_set(
    "vermutlich wahrscheinlich möglicherweise vielleicht offenbar offensichtlich angeblich "
    "anscheinend scheinbar womöglich voraussichtlich mutmaßlich theoretisch ausnahmsweise fast "
    "eventuell beinahe nie niemals selten kaum gegebenenfalls notfalls"
)
_OFTEN = re.compile(
    r"(?:(?:mon|diens|donners|frei|sams|sonn|feier|werk|mittwoch)(?:tag)?s|nachts|morgens|abends"
    r"|mittags|nachmittags|vormittags|sonst|selten|kaum|niemals|manchmal|oft|meistens|immer|nie|hier"
    r"|dort)"
)


def front_holds_for_both(view: View, left: Clause, body: Sequence[Token]) -> bool:
    """*Bei Krankheit bekommen Sie Geld und müssen ein Attest schicken*: said without *bei
    Krankheit*, the second would hold for all; and *Samstags ist das Amt zu und bleibt das Telefon
    stumm* has a subject of its own behind its verb."""
    front = [view.token(i) for i in left.tokens if left.finite is not None and i < left.finite]
    while front and front[0].tag == "KON":
        front.pop(0)
    shared = subject_tokens(view, left)
    if not front or left.finite is None or (shared and shared[0].index < left.finite):
        return False
    if left.mood is Mood.IMPERATIVE:
        return False
    if front[0].text.lower() in _FOCUS and len(front) > 1:
        front.pop(0)
    opening = front[0].text.lower()
    if len(front) == 1 and opening in _HEDGES:
        return True  # *Vermutlich verlor er die Kontrolle und prallte gegen einen Baum*
    if left.tense in (Tense.PRESENT, Tense.FUTURE):
        led = front[0].tag in ("APPR", "APPRART", "KOKOM") and opening in _LIMITING
        if led or (len(front) == 1 and _OFTEN.fullmatch(opening)):
            return True
    if len(body) < 2:
        return False
    phrase = nominal.phrase_at(view, body[1].index)
    may_act = phrase is not None and phrase.article is not None and fits(phrase.tokens, body[0])
    cases = {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
    return (may_act and "Nom" in cases) or (body[1].tag == "PIS" and body[1].text == "man")


def _supposed(view: View, left: Clause) -> bool:
    """*Wenn das Geld da ist, bekommen Sie die Karte und …*: the condition holds for both."""
    return any(
        c.relation is Relation.CONDITION
        and c.parent == left.index
        and left.finite is not None
        and max(c.tokens) < left.finite
        for c in view.clauses
    )


def _asks_twice(view: View, left: Clause, right: Clause, own: Sequence[Token]) -> bool:
    """*Füllen Sie den Antrag aus und geben Sie ihn ab*: two requests, and nothing that holds for
    both stands before the first or behind the second."""
    if {left.mood, right.mood} != {Mood.IMPERATIVE} or [t.text for t in own] != ["Sie"]:
        return False
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    opens = words[1] if words[0].text == "Bitte" else words[0]
    hanging = (ClauseKind.MAIN, ClauseKind.RELATIVE)
    behind = [c for c in view.clauses if c.kind not in hanging and c.link.lower() not in _CONTENT]
    if any(t.tag in ("KOUI", "PTKZU", "VVIZU") for t in view.tokens):
        return False  # *…, um das Zeugnis zu bekommen*: what for may be said of both
    return opens.index == left.finite and not behind and view.text.rstrip()[-1:] in ".!"


_CONTENT = ("dass", "ob", "wie", "wo", "wann", "was", "wer", "welche", "welchen", "welches")
"""What opens a clause that says what is done, and does not bind it to anything."""


_STEPS = {
    "so": "Dann",
    "dann": "Dann",
    "danach": "Dann",
    "anschließend": "Dann",
    "zuerst": "Danach",
}
"""What opens a step → what opens the next one."""
_GETTING = frozenset({"bekommen", "erhalten", "haben", "sein", "werden", "sparen", "zahlen"})


def _next_step(view: View, left: Clause, right: Clause, shared: Sequence[Token]) -> str | None:
    """*Dann verlassen Sie das Haus und rufen die Polizei*: *Sie rufen …* would be no request."""
    front = [t for i in left.tokens if left.finite and i < left.finite for t in (view.token(i),)]
    if [t.text for t in shared] != ["Sie"] or len(front) != 1 or left.modal:
        return None
    if {left.predicate, right.predicate} & _GETTING or right.negations:
        return None
    return _STEPS.get(front[0].text.lower())
