"""Whether an easy noun may stand where a hard one stands."""

from __future__ import annotations

import re
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as noun_forms
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.proper_names import in_name
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set
from a11y.simple_language.words.easy_words import has_place, is_proven, replacements


def _as_what(view: View, noun: Token) -> bool:
    """*Das Amt zahlt das Geld als Zuschuss*: the word says what kind, an easier one would not."""
    before = view.after(noun, -1)
    return before is not None and before.tag == "KOKOM" and before.text.lower() == "als"


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
    if phrase is not None and any(_is_part_of_name(view, one) for one in phrase.adjectives):
        return True
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


def _is_part_of_name(view: View, adjective: Token) -> bool:
    """*der Malaiische Archipel*; *die Münchner Klinik* only tells where."""
    word = adjective.text
    opens = view.words and view.words[0].index == adjective.index
    return word[:1].isupper() and not word.endswith("er") and not word[1:].isupper() and not opens


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


def is_proven_here(view: View, noun: Token) -> bool:
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


def means_other(view: View, noun: Token) -> bool:
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
    "Tod Eile Trauer Spaß Pracht Gier Neid Stolz Faulheit Fleiß Text Antrieb Zusammenarbeit "
    "Ernährung Besitz Spott Respekt"
)
"""*eine Panik*, but not *zwei Ängste*: their plurals are rare or say something else."""


def is_uncountable(view: View, token: Token, easy: str) -> bool:
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
    if any(t is not None and t.text[-1:] == "-" and len(t.text) > 1 for t in (before, first)):
        return True  # *im Vor- und Umfeld*, *Verkaufs-, Warenangebot*: a word that lacks its half
    return before is not None and (before.text.lower(), token.text) in _WITH_VERBS


_PREPOSITIONS = {
    "Auswirkung": ("auf",),
    "Einwilligung": ("in",),
    "Vorschrift": ("über",),
    "Regelung": ("über",),
    "Bedrohung": ("für", "durch"),
    "Umwandlung": ("in",),
    "Gesuch": ("um",),
    "Ansuchen": ("um",),
    "Indiz": ("für", "dafür", "hierfür", "gegen", "dagegen"),
    "Einverständnis": ("mit",),
    "Identifizierung": ("mit",),
    "Ambition": ("auf",),
}


def has_own_preposition(view: View, token: Token) -> bool:
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
