"""Nouns that name who can act: persons, offices, public bodies."""

from __future__ import annotations

import re

from a11y.language.clauses import frames
from a11y.language.lexicon import tables

ACTORS = re.compile(
    r"(?:amt|behörde|stelle|büro|verwaltung|gericht|ministerium|polizei|stadt|gemeinde|kreis|land"
    r"|bund|staat|kasse|versicherung|kammer|schule|kita|firma|unternehmen|betrieb|verein|bank"
    r"|werke?|arzt|ärztin|eltern|mutter|vater|person|personen|halter|halterin|nehmer|geber|träger|genossenschaft"
    r"|stelle?n|leitung|dienst|agentur|gesellschaft|verband|organisation|kommission|rat|leute|team|post|jobcenter"
    r"|center|beirat|ausschuss|feuerwehr|kind|kinder|familie|vermieter|vermieterin|antragsteller"
    r"|antragstellerin|bürger|bürgerin|lehrer|lehrerin|meister|beamten?|mitarbeiter|mitarbeiterin"
    r"|meisterei|försterei|gärtnerei|bücherei|reederei|wacht|wehr|jury|vorstand|senat|regierung"
    r"|anwalt|anwältin|notarin?|sachverständige[nr]?|(?:angehörig|beteiligt|berechtigt|pflichtig|bevollmächtigt)e[nr]?|mieter|mieterin|inhaber|inhaberin|vertretung|\w+(?:er|or|ent|ist|ar|iker|eur)innen|eigentümer|eigentümerin|besitzer|besitzerin|mitarbeitenden|ämter|ämtern|kommunen?|städte|gemeinden)(?:n|s|es|en)?$",
    re.IGNORECASE,
)
"""Nouns that can act: only with them *von* names the agent of a passive for certain."""


def can_act(noun: str) -> bool:
    """Whether *von* and this noun name who acts: by the ending, or a person or an institution.

    Streets, storms and motors do something as well, but nothing that a sentence with *machen*
    about people would say.
    """
    if ACTORS.search(noun):
        return True
    kind = frames.animacy_of_noun(noun)
    return kind in (frames.Animacy.PERSON, frames.Animacy.INSTITUTION)


def may_act(noun: str) -> bool:
    """Whether a noun that names a thing or a deed may stand for those who work there: *wird die
    Geburt von der Einrichtung angezeigt*."""
    return _HOUSES.search(noun) is not None


_HOUSES = re.compile(r"(?i)(?:einrichtung(?:en)?|hotels?|redaktion|fakultät|spedition)$")


def names_somebody(form: str) -> bool:
    """Whether a noun, by any lemma its form may have, names a person or an institution."""
    lemmas = {reading.lemma for reading in tables.noun_readings(form)} | {form}
    kinds = {frames.animacy_of_noun(lemma) for lemma in lemmas}
    return bool(kinds & {frames.Animacy.PERSON, frames.Animacy.INSTITUTION})


def is_office(noun: str) -> bool:
    """Whether a noun names an office or a public body by its ending."""
    return OFFICES.search(noun) is not None or _BODIES.search(noun) is not None


_BODIES = re.compile(
    r"(?i)(?:polizei|feuerwehr|agentur|ministerium|jobcenter|versicherung|staat|bund|verband|kammer|träger|trägern)$"
)
OFFICES = re.compile(
    r"(?:amt|amte|behörde|stelle|büro|verwaltung|gericht|stadt|gemeinde|kreis|kasse|kommune|leitung)$",
    re.IGNORECASE,
)
