"""A clause while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y.language.analysis import ClauseKind
from a11y.language.word import Word


@dataclass(slots=True)
class Draft:
    """words: the clause's own words in text order. opener: subjunction, relative or question word.

    continues: the clause of the same kind that *und* goes on from.
    verb_final: the finite verb stands at the end (subordinate order). verb_first: it stands first.
    finite: the finite verb; shared_from: the clause whose finite verb and subject this one shares
    (*Sie müssen A ausfüllen und B abgeben*). subject_given: the sentence before a list holds the
    subject (*wenn Sie* – … besitzen), or the infinitive in front is it (*A zu tun, ist Pflicht*).
    subject_from: the free relative clause that is the subject (*Wer umzieht, muss …*).
    wants_dative: its verb takes a dative and no phrase is surely one.
    object_first: a question stands in front of its verb (*Ob …, entscheidet das Amt*).
    led: a clause stands in front of its verb.
    gapped: its verb is left out; ``shared_from`` has it (*…, Kinder 5 Euro*); stands_for: head of
    each of its phrases → head of the phrase of that clause whose place it takes.
    elliptic: a subordinate clause without *sein* and subject (*falls vorhanden*).
    """

    kind: ClauseKind
    words: list[Word] = field(default_factory=list)
    opener: Word | None = None
    verb_final: bool = False
    finite: Word | None = None
    parent: Draft | None = None
    shared_from: Draft | None = None
    coordinated: bool = False
    continues: Draft | None = None
    bracketed: bool = False
    subject_given: bool = False
    subject_from: Draft | None = None
    wants_dative: bool = False
    object_first: bool = False
    led: bool = False
    gapped: bool = False
    stands_for: dict[int, int] = field(default_factory=dict)
    elliptic: bool = False

    @property
    def holds_coordination(self) -> bool:
        """Whether *und* or *oder* stands in it: two subjects may share its verb."""
        return any(word.tag == "KON" for word in self.words[1:])

    @property
    def complete(self) -> bool:
        """Whether the clause has what it needs so far: its finite verb or its zu-infinitive."""
        if self.kind is ClauseKind.INFINITIVE:
            return any(is_zu_infinitive(self.words, i) for i in range(len(self.words)))
        return self.finite is not None or self.shared_from is not None or self.elliptic

    @property
    def goes_on_with_wir(self) -> bool:
        """*Wir prüfen den Antrag und rufen Sie an*: *wir* does both, and nobody is asked to.

        Not where *bitte* asks or *uns* stands beside *Sie* (*… und rufen Sie uns an*).
        """
        first = self.parent
        if not (self.coordinated and self.verb_first and first is not None):
            return False
        own = {word.lower for word in self.words}
        if not own.isdisjoint(("bitte", "uns", "wir", "unsere", "unseren", "unserem", "unserer")):
            return False
        return any(w.lower == "wir" for w in first.words) or first.goes_on_with_wir

    @property
    def verb_first(self) -> bool:
        content = [w for w in self.words if not w.tag.startswith("$") and w.tag != "KON"]
        content = [w for w in content if w.lower != "bitte"]
        return bool(content) and content[0] is self.finite


def is_zu_infinitive(words: list[Word], index: int) -> bool:
    """*anzumelden*, or the infinitive after *zu*."""
    word = words[index]
    if word.tag == "VVIZU":
        return True
    return (
        word.tag[:1] == "V"
        and word.tag.endswith("INF")
        and index > 0
        and words[index - 1].tag == "PTKZU"
    )


def is_nonfinite(word: Word) -> bool:
    """Infinitive, participle or particle: what can stand in the right bracket besides a finite."""
    return (word.tag[:1] == "V" and word.tag[2:] in ("INF", "PP", "IZU")) or word.tag == "PTKVZ"


def inside_word(words: list[Word], index: int) -> bool:
    """No border: a hyphen or slash without blanks around it, a point behind a number."""
    word = words[index]
    if index == 0 or index + 1 >= len(words):
        return False
    tight = not words[index - 1].space_after and not word.space_after
    if word.text in ("-", "–", "‑", "/"):
        return tight
    return word.text == "." and words[index - 1].text.isdigit()
