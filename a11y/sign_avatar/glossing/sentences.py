"""A sentence of several clauses: what comes first, what follows, and the spans over it.

Conditions and purposes stand before the main clause, reasons after it, relative clauses as a clause
of their own right after their noun (SIGN-HUB Syntax 3.4, 3.5; Lexicon 3.9.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11y.language.analysis import (
    Clause,
    QuestionType,
    Relation,
    Role,
    Sentence,
    SentenceKind,
)
from a11y.sign_avatar.glossing.clauses import free_was, transfer
from a11y.sign_avatar.glossing.constituents import fronted
from a11y.sign_avatar.glossing.foreign import is_english, shown_whole
from a11y.sign_avatar.glossing.line_kinds import (
    announces,
    asked_in_short,
    is_price_list,
    is_timetable,
    marker_tokens,
    written_number,
)
from a11y.sign_avatar.glossing.modality import share_modals
from a11y.sign_avatar.glossing.phrases import render_phrase
from a11y.sign_avatar.glossing.salutation import salutation, without
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.values import list_sign, ordinal_sign
from a11y.sign_avatar.score import Locus

_FRONTED = (Relation.CONDITION, Relation.PURPOSE, Relation.TIME, Relation.CONCESSION)
_ASKING = frozenset(
    {"prüfen", "fragen", "wissen", "sagen", "mitteilen", "informieren", "erfahren", "klären",
     "zeigen", "sehen", "stehen", "entscheiden", "angeben", "nennen", "überlegen", "erklären",
     "nachsehen", "nachlesen", "nachschauen", "nachfragen", "herausfinden", "feststellen",
     "festlegen", "bestimmen", "regeln", "beschreiben", "erkundigen", "aufschreiben", "notieren",
     "überprüfen", "kontrollieren", "vereinbaren", "erzählen", "verstehen", "erkennen"}
)  # fmt: skip
_DEPENDING = "je nachdem"
_BEFORE_MARKS = {
    Relation.CONDITION: "condition",
    Relation.PURPOSE: "topic",
    Relation.TIME: "topic",
    Relation.CONCESSION: "topic",
}
_RULES = {
    Relation.CONDITION: "COND-FIRST",
    Relation.PURPOSE: "PURPOSE-FIRST",
    Relation.TIME: "TIME-CLAUSE-FIRST",
    Relation.CONCESSION: "CONCESSION-FIRST",
    Relation.REASON: "REASON-LAST",
}


@dataclass(frozen=True, slots=True)
class _Block:
    """A clause with all that hangs on it, in order; blocks are where a long sentence may break."""

    drafts: list[Draft]


def assemble(scene: Scene, sentence: Sentence, *, item: int = 0) -> list[list[Draft]]:
    """A sentence as blocks of drafts in DGS order, tokens outside any clause included.

    item: number in a list of two to five items, 0 outside; it is put on the list hand.
    """
    scene.enter_sentence(sentence.index)
    if sentence.kind is SentenceKind.HEADING:
        scene.forget_loci()
    scene.in_list = bool(item)
    if item:
        scene.drop(marker_tokens(scene.analysis, sentence), "list-marker")
    if is_english(scene, range(*sentence.tokens)):
        return [shown_whole(scene, range(*sentence.tokens))]
    if is_timetable(scene, sentence) or is_price_list(scene, sentence):
        scene.fire("TIMETABLE-ORDER")
        marker = set(marker_tokens(scene.analysis, sentence)) if item else set()
        rest = [index for index in range(*sentence.tokens) if index not in marker]
        told = render_phrase(scene, rest, as_written=True)
        return [_numbered(scene, sentence, item), told] if item else [told]
    own = set(sentence.clauses)
    clauses = [scene.analysis.clauses[index] for index in sentence.clauses]
    addressed = salutation(scene, sentence)
    if addressed:
        clauses = [without(clause, addressed) for clause in clauses]
    share_modals(scene, clauses)
    children: dict[int | None, list[Clause]] = {}
    for clause in clauses:
        parent = clause.parent if clause.parent in own and clause.parent != clause.index else None
        children.setdefault(parent, []).append(clause)
    done: set[int] = set()
    blocks: list[list[Draft]] = []
    if addressed:
        scene.fire("ADDRESS-FIRST")
        blocks.append(render_phrase(scene, addressed, as_written=True))
    for clause in [*children.get(None, ()), *clauses]:
        blocks += _with_children(scene, clause, children, done, consequent=False)
    blocks += _stray(scene, sentence, clauses, frozenset(addressed))
    if item:
        blocks = [_numbered(scene, sentence, item), *blocks]
    number = 0 if item else written_number(scene.analysis, sentence)
    if number:
        scene.fire("NUM-ORDINAL")
        opening = Draft(sign=ordinal_sign(number), tokens=sentence.tokens[:1])
        blocks = [[opening], *blocks]
    if asked_in_short(scene, sentence, clauses):
        scene.fire("Q-YES-NO")
        mark = scene.mark("yes-no")
        blocks = [marked(block, mark) for block in blocks]
    elif announces(scene, sentence):
        scene.fire("HEADING-TOPIC")
        mark = scene.mark("topic")
        blocks = [marked(block, mark) for block in blocks]
    return [block for block in blocks if block]


def _numbered(scene: Scene, sentence: Sentence, item: int) -> list[Draft]:
    """The finger of the list hand for an item."""
    scene.fire("LIST-BUOY")
    start = next(iter(marker_tokens(scene.analysis, sentence)), sentence.tokens[0])
    buoy = Draft(sign=list_sign(item), tokens=(start,), part="Liste")
    return marked([buoy], scene.mark("list"))


def _with_children(
    scene: Scene,
    clause: Clause,
    children: dict[int | None, list[Clause]],
    done: set[int],
    *,
    consequent: bool,
) -> list[list[Draft]]:
    if clause.index in done:
        return []
    done.add(clause.index)
    before: list[list[Draft]] = []
    following: list[Clause] = []
    skip: set[int] = set()
    resumed: Locus | None = None
    conditioned = consequent
    for child in children.get(clause.index, ()):
        if child.index in done:
            continue
        if child.tokens and free_was(scene, child.tokens[0]):
            following.append(child)
        elif _concerns(scene, child):
            scene.fire("TOPIC-PURPOSE")
            bare = replace(child, predicate="", verbs=(), finite=None)
            inner = _with_children(scene, bare, children, done, consequent=False)
            mark = scene.mark("topic")
            before += [marked(block, mark) for block in inner]
        elif _is_free_relative(scene, clause, child):
            scene.fire("FREE-RELATIVE")
            scene.drop(_question_words(scene, child), "free-relative")
            inner = _with_children(scene, child, children, done, consequent=False)
            mark = scene.mark("condition")
            before += [marked(block, mark) for block in inner]
            conditioned = True
        elif child.link.lower().startswith(_DEPENDING):
            scene.fire("DEPENDS-FIRST")
            inner = _with_children(scene, child, children, done, consequent=False)
            mark = scene.mark("topic")
            before += [marked(block, mark) for block in inner]
        elif child.relation in _FRONTED and child.link.lower() != "bis":
            scene.fire(_RULES[child.relation])
            conditioned = conditioned or child.relation is Relation.CONDITION
            inner = _with_children(scene, child, children, done, consequent=False)
            if child.relation is Relation.CONDITION and not child.link:
                inner = [_unspoken_if(scene), *inner]
            mark = scene.mark(_BEFORE_MARKS[child.relation])
            before += [marked(block, mark) for block in inner]
        elif child.relation is Relation.RELATIVE:
            block, head, locus = _relative(scene, clause, child, children, done, frozenset(skip))
            before += block
            skip |= head
            if head and _heads_subject(scene, clause, head):
                resumed = locus
                named = _only_points(scene, clause, head)
                if named is not None:
                    skip.add(named)
                    scene.drop([named], "relative")
        elif child.relation is Relation.NONE and child.tokens[:1] < clause.tokens[:1]:
            before += _with_children(scene, child, children, done, consequent=False)
        else:
            following.append(child)
    core = transfer(scene, clause, consequent=conditioned, skip=frozenset(skip), resumed=resumed)
    if clause.question is not QuestionType.NONE and not _answered(scene, clause):
        function = "wh" if clause.question is QuestionType.WH else "yes-no"
        scene.fire("Q-WH" if function == "wh" else "Q-YES-NO")
        start = _behind_topic(core)
        core = [*core[:start], *marked(core[start:], scene.mark(function))]
    after: list[list[Draft]] = []
    following.sort(key=lambda child: child.relation is Relation.REASON)  # what is said, then why
    for child in following:  # only now: pronouns in them point back at the core
        if child.relation in _RULES:
            scene.fire(_RULES[child.relation])
        joined = conditioned and child.relation is Relation.COORDINATION
        after += _with_children(scene, child, children, done, consequent=joined)
    return [*before, core, *after]


def _behind_topic(core: Sequence[Draft]) -> int:
    """Where a question begins: what it is about stands before it with its own brows (SIGN-HUB
    Pragmatics 4.2)."""
    topics = ("topic", "condition")
    last = max(
        (at for at, draft in enumerate(core) if any(mark[0] in topics for mark in draft.marks)),
        default=-1,
    )
    return last + 1 if last + 1 < len(core) else 0


def _concerns(scene: Scene, child: Clause) -> bool:
    """``Was die Kosten betrifft, …``: what is spoken of; the verb says nothing, and is dropped."""
    if child.link.lower() != "was" or child.predicate not in ("betreffen", "angehen"):
        return False
    scene.drop([*child.verbs, *child.tokens[:1]], "topic-clause")
    return True


def _is_free_relative(scene: Scene, clause: Clause, child: Clause) -> bool:
    """``Wer umzieht, muss …``: no question but a condition on whoever it is."""
    if child.link.lower() not in ("wer", "was"):
        return False
    if child.link.lower() == "was" and child.tokens[:1] > clause.tokens[:1]:
        return False  # Sie dürfen essen, was Sie wollen
    if child.relation is Relation.RELATIVE:
        return child.antecedent is None
    if child.relation is not Relation.QUESTION:
        return False
    return clause.predicate not in _ASKING and not _asks(scene, clause)


def _asks(scene: Scene, clause: Clause) -> bool:
    last = scene.analysis.sentences[clause.sentence].tokens[1] - 1
    return scene.token(last).text == "?"


def _answered(scene: Scene, clause: Clause) -> bool:
    """A wh-clause inside a statement is no question to the viewer."""
    return clause.parent is not None and not _asks(scene, clause)


def _question_words(scene: Scene, clause: Clause) -> list[int]:
    return [index for index in clause.tokens if scene.token(index).tag in ("PWS", "PRELS")][:1]


def _unspoken_if(scene: Scene) -> list[Draft]:
    """``Ziehen Sie um, …``: German marks the condition by order alone; WENN may be signed."""
    return scene.optional("wenn", (), "subjunction")


def _relative(
    scene: Scene,
    clause: Clause,
    relative: Clause,
    children: dict[int | None, list[Clause]],
    done: set[int],
    signed: frozenset[int],
) -> tuple[list[list[Draft]], set[int], Locus]:
    """Head noun, index with raised brows, relative clause; the head is not signed again.

    signed: tokens of heads signed before; a second clause on the same noun follows without one.
    """
    scene.fire("RELATIVE-SPLIT")
    antecedent = relative.antecedent
    head: set[int] = set()
    if antecedent is not None and antecedent in clause.tokens:
        head = _phrase_around(scene, clause, antecedent) | _joined(scene, clause, relative)
        head -= set(clause.negations)
    again = bool(head) and head <= signed
    key = scene.token(antecedent).lemma if antecedent is not None else "relative"
    locus = scene.locus(key)
    drafts: list[Draft] = []
    if not again:
        drafts = render_phrase(scene, sorted(head), lists=False) if head else []
        if drafts and _is_topic(clause, head):
            scene.fire("TOPIC-OBJECT")
            drafts = marked(drafts, scene.mark("topic"))
        drafts = [replace(draft, part="Bezugswort") for draft in drafts]
        words = _relative_words(scene, relative)
        pointer = Draft(sign=scene.lexis.index(locus), tokens=words, part="Bezug")
        drafts += marked([pointer], scene.mark("relative"))
    inner = _with_children(scene, relative, children, done, consequent=False)
    return [[*drafts, *(inner[0] if inner else [])], *inner[1:]], head, locus


def _relative_words(scene: Scene, relative: Clause) -> tuple[int, ...]:
    return tuple(
        index for index in relative.tokens if scene.token(index).tag in ("PRELS", "PRELAT")
    )


def _phrase_around(scene: Scene, clause: Clause, head: int) -> set[int]:
    for participant in clause.participants:
        if participant.head == head:
            return {index for index in participant.tokens if index in clause.tokens}
    for adverbial in clause.adverbials:
        if adverbial.head == head and adverbial.preposition:  # ab dem Monat, in dem …
            return {index for index in adverbial.tokens if index in clause.tokens}
    return {head}


def _joined(scene: Scene, clause: Clause, relative: Clause) -> set[int]:
    """*Frauen und Männer, die helfen wollen*: the pair, where the clause speaks of several and both
    nouns do or the nearer one does not."""
    said = {tag.number for tag in relative.participants if scene.token(tag.head).tag == "PRELS"}
    whole = next((item for item in clause.participants if relative.antecedent in item.tokens), None)
    if whole is None or relative.antecedent is None or said != {"Plur"}:
        return set()
    first, last = scene.token(whole.head), scene.token(relative.antecedent)
    between = [scene.token(index) for index in whole.tokens if first.index < index < last.index]
    plain = all(word.pos == "DET" or word.text.lower() == "und" for word in between)
    numbers = {word.morph.get("Number") for word in (first, last)}
    bare = len(between) == 1 and numbers == {"Plur"}
    return set(whole.tokens) if plain and (bare or numbers == {"Sing"}) else set()


def _is_topic(clause: Clause, head: set[int]) -> bool:
    """Whether the head of a relative clause is an object that German puts in front."""
    return any(
        item.role is Role.DIRECT_OBJECT and item.head in head and fronted(clause, item)
        for item in clause.participants
    )


def _only_points(scene: Scene, clause: Clause, head: set[int]) -> int | None:
    """The *das* of *Das ist das Formular, das …*: the same thing, which one index takes up."""
    if clause.predicate != "sein" or not any(
        item.role is Role.PREDICATIVE and item.head in head for item in clause.participants
    ):
        return None
    return next(
        (
            item.head
            for item in clause.participants
            if item.role is Role.SUBJECT and scene.token(item.head).tag == "PDS"
        ),
        None,
    )


def _heads_subject(scene: Scene, clause: Clause, head: set[int]) -> bool:
    return any(item.head in head for item in clause.participants)


def _stray(
    scene: Scene, sentence: Sentence, clauses: Sequence[Clause], signed: frozenset[int]
) -> list[list[Draft]]:
    """Tokens of the sentence that no clause holds. signed: those of the address before them."""
    held = {index for clause in clauses for index in clause.tokens} | signed
    loose = [index for index in range(*sentence.tokens) if index not in held]
    words = [index for index in loose if scene.token(index).pos not in ("PUNCT", "SPACE")]
    scene.drop((index for index in loose if index not in words), "punctuation")
    return [render_phrase(scene, words)] if words else []
