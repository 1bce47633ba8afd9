"""How a person's pen parts a long main clause: a list, a lead-in, an afterthought.

Every function answers the new text of the sentence, lines parted by a line break, or None where
the sentence does not have that build. Word order stays correct; nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import (
    AdverbialType,
    Clause,
    ClauseKind,
    QuestionType,
    Role,
    Tense,
    Token,
)
from a11y.language.clauses import frames
from a11y.simple_language.actors import is_office
from a11y.simple_language.framing import framed
from a11y.simple_language.shortening import HALF_A_VERB
from a11y.simple_language.subjects import subject_tokens
from a11y.simple_language.times import POINTS, TIMES
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, sentence, text_of, word_set

_PREPOSITIONS = ("APPR", "APPRART")
_OPENS_ITEM = frozenset(
    {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "NE", "CARD", "TRUNC", "APPR", "APPRART"}
)
_EDGES = (".", "!", ":")


def _main(view: View) -> Clause | None:
    """The only clause of a plain statement or request."""
    if len(view.clauses) != 1 or view.text.rstrip().endswith("?"):
        return None
    clause = view.clauses[0]
    if clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return None
    return clause if clause.question is QuestionType.NONE else None


def _opening_main(view: View) -> Clause | None:
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


def _body(view: View) -> list[Token]:
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
    clause = _main(view)
    tokens = _body(view)
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
        items = _items([view.token(index) for index in inside])
        before = [t for t in tokens if t.index < inside[0]]
        if items is None or not before:
            continue
        asked = before[-1].text.lower() == "bitte"  # *Geben Sie bitte A, B und C ab.*
        if before[-1].tag in (*_PREPOSITIONS, *_NO_LEAD) and not asked:
            continue
        if re.search(r"(\w{3,})innen (?:und|oder|- und|- oder) \1", participant_text(view, inside)):
            continue  # *Helferinnen und Helfer* are one thing
        lead = text_of([*before, *behind], inside=False).rstrip(":")
        return f"{lead}:\n" + "\n".join(f"- {item}" for item in items)
    return None


_NO_LEAD = ("ART", "KON", "KOKOM", "ADV")


def participant_text(view: View, inside: Sequence[int]) -> str:
    """The words of a run of tokens."""
    return " ".join(view.token(index).text for index in inside)


def _items(tokens: Sequence[Token]) -> list[str] | None:
    """The joined phrases; the last one keeps its *und* or *oder*."""
    starts = [0]
    for position in range(1, len(tokens) - 1):
        token, following = tokens[position], tokens[position + 1]
        if (token.tag == "KON" or token.text == ",") and following.tag in _OPENS_ITEM:
            if tokens[position - 1].tag not in ("NN", "NE", "CARD", "XY", "FM"):
                return None
            starts.append(position)
    starts = _of_one_list(tokens, starts)
    if len(starts) < 2 or _phrase_at_end(tokens, starts):
        return None
    if not any(tokens[start].tag == "KON" for start in starts[1:]):
        return None  # *das Geld in zwei Raten, die zweite Rate im Mai*: said more exactly
    opened = [tokens[start + (start > 0)].tag for start in starts]
    if opened[-1] in _PREPOSITIONS and any(tag not in _PREPOSITIONS for tag in opened):
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
    if first.tag in _PREPOSITIONS or (shared and len(starts) == 2):
        return None
    bare = all(tokens[start + 1].tag in ("NN", "NE", "ADJA", "TRUNC") for start in starts[1:])
    if bare and any(t.tag in _PREPOSITIONS for t in tokens[: starts[1]]):
        return None  # *die Entsorgung von Farben, Lacken und Batterien*: a list inside an item
    items = []
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        run = list(tokens[start:end])
        if run[0].text == ",":
            run.pop(0)
        items.append(text_of(run, inside=run[0].tag == "KON"))
    return items


_DATIVE = re.compile(r"(?:d|dies|jed|jen|[dms]?ein|kein|ihr|unser|eur)em")


def _phrase_at_end(tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """*fördert Kinder, Jugendliche und Erwachsene mit 50 Euro*: the last phrase is the verb's."""
    last, others = tokens[starts[-1] :], tokens[: starts[-1]]
    telling = [t for t in last[1:] if t.tag in _PREPOSITIONS and t.text not in ("von", "vom")]
    bare = tokens[0].tag in ("NN", "NE") and not any(t.tag in _PREPOSITIONS for t in others)
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


def led_in(view: View) -> str | None:
    """*Vor der Reise empfehlen wir Ihnen …* → *Vor der Reise gilt:* and *Wir empfehlen …*.

    Clauses may follow: the subject stands at once behind the verb, so only these two change places.
    """
    clause = _main(view) or _opening_main(view)
    tokens = _body(view)
    if view.text.rstrip().endswith(":"):
        return None  # *… können Sie sich an folgende Stelle wenden:*: what follows belongs to it
    if clause is None or clause.finite is None:
        return None
    if clause.tense not in (Tense.PRESENT, Tense.FUTURE):
        return None  # *Nach dem Sieg gilt: Sie verlor*
    front = [t for t in tokens if t.index < clause.finite]
    rest = [t for t in tokens if t.index > clause.finite]
    if len(front) < 3 or not rest or front[0].tag not in _PREPOSITIONS:
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
    if behind is not None and behind.text == ",":
        return None  # *bekommen Teilnehmer, die …,*: its clause would lose its comma
    after = text_of([t for t in rest if t.index > who[-1].index], inside=False)
    asked = clause.predicate in _REQUESTS and [t.text for t in who] == ["Sie"]
    comma = next((i for i, t in enumerate(rest) if t.text == ","), len(rest))
    if asked or any(t.text.lower() == "bitte" for t in rest[:comma]):
        said = f"{capital(finite.text)} {text_of(who, inside=False)} {after}"
    else:
        said = f"{capital(text_of(who))} {inner(finite)} {after}"
    return f"{text_of(front, inside=False)} gilt:\n{sentence(said)}"


def framed_first(view: View, *, most: int) -> str | None:
    """*Sie können bis zum Ende der Frist einen Antrag stellen* → *Bis zum Ende der Frist gilt:*"""
    clause = _main(view)
    return framed(view, clause, _body(view), most=most) if clause is not None else None


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
    tokens = _body(view)
    who = subject_tokens(view, first)
    place = next((i for i, t in enumerate(tokens) if t.index == first.finite), 0)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if not who or following is None:
        return None
    if who[0].index == following.index:
        who = who[: next((i for i, t in enumerate(who) if t.tag in _PREPOSITIONS), len(who))]
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
        if token.text in (",", ":", "(", "–"):
            return None
        run.append(token)
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        closes = following is None or following.text == "," or following.tag == "KON"
        if token.tag == "VVINF" and closes:
            if not any(t.tag in ("NN", "NE", "PPER", "PRF") for t in run):
                return None  # *ausfüllen und unterschreiben*: both have one object
            deeds.append(text_of(run))
            run = []
    return None if run else deeds


# --------------------------------------------------------------------------- afterthoughts


_BINDING = word_set(
    "nur nicht kein keine keinen keinem keiner erst auch sogar nie weder mehr so rund"
)
_NEEDS = word_set(
    "eintreten "
    "sein werden bleiben liegen wohnen gehören gelten bestehen handeln heißen gehen kommen fahren "
    "gelangen treten ziehen legen setzen bringen richten bemessen belaufen zählen dienen beitragen "
    "abhängen verbinden verbringen stellen hängen stecken werfen kippen tragen"
)
"""Without the phrase they say too little: *Die Gebühr bemisst sich.*"""


def with_afterthought(view: View, *, most: int) -> str | None:
    """*Wir leiten den Antrag an das Amt zur Prüfung weiter.* → *… Und zwar zur Prüfung.*

    most: words the first part should at most have.
    """
    clause = _main(view)
    tokens = _body(view)
    if clause is None or clause.finite is None or clause.negations or clause.predicate in _NEEDS:
        return None
    if "und zwar" in view.text.lower():
        return None  # one afterthought is enough
    brackets: list[Token] = []
    while tokens and tokens[-1].index in clause.verbs and tokens[-1].index != clause.finite:
        brackets.insert(0, tokens.pop())
    starts = _free_starts(view, clause, tokens)
    if not starts:
        return None
    fitting = [start for start in starts if len(_words(tokens, before=start)) <= most]
    start = max(fitting) if fitting else min(starts)
    kept = [t for t in tokens if t.index < start]
    tail = [t for t in tokens if t.index >= start]
    if len(kept) + len(brackets) < 3 or not _worth_a_line(clause, kept, tail):
        return None
    if kept[-1].text == "," or any(t.text == "," for t in tail):
        return None  # *42 Liter zum Baden, 39 Liter zum Waschen*: more than one phrase
    if kept[-1].text == "sich":
        return None  # *Das richtet sich*: nach wem?
    if kept[-1].tag == "ADJD" and kept[-2].text == ",":
        return None  # *…, direkt neben der Rennbahn*
    if _joins_another(tail) or _reaches(clause, tail):
        return None
    said = text_of([*kept, *brackets], inside=False)
    return f"{sentence(said)}\n{sentence('Und zwar', text_of(tail))}"


_LIMITS = re.compile(r"\b(?:[Nn]ur|[Ee]rst|[Aa]usschließlich|[Ll]ediglich|[Aa]llein)\b")
_OF_THE_NOUN = re.compile(r"\nUnd zwar (?:über|auf|gegen|pro|je) ")
_MAY_NEED = word_set("finden auswählen wählen suchen unterbringen wechseln übersetzen eintragen")


def is_doubtful(view: View, parted: str) -> bool:
    """Whether an afterthought may hold what the first part needs.

    *Nur dann … an eine Behörde*: what is limited may be just that phrase; *eine Bescheinigung über
    den Aufenthalt*: about what it is; *Die Daten finden Sie* wants to know where.
    """
    if "\nUnd zwar " not in parted:
        return False
    limited = _LIMITS.search(view.text) is not None or _OF_THE_NOUN.search(parted) is not None
    return limited or any(c.predicate in _MAY_NEED for c in view.clauses)


def _joins_another(tail: Sequence[Token]) -> bool:
    """*Zuversicht in Hongkong und leichte Beunruhigung in Peking*: a second object with its own."""
    joint = next((i for i, t in enumerate(tail) if t.tag == "KON"), None)
    if joint is None:
        return False
    behind = tail[joint + 1 :]
    return (
        bool(behind)
        and behind[0].tag not in _PREPOSITIONS
        and any(t.tag in _PREPOSITIONS for t in behind)
    )


def _reaches(clause: Clause, tail: Sequence[Token]) -> bool:
    """*nach Annahme der Erbschaft der Behörde anzeigen*: the office is told, it does not own."""
    if len(tail) < 3 or tail[-3].tag != "NN" or tail[-2].tag != "ART":
        return False
    return is_office(tail[-1].text) and frames.takes(clause.predicate, "ditransitive")


_LEANING = ("KON", "ADV", "ADJA", "ART", "CARD", "APPR")


_FREE = (AdverbialType.TIME, AdverbialType.PLACE, AdverbialType.PURPOSE, AdverbialType.REASON)


def _worth_a_line(clause: Clause, kept: Sequence[Token], tail: Sequence[Token]) -> bool:
    """*Und zwar zur Seite*, *Und zwar nach Nachricht*: two words may be half of the verb, and
    *von … bis …* stays together."""
    if len(tail) < 3:
        kinds = {a.type for a in clause.adverbials if tail[0].index in a.tokens}
        if len(tail) < 2 or not kinds & set(_FREE):
            return False
    if any(HALF_A_VERB.match(t.text) for t in tail[:2]):
        return False  # *steht zur Verfügung*
    words = [t.text.lower() for t in tail]
    if words[0] in ("je", "jeweils", "pro"):
        return False  # *je eine Zone*: what it is about, no circumstance
    if words[0] in ("von", "vom") and kept[-1].tag in ("NN", "NE"):
        return False  # it stands for a genitive: *die Berichte vom Amt*
    if words[0] in ("vor", "nach") and POINTS.search(kept[-1].text):
        return False  # *am Abend vor der Abholung*: which evening
    if any(t.text.lower() == "bis" for t in kept[-3:]):
        return False
    return not ("bis" in words and any(t.text.lower() in ("von", "vom", "ab") for t in kept[-8:]))


def _words(tokens: Sequence[Token], *, before: int) -> list[Token]:
    return [t for t in tokens if t.index < before and any(c.isalnum() for c in t.text)]


_MEASURING = frozenset({"vor", "nach", "im", "am", "in", "pro"})


def _free_starts(view: View, clause: Clause, tokens: Sequence[Token]) -> list[int]:
    """Where a tail of nothing but free prepositional phrases can begin."""
    spans = sorted(
        (a.tokens[0], a.tokens[-1])
        for a in clause.adverbials
        if view.token(a.tokens[0]).tag in _PREPOSITIONS
        and a.tokens[-1] - a.tokens[0] == len(a.tokens) - 1
        and a.tokens[0] > (clause.finite or 0) + 1
    )
    starts: list[int] = []
    end = tokens[-1].index if tokens else -1
    for first, last in reversed(spans):
        if last != end:
            break
        before = view.token(first - 1)
        long = TIMES.search(before.text) or before.text.lower().endswith(("meter", "metern"))
        if long and view.token(first).text.lower() in _MEASURING:
            break  # *sechs Wochen vor der Eröffnung*, *250 Stunden im Jahr*: one measure
        if before.text.lower() in _BINDING or before.tag in _LEANING:
            break  # *für bis zu zehn Tage*: a preposition before it, too
        starts.append(first)
        end = first - 1
    return starts
