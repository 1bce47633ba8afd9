"""Whom a text speaks to, and one word for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from a11y.language.analysis import Tense, Token
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as inflect
from a11y.language.lexicon import tables
from a11y.simple_language import glossary
from a11y.simple_language.acting.text_kinds import is_official
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.proper_names import in_name
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set

_PEOPLE = (
    "Antragsteller|Antragstellerin|Antragstellende|Antragstellenden|Bürger|Bürgerin|Betroffene"
    "|Betroffenen|Steuerpflichtige|Steuerpflichtigen|Hundehalter|Hundehalterin|Anmeldende|Nutzer"
    "|Nutzerin|Kunde|Kundin|Fahrzeughalter|Fahrzeughalterin|Gebührenpflichtige"
)
_INDIRECT = re.compile(
    rf"\b(?:[Mm]an|(?:[Dd]er|[Dd]ie|[Dd]em|[Dd]en|[Dd]es) (?:{_PEOPLE}))\b"
    rf"|^(?:{_PEOPLE})(?= (?:müssen|können|dürfen|sollen|haben|erhalten|bekommen|brauchen)\b)"
)


@evaluates("direct-address")
def direct_address(view: View) -> Iterator[Match]:
    """*Der Antragsteller muss …* → *Sie müssen …*; whether the reader is meant, an editor knows."""
    for found in _INDIRECT.finditer(view.text):
        start, end = view.start + found.start(), view.start + found.end()
        yield _addressed(view, start, end) or Match(start=start, end=end, found=found[0])


_HIS = re.compile(r"^(?:[Ss]ein|ihr)(?:e[nrsm]?)?$|^(?:[Ee]r|ihn|ihm)$")


_HE = re.compile(r"\b(?:[Ee]r|ihn|ihm|[Ss]ein(?:e[nrsm]?)?|sie|ihr(?:e[nrsm]?)?)\b")
_ALL_DO = word_set("wollen nennen heißen sprechen sagen bezeichnen verstehen")
"""*Den Kindergarten nennt man auch Kiga*: everybody does, not the reader."""
_NEAR = 120
"""Letters behind a sentence in which such a word still means whom it speaks of."""


def _addressed(view: View, start: int, end: int) -> Match | None:
    for clause, finite in verbal.finite_clauses(view):
        who = subject_tokens(view, clause)
        if not who or who[0].span[0] != start or who[-1].span[1] != end:
            continue
        form = verbal.present(finite.lemma, "P3")
        if form is None or finite.morph.get("Tense") == "Past" or clause.mood.value != "indicative":
            return None
        if who[0].text.lower() == "man" and finite.lemma in _ALL_DO:
            return None  # *Man will dort keine Autos*: others want it, not the reader
        if finite.lemma == "mögen" and finite.index < who[0].index:
            return None  # *Mögen die Bürger auch klagen*: although they do
        if clause.tense is not Tense.PRESENT:
            return None  # what happened once did not happen to the reader
        if any(_HIS.match(t.text) for t in view.tokens):
            return None  # a word that means the same person would have to change, too
        at = view.document.find(view.text)
        end_of = at + len(view.text) if at >= 0 else len(view.document)
        if _HE.search(view.document[end_of : end_of + _NEAR]):
            return None
        verb = form[1] + form[0] if _closes(view, finite) else form[0]
        changes = {who[0].index: "Sie", finite.index: verb} | {t.index: "" for t in who[1:]}
        if finite.text[:1].isupper():
            changes[finite.index] = capital(verb)
        first, last = min(changes), max(changes)
        return Match(
            start=view.token(first).span[0],
            end=view.token(last).span[1],
            found=view.analysis.text[start:end],
            replacement=verbal.retouched(view, first, last, changes),
            guess=who[0].text.lower() == "man" and not is_official(view),
        )
    return None


def _closes(view: View, finite: Token) -> bool:
    """A separable verb written as one word at the end of its clause."""
    return any(
        r.joined and r.particle for r in tables.verb_readings(finite.text.lower()) if r.person
    ) and not any(t.tag == "PTKVZ" for t in view.tokens)


# --------------------------------------------------------------------------- one word


_OFFICES = ("Amt", "Behörde", "Dienststelle")
_SAME = (
    ("Antrag", "Gesuch", "Ersuchen"),
    ("Formular", "Vordruck", "Formblatt", "Antragsformular"),
    _OFFICES,
    ("Gebühr", "Entgelt"),
    ("Ausweis", "Personaldokument", "Ausweisdokument"),
    ("Mülltonne", "Abfallbehälter", "Müllbehälter", "Abfallgefäß"),
    ("Führerschein", "Fahrerlaubnis"),
    ("Foto", "Lichtbild", "Passbild"),
    ("Kita", "Kindertagesstätte", "Kindertageseinrichtung", "Kindergarten"),
    ("Auto", "PKW"),
    ("Kraftfahrzeug", "Kfz"),
    ("Papiere", "Unterlagen", "Dokumente"),
)
_ENDINGS = "(?:s|es|e|en|n|er)?"


@evaluates("one-word")
def one_word(view: View) -> Iterator[Match]:
    """A second name for a thing that the text has already named otherwise."""
    if _NAMES_IT.search(view.text):
        return  # *heißt die Kita „Krippe“*: the second name is what is told
    for first, others in _twice_named(view.document):
        for name in others:
            if first in _OFFICES and _some_other(view.document, first, name):
                continue
            for found in re.finditer(rf"\b{name}{_ENDINGS}\b", view.text):
                start, end = view.start + found.start(), view.start + found.end()
                yield _renamed(view, start, first) or Match(
                    start=start, end=end, found=found[0], note=_said_first(first)
                )


def _some_other(document: str, *names: str) -> bool:
    """*wenn eine Behörde das Papier verlangt*: any office, not the one that the text is about."""
    some = r"\b(?:ein(?:e[rnms]?)?|jede[rnms]?|kein(?:e[rnms]?)?|ander\w+|mehrere\w*)"
    return re.search(rf"{some} (?:\w+ )?(?:{'|'.join(names)})\b", document) is not None


def _said_first(first: str) -> str:
    return f"Im Text heißt es zuerst „{first}“."


@lru_cache(maxsize=64)
def _twice_named(document: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(the name that comes first, its other names) for every thing with more than one."""
    result = []
    for names in _SAME:
        if sum(name in document for name in names) < 2:
            continue
        used = {
            name: at.start()
            for name in names
            if (at := re.search(rf"\b{name}{_ENDINGS}\b", document))
        }
        if len(used) > 1:
            first = min(used, key=lambda name: used[name])
            others = [n for n in used if n != first and not _explains(n, used, document)]
            result.append((first, tuple(others)))
    return tuple(result)


def _explains(name: str, used: Mapping[str, int], document: str) -> bool:
    """The word stands there because a glossary explanation joins it with the other one."""
    terms = [term for other in used if (term := glossary.find(other)) is not None]
    return any(
        glossary.explained(term, document) and re.search(rf"\b{name}", term.explanation)
        for term in terms
    )


def _renamed(view: View, start: int, name: str) -> Match | None:
    """The phrase with the first name in place of the second; its article and adjectives follow."""
    token = next((t for t in view.tokens if t.span[0] == start and t.tag == "NN"), None)
    phrase = nominal.ending_in(view, token) if token is not None else None
    if token is None or phrase is None or in_name(view, token):
        return None
    before = view.after(phrase.first, -1)
    if phrase.article is None and before is not None and before.tag == "APPRART":
        return None
    lemma = next((r.lemma for r in tables.noun_readings(name) if r.number == "Plur"), name)
    lemma = name if name in tables.noun_classes() and name not in _PLURALS else lemma
    genders = nominal.genders(lemma)
    if len(genders) != 1:
        return None
    gender = next(iter(genders))
    forms = {_in_form(phrase, lemma, c, n, gender) for c, n, _ in nominal.readings(phrase)}
    form = forms.pop() if len(forms) == 1 else None
    if form is None:
        return None
    first = phrase.first
    return Match(
        start=first.span[0],
        end=token.span[1],
        found=token.text,
        replacement=capital(form) if first.text[:1].isupper() else form,
        note=_said_first(name),
    )


_NAMES_IT = re.compile(r"\b(?:heißt|heißen|nennt|nennen|genannt|bezeichnet|kurz:|[„\"»])")
_PLURALS = word_set("Papiere Unterlagen Dokumente")


def _in_form(phrase: nominal.Phrase, lemma: str, case: str, number: str, gender: str) -> str | None:
    try:
        noun = inflect.noun(lemma, case=case, number=number)
    except UnknownFormError:
        return None
    return nominal.around(phrase, noun, (case, number, gender if number == "Sing" else ""))
