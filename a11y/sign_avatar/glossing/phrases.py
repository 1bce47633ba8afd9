"""A noun phrase, adverbial or loose stretch of words as signs in DGS order.

Within a phrase: attributes before what they belong to (the ground before the figure: ``Kopie des
Ausweises`` → AUSWEIS KOPIE), number and quantifier before the noun, adjectives as in German
(SIGN-HUB Lexicon 3.1 has both orders), demonstratives as an index after the noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from a11y.language.analysis import Token, ValueKind
from a11y.sign_avatar.glossing.calendar import WEEKDAYS, is_calendar
from a11y.sign_avatar.glossing.degree import COMPARING, EQUALS, OWN_COMPARATIVE, is_comparative
from a11y.sign_avatar.glossing.forms import (
    is_gerund,
    is_plural,
    is_superlative,
    pluralised,
    positive,
)
from a11y.sign_avatar.glossing.lexis import Means
from a11y.sign_avatar.glossing.pronouns import addresses, is_answer, pronoun
from a11y.sign_avatar.glossing.reread.names import DEGREES, NAME, is_land
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.values import (
    count_of,
    list_sign,
    number_drafts,
    ordinal_of,
    ordinal_sign,
    render_value,
    unit_drafts,
)
from a11y.sign_avatar.glossing.words import adjectival_nouns, denies_amount, function_words, idioms
from a11y.sign_avatar.score import Locus

_TIME_UNITS = frozenset({"Tag", "Woche", "Monat", "Jahr", "Stunde", "Minute"})
_LIST_MIN, _LIST_MAX = 3, 5
_RANGED = frozenset(
    {ValueKind.NUMBER, ValueKind.TIME, ValueKind.DATE, ValueKind.ORDINAL, ValueKind.PRICE,
     ValueKind.DURATION, ValueKind.PERCENT}
)  # fmt: skip
_COUNTED = _RANGED - {ValueKind.TIME}
_DEMONSTRATIVES = frozenset({"dieser", "diese", "dieses", "jener", "dies", "derselbe"})
_EVERY = frozenset({"jede", "jeden", "jedem", "jedes", "jeder"})
_PLACES = ("amt", "büro", "stelle", "haus", "behörde")
_POSSESSIVES = ("mein", "dein", "sein", "ihr", "unser", "euer", "eur")
_GENITIVE_ARTICLES = frozenset({"des", "eines", "der", "dieses", "Ihres", "ihres", "seines"})


@dataclass(slots=True)
class _Piece:
    """One word or value of a phrase, rendered. kind: noun, determiner, start (of an attribute),
    standard (of a comparison), joint, or, nested (a joint inside an attribute), other."""

    kind: str
    drafts: list[Draft]
    tokens: tuple[int, ...]
    trailing: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Conjunct:
    groups: list[list[_Piece]] = field(default_factory=lambda: [[]])
    either: list[Draft] = field(default_factory=list)
    bare: bool = True


def render_phrase(
    scene: Scene,
    tokens: Sequence[int],
    *,
    kind: str = "none",
    lists: bool = True,
    as_written: bool = False,
) -> list[Draft]:
    """Render tokens that belong together.

    as_written: keep the German order; nothing is an attribute of something else.

    kind: the adverbial's type or "none"; prepositions keep their meaning by it. lists: set out
    three to five coordinated nouns on the fingers of the list hand.
    """
    pieces = _pieces(scene, tokens, kind)
    if as_written:
        return [draft for piece in pieces for draft in (*piece.drafts, *piece.trailing)]
    conjuncts = _conjuncts(scene, pieces)
    drafts: list[Draft] = []
    listed = lists and not scene.in_list and _LIST_MIN <= len(conjuncts) <= _LIST_MAX
    shared = _shared_attributes(conjuncts)
    for number, conjunct in enumerate(conjuncts, start=1):
        drafts += conjunct.either
        if listed:
            drafts += _buoy(scene, number, conjunct.groups[-1])
        if number == 1:
            drafts += _flat(scene, shared)
        drafts += _flat(scene, conjunct.groups)
    return drafts


def _tokens(group: list[_Piece]) -> tuple[int, ...]:
    """The tokens that a group really signs; a buoy must not answer for a word that was dropped."""
    signed = (piece for piece in group if piece.drafts or piece.trailing)
    return tuple(index for piece in signed for index in piece.tokens)


def _flat(scene: Scene, groups: list[list[_Piece]]) -> list[Draft]:
    filled = [group for group in groups if group]
    if len(filled) > 1:
        scene.fire("NP-ATTRIBUTE-FIRST")
    out: list[Draft] = []
    for group in reversed(filled):
        items = _items(group)
        listed = not scene.in_list and _LIST_MIN <= len(items) <= _LIST_MAX
        for number, item in enumerate(items, start=1):
            if listed:
                out += _buoy(scene, number, item)
            out += [draft for piece in item for draft in piece.drafts]
            out += [draft for piece in item for draft in piece.trailing]
    return out


def _items(group: list[_Piece]) -> list[list[_Piece]]:
    """The coordinated nouns of an attribute, one after the other."""
    out: list[list[_Piece]] = [[]]
    for piece in group:
        if piece.kind == "nested":
            out.append([])
        out[-1].append(piece)
    return out


def _buoy(scene: Scene, number: int, item: list[_Piece]) -> list[Draft]:
    scene.fire("LIST-BUOY")
    return marked([Draft(sign=list_sign(number), tokens=_tokens(item))], scene.mark("list"))


def _shared_attributes(conjuncts: list[_Conjunct]) -> list[list[_Piece]]:
    """``Name und Anschrift des Halters``: the attribute of the last bare conjunct is everyone's."""
    if len(conjuncts) < 2 or not all(item.bare for item in conjuncts):
        return []
    if any(len(item.groups) > 1 for item in conjuncts[:-1]):
        return []
    last = conjuncts[-1]
    shared, last.groups = last.groups[1:], last.groups[:1]
    return shared


def _conjuncts(scene: Scene, pieces: list[_Piece]) -> list[_Conjunct]:
    out = [_Conjunct()]
    for position, piece in enumerate(pieces):
        current = out[-1]
        has_noun = any(item.kind == "noun" for item in current.groups[-1])
        if piece.kind in ("joint", "or"):
            later = next((item for item in pieces[position + 1 :] if item.kind == "noun"), None)
            if has_noun and later and _continues_attribute(scene, current, later):
                current.groups[-1].append(replace(piece, kind="nested"))
            elif has_noun and later:
                out.append(_Conjunct(either=piece.drafts))
            else:
                current.groups[-1].append(replace(piece, kind="other"))
            continue
        opens = piece.kind == "start" and has_noun
        if opens or (piece.kind == "standard" and any(item.drafts for item in current.groups[-1])):
            current.groups.append([])
        if piece.kind == "determiner":
            current.bare = current.bare and len(current.groups) > 1
        current.groups[-1].append(piece)
    return [item for item in out if any(item.groups) or item.either]


def _continues_attribute(scene: Scene, current: _Conjunct, noun: _Piece) -> bool:
    """*Kurse für Eltern, Kinder und Senioren*: the noun is coordinated with the one in the
    attribute, not with what the attribute belongs to."""
    if len(current.groups) < 2:
        return False
    token = scene.token(noun.tokens[0])
    first = scene.token(token.head)
    while first.dep == "conj" and first.head != first.index:
        first = scene.token(first.head)
    inside = {index for group in current.groups[1:] for item in group for index in item.tokens}
    outside = {index for item in current.groups[0] for index in item.tokens}
    bare = not any(item.kind in ("determiner", "start") for item in current.groups[-1][1:])
    return token.dep == "conj" and first.index in inside and first.head in outside and bare


def _pieces(scene: Scene, tokens: Sequence[int], kind: str) -> list[_Piece]:
    out: list[_Piece] = []
    pending: list[Draft] = []  # what follows its noun: OHNE, a demonstrative's index
    position = 0
    while position < len(tokens):
        index = tokens[position]
        value = scene.value(index)
        if value is not None and _stands_alone(scene, value.kind, index):
            run = [index]
            while position + 1 < len(tokens) and scene.value(tokens[position + 1]) is value:
                position += 1
                run.append(tokens[position])
            position += 1
            if not scene.once(value):
                continue
            run = sorted({*run, *scene.value_tokens(value)})
            is_noun = value.kind not in (ValueKind.NUMBER, ValueKind.ORDINAL)
            counted = _counted_unit(scene, value.kind, run, tokens[position : position + 1])
            if counted is not None:
                position += 1
                out.append(_Piece("noun", counted, (*run, tokens[position - 1]), pending))
            else:
                drafts = render_value(scene, value, run)
                out.append(_Piece("noun" if is_noun else "other", drafts, tuple(run), pending))
            pending = []
            continue
        some = _denied(scene, tokens[position : position + 2])
        if some is not None:
            out.append(some)
            position += 2
            continue
        fixed = _idiom(scene, tokens[position:])
        if fixed is not None:
            out.append(fixed)
            position += len(fixed.tokens)
            continue
        piece, after = _word(scene, index, tokens, position, kind)
        pending += after
        if piece.kind == "noun":
            piece.trailing += pending
            pending = []
        out.append(piece)
        position += 1
    if pending:
        out.append(_Piece("other", pending, ()))
    return out


def _denied(scene: Scene, tokens: Sequence[int]) -> _Piece | None:
    """*nicht alle*, *nicht unterschrieben*: what is denied, then NICHT, under one head shake; the
    rest holds. Only a *nicht* that no clause has claimed comes here."""
    if len(tokens) < 2 or tokens[1] != tokens[0] + 1:
        return None
    amount = denies_amount(scene.analysis.tokens, tokens[0])
    quality = scene.token(tokens[1]).pos in ("ADJ", "VERB") and (
        scene.token(tokens[0]).text.lower() == "nicht"
    )
    if not amount and not quality:
        return None
    scene.fire("NEG-AMOUNT" if amount else "NEG-WORD")
    what = _content(scene, scene.token(tokens[1]))[0].drafts
    denied = _unmarked([*what, *scene.word("nicht", "", tokens[:1])[0]], "negation")
    return _Piece("other", marked(denied, scene.mark("negation")), tuple(tokens))


def _idiom(scene: Scene, tokens: Sequence[int]) -> _Piece | None:
    """A fixed phrase at the head of ``tokens``, as one piece."""
    known = idioms()
    for length in range(min(4, len(tokens)), 0, -1):
        run = tuple(tokens[:length])
        if run[-1] - run[0] != length - 1:
            continue
        lemmas = known.get(tuple(scene.token(index).text.lower() for index in run))
        if scene.token(run[-1]).tag == "KOKOM" and not _counts(scene, tokens[length:]):
            continue  # weniger als Erwachsene: a standard, no bound of a number
        if lemmas is not None:
            scene.fire("LEX-IDIOM")
            if not lemmas:
                scene.drop(run, "idiom")
            drafts = [draft for lemma in lemmas for draft in scene.word(lemma, "", run)[0]]
            return _Piece("other", drafts, run)
    return None


def _counts(scene: Scene, tokens: Sequence[int]) -> bool:
    return bool(tokens) and (
        scene.value(tokens[0]) is not None or scene.token(tokens[0]).pos == "NUM"
    )


def _stands_alone(scene: Scene, kind: ValueKind, index: int) -> bool:
    """Number words that are really articles (``eine``) are no numbers, nor is ``beide``."""
    token = scene.token(index)
    return kind is not ValueKind.NUMBER or not (
        token.tag == "ART" or token.text.lower().startswith("beide")
    )


def _counted_unit(
    scene: Scene, kind: ValueKind, run: list[int], following: Sequence[int]
) -> list[Draft] | None:
    if kind is not ValueKind.NUMBER or len(run) != 1 or not following:
        return None
    unit = scene.token(following[0])
    value = scene.value(run[0])
    count = count_of(value.normal) if value else None
    if unit.lemma in _TIME_UNITS and count is not None:
        return unit_drafts(scene, count, unit.lemma, (run[0], following[0]))
    return None


def _word(
    scene: Scene, index: int, tokens: Sequence[int], position: int, kind: str
) -> tuple[_Piece, list[Draft]]:
    """One word. Returns its piece and what must follow the next noun."""
    token = scene.token(index)
    words = function_words()
    lemma = token.lemma.lower()
    here = (index,)

    def dropped(reason: str, piece_kind: str = "other") -> tuple[_Piece, list[Draft]]:
        scene.drop(here, reason)
        return _Piece(piece_kind, [], here), []

    if is_range_dash(scene, index):
        scene.fire("NUM-RANGE")
        return _Piece("other", scene.word("bis", "ADP", here)[0], here), []
    if _is_minus(scene, index):
        return _Piece("other", scene.word("minus", "ADV", here)[0], here), []
    if token.pos == "PUNCT" or token.tag.startswith("$"):
        return dropped("punctuation", "joint" if token.text in (",", ";") else "other")
    if token.tag == "KOKOM":
        scene.drop(here, "comparison")
        return _Piece(
            "standard" if position and _compares(scene, tokens) else "start", [], here
        ), []
    if token.text.lower() in EQUALS and _likened(scene, tokens, position):
        scene.fire("COMPARE-EQUAL")
        return _Piece("other", scene.word("gleich", "ADJ", here, surface=token.text)[0], here), []
    link = words.links.get(lemma)
    if token.tag in ("ADV", "ADJD") and link is not None and link.sign == "außerdem":
        scene.fire("LINK-SIGNED")
        return _Piece("other", scene.word(link.sign, "ADV", here, surface=token.text)[0], here), []
    if token.tag == "KON" or token.pos == "CCONJ":
        if link is not None and link.sign:
            drafts = scene.word(link.sign, "CCONJ", here)[0]
            return _Piece("or", drafts, here), []
        return dropped("conjunction", "joint")
    if token.tag in ("PRELS", "PRELAT"):
        return dropped("relative")
    if token.tag == "PTKA" and token.text.lower() == "zu":  # zu spät: more than allowed
        return _Piece("other", scene.word("zu", "PTKA", here)[0], here), []
    per = token.text.lower() == "je" and _noun_follows(scene, tokens, position)
    if per or token.tag in ("APPR", "APPRART", "APPO") or token.pos == "ADP" or lemma == "ohne":
        return _preposition(scene, token, tokens, position, kind)
    if token.tag == "PDS":
        return _demonstrative(scene, token, tokens, position)
    if token.text.lower().startswith("dein") and len(token.text) < 7 and token.pos != "NOUN":
        return _possessive(scene, token, tokens, position)
    if token.tag == "ART" or (token.pos == "DET" and lemma in ("der", "ein", "die", "das")):
        starts = token.morph.get("Case") == "Gen" and token.text in _GENITIVE_ARTICLES
        return dropped("articles", "start" if starts and position else "determiner")
    if lemma in words.negations and token.pos in ("DET", "PRON", "PART", "ADV"):
        return _Piece("determiner", _own_negation(scene, index, words.negations[lemma]), here), []
    if is_answer(scene, index):
        return _Piece("noun", scene.word(lemma, "INTJ", here)[0], here), []
    possessive = token.tag == "PPOSAT" or token.morph.get("Poss") == "Yes"
    if possessive and token.text.lower().startswith(_POSSESSIVES):
        return _possessive(scene, token, tokens, position)
    if lemma in _DEMONSTRATIVES and token.pos in ("DET", "PRON"):
        return _demonstrative(scene, token, tokens, position)
    if token.pos == "PRON" and (token.tag in ("PPER", "PRF") or lemma in ("sich", "man", "es")):
        drafts = pronoun(scene, index)
        return _Piece("noun" if drafts else "other", drafts, here), []
    if token.pos == "NUM" or (token.text.isascii() and token.text.isdigit()):
        return _numeral(scene, token)
    if token.text.lower() == "noch" and any(
        scene.token(at).text.lower() == "weder" for at in range(max(0, index - 9), index)
    ):
        return dropped("neither", "joint")
    if token.text.lower() == "ganz" and token.tag == "ADV":  # ganz unten; das ganze Jahr stays
        return dropped("particle")
    reason = words.drop_lemmas.get(lemma)
    if reason in ("particle", "correlate", "conjunction") and token.pos not in ("NOUN", "VERB"):
        return dropped(reason)
    return _content(scene, token)


def _compares(scene: Scene, tokens: Sequence[int]) -> bool:
    """Whether the phrase has the quality that its *als* or *wie* gives the standard of."""
    return any(
        is_comparative(scene.token(index)) or scene.token(index).text.lower() in COMPARING
        for index in tokens
    )


def _likened(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    """The *so* of *so teuer wie der Bus*: a quality follows, and behind it its standard."""
    rest = [scene.token(index) for index in tokens[position + 1 :]]
    quality = bool(rest) and rest[0].pos in ("ADJ", "ADV")
    return quality and any(word.tag == "KOKOM" and word.text.lower() == "wie" for word in rest)


def _is_minus(scene: Scene, index: int) -> bool:
    """``-5 Grad``: a dash right before a number and after a blank."""
    token = scene.token(index)
    if token.text not in ("-", "–", "−") or token.space_after or index + 1 >= scene.size:
        return False
    sentence = {item.tokens[0] for item in scene.analysis.sentences}
    before = index and scene.token(index - 1).space_after and index not in sentence
    return bool(before) and scene.token(index + 1).text[:1].isdigit()


def is_range_dash(scene: Scene, index: int) -> bool:
    """A dash between two numbers, times or days of the week: BIS."""
    if scene.token(index).text not in ("-", "–", "—") or not 0 < index < scene.size - 1:
        return False
    before, after = scene.value(index - 1), scene.value(index + 1)
    if before is not None and after is not None:
        return before is not after and before.kind in _RANGED and after.kind in _RANGED
    return all(_is_day(scene, at) for at in (index - 1, index + 1))


def _is_day(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    return is_calendar(token) or function_words().lemmas.get(token.text, "") in WEEKDAYS


def _preposition(
    scene: Scene, token: Token, tokens: Sequence[int], position: int, kind: str
) -> tuple[_Piece, list[Draft]]:
    rule = function_words().prepositions.get(token.lemma.lower())
    here = (token.index,)
    begins = position and token.text.lower() not in (
        "bis",
        "je",
        "pro",
    )  # von 8 bis 12: one stretch
    piece = _Piece("start" if begins else "other", [], here)
    if rule is None or (rule.types and kind not in rule.types):
        scene.drop(here, "preposition")
        return piece, []
    if rule.numeric and not _number_follows(scene, tokens, position):
        scene.drop(here, "preposition")
        return piece, []
    if rule.optional:
        drafts = scene.optional(rule.optional, here, "preposition")
        if rule.after:
            return piece, drafts
        piece.drafts = drafts
        return piece, []
    scene.fire("PP-MEANING")
    drafts = scene.word(rule.sign, "ADP", here)[0]
    if rule.negation:
        drafts = marked(_unmarked(drafts, "negation"), scene.mark("negation"))
        scene.fire("NEG-OHNE")
    if rule.after:
        return piece, drafts
    piece.drafts = drafts
    return piece, []


def _own_negation(scene: Scene, index: int, sign: str) -> list[Draft]:
    """A negating word that the clause did not claim: signed where it stands, never dropped."""
    scene.fire("NEG-WORD")
    drafts = _unmarked(scene.word(sign, "", (index,))[0], "negation")
    return marked(drafts, scene.mark("negation"))


def _unmarked(drafts: list[Draft], function: str) -> list[Draft]:
    return [
        replace(draft, marks=tuple(mark for mark in draft.marks if mark[0] != function))
        for draft in drafts
    ]


def _noun_follows(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    following = tokens[position + 1 : position + 2]
    return bool(following) and scene.is_noun(following[0])


def _number_follows(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    following = list(tokens[position + 1 :])
    while following and scene.token(following[0]).text.lower() in ("von", "der", "des"):
        del following[0]  # innerhalb von zwei Wochen
    if not following:
        return False
    value = scene.value(following[0])
    return scene.token(following[0]).pos == "NUM" if value is None else value.kind in _COUNTED


def _possessive(
    scene: Scene, token: Token, tokens: Sequence[int], position: int
) -> tuple[_Piece, list[Draft]]:
    here = (token.index,)
    low = token.text.lower()
    if low.startswith(("mein", "unser")):
        locus = Locus.SIGNER
    elif low.startswith(("dein", "euer", "eur")) or addresses(token):
        locus = Locus.ADDRESSEE
    else:
        locus = scene.locus(f"possessor:{low[:3]}")
    scene.fire("REF-POSSESSIVE")
    starts = token.morph.get("Case") == "Gen" and position
    drafts = [Draft(sign=scene.lexis.possessive(locus), tokens=here)]
    return _Piece("start" if starts else "determiner", drafts, here), []


def _demonstrative(
    scene: Scene, token: Token, tokens: Sequence[int], position: int
) -> tuple[_Piece, list[Draft]]:
    here = (token.index,)
    noun = next(
        (scene.token(i) for i in tokens[position + 1 :] if scene.token(i).pos == "NOUN"), None
    )
    if noun is None:
        locus = scene.locus(f"demonstrative:{token.lemma.lower()}")
        return _Piece("noun", [Draft(sign=scene.lexis.index(locus), tokens=here)], here), []
    scene.fire("REF-DEMONSTRATIVE")
    index = Draft(sign=scene.lexis.index(scene.locus(noun.lemma)), tokens=here)
    return _Piece("other", [], here), [index]


def _numeral(scene: Scene, token: Token) -> tuple[_Piece, list[Draft]]:
    here = (token.index,)
    count = count_of(token.text)
    drafts = number_drafts(scene, str(count) if count is not None else token.text, here)
    if drafts is None:
        drafts = scene.word(token.text, "NUM", here, surface=token.text)[0]
    return _Piece("other", drafts, here), []


def _names_follow(scene: Scene, index: int) -> bool:
    """``Fr. Schmidt``, no Friday."""
    if index + 1 >= scene.size:
        return False
    after = scene.token(index + 1)
    return after.dep == NAME or after.text in DEGREES


def _content(scene: Scene, token: Token) -> tuple[_Piece, list[Draft]]:
    here = (token.index,)
    if token.text.lower() in ("dort", "dorthin"):
        scene.fire("REF-PLACE")
        locus = scene.last_place or scene.locus("place:dort")
        return _Piece("other", [Draft(sign=scene.lexis.index(locus), tokens=here)], here), []
    nominal = scene.is_noun(token.index)
    coded = any(char.isdigit() for char in token.text)  # AusweisApp2, 7a: taggers drop the figure
    lemma = token.text if coded else token.lemma or token.text
    if nominal and token.text[:1].isupper() and lemma[:1].islower():
        lemma = token.text
    if nominal and lemma in adjectival_nouns() and lemma.endswith("er"):
        lemma = lemma[:-1]  # Erwachsener → Erwachsene, as people and corpora name them
    lemma = function_words().lemmas.get(lemma, lemma)
    low = token.text.lower()
    if low in ("fr.", "fr") and _names_follow(scene, token.index):
        lemma, nominal = "Frau", True
    if low in _EVERY:
        lemma = "jeder"
    elif token.tag == "ADJA" and low.startswith("weitere"):  # more of them, not far away
        lemma = "weitere"
    elif nominal and is_gerund(token):
        lemma = token.text
    elif token.text[:1].isupper() and lemma == low and low.endswith(_PLACES):
        lemma, nominal = token.text, True  # a heading's first word, taken for an adverb
    pos = "NOUN" if nominal and token.pos != "PROPN" else token.pos
    if token.tag in ("ADJD", "ADJA") and not nominal:
        pos = "ADJ"
    surely = token.dep == NAME and not is_land(scene.lexis, lemma)
    if pos == "PROPN" and not surely and scene.lexis.signed(lemma, "NOUN") is not None:
        pos = "NOUN"
    if pos in ("PRON", "DET", "X", "SYM", "INTJ"):
        pos = ""
    ordinal = ordinal_of(token.text) if token.tag == "ADJA" else None
    if ordinal is not None:
        scene.fire("NUM-ORDINAL")
        return _Piece("other", [Draft(sign=ordinal_sign(ordinal), tokens=here)], here), []
    superlative = is_superlative(token)
    if is_comparative(token):
        lemma = positive(scene, lemma)
    parts = scene.analysis.compounds.get(token.index, ())
    written = lemma if token.text[-1] in "-‐" or token.text[0] in "-‐" else token.text
    drafts, rendering = scene.word(lemma, pos, here, surface=written, parts=parts)
    if nominal:
        scene.introduced.add(token.lemma)
    if token.pos == "PROPN" and rendering.means is Means.SPELLED:
        scene.fire("LEX-NAME")
    if is_comparative(token) and lemma.lower() not in OWN_COMPARATIVE:
        scene.fire("COMPARE-MORE")
        drafts += scene.word("mehr", "ADV", here)[0]
    if superlative and not nominal:
        scene.fire("COMPARE-MOST")
        drafts += scene.word("meiste", "ADV", here)[0]
    if nominal and is_plural(scene, token) and rendering.entry is not None:
        drafts = pluralised(scene, drafts, reduplicates=rendering.entry.reduplicates)
    return _Piece("noun" if nominal else "other", drafts, here), []
