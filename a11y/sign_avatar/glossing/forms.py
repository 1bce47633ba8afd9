"""What the form of a word says beside its meaning: degree, number, a verb used as a noun."""

from __future__ import annotations

import re
from dataclasses import replace

from a11y.language.analysis import Role, Token
from a11y.sign_avatar.glossing.degree import POSITIVES
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.values import ordinal_of
from a11y.sign_avatar.glossing.words import adjectival_nouns
from a11y.sign_avatar.score import SignKind

_NO_QUANTITY = frozenset({"anderer", "ander", "andere", "welcher", "solcher", "welch", "solch"})


def is_gerund(token: Token) -> bool:
    """``das Halten``, which is no ``Halt``."""
    neuter = token.morph.get("Gender") == "Neut" and token.morph.get("Number") == "Sing"
    return neuter and token.text.endswith("en") and token.lemma == token.text[:-2]


def is_superlative(token: Token) -> bool:
    """``schnellste``, ``am schnellsten``; not ``erste``, ``meiste``: words of their own."""
    if token.pos != "ADJ" or token.lemma.endswith("st") or ordinal_of(token.text) is not None:
        return False
    low = token.text.lower()
    stem = re.sub(r"(?<=[sß]t)(?:e[nmrs]?)$", "", low)
    known = token.morph.get("Degree") == "Sup" or stem != low
    positive = token.lemma.lower()
    plain = str.maketrans("äöü", "aou")
    same = positive.translate(plain)[:2] == low.translate(plain)[:2]
    better = positive == "gut" and low.startswith("best")
    return better or (known and stem.endswith(("st", "ßt")) and same and positive != stem)


def positive(scene: Scene, lemma: str) -> str:
    """``älter`` → ``alt`` where the corpus or the list of irregular forms knows it."""
    if lemma in POSITIVES:
        return POSITIVES[lemma]
    stem = lemma[:-2]
    known = lemma.endswith("er") and scene.lexis.find(lemma) is None and scene.lexis.has(stem)
    return stem if known else lemma


def _bare_people(scene: Scene, token: Token) -> bool:
    """*Erwachsene zahlen mehr*: an adjective as a noun, in *-e* and without an article."""
    if not token.text.endswith("e") or f"{token.text}r" not in adjectival_nouns():
        return False
    before = scene.token(token.index - 1).tag if token.index else ""
    return before not in ("ART", "PPOSAT", "PDAT", "PIAT", "ADJA")


def is_plural(scene: Scene, token: Token) -> bool:
    """Plural that nothing else in the phrase marks: no number or quantifier stands before it."""
    if token.morph.get("Number") != "Plur" and not (
        _verb_counts_several(scene, token) or _bare_people(scene, token)
    ):
        return False
    for back in range(1, 4):
        at = token.index - back
        if at < 0:
            break
        before = scene.token(at)
        quantity = before.tag in ("PIAT", "PIDAT", "CARD") and before.lemma not in _NO_QUANTITY
        if before.pos in ("NUM",) or quantity:
            return False
        if before.pos not in ("ADJ", "DET"):
            break
    return True


def _verb_counts_several(scene: Scene, token: Token) -> bool:
    """*Vermieter sind …*: a bare noun whose form says nothing, beside a plural verb."""
    before = scene.token(token.index - 1) if token.index else None
    if token.text != token.lemma or (
        before is not None and before.tag in ("ART", "PPOSAT", "ADJA")
    ):
        return False
    clause = scene.clause_of(token.index)
    if clause is None or clause.finite is None:
        return False
    if scene.token(clause.finite).morph.get("Number") != "Plur":
        return False
    return any(
        item.role is Role.SUBJECT and item.head == token.index and item.tokens == (token.index,)
        for item in clause.participants
    )


def pluralised(scene: Scene, drafts: list[Draft], *, reduplicates: bool) -> list[Draft]:
    """The last sign once more where it repeats in the plural; others stay as they are."""
    last = drafts[-1]
    if not reduplicates or last.sign.kind is not SignKind.LEXICAL:
        return drafts
    scene.fire("PLURAL-REDUPLICATE")
    return [*drafts[:-1], replace(last, sign=replace(last.sign, repetitions=2))]
