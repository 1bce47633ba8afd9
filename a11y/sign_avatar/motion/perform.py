"""The motion room's door: a score, or one notated sign, becomes a ``Performance``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.lexicon import Lexicon
from a11y.sign_avatar.motion import accompany, gaze, idle, in_view, keeping, mouthing, nonmanual
from a11y.sign_avatar.motion.apart import SURE, keep_apart
from a11y.sign_avatar.motion.carrying import carried, turn
from a11y.sign_avatar.motion.compile import SignMotion, compile_string
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import SIDES, World, skeleton
from a11y.sign_avatar.motion.plan import Plan, plan
from a11y.sign_avatar.motion.posing import Posing
from a11y.sign_avatar.motion.retiming import Schedule, Tried, unhindered
from a11y.sign_avatar.motion.rotations import Array, continuous, unit
from a11y.sign_avatar.motion.state import STEP, Track, sampled, smooth
from a11y.sign_avatar.motion.timeline import Hands, Planned, assemble
from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.score import NonManual, Sign, SignedSentence, SignKind, Tier

RATE = 25.0  # keys a second
_MOVED = 2e-4  # metres that are worth solving an arm again
_LEAP, _FLIP = 0.03, 0.08  # metres from frame to frame that no hand follows; seconds it takes
# m/s² from which on a wrist that goes along with what touches is jolted; seconds that eases it.
_JOLTED, _EASED = 17.0, 0.06
_LOOKS_AGAIN = 2  # at most: most sentences need none
_EARLY = 0.10  # seconds before its sign that a word is begun at most
_DRAGGED, _DRAGGED_SPELLED = 1.7, 3.2  # times as long as at ease a word is mouthed at most
_BLINKS_APART, _EYES_OPEN = 0.9, 3.0  # seconds between blinks at least, and at most


def perform(
    sentence: SignedSentence,
    *,
    lexicon: Lexicon,
    rig: Rig,
    seed: int = 0,
    pronounce: mouthing.Pronounce | None = None,
) -> Performance:
    """How the signer performs a sentence, beginning and ending in the neutral rest pose.

    seed: for micro-movement; the same input gives the same performance. pronounce: word → sounds,
    by default ``a11y.language.pronounce``. Raises MotionError.
    """
    planned = plan(sentence, lexicon=lexicon, rig=rig)

    def once(schedule: Schedule) -> Tried:
        hands = assemble(rig, schedule.motions, leaving=schedule.leaving)
        marks = _marks(sentence, hands)
        face = Face(_times(hands))
        _non_manuals(face, planned, sentence, marks)
        _mouth(face, planned, sentence, marks, pronounce or _pronouncer())
        return _embodied(rig, hands, face, marks, sentence.german, seed)

    return unhindered(Schedule(planned.motions), once)


def perform_notation(hamnosys: str, *, rig: Rig, seed: int = 0) -> Performance:
    """One sign from a HamNoSys string (symbol names or Unicode). Raises NotationError."""
    found = compile_string(rig, hamnosys)
    seen = tuple(in_view.shifted_into(rig, one) for one in found)

    def once(schedule: Schedule) -> Tried:
        hands = assemble(rig, schedule.motions, leaving=schedule.leaving)
        start, end = hands.spans[0][1] * STEP, hands.spans[-1][2] * STEP
        marks = (SignMark(gloss=hamnosys, start=start, end=end),)
        return _embodied(rig, hands, Face(_times(hands)), marks, "", seed)

    # Rather at the picture's edge than with a hand inside something.
    unshifted = (
        Schedule(_alone(found))
        if any(a is not b for a, b in zip(seen, found, strict=True))
        else None
    )
    return unhindered(Schedule(_alone(seen)), once, otherwise=unshifted)


def _alone(motions: Sequence[SignMotion]) -> tuple[Planned, ...]:
    """The parts of a sign that is performed for itself."""
    return tuple(
        Planned(motion, 0, pace=0.72 if k else 1.0, hold=0.25 if k == len(motions) - 1 else 0.0)
        for k, motion in enumerate(motions)
    )


def rest(rig: Rig, *, seconds: float = 1.0) -> Performance:
    """The neutral rest pose, held."""
    count = max(4, round(seconds / STEP))
    hands = assemble(rig, ())
    tracks = {
        side: Track(
            np.repeat(t.wrist[:1], count, 0),
            np.repeat(t.turn[:1], count, 0),
            np.repeat(t.angles[:1], count, 0),
            np.zeros(count),
        )
        for side, t in hands.tracks.items()
    }
    hands = Hands(tracks, (), hands.centres)
    return _embodied(rig, hands, Face(_times(hands)), (), "", 0).done


def _jolt(way: Array) -> float:
    """The greatest acceleration (m/s²) on a way (T, 3)."""
    return float(np.linalg.norm(np.diff(way, 2, axis=0), axis=1).max(initial=0.0)) * RATE**2


def _times(hands: Hands) -> Array:
    """Key times (T,), 1 / RATE apart, up to the end of the hands' samples."""
    length = (hands.count - 1) * STEP
    return np.arange(int(np.ceil(length * RATE - 1e-6)) + 1) / RATE


def _marks(sentence: SignedSentence, hands: Hands) -> tuple[SignMark, ...]:
    marks = []
    for index, sign in enumerate(sentence.signs):
        own = [(a, b) for i, a, b in hands.spans if i == index]
        start, end = min(a for a, _ in own) * STEP, max(b for _, b in own) * STEP
        marks.append(SignMark(gloss=sign.gloss, start=start, end=end, shown=_shown(sign)))
    return tuple(marks)


def _shown(sign: Sign) -> str:
    return sign.text if sign.kind in (SignKind.TEXT, SignKind.LEXICAL) else ""


def _pronouncer() -> mouthing.Pronounce:
    from a11y import language  # loads word lists: only when something is mouthed

    return language.pronounce


def _non_manuals(
    face: Face, planned: Plan, sentence: SignedSentence, marks: tuple[SignMark, ...]
) -> None:
    written = sentence.non_manuals
    own = [one for one in planned.lexical if not any(_covers(span, one) for span in written)]
    spans: tuple[NonManual, ...] = (*written, *own)
    for span in spans:
        start, end = marks[span.start].start, marks[span.end - 1].end
        nonmanual.apply(face, span.tier, span.value, start, end)
    _blinks(face, sentence, marks)


def _covers(span: NonManual, other: NonManual) -> bool:
    """The sentence has the channel do something there already: a sign's own shake is not added to
    the one of the negation."""
    return span.tier is other.tier and span.start <= other.start and span.end >= other.end


def _blinks(face: Face, sentence: SignedSentence, marks: tuple[SignMark, ...]) -> None:
    """At the end and, where none is written, at boundaries and now and then between signs."""
    ends = {span.end for span in sentence.non_manuals if span.tier is not Tier.EYES}
    written = {span.end for span in sentence.non_manuals if span.value == "blink"}
    last = 0.0
    for index in range(1, len(marks) + 1):
        gap = marks[index - 1].end + nonmanual.AFTER
        if index in written:
            last = gap
        elif (
            index == len(marks)
            or (index in ends and gap - last > _BLINKS_APART)
            or gap - last > _EYES_OPEN
        ):
            nonmanual.blink(face, gap)
            last = gap


def _mouth(
    face: Face,
    planned: Plan,
    sentence: SignedSentence,
    marks: tuple[SignMark, ...],
    pronounce: mouthing.Pronounce,
) -> None:
    gesturing = {span.start for span in planned.lexical if span.tier is Tier.MOUTH}
    for index, word in planned.mouthings.items():
        sounds = tuple(sound for part in word.split() for sound in pronounce(part))
        # The first vowel comes with the stroke: what is before it may be spoken on the way there.
        early = min(_EARLY, mouthing.before_vowel(sounds))
        start, end = marks[index].start - early, marks[index].end
        # A long word goes on over one sign behind it that has none of its own (spreading).
        free = index + 1 not in planned.mouthings and index + 1 not in gesturing
        until = index + 2 if free else index + 1
        later = marks[until].start - 0.12 if until < len(marks) else face.times[-1] - 0.25
        need = mouthing.natural_time(sounds)
        end = float(min(max(end, start + need), max(later, end)))
        # A short word is not dragged over a long sign; a spelled one goes along with its letters.
        spelled = sentence.signs[index].kind is SignKind.FINGERSPELLED
        end = min(end, start + (_DRAGGED_SPELLED if spelled else _DRAGGED) * need)
        mouthing.speak(face, sounds, start, end)


def _embodied(
    rig: Rig,
    hands: Hands,
    face: Face,
    marks: tuple[SignMark, ...],
    german: str,
    seed: int,
) -> Tried:
    """Solve the arms on a moving trunk and collect everything."""
    tracks = {side: sampled(hands.tracks[side], face.times / STEP) for side in SIDES}
    rng = np.random.default_rng(seed)
    idle.enliven(face, rng)
    accompany.hands(rig, face, tracks, rng, rate=RATE)
    accompany.weight(face, rng, [mark.end for mark in marks])
    if hands.trunk.any() or hands.neck.any():
        trunk, neck = (_sampled(one, face.times) for one in (hands.trunk, hands.neck))
        turn(face, trunk, neck, np.maximum(tracks["R"].head, tracks["L"].head))
    local = face.joints()
    local |= gaze.eyes(rig, face, local)
    world = World(skeleton(rig), local)
    goals: dict[str, Array] = {}
    turns: dict[str, Array] = {}
    for side in SIDES:
        goals[side], turns[side] = carried(world, tracks[side])
    goals = in_view.kept(rig, goals, turns, tracks, rate=RATE)
    edges = [at * STEP for _, *span in hands.spans for at in span]
    posing = Posing(rig, world, turns, edges, 1 / RATE)
    for side in SIDES:
        posing.again(side, goals[side])
        local.update(hand(rig, side).rotations(tracks[side].angles))
        world.forget(f"wrist.{side}")
    # A hand that no arm can turn as wanted may leave the picture as it is turned.
    for _ in range(_LOOKS_AGAIN):
        turned = {side: world.joint(f"wrist.{side}")[0] for side in SIDES}
        inside = in_view.kept(rig, goals, turned, tracks, rate=RATE)
        moved = [s for s in SIDES if np.abs(inside[s] - goals[s]).max() > _MOVED]
        goals = inside
        for side in moved:
            posing.again(side, goals[side])
        if not moved:
            break

    firm = np.zeros((len(face.times), len(SIDES)))
    for side, one in hands.touching.items():
        touch = one.at(face.times / STEP)
        firm[:, SIDES.index(side)] = touch.firm
        posed, _ = world.joint(f"wrist.{side}")
        follow = touch.follow(turns[side], posed)
        if np.abs(np.diff(follow, axis=0)).max() > _LEAP:
            follow = smooth(follow, _FLIP * RATE)  # an arm that turns the other way at once
        elif _jolt(goals[side] + follow) > max(_JOLTED, _jolt(goals[side])):
            follow = smooth(follow, _EASED * RATE)
        if np.abs(follow).max() > _MOVED:
            goals[side] = goals[side] + follow
            posing.again(side, goals[side])
    angles = {side: tracks[side].angles for side in SIDES}
    written = keeping.moments(hands.contacts, firm, rate=RATE)
    ways = keeping.Ways(goals, turns, goals, turns, angles)
    if written:
        ways = keeping.touched(rig, world, written, ways, posing.led, rate=RATE)
    left = keep_apart(rig, world, ways.wrists, posing.again, rate=RATE, firm=firm)
    lost = None
    if written:
        lost = keeping.regained(rig, world, written, ways, left, posing.lead, rate=RATE, firm=firm)
    joints = tuple(name for name in rig.names if name in local)
    frames = len(face.times)
    rotations = np.stack(
        [continuous(unit(np.broadcast_to(local[name], (frames, 4)))) for name in joints], axis=1
    )
    done = Performance(
        times=face.times.astype(np.float32),
        joints=joints,
        rotations=rotations.astype(np.float32),
        morphs=rig.morphs,
        weights=face.table(rig.morphs).astype(np.float32),
        marks=marks,
        german=german,
    )
    return Tried(done, hands, wrong=left.wrong, stuck=left.deep > SURE, lost=lost)


def _sampled(turn: Array, times: Array) -> Array:
    """Rotation vectors (N, 3), ``STEP`` apart, at ``times`` (T,)."""
    samples = np.arange(len(turn)) * STEP
    return np.stack([np.interp(times, samples, column) for column in turn.T], axis=1)
