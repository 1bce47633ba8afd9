"""Clauses taken out of their sentence and turned into sentences of their own.

German's word order makes that mechanical once the clause's edges, its finite verb and its subject
are certain: a subordinate clause ends in its verbs, a main clause has the finite verb in second
place. Every function answers None where something is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.language.lexicon.tables import unlisted_readings, verb_readings
from a11y.simple_language import nominal, verbal
from a11y.simple_language.holders import (
    names_more,
    with_company,
    with_focus,
    without_event,
    without_means,
    without_origin,
    without_place,
    without_time,
)
from a11y.simple_language.subjects import fits, subject_tokens
from a11y.simple_language.times import POINTS
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_EDGES = frozenset([",", ";", ":", "–", "-"]) | {".", "!", "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A clause with everything embedded in it: a run of tokens without the punctuation at its
    edges."""

    clause: Clause
    tokens: tuple[Token, ...]

    @property
    def first(self) -> int:
        return self.tokens[0].index

    @property
    def last(self) -> int:
        return self.tokens[-1].index


def part(view: View, clause: Clause) -> Part | None:
    """The clause and its descendants; None where they do not stand together."""
    family = {clause.index}
    for _ in view.clauses:
        family |= {c.index for c in view.clauses if c.parent in family}
    indices = sorted(i for c in view.clauses if c.index in family for i in c.tokens)
    return _run(view, clause, indices)


def alone(view: View, clause: Clause) -> Part | None:
    """The clause without what hangs on it; None where its words do not stand together."""
    return _run(view, clause, sorted(clause.tokens))


def rest(view: View, taken: Part) -> tuple[Token, ...]:
    """The sentence's other tokens, edge punctuation and the part's own two commas removed."""
    inside = range(taken.first, taken.last + 1)
    before, behind = taken.first - 1, taken.last + 1
    tokens = [token for token in view.tokens if token.index not in inside]
    if all(any(t.index == at and t.text == "," for t in tokens) for at in (before, behind)):
        tokens = [token for token in tokens if token.index not in (before, behind)]
    return _strip(tokens)


def _run(view: View, clause: Clause, indices: Sequence[int]) -> Part | None:
    tokens = _strip([view.token(index) for index in indices])
    if not tokens:
        return None
    between = set(range(tokens[0].index, tokens[-1].index + 1)) - {t.index for t in tokens}
    if any(view.token(index).text not in _EDGES for index in between):
        return None
    whole = tuple(view.token(i) for i in range(tokens[0].index, tokens[-1].index + 1))
    return Part(clause=clause, tokens=whole)


def _strip(tokens: Sequence[Token]) -> tuple[Token, ...]:
    kept = list(tokens)
    while kept and kept[0].text in _EDGES:
        kept.pop(0)
    while kept and kept[-1].text in _EDGES:
        kept.pop()
    return tuple(kept)


def parted_finite(token: Token) -> tuple[str, str]:
    """A finite verb as it stands in second place: ``anmeldet`` → (``meldet``, ``an``)."""
    lower = token.text.lower()
    if token.lemma in _PARTED:
        return token.text[len(_PARTED[token.lemma]) :], _PARTED[token.lemma]
    for reading in verb_readings(lower) or unlisted_readings(lower):
        if reading.infinitive in verbal.ONE_WORD:
            continue
        if reading.joined and reading.particle and reading.form in ("Pres", "Past", "Sub1", "Sub2"):
            return token.text[len(reading.particle) :], reading.particle
    return token.text, ""


_PARTED = {"übergehen": "über", "überlaufen": "über", "überkochen": "über"}
"""Both kinds exist and the tables have the other one: *das Haus geht auf den Käufer über*."""
_OWNERS = frozenset(
    {"der", "des", "aller", "beider", "sämtlicher", "mehrerer", "vieler", "unserer"}
)
"""Behind a noun these mostly open a genitive that belongs to it: *das Einkommen aller …*."""
_STARRED = re.compile(r"\w[*_]\w")
_OF_IT = frozenset({"mächtig", "bewusst", "würdig", "bedürftig", "kundig", "verdächtig", "sicher"})
"""Adjectives of which a genitive before them may be part."""
BOTH_CASES = frozenset({"sie", "es"})
"""*So können sie Kinder …*: before the subject they would be read as the subject."""


def midfield(who: Sequence[Token], others: Sequence[Token]) -> str:
    """Subject and the rest behind the finite verb: short pronouns go before a noun.

    *… wurde mir ein Kaffee angeboten*, *… meldet sich das Amt*.
    """
    lead: list[Token] = []
    tail = list(others)
    at = _time_before(who, tail)
    if at:
        return " ".join((text_of(tail[:at]), text_of(who), _behind(tail[at:]))).strip()
    if who and who[0].tag not in ("PPER", "PIS", "PDS"):
        while tail and tail[0].tag in ("PPER", "PRF") and tail[0].text.lower() not in BOTH_CASES:
            lead.append(tail.pop(0))
    any_one = who and who[0].tag in ("ART", "PIAT") and who[0].text.lower()[:3] in ("ein", "kei")
    if any_one and tail and tail[0].tag in ("ADV", "APPR", "APPRART"):
        earlier = [t for t in tail if t.index < who[0].index]
        lead += earlier  # *In dem Haus war nachts ein Herd explodiert*
        tail = tail[len(earlier) :]
    return " ".join(part for part in (text_of(lead), text_of(who), _behind(tail)) if part)


def _time_before(who: Sequence[Token], others: Sequence[Token]) -> int:
    """How many of the words are a time that stood before somebody new: *war* **in der Nacht** *ein
    Herd explodiert*."""
    if not who or who[0].text.lower() not in ("ein", "eine"):
        return 0
    ahead = [t for t in others if t.index < who[0].index]
    led = ahead and ahead[0].tag in ("APPR", "APPRART") and len(ahead) <= _SHORT
    timed = led and ahead[-1].tag == "NN" and POINTS.search(ahead[-1].text) is not None
    return len(ahead) if timed and list(others[: len(ahead)]) == ahead else 0


_SHORT = 3


def _behind(tokens: Sequence[Token]) -> str:
    """What follows verb and subject; *…, dass* keeps the comma it begins with."""
    text = text_of(tokens)
    return f", {text}" if tokens and tokens[0].text == "," else text


def _reflexive_first(others: Sequence[Token]) -> Sequence[Token]:
    """*neben der Arbeit sich einsetzen*: the pronoun comes forward unless a clause begins."""
    at = next((i for i, t in enumerate(others) if t.tag == "PRF"), 0)
    if at and others[at - 1].tag == "APPR":  # *für sich*
        return others
    if not at or any(t.text == "," or t.tag in ("PTKZU", "KON") for t in others[:at]):
        return others
    return (others[at], *others[:at], *others[at + 1 :])


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A subordinate clause, taken apart: what is needed to say it as a main clause.

    subject: its words, ``""`` if none was found for certain. finite, particle: the verb in second
    place and what goes to the end. others: everything else, in order.
    """

    subject: tuple[Token, ...]
    finite: str
    particle: str
    others: tuple[Token, ...]
    pronoun: bool
    denied: bool = False
    """A subject with *kein* of a verb without object."""

    def statement(self) -> str:
        """Subject first: *Sie ziehen um*; *sich* stands behind the verb."""
        others = _reflexive_first(self.others)
        if self.denied and others and others[0].text.lower() in ("sonst", "dann"):
            opening = others[0].text.lower()  # *Sonst erfolgt keine Bearbeitung*
            return f"{opening} {self.finite} {midfield(self.subject, others[1:])} {self.particle}"
        if self.denied and not any(t.tag in ("PPER", "PRF") for t in others):
            return self.after("es")  # *Es wurde keine Absprache getroffen*
        return f"{text_of(self.subject)} {self.finite} {_behind(others)} {self.particle}"

    def after(self, opening: str) -> str:
        """With something before the verb: *Denn* needs none, *So* needs one."""
        middle = midfield(self.subject, self.others)
        return f"{opening} {self.finite} {middle} {self.particle}"

    def question(self) -> str:
        """Verb first: *Ist der Antrag vollständig*."""
        return f"{self.finite} {midfield(self.subject, self.others)} {self.particle}"


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
    position = next((i for i, t in enumerate(body) if t.index == finite.index), None)
    if position is None or position == 0:
        return None
    if body[position - 1].tag == "KON":
        return None  # *die denken und lernen*: two verbs share the rest
    tail = body[position + 1 :]
    if tail and not _may_follow_verb(view, tail):
        return None
    if finite.lemma in ("sein", "haben") and _two_verbs(body[:position]):
        return None  # *wenn sie verreisen oder krank sind*, *vorlegen und nicht erhalten haben*
    asked = any(c.predicate in _ASKING and c.kind is ClauseKind.MAIN for c in view.clauses)
    if asked and any(t.tag in ("PTKZU", "VVIZU") for t in tail):
        return None  # *empfehlen, wenn Sie krank sind, zu Hause zu bleiben*: of the main clause
    if any(
        a.tag in ("ART", "ADJA") and b.tag in ("APPR", "APPRART") and not _inside_phrase(body, at)
        for at, (a, b) in enumerate(pairwise(body))
    ):
        return None  # *der zum Unterhalt Verpflichtete*: the parse may take it apart
    who = who or _subject_in(view, clause, body[:position]) or missing
    if clause.predicate == "haben" and body[0].text == "Sie" and body[0] not in who:
        who = (body[0],)  # *Nur wenn Sie Kinder haben*: nothing has the readers
    if len(who) == 1 and who[0].text == "sie" and who[0] in body and who[0] is not body[0]:
        leading = nominal.phrase_at(view, body[0].index)  # *damit Kinder sie ausprobieren*
        who = leading.tokens if leading is not None and fits(leading.tokens, finite) else ()
    if not who and nobody and _impersonal(view, clause, body[:position]):
        second, particle = parted_finite(finite)
        return Taken(
            subject=(),
            finite=second,
            particle=particle,
            others=tuple(body[:position]),
            pronoun=False,
        )
    if not who:
        return None
    if any(a.tag == "NN" and b.tag in ("NN", "CARD") for a, b in pairwise(who)):
        return None  # *das Einkommen der Familie 3.000 Euro*: two phrases in one
    who = without_means(clause, without_event(without_time(who), finite))
    who = without_place(clause, without_origin(who, body), body)
    who = with_company(view, who, body[:position])
    if not who:
        return None
    who = (*who, *_date_behind(body, who[-1].index + 1))
    who = (*who, *_aged_behind(body, who[-1].index + 1))
    if _may_be_the_verbs(clause, who):
        return None
    behind = next((t for t in body if t.index == who[-1].index + 1), None)
    if behind is not None and behind.tag == "KON" and len(who) == 1 and who[0].tag == "PPER":
        partner = nominal.phrase_at(view, behind.index + 1)  # *wenn Sie oder Ihr Kind …*
        if partner is not None and all(t in body for t in partner.tokens):
            who = (*who, behind, *partner.tokens)
            behind = next((t for t in body if t.index == who[-1].index + 1), None)
    if behind is not None and (behind.tag == "KON" or behind.text == ","):
        return None  # *Sie und die Kinder*: only half of it; *die Frage, ob …,*: it goes on
    if any(_STARRED.search(t.text) for t in body):
        return None  # *diese*r*: no form says what it is
    if _another_deed(view, body[:position]):
        return None  # *wenn sie nicht genutzt oder ihre Verlängerung beantragt wird*
    if any(t.text.lower() in ("weder", "entweder", "sowohl") for t in body):
        return None  # *wenn weder A noch B …*: what belongs together would be parted
    if behind is not None and who[-1].tag == "NN" and behind.text.lower() in _OWNERS:
        return None  # *das Wohl der Allgemeinheit*, *eine Partei der Sprache mächtig*: either
    if any(t.text in ("der", "des") for t in who[1:]) and any(t.text in _OF_IT for t in body):
        return None  # *eine Partei der deutschen Sprache mächtig ist*
    if behind is not None and who[-1].tag == "NN" and _PEOPLE_OF.match(behind.text):
        return None  # *Belange Einzelner*: whose they are, not the next phrase
    if behind is not None and behind.tag in ("PAV", "PROAV") and len(who) > 1:
        return None  # *die Sorgen darüber, …*: the clause behind it belongs to the subject
    if behind is not None and names_more(view, who, behind):
        return None
    if behind is not None and behind.text.lower() in ("von", "vom") and who[-1].tag == "NN":
        acts = any(p.role is Role.AGENT and behind.index in p.tokens for p in clause.participants)
        if not acts or who[0].tag == "NN":
            return None  # *Wünsche von Kindern werden …*: they would seem to act
    who = with_focus(body[:position], who)
    inside = {token.index for token in who}
    others = tuple(t for t in (*body[:position], *tail) if t.index not in inside)
    second, particle = parted_finite(finite)
    if particle and tail:
        return None
    return Taken(
        subject=who,
        finite=second,
        particle=particle,
        others=others,
        pronoun=len(who) == 1 and who[0].tag in ("PPER", "PDS"),
        denied=who[0].text.lower().startswith("kein")
        and not any(p.role is Role.DIRECT_OBJECT for p in clause.participants),
    )


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


def _may_follow_verb(view: View, tail: Sequence[Token]) -> bool:
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


def subordinates(view: View, *links: str, relative: bool = False) -> list[Clause]:
    """The sentence's subordinate clauses with one of these conjunctions.

    relative: also those that are relative to a whole statement (*wobei, weshalb*).
    """
    kinds = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) if relative else (ClauseKind.SUBORDINATE,)
    return [c for c in view.clauses if c.kind in kinds and c.link.lower() in links]


def stands_alone(view: View, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a main clause has all its verbs among these tokens.

    *wird … geprüft* without its participle is half a clause: the analysis has cut it wrongly.
    """
    if clause.finite is None:
        return bool(clause.modal)
    finite = view.token(clause.finite)
    inside = {token.index for token in tokens}
    if any(index not in inside for index in clause.verbs):
        return False
    if len(clause.verbs) > 1:
        return not lacks_passive(tokens)
    if finite.tag.startswith("VM"):
        return False
    if finite.lemma == "werden" and clause.predicate == "werden" and tokens:
        # *wird fällig*: how it becomes, and no participle
        return tokens[-1].tag == "ADJD" and not tokens[-1].text.endswith(("t", "en"))
    if finite.tag.startswith("VA"):
        return clause.predicate in (finite.lemma, "sein", "haben") and finite.lemma != "werden"
    return True


def lacks_passive(tokens: Sequence[Token]) -> bool:
    """*Die Platten dürfen ausgebaut* lacks the *werden* that stands in another part."""
    modal = any(t.tag == "VMFIN" for t in tokens)
    infinite = any(t.tag in ("VVINF", "VAINF", "VMINF", "VVIZU") for t in tokens)
    return modal and not infinite and bool(tokens) and tokens[-1].tag in ("VVPP", "ADJD", "VVFIN")
