"""Correct tags where closed classes and word tables know better than statistics."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from a11y.language import closed
from a11y.language.lexicon import tables
from a11y.language.word import Word

_POS = {
    **{"KOUS": "SCONJ", "KOUI": "SCONJ", "KON": "CCONJ", "APPR": "ADP", "APPRART": "ADP"},
    **{"PTKZU": "PART", "PTKVZ": "ADP", "NN": "NOUN", "NE": "PROPN", "ADJA": "ADJ"},
    **{"ADJD": "ADJ", "CARD": "NUM", "PPER": "PRON", "PPOSAT": "DET", "ADV": "ADV"},
    **{"VVFIN": "VERB", "VVINF": "VERB", "VVPP": "VERB", "VVIZU": "VERB", "VVIMP": "VERB"},
    **{"VAFIN": "AUX", "VAINF": "AUX", "VAPP": "AUX", "VMFIN": "AUX", "VMINF": "AUX"},
    **{"PRELS": "PRON", "KOKOM": "CCONJ", "$.": "PUNCT", "$,": "PUNCT", "$(": "PUNCT"},
    **{"PTKNEG": "PART", "ART": "DET", "PRF": "PRON", "PAV": "ADV", "PWAV": "ADV", "XY": "X"},
}
_AUXILIARIES = {"sein", "haben", "werden"}
_FINITE_FORMS = {"Pres", "Past", "Sub1", "Sub2"}


def retag(word: Word, tag: str) -> None:
    if word.tag != tag:
        word.tag = tag
        word.pos = _POS.get(tag, word.pos)
        if not tag.endswith(("FIN", "IMP")):
            for key in ("Mood", "Tense", "Person"):
                word.morph.pop(key, None)


def correct(words: Sequence[Word]) -> None:
    """Mend the tags of one sentence in place."""
    for position, word in enumerate(words):
        _punctuation(word)
        _noun_or_verb(words, position)
    for position, word in enumerate(words):
        _verb_form(words, position, word)
        _polite(words, position)
    for position, _ in enumerate(words):
        _closed_class(words, position)
    for position, _ in enumerate(words):
        _verb_before_sie(words, position)
    for position, _ in enumerate(words):
        _verb_at_the_end(words, position)
    _joined_particles(words)
    _first_word_sie(words)
    lowered = {word.lower for word in words}
    for word in words:  # *rufen Sie uns an*: reflexive only beside *wir*
        if word.tag == "PRF" and _REFLEXIVE_OF.get(word.lower, word.lower) not in lowered:
            retag(word, "PPER")
    _sequence(words)


def _verb_at_the_end(words: Sequence[Word], position: int) -> None:
    """*wenn Sie umziehen*: where a subordinate clause has no finite verb, its last verb is it."""
    word = words[position]
    behind_comma = position > 0 and words[position - 1].tag in ("$,", "$(", "APPR", "KON")
    relative = behind_comma and word.tag in ("PRELS", "PRELAT", "PWS", "PWAV", "PWAT")
    if word.tag != "KOUS" and not relative:
        return
    end = _chunk_end(words, position)
    chunk = list(words[position + 1 : end])
    if any(other.finite for other in chunk):
        return
    last = next((w for w in reversed(chunk) if w.tag[:1] == "V"), None)
    if last is None or not _can_be_finite(last):
        return
    retag(last, last.tag[:2] + "FIN")
    for other, following in itertools.pairwise(chunk):
        if following.tag == "KON" and other.tag in ("VVINF", "VVPP") and _can_be_finite(other):
            retag(other, "VVFIN")


_REFLEXIVE_OF = {
    "uns": "wir",
    "mich": "ich",
    "mir": "ich",
    "dich": "du",
    "dir": "du",
    "euch": "ihr",
}
_VERB_FINAL_OPENERS = {"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"}


def _verb_before_sie(words: Sequence[Word], position: int) -> None:
    """*Wenden Sie sich …*, *Bringen Sie … mit*: a request or a question, whatever its noun."""
    word = words[position]
    if position + 1 >= len(words) or words[position + 1].text != "Sie" or word.tag == "VVFIN":
        return
    begins = position == 0 or words[position - 1].tag in ("$.", "$,", "$(", "KON")
    begins = begins or words[position - 1].lower == "bitte"
    readings = [r for r in tables.verb_readings(word.lower) if not r.joined]
    plural = [r for r in readings if r.person == "P3" and r.form in ("Pres", "Sub2", "Past")]
    if begins and plural:
        letter = _class_letter(plural[0].infinitive)
        retag(word, f"V{letter}FIN")


def _joined_particles(words: Sequence[Word]) -> None:
    """*abgeben* is finite only at the end of a subordinate clause, else it is an infinitive."""
    for position, word in enumerate(words):
        if word.tag != "VVFIN":
            continue
        readings = tables.verb_readings(word.lower)
        if not readings or not all(reading.joined for reading in readings):
            continue
        if any(other.tag in _VERB_FINAL_OPENERS for other in words[:position]):
            continue
        if any(reading.form == "Inf" for reading in readings):
            retag(word, "VVINF")


def _first_word_sie(words: Sequence[Word]) -> None:
    """*Sie* at the start addresses the reader where the verb is plural."""
    for position, word in enumerate(words):
        if word.text != "Sie" or word.morph.get("Polite"):
            continue
        finite = next((w for w in words[position:] if w.finite), None)
        readings = tables.verb_readings(finite.lower) if finite is not None else ()
        if any(r.person == "P3" for r in readings):
            word.morph = {**word.morph, "Person": "3", "Number": "Plur", "Polite": "Form"}


def _can_be_finite(word: Word) -> bool:
    return any(r.form in _FINITE_FORMS for r in tables.verb_readings(word.lower))


def _punctuation(word: Word) -> None:
    text = word.text
    if text == ",":
        retag(word, "$,")
    elif text in (".", "!", "?", ":", ";", "…", "..."):
        retag(word, "$.")
    elif not any(char.isalnum() for char in text) and text not in ("§", "%", "€", "&", "+"):
        retag(word, "$(")
    elif word.tag.startswith("$") and any(char.isalnum() for char in text):
        retag(word, "CARD" if text[0].isdigit() else "NN")


def _noun_or_verb(words: Sequence[Word], position: int) -> None:
    """A capital inside a sentence is a noun; a small letter never is (unless it is a name)."""
    word = words[position]
    text = word.text
    if not text[:1].isalpha():
        return
    inside = position > 0 and words[position - 1].tag not in ("$.", "$(") and not text.isupper()
    if inside and text[0].isupper() and word.tag[:1] == "V":
        if tables.noun_readings(text) or not tables.verb_readings(word.lower):
            retag(word, "NN")
    elif word.tag in ("NN", "NE") and text[0].islower() and not tables.noun_readings(text):
        readings = tables.verb_readings(text)
        forms = {reading.form for reading in readings}
        if forms & _FINITE_FORMS and "Part2" not in forms and "Inf" not in forms:
            retag(word, "VVFIN")
        elif forms == {"Part2"}:
            retag(word, "VVPP")
        elif forms == {"InfZu"}:
            retag(word, "VVIZU")


def _class_letter(infinitive: str) -> str:
    if infinitive in _AUXILIARIES:
        return "A"
    return "M" if infinitive in closed.members("modals") else "V"


def _verb_form(words: Sequence[Word], position: int, word: Word) -> None:
    """A verb tag that the form cannot have becomes the one that it can have."""
    if word.tag[:1] != "V":
        return
    readings = tables.verb_readings(word.lower)
    if not readings:
        return
    forms = {reading.form for reading in readings}
    letter = "V"
    for reading in readings:
        if not reading.joined and _class_letter(reading.infinitive) != "V":
            letter = _class_letter(reading.infinitive)
    finite = bool(forms & _FINITE_FORMS)
    kind = word.tag[2:]
    if kind == "IZU" and "InfZu" not in forms:
        retag(word, "VVINF" if "Inf" in forms else word.tag)
    elif kind == "FIN" and not finite:
        if "Part2" in forms:
            retag(word, f"V{letter}PP")
        elif "InfZu" in forms:
            retag(word, "VVIZU")
    elif kind == "PP" and "Part2" not in forms:
        if "Inf" in forms and not finite:
            retag(word, f"V{letter}INF")
        elif finite and "Inf" not in forms:
            retag(word, f"V{letter}FIN")
    elif kind == "INF" and "Inf" not in forms:
        if finite and "Part2" not in forms:
            retag(word, f"V{letter}FIN")
        elif "Part2" in forms:
            retag(word, f"V{letter}PP")
    elif kind == "IMP" and "Imp" not in forms and finite:
        retag(word, f"V{letter}FIN")
    if word.tag[1] != letter and letter != "V" and not any(r.joined for r in readings):
        retag(word, f"V{letter}{word.tag[2:]}" if word.tag[2:] != "IZU" else word.tag)


def _polite(words: Sequence[Word], position: int) -> None:
    """*Sie*, *Ihnen*, *Ihr* with a capital inside a sentence address the reader."""
    word = words[position]
    if word.text in ("Sie", "Ihnen"):
        retag(word, "PPER")
        if position > 0 and words[position - 1].tag != "$.":
            word.morph = {**word.morph, "Person": "3", "Number": "Plur", "Polite": "Form"}
            if word.text == "Ihnen":
                word.morph["Case"] = "Dat"
    elif word.text in ("Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"):
        retag(word, "PPOSAT")


def _closed_class(words: Sequence[Word], position: int) -> None:
    word = words[position]
    lower = word.lower
    if lower in closed.contractions() and word.tag != "PTKVZ":
        retag(word, "APPRART")
        word.morph = {**word.morph, "Case": closed.contractions()[lower][1]}
    elif lower in closed.subjunctions():
        _subjunction(words, position)
    elif lower in closed.infinitive_subjunctions() and _opens_infinitive(words, position):
        retag(word, "KOUI")
    elif lower in closed.prepositions() and word.tag not in ("PTKVZ", "PTKZU", "KOUS", "APPO"):
        if word.tag[:1] in "NVA" and lower not in ("entlang", "entsprechend", "laut", "dank"):
            if word.tag not in ("ADV", "APPR", "APZR") and word.tag != "ADJD":
                retag(word, "APPR")
        elif lower == "binnen":
            retag(word, "APPR")
    if lower in ("nicht",):
        retag(word, "PTKNEG")
    if lower == "zu" and position + 1 < len(words):
        following = words[position + 1]
        forms = {reading.form for reading in tables.verb_readings(following.text)}
        if "Inf" in forms and following.text[0].islower() and following.tag[:2] != "AD":
            retag(word, "PTKZU")
            if following.tag[2:] != "INF":
                retag(following, "VVINF")
    if lower in ("und", "oder", "sowie", "sondern") and word.tag != "KON":
        retag(word, "KON")


def _chunk_end(words: Sequence[Word], position: int) -> int:
    """Index after the last token before the next punctuation."""
    end = position + 1
    while end < len(words) and words[end].tag not in ("$,", "$.") and words[end].text not in "()–":
        end += 1
    return end


def _subjunction(words: Sequence[Word], position: int) -> None:
    word = words[position]
    if word.lower not in closed.members("ambiguous_subjunctions"):
        if word.tag != "KOUS" and word.lower not in ("wie", "als"):
            retag(word, "KOUS")
        return
    before = words[position - 1] if position else None
    opens = before is None or before.tag in ("$,", "$.", "$(", "KON", "ADV")
    end = _chunk_end(words, position)
    chunk = words[position + 1 : end]
    # a clause ends in its finite verb; "und …" may follow it
    final = [
        index
        for index, other in enumerate(chunk)
        if other.finite and (index + 1 == len(chunk) or chunk[index + 1].tag in ("KON", "APPR"))
    ]
    verb_second = bool(chunk) and chunk[0].finite
    if opens and final and not verb_second and len(chunk) > 1:
        retag(word, "KOUS")
    elif word.tag == "KOUS" and not any(other.finite for other in words[position + 1 :]):
        fallback = {"als": "KOKOM", "wie": "KOKOM", "da": "ADV", "damit": "PAV", "soweit": "ADV"}
        retag(word, fallback.get(word.lower, "APPR"))
    elif word.tag == "KOUS" and verb_second:
        retag(word, "PAV" if word.lower == "damit" else "ADV")


def _opens_infinitive(words: Sequence[Word], position: int) -> bool:
    end = _chunk_end(words, position)
    chunk = words[position + 1 : end]
    for index, other in enumerate(chunk):
        if other.finite:
            return False
        if other.lower == "zu" and index + 1 < len(chunk) and index > 0:
            forms = {r.form for r in tables.verb_readings(chunk[index + 1].text)}
            if "Inf" in forms:
                return True
        if any(r.form == "InfZu" for r in tables.verb_readings(other.text)):
            return True
    return False


def _sequence(words: Sequence[Word]) -> None:
    """*bringen Sie … mit*: a particle that ends its clause and makes a known verb."""
    for position, word in enumerate(words):
        if word.tag not in ("APPR", "ADV", "APZR", "ADJD", "KOKOM", "PTKA") or position == 0:
            continue
        after = words[position + 1] if position + 1 < len(words) else None
        if after is not None and not (
            after.tag.startswith("$") or after.tag == "KON" or after.tag in ("APPR", "KOUS")
        ):
            continue
        if after is not None and after.tag == "APPR" and word.tag != "APPR":
            continue
        for other in reversed(words[:position]):
            if other.tag in ("$.", "KOUS") or (other.tag == "$," and word.tag != "APPR"):
                break
            if other.tag in ("VVFIN", "VVIMP"):
                bases = {r.infinitive for r in tables.verb_readings(other.lower) if not r.joined}
                joined = [base for base in bases if word.lower + base in tables.verb_classes()]
                if joined and tables.verb_classes()[word.lower + joined[0]][0] == word.lower:
                    retag(word, "PTKVZ")
                break
