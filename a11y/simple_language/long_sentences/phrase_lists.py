"""Lists that stand behind a preposition, and examples at a sentence's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import QuestionType, Token
from a11y.simple_language.long_sentences import whole_lists
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_BEFORE_LIST = word_set("für bei mit gegen über um durch ohne")
_NOMINAL = word_set("ART PPOSAT PIAT ADJA NN NE CARD TRUNC FM APPR APPRART PDAT")
_OPENS = word_set("ART PPOSAT PIAT ADJA NN NE CARD FM PDAT")
_NOUNS = ("NN", "NE")
_BELONGS = word_set("für von vom zum zur")
"""Prepositions that hang on the noun before them, not on the verb."""
_FEWEST = 3


def behind_preposition(view: View) -> str | None:
    """*zuständig für A, B und C.* → *zuständig für:* and a line for each.

    Only at the end of a statement, from three things on, each a run of nominal words that opens
    as the others do; what stands in brackets or quotation marks is left alone.
    """
    tokens = [t for t in view.tokens if t.text not in (".", "!")]
    if not tokens or any(t.text in ("(", "„", '"', ":", "»") for t in tokens):
        return None
    for at in range(len(tokens) - 1, 1, -1):
        if tokens[at].tag == "APPR" and tokens[at].text.lower() in _BEFORE_LIST:
            items = _items(tokens[at + 1 :])
            finite = any(t.tag.endswith("FIN") for t in tokens[:at])
            if items is None or not finite or tokens[at - 1].tag == "KOKOM":
                continue
            lead = text_of(tokens[: at + 1], inside=False)
            return f"{lead}:\n" + "\n".join(f"- {item}" for item in items)
    return None


def filled(view: View) -> str | None:
    """*Der Beitrag setzt sich aus A, B und C zusammen* → *Der Beitrag setzt sich zusammen aus:*
    and a line for each, whatever phrases the things hold."""
    clause = view.clauses[0] if len(view.clauses) == 1 else None
    tokens = [t for t in view.tokens if t.text not in (".", "!")]
    if clause is None or clause.finite is None or clause.question is not QuestionType.NONE:
        return None
    behind: list[Token] = []
    while tokens and tokens[-1].index > clause.finite and tokens[-1].tag in _VERBS_END:
        behind.insert(0, tokens.pop())
    if len(tokens) > 1 and tokens[-1].tag == tokens[-2].tag == "NN":
        return None  # *mit dem Amt, der Polizei und dem Verein Kontakt aufnehmen*: half of the verb
    for at in range(len(tokens) - 1, 1, -1):
        word = tokens[at].text.lower()
        if tokens[at].tag != "APPR" or word not in _BEFORE_LIST | _BEFORE_DATIVES:
            continue
        if tokens[at].index < clause.finite or tokens[at - 1].tag in (
            "ADJA",
            "CARD",
            "KON",
            "KOKOM",
        ):
            continue
        found = whole_lists.things(view, tokens[at + 1 :])
        if found is None or tokens[at - 1].tag in _NOUNS:
            continue  # *aus einem Kurs mit 600 Stunden, …*: inside a thing
        lead = [*tokens[:at], *behind, tokens[at]]
        return f"{text_of(lead, inside=False)}:\n{whole_lists.lines(found)}"
    return None


_VERBS_END = ("PTKVZ", "VVPP", "VVINF")
_BEFORE_DATIVES = word_set("nach aus von zu")


def _items(tokens: Sequence[Token]) -> list[str] | None:
    """The things of *A, B und C*, the last with its *und*; None for any other build."""
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    joints = [i for i, t in enumerate(tokens) if t.tag == "KON" and t.text in ("und", "oder")]
    last = next((i for i in joints if commas and i > commas[-1]), None)
    if last is None or len(commas) + 2 < _FEWEST:
        return None
    edges = [-1, *commas, last, len(tokens)]
    runs = [list(tokens[a + 1 : b]) for a, b in pairwise(edges)]
    if any(not run or run[0].tag not in _OPENS for run in runs):
        return None
    if any(t.tag not in _NOMINAL for run in runs for t in run):
        return None
    if any(run[-1].tag not in ("NN", "NE", "FM") for run in runs):
        return None  # *A, B- und C-Kurse*: a shortened word
    if any(a.tag in _NOUNS and b.tag in _NOUNS for run in runs for a, b in pairwise(run)):
        return None  # *Aufgaben in 12 Lektionen Deutsch*: two phrases in one
    phrases = [[t.text for t in run if t.tag in ("APPR", "APPRART")] for run in runs]
    if any(word not in _BELONGS for words in phrases for word in words):
        return None  # *und Kinder mit 50 Euro*: it may be the verb's
    with_phrase = [bool(words) for words in phrases]
    articles = {run[0].tag in ("ART", "PPOSAT", "PDAT", "PIAT") for run in runs}
    if len(articles) > 1 or any(with_phrase[:-1]):
        return None  # which of them the phrase belongs to, nobody can tell
    texts = [text_of(run) for run in runs]
    return [*texts[:-1], f"{tokens[last].text} {texts[-1]}"]


def said_again(view: View) -> str | None:
    """*hilft bei A, bei B und bei C.* → *hilft:* and a line for each; the preposition opens all."""
    tokens = [t for t in view.tokens if t.text not in (".", "!")]
    starts = [
        i
        for i, t in enumerate(tokens)
        if i > 1 and t.tag in ("APPR", "APPRART") and _opens_item(tokens, i)
    ]
    if len(starts) < _FEWEST - 1:
        return None
    first = next(
        (
            i
            for i, t in enumerate(tokens[: starts[0]])
            if t.text.lower() == tokens[starts[0]].text.lower() and t.tag == "APPR"
        ),
        None,
    )
    if first is None or first < 2 or len({tokens[i].text.lower() for i in starts}) > 1:
        return None
    runs = [tokens[a:b] for a, b in pairwise([first, *starts, len(tokens)])]
    ends = [[*run] for run in runs]
    for run in ends[:-1]:
        while run and (run[-1].tag == "KON" or run[-1].text == ","):
            run.pop()
    if any(t.tag.startswith(("V", "KO", "PREL", "PTKVZ")) for run in ends for t in run):
        return None
    if any(t.text == "," for run in ends for t in run) or not _states(tokens[:first]):
        return None
    joint = tokens[starts[-1] - 1].text
    texts = [text_of(run) for run in ends]
    items = [*texts[:-1], f"{joint} {texts[-1]}" if joint != "," else texts[-1]]
    return f"{text_of(tokens[:first], inside=False)}:\n" + "\n".join(f"- {i}" for i in items)


def _opens_item(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text == "," or (before.tag == "KON" and before.text in ("und", "oder"))


def _states(lead: Sequence[Token]) -> bool:
    """Whether the lead has its verb and does not break off at a word that leans on the next."""
    whole = any(t.tag.endswith("FIN") for t in lead)
    return whole and lead[-1].tag in ("VVFIN", "VAFIN", "NN", "NE", "PPER", "PRF", "ADJD")


_TAIL = re.compile(r",\s(?:zum Beispiel|etwa)\s(?!\d)(?P<tail>[^,.:;()]+(?:,[^,.:;()]+)*)[.]$")


def example_behind(view: View) -> str | None:
    """*…, zum Beispiel zum Studium.* → *… Zum Beispiel zum Studium.*"""
    found = _TAIL.search(view.text)
    if found is None or len(view.text[: found.start()].split()) < _FEWEST:
        return None
    behind = [t for t in view.tokens if t.span[0] >= view.start + found.start("tail")]
    if any(t.tag.startswith("V") or t.tag in ("KOUS", "PRELS", "PTKVZ", "PTKZU") for t in behind):
        return None  # a clause, or the end of the statement before it
    front = view.text[: found.start()]
    return f"{sentence(front)}\n{sentence('Zum Beispiel', found['tail'].strip())}"
