"""Verb forms, and clauses rewritten around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from a11y.language import inflect
from a11y.language.analysis import Clause, ClauseKind, Tense, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, tidy, word_set

PERSONS = ("S1", "S2", "S3", "P1", "P2", "P3")
_TENSES = {"Pres": 0, "Past": 6}
_PARTICIPLE = 15

AUXILIARIES = frozenset({"sein", "haben", "werden"})
MODALS = frozenset({"müssen", "können", "dürfen", "sollen", "wollen", "mögen"})

IRREGULAR = {
    "sein": ("bin", "bist", "ist", "sind", "seid", "sind"),
    "haben": ("habe", "hast", "hat", "haben", "habt", "haben"),
    "werden": ("werde", "wirst", "wird", "werden", "werdet", "werden"),
    "müssen": ("muss", "musst", "muss", "müssen", "müsst", "müssen"),
    "können": ("kann", "kannst", "kann", "können", "könnt", "können"),
    "dürfen": ("darf", "darfst", "darf", "dürfen", "dürft", "dürfen"),
    "sollen": ("soll", "sollst", "soll", "sollen", "sollt", "sollen"),
    "wollen": ("will", "willst", "will", "wollen", "wollt", "wollen"),
}

_PAST = {
    "haben": ("hatte", "hattest", "hatte", "hatten", "hattet", "hatten"),
    "sein": ("war", "warst", "war", "waren", "wart", "waren"),
    "werden": ("wurde", "wurdest", "wurde", "wurden", "wurdet", "wurden"),
    # to manage and to move; the tables know *schuf* and *bewog* alone
    "schaffen": ("schaffte", "schafftest", "schaffte", "schafften", "schafftet", "schafften"),
    "bewegen": ("bewegte", "bewegtest", "bewegte", "bewegten", "bewegtet", "bewegten"),
}


def present(infinitive: str, person: str) -> tuple[str, str] | None:
    """(finite form, separable particle): ``present("anmelden", "S3") == ("meldet", "an")``.

    person: ``S1`` … ``P3``. None for verbs the tables do not know.
    """
    return finite(infinitive, person, tense="Pres")


def finite(infinitive: str, person: str, *, tense: str) -> tuple[str, str] | None:
    """As ``present``. tense: ``Pres`` or ``Past`` (not of modals)."""
    if infinitive in IRREGULAR:
        forms = IRREGULAR[infinitive] if tense == "Pres" else _PAST.get(infinitive)
        return (forms[PERSONS.index(person)], "") if forms else None
    if tense == "Past" and infinitive in _PAST:
        return _PAST[infinitive][PERSONS.index(person)], ""
    cells = tables.verb_cells(infinitive)
    if cells is None:
        return None
    variants = cells[_TENSES[tense] + PERSONS.index(person)]
    if not variants:
        return None
    particle = tables.verb_classes()[infinitive][0]
    if infinitive in ONE_WORD:
        return particle + variants[0], ""
    return variants[0], apart(particle)


_APART = {"wiederher": "wieder her", "wiederauf": "wieder auf"}


def apart(particle: str) -> str:
    """A separable particle as it is written away from its verb: *stellt … wieder her*."""
    return _APART.get(particle, particle)


ONE_WORD = word_set(
    "übersetzen unterstellen umschreiben durchsuchen durchlaufen überschlagen durchleuchten "
    "umkreisen umspannen"
)
"""Both kinds exist; in texts of offices they are one word (*übersetzt*, not *setzt über*)."""


_USUAL = word_set(
    "gewendet verwendet entwendet gesendet versendet gelöscht gewichen erschrocken geschwollen "
    "geschafft gequollen"
)
"""Where a verb has two participles, the one that people write."""


def participles(infinitive: str) -> frozenset[str]:
    """Every participle of a verb: *gesandt* and *gesendet*."""
    cells = tables.verb_cells(infinitive)
    if cells is None:
        return frozenset()
    particle = tables.verb_classes()[infinitive][0]
    return frozenset(particle + one for one in cells[_PARTICIPLE])


def participle(infinitive: str) -> str | None:
    """``anmelden`` → ``angemeldet``; None for verbs the tables do not know."""
    cells = tables.verb_cells(infinitive)
    if cells is None or not cells[_PARTICIPLE]:
        return None
    done = next((one for one in cells[_PARTICIPLE] if one in _USUAL), cells[_PARTICIPLE][0])
    if infinitive in ONE_WORD:
        done = done.removeprefix("ge")
    particle = tables.verb_classes()[infinitive][0]
    return f"{particle} {done}" if particle in ("zustande", "zugrunde") else particle + done


def perfect_auxiliary(infinitive: str, person: str) -> str:
    auxiliary = "sein" if inflect.takes_sein(infinitive) else "haben"
    return IRREGULAR[auxiliary][PERSONS.index(person)]


_SPEAKERS = {"ich": "S1", "du": "S2", "wir": "P1"}


def person_of(finite: Token, *, who: Sequence[Token] = ()) -> str | None:
    """``S3``, ``P3`` …: from the analysis, checked against the forms the verb can have.

    who: the subject, where it is known: *ich sah* and *er sah* are one form.
    """
    if len(who) == 1 and who[0].text.lower() in _SPEAKERS:
        return _SPEAKERS[who[0].text.lower()]
    number, person = finite.morph.get("Number"), finite.morph.get("Person")
    claimed = f"{number[0]}{person}" if number and person else None
    possible = {r.person for r in tables.verb_readings(finite.text.lower()) if r.person}
    if claimed in possible or (claimed and not possible):
        return claimed
    return possible.pop() if len(possible) == 1 else None


def retouched(view: View, first: int, last: int, changes: Mapping[int, str]) -> str:
    """Source text from token ``first`` to ``last`` with some tokens written otherwise.

    An empty string removes a token with the space before it.
    """
    parts = []
    for index in range(first, last + 1):
        token = view.token(index)
        parts.append(changes.get(index, token.text))
        parts.append(" " if token.space_after else "")
    return tidy("".join(parts))


QUOTES = frozenset("„“”»«\"'") | {"``", "''"}
_TAIL = word_set("so darunter wie nämlich etwa insbesondere besonders allen vor zum also sprich")
"""*…, so Finnland und Polen*: what names examples stands behind the whole clause."""


def with_not(words: Sequence[Token]) -> str:
    """The words behind a modal with *nicht*: before an adverb or a prepositional phrase, else
    before the verbs that close them."""
    for position, token in enumerate(words):
        if token.tag in ("APPR", "APPRART", "ADV", "ADJD"):
            return f"{text_of(words[:position])} nicht {text_of(words[position:], inside=False)}"
    end = len(words)
    while end and words[end - 1].tag.startswith("V"):
        end -= 1
    return f"{text_of(words[:end])} nicht {text_of(words[end:])}".strip()


def denied(words: Sequence[Token]) -> str:
    """… or with *kein* where a noun has *ein*: *keinen Termin vereinbaren*."""
    for position, token in enumerate(words):
        if token.tag == "ART" and token.text.lower().startswith("ein"):
            behind = text_of(words[position:])
            return f"{text_of(words[:position])} k{behind}".strip()
    return with_not(words)


def whole_lists(tokens: Sequence[Token], finite: Token) -> bool:
    """Every comma belongs to a list with *und*; any other opens an aside that the verb must not
    follow."""
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    if any(t.text.lower() in _TAIL for i in commas for t in tokens[i + 1 : i + 2]):
        return False
    after = tokens[commas[-1] :] if commas else ()
    return not commas or any(t.tag == "KON" for t in after) or finite in after


PUNCTUATION = frozenset('.,;:!?–-()„“"»«”‚‘')


def is_participle(adjective: str) -> bool:
    """Whether an inflected adjective is the participle of a verb: *angegebene*, *laufenden*."""
    stem = re.sub(r"e[nrsm]?$", "", adjective.lower())
    if stem.endswith("end"):
        return True
    forms = {reading.form for reading in tables.verb_readings(stem) if not reading.person}
    return bool(forms - {"Inf", "InfZu"})


def finite_clauses(view: View) -> Iterator[tuple[Clause, Token]]:
    for clause in view.clauses:
        if clause.finite is not None:
            yield clause, view.token(clause.finite)


def run(view: View, clause: Clause, *, commas: bool = False) -> tuple[Token, ...] | None:
    """The clause's tokens without punctuation at its edges; None if others stand between.

    commas: commas inside, as in a list, are allowed; else they make the run uncertain.
    """
    tokens = [view.token(index) for index in clause.tokens]
    while tokens and (tokens[0].text in PUNCTUATION or tokens[0].tag == "KON"):
        tokens.pop(0)
    while tokens and tokens[-1].text in PUNCTUATION:
        tokens.pop()
    if not tokens or tokens[-1].index - tokens[0].index != len(tokens) - 1:
        return None
    if any(t.text in ("(", ")", ":", ";") or (t.text == "," and not commas) for t in tokens):
        return None
    return tuple(tokens)


def may_be_relative(view: View, clause: Clause) -> bool:
    """*Leute, die Bilder malten, …*: read as *the pictures painted*, its verb stands last."""
    tokens = [view.token(index) for index in clause.tokens]
    while tokens and tokens[0].text in PUNCTUATION:
        tokens.pop(0)
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or not tokens:
        return False
    before, behind = view.after(tokens[0], -1), view.after(view.token(clause.finite))
    opens = before is not None and before.text == "," and tokens[0].tag in ("ART", "PDS", "PRELS")
    return opens and (behind is None or behind.text in (",", "."))


def is_unreal(view: View) -> bool:
    """*Hätten Sie bezahlt, …*, *Käme er, …*: a condition that is not met."""
    first = view.words[0] if view.words else None
    return any(
        finite.text.lower().startswith("käm")
        or (
            finite.text.lower().startswith(("hätt", "wär"))
            and any(view.token(i).tag in ("VVPP", "VAPP", "VMPP") for i in clause.verbs)
        )
        for clause, finite in finite_clauses(view)
        if len(view.clauses) > 1 and (finite is first or clause.link.lower() in ("wenn", "falls"))
    )


def is_no_fact(view: View, clause: Clause, finite: Token) -> bool:
    """*Ohne Bahn wäre der Ort ein Dorf geblieben*, *Er hätte kommen müssen*, *Ich hätte gern …*:
    it did not happen or is only wished; the indicative would tell something false."""
    word = finite.text.lower()
    if not word.startswith(("hätt", "wär")):
        return False
    tags = {view.token(i).tag for i in clause.verbs if i != finite.index}
    if word.startswith("hätt"):
        wished = any(t.text in ("gern", "gerne") for t in view.tokens)
        return wished or bool(tags & {"VVPP", "VAPP", "VMPP", "VMINF"})
    if "VVPP" in tags and any(t.text.lower() == "ohne" for t in view.tokens):
        return True  # *Ohne die Feuerwehr wäre das Haus abgebrannt*
    return "VAPP" in tags or ("VVPP" in tags and inflect.takes_sein(clause.predicate))


def is_past(clause: Clause) -> bool:
    """Whether the clause tells of what was: neither present nor future."""
    return clause.tense not in (Tense.PRESENT, Tense.FUTURE)


def is_obliged(clause: Clause) -> bool:
    """A modal or *ist … zu*: somebody's duty or permission."""
    return bool(clause.modal) or clause.voice is Voice.MODAL_PASSIVE
