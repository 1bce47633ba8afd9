"""Whether an easy word has room in a sentence: it is not said there of something else, and does not
widen a denial or a condition."""

from __future__ import annotations

import re
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.simple_language.view import View
from a11y.simple_language.words.easy_words import easy_compound, replacements

_CONTRAST = re.compile(
    r"\b(?:nicht|kein\w*|aber|sondern|oder|jedoch|während|(?:an)?statt|als|weder|ohne)\b", re.I
)
_TOLD_ONCE = 5
_LIMITS = re.compile(
    r"\b(?:nicht|kein\w*|nie(?:mand\w*|mals)?|nur|ausschließlich|lediglich|erst|kaum|weder|noch|"
    r"ohne|außer|(?:alles andere|mehr|weniger) als|wenn|falls|sofern|soweit|sobald|solange|ob|"
    r"(?:im|in)\s(?:Fall|Fällen?))\b"
    r"[^.,;:!?]*$|\b(?:bei|beim)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)


def widens(view: View, start: int, easy: str) -> bool:
    """*nicht überfüllt*, *bei lebenswichtigen …*: *nicht sehr voll*, *bei sehr wichtigen …* are
    more cases, or others.

    start: of the hard word, in ``view.text``.
    """
    if not easy.lower().startswith(("sehr ", "ganz ")):
        return False
    before = view.text[:start]
    first = view.tokens[0] if view.tokens else None
    asked = first is not None and first.tag.endswith("FIN") and "," not in before
    return asked or _LIMITS.search(before) is not None


def contradicts(view: View, span: tuple[int, int], easy: str) -> bool:
    """*schwierig, aber nicht komplex*: with the easy word said twice the sentence denies itself,
    or says nothing (*weltbekannt und bekannt*). Short words of which there are many may come twice.

    span: of the hard word, in ``view.text``.
    """
    if easy.lower().startswith(("jede ", "jeden ", "jedes ")):
        return False  # *wöchentlich, im Winter alle zwei Wochen*: two times
    word = easy.rpartition(" ")[2]
    stem = re.escape(re.sub(r"(?<=\w{3})e[nrms]?$", "", word))
    said = re.compile(rf"\b{stem}(?:e[nrms]?|er(?:e[nrms]?)?|e?ste[nrms]?)?\b", re.IGNORECASE)
    rest = f"{view.text[: span[0]]}\n{view.text[span[1] :]}"
    return said.search(rest) is not None and (
        len(word) >= _TOLD_ONCE or _CONTRAST.search(rest) is not None
    )


def is_taken(view: View, noun: Token, easy: str) -> bool:
    """*Der Fahrstuhl ist zu, der Aufzug fährt*: the easy noun speaks of something else here.

    A word that loses its first part is not told from others with the same last one
    (*Wohnadresse* beside *Postadresse*).
    """
    short = _loses_part(noun.lemma, easy)
    for other in view.tokens:
        if other.tag != "NN" or other.index == noun.index or other.lemma == noun.lemma:
            continue
        names = {other.lemma}
        if other.index < noun.index or short:
            names.add(easy_noun(other.lemma)[0])
        if easy in names or (short and any(n.lower().endswith(easy.lower()) for n in names)):
            return True
    return False


@lru_cache(maxsize=8_192)
def easy_noun(hard: str) -> tuple[str, bool]:
    """(the easy noun, fits wherever the hard one stood), by the table, else by its head; ("",
    False) where there is none."""
    for kind, table in replacements()["nouns"].items():
        if hard in table:
            return table[hard], kind == "safe"
    return easy_compound(hard) or ("", False)


@lru_cache(maxsize=2_048)
def _loses_part(hard: str, easy: str) -> bool:
    """*Wohnadresse, Wohnanschrift* → *Adresse*"""
    heads = {easy.lower()} | {
        word.lower()
        for table in replacements()["nouns"].values()
        for word, other in table.items()
        if other == easy and word != hard
    }
    return any(hard.lower().endswith(head) for head in heads)
