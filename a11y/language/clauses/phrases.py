"""Find the noun and prepositional phrases of a clause from its tags."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y.language import attributes, closed
from a11y.language.clauses import phrase_words
from a11y.language.clauses.agreement import Features, phrase_features
from a11y.language.word import Word

_DETERMINERS = {"ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT"}
_PRONOUNS = {"PPER", "PRF", "PDS", "PIS", "PRELS", "PWS", "PPOSS"}
_NOUNS = {"NN", "NE", "FM", "XY", "CARD"}
_INSIDE = {"ADJA", "CARD", "TRUNC"}


@dataclass(slots=True)
class Phrase:
    """A noun phrase, or a prepositional phrase where ``preposition`` is set.

    core: determiner, modifiers and head; words: all words with what is embedded.
    """

    head: Word
    core: list[Word]
    words: list[Word]
    preposition: str = ""
    preposition_word: Word | None = None
    features: frozenset[Features] = frozenset()
    conjuncts: list[Phrase] = field(default_factory=list)

    @property
    def first(self) -> int:
        return self.words[0].index

    @property
    def last(self) -> int:
        return self.words[-1].index

    @property
    def pronoun(self) -> bool:
        return self.head.tag in _PRONOUNS

    @property
    def salutes(self) -> bool:
        """*Sehr geehrte Frau Lehmann*: speaks to the reader and takes no part."""
        dear = self.core[0].text in ("Liebe", "Lieber") and self.core[0].tag == "ADJA"
        return dear or any(word.lower in _SALUTING for word in self.core)

    @property
    def stands_apart(self) -> bool:
        """A telephone number (*0231 50-12345*) or a year (*2009 lag die Zahl …*) by itself."""
        digits = sum(letter.isdigit() for letter in self.head.text)
        return self.head.tag == "CARD" and (digits > 4 or (digits == 4 and len(self.core) == 1))

    def cases(self) -> set[str]:
        return {case for case, _, _ in self.features}


_SALUTING = frozenset(("geehrte", "geehrter", "geehrten"))


def find(words: list[Word]) -> list[Phrase]:
    """Phrases in text order; they do not overlap. Attribution is decided later."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase, after = _phrase(words, at)
        if phrase is not None:
            found.append(phrase)
            at = after
        else:
            at += 1
    return found


def _phrase(words: list[Word], at: int) -> tuple[Phrase | None, int]:
    word = words[at]
    following = words[at + 1 : at + 3]
    up_to = word.lower == "bis" and len(following) == 2 and following[0].lower == "zu"
    if up_to and following[1].tag == "CARD":  # *bis zu drei Fahrzeuge*: no preposition, no case
        phrase, after = _noun_phrase(words, at + 2, cases=())
        if phrase is not None and phrase.cases() != {"Dat"}:
            phrase.words = [word, following[0], *phrase.words]
            return phrase, after
    if word.tag in ("APPR", "APPRART", "KOKOM"):
        return _prepositional(words, at)
    if word.lower == "rund" and following and following[0].lower == "um":
        phrase, after = _prepositional(words, at + 1)
        if phrase is not None:
            phrase.words = [word, *phrase.words]  # *Fragen rund um die Wohnung*
            return phrase, after
    phrase, after = _noun_phrase(words, at, cases=())
    if phrase is not None and after < len(words) and words[after].tag == "APPO":
        phrase.preposition = words[after].lower
        phrase.preposition_word = words[after]
        phrase.words.append(words[after])
        after += 1
    return phrase, after


def _prepositional(words: list[Word], at: int) -> tuple[Phrase | None, int]:
    word = words[at]
    start = at + 1
    short = closed.lemma_of("shortened_prepositions").get(word.lower.replace(" ", ""), word.lower)
    name = closed.contractions().get(word.lower, (short, ""))[0]
    cases = closed.prepositions().get(name, ())
    if word.tag == "KOKOM":
        cases = ()
    held = attributes.find(words, at) if word.tag == "APPR" else None
    if held is not None:  # *für von Ihnen eingereichte Unterlagen*
        phrase, after = _noun_phrase(words, held.participle, cases=cases)
        if phrase is not None:
            phrase.preposition, phrase.preposition_word = name, word
            phrase.words = [*words[at : held.participle], *phrase.words]
            return phrase, after
    outer = [word]
    # *bis zum*, *innerhalb von*, *von … an*: the second preposition decides the case
    if start < len(words) and words[start].tag in ("APPR", "APPRART") and word.tag != "APPRART":
        second = words[start]
        second_name = closed.contractions().get(second.lower, (second.lower, ""))[0]
        outer.append(second)
        cases = closed.prepositions().get(second_name, ())
        if second.lower in closed.contractions():
            cases = (closed.contractions()[second.lower][1],)
        start += 1
    elif word.lower in closed.contractions():
        cases = (closed.contractions()[word.lower][1],)
    if (
        start < len(words)
        and words[start].tag in ("ADV", "ADJD", "PTKA", "PTKNEG")
        and start + 1 < len(words)
    ) and (
        words[start + 1].tag in _DETERMINERS | _INSIDE | _NOUNS or words[start].lower in _POINTS
    ):
        # *in etwa drei Wochen*
        outer.append(words[start])
        start += 1
    graded = phrase_words.graded_attribute(words, start)
    if graded:  # *mit amtlich oder öffentlich beglaubigter Unterschrift*
        outer += words[start:graded]
        start = graded
    if len(outer) == 2 and outer[1].lower in _POINTS:  # *bis dahin*, *ab sofort*
        return _to_a_point(outer, name), start
    phrase, after = _noun_phrase(words, start, cases=cases, determiner=outer[-1])
    if phrase is None:
        return None, at + 1
    phrase.preposition = name
    phrase.preposition_word = word
    phrase.words = [*outer, *phrase.words]
    # *von Montag an*
    if after < len(words) and words[after].tag == "APZR":
        phrase.words.append(words[after])
        after += 1
    return phrase, after


_POINTS = frozenset(
    (
        "dahin",
        "dato",
        "heute",
        "morgen",
        "gestern",
        "jetzt",
        "sofort",
        "hier",
        "dort",
        "dann",
        "bald",
    )
) | {"vorn", "vorne", "hinten", "oben", "unten", "außen", "innen", "immer", "auswärts", "hierher"}


def _to_a_point(outer: list[Word], name: str) -> Phrase:
    return Phrase(
        head=outer[1], core=[outer[1]], words=outer, preposition=name, preposition_word=outer[0]
    )


def _noun_phrase(
    words: list[Word], at: int, *, cases: tuple[str, ...], determiner: Word | None = None
) -> tuple[Phrase | None, int]:
    """A noun phrase that begins at ``at``: (phrase, index after it)."""
    if at >= len(words):
        return None, at
    word = words[at]
    if word.lower in ("mehr", "weniger") and phrase_words.counts_more(words, at):
        phrase, after = _noun_phrase(words, at + 2, cases=cases, determiner=determiner)
        if phrase is not None:
            phrase.words = [*words[at : at + 2], *phrase.words]
        return phrase, after
    if word.tag in _PRONOUNS:
        return _pronoun(words, at, cases)
    core: list[Word] = []
    inside: list[Word] = []
    place = at
    while place < len(words):
        current = words[place]
        determines = current.tag in _DETERMINERS and (not core or core[-1].tag in _DETERMINERS)
        held = attributes.find(words, place) if determines else None
        if held is not None:  # *die von Ihnen beantragte Leistung*
            core += [current, words[held.participle]]
            inside += words[place + 1 : held.participle]
            place = held.participle + 1
            continue
        if core and phrase_words.second_amount(words, place):
            break
        if phrase_words.is_range(words, place):  # *drei bis fünf Jahre*, *20 und 30 Euro*
            inside += words[place : place + 2]
            place += 2
            continue
        if determines or (current.tag in _INSIDE and not phrase_words.is_head(words, place)):
            core.append(current)
        elif (
            core
            and current.tag in ("ADV", "ADJD", "PTKNEG", "PTKA")
            and phrase_words.goes_on(words, place)
        ):
            inside.append(current)
        elif core and current.tag in ("APPR", "APPRART") and core[-1].tag in _DETERMINERS:
            nested, after = _prepositional(words, place)
            if nested is None or after >= len(words) or words[after].tag not in ("ADJA", "ADV"):
                return None, at
            inside += nested.words
            place = after
            continue
        elif (
            core
            and current.tag == "KON"
            and core[-1].tag in _INSIDE
            and phrase_words.goes_on(words, place)
        ):
            inside.append(current)
        elif core and current.tag == "KON" and core[-1].tag == "TRUNC":
            inside.append(current)  # *Oldtimer- und Saisonkennzeichen*
            if words[place + 1 : place + 2] and words[place + 1].tag == "ART":
                core.append(words[place + 1])  # *über die Ring- und die Hafenstraße*
                place += 1
        elif (
            core
            and current.tag == "$,"
            and core[-1].tag == "TRUNC"
            and words[place + 1 : place + 2]
            and words[place + 1].tag == "TRUNC"
        ):
            inside.append(current)  # *An-, Ab- und Ummeldungen*
        elif (
            core
            and current.tag == "$,"
            and core[-1].tag == "ADJA"
            and phrase_words.goes_on(words, place)
        ):
            inside.append(current)
        elif current.tag in _NOUNS:
            return _with_head(words, place, core, inside, cases, determiner)
        else:
            break
        place += 1
    nominal = determiner is None or (core and core[-1].text[0].isupper())
    nominal = nominal or (
        bool(core) and place < len(words) and phrase_words.second_amount(words, place)
    )
    if core and core[-1].tag in ("ADJA", "PIAT", "PDAT", "CARD") and nominal:
        head = core[-1]  # an adjective without its noun: *die Betroffenen* in small letters
        if head.tag == "ADJA":
            phrase = Phrase(head=head, core=core, words=[*core])
            phrase.features = phrase_features(core, head, cases)
            return phrase, place
    return None, at


def _with_head(
    words: list[Word],
    place: int,
    core: list[Word],
    inside: list[Word],
    cases: tuple[str, ...],
    determiner: Word | None,
) -> tuple[Phrase, int]:
    head = words[place]
    after = place + 1
    tail: list[Word] = []
    while after < len(words):
        current = words[after]
        if phrase_words.tight_hyphen(words, after):  # *CDU-Chef* cut in three
            tail += words[after : after + 2]
            head = words[after + 1]
            after += 2
            continue
        name = current.tag in ("NE", "FM") or (
            current.tag == "CARD"
            and words[after - 1].tag in ("NN", "NE", "CARD", "XY")
            and not phrase_words.counts(words, after)
        )
        title = current.tag == "NN" and head.lemma in closed.members("titles")
        title = title and not (head.lemma == "Familie" and any(w.tag == "PPOSAT" for w in core))
        number = current.tag == "XY" or current.text in ("§", "%", "€")
        if phrase_words.written_apart(head, current):
            head = current
        elif not (name or title or number or phrase_words.in_law(head, current)):
            break
        tail.append(current)
        after += 1
    if head.tag == "NE" and tail and tail[-1].tag == "NN":
        head = tail[-1]
    if head.tag == "CARD" and tail:
        head = next((w for w in tail if w.tag in ("NN", "XY", "NE")), head)
    whole = sorted([*core, *inside, words[place], *tail], key=lambda w: w.index)
    core = [*core, words[place]]
    phrase = Phrase(head=head, core=core, words=whole)
    leading = [determiner, *core] if determiner is not None else core
    phrase.features = phrase_features([w for w in leading if w is not None], head, cases)
    return phrase, after


def _pronoun(words: list[Word], at: int, cases: tuple[str, ...]) -> tuple[Phrase | None, int]:
    head = words[at]
    phrase = Phrase(head=head, core=[head], words=[head])
    phrase.features = phrase_features([head], head, cases)
    following = words[at + 1] if at + 1 < len(words) else None
    if head.lower in _SOMEBODY and following is not None and phrase_words.of_that_kind(following):
        phrase.words.append(following)
        return phrase, at + 2
    return phrase, at + 1


_SOMEBODY = frozenset(("jemand", "jemanden", "jemandem", "niemand", "niemanden", "niemandem"))
_SOMEBODY |= {"etwas", "nichts", "alles", "wer", "wen"}


def absorb(phrase: Phrase, other: Phrase, between: list[Word]) -> None:
    """Put ``other`` (and the words between) into ``phrase``."""
    phrase.words = sorted([*phrase.words, *between, *other.words], key=lambda w: w.index)
