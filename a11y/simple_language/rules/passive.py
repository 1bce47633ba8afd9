"""Passive and *ist zu*: say who acts, but never invent it."""

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
    tokens = verbal.run(view, clause)
    if tokens is None or clause.finite is None or not clause.predicate:
        return None
    if clause.modal and any(view.token(index).text == "worden" for index in clause.verbs):
        return None  # *muss geprüft worden sein*: the past in it would be lost
    at = next((i for i, t in enumerate(tokens) if t.index == clause.finite), 0)
    if at == 0:
        return None
    who = subject_tokens(view, clause)
    if len(who) > 1 and who[0].tag in nominal.DETERMINER_TAGS and who[1].tag.startswith("APPR"):
        return None  # *die vom Amt ausgestellte Urkunde*: the parse may take it apart
    if any(
        a.tag == "ART" and b is not None and b.tag in ("APPR", "APPRART")
        for a, b in ((t, view.after(t)) for t in tokens)
    ):
        return None
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
    for clause, finite in verbal.finite_clauses(view):
        if finite.lemma != "haben" or clause.kind is not ClauseKind.MAIN or clause.negations:
            continue
        tokens = [
            view.token(i) for i in clause.tokens if view.token(i).text not in verbal.PUNCTUATION
        ]
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
