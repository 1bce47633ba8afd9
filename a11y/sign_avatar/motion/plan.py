"""A score → the motions to be done, in order, with their paces, holds and mouthings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from a11y.errors import KlarhandError
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.lexicon import Lexicon
from a11y.sign_avatar.lexicon.incorporate import split_number, with_number
from a11y.sign_avatar.lexicon.model import Entry, VerbClass
from a11y.sign_avatar.motion import loci, tempo
from a11y.sign_avatar.motion.buoys import list_buoy
from a11y.sign_avatar.motion.compile import SignMotion, compile_string
from a11y.sign_avatar.motion.errors import EmptyScoreError, NotationInEntryError, UnknownEntryError
from a11y.sign_avatar.motion.in_view import shifted_into
from a11y.sign_avatar.motion.timeline import COMPOUND_PACE, Planned, read_at
from a11y.sign_avatar.score import Locus, NonManual, Sign, SignedSentence, SignKind, Tier

LETTER_HOLD = 0.08  # after a moving letter
LETTER_STILL = 0.52  # of the time alone that a letter is held which only holds
STATIC = 14  # samples of a letter that only holds
LETTER_PACE = 0.66  # fingers close no faster than people spell
CLAUSE_HOLD = 0.26
TOPIC_HOLD = 0.14
LETTER_WAY = 0.18  # seconds to a letter at least: an even rhythm is easier to read
LETTER_SPIN = 13.0  # radians a second that a palm turns at most between letters
DOUBLE_SHIFT = 0.045


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """motions: in order; mouthings: sentence index → word; lexical: spans of the signs' own."""

    motions: tuple[Planned, ...]
    mouthings: dict[int, str]
    lexical: tuple[NonManual, ...]


def plan(sentence: SignedSentence, *, lexicon: Lexicon, rig: Rig) -> Plan:
    """Look up every sign and set its pace. Raises MotionError for what cannot be performed."""
    if not sentence.signs:
        raise EmptyScoreError(sentence.german)
    out: list[Planned] = []
    mouthings: dict[int, str] = {}
    lexical: list[NonManual] = []
    for index, sign in enumerate(sentence.signs):
        joined = index > 0 and sentence.signs[index - 1].compound
        pace = COMPOUND_PACE if joined else 1.0
        hold = _hold_after(sentence, index)
        own = _motions(sign, index, lexicon, rig)
        own = [replace(one, motion=shifted_into(rig, one.motion)) for one in own]
        if sign.kind in (SignKind.LEXICAL, SignKind.INDEX):
            own = [_fluent(one) for one in own]
        own[0] = replace(own[0], pace=min(own[0].pace, pace))
        own[-1] = replace(own[-1], hold=own[-1].hold + hold)
        out += own
        word = _mouthing(sign, lexicon)
        if word:
            mouthings[index] = word
        lexical += _lexical_non_manuals(sign, index, lexicon)
    return Plan(tuple(out), mouthings, tuple(lexical))


def _fluent(one: Planned) -> Planned:
    """As quick as in a sentence."""
    tracks = one.motion.tracks
    where, share = tempo.flowing(tracks)
    drawn = one.drawn * tempo.fluent(tracks, share)
    motion = read_at(one.motion, where)
    return replace(one, motion=motion, drawn=drawn, pace=one.pace * tempo.FLUENT_WAY)


def _hold_after(sentence: SignedSentence, index: int) -> float:
    """Clause ends, topics and questions are held."""
    if index == len(sentence.signs) - 1:
        question = any(
            span.function in ("yes-no", "wh") and span.end == index + 1
            for span in sentence.non_manuals
        )
        return CLAUSE_HOLD + (0.18 if question else 0.0)
    ends = {span.function for span in sentence.non_manuals if span.end == index + 1}
    if ends & {"topic", "condition", "boundary"}:
        return TOPIC_HOLD
    return 0.0


def _mouthing(sign: Sign, lexicon: Lexicon) -> str | None:
    return sign.mouthing


def _lexical_non_manuals(sign: Sign, index: int, lexicon: Lexicon) -> list[NonManual]:
    entry = lexicon.entries.get(sign.entry or "")
    if entry is None:
        return []
    out = []
    for text in entry.non_manual:
        tier, _, value = text.partition(":")
        try:
            out.append(
                NonManual(
                    tier=Tier(tier), value=value, start=index, end=index + 1, function="lexical"
                )
            )
        except ValueError:
            continue
    return out


def _motions(sign: Sign, index: int, lexicon: Lexicon, rig: Rig) -> list[Planned]:
    if sign.kind is SignKind.FINGERSPELLED:
        return _spelled(sign, index, lexicon, rig)
    buoy = list_buoy(sign.gloss)
    if buoy is not None:
        return [Planned(m, index, keeps="L") for m in compile_string(rig, buoy)]
    if sign.kind is SignKind.NUMBER:
        return _number(sign, index, lexicon, rig)
    if sign.kind is SignKind.TEXT:
        return [Planned(m, index) for m in compile_string(rig, loci.POINTING[Locus.CENTRE])]
    if sign.kind is SignKind.INDEX:
        return _index(sign, index, lexicon, rig)
    entry = _entry(sign, lexicon)
    parts = list(_compiled(rig, entry))
    if entry.verb_class in (VerbClass.AGREEMENT, VerbClass.SPATIAL) and (
        sign.source_locus or sign.goal_locus
    ):
        parts[-1] = loci.directed(rig, parts[-1], sign.source_locus, sign.goal_locus)
    elif sign.locus is not None and entry.verb_class is not VerbClass.PLAIN:
        parts = [loci.placed(part, sign.locus) for part in parts]
    if sign.repetitions:
        parts[-1] = loci.again(parts[-1], sign.repetitions, 0.06 if entry.reduplicates else 0.0)
    return [Planned(part, index, pace=COMPOUND_PACE if k else 1.0) for k, part in enumerate(parts)]


def _entry(sign: Sign, lexicon: Lexicon) -> Entry:
    """The entry of a lexical sign; ``STUNDE1:3`` is STUNDE1 with a three in it."""
    name = sign.entry or sign.gloss
    entry = lexicon.entries.get(name)
    if entry is not None:
        return entry
    parts = split_number(name)
    base = lexicon.entries.get(parts[0]) if parts else None
    written = with_number(base, parts[1]) if base is not None and parts else None
    if base is None or written is None:
        raise UnknownEntryError(sign.gloss, sign.entry)
    return replace(base, id=name, hamnosys=written)


def _compiled(rig: Rig, entry: Entry) -> tuple[SignMotion, ...]:
    try:
        return compile_string(rig, entry.hamnosys)
    except KlarhandError as error:
        raise NotationInEntryError(entry.id, str(error)) from error


def _index(sign: Sign, index: int, lexicon: Lexicon, rig: Rig) -> list[Planned]:
    locus = sign.locus or sign.goal_locus
    entry = lexicon.entries.get(sign.entry or "")
    generic = entry is not None and locus in (None, Locus.SIGNER, Locus.ADDRESSEE)
    if generic and entry is not None:
        return [Planned(m, index) for m in _compiled(rig, entry)]
    return [Planned(m, index) for m in compile_string(rig, loci.POINTING[locus or Locus.CENTRE])]


def _spelled(sign: Sign, index: int, lexicon: Lexicon, rig: Rig) -> list[Planned]:
    """Letters with holds long enough to read; doubled letters shift to the side."""
    out: list[Planned] = []
    before: Entry | None = None
    shift = 0.0
    for entry in lexicon.spell(sign.text):
        shift = shift + DOUBLE_SHIFT if entry is before else 0.0
        for motion in _compiled(rig, entry):
            moved = _shifted(motion, -shift)
            moves = motion.count > STATIC
            hold, drawn = (LETTER_HOLD, 1.0) if moves else (0.0, LETTER_STILL)
            way = Planned(moved, index, pace=LETTER_PACE, least=LETTER_WAY, spin=LETTER_SPIN)
            out.append(replace(way, drawn=drawn, hold=hold))
        before = entry
    if not out:
        raise UnknownEntryError(sign.gloss, sign.entry)
    return out


def _shifted(motion: SignMotion, by: float) -> SignMotion:
    if not by:
        return motion
    offset = np.array([by, 0.0, 0.0])
    tracks = {side: replace(t, wrist=t.wrist + offset) for side, t in motion.tracks.items()}
    return replace(motion, tracks=tracks)


def _number(sign: Sign, index: int, lexicon: Lexicon, rig: Rig) -> list[Planned]:
    """Numbers as they are said; the parts of one number follow closely."""
    out: list[Planned] = []
    own = lexicon.entries.get(sign.entry or "")
    entries = [own] if own is not None else []
    if not entries:
        for digits in re.findall(r"\d+", sign.text):
            entries += list(lexicon.number(int(digits)))
    for entry in entries:
        for motion in _compiled(rig, entry):
            out.append(Planned(motion, index, pace=0.85 if out else 1.0, hold=0.06))
    if not out:
        raise UnknownEntryError(sign.gloss, sign.entry)
    return out
