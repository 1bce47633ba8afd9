"""One German clause as DGS: every token finds its slot, the slots give the order."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Adverbial, Clause, Participant, QuestionType, Relation
from a11y.sign_avatar.glossing.agreement import bind
from a11y.sign_avatar.glossing.constituents import constituents
from a11y.sign_avatar.glossing.joined_parts import Source
from a11y.sign_avatar.glossing.meaning import meant
from a11y.sign_avatar.glossing.negation import denies_one_item
from a11y.sign_avatar.glossing.phrases import render_phrase
from a11y.sign_avatar.glossing.predicates import (
    Predicate,
    build_predicate,
    loose_prefix,
    with_marks,
)
from a11y.sign_avatar.glossing.pronouns import is_answer, pronoun
from a11y.sign_avatar.glossing.redundancy import same_sign, taken_together
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.slots import NAMES, Placed, Slot
from a11y.sign_avatar.glossing.words import denies_amount, function_words
from a11y.sign_avatar.score import Locus, SignKind

_LOCATIVE = frozenset({"in", "an", "auf", "bei", "neben", "vor", "hinter", "gegenüber", "am", "im"})


_CALLS = frozenset({"Entschuldigung", "Verzeihung", "Hallo", "Achtung", "Danke"})


def transfer(
    scene: Scene,
    clause: Clause,
    *,
    consequent: bool = False,
    skip: frozenset[int] = frozenset(),
    resumed: Locus | None = None,
) -> list[Draft]:
    """The clause's own tokens as drafts in DGS order.

    consequent: a condition stands before it. skip: tokens already signed elsewhere. resumed: the
    locus that stands for the skipped head of a relative clause.
    """
    predicate = build_predicate(scene, clause)
    placed = _phrases(scene, clause, predicate, skip)
    if resumed is not None:
        placed.append(Placed(Slot.SUBJECT, -1, [Draft(sign=scene.lexis.index(resumed))]))
    bind(scene, clause, predicate, placed)
    consequent = consequent or any(item.slot is Slot.CONDITION for item in placed)
    consequent = (
        consequent and clause.question is QuestionType.NONE
    )  # what is asked is not affirmed
    predicative = [draft for item in placed if item.slot is Slot.PREDICATE for draft in item.drafts]
    with_marks(scene, predicate, predicative, consequent=consequent)
    placed = [item for item in placed if item.slot is not Slot.PREDICATE]
    if predicative or predicate.verb:
        placed.append(Placed(Slot.PREDICATE, 0, predicative + predicate.verb))
    for slot, drafts in (
        (Slot.MODAL, predicate.modal),
        (Slot.NEGATION, predicate.negation),
        (Slot.ASPECT, predicate.aspect),
    ):
        if drafts:
            placed.append(Placed(slot, 0, drafts))
    _note_order(scene, clause, placed)
    placed.sort(key=lambda item: (item.slot, item.order))
    return _said_once(scene, predicate, [draft for item in placed for draft in told(item)])


def told(item: Placed) -> list[Draft]:
    """The drafts with the name of their place; what has one already keeps it."""
    name = NAMES[item.slot]
    return [draft if draft.part else draft.as_part(name) for draft in item.drafts]


def _said_once(scene: Scene, predicate: Predicate, drafts: list[Draft]) -> list[Draft]:
    """The clause with its verb's sign once where the noun before it has the same one."""
    if len(predicate.verb) != 1:
        return drafts
    verb = predicate.verb[0].sign
    at = next((n for n, draft in enumerate(drafts) if draft.sign is verb), 0)
    if not at or not same_sign(drafts[at - 1].sign, drafts[at].sign):
        return drafts
    scene.fire("SAME-SIGN-ONCE")
    return taken_together(drafts, at)


def _note_order(scene: Scene, clause: Clause, placed: list[Placed]) -> None:
    """Say which order rules changed something against the German."""
    phrases = [item for item in placed if item.slot < Slot.PREDICATE and item.order >= 0]
    verb = any(item.slot is Slot.PREDICATE for item in placed)
    if verb and clause.finite is not None and any(item.order > clause.finite for item in phrases):
        scene.fire("VERB-LAST")
    for item in phrases:
        if item.slot is Slot.TIME and any(
            other.slot > Slot.TIME and other.order < item.order for other in phrases
        ):
            scene.fire("TIME-FIRST")


def _phrases(
    scene: Scene, clause: Clause, predicate: Predicate, skip: frozenset[int]
) -> list[Placed]:
    taken = set(clause.verbs) | predicate.used | set(skip)
    taken |= {index for index in clause.negations if not _keeps_own_place(scene, clause, index)}
    taken |= {index for draft in predicate.negation for index in draft.tokens}
    taken |= {index for index in clause.tokens if index in scene.dropped}
    around = [index for index in clause.tokens if _says_about(scene, index)]
    scene.drop(around, "idiom")
    taken |= set(around)
    placed: list[Placed] = []
    prefix = loose_prefix(scene, clause)
    if prefix is not None:
        placed.append(Placed(Slot.TIME, prefix, scene.word("vorher", "ADV", [prefix])[0]))
    _answers(scene, clause, taken, placed)
    _links(scene, clause, taken, placed)
    _question_word(scene, clause, taken, placed)
    for slot, tokens, source in constituents(scene, clause, taken):
        drafts = _render(scene, clause, slot, tokens, source)
        if drafts:
            placed.append(Placed(slot, tokens[0], drafts))
    return placed


def _says_about(scene: Scene, index: int) -> bool:
    """The *rund* of *Fragen rund um das Thema*; *rund um die Uhr* is a time."""
    after = [scene.token(at).text.lower() for at in range(index + 1, min(index + 4, scene.size))]
    return scene.token(index).text.lower() == "rund" and after[:1] == ["um"] and "uhr" not in after


def _keeps_own_place(scene: Scene, clause: Clause, index: int) -> bool:
    own = scene.token(index).lemma.lower() == "ohne" or denies_one_item(scene, clause, index)
    return own or denies_amount(scene.analysis.tokens, index)


def _answers(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    """``Ja, …``, ``Entschuldigung, …``: an answer or a call comes first."""
    for index in clause.tokens[:1]:
        if index in taken:
            continue
        following = scene.token(index + 1).text if index + 1 < scene.size else ""
        excuse = scene.token(index).text in _CALLS and following in (",", "!", ":")
        if excuse or is_answer(scene, index):
            taken.add(index)
            placed.append(Placed(Slot.GREETING, index, render_phrase(scene, [index])))


def _links(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    """Conjunctions and connecting adverbs."""
    table = function_words().links
    _long_link(scene, clause, taken, placed)
    for position, index in enumerate(clause.tokens):
        if index in taken or free_was(scene, index):
            continue
        token = scene.token(index)
        lemma = token.lemma.lower()
        opens = token.tag in ("KOUS", "KOUI", "KON") or lemma == clause.link.lower()
        adverb = token.pos == "ADV" and lemma in table
        if lemma == "um" and token.tag != "KOUI":
            continue
        if not (adverb or (opens and position <= 1)):
            continue
        if lemma == "da" and token.tag != "KOUS":
            continue
        if adverb and meant(scene, (lemma,), "ADV", (index,)) is not None:
            continue  # dagegen verstoßen: no contrast
        if lemma == "ohne":  # ohne zu bezahlen: denies the verb; ohne Geld: a preposition
            continue
        if _embeds_question(scene, clause, index):
            continue
        if token.tag == "KON" and position:
            continue
        taken.add(index)
        rule = table.get("außer" if _unless(scene, index) else lemma)
        if rule is None:
            scene.drop([index], "conjunction" if token.tag == "KON" else "subjunction")
        elif rule.optional:
            drafts = scene.optional(rule.optional, [index], "subjunction")
            if drafts:
                placed.append(Placed(Slot.LINK, index, drafts))
        else:
            slot = Slot.LINK_LAST if rule.last and not adverb else Slot.LINK
            scene.fire("LINK-SIGNED")
            placed.append(Placed(slot, index, scene.word(rule.sign, "", [index])[0]))


def _long_link(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    """A conjunction of two words: *auch wenn*, *je nachdem*."""
    words = clause.link.lower().split()[:2]  # je nachdem, wie
    rule = function_words().links.get(" ".join(words)) if len(words) > 1 else None
    tokens = clause.tokens[: len(words)]
    said = [scene.token(index).text.lower() for index in tokens]
    if rule is None or said != words or taken.intersection(tokens):
        return
    taken.update(tokens)
    whether = [at for at in clause.tokens if scene.token(at).tag == "KOUS" and at not in taken]
    scene.drop(whether, "subjunction")
    taken.update(whether)
    scene.fire("LINK-SIGNED")
    placed.append(Placed(Slot.LINK, tokens[0], scene.word(rule.sign, "", tokens)[0]))


def _unless(scene: Scene, index: int) -> bool:
    """The *denn* of *es sei denn*: an exception, no reason."""
    return scene.token(index).text.lower() == "denn" and scene.token(index - 1).text == "sei"


def _question_word(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    asked = clause.question is QuestionType.WH
    words = function_words()
    for index in clause.tokens:
        token = scene.token(index)
        if not asked and not free_was(scene, index) and not _embeds_question(scene, clause, index):
            continue
        lemma = token.lemma.lower()
        sign = words.question_words.get(lemma) or words.question_words.get(token.text.lower())
        if index in taken or sign is None:
            continue
        tokens: tuple[int, ...] = (index,)
        if index + 1 < scene.size:
            pair = words.question_pairs.get(f"{token.text} {scene.token(index + 1).text}".lower())
            if pair:
                sign, tokens = pair, (index, index + 1)
        taken.update(tokens)
        scene.fire("WH-LAST")
        drafts = [*_asked_with(scene, index - 1, taken), *scene.word(sign, "", tokens)[0]]
        drafts += _asked_too(scene, tokens[-1] + 1, taken)
        placed.append(Placed(Slot.WH, index, drafts))
        return


def _asked_too(scene: Scene, index: int, taken: set[int]) -> list[Draft]:
    """The second of *Wann und wo …?*"""
    if index + 1 >= scene.size or scene.token(index).text.lower() not in ("und", "oder"):
        return []
    sign = function_words().question_words.get(scene.token(index + 1).lemma.lower())
    if sign is None or index + 1 in taken:
        return []
    taken |= {index, index + 1}
    scene.drop([index], "conjunction")
    return scene.word(sign, "", [index + 1])[0]


def _asked_with(scene: Scene, index: int, taken: set[int]) -> list[Draft]:
    """The *seit* of *seit wann*: a preposition with a meaning stays with its question word."""
    if index < 0 or index in taken or scene.token(index).pos != "ADP":
        return []
    rule = function_words().prepositions.get(scene.token(index).lemma.lower())
    if rule is None or not rule.sign or rule.after or rule.types:
        return []
    taken.add(index)
    scene.fire("PP-MEANING")
    return scene.word(rule.sign, "ADP", [index])[0]


def _embeds_question(scene: Scene, clause: Clause, index: int) -> bool:
    """``…, wann die Miete fällig ist``: the question word of a clause inside a statement."""
    if clause.relation is not Relation.QUESTION or index in scene.dropped:
        return False
    return scene.token(index).lemma.lower() in function_words().question_words


def free_was(scene: Scene, index: int) -> bool:
    """``Sie lesen, was es kostet``: no word before the comma that the *was* could take up."""
    if scene.token(index).text != "was" or index < 2 or scene.token(index - 1).text != ",":
        return False
    before = scene.token(index - 2)
    own = scene.clause_of(index)
    if own is not None and own.relation is Relation.RELATIVE and own.antecedent is not None:
        return False
    return before.pos in ("VERB", "AUX", "ADV") or before.tag in ("PTKVZ", "PPER", "PRF")


def _render(
    scene: Scene, clause: Clause, slot: Slot, tokens: Sequence[int], source: Source
) -> list[Draft]:
    if isinstance(source, Participant) and source.pronoun and len(tokens) == 1:
        weather = clause.predicate in function_words().impersonal
        if weather and scene.token(source.head).text.lower() == "es":
            scene.drop(tokens, "expletive")
            return []
        return _pronoun(scene, source)
    kind = source.type.value if isinstance(source, Adverbial) else "none"
    if isinstance(source, Adverbial) and slot is Slot.TIME:
        kind = "time"
    elif slot is Slot.OBJECT and kind == "time":
        kind = "none"  # richten sich nach dem Alter: nothing comes after anything
    told = slot is Slot.TIME and scene.in_hours(tokens)
    drafts = render_phrase(scene, tokens, kind=kind, as_written=told)
    if not drafts:
        return drafts
    if slot is Slot.TOPIC or slot is Slot.PURPOSE:
        scene.fire("TOPIC-PURPOSE" if slot is Slot.PURPOSE else "TOPIC-OBJECT")
        drafts = marked(drafts, scene.mark("topic"))
    elif slot is Slot.CONDITION:
        scene.fire("COND-PHRASE")
        drafts = marked(drafts, scene.mark("condition"))
    elif (
        slot is Slot.PLACE
        and isinstance(source, Adverbial)
        and _concrete(scene, source)
        and drafts[-1].sign.kind is not SignKind.TEXT
    ):
        scene.fire("PLACE-INDEX")
        locus = scene.locus(scene.token(source.head).lemma)
        scene.last_place = locus
        drafts = [*drafts, Draft(sign=scene.lexis.index(locus), tokens=(source.head,))]
    return drafts


def _concrete(scene: Scene, source: Adverbial) -> bool:
    if source.preposition.lower() not in _LOCATIVE:
        return False
    words = function_words()
    token = scene.token(source.head)
    if token.lemma.lower() in words.not_places:
        return False
    return token.pos == "PROPN" or token.lemma.lower().endswith(words.place_suffixes)


def _pronoun(scene: Scene, source: Participant) -> list[Draft]:
    token = scene.token(source.head)
    if is_answer(scene, source.head):
        return render_phrase(scene, [source.head])
    if token.tag in ("PRELS", "PRELAT"):
        scene.drop([source.head], "relative")
        return []
    if token.tag in ("PPER", "PRF") or token.lemma.lower() in ("man", "es", "sich"):
        return pronoun(scene, source.head, source.antecedent)
    return render_phrase(scene, [source.head])
