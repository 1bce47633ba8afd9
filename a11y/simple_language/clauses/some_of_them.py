"""A relative clause that says which ones are meant: *fördert Vereine, die …* is not said of all.

*Das Amt fördert Projekte, die dem Klima nützen.* → *Manche Projekte nützen dem Klima. Diese
Projekte fördert das Amt.* Said the other way round, the office would fund every project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Tense, Token, Voice
from a11y.language.clauses import frames
from a11y.language.clauses.agreement import is_adjectival
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.relative_clauses import told_of_doers, told_of_many
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, rest
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_second import midfield
from a11y.simple_language.view import View
from a11y.simple_language.wording import inner, sentence, text_of, word_set

_CHOOSING = word_set(
    "fördern unterstützen beraten begleiten betreuen helfen richten wenden bezuschussen prüfen "
    "kontrollieren reparieren entsorgen annehmen sammeln abschleppen entfernen "
    "aufnehmen behandeln befreien belohnen bestrafen verbieten erlauben erstatten ersetzen "
    "haften aufkommen zahlen bezahlen einladen warnen schützen unterbringen versorgen gelten "
    "bestehen ablehnen zurückweisen bewilligen genehmigen bearbeiten berücksichtigen ausschließen "
    "vernichten versteigern"
)
"""What is done to some of a kind and not to all; *zeigen* and *haben* only name what is there."""


def chooses(view: View, found: Part) -> bool:
    """Whether the clause narrows a bare plural that something is done to, here and always."""
    noun = _noun(view, found)
    if (
        found.tokens[0].text not in ("die", "denen")
        or noun is None
        or noun.tag != "NN"
        or not _many(view, noun)
    ):
        return False
    main = view.in_clause(noun)
    if main is None or main.kind is not ClauseKind.MAIN or main.tense is not Tense.PRESENT:
        return False
    # *Besucher haben Taschen, die groß sind, abzugeben*: in the middle it tells which ones
    amid = view.words[-1].index > found.last and noun.index > (main.finite or 0)
    return main.predicate in _CHOOSING or (amid and bool(main.modal))


def holds_for_some(view: View, found: Part) -> bool:
    """*gilt für Anlagen, aus denen …*: told of all plants, the rule would hold for each."""
    noun = _noun(view, found)
    main = view.in_clause(noun) if noun is not None else None
    if noun is None or noun.tag != "NN" or main is None or not _many(view, noun):
        return False
    return main.predicate in _CHOOSING and main.tense is Tense.PRESENT


DONE_TO_SOME = _CHOOSING | word_set(
    "informieren löschen mitbringen bringen geben tragen übernehmen sperren speichern kürzen "
    "zerstören"
)


def narrows_the_known(view: View, clause: Clause, found: Part) -> bool:
    """*vernichtet die Akten, die alt sind*, *Sie müssen die Kosten zahlen, die …*: not all of them,
    as *Das Amt vernichtet die Akten* would say."""
    known = clause.antecedent  # *die Kosten zahlen, die …*: not always right before it
    noun = view.token(known) if known is not None else _noun(view, found)
    main = view.in_clause(noun) if noun is not None else None
    phrase = nominal.ending_in(view, noun) if noun is not None else None
    if noun is None or main is None or main.finite is None or phrase is None:
        return False
    article = phrase.article.text if phrase.article is not None else ""
    numbers = {number for _, number, _ in nominal.readings(phrase)}
    if article not in ("die", "der", "den") or numbers != {"Plur"} or noun.index < main.finite:
        return False
    asked = bool(main.modal) or main.mood is Mood.IMPERATIVE
    return asked or main.predicate in DONE_TO_SOME


def there_are_some(view: View, found: Part) -> bool:
    """*Es gibt Bürger, die nie wählen*: some of them; *Es gibt Bürger* says nothing."""
    noun = _noun(view, found)
    main = view.in_clause(noun) if noun is not None else None
    if noun is None or noun.tag != "NN" or main is None or main.predicate != "geben":
        return False
    counted = view.after(noun, -1)
    if counted is not None and counted.tag == "CARD":
        return False
    return _many(view, noun) and any(t.text.lower() == "es" for t in rest(view, found))


def fronted(view: View, clause: Clause, found: Part) -> str | None:
    """*Für Schäden, die beim Umzug entstehen, haftet die Firma* → *Manche Schäden entstehen beim
    Umzug. Für diese Schäden haftet die Firma.*

    A plural without article that opens the sentence, behind a preposition or not, or its only
    noun behind *Anspruchsberechtigt sind*; None for every other build. Some of them are told of,
    and it is those that the sentence speaks of: that holds whether the clause narrows or adds.
    """
    noun = _noun(view, found)
    words = rest(view, found)
    main = view.in_clause(noun) if noun is not None else None
    if noun is None or noun.index != found.first - 2 or not words:
        return None
    if main is None or main.kind is not ClauseKind.MAIN or main.finite is None:
        return None
    finite = view.token(main.finite)
    doers = _doers(noun, finite) and words[0].index == noun.index
    if not doers and not _plural_only(view, noun):
        return None
    told = (told_of_doers(view, clause, found, noun) if doers else None) or (
        told_of_many(view, clause, found) if not doers else None
    )
    if told is None or _may_not_be_there(view, main, words) or _owners_may_act(view, found, noun):
        return None
    some = sentence(told.replace("diese", "manche", 1))
    named = f"{noun.text}n" if doers else noun.text
    if words[0].index == noun.index and len(words) > 1 and words[1] is finite:
        pointing = _these(main, finite, doers=doers)
        if pointing is None:
            return None
        return f"{some}\n{sentence(f'{pointing} {named}', text_of(words[1:]))}"
    women = words[0] if _women_and_men(words, noun, finite) else None
    if women is not None:
        both = re.sub(r"\b(Manchen?) ", rf"\1 {women.text} und ", some, count=1)
        return f"{both}\n{sentence(f'diese {women.text} und {noun.text}', text_of(words[3:]))}"
    if words[0].tag == "APPR" and words[1] is noun and len(words) > 2 and words[2] is finite:
        form = _behind(words[0], noun)
        behind = text_of(words[2:])
        led = f"{inner(words[0])} {form} {noun.text}"
        return f"{some}\n{sentence(led, behind)}" if form else None
    so = len(words) > 2 and words[-2] is finite and words[-1] is noun
    told_so = words[-3].tag in ("ADJD", "VVPP") if so else False
    if so and finite.lemma == "sein" and (told_so or words[-3].text.lower().endswith(_ENTITLED)):
        what = text_of(words[:-3])  # *Von der Gebühr befreit sind …*
        entitled = words[-3].text.lower()
        return f"{some}\n{sentence(f'diese {noun.text}', finite.text, what, entitled)}"
    return None


def _these(main: Clause, finite: Token, *, doers: bool) -> str | None:
    """*diese*, or *diesen* where a passive is about somebody else: *Personen, die …, kann der
    Zutritt verboten werden*. None where another one acts on them."""
    if doers or "Plur" in verb_numbers(finite) or not verb_numbers(finite):
        return "diese"
    return "diesen" if main.voice is Voice.PASSIVE else None


def _doers(noun: Token, finite: Token) -> bool:
    """*Schwangere*, *Radfahrende*: many, as the verb of the sentence tells."""
    persons = {r.person for r in tables.verb_readings(finite.text.lower()) if r.person}
    return (
        noun.text.endswith("e")
        and is_adjectival(noun.text)
        and bool(persons & {"P3"})
        and not persons & {"S3"}
    )


def _women_and_men(words: Sequence[Token], noun: Token, finite: Token) -> bool:
    """*Mieterinnen und Mieter, denen …*: both open the sentence, and the clause is about both."""
    return (
        len(words) > 3
        and words[0].text.endswith("innen")
        and words[1].text == "und"
        and words[2] is noun
        and words[3] is finite
        and noun.text[:4] == words[0].text[:4]
    )


_SEEKING = word_set("suchen brauchen benötigen wünschen")
_HOW_OFTEN = word_set("selten rar knapp Mangelware häufig")
_ONLY = word_set("nur allein ausschließlich lediglich")


def _may_not_be_there(view: View, main: Clause, words: Sequence[Token]) -> bool:
    """*Wohnungen, die billig sind, gibt es nicht*: *Manche Wohnungen sind billig* would be false.

    Nor are *Allein berechtigt sind …* those who *sind allein berechtigt*.
    """
    if main.predicate in ("geben", "fehlen", "existieren"):
        return True
    if main.predicate in _SEEKING:
        return not any(t.index == words[0].index for t in subject_tokens(view, main))
    before = [t for t in words if main.finite is not None and t.index < main.finite]
    if any(inner(t).lower() in _ONLY for t in before):
        return True
    return main.predicate == "sein" and any(t.text in _HOW_OFTEN for t in words)


_ENTITLED = (
    "berechtigt",
    "pflichtig",
    "befreit",
    "ausgenommen",
    "zugelassen",
    "ausgeschlossen",
    "willkommen",
)
_ONE_CASE = {
    **dict.fromkeys(("für", "gegen", "ohne", "durch", "um"), "diese"),
    **dict.fromkeys(("mit", "bei", "von", "aus", "nach", "zu", "seit"), "diesen"),
}


def _behind(preposition: Token, noun: Token) -> str | None:
    """*diese* or *diesen*, where preposition or noun tells."""
    asked = _ONE_CASE.get(preposition.text.lower())
    cases = {case for case, number, _ in nominal.noun_readings(noun.text) if number == "Plur"}
    if asked is not None or not cases:
        return asked
    if cases == {"Dat"}:
        return "diesen"
    return "diese" if "Dat" not in cases else None


def _plural_only(view: View, noun: Token) -> bool:
    """*Gäste*, not *Miete* nor *alte Bäume*: nothing but a plural, all of the phrase."""
    phrase = nominal.ending_in(view, noun)
    if noun.tag != "NN" or phrase is None or phrase.article is not None or phrase.adjectives:
        return False
    forms = {(number, gender) for _, number, gender in nominal.readings(phrase)}
    plural = any(number == "Plur" for number, _ in forms) and ("Sing", "Fem") not in forms
    following = view.after(noun)
    return plural and following is not None and following.text == ","


def _noun(view: View, found: Part) -> Token | None:
    """The noun before the clause; *Wir nehmen* **Abfälle** *an, die …* has a prefix between."""
    before = view.after(found.tokens[0], -2)
    return view.after(before, -1) if before is not None and before.tag == "PTKVZ" else before


def _many(view: View, noun: Token) -> bool:
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is not None or phrase.adjectives:
        return False
    joined = view.after(phrase.first, -1)
    forms = {(number, gender) for _, number, gender in nominal.readings(phrase)}
    plural = any(number == "Plur" for number, _ in forms) and ("Sing", "Fem") not in forms
    return plural and (joined is None or joined.tag != "KON")


def picked_first(view: View, found: Part, told: str) -> str | None:
    """The two sentences with the clause first; told: it as a sentence that opens with *Diese*.

    None where the main clause does not open with its subject or could be read the other way round.
    """
    noun = _noun(view, found)
    main = view.in_clause(noun) if noun is not None else None
    words = rest(view, found)
    if main is None or noun is None or main.finite is None or not told.startswith("Diese "):
        return None
    finite = view.token(main.finite)
    who = subject_tokens(view, main)
    if not who or who[0].index != words[0].index or who[-1].index + 1 != finite.index:
        return None
    led = view.after(noun, -1)
    preposition = led if led is not None and led.tag == "APPR" else None
    focus = view.after(preposition, -1) if preposition is not None else None
    if focus is not None and focus.tag == "ADV":
        return None  # *auch für Kinder, die …*
    behind = [t for t in words if t.index > finite.index]
    if any(t.text == "," or t.tag in ("KON", "PTKNEG", "KOUS") for t in behind):
        return None  # *…, auch wenn …*: it would hang on the wrong one
    clause = view.in_clause(found.tokens[0])
    owned = any(t.tag == "PPOSAT" and t.text.islower() for t in found.tokens)
    finite_in = clause.finite if clause is not None else None
    if owned and finite_in is not None and "Sing" in verb_numbers(view.token(finite_in)):
        return None  # *Schäden, die ihr Tier verursacht*: whose, comes later now
    if _owners_may_act(view, found, noun):
        return None  # *Schäden, die ihre Mitarbeiter verursacht haben*: nor are many told whose
    others = [t for t in behind if t is not noun and t is not preposition]
    if any(t.tag == "PPER" and t.text in ("sie", "er", "es") for t in found.tokens):
        return None  # *Schlüssel, die sie nicht brauchen*: who it is comes later now
    case = _case(noun, preposition, main)
    persons = {r.person for r in tables.verb_readings(finite.text.lower())}
    alone = "P3" not in persons or who[0].text.lower() in ("wir", "man", "sie")
    alone = alone or (_acting(who[-1]) and not _acting(noun))
    if case is None or (case == "Acc" and preposition is None and not alone):
        return None  # *Diese Menschen begleiten Helfer*: who whom?
    if case == "Acc" and preposition is None and any(_may_be_object(view, t) for t in others):
        return None  # *Personen, die nicht zahlen, das Wasser abstellen*: to whom
    form = "diesen" if case == "Dat" else "diese"
    front = f"{inner(preposition)} " if preposition is not None else ""
    return (
        f"Manche {told.removeprefix('Diese ')}\n"
        f"{sentence(f'{front}{form} {noun.text}', finite.text, midfield(who, others))}"
    )


def _owners_may_act(view: View, found: Part, noun: Token) -> bool:
    """Whether *ihre …* right behind *die* can be who acts: *Eltern, die ihre Kinder erziehen* act
    themselves, *Schäden* do not."""
    own = found.tokens[1] if len(found.tokens) > 1 else None
    if own is None or own.tag != "PPOSAT" or not own.text.islower():
        return False
    if frames.animacy_of_noun(noun.lemma) is frames.Animacy.PERSON:
        return False
    phrase = nominal.phrase_at(view, own.index)
    if phrase is None or "Nom" not in {case for case, _, _ in nominal.readings(phrase)}:
        return phrase is None
    return not _acting(noun) or _acting(phrase.noun)


def _may_be_object(view: View, token: Token) -> bool:
    phrase = nominal.ending_in(view, token) if token.tag == "NN" else None
    if phrase is None:
        return False
    before = view.after(phrase.first, -1)
    led = before is not None and before.tag in ("APPR", "APPRART")
    return not led and "Acc" in {case for case, _, _ in nominal.readings(phrase)}


def _acting(noun: Token) -> bool:
    kind = frames.animacy_of_noun(noun.lemma)
    return noun.tag == "NN" and kind in (frames.Animacy.PERSON, frames.Animacy.INSTITUTION)


def _case(noun: Token, preposition: Token | None, main: Clause) -> str | None:
    """Dative or accusative, where only one of them fits."""
    cases = {case for case, number, _ in nominal.noun_readings(noun.text) if number == "Plur"}
    dative_only, accusative = cases == {"Dat"}, "Acc" in cases
    if dative_only:
        return "Dat"
    if preposition is not None:
        return {"an": "Acc", "für": "Acc", "gegen": "Acc", "vor": "Dat", "mit": "Dat"}.get(
            preposition.text.lower()
        )
    if main.predicate == "helfen":
        return "Dat"
    return "Acc" if accusative else None
