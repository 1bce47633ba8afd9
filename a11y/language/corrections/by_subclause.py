"""The finite verb at the end of a subordinate clause, and the second one behind *und*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.corrections.tags import (
    FINITE_FORMS,
    VERB_FINAL_OPENERS,
    can_be_finite,
    chunk_end,
    retag,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word


def verb_at_the_end(words: Sequence[Word], position: int) -> None:
    """*wenn Sie umziehen*: where a subordinate clause has no finite verb, its last verb is it."""
    word = words[position]
    behind_comma = position > 0 and words[position - 1].tag in ("$,", "$(", "APPR", "KON")
    behind_comma = behind_comma or (position == 0 and words[-1].text != "?" and len(words) > 3)
    relative = behind_comma and word.tag in ("PRELS", "PRELAT", "PWS", "PWAV", "PWAT")
    if word.tag != "KOUS" and not relative:
        return
    end = _clause_end(words, position)
    chunk = list(words[position + 1 : end])
    _parallel_behind_comma(words, end)
    if word.lower == "damit":
        _share_modal(chunk)
    if any(other.finite for other in chunk):
        _second_verb_at_the_end(chunk)
        return
    last = next((w for w in reversed(chunk) if w.tag[:1] == "V"), None)
    if last is None and chunk and _only_finite(chunk[-1]):
        last = chunk[-1]
        retag(last, "VVFIN")  # *damit Ihr Antrag rechtzeitig ankommt*, tagged as an adjective
    if last is None or not can_be_finite(last):
        return
    retag(last, last.tag[:2] + "FIN")
    shares = word.lower == "damit" and last.tag == "VMFIN"
    for place, (other, following) in enumerate(pairwise(chunk)):
        if other.tag == "VVPP" and following.tag == "KON" and _shares_helper(chunk, place):
            continue
        if (
            not shares
            and following.tag == "KON"
            and other.tag in ("VVINF", "VVPP")
            and can_be_finite(other)
        ):
            retag(other, "VVFIN")


def _share_modal(chunk: list[Word]) -> None:
    """*damit wir A sperren und B ausstellen können*: the purpose is in what one can do."""
    if not chunk or chunk[-1].tag != "VMFIN":
        return
    for other, following in pairwise(chunk):
        plain = other.tag == "VVFIN" and following.tag == "KON"
        if plain and any(r.form == "Inf" for r in tables.verb_readings(other.lower)):
            retag(other, "VVINF")


def _only_finite(word: Word) -> bool:
    """A form of small letters that can be nothing but a finite verb."""
    forms = {reading.form for reading in tables.verb_readings(word.lower)}
    small = word.text[0].islower() and word.tag in ("ADJD", "ADV", "PTKVZ", "NE", "NN")
    return small and bool(forms) and forms <= {*FINITE_FORMS, "Imp"}


def _clause_end(words: Sequence[Word], position: int) -> int:
    """Index of the next punctuation or of an *oder* that brings an opener of its own."""
    end = chunk_end(words, position)
    while _list_goes_on(words, position, end):
        end = chunk_end(words, end)
    for place in range(position + 1, end - 1):
        ahead = words[place + 1 : place + 3]
        if ahead[0].tag in ("APPR", "APPRART"):
            ahead = ahead[1:]
        if words[place].tag == "KON" and ahead and ahead[0].tag in _BRINGS_ITS_OWN:
            return place  # *die A vorbereiten oder an denen …*, *wie A und wie B*
    return end


_BRINGS_ITS_OWN = ("PRELS", "PRELAT", "KOUS", "PWAV", "PWAT")


def _list_goes_on(words: Sequence[Word], position: int, end: int) -> bool:
    """*dass Menschen, Tiere und Sachen …*: nouns alone before the comma and behind it."""
    if end >= len(words) - 1 or words[end].tag != "$,":
        return False
    before, behind = words[position + 1 : end], words[end + 1 : chunk_end(words, end)]
    bare = bool(before) and not any(w.tag[:1] == "V" for w in before)
    nouns = before[-1].tag in ("NN", "NE") if before else False
    opened = any(w.tag in (*VERB_FINAL_OPENERS, "KOUI") for w in behind)
    return bare and nouns and not opened and behind[:1] != [] and behind[0].tag in _LISTED


_LISTED = ("NN", "NE", "ADJA", "ART", "PPOSAT", "TRUNC", "CARD")


def _parallel_behind_comma(words: Sequence[Word], end: int) -> None:
    """*wenn Sie A möchten, aber B verloren haben,*: the second part ends in its finite verb."""
    joined = end + 2 < len(words) and words[end].tag == "$," and words[end + 1].tag == "KON"
    if not joined or not any(w.finite for w in words[max(0, end - 2) : end]):
        return
    stop = chunk_end(words, end + 1)
    chunk = words[end + 2 : stop]
    if len(chunk) < 2 or any(w.finite for w in chunk) or chunk[-2].tag == "PTKZU":
        return
    opener = any(w.tag in (*VERB_FINAL_OPENERS, "KOUI") for w in chunk)
    verb = chunk[-1].tag[:1] == "V" and chunk[-1].tag != "VVIZU"
    if not opener and verb and can_be_finite(chunk[-1]):
        retag(chunk[-1], chunk[-1].tag[:2] + "FIN")


def _must_be_finite(word: Word, chunk: list[Word]) -> bool:
    """*erreicht und … abkühlt*, *entstammen und … entwickelt haben*: it shares no helper."""
    last = chunk[-1]
    if not last.finite or not can_be_finite(word) or last is word:
        return False
    if word.tag == "VVPP":
        return last.tag == "VVFIN" and not any(w.tag[:2] in ("VA", "VM") for w in chunk)
    before = chunk[chunk.index(word) - 1] if chunk.index(word) else None
    if word.tag == "VMINF":  # *nicht selbst zahlen können und keine Ansprüche haben*
        return before is not None and before.tag == "VVINF"
    goes_on = chunk[chunk.index(word) + 2 : chunk.index(word) + 3]
    if word.tag == "VVINF" and last.tag == "VVFIN" and goes_on and goes_on[0].tag in _SUBJECTS:
        governed = before is not None and (before.tag == "PTKZU" or before.tag[:1] == "V")
        helped = any(w.tag[:2] in ("VA", "VM") for w in chunk)
        return not governed and not helped  # *A unverändert bleiben und die Hundesteuer steigt*
    if word.tag == "VVINF" and last.tag == "VMFIN" and [w.tag for w in chunk[-3:-1]] == _DONE:
        behind = chunk[chunk.index(word) + 2 : chunk.index(word) + 3]
        return bool(behind) and behind[0].lower in _TURNS
    participle = len(chunk) > 1 and chunk[-2].tag == "VVPP"
    return word.tag == "VVINF" and last.tag == "VAFIN" and participle


_SUBJECTS = ("ART", "PPOSAT", "PDAT", "PIAT", "PPER", "PIS")
_MASCULINE = frozenset(("den", "einen", "keinen", "ihren", "seinen", "diesen", "jeden"))


def _shares_helper(chunk: list[Word], place: int) -> bool:
    """*belegt oder an Eides statt versichert werden*: the form is a participle of *werden*, too,
    where neither an object stands before it nor a subject of its own behind *oder*."""
    if not any(r.form == "Part2" for r in tables.verb_readings(chunk[place].lower)):
        return False
    goes_on = chunk[place + 2 : place + 3]
    if not goes_on or goes_on[0].tag in (*_SUBJECTS, "NN", "NE", "ADJA", "PRF"):
        return False
    if any(w.tag == "PRF" or w.lower in _MASCULINE for w in chunk[:place]):
        return False
    ends = [w.tag for w in chunk[-3:]]
    return ends[-2:] in (["VVPP", "VAFIN"], ["VVPP", "VAINF"]) or (
        ends[:2] == ["VVPP", "VAINF"] and ends[-1] == "VMFIN"
    )


_DONE = ["VVPP", "VAINF"]
_TURNS = frozenset(
    ("nicht", "deshalb", "daher", "darum", "deswegen", "trotzdem", "dennoch", "somit", "auch")
)
"""*die unter Schutz stehen und nicht gefällt werden dürfen*: what begins so has its own modal."""


def _second_verb_at_the_end(chunk: list[Word]) -> None:
    """*… die A suchen und B finden*: the second of two coordinated finite verbs."""
    last = chunk[-1]
    for place, (other, after) in enumerate(pairwise(chunk)):
        # *Wenn Sie das Amt betreten finden Sie …*: the subject comes twice, a comma is missing
        subject = chunk[place + 2].text if place + 2 < len(chunk) else ""
        again = subject in ("Sie", "wir", "ich", "du", "er", "man")
        again = again and any(w.text == subject for w in chunk[:place])
        if again and after.finite and other.tag in ("VVINF", "VVPP") and can_be_finite(other):
            retag(other, "VVFIN")
    for other, after in pairwise(chunk):
        if after.tag == "KON" and _must_be_finite(other, chunk):
            retag(other, "VVFIN")
    for place, (other, after) in enumerate(pairwise(chunk)):
        if other.tag == "VVFIN" and after.tag == "KON" and _shares_helper(chunk, place):
            retag(other, "VVPP")
            if not last.finite:
                return
    first = next((place for place, other in enumerate(chunk) if other.finite), len(chunk) - 1)
    joined = first + 1 < len(chunk) and chunk[first + 1].tag == "KON"
    if joined and [w.tag for w in chunk[-2:]] == _DONE and chunk[first].tag[:2] != "VM":
        retag(last, "VAFIN")  # *dass A verboten ist und B entfernt werden*
    lone = joined and chunk[first].tag == "VVFIN" and chunk[-2].tag[:1] != "V"
    if lone and last.tag == "VAINF" and can_be_finite(last) and last.lower != "sein":
        retag(last, "VAFIN")  # *gegen Auflagen verstößt oder Tatsachen bekannt werden*
        return
    helped = first > 0 and chunk[first - 1].tag == "VVPP" and chunk[first].tag == "VAFIN"
    if joined and helped and last.tag == "VVPP" and can_be_finite(last):
        retag(last, "VVFIN")  # *wenn er abgeholt wird und den Weg nicht versperrt*
        return
    if last.tag != "VVINF" or not can_be_finite(last) or chunk[first].tag[:2] == "VM":
        return
    helps = chunk[first].tag[:2] in ("VM", "VA") and first > 0
    helps = helps and chunk[first - 1].tag[:1] == "V"  # not *wenn sie krank sind oder A darstellen*
    if chunk[first].lower.startswith(("ha", "hä")) and chunk[first - 1].tag == "VVPP":
        helps = False  # *die A vollendet haben und allein leben*: no infinitive goes with *haben*
    if joined and not helps and chunk[-2].tag != "PTKZU":
        retag(last, "VVFIN")
