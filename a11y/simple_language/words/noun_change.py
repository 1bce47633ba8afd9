"""Another noun in the place of one: article, adjectives and a melted preposition go along."""

from __future__ import annotations

import re

from a11y.language import closed
from a11y.language.analysis import Token, Voice
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as noun_forms
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_list, word_set

POINTING = re.compile(
    r"\b(?:er|es|sie|ihn|ihm|ihr\w*|sein(?:e[nrsm]?)?|dessen|deren|dies(?:e[rsnm]?)?|welche\w)\b"
)
_POINTING_FIRST = re.compile(
    r"[.!?:]\s+(?:Er|Ihn|Ihm|Dies(?:e[rsnm]?)?|Es(?! gibt)|Sein(?:e[nrsm]?)?"
    r"|Sie(?=\s(?:\w+te?|wird|kann|muss|soll|darf|will|war|wurde|ist|kam|ging|fand|blieb|stand|lag)\b))\b"
)
"""The same where they open a sentence; *Sie* with a verb that speaks of one."""
_REACH = 240
"""Letters behind a noun in which a pronoun may still stand for it."""


def with_noun(view: View, token: Token, easy: str) -> tuple[int, str, bool] | None:
    """(where the change begins, the text up to the noun's end, certain), or None in doubt."""
    phrase = nominal.ending_in(view, token)
    found = nominal.readings(phrase) if phrase is not None else frozenset()
    if not found and phrase is not None and phrase.article is not None:
        return None  # *das Entscheiden*: another word, or a slip
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
    one = any(number == "Sing" for _, number, _ in found)
    if not _alike(token.lemma, gender) and (
        _left_out(view, phrase)
        or (one and (_joined_bare(view, phrase, token) or _told_of(view, token)))
    ):
        return None
    if all(number == "Plur" or own == gender for _, number, own in found):
        return _same_gender(token, easy, found)
    if phrase is None or not found or _relative_follows(view, token) or _told_later(view, token):
        return None
    if _more_adjectives(view, phrase):
        return None
    return _other_gender(view, phrase, easy, gender, found)


def _alike(noun: str, gender: str) -> bool:
    try:
        return noun_forms.gender(noun) == gender
    except UnknownFormError:
        return False


_ONE_OF = re.compile(r"(?i)(?:ein|kein|welch|jed|manch)e[rsmn]?$")


_SHARING = nominal.DETERMINER_TAGS | {"ADJA", "CARD", "PDS", "PIS", "PPOSS"}


def _shares_article(view: View, phrase: nominal.Phrase) -> bool:
    """*die erste oder zweite Etage*, *eine der Broschüren*: a word further in front agrees, too."""
    before, first = view.after(phrase.first, -1), view.after(phrase.first, -2)
    if before is None:
        return False
    joined = before.tag == "KON" and first is not None and first.tag in _SHARING
    one = before if before.text.lower() not in ("von", "aus") else first
    owned = one is not before or phrase.first.text.endswith("er")
    return joined or (owned and one is not None and _ONE_OF.fullmatch(one.text) is not None)


def _far_article(view: View, phrase: nominal.Phrase) -> bool:
    """*das 2014 mit der Stadt geschlossene Abkommen*: the article stands before other words."""
    before = view.after(phrase.first, -1)
    bare = phrase.article is None and bool(phrase.adjectives)
    return bare and before is not None and before.tag in ("NN", "NE", "PPER", "PRF", "ADJD")


def _more_adjectives(view: View, phrase: nominal.Phrase) -> bool:
    """*eine sehr große Apparatur*, *ruhige, stille Hochachtung*, *die (sonst erlaubte) Rast*: what
    stands further in front has the noun's gender, too."""
    if phrase.article is not None or not phrase.adjectives:
        return False
    before = view.after(phrase.first, -1)
    return before is not None and before.tag in _FURTHER


_FURTHER = frozenset({"ADV", "ADJA", "$,", "$(", "PTKA", "KOKOM", "KON"})
_OWNERS = word_set("mein dein sein ihr unser euer ein kein jed welch dies jen manch")


def _joined_bare(view: View, phrase: nominal.Phrase | None, noun: Token) -> bool:
    """*eine Handlung oder Begebenheit*, *eine Begebenheit oder Handlung*: one article for both."""
    joint = view.after(noun)
    other = view.after(joint) if joint is not None else None
    led = phrase is not None and (phrase.article is not None or bool(phrase.adjectives))
    if joint is not None and joint.tag == "KON" and other is not None:
        return led and other.tag in ("NN", "TRUNC")
    if led:
        return False
    joint = view.after(noun, -1)
    while joint is not None and (joint.tag == "KON" or joint.text == ","):
        other = view.after(joint, -1)
        before = nominal.ending_in(view, other) if other is not None else None
        if other is None or before is None:
            return False
        if before.article is not None or before.adjectives:
            return True
        joint = view.after(other, -1)
    return False


_TOLD = re.compile(r",\s(?:\w+\s)?(?:de[rmns]|die|das|dessen|deren|denen|welche[rnms]?|wo\w*)\s")


def _told_of(view: View, noun: Token) -> bool:
    """*Geldinstitut ohne Filialen, bei dem man …*: what may be its relative pronoun."""
    return _TOLD.search(view.analysis.text[noun.span[1] : view.end]) is not None


def _left_out(view: View, phrase: nominal.Phrase | None) -> bool:
    """*Der alte Vordruck gilt, der neue nicht*, *dein Vordruck ist da, meiner nicht*: a noun left
    out, whose article or adjective has its gender."""
    own = {token.index for token in phrase.tokens} if phrase is not None else set()
    return any(token.index not in own and _stands_for_a_noun(view, token) for token in view.tokens)


def _stands_for_a_noun(view: View, token: Token) -> bool:
    lower, before, following = token.text.lower(), view.after(token, -1), view.after(token)
    tag = following.tag if following is not None else ""
    further = view.after(following) if following is not None else None
    if token.tag == "ADJA" and before is not None and before.tag in nominal.DETERMINER_TAGS:
        listed = tag == "$," and further is not None and further.tag in ("ADJA", "ADV", "KON")
        return not listed and tag not in _BEHIND_ADJECTIVES
    if token.tag == "ART":
        return tag in nominal.DETERMINER_TAGS  # *mein Antrag und der meines Vaters*
    if token.tag in ("PPOSS", "PDS") and lower not in ("das", "dies"):
        return True
    pronoun = any(re.fullmatch(rf"{stem}e?(?:[rs]|n)", lower) for stem in _OWNERS)
    return pronoun and tag not in _BEHIND_ADJECTIVES | {"ADV", "ADJD", "PIAT"}


_BEHIND_ADJECTIVES = frozenset({"NN", "NE", "FM", "ADJA", "CARD", "$(", "KON", "TRUNC"})


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
    melted = None if before is None else _melted(before, phrase, text)
    text = melted or text
    first = before if before is not None and (contracted or melted) else phrase.first
    if first.text[:1].isupper():
        text = capital(text)
    if POINTING.search(view.analysis.text[phrase.noun.span[1] : view.end]):
        return None  # *die Aula mieten, soweit sie frei ist*
    behind = view.analysis.text[phrase.noun.span[1] : phrase.noun.span[1] + _REACH]
    told = POINTING.search(behind) or _POINTING_FIRST.search(behind)
    return first.span[0], text, told is None


_MELTS = {
    "dem": word_list("in:im an:am von:vom zu:zum bei:beim"),
    "das": word_list("in:ins an:ans"),
}


def _melted(before: Token, phrase: nominal.Phrase, text: str) -> str | None:
    """*in der Klinik* → *im Krankenhaus*: preposition and article as people write them."""
    article, _, rest = text.partition(" ")
    definite = phrase.article is not None and phrase.article.text in ("der", "die", "das", "dem")
    if before.tag != "APPR" or not definite:
        return None
    for pair in _MELTS.get(article, ()):
        full, _, short = pair.partition(":")
        if before.text.lower() == full:
            return f"{short} {rest}"
    return None


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
    if before is not None and before.text.lower() in closed.contractions():
        wanted = closed.contractions()[before.text.lower()][1]
        return frozenset(r for r in found if r[:2] == (wanted, "Sing"))  # *im gleichen Unternehmen*
    if before is not None and before.tag == "APPR":
        cases = closed.prepositions().get(before.text.lower(), ("Acc", "Dat", "Gen"))
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
    full, case = closed.contractions()[preposition.lower()]
    _, number, gender = key
    masculine = {pair: short for short, pair in closed.contractions().items() if short != "zur"}
    if number == "Sing" and gender == "Fem":
        if full == "zu":
            return f"zur {noun}"
        return f"{full} {'der' if case == 'Dat' else 'die'} {noun}"
    if case == "Acc" and gender == "Masc":
        return f"{full} den {noun}"
    return f"{masculine[full, case]} {noun}"


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
