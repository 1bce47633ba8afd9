"""One statement per sentence: what *und* joins becomes two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Mood, QuestionType, Role, Token, Voice
from a11y.simple_language.clauses.pairs import sentence_span
from a11y.simple_language.coordination import shared_werden, statements
from a11y.simple_language.coordination.joined import JOINTS, second
from a11y.simple_language.coordination.pronoun_edges import parted_at_pronoun
from a11y.simple_language.coordination.shared_modal import sharing_modal
from a11y.simple_language.coordination.shared_objects import (
    needs_nothing,
    opens_with_verb,
    share_coming_object,
    takes_object,
)
from a11y.simple_language.coordination.side_by_side import side_by_side, told_by_somebody
from a11y.simple_language.grammar.fields import lacks_passive, stands_alone
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.grammar.spoken_of import names_words
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.model import Level
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.chains import parted
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.semicolons import parted_at_semicolon
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, stop_at, text_of, word_set

_ENOUGH = {Level.LEICHT: 0, Level.EINFACH: 15}


@evaluates("coordinated-clauses")
def coordinated_clauses(view: View) -> Iterator[Match]:
    """*M und N* → two sentences; a shared subject is said again.

    Einfache Sprache leaves two short statements in one sentence, but for a semicolon.
    """
    if view.level is Level.EINFACH and not too_long(view, most=_ENOUGH):
        semicolon = parted_at_semicolon(view)
        yield from (semicolon,) if semicolon is not None else ()
        return
    if _LOOSE.search(view.text) or any(
        a.tag == "VVFIN" and b.tag == "PTKZU" for a, b in pairwise(view.tokens)
    ):
        return  # *rät, keine Taschen im Auto liegen zu lassen*: no statement of its own
    if _HE_OF_ALL.search(view.text) or told_by_somebody(view) or names_words(view):
        return
    if _SOMEBODYS.search(view.text):
        return
    said = _that_means(view)
    if said is not None:
        yield said
        return
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.verbs]
    if any(_hangs_on_a_noun(view, clause) for clause in mains[1:]):
        return
    if any(share_coming_object(left, right) for left, right in pairwise(mains)):
        return  # parted, the first would be done to nobody
    two = shared_werden.parted(view)
    if two is not None:
        start, end = sentence_span(view)
        yield Match(start=start, end=end, found="werden", replacement=two, safe=True)
        return
    found = list(_by_clauses(view))
    if any(m.safe for m in found):
        plain = None
    else:
        plain = statements.parted(view) or parted_at_pronoun(view)
    yield from found if plain is None else (plain,)


_LOOSE = re.compile(
    r"^So \w+ (?:ich|er|sie|es|wir|man|Sie|die|der|das)\b[^,]*, (?!(?:und|aber|oder|denn) )|"
    r"\b[Ee]ntweder\b|\b[Ee]s sei denn\b|\w (?<!auch )(?<!nur )(?<!erst )(?<!ohne )(?<!und )"
    r"(?<!oder )(?<!außer )(?<!sogar )(?<!selbst )(?<!vor allem )"
    r"(?:indem|weil|obwohl|sodass|sofern|falls|nachdem|bevor) "
)
"""*So sehr er sich mühte, …*; two ways to choose from; a clause that hangs on with no comma, whose
edge nobody can tell."""
_HE_OF_ALL = re.compile(
    r"^(?:Jede[rs]?|Keine[rs]?|Niemand|Kein)\b[^,;:]*,? (?:und|aber|denn) (?:er|sie|es)\b"
)
"""*Jeder Gast zahlt selbst, und er bekommt eine Karte*: whoever it is, no one guest."""
_SAID = (
    r"(?:sag|mein|erklär|berichte|betone|äußer|erzähl|erläuter|warn|klag|ergänz|versicher)t?e?n?"
    r"|schr[ei]+bt?|heißt|hieß"
)
_SOMEBODYS = re.compile(
    r"^(?:Laut|Nach (?:eigene[nr] )?(?:Ansicht|Meinung|Auffassung|Angaben?|Aussagen?|Einschätzung"
    r"|Darstellung|Überzeugung|Schätzung(?:en)?|Berichten)|Aus Sicht)\b|^\w[^,]* zufolge\b"
    r"|^Wie \w[^,]* (?:mitteil|bericht|sag|erklär|meld|schr[ei]+b)\w*,"
    r"|, (?:so (?:der|die|das|ein|eine|[A-ZÄÖÜ])"
    rf"|(?:{_SAID}) (?!Sie\b)\w)[^,:]*(?:[.]|, [a-z]\w+ )"
)
"""*Nach Meinung des Amtes ist A und B*, *A und B, so der Bürgermeister*: parted, one of the two
would be told as a fact."""
_MEANS = re.compile(r",\s+(?:das heißt|d\. ?h\.),?\s+(?=\w)")


def _that_means(view: View) -> Match | None:
    """*…, das heißt, der Betrag muss gezahlt werden* → *Das heißt: Der Betrag muss …*"""
    found = _MEANS.search(view.text)
    if found is None:
        return None
    before = [t for t in view.tokens if t.span[1] <= view.start + found.start()]
    tokens = [t for t in view.tokens if t.span[0] >= view.start + found.end()]
    if not before or not tokens:
        return None
    main = next((c for c in view.clauses if c.finite == _second(tokens)), None)
    first = next((c for c in view.clauses if c.kind is ClauseKind.MAIN), None)
    whole = (
        main is not None
        and main.kind is ClauseKind.MAIN
        and first is not None
        and first.finite is not None
        and first.finite < before[-1].index
        and stands_alone(view, main, tokens)
    )
    if not whole:
        return Match(start=view.start + found.start(), end=view.end, found="das heißt")
    said = sentence(text_of(tokens, inside=False))
    return Match(
        start=view.start + found.start(),
        end=view.end,
        found="das heißt",
        replacement=f".\nDas heißt: {said}",
        safe=True,
    )


def _hangs_on_a_noun(view: View, clause: Clause) -> bool:
    """*Zugewanderte, die Arbeit haben und Deutsch lernen wollen*: read as statements, but the
    sentence closes as a relative clause does."""
    head = view.token(min(clause.tokens))
    comma = view.after(head, -1)
    if head.text.lower() not in _RELATIVE or comma is None or comma.text != ",":
        return False
    words = [t for t in view.words if t.index > head.index]
    return (
        len(words) > 2
        and words[-1].tag in ("VMFIN", "VAFIN")
        and words[-2].tag in ("VVINF", "VVPP", "VAINF", "VMINF")
        and clause.finite is not None
        and clause.finite > head.index + 1
    )


_RELATIVE = word_set("der die das den dem")


def _second(tokens: Sequence[Token]) -> int:
    """The index of the first finite verb, or -1 where a conjunction or comma stands before it."""
    for token in tokens:
        if token.tag.endswith("FIN"):
            return token.index
        if token.text == "," or token.tag in ("KOUS", "KON"):
            return -1
    return -1


def _by_clauses(view: View) -> Iterator[Match]:
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.verbs]
    if any(mark in view.text for mark in ("„", "»", '"', "``", ", vorausgesetzt,")):
        return  # inside a quotation; what is supposed is a condition
    at_semicolon = parted_at_semicolon(view)
    if at_semicolon is not None:
        yield at_semicolon
        return
    if len(mains) > 2 and _is_series(mains):
        yield _series(view, mains)
        return
    hanging = [c for c in view.clauses if c.kind is not ClauseKind.MAIN]
    if len(mains) > 2 or (len(mains) == 2 and (hanging or not mains[1].link)):
        chain = parted(view, mains)
        if chain is not None:
            at, others = chain
            stop = stop_at(view.analysis.text[:at])
            yield Match(
                start=at, end=view.end, found="und", replacement=f"{stop}\n{others}", safe=True
            )
            return
    for left, right in pairwise(mains):
        if any(c.question is not QuestionType.NONE for c in (left, right)):
            continue
        if left is not mains[0] and opens_with_verb(left):
            continue  # its subject stands in the statement before
        head = view.token(min(right.tokens))
        comma = view.after(head, -1)
        joint = head
        if head.tag != "KON" and comma is not None and comma.tag == "KON":
            joint = comma
        if joint.tag != "KON" or joint.text.lower() not in JOINTS:
            behind = view.after(head)
            if behind is not None and behind.tag in ("KOUS", "PWAV"):
                continue  # *…, auch wenn …*: a clause put in, the statement goes on behind it
            said = side_by_side(view, mains, right, head, comma)
            if said is not None and comma is not None:
                yield Match(
                    start=comma.span[0], end=view.end, found=",", replacement=said, safe=True
                )
                return
            continue
        tokens = [t for t in view.tokens if t.index > joint.index]
        before = [t for t in view.tokens if t.index < joint.index]
        while before and before[-1].text in (",", ";", "-", "--", "–"):
            before.pop()
        if len(tokens) > 1 and tokens[0].tag == "ADJD" and tokens[1].tag == "KON":
            continue  # *freundlich und hilfsbereit und jeder …*: the first *und* joins words
        if _open_phrase(before) or before[-1].tag == "ADJA":
            continue  # *dieses kleine und sehr feine Haus*: one noun for both
        if _reported(view, right, before) or _half_passive(view, left, right):
            continue
        if before[-1].index == left.finite and any(t.text == "," for t in before):
            continue  # *Anna Meier, die Ärztin ist und …*: a relative clause, whatever its tags
        if before[-1].index == left.finite and takes_object(tokens):
            continue  # *Eine Gewalt provoziert und ergänzt die andere*: both have it
        if len(before) > 1 and before[-2].text == "," and before[-1].tag == "ADJD":
            continue  # *war einfach, direkt und funktionierte*
        if not tokens or not before or _inside_other(view, left, joint):
            continue
        lent = " werden" if lacks_passive(before) and _ends_in_passive(tokens) else ""
        if not (_complete(view, left, before) or (lent and _has_subject(view, left, before))):
            continue
        if tokens[0].text == "/":
            continue
        start = view.token(before[-1].index).span[1]
        opening = JOINTS[joint.text.lower()]
        said = second(view, left, right, tokens, opening)
        if said is None:
            yield Match(start=joint.span[0], end=joint.span[1], found=joint.text)
            continue
        told_again = len([t for t in tokens if t.text[:1].isalpha()]) == 1
        yield Match(
            start=start,
            end=view.end,
            found=joint.text,
            replacement=f"{lent}{stop_at(view.analysis.text[:start])}\n{said}",
            safe=not told_again
            or (tokens[0].index == right.finite and needs_nothing(right.predicate)),
        )
        return


def _ends_in_passive(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    return len(words) > 1 and words[-1].text == "werden" and words[-2].tag == "VVPP"


def _open_phrase(before: Sequence[Token]) -> bool:
    """*…, auf der Name und Anschrift stehen*: behind the comma a clause begins without its verb."""
    comma = max((i for i, t in enumerate(before) if t.text == ","), default=None)
    tail = before[comma + 1 :] if comma is not None else []
    return bool(tail) and tail[0].tag == "APPR" and not any(t.tag.startswith("V") for t in tail)


_REPORTING = word_set("sei seien solle könne müsse dürfe wolle habe werde möge")


def _reported(view: View, right: Clause, before: Sequence[Token]) -> bool:
    """*sagte, man solle kommen und es wären noch Plätze frei*: both are what somebody said."""
    return (
        right.finite is not None
        and view.token(right.finite).morph.get("Mood") == "Sub"
        and any(
            t.text.lower() in _REPORTING or (t.tag == "VVFIN" and t.morph.get("Mood") == "Sub")
            for t in before
        )
    )


def _half_passive(view: View, left: Clause, right: Clause) -> bool:
    """*Der Norden wird A und der Süden wird B genannt*: both lean on the last participle."""
    if left.finite is None or right.finite is None or left.predicate != "werden":
        return False
    same = view.token(left.finite).lemma == view.token(right.finite).lemma == "werden"
    return same and right.voice is not Voice.ACTIVE


def _is_series(mains: Sequence[Clause]) -> bool:
    """*Sie können A tun, B tun und C tun*: all share the first one's modal."""
    return bool(mains[0].modal) and all(
        c.modal == mains[0].modal and (c.finite is None or c.finite not in c.tokens)
        for c in mains[1:]
    )


def _series(view: View, mains: Sequence[Clause]) -> Match:
    first = mains[0]
    own = [view.token(i) for i in first.tokens if view.token(i).text != ","]
    several = sum(t.tag == "VVINF" for t in own) > 1  # *sich aufwärmen, duschen, …*: more than one
    said: list[str | None] = [None] if several else []
    for clause in mains[1:]:
        body = [view.token(i) for i in clause.tokens]
        while body and (body[0].tag == "KON" or body[0].text == ","):
            body.pop(0)
        while body and body[-1].text in ".!,":
            body.pop()
        text = sharing_modal(view, first, clause, body, "") if body else None
        said.append(text)
    start = own[-1].span[1]
    if any(text is None for text in said) or not stands_alone(view, first, own):
        return Match(start=start, end=view.end, found="und")
    return Match(
        start=start,
        end=view.end,
        found="und",
        replacement=".\n" + "\n".join(text for text in said if text),
        safe=True,
    )


def _complete(view: View, left: Clause, before: Sequence[Token]) -> bool:
    """The first clause can stand alone: it has all its verbs, and it opens no condition."""
    if not stands_alone(view, left, before) or not _has_subject(view, left, before):
        return False
    for token in before[:-1]:
        following = view.after(token)
        if token.tag in ("VVINF", "VVPP") and following is not None and following.text == ",":
            return False  # *A tun, B tun und C tun*: the first part holds two statements itself
    first = next((t for t in before if any(c.isalnum() for c in t.text)), before[0])
    if first.index == left.finite:
        following = view.after(first)
        return following is not None and following.text == "Sie" and not first.tag.startswith("VM")
    return True


def _has_subject(view: View, clause: Clause, tokens: Sequence[Token]) -> bool:
    """*Dort berät und unterstützt das Amt*: a subject behind the joint belongs to both verbs."""
    inside = {t.index for t in tokens}
    if clause.mood is Mood.IMPERATIVE:
        return True
    who = subject_tokens(view, clause)
    if who:
        return all(t.index in inside for t in who)
    claimed = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    return claimed is not None and set(claimed.tokens) <= inside


def _inside_other(view: View, left: Clause, joint: Token) -> bool:
    """The joint stands inside a clause that hangs on the first one: its reach is not certain."""
    hanging = [c for c in view.clauses if c.parent == left.index and c.kind is not ClauseKind.MAIN]
    return any(c.tokens and max(c.tokens) > joint.index for c in hanging) or any(
        c.tokens and min(left.tokens) < min(c.tokens) < joint.index and c.link != ""
        for c in hanging
    )
