"""Nouns, verbs, adjectives and adverbs of a phrase: base form, degree, number, kind of word."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Token
from a11y.sign_avatar.glossing.calendar import WEEKDAYS
from a11y.sign_avatar.glossing.degree import OWN_COMPARATIVE, POSITIVES, is_comparative
from a11y.sign_avatar.glossing.forms import (
    is_gerund,
    is_plural,
    is_superlative,
    pluralised,
    positive,
)
from a11y.sign_avatar.glossing.piece import Piece
from a11y.sign_avatar.glossing.rendering import Means
from a11y.sign_avatar.glossing.reread.names import DEGREES, NAME, is_land
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.values import ordinal_of, ordinal_sign
from a11y.sign_avatar.glossing.words import adjectival_nouns, function_words

_EVERY = frozenset({"jede", "jeden", "jedem", "jedes", "jeder"})
_PLACES = ("amt", "büro", "stelle", "haus", "behörde")


def _names_follow(scene: Scene, index: int) -> bool:
    """``Fr. Schmidt``, no Friday."""
    if index + 1 >= scene.size:
        return False
    after = scene.token(index + 1)
    return after.dep == NAME or after.text in DEGREES


def _is_sooner(scene: Scene, index: int) -> bool:
    """*je früher*, *früher als geplant*: sooner, and no time gone by."""
    before = scene.token(index - 1).text.lower() if index else ""
    after = scene.token(index + 1).tag if index + 1 < scene.size else ""
    return before in ("je", "desto", "umso") or after == "KOKOM"


def _there(scene: Scene, index: int) -> Draft:
    """*dort*: the place named last, an office in which one was not told so included."""
    if scene.last_place is not None:
        return Draft(sign=scene.lexis.index(scene.last_place), tokens=(index,))
    suffixes = function_words().place_suffixes
    for at in range(index - 1, scene.previous_start(index) - 1, -1):
        noun = scene.token(at)
        if noun.pos == "NOUN" and noun.lemma.lower().endswith(suffixes):
            locus = scene.locus(noun.lemma)
            refers = ((noun.lemma, locus),)
            return Draft(sign=scene.lexis.index(locus), tokens=(index,), refers=refers)
    return Draft(sign=scene.lexis.index(scene.locus("place:dort")), tokens=(index,))


def content_piece(scene: Scene, token: Token) -> tuple[Piece, list[Draft]]:
    """The piece of a word with meaning of its own, and what must follow the next noun."""
    here = (token.index,)
    if token.text.lower() in ("dort", "dorthin"):
        scene.fire("REF-PLACE")
        return Piece("other", [_there(scene, token.index)], here), []
    nominal = scene.is_noun(token.index)
    coded = any(char.isdigit() for char in token.text)  # AusweisApp2, 7a: taggers drop the figure
    lemma = token.text if coded else token.lemma or token.text
    if nominal and token.text[:1].isupper() and lemma[:1].islower():
        lemma = token.text
    if nominal and lemma in adjectival_nouns() and lemma.endswith("er") and lemma != "Alter":
        lemma = lemma[:-1]  # Erwachsener → Erwachsene, as people and corpora name them
    lemma = function_words().lemmas.get(lemma, lemma)
    low = token.text.lower()
    if low in ("fr.", "fr") and _names_follow(scene, token.index):
        lemma, nominal = "Frau", True
    if lemma in WEEKDAYS and low == f"{lemma.lower()}s" and not scene.lexis.has(lemma):
        lemma = low  # spelled as it stands: donnerstags
    if low == "früher" and _is_sooner(scene, token.index):
        scene.fire("COMPARE-MORE")
        drafts = [*scene.word("früh", "ADV", here)[0], *scene.word("mehr", "ADV", here)[0]]
        return Piece("other", drafts, here), []
    if low in _EVERY:
        lemma = "jeder"
    elif token.tag == "ADJA" and low.startswith("weitere"):  # more of them, not far away
        lemma = "weitere"
    elif nominal and is_gerund(token):
        lemma = token.text
    elif token.text[:1].isupper() and lemma == low and low.endswith(_PLACES):
        lemma, nominal = token.text, True  # a heading's first word, taken for an adverb
    pos = "NOUN" if nominal and token.pos != "PROPN" else token.pos
    if token.tag in ("ADJD", "ADJA") and not nominal:
        pos = "ADJ"
    surely = token.dep == NAME and not is_land(scene.lexis, lemma)
    if pos == "PROPN" and not surely and scene.lexis.signed(lemma, "NOUN") is not None:
        pos = "NOUN"
    if pos in ("PRON", "DET", "X", "SYM", "INTJ"):
        pos = ""
    ordinal = ordinal_of(token.text) if token.tag == "ADJA" else None
    if ordinal is not None:
        scene.fire("NUM-ORDINAL")
        return Piece("other", [Draft(sign=ordinal_sign(ordinal), tokens=here)], here), []
    superlative = is_superlative(token)
    if is_comparative(token):
        lemma = positive(scene, lemma)
    parts = scene.analysis.compounds.get(token.index, ())
    written = lemma if token.text[-1] in "-‐" or token.text[0] in "-‐" else token.text
    if low in POSITIVES and low != lemma:
        written = lemma  # jünger: JUNG MEHR
    drafts, rendering = scene.word(lemma, pos, here, surface=written, parts=parts)
    if nominal:
        scene.introduced.add(token.lemma)
    if token.pos == "PROPN" and rendering.means is Means.SPELLED:
        scene.fire("LEX-NAME")
    if is_comparative(token) and lemma.lower() not in OWN_COMPARATIVE:
        scene.fire("COMPARE-MORE")
        drafts += scene.word("mehr", "ADV", here)[0]
    if superlative and not nominal:
        scene.fire("COMPARE-MOST")
        drafts += scene.word("meiste", "ADV", here)[0]
    if nominal and is_plural(scene, token) and rendering.entry is not None:
        drafts = pluralised(scene, drafts, reduplicates=rendering.entry.reduplicates)
    if nominal or pos == "PROPN":
        drafts = [*drafts[:-1], replace(drafts[-1], names=scene.referents(token.index))]
    return Piece("noun" if nominal else "other", drafts, here), []
