"""What head and trunk do beside the hands without being told to.

They go a little with them, the head turns and tilts towards a hand at its side, and the weight
shifts now and then in longer sentences. All of it is small and gives way where the score has a
movement of head or trunk (``Face.bound``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.face import Face, envelope
from a11y.sign_avatar.motion.kinematics import SIDES, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.state import Track, smooth
from a11y.sign_avatar.motion.transitions import rest_state

_LEADS = 0.10  # seconds that the head is there before the hands
_TILT = np.radians(3.5)  # towards a hand at the side of the head
_BESIDE = 0.09  # metres from the middle at which a hand is quite at its side
_GIVES = 0.8  # how far all this gives way to what is written
_WEIGHT = np.radians([0.6, 1.6, 1.7])  # forward, turn, to the side: of a shift of weight at most
_STANDS = (3.2, 6.0)  # seconds between two shifts
_SHIFTING = 0.9  # seconds that one takes


def hands(
    rig: Rig, face: Face, tracks: dict[str, Track], rng: np.random.Generator, *, rate: float
) -> None:
    """The trunk takes a small share in far reaches; the head goes a little with the hands and
    towards one that is at its side. tracks: one sample for each of the face's times."""
    body = skeleton(rig)
    free = 1 - _GIVES * face.bound
    lean = np.zeros(len(face.times))
    turn = np.zeros(len(face.times))
    beside = np.zeros(len(face.times))
    for side in SIDES:
        one, wrist = arm(rig, side), tracks[side].wrist
        reach = (one.upper_length + one.lower_length) * 0.90
        away = wrist - body.head(f"upperarm01.{side}")
        over = np.clip(np.linalg.norm(away, axis=1) - reach, 0, 0.25) / 0.25
        forward = away[:, 2] / np.maximum(np.linalg.norm(away, axis=1), 1e-6)
        lean = np.maximum(lean, over * np.clip(forward, 0, 1))
        crossing = np.clip(-one.outward * away[:, 0] - 0.10, 0, 0.3) / 0.3
        turn += one.outward * -1.0 * np.radians(5.0) * crossing
        beside -= tracks[side].head * np.clip(wrist[:, 0] / _BESIDE, -1, 1)
    sigma = 0.12 * rate
    rise = rest_state(rig, "R").wrist[1]
    busy = np.clip((tracks["R"].wrist[:, 1] - rise) / 0.15, 0, 1)
    mean = (tracks["R"].wrist[:, 0] + tracks["L"].wrist[:, 0]) / 2 * busy
    face.torso[:, 0] += free * smooth(np.radians(9.0) * lean, sigma)
    face.head[:, 0] -= free * smooth(np.radians(5.0) * lean, sigma)
    face.torso[:, 1] += free * smooth(turn, sigma)
    # The head is there a little before the hands, and dips where they go low.
    ahead = np.minimum(np.arange(len(mean)) + round(_LEADS * rate), len(mean) - 1)
    sideways = np.radians(9.0) * np.clip(mean, -0.35, 0.35)
    face.head[:, 1] += free * smooth(sideways[ahead], 1.5 * sigma)
    tilt = _TILT * rng.uniform(0.7, 1.2)
    face.head[:, 2] += free * smooth(tilt * beside[ahead], 1.5 * sigma)
    height = np.maximum(tracks["R"].wrist[:, 1], tracks["L"].wrist[:, 1]) - rise
    low = busy * np.clip(1 - height / 0.22, 0, 1)
    face.head[:, 0] += free * smooth(np.radians(3.5) * low[ahead], 1.5 * sigma)


def weight(face: Face, rng: np.random.Generator, ends: Sequence[float]) -> None:
    """In longer sentences the weight goes from one foot to the other now and then, between two
    signs; the head stays upright. ends: where signs end, seconds."""
    times = face.times
    last = float(times[-1])
    way = np.zeros((len(times), 3))
    now, side = np.zeros(3), rng.choice([-1.0, 1.0])
    due = rng.uniform(*_STANDS) * 0.6
    for end in [*ends[:-1], last - _SHIFTING - 0.2]:
        leaving = end > last - _SHIFTING - 0.3
        if (end < due or last - end < 2 * _SHIFTING) and not leaving:
            continue
        goal = np.zeros(3) if leaving else _WEIGHT * rng.uniform(0.5, 1.0, 3) * [1.0, side, side]
        way += ease((times - end + 0.1) / _SHIFTING)[:, None] * (goal - now)
        now, side, due = goal, -side, end + rng.uniform(*_STANDS)
    whole = envelope(times, 0.4, last - 0.3, 0.3, 0.25)
    way *= (whole * (1 - _GIVES * face.bound))[:, None]
    face.torso += way
    face.head[:, 1:] -= 0.7 * way[:, 1:]
