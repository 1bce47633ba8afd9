"""One German clause as DGS: every token finds its slot, the slots give the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Role,
    Voice,
)
from a11y.sign_avatar.glossing.phrases import is_address, pronoun, render_phrase
from a11y.sign_avatar.glossing.predicates import Predicate, build_predicate, with_marks
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.slots import ADVERBIAL_SLOTS, ROLE_SLOTS, Placed, Slot
from a11y.sign_avatar.glossing.words import function_words
from a11y.sign_avatar.lexicon.model import VerbClass
from a11y.sign_avatar.score import Locus, SignKind

_LOCATIVE = frozenset({"in", "an", "auf", "bei", "neben", "vor", "hinter", "gegenüber", "am", "im"})
_DATED = frozenset({"ab", "bis", "seit", "nach", "vor", "innerhalb", "binnen", "während"})


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
    _bind_agreement(scene, clause, predicate, placed)
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
    return [draft for item in placed for draft in item.drafts]


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
    taken |= {index for index in clause.negations if not _keeps_own_place(scene, index)}
    taken |= {index for draft in predicate.negation for index in draft.tokens}
    taken |= {index for index in clause.tokens if index in scene.dropped}
    placed: list[Placed] = []
    _links(scene, clause, taken, placed)
    _question_word(scene, clause, taken, placed)
    groups = _constituents(scene, clause, taken)
    _attach_loose(scene, clause, taken, groups)
    for slot, tokens, source in sorted(groups, key=lambda item: item[1][0]):
        drafts = _render(scene, clause, slot, tokens, source)
        if drafts:
            placed.append(Placed(slot, tokens[0], drafts))
    return placed


def _keeps_own_place(scene: Scene, index: int) -> bool:
    return scene.token(index).lemma.lower() == "ohne"


Source = Participant | Adverbial | None
Group = tuple[Slot, list[int], Source]


def _constituents(scene: Scene, clause: Clause, taken: set[int]) -> list[Group]:
    """Participants and adverbials, the larger first, each token once."""
    own = set(clause.tokens)
    items: list[Item] = [
        (_participant_slot(scene, clause, item), item, item.tokens) for item in clause.participants
    ]
    items += [(_adverbial_slot(scene, item), item, item.tokens) for item in clause.adverbials]
    items = _joined_ranges(scene, items)
    items.sort(key=lambda item: -len(item[2]))
    groups: list[Group] = []
    for slot, source, indices in items:
        tokens = sorted(index for index in indices if index in own and index not in taken)
        if tokens:
            taken.update(tokens)
            groups.append((slot, tokens, source))
    return groups


Item = tuple[Slot, Source, tuple[int, ...]]


def _joined_ranges(scene: Scene, items: list[Item]) -> list[Item]:
    """``von 8 bis 12 Uhr``: one constituent, in the slot of its second half."""
    out: list[Item] = []
    for slot, source, tokens in sorted(items, key=lambda item: item[2][:1]):
        before = out[-1] if out else None
        if (
            before is not None
            and tokens
            and before[2]
            and before[2][-1] + 1 == tokens[0]
            and scene.token(before[2][0]).text.lower() in ("von", "vom")
            and scene.token(tokens[0]).text.lower() == "bis"
        ):
            out[-1] = (slot, source, (*before[2], *tokens))
            continue
        out.append((slot, source, tokens))
    return out


def _attach_loose(scene: Scene, clause: Clause, taken: set[int], groups: list[Group]) -> None:
    """Tokens that no constituent claims: modifiers join the phrase they stand in, the rest make
    their own."""
    loose = [index for index in clause.tokens if index not in taken]
    run: list[int] = []
    for index in [*loose, -9]:
        if run and index != run[-1] + 1:
            _place_run(scene, clause, run, groups)
            run = []
        if index >= 0:
            run.append(index)


def _place_run(scene: Scene, clause: Clause, run: list[int], groups: list[Group]) -> None:
    words = function_words()
    content = [
        index
        for index in run
        if scene.token(index).pos in ("NOUN", "PROPN", "NUM", "ADJ", "ADV", "VERB", "X", "PRON")
        or scene.value(index) is not None
    ]
    slot = Slot.MANNER
    if content:
        first = scene.token(content[0])
        lemma = first.lemma.lower()
        if lemma in ("schon", "bereits") and len(content) == 1:
            slot = Slot.ASPECT
        elif lemma in ("bitte",):
            slot = Slot.GREETING
        elif lemma in words.question_words and clause.question is QuestionType.WH:
            slot = Slot.WH
        elif any(scene.token(index).pos in ("NOUN", "PROPN") for index in content):
            slot = Slot.OBJECT
            if scene.token(run[0]).pos == "ADP" and scene.token(run[0]).lemma in _DATED:
                slot = Slot.TIME
    following = run[-1] + 1
    for position, (known, tokens, source) in enumerate(groups):
        joins = following == tokens[0] and slot is Slot.MANNER and known is not Slot.SUBJECT
        continues = run[0] == tokens[-1] + 1 and slot is Slot.OBJECT
        if joins or continues:
            groups[position] = (known, sorted([*tokens, *run]), source)
            return
    groups.append((slot, list(run), None))


def _participant_slot(scene: Scene, clause: Clause, item: Participant) -> Slot:
    if clause.question is QuestionType.WH and _asked_of_viewer(scene, clause):
        if item.role is Role.SUBJECT and not item.pronoun:
            return Slot.OBJECT
        if item.role is Role.DIRECT_OBJECT and item.pronoun:
            return Slot.SUBJECT
    passive = clause.voice in (Voice.PASSIVE, Voice.MODAL_PASSIVE, Voice.STATE_PASSIVE)
    if passive and item.role is Role.SUBJECT:
        scene.fire("PASSIVE-SUBJECTLESS")
        return Slot.OBJECT
    if item.role is Role.DIRECT_OBJECT and _fronted(scene, clause, item):
        scene.fire("TOPIC-OBJECT")
        return Slot.TOPIC
    return ROLE_SLOTS[item.role]


def _asked_of_viewer(scene: Scene, clause: Clause) -> bool:
    """``Welche Unterlagen brauchen Sie?``: after a plural verb ``Sie`` is the subject."""
    following = (clause.finite or 0) + 1
    if clause.finite is None or following >= scene.size:
        return False
    plural = scene.token(clause.finite).morph.get("Number") == "Plur"
    return plural and scene.token(following).text == "Sie" and is_address(scene, following)


def _fronted(scene: Scene, clause: Clause, item: Participant) -> bool:
    """A full object before the finite verb of a main clause, with its subject after."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or item.pronoun:
        return False
    subject = next((part for part in clause.participants if part.role is Role.SUBJECT), None)
    if subject is None or clause.question is QuestionType.WH:
        return False
    return item.head < clause.finite < subject.head


def _adverbial_slot(scene: Scene, item: Adverbial) -> Slot:
    preposition = item.preposition.lower()
    if item.type is AdverbialType.DURATION and preposition in _DATED:
        return Slot.TIME
    token = scene.token(item.head)
    lemma = token.lemma.lower()
    if item.type is AdverbialType.PLACE and token.pos == "ADJ":
        return Slot.MANNER
    if lemma in ("online", "onlin", "digital"):
        return Slot.MANNER
    if lemma in ("schon", "bereits"):
        return Slot.ASPECT
    if lemma == "bitte":
        return Slot.GREETING
    return ADVERBIAL_SLOTS[item.type]


def _links(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    """Conjunctions and connecting adverbs."""
    table = function_words().links
    for position, index in enumerate(clause.tokens):
        if index in taken:
            continue
        token = scene.token(index)
        lemma = token.lemma.lower()
        opens = token.tag in ("KOUS", "KOUI", "KON") or lemma == clause.link.lower()
        adverb = token.pos == "ADV" and lemma in table
        if lemma == "um" and token.tag != "KOUI":
            continue
        if not (adverb or (opens and position <= 1)):
            continue
        if token.tag == "KON" and position:
            continue
        taken.add(index)
        rule = table.get(lemma)
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


def _question_word(scene: Scene, clause: Clause, taken: set[int], placed: list[Placed]) -> None:
    if clause.question is not QuestionType.WH:
        return
    words = function_words()
    for index in clause.tokens:
        token = scene.token(index)
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
        placed.append(Placed(Slot.WH, index, scene.word(sign, "", tokens)[0]))
        return


def _render(
    scene: Scene, clause: Clause, slot: Slot, tokens: Sequence[int], source: Source
) -> list[Draft]:
    if isinstance(source, Participant) and source.pronoun and len(tokens) == 1:
        return _pronoun(scene, source)
    kind = source.type.value if isinstance(source, Adverbial) else "none"
    drafts = render_phrase(scene, tokens, kind=kind)
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
    if token.tag in ("PRELS", "PRELAT"):
        scene.drop([source.head], "relative")
        return []
    if token.tag in ("PPER", "PRF") or token.lemma.lower() in ("man", "es", "sich"):
        return pronoun(scene, source.head, source.antecedent)
    return render_phrase(scene, [source.head])


def _bind_agreement(
    scene: Scene, clause: Clause, predicate: Predicate, placed: list[Placed]
) -> None:
    """An agreement verb runs from the subject's locus to the object's (SIGN-HUB Morphology 3.1).

    Object agreement is obligatory, subject agreement optional: without a goal nothing is bound. A
    pronoun for signer or viewer that the verb now shows is not signed again.
    """
    if predicate.verb_class is not VerbClass.AGREEMENT or not predicate.verb:
        return
    goal = _goal(clause)
    if goal is None:
        return
    goal_locus = _locus_of(scene, goal)
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    active = clause.voice is Voice.ACTIVE
    source_locus = _locus_of(scene, subject) if subject is not None and active else None
    if goal_locus is None:
        return
    scene.fire("AGREE-LOCI")
    verb = predicate.verb[0]
    sign = replace(verb.sign, source_locus=source_locus, goal_locus=goal_locus)
    predicate.verb[0] = replace(verb, sign=sign)
    if isinstance(goal, Participant) and goal.pronoun:
        for item in placed:
            same = [draft for draft in item.drafts if goal.head in draft.tokens]
            if same and all(draft.sign.kind is SignKind.INDEX for draft in same):
                item.drafts = [draft for draft in item.drafts if draft not in same]
                scene.drop([goal.head], "agreement")


def _goal(clause: Clause) -> Participant | Adverbial | None:
    by_role = {item.role: item for item in clause.participants}
    if Role.INDIRECT_OBJECT in by_role:
        return by_role[Role.INDIRECT_OBJECT]
    for item in clause.participants:
        if item.role is Role.PREPOSITIONAL_OBJECT and item.preposition.lower() in ("an", "bei"):
            return item
    for adverbial in clause.adverbials:
        if adverbial.type is AdverbialType.DIRECTION:
            return adverbial
    direct = by_role.get(Role.DIRECT_OBJECT)
    if direct is not None and (direct.pronoun or clause.predicate in _PERSONAL):
        return direct
    return None


_PERSONAL = frozenset(
    {"fragen", "informieren", "beraten", "benachrichtigen", "unterrichten", "kontaktieren",
     "anrufen", "besuchen", "einladen", "unterstützen"}
)  # fmt: skip


def _locus_of(scene: Scene, item: Participant | Adverbial) -> Locus | None:
    token = scene.token(item.head)
    low = token.text.lower()
    if low in ("ich", "wir", "mich", "mir", "uns"):
        return Locus.SIGNER
    if low in ("du", "dich", "dir") or is_address(scene, item.head):
        return Locus.ADDRESSEE
    if isinstance(item, Participant) and item.pronoun:
        if item.antecedent is not None:
            return scene.locus(scene.token(item.antecedent).lemma)
        return None
    return scene.locus(token.lemma)
