"""Words that open a subordinate clause, or compare, ask, govern a noun instead: *als, wie, da*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.clauses.agreement import phrase_features
from a11y.language.corrections.tags import VERB_FINAL_OPENERS, can_be_finite, chunk_end, retag
from a11y.language.lexicon import tables
from a11y.language.word import Word

ASKING = frozenset(
    ("wann", "warum", "weshalb", "wieso", "wohin", "woher", "inwieweit", "inwiefern")
)
_DEGREES = frozenset(
    ("viel", "viele", "vielen", "lange", "oft", "häufig", "hoch", "weit", "groß", "alt")
)


def subjunction(words: Sequence[Word], position: int) -> None:
    """Tell by what its clause holds: with a finite verb at the end the word is a subjunction."""
    word = words[position]
    if word.lower == "nachdem" and position and words[position - 1].lower == "je":
        retag(word, "ADV")  # *je nachdem, ob …*
        retag(words[position - 1], "ADV")
        return
    if word.lower not in closed.members("ambiguous_subjunctions"):
        if word.tag != "KOUS" and word.lower not in ("wie", "als"):
            retag(word, "KOUS")
        return
    before = words[position - 1] if position else None
    following = words[position + 1] if position + 1 < len(words) else None
    if word.lower == "während" and _governs_genitive(words, position):
        retag(word, "APPR")
        return
    counted = any(other.tag == "CARD" for other in words[position + 1 : position + 3])
    asked = following is not None and following.lower in ASKING
    if word.lower == "bis" and following is not None and following.lower in _BEHIND_BIS:
        retag(word, "APPR")  # *bis zum Ende …*, even where a verb closes what follows
        return
    if following is not None and (counted or asked) and word.lower in ("seit", "bis"):
        retag(word, "APPR")
        return
    if word.lower in _FRONTS and _opens_front(words, position):
        retag(word, _FRONTS[word.lower])
        return
    if word.lower == "wie" and following is not None and _asks_degree(words, position):
        retag(word, "PWAV")
        return
    if word.lower == "je" and not _graded(words, position):
        if _unit_follows(words, position):
            retag(word, "APPR")
        return
    opens = before is None or before.tag in ("$,", "$.", "$(", "KON")
    if before is not None and before.finite and word.lower == "wie":
        opens = True  # *wer zusieht wie …*
    if before is not None and before.tag == "ADV":  # *auch damit*, not *nichts mehr damit*
        opens = position == 1 or words[position - 2].tag in ("$,", "$.", "$(", "KON")
    if word.lower in ("als", "wie") and _compares(words, position):
        retag(word, "KOKOM")
        return
    end = chunk_end(words, position)
    chunk = words[position + 1 : end]
    # a clause ends in its finite verb; "und …" may follow it
    final = [
        index
        for index, other in enumerate(chunk)
        if other.finite and (index + 1 == len(chunk) or chunk[index + 1].tag in ("KON", "APPR"))
    ]
    enough = len(chunk) > 2 or (len(chunk) == 2 and chunk[0].tag == "PPER")
    if not final and enough and chunk[-1].tag[:1] == "V" and can_be_finite(chunk[-1]):
        final = [len(chunk) - 1]
    if not final and enough and position == 0 and _hidden_verb(words, end):
        final = [len(chunk) - 1]
    rest = [w for w in words[position + 1 :] if w.tag[:1] != "$"]
    lone = bool(rest) and rest[-1].finite and not any(w.finite for w in rest[:-1])
    if lone and position > 0:  # *soweit A, B oder C zu schützen sind*
        final = final or [len(chunk)]
    verb_second = bool(chunk) and chunk[0].finite
    front = position == 0 and len(words) > end + 1 and words[end].tag == "$,"
    front = front and words[end + 1].finite
    inside = before is not None and before.tag == "$,"
    short = word.lower == "soweit" and (inside or front) and len(chunk) < 4
    if short and chunk and chunk[-1].tag in ("ADJD", "VVPP"):  # *…, soweit vorhanden, …*
        retag(word, "KOUS")
        return
    if word.lower == "wie" and (front or inside) and _already_told(chunk, words[end:]):
        retag(word, "KOUS")
        return
    if opens and final and not verb_second and len(chunk) > 1:
        retag(word, "KOUS")
    elif word.tag == "KOUS" and not any(other.finite for other in words[position + 1 :]):
        fallback = {"als": "KOKOM", "wie": "KOKOM", "da": "ADV", "damit": "PAV", "soweit": "ADV"}
        retag(word, fallback.get(word.lower, "APPR"))
    elif word.tag == "KOUS" and verb_second:
        retag(word, "PAV" if word.lower == "damit" else "ADV")


def _hidden_verb(words: Sequence[Word], end: int) -> bool:
    """*Soweit die Satzung nichts anderes bestimmt, gilt …*: a verb tagged as an adverb."""
    last, behind = words[end - 1], words[end : end + 2]
    forms = {(r.form, r.person) for r in tables.verb_readings(last.lower)}
    finite = last.text.islower() and ("Pres", "S3") in forms and last.tag in ("ADV", "ADJD")
    if finite and len(behind) == 2 and behind[0].tag == "$," and behind[1].finite:
        retag(last, "VVFIN")
        return True
    return False


def _already_told(chunk: Sequence[Word], behind: Sequence[Word]) -> bool:
    """*Wie bereits im Mai mitgeteilt, …*: a participle without its helper, between commas."""
    if not 0 < len(chunk) < 12 or not behind or behind[0].tag != "$,":
        return False
    if any(w.finite or w.tag in VERB_FINAL_OPENERS for w in chunk):
        return False
    last = chunk[-1]
    told = last.tag == "VVPP" or (
        last.tag == "ADJD" and any(r.form == "Part2" for r in tables.verb_readings(last.lower))
    )
    if told and last.text.islower():
        retag(last, "VVPP")
    return told


_BEHIND_BIS = frozenset(("zum", "zur", "zu", "in", "ins", "auf", "an", "ans", "nach", "vor"))
_FRONTS = {"als": "KOKOM", "seit": "APPR", "bis": "APPR"}
_IN_FRONT = frozenset(
    ("ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "NE", "CARD", "TRUNC", "APPR", "APPRART", "KON")
)
_MAY_BE_SUBJECT = ("PPER", "PIS", "PDS", "ART", "PPOSAT", "PDAT", "PIAT", "NN", "NE", "PRF")


def _opens_front(words: Sequence[Word], position: int) -> bool:
    """*Als Mensch mit Behinderung können Sie …*, *Bis dahin müssen Sie …*: a phrase in front.

    The verb stands second, before a subject; in a clause it would stand before a comma. Behind
    *seit* and *bis* a dative that can be no subject is enough (*Seit dem Jahr 2021 gilt:*).
    """
    if position and words[position - 1].tag not in ("$.", "$("):
        return False
    verb = next((i for i, w in enumerate(words) if i > position and w.finite), None)
    if verb is None or verb < position + 2:
        return False
    front = words[position + 1 : verb]
    short = len(front) == 1 and front[0].lower in ("dahin", "heute", "jetzt", "morgen", "gestern")
    if not short and any(w.tag not in _IN_FRONT for w in front):
        return False
    following = words[verb + 1] if verb + 1 < len(words) else None
    if words[position].lower != "als" and front[0].lower in ("dem", "diesem", "einem"):
        return True
    if words[position].lower == "als" and front[0].tag == "ART" and front[0].lower[:3] != "ein":
        return False  # *Als die Stadt wuchs kamen viele*: a comma may be missing
    return (
        following is not None
        and following.tag in _MAY_BE_SUBJECT
        and (short or front[-1].tag in ("NN", "NE", "CARD"))
    )


def _governs_genitive(words: Sequence[Word], position: int) -> bool:
    """*während des Zeitraums*, *während der Ferien*: what follows can be no subject."""
    following = words[position + 1 : position + 4]
    if not following:
        return False
    if following[0].lower in ("des", "eines", "ihres", "seines", "unseres", "deines"):
        return True
    noun = next((w for w in following[1:] if w.tag in ("NN", "NE")), None)
    if following[0].lower not in ("der", "einer", "ihrer", "dieser") or noun is None:
        return False
    return "Nom" not in {case for case, _, _ in phrase_features([following[0], noun], noun, ())}


def _asks_degree(words: Sequence[Word], position: int) -> bool:
    """*Wie viel Pacht Sie zahlen, …*, *…, wie selbstständig sie ist*; not *wie oben erwähnt*."""
    degree = words[position + 1]
    if degree.lower in _DEGREES:
        return True
    after = words[position + 2] if position + 2 < len(words) else None
    if degree.tag != "ADJD" or after is None or after.tag not in ("PPER", "ART", "PPOSAT", "PDAT"):
        return False
    end = chunk_end(words, position)
    return words[end - 1].finite and (position == 0 or words[position - 1].tag in ("$,", "KON"))


def _graded(words: Sequence[Word], position: int) -> bool:
    """*Je früher …, desto größer*"""
    answer = next((w for w in words if w.lower in ("desto", "umso")), None)
    if answer is None or position + 1 >= len(words):
        return False
    if answer.index < words[position].index and words[position - 1].tag != "$,":
        return False  # behind its answer only in *desto höher, je größer …*
    retag(answer, "ADV")
    degree = words[position + 1].lower
    return degree.endswith("er") or degree == "mehr"


def _unit_follows(words: Sequence[Word], position: int) -> bool:
    """*180 Euro je Hund*, *je angefangene Stunde*; not *je zwei Fotos*, *je nach Größe*"""
    behind = words[position + 1 : position + 3]
    if behind and behind[0].tag == "ADJA":
        behind = behind[1:]
    return bool(behind) and behind[0].tag in ("NN", "NE", "XY") and behind[0].text[0].isupper()


def _compares(words: Sequence[Word], position: int) -> bool:
    """*mehr als ein Abwasserkanal war*: the finite verb to come belongs to the clause around."""
    if position == 0 or words[position - 1].tag in ("$,", "$.", "$(", "KON"):
        return False
    around = None
    for other in reversed(words[:position]):
        if other.finite or other.tag in ("$.", "$,"):
            return False
        if other.tag in VERB_FINAL_OPENERS:
            around = other
            break
    return (
        around is not None
        and sum(w.finite for w in words[position : chunk_end(words, position)]) < 2
    )


def opens_infinitive(words: Sequence[Word], position: int) -> bool:
    """*ohne zu zahlen*: an infinitive with *zu* is all the clause has."""
    end = chunk_end(words, position)
    chunk = words[position + 1 : end]
    for index, other in enumerate(chunk):
        if other.finite:
            return False
        if other.lower == "zu" and index + 1 < len(chunk):
            forms = {r.form for r in tables.verb_readings(chunk[index + 1].text)}
            if "Inf" in forms:
                after = chunk[index + 2] if index + 2 < len(chunk) else None
                return after is None or not after.finite  # *Ohne Schein zu fahren kostet …*
        if any(r.form == "InfZu" for r in tables.verb_readings(other.text)):
            return True
    return False
