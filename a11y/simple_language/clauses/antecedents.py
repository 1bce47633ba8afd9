"""Which noun a relative clause is about, and what its pronoun is there."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part
from a11y.simple_language.grammar.subjects import fits, verb_numbers
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.leaving_out.shortening import HALF_A_VERB
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def antecedent_of(
    view: View, clause: Clause, found: Part, *, bare: bool
) -> tuple[Token, bool] | None:
    """(the noun that a relative clause is about, whether another one may be meant).

    bare: the pronoun is the clause's subject, by its form. None where no noun fits.
    """
    before = view.after(found.tokens[0], -2)
    antecedent = before if before is not None and before.tag == "NN" else None
    bracketed, doubtful = None, False
    if before is not None and (HALF_A_VERB.match(before.text) or before.tag in _CLOSING):
        bracketed = _behind_bracket(view, clause, before)
        if before.tag == "NN":
            antecedent, doubtful = bracketed, True
    if antecedent is not None and bare and _can_only_be_dative(found.tokens[0], view, antecedent):
        bare = False  # *eine Jury, der zwei Jugendliche angehören*
    if antecedent is not None and bare and not _agrees(clause, view, antecedent):
        antecedent = _farther(view, clause, antecedent)
        if antecedent is None:
            return None
    if antecedent is None and clause.antecedent is not None:
        antecedent = view.token(clause.antecedent)
    if antecedent is None:
        antecedent, doubtful = bracketed, True
    if antecedent is None or antecedent.tag != "NN" or antecedent.text in _UNITS:
        return None
    if _is_age(view, antecedent):
        return None
    return antecedent, doubtful


def _is_age(view: View, noun: Token) -> bool:
    """*Kinder unter 6 Jahren, die …*: the children, and just those."""
    number = view.after(noun, -1)
    bound = view.after(noun, -2)
    counted = number is not None and number.tag == "CARD" and TIMES.fullmatch(noun.text)
    return bool(counted) and bound is not None and bound.text.lower() in _BOUNDS


_BOUNDS = word_set("unter über ab bis zu von zwischen und")


_UNITS = word_set("Euro Cent Prozent Meter Kilometer Zentimeter Kilogramm Gramm Liter Grad")
"""*einen Zuschuss von 400 Euro, mit dem …*: what is counted is meant."""


def _agrees(clause: Clause, view: View, noun: Token) -> bool:
    """Whether *die* and its verb can mean this noun: *Einrichtungen der Stadt, die helfen*."""
    assert clause.finite is not None
    numbers = verb_numbers(view.token(clause.finite))
    phrase = nominal.ending_in(view, noun)
    own = {number for _, number, _ in nominal.readings(phrase)} if phrase is not None else set()
    return not numbers or not own or bool(numbers & own)


def _can_only_be_dative(pronoun: Token, view: View, noun: Token) -> bool:
    """Whether *der* stands for a feminine: it receives, and the verb agrees with another word."""
    phrase = nominal.ending_in(view, noun)
    own = {r[1:] for r in nominal.readings(phrase)} if phrase is not None else set()
    return pronoun.text.lower() == "der" and bool(own) and own <= {("Sing", "Fem")}


def others_fit(view: View, clause: Clause, noun: Token) -> bool:
    """Whether the pronoun may mean another noun before it: *Kinder ab 12 Jahren aus, die …*."""
    pronoun = next((view.token(i) for i in clause.tokens if view.token(i).tag == "PRELS"), None)
    forms = _RELATIVE_FORMS.get(pronoun.text.lower(), ()) if pronoun is not None else ()
    wanted = {form[1:] for form in forms}
    if pronoun is not None and clause.finite is not None:
        inner = [view.token(i) for i in sorted(clause.tokens) if i > pronoun.index]
        numbers = verb_numbers(view.token(clause.finite))
        if numbers and not own_nominative(view, clause, inner):  # the verb is the pronoun's
            wanted = {form for form in wanted if form[0] in numbers}
    for token in view.tokens:
        if token.index >= min(clause.tokens) or token.tag not in ("NN", "NE") or token is noun:
            continue
        own = {r[1:] for r in nominal.noun_readings(token.text)}
        if token.index != noun.index and (not own or own & wanted):
            return True
    return not forms


def _farther(view: View, clause: Clause, noun: Token) -> Token | None:
    """The noun before this one that the relative clause can mean."""
    earlier = [t for t in view.tokens if t.index < noun.index and t.tag == "NN"]
    return next((t for t in reversed(earlier) if _agrees(clause, view, t)), None)


def _all_of_them(noun: nominal.Phrase, numbers: set[str]) -> bool:
    """*Die Laternen, die um Mitternacht ausgehen, …*: said of all, it would be another thing."""
    article = noun.article.text.lower() if noun.article is not None else ""
    return article in ("die", "der", "den") and numbers == {"Plur"}


def two_holders(view: View, clause: Clause, found: Part) -> bool:
    """*die Sprechstunde der Leiterin, die …*: either can be meant.

    Nor is it certain who is meant where a clause in the middle picks some of many: *Für Kosten,
    die …, bekommen Sie Geld* is not said of all costs.
    """
    near = next((t for t in reversed(view.tokens) if t.index < found.first and t.tag == "NN"), None)
    noun = nominal.ending_in(view, near) if near is not None else None
    if noun is None or clause.finite is None or found.tokens[0].tag not in ("PRELS", "ART"):
        return False
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    if near is not None and near.index == found.first - 2:
        numbers = {number for _, number, _ in nominal.readings(noun)}
        many = "Plur" in numbers if noun.article is None else _all_of_them(noun, numbers)
        if many and found.last != words[-1].index:
            return True
    before = view.after(noun.first, -1)
    if before is not None and before.tag in ("APPR", "APPRART"):
        before = view.after(before, -1)  # *der Aufzug im Hof, der …*
    head = nominal.ending_in(view, before) if before is not None and before.tag == "NN" else None
    if head is None or not _agrees(clause, view, head.noun):
        return False
    kinds = [{reading[1:] for reading in nominal.readings(one)} for one in (head, noun)]
    return bool(kinds[0] & kinds[1])


_CLOSING = ("VVPP", "VVINF")


def _behind_bracket(view: View, clause: Clause, last: Token) -> Token | None:
    """*stellt Medien zur Verfügung, die …*, *wird von der Gemeinde ausgestellt, in der …*: the noun
    before what closes the main clause. An editor sees whether another one is meant."""
    before = view.after(last, -1)
    if before is not None and before.tag in ("APPR", "APPRART"):
        before = view.after(before, -1)
    if before is None or before.tag != "NN" or not _agrees(clause, view, before):
        return None
    return before


def pronoun_reading(
    view: View, clause: Clause, pronoun: Token, noun: nominal.Phrase, *, prepositional: bool
) -> nominal.Reading | None:
    """What the relative pronoun is: from its form, its noun's gender and number, and the verb."""
    word = pronoun.text.lower()
    forms = _RELATIVE_FORMS.get(
        word.replace("welch", "d") if word.startswith("welch") else word, ()
    )
    same = {(number, gender) for _, number, gender in nominal.readings(noun)}
    fitting = [form for form in forms if form[1:] in same]
    if len({form[1:] for form in fitting}) != 1:
        return None
    if prepositional:
        fitting = [form for form in fitting if form[0] in ("Acc", "Dat")]
        return fitting[0] if len(fitting) == 1 else None
    if len(fitting) == 1:
        return fitting[0]
    inner = [t for t in view.tokens if t.index in clause.tokens and t.index > pronoun.index]
    other = own_nominative(view, clause, inner)
    wanted = "Acc" if other else "Nom"
    return next((form for form in fitting if form[0] == wanted), None)


_RELATIVE_FORMS = {
    "das": (("Nom", "Sing", "Neut"), ("Acc", "Sing", "Neut")),
    "die": (
        ("Nom", "Sing", "Fem"),
        ("Acc", "Sing", "Fem"),
        ("Nom", "Plur", ""),
        ("Acc", "Plur", ""),
    ),
    "der": (("Nom", "Sing", "Masc"), ("Dat", "Sing", "Fem")),
    "den": (("Acc", "Sing", "Masc"),),
    "dem": (("Dat", "Sing", "Masc"), ("Dat", "Sing", "Neut")),
    "denen": (("Dat", "Plur", ""),),
}


def is_pronoun(view: View, found: Part, at: int) -> bool:
    """Whether an article by its tag is the relative pronoun: *ein Laden, in dem Kleidung …*."""
    token, first = found.tokens[at], found.tokens[0]
    if token.tag != "ART" or at > 1 or (at == 1 and first.tag != "APPR"):
        return False
    phrase = nominal.phrase_at(view, token.index)
    if phrase is not None and not nominal.noun_readings(phrase.noun.text):
        return False
    return token.text.lower() in _RELATIVE_FORMS and (
        phrase is None or not nominal.readings(phrase)
    )


def own_nominative(view: View, clause: Clause, inner: Sequence[Token]) -> tuple[Token, ...]:
    """A subject beside the relative pronoun, or nothing."""
    if clause.finite is None:
        return ()
    finite = view.token(clause.finite)
    for token in inner:
        if token.tag in ("PPER", "PIS") and fits((token,), finite) and token.text != "es":
            return (token,)
        if token.tag in ("ART", "PPOSAT", "NN"):
            phrase = nominal.phrase_at(view, token.index)
            cases = {case for case, _, _ in nominal.readings(phrase)} if phrase else set()
            # What could be an object is one: the relative pronoun comes first as a subject does.
            if phrase and "Nom" in cases and "Acc" not in cases and fits(phrase.tokens, finite):
                return phrase.tokens
            return ()
        if token.tag in ("APPR", "APPRART", "ADJD", "ADV", "PRF", "PTKNEG"):
            if token.tag in ("APPR", "APPRART"):
                return ()
            continue
        return ()
    return ()
