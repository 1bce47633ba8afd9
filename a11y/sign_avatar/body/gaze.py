"""How far eyes are turned when the lids' morphs stand at 1: what body builds and motion plays."""

LOOK_DOWN, LOOK_UP, LOOK_ASIDE = 30.0, 25.0, 35.0
"""Degrees for eyeLookDown…, eyeLookUp…, and eyeLookIn… and eyeLookOut…."""
