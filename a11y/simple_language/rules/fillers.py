"""Words that say nothing, or little: particles, connectors, openings.

What only colours or connects (*ja, nämlich, übrigens*) may go unattended; what adds a shade
(*auch, sehr, bereits*) goes only where an editor asked for a shorter text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.data_file import data_file
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The lists of ``data/condensing.yaml``."""
    records = data_file("condensing")
    return {kind: word_set(line) for kind, line in records.items()}


_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_BOUND_BEFORE = word_set(
    "fast nahezu beinahe sondern nicht kein keine weder sowohl nur wenn so zu wie als noch erst von"
)
_BOUND_AFTER = word_set(
    "nicht kein keine keinen als wie wenn ob nur dass zu zum zur hinaus mal einmal noch so erst an "
    "auf"
)


@evaluates("empty-word")
def empty_word(view: View) -> Iterator[Match]:
    """*Das Amt ist nämlich geschlossen.* → *Das Amt ist geschlossen.*"""
    yield from _opening_and(view)
    yield from _done_deed(view)
    for token in view.tokens:
        if token.text == "zwar" and _comes_to_but(view, token):
            yield Match(
                start=token.span[0],
                end=token.span[1] + 1,
                found=token.text,
                replacement="",
                safe=True,
            )
        if token.text.lower() not in words()["empty"] or token.tag not in ("ADV", "PAV", "PROAV"):
            continue
        following, before = view.after(token), view.after(token, -1)
        if following is None or not any(c.isalnum() for c in following.text):
            continue  # at a clause's end it may be the predicate or half of a verb
        if token.text.lower() == "dabei" and following.lemma in ("haben", "sein"):
            continue  # *wer keines dabei hat*: half of the verb
        if following.tag.startswith("ADJ"):
            continue  # *natürlich vorkommende Stoffe*
        if before is not None and (before.text in (",", ";", ":") or before.tag in ("KON", "APPR")):
            continue
        if token.text == "Also" and following.tag in _FINITE:
            continue  # *Also ist der Antrag begründet.*: what follows from what was said
        if token.text.lower() == "doch" and view.tokens[0].morph.get("Mood") == "Sub":
            continue  # *Hätte ich doch den Bus genommen!*: it makes the wish
        moved = view.after(following)
        if before is None and moved is not None and moved.text == "sie":
            continue  # *Zudem können sie …*: in front *Sie* would be the reader
        match = _without(view, token)
        if match is not None:
            yield Match(
                start=match.start,
                end=match.end,
                found=match.found,
                replacement=match.replacement,
                safe=match.replacement is not None,
            )


def _done_deed(view: View) -> Iterator[Match]:
    """*nach erfolgter Prüfung* → *nach Prüfung*: behind *nach* it is done anyway."""
    for token in view.tokens:
        before, noun = view.after(token, -1), view.after(token)
        if (
            token.text in ("erfolgter", "erfolgtem")
            and before is not None
            and before.text.lower() == "nach"
            and noun is not None
            and noun.tag == "NN"
        ):
            end = token.span[1] + 1
            yield Match(start=token.span[0], end=end, found=token.text, replacement="", safe=True)


def _comes_to_but(view: View, token: Token) -> bool:
    """*Das Rad ist zwar alt, aber gut*: *aber* says it. Not *und zwar*."""
    before, following = view.after(token, -1), view.after(token)
    if before is None or before.tag == "KON" or before.text in (",", ":", ";"):
        return False
    if following is None or not token.space_after or not following.text[:1].isalnum():
        return False
    behind = view.text[token.span[1] - view.start :]
    return re.search(r", (?:aber|doch|jedoch)\b", behind) is not None


def _opening_and(view: View) -> Iterator[Match]:
    """*Und das Amt hilft.* → *Das Amt hilft.*: the full stop has said that it goes on."""
    first = view.tokens[0]
    following = view.after(first)
    if (
        view.level is not Level.LEICHT
        or first.text != "Und"
        or first.tag != "KON"
        or following is None
        or len(view.words) < 4
    ):
        return
    if following.tag in _FINITE or following.text.lower() in _BOUND_TO_AND:
        return
    if view.text.endswith("?") and not following.tag.startswith("PW"):
        return  # *Sie haben ein Kind? Und es ist unter 3 Jahre alt?*: both must be so
    match = cut(view, first.index, first.index)
    if match is not None and match.replacement is not None:
        yield replace(match, safe=True)


_BOUND_TO_AND = word_set("zwar so ob doch dann nicht kein keine auch nun sonst umgekehrt damit")


@evaluates("filler-word")
def filler_word(view: View) -> Iterator[Match]:
    """*Das Amt hilft sehr gern.* → *Das Amt hilft gern.*"""
    for token in view.tokens:
        if token.text.lower() == "entsprechend" and _governs(view, token):
            continue
        following = view.after(token)
        if following is not None and following.tag == "ADJA" and is_practical(view):
            continue  # *an besonders heißen Tagen*: on others it is not so
        free = not any(c.modal in ("können", "dürfen", "müssen") for c in view.clauses)
        if (not free or is_practical(view)) and _counts_there(view, token):
            continue
        if token.text.lower() in words()["particles"] and token.tag not in ("NN", "ADJA", "KOUS"):
            match = _without(view, token)
            if match is not None:
                yield match


_SHADES = word_set(
    "auch bereits schon zusätzlich erheblich deutlich wesentlich besonders insbesondere "
    "entsprechend jeweils"
)
_FOR_IT = word_set("dazu hierzu")


def _counts_there(view: View, token: Token) -> bool:
    """Whether a particle is part of what people can do or get: *wer bereits ein Kind hat*,
    *erheblich behindert*, *kann auch online gestellt werden*, *Dazu ist eine Anzeige nötig*."""
    word = token.text.lower()
    before, following = view.after(token, -1), view.after(token)
    if word in _FOR_IT:
        alone = before is None or before.tag not in ("NN", "NE")
        return alone and (following is None or following.tag not in ("APPR", "APPRART"))
    return word in _SHADES


def _governs(view: View, token: Token) -> bool:
    """*entsprechend Ihrer Ausbildung*, *dem Alter entsprechend*: a preposition."""
    following = view.after(token)
    return following is not None and following.tag in ("ART", "PPOSAT", "PDAT", "NN", "ADJA")


_OF_NUMBERS = word_set("zusätzlich insgesamt jeweils bereits schon")


def _beside_number(view: View, token: Token) -> bool:
    near = (view.after(token, step) for step in (-2, -1, 1, 2))
    return any(t is not None and (t.tag == "CARD" or t.text[:1].isdigit()) for t in near)


def _without(view: View, token: Token) -> Match | None:
    before, following = view.after(token, -1), view.after(token)
    if following is None or following.text.lower() in _BOUND_AFTER or not _is_free(view, token):
        return None
    if before is not None and before.text.lower() in _BOUND_BEFORE:
        return None
    if before is not None and before.text == "," and following.tag in _FINITE:
        return None
    if token.text.lower() in _OF_NUMBERS and _beside_number(view, token):
        return None  # *120 Euro zusätzlich*, *5 Euro jeweils*: another sum without it
    if token.text.lower() == "auch" and "icht nur" in view.text:
        return None  # *nicht nur die Älteren, auch die Kinder*
    if token.text.lower() in _OPPOSING and _joins(view, token):
        return None
    if token.text.lower() in _WIDENING and (
        (before is not None and before.text == ",") or following.text.lower() in _WIDENED
    ):
        return None
    if _stands_for_verb(view, token):
        return None
    if {token.text.lower(), following.text.lower()} == {"wohl", "aber"} or (
        before is not None and before.text.lower() == "wohl" and token.text.lower() == "aber"
    ):
        return None  # *keine Beiträge zahlen, wohl aber Arbeit melden*: the one not, the other so
    if token.text.lower() == "auch" and following.tag in ("APPR", "APPRART"):
        return None  # *dürfen auch im Ausland nicht fahren*: not only there
    if token.tag == "KON" or (before is None and following.tag in ("KON", "KOUS", "ART", "NN")):
        return None
    return cut(view, token.index, token.index)


def _stands_for_verb(view: View, token: Token) -> bool:
    """*…, gelegentliches Übernachten hingegen schon*: behind the last comma nothing else says
    that it is so."""
    commas = [t.index for t in view.tokens if t.text == "," and t.index < token.index]
    following = view.after(token)
    if not commas or following is None or following.text not in (".", "!", "schon", "nicht"):
        return False
    return not any(t.tag.startswith("V") for t in view.tokens if t.index > commas[-1])


_OPPOSING = word_set("aber jedoch hingegen dagegen allerdings")


def _joins(view: View, token: Token) -> bool:
    """*Die Karte gilt ein Jahr, kann aber verlängert werden*: nothing else joins the two."""
    clause = view.in_clause(token)
    if clause is None or clause.finite is None:
        return False
    finite = [t.index > token.index for t in view.tokens if t.tag in _FINITE]
    if clause.finite < token.index and len(finite) > 1 and any(finite):
        comma = [t.index for t in view.tokens if t.text == "," and t.index > token.index]
        behind = [t.index for t in view.tokens if t.tag in _FINITE and t.index > token.index]
        if not comma or behind[0] < comma[0]:
            return True  # *… zu liefern aber nach 8 Tagen ist …*: a comma is missing
    before = view.after(view.token(clause.finite), -1)
    return before is not None and before.text == ","


_WIDENING = word_set("auch insbesondere sogar besonders")
_WIDENED = word_set("dann falls ohne bei für mit nach vor während außerhalb")
"""*auch dann gültig, wenn …*, *…, auch für B1*: it says that something else holds, too."""


def _is_free(view: View, token: Token) -> bool:
    """The word colours the clause; it is neither its predicate nor a limit of a number."""
    following, before = view.after(token), view.after(token, -1)
    if following is not None and (following.tag == "CARD" or following.text[:1].isdigit()):
        return False
    if following is not None and following.text.lower().startswith("geehrt"):
        return False  # *Sehr geehrte Frau …*
    if token.tag == "PTKVZ":
        return False  # *macht die Straßen gerade*: what they become
    if before is None or following is None:
        return True
    clause = view.in_clause(token)
    if token.tag == "PAV" and clause is not None and clause.predicate in _ASK_FOR:
        return False
    if following.text in (",", ".", "!", ":", "?", ";"):
        return clause is not None and clause.predicate not in _STATES
    return not (before.tag == "KON" or following.tag == "KON")


_STATES = ("sein", "werden", "bleiben", "machen", "")
"""*Macht die Straße gerade*: what a thing becomes is said by the last word."""
_ASK_FOR = word_set(
    "verstoßen klagen stimmen wehren vorgehen versichern impfen protestieren äußern gehören zählen "
    "beitragen dienen führen berechtigen verpflichten zwingen auffordern nutzen brauchen benötigen "
    "neigen raten sprechen"
)
"""*Wer dagegen verstößt*, *was dazu gehört*: the verb asks for the word."""


@evaluates("opening-word")
def opening_word(view: View) -> Iterator[Match]:
    """*Und das Amt hilft.* → *Das Amt hilft.*"""
    first = next((t for t in view.tokens if t.text not in ("-", "–", "•", "„", '"')), None)
    if first is None:
        return
    following = view.after(first)
    if following is None:
        return
    if first.text.lower() in words()["calls"] and following.text == ",":
        yield from _without_call(view, first, following)
        return
    if first.text.lower() not in words()["openers"]:
        return
    if following.text == "," and first.tag not in ("ADV", "ITJ", "NE"):
        return
    if first.tag in ("KON", "ITJ") and following.tag.startswith("V"):
        return
    last = following.index if following.text == "," else first.index
    if first.tag in ("KON", "ADV", "ITJ", "PROAV", "PAV") or last > first.index:
        match = cut(view, first.index, last)
        if match is not None:
            yield match


def _without_call(view: View, call: Token, comma: Token) -> Iterator[Match]:
    """*Siehe, ich komme bald.* → *Ich komme bald.*; *Ach, wie schön* is said with a sigh."""
    following = view.after(comma)
    if following is None or not following.tag.startswith(("PPER", "ART", "NN", "NE", "PPOSAT")):
        return
    match = cut(view, call.index, comma.index)
    if match is not None:
        yield match
