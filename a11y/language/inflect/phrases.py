"""Put a whole noun phrase into another case: *des gültigen Ausweises* → *dem gültigen Ausweis*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Analysis, Token
from a11y.language.clauses import agreement
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import adjectives, determiners, nouns
from a11y.language.word import Word

_DETERMINERS = {"ART", "PDAT", "PIAT", "PPOSAT", "PWAT"}


def recase(
    analysis: Analysis, tokens: Sequence[int], *, case: str, source_case: str | None = None
) -> str:
    """The phrase's text with determiner, adjectives and noun in ``case``; number stays.

    tokens: indices of the phrase in text order, without its preposition. What is embedded
    (genitives, prepositional phrases, relative clauses) stays as it is; coordinated phrases change
    with the first. source_case: the case it stands in, where the caller knows it.
    Errors: ``UnknownFormError`` where a form is not sure (the caller then keeps the text).
    """
    out: dict[int, str] = {}
    position = 0
    indices = list(tokens)
    while position < len(indices):
        head = _head_after(analysis, indices, position)
        if head is None:
            break
        out |= _recased(analysis, indices[position : head + 1], case, source_case)
        position = head + 1
        joined = position < len(indices) and analysis.tokens[indices[position]].tag in ("KON", "$,")
        if not joined:
            break
        position += 1
    if not out:
        raise UnknownFormError(analysis.words(tuple(tokens)), case)
    parts = []
    for place, index in enumerate(indices):
        token = analysis.tokens[index]
        parts.append(out.get(index, token.text))
        if place + 1 < len(indices) and token.space_after:
            parts.append(" ")
    return "".join(parts)


def _head_after(analysis: Analysis, indices: list[int], start: int) -> int | None:
    for place in range(start, len(indices)):
        token = analysis.tokens[indices[place]]
        if token.tag in ("NN", "NE") or token.tag in ("PPER", "PDS", "PIS"):
            return place
        if token.tag.startswith("APP") and place == start:
            return None
    return None


def _recased(
    analysis: Analysis, indices: list[int], case: str, source_case: str | None
) -> dict[int, str]:
    tokens = [analysis.tokens[index] for index in indices]
    head = tokens[-1]
    if head.tag != "NN":
        if head.tag == "NE" and source_case == "Gen":
            return {head.index: head.lemma}
        raise UnknownFormError(head.text, case)
    words = [_word(token) for token in tokens]
    features = agreement.phrase_features(words, words[-1], (source_case,) if source_case else ())
    numbers = {number for _, number, _ in features}
    number = numbers.pop() if len(numbers) == 1 else head.morph.get("Number", "Sing")
    gender = nouns.gender(head.lemma)
    if number == "Sing" and not gender:
        raise UnknownFormError(head.text, case)
    out: dict[int, str] = {}
    after = "none"
    for token in tokens[:-1]:
        if token.tag in _DETERMINERS:
            form = determiners.determiner(token.lemma, case=case, number=number, gender=gender)
            out[token.index] = form.capitalize() if token.text[0].isupper() else form
            after = determiners.follows(token.lemma)
        elif token.tag == "ADJA":
            form = adjectives.adjective(
                token.lemma, case=case, number=number, gender=gender, after=after
            )
            out[token.index] = form.capitalize() if token.text[0].isupper() else form
    determined = {"definite": "weak", "indefinite": "mixed"}.get(after, "strong")
    out[head.index] = nouns.noun(head.lemma, case=case, number=number, determined=determined)
    return out


def _word(token: Token) -> Word:
    return Word(
        index=token.index,
        text=token.text,
        start=token.span[0],
        end=token.span[1],
        space_after=token.space_after,
        tag=token.tag,
        morph=dict(token.morph),
        lemma=token.lemma,
    )
