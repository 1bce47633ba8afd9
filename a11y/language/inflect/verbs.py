"""Forms of verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from a11y.language.errors import UnknownFormError
from a11y.language.inflect.auxiliary import auxiliary
from a11y.language.lexicon import tables


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite form; particle: what goes to the clause's end (*meldet … an*), or ""."""

    form: str
    particle: str = ""

    @property
    def joined(self) -> str:
        """As at the end of a subordinate clause: ``anmeldet``."""
        return self.particle + self.form


@lru_cache(maxsize=5_000)
def _cells(infinitive: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """(particle, cells of the base verb). Unlisted prefixed verbs follow their base."""
    cells = tables.verb_cells(infinitive)
    if cells is not None:
        return tables.verb_classes()[infinitive][0], cells
    for start in range(2, len(infinitive) - 4):
        first, base = infinitive[:start], infinitive[start:]
        cells = tables.verb_cells(base)
        if cells is not None and first in _separable_particles():
            return first, cells
    raise UnknownFormError(infinitive, "any form")


@lru_cache(maxsize=1)
def _separable_particles() -> frozenset[str]:
    return frozenset(particle for particle, _ in tables.verb_classes().values() if particle)


def particle(infinitive: str) -> str:
    """The separable particle: ``anmelden`` → ``an``; "" where there is none."""
    try:
        return _cells(infinitive)[0]
    except UnknownFormError:
        return ""


def conjugate(
    infinitive: str,
    *,
    person: int = 3,
    number: str = "Sing",
    tense: str = "present",
    mood: str = "indicative",
) -> Finite:
    """A finite form. tense: ``present`` or ``preterite``; mood: ``indicative`` or ``subjunctive``
    (Konjunktiv II, tense ignored). The polite *Sie* is person 3, number ``Plur``.
    Errors: ``UnknownFormError``.
    """
    first, cells = _cells(infinitive)
    place = person - 1 + 3 * (number == "Plur")
    if mood == "subjunctive":
        forms = _subjunctive(cells[13], place)
    else:
        forms = cells[place + 6 * (tense == "preterite")]
        if not forms and tense == "preterite" and cells[6]:
            forms = (cells[6][0] + ("", "st", "", "n", "t", "n")[place],)
    if not forms:
        raise UnknownFormError(infinitive, f"{tense} {person} {number}")
    form = forms[0].replace("oß", "oss") if tense == "preterite" else forms[0]  # *schloß*, *goß*
    return Finite(form, first)


def _subjunctive(third: tuple[str, ...], place: int) -> tuple[str, ...]:
    if not third:
        return ()
    form = third[0]
    return (form + ("", "st", "", "n", "t", "n")[place],)


def participle(infinitive: str) -> str:
    """Past participle: ``anmelden`` → ``angemeldet``. Errors: ``UnknownFormError``."""
    first, cells = _cells(infinitive)
    if infinitive.endswith("verwenden"):
        return first + "verwendet"
    if not cells[15]:
        raise UnknownFormError(infinitive, "participle")
    return first + cells[15][0]


def present_participle(infinitive: str) -> str:
    """``anmelden`` → ``anmeldend``."""
    return infinitive + "d" if infinitive not in ("sein", "tun") else infinitive[:-1] + "end"


def perfect(infinitive: str, *, person: int = 3, number: str = "Sing") -> tuple[str, str]:
    """(finite auxiliary, participle): ``("ist", "abgelaufen")``."""
    finite = conjugate(auxiliary(infinitive), person=person, number=number)
    return finite.form, participle(infinitive)


def imperative(infinitive: str, *, person: str = "Sie") -> Finite:
    """person: ``Sie`` (*melden … an*; the caller adds *Sie*), ``du`` or ``ihr``."""
    first, cells = _cells(infinitive)
    if person == "Sie":
        if infinitive == "sein":
            return Finite("seien")
        return conjugate(infinitive, person=3, number="Plur")
    if person == "ihr":
        return conjugate(infinitive, person=2, number="Plur")
    if cells[14]:
        return Finite(cells[14][0], first)
    base = infinitive[len(first) :]
    base_cells = tables.verb_cells(base)
    if base_cells is not None and base_cells[14]:
        return Finite(base_cells[14][0], first)
    stem = base.removesuffix("n").removesuffix("e")
    return Finite(stem + ("e" if stem.endswith(("d", "t", "ig", "m", "n")) else ""), first)


def with_zu(infinitive: str) -> str:
    """``anmelden`` → ``anzumelden``; ``stellen`` → ``zu stellen``."""
    first = particle(infinitive)
    return f"{first}zu{infinitive[len(first) :]}" if first else f"zu {infinitive}"


def infinitive_of_participle(form: str) -> str:
    """``ausgestellt`` → ``ausstellen``, ``gültige``-like adjectives raise ``UnknownFormError``.

    Inflected participles (*ausgestellte*) and present participles (*wohnend*) work too.
    """
    lower = form.lower()
    for ending in ("", "en", "er", "es", "em", "e"):
        stem = lower.removesuffix(ending) if ending else lower
        if ending and stem == lower:
            continue
        for reading in tables.verb_readings(stem):
            if reading.form == "Part2":
                return reading.infinitive
        if stem.endswith("end") and stem[:-1] in tables.verb_classes():
            return stem[:-1]
        for start in range(2, len(stem) - 4):
            if stem[:start] in _separable_particles():
                for reading in tables.verb_readings(stem[start:]):
                    if reading.form == "Part2" and not reading.joined:
                        return stem[:start] + reading.infinitive
    raise UnknownFormError(form, "infinitive")
