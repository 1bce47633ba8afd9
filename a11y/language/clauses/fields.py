"""Cut a sentence into clauses by its topological fields.

One pass from left to right with a stack of open clauses. What opens a clause: a subjunction, a
relative or question word behind a comma, *um … zu*, a zu-infinitive behind a comma, or a finite
verb that the open clause has no place for. What closes one: its right bracket and a comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import ClauseKind
from a11y.language.clauses import at_and, at_comma, gapping, infinitives, matrix
from a11y.language.clauses.draft import Draft, inside_word
from a11y.language.clauses.lookahead import DASHES, Lookahead
from a11y.language.word import Word

_OPENING = "(–—-["
_CLOSING = ")]"
_QUOTES = ("„", "“", "”", "»", "«", "‚", "‘", '"', "``", "''")


def clauses(words: Sequence[Word]) -> list[Draft]:
    """Clauses of one sentence in the order of their first word."""
    cutter = _Cutter(list(words))
    cutter.run()
    drafts = _without_empty([draft for draft in cutter.drafts if draft.words])
    for draft in drafts:
        draft.elliptic = draft.elliptic or (draft.finite is None and at_comma.says_only_how(draft))
        draft.words.sort(key=lambda word: word.index)
    at_and.share_helpers(drafts)
    drafts = gapping.split(infinitives.series(infinitives.split(drafts)))
    for draft in drafts:
        matrix.settle(draft)
    drafts.sort(key=lambda draft: draft.words[0].index)
    return drafts


def _without_empty(drafts: list[Draft]) -> list[Draft]:
    """The drafts that hold words; marks alone (a list's dash, a bracket) go to a neighbour."""
    full = [d for d in drafts if any(not w.tag.startswith("$") for w in d.words)]
    if not full:
        for draft in drafts[1:]:
            drafts[0].words += draft.words
        return drafts[:1]
    for draft in drafts:
        if any(draft is other for other in full):
            continue
        home = draft.parent if any(draft.parent is other for other in full) else full[0]
        assert home is not None
        home.words += draft.words
        for other in full:
            if other.parent is draft:
                other.parent = draft.parent if draft.parent is not other else None
    for draft in full:
        if draft.parent is not None and not any(draft.parent is other for other in full):
            draft.parent = None
    return full


class _Cutter:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.drafts: list[Draft] = []
        self.stack: list[Draft] = []
        self.look = Lookahead(words)
        self.commas = self.look.commas
        self.second_dash = 0

    @property
    def top(self) -> Draft:
        return self.stack[-1]

    def open(self, kind: ClauseKind, *, parent: Draft | None) -> Draft:
        draft = Draft(kind=kind, parent=parent)
        self.drafts.append(draft)
        self.stack.append(draft)
        return draft

    def run(self) -> None:
        words = self.words
        self.open(ClauseKind.MAIN, parent=None)
        at_boundary = True
        index = 0
        while index < len(words):
            word = words[index]
            shuts = word.text in _CLOSING or index == self.second_dash
            if shuts and any(draft.bracketed for draft in self.stack):
                self._close_bracket(word)
                at_boundary = False
            elif word.text in "([" and (end := self.look.plain_bracket(index)):
                self.top.words += words[index : end + 1]
                index = end
                at_boundary = False
            elif word.tag in ("$,", "$.", "$("):
                self._punctuation(index)
                at_boundary = at_boundary if inside_word(words, index) else True
            else:
                at_boundary = at_boundary or index in self.commas
                if at_boundary or word.tag in ("KON", "KOUS", "KOUI") or self.look.graded(index):
                    index = self._boundary(index)
                    if index >= len(words):
                        break
                    word = words[index]
                self._take(word)
                at_boundary = word.tag == "KON" and self.look.opener_at(index + 1) is not None
            index += 1

    def _take(self, word: Word) -> None:
        self.top.words.append(word)
        if word.finite and self.top.finite is None:
            self.top.finite = word

    def _punctuation(self, index: int) -> None:
        word = self.words[index]
        dash = self.look.dashes_hold_statement(index) if self.top.finite is None else 0
        self.second_dash = dash or self.second_dash
        if dash or (word.text in _OPENING and self.look.paren_holds_clause(index)):
            inner = self.open(ClauseKind.MAIN, parent=self.top)
            inner.bracketed = True
        self.top.words.append(word)

    def _close_bracket(self, word: Word) -> None:
        while not self.top.bracketed:
            self.stack.pop()
        self.top.words.append(word)
        self.top.bracketed = False
        if len(self.stack) > 1:
            self.stack.pop()

    def _boundary(self, index: int) -> int:
        """Decide what the token at ``index`` belongs to; returns where to go on reading."""
        word = self.words[index]
        behind = self.words[index - 1] if index else None
        if behind is not None and behind.text in _QUOTES and index > 1:
            behind = self.words[index - 2]
        opener = self.look.opener_at(index)
        anew = behind is not None and behind.text == ";" and self._begins_anew(index)
        if opener is not None:
            self._open_subordinate(index, opener)
            return self._take_until(index, opener)
        if anew:
            return index
        if word.tag == "KON":
            return self._coordination(index)
        if index in self.commas:
            self._after_comma(index, colon=False)
            return index
        if behind is None or (behind.tag == "$(" and behind.text not in (*DASHES, ")")):
            return index
        if not behind.tag.startswith("$"):
            return index
        self._after_comma(index, colon=behind.text in (":", ";", *DASHES))
        return index

    def _begins_anew(self, index: int) -> bool:
        """*…; Familien, die arm sind, zahlen nichts*: a semicolon parts two main clauses."""
        rest = self.words[index:]
        stop = next((i for i, w in enumerate(rest) if w.text == ";"), len(rest))
        if not self.stack[0].complete or not any(w.finite for w in rest[:stop]):
            return False
        while len(self.stack) > 1:
            self.stack.pop()
        before = self.stack.pop()
        self.open(ClauseKind.MAIN, parent=before).coordinated = True
        return True

    def _take_until(self, index: int, last: int) -> int:
        for position in range(index, last):
            self._take(self.words[position])
        return last

    # -- subordinate clauses ------------------------------------------------------------------

    def _open_subordinate(self, index: int, opener: int) -> None:
        word = self.words[opener]
        parent = self.top
        kind = self.look.kind(index, word)
        conjoined = index > 0 and self.words[index - 1].tag == "KON"
        if conjoined or word.tag in ("KOUS", "KOUI"):
            parent = self._close_complete(conjoined=conjoined)
        elif kind is ClauseKind.RELATIVE and not (index and self.words[index - 1].text == ";"):
            parent = self._relative_parent(index)
        draft = self.open(kind, parent=parent)
        draft.opener = word
        draft.verb_final = True
        draft.coordinated = conjoined

    def _close_complete(self, *, conjoined: bool) -> Draft:
        """A coordinated *und wenn* hangs where the clause before it hangs."""
        if conjoined and self.top.verb_final and self.top.complete and len(self.stack) > 1:
            return self.stack.pop().parent or self.stack[0]
        return self.top

    def _relative_parent(self, index: int) -> Draft:
        """The clause that holds the word before the comma."""
        before = next((w for w in reversed(self.words[:index]) if w.tag[:1] != "$"), None)
        for draft in reversed(self.drafts):
            if before is not None and any(word is before for word in draft.words):
                return draft
        return self.top

    # -- what follows a comma -----------------------------------------------------------------

    def _after_comma(self, index: int, *, colon: bool) -> None:
        finite, zu, end = self.look.stretch(index)
        top = self.top
        if top.opener is not None and at_comma.says_only_how(top) and len(self.stack) > 1:
            top.elliptic = True
            self._resume()
            return
        last = self.words[end - 1] if end > index else None
        if finite is not None and last is finite and top.verb_final and top.complete:
            if self._matrix_waits(finite_needed=True) and not at_comma.subject_like(
                self.words[index]
            ):
                self._resume()
            else:  # *wenn Sie A haben, B besitzen oder …*
                self._coordinate(top)
            return
        if finite is not None:
            if not top.complete and not top.verb_final and top.shared_from is None:
                alone = top.kind is ClauseKind.MAIN and len(self.stack) == 1
                if self.words[index] is finite and alone and at_comma.only_infinitive(top):
                    main = self.open(ClauseKind.MAIN, parent=None)
                    top.kind, top.verb_final, top.parent = ClauseKind.INFINITIVE, True, main
                elif alone and at_comma.fragment_ends(self.words, top, index, finite, colon=colon):
                    self.stack.pop()
                    self.open(ClauseKind.MAIN, parent=top if colon else None)
                return
            self._resume_for_finite(index, finite, colon=colon)
            return
        waits = top.kind is ClauseKind.INFINITIVE and not top.complete
        governed = top.complete or any(w.tag in ("NN", "NE") for w in top.words)
        if zu is not None and not waits and governed:
            below = self.stack[-2] if len(self.stack) > 1 else None
            if top.verb_final and below is not None and below.finite and at_comma.pending(below):
                self._resume()
                return
            if at_comma.still_to_do(self.words, top, index):
                return
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if zu is None and governed and at_comma.zu_behind_list(self.look, top, index):
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if colon and at_comma.main_behind_list(self.words, top, index):
            self._resume_for_finite(index, self.words[-1], colon=True)
        elif top.complete and top.verb_final and len(self.stack) > 1:
            if not at_comma.belongs_to_sub(self.words, top, self.stack[-2], index, end):
                self._resume()
        elif zu is None and at_comma.parallel_ends(self.words, top, index, end):
            self._coordinate_nonfinite(top)

    def _matrix_waits(self, *, finite_needed: bool) -> bool:
        if len(self.stack) < 2:
            return False
        return not self.stack[-2].complete if finite_needed else at_comma.pending(self.stack[-2])

    def _resume(self) -> None:
        self.stack.pop()

    def _resume_for_finite(self, index: int, finite: Word, *, colon: bool) -> None:
        """A finite verb comes: which open clause waits for it, or is it a new one?"""
        while len(self.stack) > 1 and self.top.complete:
            below = self.stack[-2]
            self.stack.pop()
            if not below.complete:
                return
        if not self.top.complete:
            return
        before = self.top
        chain = [before]  # *Liegt A vor oder ist B ungültig, …*
        while chain[-1].coordinated and chain[-1].parent is not None:
            chain.append(chain[-1].parent)
        # *…, so schulden sie …*, *…, dann gilt …*: the correlate says that a condition went before.
        taken_up = self.words[index].lower in ("so", "dann") and (
            self.words[index + 1 : index + 2] == [finite]
        )
        verbs_first = (self.words[index] is finite or taken_up) and chain[-1].verb_first
        if (
            verbs_first
            and not colon
            and (taken_up or at_comma.is_condition(self.words, before, finite))
        ):
            self.stack.pop()
            main = self.open(ClauseKind.MAIN, parent=None)
            for draft in chain:
                draft.kind = ClauseKind.SUBORDINATE
                draft.parent = main
            return
        self.stack.pop()
        parent = before if colon or not before.verb_final else before.parent
        draft = self.open(ClauseKind.MAIN, parent=parent)
        draft.coordinated = True

    # -- coordination -------------------------------------------------------------------------

    def _coordination(self, index: int) -> int:
        finite, zu, end = self.look.stretch(index + 1)
        top = self.top
        behind_comma = index > 0 and self.words[index - 1].tag == "$,"
        if self.look.opener_at(index + 1) is not None:
            if top.opener is not None and top.opener is self.words[index - 1]:
                return self._take_until(index, index + 1)  # *wann und wo der Rat tagt*
            return self._conjoined_opener(index)
        if finite is not None and top.complete:
            last = self.words[end - 1]
            verb_final = last is finite or (last.tag[:1] == "V" and last.tag != "VVPP")
            second = index + 1 < len(self.words) and finite.index - self.words[index].index <= 2
            if (
                top.verb_final
                and verb_final
                and not (behind_comma and second and last is not finite)
            ):
                self._coordinate(top)
            elif top.verb_final and not verb_final:
                self._resume_for_finite(index + 1, finite, colon=False)
            elif not top.verb_final:
                self._coordinate(top)
            return index
        if finite is not None and top.verb_final and not top.complete:
            if at_and.shares_coming_finite(self.words, index, end):
                self._coordinate(top)
                top.shared_from = self.top
            return index
        if finite is None and at_and.parallel(self.words, top, index, end):
            if top.complete:
                self._coordinate_nonfinite(top)
            else:
                self._coordinate(top)
        second_infinitive = finite is None and zu is not None
        if second_infinitive and top.kind is ClauseKind.INFINITIVE and top.complete:
            self._coordinate(top)
        return index

    def _conjoined_opener(self, index: int) -> int:
        """*…, und dass B*: the conjunction goes with the clause it brings.

        *…, aber wenn A, kommt B*: with the main clause that stands around the subordinate one.
        """
        opener = self.look.opener_at(index + 1)
        assert opener is not None
        if self.top.complete and self.look.main_follows(opener):
            while len(self.stack) > 1 and self.top.complete:
                self.stack.pop()
            before = self.top
            if before.complete:
                self.stack.pop()
                draft = self.open(ClauseKind.MAIN, parent=before)
                draft.coordinated = True
            return index
        if not self.top.complete and not self.top.verb_final:
            return index  # *Und wenn …*
        self._open_subordinate(index + 1, opener)
        return self._take_until(index, opener)

    def _coordinate(self, before: Draft) -> None:
        self.stack.pop()
        draft = self.open(before.kind, parent=before.parent if before.verb_final else before)
        draft.verb_final = before.verb_final
        draft.opener = before.opener
        draft.continues = before
        draft.coordinated = True

    def _coordinate_nonfinite(self, before: Draft) -> None:
        self._coordinate(before)
        self.top.shared_from = before.shared_from or before
