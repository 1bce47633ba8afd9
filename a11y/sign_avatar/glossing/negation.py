"""Which words deny a clause, which only an amount, and which nothing at all.

The sign that denies stands behind the verb (SIGN-HUB Syntax 1.5.1.1.1); ``predicates.py`` puts it
there and lays the head shake over the predicate.
"""

from __future__ import annotations

from a11y.language.analysis import Clause, ClauseKind
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.words import denies_amount, function_words


def negator_of(scene: Scene, clause: Clause) -> tuple[str, tuple[int, ...]]:
    """The sign that negates the clause, and the tokens it stands for; ("", ()) if none."""
    words = function_words()
    without = without_doing(scene, clause)
    if without is not None:
        return "ohne", (without,)
    found: list[tuple[str, int]] = []
    for index in clause.negations:
        lemma = scene.token(index).lemma.lower()
        name = words.negations.get(lemma) or words.negations.get(scene.token(index).text.lower())
        if name is None and lemma.startswith("kein"):
            name = "kein"
        if name is None or name == "ohne" or denies_amount(scene.analysis.tokens, index):
            continue
        if denies_one_item(scene, clause, index):
            continue
        if _not_only(scene, clause, index):
            scene.drop([index, index + 1, *_sondern(scene, clause)], "not-only")
            scene.fire("NOT-ONLY")
            continue
        found.append((name, index))
    if not found:
        return _done_instead(scene, clause)
    name, index = found[0]
    tokens = tuple(at for other, at in found if other == name)
    before = scene.token(index - 1) if index else None
    after = scene.token(index + 1) if index + 1 < scene.size else None
    if before is not None and before.text.lower() == "noch":
        pair = words.negation_compounds.get(f"noch {name}")
        if pair:
            return pair, (index - 1, *tokens)
    more = index + 1 if after is not None and after.text.lower() == "mehr" else None
    if name == "kein" and more is None:
        more = _no_longer(scene, clause, index)
    if more is not None:
        pair = words.negation_compounds.get(f"{name} mehr")
        if pair:
            return pair, (*tokens, more)
    return name, tokens


def denies_one_item(scene: Scene, clause: Clause, index: int) -> bool:
    """The *kein* of *ein Ausweis und kein Foto*, of a list without a verb: it denies its own noun,
    the rest holds."""
    first = all(other >= index for other in clause.negations)
    if not first or not scene.token(index).text.lower().startswith("kein"):
        return False
    tokens = next((item.tokens for item in clause.participants if index in item.tokens), ())
    if tokens and tokens[0] < index and scene.token(index - 1).text.lower() in ("und", "aber", ","):
        return True
    behind = [scene.token(at).text.lower() for at in clause.tokens if at > index]
    return clause.kind is ClauseKind.FRAGMENT and not clause.verbs and "," in behind[:-1]


def _done_instead(scene: Scene, clause: Clause) -> tuple[str, tuple[int, ...]]:
    """*statt einen Brief zu schreiben*: what the clause says is not done."""
    word = clause.link.lower().split(" ")[0]
    if word not in ("statt", "anstatt"):
        return "", ()
    first = clause.tokens[0]
    near = range(max(0, first - 1), min(first + 2, scene.size))
    return "nicht", tuple(at for at in near if scene.token(at).text.lower() == word)


def _no_longer(scene: Scene, clause: Clause, index: int) -> int | None:
    """The *mehr* of *keine Rechnungen mehr*, right behind the phrase that *kein* opens."""
    phrase = next((item.tokens for item in clause.participants if index in item.tokens), ())
    behind = phrase[-1] + 1 if phrase else -1
    if behind in clause.tokens and scene.token(behind).text.lower() == "mehr":
        following = scene.token(behind + 1) if behind + 1 < scene.size else None
        return None if following is not None and following.tag == "KOKOM" else behind
    return None


def without_doing(scene: Scene, clause: Clause) -> int | None:
    """The *ohne* of *ohne zu bezahlen*, *ohne dass er es weiß*: OHNE follows its verb."""
    if clause.kind not in (ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE) or not clause.verbs:
        return None
    for index in clause.tokens[:2]:
        if scene.token(index).text.lower() == "ohne":
            return index
    return None


def further_negations(
    scene: Scene, clause: Clause, taken: tuple[int, ...]
) -> list[tuple[str, int]]:
    """Negating words beyond the first sort: each keeps its own sign."""
    if not taken:
        return []
    words = function_words()
    return [
        (name, index)
        for index in clause.negations
        if index not in taken
        and index not in scene.dropped
        and not denies_amount(scene.analysis.tokens, index)
        and (name := words.negations.get(scene.token(index).lemma.lower(), "")) not in ("", "ohne")
    ]


def _not_only(scene: Scene, clause: Clause, index: int) -> bool:
    following = index + 1
    return (
        following in clause.tokens
        and scene.token(index).text.lower() == "nicht"
        and scene.token(following).text.lower() == "nur"
        and any(scene.token(at).text.lower() == "sondern" for at in _sentence_tokens(scene, clause))
    )


def _sondern(scene: Scene, clause: Clause) -> list[int]:
    return [at for at in _sentence_tokens(scene, clause) if scene.token(at).text == "sondern"]


def _sentence_tokens(scene: Scene, clause: Clause) -> range:
    return range(*scene.analysis.sentences[clause.sentence].tokens)
