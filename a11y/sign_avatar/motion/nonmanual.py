"""Non-manual spans → curves of head, brows, gaze, eyes, torso, cheeks and mouth.

Every span has an onset before its first sign and a release after its last one. Which value means
what: Pfau & Quer 2010 (nonmanuals in sign languages), SIGN-HUB grammar of DGS, Prosody.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.face import Face, envelope
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.score import Tier

_DEG = np.pi / 180


def _both(**weights: float) -> dict[str, float]:
    """The same weights left and right."""
    return {f"{name}{side}": w for name, w in weights.items() for side in ("Left", "Right")}


_BROWS = {
    "raised": {"browInnerUp": 1.0, **_both(browOuterUp=0.95, eyeWide=0.4)},
    "lowered": {
        # The outer ends stay up: brows that come down along their whole length look worried.
        **_both(browDown=1.0, browOuterUp=0.35, eyeSquint=0.36, noseSneer=0.2),
    },
}
_EYES = {
    "closed": _both(eyeBlink=1.0),
    "wide": _both(eyeWide=1.0, browOuterUp=0.2),
    "squint": _both(eyeSquint=1.0, cheekSquint=0.6, browDown=0.25, eyeBlink=0.12),
}
_MOUTH = {
    "corners-down": {**_both(mouthFrown=1.0), "mouthShrugLower": 0.5},
    "corners-up": _both(mouthSmile=0.55, cheekSquint=0.2),
    "puff": {"cheekPuff": 0.8, "mouthPucker": 0.1},
    "pursed": {"mouthPucker": 0.85, "mouthFunnel": 0.15},
    "teeth": {**_both(mouthStretch=0.6, mouthLowerDown=0.6, mouthUpperUp=0.5), "jawOpen": 0.03},
    "open": {"jawOpen": 0.42, "mouthFunnel": 0.2},
    "tongue": {"jawOpen": 0.24, "tongueOut": 1.0},
}
_CHEEKS = {
    "puffed": {"cheekPuff": 1.0},
    "sucked": {"mouthPucker": 0.7, **_both(mouthDimple=1.0)},
}
# Where loci lie for the eyes: degrees to the signer's left and up.
LOOKS = {
    "viewer": (0.0, 0.0),
    "down": (0.0, -24.0),
    "hands": (0.0, -20.0),
    "3a": (-26.0, -8.0),
    "3b": (26.0, -8.0),
    "3c": (-38.0, -6.0),
    "3d": (38.0, -6.0),
    "3e": (0.0, -12.0),
}
_SHAKE = 15 * _DEG  # to each side at first
_LONG_SHAKE = 2.6  # seconds
_NODS = 1.25  # seconds in which a head nods at most: twice
AFTER = 0.02  # seconds after the last hold of a phrase at which lids begin to close
_ONSET = {
    Tier.BROWS: (0.22, 0.26),
    Tier.HEAD: (0.20, 0.28),
    Tier.GAZE: (0.14, 0.20),
    Tier.EYES: (0.12, 0.16),
    Tier.TORSO: (0.32, 0.40),
    Tier.CHEEKS: (0.12, 0.14),
    Tier.MOUTH: (0.12, 0.16),
}


def apply(face: Face, tier: Tier, value: str, start: float, end: float) -> None:
    """Put one span from ``start`` to ``end`` (seconds of its first stroke and last hold)."""
    onset, release = _ONSET[tier]
    curve = envelope(face.times, start, end, onset, release)
    if tier in (Tier.HEAD, Tier.TORSO):
        face.bound = np.maximum(face.bound, curve)
    if tier is Tier.BROWS:
        face.add(_BROWS[value], curve)
    elif tier is Tier.HEAD:
        _head(face, value, start, end, curve)
    elif tier is Tier.GAZE:
        look(face, value, curve)
    elif tier is Tier.EYES:
        if value == "blink":
            blink(face, end + AFTER)  # it stands at the right edge of its phrase
        else:
            face.highest(_EYES[value], curve)
    elif tier is Tier.TORSO:
        _torso(face, value, curve)
    elif tier is Tier.CHEEKS:
        face.highest(_CHEEKS[value], curve)
    else:
        face.highest(_MOUTH[value], curve)


def _head(face: Face, value: str, start: float, end: float, curve: Array) -> None:
    times = face.times
    length = max(end - start, 0.3)
    if value == "shake":
        phase, wide = _shaking(times, start, length)
        face.head[:, 1] += _SHAKE * wide * curve * np.sin(phase)
        face.head[:, 0] += 1.5 * _DEG * curve
    elif value == "nod":
        # At the end of a long span, as where a word is spelled: a head that goes on nodding says
        # nothing more, and nobody could read lips on it.
        since = max(start, end - _NODS)
        beats = max(1.0, np.round(1.6 * (end - since)))
        phase = 2 * np.pi * beats * np.clip((times - since) / max(end - since, 0.3), 0, 1)
        face.head[:, 0] += 9 * _DEG * curve * (1 - np.cos(phase)) / 2
    elif value in ("tilt-left", "tilt-right"):
        face.head[:, 2] += (9 if value == "tilt-right" else -9) * _DEG * curve
    elif value in ("turn-left", "turn-right"):
        face.head[:, 1] += (20 if value == "turn-left" else -20) * _DEG * curve
        face.eyes[:, 0] += (15 if value == "turn-left" else -15) * _DEG * curve
    elif value == "forward":
        face.jut += 12 * _DEG * curve
        face.head[:, 0] += 3 * _DEG * curve
        face.torso[:, 0] += 4 * _DEG * curve
    elif value == "back":
        face.head[:, 0] -= 6 * _DEG * curve
        face.torso[:, 0] -= 2.5 * _DEG * curve


def _shaking(times: Array, start: float, length: float) -> tuple[Array, Array]:
    """(T,) phase of a head shake, (T,) share of its width: about two a second, whole half periods,
    so that the head ends where it began, the first the widest. Over a long span, as where a word is
    spelled, the head goes on slowly and a little only, until the last sign: nobody could read lips
    on it otherwise."""
    end = start + length
    going_on = envelope(times, start + 1.4, end - 1.2, 0.5, 0.5) * (length > _LONG_SHAKE)
    fading = 1 - 0.35 * np.clip((times - start) / length, 0, 1)
    rate = 2.0 * (1 - 0.4 * going_on)
    beats = np.concatenate([[0.0], np.cumsum((rate[1:] + rate[:-1]) / 2 * np.diff(times))])
    first, last = (float(np.interp(at, times, beats)) for at in (start - 0.1, end + 0.15))
    whole = max(1.5, np.round((last - first) * 2) / 2)
    phase = 2 * np.pi * (beats - first) * whole / (last - first)
    return phase, fading * (1 - 0.6 * going_on)


def _torso(face: Face, value: str, curve: Array) -> None:
    axis, amount = {
        "forward": (0, 7.0),
        "back": (0, -5.0),
        "left": (2, -6.0),
        "right": (2, 6.0),
    }[value]
    face.torso[:, axis] += amount * _DEG * curve
    face.head[:, axis] -= 0.5 * amount * _DEG * curve


def look(face: Face, value: str, curve: Array) -> None:
    """Eyes to a place; the head goes a third of the way."""
    left, up = LOOKS[value]
    face.eyes[:, 0] += left * _DEG * curve
    face.eyes[:, 1] += up * _DEG * curve
    if value != "viewer":
        face.elsewhere = np.maximum(face.elsewhere, curve)
    face.head[:, 1] += 0.33 * left * _DEG * curve
    face.head[:, 0] -= 0.30 * up * _DEG * curve


def blink(face: Face, time: float, *, length: float = 0.24) -> None:
    """Lids shut in a third of the time and open in the rest."""
    curve = envelope(
        face.times, time + 0.30 * length, time + 0.42 * length, 0.30 * length, 0.58 * length
    )
    face.highest(_both(eyeBlink=1.0), curve)
