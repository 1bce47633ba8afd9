"""Cut a sentence into clauses by its topological fields.

One pass from left to right with a stack of open clauses. What opens a clause: a subjunction, a
relative or question word behind a comma, *um … zu*, a zu-infinitive behind a comma, or a finite
verb that the open clause has no place for. What closes one: its right bracket and a comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses import gapping, infinitives, matrix
from a11y.language.clauses.adverbials import is_time
from a11y.language.clauses.draft import Draft, inside_word, is_nonfinite, is_zu_infinitive
from a11y.language.clauses.lookahead import DASHES, Lookahead
from a11y.language.word import Word

_OPENING = "(–—-["
_CLOSING = ")]"
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
        draft.elliptic = draft.elliptic or (draft.finite is None and _says_only_how(draft))
        draft.words.sort(key=lambda word: word.index)
    drafts = gapping.split(infinitives.split(drafts))
    for draft in drafts:
        matrix.settle(draft)
    drafts.sort(key=lambda draft: draft.words[0].index)
    return drafts


def _says_only_how(draft: Draft) -> bool:
    """*falls vorhanden,* *wenn möglich,* *soweit nicht anders vereinbart,*: no verb will come."""
    words = [w for w in draft.words if w.tag[:1] != "$" and w is not draft.opener]
    if draft.opener is None or draft.opener.tag != "KOUS" or not 0 < len(words) <= 4:
        return False
    return words[-1].tag in ("ADJD", "VVPP") and all(
        w.tag in ("ADJD", "ADV", "VVPP", "PTKNEG", "PIS") for w in words
    )


def _befalls(finite: Word, words: Sequence[Word]) -> bool:
    """Whether nobody is told to do what this verb says: one has it, or it happens to one."""
    if any(w.lower == "bitte" for w in words):
        return False
    particle = next((w.lower for w in words if w.tag == "PTKVZ"), "")
    verb = particle + finite.lemma
    return verb in closed.members("never_ordered") or verb in closed.members("befalling")


class _Cutter:
    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.drafts: list[Draft] = []
        self.stack: list[Draft] = []
        self.look = Lookahead(words)
        self.commas = self.look.commas

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
        if word.text in _OPENING and self.look.paren_holds_clause(index):
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
        if top.opener is not None and _says_only_how(top) and len(self.stack) > 1:
            top.elliptic = True
            self._resume()
            return
        last = self.words[end - 1] if end > index else None
        if finite is not None and last is finite and top.verb_final and top.complete:
            if self._matrix_waits(finite_needed=True) and not self._subject_like(index):
                self._resume()
            else:  # *wenn Sie A haben, B besitzen oder …*
                self._coordinate(top)
            return
        if finite is not None:
            if not top.complete and not top.verb_final and top.shared_from is None:
                if self.words[index] is finite and self._only_infinitive():
                    main = self.open(ClauseKind.MAIN, parent=None)
                    top.kind, top.verb_final, top.parent = ClauseKind.INFINITIVE, True, main
                elif self._fragment_ends(index, finite, colon=colon):
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
            if self._still_to_do(index, zu):
                return
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if zu is None and governed and self._zu_behind_list(index):
            draft = self.open(ClauseKind.INFINITIVE, parent=top)
            draft.verb_final = True
            return
        if colon and self._main_behind_list(index):
            self._resume_for_finite(index, self.words[-1], colon=True)
        elif top.complete and top.verb_final and len(self.stack) > 1:
            if not self._belongs_to_sub(index, end):
                self._resume()
        elif zu is None and self._parallel_ends(index, end):
            self._coordinate_nonfinite(top)

    def _still_to_do(self, index: int, zu: int) -> bool:
        """*ist bis 7 Uhr, sonntags bis 9 Uhr zu räumen*: the verb complex waits for its *zu*."""
        top = self.top
        if top.finite is None or top.finite.lemma != "sein" or top.verb_final:
            return False
        behind = [w for w in top.words if w.index > top.finite.index]
        judged = any(w.tag in ("ADJD", "VVPP", "NN") and not is_time(w.lemma) for w in behind[-2:])
        listed = self.words[index].tag in ("APPR", "APPRART", "ADV")
        if self._bare_list(index) and top.finite.lower in ("sind", "waren"):
            return not any(w.tag[:1] in "V" or w.tag == "ADJD" for w in behind)
        return listed and not judged and not any(w.tag[:1] == "V" for w in behind)

    def _bare_list(self, index: int) -> bool:
        """*…, Enten und Gänse*: nouns alone on both sides of the comma, and *und* to come."""
        around = [self.words[place] for place in (index - 2, index)] if index > 1 else []
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        goes_on = following is not None and (following.tag in ("KON", "$,"))
        return len(around) == 2 and all(w.tag == "NN" for w in around) and goes_on

    def _fragment_ends(self, index: int, finite: Word, *, colon: bool) -> bool:
        """*Danke für alles, wir haben …*, *Meine Erfahrungen: Auf den Termin musste ich …*"""
        top = self.top
        if top.kind is not ClauseKind.MAIN or len(self.stack) > 1:
            return False
        content = [w for w in top.words if w.tag[:1] != "$" and w.tag != "KON"]
        if content and content[0].tag == "ADJA" and content[0].text in ("Liebe", "Lieber"):
            return True  # *Liebe Eltern, Ihr Kind kommt …*
        if any(w.lower in ("geehrte", "geehrter", "geehrten") for w in content[:3]):
            return True
        if colon and self.words[index - 1].text in (":", ";"):
            return bool(content)
        subject = self.words[index]
        second = index + 1 < len(self.words) and self.words[index + 1] is finite
        named = subject.tag in ("PPER", "PDS", "PIS") and subject.text != "Sie"
        nouns = any(w.tag == "NN" for w in content)
        return second and named and nouns and len(content) > 2

    def _only_infinitive(self) -> bool:
        """*Aushilfen anzumelden, ist …*: all before the comma is an infinitive with its object."""
        words = self.top.words
        inside = [place for place, word in enumerate(words) if word.tag[:1] != "$"]
        fronted = self.top.kind is ClauseKind.MAIN and len(self.stack) == 1 and len(inside) > 1
        return fronted and is_zu_infinitive(words, inside[-1]) and words[-1].tag == "$,"

    def _zu_behind_list(self, index: int) -> bool:
        """*…, A, B und C zu prüfen*: the infinitive's objects are a list."""
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
                return self.look.hangs_on(self.words[index], word, limit=4)
        return False

    def _main_behind_list(self, index: int) -> bool:
        """*…: Jede Insel, jedes Tal und jede Ebene ist …*"""
        for word in self.words[index:]:
            if word.finite:
                return self.top.complete
            if word.tag in ("KOUS", "KOUI", "PRELS", "$.") or word.tag[:1] == "V":
                return False
        return False

    def _belongs_to_sub(self, index: int, end: int) -> bool:
        """Whether a stretch without finite verb adds to the subordinate clause before the comma.

        *…, die sie bekam, darunter Richard, wurde …*; *…, über alles zu reden, auch über Lohn.*
        """
        below = self.stack[-2]
        if any(w.tag[:1] == "V" for w in self.words[index:end]):
            return False
        behind = self.words[end : end + 2]
        if not below.complete:
            return len(behind) == 2 and behind[0].tag == "$," and behind[1].finite
        adds = self.words[index].tag == "ADV" and self.top.kind is not ClauseKind.RELATIVE
        return adds and not self._pending(below) and bool(behind) and behind[0].tag == "$."

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
        # *…, so schulden sie …*, *…, dann gilt …*: the correlate says that a condition went before.
        taken_up = self.words[index].lower in ("so", "dann") and (
            self.words[index + 1 : index + 2] == [finite]
        )
        verbs_first = (self.words[index] is finite or taken_up) and chain[-1].verb_first
        if verbs_first and not colon and (taken_up or self._is_condition(before, finite)):
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
        if finite.lemma in closed.members("never_ordered"):
            return True  # *Bauen Sie dort, brauchen Sie …*: nobody is told to need
        first = before.finite
        if first is not None and first.tag[:2] in ("VA", "VM"):
            return True  # *Ist der Ausweis abgelaufen, brauchen Sie …*
        if first is not None and _befalls(first, before.words):
            return True  # *Besitzen Sie einen Hund, melden Sie …*, *Ziehen Sie um, geben Sie …*
        behind = self.words[self.words.index(first) + 1 :][:1] if first is not None else []
        if behind and behind[0].text not in ("Sie", "du", "ihr") and behind[0].lower != "bitte":
            return True  # *Ändert sich Ihre Anschrift, teilen Sie …*: nobody is asked to
        place = self.words.index(finite)
        following = self.words[place + 1] if place + 1 < len(self.words) else None
        return following is not None and following.text not in ("Sie", "du", "ihr")

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
        if self._to_be_done(index, end):
            return True
        before = [w for w in top.words if is_nonfinite(w) and w.tag != "PTKVZ"]
        after = [w for w in self.words[index + 1 : end] if is_nonfinite(w) and w.tag != "PTKVZ"]
        if not before or not after:
            return False
        if top.shared_from is not None:  # *werden geprüft, gespeichert und vernichtet*
            return before[-1].tag == after[-1].tag
        if top.finite is None:  # *Antrag ausfüllen und unterschreiben*
            return before[-1].tag == after[-1].tag == "VVINF" and top.kind is ClauseKind.MAIN
        return before[-1].tag[2:] == after[-1].tag[2:] and before[-1].index > top.finite.index

    def _to_be_done(self, index: int, end: int) -> bool:
        """*ist kostenlos und vorher zu beantragen*: a predicative, then *zu* and infinitive."""
        finite = self.top.finite
        if finite is None or finite.lemma != "sein" or self.top.verb_first:
            return False
        behind = [w for w in self.top.words if w.index > finite.index]
        plain = any(w.tag == "ADJD" for w in behind) and not any(w.tag[:1] == "V" for w in behind)
        ends = [p for p in range(index + 1, end) if is_zu_infinitive(self.words, p)]
        return plain and bool(ends) and ends[-1] >= end - 1

    def _coordinate(self, before: Draft) -> None:
        self.stack.pop()
        draft = self.open(before.kind, parent=before.parent if before.verb_final else before)
        draft.verb_final = before.verb_final
        draft.opener = before.opener
        draft.coordinated = True

    def _coordinate_nonfinite(self, before: Draft) -> None:
        self._coordinate(before)
        self.top.shared_from = before.shared_from or before
