"""German text → DGS scores, with the account of every word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from a11y.language import analyse
from a11y.language.analysis import Analysis, Sentence, SentenceKind, Token
from a11y.sign_avatar.glossing.clean import cleaned, without_list_numbers
from a11y.sign_avatar.glossing.errors import LossError, NothingToGlossError, TextTooLongError
from a11y.sign_avatar.glossing.explanation import Aligned, ExplainedSentence
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.line_kinds import marker_tokens
from a11y.sign_avatar.glossing.nonmanual import spans
from a11y.sign_avatar.glossing.places import set_up
from a11y.sign_avatar.glossing.rendering import Means
from a11y.sign_avatar.glossing.reread import reread
from a11y.sign_avatar.glossing.scene import Draft, Scene
from a11y.sign_avatar.glossing.sentences import assemble
from a11y.sign_avatar.glossing.words import closed_forms, function_words
from a11y.sign_avatar.lexicon import Lexicon, load
from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.score import SignedSentence, SignKind

MAX_CHARACTERS = 200_000
MAX_SIGNS = 40
"""A longer sentence is cut between clauses, so that one segment stays short enough to watch."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "PRON", "INTJ"})
_LIST_RUN = range(2, 6)

REASONS = {
    "agreement": "Person: in der Richtung des Verbs enthalten (SIGN-HUB Morphology 3.1).",
    "not-only": "„nicht nur … sondern auch“: beides gilt, keine Verneinung.",
    "kein-existence": "Neben KEIN steht kein Verb (SIGN-HUB Syntax 1.5.1.1.1).",
    "neither": "„weder … noch“: ein NICHT am Ende verneint beides.",
    "comparison": "Vergleich: durch die Reihenfolge und MEHR ausgedrückt.",
    "list-marker": "Zeichen der Aufzählung: Finger der Listenhand.",
    "free-relative": "„Wer …, …“ ist eine Bedingung: gehobene Brauen statt Fragewort.",
    "light-verb": "Funktionsverb: die Bedeutung trägt das Nomen.",
    "supposition": "„sollte“ in der Bedingung: heißt „vielleicht“, die Mimik trägt es.",
    "idiom": "Feste Wendung: durch Stellung und Mimik ausgedrückt.",
    "symbol": "Zeichen ohne Wortinhalt.",
    "topic-clause": "„Was … betrifft“: das Thema steht vorn, mit gehobenen Brauen.",
}


_REASON_BY_POS = {
    "DET": "articles",
    "ADP": "preposition",
    "CCONJ": "conjunction",
    "SCONJ": "subjunction",
    "AUX": "auxiliary",
    "PUNCT": "punctuation",
    "SPACE": "punctuation",
    "PART": "particle",
    "SYM": "symbol",
}


def gloss(text: str, *, lexicon: Lexicon | None = None) -> tuple[SignedSentence, ...]:
    """Translate German, ideally already easy German, into DGS scores, one per sentence.

    lexicon: the corpus to sign with; default the project's own. A sentence of more than
    ``MAX_SIGNS`` signs is cut between its clauses. The same text gives the same scores.

    Raises ``NothingToGlossError`` for a text without words, ``TextTooLongError`` beyond
    ``MAX_CHARACTERS``.
    """
    return tuple(item.sentence for item in explain(text, lexicon=lexicon))


def explain(text: str, *, lexicon: Lexicon | None = None) -> tuple[ExplainedSentence, ...]:
    """As ``gloss``, with the alignment of every word and the rules that fired."""
    if not any(char.isalnum() for char in text):
        raise NothingToGlossError
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(len(text), MAX_CHARACTERS)
    entries = (lexicon if lexicon is not None else load()).entries
    return explain_analysis(analysed(text), entries)


def analysed(text: str) -> Analysis:
    """The analysis that the transfer reads; no markup, entity or list number stands in its way."""
    clean = cleaned(text)
    return replace(analyse(without_list_numbers(clean)), text=clean)


def explain_analysis(
    analysis: Analysis, entries: Mapping[str, Entry]
) -> tuple[ExplainedSentence, ...]:
    """Translate a text that is already analysed. entries: gloss → corpus entry."""
    analysis, read_anew = reread(analysis)
    scene = Scene(analysis, _lexis(_Entries(entries)))
    made: list[list[list[Draft]]] = []
    fired: list[tuple[str, ...]] = []
    numbers = _list_numbers(analysis)
    for sentence in analysis.sentences:
        blocks = assemble(scene, sentence, item=numbers.get(sentence.index, 0))
        for rule in read_anew.get(sentence.index, ()):
            scene.fire(rule)
        made.append(_nothing_lost(scene, sentence, blocks))
        fired.append(tuple(scene.rules))
    placed, changed = set_up(made, scene.lexis)
    out: list[ExplainedSentence] = []
    for number, sentence in enumerate(analysis.sentences):
        rules = (*fired[number], "REF-FIRST-MENTION") if number in changed else fired[number]
        out += _scores(scene, sentence, placed[number], rules)
    return tuple(out)


class _Entries:
    """Entries as a key by identity: a lexicon is loaded once and looked up many times."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Entries) and other.entries is self.entries


@lru_cache(maxsize=4)
def _lexis(key: _Entries) -> Lexis:
    return Lexis(key.entries)


def lexis_of(entries: Mapping[str, Entry]) -> Lexis:
    """The word look-up of a lexicon, shared by all translations with it."""
    return _lexis(_Entries(entries))


def _list_numbers(analysis: Analysis) -> dict[int, int]:
    """Sentence index → number on the list hand, for lists of two to five items.

    Only a sentence that opens with its dash, bullet or number begins an item.
    """
    out: dict[int, int] = {}
    run: list[int] = []
    for sentence in [*analysis.sentences, None]:
        if sentence is not None and sentence.kind is SentenceKind.LIST_ITEM:
            if marker_tokens(analysis, sentence):
                run.append(sentence.index)
            continue
        if len(run) in _LIST_RUN:
            out.update({index: number for number, index in enumerate(run, start=1)})
        run = []
    return out


def _nothing_lost(scene: Scene, sentence: Sentence, blocks: list[list[Draft]]) -> list[list[Draft]]:
    """Account for every token: what no rule took is signed word by word at the end.

    Where a sentence would come out empty (``Über uns`` misread as two prepositions), its words are
    signed whatever they are.
    """
    signed = {index for block in blocks for draft in block for index in draft.tokens}
    rescued: list[Draft] = []
    for index in range(*sentence.tokens):
        token = scene.token(index)
        alone = not signed and any(char.isalnum() for char in token.text)
        if index in signed:
            scene.dropped.pop(index, None)  # one reading dropped it, another signed it
            continue
        doubted = not alone and _wrongly_dropped(token, scene.dropped.get(index, ""))
        if index in scene.dropped and not alone and not doubted:
            continue
        reason = "" if alone or doubted else _reason_for(token)
        if reason and not _wrongly_dropped(token, reason):
            scene.drop([index], reason)
            continue
        scene.dropped.pop(index, None)
        scene.fire("SAFETY-NET")
        drafts, _ = scene.word(_lemma(token), token.pos, [index], surface=token.text)
        rescued += drafts
    return [*blocks, rescued] if rescued else blocks


def _lemma(token: Token) -> str:
    coded = any(char.isdigit() for char in token.text)
    return token.text if coded else token.lemma or token.text


_BY_FORM = frozenset(
    {"articles", "preposition", "conjunction", "subjunction", "particle", "relative", "punctuation"}
)


def _wrongly_dropped(token: Token, reason: str) -> bool:
    """Whether a word was dropped for a word class that its form does not have (*Schul-* taken for a
    conjunction): then it carries content and is signed."""
    if reason not in _BY_FORM or not any(char.isalnum() for char in token.text):
        return False
    low = token.text.lower()
    known = closed_forms()
    if not any(char.isalpha() for char in low):
        return reason == "punctuation" and low.isdigit()
    if any(char.isdigit() for char in low):
        return True
    return low not in known and low.rstrip(".") not in known and token.lemma.lower() not in known


def _reason_for(token: Token) -> str:
    """Why a token needs no sign, or "" where it carries content."""
    words = function_words()
    lemma = token.lemma.lower()
    if not any(char.isalnum() for char in token.text):
        return "punctuation" if token.pos == "PUNCT" else "symbol"
    if token.tag in words.drop_tags:
        return words.drop_tags[token.tag]
    if lemma in words.negations or token.pos in ("NUM", "NOUN", "PROPN"):
        return ""
    if lemma in words.drop_lemmas and token.pos not in ("NOUN", "PROPN"):
        return words.drop_lemmas[lemma]
    if token.pos in _CONTENT:
        return ""
    return _REASON_BY_POS.get(token.pos, "")


def _scores(
    scene: Scene, sentence: Sentence, blocks: list[list[Draft]], rules: tuple[str, ...]
) -> list[ExplainedSentence]:
    parts = list(_cut(blocks))
    if not parts:
        return []
    scene.signed |= {index for block in blocks for draft in block for index in draft.tokens}
    out: list[ExplainedSentence] = []
    for number, part in enumerate(parts):
        drafts = [draft for block in part for draft in block]
        if len(parts) == 1:
            first, last = sentence.tokens
        else:
            first, last = _stretch(parts, number, sentence)
        out.append(_score(scene, drafts, part, range(first, last), rules))
    return out


def _cut(blocks: list[list[Draft]]) -> Iterable[list[list[Draft]]]:
    """Blocks in parts of at most ``MAX_SIGNS`` signs; only a block longer than that is broken."""
    pieces = [
        block[at : at + MAX_SIGNS] for block in blocks for at in range(0, len(block), MAX_SIGNS)
    ]
    part: list[list[Draft]] = []
    for piece in pieces:
        if part and sum(map(len, part)) + len(piece) > MAX_SIGNS:
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def _stretch(parts: list[list[list[Draft]]], number: int, sentence: Sentence) -> tuple[int, int]:
    """The German of a part: its tokens from first to last; the sentence's ends fill up."""
    tokens = [index for block in parts[number] for draft in block for index in draft.tokens]
    if not tokens:
        return sentence.tokens
    return min(tokens), max(tokens) + 1


def _score(
    scene: Scene,
    drafts: list[Draft],
    blocks: list[list[Draft]],
    tokens: range,
    rules: tuple[str, ...],
) -> ExplainedSentence:
    analysis = scene.analysis
    start = analysis.tokens[tokens.start].span[0]
    end = analysis.tokens[tokens.stop - 1].span[1]
    german = analysis.text[start:end]

    def place(index: int) -> tuple[int, int]:
        a, b = analysis.tokens[index].span
        return a - start, b - start

    signs = tuple(
        replace(
            draft.sign,
            source=tuple(place(index) for index in sorted(set(draft.tokens)) if index in tokens),
        )
        for draft in drafts
    )
    ends: list[int] = []
    for block in blocks:
        ends.append((ends[-1] if ends else -1) + len(block))
    sentence = SignedSentence(german=german, signs=signs, non_manuals=spans(drafts, ends))
    alignment = tuple(_aligned(scene, index, drafts, place(index)) for index in tokens)
    lost = [item.word for item in alignment if item.means == "lost"]
    if lost:
        raise LossError(", ".join(lost))
    parts = tuple(draft.part for draft in drafts)
    return ExplainedSentence(sentence=sentence, alignment=alignment, rules=rules, parts=parts)


def _aligned(scene: Scene, index: int, drafts: list[Draft], span: tuple[int, int]) -> Aligned:
    token = scene.token(index)
    positions = tuple(at for at, draft in enumerate(drafts) if index in draft.tokens)
    if positions:
        how = scene.means.get(index, Means.SIGN)
        if (token.text[0].isdigit() or token.pos == "NUM") and any(
            drafts[at].sign.kind is SignKind.NUMBER for at in positions
        ):
            how = Means.SIGN  # the number is signed, whatever became of its unit
        if any(drafts[at].sign.kind is SignKind.TEXT for at in positions):
            how = Means.SHOWN
        return Aligned(word=token.text, span=span, signs=positions, means=how.value)
    key = scene.dropped.get(index)
    if key is None:
        means = "elsewhere" if index in scene.signed else "lost"
        return Aligned(word=token.text, span=span, signs=(), means=means)
    reason = REASONS.get(key) or function_words().reasons.get(key, key)
    return Aligned(word=token.text, span=span, signs=(), means="dropped", reason=reason)
