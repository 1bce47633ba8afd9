"""Mouthing: the German word as the lips form it, on the face's morphs, within the sign's time.

Sounds come from a pronouncer (``a11y.language.pronounce``); each is a mouth shape with a time and
a strength, and neighbouring shapes blend by their strength (dominance functions, Cohen & Massaro
1993), so lips already round for the u while the s is still spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from a11y.sign_avatar.motion.face import Face, envelope
from a11y.sign_avatar.motion.rotations import Array

Pronounce = Callable[[str], tuple[str, ...]]
_SECONDS_PER_SOUND = 0.105
_VOWELS = "aɑɐɛeæiɪɔɒoʊuœøʏyə"
_MARKS = str.maketrans("", "", "ˈˌ.'‿͡ ̯̩̥̃ʰ")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Any], dict[str, str], dict[str, list[str]]]:
    data = yaml.safe_load(Path(__file__).with_name("visemes.yaml").read_text(encoding="utf-8"))
    sounds = {sound: name for name, group in data["sounds"].items() for sound in group}
    return data["classes"], sounds, data["compound_sounds"]


def mouth_shapes(sounds: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the mouth shapes for a word's sounds; unknown marks are passed over."""
    _, classes, compounds = _table()
    out: list[str] = []
    for sound in sounds:
        for part in compounds.get(sound, [sound]):
            plain = part.translate(_MARKS)
            name = classes.get(part) or classes.get(plain) or classes.get(plain.rstrip("ː"))
            if name is None and plain:
                name = classes.get(plain[0])
            if name is not None:
                out.append(name)
    return tuple(out)


def mouth_weights() -> dict[str, dict[str, float]]:
    """Mouth shape → morph → weight."""
    return {name: dict(shape["morphs"]) for name, shape in _table()[0].items()}


def natural_time(sounds: tuple[str, ...]) -> float:
    """Seconds that a word's mouthing needs at an easy pace."""
    classes, _, _ = _table()
    shares = [0.55 + 0.6 * float(classes[name]["duration"]) for name in mouth_shapes(sounds)]
    return _SECONDS_PER_SOUND * sum(shares)


def before_vowel(sounds: tuple[str, ...]) -> float:
    """Seconds at an easy pace that the consonants before a word's first vowel take."""
    consonants = tuple(takewhile(lambda sound: sound[:1] not in _VOWELS, sounds))
    return natural_time(consonants)


def moments(sounds: tuple[str, ...], start: float, end: float) -> tuple[float, ...]:
    """Seconds at which each of ``mouth_shapes`` is at its height, as ``speak`` forms them."""
    edges = _edges(mouth_shapes(sounds), start, end)
    return tuple(float(at) for at in (edges[1:] + edges[:-1]) / 2)


def _edges(shapes: tuple[str, ...], start: float, end: float) -> Array:
    """(S + 1,) seconds at which one mouth shape gives way to the next."""
    classes, _, _ = _table()
    lengths = np.array([0.55 + 0.6 * classes[name]["duration"] for name in shapes])
    return np.asarray(
        start + np.concatenate([[0.0], np.cumsum(lengths)]) / lengths.sum() * (end - start)
    )


def speak(face: Face, sounds: tuple[str, ...], start: float, end: float) -> None:
    """Form the sounds between ``start`` and ``end`` (seconds), lips neutral before and after."""
    shapes = mouth_shapes(sounds)
    if not shapes or end <= start:
        return
    classes, _, _ = _table()
    edges = _edges(shapes, start, end)
    centres, widths = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
    times = face.times
    strengths = np.array([classes[name]["dominance"] for name in shapes])
    distance = np.abs(times[:, None] - centres) / np.maximum(widths, 0.03)
    influence = strengths * np.exp(-2.3 * distance**1.7)
    total = influence.sum(axis=1) + 0.05
    onset = 0.09
    whole = envelope(times, start, end, onset, 0.12)
    names = {morph for name in shapes for morph in classes[name]["morphs"]}
    for morph in sorted(names):
        weights = np.array([classes[name]["morphs"].get(morph, 0.0) for name in shapes])
        face.add({morph: 1.0}, whole * (influence @ weights) / total)
