"""Reasons, aims, statements and questions in subordinate clauses become sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, Mood, Token
from a11y.simple_language.clauses.denied_reasons import denies_the_reason, may_deny_the_reason
from a11y.simple_language.clauses.pairs import (
    Pair,
    closed,
    governor_of,
    is_a_step,
    leans_on_main,
    whole,
)
from a11y.simple_language.clauses.twofold import Twofold, joined
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import (
    stands_alone,
    subordinates,
)
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of, word_set


def _named_later(view: View, pair: Pair) -> bool:
    """*Weil sie teuer war, schloss die Schule*: the pronoun stands before its noun."""
    pronoun = pair.taken.subject[0].text if pair.taken is not None else ""
    if pair.parent is None or pronoun not in ("sie", "er", "es"):
        return False
    who = subject_tokens(view, pair.parent)
    if pronoun == "es":  # *Obwohl es regnet, …* stands for nothing
        phrase = nominal.phrase_at(view, who[0].index) if who else None
        own = nominal.readings(phrase) if phrase is not None else ()
        return any(reading[1:] == ("Sing", "Neut") for reading in own)
    return not who or who[0].tag != "PPER"


def _in_groups(view: View, *links: str) -> Iterator[tuple[Clause, Sequence[Clause]]]:
    """Each clause behind one of these words with those that share the word (none: it stands alone);
    a group comes once, with its first clause."""
    told: set[int] = set()
    for clause in subordinates(view, *links):
        if clause.index not in told:
            group = joined(view, clause)
            told |= {one.index for one in group}
            yield clause, group


@evaluates("reason-clause")
def reason_clause(view: View) -> Iterator[Match]:
    """*M, weil S* → *M. Denn S.*; *Weil S, M* → *S. Deshalb M.*"""
    for clause, group in _in_groups(view, "weil", "da", "zumal"):
        if group:
            yield whole(view, clause, _both_reasons(view, group), safe=False)
            continue
        pair = Pair(view, clause)
        if pair.taken is None or (pair.first and _named_later(view, pair)):
            yield whole(view, clause, None)
        elif pair.first:
            main = pair.main_opened("Deshalb")
            both = main and f"{sentence(pair.taken.statement())}\n{sentence(main)}"
            yield whole(view, clause, both or None)
        elif denies_the_reason(view, pair) or _MAINLY.search(text_of(pair.main)):
            yield whole(view, clause, None)
        else:
            reason = sentence("Denn", pair.taken.statement())
            both = f"{closed(pair.main)}\n{reason}"
            yield whole(view, clause, both, safe=not may_deny_the_reason(pair))


_MAINLY = re.compile(r"(?i)\b(?:vor allem|hauptsächlich|in erster Linie|nicht zuletzt)\b")
"""*ist vor allem schwierig, weil …*: it is the reason that counts most."""


def _both_reasons(view: View, group: Sequence[Clause]) -> str | None:
    """*M, weil A und B* → *M. Denn A. Und B.*"""
    both = Twofold(view, group)
    parent = governor_of(view, group[0], both.main) if both.tokens and not both.first else None
    if parent is None or parent.negations or both.joint.text.lower() != "und":
        return None
    said = both.taken() if stands_alone(view, parent, both.main) else None
    if said is None or (said[1].subject == said[0].subject and _may_act(view, said[1].others)):
        return None
    reasons = f"{sentence('Denn', said[0].statement())}\n{sentence('Und', said[1].statement())}"
    return f"{closed(both.main)}\n{reasons}"


def _may_act(view: View, words: Sequence[Token]) -> bool:
    """*… und das Personal fehlt*: a phrase that could be the subject as well."""
    phrases = (nominal.phrase_at(view, token.index) for token in words)
    return any(
        phrase is not None and "Nom" in {case for case, _, _ in nominal.readings(phrase)}
        for phrase in phrases
    )


_OPENINGS = {
    "obwohl": ("Trotzdem", None),
    "obgleich": ("Trotzdem", None),
    "nachdem": ("Danach", None),
    "sodass": (None, "Deshalb"),
    "wobei": (None, "Dabei"),
    "wodurch": (None, "Dadurch"),
    "weshalb": (None, "Deshalb"),
}
"""Conjunction → (what opens the main clause, what opens the clause itself)."""
_RESULTS = word_set("sodass wobei wodurch weshalb")
"""What they open keeps a place before its verb filled: *Deshalb muss gewartet werden.*"""


@evaluates("concession-time-clause")
def concession_time_clause(view: View) -> Iterator[Match]:
    """*Obwohl S, M* → *S. Trotzdem M.*; *M, sodass S* → *M. Deshalb S.*"""
    for clause in subordinates(view, *_OPENINGS, relative=True):
        pair = Pair(view, clause, nobody=clause.link.lower() in _RESULTS)
        if clause.link.lower() in ("weshalb", "wodurch") and (
            pair.parent is None or pair.parent.predicate in _ASKING | _TELLING | {"erläutern"}
        ):
            yield whole(view, clause, None)  # *Er erklärte, weshalb …*: a question
            continue
        main_opening, own_opening = _OPENINGS[clause.link.lower()]
        both = None
        if clause.link.lower() == "nachdem" and is_a_step(view, pair):
            continue  # ``condition-clause`` asks for it
        if pair.first and _named_later(view, pair):
            yield whole(view, clause, None)
            continue
        if pair.taken is not None and main_opening is not None:
            main = pair.main_opened(main_opening)
            if main is not None and (pair.first or not leans_on_main(pair.taken)):
                both = f"{sentence(pair.taken.statement())}\n{sentence(main)}"
        elif pair.taken is not None and own_opening is not None and not pair.first:
            if clause.link.lower() == "sodass" and clause.modal == "können":
                own_opening = "So"  # *…, so dass der Bus wieder fahren kann*: what it is good for
            both = f"{closed(pair.main)}\n{sentence(pair.taken.after(own_opening))}"
        yield whole(view, clause, both)


_POINTS = word_set("daran dafür darauf dazu darum dahin")
"""*Wir setzen alles daran, damit …*: without the clause the word points at nothing."""


@evaluates("purpose-clause")
def purpose_clause(view: View) -> Iterator[Match]:
    """*M, damit S* → *M. So S.*"""
    for clause in subordinates(view, "damit"):
        pair = Pair(view, clause)
        if pair.taken is None or pair.first or any(t.text in _POINTS for t in pair.main):
            yield whole(view, clause, None)
            continue
        if pair.parent is not None and pair.parent.negations:
            yield whole(view, clause, None)  # *zahlen nichts, damit …*: what is not done for it
            continue
        aim = sentence(pair.taken.after("So"))
        yield whole(view, clause, f"{closed(pair.main)}\n{aim}")


_STATING = word_set(
    "beachten wissen bestätigen erklären nachweisen bedeuten heißen sagen zeigen versichern "
    "mitteilen angeben belegen glaubhaft glauben denken meinen hoffen finden vermuten fürchten "
    "sehen merken feststellen berichten behaupten entscheiden beschließen bemerken beweisen "
    "betonen ankündigen versprechen antworten schreiben erzählen erkennen verstehen lernen lesen "
    "hören spüren herausfinden zugeben"
)
_STATING_NOUNS = word_set("wichtig Voraussetzung Bedingung Nachteil Vorteil klar sicher")


_POINTS_OUT = re.compile(
    r"(?:Es wird|Wir weisen|Wir möchten)(?: Sie)?(?: noch| auch| ausdrücklich| vorsorglich)*"
    r" darauf (?:hingewiesen|hin|hinweisen)"
)
"""Phrases that only announce what the *dass* clause says."""

_TELLS = re.compile(
    r"(?:Hiermit |Damit )?(?:teilen wir Ihnen mit|sagen wir Ihnen"
    r"|setzen wir Sie (?:davon |darüber )?in Kenntnis"
    r"|informieren wir Sie (?:darüber|davon)|möchten wir (?:Sie (?:darüber|davon) informieren"
    r"|Ihnen mitteilen))|Wir (?:teilen Ihnen (?:hiermit |damit )?mit|sagen Ihnen"
    r"|informieren Sie (?:hiermit |damit )?(?:darüber|davon))"
)
"""That somebody writes, the letter shows."""


@evaluates("announcement")
def announcement(view: View) -> Iterator[Match]:
    """*Hiermit teilen wir Ihnen mit, dass S* → *S.*

    *Wir weisen darauf hin, dass S* is ``that-clause``'s, which Einfache Sprache does not ask for.
    """
    for clause in subordinates(view, "dass"):
        pair = Pair(view, clause)
        main = text_of(pair.main, inside=False)
        if pair.taken is not None and _TELLS.fullmatch(main):
            yield whole(view, clause, sentence(pair.taken.statement()), safe=False)
        elif view.level is Level.EINFACH and pair.main and _POINTS_OUT.fullmatch(main):
            said = f"Wichtig: {sentence(pair.taken.statement())}" if pair.taken else None
            yield whole(view, clause, said)


def _is_somebodys(view: View, clause: Clause) -> bool:
    """*Wer schweigt, muss damit rechnen, dass … auf seine Kosten …*: whose, *wer* alone says."""
    asked = any(c.link.lower() == "wer" for c in view.clauses)
    return asked and any(view.token(i).text.lower().startswith("sein") for i in clause.tokens)


@evaluates("that-clause")
def that_clause(view: View) -> Iterator[Match]:
    """*Beachten Sie, dass S* → *Beachten Sie: S.*"""
    for clause, group in _in_groups(view, "dass"):
        if group:
            yield whole(view, clause, _both_said(view, group), safe=False)
            continue
        pair = Pair(view, clause)
        if pair.taken is None or pair.first or pair.parent is None or pair.parent.negations:
            yield whole(view, clause, None)
            continue
        if len(list(subordinates(view, "dass", "daß"))) > 1:
            yield whole(view, clause, None)
            continue
        if _is_somebodys(view, clause) or _denies(pair.parent, pair.main):
            yield whole(view, clause, None)
            continue
        if pair.main[-1].text in _PROVISOS:
            yield whole(view, clause, None)  # behind a colon it would be told as a fact
            continue
        main = text_of(pair.main, inside=False)
        if _POINTS_OUT.fullmatch(main):
            said = sentence(pair.taken.statement())
            yield whole(view, clause, f"Wichtig: {said}", safe=True)
            continue
        if _WHOSE.match(text_of(pair.taken.subject)):
            yield whole(view, clause, None)  # *dass ihr Platz sauber ist*: no *Ihr* of the reader
            continue
        states = pair.parent.predicate in _STATING or any(
            token.text in _STATING_NOUNS for token in pair.main
        )
        points = pair.main[-1].text.lower() in ("darauf", "dafür", "davon", "damit")
        certain = states and not points and clause.mood is not Mood.SUBJUNCTIVE
        said = sentence(pair.taken.statement())
        yield whole(view, clause, f"{main}: {said}", safe=certain)


_PROVISOS = word_set("Vorbehalt Bedingung Voraussetzung Auflage Annahme Fall Maßgabe")
"""*unter dem Vorbehalt, dass Geld da ist*"""
_DENYING = word_set(
    "leugnen bezweifeln anzweifeln zweifeln verneinen bestreiten abstreiten dementieren "
    "ausschließen verhindern vermeiden widerlegen bewahren schützen Zweifel"
)
"""*Er leugnet, dass er es hat*: behind a colon it would be said that he has."""


def _denies(parent: Clause, main: Sequence[Token]) -> bool:
    return parent.predicate in _DENYING or any(t.lemma in _DENYING for t in main)


_WHOSE = re.compile(r"(?:ihr(?:e[nrsm]?)?|sie)\b")


def _both_said(view: View, group: Sequence[Clause]) -> str | None:
    """*In dem Brief steht, dass A und B* → *In dem Brief steht: A. Und B.*"""
    both = Twofold(view, group)
    parent = governor_of(view, group[0], both.main)
    if not both.tokens or both.first or parent is None or parent.negations:
        return None
    if both.joint.text.lower() != "und" or not stands_alone(view, parent, both.main):
        return None
    said = None if _denies(parent, both.main) else both.taken()
    if said is None or (said[1].subject == said[0].subject and _may_act(view, said[1].others)):
        return None
    closing = view.after(both.joint, -1)
    if closing is not None and closing.text == ",":
        return None  # *verlangen, dass Sie kommen, und Sie einladen*: the main clause goes on
    main = text_of(both.main, inside=False)
    second = sentence(f"Und {said[1].statement()}")
    return f"{main}: {sentence(said[0].statement())}\n{second}"


_ASKING = word_set(
    "wissen fragen prüfen sagen zeigen erklären erfahren klären entscheiden überlegen mitteilen "
    "angeben beschreiben verstehen erzählen feststellen nachlesen festlegen regeln bestimmen "
    "beachten notieren aufschreiben nennen herausfinden vereinbaren schreiben stehen sehen"
)


_TWO_QUESTIONS = re.compile(
    r"\b(?:und|oder|sowie)\s+(?:\w+\s)?(?:wie|wer|wen|wem|wo|wann|warum|wohin|woher|was|wessen"
    r"|welche[rnsm]?|ob)\b",
    re.IGNORECASE,
)


_IRRELEVANT = word_set(
    "unerheblich egal gleich gleichgültig unwichtig belanglos unbeachtlich einerlei unabhängig"
)


@evaluates("indirect-question")
def indirect_question(view: View) -> Iterator[Match]:
    """*Das Amt prüft, ob S* → *Das Amt prüft: S?*"""
    for clause in subordinates(view, "ob", "wann", "wo", "warum", "wohin", "woher"):
        pair = Pair(view, clause)
        if pair.first and pair.taken is not None:
            yield whole(view, clause, _asked_first(view, clause, pair))
            continue
        if pair.taken is None or pair.first or pair.parent is None or pair.parent.negations:
            yield whole(view, clause, None)
            continue
        if sum(1 for _ in subordinates(view, clause.link.lower())) > 1:
            yield whole(view, clause, None)
            continue
        if _TWO_QUESTIONS.search(view.text):
            yield whole(view, clause, None)  # *ob und in welcher Höhe*: two questions in one
            continue
        if any(t.text.lower() in _IRRELEVANT for t in pair.main):
            yield whole(view, clause, None)  # *Es ist egal, ob …*: nobody wants the answer
            continue
        if clause.link.lower() != "ob" and pair.parent.predicate not in _ASKING:
            yield whole(view, clause, None)  # *der Ort, wo …* is no question
            continue
        if [t.text for t in pair.taken.subject] == ["sie"]:
            yield whole(view, clause, None)  # *Eltern …, ob sie …*: asked, *Sie* is the reader
            continue
        wished = pair.taken.finite.lower().startswith("möcht")
        if clause.mood is Mood.SUBJUNCTIVE and not wished:
            yield whole(view, clause, None)  # *er fragte, ob das wahr sei*: what somebody said
            continue
        question = pair.taken.question()
        if clause.link.lower() != "ob":
            question = f"{capital(clause.link)} {question}"
        asked = sentence(question, end="?")
        main = text_of(pair.main, inside=False)
        yield whole(view, clause, f"{main}: {asked}", safe=not _answers(view, pair))


def _asked_first(view: View, clause: Clause, pair: Pair) -> str | None:
    """*Ob der Baum krank ist, prüft das Amt* → *Ist der Baum krank? Das prüft das Amt.*"""
    parent, taken, main = pair.parent, pair.taken, pair.main
    if parent is None or taken is None or parent.finite != main[0].index:
        return None
    if parent.negations or clause.mood is Mood.SUBJUNCTIVE or _TWO_QUESTIONS.search(view.text):
        return None
    if any(t.text.lower() in _IRRELEVANT or t.tag == "PDS" or t.text == "es" for t in main):
        return None
    if parent.predicate not in _ASKING | _LOOKING | _DEPENDING or _has_object(view, parent, main):
        return None
    if parent.predicate == "stehen" and subject_tokens(view, parent):
        return None  # *Wo ein Wald war, stehen heute Häuser*: nobody asks
    second = view.after(next(t for t in view.words if t.text.lower() == clause.link.lower()))
    if second is not None and second.text.lower() in ("immer", "auch"):
        return None  # *Wann immer Sie kommen*: no question
    wanted = taken.finite.lower().startswith(("wollen", "möchte")) and not clause.modal
    if clause.link.lower() != "ob" and wanted:
        return None  # *Wann Sie wollen*: whenever
    if [t.text for t in taken.subject] == ["sie"]:
        return None  # *Ob sie kommen dürfen, erfahren die Kinder*: who they are comes later
    question = taken.question()
    if clause.link.lower() != "ob":
        question = f"{capital(clause.link)} {question}"
    return f"{sentence(question, end='?')}\n{sentence('Das', text_of(main))}"


_DEPENDING = word_set("abhängen richten erfragen nachfragen nachsehen")
_LOOKING = word_set("untersuchen ermitteln beurteilen kontrollieren lesen finden beraten melden")


def _has_object(view: View, parent: Clause, main: Sequence[Token]) -> bool:
    """*Wo Rauch ist, findet man Feuer*: what is found is said, so nothing is asked."""
    who = {t.index for t in subject_tokens(view, parent)}
    for token in main:
        if token.index in who or token.tag not in ("NN", "PIS"):
            continue
        phrase = nominal.ending_in(view, token)
        before = view.after(token if phrase is None else phrase.first, -1)
        if before is not None and before.tag in ("APPR", "APPRART"):
            continue
        if phrase is None or "Acc" in {case for case, _, _ in nominal.readings(phrase)}:
            return True
    return False


_TELLING = word_set("mitteilen sagen informieren zeigen berichten erzählen erklären schreiben")


def _answers(view: View, pair: Pair) -> bool:
    """*Das Amt teilt Ihnen mit, ob …*: it asks nothing; *Sagen Sie uns, ob …* may be asked."""
    parent = pair.parent
    if parent is None or parent.predicate not in _TELLING:
        return False
    who = [t.text for t in subject_tokens(view, parent)]
    return who not in (["Sie"], ["du"], [])
