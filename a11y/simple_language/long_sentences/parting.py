"""How a person's pen parts a long main clause: a list, a lead-in (see ``afterthoughts``, too).

Every function answers the new text of the sentence, lines parted by a line break, or None where
the sentence does not have that build. Word order stays correct; nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    QuestionType,
    Role,
    Tense,
    Token,
)
from a11y.simple_language.grammar.subject_edges import subject_goes_on
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.long_sentences.framing import framed
from a11y.simple_language.long_sentences.whole_lists import goes_on
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, sentence, text_of, word_set

PREPOSITIONS = ("APPR", "APPRART")
_OPENS_ITEM = frozenset(
    {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "NE", "CARD", "TRUNC", "APPR", "APPRART"}
)
_EDGES = (".", "!", ":")


def lone_main(view: View) -> Clause | None:
    """The only clause of a plain statement or request."""
    if len(view.clauses) != 1 or view.text.rstrip().endswith("?"):
        return None
    clause = view.clauses[0]
    if clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return None
    return clause if clause.question is QuestionType.NONE else None


def _openinglone_main(view: View) -> Clause | None:
    """The main clause that a statement opens with, whatever follows behind it."""
    if not view.clauses or view.text.rstrip()[-1:] in ("?", ":"):
        return None
    first = min(view.clauses, key=lambda c: min(c.tokens))
    states = first.kind is ClauseKind.MAIN and first.question is QuestionType.NONE
    if not states or first.finite is None:
        return None
    own = set(first.tokens)
    front = (t for t in view.tokens if t.index < (first.finite or 0))
    return first if all(t.index in own for t in front) else None


def body_of(view: View) -> list[Token]:
    """The sentence's tokens without a list mark before and the full stop behind."""
    tokens = list(view.tokens)
    while tokens and tokens[0].text in ("-", "–", "•", "*", "·"):
        tokens.pop(0)
    while tokens and tokens[-1].text in _EDGES:
        tokens.pop()
    return tokens


# --------------------------------------------------------------------------- lists


def listed(view: View) -> str | None:
    """*Schicken Sie uns den Antrag und die Unterlagen.* → *Schicken Sie uns:* and its items."""
    clause = lone_main(view)
    tokens = body_of(view)
    if clause is None or clause.finite is None:
        return None
    for participant in clause.participants:
        if participant.role not in (Role.DIRECT_OBJECT, Role.SUBJECT, Role.PREDICATIVE):
            continue
        one = view.token(clause.finite).text in ("ist", "war", "bleibt", "wird")
        if participant.role is Role.PREDICATIVE and one:
            continue  # *ist ein Treff für Frauen jeden Alters und jeder Herkunft*: one thing
        inside = sorted(participant.tokens)
        if inside[-1] - inside[0] != len(inside) - 1 or inside[0] < clause.finite:
            continue
        behind = [t for t in tokens if t.index > inside[-1]]
        if any(t.index not in clause.verbs for t in behind):
            continue
        items = _items(view, [view.token(index) for index in inside])
        before = [t for t in tokens if t.index < inside[0]]
        if items is None or not before:
            continue
        asked = before[-1].text.lower() == "bitte"  # *Geben Sie bitte A, B und C ab.*
        if before[-1].tag in (*PREPOSITIONS, *_NO_LEAD) and not asked:
            continue
        if before[-1].text == ",":
            continue  # the parse left the first item out
        if re.search(r"(\w{3,})innen (?:und|oder|- und|- oder) \1", participant_text(view, inside)):
            continue  # *Helferinnen und Helfer* are one thing
        lead = text_of([*before, *behind], inside=False).rstrip(":")
        return f"{lead}:\n" + "\n".join(f"- {item}" for item in items)
    return None


_NO_LEAD = ("ART", "KON", "KOKOM", "ADV")


def participant_text(view: View, inside: Sequence[int]) -> str:
    """The words of a run of tokens."""
    return " ".join(view.token(index).text for index in inside)


def _items(view: View, tokens: Sequence[Token]) -> list[str] | None:
    """The joined phrases; the last one keeps its *und* or *oder*."""
    starts = [0]
    for position in range(1, len(tokens) - 1):
        token, following = tokens[position], tokens[position + 1]
        if (token.tag == "KON" or token.text == ",") and following.tag in _OPENS_ITEM:
            if tokens[position - 1].tag not in ("NN", "NE", "CARD", "XY", "FM"):
                return None
            starts.append(position)
    starts = _outermost(view, tokens, _of_one_list(tokens, starts))
    runs = [tokens[a:b] for a, b in pairwise([*starts, len(tokens)])]
    if any(b[0].text == "," and goes_on(view, a, b[1:]) for a, b in pairwise(runs[:2])):
        return None  # *einen Nachweis über das Einkommen, das Vermögen und die Miete*
    if len(starts) < 2 or _phrase_at_end(tokens, starts):
        return None
    if not any(tokens[start].tag == "KON" for start in starts[1:]):
        return None  # *das Geld in zwei Raten, die zweite Rate im Mai*: said more exactly
    opened = [tokens[start + (start > 0)].tag for start in starts]
    if opened[-1] in PREPOSITIONS and any(tag not in PREPOSITIONS for tag in opened):
        return None  # *die Papiere online oder mit der Post*: how, and no third thing
    if opened[0] in ("NN", "ADJA") and any(
        tokens[start + 1].text.lower() in ("der", "des") for start in starts[1:]
    ):
        return None  # *Hilfe in Fragen des Lebens, der Familie und der Arbeit*: all one genitive
    first = tokens[0]
    given = [_DATIVE.fullmatch(tokens[start + (start > 0)].text.lower()) for start in starts]
    if any(given) and not all(given):
        return None  # *den Unfall der Polizei oder dem Pächter*: to whom, and no second thing
    shared = first.tag in ("PPOSAT", "ADJA", "PIAT") and tokens[starts[1] + 1].tag == "NN"
    if first.tag in PREPOSITIONS or (shared and len(starts) == 2):
        return None
    bare = all(tokens[start + 1].tag in ("NN", "NE", "ADJA", "TRUNC") for start in starts[1:])
    if bare and any(t.tag in PREPOSITIONS for t in tokens[: starts[1]]):
        return None  # *die Entsorgung von Farben, Lacken und Batterien*: a list inside an item
    items = []
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        run = list(tokens[start:end])
        if run[0].text == ",":
            run.pop(0)
        items.append(text_of(run, inside=run[0].tag == "KON"))
    return items


def _outermost(view: View, tokens: Sequence[Token], starts: Sequence[int]) -> list[int]:
    """*die Beratung von Eltern und Kindern sowie die Hilfe*: *und* joins inside the first thing."""
    kept = [starts[0]]
    for start, end in pairwise([*starts[1:], len(tokens)]):
        before = tokens[kept[-1] + (kept[-1] > 0) : start]
        inside = any(t.tag in PREPOSITIONS for t in before[1:])
        joint = tokens[start].tag == "KON"
        if not (joint and inside and goes_on(view, before, tokens[start + 1 : end])):
            kept.append(start)
    return kept


_DATIVE = re.compile(r"(?:d|dies|jed|jen|[dms]?ein|kein|ihr|unser|eur)em")


def _phrase_at_end(tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """*fördert Kinder, Jugendliche und Erwachsene mit 50 Euro*: the last phrase is the verb's."""
    last, others = tokens[starts[-1] :], tokens[: starts[-1]]
    telling = [t for t in last[1:] if t.tag in PREPOSITIONS and t.text not in ("von", "vom")]
    bare = tokens[0].tag in ("NN", "NE") and not any(t.tag in PREPOSITIONS for t in others)
    own = [t for t in telling if t.text.lower() in _OF_THE_VERB]
    alone = bool(own) and not any(t.text.lower() in _OF_THE_VERB for t in others)
    return (bool(telling) and bare) or alone


_OF_THE_VERB = word_set("im am in bei beim ab seit bis nach vor während mit per")
"""*das Geld für Eltern und den Bonus für Kinder im Mai*: when it is paid, both of it."""


def _of_one_list(tokens: Sequence[Token], starts: Sequence[int]) -> list[int]:
    """*A für das Kochen und Trinken, B und C*: among commas one *und* alone closes the list."""
    commas = [start for start in starts if start and tokens[start].text == ","]
    if not commas:
        return list(starts)
    behind = [start for start in starts if start > commas[-1]]
    wanted = tokens[commas[-1] + 1].tag
    alike = [start for start in behind if tokens[start + 1].tag == wanted]
    return [0, *commas, *(alike[-1:] or behind[:1])]


# --------------------------------------------------------------------------- lead-ins


_LEADS = word_set("für bei beim vor vorm nach während seit ab wegen trotz ohne außer mit")
_OFFICE = re.compile(r"(?i)(?:amt|stelle|büro|referat|abteilung|ministerium|zentrum|behörde)$")
_REQUESTS = word_set("wenden melden anrufen schreiben beachten achten mitbringen nehmen rufen")
_TIMES = re.compile(r"^(?:Fall|Fälle|Fällen|Jahr|Jahren|Zeit|Notfall|Regelfall)$")


_DEED = re.compile(r"(?:ung|ungen|nahme|fahrt|feier)$")


def led_in(view: View) -> str | None:
    """*Vor der Reise empfehlen wir Ihnen …* → *Vor der Reise gilt:* and *Wir empfehlen …*.

    Clauses may follow: the subject stands at once behind the verb, so only these two change places.
    """
    clause = lone_main(view) or _openinglone_main(view)
    tokens = body_of(view)
    if view.text.rstrip().endswith(":"):
        return None  # *… können Sie sich an folgende Stelle wenden:*: what follows belongs to it
    if clause is None or clause.finite is None:
        return None
    if clause.tense not in (Tense.PRESENT, Tense.FUTURE):
        return None  # *Nach dem Sieg gilt: Sie verlor*
    if clause.mood is Mood.SUBJUNCTIVE:
        return None  # *Ohne die Nachbarn gilt: Sie hätte das Haus nicht retten können*
    front = [t for t in tokens if t.index < clause.finite]
    rest = [t for t in tokens if t.index > clause.finite]
    if len(front) < 3 or not rest or front[0].tag not in PREPOSITIONS:
        return None
    times = front[0].text.lower() in ("in", "im") and any(_TIMES.match(t.text) for t in front)
    if front[0].text.lower() not in _LEADS and not times:
        return None
    if any(t.text in ("–", "—", "(") for t in front):
        return None
    if front[-1].text == "," or any(t.tag in ("ADV", "PTKNEG") for t in front):
        return None
    who = subject_tokens(view, clause)
    if not who or who[0].index != rest[0].index:
        return None
    finite = view.token(clause.finite)
    behind = next((t for t in rest if t.index > who[-1].index), None)
    if behind is not None and behind.text == "für" and _OFFICE.search(who[-1].text):
        return None  # *ist das Amt für Bauen für Sie da*: the name goes on
    if behind is not None and behind.text.lower() in ("vor", "nach") and TIMES.search(who[-1].text):
        return None  # *werden die zwölf Monate vor dem Antrag gezählt*: which ones
    if subject_goes_on(view, clause, who):
        return None
    if any(t.text.lower() == "für" for t in who[1:]):
        return None  # *sind die Räume für alle erreichbar*: the rooms, or for whom they are so
    if behind is not None and behind.tag == "APPR" and _DEED.search(who[-1].text):
        return None  # *wird die Beisetzung auf dem Friedhof verschoben*: where it was to be
    if behind is not None and behind.text in ("von", "vom") and who[-1].tag == "NN":
        return None  # *fahren die Busse von der Linie 5*: whose they are, or from where
    if behind is not None and behind.text == ",":
        return None  # *bekommen Teilnehmer, die …,*: its clause would lose its comma
    after = text_of([t for t in rest if t.index > who[-1].index], inside=False)
    asked = clause.predicate in _REQUESTS and [t.text for t in who] == ["Sie"]
    asked = asked and not clause.modal  # *können Sie sich an uns wenden* asks for nothing
    comma = next((i for i, t in enumerate(rest) if t.text == ","), len(rest))
    if asked or any(t.text.lower() == "bitte" for t in rest[:comma]):
        said = f"{capital(finite.text)} {text_of(who, inside=False)} {after}"
    else:
        said = f"{capital(text_of(who))} {inner(finite)} {after}"
    return f"{text_of(front, inside=False)} gilt:\n{sentence(said)}"


def framed_first(view: View, *, most: int) -> str | None:
    """*Sie können bis zum Ende der Frist einen Antrag stellen* → *Bis zum Ende der Frist gilt:*"""
    clause = lone_main(view)
    return framed(view, clause, body_of(view), most=most) if clause is not None else None


# --------------------------------------------------------------------------- deeds in a row


def deeds_listed(view: View) -> str | None:
    """*Sie können A tun, B tun und C tun.* → *Sie können:* and a line for each deed."""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    first = mains[0] if mains else None
    if first is None or len(mains) < 2 or len(mains) != len(view.clauses) or not first.modal:
        return None
    if first.finite is None or first.question is not QuestionType.NONE or first.negations:
        return None
    if any(c.negations or (c.finite is not None and c.finite in c.tokens) for c in mains[1:]):
        return None
    tokens = body_of(view)
    who = subject_tokens(view, first)
    place = next((i for i, t in enumerate(tokens) if t.index == first.finite), 0)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if not who or following is None:
        return None
    if who[0].index == following.index:
        who = who[: next((i for i, t in enumerate(who) if t.tag in PREPOSITIONS), len(who))]
        start = place + 1 + len(who)
    elif who[-1].index < first.finite:
        start = place + 1
    else:
        return None
    deeds = _deeds(tokens[start:])
    if deeds is None or len(deeds) < 2:
        return None
    lead = text_of(tokens[:start], inside=False)
    return f"{lead}:\n" + "\n".join(f"- {deed}" for deed in deeds)


def _deeds(tokens: Sequence[Token]) -> list[str] | None:
    """*Freunde finden*, *und viel lernen*: each with its own noun and its infinitive at its end."""
    deeds: list[str] = []
    run: list[Token] = []
    for position, token in enumerate(tokens):
        if token.text == "," and not run and deeds:
            continue
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        listed = token.text == "," and run[-1].tag == "NN" and following is not None
        if token.text in (":", "(", "–") or (
            token.text == "," and not (listed and following is not None and following.tag == "NN")
        ):
            return None  # but *Angaben über Ort, Zeitpunkt und Dauer enthalten*
        run.append(token)
        closes = following is None or following.text == "," or following.tag == "KON"
        if token.tag == "VVINF" and closes:
            if not any(t.tag in ("NN", "NE", "PPER", "PRF") for t in run):
                return None  # *ausfüllen und unterschreiben*: both have one object
            deeds.append(text_of(run))
            run = []
    return None if run else deeds
