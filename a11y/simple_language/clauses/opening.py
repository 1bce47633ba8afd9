"""A main clause with another word in front: *Dann müssen Sie …*, *Deshalb gilt es …*."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, Token
from a11y.language.clauses import frames
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.subjects import fits, subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_second import BOTH_CASES
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set


def opened(view: View, tokens: Sequence[Token], clause: Clause, opening: str) -> str | None:
    """A main clause with ``opening`` in front of its finite verb: *Dann müssen Sie …*.

    Certain only where the verb already comes first, where *dann*/*so* stands before it, or where
    nothing but the subject does.
    """
    position = next((i for i, t in enumerate(tokens) if t.index == clause.finite), None)
    if position is None:
        return None
    before, finite, after = tokens[:position], tokens[position], tokens[position + 1 :]
    if opening == "Dann":
        after = tuple(t for t in after if t.text != "dann")  # said once
    words = [token.text.lower() for token in before]
    if not before or words in (["dann"], ["so"], ["da"]):
        return f"{opening} {text_of((finite, *after))}"
    if words == ["es"] and clause.predicate in _COMING and after and after[0].tag in _PHRASE:
        return f"{opening} {text_of((finite, *after))}"  # *Es droht eine Strafe*: no subject
    if words == ["bitte"] and after and after[0].text == "Sie":
        short = next((i for i, t in enumerate(after) if t.tag not in ("PPER", "PRF")), len(after))
        lead = text_of((finite, *after[:short]))
        return f"{opening} {lead} bitte {text_of(after[short:], inside=False)}"
    who = subject_tokens(view, clause)
    if len(words) == 1 and words[0] in _THEREFORE | _FOR_IT and who and after[: len(who)] == who:
        # *Deshalb brauchen Sie …, wenn …* → *Dann brauchen Sie deshalb …*
        if words[0] in _FOR_IT and who[0].tag != "PPER":
            rest = text_of(after[len(who) :], inside=False)  # *Dann ist dafür eine Erlaubnis nötig*
            return f"{opening} {finite.text} {words[0]} {text_of(who)} {rest}"
        later = len(who) + sum(t.tag == "PRF" for t in after[len(who) : len(who) + 1])
        lead = text_of((finite, *after[:later]), inside=False)
        return f"{opening} {lead} {words[0]} {text_of(after[later:], inside=False)}"
    if who and tuple(after[: len(who)]) == tuple(who) and _may_go_behind(before):
        # *Mit dem Ausweis können Sie …, wenn …* → *Dann können Sie mit dem Ausweis …*
        later = len(who)
        while later < len(after) and after[later].tag in ("PRF", "PPER"):
            later += 1
        lead = text_of((finite, *after[:later]), inside=False)
        behind = text_of(after[later:], inside=False)
        return " ".join(f"{opening} {lead} {text_of(before)} {behind}".split())
    if not who or [t.index for t in before] != [t.index for t in who]:
        return None
    if before[0].text == "Sie" and verb_numbers(finite) == {"Sing"}:
        return f"{opening} {finite.text} sie {text_of(after, inside=False)}"  # *Sie wird erteilt*
    if [t.text for t in before] == ["Sie"] and clause.predicate in _NOBODY:
        return None  # *Sie führen zu hohen Kosten*: not the reader
    if _another_subject(view, after, clause):
        return None
    short = 0
    if before[0].tag not in ("PPER", "PIS", "PDS"):
        short = len(after)
        for i, token in enumerate(after):
            if token.tag not in ("PPER", "PRF") or token.text.lower() in BOTH_CASES:
                short = i
                break
    parts = (text_of(after[:short]), text_of(before), text_of(after[short:], inside=False))
    return " ".join((opening, finite.text, *(part for part in parts if part)))


def _another_subject(view: View, after: Sequence[Token], clause: Clause) -> bool:
    """*Das Kind darf der Vater abholen*: behind the verb stands what can be nothing but subject."""
    phrase = nominal.phrase_at(view, after[0].index) if after else None
    if phrase is None or phrase.noun not in after or clause.predicate in _LINKING:
        return False
    cases = {case for case, _, _ in nominal.readings(phrase)}
    if "Nom" in cases and cases <= {"Nom", "Gen"}:
        return True  # no noun's genitive follows a verb
    # *Katzen dürfen Mieter halten*: the person behind the verb rather acts, nothing shows it
    front = subject_tokens(view, clause)
    thing = next((t for t in front if t.tag == "NN"), None)
    acts = frames.animacy_of_noun(phrase.noun.lemma) is frames.Animacy.PERSON
    return (
        thing is not None
        and acts
        and "Nom" in cases
        and frames.animacy_of_noun(thing.lemma) is frames.Animacy.THING
        and not frames.takes(clause.predicate, "thing_subject")
        and "Acc" in {case for case, _, _ in nominal.noun_readings(thing.text)}
        and fits(phrase.tokens, view.token(clause.finite or 0))
    )


_LINKING = frozenset({"sein", "werden", "bleiben", "heißen", ""})
_PHRASE = word_set("ART PPOSAT PDAT ADJA NN NE CARD APPR APPRART KOKOM KON TRUNC PPER")


def _may_go_behind(front: Sequence[Token]) -> bool:
    """Whether what stands before the verb may stand behind the subject as it is: one phrase or
    pair that narrows nothing, with no pronoun of its own to be an object."""
    if any(t.tag not in _PHRASE or t.text.lower().startswith("kein") for t in front):
        return False
    if front[0].tag in ("KON", "PPER") or not any(t.tag in ("NN", "NE") for t in front):
        return False
    return front[0].tag in ("APPR", "APPRART", "KOKOM") or not any(
        t.tag in ("PPER", "KOKOM") for t in front
    )


_NOBODY = frozenset(
    {
        "führen",
        "entstehen",
        "bestehen",
        "enthalten",
        "verursachen",
        "dienen",
        "stammen",
        "auftreten",
    }
)
"""What things do: *Sie* at a sentence's start may be the polite form or not."""
_COMING = frozenset(
    {"drohen", "gelten", "entstehen", "fehlen", "folgen", "bestehen", "anfallen", "erfolgen"}
)
"""Verbs before which *es* only holds the place of what follows."""
_THEREFORE = frozenset({"deshalb", "daher", "darum", "deswegen", "trotzdem", "dennoch", "außerdem"})
_FOR_IT = frozenset({"dafür", "dazu", "hierfür", "hierzu"})
