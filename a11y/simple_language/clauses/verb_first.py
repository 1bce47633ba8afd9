"""A condition with its verb first, asked: *Liegt ein Grund vor, …* → *Ein Grund liegt vor?*"""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, ClauseKind, Role, Token, Voice
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.fields import Part, part
from a11y.simple_language.grammar.holders import with_focus
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


def as_question(view: View, clause: Clause, found: Part) -> str | None:
    """The condition as its question, in statement order: *Liegt X vor* → *X liegt vor?*

    found: the clause alone, its finite verb first. None where it is not certain who acts.
    """
    if any(t.text in verbal.QUOTES for t in found.tokens):
        return None  # *Sagen Sie …'', ruft er*: somebody's words
    finite = found.tokens[0]
    who = _one_of_them(view, found) or subject_tokens(view, clause)
    if who and finite.lemma != "sein":
        who = _alone_behind(who)
    if finite.lemma in _FROM_AND_TO and who and who[-1].index == found.last:
        # *Stammt ein Partner aus dem Ausland*: from where goes with the verb
        who = who[: next((i for i, t in enumerate(who) if t.tag == "APPR"), len(who))]
    if finite.lemma == "sein" and who and _measured(view, who):
        who = who[: next(i for i, t in enumerate(who) if t.tag == "APPR")]
    who = _without_number(view, who) or _dative_alone(view, clause, found)
    if finite.lemma == "kommen" and any(t.text.lower() == "mit" for t in who):
        return None  # *Kommt der Mieter mit zwei Mieten in Verzug*: not the tenant with rents
    if finite.lemma == "sein" and who and who[-1].index == found.last:
        # *Ist ein Kind ohne Vormund*: how it is stands behind the verb
        who = who[: next((i for i, t in enumerate(who) if t.tag == "APPR"), 0)]
    if finite.lemma == "sein" and who and found.tokens[-1].text in _ASKS_FOR_TO:
        # *Ist der Bescheid zur Vorlage beim Amt bestimmt*: for what goes with *bestimmt*
        who = who[: next((i for i, t in enumerate(who) if t.text in _TO), len(who))]
    if not who:
        return None
    # *Ist nur ein Elternteil zuständig*: the particle belongs to the subject and goes with it
    who = with_focus([t for t in found.tokens[1:] if t.index < who[0].index], who)
    between = [t for t in found.tokens[1:] if t.index < who[0].index]
    if any(t.tag not in ("PRF", "PPER", "ADV") for t in between):
        return None  # *Sollte sich Ihre Adresse ändern*: only short words before the subject
    others = [t for t in found.tokens[1:] if t not in who]
    if others and others[0].tag == "KON" and who[-1].index + 1 == others[0].index:
        return None  # *Sollten Sie oder Ihr Zeuge …*: only half of the subject
    said_of = _told_about(view, who)
    if said_of is not None:  # *Heiratet der Vater, bei dem das Kind lebt*
        others = [t for t in others if t.index > said_of.last]
        others = others[1:] if others and others[0].text == "," else others
        told = f"{text_of(who)}, {text_of(said_of.tokens)},"
    else:
        told = text_of(who)
    verb = finite.text[:1].lower() + finite.text[1:]
    if finite.text.lower() in ("sollten", "sollte"):
        # *nicht eingehalten werden können*: the outermost verb becomes the finite one
        person = "P3" if finite.text.lower() == "sollten" else "S3"
        form = verbal.present(others[-1].text, person) if others else None
        if form is None or others[-1].index not in clause.verbs:
            return None
        verb, others = form[0], others[:-1]
        return sentence(told, verb, text_of(others), form[1], end="?")
    no_object = not any(p.role is Role.DIRECT_OBJECT for p in clause.participants)
    if who[0].text.lower().startswith("kein") and no_object and not others:
        return sentence("es", verb, text_of(who), end="?")
    if who[0].text.lower().startswith("kein") and clause.voice in _PASSIVES and no_object:
        return sentence("es", verb, told, text_of(others), end="?")
    verb += "," if others and others[0].text == "," else ""
    return sentence(told, verb, text_of(others), end="?")


_PASSIVES = (Voice.PASSIVE, Voice.MODAL_PASSIVE)
"""*Es wird nichts gefunden*, *Es sind keine Angehörigen zu ermitteln*."""
_WHEN_AND_WHERE = word_set(
    "in im ins an am auf vor nach bei beim bis ab seit während um zwischen innerhalb unter über"
)


_WITH_PHRASE = re.compile(
    r"(?i)(?:interesse|bedarf|mangel|anteil|teilnahme|zweifel|anspruch|recht|beteiligung|kritik|antrag"
    r"|eingriffe?|änderung(?:en)?|schäden|schaden|mitgliedschaft|zugang)$"
)
"""Nouns that ask for a phrase of their own: *ein Interesse an der Auskunft*."""


def _dative_alone(view: View, clause: Clause, found: Part) -> tuple[Token, ...]:
    """*Wird* **dem Antrag** *nicht entsprochen*: without a subject the dative opens it."""
    first = found.tokens[1] if len(found.tokens) > 2 else None
    if clause.voice is not Voice.PASSIVE or first is None or first.text.lower()[-2:] != "em":
        return ()
    phrase = nominal.phrase_at(view, first.index) if first.tag in _ARTICLES else None
    behind = view.after(phrase.noun) if phrase is not None else None
    certain = behind is not None and behind.tag in ("PTKNEG", "VVPP", "ADJD", "ADV")
    return phrase.tokens if phrase is not None and certain else ()


_ARTICLES = nominal.DETERMINER_TAGS


_TO = word_set("zu zum zur für")
_ASKS_FOR_TO = word_set(
    "bestimmt vorgesehen gedacht berechtigt verpflichtet bereit geeignet befugt"
)


_FROM_AND_TO = word_set("stammen kommen ziehen wohnen leben arbeiten gehen fahren reisen liegen")


def _alone_behind(who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Begeht der Fahrer in dieser Zeit …*: behind the verb, when and where go with the verb."""
    cut = next(
        (
            i
            for i, t in enumerate(who)
            if t.text.lower() in _WHEN_AND_WHERE and not _WITH_PHRASE.search(who[i - 1].text)
        ),
        len(who),
    )
    return who[:cut] if cut else who


_MEASURES = word_set("alt jung groß klein lang breit hoch tief schwer entfernt")


def _measured(view: View, who: tuple[Token, ...]) -> bool:
    """*Ist das Kind unter drei Jahren alt*: how old it is, no part of who."""
    behind = view.after(who[-1])
    measured = behind is not None and behind.text.lower() in _MEASURES
    return measured and any(t.tag == "APPR" for t in who[1:])


def _without_number(view: View, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Ist Ihr Kind 1 bis 3 Jahre alt*: the number goes with what follows."""
    following = view.after(who[-1]) if who else None
    counts = following is not None and following.text.lower() not in ("oder", "und")
    counted = counts and following is not None and following.tag in ("NN", "APPR", "KON")
    return who[:-1] if len(who) > 1 and who[-1].tag == "CARD" and counted else who


def _told_about(view: View, who: tuple[Token, ...]) -> Part | None:
    """The relative clause right behind the subject, which stays with it."""
    own = {t.index for t in who}
    for clause in view.clauses:
        if clause.kind is ClauseKind.RELATIVE and clause.antecedent in own:
            body = part(view, clause)
            return body if body is not None and body.first == who[-1].index + 2 else None
    return None


_ONE_OF = word_set("einer eine eines")


def _one_of_them(view: View, found: Part) -> tuple[Token, ...]:
    """*Ist* **einer der Verlobten** *krank*: with those of whom it is one."""
    if len(found.tokens) < 4 or found.tokens[1].text not in _ONE_OF:
        return ()
    if found.tokens[3].text == "beiden" and len(found.tokens) > 5 and found.tokens[4].tag == "NN":
        return tuple(found.tokens[1:5])
    many = nominal.phrase_at(view, found.tokens[2].index)
    if found.tokens[2].text != "der" or many is None or many.noun.index >= found.last:
        return ()
    return (found.tokens[1], *many.tokens)
