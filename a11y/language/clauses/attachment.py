"""Which phrases belong inside others: genitives, prepositional attributes, coordination, brackets.

Fields decide first (before the finite verb of a main clause stands one constituent), then case,
then the parse.
"""

from __future__ import annotations

from a11y.language import closed
from a11y.language.clauses.adverbials import (
    is_time,
    noun_is,
    noun_takes,
    stands_with_verb,
    takes_object,
)
from a11y.language.clauses.agreement import Features
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase, absorb
from a11y.language.lexicon import tables
from a11y.language.word import Word

_JOINING = {"KON", "$,"}


_QUOTES = ("„", "“", "”", "»", "«", "‚", "‘", '"', "``", "''")
_LIGHT = frozenset(
    ("auch", "nur", "selbst", "nicht", "sogar", "zudem", "ggf.", "gegebenenfalls", "etwa")
)
_NEVER_ATTRIBUTES = frozenset(
    ("per", "mittels", "mithilfe", "via", "trotz", "wegen", "aufgrund", "binnen", "innerhalb")
) | {"während", "seit"}


def attach(phrases: list[Phrase], draft: Draft, *, predicate: str) -> list[Phrase]:
    """The clause's constituents among its phrases, in text order.

    predicate: the clause's verb, whose own prepositional objects stay outside other phrases.
    """
    words = draft.words
    place = {word.index: position for position, word in enumerate(words)}
    kept: list[Phrase] = []
    alone = any(not p.preposition and p.cases() == {"Dat"} for p in phrases)
    draft.wants_dative = predicate in closed.members("dative_verbs") and not alone
    for phrase in phrases:
        before = kept[-1] if kept else None
        if before is None:
            kept.append(phrase)
            continue
        if phrase.head.index in draft.stands_for:  # *…, ältere Kinder | zum halben Preis*
            kept.append(phrase)
            continue
        gap = words[place[before.last] + 1 : place[phrase.first]]
        replaces = before.head.index in draft.stands_for and not before.preposition
        if replaces and phrase.preposition and not gap:  # *…, Gruppen ab zehn Personen | 20 Euro*
            absorb(before, phrase, gap)
            continue
        quoted = bool(gap) and all(word.text in _QUOTES for word in gap)
        gap = [word for word in gap if word.text not in _QUOTES]
        if quoted and before.head.tag == "NN" and not phrase.preposition and not phrase.pronoun:
            absorb(before, phrase, gap)  # *der Dienst „Rücksetzdienst“*
            continue
        object_ = bool(phrase.preposition) and takes_object(predicate, phrase.preposition)
        own_object = object_ and not _in_front_field(phrase, draft)
        if not own_object and _inside(before, phrase, gap, draft):
            absorb(before, phrase, gap)
            _bracket_end(before, words, place)
            continue
        listed = _list_goes_on(words, place[phrase.last])
        if listed and _describes_first(kept, phrase, gap):
            before = kept[-2]
            absorb(before, kept.pop(), [])
            before.conjuncts.append(phrase)
            absorb(before, phrase, gap)
        elif _coordinated(before, phrase, gap, listed=listed):
            plain = before.words[-1] in before.core
            if plain or before.conjuncts or phrase.head.head == before.head.index:
                before.conjuncts.append(phrase)  # else it joins what is embedded in ``before``
            absorb(before, phrase, gap)
        else:
            kept.append(phrase)
    return kept


def _bracket_end(phrase: Phrase, words: list[Word], place: dict[int, int]) -> None:
    opened = sum(word.text == "(" for word in phrase.words)
    closed_ = sum(word.text == ")" for word in phrase.words)
    after = place[phrase.last] + 1
    if opened > closed_ and after < len(words) and words[after].text == ")":
        phrase.words.append(words[after])


def _in_front_field(phrase: Phrase, draft: Draft) -> bool:
    """Before the finite verb of a main clause."""
    if draft.verb_final or draft.finite is None or draft.verb_first:
        return False
    return phrase.last < draft.finite.index


def _inside(before: Phrase, phrase: Phrase, gap: list[Word], draft: Draft) -> bool:
    if before.pronoun and before.head.tag not in ("PIS", "PDS"):
        return False
    if any(word.text == "(" for word in gap):
        return len(gap) == 1
    if gap and not all(word.tag == "$(" for word in gap):
        return False
    if phrase.pronoun and not phrase.preposition:
        return False
    if gap:
        return False
    own = {word.index for word in before.words}
    by_parse = phrase.head.head in own
    if phrase.preposition:
        if phrase.preposition in _NEVER_ATTRIBUTES and not _in_front_field(phrase, draft):
            return False
        if phrase.preposition_word is not None and phrase.preposition_word.tag == "KOKOM":
            return by_parse and before.head.tag in ("NN", "NE")
        if phrase.preposition == "in Verbindung mit" and phrase.core[0].tag != "ART":
            return True  # *§ 5 i. V. m. § 7*
        if stands_with_verb(phrase.preposition, phrase.head.lemma):
            return False
        if _in_front_field(phrase, draft):
            return True
        counted = any(w.tag == "CARD" for w in phrase.core)
        if counted and is_time(phrase.head.lemma) and phrase.preposition in ("nach", "in", "vor"):
            return False  # *endet der Vertrag | nach zwei Jahren*
        nearest = next((w for w in reversed(before.words) if w.tag in ("NN", "NE")), before.head)
        if noun_takes(nearest.lemma, phrase.preposition):
            return True
        if phrase.preposition in ("nach", "vor", "bis", "ab", "seit") and _dated(phrase):
            return False  # *seinen Antrag | nach dem 31.8.2015*
        if phrase.preposition == "durch" and before.preposition and nearest.lemma.endswith("ung"):
            return True  # *bei Kündigung durch den Vermieter*
        aged = phrase.preposition in _AGES and phrase.head.lemma in ("Jahr", "Lebensjahr")
        if aged and counted and noun_is(nearest.lemma, "people"):
            return True  # *für Personen unter 24 Jahren*
        if phrase.words[0].lower == "rund" and before.head.tag == "NN":
            return True  # *Fragen rund um die Wohnung*
        if phrase.preposition in _PER and before.head.lower in ("euro", "€", "cent"):
            return True  # *10 Euro je Stunde*
        if _goes_there(phrase) and not _moves(nearest):
            return False  # *kommt die Müllabfuhr | in die Südstadt*
        if phrase.preposition == "bei" and noun_is(phrase.head.lemma, "people"):
            return False  # *den Antrag bei der Behörde stellen*
        return by_parse and before.head.tag in ("NN", "NE", "PIS", "CARD")
    if phrase.core[0].tag == "CARD":
        return False  # *der Zuschlag | 5 Euro*: an amount describes no noun without a preposition
    bare = len(phrase.core) == 1 and phrase.head.tag == "NN"
    measured = before.preposition and any(w.tag == "CARD" for w in before.core)
    if bare and measured and is_time(before.head.lemma) and not is_time(phrase.head.lemma):
        return True  # *nach fünf Jahren Aufenthalt*
    if bare and not phrase.head.text.endswith("s"):
        return _apposition(before, phrase, by_parse=by_parse)
    if phrase.cases() == {"Gen"} and before.head.tag in ("NN", "NE", "ADJA", "CARD"):
        return True
    pointing = before.preposition and len(before.core) == 1 and before.head.lemma in _POINTS
    if pointing and "Gen" in phrase.cases() and before.last + 1 == phrase.first:
        return True  # *wenn sie vor Beginn der Maßnahme zugestimmt hat*
    if draft.wants_dative and "Dat" in phrase.cases() and not _in_front_field(phrase, draft):
        return False  # *kommt der Anlieger dieser Pflicht nach*
    if "Gen" in phrase.cases() and (by_parse or _in_front_field(phrase, draft)):
        return before.head.tag in ("NN", "NE", "CARD")
    if _in_front_field(phrase, draft) and by_parse:
        return True
    return _apposition(before, phrase, by_parse=by_parse)


_POINTS = frozenset(
    ("Beginn", "Ende", "Ablauf", "Anfang", "Eingang", "Abschluss", "Erhalt", "Zugang", "Vorlage")
) | {"Inkrafttreten", "Abgabe", "Aufnahme", "Antritt", "Vollendung", "Maßgabe", "Angabe"}
_PER = frozenset(("je", "pro"))
_AGES = frozenset(("unter", "über", "ab", "bis", "zwischen", "von"))


def _dated(phrase: Phrase) -> bool:
    return any(word.text[0].isdigit() and word.text.count(".") > 1 for word in phrase.words)


def _goes_there(phrase: Phrase) -> bool:
    """A place in the accusative: where to."""
    local = phrase.preposition in ("in", "an", "auf") and phrase.cases() == {"Acc"}
    return local and noun_is(phrase.head.lemma, "place")


def _moves(noun: Word) -> bool:
    """*die Reise ins Ausland*, *der Umzug in die Stadt*, *der Weg zum Amt*"""
    return noun.lemma.endswith("ung") or noun_is(noun.lemma, "motion")


def _apposition(before: Phrase, phrase: Phrase, *, by_parse: bool) -> bool:
    named = phrase.head.tag != "NN" or before.head.lemma in closed.members("titles")
    apposition = by_parse and phrase.head.dep in ("appos", "flat", "compound", "nmod")
    return apposition and named and phrase.core[0].tag != "ART"


def _list_goes_on(words: list[Word], last: int) -> bool:
    """Whether *und* or *oder* comes behind this phrase before any verb: *A, B und C*."""
    for word in words[last + 1 :]:
        if word.tag == "KON":
            return True
        if word.tag[:1] == "V" or word.tag in ("$.", "KOUS", "PRELS"):
            return False
    return False


def _coordinated(before: Phrase, phrase: Phrase, gap: list[Word], *, listed: bool) -> bool:
    coordinator = any(word.tag == "KON" for word in gap)
    if before.salutes and not coordinator:
        return False  # *Sehr geehrte Frau Lehmann, vielen Dank …*
    if not (coordinator or listed) and phrase.first - before.last - 1 > len(gap):
        return False  # *alle Kinder, [die hier wohnen,] eine Schule*: the commas are the clause's
    if any(word.tag == "KON" for word in gap):  # *nicht die Stadt selbst, sondern auch der Verein*
        gap = [word for word in gap if word.lower not in _LIGHT]
    if not gap or not all(_joins(word) for word in gap):
        return False
    own = {word.index for word in before.words}
    by_parse = phrase.head.dep in ("conj", "appos") and phrase.head.head in own
    if by_parse:
        return True
    if before.head.tag == "PPER" and not phrase.pronoun and not phrase.preposition:
        return len(gap) == 1 and gap[0].lower in ("und", "oder")  # *Sie und Ihre Familie*
    if phrase.pronoun or before.pronoun:
        return False
    if bool(phrase.preposition) != bool(before.preposition):
        # *an Sonn- und Feiertagen*, *mit Ausweis oder Pass*: the noun phrase joins the other
        joined = any(word.tag == "KON" for word in gap)
        fits = bool(phrase.cases() & before.cases()) and phrase.cases() != {"Nom"}
        return bool(before.preposition) and (joined or (listed and fits))
    if phrase.preposition:
        return phrase.preposition == before.preposition
    return bool(phrase.cases() & before.cases()) or not phrase.cases()


def _describes_first(kept: list[Phrase], phrase: Phrase, gap: list[Word]) -> bool:
    """*Eltern mit kleinen Kindern, Schüler und Studenten*: the series goes on with a noun that does
    not stand under the preposition, whose phrase so belongs to the first noun."""
    if len(kept) < 2 or phrase.preposition or phrase.pronoun or not gap:
        return False
    first, attribute = kept[-2:]
    return (
        bool(attribute.preposition)
        and not first.preposition
        and not first.pronoun
        and first.last + 1 == attribute.first
        and all(word.tag == "$," for word in gap)
        and bool(phrase.cases() & first.cases())
        and not _shares_preposition(phrase, attribute, first)
    )


def _shares_preposition(phrase: Phrase, attribute: Phrase, first: Phrase) -> bool:
    """Whether ``phrase`` can stand in a series under the preposition of ``attribute``."""
    determined = _determined(phrase)
    if determined and not _determined(attribute):
        return not _determined(first)  # *ein Foto in Farbe, | den Ausweis und …*
    features = _likely(phrase)
    if not determined and _determined(attribute):  # *im Garten, | Tische und Stühle*
        return bool(features & attribute.features)
    return bool({case for case, _, _ in features} & attribute.cases())


def _determined(phrase: Phrase) -> bool:
    contracted = phrase.preposition_word is not None and phrase.preposition_word.tag == "APPRART"
    return contracted or phrase.core[0].tag in ("ART", "PPOSAT", "PDAT", "PIAT")


def _likely(phrase: Phrase) -> frozenset[Features]:
    """A noun's readings without the old dative (*dem Tische*); where it stands without an article
    and names people (*Schüler*), there are many."""
    found = phrase.features
    if len(phrase.core) > 1 or phrase.head.tag != "NN":
        return found
    if phrase.head.text == phrase.head.lemma + "e":
        found = frozenset(one for one in found if one[:2] != ("Dat", "Sing"))
    many = frozenset(one for one in found if one[1] == "Plur")
    person = noun_is(phrase.head.lemma, "people") or tables.noun_readings(phrase.head.lemma + "in")
    return many if many and person else found


_FIRST_HALVES = frozenset(("weder", "entweder", "sowohl"))


def _joins(word: Word) -> bool:
    if word.lower in _FIRST_HALVES:
        return False  # *wenn Sie | weder A noch B verwenden*
    return word.tag in _JOINING or word.text in ("/", "bzw.", "beziehungsweise", "sowie", "&")
