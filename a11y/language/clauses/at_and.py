"""What *und*, *oder*, *sowie* join: questions to the words on both sides of it.

words: of the whole sentence; top: the clause that is open; index: of the conjunction; end: where
the stretch behind it ends. Nothing here changes a clause.
"""

from __future__ import annotations

from a11y.language.analysis import ClauseKind
from a11y.language.clauses.draft import Draft, is_nonfinite, is_zu_infinitive
from a11y.language.word import Word


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
    if top.shared_from is not None:  # *werden geprüft, gespeichert und vernichtet*
        return before[-1].tag == after[-1].tag
    if top.finite is None:  # *Antrag ausfüllen und unterschreiben*
        return before[-1].tag == after[-1].tag == "VVINF" and top.kind is ClauseKind.MAIN
    return before[-1].tag[2:] == after[-1].tag[2:] and before[-1].index > top.finite.index


def _to_be_done(words: list[Word], top: Draft, index: int, end: int) -> bool:
    """*ist kostenlos und vorher zu beantragen*: a predicative, then *zu* and infinitive."""
    finite = top.finite
    if finite is None or finite.lemma != "sein" or top.verb_first:
        return False
    behind = [w for w in top.words if w.index > finite.index]
    plain = any(w.tag == "ADJD" for w in behind) and not any(w.tag[:1] == "V" for w in behind)
    ends = [p for p in range(index + 1, end) if is_zu_infinitive(words, p)]
    return plain and bool(ends) and ends[-1] >= end - 1
