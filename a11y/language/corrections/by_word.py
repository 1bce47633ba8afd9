"""Words that closed classes, word tables and spelling decide, nearly each by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language import closed, compounds
from a11y.language.clauses.agreement import could_be_article
from a11y.language.corrections import by_subjunction
from a11y.language.corrections.tags import (
    FINITE_FORMS,
    chunk_end,
    class_letter,
    retag,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word

_WEB = (".de", ".eu", ".org")
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


_THEN = frozenset({"gestern", "vorgestern", "heute", "übermorgen", "damals", "neulich", "kürzlich"})
_NUMBERED = re.compile(r"\d+-(?:[A-ZÄÖÜ][a-zäöüß]+-)*[A-ZÄÖÜ][a-zäöüß]{2,}")


def punctuation(word: Word) -> None:
    text = word.text
    if text.isalpha() and word.tag[:1] != "$" and not text.startswith("http"):
        return  # nearly every word
    if text == ",":
        retag(word, "$,")
    elif text in (".", "!", "?", ":", ";", "…", "..."):
        retag(word, "$.")
    elif not any(char.isalnum() for char in text) and text not in ("§", "%", "€", "&", "+"):
        retag(word, "$(")
    elif "@" in text or text.startswith(("www.", "http")) or text.endswith(_WEB):
        retag(word, "XY")
    elif _NUMBERED.fullmatch(text):
        retag(word, "NN")  # *ein 20-Jähriger*, *der 20-Prozent-Anteil*
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
        by_subjunction.subjunction(words, position)
    elif lower in closed.infinitive_subjunctions() and by_subjunction.opens_infinitive(
        words, position
    ):
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
    if position == 0 and lower in _THEN and word.tag in ("NE", "NN"):
        retag(word, "ADV")  # *Gestern verlor ein 20-Jähriger die Kontrolle*
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
    if lower == "wer" or (lower in ("wen", "wem") and word.tag in ("PIAT", "PPER", "PIS")):
        retag(word, "PWS")  # *Wer Sozialleistungen bezieht*
    if lower == "nicht":
        retag(word, "PTKNEG")
    if lower in by_subjunction.ASKING:
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
    if lower == "um" and word.tag == "KOUI" and following is not None:
        relative = following.tag in ("PRELS", "ART") and following.lower in ("die", "das", "den")
        if relative and not by_subjunction.opens_infinitive(words, position):
            retag(word, "APPR")  # *jede Woche, um die die Frist überschritten wird*
    governed = following is not None and following.lower not in ("dass", "daß")
    if (
        lower == "ohne"
        and word.tag == "KOUI"
        and governed
        and not by_subjunction.opens_infinitive(words, position)
    ):
        retag(word, "APPR")  # *Unterlagen, ohne die wir nicht entscheiden können*, *ohne ihn ist …*
    governs = following is not None and following.tag in ("ART", "PPOSAT", "PDAT")
    if lower in closed.prepositions() and governs and word.tag in ("ADV", "PTKVZ", "APZR"):
        retag(word, "APPR")
    if lower in ("deren", "dessen") and following is not None and following.tag in ("NN", "ADJA"):
        before = words[position - 1].tag if position else ""
        relative = before == "$," or (before[:3] == "APP" and words[position - 2].tag == "$,")
        retag(word, "PRELAT" if relative else "PDAT")
    if lower.endswith("-") and len(lower) > 2 and following is not None:
        series = following.tag == "$," and words[position + 2 : position + 3]
        if following.tag == "KON" or (series and words[position + 2].text.endswith("-")):
            retag(word, "TRUNC")  # *für An-, Ab- und Ummeldungen*
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


def no_reflexive(words: Sequence[Word], position: int) -> None:
    """*rufen Sie uns an*: reflexive only beside *wir*."""
    word = words[position]
    if word.tag != "PRF":
        return
    if any(w.tag == "VVIMP" for w in words[max(0, position - 6) : position]):
        return  # *Melde Dich an*
    nearby = {w.lower for w in words[max(0, position - 6) : chunk_end(words, position)]}
    if _REFLEXIVE_OF.get(word.lower, word.lower) not in nearby:
        retag(word, "PPER")
