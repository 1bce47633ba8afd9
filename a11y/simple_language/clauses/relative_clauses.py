"""One relative clause as a sentence of its own that names its noun again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Role, Tense, Token, Voice
from a11y.simple_language.clauses.antecedents import (
    antecedent_of,
    is_pronoun,
    others_fit,
    own_nominative,
    pronoun_reading,
)
from a11y.simple_language.clauses.owned_relatives import owned_by_many, owned_by_one
from a11y.simple_language.clauses.pairs import (
    closed,
)
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, rest, stands_alone
from a11y.simple_language.grammar.holders import with_focus
from a11y.simple_language.grammar.subjects import fits, subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_second import midfield, parted_finite
from a11y.simple_language.leaving_out.shortening import HALF_A_VERB
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_PARTITIVE = word_set(
    "alle allen aller jeder jede jedes jeden jedem kein keine keinen keinem keiner einige einigen "
    "manche manchen viele vielen wenige wenigen wer solche solchen solcher"
)


def _is_what_it_is(view: View, found: Part) -> bool:
    """*gelten als Monate, für die …*: without the clause the bare noun says nothing."""
    noun = view.after(found.tokens[0], -2)
    before = view.after(noun, -1) if noun is not None else None
    return before is not None and before.tag == "KOKOM"


def relative_statement(
    view: View, clause: Clause, found: Part, *, behind: Clause | None = None
) -> tuple[str, bool] | None:
    """(the two sentences, whether nothing is lost by parting them). behind: a second relative
    clause of the noun, which the caller says."""
    if clause.finite is None or view.text.rstrip().endswith("?"):
        return None
    pronoun_at = _pronoun_place(view, found, behind)
    if pronoun_at is None or _is_what_it_is(view, found):
        return None
    before = view.after(found.tokens[0], -2)
    bare = pronoun_at == 0 and not own_nominative(view, clause, found.tokens[1:])
    meant = antecedent_of(view, clause, found, bare=bare)
    noun = _noun_meant(view, clause, meant[0], before) if meant is not None else None
    if meant is None or noun is None:
        return None
    antecedent, doubtful = meant
    pronoun = found.tokens[pronoun_at]
    if pronoun.tag == "PRELAT":
        said = owned_by_one(view, clause, found, noun) if antecedent is before else None
        return _beside_main(view, found, noun, said) if said is not None else None
    key = pronoun_reading(view, clause, pronoun, noun, prepositional=pronoun_at == 1)
    named = _named(view, clause, noun, key) if key is not None else None
    if key is None or named is None:
        return None
    statement = _as_statement(view, clause, found, pronoun_at, key, named)
    main = _main_without(view, noun, found, behind)
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    if statement is None or len(mains) != 1 or not main or main[0].text == ":":
        return None
    if not stands_alone(view, mains[0], main) or _holds_half_a_clause(view, main):
        return None
    article = noun.article.text.lower() if noun.article is not None else ""
    wished = article.startswith("ein") and mains[0].predicate in _WISHING
    if wished and key[0] == "Nom":
        return None  # *Sie brauchen einen Arzt, der Sie untersucht*: no doctor is known yet
    if article in _PARTITIVE or mains[0].negations:
        return None
    in_subject = _in_subject(view, mains[0], antecedent, main)
    if in_subject and not article:
        return None
    words = [t for t in view.tokens if any(c.isalnum() for c in t.text)]
    final = behind is None and found.last == words[-1].index
    told_first = not in_subject or _appears(view, mains[0], noun, main)
    safe = final and told_first and not doubtful and not _tells_which(view, noun, main)
    return f"{closed(main)}\n{sentence(statement)}", safe


def _pronoun_place(view: View, found: Part, behind: Clause | None) -> int | None:
    """Where the relative pronoun stands in the clause; None where half of it would be left."""
    place = next(
        (
            i
            for i, t in enumerate(found.tokens[:3])
            if t.tag in ("PRELS", "PRELAT") or is_pronoun(view, found, i)
        ),
        None,
    )
    if any(
        other is not behind
        and other.kind is ClauseKind.RELATIVE
        and min(other.tokens) == found.last + 1
        for other in view.clauses
    ):
        return None  # *der Fragen beantwortet oder Texte liest*
    if place is None or place > 1:
        return None
    owns = found.tokens[place].tag == "PRELAT"
    return None if owns and (place or behind is not None) else place


def _noun_meant(
    view: View, clause: Clause, antecedent: Token, before: Token | None
) -> nominal.Phrase | None:
    """The antecedent's phrase, where it is something of its own and no other noun fits."""
    if HALF_A_VERB.match(antecedent.text):
        return None  # *steht ein Dolmetscher zur Verfügung, den …*: that is nothing of its own
    noun = nominal.ending_in(view, antecedent)
    if noun is None or (_UNIT.search(antecedent.text) and noun.adjectives):
        return None  # *ein Zuschuss von 400 Euro, mit dem …*: the amount is not meant
    governs = view.after(noun.first, -1)
    placed = governs is not None and governs.tag.startswith("APPR")
    if antecedent is not before and placed and others_fit(view, clause, antecedent):
        return None  # *bildet Kinder ab 12 Jahren aus, die …*: the noun before it may be meant
    return noun


def _named(view: View, clause: Clause, noun: nominal.Phrase, key: nominal.Reading) -> str | None:
    """*dieser Antrag*, *diese Formulare und Nachweise*: the noun as the sentence names it again."""
    assert clause.finite is not None
    form = nominal.noun_in(noun.noun.text, key[0], key[1], gender=key[2])
    numbers = verb_numbers(view.token(clause.finite))
    if form is None or (key[0] == "Nom" and numbers and key[1] not in numbers):
        return None
    joined, partner = view.after(noun.first, -1), view.after(noun.first, -2)
    if joined is not None and joined.tag == "KON" and key[1] == "Plur":  # all of them
        if partner is None or partner.tag != "NN" or key[0] == "Dat":
            return None
        return f"{nominal.dies(key)} {partner.text} {joined.text} {form}"
    pointing = nominal.der(key) if key[1] == "Sing" and _is_place(noun) else nominal.dies(key)
    return f"{pointing} {form}"


def _main_without(
    view: View, noun: nominal.Phrase, found: Part, behind: Clause | None
) -> tuple[Token, ...]:
    """The main clause without the relative clause; without all behind it, where a second one is."""
    main = _with_list_comma(view, noun, found, rest(view, found))
    if behind is not None:
        main = tuple(t for t in main if t.index < found.first)
        while main and main[-1].text == ",":
            main = main[:-1]
    return main


def _holds_half_a_clause(view: View, main: Sequence[Token]) -> bool:
    """*wie hoch Ihr Einkommen, das Ihrer Eltern … ist*: its verb stands in the relative clause."""
    outside = {t.index for t in main}
    return any(
        c.finite is None
        and c.kind in (ClauseKind.SUBORDINATE, ClauseKind.FRAGMENT)
        and set(c.tokens) & outside
        for c in view.clauses
    )


def _in_subject(view: View, main: Clause, antecedent: Token, words: Sequence[Token]) -> bool:
    shown = main.predicate == "sein" and words[0].text in ("Das", "Dies", "Es")
    holders = subject_tokens(view, main)
    return not shown and any(t.index == antecedent.index for t in holders)


def _tells_which(view: View, noun: nominal.Phrase, main: Sequence[Token]) -> bool:
    """Whether the clause may tell which one is meant, or is only as sure as the main clause."""
    article = noun.article.text.lower() if noun.article is not None else ""
    if not article.startswith(("d", "jen")) and any(t.text.lower() in _UNSURE for t in main):
        return True
    if any(_SINGLES_OUT.search(t.text.lower()) for t in noun.adjectives):
        return True
    if any(t.text.lower() in ("nur", "lediglich", "ausschließlich") for t in main):
        return True
    told, joined = view.in_clause(noun.noun), view.after(noun.first, -1)
    if told is not None and told.kind is not ClauseKind.MAIN:
        return True
    return joined is not None and joined.tag == "KON"


_WISHING = word_set("brauchen benötigen suchen wünschen verlangen fordern")
_AGAIN = word_set(
    "immer oft manchmal meistens meist selten nie häufig täglich stets wieder abends morgens mal "
    "mittags nachts jährlich monatlich wöchentlich zweimal dreimal mehrmals gelegentlich "
    "fast beinahe kaum sonst notfalls laut frage betracht wo wer wann"
)
"""How often; *in Frage kam ein Haus, das …*: what it must be like."""
_UNSURE = word_set(
    "vielleicht möglicherweise wahrscheinlich angeblich vermutlich wohl offenbar hoffentlich "
    "anscheinend scheinbar eventuell mutmaßlich womöglich"
)
"""*Vielleicht kauft er ein Haus, das leer ist*: as sure as the house is, its being empty is."""
_APPEARING = word_set(
    "sein leben wohnen kommen erscheinen stehen liegen sitzen entstehen auftreten ausgehen"
)


def _appears(view: View, main: Clause, noun: nominal.Phrase, words: Sequence[Token]) -> bool:
    """*Da war ein Mann, der …*, *Im Dorf lebte eine Frau, die …*: told of for the first time, so
    nothing picks one of many. Not *Für den Antrag reicht ein Ausweis, der gilt*."""
    article = noun.article.text.lower() if noun.article is not None else ""
    if article not in ("ein", "eine") or main.finite is None or main.finite > noun.first.index:
        return False
    if main.modal or main.predicate not in _APPEARING or main.mood is Mood.SUBJUNCTIVE:
        return False
    if view.token(main.finite).index == words[0].index:
        return False
    if any(t.text.lower() in _AGAIN or t.text.lower().startswith("jed") for t in words):
        return False  # *Immer kam ein Mann, der …*: not the same one
    there = words[0].text in ("Da", "Dort") and words[1].index == main.finite
    return there or main.tense is Tense.PRETERITE


def _beside_main(
    view: View, found: Part, noun: nominal.Phrase, statement: str
) -> tuple[str, bool] | None:
    """The main clause and what its noun owns. Safe where the clause closes the sentence."""
    main = rest(view, found)
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    if len(mains) != 1 or len(view.clauses) != 2 or not main or main[0].text == ":":
        return None
    if not stands_alone(view, mains[0], main) or mains[0].negations:
        return None
    if mains[0].modal or mains[0].voice is Voice.MODAL_PASSIVE:
        return None  # *Der Zähler, dessen Frist um ist, muss weg*: only such a one
    article = noun.article.text.lower() if noun.article is not None else ""
    if not article or article in _PARTITIVE:
        return None
    final = found.last == view.words[-1].index
    told = final and noun.noun not in subject_tokens(view, mains[0])
    return f"{closed(main)}\n{sentence(statement)}", told


def told_of_many(view: View, clause: Clause, found: Part) -> str | None:
    """*Schäden, die beim Umzug entstehen* → *Diese Schäden entstehen beim Umzug*, for the plural
    without article right before the clause; None where a form is not certain."""
    noun_token = view.after(found.tokens[0], -2)
    noun = nominal.ending_in(view, noun_token) if noun_token is not None else None
    if noun is not None and found.tokens[0].text == "deren":
        return owned_by_many(view, clause, found, noun.noun)
    return _named_again(view, clause, found, noun, number="Plur") if noun is not None else None


def _named_again(
    view: View, clause: Clause, found: Part, noun: nominal.Phrase, *, number: str = ""
) -> str | None:
    """The clause with *diese* and the noun for its pronoun. number: the only one allowed."""
    pronoun_at = next((i for i, t in enumerate(found.tokens[:2]) if t.tag == "PRELS"), None)
    if pronoun_at is None or clause.finite is None:
        return None
    pronoun = found.tokens[pronoun_at]
    key = pronoun_reading(view, clause, pronoun, noun, prepositional=pronoun_at == 1)
    if key is None or (number and key[1] != number):
        return None
    form = nominal.noun_in(noun.noun.text, key[0], key[1], gender=key[2])
    numbers = verb_numbers(view.token(clause.finite))
    if form is None or (key[0] == "Nom" and numbers and key[1] not in numbers):
        return None
    return _as_statement(view, clause, found, pronoun_at, key, f"{nominal.dies(key)} {form}")


def _with_list_comma(
    view: View, noun: nominal.Phrase, found: Part, main: tuple[Token, ...]
) -> tuple[Token, ...]:
    """The rest with the comma that parts *ein Sehtest, der gültig ist, ein Foto und ein Antrag*: it
    closes the clause and parts the list."""
    behind = [t for t in main if t.index > found.last]
    if not behind or not any(t.tag.endswith("FIN") for t in main if t.index < found.first):
        return main
    goes_on = any(t.text in (",", "und", "sowie", "oder") for t in behind[1:])
    phrase = nominal.phrase_at(view, behind[0].index)
    comma = view.token(found.last + 1)
    if not goes_on or phrase is None or comma.text != "," or noun.noun.index != found.first - 2:
        return main
    cases = [{case for case, _, _ in nominal.readings(one)} for one in (noun, phrase)]
    if not cases[0] & cases[1] - {"Gen"}:
        return main
    return (*(t for t in main if t.index < found.first), comma, *behind)


def told_behind(view: View, clause: Clause, found: Part, antecedent: Token) -> str | None:
    """A relative clause of a noun that stands farther in front, as a sentence that names it; None
    where a form is not certain. found: its words without the *und* before them."""
    noun = nominal.ending_in(view, antecedent)
    return _named_again(view, clause, found, noun) if noun is not None else None


def told_of_doers(view: View, clause: Clause, found: Part, noun: Token) -> str | None:
    """*Schwangere, die sich sorgen* → *diese Schwangere sorgen sich*; *die* is the subject."""
    if found.tokens[0].text != "die" or clause.finite is None:
        return None
    if set(verb_numbers(view.token(clause.finite))) != {"Plur"}:
        return None
    own = found.tokens[0].index
    bare = [p for p in clause.participants if not p.preposition and p.head != own]
    acts = any(p.role is Role.SUBJECT and p.head == own for p in clause.participants)
    if not acts or any(p.number != "Sing" and p.role is not Role.PREDICATIVE for p in bare):
        return None
    return _as_statement(view, clause, found, 0, ("Nom", "Plur", ""), f"diese {noun.text}")


_PLACE = re.compile(
    r"\w{3}(?:see|meer|wald|gebirge|tal|fluss|bach|berg|burg|kirche|kathedrale|kapelle|dom|schloss|turm"
    r"|tor|brücke|insel|moor|heide|platz|hafen|bahnhof|museum|theater|stadion|halle|park|graben)e?s?$"
)


def _is_place(noun: nominal.Phrase) -> bool:
    """*im Bodensee, der …*: there is one of that name; *dieser Bodensee* would be one of many."""
    article = noun.article.text.lower() if noun.article is not None else "im"
    alone = _PLACE.search(noun.noun.text) or noun.noun.text in _ONLY_ONE
    return article in _DEFINITE and not noun.adjectives and bool(alone)


_DEFINITE = word_set("der die das dem den des im")
_ONLY_ONE = word_set("Polizei Feuerwehr Regierung Bundesregierung Bundestag Sonne Erde Mond")
_UNIT = re.compile(
    r"^(?:Euro|Dollar|Mark|Cent|Prozent|(?:Kilo|Zenti|Quadrat)?[Mm]eter|Liter|Gramm)n?$"
)


_SINGLES_OUT = re.compile(r"^(?:einzig|letzt|erst)|st(?:e[nrsm]?)$")
"""*der erste Präsident, der …*: the clause is part of who is meant."""


def _as_statement(
    view: View,
    clause: Clause,
    found: Part,
    pronoun_at: int,
    key: nominal.Reading,
    named: str,
) -> str | None:
    """The relative clause with its noun named, verb in second place."""
    assert clause.finite is not None
    finite = view.token(clause.finite)
    body = found.tokens[pronoun_at + 1 :]
    position = next((i for i, t in enumerate(body) if t.index == finite.index), None)
    if position is None or len(body) != position + 1:
        return None
    if position and body[position - 1].tag == "KON":
        return None  # *die selbst denken und lernen*: two verbs share the rest
    second, particle = parted_finite(finite)
    others = list(body[:position])
    if any(t.text == "," for t in others):
        return None  # an aside inside would lose its second comma
    preposition = text_of(found.tokens[:pronoun_at])
    if key[0] == "Nom" and not preposition:
        return f"{named} {second} {text_of(others)} {particle}"
    who = own_nominative(view, clause, others) or subject_tokens(view, clause)
    if not who and preposition and clause.voice is Voice.PASSIVE:
        who = _acted_on(view, others, finite)
    if not who or any(t not in others for t in who):
        return None
    who = with_focus(others, who)
    rest_of = [t for t in others if t not in who]
    if len(others) > 1 and others[0].tag in ("PAV", "PROAV") and who[0] is others[1]:
        second = f"{second} {rest_of.pop(0).text}"  # *denen deshalb die Kündigung droht*
    return f"{preposition} {named} {second} {midfield(who, rest_of)} {particle}"


def _acted_on(view: View, others: Sequence[Token], finite: Token) -> tuple[Token, ...]:
    """What opens *bestimmte Feste gefeiert werden*: a passive has no object, so it is who."""
    phrase = nominal.phrase_at(view, others[0].index) if others else None
    if phrase is None or not fits(phrase.tokens, finite):
        return ()
    nominative = any(case == "Nom" for case, _, _ in nominal.readings(phrase))
    return phrase.tokens if nominative else ()
