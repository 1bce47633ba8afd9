"""Two passives that share modal and *werden* (*kann A eingelöst, aber nicht B verkauft werden*)."""

from __future__ import annotations

from a11y.language.analysis import ClauseKind, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_JOINTS = {"oder": "Oder", "aber": "Aber", "jedoch": "Aber"}
_REACHING = word_set(
    "nicht nie niemals kein keine keiner keinen keinem nur erst weder entweder sowohl"
)
"""Words of the first half that may hold for the second one, too."""


def parted(view: View) -> str | None:
    """*S kann A bewilligt oder B verlängert werden.* → *S kann A bewilligt werden. Oder S kann B
    verlängert werden.*

    The subject opens the sentence and the second half has words of its own, none of which could be
    another subject; None for every other build.
    """
    words = [t for t in view.tokens if t.text not in (".", "!")]
    finites = [t for t in words if t.tag.endswith("FIN")]
    if len(finites) != 1 or not finites[0].tag.startswith("VM") or words[-1].text != "werden":
        return None
    finite = finites[0]
    main = next((c for c in view.clauses if c.kind is ClauseKind.MAIN), None)
    who = subject_tokens(view, main) if main is not None and main.finite == finite.index else ()
    if any(t.text.lower() in _REACHING for t in who):
        return None
    if not who or [t.index for t in who] != [t.index for t in words if t.index < finite.index]:
        return None
    done = [i for i, t in enumerate(words) if t.tag == "VVPP"]
    if len(done) != 2 or done[1] != len(words) - 2:
        return None
    at = done[0] + 1
    comma = words[at].text == ","
    joint = words[at + comma]
    if joint.text.lower() not in _JOINTS or comma != (joint.text.lower() != "oder"):
        return None
    if joint.text.lower() == "oder" and finite.lemma not in ("können", "dürfen"):
        return None  # *muss abgeholt oder gelagert werden*: one of the two, no two duties
    first = words[len(who) + 1 : at]
    second = words[at + comma + 1 : -1]
    if any(t.text.lower() in _REACHING for t in first) or len(second) < 3:
        return None
    if any(t.text == "," or t.tag in ("KON", "PPER", "PRF") for t in (*first, *second)):
        return None
    if _may_be_subject(view, first) or _may_be_subject(view, second):
        return None
    opening, verb, end = text_of(who), finite.text, words[-1].text
    return "\n".join(
        (
            sentence(opening, verb, text_of(first), end),
            sentence(_JOINTS[joint.text.lower()], opening, verb, text_of(second), end),
        )
    )


def _may_be_subject(view: View, words: list[Token]) -> bool:
    """A noun with no preposition before it: the second half would have a subject of its own."""
    for token in words:
        if token.tag not in ("NN", "NE"):
            continue
        phrase = nominal.ending_in(view, token)
        before = view.after(phrase.first if phrase is not None else token, -1)
        if before is None or before.tag not in ("APPR", "APPRART"):
            return True
    return False
