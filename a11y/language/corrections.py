"""Correct tags where closed classes and word tables know better than statistics."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from itertools import pairwise

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
    **{
        "PTKNEG": "PART",
        "ART": "DET",
        "PRF": "PRON",
        "PAV": "ADV",
        "PDAT": "DET",
        "PWAV": "ADV",
        "XY": "X",
    },
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
    for position, _ in enumerate(words):
        _right_bracket(words, position)
    _missing_finite(words)
    _verb_second(words)
    _first_word_sie(words)
    for position, word in enumerate(words):  # *rufen Sie uns an*: reflexive only beside *wir*
        end = _chunk_end(words, position)
        nearby = {w.lower for w in words[max(0, position - 6) : end]}
        if word.tag == "PRF" and _REFLEXIVE_OF.get(word.lower, word.lower) not in nearby:
            retag(word, "PPER")
    for position, word in enumerate(words):
        if word.tag == "VVFIN":
            _attributive(words, position)
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
        _second_verb_at_the_end(chunk)
        return
    last = next((w for w in reversed(chunk) if w.tag[:1] == "V"), None)
    if last is None or not _can_be_finite(last):
        return
    retag(last, last.tag[:2] + "FIN")
    for other, following in itertools.pairwise(chunk):
        if following.tag == "KON" and other.tag in ("VVINF", "VVPP") and _can_be_finite(other):
            retag(other, "VVFIN")


def _must_be_finite(word: Word, chunk: list[Word]) -> bool:
    """*erreicht und … abkühlt*, *entstammen und … entwickelt haben*: it shares no helper."""
    last = chunk[-1]
    if not last.finite or not _can_be_finite(word) or last is word:
        return False
    if word.tag == "VVPP":
        return last.tag == "VVFIN" and not any(w.tag[:2] in ("VA", "VM") for w in chunk)
    participle = len(chunk) > 1 and chunk[-2].tag == "VVPP"
    return word.tag == "VVINF" and last.tag == "VAFIN" and participle


def _second_verb_at_the_end(chunk: list[Word]) -> None:
    """*… die A suchen und B finden*: the second of two coordinated finite verbs."""
    last = chunk[-1]
    for other, after in pairwise(chunk):
        if after.tag == "KON" and _must_be_finite(other, chunk):
            retag(other, "VVFIN")
    first = next(place for place, other in enumerate(chunk) if other.finite)
    if last.tag != "VVINF" or not _can_be_finite(last) or chunk[first].tag[:2] == "VM":
        return
    joined = first + 1 < len(chunk) and chunk[first + 1].tag == "KON"
    if joined and not any(w.tag[:2] in ("VM", "VA") for w in chunk) and chunk[-2].tag != "PTKZU":
        retag(last, "VVFIN")


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


_BOUNDARIES = ("$", "KON")


def _ends_its_field(words: Sequence[Word], position: int) -> bool:
    after = words[position + 1] if position + 1 < len(words) else None
    return after is None or after.tag.startswith(_BOUNDARIES)


def _right_bracket(words: Sequence[Word], position: int) -> None:
    """A verb at the end of a main clause that has its finite verb is an infinitive or participle.

    *können … buchen oder … vereinbaren*; *haben … bekommen*; *leben und arbeiten können*.
    """
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if word.tag == "ADJD" and following is not None and following.tag == "VAFIN":
        _hidden_participle(words, position)
    if not _ends_its_field(words, position):
        return
    if word.tag[:1] in "AN" and word.text[0].islower():
        _hidden_infinitive(words, position)
    if word.tag == "ADJD":
        _hidden_participle(words, position)
    if word.tag[:2] != "VV":
        return
    forms = {reading.form for reading in tables.verb_readings(word.lower)}
    finite = _verb_second_before(words, position)
    if word.tag == "VVFIN" and "Inf" in forms:
        ahead = words[position + 1 : position + 4]
        cluster = (
            len(ahead) == 3
            and ahead[0].tag == "KON"
            and ahead[1].tag[:2] == "VV"
            and ahead[2].tag == "VMFIN"
        )
        modal = finite is not None and finite.tag == "VMFIN"
        if cluster or modal or (finite is None and _is_bare_infinitive(words, position)):
            retag(word, "VVINF")
    elif word.tag == "VVFIN" and "Part2" in forms and finite is not None:
        if finite.tag == "VAFIN":
            retag(word, "VVPP")
    elif word.tag == "VVINF" and "Part2" in forms and finite is not None:
        if finite.lower.startswith(("wird", "werden", "wurd")):
            between = words[words.index(finite) + 1 : position]
            if not _holds_object(between):  # *werden vergeben*: passive rather than future
                retag(word, "VVPP")
            return
        alone = not any(w.tag in ("VMFIN", "PTKZU") for w in words[:position])
        if finite.tag == "VAFIN" and finite.lower[:2] in ("ha", "hä", "si", "is") and alone:
            retag(word, "VVPP")


def _holds_object(words: Sequence[Word]) -> bool:
    for before, word in zip((None, *words), words, strict=False):
        free = before is None or before.tag not in ("APPR", "APPRART", "NN", "NE")
        if word.tag in ("ART", "PPOSAT", "PIAT", "PDAT") and free:
            return True
    return False


def _hidden_participle(words: Sequence[Word], position: int) -> None:
    """*werden entstempelt*, *sind begrenzt*: a participle tagged as an adjective."""
    word = words[position]
    if not any(r.form == "Part2" for r in tables.verb_readings(word.lower)):
        return
    finite = _verb_second_before(words, position)
    if finite is None or finite.tag != "VAFIN":
        finite = next((w for w in words[position + 1 : position + 2] if w.tag == "VAFIN"), None)
    if finite is None or word.lower in closed.members("adjectival_participles"):
        return
    if finite.lower.startswith(("wird", "werd", "wurd", "ist", "sind", "war", "bleib")):
        retag(word, "VVPP")


def _is_bare_infinitive(words: Sequence[Word], position: int) -> bool:
    """*Deutsch lernen*, *Antrag ausfüllen*: a heading or list item, not a sentence."""
    last = position + 1 >= len(words)
    before = words[:position]
    subjects = any(w.tag in ("PPER", "PIS", "KOUS", *_VERB_FINAL_OPENERS) for w in before)
    content = any(w.tag in ("NN", "NE", "ADJD", "ADV") for w in before)
    return last and content and not subjects and not any(w.finite for w in before)


def _hidden_infinitive(words: Sequence[Word], position: int) -> None:
    """*müssen … vereinbaren*: tagged as an adjective, but the modal waits for its infinitive."""
    word = words[position]
    if not any(r.form == "Inf" for r in tables.verb_readings(word.lower)):
        return
    finite = _verb_second_before(words, position)
    if finite is None or finite.tag != "VMFIN":
        return
    between = words[words.index(finite) + 1 : position]
    if not any(w.tag[:1] == "V" for w in between):
        retag(word, "VVINF")


def _attributive(words: Sequence[Word], position: int) -> None:
    """*eine bereits bezahlte Gebühr*: between article and noun stands an adjective."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None or following.tag not in ("NN", "ADJA"):
        return
    first = position - 1
    while first > 0 and words[first].tag in ("ADV", "ADJD", "PTKNEG"):
        first -= 1
    begins = position == 0 and any(w.finite for w in words[2 : _chunk_end(words, 0)])
    if not begins and (first < 0 or words[first].tag not in ("ART", "PPOSAT", "PIAT", "PDAT")):
        return
    for ending in ("e", "en", "er", "es", "em"):
        stem = word.lower.removesuffix(ending)
        if stem != word.lower and any(r.form == "Part2" for r in tables.verb_readings(stem)):
            retag(word, "ADJA")
            return


def _verb_second_before(words: Sequence[Word], position: int) -> Word | None:
    """The finite verb of the main clause that ``position`` may close, if no other clause opens."""
    for other in reversed(words[:position]):
        if other.tag in _VERB_FINAL_OPENERS or other.tag in ("$.", "KOUI"):
            return None
        if other.finite:
            before = words[: words.index(other)]
            if before and before[-1].tag == "$,":
                return other  # *…, muss … zeigen*: the main clause goes on behind a clause
            final = any(w.tag in _VERB_FINAL_OPENERS for w in before[-12:])
            return None if final else other
    return None


def _missing_finite(words: Sequence[Word]) -> None:
    """*Das Amt überprüft, ob …*: a participle form that is the only verb of its main clause."""
    for position, word in enumerate(words):
        if word.tag != "VVPP" or words[-1].tag != "$.":
            continue
        readings = tables.verb_readings(word.lower)
        if not any(r.form == "Pres" and r.person == "S3" and not r.joined for r in readings):
            continue
        begins = position > 0 and words[position - 1].tag == "$,"
        start = position
        while start > 0 and words[start - 1].tag not in ("$,", "$."):
            start -= 1
        end = _chunk_end(words, position)
        chunk = words[start:end]
        alone = not any(w.finite or w.tag in ("VAPP", "VAINF") for w in chunk)
        alone = alone and not any(w.tag in _VERB_FINAL_OPENERS for w in chunk)
        if begins and alone and not _ends_its_field(words, position):
            retag(word, "VVFIN")
            continue
        other = any(_main_finite(words, w) for w in words if w.finite)
        if start == 0 and alone and not other:
            retag(word, "VVFIN")


def _verb_second(words: Sequence[Word]) -> None:
    """*Sie bekommen Hilfe*: the verb behind a subject pronoun that begins the sentence."""
    start = next((i for i, w in enumerate(words) if w.tag[:1] != "$"), 0)
    if start + 1 >= len(words) or words[start].tag not in ("PPER", "PIS"):
        return
    verb = words[start + 1]
    subject = words[start].lower in ("sie", "wir", "ich", "er", "es", "du", "man")
    if subject and verb.tag in ("VVINF", "VVPP") and _can_be_finite(verb):
        retag(verb, "VVFIN")


def _main_finite(words: Sequence[Word], finite: Word) -> bool:
    """Whether no subjunction or relative pronoun can claim this finite verb."""
    for other in reversed(words[: words.index(finite)]):
        if other.tag in _VERB_FINAL_OPENERS:
            return False
        if other.finite:
            return True
    return True


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
    if not tables.verb_readings(word.lower):
        return word.lower.endswith(("en", "ern", "eln"))
    return any(r.form in _FINITE_FORMS for r in tables.verb_readings(word.lower))


_WEB = (".de", ".eu", ".org")


def _punctuation(word: Word) -> None:
    text = word.text
    if text == ",":
        retag(word, "$,")
    elif text in (".", "!", "?", ":", ";", "…", "..."):
        retag(word, "$.")
    elif not any(char.isalnum() for char in text) and text not in ("§", "%", "€", "&", "+"):
        retag(word, "$(")
    elif "@" in text or text.startswith(("www.", "http")) or text.endswith(_WEB):
        retag(word, "XY")
    elif word.tag.startswith("$") and any(char.isalnum() for char in text):
        retag(word, "CARD" if text[0].isdigit() else "NN")


def _noun_or_verb(words: Sequence[Word], position: int) -> None:
    """A capital inside a sentence is a noun; a small letter never is (unless it is a name)."""
    word = words[position]
    text = word.text
    if not text[:1].isalpha():
        return
    if word.tag == "PTKZU" and word.lower != "zu":
        retag(word, "VVPP" if text.endswith("t") else "VVINF")
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
        if word.tag == "VVIZU" and "zu" not in word.lower:
            retag(word, "VVPP" if word.lower.endswith("t") else "VVINF")
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
    if word.tag == "APPRART" and lower not in closed.contractions():
        retag(word, "APPR" if lower in closed.prepositions() else "ADV")
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
    if lower == "nicht":
        retag(word, "PTKNEG")
    following = words[position + 1] if position + 1 < len(words) else None
    governs = following is not None and following.tag in ("ART", "PPOSAT", "PDAT")
    if lower in closed.prepositions() and governs and word.tag in ("ADV", "PTKVZ", "APZR"):
        retag(word, "APPR")
    if lower in ("deren", "dessen") and following is not None and following.tag in ("NN", "ADJA"):
        before = words[position - 1].tag if position else ""
        relative = before == "$," or (before[:3] == "APP" and words[position - 2].tag == "$,")
        retag(word, "PRELAT" if relative else "PDAT")
    if lower.endswith("-") and len(lower) > 2 and following is not None and following.tag == "KON":
        retag(word, "TRUNC")
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
    following = words[position + 1] if position + 1 < len(words) else None
    counted = any(other.tag == "CARD" for other in words[position + 1 : position + 3])
    if following is not None and counted and word.lower in ("seit", "bis"):
        retag(word, "APPR")
        return
    opens = before is None or before.tag in ("$,", "$.", "$(", "KON", "ADV")
    end = _chunk_end(words, position)
    chunk = words[position + 1 : end]
    # a clause ends in its finite verb; "und …" may follow it
    final = [
        index
        for index, other in enumerate(chunk)
        if other.finite and (index + 1 == len(chunk) or chunk[index + 1].tag in ("KON", "APPR"))
    ]
    if not final and len(chunk) > 2 and chunk[-1].tag[:1] == "V" and _can_be_finite(chunk[-1]):
        final = [len(chunk) - 1]
    rest = [w for w in words[position + 1 :] if w.tag[:1] != "$"]
    lone = bool(rest) and rest[-1].finite and not any(w.finite for w in rest[:-1])
    if lone and position > 0:  # *soweit A, B oder C zu schützen sind*
        final = final or [len(chunk)]
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
