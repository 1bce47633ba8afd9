"""What is asked for, and whose it is, without the deed around it.

*einen Antrag auf Erteilung einer Genehmigung* → *einen Antrag auf eine Genehmigung*; *die von Ihnen
eingereichten Unterlagen* → *Ihre Unterlagen*. Both say the same; that an office issues what it
grants, and that readers hand in what is theirs, goes without saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from a11y.language.analysis import Token
from a11y.simple_language import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import DATA, evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """``asked`` and ``handed`` of ``data/frames.yaml``."""
    records = yaml.safe_load((DATA / "frames.yaml").read_text(encoding="utf-8"))
    return {kind: frozenset(records[kind].split()) for kind in ("asked", "handed")}


_ASKING = re.compile(r"(?:antr[aä]g|anspr[uü]ch|recht)(?:e?s|en?)?$", re.IGNORECASE)


@evaluates("request-noun")
def request_noun(view: View) -> Iterator[Match]:
    """*Antrag auf Erteilung einer Genehmigung* → *Antrag auf eine Genehmigung*"""
    for preposition in view.tokens:
        asking, deed = view.after(preposition, -1), view.after(preposition)
        if preposition.text != "auf" or asking is None or deed is None:
            continue
        if deed.text not in _words()["asked"] or not _ASKING.search(asking.text):
            continue
        match = _thing(view, deed)
        if match is not None:
            yield match


def _thing(view: View, deed: Token) -> Match | None:
    following = view.after(deed)
    if following is None:
        return None
    leads = following.text == "von"
    at = following.index + (1 if leads else 0)
    phrase = nominal.phrase_at(view, at) if at < view.sentence.tokens[1] else None
    if phrase is None or phrase.noun.tag != "NN" or (phrase.article is None and not leads):
        return None
    behind = view.after(phrase.noun)
    if behind is not None and behind.tag == "KON":
        return None  # *einer Genehmigung und eines Ausweises*
    form = nominal.in_case_from(phrase, "Dat" if leads else "Gen", "Acc")
    if form is None:
        return None
    return Match(
        start=deed.span[0],
        end=phrase.noun.span[1],
        found=view.slice(deed.index, at - 1),
        replacement=form,
    )


@evaluates("handed-in")
def handed_in(view: View) -> Iterator[Match]:
    """*die von Ihnen eingereichten Unterlagen* → *Ihre Unterlagen*"""
    for article in view.tokens:
        run = [view.after(article, step) for step in (1, 2, 3, 4)]
        if article.tag != "ART" or any(t is None for t in run):
            continue
        von, you, done, noun = (t for t in run if t is not None)
        if (von.text, you.text) != ("von", "Ihnen") or noun.tag != "NN":
            continue
        stem = re.sub(r"e[nrsm]?$", "", done.text)
        if done.tag != "ADJA" or stem not in _words()["handed"]:
            continue
        phrase = nominal.Phrase(article=article, adjectives=(done,), noun=noun)
        forms = {nominal.determiner_in("Ihr", key) for key in nominal.readings(phrase)}
        own = forms.pop() if len(forms) == 1 else None
        if own is not None:
            yield Match(
                start=article.span[0],
                end=noun.span[0],
                found=view.slice(article.index, done.index),
                replacement=f"{capital(own)} ",
            )
