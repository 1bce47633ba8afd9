"""Separable particles: which words are one, and what that says of the verbs beside them."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.corrections.tags import VERB_FINAL_OPENERS, chunk_end, retag
from a11y.language.lexicon import tables
from a11y.language.word import Word


def joined_particles(words: Sequence[Word]) -> None:
    """*abgeben* is finite only at the end of a subordinate clause, else it is an infinitive."""
    for position, word in enumerate(words):
        if word.tag != "VVFIN":
            continue
        readings = tables.verb_readings(word.lower)
        if not readings or not all(reading.joined for reading in readings):
            continue
        if any(other.tag in VERB_FINAL_OPENERS for other in words[:position]):
            continue
        if any(reading.form == "Inf" for reading in readings):
            retag(word, "VVINF")


def parted_behind_and(words: Sequence[Word]) -> None:
    """*Schalten Sie das Radio ein und warten Hinweise ab*: its particle shows a finite verb."""
    for position, word in enumerate(words[1:], 1):
        if words[position - 1].tag != "KON" or word.tag not in ("VVINF", "VVPP"):
            continue
        end = chunk_end(words, position)
        last = words[end - 1]
        readings = [r for r in tables.verb_readings(word.lower) if not r.joined]
        plural = [r for r in readings if r.person == "P3" and r.form == "Pres"]
        after = words[position + 1].tag if end - 1 > position else ""
        if plural and after in ("PTKNEG", "PPER", "PRF") and word.tag == "VVINF":
            retag(word, "VVFIN")  # *Sie wollen heiraten und wissen nicht, …*
            continue
        if last.tag != "PTKVZ" or end - 1 == position or any(w.finite for w in words[position:end]):
            continue
        if any(last.lower + r.infinitive in tables.verb_classes() for r in plural):
            retag(word, "VVFIN")


def second_with_particle(words: Sequence[Word]) -> None:
    """*Das Amt bewahrt Fundsachen 6 Monate auf, danach …*: a form that is both verb and
    participle is the verb where the first stretch ends in its particle and has no other."""
    end = chunk_end(words, 0) if words else 0
    chunk = words[:end]
    if len(chunk) < 4 or end >= len(words) or words[end].tag != "$,":
        return
    if any(w.finite or w.tag in VERB_FINAL_OPENERS for w in chunk):
        return
    last = chunk[-1]
    for word in chunk[1:-1]:
        if word.tag != "VVPP":
            continue
        third = [r for r in tables.verb_readings(word.lower) if r.person in ("S3", "P3")]
        if any(
            r.form == "Pres" and not r.joined and last.lower + r.infinitive in tables.verb_classes()
            for r in third
        ):
            retag(word, "VVFIN")
            retag(last, "PTKVZ")
        return


_PARTICLE_LIKE = ("APPR", "ADV", "APZR", "ADJD", "KOKOM", "PTKA", "PAV")


def _circumposition(words: Sequence[Word], position: int) -> bool:
    """*vom ersten Augenblick an*, *von sich aus*: begins with *von*, ends with *an*."""
    if words[position].lower not in ("an", "aus", "ab", "auf", "her"):
        return False
    for other in reversed(words[max(0, position - 5) : position]):
        if other.lower in ("von", "vom"):
            return True
        if other.tag.startswith(("$", "V", "APPR", "K")):
            return False
    return False


def particles_at_the_end(words: Sequence[Word]) -> None:
    """*bringen Sie … mit*: a particle that ends its clause and makes a known verb."""
    for position, word in enumerate(words):
        if word.lower in ("vorher", "nachher", "zuvor") and word.tag == "PTKVZ":
            retag(word, "ADV")
        if word.tag not in _PARTICLE_LIKE or position == 0:
            continue
        after = words[position + 1] if position + 1 < len(words) else None
        if after is not None and not (
            after.tag.startswith("$") or after.tag in ("KON", "APPR", "KOUS", "PTKZU")
        ):
            continue
        if word.tag == "PAV" and after is not None and after.tag not in ("$.", "KON"):
            continue  # *kommt dazu, dass …*
        if _circumposition(words, position):
            retag(word, "APZR")
            continue
        if after is not None and after.tag == "APPR" and word.tag != "APPR":
            continue
        for other in reversed(words[:position]):
            if other.tag in ("$.", "KOUS") or (other.tag == "$," and word.tag != "APPR"):
                break
            closing = other.lemma == "haben" or other.lower in ("hat", "habe", "haben", "hatte")
            if other.tag in ("VVFIN", "VVIMP") or (closing and word.lower in ("zu", "auf")):
                bases = {r.infinitive for r in tables.verb_readings(other.lower) if not r.joined}
                joined = [base for base in bases if word.lower + base in tables.verb_classes()]
                listed = joined and tables.verb_classes()[word.lower + joined[0]][0] == word.lower
                if listed or (_free_particle(word, after) and other.tag[1] == "V"):
                    retag(word, "PTKVZ")
                break


def _free_particle(word: Word, after: Word | None) -> bool:
    """*weiter*, *zurück* … at the end: they make a verb of nearly any, listed or not."""
    ends = after is None or after.tag in ("$.", "$,", "KON")
    return ends and word.lower in closed.members("free_particles")


def felt(words: Sequence[Word]) -> None:
    """*Fühlen Sie sich gestört*: beside *fühlen* a participle says how."""
    for position, word in enumerate(words):
        if word.tag != "VVPP" or word.lower == "gefühlt":
            continue
        start = position
        while start > 0 and words[start - 1].tag not in ("$.", "$,"):
            start -= 1
        chunk = words[start : chunk_end(words, position)]
        feels = any(w.lower in ("fühle", "fühlen", "fühlt", "fühlst", "fühlte") for w in chunk)
        if feels and any(w.tag == "PRF" for w in chunk):
            retag(word, "ADJD")


def participle_beside(words: Sequence[Word]) -> None:
    """*reichen Sie die Belege gesammelt ein*: beside verb and particle a participle says how."""
    for position, word in enumerate(words):
        if word.tag != "PTKVZ":
            continue
        start = position
        while start > 0 and words[start - 1].tag not in ("$.", "$,"):
            start -= 1
        chunk = words[start:position]
        finite = next((w for w in chunk if w.finite), None)
        if finite is None or finite.tag not in ("VVFIN", "VVIMP"):
            continue
        bases = {r.infinitive for r in tables.verb_readings(finite.lower) if not r.joined}
        if any(word.lower + base in tables.verb_classes() for base in bases):
            for other in chunk:
                if other.tag == "VVPP":
                    retag(other, "ADJD")
