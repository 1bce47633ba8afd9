"""What something is compared with stands before the quality: *länger als B* → B LANG MEHR.

German may put the standard (*als …*, *wie …*) anywhere behind the quality; here it joins the part
that has the quality, whose rendering turns the two round (SIGN-HUB Lexicon 3.4; the ground before
the figure).
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Adverbial, Analysis, Clause, Participant
from a11y.sign_avatar.glossing.degree import COMPARING, EQUALS, is_comparative
from a11y.sign_avatar.glossing.reread.elliptic import parts_of


def compared(analysis: Analysis, clause: Clause) -> Clause:
    """The clause with each standard of comparison in the part that it belongs to."""
    for phrase in clause.adverbials:
        standard = _with_word(analysis, clause, phrase)
        if not standard.tokens or analysis.tokens[standard.tokens[0]].tag != "KOKOM":
            continue
        if _possible(analysis, standard):
            continue
        word = analysis.tokens[standard.tokens[0]].text.lower()
        holder = next(
            (
                part
                for part in parts_of(clause)
                if part is not phrase and _has_quality(analysis, part, standard, word)
            ),
            None,
        )
        if holder is not None:
            clause = _joined(clause, holder, standard, phrase)
    return clause


def _with_word(analysis: Analysis, clause: Clause, phrase: Adverbial) -> Adverbial:
    """*wie früher*: the *wie* stands before the phrase and belongs to it."""
    before = phrase.tokens[0] - 1 if phrase.tokens else -1
    if before not in clause.tokens or analysis.tokens[before].tag != "KOKOM":
        return phrase
    return replace(phrase, tokens=(before, *phrase.tokens))


def _possible(analysis: Analysis, standard: Adverbial) -> bool:
    """*so viel wie möglich* compares with nothing."""
    return analysis.tokens[standard.head].text.lower() in ("möglich", "nötig")


def _has_quality(
    analysis: Analysis, part: Participant | Adverbial, standard: Adverbial, word: str
) -> bool:
    before = [index for index in part.tokens if index < standard.tokens[0]]
    for index in before:
        token = analysis.tokens[index]
        low = token.text.lower()
        if word == "als" and (is_comparative(token) or low in COMPARING - EQUALS):
            return True
        if word == "wie" and low in EQUALS:
            return True
    return False


def _joined(
    clause: Clause, holder: Participant | Adverbial, standard: Adverbial, phrase: Adverbial
) -> Clause:
    tokens = tuple(sorted({*holder.tokens, *standard.tokens}))
    return replace(
        clause,
        participants=tuple(
            replace(item, tokens=tokens) if item is holder else item for item in clause.participants
        ),
        adverbials=tuple(
            replace(item, tokens=tokens) if item is holder else item
            for item in clause.adverbials
            if item is not phrase
        ),
    )
