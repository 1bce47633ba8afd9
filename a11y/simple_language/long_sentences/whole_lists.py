"""The things of a list that fills the rest of its sentence: *Laden Sie hoch: A, B und C.*

A thing may hold phrases of its own (*der Umzug in eine andere Wohnung*). Where a comma could as
well go on inside the thing before it (*ein Nachweis über Einkommen, Vermögen und Miete*), there is
no list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_FEWEST = 3
_OPENS = word_set("ART PPOSAT PIAT PDAT ADJA NN NE CARD TRUNC FM")
_ENDS = ("NN", "NE", "CARD", "FM", "XY")
_PREPOSITIONS = ("APPR", "APPRART")
_FOREIGN = word_set("KOUS KOUI PRELS PRELAT PTKNEG PTKVZ PTKZU PPER PRF PWS PWAV KOKOM PAV PROAV")
_SIGNS = frozenset("()[]„“\"'»«:;–/")
_JOINTS = word_set("und sowie")
_INDEFINITE = "ein"
_ACCUSATIVE = word_set("für gegen durch um ohne")
_DATIVE = word_set("von vom mit bei beim aus nach zu zum zur seit am im")


def things(view: View, tokens: Sequence[Token]) -> list[tuple[Token, ...]] | None:
    """Three or more noun phrases that make up all of ``tokens``, each without comma and *und*;
    None where something else stands there or an edge is not certain."""
    if not tokens or any(
        t.tag.startswith("V") or t.tag in _FOREIGN or t.text in _SIGNS for t in tokens
    ):
        return None
    edges = _edges(tokens)
    if edges is None:
        return None
    found = [tuple(tokens[a + 1 : b]) for a, b in pairwise([-1, *edges, len(tokens)])]
    if len(found) < _FEWEST or any(not _is_thing(one) for one in found):
        return None
    lone = sum(t.tag == "KON" for t in tokens) == 1
    for place, (one, following) in enumerate(pairwise(found)):
        if goes_on(view, one, following, closed=lone and place > 0):
            return None
    return None if _owners(view, found) else found


def lines(found: Sequence[Sequence[Token]]) -> str:
    """A line with a dash for each."""
    return "\n".join(f"- {text_of(one, inside=False)}" for one in found)


def _edges(tokens: Sequence[Token]) -> list[int] | None:
    """Where the commas and the closing *und* of the list stand."""
    commas = [
        i
        for i, t in enumerate(tokens[:-1])
        if t.text == "," and i and tokens[i - 1].tag in _ENDS and tokens[i + 1].tag in _OPENS
    ]
    if not commas or any(
        t.text == "," and i not in commas and tokens[i - 1].tag != "ADJA"
        for i, t in enumerate(tokens)
    ):
        return None
    joints = [
        i
        for i, t in enumerate(tokens[:-1])
        if t.text in _JOINTS and i > commas[-1] + 1 and tokens[i + 1].tag in _OPENS
    ]
    if not joints:
        return None
    wanted = tokens[commas[-1] + 1].tag
    alike = [i for i in joints if tokens[i + 1].tag == wanted]
    last = next((i for i in joints if tokens[i].text == "sowie"), None)
    return [*commas, last if last is not None else (alike or joints)[-1]]


def _is_thing(one: Sequence[Token]) -> bool:
    return bool(one) and one[0].tag in _OPENS and any(t.tag in ("NN", "NE", "FM") for t in one)


def goes_on(
    view: View, one: Sequence[Token], following: Sequence[Token], *, closed: bool = False
) -> bool:
    """Whether the next thing may be governed by a preposition inside this one.

    A bare noun behind a phrase may always; behind *in eine Wohnung* a phrase of the other kind of
    article (*die Geburt*) or of another case does not go on. closed: a comma before ``one`` and the
    only *und* behind make it a member of the outer list, so a list inside it would have no *und*.
    """
    at = next((i for i in range(len(one) - 1, 0, -1) if one[i].tag in _PREPOSITIONS), None)
    if at is None:
        return False
    inside, next_one = one[at + 1] if at + 1 < len(one) else one[at], following[0]
    if next_one.tag not in nominal.DETERMINER_TAGS:
        return True
    if inside.tag not in nominal.DETERMINER_TAGS and one[at].tag == "APPR":
        return False  # *den Antrag auf Einschreibung, das Zeugnis*
    phrase = nominal.phrase_at(view, next_one.index)
    cases = {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
    if closed or cases == {"Nom"}:
        return False  # *über den Kurs, der Ausweis*
    if one[at].text.lower() in _DATIVE and "Dat" not in cases:
        return False  # *von der Schule, den Nachweis*
    family = one[at].text.lower()[:2]
    if any(t.tag in _PREPOSITIONS and t.text.lower()[:2] == family for t in following[1:]):
        return False  # *der Größe von der Fläche, der Dauer von der Nutzung*: each with its own
    if one[at].text.lower() in _ACCUSATIVE and cases and "Acc" not in cases:
        return False  # *dem Beitrag für das Werk, dem Beitrag*
    definite = [not t.text.lower().startswith(_INDEFINITE) for t in (inside, next_one)]
    return definite[0] == definite[1]


def _owners(view: View, found: Sequence[Sequence[Token]]) -> bool:
    """*der Name des Kindes, der Eltern und der Schule*: one thing of three, no three."""
    later = [nominal.phrase_at(view, one[0].index) for one in found[1:]]
    cases = [{case for case, _, _ in nominal.readings(p)} for p in later if p is not None]
    first = nominal.phrase_at(view, found[0][0].index)
    owned = first is not None and first.noun.index < found[0][-1].index
    return owned and len(cases) > 0 and all("Gen" in one for one in cases)
