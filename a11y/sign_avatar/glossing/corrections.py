"""What a Deaf expert changes in a score: a line of glosses to type over, read back without loss.

Signs that stay keep their mouthing, their place in space and the German they render. What brows,
head and gaze do is read off the brackets around them (``brackets``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches

from a11y.sign_avatar.glossing import brackets
from a11y.sign_avatar.glossing.brackets import Bracket
from a11y.sign_avatar.glossing.errors import CorrectionError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.nonmanual import spans
from a11y.sign_avatar.glossing.rendering import shown, spelled
from a11y.sign_avatar.glossing.scene import Draft
from a11y.sign_avatar.glossing.values import list_sign, number_sign, ordinal_sign
from a11y.sign_avatar.lexicon.incorporate import split_number
from a11y.sign_avatar.lexicon.model import VerbClass
from a11y.sign_avatar.score import Locus, NonManual, Sign, SignedSentence, SignKind

MAX_SIGNS = 200
"""More is no sentence."""
MAX_NUMBER = 999_999

_TOKEN = re.compile(
    r"(?:(?P<source>1|2|3[a-e])-)?(?P<gloss>\$TEXT:[^^]+|[^+^]+?)(?:-(?P<goal>1|2|3[a-e]))?"
    r"(?P<again>\+*)(?P<joined>\^?)"
)
_POINTING = re.compile(r"(?P<kind>INDEX|POSS)(?P<locus>1|2|3[a-e])", re.IGNORECASE)
_NUMBERS: dict[str, Callable[[int], Sign]] = {
    "$NUM": number_sign,
    "$ORD": ordinal_sign,
    "$LIST": list_sign,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """One gloss as typed; it stands for a sign before the corpus is asked."""

    written: str
    gloss: str
    source: Locus | None
    goal: Locus | None
    again: int
    joined: bool


def line(sentence: SignedSentence) -> str:
    """The sentence as a line to type over: glosses in brackets, what the screen shows in words."""
    return brackets.written([_written(s) for s in sentence.signs], brackets.brackets_of(sentence))


def corrected(sentence: SignedSentence, text: str, lexis: Lexis) -> SignedSentence:
    """The sentence as ``text`` has it. The same line gives the very same sentence.

    Raises CorrectionError, in German, with the gloss that cannot be read and what would do.
    """
    words, laid = brackets.read(text)
    tokens = [_token(written) for written in words]
    if not tokens:
        raise CorrectionError("Die Zeile ist leer.", "Schreiben Sie mindestens eine Gebärde.")
    if len(tokens) > MAX_SIGNS:
        raise CorrectionError(
            f"Die Zeile hat {len(tokens)} Gebärden.", f"Höchstens {MAX_SIGNS} sind möglich."
        )
    if tokens[-1].joined:
        raise CorrectionError(
            "Am Ende steht ein ^.", "Das Zeichen ^ verbindet zwei Gebärden; löschen Sie es."
        )
    stays, inherits = _matched([_written(sign) for sign in sentence.signs], tokens)
    signs = []
    for at, token in enumerate(tokens):
        old = stays.get(at)
        if old is not None:
            signs.append(replace(sentence.signs[old], compound=token.joined))
            continue
        sign = _sign(token, lexis)
        before = inherits.get(at)
        if before is not None:
            sign = _in_place_of(sentence.signs[before], sign)
        signs.append(sign)
    if tuple(signs) == sentence.signs and laid == brackets.brackets_of(sentence):
        return sentence
    moved = {old: new for new, old in (inherits | stays).items()}
    return replace(sentence, signs=tuple(signs), non_manuals=_face(sentence, signs, laid, moved))


def _written(sign: Sign) -> str:
    if sign.kind is SignKind.TEXT and sign.text:
        shown_text = re.sub(r"[\^<>]", "", sign.text).replace(" ", "_")
        return sign.label.replace("$TEXT", f"$TEXT:{shown_text}", 1)
    return sign.label


def _token(written: str) -> _Token:
    match = _TOKEN.fullmatch(written)
    if match is None:
        raise CorrectionError(
            f"„{written}“ ist keine Glosse.",
            "Eine Glosse sieht so aus: HUND1, 1-HELFEN1-2, HUND1++.",
        )
    return _Token(
        written=written,
        gloss=match["gloss"],
        source=Locus(match["source"]) if match["source"] else None,
        goal=Locus(match["goal"]) if match["goal"] else None,
        again=len(match["again"]),
        joined=bool(match["joined"]),
    )


def _matched(old: list[str], tokens: list[_Token]) -> tuple[dict[int, int], dict[int, int]]:
    """new index → old index: of the signs that stay, and of those that another one replaces.

    A sign that was moved stays itself. Compound marks do not tell signs apart.
    """
    before = [written.removesuffix("^") for written in old]
    after = [token.written.removesuffix("^") for token in tokens]
    stays: dict[int, int] = {}
    inherits: dict[int, int] = {}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            stays |= {c + k: a + k for k in range(b - a)}
        elif tag == "replace" and b - a == d - c:
            inherits |= {c + k: a + k for k in range(b - a)}
    free = [index for index in range(len(old)) if index not in stays.values()]
    for new in range(len(tokens)):
        if new not in stays:
            index = next((index for index in free if before[index] == after[new]), None)
            if index is not None:
                free.remove(index)
                stays[new] = index
                inherits = {n: o for n, o in inherits.items() if n != new and o != index}
    return stays, inherits


def _in_place_of(old: Sign, new: Sign) -> Sign:
    """A sign put in another's place renders the same German; a lexical one is mouthed alike."""
    both = old.kind is SignKind.LEXICAL and new.kind is SignKind.LEXICAL
    mouthing = old.mouthing if both and old.mouthing else new.mouthing
    return replace(new, source=old.source, mouthing=mouthing)


def _face(
    sentence: SignedSentence,
    signs: Sequence[Sign],
    laid: Sequence[Bracket],
    moved: Mapping[int, int],
) -> tuple[NonManual, ...]:
    """The non-manual tiers: by the brackets; the ends of clauses go with their last signs."""
    drafts = [
        Draft(
            sign=sign,
            marks=tuple(
                (bracket.function, number)
                for number, bracket in enumerate(laid)
                if bracket.start <= at < bracket.end
            ),
        )
        for at, sign in enumerate(signs)
    ]
    ends = {s.end - 1 for s in sentence.non_manuals if s.function == "boundary"}
    return spans(drafts, sorted(moved[end] for end in ends if end in moved))


def _sign(token: _Token, lexis: Lexis) -> Sign:
    sign = _named(token, lexis)
    if (token.source or token.goal) and not _directs(sign, lexis):
        raise CorrectionError(
            f"{sign.gloss} hat keine Richtung.",
            "Nur Richtungsverben wie 1-GEBEN1-2 tragen Orte; löschen Sie die Ziffern am Strich.",
        )
    return replace(
        sign,
        source_locus=token.source,
        goal_locus=token.goal,
        repetitions=token.again,
        compound=token.joined,
    )


def _directs(sign: Sign, lexis: Lexis) -> bool:
    entry = lexis.entries.get(sign.entry or "")
    return entry is not None and entry.verb_class is not VerbClass.NONE


def _named(token: _Token, lexis: Lexis) -> Sign:
    head, colon, rest = token.gloss.partition(":")
    head = head.upper()
    if head == "$TEXT" and colon and rest.strip("_"):
        return shown(rest.replace("_", " ").strip()).signs[0]
    if head == "$ALPHA" and rest.isalpha():
        return spelled(rest)
    if head in _NUMBERS and rest.isascii() and rest.isdigit() and int(rest) <= MAX_NUMBER:
        return _NUMBERS[head](int(rest))
    if head.startswith("$"):
        raise CorrectionError(
            f"„{token.gloss}“ ist nicht lesbar.",
            "Möglich sind $ALPHA:Wort, $NUM:25, $ORD:3, $LIST:2 und $TEXT:Wort_auf_dem_Bildschirm.",
        )
    place = _POINTING.fullmatch(token.gloss)
    if place:
        point = lexis.index if place["kind"].upper() == "INDEX" else lexis.possessive
        return point(Locus(place["locus"].lower()))
    return _lexical(token.gloss, lexis)


def _lexical(gloss: str, lexis: Lexis) -> Sign:
    """An entry of the corpus by its id; capitals and the number of the variant may be left out."""
    known = lexis.entries
    base, number = split_number(gloss) or (gloss, 0)
    for name in (base, base.upper(), f"{base.upper()}1"):
        entry = known.get(name)
        if entry is None:
            continue
        if number > entry.incorporates_up_to:
            raise CorrectionError(
                f"{name} nimmt die Zahl {number} nicht auf.", f"Schreiben Sie $NUM:{number} {name}."
            )
        full = f"{name}:{number}" if number else name
        return Sign(gloss=full, kind=SignKind.LEXICAL, entry=full, mouthing=entry.mouthing)
    close = get_close_matches(base.upper(), [name for name in known if "$" not in name], n=3)
    hint = f"Meinten Sie {' oder '.join(close)}? " if close else ""
    raise CorrectionError(
        f"Die Gebärde „{gloss}“ steht nicht in der Sammlung.",
        f"{hint}Ohne Gebärde: $ALPHA:{base.capitalize()} buchstabiert das Wort.",
    )
