"""Leaving a run of words out of a sentence so that the rest still is one."""

from __future__ import annotations

import re

from a11y.language.analysis import ClauseKind, QuestionType, Token
from a11y.language.clauses.adverbials import noun_takes
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subject_edges import subject_goes_on
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, text_of

_COSTS = re.compile(
    r"\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich|gratis|befreit|kostet nichts)"
)
"""What a thing costs is what readers look for, even where it is nothing."""
HALF_A_VERB = re.compile(
    r"^(?:Verfügung|Kraft|Kenntnis|Betracht|Anwendung|Ausdruck|Einsatz|Frage|Geltung|Einsicht|Anspruch"
    r"|Last|Gebrauch|Stande|Erscheinung|Abschluss|Ende|Anschluss|Gast|Rate|Seite|Wahl|Auswahl|Diskussion|Teilen)$"
)
"""*steht zur Verfügung*: half of what is said."""


_MARKERS = ("-", "–", "•", "*", "·", "„", '"', "“", "»")
_FINITE = ("VVFIN", "VAFIN", "VMFIN")


def cut(view: View, first: int, last: int, *, names: bool = False) -> Match | None:
    """The sentence without tokens ``first`` to ``last``; None where the rest would not stand.

    What opens a main clause is replaced there by its subject: *Dabei prüft das Amt …* → *Das Amt
    prüft …*. names: a name that the text says nowhere else may go, too.
    """
    head, tail = view.token(first), view.token(last)
    ahead = view.analysis.text[view.start : head.span[0]]
    if ahead.count("„") > ahead.count("“") + ahead.count("”"):
        return None  # somebody's own words are not shortened
    if (holds_name(view, first, last) and not names) or _COSTS.search(view.slice(first, last)):
        return None
    before, following = view.after(head, -1), view.after(tail)
    found = view.slice(first, last).strip(" ,–")
    if following is None or (following.text in ".!?:" and (before is None or not _word(before))):
        return None
    if before is not None and before.text not in _MARKERS:
        return Match(start=before.span[1], end=tail.span[1], found=found, replacement="")
    if following.tag.startswith("V") or _acts(view, following):
        reopens = following.tag in _FINITE
        return _reopened(view, head, following, found) if reopens else None
    return Match(
        start=head.span[0],
        end=following.span[1],
        found=found,
        replacement=capital(following.text),
    )


def _acts(view: View, token: Token) -> bool:
    """*Da erschrak er*: a verb by its form and the pronoun behind it, whatever its tag says."""
    behind = view.after(token)
    unknown = token.tag in ("XY", "FM", "NE", "ADJD") and token.text.islower()
    return unknown and behind is not None and behind.tag == "PPER"


def holds_name(view: View, first: int, last: int) -> bool:
    """Whether tokens ``first`` to ``last`` hold a name that the text says nowhere else."""
    for index in range(first, last + 1):
        token = view.token(index)
        if token.tag == "NE" or (token.tag in ("NN", "FM") and _only_name(token.text)):
            said = re.findall(rf"\b{re.escape(token.text)}\b", view.document)
            if len(said) < 2:
                return True
    return False


def _only_name(word: str) -> bool:
    named = any(word in kind for kind in tables.names().values())
    return named and not tables.noun_readings(word)


def _word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _may_be_another(view: View, token: Token) -> bool:
    """Whether a preposition inside the subject may open another part: *vom 10. bis 14. Mai*."""
    before, behind = view.after(token, -1), view.after(token)
    if token.tag not in ("APPR", "APPRART") or before is None or behind is None:
        return False
    if token.text.lower() in ("von", "vom", "für"):
        return behind.text[:1].isdigit()
    return not noun_takes(before.lemma, token.lemma)


def _is_joined(view: View, preposition: Token) -> bool:
    """Whether *und* follows the phrase at once: it may join a second thing to the subject."""
    if preposition.tag not in ("APPR", "APPRART"):
        return False
    phrase = nominal.phrase_at(view, preposition.index + 1)
    following = view.after(phrase.noun) if phrase is not None else None
    if following is not None and following.tag not in ("KON", "NN") and _word(following):
        following = view.after(following) if _CODE.match(following.text) else following
    return following is not None and following.tag == "KON"


_CODE = re.compile(r"[A-Z]*\d+$")
"""*B1*, *2025*: what stands behind a noun as part of it."""


def _reopened(view: View, head: Token, finite: Token, found: str) -> Match | None:
    """The subject, if it follows the finite verb at once, takes the place left empty."""
    clause = next((c for c in view.clauses if c.finite == finite.index), None)
    if clause is None or clause.kind is not ClauseKind.MAIN:
        return None
    if clause.question is not QuestionType.NONE:
        return None
    who = subject_tokens(view, clause)
    if not who or who[0].index != finite.index + 1 or who[0].text.lower().startswith("kein"):
        return None  # *Keine Pflicht besteht.* is no order of words
    if who[0].tag in ("APPR", "APPRART") or any(t.tag == "KOKOM" for t in who):
        return None  # *wurden im Haus zwei Türen …*: the place is not the doors'
    if any(_may_be_another(view, t) for t in who[1:]):
        return None  # *verlangt das Amt bei der Abholung …*: the fetching is not the office's
    if (len(who) == 1 and who[0].tag == "PRF") or any(t.tag in ("ADV", "CARD") for t in who[1:]):
        return None  # *öffnet das Bad um 8 Uhr*: the hour is not the bath's
    behind = view.after(who[-1])
    if clause.predicate == "sein" and (behind is None or not _word(behind)):
        return None  # *Da ist das Haus*: nothing would be left to say of it
    if behind is not None and behind.text.lower() in ("von", "vom", "der", "des", "und", "oder"):
        return None  # *die Dauer von Anträgen*: the subject may go on
    if subject_goes_on(view, clause, who):
        return None  # *wurde die Region Apuliens …*: its name
    if behind is not None and _is_joined(view, behind):
        return None  # *werden Kenntnisse auf dem Niveau B1 sowie Erfahrung verlangt*
    return Match(
        start=head.span[0],
        end=who[-1].span[1],
        found=found,
        replacement=f"{capital(text_of(who))} {inner(finite)}",
    )
