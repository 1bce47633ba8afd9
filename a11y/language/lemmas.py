"""Base forms by voting: word tables first, then simplemma, then HanTa for what nobody knows."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import Any

from a11y.language import closed, dictionary
from a11y.language.compounds import head_form, opens_compound
from a11y.language.lexicon import tables
from a11y.language.word import Word

_FORMS = {"INF": {"Inf"}, "IZU": {"InfZu"}, "PP": {"Part2"}, "IMP": {"Imp", "Pres"}}
_FINITE = {"Pres", "Past", "Sub1", "Sub2"}


def lemmatise(words: list[Word]) -> None:
    """Fill ``lemma`` of all words from form, tag and features."""
    _open()
    for word in words:
        word.lemma = lemma(word.text, word.tag, _features(word))


@cache
def _open() -> None:
    """What lemmas are looked up in is opened with the first text, not somewhere in a later one."""
    _simple("der")
    _hanta()
    opens_compound("")


def _features(word: Word) -> str:
    morph = word.morph
    if word.tag == "NN":
        return f"{morph.get('Case', '')}|{morph.get('Number', '')}|{morph.get('Gender', '')}"
    if word.tag[:1] == "V":
        return f"{morph.get('Tense', '')}|{morph.get('Mood', '')}|"
    return ""


@lru_cache(maxsize=100_000)
def lemma(text: str, tag: str, features: str = "||") -> str:
    """Base form of one token. features: ``Case|Number|Gender`` for nouns, ``Tense|Mood|``."""
    if tag.startswith("$") or tag == "XY" or not any(char.isalpha() for char in text):
        return text
    if tag[:1] == "V":
        return _verb(text, tag, features)
    if tag == "NN":
        return _noun(text, features)
    if tag == "ADJD" and not text.lower().endswith(("er", "sten")):
        return text.lower()
    if tag in ("ADJA", "ADJD"):
        return _adjective(text)
    if tag == "NE":
        return _name(text)
    return _closed(text, tag)


def _verb(text: str, tag: str, features: str) -> str:
    lower = text.lower()
    wanted = _FORMS.get(tag[2:], _FINITE)
    found = [r.infinitive for r in tables.verb_readings(lower) if r.form in wanted]
    if not found:
        found = [r.infinitive for r in tables.verb_readings(lower)]
    if not found:
        return _unknown_verb(lower, tag)
    votes = Counter(found)
    if len(votes) == 1:
        return found[0]
    tense = features.partition("|")[0]
    for reading in tables.verb_readings(lower):
        if tense and reading.form == {"Past": "Past", "Pres": "Pres"}.get(tense):
            votes[reading.infinitive] += 1
    votes[_simple(lower)] += 3
    for rare in closed.members("rare_verbs") & set(found):
        votes[rare] -= 8
    known = {infinitive: votes[infinitive] for infinitive in dict.fromkeys(found)}
    return max(known, key=lambda infinitive: known[infinitive])


def _unknown_verb(lower: str, tag: str) -> str:
    if tag.endswith("INF") and lower.endswith("n"):
        return lower
    wanted = _FORMS.get(tag[2:], _FINITE)
    for reading in tables.unlisted_readings(lower):
        if reading.form in wanted:
            return reading.infinitive
    if tag == "VVIZU":
        joined = lower.replace("zu", "", 1)
        return joined if joined.endswith("n") else lower
    if tag == "VVPP":  # an unlisted particle on a known participle: *rückgemeldet*
        for start in range(2, len(lower) - 4):
            for reading in tables.verb_readings(lower[start:]):
                if reading.form == "Part2":
                    return lower[:start] + reading.infinitive
    guess = _simple(lower)
    return guess if guess.endswith("n") else _hanta_lemma(lower, tag).lower()


def _noun(text: str, features: str) -> str:
    if text.isupper() and len(text) <= 5:
        return text
    if any(char.isupper() for char in text[1:]) and "-" not in text and not text.isupper():
        return text  # *eVB*, *BAföG*
    form = text if not text.isupper() else text.capitalize()
    form = form[0].upper() + form[1:]
    inclusive = _inclusive(form)
    if inclusive:
        return inclusive
    prefix, head = head_form(form)
    readings = tables.noun_readings(head)
    if not readings:
        guess = _simple(form)
        return guess if guess[:1].isupper() and guess != form else _trimmed(form)
    case, number, gender = ([*features.split("|"), "", "", ""])[:3]
    votes: Counter[str] = Counter()
    for reading in readings:  # the best reading counts, not how many cases share the form
        fits = 1 + 2 * (reading.number == number) + (reading.gender == gender)
        votes[reading.lemma] = max(votes[reading.lemma], fits + (reading.case == case))
    best = {name: votes[name] for name in dict.fromkeys(r.lemma for r in readings)}
    if len(best) > 1:
        guess = _simple(head)
        if guess in best:
            best[guess] += 4
        if head in best and not prefix and number != "Plur":
            best[head] += 3
        if head in best and tables.noun_classes().get(head, ("?",))[0].startswith("|"):
            best[head] += 12  # *Daten*, *Kosten* have no singular
        for name in best:  # *Angestellten*: the masculine is the usual base form
            if name.endswith("er") and name in tables.adjectival_lemmas():
                best[name] += 1
    chosen = max(best, key=lambda name: best[name])
    return prefix + (chosen.lower() if prefix and not prefix.endswith("-") else chosen)


def _inclusive(form: str) -> str:
    """*Bürger*innen*, *Antragsteller:in* stay what they are, in the singular."""
    for mark in "*:_":
        if mark in form:
            stem, _, ending = form.partition(mark)
            return f"{stem}{mark}in" if ending.startswith("in") else f"{stem}{mark}{ending}"
    return ""


def _trimmed(form: str) -> str:
    for ending, base in (("innen", "in"), ("ungen", "ung"), ("heiten", "heit"), ("keiten", "keit")):
        if form.endswith(ending):
            return form.removesuffix(ending) + base
    return form


def _adjective(text: str) -> str:
    lower = text.lower()
    stems = tables.adjective_stems()
    if stems.get(lower) == lower:
        return lower
    for ending in ("en", "er", "es", "em", "e"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 1:
            if stem in stems:
                return stems[stem]
            if any(r.form == "Part2" for r in tables.verb_readings(stem)):
                return stem
            if stem.endswith("end") and tables.verb_readings(stem[:-1]):
                return stem
    compared = _compared(lower)
    if compared:
        return compared
    guess = _simple(lower).lower()
    return guess if guess != lower else _bare(lower)


def _compared(lower: str) -> str:
    for ending in ("sten", "ste", "ster", "stes", "stem", "eren", "ere", "erer", "eres", "er"):
        if lower.endswith(ending):
            stem = lower.removesuffix(ending).removesuffix("e")
            for candidate in (stem, stem.translate(_PLAIN)):
                lemma_ = tables.adjective_stems().get(candidate)
                if lemma_:
                    return lemma_
    return {"besser": "gut", "beste": "gut", "besten": "gut", "mehr": "mehr"}.get(lower, "")


_PLAIN = str.maketrans("äöü", "aou")


def _bare(lower: str) -> str:
    for ending in ("en", "er", "es", "em", "e"):
        if lower.endswith(ending) and len(lower) > len(ending) + 3:
            return lower.removesuffix(ending)
    return lower


def _name(text: str) -> str:
    known = tables.names()
    listed = any(text in members for members in known.values())
    genitive = text.endswith("s") and any(text[:-1] in members for members in known.values())
    return text[:-1] if genitive and not listed else text


def _closed(text: str, tag: str) -> str:
    lower = text.lower()
    if text in ("Sie", "Ihnen"):
        return "Sie"
    if tag == "PPOSAT" and text[0].isupper() and lower.startswith("ihr"):
        return "Ihr"
    if tag == "PPOSAT" and lower.startswith("ihr"):
        return "ihr"
    if tag in ("PPER", "PRF"):
        return closed.lemma_of("pronoun_lemmas").get(lower, lower)
    if lower in closed.contractions():
        return closed.contractions()[lower][0]
    if (tag[:1] in ("P", "A") and tag not in ("PAV", "PWAV", "APPR", "ADV")) or tag == "ART":
        return closed.lemma_of("determiner_lemmas").get(lower, lower)
    return lower if tag != "FM" else text


@lru_cache(maxsize=50_000)
def _simple(text: str) -> str:
    return dictionary.lemma(text)


@cache
def _hanta() -> Any:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")


@lru_cache(maxsize=10_000)
def _hanta_lemma(text: str, tag: str) -> str:
    """HanTa analyses 170 words a second: only what no table knows comes here."""
    if len(text) > 60:
        return text
    return str(_hanta().analyze(text)[0])
