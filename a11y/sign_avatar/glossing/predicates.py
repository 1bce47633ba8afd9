"""The verb complex of a clause: full verb, modal, negation, aspect, and their non-manuals.

After the verb stand modal, negation and FERTIG, in this order (SIGN-HUB Syntax 2.3.1.2, 1.5.1.1.1;
Bross and Hole 2017). The head shake lies on the predicate (Syntax 1.5.2.1), the nod on obligations.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    QuestionType,
    Relation,
    Role,
    Tense,
    Voice,
)
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.existence import amounts_to, is_existential, present_of
from a11y.sign_avatar.glossing.light import governs, lasts, light_verb
from a11y.sign_avatar.glossing.negation import further_negations, negator_of
from a11y.sign_avatar.glossing.reread.names import NAME
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.words import closed_forms, function_words, is_person
from a11y.sign_avatar.lexicon.model import VerbClass

_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_EASE = frozenset(
    {"leicht", "schwer", "einfach", "schwierig", "gut", "schlecht", "kaum", "bequem", "problemlos"}
)
_NO_VERB_BESIDE_KEIN = frozenset({"haben", "geben", "sein", "bestehen", "vorliegen"})


@dataclass(slots=True)
class Predicate:
    """verb, modal, negation, aspect: drafts of each. used: tokens outside the verb complex that it
    took (a light verb's noun). verb_class: of the verb's sign. obliged: carries the nod."""

    verb: list[Draft] = field(default_factory=list)
    modal: list[Draft] = field(default_factory=list)
    negation: list[Draft] = field(default_factory=list)
    aspect: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    verb_class: VerbClass = VerbClass.NONE
    obliged: bool = False
    existential: bool = False


def build_predicate(scene: Scene, clause: Clause) -> Predicate:
    """Render the verb complex of a clause."""
    made = Predicate()
    modal_lemma, modal_tokens, main_tokens, extra = _split_complex(scene, clause)
    inner = _inner_modals(scene, clause, modal_tokens)
    modal_tokens = tuple(index for index in modal_tokens if index not in inner)
    if _only_supposes(scene, clause):
        scene.drop(modal_tokens, "supposition")
        scene.fire("COND-SOLLTE")
        modal_lemma, modal_tokens = "", ()
    light = light_verb(scene, clause)
    verb = clause.predicate
    prefix = loose_prefix(scene, clause)
    if prefix is not None:
        verb = verb.removeprefix("vorher")
        main_tokens = tuple(index for index in main_tokens if index != prefix)
    wish = _wished(scene, clause)
    if wish is not None:
        verb, main_tokens = "möchten", (*main_tokens, wish)
        made.used.add(wish)
    if not modal_lemma and verb in function_words().modals:
        modal_lemma, modal_tokens, main_tokens, verb = verb, main_tokens, (), ""
    if extra and verb in _AUXILIARIES:  # erfüllt werden: the participle is the verb
        scene.drop(main_tokens, "auxiliary")
        verb, main_tokens, extra = _participle_of(scene, extra[0]), extra[:1], extra[1:]
    made.existential = is_existential(scene, clause)
    copula = verb == clause.predicate and _is_copula(scene, clause)
    copula = copula and not made.existential and light is None
    if light is not None:
        rule, noun = light
        if rule.verb:
            verb = rule.lasting if rule.lasting and lasts(scene, clause) else rule.verb
            if not rule.keep_noun:
                taken = (noun - 1, noun) if governs(scene, clause, noun) else (noun,)
                made.used.update(taken)
                main_tokens = (*main_tokens, *taken)
            scene.fire("NOMINAL-VERB")
        elif rule.noun_is_verb:
            verb = ""
            scene.drop(main_tokens, "light-verb")
            scene.fire("NOMINAL-VERB")
    if made.existential:
        verb = "da"
        there = present_of(scene, clause)
        if there is not None:
            made.used.add(there)
            main_tokens = (*main_tokens, there)
        scene.fire("EXIST-DA")
    if copula:
        scene.fire("COPULA-NONE")
        scene.drop(main_tokens, "copula")
        verb = ""
    negator, neg_tokens = negator_of(scene, clause)
    modal_sign = function_words().modals.get(modal_lemma, modal_lemma)
    if negator and not modal_lemma and verb == "brauchen" and negator in ("kein", "nicht"):
        verb, negator = "nicht-brauchen", ""
        main_tokens = (*main_tokens, *neg_tokens)
        scene.fire("NEG-IRREGULAR")
    elif negator in ("nicht", "kein") and modal_lemma in function_words().irregular_negatives:
        made.negation = _plain(scene, f"nicht-{modal_lemma}", "VERB", (*modal_tokens, *neg_tokens))
        modal_sign, negator = "", ""
        scene.fire("NEG-IRREGULAR")
    elif negator == "kein" and (made.existential or verb in _NO_VERB_BESIDE_KEIN):
        scene.drop(main_tokens, "kein-existence")
        verb = ""
        scene.fire("NEG-KEIN")
    if verb == "da":
        tokens = main_tokens or clause.verbs[:1]
        made.verb = [Draft(sign=sign, tokens=tokens) for sign in scene.lexis.exists()]
    elif verb:
        made.verb, rendering = scene.word(verb, "VERB", main_tokens or clause.verbs[:1])
        made.verb = _clean(made.verb)
        if rendering.entry is not None and len(made.verb) == 1:
            made.verb_class = rendering.entry.verb_class
        if verb == "nicht-brauchen":
            made.negation, made.verb = made.verb, []
    if modal_sign and clause.index not in scene.later_modals:
        told = scene.shared_modals.get(clause.index) or modal_tokens or clause.verbs[:1]
        made.modal = _plain(scene, modal_sign, "VERB", told)
        scene.fire("MODAL-LAST")
    for index in inner:  # gelesen werden können müssen: the inner one stands nearer to the verb
        lemma = scene.token(index).lemma
        sign = function_words().modals.get(lemma, lemma)
        made.modal = [*_plain(scene, sign, "VERB", (index,)), *made.modal]
        scene.fire("MODAL-LAST")
    if negator:
        made.negation = _plain(scene, negator, "", neg_tokens)
        scene.fire("NEG-KEIN" if negator == "kein" else "NEG-SHAKE")
    for name, index in further_negations(scene, clause, neg_tokens):
        made.negation += _plain(scene, name, "", (index,))
    asked = clause.question is not QuestionType.NONE or (
        clause.relation is Relation.QUESTION and clause.parent is None
    )
    for index in extra:
        further = _plain(scene, _participle_of(scene, index), "VERB", (index,))
        later = bool(main_tokens) and index > main_tokens[0]  # abgegeben und bezahlt werden
        later = later or index == clause.finite  # bleiben … geschlossen: what governs stands last
        made.verb = [*made.verb, *further] if later else [*further, *made.verb]
    made.obliged = modal_sign in function_words().obligations and not made.negation and not asked
    if not made.negation and not made.obliged and not modal_sign:
        made.aspect = _aspect(scene, clause)
    return made


def _participle_of(scene: Scene, index: int) -> str:
    """The verb of a participle, also where the tagger took it for a finite form (*gefällt*)."""
    token = scene.token(index)
    verbs = [
        reading.infinitive
        for reading in tables.verb_readings(token.text.lower())
        if reading.form == "Part2"
    ]
    return token.lemma if not verbs or token.lemma in verbs else verbs[0]


def loose_prefix(scene: Scene, clause: Clause) -> int | None:
    """The *vorher* of ``Sagen Sie es uns vorher``: a time, though it looks like a verb's prefix."""
    if not clause.predicate.startswith("vorher"):
        return None
    return next((index for index in clause.verbs if scene.token(index).text == "vorher"), None)


def _plain(scene: Scene, lemma: str, pos: str, tokens: tuple[int, ...]) -> list[Draft]:
    return _clean(scene.word(lemma, pos, tokens)[0])


def _clean(drafts: list[Draft]) -> list[Draft]:
    """The clause puts the head shake itself."""
    return [
        replace(draft, marks=tuple(mark for mark in draft.marks if mark[0] != "negation"))
        for draft in drafts
    ]


def with_marks(
    scene: Scene, made: Predicate, predicative: list[Draft], *, consequent: bool
) -> None:
    """Lay head shake or nod over the predicate, in place. predicative: drafts of a nominal
    predicate. consequent: the clause follows a condition and is affirmed with a nod."""
    if made.negation:
        mark = scene.mark("negation")
        scene.fire("NEG-SHAKE")
        predicative[:] = marked(predicative, mark)
        made.verb, made.modal = marked(made.verb, mark), marked(made.modal, mark)
        made.negation = marked(made.negation, mark)
    elif made.obliged:
        mark = scene.mark("obligation")
        scene.fire("OBLIGATION-NOD")
        predicative[:] = marked(predicative, mark)
        made.verb, made.modal = marked(made.verb, mark), marked(made.modal, mark)
    elif consequent:
        mark = scene.mark("affirmation")
        scene.fire("COND-NOD")
        predicative[:] = marked(predicative, mark)
        made.verb, made.modal = marked(made.verb, mark), marked(made.modal, mark)
        made.aspect = marked(made.aspect, mark)


def _is_copula(scene: Scene, clause: Clause) -> bool:
    """``sein``; ``werden`` and ``betragen`` beside what they ascribe; *liegt bei 20 Euro*."""
    if clause.predicate == "liegen":
        return amounts_to(scene, clause)
    if clause.predicate in ("werden", "bleiben"):
        return clause.predicate == "werden" and any(
            item.role is Role.PREDICATIVE for item in clause.participants
        )
    return clause.predicate in ("sein", "betragen")


def _split_complex(
    scene: Scene, clause: Clause
) -> tuple[str, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """The modal's lemma, its tokens, those of the full verb, and verbs the analysis left over.

    Auxiliaries are dropped.
    """
    modal = clause.modal
    if clause.voice is Voice.MODAL_PASSIVE and not modal:
        modal = "können" if _eased(scene, clause) else "müssen"
        scene.fire("MODAL-ZU")
    possible = (modal == "lassen" or clause.causative) and _can_be_done(scene, clause)
    if possible:
        modal = "können"
        scene.fire("MODAL-LASSEN")
    modal_tokens: list[int] = []
    main_tokens: list[int] = []
    extra_tokens: list[int] = []
    for index in clause.verbs:
        token = scene.token(index)
        lemma = token.lemma.lower()
        if token.tag == "PTKVZ":
            if _of_no_verb(scene, clause, index):
                if token.text.lower() in closed_forms():  # melden Sie sich an unter: …
                    scene.drop([index], "preposition")
                continue
            scene.fire("SEPARABLE-JOINED")
        if token.tag == "PTKZU":
            scene.drop([index], "infinitive_mark")
        elif _marks_modality(clause, modal, token.tag, lemma) or (possible and lemma == "lassen"):
            modal_tokens.append(index)
        elif lemma in _AUXILIARIES and lemma != clause.predicate:
            scene.drop([index], "auxiliary")
        elif _governed(scene, clause, index):
            extra_tokens.append(index)
        elif lemma in clause.predicate or token.tag in ("PTKVZ", "VVINF", "VVIZU"):
            main_tokens.append(index)
        else:
            extra_tokens.append(index)
    if not main_tokens and extra_tokens:
        main_tokens, extra_tokens = extra_tokens, []
    return modal, tuple(modal_tokens), tuple(main_tokens), tuple(extra_tokens)


def _of_no_verb(scene: Scene, clause: Clause, index: int) -> bool:
    """A word that was read as half of a verb no verb of the clause has: the verb must not answer
    for it."""
    low = scene.token(index).text.lower()
    lemmas = [scene.token(at).lemma.lower() for at in clause.verbs if at != index]
    return not any(low in lemma for lemma in (clause.predicate, *lemmas))


def _governed(scene: Scene, clause: Clause, index: int) -> bool:
    """The *schwimmen* of *Kinder lernen schwimmen*: a verb of its own beside the full verb."""
    token = scene.token(index)
    if token.tag != "VVINF" or token.lemma in clause.predicate:
        return False
    return any(scene.token(other).lemma == clause.predicate for other in clause.verbs)


def _inner_modals(scene: Scene, clause: Clause, modal_tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The *können* of *Der Text muss gelesen werden können*, which the finite modal governs."""
    finite = clause.finite
    if finite not in modal_tokens:
        return ()
    return tuple(
        index
        for index in modal_tokens
        if index != finite
        and scene.token(index).tag.startswith("VM")
        and scene.token(finite).tag.startswith("VM")
        and scene.token(index).lemma != scene.token(finite).lemma
    )


def _only_supposes(scene: Scene, clause: Clause) -> bool:
    """*Sollten Sie umziehen*, *falls Sie umziehen sollten*: a condition, and nobody's duty."""
    if clause.relation is not Relation.CONDITION or clause.finite is None:
        return False
    return scene.token(clause.finite).text.lower() in ("sollte", "sollten", "solltest")


def _eased(scene: Scene, clause: Clause) -> bool:
    """*ist leicht zu lesen*, *ist kaum zu finden*: what can be done, no duty."""
    return any(scene.token(index).text.lower() in _EASE for index in clause.tokens)


def _can_be_done(scene: Scene, clause: Clause) -> bool:
    """*Der Ausweis lässt sich online beantragen*: nobody lets anybody; it can be done."""
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    itself = any(scene.token(index).text.lower() == "sich" for index in clause.tokens)
    if subject is None or not itself:
        return False
    head = scene.token(subject.head)
    return (
        not (subject.pronoun and head.text.lower() not in ("das", "es", "dies"))
        and head.dep != NAME
        and not is_person(head)
    )


def _marks_modality(clause: Clause, modal: str, tag: str, lemma: str) -> bool:
    """The modal verb itself, or the sein/haben of ist … zu."""
    if clause.modal and (lemma == clause.modal or tag.startswith("VM")):
        return True
    return bool(modal) and lemma in ("sein", "haben") and lemma != clause.predicate


def _wished(scene: Scene, clause: Clause) -> int | None:
    """The *gern* of *Ich hätte gern ein Formular*: a wish, nobody has anything."""
    if clause.predicate != "haben" or clause.finite is None:
        return None
    if not scene.token(clause.finite).text.lower().startswith("hätt"):
        return None
    return next((at for at in clause.tokens if scene.token(at).text.lower() == "gern"), None)


def _says_opening(clause: Clause) -> bool:
    """*Das Amt hat geöffnet*, *hat geschlossen*: how it is, nothing that was done."""
    objects = any(item.role is Role.DIRECT_OBJECT for item in clause.participants)
    return clause.predicate in ("öffnen", "schließen") and not objects


def _aspect(scene: Scene, clause: Clause) -> list[Draft]:
    """Completed action closes with FERTIG (SIGN-HUB Syntax 2.3.1.2)."""
    if clause.tense not in (Tense.PERFECT, Tense.PLUPERFECT) or clause.mood is Mood.IMPERATIVE:
        return []
    if clause.kind is ClauseKind.FRAGMENT or not clause.predicate or clause.predicate == "sein":
        return []
    if clause.voice is Voice.STATE_PASSIVE or _says_opening(clause):
        return []
    tokens = tuple(
        index for index in clause.verbs if scene.token(index).lemma.lower() in _AUXILIARIES
    )
    said = any(scene.token(index).lemma.lower() in ("schon", "bereits") for index in clause.tokens)
    if said and scene.lexis.has("schon"):  # SCHON closes the action as FERTIG does
        scene.drop(tokens, "auxiliary")
        return []
    scene.fire("ASPECT-FERTIG")
    return scene.optional("fertig", tokens[:1], "auxiliary")
