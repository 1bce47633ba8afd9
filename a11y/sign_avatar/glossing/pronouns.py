"""Pronouns: pointing at the signer, the viewer, or the place of who they stand for.

SIGN-HUB Lexicon 3.7.2; Pragmatics 2.2.1.
"""

from __future__ import annotations

from a11y.language.analysis import (
    Clause,
    Mood,
    Participant,
    Role,
    Sentence,
    SentenceKind,
    Token,
    Voice,
)
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.words import function_words, is_person
from a11y.sign_avatar.score import Locus

_POLITE = ("Sie", "Ihnen", "Ihrer")
_FIRST = frozenset({"ich", "wir", "mich", "mir", "uns"})


def pronoun(scene: Scene, index: int, antecedent: int | None = None) -> list[Draft]:
    """A personal pronoun: pointing at the signer, the viewer or the locus of a referent."""
    token = scene.token(index)
    lemma, low = token.lemma.lower(), token.text.lower()
    if lemma == "sich" or low == "sich":
        scene.drop([index], "reflexive")
        return []
    if lemma == "man":
        scene.fire("SUBJ-GENERIC")
        scene.drop([index], "generic")
        return []
    if _of_same_person(scene, index):
        scene.drop([index], "reflexive")
        return []
    if low == "es" and _holds_place(scene, index):
        scene.drop([index], "expletive")
        return []
    if low in _FIRST:
        scene.fire("REF-FIRST")
        if low in ("wir", "uns"):
            return [Draft(sign=scene.lexis.we(), tokens=(index,))]
        return [Draft(sign=scene.lexis.index(Locus.SIGNER), tokens=(index,))]
    if low in ("du", "dich", "dir", "ihr", "euch") or is_address(scene, index):
        scene.fire("REF-SIE")
        return [Draft(sign=scene.lexis.index(Locus.ADDRESSEE), tokens=(index,))]
    if antecedent is None and token.text == "Sie":
        antecedent = several_named(scene, index)
    if antecedent is None:
        antecedent = likely_antecedent(scene, index)
    if low == "es" and antecedent is None:
        scene.drop([index], "expletive")
        return []
    key = scene.token(antecedent).lemma if antecedent is not None else f"pronoun:{low}"
    locus = scene.known_locus(key)
    scene.fire("REF-LOCUS")
    if antecedent is not None and key not in scene.introduced:
        scene.fire("REF-NOUN-FIRST")
        scene.introduced.add(key)
        referent = scene.token(antecedent)
        return scene.word(key, referent.pos, [index], surface=referent.text)[0]
    locus = locus or scene.locus(key)
    refers = ((key, locus),) if antecedent is not None else ()
    return [Draft(sign=scene.lexis.index(locus), tokens=(index,), refers=refers)]


def _holds_place(scene: Scene, index: int) -> bool:
    """The *es* of *Es fehlt eine Unterschrift*: the subject follows, and it takes no part."""
    clause = scene.clause_of(index)
    subject = None if clause is None else subject_of(clause)
    if clause is None or subject is None:
        return False
    return subject.head > index and all(index not in item.tokens for item in clause.participants)


def possessor(scene: Scene, index: int) -> int | None:
    """The noun that *sein* or *ihr* belongs to: the subject of its clause where gender and number
    allow it, else who the pronoun could stand for; None where that is not sure."""
    low = scene.token(index).text.lower()
    clause = scene.clause_of(index)
    subject = None if clause is None else subject_of(clause)
    if clause is not None and subject is None and clause.parent is not None:
        subject = subject_of(scene.analysis.clauses[clause.parent])
    if subject is not None and index not in subject.tokens:
        head = subject.head
        if subject.pronoun:
            known = subject.antecedent
            head = known if known is not None else likely_antecedent(scene, head) or head
        if scene.is_noun(head) and _may_own(scene.token(head), low):
            return head
        third = {"er": "sein", "es": "sein", "sie": "ihr"}.get(scene.token(head).text.lower())
        if third is not None and low.startswith(third):
            return head
    return likely_antecedent(scene, index, owner=low)


def subject_of(clause: Clause) -> Participant | None:
    return next((item for item in clause.participants if item.role is Role.SUBJECT), None)


def _may_own(noun: Token, possessive: str) -> bool:
    plural, gender = noun.morph.get("Number") == "Plur", noun.morph.get("Gender")
    if possessive.startswith("sein"):
        return not plural and gender in ("Masc", "Neut", None)
    return plural or gender in ("Fem", None)


_SELF = {"mich": "ich", "mir": "ich", "uns": "wir", "dich": "du", "dir": "du", "euch": "ihr"}


def _of_same_person(scene: Scene, index: int) -> bool:
    """The *mich* of *Wo muss ich mich melden?*: the subject itself, in the verb's sign already."""
    subject = _SELF.get(scene.token(index).text.lower())
    if subject is None:
        return False
    return any(scene.token(at).text.lower() == subject for at in scene.clause_tokens(index))


def likely_antecedent(scene: Scene, index: int, *, owner: str = "") -> int | None:
    """The noun a pronoun stands for, where gender and number leave only one before it.

    owner: the possessive at ``index``, in lower case; then the noun is whose the thing is.

    The subject of the clause above comes first; else this sentence and the one before are read,
    except the pronoun's own clause.
    Of several the only subject is meant; None where two fit: a wrong place in space misleads more
    than a vague one.
    """
    token = scene.token(index)
    gender, number = token.morph.get("Gender"), token.morph.get("Number")
    gender = {"er": "Masc", "ihn": "Masc", "ihm": None, "es": "Neut"}.get(
        token.text.lower(), gender
    )

    def fits(noun: Token) -> bool:
        if owner:
            return _may_own(noun, owner)
        if not number:
            return _may_own(noun, "ihr")
        return noun.morph.get("Number") == number and (
            number == "Plur" or gender is None or noun.morph.get("Gender") == gender
        )

    if token.text == "sie" and (clause := scene.clause_of(index)) is not None:
        subject = subject_of(clause)
        if subject is not None and subject.head == index and clause.finite is not None:
            number = scene.token(clause.finite).morph.get("Number", number)
            gender = "Fem" if number == "Sing" else gender
        elif subject is None or subject.head != index:  # wir prüfen sie: her or them
            number = ""
    main = scene.governing_subject(index)
    if main is not None and (
        _may_own(scene.token(main), owner)
        if owner
        else scene.token(main).morph.get("Number") == number
    ):
        return main
    own = scene.clause_tokens(index)
    start = scene.previous_start(index)
    found: dict[str, int] = {}
    for at in range(index - 1, start - 1, -1):
        noun = scene.token(at)
        if noun.pos == "NOUN" and at not in own and fits(noun):
            found.setdefault(noun.lemma, at)
    other = _subject_pronoun(scene, index)
    if other is not None:  # er füttert ihn: somebody else
        found.pop(scene.token(other).lemma, None)
    if len(found) > 1:
        found = {lemma: at for lemma, at in found.items() if scene.is_subject(at)}
    return next(iter(found.values())) if len(found) == 1 else None


def _subject_pronoun(scene: Scene, index: int) -> int | None:
    """Whom the *er* of the same clause stands for, beside another pronoun of the third person."""
    clause = scene.clause_of(index)
    subject = None if clause is None else subject_of(clause)
    if subject is None or not subject.pronoun or index in subject.tokens:
        return None
    if scene.token(index).tag != "PPER" or scene.token(subject.head).tag != "PPER":
        return None
    known = subject.antecedent
    return known if known is not None else likely_antecedent(scene, subject.head)


def is_address(scene: Scene, index: int) -> bool:
    """Whether ``Sie``/``Ihnen`` means the reader.

    Inside a sentence the capital decides. At its start a plural verb speaks for the reader, as
    notices address whoever reads them, but for people named right before in a text that addresses
    nobody and for things whose verb no reader does (``several_named``).
    """
    token = scene.token(index)
    if token.text.upper() == token.text and token.text.capitalize() in _POLITE:
        return True  # a notice in capitals speaks to its reader
    if token.text not in _POLITE:
        return False
    if token.index and scene.token(token.index - 1).text not in ".!?:":
        return True
    if token.text == "Ihnen":  # no subject: the verb's number says nothing about it
        return True
    following = scene.analysis.tokens[index + 1 : index + 3]
    singular = any(
        (item.morph.get("Number") == "Sing" and item.morph.get("VerbForm") == "Fin")
        or (item.tag in ("VVFIN", "VAFIN", "VMFIN") and item.text.endswith("t"))
        for item in following[:1]
    )
    return not singular and several_named(scene, index) is None


_ADDRESSING = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})
_NEAR = 40
"""Words around a *Sie* in which an address shows that the text speaks to its reader."""


def several_named(scene: Scene, index: int) -> int | None:
    """The people or things whom a *Sie* at the head of a sentence takes up: *Die Eltern warten.
    Sie müssen unterschreiben.*

    They are the subject of the sentence before, several, known (*die Eltern*, not *Eltern*), and
    nothing around addresses the reader; *ihre* in the same sentence speaks for them, too.
    """
    sentence = next((item for item in scene.analysis.sentences if item.tokens[0] == index), None)
    if sentence is None or not sentence.index or scene.token(index).text != "Sie":
        return None
    before = scene.analysis.sentences[sentence.index - 1]
    if before.kind is SentenceKind.HEADING:
        return None
    for number in before.clauses:
        clause = scene.analysis.clauses[number]
        subject = subject_of(clause)
        if subject is None or subject.pronoun or clause.mood is Mood.IMPERATIVE:
            continue
        noun = scene.token(subject.head)
        if noun.morph.get("Number") != "Plur":
            continue
        things = not is_person(noun) and _befalls_things(scene, sentence, index)
        if things or (is_person(noun) and _speaks_of_them(scene, sentence, subject)):
            return subject.head
    return None


def _befalls_things(scene: Scene, sentence: Sentence, index: int) -> bool:
    """*Die Unterlagen … Sie liegen im Büro, Sie werden gelöscht*: what no reader is or suffers."""
    words = function_words()
    for number in sentence.clauses:
        clause = scene.analysis.clauses[number]
        if index in clause.tokens:
            passive = clause.voice in (Voice.PASSIVE, Voice.STATE_PASSIVE)
            return clause.predicate in (words.done_to_things if passive else words.thing_verbs)
    return False


def _speaks_of_them(scene: Scene, sentence: Sentence, subject: Participant) -> bool:
    start, end = sentence.tokens
    own = [scene.token(at).text for at in range(start + 1, end)]
    if not _ADDRESSING.isdisjoint(own):
        return False
    if any(word.startswith("ihre") or word == "ihnen" for word in own):
        return True
    known = any(scene.token(at).text.lower() in ("die", "unsere") for at in subject.tokens[:1])
    return known and not _addressed_around(scene, sentence)


def _addressed_around(scene: Scene, sentence: Sentence) -> bool:
    """Whether a *Sie* or *Ihr* near by is surely the reader: none at the head of a sentence."""
    start, end = sentence.tokens
    first = {item.tokens[0] for item in scene.analysis.sentences}
    return any(
        scene.token(at).text in _ADDRESSING
        and at not in first
        and scene.token(at - 1).text not in ".!?:"
        for at in range(max(0, start - _NEAR), min(scene.size, end + _NEAR))
    )


def is_answer(scene: Scene, index: int) -> bool:
    """``Ja``, ``Nein``, ``Doch`` that answer: they open a sentence, and a comma or stop follows."""
    token = scene.token(index)
    if token.text not in ("Ja", "Nein", "Doch"):
        return False
    opens = index == 0 or scene.token(index - 1).text[-1:] in ".!?:"
    closes = index + 1 >= scene.size or scene.token(index + 1).text in (",", ".", "!", ":")
    return opens and closes


def addresses(scene: Scene, index: int) -> bool:
    """``Ihr`` for the reader is written with a capital; at the head of a sentence it may take up
    people named right before."""
    if not scene.token(index).text.startswith("Ihr"):
        return False
    sentence = next((item for item in scene.analysis.sentences if item.tokens[0] == index), None)
    owner = likely_antecedent(scene, index, owner="ihr") if sentence is not None else None
    if owner is None or sentence is None or not is_person(scene.token(owner)):
        return True
    return not scene.is_subject(owner) or _addressed_around(scene, sentence)
