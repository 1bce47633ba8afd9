"""Cut a sentence into clauses by its topological fields.

One pass from left to right with a stack of open clauses. What opens a clause: a subjunction, a
relative or question word behind a comma, *um … zu*, a zu-infinitive behind a comma, or a finite
verb that the open clause has no place for. What closes one: its right bracket and a comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses import infinitives, missing_commas
from a11y.language.clauses.agreement import could_be_article
from a11y.language.clauses.draft import Draft, inside_word, is_nonfinite, is_zu_infinitive
from a11y.language.word import Word

_OPENING = "(–—-["
_CLOSING = ")]"
_DASHES = ("–", "—", "-", "--")
_QUOTES = ("„", "“", "”", "»", "«", "‚", "‘", '"', "``", "''")


def clauses(words: Sequence[Word]) -> list[Draft]:
    """Clauses of one sentence in the order of their first word."""
    cutter = _Cutter(list(words))
    cutter.run()
    drafts = [draft for draft in cutter.drafts if draft.words]
    drafts = [
        d for d in drafts if any(not w.tag.startswith("$") for w in d.words) or d is drafts[0]
    ]
    for draft in drafts:
        draft.words.sort(key=lambda word: word.index)
    drafts = infinitives.split(drafts)
    for draft in drafts:
        free = draft.kind is ClauseKind.RELATIVE and draft.opener is not None
        if free and draft.opener is not None and draft.opener.lower == "wer" and draft.parent:
            draft.parent.subject_from = draft
    drafts.sort(key=lambda draft: draft.words[0].index)
    return drafts


class _Cutter:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.drafts: list[Draft] = []
        self.stack: list[Draft] = []
        self.commas = missing_commas.find(words)

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
            if word.text in _CLOSING and any(draft.bracketed for draft in self.stack):
                self._close_bracket(word)
                at_boundary = False
            elif word.text in "([" and (end := self._plain_bracket(index)):
                self.top.words += words[index : end + 1]
                index = end
                at_boundary = False
            elif word.tag in ("$,", "$.", "$("):
                self._punctuation(index)
                at_boundary = at_boundary if inside_word(words, index) else True
            else:
                at_boundary = at_boundary or index in self.commas
                if at_boundary or word.tag in ("KON", "KOUS", "KOUI") or self._graded(index):
                    index = self._boundary(index)
                    if index >= len(words):
                        break
                    word = words[index]
                self._take(word)
                at_boundary = word.tag == "KON" and self._opener_at(index + 1) is not None
            index += 1

    def _graded(self, index: int) -> bool:
        """*auch wenn*, *nur wenn*: the adverb comes with the subjunction."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        grades = self.words[index].lower in closed.members("subjunction_grades")
        return grades and following is not None and following.tag == "KOUS"

    def _take(self, word: Word) -> None:
        self.top.words.append(word)
        if word.finite and self.top.finite is None:
            self.top.finite = word

    def _punctuation(self, index: int) -> None:
        word = self.words[index]
        if word.text in _OPENING and self._paren_holds_clause(index):
            inner = self.open(ClauseKind.MAIN, parent=self.top)
            inner.bracketed = True
        self.top.words.append(word)

    def _plain_bracket(self, index: int) -> int:
        """Index of the closing bracket if what stands between holds no clause, else 0."""
        for position in range(index + 1, min(index + 40, len(self.words))):
            if self.words[position].text in _CLOSING:
                return position
            if self.words[position].finite:
                return 0
        return 0

    def _paren_holds_clause(self, index: int) -> bool:
        if self.words[index].text not in "([":
            return False
        for word in self.words[index + 1 :]:
            if word.text in _CLOSING:
                return False
            if word.finite:
                return True
        return False

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
        opener = self._opener_at(index)
        if opener is not None:
            self._open_subordinate(index, opener)
            return self._take_until(index, opener)
        if word.tag == "KON":
            return self._coordination(index)
        if index in self.commas:
            self._after_comma(index, colon=False)
            return index
        if behind is None or (behind.tag == "$(" and behind.text not in _DASHES + (")",)):
            return index
        if not behind.tag.startswith("$"):
            return index
        self._after_comma(index, colon=behind.text in (":", ";", *_DASHES))
        return index

    def _take_until(self, index: int, last: int) -> int:
        for position in range(index, last):
            self._take(self.words[position])
        return last

    # -- subordinate clauses ------------------------------------------------------------------

    def _opener_at(self, index: int) -> int | None:
        """Index of the subjunction, relative or question word that opens a clause here."""
        if index >= len(self.words):
            return None
        word = self.words[index]
        if word.tag in ("KOUS", "KOUI"):
            return index
        comma = index > 0 and self._parted(index)
        conjoined = index > 0 and self.words[index - 1].tag == "KON"
        first = index
        if word.tag in ("APPR", "APPRART") and index + 1 < len(self.words):
            first = index + 1
        if self._graded(index) or (word.tag == "ADV" and (comma or index == 0)):
            following = self.words[index + 1] if index + 1 < len(self.words) else word
            if following.tag in ("KOUS", "KOUI"):
                return index + 1
        candidate = self.words[first]
        if not (comma or conjoined or index == 0):
            return None
        if candidate.tag in ("PRELS", "PRELAT") and (comma or conjoined):
            if self._verb_final_after(first):
                return first
            return (
                first
                if comma and self._no_noun_follows(first) and self._verb_to_come(first)
                else None
            )
        if candidate.lower in closed.members("question_words") and self._verb_final_after(first):
            return first if comma or conjoined or index == 0 else None
        if comma and candidate.lower in closed.members("relatives"):
            return first if self._verb_final_after(first) and self._no_noun_follows(first) else None
        return None

    def _parted(self, index: int) -> bool:
        """Whether a comma, dash or bracket stands in front of this word or should."""
        return index in self.commas or self.words[index - 1].tag in ("$,", "$(")

    def _verb_final_after(self, index: int) -> bool:
        """Whether the stretch up to the next boundary ends in its only finite verb."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is not None and following.finite:
            after = self.words[index + 2] if index + 2 < len(self.words) else None
            return after is None or after.tag in ("$,", "$.", "KON")
        for position in range(index + 1, len(self.words)):
            word = self.words[position]
            if word.finite:
                after = self.words[position + 1] if position + 1 < len(self.words) else None
                if after is None or after.tag.startswith("$") or after.tag in ("KON", "KOKOM"):
                    return True
                if position + 1 in self.commas:
                    return True
                return after.tag in ("APPR", "APPRART", "KOUS") or after.tag[:1] == "V"
            if word.tag == "$.":
                return False
        return False

    def _verb_to_come(self, index: int) -> bool:
        for word in self.words[index + 1 :]:
            if word.tag[:1] == "V" or word.tag == "$.":
                return word.tag != "$."
        return False

    def _no_noun_follows(self, index: int) -> bool:
        """*, die der Antrag …* is relative; *, die Meldebescheinigung* is an article."""
        word = self.words[index]
        if word.lower not in ("der", "die", "das", "dem", "den"):
            return True
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is None:
            return False
        if following.tag not in ("NN", "NE", "ADJA", "CARD"):
            return True
        return following.tag == "NN" and not could_be_article(word.lower, following.text)

    def _open_subordinate(self, index: int, opener: int) -> None:
        word = self.words[opener]
        parent = self.top
        kind = self._kind(index, word)
        conjoined = index > 0 and self.words[index - 1].tag == "KON"
        if conjoined or word.tag in ("KOUS", "KOUI"):
            parent = self._close_complete(conjoined=conjoined)
        elif kind is ClauseKind.RELATIVE:
            parent = self._relative_parent(index)
        draft = self.open(kind, parent=parent)
        draft.opener = word
        draft.verb_final = True
        draft.coordinated = conjoined

    def _kind(self, index: int, opener: Word) -> ClauseKind:
        if opener.tag == "KOUI":
            return ClauseKind.INFINITIVE
        relative = opener.tag in ("PRELS", "PRELAT") or self._free_relative(index, opener)
        asks = opener.lower in closed.members("question_words")
        if opener.tag != "KOUS" and (relative or not asks):
            return ClauseKind.RELATIVE
        return ClauseKind.SUBORDINATE

    def _free_relative(self, index: int, word: Word) -> bool:
        """*Wer umzieht, muss …*: in front of the clause it is part of."""
        asks = self.words[-1].text == "?"
        return index == 0 and not asks and word.lower in ("wer", "wen", "wem", "was")

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

    def _ahead(self, index: int) -> tuple[Word | None, int | None, int]:
        """(first finite verb, index of a zu-infinitive, end) of the stretch from ``index``.

        The stretch ends at punctuation, at an opener, or at a coordination.
        """
        finite: Word | None = None
        zu: int | None = None
        position = index
        while position < len(self.words):
            word = self.words[position]
            if inside_word(self.words, position):
                position += 1
                continue
            if word.tag in ("$,", "$.") or word.text in "()":
                break
            if position > index and position in self.commas:
                break
            if word.text in _DASHES:
                break
            if position > index and (word.tag in ("KOUS", "KOUI", "PRELS")):
                break
            if position > index and word.tag == "KON":
                following = self.words[position + 1] if position + 1 < len(self.words) else None
                if finite is not None or (following is not None and following.finite):
                    break
            if word.finite and finite is None:
                finite = word
            if is_zu_infinitive(self.words, position):
                zu = position
            position += 1
        return finite, zu, position

    def _after_comma(self, index: int, *, colon: bool) -> None:
        finite, zu, end = self._ahead(index)
        top = self.top
        last = self.words[end - 1] if end > index else None
        if finite is not None and last is finite and top.verb_final and top.complete:
            if self._matrix_waits(finite_needed=True) and not self._subject_like(index):
                self._resume()
            else:  # *wenn Sie A haben, B besitzen oder …*
                self._coordinate(top)
            return
        if finite is not None:
            if not top.complete and not top.verb_final and top.shared_from is None:
                if self._fragment_ends(index, finite, colon=colon):
                    self.stack.pop()
                    self.open(ClauseKind.MAIN, parent=top if colon else None)
                return
            self._resume_for_finite(index, finite, colon=colon)
            return
        waits = top.kind is ClauseKind.INFINITIVE and not top.complete
        governed = top.complete or any(w.tag in ("NN", "NE") for w in top.words)
        if zu is not None and not waits and governed:
            below = self.stack[-2] if len(self.stack) > 1 else None
            if top.verb_final and below is not None and below.finite and self._pending(below):
                self._resume()
                return
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if zu is None and governed and self._zu_behind_list(index):
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if top.complete and top.verb_final and len(self.stack) > 1:
            self._resume()
        elif zu is None and self._parallel_ends(index, end):
            self._coordinate_nonfinite(top)

    def _fragment_ends(self, index: int, finite: Word, *, colon: bool) -> bool:
        """*Danke für alles, wir haben …*, *Meine Erfahrungen: Auf den Termin musste ich …*"""
        top = self.top
        if top.kind is not ClauseKind.MAIN or len(self.stack) > 1:
            return False
        content = [w for w in top.words if w.tag[:1] != "$" and w.tag != "KON"]
        if colon and self.words[index - 1].text == ":":
            return len(content) > 1
        subject = self.words[index]
        second = index + 1 < len(self.words) and self.words[index + 1] is finite
        named = subject.tag in ("PPER", "PDS", "PIS") and subject.text != "Sie"
        nouns = any(w.tag == "NN" for w in content)
        return second and named and nouns and len(content) > 2

    def _zu_behind_list(self, index: int) -> bool:
        """*…, A, B und C zu prüfen*: the infinitive's first object stands before more of its kind."""
        top = self.top
        if not top.complete or top.kind is ClauseKind.INFINITIVE:
            return False
        if top.finite is not None and top.finite.lemma in closed.members("zu_auxiliaries"):
            return False
        for position in range(index, len(self.words)):
            word = self.words[position]
            if word.finite or word.tag in ("KOUS", "KOUI", "PRELS", "PWS", "PWAV", "$."):
                return False
            if is_zu_infinitive(self.words, position):
                return self._hangs_on(self.words[index], word, limit=4)
        return False

    def _hangs_on(self, word: Word, verb: Word, *, limit: int) -> bool:
        offset = self.words[0].index
        for _ in range(limit):
            if word.head == verb.index:
                return True
            word = self.words[word.head - offset]
        return False

    def _parallel_ends(self, index: int, end: int) -> bool:
        """*müssen A abziehen, B aufheben*: the part behind the comma ends in the same verb form."""
        top = self.top
        if top.finite is None or top.verb_final or top.finite.tag[:2] not in ("VA", "VM"):
            return False
        last = self.words[end - 1]
        before = [w for w in top.words if is_nonfinite(w) and w.tag != "PTKVZ"]
        nearest = next((w for w in reversed(top.words) if w.tag[:1] != "$"), None)
        return (
            bool(before)
            and nearest is before[-1]
            and last.tag == before[-1].tag
            and last.tag in ("VVINF", "VVPP")
            and end - index > 1
        )

    def _subject_like(self, index: int) -> bool:
        """*…, er gültig ist*: a second clause of the same kind begins with its own subject."""
        return self.words[index].tag in ("PPER",)

    def _matrix_waits(self, *, finite_needed: bool) -> bool:
        if len(self.stack) < 2:
            return False
        return not self.stack[-2].complete if finite_needed else self._pending(self.stack[-2])

    def _pending(self, draft: Draft) -> bool:
        """The clause's finite verb is an auxiliary or modal whose partner is still to come."""
        if draft.finite is None:
            return True
        if draft.finite.tag[:2] not in ("VA", "VM"):
            return False
        return not any(is_nonfinite(word) for word in draft.words)

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
        verbs_first = self.words[index] is finite and chain[-1].verb_first and not colon
        if verbs_first and self._is_condition(before, finite):
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

    def _is_condition(self, before: Draft, finite: Word) -> bool:
        """*Ziehen Sie um, müssen Sie …* against *Gehen Sie hin, bringen Sie … mit*."""
        if finite.tag[:2] in ("VA", "VM"):
            return True
        first = before.finite
        if first is not None and first.tag[:2] in ("VA", "VM"):
            return True  # *Ist der Ausweis abgelaufen, brauchen Sie …*
        place = self.words.index(finite)
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        return following is not None and following.text not in ("Sie", "du", "ihr")

    # -- coordination -------------------------------------------------------------------------

    def _coordination(self, index: int) -> int:
        finite, zu, end = self._ahead(index + 1)
        top = self.top
        behind_comma = index > 0 and self.words[index - 1].tag == "$,"
        if self._opener_at(index + 1) is not None:
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
                if self._finite_belongs_here(index, finite):
                    self._coordinate(top)
            elif top.verb_final and not verb_final:
                self._resume_for_finite(index + 1, finite, colon=False)
            elif not top.verb_final:
                self._coordinate(top)
            return index
        if finite is not None and top.verb_final and not top.complete:
            if self._shares_coming_finite(index, end):
                self._coordinate(top)
                top.shared_from = self.top
            return index
        if finite is None and self._parallel(index, end):
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
        opener = self._opener_at(index + 1)
        assert opener is not None
        if self.top.complete and self._main_follows(opener):
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

    def _main_follows(self, opener: int) -> bool:
        """Whether the clause that opens here is followed by a finite verb in front position."""
        place = next(
            (p for p in range(opener + 1, len(self.words)) if self.words[p].finite), len(self.words)
        )
        following = self.words[place + 1 : place + 3]
        if following and following[0].tag == "$,":
            following = following[1:]
        return bool(following) and (
            following[0].finite or following[0].lower in ("dann", "so") and following[-1].finite
        )

    def _shares_coming_finite(self, index: int, end: int) -> bool:
        """*… leben und arbeiten können*: both infinitives wait for the same finite verb."""
        before = self.words[index - 1]
        after = [w for w in self.words[index + 1 : end] if is_nonfinite(w) and w.tag != "PTKVZ"]
        return is_nonfinite(before) and bool(after) and before.tag[2:] == after[0].tag[2:]

    def _finite_belongs_here(self, index: int, finite: Word) -> bool:
        return self.words[index].lower not in ("sowie",) or finite.tag[:1] == "V"

    def _parallel(self, index: int, end: int) -> bool:
        """Both sides of *und* have their own infinitive or participle."""
        top = self.top
        if top.finite is not None and top.verb_final:
            return False
        before = [w for w in top.words if is_nonfinite(w) and w.tag != "PTKVZ"]
        after = [w for w in self.words[index + 1 : end] if is_nonfinite(w) and w.tag != "PTKVZ"]
        if not before or not after:
            return False
        if top.finite is None:  # *Antrag ausfüllen und unterschreiben*
            return before[-1].tag == after[-1].tag == "VVINF" and top.kind is ClauseKind.MAIN
        return before[-1].tag[2:] == after[-1].tag[2:] and before[-1].index > top.finite.index

    def _coordinate(self, before: Draft) -> None:
        self.stack.pop()
        draft = self.open(before.kind, parent=before.parent if before.verb_final else before)
        draft.verb_final = before.verb_final
        draft.opener = before.opener
        draft.coordinated = True

    def _coordinate_nonfinite(self, before: Draft) -> None:
        self._coordinate(before)
        self.top.shared_from = before.shared_from or before
