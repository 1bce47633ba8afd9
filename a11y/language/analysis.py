"""What the German analysis says, in terms both translators read. No parser labels leak out of here
except on ``Token``; read ``Clause`` instead.

All offsets are characters of ``Analysis.text``, half-open [start, end).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """index: position in ``Analysis.tokens``. pos: UPOS. tag: STTS. head: index of the governor
    (itself for a root). dep: UD relation. space_after: white space follows."""

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: Mapping[str, str]
    head: int
    dep: str
    span: Span
    space_after: bool


class ValueKind(StrEnum):
    NUMBER = "number"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    PRICE = "price"
    PERCENT = "percent"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    IBAN = "iban"
    ADDRESS = "address"
    NAME = "name"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A thing that must never be lost: kind, where it stands, and a normal form
    (``2026-03-01``, ``28.80 EUR``, ``14:30``, ``6 Monat``)."""

    kind: ValueKind
    span: Span
    text: str
    normal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """*Mo–Do 8–12 und 13–16 Uhr* as one thing; one entry for each group of days with its times.

    span, text: from the first day word (or *jeden ersten …*) to the last word that says when.
    days: whole names in the order written, never empty: *Montag* … *Sonntag*, *Feiertag*; *täglich*
    is all seven, *werktags* Monday to Saturday, *außer Mi* is taken out.
    times: (from, to) as ``08:00``; "" for an end that is not told (*ab 14 Uhr*: ``("14:00", "")``);
    *rund um die Uhr* is ``("00:00", "24:00")``. Empty where no time is told.
    closed: closed on these days, or, with times, at these times (*Sa 10–18 Uhr geschlossen*).
    by_appointment: *nach Vereinbarung*; with times also outside of them.
    weeks: of the month (*jeden ersten und dritten Montag im Monat*: ``(1, 3)``; the last: -1);
    empty: every week.
    Each told time stands in ``Analysis.values``, too, as ``TIME``; short day words (*Mo*) have the
    whole name as lemma. Days with neither times nor ``closed``, ``by_appointment`` or ``weeks`` are
    no opening hours.
    """

    span: Span
    text: str
    days: tuple[str, ...]
    times: tuple[tuple[str, str], ...] = ()
    closed: bool = False
    by_appointment: bool = False
    weeks: tuple[int, ...] = ()


class ClauseKind(StrEnum):
    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    FRAGMENT = "fragment"
    ATTRIBUTE = "attribute"  # only in ``Analysis.attributes``


class Relation(StrEnum):
    """How a clause hangs on its parent."""

    NONE = "none"
    COORDINATION = "coordination"
    CONDITION = "condition"
    REASON = "reason"
    PURPOSE = "purpose"
    TIME = "time"
    CONCESSION = "concession"
    CONSEQUENCE = "consequence"
    MANNER = "manner"
    CONTENT = "content"
    QUESTION = "question"
    RELATIVE = "relative"


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    STATE_PASSIVE = "state-passive"
    MODAL_PASSIVE = "modal-passive"  # ist … zu + infinitive


class Tense(StrEnum):
    PRESENT = "present"
    PRETERITE = "preterite"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    NONE = "none"


class Mood(StrEnum):
    INDICATIVE = "indicative"
    SUBJUNCTIVE = "subjunctive"
    IMPERATIVE = "imperative"
    NONE = "none"


class QuestionType(StrEnum):
    NONE = "none"
    YES_NO = "yes-no"
    WH = "wh"


class Role(StrEnum):
    SUBJECT = "subject"
    DIRECT_OBJECT = "direct-object"
    INDIRECT_OBJECT = "indirect-object"
    GENITIVE_OBJECT = "genitive-object"
    PREPOSITIONAL_OBJECT = "prepositional-object"
    PREDICATIVE = "predicative"
    AGENT = "agent"


class AdverbialType(StrEnum):
    TIME = "time"
    DURATION = "duration"
    PLACE = "place"
    DIRECTION = "direction"
    MANNER = "manner"
    INSTRUMENT = "instrument"
    REASON = "reason"
    CONDITION = "condition"
    PURPOSE = "purpose"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A noun phrase or pronoun with its part in the clause. tokens: indices in text order,
    modifiers and embedded phrases included; head: the noun or pronoun (of a predicative also the
    adjective). person: 2 for whoever is addressed, the polite *Sie* too. shared: the phrase stands
    in the clause that this one is coordinated with (*Sie füllen A aus und geben B ab*)."""

    role: Role
    head: int
    tokens: tuple[int, ...]
    case: str = ""
    number: str = ""
    definite: bool | None = None
    person: int = 3
    pronoun: bool = False
    preposition: str = ""
    antecedent: int | None = None  # head token of what a pronoun stands for, where that is safe
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adverbial:
    """head: the noun, adverb or adjective that carries the meaning."""

    type: AdverbialType
    head: int
    tokens: tuple[int, ...]
    preposition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: its verb complex, who takes part, and how it hangs on others.

    tokens: indices of the clause's own tokens (without those of clauses embedded in it).
    predicate: infinitive of the full verb, separable particle joined (``anmelden``); of the copula
    ``sein`` where there is no other; "" in a fragment.
    modal: infinitive of the modal verb or "".
    finite, verbs: token indices of the finite verb and of the whole verb complex in text order.
    negations: indices of the negating words (nicht, kein, nie, ohne …).
    link: the conjunction or relative word's lemma, "" if none. parent: index of a clause.
    antecedent: for relative clauses the token that the clause describes; for infinitive clauses the
    noun that takes them (*die Möglichkeit, … zu …*).
    causative: with *lassen* (*sich beraten lassen*, *erstellen lassen*).
    reflexive: the reflexive pronoun that belongs to the verb (*sich anmelden*); no participant.
    """

    index: int
    sentence: int
    kind: ClauseKind
    tokens: tuple[int, ...]
    predicate: str = ""
    modal: str = ""
    finite: int | None = None
    verbs: tuple[int, ...] = ()
    voice: Voice = Voice.ACTIVE
    tense: Tense = Tense.PRESENT
    mood: Mood = Mood.INDICATIVE
    negations: tuple[int, ...] = ()
    question: QuestionType = QuestionType.NONE
    link: str = ""
    relation: Relation = Relation.NONE
    parent: int | None = None
    antecedent: int | None = None
    participants: tuple[Participant, ...] = ()
    adverbials: tuple[Adverbial, ...] = ()
    reflexive: int | None = None
    causative: bool = False

    @property
    def negated(self) -> bool:
        return bool(self.negations)


class SentenceKind(StrEnum):
    SENTENCE = "sentence"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """tokens: half-open range of token indices; clauses: indices in ``Analysis.clauses``.

    lead_in: for list items the index of the sentence that introduces the list (*Sie brauchen:*).
    """

    index: int
    span: Span
    tokens: tuple[int, int]
    kind: SentenceKind
    clauses: tuple[int, ...]
    lead_in: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    values: tuple[Value, ...]
    compounds: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Token index → lemma parts, head last, for compounds that were split safely."""
    hours: tuple[OpeningHours, ...] = ()
    attributes: tuple[Clause, ...] = ()
    """Participles with phrases of their own in front of a noun, as reduced clauses (*die im Vorjahr
    gezahlte Steuer*: zahlen, passive, perfect, subject Steuer, time im Vorjahr). ``index`` counts
    attributes; ``parent``: the clause they stand in; ``antecedent``: the noun, which is the
    ``shared`` subject; ``verbs``: the participle and its *zu*; ``tokens``: all between determiner
    and noun. Their tokens belong to a phrase of the parent as well."""

    def words(self, indices: tuple[int, ...]) -> str:
        """The text of some tokens with the white space of the source between neighbours."""
        out = []
        for position, index in enumerate(indices):
            token = self.tokens[index]
            out.append(token.text)
            follows = position + 1 < len(indices)
            if follows and (token.space_after or indices[position + 1] != index + 1):
                out.append(" ")
        return "".join(out)
