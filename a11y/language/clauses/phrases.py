"""Find the noun and prepositional phrases of a clause from its tags."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y.language import attributes, closed
from a11y.language.clauses.agreement import Features, phrase_features
from a11y.language.lexicon import tables
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
    graded = _graded_attribute(words, start)
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


def _graded_attribute(words: list[Word], start: int) -> int:
    """Index of the adjective that adverbs joined by *und* or *oder* stand before, else 0."""
    place = start
    while place + 2 < len(words) and words[place].tag in ("ADV", "ADJD", "PTKNEG"):
        joined = words[place + 1].tag == "KON" and words[place + 2].tag in ("ADV", "ADJD")
        place += 2 if joined else 1
        if not joined:
            break
    fits = place > start + 1 and place < len(words) and words[place].tag == "ADJA"
    return place if fits else 0


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
    if word.lower in ("mehr", "weniger") and _counts_more(words, at):
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
        if core and _second_amount(words, place):
            break
        if _range(words, place):  # *drei bis fünf Jahre*, *20 und 30 Euro*
            inside += words[place : place + 2]
            place += 2
            continue
        if determines or (current.tag in _INSIDE and not _is_head(words, place)):
            core.append(current)
        elif core and current.tag in ("ADV", "ADJD", "PTKNEG", "PTKA") and _goes_on(words, place):
            inside.append(current)
        elif core and current.tag in ("APPR", "APPRART") and core[-1].tag in _DETERMINERS:
            nested, after = _prepositional(words, place)
            if nested is None or after >= len(words) or words[after].tag not in ("ADJA", "ADV"):
                return None, at
            inside += nested.words
            place = after
            continue
        elif core and current.tag == "KON" and core[-1].tag in _INSIDE and _goes_on(words, place):
            inside.append(current)
        elif core and current.tag == "KON" and core[-1].tag == "TRUNC":
            inside.append(current)  # *Oldtimer- und Saisonkennzeichen*
        elif core and current.tag == "$," and core[-1].tag == "ADJA" and _goes_on(words, place):
            inside.append(current)
        elif current.tag in _NOUNS:
            return _with_head(words, place, core, inside, cases, determiner)
        else:
            break
        place += 1
    nominal = determiner is None or (core and core[-1].text[0].isupper())
    nominal = nominal or (bool(core) and place < len(words) and _second_amount(words, place))
    if core and core[-1].tag in ("ADJA", "PIAT", "PDAT", "CARD") and nominal:
        head = core[-1]  # an adjective without its noun: *die Betroffenen* in small letters
        if head.tag == "ADJA":
            phrase = Phrase(head=head, core=core, words=[*core])
            phrase.features = phrase_features(core, head, cases)
            return phrase, place
    return None, at


def _range(words: list[Word], place: int) -> bool:
    """A number, *bis* or *und*, and a second number in front of what both count."""
    ahead = words[place : place + 4]
    if len(ahead) < 4 or ahead[0].tag != ahead[2].tag or ahead[0].tag not in ("CARD", "ADJA"):
        return False
    if ahead[0].tag == "ADJA" and not (ahead[0].text[0].isdigit() and ahead[2].text[0].isdigit()):
        return False  # *vom 2. bis 20. August*
    return ahead[1].lower in ("bis", "–", "-", "oder") and ahead[3].tag in ("NN", "ADJA")


def _second_amount(words: list[Word], place: int) -> bool:
    """*für den zweiten | 156 Euro*: the ordinal stands for its noun."""
    following = words[place + 1] if place + 1 < len(words) else None
    return (
        words[place].tag == "CARD"
        and words[place - 1].tag == "ADJA"
        and words[place - 1].lower.startswith(_ORDINALS)
        and following is not None
        and following.lower in ("euro", "€", "eur", "cent", "prozent", "%")
    )


_ORDINALS = ("zweit", "dritt", "viert", "fünft", "sechst", "weiter", "jed", "ander")


def _counts_more(words: list[Word], at: int) -> bool:
    """*mehr als 80 Zentimeter*, *weniger als eine Stunde*: the comparison belongs to the number."""
    following = words[at + 1 : at + 3]
    if len(following) < 2 or following[0].lower != "als":
        return False
    counted = following[1].tag == "CARD" or following[1].lower.startswith("ein")
    return counted or (
        following[1].lower == "die"
        and words[at + 3 : at + 4] != []
        and words[at + 3].lower == "hälfte"
    )


def _is_head(words: list[Word], place: int) -> bool:
    """A number or truncated word with nothing behind it that it could belong to."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    if word.tag == "CARD":
        return following is None or following.tag not in (
            "NN",
            "NE",
            "ADJA",
            "CARD",
            "KON",
            "TRUNC",
        )
    return False


def _goes_on(words: list[Word], place: int) -> bool:
    """Whether an attributive adjective and a noun follow."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and (
        following.tag == "ADJA"
        or (following.tag in ("ADV", "ADJD") and _goes_on(words, place + 1))
        or (following.tag == "CARD" and words[place].tag in ("ADV", "KON"))
    )


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
        if _tight_hyphen(words, after):  # *CDU-Chef* cut in three
            tail += words[after : after + 2]
            head = words[after + 1]
            after += 2
            continue
        name = current.tag in ("NE", "FM") or (
            current.tag == "CARD"
            and words[after - 1].tag in ("NN", "NE", "CARD", "XY")
            and not _counts(words, after)
        )
        title = current.tag == "NN" and head.lemma in closed.members("titles")
        title = title and not (head.lemma == "Familie" and any(w.tag == "PPOSAT" for w in core))
        number = current.tag == "XY" or current.text in ("§", "%", "€")
        if not (name or title or number or _in_law(head, current)):
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


def _in_law(head: Word, word: Word) -> bool:
    """*§ 3 Abs. 1 Satz 2 AO*: where in the law, and which."""
    if head.text not in ("§", "§§", "Art.", "Artikel", "Abs.", "Absatz"):
        return False
    return word.lower in _PLACES_IN_LAW or sum(letter.isupper() for letter in word.text) > 1


_PLACES_IN_LAW = frozenset(
    ("abs.", "absatz", "satz", "s.", "nr.", "nummer", "ziff.", "buchst.", "lit.", "halbsatz")
)


def _counts(words: list[Word], place: int) -> bool:
    """*Kinder | 5 Euro*: the number counts what follows; *Zimmer 5* names."""
    following = words[place + 1] if place + 1 < len(words) else None
    named = words[place - 1].text in closed.members("titles")
    return following is not None and not named and following.lower in _UNITS


_UNITS = frozenset(
    (
        "euro",
        "€",
        "eur",
        "cent",
        "prozent",
        "%",
        "tage",
        "tagen",
        "tag",
        "wochen",
        "woche",
        "monate",
    )
) | {
    "monaten",
    "monat",
    "jahre",
    "jahren",
    "jahr",
    "stunden",
    "stunde",
    "minuten",
    "meter",
    "liter",
}


def _tight_hyphen(words: list[Word], place: int) -> bool:
    """Whether a hyphen without blanks joins the words on both sides of it."""
    if words[place].text not in ("-", "‑") or place + 1 >= len(words):
        return False
    tight = not words[place - 1].space_after and not words[place].space_after
    return tight and words[place + 1].tag in ("NN", "NE")


def _pronoun(words: list[Word], at: int, cases: tuple[str, ...]) -> tuple[Phrase | None, int]:
    head = words[at]
    phrase = Phrase(head=head, core=[head], words=[head])
    phrase.features = phrase_features([head], head, cases)
    following = words[at + 1] if at + 1 < len(words) else None
    if head.lower in _SOMEBODY and following is not None and _of_that_kind(following):
        phrase.words.append(following)
        return phrase, at + 2
    return phrase, at + 1


def _of_that_kind(word: Word) -> bool:
    """*jemand anderes*, *nichts Neues*"""
    made = word.tag in ("NN", "ADJA") and word.text[0].isupper() and word.text.endswith("es")
    stem = word.lower.removesuffix("es")
    return word.lower in _ELSE or (made and stem in tables.adjective_stems())


_SOMEBODY = frozenset(("jemand", "jemanden", "jemandem", "niemand", "niemanden", "niemandem"))
_SOMEBODY |= {"etwas", "nichts", "alles", "wer", "wen"}
_ELSE = frozenset(("anderes", "anders", "anderer", "anderen", "anderem"))


def absorb(phrase: Phrase, other: Phrase, between: list[Word]) -> None:
    """Put ``other`` (and the words between) into ``phrase``."""
    phrase.words = sorted([*phrase.words, *between, *other.words], key=lambda w: w.index)
