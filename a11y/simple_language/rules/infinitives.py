"""Clauses with *zu*: aims, requests, what is possible or needed, what need not be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, Tense, Token, Voice
from a11y.language.clauses import frames
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.opening import opened
from a11y.simple_language.clauses.pairs import Pair, closed, governor_of, whole
from a11y.simple_language.coordination.shared_objects import shares_object
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.acting_nouns import ACTORS, can_act
from a11y.simple_language.grammar.fields import Part, part, rest, subordinates
from a11y.simple_language.grammar.subjects import in_place, subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of

# --------------------------------------------------------------------------- aims


@evaluates("infinitive-clause")
def infinitive_clause(view: View) -> Iterator[Match]:
    """*Um X zu tun, müssen Sie …* → *Sie wollen X tun? Dann müssen Sie …*"""
    for clause in view.clauses:
        if clause.kind is ClauseKind.INFINITIVE and clause.link.lower() == "um":
            yield whole(view, clause, _in_order_to(view, clause))


def _bare(view: View, found: Part, clause: Clause) -> Sequence[Token] | None:
    """What stands before the infinitive that closes the clause; None for another build."""
    body = list(found.tokens[1:]) if clause.link else list(found.tokens)
    follows = view.token(found.last + 1) if found.last + 1 < view.sentence.tokens[1] else None
    if follows is not None and follows.tag == "KON":
        return None  # *um A zu tun und B zu tun*: only half of it
    if sum(t.tag in ("PTKZU", "VVIZU") for t in body) != 1 or body[-1].index not in clause.verbs:
        return None
    return [t for t in body[:-1] if t.tag != "PTKZU"]


def _in_order_to(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    if found is None or view.text.rstrip().endswith("?") or found.tokens[0].text.lower() != "um":
        return None
    if any(t.text in ("-", "–", "—") for t in found.tokens):
        return None  # *um einen Baum – auch den eigenen – zu fällen*
    before = view.after(found.tokens[0], -1)
    if before is not None and before.text not in (",", "–", "-", "•", "*"):
        return None  # *um 50 Cent anzuheben*: by how much
    closing = view.after(found.tokens[-1])
    following = view.after(closing) if closing is not None and closing.text == "," else None
    if following is not None and following.tag == "KON" and following.text in _CONTRARY:
        return None  # *…, um zu zahlen, doch niemand kam*: the comma parts two statements
    main = rest(view, found)
    governor = governor_of(view, clause, main)
    if governor is None or governor.finite is None or governor.voice is not Voice.ACTIVE:
        return None
    if governor.predicate in _ASKING:
        return None  # *Um X zu tun, empfehlen wir …*: the aim is the reader's
    who = subject_tokens(view, governor)
    words = _bare(view, found, clause)
    if not in_place(view, governor, who) or words is None or any(_too_much(view, t) for t in main):
        return None
    if clause.modal == "können" and found.first > main[-1].index:
        aim = [t for t in words if t.text != "können"]
        return _so(view, main, who, "können", governor, aim)
    if clause.modal or clause.voice is not Voice.ACTIVE:
        return None
    if [t.text for t in who] == ["Sie"] and "P3" not in _persons(view.token(governor.finite)):
        return None  # *Sie arbeitet, um …*: she
    if [t.text for t in who] == ["Sie"]:
        aim_asked = sentence(f"Sie wollen {text_of(words)} {clause.predicate}", end="?")
        opening = opened(view, main, governor, "Dann")
        return f"{aim_asked}\n{sentence(opening)}" if opening else None
    if not (ACTORS.search(who[-1].text) or who[-1].text.lower() in ("wir", "er")):
        return None  # a thing has no aims
    if found.first > main[-1].index:
        modal = "können" if governor.modal else "wollen"
        return _so(view, main, who, modal, governor, words, clause.predicate)
    person = verbal.person_of(view.token(governor.finite))
    form = verbal.present("wollen", person) if person else None
    opening = opened(view, main, governor, "Deshalb")
    if form is None or opening is None:
        return None
    aim_said = sentence(f"{text_of(who)} {form[0]} {text_of(words)} {clause.predicate}")
    return f"{aim_said}\n{sentence(opening)}"


def _persons(finite: Token) -> frozenset[str]:
    readings = tables.verb_readings(finite.text.lower())
    return frozenset(r.person for r in readings if r.person) or frozenset({"P3"})


def _too_much(view: View, token: Token) -> bool:
    """*zu krank, um zu kommen*, *alt genug, um zu fahren*: how much, no aim."""
    if token.tag == "PTKA" or token.text in ("genug", "ausreichend", "hinreichend"):
        return True
    behind = view.after(token) if token.text == "zu" else None
    return behind is not None and behind.tag in ("ADJD", "ADV", "ADJA", "PIS", "PIAT")


_CONTRARY = frozenset({"doch", "aber", "denn", "sondern"})


def _so(
    view: View,
    main: Sequence[Token],
    who: Sequence[Token],
    modal: str,
    governor: Clause,
    words: Sequence[Token],
    infinitive: str = "",
) -> str | None:
    """*M. So will das Amt Fehler finden.*"""
    person = verbal.person_of(view.token(governor.finite or 0))
    tense = "Pres" if governor.tense in (Tense.PRESENT, Tense.FUTURE) else "Past"
    form = verbal.finite(modal, person, tense=tense) if person else None
    if form is None or governor.negations:
        return None
    if [t.text for t in who] == ["Sie"] and main[0].index == governor.finite:
        return None  # a request has no result yet
    aim = sentence(f"So {form[0]} {text_of(who)} {text_of(words)} {infinitive}")
    return f"{closed(main)}\n{aim}"


# --------------------------------------------------------------------------- infinitives


@evaluates("instead-clause")
def instead_clause(view: View) -> Iterator[Match]:
    """*Sie können anrufen, ohne einen Termin zu haben* → *… Sie müssen keinen … *: told only.

    With *können* or *dürfen* in the main clause the reader need not do what *ohne* or *anstatt*
    names: an editor gets that as a proposal.
    """
    for clause in view.clauses:
        if clause.kind is ClauseKind.INFINITIVE and clause.link.lower() in (
            "ohne",
            "anstatt",
            "statt",
        ):
            yield whole(view, clause, _need_not(view, clause), safe=False)


def _need_not(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    if found is None or clause.negations:
        return None
    main = rest(view, found)
    governor = governor_of(view, clause, main)
    if governor is None or governor.modal not in ("können", "dürfen") or governor.negations:
        return None
    who = subject_tokens(view, governor)
    if [t.text for t in who] != ["Sie"] or main[-1].index > found.first:
        return None
    body = list(found.tokens[1:])
    if body[-1].index not in clause.verbs or sum(t.tag in ("PTKZU", "VVIZU") for t in body) != 1:
        return None
    words = [t for t in body[:-1] if t.tag != "PTKZU"]
    return f"{closed(main)}\n{sentence('Sie müssen', verbal.denied(words), clause.predicate)}"


_ASKING = frozenset({"bitten", "empfehlen", "raten", "auffordern"})


@evaluates("request-clause")
def request_clause(view: View) -> Iterator[Match]:
    """*Wir bitten Sie, den Antrag zu stellen* → *Wir bitten Sie: Stellen Sie den Antrag.*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.INFINITIVE or clause.link or clause.parent is None:
            continue
        governor = next((c for c in view.clauses if c.index == clause.parent), None)
        if governor is None or governor.predicate not in _ASKING or governor.negations:
            continue
        yield whole(view, clause, _requested(view, clause, governor), safe=True)


def _requested(view: View, clause: Clause, governor: Clause) -> str | None:
    """*Daher empfehlen wir Ihnen, X zu tun und Y zu lassen*: what is asked as sentences."""
    wishes = [c for c in view.clauses if c.kind is ClauseKind.INFINITIVE]
    if governor.kind is not ClauseKind.MAIN or len(view.clauses) != len(wishes) + 1:
        return None
    if len(wishes) > _WISHES or wishes[0] is not clause or view.text.rstrip()[-1:] not in ".!":
        return None
    parts = [part(view, wish) for wish in wishes]
    found = [p for p in parts if p is not None]
    if len(found) != len(wishes) or any(wish.negations for wish in wishes):
        return None
    if any(_waits_for(wishes[0], wish) for wish in wishes[1:]):
        return None  # *A auszufüllen und unterschrieben mitzubringen*: A stands only once
    inside = {t.index for p in found for t in p.tokens}
    main = [t for t in view.tokens if t.index < found[0].first and t.text not in ("-", "–", "•")]
    last = view.tokens[-1].index
    rest_of_it = [t for t in view.tokens if t.index > found[0].first and t.index not in inside]
    if any(t.text != "," and t.tag != "KON" and t.index != last for t in rest_of_it):
        return None
    if not _asks_reader(view, governor, main):
        return None
    said = [_wish(p, wish) for p, wish in zip(found, wishes, strict=True)]
    if any(one is None for one in said):
        return None
    told = closed([t for t in main if t.index != main[-1].index or t.text != ","])
    return f"{told[:-1]}:\n" + "\n".join(one for one in said if one)


def _waits_for(first: Clause, wish: Clause) -> bool:
    """Whether a later wish has its object in the first: somebody can *anrufen* without one."""
    alone = frames.takes(wish.predicate, "person_object")
    return shares_object(first, wish) and not alone


_WISHES = 2


def _asks_reader(view: View, governor: Clause, main: Sequence[Token]) -> bool:
    """*Wir empfehlen Ihnen daher*: who asks is no other citizen, and nobody else is asked."""
    who = subject_tokens(view, governor)
    if governor.voice is not Voice.ACTIVE or governor.modal or not in_place(view, governor, who):
        return False
    asker = [t.text.lower() for t in who]
    if asker not in (["wir"], ["ich"], ["das", "amt"], ["die", "stadt"], ["die", "behörde"]):
        return False
    front = [t for t in main if governor.finite is not None and t.index < governor.finite]
    if main[-1].text != "," and any(t.tag in ("APPR", "APPRART") for t in front):
        return False  # *Von Anfragen bitten wir abzusehen*: what the infinitive is about
    behind = [t for t in main if t not in front and t.index != governor.finite and t not in who]
    leads = front and (front[0].tag.startswith("APPR") or len(front) == 1)
    if not (leads or all(t in who for t in front)):
        return False
    return all(
        t.text in ("Sie", "Ihnen", ",") or t.tag in ("ADV", "PAV", "PROAV", "ADJD", "PTKVZ")
        for t in behind
    )


def _wish(found: Part, clause: Clause) -> str | None:
    """*oder mit dem Amt zu sprechen* → *Oder sprechen Sie mit dem Amt.*"""
    body = [t for t in found.tokens if t.text not in (".", "!", ",")]
    opening = ""
    if body and body[0].tag == "KON":
        opening = {"und": "", "oder": "Oder"}.get(body[0].text.lower(), "?")
        body = body[1:]
    zu = [t for t in body if t.tag in ("PTKZU", "VVIZU")]
    if opening == "?" or len(zu) != 1 or body[-1].index not in clause.verbs:
        return None
    form = ("seien", "") if clause.predicate == "sein" else verbal.present(clause.predicate, "P3")
    if form is None:
        return None
    others = text_of([t for t in body[:-1] if t.tag != "PTKZU"])
    return sentence(opening, f"{form[0]} Sie {others} {form[1]}")


# --------------------------------------------------------------------------- what is possible


_SAYS = {
    "möglich": "können",
    "nötig": "müssen",
    "erforderlich": "müssen",
    "notwendig": "müssen",
    "erlaubt": "dürfen",
    "gestattet": "dürfen",
    "zulässig": "dürfen",
}
_WEIGHS = frozenset({"wichtig", "gut", "besser", "hilfreich", "sinnvoll"})


@evaluates("impersonal-phrase")
def impersonal_phrase(view: View) -> Iterator[Match]:
    """*Es ist möglich, X zu tun* → *Sie können X tun*; who it is, an editor knows."""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.INFINITIVE or clause.link or len(view.clauses) != 2:
            continue
        found = part(view, clause)
        told = _says(rest(view, found)) if found is not None else None
        if found is None or told is None:
            continue
        words = _bare(view, found, clause)
        said = None
        if words is not None and told[0] and not clause.modal and clause.voice is Voice.ACTIVE:
            middle = verbal.with_not(words) if told[1] else text_of(words)
            said = sentence(f"Sie {told[0]} {middle} {clause.predicate}")
        yield whole(view, clause, said, safe=False)
    for clause in subordinates(view, "dass"):
        pair = Pair(view, clause)
        told = _says(pair.main) if len(view.clauses) == 2 else None
        if told is None or pair.taken is None or pair.first:
            continue
        yield _needed(view, clause, pair, told)


def _says(main: Sequence[Token]) -> tuple[str, bool, str] | None:
    """(modal or "", whether denied, the adjective) of *Es ist (nicht) möglich*."""
    words = [t.text.lower() for t in main]
    if words[:2] != ["es", "ist"] or not 3 <= len(words) <= 4:
        return None
    denied = words[2] == "nicht"
    if len(words) - denied != 3:
        return None
    if words[-1] in _SAYS:
        return _SAYS[words[-1]], denied, words[-1]
    return ("", denied, words[-1]) if words[-1] in _WEIGHS and not denied else None


def _needed(view: View, clause: Clause, pair: Pair, told: tuple[str, bool, str]) -> Match:
    modal, denied, adjective = told
    taken = pair.taken
    assert taken is not None
    acts = any(can_act(t.text) for t in taken.subject if t.tag in ("NN", "NE"))
    if not modal or (modal == "können" and not denied and acts):  # *kann schließen*: or may it?
        said = f"{sentence(f'{adjective} ist', end=':')} {sentence(taken.statement())}"
        return whole(view, clause, said)
    person = verbal.person_of(view.token(clause.finite or 0))
    form = verbal.present(modal, person) if person else None
    simple = len(clause.verbs) == 1 and not clause.modal and clause.voice is Voice.ACTIVE
    if form is None or not simple or clause.negations:
        return whole(view, clause, None)
    middle = verbal.with_not(taken.others) if denied else text_of(taken.others)
    article = any(t.tag == "ART" and t.text.lower().startswith("ein") for t in taken.others)
    said = sentence(f"{text_of(taken.subject)} {form[0]} {middle} {clause.predicate}")
    return whole(view, clause, said, safe=not (denied and article))
