"""An entry of the gloss corpus, as the wing reads it. File form: ``docs/formats/corpus.md``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from a11y.review import ReviewState


class VerbClass(StrEnum):
    """PLAIN verbs never move to loci; AGREEMENT verbs bind source and goal loci; SPATIAL verbs
    bind places; NONE for what is no verb."""

    NONE = "none"
    PLAIN = "plain"
    AGREEMENT = "agreement"
    SPATIAL = "spatial"


class Confidence(StrEnum):
    """What supports the form. DOCUMENTED: the sources describe it. PARTLY: they describe some of
    handshape, place and movement, or only the meaning. KNOWLEDGE: the authors' knowledge alone."""

    DOCUMENTED = "documented"
    PARTLY = "partly"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sign.

    id: gloss in DGS-Korpus style, ``ANTRAG1``.
    hamnosys: symbol names separated by blanks (``hamflathand hamextfingeru …``).
    lemmas: German lemmas that this sign can render, the most usual first.
    pos: UPOS that the lemmas have ("NOUN", "VERB" …).
    mouthing: default mouthing or None.
    description: plain German words for how the sign is made, so that a Deaf reviewer can judge it.
    source: where the authors know it from. confidence: how far that supports the form.
    reduplicates: plural by reduplication is possible.
    incorporates_up_to: for time units that incorporate numbers, the highest number incorporated.
    topics: words whose presence nearby speaks for this sense. non_manual: lexical non-manuals as
    ``tier:value`` (``head:shake``).
    region: where the form is used if it is known to be regional. reviewer, reviewed_on: who
    reviewed the entry and when (YYYY-MM-DD); empty for a draft.
    """

    id: str
    hamnosys: str
    lemmas: tuple[str, ...]
    pos: str
    mouthing: str | None
    description: str
    source: str
    state: ReviewState
    confidence: Confidence = Confidence.KNOWLEDGE
    verb_class: VerbClass = VerbClass.NONE
    reduplicates: bool = False
    incorporates_up_to: int = 0
    topics: tuple[str, ...] = ()
    non_manual: tuple[str, ...] = ()
    region: str = ""
    reviewer: str = ""
    reviewed_on: str = ""
