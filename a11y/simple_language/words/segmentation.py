"""Where a long compound may be parted for the eye: *Geburts·urkunde*.

Other than ``a11y.language.split_compound``, which keeps words whole that mean one thing, this
parts every word whose halves readers know by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from a11y.language import split_compound
from a11y.language.compounds import opens_compound
from a11y.language.lexicon import tables
from a11y.simple_language.data_file import data_file
from a11y.simple_language.readability import LONG_WORD, zipf
from a11y.simple_language.wording import word_list, word_set

_LINKS = ("", "s", "es", "n", "en", "er", "e")
_KNOWN = 2.9
"""Zipf frequency from which a part counts as known to readers."""

_DERIVED = ("ungs", "heits", "keits", "schafts", "ions", "täts")
"""Endings that only a first part can have."""

_FIRST = word_set(
    "privat schul sprach grenz pauschal initiativ englisch deutsch hinzu ansprech dauer gewerbe "
    "selbst eigen groß klein sonder allgemein schwer wohn bau fahr lern melde prüf kenn park lauf "
    "schreib rück zwischen haupt neben erst fremd rechts ehe pflege kranken arbeits berufs "
    "bundes landes kreis stadt online kinder eltern jugend sozial daten ausweis zentral grund "
    "zusammen außen innen brutto netto job clearing visa inter arbeitslos allein haushalts gesamt "
    "erwerbs freizügigkeits elektro dokumentar gleich minder hoch psycho physio hinweisgeber "
    "investment europa höchst mindest kontroll hör universal individual vorab langzeit spät voll"
)
_NEVER_LAST = word_set(
    "ung ungen heit heiten keit keiten schaft schaften tion tionen ion lein chen tum nis nisse "
    "teller tellers tellern lich tät täten ling linge rinnen innen samt ende enden eher eier igen "
    "eren ieren stand ische ischen ischer isches ting"
)
_NEVER_FIRST = word_set(
    "verb ver ent vor aus auf ein bei zer miss über unter nach hin her weg vers voraus heraus "
    "wied hinaus unters überg unterg herein vorbei zurück"
)


_NO_WORD = 80
"""Letters that no German word in use has; every cut of a longer row would be tried in vain."""


@lru_cache(maxsize=20_000)
def parted(word: str) -> tuple[str, ...]:
    """The written pieces of a noun form, at most three; one piece where no cut is certain."""
    if not word.isalpha() or word.isupper() or len(word) > _NO_WORD:
        return (word,)
    noun = word[:1].isupper()
    cut = _known_seam(word) or (_noun_cut(word) if noun else _before_verb(word))
    cut = cut or _before_adjective(word)  # at a sentence's start, too: *Antragsberechtigt sind …*
    if cut is None:
        return (word,)
    left, right = word[:cut], word[cut:]
    pieces = [left, right]
    if len(left) > LONG_WORD:
        inner = _best_cut(left, bare=True)
        pieces = [left[:inner], left[inner:], right] if inner else pieces
    if len(right) > LONG_WORD and len(pieces) == 2:
        inner = _best_cut(right.capitalize())
        pieces = [left, right[:inner], right[inner:]] if inner else pieces
    return tuple(pieces)


@cache
def _seams() -> tuple[frozenset[str], Mapping[str, int]]:
    """First parts of three letters, and stems with the place of their seam."""
    record = data_file("seams")
    stems = [stem.lower() for line in record["stems"] for stem in line.split()]
    known = {stem.replace("·", ""): stem.index("·") for stem in stems}
    return word_set(record["short_firsts"]), known


_ENDINGS = re.compile(r"(?:in(?:nen)?|e[mnrs]?|s|n|ung(?:en)?|keit(?:en)?|isch(?:e[mnrs]?)?)?")


def _known_seam(word: str) -> int | None:
    """*Wieder|gutmachungen*: a stem of the table, with an ending."""
    lower, (_, stems) = word.lower(), _seams()
    for size in range(len(word), max(len(word) - 7, 3), -1):
        seam = stems.get(lower[:size])
        if seam is not None and _ENDINGS.fullmatch(lower, size):
            return seam
    return None


def _noun_cut(word: str) -> int | None:
    """*Arbeit·nehmerin* is parted as *Arbeit·nehmer* is."""
    cut = _best_cut(word) or _dictionary_cut(word)
    he = re.sub(r"in(?:nen)?$", "", word)
    if cut is not None or he == word or not he.endswith("er"):
        return cut
    return _dictionary_cut(he) or _best_cut(he)


def _dictionary_cut(word: str) -> int | None:
    """Where the last part begins that the dictionary of compounds gives, if it is written so."""
    *before, last = split_compound(word)
    cut = len(word) - len(last)
    if word[:cut].lower() in _NEVER_FIRST:
        return None  # *Verb·raucher*
    if cut < 4 and word[:cut].lower() not in _seams()[0]:
        return None
    return cut if before and len(last) > 2 and word.endswith(last.lower()) else None


_LONG = re.compile(
    rf"(?<![\w@./:-])[^\W\d_]{{{LONG_WORD + 1},}}(?![\w@/-])(?!\.[a-z])"
    r"(?<!straße)(?<!platz)(?<!gasse)"
)


def visible(text: str, *, separator: str = "·") -> str:
    """A finished text with its long compounds parted for reading: *Geburts·urkunde*.

    Street names and addresses on the net stay as they are. For showing only: programs that read
    the text on look words up unparted.
    """
    return _LONG.sub(lambda found: separator.join(parted(found[0])), text)


@lru_cache(maxsize=20_000)
def _best_cut(word: str, *, bare: bool = False) -> int | None:
    """The cut whose halves are both known, the most even one; bare: a link may close the word."""
    options = []
    for cut in range(3, len(word) - 3):
        first, tail = word[:cut], word[cut:]
        if tail in _NEVER_LAST or (cut == 3 and first.lower() not in _seams()[0]):
            continue
        effort = _head_effort(tail, bare=bare)
        if effort < _IMPOSSIBLE and (effort := effort + _first_effort(first)) < _IMPOSSIBLE:
            options.append((abs(2 * cut - len(word)) - 2 * _link_bonus(first) + effort, cut))
    return min(options)[1] if options else None


_ADJECTIVES = re.compile(
    r"(?:pflichtig|berechtigt|berechtigend|bedürftig|fähig|wirtschaftlich|gerichtlich|rechtlich"
    r"|sprachig|sprachlich|pädagogisch|kulturell|gültig|folgend|orientiert|bezogen|bedingt|mäßig"
    r"|polizeilich|medizinisch|gebunden|gefährdet|behindert|gerecht|verordnung|übergreifend"
    r"|unfähig|üblich|bereit|getreu|versichert|erziehend|vorbereitend|tätig|frei|abhängig|willig"
    r"|spezifisch|geschützt|belastet|begleitend|fördernd|schonend|widrig|tauglich|untauglich"
    r"|amtlich|betrieblich|behördlich|ärztlich|staatlich|geschlechtlich|jährig|gefährdend|verletzend"
    r"|begünstigt|gemindert|befreit|effizient|wissenschaftlich|handwerklich|würdig|neutral|typisch"
    r"|günstig|pflegend|bildend|haltig|relevant|betroffen|eigen|intern)"
    r"(?:e[nrsm]?)?$"
)
_BEFORE_VERBS = word_list(
    "zusammen auseinander gegenüber entgegen zurück wieder weiter herunter hinunter hinein heraus "
    "hinaus vorbei vorüber unter wahr"
)


def _before_verb(word: str) -> int | None:
    """*zurück|schicken*, *unter|schreiben*: a first part that everybody knows, and a known verb."""
    for first in _BEFORE_VERBS:
        rest = word.removeprefix(first)
        if rest == word or len(rest) < 6:
            continue
        known = tables.verb_readings(rest) and zipf(rest) >= _KNOWN
        return len(first) if known or word == "wahrscheinlich" else None
    return None


def _before_adjective(word: str) -> int | None:
    """*gebühren|pflichtig*: a known first part and an adjective that closes compounds."""
    found = _ADJECTIVES.search(word)
    if found is None or found.start() < 4 or _first_effort(word[: found.start()]) >= _IMPOSSIBLE:
        return None
    return found.start()


_IMPOSSIBLE = 1000
_COMPOSED = 14
"""What it costs that a half is itself only known by its parts: *Führerschein·stelle* is better
than *Führer·scheinstelle*."""
_SHORT = 9
"""What a first part of three letters costs: *Bauspar·vertrag* is better than *Bau·sparvertrag*."""


def _head_effort(tail: str, *, bare: bool) -> int:
    forms = [tail.capitalize()]
    if bare:
        forms += [form[: -len(link)] for form in list(forms) for link in _LINKS if link]
    if any(_is_noun_form(form) and _is_known(form) for form in forms):
        return 0
    if len(tail) >= 9 and _best_cut(tail.capitalize()) is not None:
        return _COMPOSED
    return _IMPOSSIBLE


def _is_noun_form(form: str) -> bool:
    """Whatever ends in *-ung* is a noun, whether or not the dictionaries have it."""
    return form in tables.noun_forms() or (len(form) > 7 and form.endswith(("ung", "ungen")))


def _is_known(form: str) -> bool:
    lemmas = {reading.lemma for reading in tables.noun_readings(form)}
    if form.endswith("ungen"):
        lemmas.add(form[:-2])
    return max(zipf(word) for word in (form, *lemmas)) >= _KNOWN


@lru_cache(maxsize=20_000)
def _first_effort(text: str) -> int:
    lower = text.lower()
    if lower in _NEVER_FIRST:
        return _IMPOSSIBLE
    if lower in _seams()[0]:
        return _SHORT
    if lower in _FIRST or (len(lower) >= 8 and lower.endswith(_DERIVED)):
        return 0
    if opens_compound(lower) and zipf(opens_compound(lower)) >= _KNOWN:
        return 0
    if any(lower.endswith(link) and _is_noun(lower[: len(lower) - len(link)]) for link in _LINKS):
        return 0
    composed = len(lower) >= 9 and any(
        _best_cut(stem.capitalize()) is not None
        for stem in (lower, lower[:-1] if lower.endswith(("s", "n")) else "")
        if stem
    )
    return _COMPOSED if composed else _IMPOSSIBLE


def _link_bonus(first: str) -> int:
    """A linking *s* is the surest sign of a seam: *Aufenthalts·recht*."""
    lower = first.lower()
    return int(lower.endswith("s") and _is_noun(lower[:-1]))


@cache
def _is_noun(lower: str) -> bool:
    lemma = lower.capitalize()
    known = lemma in tables.noun_classes() or f"{lemma}r" in _adjectival()
    return len(lower) >= 3 and known and zipf(lemma) >= _KNOWN


@cache
def _adjectival() -> frozenset[str]:
    """Nouns like *Arbeitsloser*, whose compounds begin with the weak form."""
    return frozenset(tables.adjectival_lemmas())
