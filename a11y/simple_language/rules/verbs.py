"""Passive, ist-zu, Präteritum, Konjunktiv: verbs in the form people speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    QuestionType,
    Role,
    Tense,
    Token,
    Voice,
)
from a11y.language.lexicon import tables
from a11y.simple_language import nominal, verbal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set

_PUNCTUATION = frozenset(".,;:!?–-()")


def _finite_clauses(view: View) -> Iterator[tuple[Clause, Token]]:
    for clause in view.clauses:
        if clause.finite is not None:
            yield clause, view.token(clause.finite)


def _complex(view: View, clause: Clause) -> tuple[int, int, str]:
    """Span and text of what an editor should look at: from first to last verb."""
    first, last = view.token(clause.verbs[0]), view.token(clause.verbs[-1])
    words = " … ".join(view.token(index).text for index in clause.verbs)
    return first.span[0], last.span[1], words


# --------------------------------------------------------------------------- passive


@evaluates("passive")
def passive(view: View) -> Iterator[Match]:
    """With a named agent: active. Without one: two proposals, an editor knows which is true."""
    for clause in view.clauses:
        if clause.voice is not Voice.PASSIVE or not clause.verbs:
            continue
        start, end, words = _complex(view, clause)
        frame = _frame(view, clause)
        if frame is None:
            yield Match(start=start, end=end, found=words)
            continue
        agent = _agent(view, clause, frame)
        if agent:
            active = _with_agent(view, clause, frame, agent)
            yield Match(
                start=frame.start if active else start,
                end=frame.end if active else end,
                found=words,
                replacement=active,
                safe=active is not None,
            )
            continue
        if any(t.text.lower() in ("von", "vom", "durch") for t in frame.others):
            yield Match(start=start, end=end, found=words)
            continue
        for actor, person, note in (
            ("Sie", "P3", "Wenn die Bürgerin oder der Bürger das macht."),
            ("das Amt", "S3", "Wenn das Amt das macht."),
        ):
            active = _active(view, clause, frame, actor=actor, person=person)
            yield Match(
                start=frame.start, end=frame.end, found=words, replacement=active, note=note
            )


class _Frame:
    """A passive main clause, taken apart."""

    def __init__(
        self,
        *,
        start: int,
        end: int,
        prefield: tuple[Token, ...],
        object_text: str,
        others: tuple[Token, ...],
        subject_first: bool,
    ) -> None:
        self.start = start
        self.end = end
        self.prefield = prefield
        self.object_text = object_text
        self.others = others
        self.subject_first = subject_first


def _frame(view: View, clause: Clause) -> _Frame | None:
    """None where the clause is not one run of words in main clause order."""
    if clause.kind is not ClauseKind.MAIN or clause.question is not QuestionType.NONE:
        return None
    if clause.mood is not Mood.INDICATIVE or clause.tense is Tense.PLUPERFECT:
        return None
    tokens = _run(view, clause)
    if tokens is None or clause.finite is None or not clause.predicate:
        return None
    at = next((i for i, t in enumerate(tokens) if t.index == clause.finite), 0)
    if at == 0:
        return None
    who = subject_tokens(view, clause)
    thing = accusative(view, who) if who else None
    if thing is None:
        return None
    inside = {token.index for token in who}
    prefield = tokens[:at]
    subject_first = {t.index for t in prefield} == inside
    if not subject_first and inside & {t.index for t in prefield}:
        return None
    others = tuple(
        t
        for t in tokens[at + 1 :]
        if t.index not in inside and t.index not in clause.verbs and t.text != ","
    )
    return _Frame(
        start=tokens[0].span[0],
        end=tokens[-1].span[1],
        prefield=tuple(prefield),
        object_text=thing,
        others=others,
        subject_first=subject_first,
    )


def _run(view: View, clause: Clause) -> tuple[Token, ...] | None:
    """The clause's tokens without punctuation at its edges; None if others stand between."""
    tokens = [view.token(index) for index in clause.tokens]
    while tokens and (tokens[0].text in _PUNCTUATION or tokens[0].tag == "KON"):
        tokens.pop(0)
    while tokens and tokens[-1].text in _PUNCTUATION:
        tokens.pop()
    if not tokens or tokens[-1].index - tokens[0].index != len(tokens) - 1:
        return None
    if any(t.text in (",", "(", ")", ":") for t in tokens):
        return None
    return tuple(tokens)


_PRONOUN_ACCUSATIVE = {
    "ich": "mich", "du": "dich", "er": "ihn", "wir": "uns", "ihr": "euch", "es": "es",
    "Sie": "Sie", "sie": "sie", "dieser": "diesen", "diese": "diese", "dieses": "dieses",
    "alle": "alle", "das": "das", "dies": "dies", "beide": "beide", "der": "den",
}  # fmt: skip


def accusative(view: View, tokens: Sequence[Token]) -> str | None:
    """A subject as an object; what follows its core (genitive, preposition) stays as it is."""
    if len(tokens) == 1 and tokens[0].tag in ("PPER", "PDS", "PIS"):
        word = tokens[0].text
        return _PRONOUN_ACCUSATIVE.get(word) or _PRONOUN_ACCUSATIVE.get(word.lower())
    core = nominal.phrase_at(view, tokens[0].index)
    if core is None or core.noun.index > tokens[-1].index:
        return None
    if any(t.tag == "KON" for t in tokens) and core.noun.index != tokens[-1].index:
        return _coordinated_accusative(view, tokens)
    changed = _core_accusative(core)
    if changed is None:
        return None
    tail = [t for t in tokens if t.index > core.noun.index]
    return f"{changed} {text_of(tail, inside=False)}".strip()


def _core_accusative(core: nominal.Phrase) -> str | None:
    found = {r for r in nominal.readings(core) if r[0] == "Nom"}
    masculine = {r for r in found if r[2] == "Masc"}
    if not found:
        return None if core.article is not None else text_of(core.tokens)
    if not masculine:
        return text_of(core.tokens)
    if len(found) > 1 and core.article is None:
        return None
    return nominal.in_case(core, "Acc", number="Sing", gender="Masc")


def _coordinated_accusative(view: View, tokens: Sequence[Token]) -> str | None:
    """*der Antrag und der Ausweis*: both change, or None where one is not certain."""
    parts, at = [], tokens[0].index
    while at <= tokens[-1].index:
        token = view.token(at)
        if token.tag == "KON" or token.text == ",":
            parts.append(token.text)
            at += 1
            continue
        core = nominal.phrase_at(view, at)
        changed = _core_accusative(core) if core is not None else None
        if core is None or changed is None:
            return None
        parts.append(changed)
        at = core.noun.index + 1
    return " ".join(parts).replace(" ,", ",")


_ACTORS = re.compile(
    r"(?:amt|behörde|stelle|büro|verwaltung|gericht|ministerium|polizei|stadt|gemeinde|kreis|land"
    r"|bund|staat|kasse|versicherung|kammer|schule|kita|firma|unternehmen|betrieb|verein|bank"
    r"|werke?|arzt|ärztin|eltern|mutter|vater|person|personen|halter|halterin|nehmer|geber|träger"
    r"|stelle?n|leitung|dienst|agentur|gesellschaft|verband|kommission|rat|leute|team|post|jobcenter"
    r"|center|beirat|ausschuss|feuerwehr|kind|kinder|familie|vermieter|vermieterin|antragsteller"
    r"|antragstellerin|bürger|bürgerin|lehrer|lehrerin|meister|beamten?|mitarbeiter|mitarbeiterin"
    r"|mitarbeitenden|ämter|ämtern)(?:n|s|es|en)?$",
    re.IGNORECASE,
)
"""Nouns that can act: only with them *von* names the agent of a passive for certain."""


def _agent(view: View, clause: Clause, frame: _Frame) -> tuple[Token, ...]:
    """*von* and a phrase that can act, among the words behind the finite verb; or nothing."""
    claimed = {index for p in clause.participants if p.role is Role.AGENT for index in p.tokens}
    for token in frame.others:
        if token.text.lower() not in ("von", "vom"):
            continue
        following = view.after(token)
        if following is None:
            return ()
        if following.tag == "PPER":
            return (token, following)
        core = nominal.phrase_at(view, following.index)
        if core is None:
            return ()
        if core.noun.index in claimed or _ACTORS.search(core.noun.text):
            return (token, *core.tokens)
    return ()


def _with_agent(view: View, clause: Clause, frame: _Frame, agent: Sequence[Token]) -> str | None:
    named = nominative_agent(view, agent)
    if named is None:
        return None
    actor, person = named
    inside = {token.index for token in agent}
    frame.others = tuple(t for t in frame.others if t.index not in inside)
    return _active(view, clause, frame, actor=actor, person=person)


def nominative_agent(view: View, agent: Sequence[Token]) -> tuple[str, str] | None:
    """(the agent as a subject, its person): *vom Amt* → (das Amt, S3)."""
    preposition, first = agent[0], agent[1]
    if first.tag == "PPER":
        pronouns = {"Ihnen": ("Sie", "P3"), "uns": ("wir", "P1"), "ihm": ("er", "S3")}
        return pronouns.get(first.text)
    core = nominal.phrase_at(view, first.index)
    if core is None:
        return None
    if preposition.text.lower() == "vom":
        genders = sorted(nominal.genders(core.noun.text) - {"Fem"})
        noun = nominal.noun_in(core.noun.text, "Nom", "Sing")
        if core.adjectives or len(genders) != 1 or noun is None:
            return None
        article = {"Masc": "der", "Neut": "das"}[genders[0]]
        return f"{article} {noun}", "S3"
    found = {r for r in nominal.readings(core) if r[0] == "Dat"}
    if len(found) != 1:
        return None
    _, number, gender = next(iter(found))
    changed = nominal.in_case(core, "Nom", number=number, gender=gender)
    if changed is None:
        return None
    return changed, "S3" if number == "Sing" else "P3"


def _active(view: View, clause: Clause, frame: _Frame, *, actor: str, person: str) -> str | None:
    """Actor, finite verb, object, everything else, end of the verb complex."""
    verb = _active_verb(clause, person=person)
    if verb is None:
        return None
    finite, ending = verb
    others = text_of(frame.others)
    if frame.object_text in ("Sie", "sie", "es", "uns", "ihn", "mich", "euch") or not others:
        middle = f"{frame.object_text} {others}"
    else:
        middle = f"{frame.object_text} {others}"
    if frame.subject_first:
        return capital(" ".join(f"{actor} {finite} {middle} {ending}".split()))
    prefield = text_of(frame.prefield, inside=False)
    return capital(" ".join(f"{prefield} {finite} {actor} {middle} {ending}".split()))


def _active_verb(clause: Clause, *, person: str) -> tuple[str, str] | None:
    """(finite verb, what closes the clause) of the clause in the active."""
    if clause.modal:
        if clause.tense is not Tense.PRESENT or clause.modal not in verbal.MODALS:
            return None
        modal = verbal.present(clause.modal, person)
        return (modal[0], clause.predicate) if modal else None
    if clause.tense is Tense.PRESENT:
        return verbal.present(clause.predicate, person)
    if clause.tense is Tense.FUTURE:
        future = verbal.present("werden", person)
        return (future[0], clause.predicate) if future else None
    done = verbal.participle(clause.predicate)
    if done is None:
        return None
    return verbal.perfect_auxiliary(clause.predicate, person), done


# --------------------------------------------------------------------------- ist zu, hat zu


@evaluates("is-to")
def is_to(view: View) -> Iterator[Match]:
    """*ist zu stellen*: somebody must; *haben zu stellen*: the subject must."""
    for clause in view.clauses:
        if clause.voice is Voice.MODAL_PASSIVE and clause.verbs:
            yield from _is_to(view, clause)
    yield from _has_to(view)


_CAN_RATHER = word_set(
    "finden sehen erkennen erreichen entnehmen erwarten rechnen hören verstehen empfehlen "
    "erhalten haben lesen vermuten befürchten"
)
"""With these verbs *ist zu* says what is possible, not what must be done."""


def _is_to(view: View, clause: Clause) -> Iterator[Match]:
    start, end, words = _complex(view, clause)
    frame = _frame(view, clause)
    certain = (
        frame is not None
        and not clause.negations
        and clause.predicate not in _CAN_RATHER
        and clause.tense is Tense.PRESENT
    )
    done = verbal.participle(clause.predicate)
    if not certain or frame is None or done is None:
        yield Match(start=start, end=end, found=words)
        return
    others = tuple(t for t in frame.others if t.tag != "PTKZU")
    frame.others = others
    sie = _must(frame, actor="Sie", finite="müssen", infinitive=clause.predicate)
    amt = _must(frame, actor="das Amt", finite="muss", infinitive=clause.predicate)
    yield Match(
        start=frame.start,
        end=frame.end,
        found=words,
        replacement=sie,
        note="Wenn die Bürgerin oder der Bürger das machen muss.",
    )
    yield Match(
        start=frame.start,
        end=frame.end,
        found=words,
        replacement=amt,
        note="Wenn das Amt das machen muss.",
    )


def _must(frame: _Frame, *, actor: str, finite: str, infinitive: str) -> str:
    others = text_of(frame.others)
    if frame.subject_first:
        parts = f"{actor} {finite} {frame.object_text} {others} {infinitive}"
    else:
        prefield = text_of(frame.prefield, inside=False)
        parts = f"{prefield} {finite} {actor} {frame.object_text} {others} {infinitive}"
    return capital(" ".join(parts.split()))


def _has_to(view: View) -> Iterator[Match]:
    """*Sie haben den Antrag zu stellen* → *Sie müssen den Antrag stellen*."""
    for clause, finite in _finite_clauses(view):
        if finite.lemma != "haben" or clause.kind is not ClauseKind.MAIN or clause.negations:
            continue
        tokens = [view.token(i) for i in clause.tokens if view.token(i).text not in _PUNCTUATION]
        if len(tokens) < 4 or tokens[-1].index - tokens[0].index != len(tokens) - 1:
            continue
        person = verbal.person_of(finite)
        infinitive = _zu_infinitive(tokens)
        if infinitive is None or person is None or finite.morph.get("Tense") == "Past":
            continue
        if any(t.text.lower() in ("nichts", "viel", "etwas", "möglichkeit") for t in tokens):
            continue
        must = verbal.present("müssen", person)
        assert must is not None
        changes = {finite.index: must[0]}
        if tokens[-2].tag == "PTKZU":
            changes[tokens[-2].index] = ""
        changes[tokens[-1].index] = infinitive
        yield Match(
            start=tokens[0].span[0],
            end=tokens[-1].span[1],
            found=f"{finite.text} … zu {infinitive}",
            replacement=verbal.retouched(view, tokens[0].index, tokens[-1].index, changes),
            safe=True,
        )


def _zu_infinitive(tokens: Sequence[Token]) -> str | None:
    """The infinitive at a clause's end with *zu*: *zu stellen*, *anzumelden*."""
    last = tokens[-1]
    if tokens[-2].tag == "PTKZU" and last.text.lower() in tables.verb_classes():
        return last.text
    for reading in tables.verb_readings(last.text.lower()):
        if reading.form == "InfZu":
            return reading.infinitive
    return None


# --------------------------------------------------------------------------- Präteritum


_KEEPS_PRETERITE = verbal.AUXILIARIES | verbal.MODALS


@evaluates("preterite")
def preterite(view: View) -> Iterator[Match]:
    """*Das Amt prüfte* → *Das Amt hat geprüft*; *war*, *hatte* and modals stay."""
    for clause, finite in _finite_clauses(view):
        if clause.tense is not Tense.PRETERITE or clause.predicate in _KEEPS_PRETERITE:
            continue
        if clause.modal or clause.voice is not Voice.ACTIVE or clause.mood is Mood.SUBJUNCTIVE:
            continue
        if finite.lemma in _KEEPS_PRETERITE:
            continue
        replacement = _perfect(view, clause, finite)
        if replacement is None:
            yield Match(start=finite.span[0], end=finite.span[1], found=finite.text)
            continue
        tokens = [view.token(i) for i in clause.tokens if view.token(i).text not in _PUNCTUATION]
        yield Match(
            start=tokens[0].span[0],
            end=tokens[-1].span[1],
            found=finite.text,
            replacement=replacement,
            safe=True,
        )


def _perfect(view: View, clause: Clause, finite: Token) -> str | None:
    tokens = _run(view, clause)
    person = verbal.person_of(finite)
    done = verbal.participle(clause.predicate)
    if tokens is None or person is None or done is None or not _reads_past(finite, clause):
        return None
    auxiliary = verbal.perfect_auxiliary(clause.predicate, person)
    changes: dict[int, str] = {}
    if clause.kind is ClauseKind.MAIN:
        particle = [i for i in clause.verbs if view.token(i).tag == "PTKVZ"]
        changes[finite.index] = auxiliary
        last = tokens[-1].index
        if particle:
            changes[particle[0]] = done
        elif last == finite.index:
            changes[last] = f"{auxiliary} {done}"
        else:
            changes[last] = f"{tokens[-1].text} {done}"
    elif finite.index == tokens[-1].index:
        changes[finite.index] = f"{done} {auxiliary}"
    else:
        return None
    return verbal.retouched(view, tokens[0].index, tokens[-1].index, changes)


def _reads_past(finite: Token, clause: Clause) -> bool:
    """The form can be a Präteritum of the clause's verb and nothing of another verb."""
    readings = tables.verb_readings(finite.text.lower())
    particle = tables.verb_classes().get(clause.predicate, ("", ""))[0]
    base = clause.predicate[len(particle) :]
    own = {r.form for r in readings if r.infinitive in (clause.predicate, base)}
    return "Past" in own and "Pres" not in own


# --------------------------------------------------------------------------- Konjunktiv


_INDICATIVE = {
    "könnte": ("können", "S3"),
    "könnten": ("können", "P3"),
    "müsste": ("müssen", "S3"),
    "müssten": ("müssen", "P3"),
    "dürfte": ("dürfen", "S3"),
    "dürften": ("dürfen", "P3"),
    "wäre": ("sein", "S3"),
    "wären": ("sein", "P3"),
    "hätte": ("haben", "S3"),
    "hätten": ("haben", "P3"),
}


@evaluates("konjunktiv")
def konjunktiv(view: View) -> Iterator[Match]:
    """What could be is said as what is; an editor decides whether that is still true."""
    for clause, finite in _finite_clauses(view):
        word = finite.text.lower()
        if word in _INDICATIVE:
            infinitive, person = _INDICATIVE[word]
            form = verbal.present(infinitive, person)
            indicative = form[0] if form else None
            if indicative and finite.text[:1].isupper():
                indicative = capital(indicative)
            yield Match(
                start=finite.span[0], end=finite.span[1], found=finite.text, replacement=indicative
            )
        elif word in ("würde", "würden"):
            yield _without_would(view, clause, finite)
        elif word not in ("möchte", "möchten") and clause.mood is Mood.SUBJUNCTIVE:
            if finite.lemma in ("sollen", "wollen"):
                continue
            yield Match(start=finite.span[0], end=finite.span[1], found=finite.text)


def _without_would(view: View, clause: Clause, finite: Token) -> Match:
    """*würde helfen* → *hilft*."""
    tokens = _run(view, clause)
    bare = Match(start=finite.span[0], end=finite.span[1], found=finite.text)
    if tokens is None or clause.kind is not ClauseKind.MAIN or clause.voice is not Voice.ACTIVE:
        return bare
    last = tokens[-1]
    form = verbal.present(clause.predicate, "P3" if finite.text.lower() == "würden" else "S3")
    if form is None or last.text != clause.predicate:
        return bare
    first = capital(form[0]) if finite.text[:1].isupper() else form[0]
    changes = {finite.index: first, last.index: form[1]}
    return Match(
        start=tokens[0].span[0],
        end=last.span[1],
        found=f"{finite.text} … {last.text}",
        replacement=verbal.retouched(view, tokens[0].index, last.index, changes),
    )
