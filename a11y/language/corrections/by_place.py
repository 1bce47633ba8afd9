"""Verbs by their place in the clause: first, second, last, before *Sie*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.corrections.tags import (
    VERB_FINAL_OPENERS,
    can_be_finite,
    chunk_end,
    class_letter,
    ends_its_field,
    retag,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word


def verb_before_sie(words: Sequence[Word], position: int) -> None:
    """*Wenden Sie sich …*, *Bringen Sie … mit*: a request or a question, whatever its noun."""
    word = words[position]
    if position + 1 >= len(words) or words[position + 1].text != "Sie" or word.tag == "VVFIN":
        return
    begins = position == 0 or words[position - 1].tag in ("$.", "$,", "$(", "KON")
    begins = begins or words[position - 1].lower == "bitte"
    readings = [r for r in tables.verb_readings(word.lower) if not r.joined]
    plural = [r for r in readings if r.person == "P3" and r.form in ("Pres", "Sub2", "Past")]
    if begins and plural:
        letter = class_letter(plural[0].infinitive)
        retag(word, f"V{letter}FIN")


def condition_first(words: Sequence[Word]) -> None:
    """*Wohnen zwei Menschen zusammen, zahlen sie …*: the first word's capital is no noun's.

    Where a comma and at once a finite verb follow and nothing before the comma is finite, the
    first word is the verb of a condition, if its form can be that and a phrase follows it.
    """
    start = next((i for i, w in enumerate(words) if w.tag[:1] != "$"), 0)
    first = words[start] if words else None
    if first is None or first.finite or first.tag[:1] not in "NVA" or start + 2 >= len(words):
        return
    readings = [r for r in tables.verb_readings(first.lower) if not r.joined]
    third = [r for r in readings if r.person in ("S3", "P3") and r.form in ("Pres", "Past", "Sub2")]
    comma = next((i for i in range(start, len(words)) if words[i].tag == "$,"), 0)
    behind = words[comma + 1 : comma + 3] if comma else []
    resumes = bool(behind) and (
        behind[0].finite or (behind[0].lower in ("so", "dann") and behind[-1].finite)
    )
    phrase = words[start + 1].tag in _PHRASE_STARTS or words[start + 1].text in ("Sie", "sich")
    if third and resumes and phrase and not any(w.finite for w in words[start + 1 : comma]):
        retag(first, f"V{class_letter(third[0].infinitive)}FIN")


_PHRASE_STARTS = frozenset(("ART", "PPOSAT", "PIAT", "PDAT", "PIDAT", "PPER", "PIS", "PDS", "PRF"))
_PHRASE_STARTS |= {"CARD", "NN", "NE", "ADJA"}


def right_bracket(words: Sequence[Word], position: int) -> None:
    """A verb at the end of a main clause that has its finite verb is an infinitive or participle.

    *können … buchen oder … vereinbaren*; *haben … bekommen*; *leben und arbeiten können*.
    """
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if word.tag == "ADJD" and following is not None and following.tag == "VAFIN":
        _hidden_participle(words, position)
    if not ends_its_field(words, position):
        return
    if word.tag[:1] in "AN" and word.text[0].islower():
        _hidden_infinitive(words, position)
    if word.tag in ("ADJD", "ADV"):
        _hidden_participle(words, position)
    if word.tag[:2] != "VV":
        return
    forms = {reading.form for reading in tables.verb_readings(word.lower)}
    finite = _verb_second_before(words, position)
    unknown = not forms and word.lower.endswith("en")
    if word.tag == "VVFIN" and ("Inf" in forms or unknown):
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


def behind_modal(words: Sequence[Word]) -> None:
    """*können tätig werden und Kontakt bekommen*: a form that is both is the modal's infinitive."""
    for position, word in enumerate(words):
        if word.tag != "VVPP" or not ends_its_field(words, position):
            continue
        finite = _verb_second_before(words, position)
        if finite is None or finite.tag != "VMFIN" or words[position - 1].tag == "VAPP":
            continue
        if any(r.form == "Inf" for r in tables.verb_readings(word.lower)):
            retag(word, "VVINF")


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
    if finite is None:
        return
    becomes = finite.lower.startswith(("wird", "werd", "wurd"))
    adjectives = "adjectival_beside_werden" if becomes else "adjectival_participles"
    if word.lower in closed.members(adjectives):
        return
    if finite.lower.startswith(("wird", "werd", "wurd", "ist", "sind", "war", "bleib")):
        retag(word, "VVPP")
    elif finite.lower.startswith(("hab", "hat", "hast", "hätt")):
        between = words[words.index(finite) + 1 : position]
        if not any(w.tag[:1] == "V" for w in between):
            retag(word, "VVPP")


def _is_bare_infinitive(words: Sequence[Word], position: int) -> bool:
    """*Deutsch lernen*, *Antrag ausfüllen*: a heading or list item, not a sentence."""
    last = position + 1 >= len(words)
    before = words[:position]
    subjects = any(w.tag in ("PPER", "PIS", "KOUS", *VERB_FINAL_OPENERS) for w in before)
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


def _verb_second_before(words: Sequence[Word], position: int) -> Word | None:
    """The finite verb of the main clause that ``position`` may close, if no other clause opens."""
    for other in reversed(words[:position]):
        if other.tag in VERB_FINAL_OPENERS or other.tag in ("$.", "KOUI"):
            return None
        if other.finite:
            before = words[: words.index(other)]
            asks = bool(before) and before[0].tag[:2] == "PW" and words[-1].text == "?"
            if asks and not any(w.tag == "$," for w in before):
                return other  # *Was muss ich tun, wenn …?*
            if before and before[-1].tag == "$,":
                return other  # *…, muss … zeigen*: the main clause goes on behind a clause
            final = any(w.tag in VERB_FINAL_OPENERS for w in before[-12:])
            return None if final else other
    return None


def lone_infinitive(words: Sequence[Word]) -> None:
    """*Menschen mit Behinderung zahlen die Hälfte.*: the only verb, in second place, is finite."""
    commas = [position for position, word in enumerate(words[:-1]) if word.tag == "$,"]
    if len(commas) == 1 and words[commas[0] + 1].tag in ("PRELS", "PRELAT"):
        # *Den Ausweis bekommen Personen, die …*: the same before a relative clause at the end
        words = [*words[: commas[0]], words[-1]]
    verbs = [position for position, word in enumerate(words) if word.tag[:1] == "V"]
    if len(verbs) != 1 or words[-1].text not in (".", "!") or verbs[0] == 0:
        return
    word = words[verbs[0]]
    if word.tag != "VVINF" or words[verbs[0] - 1].tag in ("PTKZU", "$,", "$(", "$.", "KON"):
        return
    plural = any(r.person == "P3" and not r.joined for r in tables.verb_readings(word.lower))
    openers = any(w.tag in VERB_FINAL_OPENERS or w.tag == "KOUI" for w in words)
    if plural and not openers and not ends_its_field(words, verbs[0]):
        retag(word, "VVFIN")


def second_finite(words: Sequence[Word]) -> None:
    """*reinigt und überprüft die Anlage*: beside a full verb the like form is no participle."""
    for position in range(2, len(words) - 1):
        word, first = words[position], words[position - 2]
        if word.tag != "VVPP" or words[position - 1].tag != "KON" or first.tag != "VVFIN":
            continue
        third = any(r.person == "S3" and r.form == "Pres" for r in tables.verb_readings(word.lower))
        helped = words[position + 1].tag[:2] in ("VA", "VM")  # *weder geprüft noch übersetzt sein*
        if third and not helped and not ends_its_field(words, position):
            retag(word, "VVFIN")


def statement_goes_on(words: Sequence[Word]) -> None:
    """*…, beraten wir Sie gern*, *vertritt A, verwaltet B und muss C*: a finite verb behind the
    comma, no participle, where its subject or the object of a series follows it."""
    for position in range(3, len(words) - 2):
        word, following = words[position], words[position + 1]
        if word.tag not in ("VVPP", "VVINF") or words[position - 1].tag != "$,":
            continue
        persons = {r.person for r in tables.verb_readings(word.lower) if r.form == "Pres"}
        first = words[0].finite and following.tag == "PPER" and following.lower in _NOMINATIVE
        if first and persons & _NOMINATIVE[following.lower]:
            retag(word, "VVFIN")
            continue
        alone = following.lower in ("allein", "selbst", "nur") and words[position + 2].text == "Sie"
        if alone and "P3" in persons:
            retag(word, "VVFIN")  # *…, entscheiden allein Sie*
            continue
        before = [w for w in words[:position] if w.finite]
        joint = next((w for w in words[position:] if w.tag in ("KON", "$,", "$.")), None)
        series = len(before) == 1 and before[0].tag == "VVFIN" and "S3" in persons
        goes_on = joint is not None and joint.tag == "KON"
        follows = words[joint.index - words[0].index + 1 :][:1] if goes_on and joint else []
        object_ = following.tag in ("ART", "PPOSAT", "PIAT", "NN", "ADJA", "CARD")
        if series and object_ and follows and follows[0].finite:
            retag(word, "VVFIN")


_NOMINATIVE = {"wir": {"P1"}, "er": {"S3"}, "ich": {"S1"}, "man": {"S3"}, "es": {"S3"}}


def two_requests(words: Sequence[Word]) -> None:
    """*Essen und trinken Sie genug!*: the first word is a request, too, no noun."""
    if len(words) < 4 or words[1].tag != "KON" or words[3].text != "Sie":
        return
    infinitive = any(r.form == "Inf" for r in tables.verb_readings(words[0].lower))
    if infinitive and words[2].finite and not words[0].finite:
        retag(words[0], "VVIMP")


def before_a_list(words: Sequence[Word]) -> None:
    """*Zum Antrag gehören:*: the list behind the colon is the verb's subject."""
    if len(words) < 3 or words[-1].text != ":" or any(w.finite for w in words):
        return
    word = words[-2]
    if word.tag == "VVINF" and word.lower in closed.members("listing_verbs"):
        retag(word, "VVFIN")


def missing_finite(words: Sequence[Word]) -> None:
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
        end = chunk_end(words, position)
        chunk = words[start:end]
        alone = not any(w.finite or w.tag in ("VAPP", "VAINF") for w in chunk)
        alone = alone and not any(w.tag in VERB_FINAL_OPENERS for w in chunk)
        if begins and alone and not ends_its_field(words, position):
            retag(word, "VVFIN")
            continue
        other = any(_main_finite(words, w) for w in words if w.finite)
        if start == 0 and alone and not other:
            retag(word, "VVFIN")


def verb_second(words: Sequence[Word]) -> None:
    """*Sie bekommen Hilfe*: the verb behind a subject pronoun that begins the sentence."""
    start = next((i for i, w in enumerate(words) if w.tag[:1] != "$"), 0)
    if start + 1 >= len(words):
        return
    verb = words[start + 1]
    following = words[start + 2].text if start + 2 < len(words) else ""
    turned = words[start].tag in ("ADV", "ADJD", "PAV", "PROAV")
    turned = turned and following in ("wir", "Sie", "ich")
    turned = turned and not any(w.finite for w in words[start + 2 : chunk_end(words, start)])
    if turned and verb.tag in ("VVINF", "VVPP") and can_be_finite(verb):
        retag(verb, "VVFIN")  # *Hiermit bestätigen wir …*
    short = words[start].tag == "PWS" and following in (",", "?", ".")
    if short and verb.tag == "VVPP" and can_be_finite(verb):
        retag(verb, "VVFIN")  # *Was passiert, wenn …?*
    if words[start].tag not in ("PPER", "PIS"):
        return
    subject = words[start].lower in _SUBJECTS
    if subject and verb.tag in ("VVINF", "VVPP") and can_be_finite(verb):
        retag(verb, "VVFIN")


_SUBJECTS = frozenset(("sie", "wir", "ich", "er", "es", "du", "man", "alle", "viele", "manche"))
_SUBJECTS |= {"einige", "beide", "wenige", "andere"}


def _main_finite(words: Sequence[Word], finite: Word) -> bool:
    """Whether no subjunction or relative pronoun can claim this finite verb."""
    for other in reversed(words[: words.index(finite)]):
        if other.tag in VERB_FINAL_OPENERS:
            return False
        if other.finite:
            return True
    return True


def first_word_sie(words: Sequence[Word]) -> None:
    """*Sie* at the start addresses the reader where the verb is plural."""
    for position, word in enumerate(words):
        if word.text != "Sie" or word.morph.get("Polite"):
            continue
        finite = next((w for w in words[position:] if w.finite), None)
        readings = tables.verb_readings(finite.lower) if finite is not None else ()
        if any(r.person == "P3" for r in readings):
            word.morph = {**word.morph, "Person": "3", "Number": "Plur", "Polite": "Form"}
