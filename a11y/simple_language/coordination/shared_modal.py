"""Two deeds under one modal verb: the second as a sentence, subject and modal said again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import inflect
from a11y.language.analysis import Clause, Role, Token
from a11y.language.clauses import frames
from a11y.simple_language.coordination.named_again import speaks_of_others
from a11y.simple_language.coordination.shared_objects import never_takes_object, shares_object
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.acting_nouns import can_act, may_act
from a11y.simple_language.grammar.subjects import fits, in_place, subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


def holds_phrase(clause: Clause, who: Sequence[Token]) -> bool:
    """*Dort kann Ihr Kind mit anderen spielen*: behind the verb the phrase may be the verb's."""
    behind = clause.finite is not None and who[0].index > clause.finite
    return behind and any(t.tag in ("APPR", "APPRART") for t in who)


def _shares_werden(view: View, left: Clause, body: Sequence[Token]) -> bool:
    """*kann erlassen oder in Raten gezahlt werden*: *erlassen* is a participle, *werden* its own
    too."""
    if [t.tag for t in body[-2:]] != ["VVPP", "VAINF"] or body[-1].text != "werden":
        return False
    verb = next((t for i in left.verbs if i != left.finite for t in (view.token(i),)), None)
    return verb is not None and verbal.participle(left.predicate) == verb.text


def _may_be_who(view: View, left: Clause, shared: Sequence[Token], body: Sequence[Token]) -> bool:
    """*Er wollte schlafen und sie lesen*, *… bleiben und seine Frau gehen*: beside a verb that
    stands alone, what opens the second part may be who else does something."""
    own = {t.index for t in shared}
    beside = [i for i in left.tokens if i not in own and i != left.finite and i not in left.verbs]
    if any(view.token(i).tag in ("NN", "NE", "PPER", "PRF", "PIS") for i in beside):
        return False
    assert left.finite is not None
    finite = view.token(left.finite)
    if body[0].tag == "PPER":
        return body[0].text.lower() in ("sie", "es") and len(body) > 1
    phrase = nominal.phrase_at(view, body[0].index)
    if phrase is None or phrase.article is None or not fits(phrase.tokens, finite):
        return False
    return can_act(phrase.noun.text) or may_act(phrase.noun.text)


def sharing_modal(
    view: View, left: Clause, right: Clause, body: Sequence[Token], opening: str
) -> str | None:
    """*Sie müssen A ausfüllen und B mitbringen*: subject and modal are said again."""
    shared = subject_tokens(view, left)
    if not in_place(view, left, shared) or shared[0].text.lower() == "wer":
        return None
    if left.finite is None or not left.modal or right.modal != left.modal:
        return None
    if speaks_of_others(view, shared, forbids=True):
        return None
    if _shares_werden(view, left, body) or holds_phrase(left, shared):
        return None
    if _has_own_subject(view, right, shared, body) or _may_be_who(view, left, shared, body):
        return None
    if opening == "Oder" and left.negations:
        return None  # *darf A nicht leeren oder B liegen lassen*: neither of the two
    if _denies_both(view, left, right, shared, body):
        return None
    if len(body) == 1 and body[0].tag == "VVINF":
        return _sharing_all(view, left, shared, body[0], opening)
    if shares_object(left, right):
        return None
    acts_on = any(p.role is Role.DIRECT_OBJECT for p in right.participants)
    if (
        (len(right.tokens) < 3 and not acts_on)
        or len(left.verbs) < 2
        or body[-1].index not in right.verbs
    ):
        return None  # an object that both share would be lost
    if not any(t.tag in ("NN", "NE", "PPER", "PRF") for t in body):
        return None
    joint = view.after(body[0], -1)
    before = view.after(joint, -1) if joint is not None else None
    if body[0].tag == "ADJA" or (before is not None and before.tag == "ADJA"):
        return None  # *ein eigenes kulturelles und soziales Modell verfolgen*
    finite = view.token(left.finite).text.lower()
    front = _holds_for_all(view, left, shared)
    if front is None or _narrows_both(view, left, shared, body):
        return None
    if front:  # *Mit der Karte können Sie lesen oder Kaffee trinken*: both with the card
        if opening:
            return sentence(opening, text_of(shared), finite, text_of(front), text_of(body))
        return sentence(text_of(front, inside=False), finite, text_of(shared), text_of(body))
    return sentence(opening, text_of(shared), finite, text_of(body))


def _holds_for_all(view: View, left: Clause, shared: Sequence[Token]) -> tuple[Token, ...] | None:
    """The phrase that opens the first statement before its verb, where the subject follows; None
    where something stands there that cannot be said again."""
    front = [view.token(i) for i in left.tokens if left.finite is not None and i < left.finite]
    while front and front[0].tag == "KON":
        front.pop(0)
    if not front or shared[0] in front:
        return () if front[: len(shared)] == list(shared[: len(front)]) else None
    things = [p for p in left.participants if p.role is Role.DIRECT_OBJECT]
    if any({t.index for t in front} <= set(p.tokens) for p in things):
        return ()  # *Den Antrag können Sie stellen und die Gebühr zahlen*: the first deed's own
    opens = front[0].tag in ("APPR", "APPRART") or front[0].text.lower() == "als"
    if not opens and (len(front) > 1 or front[0].tag not in ("ADV", "PAV", "PROAV")):
        return None
    if front[0].text.lower() in ("zuerst", "zunächst", "nur"):
        return None
    return None if any(not any(c.isalnum() for c in t.text) for t in front) else tuple(front)


_DENYING = word_set(
    "nicht nie niemals nirgends kaum selten kein keine keinen keiner keinem keines nichts niemand "
    "niemanden niemandem weder ohne"
)


_CONTRASTS = ("sondern", "aber", "doch", "jedoch", "denn")


def _denies_both(
    view: View, left: Clause, right: Clause, shared: Sequence[Token], body: Sequence[Token]
) -> bool:
    """*dürfen A nicht betreten und B machen*: neither of the two, which a second sentence without
    *nicht* would turn round. A denial in the subject or the front is said again with it."""
    joint = view.after(body[0], -1)
    if left.finite is None or (joint is not None and joint.text.lower() in _CONTRASTS):
        return False
    own = {t.index for t in shared}
    denied = [i for i in left.tokens if i > left.finite and i not in own]
    if not any(i in left.negations or view.token(i).text.lower() in _DENYING for i in denied):
        return False
    again = [*(view.token(i) for i in right.negations), *body]
    return len(body) > 1 and not any(t.text.lower() in _DENYING - {"ohne"} for t in again)


_LIMITS = word_set(
    "nur höchstens mindestens spätestens frühestens erst maximal lediglich ausschließlich allein"
)


_LIGHT = word_set("bitte auch dann danach außerdem zudem aber jedoch")
"""Adverbs that the second statement does not need."""


_MODIFIES = frozenset(
    {"ADV", "ADJD", "PAV", "PROAV", "APPR", "APPRART", "APZR", "KOKOM", "PTKA", "PWAV"}
)


def _narrows_both(view: View, left: Clause, shared: Sequence[Token], body: Sequence[Token]) -> bool:
    """*dürfen mit Genehmigung A fällen und B schneiden*: what stands before the first object is
    said of both deeds, and the second sentence would promise too much without it."""
    own = {t.index for t in shared}
    middle = [view.token(i) for i in left.tokens if i not in own and i != left.finite]
    said = {t.text.lower() for t in body}
    if any(t.text.lower() in _LIMITS - said for t in middle):
        return True
    behind = [t for t in middle if left.finite is not None and t.index > left.finite]
    near = [(a.text.lower(), b.text) for a, b in pairwise(behind)]
    if any(a in ("jeden", "jede", "jedes") and b in _TIMES for a, b in near):
        return True  # *jeden Tag die Straße fegen und den Müll wegbringen*
    things = [p for p in left.participants if p.role is Role.DIRECT_OBJECT and p.tokens]
    if not things or any(a in _BINDING and b in _LEAVE for a, b in near):
        return binds(behind, body)
    first = min(min(p.tokens) for p in things)
    return any(
        t.index < first and t.tag in _MODIFIES and t.text.lower() not in _LIGHT for t in behind
    )


_TIMES = word_set(
    "Tag Woche Monat Jahr Morgen Mittag Abend Nacht Montag Dienstag Mittwoch Donnerstag Freitag "
    "Samstag Sonntag Frühjahr Frühling Sommer Herbst Winter Stunde Mal"
)


_LEAVE = word_set(
    "Genehmigung Erlaubnis Zustimmung Einwilligung Einverständnis Antrag Anfrage Wunsch Verlangen "
    "Bedarf"
)
"""*mit Genehmigung* binds behind the object, too; *mit Tinte ausfüllen* does not."""


_BINDING = ("ohne", "mit", "bei", "auf")


def binds(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """*bei Bedarf*, *ohne Genehmigung*: on what the first deed depends, and perhaps the second,
    where that has nothing of the kind itself."""
    for at, token in enumerate(first[:-1]):
        follows = first[at + 1]
        bare = token.text.lower() in _BINDING and follows.tag in ("NN", "ADJA")
        if token.tag == "APPR" and (bare or token.text.lower() == "ohne"):
            return not any(t.tag == "APPR" and t.text.lower() in _BINDING for t in second)
    return False


def _joins_unlike(view: View, token: Token) -> bool:
    """An *und* that is not between two of a kind, as in *ohne zeitliche oder örtliche Grenze*."""
    sides = (view.after(token, -1), view.after(token))
    return token.tag == "KON" and len({side.tag for side in sides if side is not None}) != 1


_ACTING = word_set("er ich wir du man jeder jede keiner niemand jemand einer")


def _has_own_subject(
    view: View, right: Clause, shared: Sequence[Token], body: Sequence[Token]
) -> bool:
    """*müssen Fußgänger wechseln und Radfahrer absteigen*: others do the second thing."""
    opens = next((t for t in body if t.tag not in ("ADV", "ADJD", "PAV", "PROAV")), body[0])
    if opens.tag in ("PPER", "PIS") and opens.text.lower() in _ACTING:
        return True
    follows = view.after(opens)
    if opens.tag == "PPER" and follows is not None and nominal.phrase_at(view, follows.index):
        return opens.text.lower() in ("sie", "es", "ihr")  # *und Sie Kaffee trinken*
    phrase = nominal.phrase_at(view, opens.index)
    if phrase is None or phrase.tokens[-1] not in body:
        return False
    cases = _cases(phrase)
    if "Nom" not in cases:
        return False
    known = bool(nominal.readings(phrase))
    if known and cases == {"Nom"}:
        return True  # *und der Mieter den Schaden melden*
    if _object_follows(view, right, phrase, body):
        return True  # *und die Kasse die Kosten zahlen*
    if shared[0].tag == "PPER":
        return False
    return known and (
        inflect.takes_sein(right.predicate)
        or ("Dat" not in cases and never_takes_object(right.predicate))
    )


def _cases(phrase: nominal.Phrase) -> set[str]:
    """The cases of a phrase that no other noun governs; of an unknown noun by its determiner."""
    found = nominal.readings(phrase)
    if not found and phrase.article is not None:
        found = nominal.determiner_readings(phrase.article.text)
    return {r[0] for r in found} - {"Gen"} if found else {"Nom", "Dat", "Acc"}


def _object_follows(
    view: View, right: Clause, phrase: nominal.Phrase, body: Sequence[Token]
) -> bool:
    """Whether a second noun phrase follows directly, so that the first one can only be who acts."""
    follows = view.after(phrase.noun)
    if follows is None or follows not in body:
        return False
    if follows.tag in ("PPER", "PRF", "PIS", "PDS"):
        return True
    counts = any(a.tag == "CARD" for a in phrase.adjectives)
    if counts and follows.tag == "NN":
        return False  # *zwei Liter Wasser*
    second = nominal.phrase_at(view, follows.index)
    if second is None:
        return False
    cases = _cases(second)
    gives = frames.takes(right.predicate, "ditransitive")
    named = second.article is None and not second.adjectives and not nominal.readings(second)
    attribute = "Gen" in {r[0] for r in nominal.readings(second)} and "Acc" not in cases
    if named:
        return follows.tag == "NE"
    return "Acc" in cases or ("Dat" in cases and not gives and not attribute)


def _sharing_all(
    view: View, left: Clause, shared: Sequence[Token], verb: Token, opening: str
) -> str | None:
    """*Sie müssen den Antrag ausfüllen und unterschreiben*: what both verbs have is said again."""
    assert left.finite is not None
    own = {t.index for t in shared} | set(left.verbs)
    middle = [view.token(i) for i in left.tokens if i > left.finite and i not in own]
    denied = any(view.token(i).text.lower() != "ohne" for i in left.negations)
    if denied or any(t.tag == "PRF" or t.text == "," or _joins_unlike(view, t) for t in middle):
        return None
    transitive = any(p.role is Role.DIRECT_OBJECT for p in left.participants)
    if transitive and inflect.takes_sein(verb.text):
        return None
    finite = view.token(left.finite).text.lower()
    rest = text_of(middle, inside=False)
    front = [view.token(i) for i in left.tokens if i < left.finite]
    while front and front[0].tag == "KON":
        front.pop(0)
    if front and shared[0] not in front:  # *Diese Papiere müssen Sie ausfüllen*
        return sentence(opening, text_of(front), finite, text_of(shared), rest, verb.text)
    return sentence(opening, text_of(shared), finite, rest, verb.text)
