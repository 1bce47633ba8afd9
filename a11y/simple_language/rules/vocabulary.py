"""Hard nouns for which there is an easy one of the same gender, and the bookish *welcher*."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.language.analysis import Token
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as inflect
from a11y.simple_language import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.words import in_name, replacements
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital


@evaluates("hard-noun")
def hard_noun(view: View) -> Iterator[Match]:
    """*Ihre Anschrift* → *Ihre Adresse*: same gender, so that nothing around the noun changes."""
    for token in view.tokens:
        if token.tag != "NN":
            continue
        for table, safe in (("nouns", True), ("unsafe_nouns", False)):
            easy = replacements()[table].get(token.lemma)
            if easy is None or in_name(view, token):
                continue
            form = _like(view, token, easy)
            yield Match(
                start=token.span[0],
                end=token.span[1],
                found=token.text,
                replacement=form,
                safe=safe and form is not None,
            )


def _like(view: View, token: Token, easy: str) -> str | None:
    """The easy noun in the case and number the hard one stands in, or None in doubt."""
    phrase = nominal.ending_in(view, token)
    found = nominal.readings(phrase) if phrase is not None else nominal.noun_readings(token.text)
    try:
        forms = {inflect.noun(easy, case=case, number=number) for case, number, _ in found}
    except UnknownFormError:
        return None
    return forms.pop() if len(forms) == 1 else None


_PLAIN = {"welche": "die", "welches": "das", "welcher": "der", "welchem": "dem"}


@evaluates("hard-relative")
def hard_relative(view: View) -> Iterator[Match]:
    """*der Antrag, welcher fehlt* → *der Antrag, der fehlt*"""
    for token in view.tokens:
        before = view.after(token, -1)
        word = token.text.lower()
        if token.tag != "PRELS" or before is None or not word.startswith("welch"):
            continue
        plain = _PLAIN.get(word)
        if word == "welchen" and before.text == ",":
            plain = "den"  # after a preposition it could be *denen*
        if before.text != "," and before.tag != "APPR":
            continue
        yield Match(
            start=token.span[0],
            end=token.span[1],
            found=token.text,
            replacement=capital(plain) if plain and token.text[0].isupper() else plain,
            safe=plain is not None,
        )
