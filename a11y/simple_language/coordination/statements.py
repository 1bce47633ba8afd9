"""Two main statements in one sentence, told apart by word order alone.

The parse loses a second main clause where a tag is wrong, an imperative opens, or clauses hang on
both sides. What surely is one shows in its letters: something German puts before a finite verb,
that verb in second place, a nominative that agrees with it, and more behind it. ``parted`` looks
at every comma, dash and joining word of a sentence for such an edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language import inflect
from a11y.language.analysis import Mood, Token
from a11y.simple_language.coordination import shared_auxiliary
from a11y.simple_language.coordination.joined import JOINTS, RANK, front_holds_for_both
from a11y.simple_language.coordination.main_runs import (
    FINITE,
    PRONOUNS,
    MainRun,
    main_run,
    may_be_finite,
)
from a11y.simple_language.coordination.named_again import said_again
from a11y.simple_language.coordination.shared_objects import both_infinitives, takes_object
from a11y.simple_language.grammar.fields import lacks_passive
from a11y.simple_language.grammar.subjects import fits
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, inner, word_set

_HANGS = word_set("KOUS KOUI PRELS PRELAT PWAV PWS PWAT KOKOM")
_QUOTES = ("“", "”", "«", "‘", ")")

TIED = re.compile(
    r"\b(?:nicht nur|sowohl|weder|entweder|zwar|je|desto|umso|teils|mal|bald|kaum|so dass|derart"
    r"|es sei|einerseits|wer|was|vorausgesetzt)\b",
    re.IGNORECASE,
)
"""Words that tie two statements together: parted, each would say less."""
_SAYING = word_set(
    "denken glauben sagen meinen finden hoffen wissen behaupten erklären berichten schreiben "
    "fragen antworten erzählen vermuten fürchten heißen wünschen bedeuten sprechen rufen betonen "
    "fordern versprechen"
)
SURE = word_set("sicher klar überzeugt gewiss schön gut froh schade")
"""*Ich bin sicher, er kommt*: what follows is what one is sure of."""
BE_IT = frozenset({"Sei", "Seien", "Mag", "Mögen", "Möge", "Ob"})
_CONNECTING = word_set(
    "dann da danach daraufhin darauf später zuerst zunächst schließlich nun jetzt deshalb daher "
    "darum deswegen trotzdem dennoch so dort hier dabei heute außerdem auch"
)
"""What may open the first statement without holding for the second one, too."""
_IFS = word_set("wenn falls sofern soweit solange bevor bis ob")
_REQUESTS = word_set(
    "bleib sei gib nimm lass mach komm geh sag hol bring hör sieh schau lies iss trink schreib "
    "frag ruf warte lern leg stell zieh steh dreh drück klick wähl füll"
)
"""Requests to one person that taggers take for other words."""
_WITHOUT_OBJECT = word_set(
    "sein werden bleiben liegen stehen sitzen wohnen leben arbeiten gelten bestehen handeln sorgen "
    "führen wachsen kämpfen warten reagieren enden beginnen anfangen aufhören verzichten reichen "
    "profitieren leiden sterben schlafen beitragen dienen helfen gehören dauern sprechen teilnehmen"
)


_WITH_INFINITIVE = word_set("lernen lehren gehen fahren kommen helfen lassen bleiben sehen hören")


def parted(view: View) -> Match | None:
    """The sentence in two at the first sure edge, or None."""
    closing = next((t for t in reversed(view.tokens) if t.text not in _QUOTES), view.tokens[-1])
    if closing.text not in (".", "!", ":") or TIED.search(view.text):
        return None
    for at, behind, joint in _edges(view):
        left = [t for t in view.tokens if t.index < at]
        right = [t for t in view.tokens if t.index >= behind]
        if len(right) > 1 and right[0].tag == "ADV" and right[1].tag == "KOUS":
            continue  # *…, auch wenn …, …*: put into a statement that goes on behind it
        said = _told(view, left, right, joint) if left and right else None
        if said is None or (not joint and (_be_it(left) or _only_reported(view, right))):
            continue
        stop = "!" if closing.text == "!" and _asks(left) else "."
        return Match(
            start=left[-1].span[1],
            end=right[0].span[1],
            found=joint or ",",
            replacement=f"{stop}\n{capital(said)}",
            safe=True,
        )
    return None


def _be_it(left: Sequence[Token]) -> bool:
    """*Sei der Schaden noch so klein, …*: whatever it is; *Sei pünktlich, …* is a request."""
    asks = len(left) > 1 and (left[1].tag == "ADJD" or left[1].text == "Sie")
    return left[0].text in BE_IT and not asks


def _only_reported(view: View, right: Sequence[Token]) -> bool:
    """*Er hat gesagt, er komme morgen*: what somebody said."""
    inside = {t.index for t in right}
    first = next((c for c in view.clauses if c.finite in inside), None)
    if first is None or first.finite is None or first.mood is not Mood.SUBJUNCTIVE:
        return False
    return not view.token(first.finite).text.lower().startswith(("möcht", "sollt"))


def _told(view: View, left: Sequence[Token], right: Sequence[Token], joint: str) -> str | None:
    """What stands at the start of the second sentence, its first word included; None where either
    part may not stand alone."""
    opening, word = JOINTS.get(joint, ""), inner(right[0])
    plain = f"{opening} {word}" if opening else right[0].text
    if left[-1].tag == "ADJA":
        return None  # *dieses kleine und sehr feine Haus*
    if len(left) > 1 and left[-2].text == "," and joint:
        return None  # *ist vertraulich, kostenlos und steht allen offen*: a list goes on
    if joint in ("und", "oder") and _phrase_behind_comma(left):
        return None  # *…, für Filme und Spiele gilt …*, *…, in denen Kinder Lesen und Rechnen …*
    if joint == "und" and len(left) == 1 and _cries(left[0]) and _asks(right):
        return plain  # *Geh und leg dich hin!*
    if _asks(left) and (joint != "oder" and joint != "sondern"):
        if any(t.tag in _HANGS or t.tag == "PTKZU" for t in left):
            return None
        if _asks(right):
            return plain
        second = main_run(view, right)
        conditional = not joint and right[0].text.lower() in ("so", "dann")
        return plain if second is not None and joint != "und" and not conditional else None
    if left[-1].tag == right[0].tag == "VVINF" and any(t.lemma in _WITH_INFINITIVE for t in left):
        return None  # *Sie lernte schwimmen und tauchen*: no verb of a second statement
    first = main_run(view, left, short=joint == "und")
    if first is None or lacks_passive(first.tokens):
        return None
    if both_infinitives(first.finite, left[-1], right[0]):
        return None
    if joint in ("und", "aber", "doch") and may_be_finite(right[0]):
        left_one = next((c for c in view.clauses if c.finite == first.finite.index), None)
        if left_one is not None and front_holds_for_both(view, left_one, right):
            return None
        who = _shared(view, first, right)
        named = said_again(view, who) if who else None
        return " ".join(filter(None, (opening, named, word))) if named else None
    second = main_run(view, right)
    if second is not None:
        return plain if _apart(first, second, joint) else None
    if joint in ("und", "aber") and (
        _shares_verb(first, right)
        or shared_auxiliary.shared(view, first.tokens, first.finite, first.who, right)
    ):
        named = said_again(view, first.who)
        parts = (opening, named, first.finite.text.lower(), word)
        return " ".join(filter(None, parts)) if named else None
    return None


def _phrase_behind_comma(left: Sequence[Token]) -> bool:
    """Whether the first part ends in words without a verb behind its last comma."""
    comma = max((i for i, t in enumerate(left) if t.text == ","), default=None)
    if comma is None:
        return False
    tail = left[comma + 1 :]
    return bool(tail) and not any(t.tag.startswith("V") for t in tail)


def _shares_verb(first: MainRun, right: Sequence[Token]) -> bool:
    """*Das Haus wurde 1990 gebaut und im Jahr 2010 renoviert*: subject and *wurde* are for both."""
    words = [t for t in right if any(c.isalnum() for c in t.text)]
    if shared_auxiliary.names_agent(first.tokens, first.finite):
        return False
    if shared_auxiliary.reaches_on([t for t in first.tokens if t not in first.who], words):
        return False
    if len(words) < 3 or any(t.text in (",", ":") for t in (*first.tokens, *right)):
        return False
    if any(t.tag in (*FINITE, *_HANGS, "VVINF", "VAINF", "PTKZU") for t in words):
        return False
    if words[0].text.lower() in ("der", "ein", "kein", "dieser", "ihr", "sein"):
        return False  # *Die Straße wird gesperrt und der Verkehr umgeleitet*: another subject
    if not any(t.tag in ("APPR", "APPRART", "CARD") for t in words[:-1]):
        return False
    if first.who[0] not in first.front and words[0].tag not in ("APPR", "APPRART", "CARD"):
        return False
    last, end = first.tokens[-1], words[-1]
    if first.finite.lemma == "werden" and first.finite.tag == "VAFIN":
        return last.tag == end.tag == "VVPP"
    if first.finite.lemma == "sein":
        quality = [t for t in first.tokens if t.index > first.finite.index and t.tag == "ADJD"]
        whole = last.tag == "ADJD" or "wie" in [t.text for t in first.tokens]
        return bool(quality) and whole and end.tag in ("ADJD", "VVPP")
    return False


def _asks(tokens: Sequence[Token]) -> bool:
    """*Geh zurück*, *bleib gesund*: the verb first, and nobody named."""
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    if len(words) < 2 or words[1].text in ("Sie", "wir"):
        return False
    return words[0].tag == "VVIMP" or words[0].text.lower() in _REQUESTS


def _cries(token: Token) -> bool:
    return token.tag == "VVIMP" or token.text.lower() in _REQUESTS


def _shared(view: View, first: MainRun, right: Sequence[Token]) -> tuple[Token, ...]:
    """The first part's subject, where a second verb can only be its own: *… und geht nach Hause*"""
    verb = right[0]
    colon = next((i for i, t in enumerate(right) if t.text == ":"), len(right))
    behind = [t for t in right[1:] if any(c.isalnum() for c in t.text)]
    near = [t for t in behind if t.index < right[0].index + colon]
    named = first.who[0].tag in PRONOUNS or len(first.who) <= 5
    verbs = sum(t.tag in FINITE for t in first.tokens)
    if (
        not named
        or RANK.fullmatch(first.who[-1].text)
        or verbs > 1  # a statement between may have another subject
        or first.who[0].text.lower() in ("es", "man", "wer", "das")
        or not fits(first.who, verb)
    ):
        return ()
    if behind and behind[0].tag == "PPER" and fits((behind[0],), verb) and behind[0].text != "es":
        return ()  # a question or a condition
    if first.finite.tag == "VMFIN" and (verb.tag.endswith("INF") or not behind):
        return ()  # *können dort leben und arbeiten*: an infinitive, not *Sie arbeiten*
    if first.who[0] not in first.front and any(
        t.text.lower() not in _CONNECTING and t.tag != "KON" for t in first.front
    ):
        return ()  # *Im Sommer öffnet das Bad um 8 und schließt um 20 Uhr*: both in summer
    if first.finite is first.tokens[-1] and takes_object(near):
        return ()  # *provoziert und ergänzt die andere*: both have it
    clause = next((c for c in view.clauses if c.finite == verb.index), None)
    deed = clause.predicate if clause is not None else verb.lemma
    needs = deed not in _WITHOUT_OBJECT and not inflect.takes_sein(deed)
    rest = [t for t in first.tokens if t.index > first.finite.index and t not in first.who]
    if needs and _has_object(rest) and not _has_object(behind):
        return ()
    if _open_clause(first) or any(t.tag in _HANGS and t.text.lower() in _IFS for t in first.tokens):
        return ()
    return first.who


def _has_object(tokens: Sequence[Token]) -> bool:
    """Whether something stands there that no preposition governs."""
    free = True
    for token in tokens:
        if token.tag in ("APPR", "APPRART"):
            free = False
        elif token.tag in ("NN", "NE", *PRONOUNS, "PRF"):
            if free:
                return True
            free = True
        elif token.text == ",":
            return True
    return False


def _edges(view: View) -> Iterator[tuple[int, int, str]]:
    """(token where the first part ends, token where the second begins, joining word) of each
    comma, dash and joining word outside of brackets and quotations."""
    depth = 0
    for token in view.tokens[:-1]:
        depth += token.text in ("„", "»", "(", "[", "‚") or 0
        depth -= token.text in ("“", "”", "«", ")", "]", "‘") or 0
        before, following = view.after(token, -1), view.after(token)
        if depth or before is None or following is None or before.text in ("{", "("):
            continue
        if token.text in (",", ";", "–"):
            joins = following.text.lower() in JOINTS and following.tag in ("KON", "KOUS")
            word = following.text.lower() if joins else ""
            yield token.index, following.index + bool(word), word
        elif token.tag == "KON" and token.text.lower() in JOINTS and before.text not in ",;–":
            yield token.index, following.index, token.text.lower()


def _apart(first: MainRun, second: MainRun, joint: str) -> bool:
    """Whether the two can be said one after the other without losing what ties them."""
    text = [t.text.lower() for t in second.tokens]
    if first.finite.lemma in _SAYING or (not joint and second.finite.lemma in _SAYING):
        return False
    if not joint and (first.tokens[-1].text in SURE or "es" in [t.text for t in first.tokens]):
        return False
    if not joint and text[0] in ("so", "dann") and len(first.tokens) < 4:
        return False
    if first.finite.lemma == second.finite.lemma == "werden" and (
        second.tokens[-1].tag == "VVPP"
        and not any(t.tag in ("VVPP", "VVINF", "ADJD") for t in first.tokens)
    ):
        return False  # *Der Norden wird A und der Süden wird B genannt*
    if first.finite.tag == "VMFIN" and second.finite.tag.endswith("INF"):
        return False  # *dürfen Läden betreten, Proben nehmen und Akten lesen*: all of it they may
    if first.finite is first.tokens[-1] or _holds_for_both(first, second, joint):
        return False
    if _open_clause(first) and not _main_after_clause(second, joint):
        return False
    return not any(t.tag in _HANGS and t.text.lower() in _IFS for t in first.tokens)


def _holds_for_both(first: MainRun, second: MainRun, joint: str) -> bool:
    """*Bei Regen fällt der Kurs aus und die Gebühr wird erstattet*: the rain is for both."""
    if first.who[0] in first.front or joint in ("aber", "denn", "doch"):
        return False
    if all(t.text.lower() in _CONNECTING or t.tag == "KON" for t in first.front):
        return False
    return second.who[0] in second.front and first.front[0].tag not in ("NN", "ART", *PRONOUNS)


def _open_clause(first: MainRun) -> bool:
    """Whether a clause hangs on the first statement right before the edge."""
    comma = max((i for i, t in enumerate(first.tokens) if t.text == ","), default=None)
    if comma is None or comma + 1 >= len(first.tokens):
        return False
    tail = first.tokens[comma + 1 :]
    return any(t.tag in (*_HANGS, "PTKZU", "VVIZU") for t in tail)


def _main_after_clause(second: MainRun, joint: str) -> bool:
    """Behind an open clause only what cannot go on with it: a pronoun, its verb, and more."""
    return second.who[0].tag == "PPER" and second.who[0] is second.front[0] and joint != "oder"
