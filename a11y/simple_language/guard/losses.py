"""Two texts compared: what of the first is lost in the second, or turned round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from a11y.language import number_words, split_compound
from a11y.language.lexicon.tables import noun_readings
from a11y.simple_language.grammar import days
from a11y.simple_language.guard import opposites, order, roles, scope, signs


class Loss(StrEnum):
    """What differs between two texts."""

    NUMBER = "number"
    NEGATION = "negation"
    MODALITY = "modality"
    CONDITION = "condition"
    LIMIT = "limit"
    QUANTITY = "quantity"
    ADDRESS = "address"
    OPPOSITE = "opposite"
    CONTENT = "content"
    VERB = "verb"
    FORM = "form"


GERMAN = {
    Loss.NUMBER: "Zahl, Betrag oder Datum",
    Loss.NEGATION: "Verneinung",
    Loss.MODALITY: "Müssen, Können oder Dürfen",
    Loss.CONDITION: "Bedingung",
    Loss.LIMIT: "Frist oder Grenze",
    Loss.QUANTITY: "Einheit, Menge oder Vergleich",
    Loss.ADDRESS: "wer angesprochen ist",
    Loss.OPPOSITE: "Gegenteil oder Vertauschung",
    Loss.CONTENT: "Name oder Hauptwort",
    Loss.VERB: "Tätigkeitswort",
    Loss.FORM: "Schreibung",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One difference. before, after: what stood there and what stands there now."""

    loss: Loss
    before: str
    after: str

    def __str__(self) -> str:
        was, now = self._named(self.before), self._named(self.after)
        return f"{GERMAN[self.loss]}: vorher {was}, nachher {now}"

    def _named(self, what: str) -> str:
        """Words of the text as they stand; classes of words (*week (1-mal)*) in German."""
        if self.loss in (Loss.MODALITY, Loss.LIMIT, Loss.QUANTITY):
            kind, space, times = what.partition(" ")
            what = signs.KIND_NAMES.get(kind, kind) + space + times
        if self.loss is Loss.NEGATION and what:
            what = f"„{what.partition(' ')[0]}“{what[len(what.partition(' ')[0]) :]}"
        return what or "nichts"

    def to_dict(self) -> dict[str, str]:
        return {"loss": self.loss.value, "before": self.before, "after": self.after}


_Turned = Callable[[str, str], Iterator[tuple[str, str]]]
_IN_A_TEXT: tuple[_Turned, ...] = (scope.contrasts, scope.focus, scope.exchanged)
_IN_A_SENTENCE: tuple[_Turned, ...] = (
    *_IN_A_TEXT,
    scope.denied_quantity,
    roles.exchanged_parts,
    roles.yours_instead,
    order.steps,
    order.compared,
    order.told_of_another,
)
"""What was turned round with the same words left; in a whole text the words stand too often."""


@lru_cache(maxsize=4096)
def breaches(
    before: str, after: str, *, licence: frozenset[str] = frozenset()
) -> tuple[Breach, ...]:
    """Everything of ``before`` that ``after`` lost, changed or invented, except the licensed kinds.

    Things may be said again (a subject is repeated when a sentence is parted); they may not
    vanish, and nothing new may appear.
    """
    return _compared(before, after, licence=licence, turned=_IN_A_SENTENCE)


def _compared(
    before: str, after: str, *, licence: frozenset[str], turned: Sequence[_Turned]
) -> tuple[Breach, ...]:
    before, after = _readable(before), _readable(after)
    if before == after:  # a word was parted for the eye, a sign written as its word
        return ()
    was, now = _read(before), _read(after)
    found: list[Breach] = []
    for loss in Loss:
        if loss in licence:
            continue
        if loss in was.counts:
            free = signs.LIMIT_FREE if loss is Loss.LIMIT else frozenset[str]()
            found.extend(_difference(loss, was.counts[loss], now.counts[loss], free=free))
        elif loss is Loss.CONDITION and was.conditions != now.conditions:
            found.append(Breach(loss=loss, before=str(was.conditions), after=str(now.conditions)))
        elif loss is Loss.ADDRESS:
            found.extend(_addresses(was, now))
        elif loss is Loss.OPPOSITE:
            found.extend(_opposites(was, now, turned))
        elif loss is Loss.CONTENT:
            found.extend(_content(was.text, now.text))
        elif loss is Loss.VERB and Loss.CONTENT not in licence:
            verbs = scope.lost_verbs(was.text, now.text)
            found.extend(Breach(loss=loss, before=verb, after="") for verb in verbs)
        elif loss is Loss.FORM:
            found.extend(_form(was.text, now.text))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What a text holds, per kind: classes and how often they stand there."""

    text: str
    counts: Mapping[Loss, Counter[str]]
    conditions: int
    addresses: Counter[str]
    any_sie: int
    bounds: Counter[str]


@lru_cache(maxsize=4096)
def _read(text: str) -> _Text:
    """The signs of a readable text; a sentence is compared with many proposals, but read once."""
    return _Text(
        text=text,
        counts={
            Loss.NUMBER: _numbers(text) + opposites.addresses(text),
            Loss.NEGATION: _negations(text),
            Loss.MODALITY: _classes(
                signs.MODAL_PATTERN, signs.POINTED.sub(lambda found: found[0][:-1], text)
            ),
            Loss.LIMIT: _classes(signs.LIMIT_PATTERN, text),
            Loss.QUANTITY: _quantities(text),
        },
        conditions=len(signs.CONDITIONS.findall(text)),
        addresses=Counter(
            {n: k for n, p in signs.ADDRESS_PATTERNS.items() if (k := len(p.findall(text)))}
        ),
        any_sie=len(signs.ANY_SIE.findall(text)) - len(signs.SHE.findall(text)),
        bounds=opposites.bounds(text),
    )


@lru_cache(maxsize=4096)
def _readable(text: str) -> str:
    """Parted words whole (*Pflicht·versicherung* has no *Pflicht*), signs as words."""
    text = re.sub(r"(?<=\w)[·\u00ad](?=\w)", "", text)
    for sign, word in signs.SIGNS.items():
        text = text.replace(sign, word)
    return days.written_out(text)


def vanished(before: str, after: str) -> tuple[Breach, ...]:
    """What a whole text lost: every kind but nouns and spelling; names count as lost, too.

    Whole texts may gain (explanations, subjects said again), so only what is gone is told.
    """
    licence = frozenset({Loss.CONTENT, Loss.FORM, Loss.CONDITION})
    told = _compared(before, after, licence=licence, turned=_IN_A_TEXT)
    found = [one for one in told if one.before]
    if signs.ANY_SIE.search(after):  # *man* became *Sie*: an editor said that the reader is meant
        found = [one for one in found if one.before != "man"]
    found = [one for one in found if not _said_otherwise(one, before, after)]
    before, after = _readable(before), _readable(after)
    was, now = _read(before).conditions, _read(after).conditions
    if now < was:
        found.append(Breach(loss=Loss.CONDITION, before=str(was), after=str(now)))
    found.extend(one for one in _content(before, after) if _is_name(one.before))
    found.extend(
        Breach(loss=Loss.CONTENT, before=item, after="")
        for item in opposites.lost_items(before, after)
    )
    for person in dict.fromkeys(_PERSON.findall(before)):
        if not re.search(rf"\b{person}", after):
            found.append(Breach(loss=Loss.CONTENT, before=person, after=""))
    return tuple(found)


def _said_otherwise(one: Breach, before: str, after: str) -> bool:
    """*Das Befahren ist untersagt* as *Sie dürfen nicht …*; *alle, die X*, as the question *X?*"""
    if one.loss is Loss.MODALITY and one.before == "forbidden":
        return len(_MAY_NOT.findall(after)) > len(_MAY_NOT.findall(before))
    if one.loss is Loss.QUANTITY and one.before == "all":
        asked = after.count("?\nDann ") > before.count("?\nDann ")
        return asked and _ALL_WHO.search(before) is not None
    return False


_MAY_NOT = re.compile(r"\b[Dd](?:ürfen|arf)\b[^.?!\n]*\b(?:nicht|keine?[nmrs]?)\b")
_ALL_WHO = re.compile(r"\b[Aa]lle(?: \w+)?, (?:die|deren|denen)\b")
_PERSON = re.compile(r"\b(?:Frau|Herrn?|Familie|Dr\.|Prof\.) ([A-ZÄÖÜ][a-zäöüß]+)")


def _is_name(word: str) -> bool:
    """A capitalised word that is no form of a known noun, nor of a verb or adjective."""
    parts = split_compound(word)
    return all(not noun_readings(part) for part in parts) and not _ORDINARY.search(word)


_ORDINARY = re.compile(r"(?:en|er|e|es|em|ung|heit|keit)$|[*:_/]|\d|^[A-ZÄÖÜ]{2,}")


def _difference(
    loss: Loss, before: Counter[str], after: Counter[str], *, free: frozenset[str] = frozenset()
) -> Iterable[Breach]:
    for key in sorted(set(before) | set(after)):
        was, now = before[key], after[key]
        if now < was or (was == 0 and now > 0 and key not in free):
            yield Breach(
                loss=loss, before=key if was else "", after=f"{key} ({now}-mal)" if now else ""
            )


def _opposites(was: _Text, now: _Text, orders: Sequence[_Turned]) -> Iterable[Breach]:
    """*vor* for *nach*, *ungültig* for *gültig*; a number whose bound is another one now."""
    for gone, instead in opposites.turned(was.text, now.text):
        yield Breach(loss=Loss.OPPOSITE, before=gone, after=instead)
    come = {part for one in now.bounds - was.bounds for part in one.split()}
    for bound in was.bounds - now.bounds:
        if not come.isdisjoint(bound.split()):
            yield Breach(loss=Loss.OPPOSITE, before=bound, after="")
    for told in orders:
        for gone, instead in told(was.text, now.text):
            yield Breach(loss=Loss.OPPOSITE, before=gone, after=instead)


def _addresses(was: _Text, now: _Text) -> Iterable[Breach]:
    """*Sie* at the start of a sentence may be *they*: alone it can keep an address but never
    prove one; beside a certain one it counts."""
    was_any, now_any = was.any_sie, now.any_sie
    needed = was_any if was.addresses["Sie"] else 0
    they = signs.THEY.search(was.text) or signs.THEY.search(now.text)
    opens = signs.SIE_ACTS.search(was.text) or signs.YOUR.search(was.text)
    lost = was_any and not now_any and not they and opens
    gained = was_any == 0 and (now.addresses["Sie"] or (now_any and not they))
    if now_any < needed or lost or gained:
        yield Breach(loss=Loss.ADDRESS, before="Sie" * bool(was_any), after="Sie" * bool(now_any))
    others = [Counter({k: n for k, n in one.addresses.items() if k != "Sie"}) for one in (was, now)]
    yield from _difference(Loss.ADDRESS, *others)


_PHONE = re.compile(r"(?<![\d.,/-])(?:\+49|\(?0\d+\)?)(?:[ /()–-]{1,3}\d+)+(?![\d.,:]\d)")


_OFTEN = re.compile(r"(zwei|drei|vier|fünf|sechs)mal$")
"""*zweimal* in words; *einmal* also says *first* (*erst einmal*)."""


_ORDINALS = {
    "zweit": "2", "dritt": "3", "viert": "4", "fünft": "5", "sechst": "6", "siebt": "7",
    "neunt": "9", "zehnt": "10", "elft": "11", "zwölft": "12",
}  # fmt: skip
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})e[nrsm]?$")
"""*der zweite Antrag*; *achten* is a verb as well."""


_EVERY = re.compile(r"\bjede[nmrs]? (zweit|dritt|viert|fünft)e[nmrs]?\b")
"""*jeden zweiten Montag*"""


def _numbers(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    plain = text
    for phone in _PHONE.findall(text):
        digits = re.sub(r"\D", "", phone)
        if len(digits) >= 6:
            found[f"phone-{digits}"] += 1
            plain = plain.replace(phone, " ", 1)
    plain = re.sub(r"(?<=\d)[ .\u00a0](?=\d{3}\b)", "", plain)
    for date in re.finditer(r"\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}(?!\d)))?", plain):
        if int(date[2]) <= 12:
            found[f"month-{int(date[2])}"] += 1
            found[str(int(date[1]))] += 1
            if date[3]:
                found[date[3] if len(date[3]) == 4 else f"20{date[3]}"] += 1
    plain = re.sub(
        r"\b\d{1,2}\.\s?(?:0?\d|1[0-2])\.(?:\s?(?:\d{4}|\d{2}(?!\d)))?(?!\d)", " ", plain
    )
    for number in re.finditer(r"\d+(?:[.,:]\d+)*", plain):
        parts = re.split(r"[.,:]", number[0])
        found[".".join(str(int(part)) if i == 0 else part for i, part in enumerate(parts))] += 1
    for which in _EVERY.findall(text.lower()):
        found[f"every-{which}"] += 1
    for word in _LETTERS.findall(text.lower()):
        if counted := _counted(word):
            found[counted] += 1
    return found


_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16_384)
def _counted(word: str) -> str:
    """What a word in small letters counts as: a number, a day, a month; "" for nothing."""
    if (value := number_words.value_of(word)) is not None:
        return str(value)
    if (often := _OFTEN.match(word)) is not None:
        return str(number_words.value_of(often[1]))
    if (which := _ORDINAL.match(word)) is not None:
        return _ORDINALS[which[1]]
    return days.day_class(word) or signs.MONTHS.get(word) or signs.ROMAN.get(word) or ""


def _negations(text: str) -> Counter[str]:
    # *Ein Anspruch besteht nicht* and *es besteht kein Anspruch* deny the same.
    names = ("nicht", "nicht", "nie", "nichts", "niemand", "weder", "ohne", "nirgends")
    found: Counter[str] = Counter()
    for match in signs.NEGATIONS.finditer(text):
        found[names[(match.lastindex or 1) - 1]] += 1
    return found


def _classes(pattern: re.Pattern[str], text: str) -> Counter[str]:
    found = Counter[str]()
    for match in pattern.finditer(text):
        found[match.lastgroup or ""] += 1
    return found


def _quantities(text: str) -> Counter[str]:
    compared = Counter(word.lower() for word in signs.COMPARED.findall(text))
    found = _classes(signs.QUANTITY_PATTERN, text)
    if found["all"]:
        del found["each"]  # *jeder zahlt jeweils*: said twice
    return found + compared


def _content(before: str, after: str) -> Iterable[Breach]:
    """Every noun or name of before has a word of the same stem in after."""
    words = [word.lower().replace("·", "") for word in re.findall(r"[\w·-]+", after)]
    now = {part for word in words for part in (word.replace("-", ""), *word.split("-"))}
    for noun in dict.fromkeys(signs.NOUN.findall(before)):
        stem = _stem(noun.lower().replace("-", ""))
        if stem in _SYNONYM_SAFE:
            continue
        if not any(word.startswith(stem) for word in now):
            yield Breach(loss=Loss.CONTENT, before=noun, after="")


_SYNONYM_SAFE = frozenset(
    {"ausnahm", "sie", "ihn", "ihr", "ihne", "std", "min", "mio", "mrd", "tel", "abs", "hbf"}
)
"""Forms of address, abbreviations that are written out; exceptions are counted apart."""


def _stem(word: str) -> str:
    """What inflection leaves untouched: the word without its last endings (umlauts kept apart)."""
    bare = re.sub(r"(?:innen|nen|en|es|er|em|e|n|s)$", "", word) if len(word) > 4 else word
    return bare if len(bare) >= 3 else word


_TWICE = frozenset({"sie", "die", "der", "das"})


def _form(before: str, after: str) -> Iterable[Breach]:
    """No doubled words, no gap before a full stop, a capital letter after every line break."""
    for doubled in re.finditer(r"\b(\w+) (?:(?:und|oder|beziehungsweise|sowie) )?\1\b", after):
        if (
            doubled[0] not in before
            and doubled[1].lower() not in _TWICE
            and doubled[0].lower() != "nach und nach"  # bit by bit
        ):
            yield Breach(loss=Loss.FORM, before="", after=doubled[0])
    if re.search(r" [.,?!](?:\s|$)|,\.|\.\.(?!\.)|\?\.", after) and not re.search(
        r" [.,?!]", before
    ):
        yield Breach(loss=Loss.FORM, before="", after=after[:40])
    if _balanced(before) and not all(_balanced(line) for line in after.split("\n")):
        yield Breach(loss=Loss.FORM, before="", after="Klammer")


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")
