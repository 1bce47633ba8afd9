"""One word of a phrase as a piece: what is dropped, what points, what follows its noun."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Token, ValueKind
from a11y.sign_avatar.glossing.content_words import content_piece
from a11y.sign_avatar.glossing.dashes import RANGED, is_minus, is_range_dash
from a11y.sign_avatar.glossing.degree import COMPARING, EQUALS, is_comparative
from a11y.sign_avatar.glossing.piece import Piece, unmarked
from a11y.sign_avatar.glossing.pronouns import addresses, is_answer, possessor, pronoun, subject_of
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.values import count_of, number_drafts, number_sign
from a11y.sign_avatar.glossing.words import function_words
from a11y.sign_avatar.score import Locus

_COUNTED = RANGED - {ValueKind.TIME}
_DEMONSTRATIVES = frozenset({"dieser", "diese", "dieses", "jener", "dies", "derselbe"})
_POSSESSIVES = ("mein", "dein", "sein", "ihr", "unser", "euer", "eur")
_GENITIVE_ARTICLES = frozenset({"des", "eines", "der", "dieses", "Ihres", "ihres", "seines"})


def word_piece(
    scene: Scene, index: int, tokens: Sequence[int], position: int, kind: str
) -> tuple[Piece, list[Draft]]:
    """One word. Returns its piece and what must follow the next noun."""
    token = scene.token(index)
    words = function_words()
    lemma = token.lemma.lower()
    here = (index,)

    def dropped(reason: str, piece_kind: str = "other") -> tuple[Piece, list[Draft]]:
        scene.drop(here, reason)
        return Piece(piece_kind, [], here), []

    if is_answer(scene, index):
        return _answer(scene, lemma, here), []
    if is_range_dash(scene, index):
        scene.fire("NUM-RANGE")
        return Piece("other", scene.word("bis", "ADP", here)[0], here), []
    if is_minus(scene, index):
        return Piece("other", scene.word("minus", "ADV", here)[0], here), []
    if token.pos == "PUNCT" or token.tag.startswith("$"):
        return dropped("punctuation", "joint" if token.text in (",", ";") else "other")
    if token.text in ("+", "&"):  # Sa + So
        return dropped("conjunction", "joint")
    if token.tag == "KOKOM":
        scene.drop(here, "comparison")
        return Piece("standard" if position and _compares(scene, tokens) else "start", [], here), []
    if token.text.lower() in EQUALS and _likened(scene, tokens, position):
        scene.fire("COMPARE-EQUAL")
        return Piece("other", scene.word("gleich", "ADJ", here, surface=token.text)[0], here), []
    link = words.links.get(lemma)
    if token.tag in ("ADV", "ADJD") and link is not None and link.sign == "außerdem":
        scene.fire("LINK-SIGNED")
        return Piece("other", scene.word(link.sign, "ADV", here, surface=token.text)[0], here), []
    if token.tag == "KON" or token.pos == "CCONJ":
        if link is not None and link.sign:
            drafts = scene.word(link.sign, "CCONJ", here)[0]
            return Piece("or", drafts, here), []
        return dropped("conjunction", "joint")
    if token.tag in ("PRELS", "PRELAT"):
        return dropped("relative")
    if token.tag == "PTKA" and token.text.lower() == "zu":  # zu spät: more than allowed
        return Piece("other", scene.word("zu", "PTKA", here)[0], here), []
    per = token.text.lower() == "je" and _noun_follows(scene, tokens, position)
    if per or token.tag in ("APPR", "APPRART", "APPO") or token.pos == "ADP" or lemma == "ohne":
        return _preposition(scene, token, tokens, position, kind)
    if token.tag == "PDS":
        return _demonstrative(scene, token, tokens, position)
    if token.text.lower().startswith("dein") and len(token.text) < 7 and token.pos != "NOUN":
        return _possessive(scene, token, tokens, position)
    if (
        token.tag == "ART"
        and token.text.lower().startswith("ein")
        and _measure_follows(scene, tokens, position)
    ):
        return Piece("other", [Draft(sign=number_sign(1), tokens=here)], here), []
    if token.tag == "ART" or (token.pos == "DET" and lemma in ("der", "ein", "die", "das")):
        behind = bool(position) and scene.token(tokens[position - 1]).tag == "NN"
        behind = behind and tokens[position - 1] == index - 1 and token.text == "der"
        genitive = behind or token.morph.get("Case") == "Gen"  # die Abgabe der Schlüssel
        starts = genitive and token.text in _GENITIVE_ARTICLES
        return dropped("articles", "start" if starts and position else "determiner")
    if lemma == "kein" and _noun_ahead(scene, tokens, position):  # GELD NICHT
        return Piece("determiner", [], here), _own_negation(scene, index, words.negations[lemma])
    if lemma in words.negations and token.pos in ("DET", "PRON", "PART", "ADV"):
        return Piece("determiner", _own_negation(scene, index, words.negations[lemma]), here), []
    possessive = token.tag == "PPOSAT" or token.morph.get("Poss") == "Yes"
    if possessive and token.text.lower().startswith(_POSSESSIVES):
        return _possessive(scene, token, tokens, position)
    if token.text.lower() in ("deren", "dessen") and token.tag != "PRELAT":
        return _whose(scene, token)
    if lemma in _DEMONSTRATIVES and token.pos in ("DET", "PRON"):
        return _demonstrative(scene, token, tokens, position)
    if token.pos == "PRON" and (token.tag in ("PPER", "PRF") or lemma in ("sich", "man", "es")):
        drafts = pronoun(scene, index)
        return Piece("noun" if drafts else "other", drafts, here), []
    if token.pos == "NUM" or (token.text.isascii() and token.text.isdigit()):
        return _numeral(scene, token)
    if token.text.lower() == "noch" and any(
        scene.token(at).text.lower() == "weder" for at in range(max(0, index - 9), index)
    ):
        return dropped("neither", "joint")
    if token.text.lower() == "ganz" and token.tag == "ADV":  # ganz unten; das ganze Jahr stays
        return dropped("particle")
    reason = words.drop_lemmas.get(lemma)
    beyond = token.text.lower() in ("darüber", "darunter") and scene.value(index + 1) is not None
    if beyond:  # bis 100 Liter nichts, darüber 5 Euro
        reason = None
    if reason in ("particle", "correlate", "conjunction") and token.pos not in ("NOUN", "VERB"):
        return dropped(reason)
    return content_piece(scene, token)


_MEASURES = frozenset(
    {
        "Meter", "Kilometer", "Zentimeter", "Millimeter", "Quadratmeter", "Kubikmeter", "Hektar",
        "Liter", "Gramm", "Kilogramm", "Kilo", "Prozent",
    }
)  # fmt: skip


def _measure_follows(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    """*einen Meter hoch*: the article counts."""
    return position + 1 < len(tokens) and scene.token(tokens[position + 1]).lemma in _MEASURES


def _answer(scene: Scene, word: str, here: tuple[int, ...]) -> Piece:
    """Who says *ja* nods; the shake of NEIN is its own."""
    drafts = scene.word(word, "INTJ", here)[0]
    if word != "nein":
        scene.fire("ANSWER-NOD")
        drafts = marked(drafts, scene.mark("affirmation"))
    return Piece("noun", drafts, here)


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


def _preposition(
    scene: Scene, token: Token, tokens: Sequence[int], position: int, kind: str
) -> tuple[Piece, list[Draft]]:
    rule = function_words().prepositions.get(token.lemma.lower())
    here = (token.index,)
    if token.text.lower() == "nach" and _holds_by(scene, tokens, position):
        rule = None
    goes_on = {token.text.lower(), token.lemma.lower()} & {"bis", "je", "pro"}
    goes_on |= {word for word in ("bis",) if scene.token(token.index - 1).text.lower() == word}
    begins = position and not goes_on  # von 8 bis 12, bis zum 2. Januar: one stretch
    piece = Piece("start" if begins else "other", [], here)
    if rule is None or (rule.types and kind not in rule.types):
        scene.drop(here, "preposition")
        return piece, []
    after = rule.after
    if rule.numeric and not (
        _number_follows(scene, tokens, position) or _lies_beyond(scene, token.index)
    ):
        after = _is_static(scene, tokens, position, rule.static)
        if not after:
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
        drafts = marked(unmarked(drafts, "negation"), scene.mark("negation"))
        scene.fire("NEG-OHNE")
    if after:
        return piece, drafts
    piece.drafts = drafts
    return piece, []


def _is_static(scene: Scene, tokens: Sequence[int], position: int, nouns: frozenset[str]) -> bool:
    """*über der Grenze*, *unter Wasser*: one of these nouns in the dative."""
    behind = (scene.token(index) for index in tokens[position + 1 :])
    noun = next((token for token in behind if token.pos == "NOUN"), None)
    if noun is None or noun.morph.get("Case") != "Dat":
        return False
    return "*" in nouns or noun.lemma in nouns


def _noun_follows(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    following = tokens[position + 1 : position + 2]
    return bool(following) and scene.is_noun(following[0])


def _holds_by(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    """*nach dem Gesetz*, *meiner Meinung nach*: nothing comes later."""
    if position and position + 1 == len(tokens):
        return True
    noun = next((scene.token(at) for at in tokens[position + 1 :] if scene.is_noun(at)), None)
    return noun is not None and noun.lemma.lower().endswith(function_words().law_suffixes)


def _lies_beyond(scene: Scene, index: int) -> bool:
    """*Das Einkommen liegt über dem Satz*: more than that."""
    clause = scene.clause_of(index)
    beyond = scene.token(index).text.lower() in ("über", "unter")
    subject = None if clause is None else subject_of(clause)
    if clause is None or subject is None or not beyond or clause.predicate != "liegen":
        return False
    return scene.token(subject.head).lemma.lower().endswith(function_words().measured)


def _noun_ahead(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    return any(scene.is_noun(index) for index in tokens[position + 1 :])


def _number_follows(scene: Scene, tokens: Sequence[int], position: int) -> bool:
    following = list(tokens[position + 1 :])
    while following and scene.token(following[0]).text.lower() in ("von", "der", "des"):
        del following[0]  # innerhalb von zwei Wochen
    if not following or _is_called(scene, tokens[position], following):
        return False
    value = scene.value(following[0])
    return scene.token(following[0]).pos == "NUM" if value is None else value.kind in _COUNTED


def _is_called(scene: Scene, preposition: int, following: Sequence[int]) -> bool:
    """*Rufen Sie die Feuerwehr unter 112*: a number to call counts nothing."""
    clause = scene.clause_of(preposition)
    bare = all(scene.token(index).pos in ("NUM", "PUNCT") for index in following)
    under = scene.token(preposition).text.lower() == "unter"
    return under and bare and clause is not None and clause.predicate in _CALLING


_CALLING = frozenset({"rufen", "anrufen", "erreichen", "melden", "verständigen", "wählen"})


def _possessive(
    scene: Scene, token: Token, tokens: Sequence[int], position: int
) -> tuple[Piece, list[Draft]]:
    here = (token.index,)
    low = token.text.lower()
    refers: tuple[tuple[str, Locus], ...] = ()
    if low.startswith(("mein", "unser")):
        locus = Locus.SIGNER
    elif low.startswith(("dein", "euer", "eur")) or addresses(scene, token.index):
        locus = Locus.ADDRESSEE
    else:
        owner = possessor(scene, token.index)
        pointed = owner is not None and scene.token(owner).tag == "PPER"
        key = f"possessor:{low[:3]}" if owner is None else scene.token(owner).lemma
        if owner is not None and pointed:  # er … sein: where er pointed
            key = f"pronoun:{scene.token(owner).text.lower()}"
        locus = scene.locus(key)
        refers = () if owner is None or pointed else ((key, locus),)
    scene.fire("REF-POSSESSIVE")
    starts = token.morph.get("Case") == "Gen" and position
    drafts = [Draft(sign=scene.lexis.possessive(locus), tokens=here, refers=refers)]
    return Piece("start" if starts else "determiner", drafts, here), []


def _whose(scene: Scene, token: Token) -> tuple[Piece, list[Draft]]:
    """The *deren* of *Männer und deren Kinder*: whose the noun before it is."""
    before = (scene.token(at) for at in range(token.index - 1, -1, -1))
    owner = next((word.lemma for word in before if word.pos == "NOUN"), "possessor:deren")
    locus = scene.locus(owner)
    scene.fire("REF-POSSESSIVE")
    sign = scene.lexis.possessive(locus)
    return Piece("determiner", [Draft(sign=sign, tokens=(token.index,))], (token.index,)), []


def _demonstrative(
    scene: Scene, token: Token, tokens: Sequence[int], position: int
) -> tuple[Piece, list[Draft]]:
    here = (token.index,)
    noun = next(
        (scene.token(i) for i in tokens[position + 1 :] if scene.token(i).pos == "NOUN"), None
    )
    if noun is None:
        locus = scene.locus(f"demonstrative:{token.lemma.lower()}")
        return Piece("noun", [Draft(sign=scene.lexis.index(locus), tokens=here)], here), []
    scene.fire("REF-DEMONSTRATIVE")
    index = Draft(sign=scene.lexis.index(scene.locus(noun.lemma)), tokens=here)
    return Piece("other", [], here), [index]


def _numeral(scene: Scene, token: Token) -> tuple[Piece, list[Draft]]:
    here = (token.index,)
    count = count_of(token.text)
    drafts = number_drafts(scene, str(count) if count is not None else token.text, here)
    if drafts is None:
        drafts = scene.word(token.text, "NUM", here, surface=token.text)[0]
    return Piece("other", drafts, here), []


def _own_negation(scene: Scene, index: int, sign: str) -> list[Draft]:
    """A negating word that the clause did not claim: signed where it stands, never dropped."""
    scene.fire("NEG-WORD")
    drafts = unmarked(scene.word(sign, "", (index,))[0], "negation")
    return marked(drafts, scene.mark("negation"))
