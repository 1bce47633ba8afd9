"""Hard nouns with an everyday one in their place, inflected as the sentence needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Token, Voice
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as noun_forms
from a11y.simple_language import nominal
from a11y.simple_language.acting_nouns import ACTORS
from a11y.simple_language.data_file import data_file
from a11y.simple_language.easy_words import has_place, is_proven, is_term, replacements
from a11y.simple_language.room import easy_noun, is_taken
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.attributes import inside_attribute
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.words import in_name
from a11y.simple_language.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_list, word_set

_CONTRACTED = {
    "im": ("in", "Dat"),
    "am": ("an", "Dat"),
    "zum": ("zu", "Dat"),
    "zur": ("zu", "Dat"),
    "vom": ("von", "Dat"),
    "beim": ("bei", "Dat"),
    "ins": ("in", "Acc"),
    "ans": ("an", "Acc"),
}
_CONTRACTS = {full: short for short, full in _CONTRACTED.items() if short != "zur"}
_GOVERNS = {
    **dict.fromkeys(word_list("mit von zu aus bei nach seit gegenüber"), frozenset({"Dat"})),
    **dict.fromkeys(word_list("durch für gegen ohne um bis"), frozenset({"Acc"})),
    **dict.fromkeys(
        word_list("in an auf über unter vor hinter neben zwischen"), frozenset({"Acc", "Dat"})
    ),
}
POINTING = re.compile(
    r"\b(?:er|es|sie|ihn|ihm|ihr\w*|sein(?:e[nrsm]?)?|dessen|deren|dies(?:e[rsnm]?)?|welche\w)\b"
)
_POINTING_FIRST = re.compile(
    r"[.!?:]\s+(?:Er|Ihn|Ihm|Dies(?:e[rsnm]?)?|Es(?! gibt)|Sein(?:e[nrsm]?)?"
    r"|Sie(?=\s(?:\w+t|wird|kann|muss|soll|darf|will|war)\b))\b"
)
"""The same where they open a sentence; *Sie* with a verb that speaks of one."""
_REACH = 240
"""Letters behind a noun in which a pronoun may still stand for it."""


def _as_what(view: View, noun: Token) -> bool:
    """*Das Amt zahlt das Geld als Zuschuss*: the word says what kind, an easier one would not."""
    before = view.after(noun, -1)
    return before is not None and before.tag == "KOKOM" and before.text.lower() == "als"


@evaluates("hard-noun")
def hard_noun(view: View) -> Iterator[Match]:
    """*Ihre Anschrift* → *Ihre Adresse*, *dieser Vordruck* → *dieses Formular*."""
    hard = [
        (token, *found)
        for token in view.tokens
        if token.tag == "NN" and (found := easy_noun(token.lemma))[0]
    ]
    attributes = {between[-1].index + 1 for _, between in inside_attribute(view)} if hard else set()
    for token, easy, safe in hard:
        if (
            not stands_for_itself(view, token)
            or token.index in attributes  # *das im Mai geschlossene Abkommen*: far from its article
            or _uncountable(view, token, easy)
            or _other_preposition(view, token)
            or _means_other(view, token)
        ):
            continue
        match = None if is_taken(view, token, easy) else _with_noun(view, token, easy)
        if match is None:
            yield Match(start=token.span[0], end=token.span[1], found=token.text)
        else:
            start, text, certain = match
            yield Match(
                start=start,
                end=token.span[1],
                found=token.text,
                replacement=text,
                safe=certain and (safe or _is_proven(view, token)),
                guess=is_term(view, "nouns", token.lemma),
            )


def stands_for_itself(view: View, noun: Token) -> bool:
    """Whether a noun is no half of a verb, a pair, a longer word or a name."""
    return not (
        _half_a_verb(view, noun)
        or _as_what(view, noun)
        or _one_of_two(view, noun)
        or _goes_on(view, noun)
        or _numbered(view, noun)
        or in_name(view, noun)
        or _names(view, noun)
    )


_SPOKEN_OF = re.compile(
    r"\b(?:[Mm]an schreibt|schreibt man|[Bb]uchstab\w+|W[oö]rt(?:er)?|Begriffe?|bedeutet)\b"
)
_OFFICE_FOR = re.compile(
    r"(?i)(?:amt|ausschuss|referat|dezernat|institut|ministerium|gesetz|verordnung|satzung|"
    r"abteilung|fachbereich|kommission|verband|verein|zentrum|stiftung|museum|behörde|"
    r"beauftragter?n?)s?\s(?:für|über|zu[rm]?|gegen|der|des)\s(?:(?:die|das|den|der)\s)?"
    r"(?:\w+\s(?:und\s)?)?$"
)


def _names(view: View, noun: Token) -> bool:
    """*Frau Kuvert*, *das Wort Fete*, *Straße Am Firmament*, *das Monument Valley*, *das Amt für
    Zuwanderung*: a name, or the word itself."""
    phrase = nominal.ending_in(view, noun)
    first = phrase.first if phrase is not None else noun
    before, following = view.after(first, -1), view.after(noun)
    if first is noun and _SPOKEN_OF.search(view.text):
        return True
    bare = before is not None and before.tag in ("NN", "NE") and before.span[1] + 1 == first.span[0]
    if bare and first.tag in ("NN", "NE") and before is not None:
        return not _MEASURED.search(before.text)
    if first.text[:1] in "„“\"‚‘»«›‹'":
        return True
    if following is not None and following.tag in ("NE", "FM") and following.text[:1].isupper():
        return noun.lemma not in _TITLES
    if following is not None and following.tag == "NN" and _is_foreign(following.lemma):
        return True
    led = before if before is not None and before.tag in ("APPR", "APPRART") else first
    ahead = view.after(led, -1)
    if led.tag in ("APPR", "APPRART", "ART") and ahead is not None and ahead.tag in ("NN", "NE"):
        own = view.after(ahead, -1)  # *Straße Am Firmament*, *Hotel Residenz am Eiland*
        if led.text[:1].isupper() or (ahead.tag == "NN" and own is not None and own.tag == "NN"):
            return True
    return _OFFICE_FOR.search(view.text[: noun.span[0] - view.start]) is not None


def _is_foreign(noun: str) -> bool:
    try:
        noun_forms.gender(noun)
    except UnknownFormError:
        return True
    return False


_MEASURED = re.compile(r"(?i)(?:menge|stück|art|sorte|tasse|glas|form|liter|gramm|anzahl|zahl)n?$")
_TITLES = word_set(
    "Rechtsanwalt Rechtsanwältin Direktor Direktorin Sachbearbeiter Sachbearbeiterin Metropole"
)


def _is_proven(view: View, noun: Token) -> bool:
    return is_proven(view.text, _span(view, noun), kind="nouns", hard=noun.lemma)


def _span(view: View, noun: Token) -> tuple[int, int]:
    return noun.span[0] - view.start, noun.span[1] - view.start


@lru_cache(maxsize=1)
def _senses() -> dict[str, re.Pattern[str]]:
    """Hard noun → pattern of the words beside which it says something else; $ ends a word."""
    return {
        noun: re.compile(
            r"\b(?:" + "|".join(words.split()).replace("$", r"\b") + ")", re.IGNORECASE
        )
        for noun, words in data_file("noun_senses").items()
    }


def _means_other(view: View, noun: Token) -> bool:
    """*ein Dokument hochladen*: no paper; *die Region Stuttgart*: its name."""
    other = _senses().get(noun.lemma)
    if other is not None and other.search(view.text) is not None:
        return True
    if not has_place(view.text, _span(view, noun), noun.lemma):
        return True
    following = view.after(noun)
    return noun.lemma in _BEFORE_NAMES and following is not None and following.tag == "NE"


_BEFORE_NAMES = word_set("Region Kommune Bezirk Einrichtung Institution Quartier")


def _goes_on(view: View, noun: Token) -> bool:
    """*der Basis NLP Kurs*, *der Jojo - Effekt*: written apart, but one word with its neighbour."""
    before = view.after(noun, -1)
    if before is not None and before.text == "-" and view.after(noun, -2) is not None:
        return True
    name, kurs = view.after(noun), view.after(noun, 2)
    return (
        name is not None
        and name.text.isupper()
        and len(name.text) > 1
        and kurs is not None
        and kurs.tag in ("NN", "NE")
    )


def _numbered(view: View, noun: Token) -> bool:
    """*Feuerwerk der Kategorie 2*, *Verordnung 12/2019*: with its number it is a name."""
    following = view.after(noun)
    return following is not None and following.text[:1].isdigit()


def _one_of_two(view: View, noun: Token) -> bool:
    """*Mieterinnen und Mieter*, *der Zuwanderer und die Zuwanderin*: one word for both, or none.

    Forms alike stay as they are; of two with articles each takes its easy word where both have one.
    """
    easy = replacements()["nouns"]["safe"]
    for other in view.tokens:
        distance = abs(other.index - noun.index)
        if other.tag != "NN" or not 2 <= distance <= 3:
            continue
        between = view.token((other.index + noun.index) // 2)
        if distance == 2 and between.tag == "KON" and other.text[:5] == noun.text[:5]:
            return True
        pair = _woman(noun.lemma) in (other.text, other.lemma)
        if (pair or noun.lemma == _woman(other.lemma)) and other.lemma not in easy:
            return True
    return False


def _woman(man: str) -> str:
    """*Mieter* → *Mieterin*, *Zuwanderer* → *Zuwanderin*."""
    return f"{man.removesuffix('er') if man.endswith('erer') else man}in"


_WITH_VERBS = {("in", "Betrieb"), ("außer", "Betrieb"), ("in", "Kenntnis"), ("in", "Auftrag")} | {
    ("in", "Brand"),
    ("in", "Obhut"),
    ("in", "Verwahrung"),
    ("in", "Besitz"),
}


_MASS = word_set("Geld Essen Regen Müll Schmutz Verkehr Hunger Ärger Bargeld Ansehen Wohlstand")
_NEVER_TWO = word_set(
    "Feuer Streit Angst Wut Freude Glück Not Arbeit Zeit Lohn Hass Kritik Lage Liebe Leid Mut "
    "Krebs Fachmann Gewalt Treue Ruf Hilfe Ruhe Müdigkeit Verhalten Wissen Vorgehen Schutz Macht "
    "Tod Eile Trauer Spaß Pracht Gier Neid Stolz Faulheit Fleiß Text Antrieb"
)
"""*eine Panik*, but not *zwei Ängste*: their plurals are rare or say something else."""


def _uncountable(view: View, token: Token, easy: str) -> bool:
    """*ein Zuschuss*, *die Niederschläge*: of *Geld* and *Regen* there is neither one nor two."""
    if easy in _NEVER_TWO:
        return token.morph.get("Number") == "Plur"
    if easy not in _MASS:
        return False
    phrase = nominal.ending_in(view, token)
    article = phrase.article if phrase is not None else None
    counted = article is not None and article.text.lower().startswith(("ein", "kein"))
    return counted or token.morph.get("Number") == "Plur"


def _half_a_verb(view: View, token: Token) -> bool:
    """*in Betrieb nehmen*: the noun means nothing by itself."""
    before, first = view.after(token, -1), view.after(token, -2)
    phrase = nominal.ending_in(view, token)
    if token.text == "Auskunft" and phrase is not None and len(phrase.tokens) == 1:
        return True  # *gibt Auskunft*, *um Auskunft bitten*
    if first is not None and first.tag == "TRUNC":
        return True  # *im Vor- und Umfeld*: the first word lacks its half
    return before is not None and (before.text.lower(), token.text) in _WITH_VERBS


_PREPOSITIONS = {
    "Auswirkung": ("auf",),
    "Einwilligung": ("in",),
    "Vorschrift": ("über",),
    "Regelung": ("über",),
    "Bedrohung": ("für", "durch"),
    "Umwandlung": ("in",),
    "Indiz": ("für",),
    "Einverständnis": ("mit",),
    "Identifizierung": ("mit",),
    "Ambition": ("auf",),
}


def _other_preposition(view: View, token: Token) -> bool:
    """*Auswirkungen auf*, but *Folgen für*: the easy noun goes with another word."""
    if token.lemma in ("Genehmigung", "Unterstützung") and _of_a_thing(view, token):
        return True  # *die Unterstützung der Reform*: nobody says *die Hilfe der Reform*
    before = view.after(token, -1)
    if token.lemma == "Beginn" and before is not None and before.tag == "APPR":
        return True  # *vor Beginn*, *mit Beginn*: nobody says *vor Anfang*
    own = _PREPOSITIONS.get(token.lemma, ())
    return any(t.text.lower() in own for t in view.tokens if t.index > token.index)


def _of_a_thing(view: View, token: Token) -> bool:
    """*die Genehmigung von Transporten*: *Erlaubnis* goes with *für*; that of an office is its."""
    following = view.after(token)
    if following is None:
        return False
    at = following.index + (following.text.lower() in ("von", "vom"))
    phrase = nominal.phrase_at(view, at)
    if phrase is None or ACTORS.search(phrase.noun.text):
        return False
    led = at > following.index
    return led or any(case == "Gen" for case, _, _ in nominal.readings(phrase))


def _with_noun(view: View, token: Token, easy: str) -> tuple[int, str, bool] | None:
    """(where the change begins, the text up to the noun's end, certain), or None in doubt."""
    phrase = nominal.ending_in(view, token)
    found = nominal.readings(phrase) if phrase is not None else frozenset()
    if not found:  # *zur persönlichen …*: weak behind the *zur*; *in vielen …*
        found = nominal.noun_readings(token.text)
    if phrase is None or (phrase.article is None and not phrase.adjectives):
        found = frozenset(r for r in found if not _never_bare(token, r))
    if phrase is not None and _far_article(view, phrase):
        return None
    article = phrase.article.text.lower() if phrase is not None and phrase.article else ""
    if easy == "Zeit" and article.startswith("ein") and phrase and not phrase.adjectives:
        return None  # *für eine Zeit von zwei Jahren* lacks something
    try:
        gender = noun_forms.gender(easy)
    except UnknownFormError:
        return None
    found = in_this_place(view, phrase, token, found)
    if phrase is not None and _shares_article(view, phrase) and not _alike(token.lemma, gender):
        return None
    if all(number == "Plur" or own == gender for _, number, own in found):
        return _same_gender(token, easy, found)
    if phrase is None or not found or _relative_follows(view, token) or _told_later(view, token):
        return None
    return _other_gender(view, phrase, easy, gender, found)


def _alike(noun: str, gender: str) -> bool:
    try:
        return noun_forms.gender(noun) == gender
    except UnknownFormError:
        return False


_ONE_OF = re.compile(r"(?i)(?:ein|kein|welch|jed|manch)e[rsmn]?$")


def _shares_article(view: View, phrase: nominal.Phrase) -> bool:
    """*die erste oder zweite Etage*, *eine der Broschüren*: a word further in front agrees, too."""
    before, first = view.after(phrase.first, -1), view.after(phrase.first, -2)
    if before is None:
        return False
    joined = before.tag == "KON" and first is not None and first.tag in ("ADJA", "ART", "CARD")
    return joined or (phrase.first.text == "der" and _ONE_OF.match(before.text) is not None)


def _far_article(view: View, phrase: nominal.Phrase) -> bool:
    """*das 2014 mit der Stadt geschlossene Abkommen*: the article stands before other words."""
    before = view.after(phrase.first, -1)
    bare = phrase.article is None and bool(phrase.adjectives)
    return bare and before is not None and before.tag in ("NN", "NE", "PPER", "PRF", "ADJD")


def _never_bare(token: Token, reading: nominal.Reading) -> bool:
    """No noun stands alone in the genitive, nor with the old *-e* of *dem Manne*."""
    case, number, _ = reading
    old = case == "Dat" and number == "Sing" and token.text == f"{token.lemma}e"
    return case == "Gen" or old


def _same_gender(
    token: Token, easy: str, found: frozenset[nominal.Reading]
) -> tuple[int, str, bool] | None:
    try:
        forms = {noun_forms.noun(easy, case=case, number=number) for case, number, _ in found}
    except UnknownFormError:
        return None
    return (token.span[0], forms.pop(), True) if len(forms) == 1 else None


def _other_gender(
    view: View,
    phrase: nominal.Phrase,
    easy: str,
    gender: str,
    found: frozenset[nominal.Reading],
) -> tuple[int, str, bool] | None:
    before = view.after(phrase.first, -1)
    contracted = before is not None and before.tag == "APPRART" and phrase.article is None
    if contracted and phrase.adjectives and any(case != "Dat" for case, _, _ in found):
        return None  # in the dative *-en* stays: *zur persönlichen*, *zum persönlichen*
    adjectives = [adjective.text for adjective in phrase.adjectives]
    texts: set[str | None] = set()
    for case, number, _ in found:
        key = (case, number, gender if number == "Sing" else "")
        try:
            form = noun_forms.noun(easy, case=case, number=number)
        except UnknownFormError:
            return None
        if contracted and before is not None:
            texts.add(_contracted(before.text, " ".join([*adjectives, form]), key))
        else:
            texts.add(nominal.around(phrase, form, key))
    text = texts.pop() if len(texts) == 1 else None
    if text is None:
        return None
    first = before if contracted and before is not None else phrase.first
    if first.text[:1].isupper():
        text = capital(text)
    if POINTING.search(view.analysis.text[phrase.noun.span[1] : view.end]):
        return None  # *die Aula mieten, soweit sie frei ist*
    behind = view.analysis.text[phrase.noun.span[1] : phrase.noun.span[1] + _REACH]
    told = POINTING.search(behind) or _POINTING_FIRST.search(behind)
    return first.span[0], text, told is None


_COPULAS = word_set("sein werden bleiben heißen scheinen")
_WITH_DATIVE = word_set(
    "gehören fehlen gefallen helfen nützen passen schaden genügen gelingen "
    "entstehen geschehen passieren existieren auffallen einfallen zustehen drohen"
)
"""*Ihr gehört eine Geldbörse*: what has no accusative beside it."""


def in_this_place(
    view: View, phrase: nominal.Phrase | None, token: Token, found: frozenset[nominal.Reading]
) -> frozenset[nominal.Reading]:
    """The readings that fit what stands before the phrase, or who acts in the clause."""
    first = phrase.first if phrase is not None else token
    before = view.after(first, -1)
    if before is not None and before.text.lower() in _CONTRACTED:
        wanted = _CONTRACTED[before.text.lower()][1]
        return frozenset(r for r in found if r[:2] == (wanted, "Sing"))  # *im gleichen Unternehmen*
    if before is not None and before.tag == "APPR":
        cases = _GOVERNS.get(before.text.lower(), frozenset({"Acc", "Dat", "Gen"}))
        return frozenset(reading for reading in found if reading[0] in cases)
    clause = view.in_clause(token)
    if clause is None or {case for case, _, _ in found} != {"Nom", "Acc"}:
        return found
    who = {one.index for one in subject_tokens(view, clause)}
    if clause.predicate in _COPULAS | _WITH_DATIVE or clause.voice is not Voice.ACTIVE:
        wanted = "Nom"  # *Das war eine Fehlentscheidung*: what it is, no object
    elif token.index in who:
        wanted = "Nom"
    elif not who or (before is not None and before.tag in ("$,", "KON", "KOKOM")):
        return found  # *der Irrtum, eine Fehlentscheidung, …*: as what it belongs to
    else:
        wanted = "Acc"
    return frozenset(reading for reading in found if reading[0] == wanted)


def _contracted(preposition: str, noun: str, key: nominal.Reading) -> str:
    """*im Domizil* → *in der Wohnung*, *zur Wohnung* → *zum Haus*."""
    full, case = _CONTRACTED[preposition.lower()]
    _, number, gender = key
    short = _CONTRACTS.get((full, case))
    if number == "Sing" and gender == "Fem":
        if full == "zu":
            return f"zur {noun}"
        return f"{full} {'der' if case == 'Dat' else 'die'} {noun}"
    if case == "Acc" and gender == "Masc":
        return f"{full} den {noun}"
    return f"{short} {noun}"


def _told_later(view: View, token: Token) -> bool:
    """*ein Verzeichnis aller Gräber, das jeder sieht*: the pronoun agrees with what goes."""
    return any(t.index > token.index and t.tag in ("PRELS", "PRELAT") for t in view.tokens)


_RELATIVE = word_set("der die das den dem dessen deren welcher welche welches welchen welchem")


def _relative_follows(view: View, token: Token) -> bool:
    following = view.after(token)
    if following is None or following.text != ",":
        return False
    return any(
        (step := view.after(following, distance)) is not None and step.tag.startswith("PREL")
        for distance in (1, 2)
    ) or ((step := view.after(following)) is not None and step.text in _RELATIVE)
