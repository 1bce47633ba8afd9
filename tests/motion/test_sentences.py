"""Whole sentences: joined without jumps, readable, alive."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from a11y.sign_avatar import lexicon, motion
from a11y.sign_avatar.body.handshapes import DOFS
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import accompany, nonmanual
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.kinematics import World, positions, skeleton
from a11y.sign_avatar.motion.mouthing import mouth_shapes, mouth_weights, speak
from a11y.sign_avatar.motion.plan import plan
from a11y.sign_avatar.motion.rotations import angle_between
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.motion.timeline import Planned, assemble
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import (
    Locus,
    NonManual,
    Sign,
    SignedSentence,
    SignKind,
    Tier,
)


def spell(word: str) -> Sign:
    return Sign(gloss=f"$ALPHA:{word}", kind=SignKind.FINGERSPELLED, text=word, mouthing=word)


def number(text: str) -> Sign:
    return Sign(gloss=f"$NUM:{text}", kind=SignKind.NUMBER, text=text)


YOU = Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2", locus=Locus.ADDRESSEE)


def score(*signs: Sign, non_manuals: tuple[NonManual, ...] = ()) -> SignedSentence:
    return SignedSentence(german="…", signs=signs, non_manuals=non_manuals)


def perform(rig: Rig, sentence: SignedSentence, **options: int) -> Performance:
    return motion.perform(sentence, lexicon=lexicon.load(), rig=rig, pronounce=tuple, **options)


def test_a_sentence_is_marked_sign_by_sign_in_order(rig: Rig) -> None:
    done = perform(rig, score(YOU, spell("Kita"), number("25")))
    assert [mark.gloss for mark in done.marks] == ["INDEX2", "$ALPHA:Kita", "$NUM:25"]
    edges = [edge for mark in done.marks for edge in (mark.start, mark.end)]
    assert edges == sorted(edges)
    assert edges[-1] < done.duration


def test_letters_stay_long_enough_to_be_read(rig: Rig) -> None:
    mark = perform(rig, score(spell("Ball"), YOU)).marks[0]
    assert 0.24 <= (mark.end - mark.start) / 4 <= 0.36


def test_a_palm_turns_calmly_to_a_letter_that_lies(rig: Rig) -> None:
    done = perform(rig, score(spell("Tag")))
    turns = plan(score(spell("Tag")), lexicon=lexicon.load(), rig=rig).motions
    palms = [one.motion.tracks["R"].turn[0] for one in turns]
    assert max(float(angle_between(a, b)) for a, b in pairwise(palms)) > np.radians(80)
    mark = done.marks[0]
    spelling = (done.times >= mark.start) & (done.times <= mark.end)
    world = World(skeleton(rig), dict(zip(done.joints, done.rotations.swapaxes(0, 1), strict=True)))
    turn = world.joint("wrist.R")[0][spelling]
    assert angle_between(turn[:-1], turn[1:]).max() < np.radians(36)


def test_a_row_of_signs_of_both_hands_has_its_middle_where_one_sign_would_be(rig: Rig) -> None:
    house = Sign(gloss="HAUS1", kind=SignKind.LEXICAL, entry="HAUS1")
    one, row = (
        plan(score(replace(house, repetitions=times)), lexicon=lexicon.load(), rig=rig).motions[-1]
        for times in (0, 2)
    )

    def middle(which: Planned) -> float:
        return float(np.mean([track.wrist[:, 0].mean() for track in which.motion.tracks.values()]))

    assert middle(row) == pytest.approx(middle(one), abs=0.02)
    assert row.motion.count > 2 * one.motion.count


def test_a_sentence_begins_and_ends_standing_still_so_that_the_next_one_joins(rig: Rig) -> None:
    writing = Sign(gloss="SCHREIBEN1", kind=SignKind.LEXICAL, entry="SCHREIBEN1")
    done = perform(rig, score(writing, YOU))
    local = {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
    wrists = positions(rig, local, len(done.times), ("wrist.R", "wrist.L"))
    for edge in (wrists[:3], wrists[-3:]):
        assert np.abs(np.diff(edge, axis=0)).max() < 0.0015
    assert np.abs(wrists[0] - wrists[-1]).max() < 0.001


def test_hands_move_without_jolts(rig: Rig) -> None:
    done = perform(rig, score(YOU, spell("Amt"), number("30")))
    local = {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
    path = positions(rig, local, len(done.times), ("wrist.R",))[:, 0]
    step = float(done.times[1])
    assert np.linalg.norm(np.diff(path, axis=0), axis=1).max() / step < 4.0
    assert np.linalg.norm(np.diff(path, 2, axis=0), axis=1).max() / step**2 < 60.0
    assert np.percentile(penetrations(rig, local, len(done.times)), 99) < 0.006


def test_a_palm_that_turns_right_over_goes_by_thumb_up_and_leaves_the_elbow_down(rig: Rig) -> None:
    signs = [
        Sign(gloss=name, kind=SignKind.LEXICAL, entry=name) for name in ("BRINGEN1", "MÜSSEN1")
    ]
    done = perform(rig, score(YOU, *signs))
    local = {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
    joints = positions(rig, local, len(done.times), ("upperarm01.R", "lowerarm01.R"))
    way = joints[:, 1] - joints[:, 0]
    raised = np.degrees(np.arccos(-way[:, 1] / np.linalg.norm(way, axis=1)))
    assert raised.max() < 65  # 106 where the hand takes the shortest way, by thumb down


def test_a_head_shake_turns_the_head_both_ways_and_brows_rise(rig: Rig) -> None:
    shake = NonManual(tier=Tier.HEAD, value="shake", start=0, end=1, function="negation")
    raised = NonManual(tier=Tier.BROWS, value="raised", start=1, end=2, function="topic")
    done = perform(rig, score(spell("Nein"), YOU, non_manuals=(shake, raised)))
    yaw = done.rotations[:, done.joints.index("head"), 1]
    assert yaw.max() > 0.02
    assert yaw.min() < -0.02
    brows = done.weights[:, done.morphs.index("browOuterUpLeft")]
    during = (done.times > done.marks[1].start) & (done.times < done.marks[1].end)
    assert brows[during].max() > 0.6
    assert brows[done.times < done.marks[0].start - 0.3].max(initial=0) < 0.05


def test_a_long_head_shake_is_small_while_a_word_is_spelled_and_begins_and_ends_plainly() -> None:
    face = Face(np.arange(0, 6, 0.04))
    nonmanual.apply(face, Tier.HEAD, "shake", 0.5, 5.5)
    turn = np.degrees(np.abs(face.head[:, 1]))
    begins, middle, ends = (
        turn[(face.times >= a) & (face.times < a + 1)].max() for a in (0.5, 2.5, 4.6)
    )
    assert begins > 11
    assert ends > 7
    assert middle < 6
    assert turn[-1] < 0.5


def test_a_written_blink_stands_at_the_end_of_its_clause_and_only_there(rig: Rig) -> None:
    boundary = NonManual(tier=Tier.EYES, value="blink", start=1, end=2, function="boundary")
    done = perform(rig, score(YOU, YOU, non_manuals=(boundary,)))
    closed = done.times[done.weights[:, done.morphs.index("eyeBlinkLeft")] > 0.8]
    assert len(closed)
    assert closed.min() > done.marks[1].end
    assert np.ptp(closed) < 0.15


def test_a_head_nods_twice_at_most_at_the_end_of_what_it_affirms() -> None:
    def nods(length: float) -> tuple[int, float]:
        """How often, and when first, in seconds before the end."""
        face = Face(np.arange(0, 8, 0.04))
        nonmanual.apply(face, Tier.HEAD, "nod", 1.0, 1.0 + length)
        down = face.head[:, 0]
        peaks = np.flatnonzero((down[1:-1] > down[:-2]) & (down[1:-1] >= down[2:])) + 1
        high = [k for k in peaks if down[k] > np.radians(4)]
        return len(high), 1.0 + length - face.times[high[0]]

    assert nods(0.4)[0] == 1
    assert nods(1.2)[0] == 2
    spelled, before_the_end = nods(4.0)
    assert spelled == 2
    assert before_the_end < 1.2


def test_a_sign_does_not_shake_the_head_on_top_of_the_sentence(rig: Rig) -> None:
    def widest(*shakes: NonManual) -> float:
        no = Sign(gloss="NEIN1", kind=SignKind.LEXICAL, entry="NEIN1")
        done = perform(rig, score(no, non_manuals=shakes))
        return float(np.abs(done.rotations[:, done.joints.index("head"), 1]).max())

    negated = NonManual(tier=Tier.HEAD, value="shake", start=0, end=1, function="negation")
    assert widest(negated) < 1.1 * widest()


def test_signs_are_quicker_in_a_sentence_than_alone_but_not_too_quick_to_read(rig: Rig) -> None:
    car = Sign(gloss="AUTO1", kind=SignKind.LEXICAL, entry="AUTO1")
    planned = plan(score(YOU, car, YOU), lexicon=lexicon.load(), rig=rig).motions
    alone = [replace(one, drawn=1.0, pace=1.0) for one in planned]
    among, slow = (assemble(rig, tuple(motions)).spans for motions in (planned, alone))
    lengths = [[end - start for _, start, end in spans] for spans in (among, slow)]
    assert 0.4 < lengths[0][1] / lengths[1][1] < 0.85
    assert min(lengths[0]) * STEP > 0.19


def test_eyes_blink_and_nothing_is_ever_frozen(rig: Rig) -> None:
    done = perform(rig, score(spell("Rathaus"), spell("Amt")))
    assert done.weights[:, done.morphs.index("eyeBlinkLeft")].max() > 0.9
    head = done.rotations[:, done.joints.index("head")]
    busy = (done.times > 0.8) & (done.times < done.duration - 0.8)
    assert np.abs(np.diff(head[busy], axis=0)).max(axis=1).min() > 0


def test_lips_close_for_m_and_round_for_u() -> None:
    face = Face(np.linspace(0, 1, 101))
    speak(face, ("m", "uː"), 0.2, 0.8)
    table = face.table(("mouthPressLeft", "mouthPucker"))
    press, pucker = table[:, 0].argmax(), table[:, 1].argmax()
    assert 0.2 <= face.times[press] < face.times[pucker] <= 0.85
    assert table[0].max() < 0.01
    assert table[-1].max() < 0.01


def test_rounded_vowels_and_schwa_each_have_a_mouth_of_their_own() -> None:
    shapes = mouth_weights()
    vowels = [mouth_shapes((sound,))[0] for sound in ("ə", "a", "oː", "ʊ", "uː", "øː", "yː")]
    for one, two in combinations(vowels, 2):
        names = shapes[one].keys() | shapes[two].keys()
        apart = [abs(shapes[one].get(m, 0) - shapes[two].get(m, 0)) for m in names]
        assert max(apart) >= 0.15, (one, two)


def test_unknown_sounds_are_passed_over() -> None:
    assert mouth_shapes(("ʘ", "a", "ˈ")) == ("open",)


def test_a_score_without_signs_or_with_an_unknown_sign_says_what_to_do(rig: Rig) -> None:
    with pytest.raises(motion.EmptyScoreError, match="KH-MOTION-02"):
        perform(rig, score())
    unknown = Sign(gloss="NOWHERE9", kind=SignKind.LEXICAL, entry="NOWHERE9")
    with pytest.raises(motion.UnknownEntryError, match="gloss_corpus"):
        perform(rig, score(unknown))


def test_the_hand_of_a_list_stays_up_while_the_item_is_signed(rig: Rig) -> None:
    listed = Sign(gloss="$LIST:2", kind=SignKind.NUMBER, text="2")
    done = perform(rig, score(listed, YOU))
    local = {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
    path = positions(rig, local, len(done.times), ("wrist.L",))[:, 0]
    held = (done.times > done.marks[0].end) & (done.times < done.marks[1].end)
    assert np.ptp(path[held], axis=0).max() < 0.03
    assert path[held][:, 1].min() > path[0, 1] + 0.05


def test_a_unit_of_time_takes_a_number_in(rig: Rig) -> None:
    def middle_finger(gloss: str) -> float:
        hours = Sign(gloss=gloss, kind=SignKind.LEXICAL, entry=gloss)
        (planned,) = plan(score(hours), lexicon=lexicon.load(), rig=rig).motions
        return float(planned.motion.tracks["R"].angles[0, DOFS.index("middle.pip")])

    assert middle_finger("STUNDE1") > middle_finger("STUNDE1:3") + 60  # degrees
    with pytest.raises(motion.UnknownEntryError):
        middle_finger("STUNDE1:8")


def test_the_head_tilts_to_a_hand_beside_it_but_not_against_what_is_written(rig: Rig) -> None:
    listening = "hamflathand hamextfingeru hampalml hamear hamtouch"
    done = motion.perform_notation(listening, rig=rig)
    mark = done.marks[0]
    at = int(np.searchsorted(done.times, (mark.start + mark.end) / 2))
    right = done.rotations[at, done.joints.index("head"), 2]
    assert np.degrees(2 * right) > 0.5  # about +Z: to the signer's right, where the hand is
    times = np.linspace(0, 12, 301)
    free, bound = Face(times), Face(times)
    bound.bound[:] = 1.0
    for face in (free, bound):
        accompany.weight(face, np.random.default_rng(3), [1.5 * k for k in range(1, 8)])
    assert 0.5 < np.degrees(np.abs(free.torso).max()) < 3.0
    assert np.abs(bound.torso).max() < 0.3 * np.abs(free.torso).max()
    assert np.abs(free.torso[[0, -1]]).max() < 1e-6  # sentences join


@pytest.mark.parametrize(
    ("word", "sounds"), [("Auto", ("aʊ", "t", "oː")), ("Haus", ("h", "aʊ", "s"))]
)
def test_the_first_vowel_of_a_word_is_at_its_height_within_the_stroke(
    rig: Rig, word: str, sounds: tuple[str, ...]
) -> None:
    sign = Sign(gloss="AUTO1", kind=SignKind.LEXICAL, entry="AUTO1", mouthing=word)
    done = motion.perform(score(sign), lexicon=lexicon.load(), rig=rig, pronounce=lambda _: sounds)
    mark = done.marks[0]
    times = np.arange(0, done.duration, 0.01)
    jaw = [done.sample(at)[1][done.morphs.index("jawOpen")] for at in times]
    assert mark.start < times[int(np.argmax(jaw))] < mark.end
