"""Words that closed classes, word tables and spelling decide, nearly each by itself."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed, compounds
from a11y.language.clauses.agreement import could_be_article, phrase_features
from a11y.language.corrections.tags import (
    FINITE_FORMS,
    VERB_FINAL_OPENERS,
    can_be_finite,
    chunk_end,
    class_letter,
    retag,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word

_WEB = (".de", ".eu", ".org")
_ASKING = frozenset(
    ("wann", "warum", "weshalb", "wieso", "wohin", "woher", "inwieweit", "inwiefern")
)
_DEGREES = frozenset(
    ("viel", "viele", "vielen", "lange", "oft", "häufig", "hoch", "weit", "groß", "alt")
)
_IS = ("ist", "sind", "war", "waren", "wird", "wurde")
_ADJECTIVE = ("e", "en", "er", "es", "em")
_NO_PREPOSITIONS = frozenset(("entlang", "entsprechend", "laut", "dank"))
_REFLEXIVE_OF = {
    "uns": "wir",
    "mich": "ich",
    "mir": "ich",
    "dich": "du",
    "dir": "du",
    "euch": "ihr",
}


def punctuation(word: Word) -> None:
    text = word.text
    if text == ",":
        retag(word, "$,")
    elif text in (".", "!", "?", ":", ";", "…", "..."):
        retag(word, "$.")
    elif not any(char.isalnum() for char in text) and text not in ("§", "%", "€", "&", "+"):
        retag(word, "$(")
    elif "@" in text or text.startswith(("www.", "http")) or text.endswith(_WEB):
        retag(word, "XY")
    elif text[0].isdigit() and text.replace(",", "").replace(".", "").isdigit() and text[-1] != ".":
        retag(word, "CARD")
    elif word.tag.startswith("$") and any(char.isalnum() for char in text):
        retag(word, "CARD" if text[0].isdigit() else "NN")


def noun_or_verb(words: Sequence[Word], position: int) -> None:
    """A capital inside a sentence is a noun; a small letter never is (unless it is a name)."""
    word = words[position]
    text = word.text
    if not text[:1].isalpha():
        return
    if word.tag == "PTKZU" and word.lower != "zu":
        retag(word, "VVPP" if text.endswith("t") else "VVINF")
    hyphen = position > 0 and words[position - 1].text == "-"
    hyphen = hyphen and not words[position - 1].space_after
    inside = (position > 0 and words[position - 1].tag not in ("$.", "$(")) or hyphen
    inside_line = inside
    inside = inside and not text.isupper()
    if word.tag[:1] == "V" and (
        text == "Sankt" or (text.isupper() and len(text) > 1 and inside_line)
    ):
        retag(word, "NE")  # *Die Stiftung FUNKE unterstützt …*
    if inside and text[0].isupper() and word.tag[:1] == "V":
        adjective = any(word.lower.removesuffix(e) in tables.adjective_stems() for e in _ADJECTIVE)
        if tables.noun_readings(text) or not tables.verb_readings(word.lower) or adjective:
            retag(word, "NN")  # *selbstständig Tätige*
    elif inside and text[0].isupper() and word.tag in ("ADJD", "ADV", "PTKVZ"):
        if tables.noun_readings(text) or (len(text) > 5 and compounds.head_form(text)[0]):
            retag(word, "NN")  # *das Wohl der Gemeinde*, *beim Steueramt*
    elif word.tag in ("NN", "NE") and text[0].isupper() and not tables.noun_readings(text):
        if {reading.form for reading in tables.verb_readings(word.lower)} == {"InfZu"}:
            retag(word, "VVIZU")  # *Mitzubringen ist der Ausweis*
    elif word.tag in ("NN", "NE") and text[0].islower() and not tables.noun_readings(text):
        readings = tables.verb_readings(text)
        forms = {reading.form for reading in readings}
        if forms & FINITE_FORMS and "Part2" not in forms and "Inf" not in forms:
            retag(word, "VVFIN")
        elif forms == {"Part2"}:
            retag(word, "VVPP")
        elif forms == {"InfZu"}:
            retag(word, "VVIZU")


def verb_form(words: Sequence[Word], position: int, word: Word) -> None:
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
        if not reading.joined and class_letter(reading.infinitive) != "V":
            letter = class_letter(reading.infinitive)
    finite = bool(forms & FINITE_FORMS)
    kind = word.tag[2:]
    if forms == {"InfZu"}:
        retag(word, "VVIZU")
    elif kind == "IZU" and "InfZu" not in forms:
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


def polite(words: Sequence[Word], position: int) -> None:
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


def closed_class(words: Sequence[Word], position: int) -> None:
    word = words[position]
    lower = word.lower
    if lower in ("§", "§§"):
        retag(word, "NN")
    short = lower.replace(" ", "") in closed.lemma_of("shortened_prepositions")
    if short and position + 1 < len(words):
        retag(word, "APPR")
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
        noun = position > 0 and word.text[0].isupper() and word.tag == "NN"  # *nach Wegen suchen*
        if not noun and word.tag[:1] in "NVA" and lower not in _NO_PREPOSITIONS:
            if word.tag not in ("ADV", "APPR", "APZR") and word.tag != "ADJD":
                retag(word, "APPR")
        elif lower == "binnen":
            retag(word, "APPR")
    ahead = words[position + 1 : position + 3]
    if lower == "ermäßigt" and any(w.tag == "CARD" for w in ahead):
        retag(word, "ADJD")  # *Erwachsene 5 Euro, ermäßigt 3 Euro*
    than = bool(ahead) and ahead[0].lower == "als" and lower.endswith("er") and len(lower) > 4
    if word.tag == "ADV" and than and lower not in ("weiter", "immer", "wieder", "außer", "leider"):
        retag(word, "ADJD")  # *jünger als drei*
    lettered = len(word.text) == 1 and word.text.isupper() and position > 0
    if lettered and words[position - 1].tag == "NN":
        retag(word, "NE")  # *Grundsteuer A*, *Zone B*
    named = position > 0 and words[position - 1].text in ("Frau", "Herr", "Herrn")
    if named and word.text[0].isupper() and word.tag in ("ADV", "ADJD", "ADJA", "VVFIN", "VVINF"):
        retag(word, "NE")  # *Frau Lange*
    if lower in closed.members("habitual_adverbs") and word.tag in ("NN", "NE", "ADJD", "VVFIN"):
        retag(word, "ADV")
    if lower in ("einer", "eines", "eine", "keiner", "keines", "keine") and word.tag != "PIS":
        alone = position > 1 and words[position - 1].lower in ("denen", "deren")
        if alone and ahead and ahead[0].tag not in ("NN", "ADJA", "NE", "CARD", "TRUNC"):
            retag(word, "PIS")  # *von denen eines ohne Fleisch ist*
    if lower == "laut" and ahead and ahead[0].tag[:1] in ("V", "$"):
        retag(word, "ADJD")  # *dürfen laut sein*
    if lower == "etwas" and len(ahead) > 1 and ahead[0].lower == "zu":
        verb = tables.verb_readings(ahead[1].lower)
        if any(reading.form == "Inf" for reading in verb):
            retag(word, "PIS")  # *etwas zu erzählen*
    if word.text == "bedarf":
        retag(word, "VVFIN")
    second = ahead[0] if ahead and ahead[0].tag == "NN" else None
    if word.tag == "ADJA" and word.text[0].isupper() and second is not None and position > 0:
        article = words[position - 1]
        known = article.tag in ("ART", "PPOSAT", "PDAT")
        if known and not could_be_article(article.lower, second.text):
            retag(word, "NN")  # *damit Ihre Angehörigen | Bescheid wissen*
    settled = lower in ("bestimmt", "geregelt") and len(ahead) > 1 and ahead[0].lower in _IS
    if settled and word.tag in ("ADV", "ADJD") and ahead[1].tag[:1] == "$":
        retag(word, "VVPP")  # *soweit nichts anderes bestimmt ist, …*
    governed = position + 1 < len(words) and words[position + 1].lower == "von"
    if lower in ("innerhalb", "außerhalb", "oberhalb", "unterhalb") and governed:
        retag(word, "APPR")
    if lower in ("jemand", "niemand"):
        retag(word, "PIS")
    if lower == "nicht":
        retag(word, "PTKNEG")
    if lower in _ASKING:
        retag(word, "PWAV")
    if lower == "genug" and position > 0 and words[position - 1].tag in ("ADJD", "ADV"):
        retag(word, "ADV")  # *wichtig genug*
    following = words[position + 1] if position + 1 < len(words) else None
    if (
        lower in ("ohne", "statt", "anstatt", "außer")
        and following is not None
        and following.tag == "KOUS"
    ):
        retag(word, "ADV")  # *ohne dass*
    taken_up = following is not None and following.lower in ("die", "den", "das", "deren", "dessen")
    if (
        lower == "ohne"
        and word.tag == "KOUI"
        and taken_up
        and not _opens_infinitive(words, position)
    ):
        retag(word, "APPR")  # *Unterlagen, ohne die wir nicht entscheiden können*
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
    if lower == "noch" and any(w.lower == "weder" for w in words[max(0, position - 8) : position]):
        retag(word, "KON")
    if lower in ("und", "oder", "sowie", "sondern") and word.tag != "KON":
        retag(word, "KON")


def _subjunction(words: Sequence[Word], position: int) -> None:
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
    asked = following is not None and following.lower in _ASKING
    if following is not None and (counted or asked) and word.lower in ("seit", "bis"):
        retag(word, "APPR")
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
    rest = [w for w in words[position + 1 :] if w.tag[:1] != "$"]
    lone = bool(rest) and rest[-1].finite and not any(w.finite for w in rest[:-1])
    if lone and position > 0:  # *soweit A, B oder C zu schützen sind*
        final = final or [len(chunk)]
    verb_second = bool(chunk) and chunk[0].finite
    short = word.lower == "soweit" and before is not None and before.tag == "$," and len(chunk) < 4
    if short and chunk and chunk[-1].tag in ("ADJD", "VVPP"):  # *…, soweit vorhanden, …*
        retag(word, "KOUS")
        return
    if opens and final and not verb_second and len(chunk) > 1:
        retag(word, "KOUS")
    elif word.tag == "KOUS" and not any(other.finite for other in words[position + 1 :]):
        fallback = {"als": "KOKOM", "wie": "KOKOM", "da": "ADV", "damit": "PAV", "soweit": "ADV"}
        retag(word, fallback.get(word.lower, "APPR"))
    elif word.tag == "KOUS" and verb_second:
        retag(word, "PAV" if word.lower == "damit" else "ADV")


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
    answer = next((w for w in words[position + 1 :] if w.lower in ("desto", "umso")), None)
    if answer is None or position + 1 >= len(words):
        return False
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


def _opens_infinitive(words: Sequence[Word], position: int) -> bool:
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


def no_reflexive(words: Sequence[Word], position: int) -> None:
    """*rufen Sie uns an*: reflexive only beside *wir*."""
    word = words[position]
    end = chunk_end(words, position)
    nearby = {w.lower for w in words[max(0, position - 6) : end]}
    if word.tag == "PRF" and any(w.tag == "VVIMP" for w in words[max(0, position - 6) : position]):
        return  # *Melde Dich an*
    if word.tag == "PRF" and _REFLEXIVE_OF.get(word.lower, word.lower) not in nearby:
        retag(word, "PPER")
