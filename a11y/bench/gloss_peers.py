"""The two peers of the translator: plain lemmatisation, and spoken-to-signed's offline glosser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import click

from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.values import number_sign
from a11y.sign_avatar.score import Sign, SignedSentence

Glosser = Callable[[str], Sequence[SignedSentence]]


def baselines(lexis: Lexis) -> dict[str, Glosser]:
    """Name → glosser, for those that are installed."""
    import simplemma

    def signed(text: str, lemmas: Iterable[str]) -> list[SignedSentence]:
        """Give the peer our signs for its words, so that only words and order are compared."""
        signs: list[Sign] = []
        for lemma in lemmas:
            if lemma.isascii() and lemma.isdigit():
                signs.append(number_sign(int(lemma)))
            elif any(char.isalnum() for char in lemma):
                found = lexis.signed(lemma) or lexis.signed(lemma.capitalize())
                signs += (found or lexis.render(lemma)).signs
        return [SignedSentence(german=text, signs=tuple(signs))] if signs else []

    def lemmatise(text: str) -> list[SignedSentence]:
        words = re.findall(r"\w+(?:-\w+)*", text)
        return signed(text, (simplemma.lemmatize(word, lang="de") for word in words))

    systems: dict[str, Glosser] = {"lemmatisation": lemmatise}
    try:
        from spoken_to_signed.text_to_gloss.simple import text_to_gloss
    except ImportError:
        click.echo("spoken-to-signed is not installed; its column is left out.", err=True)
        return systems

    def spoken_to_signed(text: str) -> list[SignedSentence]:
        glosses = text_to_gloss(text, "de")
        return signed(text, (item.gloss for sentence in glosses for item in sentence))

    systems["spoken-to-signed"] = spoken_to_signed
    return systems
