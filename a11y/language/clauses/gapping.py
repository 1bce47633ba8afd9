"""Clauses whose verb is left out: *Erwachsene zahlen 10 Euro, Kinder 5 Euro.*

Only what is parallel beyond doubt: behind a comma or *und* stand phrases and no verb, and they have
their counterparts in the clause before (``remnants.py``, ``parallels.py``). A list of opening hours
(*montags bis 12 Uhr, dienstags bis 16 Uhr*) stays one clause: there the list is the adverbial.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import ClauseKind
from a11y.language.attributes import participle
from a11y.language.clauses import parallels, remnants
from a11y.language.clauses.draft import Draft, is_nonfinite
from a11y.language.clauses.parallels import Border
from a11y.language.clauses.remnants import Kind, Remnant
from a11y.language.word import Word

_NO_OPENERS = frozenset(
    ("sondern", "also", "insbesondere", "darunter", "davon", "nämlich", "wie", "außer", "aber",
     "etwa", "auch", "z.B.", "d.h.", "bzw.", "einschließlich", "noch", "u.a.", "als",
     "inklusive", "inkl.", "zuzüglich", "zzgl.", "plus", "beispielsweise", "zumindest")
)  # fmt: skip
_ASIDE = frozenset((":", ";", "–", "—", "--", "„", "“", "”", "»", "«", '"', "``", "''"))
_MOST_WORDS = 60  # of all stretches together: a longer list is no gap
_MOST_BORDERS = 10


def split(drafts: list[Draft]) -> list[Draft]:
    """The drafts with those whose verb is left out parted from the clause they continue."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        if draft.verb_final or draft.kind is not ClauseKind.MAIN:
            continue
        if draft.finite is None:
            if len(drafts) == 1:
                found += _price_list(draft)
        else:
            found += _gapped(draft)
    return found


def _gapped(draft: Draft) -> list[Draft]:
    """The clauses that stand in ``draft`` without their verb; its words become fewer."""
    words = draft.words
    assert draft.finite is not None
    verb = words.index(draft.finite)
    end = len(words)
    while end > verb + 1 and (words[end - 1].tag[:1] == "$" or is_nonfinite(words[end - 1])):
        end -= 1
    marks = [word for word in words[end:] if word.tag[:1] == "$"]
    borders = _borders(words, verb, end)
    if not borders or end - borders[0] > _MOST_WORDS or len(borders) > _MOST_BORDERS:
        return []
    for number, border in enumerate(borders):
        head = [*words[:border], *(w for w in words[end:] if w.tag[:1] != "$")]
        first = remnants.read(head, around=True)
        if first is None or len(first) < 1:
            continue
        last = words[border - 2] if words[border - 1].tag == "$," else words[border - 1]
        if last.text.islower() and participle(last.lower)[0] and last.tag[:1] != "V":
            continue  # *jede auf Dauer angelegte | und auf Gewinn gerichtete Tätigkeit*
        before = next(
            (r for r in first if r.phrase is not None and r.phrase.last == last.index), None
        )
        at = Border(
            comma=any(words[place].tag == "$," for place in (border - 1, border)),
            listed=number > 0,
            copula=draft.finite.lemma in ("sein", "werden", "bleiben"),
            denied=any(word.tag == "PTKNEG" for word in head),
            behind_verb=last.tag[:1] == "V",
            before=before,
        )
        told = _parted(words, [*borders[number:], end], first, at)
        if told is None:
            continue
        draft.words = head
        told[-1][0].extend(marks)
        out: list[Draft] = []
        for part, stands_for in told:
            gapped = Draft(kind=ClauseKind.MAIN, words=part, parent=draft, shared_from=draft)
            gapped.coordinated = gapped.gapped = True
            gapped.stands_for = stands_for
            out.append(gapped)
        return out
    return []


Told = list[tuple[list[Word], dict[int, int]]]


def _parted(words: list[Word], borders: list[int], first: list[Remnant], at: Border) -> Told | None:
    """All words from the first border to the last as gapped clauses, as many as there are."""
    if len(borders) == 1:
        return []
    apart = frozenset(r.phrase.preposition for r in first if r.phrase is not None) - {""}
    for place in range(1, len(borders)):
        part = words[borders[0] : borders[place]]
        own = _read(part, apart)
        if own is None:
            continue
        narrowed = any(word.lower in ("nur", "erst", "schon") for word in part)
        matched = parallels.pairs(first, own, at, narrowed=narrowed)
        if matched is None:
            continue
        rest = _parted(words, borders[place:], first, replace(at, comma=True, before=None))
        if rest is not None:
            return [(part, matched), *rest]
    return None


def _read(part: list[Word], apart: frozenset[str]) -> list[Remnant] | None:
    content = list(part)
    while content and content[-1].tag in ("$.", "$,"):
        content.pop()
    while content and content[0].tag in ("KON", "$,"):
        content.pop(0)
    if not content or content[0].lower in _NO_OPENERS or len(content) > 18:
        return None
    if any(word.text in _ASIDE for word in content):
        return None
    if len(content) > 1 and content[0].lower == "vor" and content[1].lower == "allem":
        return None
    return remnants.read(content, apart=apart)


def _borders(words: list[Word], verb: int, end: int) -> list[int]:
    """Where a clause without verb may begin: behind a comma, at *und*."""
    out: list[int] = []
    for place in range(verb + 2, end):
        before, word = words[place - 1], words[place]
        listed = before.tag == "$," and place > 1
        if not listed and not (word.tag == "KON" and word.lower in ("und", "oder", "sowie")):
            continue
        after = words[place + 1] if word.tag == "KON" and place + 1 < end else word
        ahead = words[place - 2] if listed else before
        if ahead.in_hours and after.in_hours:
            continue
        if not (out and out[-1] == place - 1):
            out.append(place)
    return out


# -- price lists without any verb ----------------------------------------------------------------


def _price_list(draft: Draft) -> list[Draft]:
    """*Für Kinder 3 Euro, für Erwachsene 5 Euro*: each is a fragment of its own."""
    words = draft.words
    if not any(w.tag == "$," for w in words):
        return []
    parts: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        border = place > 1 and words[place - 1].tag == "$,"
        if border or (word.tag == "KON" and len(parts) > 1 and bool(parts[-1])):
            parts.append([])
        parts[-1].append(word)
    if len(parts) < 2 or not all(_priced(part) for part in parts):
        return []
    draft.words = parts[0]
    out = []
    for part in parts[1:]:
        gapped = Draft(kind=ClauseKind.MAIN, words=part, parent=draft, shared_from=draft)
        gapped.coordinated = gapped.gapped = True
        out.append(gapped)
    return out


def _priced(part: list[Word]) -> bool:
    """*ab 3 Hunden 180 Euro*, *Kinder: 5 Euro*, *Kinder frei*: who, then what, and no verb."""
    content = [w for w in _without_label(part) if w.tag not in ("$.", "$,", "KON")]
    own = remnants.read(content)
    if own is None or not own or own[-1].kind is not Kind.AMOUNT or own[-1].sort == "time":
        return False
    if content[0].lower == "ermäßigt":
        return len(own) == 1
    who = own[:-1]
    more = all(remnant.kind is Kind.CIRCUMSTANCE for remnant in who[1:])
    return bool(who) and who[0].kind is not Kind.AMOUNT and more


def _without_label(part: list[Word]) -> list[Word]:
    """*Eintritt: Erwachsene 5 Euro*: what stands before the colon tells of all that follows."""
    marks = [place for place, word in enumerate(part) if word.text == ":"]
    behind = part[marks[0] + 1 :] if marks else []
    if not behind or behind[0].tag in ("CARD", "ADJD"):
        return part
    own = remnants.read(behind)
    return behind if own is not None and len(own) > 1 else part
