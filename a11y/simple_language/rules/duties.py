"""*ist zu* and *hat zu*: what somebody must do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, Tense, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.acting.actors import (
    OFFICE,
    READER,
    is_between_others,
    likely_actors,
    names_office,
)
from a11y.simple_language.acting.agents import agent_of, nominative_agent
from a11y.simple_language.acting.bystanders import acts_elsewhere
from a11y.simple_language.acting.passives import Frame, frame_of, says_by_whom, verb_span
from a11y.simple_language.clauses.plainly import must_be_done
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, tidy, word_set


@evaluates("is-to")
def is_to(view: View) -> Iterator[Match]:
    """*ist zu stellen*: somebody must; *haben zu stellen*: the subject must."""
    for clause in view.clauses:
        if clause.voice is Voice.MODAL_PASSIVE and clause.verbs:
            yield from _plainly(view, clause) or _is_to(view, clause)
    yield from _has_to(view)


def _plainly(view: View, clause: Clause) -> list[Match]:
    """In Einfache Sprache *muss gestellt werden* is easy enough, unless it is said who must."""
    if view.level is Level.LEICHT or clause.predicate in _CAN_RATHER:
        return []
    if any(found.safe for found in _is_to(view, clause)):
        return []
    said = must_be_done(view, clause, second=_another_behind(view, clause))
    if said is None:
        return []
    start, end, text = said
    _, _, words = verb_span(view, clause)
    return [Match(start=start, end=end, found=words, replacement=text, safe=True)]


_CAN_RATHER = word_set(
    "finden sehen erkennen erreichen entnehmen erwarten rechnen hören verstehen empfehlen "
    "erhalten haben lesen vermuten befürchten begrüßen hoffen bedauern beobachten verzeichnen "
    "spüren erwerben kaufen verkaufen mieten vermieten buchen besichtigen bewundern beziehen "
    "sprechen verwechseln"
)
"""With these verbs *ist zu* says what is possible, not what must be done."""
_READER_CAN = frozenset(
    {"finden", "sehen", "erreichen", "entnehmen", "hören", "antreffen", "erhalten", "bekommen"}
)
"""… and it is the reader who can."""


def _is_to(view: View, clause: Clause) -> Iterator[Match]:
    start, end, words = verb_span(view, clause)
    frame = frame_of(view, clause)
    if _announces_list(view, clause):
        yield from _list_of_duties(view, clause, start, end, words)
        return
    denied = _denied(view, clause, frame)
    certain = (
        frame is not None
        and (not clause.negations or denied)
        and not (denied and clause.predicate in _CAN_RATHER)
        and (clause.predicate not in _CAN_RATHER or clause.predicate in _READER_CAN)
        and clause.tense is Tense.PRESENT
    )
    done = verbal.participle(clause.predicate)
    if not certain or frame is None or done is None:
        yield Match(start=start, end=end, found=words)
        return
    if any(t.index in clause.tokens and t.text.lower() in _LIMITS for t in view.tokens):
        yield Match(start=start, end=end, found=words)
        return  # *nur werktags zu benutzen*: may, or must, no more than that
    frame.others = tuple(t for t in frame.others if t.tag != "PTKZU")
    if all(t.index in clause.verbs for t in frame.prefield):
        frame.prefield, frame.subject_first = (), True  # *Mitzubringen ist der Ausweis*
    ending = clause.predicate
    second = _another_behind(view, clause)
    if second:
        both = _infinitives(view, second)
        if both is None or denied:
            yield Match(start=start, end=end, found=words)
            return
        ending, frame.end = f"{ending} {both}", second[-1].span[1]
    named = _named_agent(view, clause, frame)
    if named is not None:
        subject, person = named
        said = _must(
            frame,
            actor=subject,
            finite=_modal("P3" if person == "P3" else "S3", possible=False, denied=denied),
            infinitive=ending,
        )
        yield Match(start=frame.start, end=frame.end, found=words, replacement=said, safe=True)
        return
    likely = likely_actors(view, clause)
    elsewhere = acts_elsewhere(view, clause, likely[0])
    if elsewhere or _may_act(view, clause) or says_by_whom(view, frame):
        yield Match(start=start, end=end, found=words)
        return  # *von den Beteiligten zu begründen*: they must, and nobody else
    possible = clause.predicate in _READER_CAN
    for actor in (READER,) if possible else likely:
        if actor is OFFICE and names_office(view, clause):
            continue  # *an das Amt zu schicken*: somebody else must
        yield Match(
            start=frame.start,
            end=frame.end,
            found=words,
            replacement=_must(
                frame,
                actor=actor.subject,
                finite=_modal(actor.person, possible=possible, denied=denied),
                infinitive=ending,
            ),
            note=actor.note if possible else actor.must,
            guess=is_between_others(view, clause),
        )


def _may_act(view: View, clause: Clause) -> bool:
    """*ist das Fleisch von einem Fachassistenten zu untersuchen*: rather who does it."""
    who = subject_tokens(view, clause)
    behind = bool(who) and clause.finite is not None and who[0].index > clause.finite
    return behind and any(t.text.lower() in ("von", "vom", "durch") for t in who[1:])


_LIMITS = frozenset({"nur", "lediglich", "bloß"})


def _modal(person: str, *, possible: bool, denied: bool) -> str:
    """The modal that says what *ist zu* says: *ist nicht zu* forbids."""
    forms = ("kann", "können") if possible else ("darf", "dürfen") if denied else ("muss", "müssen")
    return forms[person == "P3"]


def _denied(view: View, clause: Clause, frame: Frame | None) -> bool:
    """*ist nicht auf die Straße zu kehren*: one *nicht* behind the verb, nothing else denied."""
    denials = [t for t in view.tokens if t.index in clause.negations]
    return (
        frame is not None
        and len(denials) == 1
        and denials[0].text == "nicht"
        and denials[0] in frame.others
        and not frame.object_text.startswith("kein")
    )


def _another_behind(view: View, clause: Clause) -> tuple[Token, ...]:
    """*… zu entfernen und in der Tonne zu entsorgen*: a second deed that leans on the verb."""
    behind = tuple(t for t in view.tokens if t.index > max(clause.verbs) and t.text not in ".!")
    leans = (
        bool(behind)
        and behind[0].tag == "KON"
        and any(t.tag in ("PTKZU", "VVIZU") for t in behind)
        and not any(t.tag.endswith("FIN") for t in behind)
    )
    return behind if leans else ()


def _goes_on(view: View, last: Token) -> bool:
    """*hat ihn anzuzeigen und mitzuteilen, wie …*: a second infinitive before the next clause."""
    joint = view.after(last)
    if joint is None or joint.tag != "KON":
        return False
    for token in view.tokens:
        if token.index > joint.index:
            if token.tag in ("PTKZU", "VVIZU"):
                return True
            if token.text == "," or token.tag.endswith("FIN"):
                return False
    return False


def _infinitives(view: View, tokens: Sequence[Token]) -> str | None:
    """What follows *und* with plain infinitives; None where a comma or a form leaves a doubt."""
    if any(t.text in (",", ":", ";", "(") for t in tokens) or any(
        t.text.lower() in ("von", "vom", "durch", "nicht") for t in tokens
    ):
        return None
    words: list[str] = []
    for token in tokens:
        before = view.after(token, -1)
        if token.tag == "PTKZU":
            continue
        if token.tag == "VVIZU" or (before is not None and before.tag == "PTKZU"):
            plain = _zu_infinitive([before or token, token])
            if plain is None:
                return None
            words.append(plain)
        else:
            words.append(token.text)
    return " ".join(words)


def _named_agent(view: View, clause: Clause, frame: Frame) -> tuple[str, str] | None:
    """*vom Halter zu entfernen*: who must, as a subject with its person; out of the frame then."""
    agent = agent_of(view, clause, frame)
    named = nominative_agent(view, agent) if agent else None
    if named is not None:
        inside = {token.index for token in agent}
        frame.others = tuple(t for t in frame.others if t.index not in inside)
    return named


def _announces_list(view: View, clause: Clause) -> bool:
    """*Mitzubringen sind:*, with nothing but verbs and *zum Beispiel* before the colon."""
    tokens = [view.token(index) for index in clause.tokens]
    last = view.after(tokens[-1]) if tokens[-1].text != ":" else tokens[-1]
    said = [t for t in tokens if t.text != ":"]
    if last is None or last.text != ":" or not said or said[0].index not in clause.verbs:
        return False
    return all(t.index in clause.verbs for t in said if t.text not in _FOR_EXAMPLE)


_FOR_EXAMPLE = frozenset(("zum", "Beispiel", "auch", "außerdem", "vor", "allem"))


def _list_of_duties(
    view: View, clause: Clause, start: int, end: int, words: str
) -> Iterator[Match]:
    example = [t for t in view.tokens if t.text in _FOR_EXAMPLE]
    end = max(end, *(t.span[1] for t in example)) if example else end
    for actor in likely_actors(view, clause):
        finite = "müssen" if actor.person == "P3" else "muss"
        yield Match(
            start=start,
            end=end,
            found=words,
            replacement=tidy(f"Das {finite} {actor.subject} {text_of(example)} {clause.predicate}"),
            note=actor.must,
        )


def _must(frame: Frame, *, actor: str, finite: str, infinitive: str) -> str:
    middle = frame.middle(frame.others)
    if frame.subject_first:
        return frame.opened(f"{actor} {finite} {middle} {infinitive}")
    prefield = text_of(frame.prefield, inside=False)
    return frame.opened(f"{prefield} {finite} {actor} {middle} {infinitive}")


_HAVING = word_set("nichts viel viele mehr etwas einiges alles wenig weniger genug möglichkeit")
_OFFERED = word_set(
    "verkaufen vermieten verpachten verschenken verleihen vergeben bieten anbieten sagen erzählen "
    "berichten feiern lachen verlieren befürchten fürchten verbergen gewinnen suchen"
)
"""*hat ein Haus zu verkaufen*, *hat mehr zu bieten*: what somebody has, no duty."""


def _has_to(view: View) -> Iterator[Match]:
    """*Sie haben den Antrag zu stellen* → *Sie müssen den Antrag stellen*."""
    for clause, finite in verbal.finite_clauses(view):
        if finite.lemma != "haben" or clause.kind is not ClauseKind.MAIN:
            continue
        if any(index > finite.index for index in clause.negations):
            continue  # but *Fahrgäste ohne Fahrschein haben … zu zahlen*
        tokens = [
            view.token(i) for i in clause.tokens if view.token(i).text not in verbal.PUNCTUATION
        ]
        few = 2 if tokens and tokens[-1].tag == "VVIZU" else 4  # *hat nachzuweisen, dass …*
        if len(tokens) < few:
            continue
        if tokens[-1].index - tokens[0].index != len(tokens) - 1:
            tokens = _from_verb(tokens, finite)  # *Jeder, der einen Hund hält, hat …*
            if not tokens:
                continue
        person = verbal.person_of(finite)
        infinitive = _zu_infinitive(tokens)
        if any(t.tag == "VVPP" or t.text == "vergessen" for t in tokens):
            continue  # *habe ich vergessen zu sagen*: a perfect
        if infinitive is None or person is None or finite.morph.get("Tense") == "Past":
            continue
        if any(t.text.lower() in _HAVING for t in tokens) or infinitive in _OFFERED:
            continue
        must = verbal.present("müssen", person)
        assert must is not None
        changes = {finite.index: must[0]}
        if tokens[-2].tag == "PTKZU":
            changes[tokens[-2].index] = ""
        changes[tokens[-1].index] = infinitive
        end, both = tokens[-1].span[1], ""
        second = _another_behind(view, clause)
        if second:  # *hat diese abzugeben oder anzuzeigen*
            more = _infinitives(view, second)
            if more is None:
                yield Match(start=finite.span[0], end=finite.span[1], found=finite.text)
                continue
            end, both = second[-1].span[1], f" {more}"
        elif _goes_on(view, tokens[-1]):
            yield Match(start=finite.span[0], end=finite.span[1], found=finite.text)
            continue
        ending = f"zu {infinitive}" if tokens[-2].tag == "PTKZU" else tokens[-1].text
        yield Match(
            start=tokens[0].span[0],
            end=end,
            found=f"{finite.text} … {ending}",
            replacement=verbal.retouched(view, tokens[0].index, tokens[-1].index, changes) + both,
            safe=True,
        )


def _from_verb(tokens: Sequence[Token], finite: Token) -> list[Token]:
    """The finite verb and what follows, where only the subject's own clause stands before it."""
    behind = [t for t in tokens if t.index >= finite.index]
    whole = behind[-1].index - finite.index == len(behind) - 1
    return behind if whole and len(behind) > 1 else []


def _zu_infinitive(tokens: Sequence[Token]) -> str | None:
    """The infinitive at a clause's end with *zu*: *zu stellen*, *anzumelden*."""
    last = tokens[-1]
    if tokens[-2].tag == "PTKZU" and last.text.lower() in tables.verb_classes():
        return last.text
    for reading in tables.verb_readings(last.text.lower()):
        if reading.form == "InfZu":
            return reading.infinitive
    return None
