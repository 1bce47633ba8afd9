"""What a sentence holds from some place on: openers, the verb to come, where the stretch ends."""

from __future__ import annotations

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses import missing_commas
from a11y.language.clauses.agreement import could_be_article
from a11y.language.clauses.draft import inside_word, is_zu_infinitive
from a11y.language.word import Word

_CLOSING = ")]"
DASHES = ("–", "—", "-", "--")


class Lookahead:
    """Questions about the words of one sentence; nothing here changes them.

    commas: positions of the words that a comma should stand before and does not.
    """

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.commas = missing_commas.find(words)

    def graded(self, index: int) -> bool:
        """*auch wenn*, *nur wenn*: the adverb comes with the subjunction."""
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        grades = self.words[index].lower in closed.members("subjunction_grades")
        return grades and following is not None and following.tag == "KOUS"

    def plain_bracket(self, index: int) -> int:
        """Index of the closing bracket if what stands between holds no clause, else 0."""
        for position in range(index + 1, min(index + 40, len(self.words))):
            if self.words[position].text in _CLOSING:
                return position
            if self.words[position].finite:
                return 0
        return 0

    def paren_holds_clause(self, index: int) -> bool:
        if self.words[index].text not in "([":
            return False
        for word in self.words[index + 1 :]:
            if word.text in _CLOSING:
                return False
            if word.finite:
                return True
        return False

    def dashes_hold_statement(self, index: int) -> int:
        """*Das Formular – Sie finden es online – muss …*: index of the second dash, else 0.

        A statement with its own verb stands between two dashes, and the clause around it goes on
        with its finite verb behind them.
        """
        if self.words[index].text not in DASHES or inside_word(self.words, index):
            return 0
        if any(word.finite for word in self.words[:index]):
            return 0
        for place in range(index + 2, len(self.words) - 1):
            if self.words[place].text in DASHES and not inside_word(self.words, place):
                between = self.words[index + 1 : place]
                goes_on = self.words[place + 1].finite
                return place if goes_on and any(w.finite for w in between) else 0
        return 0

    def opener_at(self, index: int) -> int | None:
        """Index of the subjunction, relative or question word that opens a clause here."""
        if index >= len(self.words):
            return None
        word = self.words[index]
        if word.tag in ("KOUS", "KOUI"):
            return index
        if depending := self._depending(index):
            return depending
        comma = index > 0 and self.parted(index)
        conjoined = index > 0 and self.words[index - 1].tag == "KON"
        first = index
        if word.tag in ("APPR", "APPRART") and index + 1 < len(self.words):
            first = index + 1
        if self.graded(index) or (word.tag == "ADV" and (comma or index == 0)):
            following = self.words[index + 1] if index + 1 < len(self.words) else word
            if following.tag in ("KOUS", "KOUI"):
                return index + 1
        if index == 0 and self._graded_free_relative():
            return 1
        candidate = self.words[first]
        if not (comma or conjoined or index == 0):
            return None
        if index == 0 and self.words[-1].text == "?" and not self.main_follows(first):
            return None  # *Welche Unterlagen werden benötigt und wo …?*
        if candidate.tag in ("PRELS", "PRELAT") and (comma or conjoined):
            if self.verb_final_after(first):
                return first
            return (
                first
                if comma and self.no_noun_follows(first) and self.verb_to_come(first)
                else None
            )
        if candidate.lower in closed.members("question_words") and self.verb_final_after(first):
            return first if comma or conjoined or index == 0 else None
        if comma and candidate.lower in closed.members("relatives"):
            return first if self.verb_final_after(first) and self.no_noun_follows(first) else None
        return None

    def _depending(self, index: int) -> int:
        """*je nachdem, ob …*, *je nachdem wie …*: index of the word that asks, else 0."""
        ahead = [word.lower for word in self.words[index : index + 5]]
        if ahead[:2] != ["je", "nachdem"]:
            return 0
        place = index + 2 + (len(ahead) > 2 and ahead[2] == ",")
        if place < len(self.words) and self.words[place].tag in ("APPR", "APPRART"):
            place += 1
        asking = closed.members("question_words") | {"ob"}
        return place if place < len(self.words) and self.words[place].lower in asking else 0

    def _graded_free_relative(self) -> bool:
        """*Auch wer keinen Pass hat, darf …*: the adverb comes with the free relative."""
        if len(self.words) < 4 or self.words[-1].text == "?":
            return False
        graded = self.words[0].lower in closed.members("subjunction_grades")
        free = self.words[1].lower in ("wer", "wen", "wem")
        return graded and free and self.verb_final_after(1)

    def parted(self, index: int) -> bool:
        """Whether a comma, dash or bracket stands in front of this word or should."""
        before = self.words[index - 1]
        return index in self.commas or before.tag in ("$,", "$(") or before.text == ";"

    def verb_final_after(self, index: int) -> bool:
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

    def verb_to_come(self, index: int) -> bool:
        for word in self.words[index + 1 :]:
            if word.tag[:1] == "V" or word.tag == "$.":
                return word.tag != "$."
        return False

    def no_noun_follows(self, index: int) -> bool:
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

    def free_relative(self, index: int, word: Word) -> bool:
        """*Wer umzieht, muss …*: in front of the clause it is part of."""
        asks = self.words[-1].text == "?"
        begins = index == 0 or self.words[index - 1].text == ";"
        return begins and not asks and word.lower in ("wer", "wen", "wem", "was")

    def kind(self, index: int, opener: Word) -> ClauseKind:
        if opener.tag == "KOUI":
            return ClauseKind.INFINITIVE
        relative = opener.tag in ("PRELS", "PRELAT") or self.free_relative(index, opener)
        asks = opener.lower in closed.members("question_words")
        place = index - 2 if index > 1 and self.words[index - 1].tag == "$," else 0
        announced = place and self.words[place].tag in ("PAV", "PROAV")
        if announced and asks and opener.lower in ("was", "wer", "wen", "wem", "welche", "welcher"):
            return ClauseKind.SUBORDINATE  # *richtet sich danach, was die Eltern verdienen*
        before = {w.lower for w in self.words[:index]}
        if opener.lower == "wo" and before & {"dort", "dorthin", "überall"}:
            return ClauseKind.RELATIVE
        if opener.tag != "KOUS" and (relative or not asks):
            return ClauseKind.RELATIVE
        return ClauseKind.SUBORDINATE

    def stretch(self, index: int) -> tuple[Word | None, int | None, int]:
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
            if word.text in DASHES:
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

    def main_follows(self, opener: int) -> bool:
        """Whether the clause that opens here is followed by a finite verb in front position."""
        place = next(
            (p for p in range(opener + 1, len(self.words)) if self.words[p].finite), len(self.words)
        )
        following = self.words[place + 1 : place + 3]
        if following and following[0].tag == "$,":
            following = following[1:]
        return bool(following) and (
            following[0].finite or (following[0].lower in ("dann", "so") and following[-1].finite)
        )

    def hangs_on(self, word: Word, verb: Word, *, limit: int) -> bool:
        offset = self.words[0].index
        for _ in range(limit):
            if word.head == verb.index:
                return True
            word = self.words[word.head - offset]
        return False
