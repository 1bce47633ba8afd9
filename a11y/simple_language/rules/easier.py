"""Hard nouns with an everyday one in their place, inflected as the sentence needs it."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.simple_language.rule import Match
from a11y.simple_language.rules.attributes import inside_attribute
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.words.easy_words import is_term
from a11y.simple_language.words.noun_change import with_noun
from a11y.simple_language.words.noun_places import (
    has_own_preposition,
    is_proven_here,
    is_uncountable,
    means_other,
    stands_for_itself,
)
from a11y.simple_language.words.room import easy_noun, is_taken


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
            or is_uncountable(view, token, easy)
            or has_own_preposition(view, token)
            or means_other(view, token)
        ):
            continue
        match = None if is_taken(view, token, easy) else with_noun(view, token, easy)
        if match is None:
            yield Match(start=token.span[0], end=token.span[1], found=token.text)
        else:
            start, text, certain = match
            yield Match(
                start=start,
                end=token.span[1],
                found=token.text,
                replacement=text,
                safe=certain and (safe or is_proven_here(view, token)),
                guess=is_term(view, "nouns", token.lemma),
            )
