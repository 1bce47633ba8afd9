"""A relative clause that says which ones are meant: *fördert Vereine, die …* is not said of all.

*Das Amt fördert Projekte, die dem Klima nützen.* → *Manche Projekte nützen dem Klima. Diese
Projekte fördert das Amt.* Said the other way round, the office would fund every project.
"""

from __future__ import annotations

from a11y.language.analysis import Clause, ClauseKind, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language import nominal
from a11y.simple_language.fields import Part, midfield, rest
from a11y.simple_language.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import inner, sentence, word_set

_CHOOSING = word_set(
    "fördern unterstützen beraten begleiten betreuen helfen richten wenden bezuschussen prüfen "
    "kontrollieren reparieren entsorgen annehmen sammeln abschleppen entfernen "
    "aufnehmen behandeln befreien belohnen bestrafen verbieten erlauben erstatten ersetzen "
    "einladen warnen schützen unterbringen versorgen gelten bestehen"
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
    return (
        main is not None
        and main.kind is ClauseKind.MAIN
        and main.predicate in _CHOOSING
        and main.tense is Tense.PRESENT
    )


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
    if any(t.text == "," or t.tag in ("KON", "PTKNEG") for t in behind):
        return None
    others = [t for t in behind if t is not noun and t is not preposition]
    case = _case(view, noun, preposition, main)
    persons = {r.person for r in tables.verb_readings(finite.text.lower())}
    alone = "P3" not in persons or who[0].text.lower() in ("wir", "man", "sie")
    if case is None or (case == "Acc" and preposition is None and not alone):
        return None  # *Diese Menschen begleiten Helfer*: who whom?
    form = "diesen" if case == "Dat" else "diese"
    front = f"{inner(preposition)} " if preposition is not None else ""
    return (
        f"Manche {told.removeprefix('Diese ')}\n"
        f"{sentence(f'{front}{form} {noun.text}', finite.text, midfield(who, others))}"
    )


def _case(view: View, noun: Token, preposition: Token | None, main: Clause) -> str | None:
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
