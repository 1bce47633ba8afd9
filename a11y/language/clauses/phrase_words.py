"""What belongs inside a noun phrase: amounts, ranges, places in the law, graded adjectives.

Each function asks about the words around one place; nothing here builds a phrase.
"""

from __future__ import annotations

from a11y.language import closed
from a11y.language.lexicon import tables
from a11y.language.word import Word


def graded_attribute(words: list[Word], start: int) -> int:
    """Index of the adjective that adverbs joined by *und* or *oder* stand before, else 0."""
    place = start
    while place + 2 < len(words) and words[place].tag in ("ADV", "ADJD", "PTKNEG"):
        joined = words[place + 1].tag == "KON" and words[place + 2].tag in ("ADV", "ADJD")
        place += 2 if joined else 1
        if not joined:
            break
    fits = place > start + 1 and place < len(words) and words[place].tag == "ADJA"
    return place if fits else 0


def is_range(words: list[Word], place: int) -> bool:
    """A number, *bis* or *und*, and a second number in front of what both count."""
    ahead = words[place : place + 4]
    if len(ahead) < 4 or ahead[0].tag != ahead[2].tag or ahead[0].tag not in ("CARD", "ADJA"):
        return False
    if ahead[0].tag == "ADJA" and not (ahead[0].text[0].isdigit() and ahead[2].text[0].isdigit()):
        return False  # *vom 2. bis 20. August*
    return ahead[1].lower in ("bis", "–", "-", "oder") and ahead[3].tag in ("NN", "ADJA")


def second_amount(words: list[Word], place: int) -> bool:
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


def counts_more(words: list[Word], at: int) -> bool:
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


def is_head(words: list[Word], place: int) -> bool:
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


def goes_on(words: list[Word], place: int) -> bool:
    """Whether an attributive adjective and a noun follow."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and (
        following.tag == "ADJA"
        or (following.tag in ("ADV", "ADJD") and goes_on(words, place + 1))
        or (following.tag == "CARD" and words[place].tag in ("ADV", "KON"))
    )


def written_apart(head: Word, word: Word) -> bool:
    """*EU Bürger*, *AWO Beratung*: letters and the noun that a hyphen should join them to."""
    letters = head.text.isupper() and head.text.isalpha() and 1 < len(head.text) < 6
    return letters and word.tag == "NN" and word.text[:1].isupper() and not word.text.isupper()


def in_law(head: Word, word: Word) -> bool:
    """*§ 3 Abs. 1 Satz 2 AO*: where in the law, and which."""
    if head.text not in ("§", "§§", "Art.", "Artikel", "Abs.", "Absatz"):
        return False
    return word.lower in _PLACES_IN_LAW or sum(letter.isupper() for letter in word.text) > 1


_PLACES_IN_LAW = frozenset(
    ("abs.", "absatz", "satz", "s.", "nr.", "nummer", "ziff.", "buchst.", "lit.", "halbsatz")
)


def counts(words: list[Word], place: int) -> bool:
    """*Kinder | 5 Euro*: the number counts what follows; *Zimmer 5* names."""
    following = words[place + 1] if place + 1 < len(words) else None
    named = words[place - 1].text in closed.members("titles")
    if is_range(words, place):
        return True  # *in der Regel | vier bis sechs Wochen*
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


def tight_hyphen(words: list[Word], place: int) -> bool:
    """Whether a hyphen without blanks joins the words on both sides of it."""
    if words[place].text not in ("-", "‑") or place + 1 >= len(words):
        return False
    tight = not words[place - 1].space_after and not words[place].space_after
    return tight and words[place + 1].tag in ("NN", "NE")


def of_that_kind(word: Word) -> bool:
    """*jemand anderes*, *nichts Neues*"""
    made = word.tag in ("NN", "ADJA") and word.text[0].isupper() and word.text.endswith("es")
    stem = word.lower.removesuffix("es")
    return word.lower in _ELSE or (made and stem in tables.adjective_stems())


_ELSE = frozenset(("anderes", "anders", "anderer", "anderen", "anderem"))
