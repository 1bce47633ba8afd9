"""What *und*, *oder*, *sowie* join: questions to the words on both sides of it.

words: of the whole sentence; top: the clause that is open; index: of the conjunction; end: where
the stretch behind it ends. Nothing here changes a clause.
"""

from __future__ import annotations

from itertools import pairwise

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses.draft import Draft, is_nonfinite, is_zu_infinitive
from a11y.language.word import Word

HELPERS = ("VAINF", "VAPP")


def share_helpers(drafts: list[Draft]) -> None:
    """*muss A ausgefüllt und B abgegeben werden*: *werden* is counted to the first, which the
    second shares its verbs with."""
    for draft in drafts:
        source = draft.shared_from
        if source is None or draft.finite is not None:
            continue
        verbs = [w for w in draft.words if w.tag[:1] == "V"]
        late = [w for w in verbs if w.tag in HELPERS]
        full = [w for w in source.words if w.tag == "VVPP"]
        has = any(w.tag in HELPERS for w in source.words)
        if late and full and not has and verbs[0].tag == "VVPP":
            draft.words = [w for w in draft.words if w not in late]
            source.words = [*source.words, *late]


def shares_coming_finite(words: list[Word], index: int, end: int) -> bool:
    """*… leben und arbeiten können*: both infinitives wait for the same finite verb."""
    before = words[index - 1]
    after = [w for w in words[index + 1 : end] if is_nonfinite(w) and w.tag != "PTKVZ"]
    return is_nonfinite(before) and bool(after) and before.tag[2:] == after[0].tag[2:]


def parallel(words: list[Word], top: Draft, index: int, end: int) -> bool:
    """Both sides of *und* have their own infinitive or participle."""
    if top.finite is not None and top.verb_final:
        return False
    if _to_be_done(words, top, index, end):
        return True
    before = [w for w in top.words if is_nonfinite(w) and w.tag != "PTKVZ"]
    after = [w for w in words[index + 1 : end] if is_nonfinite(w) and w.tag != "PTKVZ"]
    if not before or not after:
        return False
    helped = after[0].tag == "VVPP" and len(after) > 1 and before[-1].tag == "VVPP"
    if helped and all(w.tag in HELPERS for w in after[1:]) and top.finite is not None:
        return before[-1].index > top.finite.index  # *muss A ausgefüllt und B abgegeben werden*
    if top.shared_from is not None:  # *werden geprüft, gespeichert und vernichtet*
        return before[-1].tag == after[-1].tag
    if top.finite is None:  # *Antrag ausfüllen und unterschreiben*
        return before[-1].tag == after[-1].tag == "VVINF" and top.kind is ClauseKind.MAIN
    return _alike(before[-1], after[-1], top) and before[-1].index > top.finite.index


def _alike(one: Word, other: Word, top: Draft) -> bool:
    """*zu füttern und unterzubringen*: the particle verb has its *zu* inside."""
    forms = {one.tag[2:], other.tag[2:]}
    to_do = top.finite is not None and top.finite.lemma in ("sein", "haben")
    return len(forms) == 1 or (to_do and forms == {"INF", "IZU"})


def _to_be_done(words: list[Word], top: Draft, index: int, end: int) -> bool:
    """*ist kostenlos und vorher zu beantragen*: a predicative, then *zu* and infinitive."""
    finite = top.finite
    if finite is None or finite.lemma != "sein" or top.verb_first:
        return False
    behind = [w for w in top.words if w.index > finite.index]
    judged = [
        w
        for before, w in pairwise([finite, *behind])
        if w.tag == "ADJD"
        and before.tag != "APPR"  # *in bar oder mit Karte zu zahlen*
        and w.lower not in closed.members("ways_of_doing")
    ]
    plain = bool(judged) and not any(w.tag[:1] == "V" for w in behind)
    ends = [p for p in range(index + 1, end) if is_zu_infinitive(words, p)]
    return plain and bool(ends) and ends[-1] >= end - 1
