"""Who acts comes first: *Den Antrag stellen Sie beim Amt* → *Sie stellen den Antrag beim Amt*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
from a11y.simple_language.grammar.subjects import fits, subject_tokens
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, text_of, word_set

_ACTS = word_set("Sie wir ich du er ihr man")
_ACTED_ON = word_set("uns mich dich ihn euch")
"""Pronouns that are an object where they open a sentence; *mir, Ihnen* often feel, not receive."""
_INSIDE = word_set("ART PPOSAT ADJA CARD NN NE TRUNC APPR APPRART FM XY")
_OPENS = word_set("ART PPOSAT ADJA NN PIAT")
_DEFINITE = word_set("der die das den dem")
_IS_WHAT = word_set("sein werden bleiben heißen nennen dauern kosten wiegen gelten")
_MARKS = frozenset("„“”»«\"'‚‘:()–{}")
_ENDS_SUBJECT = ("VVPP", "VVINF", "VVIZU", "PTKVZ", "ADV", "ADJD", "$.", "$,")


@evaluates("object-first")
def object_first(view: View) -> Iterator[Match]:
    """*Weitere Hinweise finden Sie hier* → *Sie finden weitere Hinweise hier*.

    *Dieses Formular finden Sie online* stays: what points back opens the sentence with a reason.
    """
    words = view.words
    clause = view.in_clause(words[0]) if words and view.text.rstrip()[-1:] != "?" else None
    if clause is None or clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return
    if clause.mood is Mood.IMPERATIVE or clause.voice is not Voice.ACTIVE:
        return
    finite = view.token(clause.finite)
    front = [t for t in view.tokens if t.index < finite.index]
    if not front or front[0] is not words[0] or clause.predicate in _IS_WHAT | {""}:
        return
    if not _is_object(front) or any(TIMES.search(t.text) for t in front if t.tag == "NN"):
        return
    found = _who(view, clause, front, finite)
    if found is None or _denied_without_article(clause, front):
        return
    lead, who = found
    if _already(view, front, lead[-1] if lead else who[-1]):
        return
    short = text_of((finite, *lead))
    said = f"{capital(text_of(who))} {short} {text_of(front)}"
    last = max(lead[-1].index if lead else 0, who[-1].index)
    yield Match(
        start=front[0].span[0],
        end=view.token(last).span[1],
        found=view.slice(front[0].index, front[-1].index),
        replacement=said,
        safe=not (_enrols(clause, front) and _may_be_object(view, clause, front, finite, who[0])),
    )


_ENROLLING = word_set("anmelden abmelden ummelden nachmelden versichern mitversichern")


def _enrols(clause: Clause, front: Sequence[Token]) -> bool:
    """*Ihre Kinder melden Sie an*: form lets them do it to the reader, sense hardly."""
    return front[0].tag == "PPOSAT" and clause.predicate in _ENROLLING


def _is_object(front: Sequence[Token]) -> bool:
    """A noun with its article and what hangs on it, or a pronoun in the accusative."""
    if len(front) == 1 and front[0].tag == "PPER":
        return front[0].text.lower() in _ACTED_ON
    opens = front[0].tag in _OPENS and not front[0].text.lower().startswith(
        ("dies", "beid", "welch")
    )
    return (
        opens
        and all(t.tag in _INSIDE or (t is front[0] and t.tag == "PIAT") for t in front)
        and not any(t.text in _MARKS for t in front)
        and any(t.tag == "NN" for t in front)
    )


def _who(
    view: View, clause: Clause, front: Sequence[Token], finite: Token
) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """(short pronouns that stay behind the verb, who acts); None where form does not show it."""
    behind = view.after(finite)
    if behind is None:
        return None
    if behind.text in _ACTS and behind.tag in ("PPER", "PIS") and fits((behind,), finite):
        following = view.after(behind)
        if following is not None and following.text.lower() in ("bitte", "selbst", "alle", "beide"):
            return None
        if following is not None and _goes_on(view, following):
            return None
        if _may_be_object(view, clause, front, finite, behind) and not _enrols(clause, front):
            return None
        return _pronouns(view, behind), (behind,)
    phrase = nominal.phrase_at(view, front[0].index)
    if phrase is None or phrase.tokens[-1] is not front[-1]:
        return None
    if any(c.kind is ClauseKind.RELATIVE for c in view.clauses):
        return None  # *muss die Person stellen, die das Kind betreut*
    cases = {case for case, _, _ in nominal.readings(phrase)}
    who = subject_tokens(view, clause)
    if cases != {"Acc"} or not who or who[0].index != behind.index or not fits(who, finite):
        return None
    if who[0].text.lower().startswith("ihr") and who[0].text.islower():
        return None  # *stellt ihr Vater*: *Ihr Vater* would be the reader's
    following = view.after(who[-1])
    sure = following is None or following.tag in _ENDS_SUBJECT or following.text in (".", "!")
    if len(who) == 1 and who[0].tag == "NE" and _closes(following):
        return (), who
    acting = nominal.phrase_at(view, who[0].index)
    named = acting is not None and acting.tokens[-1] is who[-1]
    if not sure or not named or acting is None:
        return None
    if acting.article is None and not _closes(following):
        return None  # *Den Brief schickt Eltern heute das Amt.*
    if following is not None and following.text == ",":
        return None  # *Den Zuschuss zahlt die Stadt, die …*
    return ((), who) if "Nom" in {case for case, _, _ in nominal.readings(acting)} else None


def _closes(following: Token | None) -> bool:
    """Whether behind who acts only the rest of the verb follows."""
    return following is None or following.text in (".", "!") or following.tag in ("VVPP", "VVINF")


_DONE_BY_PEOPLE = word_set(
    "finden bekommen erhalten brauchen benötigen haben stellen beantragen schicken senden "
    "einsenden zusenden zahlen bezahlen ausfüllen unterschreiben holen abholen abgeben einreichen "
    "mitbringen bringen vorlegen kaufen bestellen lesen sehen herunterladen ausdrucken nehmen "
    "mitnehmen entnehmen erfahren melden buchen benutzen nutzen verwenden beachten kennen wählen "
    "tragen legen hochladen ausleihen entsorgen übernehmen vereinbaren machen wissen verstehen "
    "vergessen"
)
"""*Die Hinweise finden Sie*, but *Die Regeln schützen Sie*: there the noun may do it as well."""


def _may_be_object(
    view: View, clause: Clause, front: Sequence[Token], finite: Token, who: Token
) -> bool:
    """*Ihr Sohn sucht Sie*, *Die Ärzte beraten Sie*, *Das Geld zahlt ihr die Mutter*."""
    if who.text.lower() not in ("sie", "ihr"):
        return False
    persons = {r.person for r in tables.verb_readings(finite.text.lower())}
    if who.text.lower() == "ihr":
        return "S3" in persons
    if persons and "P3" not in persons:
        return True
    if front[0].tag == "PPER":
        return False
    phrase = nominal.phrase_at(view, front[0].index)
    forms = nominal.readings(phrase) if phrase is not None else frozenset()
    if phrase is None or not forms or ("Nom", "Plur") in {form[:2] for form in forms}:
        acting = phrase is None or names_somebody(phrase.noun.text)
        return acting or clause.predicate not in _DONE_BY_PEOPLE
    return False


def _goes_on(view: View, following: Token) -> bool:
    """*stellen Sie und Ihr Partner*, *stellen Sie, nicht Ihr Chef*: more than one word acts."""
    if following.tag == "KON":
        return True
    opens = view.after(following) if following.text == "," else None
    return opens is not None and opens.tag not in ("KOUS", "KOUI")


_ALREADY = word_set("schon bereits noch sicher sicherlich leider wohl vielleicht")


def _already(view: View, front: Sequence[Token], last: Token) -> bool:
    """*Viele Fragen haben Sie sicher schon*: such words stand before what is not known yet."""
    known = front[0].text.lower() in _DEFINITE or front[0].tag in ("PPOSAT", "PPER")
    following = view.after(last)
    return not known and following is not None and following.text.lower() in _ALREADY


def _pronouns(view: View, subject: Token) -> tuple[Token, ...]:
    """*Den Antrag können Sie uns schicken*: *uns* stays before the noun."""
    found: list[Token] = []
    following = view.after(subject)
    while following is not None and following.tag in ("PPER", "PRF"):
        found.append(following)
        following = view.after(following)
    return tuple(found)


def _denied_without_article(clause: Clause, front: Sequence[Token]) -> bool:
    """*Hunde dürfen Sie nicht mitnehmen*: in the middle it would be *keine Hunde*."""
    known = front[0].text.lower() in _DEFINITE or front[0].tag in ("PPOSAT", "PPER")
    return bool(clause.negations) and not known and not inner(front[0]).startswith("kein")


_LINKS = word_set("ist sind war waren hat haben hatte hatten wird werden")
_FRONT = ("ADV", "PTKNEG", "ADJD", "VVPP", "PTKA")
_BEHIND = word_set("ART PPOSAT PIAT ADJA NN NE TRUNC KON CARD")
_NO_QUALITY = word_set(
    "so auch nur hier dort dann da dabei dazu damit davon deshalb daher zudem außerdem allein "
    "noch nun jetzt hierbei hierfür hierzu dafür darin daran darauf darunter entweder soweit"
)


@evaluates("quality-first")
def quality_first(view: View) -> Iterator[Match]:
    """*Zuständig ist das Bürgeramt.* → *Das Bürgeramt ist zuständig.*

    Only where all that follows the verb is one noun: *Geöffnet ist das Bad
    am Montag* says when.
    """
    words = view.words
    clause = view.in_clause(words[0]) if words else None
    if clause is None or clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return
    finite, end = view.token(clause.finite), view.tokens[-1]
    front = [t for t in view.tokens if t.index < finite.index]
    rest = [t for t in view.tokens if finite.index < t.index < end.index]
    if len(view.clauses) != 1 or end.text not in (".", ":") or not rest or not front:
        return
    if not (front[-1].tag in ("ADJD", "VVPP") or _is_quality(front)) or finite.text not in _LINKS:
        return
    if any(
        not (t.tag in _FRONT or _is_quality([t])) or t.text.lower() in _NO_QUALITY for t in front
    ):
        return
    phrase = nominal.phrase_at(view, rest[0].index)
    if phrase is None or phrase.noun.tag != "NN" or not _one_thing(rest):
        return
    if not _only_owners(view, rest, phrase, front[-1]):
        return
    if finite.lemma == "haben" and not names_somebody(phrase.noun.text):
        return  # *Gewonnen hat das Spiel …*: what is won, not who
    several = any(t.tag == "KON" for t in rest)
    if not several and not fits(phrase.tokens, finite):
        return
    if finite.text.startswith(("ist", "sind", "war")) or front[-1].tag == "VVPP":
        yield Match(
            start=front[0].span[0],
            end=rest[-1].span[1],
            found=view.slice(front[0].index, front[-1].index),
            replacement=f"{capital(text_of(rest))} {finite.text} {_said_last(front)}",
            safe=True,
        )


def _said_last(front: Sequence[Token]) -> str:
    words = text_of(front)
    return words.lower() if _is_quality(front) else words


def _is_quality(front: Sequence[Token]) -> bool:
    """*Groß war die Freude*: an adjective that opens the sentence, taken for a name."""
    word = front[0].text
    return (
        len(front) == 1
        and front[0].tag in ("NE", "NN")
        and not nominal.noun_readings(word)
        and word.lower() in tables.adjective_stems()
    )


_FOR_SOMEBODY = word_set(
    "bekannt unbekannt wichtig neu klar möglich unmöglich fremd nahe ähnlich gleich egal lieb "
    "nützlich schädlich zugänglich verständlich dankbar treu"
)
"""*Bekannt ist der Fall der Polizei*: who knows it stands in the dative."""


def _only_owners(view: View, rest: Sequence[Token], phrase: nominal.Phrase, quality: Token) -> bool:
    """Whether each further phrase is joined by *und* or is an owner: *Gezahlt wird das Geld den
    Eltern* says to whom, *Gebaut hat das Haus der Architekt* who."""
    done = quality.tag == "VVPP" or quality.text.lower() in _FOR_SOMEBODY
    last = phrase.tokens[-1].index
    while last < rest[-1].index:
        token = view.token(last + 1)
        if token.tag == "NE" or (token.tag == "NN" and not nominal.noun_readings(token.text)):
            last += 1  # *die Stadt Köln*
            continue
        joined = token.tag == "KON"
        further = nominal.phrase_at(view, token.index + joined)
        if further is None or further.tokens[-1].index > rest[-1].index:
            return False
        cases = {case for case, _, _ in nominal.readings(further)}
        owner = "Gen" in cases or (not cases and token.text in ("der", "des", "eines", "einer"))
        if not joined and (not owner or (done and cases != {"Gen"})):
            return False
        last = further.tokens[-1].index
    return True


def _one_thing(rest: Sequence[Token]) -> bool:
    """One noun with a genitive, or several joined by *und*. *Bekannt ist die Stadt für Bier*: what
    it is known for is no part of it."""
    for token in rest:
        if (
            token.tag not in _BEHIND
            or TIMES.search(token.text)
            or token.text in _MARKS
            or token.text[:1].isdigit()
        ):
            return False
    return rest[-1].tag in ("NN", "NE") and len(rest) <= 9
