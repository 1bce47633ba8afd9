"""Tags that the form, or the word beside it, rules out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import attributes, closed, compounds
from a11y.language.clauses.agreement import could_be_article
from a11y.language.corrections.tags import (
    FINITE_FORMS,
    VERB_FINAL_OPENERS,
    chunk_end,
    ends_its_field,
    retag,
)
from a11y.language.lexicon import tables
from a11y.language.word import Word

_DETERMINERS = (
    "ART",
    "PPOSAT",
    "PIAT",
    "PDAT",
    "PIDAT",
    "APPR",
    "APPRART",
    "ADJA",
    "CARD",
    "PRELAT",
)
_NOMINAL = ("NN", "NE", "ADJA", "CARD", "TRUNC", "PIAT", "ADJD", "ADV", "XY", "FM", "$(", "PIS")
_LIGHT = ("ADV", "ADJD", "PTKNEG", "PTKA")
_ENDINGS = ("e", "en", "er", "es", "em")
_AUXILIARY_FORMS = frozenset(
    {
        "bin",
        "bist",
        "ist",
        "sind",
        "seid",
        "war",
        "warst",
        "waren",
        "hat",
        "hast",
        "hatte",
        "hatten",
    }
    | {"wird", "wirst", "wurde", "wurden", "habe", "hätte", "hätten", "wäre", "wären", "würde"}
)
_HAVING = frozenset(("hat", "haben", "habe", "hatte", "hatten", "hast", "hätte", "hätten"))
_ADJECTIVE_ENDS = ("berechtigt", "bedingt", "gebunden", "befreit", "versichert", "bezogen")
_ADJECTIVAL: tuple[str, ...] = (
    "frei",
    "pflichtig",
    "fähig",
    "haltig",
    "fest",
    "tauglich",
    "bereit",
    "gerecht",
)
_ADJECTIVAL += ("sicher", "mäßig", "würdig", "bedürftig", "berechtigt", "zulässig", "widrig")
_PRONOUN_TAGS = ("ART", "PPOSAT", "PPOSS", "PPER", "PDAT", "PDS", "PRELS", "PRELAT", "PRF")
_VERB_ENDINGS = {"FIN": ("t", "e", "en", "n"), "INF": ("n",), "PP": ("t", "n"), "IZU": ("n",)}


def impossible(word: Word) -> None:
    """*IV.*, *jemanden* are no verbs; *schaffte* is no possessive."""
    lower = word.lower
    if word.tag[:1] == "V" and not tables.verb_readings(lower):
        if lower in closed.lemma_of("determiner_lemmas") or lower in ("jemanden", "jemandem"):
            retag(word, "PIS")
        elif lower.endswith(_ADJECTIVE_ENDS) and word.text.islower() and len(lower) > 13:
            retag(word, "ADJD")  # *freizügigkeitsberechtigt*
        elif _attribute_ending(lower) and not word.text[0].isupper():
            retag(word, "ADJA")
        elif not lower.rstrip(".").endswith(_VERB_ENDINGS.get(word.tag[2:], ("",))):
            retag(word, "NE" if word.text[:1].isupper() else "XY")
    elif lower in _AUXILIARY_FORMS and word.tag[:1] != "V" and word.text.islower():
        retag(word, "VAFIN")
    elif word.tag == "PTKVZ" and len(lower) > 6 and not _is_particle(lower):
        if any(r.form in FINITE_FORMS and r.joined for r in tables.verb_readings(lower)):
            retag(word, "VVFIN")
    elif word.tag in _PRONOUN_TAGS and len(lower) > 6:
        known = lower in closed.lemma_of("determiner_lemmas") or lower.startswith("derselbe")
        readings = tables.verb_readings(lower)
        if readings and not known and any(r.form in ("Past", "Pres") for r in readings):
            retag(word, "VVFIN")


def unlisted_adjective(word: Word) -> None:
    """*verfahrensfrei*, *meldepflichtig*: known by how they end."""
    lower = word.lower
    odd = word.tag in ("XY", "NE", "NN", "FM", "ADV") or (
        word.tag[:1] == "V" and not tables.verb_readings(lower)
    )
    if odd and word.text.islower() and len(lower) > 8 and lower.endswith(_ADJECTIVAL):
        retag(word, "ADJD")


def unlisted_verb(word: Word) -> None:
    """*mitfinanzieren*, *hindurchzudringen*: a particle before a known verb, or *-ieren*."""
    lower = word.lower
    if word.tag[:1] == "V" or len(lower) < 8 or not word.text.islower():
        return
    if word.tag not in ("ADJD", "ADJA", "ADV", "NN", "NE", "XY", "PPOSAT", "PTKVZ", "FM"):
        return
    if tables.verb_readings(lower) or lower in tables.adjective_stems() or _attribute_ending(lower):
        return
    forms = {reading.form for reading in tables.unlisted_readings(lower)}
    if "InfZu" in forms:
        retag(word, "VVIZU")
    elif "Inf" in forms or lower.endswith("ieren"):
        retag(word, "VVINF")
    elif "Part2" in forms:
        retag(word, "VVPP")
    elif forms & FINITE_FORMS:
        retag(word, "VVFIN")


def _attribute_ending(lower: str) -> bool:
    """*kompetenteren*: an adjective's form, none of a verb."""
    return any(
        lower.endswith(e) and lower.removesuffix(e) in tables.adjective_stems()
        for e in (*_ENDINGS, "eren", "ere", "erer", "eres", "erem")
    )


def _is_particle(lower: str) -> bool:
    return lower in tables.particles()


def stacked(words: Sequence[Word]) -> None:
    """*haben könnte*, *geprüft wird*: of two verbs at the end only the last is finite."""
    for position, (word, following) in enumerate(pairwise(words)):
        if word.tag == "VVINF" and following.tag in ("VAINF", "VAPP"):  # *betreten werden*
            forms = {reading.form for reading in tables.verb_readings(word.lower)}
            if "Part2" in forms and following.lower in ("werden", "worden"):
                retag(word, "VVPP")
        if word.tag == "VVINF" and following.lower in _HAVING:  # *die Mehrheit erhalten hat*
            forms = {reading.form for reading in tables.verb_readings(word.lower)}
            zu = position > 0 and words[position - 1].tag == "PTKZU"
            if "Part2" in forms and not zu:
                retag(word, "VVPP")
        if word.tag[2:] != "FIN" or following.tag not in ("VMFIN", "VAFIN"):
            continue
        after = words[position + 2].text if position + 2 < len(words) else ""
        if after in ("Sie", "wir", "ich", "du", "man") and any(
            w.text == after for w in words[:position]
        ):
            continue  # *Wenn Sie umziehen müssen Sie …*: a comma is missing
        if not any(w.tag in VERB_FINAL_OPENERS for w in words[:position]):
            continue
        forms = {reading.form for reading in tables.verb_readings(word.lower)}
        helper = following.lower
        future = helper.startswith(("wird", "werd", "würd", "wurd"))
        if "Inf" in forms and (following.tag == "VMFIN" or future):
            retag(word, f"{word.tag[:2]}INF")
        elif "Part2" in forms and following.tag == "VAFIN":
            retag(word, f"{word.tag[:2]}PP")


def modal_infinitive(words: Sequence[Word]) -> None:
    """*müssen … hinterfragen können*, *will … zu tun haben*: no finite verb."""
    for position, word in enumerate(words[1:], 1):
        before = words[position - 1]
        if word.tag not in ("VMFIN", "VAFIN"):
            continue
        # *Sollten Sie Fragen haben,*
        bracket = word.tag == "VAFIN" and ends_its_field(words, position)
        if not before.tag.endswith(("INF", "PP")) and not bracket:
            continue
        if not any(r.form == "Inf" for r in tables.verb_readings(word.lower)):
            continue
        for place in range(position - 1, -1, -1):
            other = words[place]
            if other.tag in VERB_FINAL_OPENERS or other.tag == "$.":
                break
            if other.tag == "$," and words[place + 1].tag == "KON":
                break  # *wenn Sie A abmelden möchten, aber B verloren haben*
            final = other.tag == "VMFIN" and words[place + 1].tag == "KON"
            if final and words[place - 1].tag[2:] in ("INF", "PP"):
                break  # *dass Sie nicht gehen können und lange warten müssen*
            if other.tag == "VMFIN" or (other.finite and other.lower.startswith(("wird", "würd"))):
                retag(word, f"{word.tag[:2]}INF")
                break
            if other.finite:
                break


def attributive(words: Sequence[Word], position: int) -> None:
    """*eine bereits bezahlte Gebühr*: a participle with an ending in front of its noun."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None:
        return
    if following.tag not in ("NN", "ADJA", "TRUNC", "NE") and not _pair_opens(words, position):
        return
    if not _inflected_participle(word.lower):
        return
    first = position - 1
    while first > 0 and words[first].tag in _LIGHT:
        first -= 1
    determined = first >= 0 and words[first].tag in _DETERMINERS
    # *Nicht mehr benötigte Ausweise sind …*, too
    begins = all(w.tag in _LIGHT for w in words[:position]) and any(
        w.finite for w in words[position + 2 : chunk_end(words, position)]
    )
    second = _second_in_field(words, position)
    listed = position > 0 and words[position - 1].tag == "KON" and word.dep != "amod"
    paired = listed and position > 1 and words[position - 2].tag == "ADJA"  # *Verlorene oder …*
    closed_by = words[position + 1 : chunk_end(words, position)]
    # *Für bis zum 31. März nicht bezahlte Rechnungen wird … erhoben*: the verb is another
    led = not listed and words[0].tag == "APPR" and not any(w.tag[:1] == "$" for w in words[:first])
    led = led and any(w.finite for w in closed_by) and not any(w.tag == "KON" for w in closed_by)
    if determined or begins or paired or led or (second and not listed):
        retag(word, "ADJA")


def _pair_opens(words: Sequence[Word], position: int) -> bool:
    """*Beschädigte oder verlorene Medien müssen …*: two qualities of one noun open the sentence."""
    tags = [w.tag for w in words[position + 1 : position + 4]]
    return position == 0 and tags == ["KON", "ADJA", "NN"]


def extended(words: Sequence[Word], position: int) -> None:
    """*die von Ihnen beantragte Leistung*, *der zu zahlende Betrag*: determiner and participle."""
    found = attributes.find(words, position)
    if found is None:
        return
    if words[position].tag in ("PDS", "PIS", "PPER", "PRELS"):
        retag(words[position], "ART")
    for word in words[found.participle : found.noun]:
        if word.tag not in ("ADJA", "CARD", "KON"):
            retag(word, "ADJA")
    before = words[found.participle - 1]
    if before.lower == "zu" and attributes.participle(words[found.participle].lower)[1] == "Part1":
        retag(before, "PTKZU")
    for word in words[position + 1 : found.participle]:
        if word.tag in ("ART", "PRELS", "PDS") and word.lower in (
            "der",
            "die",
            "das",
            "den",
            "dem",
        ):
            retag(word, "ART")


def _inflected_participle(lower: str) -> bool:
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem != lower and any(r.form == "Part2" for r in tables.verb_readings(stem)):
            return True
    return False


def _second_in_field(words: Sequence[Word], position: int) -> bool:
    """Whether the clause has its finite verb already, with no border in between."""
    for other in reversed(words[:position]):
        if other.tag.startswith("$") or other.tag in VERB_FINAL_OPENERS:
            return False
        if other.finite:
            return True
    return False


def _names_people(text: str) -> bool:
    """*Erwachsene*, *Angestellter*: an adjective that is a noun as well."""
    return text in tables.adjectival_lemmas() or text + "r" in tables.adjectival_lemmas()


def determiners(words: Sequence[Word], position: int) -> None:
    """*kann das Amt …*: an article in front of its noun. *jedem, der …*: a pronoun without one.
    *Denkmalgeschützte Häuser …*: the capital of the first word is no noun's."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    before = words[position - 1] if position else None
    alone = following is None or following.tag[:1] == "V" or following.tag in ("$,", "$.", "PTKVZ")
    if word.tag == "ART" and alone and word.lower.startswith("ein"):
        retag(word, "PIS")  # *drei Zeiten, von denen Sie eine auswählen können*
    if word.lower == "ihr" and word.tag == "PPOSAT" and _no_noun_behind(words, position):
        retag(word, "PPER")  # *soweit es ihr möglich ist*
    if word.tag == "PIAT" and (following is None or following.tag.startswith(("$", "V", "APPR"))):
        retag(word, "PIS")
    noun = following is not None and following.tag == "NN"
    dear = before is None and word.text in ("Liebe", "Lieber") and noun
    if dear and any(w.tag == "$," for w in words[2:6]):
        retag(word, "ADJA")  # *Liebe Eltern, …*
    if noun and before is None and word.tag[:1] == "V" and _attribute_of_first(words):
        retag(word, "ADJA")  # *Nähere Auskünfte gibt das Amt.*
    counted = following is not None and following.tag == "CARD"
    if word.tag == "ADJA" and counted and word.text[0].isupper() and _names_people(word.text):
        retag(word, "NN")  # *Eintritt: Erwachsene 5 Euro*
    bare = following is None or following.tag.startswith(("$", "V"))
    if word.tag == "ART" and bare and word.lower in _ARTICLES and before is None:
        retag(word, "PDS")  # *Den musst du mitteilen.*
    bare = bare or (following is not None and following.tag not in _NOMINAL)
    if word.tag == "PDAT" and bare and word.lower.startswith("dies"):
        retag(word, "PDS")  # *Dieser sollte enthalten:*
    verb_next = following is not None and following.tag[:2] == "VV"
    if verb_next is False and word.lower == "etwas" and following is not None:
        after = words[position + 2] if position + 2 < len(words) else None
        verb_next = following.tag == "PTKNEG" and after is not None and after.tag[:2] == "VV"
    if word.lower == "etwas" and following is not None and following.lower == "anderes":
        retag(word, "PIS")
    plain = word.lower == "etwas" and not any(w.tag == "PRF" for w in words[:position])
    if plain and word.tag == "ADV" and verb_next:
        retag(word, "PIS")  # *ohne dass Sie etwas tun*
    if following is None or following.tag != "NN":
        return
    relative = word.tag == "ART" and before is not None and before.tag == "$,"
    if relative and word.lower in _ARTICLES and not could_be_article(word.lower, following.text):
        retag(word, "PRELS")  # *der Hund, den Frau Krüger abholte*
    alone = before is None or not before.tag.startswith(("$,", "APPR", "KON"))
    end = chunk_end(words, position)  # *…, das Leck abzudichten*: no clause, no relative pronoun
    alone = alone or not any(w.tag[:1] == "V" and not _to_do(words, w) for w in words[position:end])
    demonstrative = word.tag in ("PDS", "PRELS", "PPER") and word.lower in _ARTICLES
    if demonstrative and alone and could_be_article(word.lower, following.text):
        retag(word, "ART")
    opens = before is None and word.tag in ("NE", "NN") and len(word.text) > 6
    if opens and word.lower.endswith(_ENDINGS) and not tables.noun_readings(word.text):
        named = any(word.text in members for members in tables.names().values())
        if not named and compounds.head_form(word.text)[0] == "" and "-" not in word.text:
            retag(word, "ADJA")


def _no_noun_behind(words: Sequence[Word], position: int) -> bool:
    """Whether neither a noun nor what may stand in front of one follows."""
    for word in words[position + 1 :]:
        if word.tag in ("ADV", "ADJD", "PTKNEG", "PTKA"):
            continue
        return word.tag[:1] in "V$" or word.tag in ("APPR", "APPRART", "ART", "PPER", "PRF")
    return True


def _attribute_of_first(words: Sequence[Word]) -> bool:
    """Whether the first word can be an adjective and another verb is the clause's."""
    lower = words[0].lower
    graded = lower.removesuffix("e").removesuffix("er") in ("näh", "höh", "größ", "läng", "kürz")
    if not (graded or lower == "nähere" or _attribute_ending(lower)):
        return False
    return any(w.finite for w in words[2 : chunk_end(words, 0)])


def _to_do(words: Sequence[Word], verb: Word) -> bool:
    """*abzudichten*, *zu schließen*"""
    place = verb.index - words[0].index
    return verb.tag == "VVIZU" or (place > 0 and words[place - 1].tag == "PTKZU")


_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))


def apart(words: Sequence[Word], position: int) -> None:
    """*bekannt gegeben*: one verb, written apart. *gilt als erteilt*: an adjective."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    place = position - 1
    while place > 0 and words[place].tag == "PTKNEG":
        place -= 1  # *gilt als nicht bestanden*
    compared = place >= 0 and words[place].lower in ("als", "wie") and words[place].tag != "KOUS"
    if word.tag == "VVPP" and compared and (following is None or not following.finite):
        retag(word, "ADJD")
    if word.tag != "ADJD" or following is None or following.tag[:2] != "VV":
        return
    if word.lower in closed.members("particles_apart"):
        bases = {r.infinitive for r in tables.verb_readings(following.lower) if not r.joined}
        if any(word.lower + base in tables.verb_classes() for base in bases):
            retag(word, "PTKVZ")


def governing(words: Sequence[Word], position: int) -> None:
    """*suchen nach Wegen*: in front of its noun it is a preposition, not a particle."""
    word = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if word.tag != "PTKVZ" or following is None or word.lower not in closed.prepositions():
        return
    if (
        following.tag in ("NN", "NE", "ADJA", "CARD", "PPER", "ART", "PPOSAT", "XY")
        and word.lower != "ab"
    ):
        retag(word, "APPR")


def before_werden(words: Sequence[Word]) -> None:
    """*gefällt werden dürfen*, *gefällt worden*: a participle, whatever else the form can be."""
    for word, helper, behind in zip(words, words[1:], words[2:], strict=False):
        modal = helper.lower == "werden" and behind.tag == "VMFIN"
        last = helper.lower in ("werden", "wird") and behind.tag in ("$.", "$,")
        last = last and word.lower not in closed.members("adjectival_beside_werden")
        if not modal and not last and helper.lower != "worden":
            continue
        if word.tag in ("VVFIN", "VVINF", "ADJD") and any(
            r.form == "Part2" for r in tables.verb_readings(word.lower)
        ):
            retag(word, "VVPP")
