"""A passive main clause taken apart: what an active sentence needs of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    QuestionType,
    Role,
    Tense,
    Token,
)
from a11y.simple_language.acting.accusatives import MASCULINE, accusative
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.acting_nouns import can_act, may_act
from a11y.simple_language.grammar.subjects import fits, subject_tokens, verb_numbers
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set


@dataclass(slots=True, kw_only=True)
class Frame:
    """A passive main clause, taken apart.

    start, end: characters of the text. prefield: what stands before the finite verb.
    object_text: the passive's subject as an object; object_at: index of its first token.
    others: all other words. subject_first: whether the subject opens the clause; behind_joint:
    whether *und* or a comma stands before it.
    """

    start: int
    end: int
    prefield: tuple[Token, ...]
    object_text: str
    others: tuple[Token, ...]
    subject_first: bool
    behind_joint: bool = False
    object_at: int = -1

    def middle(self, others: Sequence[Token]) -> str:
        """The object and what stands beside it. *wegen des Streiks keine Pässe*, *für Kopien
        Gebühren*: what denies, or is new to the reader, is said where it stood."""
        ahead: list[Token] = []
        if _NEW.match(self.object_text):
            ahead = [t for t in others if t.index < self.object_at]
        behind = [t for t in others if t not in ahead]
        return f"{text_of(ahead)} {self.object_text} {text_of(behind)}".strip()

    def opened(self, said: str) -> str:
        """said with single spaces; its first letter large unless *Denn* or *und* stands before."""
        said = " ".join(said.split())
        return said if self.behind_joint else capital(said)


_NEW = re.compile(r"(?:kein|eine?[nmrs]? |[A-ZÄÖÜ])")
_BOUNDS = word_set("höchstens mindestens maximal etwa ungefähr rund circa ca. fast")
"""Adverbs that bind to the number behind them: *höchstens zwei Hunde*."""


def frame_of(view: View, clause: Clause) -> Frame | None:
    """None where the clause is not one run of words in main clause order."""
    if clause.kind is not ClauseKind.MAIN or not _in_statement_order(view, clause):
        return None
    told = any(c.tense is Tense.PRETERITE for c in view.clauses if c is not clause)
    wished = (
        clause.modal == "sollen" and not told
    )  # *sollte geprüft werden* says what is wanted, not a doubt
    if (clause.mood is not Mood.INDICATIVE and not wished) or clause.tense is Tense.PLUPERFECT:
        return None
    tokens = verbal.run(view, clause, commas=_between_adjectives(view, clause))
    if tokens is None or clause.finite is None or not clause.predicate:
        return None
    if clause.modal and any(view.token(index).text == "worden" for index in clause.verbs):
        return None  # *muss geprüft worden sein*: the past in it would be lost
    at = next((i for i, t in enumerate(tokens) if t.index == clause.finite), 0)
    if at == 0:
        return None
    before = view.after(tokens[0], -1)
    behind_joint = before is not None and (before.tag == "KON" or before.text == ",")
    if sum(view.token(index).tag == "VVPP" for index in clause.verbs) > 1:
        return None  # *unterschrieben und eingereicht werden*: two statements
    if _goes_on(view, clause, tokens[-1]) or _dash_inside(view, tokens[-1]):
        return None
    who = subject_tokens(view, clause)
    if [t.text for t in who] == ["Sie"] and who[0].index == view.tokens[0].index:
        if verb_numbers(view.token(clause.finite)) != {"Sing"}:
            return None  # *Sie können abgegeben werden*: the reader, or they?
        who = (replace(who[0], text="sie"),)  # *Sie wird beantragt*: never the reader
    prefield = tokens[:at]
    if [t.text.lower() for t in prefield] == ["es"]:
        if not who or [t.text.lower() for t in who] == ["es"]:
            return _without_subject(tokens, at, clause, behind_joint)
        prefield = ()  # *Es können Kurse gebucht werden*: only a place holder
    if len(who) > 1 and who[0].tag in nominal.DETERMINER_TAGS and who[1].tag.startswith("APPR"):
        return None  # *die vom Amt ausgestellte Urkunde*: the parse may take it apart
    if any(
        a.tag == "ART" and b is not None and b.tag in ("APPR", "APPRART")
        for a, b in ((t, view.after(t)) for t in tokens)
    ):
        return None
    led = [t for t in prefield if who and t.index < who[0].index]
    if _tells_how_done(led, who) or [t.text for t in led] == ["Auch"]:
        # *Zu Unrecht gezahlte Beträge*, *Auch der Keller*: it goes where the noun goes
        who, first = (*led, *who), who
    else:
        first = who
    who = who or _joined_behind(view, clause)
    if not who and _nobody_is_subject(clause, tokens):
        return _impersonal(tokens, at, clause, behind_joint)
    thing = accusative(view, first or who) if who else None
    if thing is not None and who and first and who[0] is not first[0]:
        thing = f"{text_of(led)} {thing}"
        thing = thing[:1].lower() + thing[1:]
    if [t.text for t in who[:2]] == ["bis", "zu"]:  # *bis zu 5 Einrichtungen*
        counted = accusative(view, who[2:]) if len(who) > 2 else None
        thing = f"bis zu {counted}" if counted is not None else None
    if thing is None:
        return None
    inside = {token.index for token in who}
    bound = view.after(who[0], -1)
    if bound is not None and bound.tag == "ADJD" and who[0].tag == "ADJA":
        return None  # *vollständig ausgefüllte Bewerbungen*: it tells how they are filled in
    if bound is not None and (bound.text.lower() in _BOUNDS or _narrows(clause, bound, who)):
        thing = f"{bound.text.lower()} {thing}"
        inside.add(bound.index)
    if all(t.index in clause.verbs for t in prefield):
        prefield = ()  # *Bezuschusst werden Kurse*
    subject_first = not prefield or {t.index for t in prefield} == inside
    if not subject_first and inside & {t.index for t in prefield}:
        return None
    others = tuple(
        t for t in tokens[at + 1 :] if t.index not in inside and t.index not in clause.verbs
    )
    receiver = _receiver(clause, others)
    if receiver and any(t.tag == "KON" for t in others if t.index < receiver[0].index):
        return None  # *ist der Botschaft und später dem Amt zu melden*: to both
    after = view.after(receiver[-1]) if receiver else None
    if after is not None and after.text in ("mit", "ohne", "aus", "für"):
        return None  # *dem Bieter mit dem besten Angebot*: parted, who is meant would be lost
    if receiver and who[0].text == "Sie":
        return None  # *Sie werden Ihnen geschickt*: they, not the reader
    if receiver and not (len(who) == 1 and who[0].tag in ("PPER", "PDS")):
        # *der Behörde den Verlust*: behind the object, *der Behörde* would read as its genitive
        thing = f"{text_of(receiver)} {thing}"
        others = tuple(t for t in others if t not in receiver)
    return Frame(
        start=tokens[0].span[0],
        end=tokens[-1].span[1],
        prefield=tuple(prefield),
        object_text=thing,
        others=others,
        subject_first=subject_first,
        behind_joint=behind_joint,
        object_at=who[0].index,
    )


def _tells_how_done(led: Sequence[Token], who: Sequence[Token]) -> bool:
    """*verspätet* before *eingereichte Anträge*: it belongs to the participle, as no article
    parts the two."""
    if not led or not who or who[0].tag != "ADJA" or not verbal.is_participle(who[0].text):
        return False
    tags = [t.tag for t in led]
    return tags in (["ADJD"], ["ADV"], ["VVPP"], ["APPR", "NN"], ["APPRART", "NN"])


def _dash_inside(view: View, last: Token) -> bool:
    """A dash in the clause; behind it *– keine Teile davon* is the same as an object."""
    marks = [t for t in view.tokens if t.text in ("–", "—")]
    behind = view.after(last)
    if len(marks) != 1 or behind is None or marks[0].index != behind.index:
        return bool(marks)
    rest = [t for t in view.tokens if t.index > behind.index]
    return any(t.tag.startswith("V") or t.text.lower() in MASCULINE for t in rest)


_NARROWING = word_set("nur lediglich ausschließlich auch sogar")


def _narrows(clause: Clause, word: Token, who: Sequence[Token]) -> bool:
    """*Es können nur ganze Hefte angenommen werden*: *nur* is said of the hefts."""
    behind_verb = clause.finite is not None and word.index > clause.finite
    return behind_verb and word.text.lower() in _NARROWING and who[0].tag not in ("PPER", "PDS")


def _in_statement_order(view: View, clause: Clause) -> bool:
    """A statement, or a condition written as a question: *Der Antrag wird abgelehnt? Dann …*"""
    if clause.question is QuestionType.NONE:
        return True
    first = next((t for t in view.tokens if any(c.isalnum() for c in t.text)), None)
    asked = any(t.tag.startswith(("PW", "KOUS")) for t in view.tokens)
    return first is not None and first.index != clause.finite and not asked


def _between_adjectives(view: View, clause: Clause) -> bool:
    """*in einem anderen, schnelleren Verfahren*: no comma of the clause stands elsewhere."""
    for index in clause.tokens:
        token = view.token(index)
        if token.text == ",":
            sides = (view.after(token, -1), view.after(token))
            if any(side is None or side.tag != "ADJA" for side in sides):
                return False
    return True


def _joined_behind(view: View, clause: Clause) -> tuple[Token, ...]:
    """*wird Ihnen der Antrag und die Erlaubnis bestätigt*: the verb agrees with the first only."""
    claimed = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    tokens = tuple(view.token(i) for i in sorted(claimed.tokens)) if claimed is not None else ()
    joint = next((i for i, t in enumerate(tokens) if t.tag == "KON" and t.text == "und"), 0)
    if not joint or clause.finite is None or tokens[0].index < clause.finite:
        return ()
    return tokens if fits(tokens[:joint], view.token(clause.finite)) else ()


def _nobody_is_subject(clause: Clause, tokens: Sequence[Token]) -> bool:
    """*In dem Papier wird Ihnen bestätigt:*: every noun stands behind a preposition or receives."""
    placed = {index for item in clause.adverbials if item.preposition for index in item.tokens}
    for item in clause.participants:
        if item.preposition or item.role is Role.INDIRECT_OBJECT:
            placed |= set(item.tokens)
    return not any(t.tag in ("NN", "NE", "PIS", "PDS") and t.index not in placed for t in tokens)


def _impersonal(tokens: Sequence[Token], at: int, clause: Clause, behind_joint: bool) -> Frame:
    return Frame(
        start=tokens[0].span[0],
        end=tokens[-1].span[1],
        prefield=tuple(tokens[:at]),
        object_text="",
        others=tuple(t for t in tokens[at + 1 :] if t.index not in clause.verbs and t.text != ","),
        subject_first=False,
        behind_joint=behind_joint,
    )


def _receiver(clause: Clause, others: Sequence[Token]) -> tuple[Token, ...]:
    """To whom it is done, where one run of the middle field says so."""
    for item in clause.participants:
        if item.role is Role.INDIRECT_OBJECT:
            tokens = tuple(t for t in others if t.index in item.tokens)
            if len(tokens) == len(item.tokens):
                return (*tokens, *_aged(tokens[-1].index, others))
    return ()


def _aged(last: int, others: Sequence[Token]) -> tuple[Token, ...]:
    """*allen Einwohnern ab 65 Jahren*: the number behind them says who they are."""
    behind = [t for t in others if t.index in range(last + 1, last + 4)]
    tags = [t.tag for t in behind]
    counted = tags == ["APPR", "CARD", "NN"] and behind[0].text in ("ab", "unter", "über", "bis")
    return tuple(behind) if counted else ()


def _goes_on(view: View, clause: Clause, last: Token) -> bool:
    """*wird vom Rat vorgeschlagen und vom Gericht gewählt*: a second participle leans on the verb.

    *Das Amt hat … geprüft und genehmigt* bears one, as long as nobody else is named.
    """
    behind = [t for t in view.tokens if t.index > last.index]
    if not behind or behind[0].tag != "KON" or any(t.tag.endswith("FIN") for t in behind):
        return False
    done = any(t.tag == "VVPP" for t in behind)
    another = any(t.text.lower() in ("von", "vom", "durch") for t in behind)
    return done and (another or clause.tense is Tense.PRESENT)


def _without_subject(
    tokens: Sequence[Token], at: int, clause: Clause, behind_joint: bool
) -> Frame | None:
    """*Es wird geprüft, ob …*: nobody and nothing is the subject; the statement is what follows."""
    others = tuple(t for t in tokens[at + 1 :] if t.index not in clause.verbs)
    if any(t.tag in ("NN", "NE", "PPER") for t in others):
        return None
    return Frame(
        start=tokens[0].span[0],
        end=tokens[-1].span[1],
        prefield=(),
        object_text="",
        others=others,
        subject_first=True,
        behind_joint=behind_joint,
    )


_MEANS = re.compile(
    r"(?i)(?:aushang|bescheid|brief|schreiben|foto|beleg|nachweis|rechnung|vertrag|formular"
    r"|unterschrift|überweisung|lastschrift|vorlage|bescheinigung|bestätigung|anzeige|urkunde"
    r"|plakat|schild|post|fax|anruf)(?:[ens]{1,2}|s)?$"
)
"""What somebody does something with: *durch Aushang*, *durch Fotos*."""
_TIME_PHRASE = re.compile(r"^(?:\d+|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)")


def _acts(noun: Token) -> bool:
    return can_act(noun.text) or can_act(noun.lemma)


def says_by_whom(view: View, frame: Frame) -> bool:
    """*Von der Stadt wird …*, *wird dadurch verzögert*: what acts may be said, before or behind."""
    return any(
        t.text.lower() == "dadurch" or not (is_free_phrase(view, t) or _dated(view, t))
        for t in (*frame.prefield, *frame.others)
    )


def _dated(view: View, token: Token) -> bool:
    """*Vom 1. Mai an*"""
    following = view.after(token)
    return token.text == "Vom" and following is not None and following.text[:1].isdigit()


def is_free_phrase(view: View, token: Token) -> bool:
    """Whether a word can stand in the active as it is: no *von* or *durch* that may name who acts.

    *von 45 Euro*, *innerhalb von 4 Wochen* and *von Montag bis Freitag* name nobody.
    """
    word = token.text.lower()
    if word not in ("von", "vom", "durch"):
        return True
    before, after = view.after(token, -1), view.after(token)
    if after is not None and after.text in ("selbst", "allein", "neuem", "vornherein"):
        return True  # *von selbst*
    core = nominal.phrase_at(view, after.index) if after is not None else None
    if word == "durch":
        return core is not None and _MEANS.search(core.noun.text) is not None
    behind_noun = before is not None and before.tag == "NN"
    if behind_noun and core is not None and core.noun.tag == "NN" and not _acts(core.noun):
        # *bis zum Beginn von der Nutzung*: whose, and nothing that acts
        return not may_act(core.noun.text)
    if after is not None and after.text == "bis":
        return True  # *in Höhe von bis zu 40 Prozent*
    if before is not None and before.text.lower() in ("innerhalb", "außerhalb", "unabhängig"):
        return True
    return word == "von" and after is not None and _TIME_PHRASE.match(after.text) is not None


def verb_span(view: View, clause: Clause) -> tuple[int, int, str]:
    """Span and text of what an editor should look at: from first to last verb."""
    first, last = view.token(clause.verbs[0]), view.token(clause.verbs[-1])
    words = " … ".join(view.token(index).text for index in clause.verbs)
    return first.span[0], last.span[1], words
