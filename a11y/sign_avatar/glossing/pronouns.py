"""Pronouns: pointing at the signer, the viewer, or the place of who they stand for.

SIGN-HUB Lexicon 3.7.2; Pragmatics 2.2.1.
"""

from __future__ import annotations

from a11y.language.analysis import Token
from a11y.sign_avatar.glossing.scene import Draft, Scene
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
    if low in _FIRST:
        scene.fire("REF-FIRST")
        if low in ("wir", "uns"):
            return [Draft(sign=scene.lexis.we(), tokens=(index,))]
        return [Draft(sign=scene.lexis.index(Locus.SIGNER), tokens=(index,))]
    if low in ("du", "dich", "dir", "ihr", "euch") or is_address(scene, index):
        scene.fire("REF-SIE")
        return [Draft(sign=scene.lexis.index(Locus.ADDRESSEE), tokens=(index,))]
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
    return [Draft(sign=scene.lexis.index(locus or scene.locus(key)), tokens=(index,))]


_SELF = {"mich": "ich", "mir": "ich", "uns": "wir", "dich": "du", "dir": "du", "euch": "ihr"}


def _of_same_person(scene: Scene, index: int) -> bool:
    """The *mich* of *Wo muss ich mich melden?*: the subject itself, in the verb's sign already."""
    subject = _SELF.get(scene.token(index).text.lower())
    if subject is None:
        return False
    return any(scene.token(at).text.lower() == subject for at in scene.clause_tokens(index))


def likely_antecedent(scene: Scene, index: int) -> int | None:
    """The noun a pronoun stands for, where gender and number leave only one before it.

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
    main = scene.governing_subject(index)
    if main is not None and scene.token(main).morph.get("Number") == number:
        return main
    own = scene.clause_tokens(index)
    start = scene.previous_start(index)
    found: dict[str, int] = {}
    for at in range(index - 1, start - 1, -1):
        noun = scene.token(at)
        if noun.pos != "NOUN" or at in own:
            continue
        fits = noun.morph.get("Number") == number and (
            number == "Plur" or gender is None or noun.morph.get("Gender") == gender
        )
        if fits:
            found.setdefault(noun.lemma, at)
    if len(found) > 1:
        found = {lemma: at for lemma, at in found.items() if scene.is_subject(at)}
    return next(iter(found.values())) if len(found) == 1 else None


def is_address(scene: Scene, index: int) -> bool:
    """Whether ``Sie``/``Ihnen`` means the reader.

    Inside a sentence the capital decides. At its start a plural verb and no plural noun before it
    speak for the reader, as notices address whoever reads them.
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
    return not singular


def is_answer(scene: Scene, index: int) -> bool:
    """``Ja`` and ``Nein`` that answer: they open the sentence, and a comma or stop follows."""
    token = scene.token(index)
    if token.text not in ("Ja", "Nein"):
        return False
    opens = index == 0 or scene.token(index - 1).text[-1:] in ".!?:"
    closes = index + 1 >= scene.size or scene.token(index + 1).text in (",", ".", "!", ":")
    return opens and closes


def addresses(token: Token) -> bool:
    """``Ihr`` for the reader is written with a capital."""
    return token.text[:1].isupper()
