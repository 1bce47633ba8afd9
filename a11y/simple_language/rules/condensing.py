"""What a shorter text can leave out: only where an editor asked for it, never unattended.

The guard lets these rules drop nouns and names and nothing else: a number, negation, modal verb,
condition, limit or form of address inside an aside keeps the aside in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from a11y.language.analysis import ClauseKind, Token
from a11y.language.lexicon import tables
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import part
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.grammar.verbal import is_participle
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.attributes import inside_attribute
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

ENOUGH = {Level.LEICHT: 8, Level.EINFACH: 12}
"""A sentence of at most so many words is short enough: nothing that says something goes."""


_FINITE = ("VVFIN", "VAFIN", "VMFIN")

_VALUE = re.compile(r"\d|€|@|www\.")


@evaluates("bracket-aside")
def bracket_aside(view: View) -> Iterator[Match]:
    """*das Amt (Abteilung Soziales)* → *das Amt*"""
    for found in re.finditer(r" ?\(([^()]*)\)", view.text):
        if _VALUE.search(found[1]) or _ABBREVIATION.search(view.text[: found.start()]):
            continue
        if is_practical(view) and _NARROWING.match(found[1]):
            continue
        yield _seen(view, found)


_ABBREVIATION = re.compile(r"\b[a-zäöü]?[A-ZÄÖÜ]{2,}s?$")
"""*eine neue eVB (elektronische Versicherungsbestätigung)*: the bracket says what that is."""
_NARROWING = re.compile(
    r"(?:bei|für|in|im|mit|ohne|ab|bis|per|nur|auch|außer|an|am|vor|nach|während|unter|über|nicht|wenn|falls"
    r"|sofern|soweit|auf|aus|je|pro|zu|zum|zur|gegen|höchstens|mindestens|maximal|ausgenommen)\b"
    r"|[a-zäöüß]+$"
)
"""*(bei Bezug von Bürgergeld)*, *(im Erdgeschoss)*, *(gut) lesen*: when, where or how."""


_LAW = (
    r"(?:§§?|Paragraf(?:en)?) ?\d+(?: ?[a-z]\b)?"
    r"(?: (?:Abs\.|Absatz|Satz|S\.|Nr\.|Nummer|Ziffer) ?\d+[a-z]?)*"
    r"(?: (?:und|bis|oder) ?(?:§ ?)?\d+[a-z]?(?: (?:Abs\.|Absatz|Satz|Nr\.|Nummer) ?\d+)*)*"
    r"(?: (?:des|der|dem|im|vom|dieser|dieses)? ?(?:[A-ZÄÖÜ][\wäöüß-]*"
    r"(?:G|B|O|V|gesetz(?:e?s)?|ordnung|satzung|buch(?:e?s)?)|Gesetz(?:e?s)?|Satzung|Ordnung)\b)?"
    r"(?: [IVX]{1,4}\b)?"
)
_REFERENCE = re.compile(
    rf" ?\((?:gemäß |nach |vgl\. |siehe |laut |i\. ?S\. ?d\. ?)?{_LAW}\)"
    rf"| (?:gemäß|nach|laut|im Sinne (?:von|des)|auf Grundlage (?:von|des)|entsprechend) {_LAW}"
)


@evaluates("legal-reference")
def legal_reference(view: View) -> Iterator[Match]:
    """*nach § 5 Abs. 2 BauGB* → nothing: readers of easy texts look up no paragraphs."""
    for found in _REFERENCE.finditer(view.text):
        if found.start() > 0 and not _WHOSE.match(view.text, found.end()):
            yield _seen(view, found)


_WHOSE = re.compile(r" (?:der|des|dieser|dieses) [A-ZÄÖÜ]")
"""*nach § 5 der Gebührenregelung*: what is left would hang on another word."""


def _seen(view: View, found: re.Match[str]) -> Match:
    return Match(
        start=view.start + found.start(),
        end=view.start + found.end(),
        found=found[0].strip(),
        replacement="",
    )


@evaluates("aside")
def aside(view: View) -> Iterator[Match]:
    """*Nico, der Held der Geschichte, …* and *… – aus gutem Grund – …* lose what stands between."""
    for found in re.finditer(r" [–—-] [^–—]+? [–—-](?= )| [–—] [^–—]+(?=[.!]$)", view.text):
        ahead = view.text[: found.start()]
        quoted = ahead.count("„") > ahead.count("“")
        named = found[0].split()[1:2] == ["so"]  # *– so der Bürgermeister –*: he says it
        if (
            not named
            and not _VALUE.search(found[0])
            and not quoted
            and not _holds_message(view, found)
        ):
            yield _seen(view, found)
    tokens = view.tokens
    commas = [t.index for t in tokens if t.text == ","]
    for first, last in pairwise(commas):
        inner = [view.token(i) for i in range(first + 1, last)]
        before, following = view.token(first - 1), view.after(view.token(last))
        year = before.tag == "CARD" and view.token(first - 2).tag == "NN"  # *im Bericht 2016, …*
        if (before.tag not in ("NN", "NE") and not year) or not inner or following is None:
            continue
        if inner[0].text in _BESIDE:
            continue
        if any(t.tag.startswith(("V", "PREL", "KO", "PTKZU", "PWAV", "PW")) for t in inner):
            continue
        opens = inner[0].tag in ("ART", "PPOSAT") or inner[0].text.lower() in ("vor", "wie")
        if following.tag.startswith(("PREL", "KO")):
            continue
        if opens and (following.tag in _GOES_ON or len(commas) == 2):
            yield _gap(view, first, last)
    yield from _examples(view)
    yield from _beside(view)


def _holds_message(view: View, found: re.Match[str]) -> bool:
    """*Als er kam – da gingen alle*: what stands behind the dash is the main clause."""
    start, end = view.start + found.start(), view.start + found.end()
    verbs = [
        view.token(c.finite).span[0]
        for c in view.clauses
        if c.kind is ClauseKind.MAIN and c.finite is not None
    ]
    return bool(verbs) and all(start <= at < end for at in verbs)


_BESIDE = word_set("darunter beispielsweise etwa unter vor zum nämlich")


def _beside(view: View) -> Iterator[Match]:
    """*viele Burgen, darunter das Schloss X.* → *viele Burgen.*"""
    end = view.tokens[-1]
    if is_practical(view):
        return  # *etwa Sozialwohnungen*: what an office means, examples tell
    for token in view.tokens:
        following = view.after(token)
        if token.text != "," or following is None or following.text not in _BESIDE:
            continue
        tail = [t for t in view.tokens if following.index <= t.index < end.index]
        if end.text in ".!" and tail and not any(t.tag.startswith(("V", "PREL")) for t in tail):
            match = cut(view, token.index, tail[-1].index)
            if match is not None:
                yield match
                return


_GOES_ON = (*_FINITE, "VVPP", "VVINF")


def _gap(view: View, first: int, last: int) -> Match:
    before, tail = view.token(first - 1), view.token(last)
    found = view.slice(first, last).strip(" ,")
    return Match(start=before.span[1], end=tail.span[1], found=found, replacement="")


def _examples(view: View) -> Iterator[Match]:
    """*Länder wie Frankreich oder Italien* → *Länder*; what an office means, examples tell."""
    if is_practical(view):
        return
    for token in view.tokens:
        before = view.after(token, -1)
        following = view.after(token)
        if token.text != "wie" or before is None or before.tag != "NN":
            continue
        if before.morph.get("Number") != "Plur":
            continue  # *bei der Erbschaft wie Ehegatten behandelt*: how, and no example of it
        if following is None or following.tag in ("APPR", "APPRART"):
            continue  # *in der Industrie wie im Privatbereich*: there, too
        if any(_ALIKE.match(t.text) for t in view.tokens if t.index < token.index):
            continue  # *aus den gleichen Teilen wie eine Bewerbung*
        if any(t.text == "wie" and t.index < token.index for t in view.tokens):
            continue  # *A ist wie B, C wie D*: likened, no examples
        last = None
        for index in range(token.index + 1, view.sentence.tokens[1]):
            step = view.token(index)
            if step.tag in ("NN", "NE", "FM"):
                last = step
            elif step.tag not in ("ART", "ADJA", "KON", "APPR", "APPRART") and step.text not in (
                ",",
                "„",
                "“",
            ):
                break
        if last is not None:
            yield Match(
                start=before.span[1],
                end=last.span[1],
                found=view.slice(token.index, last.index),
                replacement="",
            )


_ALIKE = re.compile(
    r"(?i)(?:(?:der|die|das|den|dem)?(?:gleich|selb|ähnlich)e?\w?\w?|(?:eben|genau)?so|solche?\w?)$"
)


_UNIQUE = re.compile(
    r"(?:amt|behörde|rathaus|ministerium|stadt|gemeinde|kreis|land|museum|bibliothek|bücherei|theater"
    r"|polizei|feuerwehr|verwaltung|gericht|universität|hochschule|kirche|schloss|burg|turm|brücke"
    r"|fluss|see|insel|gebirge|bürgermeister|bürgermeisterin|präsident|präsidentin|kanzler|kanzlerin"
    r"|minister|ministerin|könig|königin|kaiser|papst|gesetz|verordnung|archiv|bad|stadion|flughafen"
    r"|bahnhof|park|zoo|krankenhaus|klinikum|rat|agentur|kammer|zentrum)$",
    re.IGNORECASE,
)
_POINTING = word_set("der die das den dem des dieser diese dieses diesen diesem unser unsere")


def _is_known(view: View, noun: Token) -> bool:
    """Whether a noun names one thing by itself, so that a relative clause only adds to it.

    *Das Rathaus, das 1902 gebaut wurde*; but *Eltern, deren Kind krank ist* and *ein Pass, der
    gültig ist* are others without their clause.
    """
    if noun.tag == "NE":
        return True
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None or phrase.article.text.lower() not in _POINTING:
        return False
    single = any(number == "Sing" for _, number, _ in nominal.readings(phrase))
    said = re.findall(rf"\b{re.escape(noun.text)}\b", view.document)
    return single and (_UNIQUE.search(noun.text) is not None or len(said) > 1)


@evaluates("relative-aside")
def relative_aside(view: View) -> Iterator[Match]:
    """*Das Amt, das im Rathaus liegt, hilft.* → *Das Amt hilft.*"""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    if any(c.negations for c in mains) or re.search(r"\b[Zz]uständig", view.text):
        return  # *Zuständig ist das Amt, in dessen Bezirk …*: which one is the message
    for clause in view.clauses:
        if clause.kind is not ClauseKind.RELATIVE or clause.negations:
            continue
        found = part(view, clause)
        comma = view.after(found.tokens[0], -1) if found is not None else None
        noun = view.after(comma, -1) if comma is not None and comma.text == "," else None
        if found is None or comma is None or noun is None or noun.tag not in ("NN", "NE"):
            continue
        if not _is_known(view, noun) or _leans_on(view, found.last):
            continue
        if clause.antecedent is not None and clause.antecedent != noun.index:
            continue  # *Frauen mit Geschichte, die …*: of the women
        if is_practical(view) and noun.tag == "NE" and not _is_a_name(noun.text):
            continue
        if found.tokens[0].tag == "APPR" and found.tokens[1].tag == "PRELAT":
            continue  # *das Gericht, in dessen Bezirk die Wohnung liegt*: which one
        following = view.after(found.tokens[-1])
        if following is not None and following.tag == "KON":
            continue  # *…, der kommt und geht*: only half of it
        closes = following is not None and following.text == ","
        after = view.after(following) if closes and following is not None else following
        last = following.index if closes and following is not None else found.last
        if after is not None and after.tag == "KON" and closes:
            last = found.last
        match = cut(view, comma.index, last)
        if match is not None:
            yield match


def _is_a_name(word: str) -> bool:
    return any(word in kind for kind in tables.names().values())


def _leans_on(view: View, last: int) -> bool:
    """*Das Amt, das den Plan hat, verteidigt ihn*: what *ihn* means stands in the clause."""
    return any(
        t.index > last and t.tag in ("PPER", "PDS") and t.text in _POINTS_BACK for t in view.tokens
    )


_POINTS_BACK = word_set("er es sie ihn ihm ihr ihnen dieser diese dieses diesen diesem")


@evaluates("participle-aside")
def participle_aside(view: View) -> Iterator[Match]:
    """*die vom Amt ausgestellte Urkunde* → *die Urkunde*"""
    if any(clause.modal for clause in view.clauses):
        return  # what must or may be done holds for just these things
    if is_practical(view):
        return  # *auf das im Antrag angegebene Konto*: which one, counts
    for article, between in inside_attribute(view):
        if between[0].text == "am":
            continue  # *die am weitesten verbreitete Form*
        if article.text.lower().startswith(("ein", "jed", "kein", "all")):
            continue  # *eine öffentlich geförderte Wohnung*: which ones, of many
        if any(re.match(r"(?:weiter|zusätzlich|ander|erst|letzt)e", t.text) for t in between):
            continue  # *die weiteren bestellten Urkunden*: not the ones before
        if not is_participle(between[-1].text):
            continue  # *die voraussichtlich dauerhafte Stelle*: how it is
        if re.search(r"ste[nrsm]?$", between[-1].text):
            continue  # *der wohl bekannteste Mensch*: which one
        match = cut(view, between[0].index, between[-1].index)
        if match is not None:
            yield match


@evaluates("judging-adjective")
def judging_adjective(view: View) -> Iterator[Match]:
    """*ihre schöne Natur* → *ihre Natur*; in a long sentence only."""
    if not too_long(view, most=ENOUGH):
        return
    for token in view.tokens:
        before, following = view.after(token, -1), view.after(token)
        if token.tag != "ADJA" or following is None or following.tag not in ("NN", "NE"):
            continue
        if any((t := view.after(token, -n)) and t.text.lower() == "nur" for n in (1, 2, 3)):
            continue  # *nur in besonderen Fällen*
        if before is not None and before.text.lower().startswith("kein"):
            continue  # *keine besondere Erlaubnis*: a usual one may be needed
        stem = re.sub(r"e[nrsm]?$", "", token.text.lower())
        if stem not in fillers.words()["praise"] or before is None or before.tag == "NN":
            continue
        if is_practical(view) and (before.tag == "APPR" or _points_out(before, stem)):
            continue  # *bei wichtigen Dokumenten*, *eine entsprechende Erlaubnis*: not with others
        if before.tag == "APPR" and following.morph.get("Number") != "Plur":
            continue  # *aus wichtigem Grund*: without an article the adjective is what is said
        if before.tag in (*nominal.DETERMINER_TAGS, "APPR", "APPRART"):
            match = cut(view, token.index, token.index)
            if match is not None:
                yield match


_POINTS_OUT = word_set(
    "entsprechend jeweilig betreffend genannt vorgenannt unterschiedlich divers besonder"
)


def _points_out(before: Token, stem: str) -> bool:
    """*einen entsprechenden Titel*: of many one kind; *das jeweilige Land* names the same land."""
    return stem in _POINTS_OUT and before.text.lower().startswith("ein")
