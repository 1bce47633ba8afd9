"""A second main statement that its pronoun and verb show, whatever the tags say.

*Die Liebe trägt uns, und wir meinen dies*: behind a comma and *und* a nominative pronoun with its
verb right behind it opens a main clause; in a subordinate one verbs stand last.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Token
from a11y.language.lexicon import tables
from a11y.simple_language.coordination.joined import JOINTS
from a11y.simple_language.coordination.statements import TIED
from a11y.simple_language.grammar import verbal
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, stop_at, word_set

_PERSONS = {
    "ich": ("S1",),
    "du": ("S2",),
    "er": ("S3",),
    "wir": ("P1",),
    "ihr": ("P2",),
    "sie": ("S3", "P3"),
    "Sie": ("P3",),
}
_JOINING = word_set("und aber denn doch")
_HANGING = word_set("KOUS KOUI PRELS PRELAT PWAV PWS PWAT KOKOM PTKZU")
_SHARES = word_set("zuerst erst heute morgen gestern immer nie nur sonst beide sogar kaum fast")
_QUIET = word_set("ADV VVFIN VVIMP VAIMP PTKVZ KON PAV ADJD")
_SHORT = 3
_SOME = word_set("einige viele manche alle mehrere wenige")


def parted_at_pronoun(view: View) -> Match | None:
    """The sentence in two at a comma, a joining word, a pronoun and its verb; or at a comma and
    *9 davon haben …*. None where the first part is no statement of its own."""
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    if view.text.rstrip()[-1:] not in (".", "!") or TIED.search(view.text):
        return None
    if any(t.text in _MARKS for t in view.tokens) or not words:
        return None
    for comma in view.tokens:
        if comma.text != ",":
            continue
        left = [t for t in view.tokens if t.index < comma.index]
        right = [t for t in view.tokens if t.index > comma.index]
        if len(left) < 2 or len(right) < 5:
            continue
        if any(t.text == "," or t.tag in _HANGING for t in left):
            return None
        said = _counted(left, right) or _joined(left, right)
        if said is not None:
            return Match(
                start=left[-1].span[1],
                end=said[0].span[1],
                found=right[0].text,
                replacement=f"{stop_at(left[-1].text)}\n{said[1]}",
                safe=True,
            )
    return None


_MARKS = frozenset('„“”»«():–;"')


def _joined(left: Sequence[Token], right: Sequence[Token]) -> tuple[Token, str] | None:
    """(first word of the second statement, how it opens)."""
    joint, who, verb = right[0].text, right[1], right[2]
    if joint not in _JOINING or not _acts(who, verb) or verb.text.lower() in ("sei", "seien"):
        return None
    if not (_tells(left) or (joint == "denn" and _is_request(left))):
        return None
    opening = JOINTS[joint]
    return who, capital(f"{opening} {inner(who)}" if opening else who.text)


def _counted(left: Sequence[Token], right: Sequence[Token]) -> tuple[Token, str] | None:
    """*Es gibt hier 20 Läden, 9 davon haben offen*."""
    count, of_them, verb = right[0], right[1], right[2]
    many = count.text.isdigit() or count.text.lower() in _SOME
    finite = [t for t in left if t.tag.endswith("FIN")]
    if not many or of_them.text != "davon" or not verb.tag.endswith("FIN") or len(finite) != 1:
        return None
    if finite[0].tag == "VMFIN" or finite[0] is left[0] or any(map(_denies, left)):
        return None
    following = right[3]
    return (count, capital(count.text)) if any(c.isalnum() for c in following.text) else None


def _denies(token: Token) -> bool:
    return token.tag == "PTKNEG" or token.text.lower().startswith(("kein", "nie"))


def _acts(who: Token, verb: Token) -> bool:
    """Whether a form of the verb fits the pronoun: *ich faste*."""
    persons = _PERSONS.get(who.text, _PERSONS.get(who.text.lower(), ()))
    word = verb.text.lower()
    forms = {
        person
        for row in verbal.IRREGULAR.values()
        for person, form in zip(verbal.PERSONS, row, strict=True)
        if form == word
    }
    forms |= {r.person for r in tables.verb_readings(word) if r.form in ("Pres", "Past")}
    return bool(forms.intersection(persons)) and verb.text[:1].islower()


def _tells(left: Sequence[Token]) -> bool:
    """The first part: who acts, the verb, and more; nothing that would hold for both."""
    own = [t for t in left if t is not left[0] or t.text not in ("Und", "Denn", "Aber", "Doch")]
    if len(own) < _SHORT or any(t.text.lower() in _SHARES for t in own):
        return False
    if own[0].tag == "PPER" or own[0].text.lower() in _PERSONS:
        return _acts(own[0], own[1])
    at = next((i for i, t in enumerate(own) if t.tag in ("VVFIN", "VAFIN", "VMFIN")), 0)
    front = own[:at]
    nominal = bool(front) and all(t.tag in ("ART", "ADJA", "NN", "NE", "PPOSAT") for t in front)
    subject = nominal and front[0].tag in ("ART", "PPOSAT") and _is_nominative(front, own[at])
    return subject and at + 1 < len(own) and sum(t.tag.endswith("FIN") for t in own) == 1


def _is_nominative(front: Sequence[Token], verb: Token) -> bool:
    """*die Liebe Gottes beherrscht*: tagged so, and of the verb's number."""
    head = next(t for t in front if t.tag in ("NN", "NE"))
    number = verb.morph.get("Number")
    cases = {front[0].morph.get("Case"), head.morph.get("Case")}
    return cases == {"Nom"} and number in (None, head.morph.get("Number"))


def _is_request(left: Sequence[Token]) -> bool:
    """*Also passt auf, denn …*"""
    return (
        len(left) <= _SHORT
        and all(t.tag in _QUIET for t in left)
        and sum(t.tag in ("VVFIN", "VVIMP", "VAIMP") for t in left) == 1
    )
