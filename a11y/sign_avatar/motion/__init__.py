"""Score → motion: placement, inverse kinematics, timing, face and mouthing.

>>> from a11y.sign_avatar import body, lexicon, motion
>>> performance = motion.perform(sentence, lexicon=lexicon.load(), rig=body.load_rig())
"""

from a11y.sign_avatar.motion.errors import (
    EmptyScoreError,
    MotionError,
    NotationInEntryError,
    UnknownEntryError,
)
from a11y.sign_avatar.motion.perform import perform, perform_notation, rest

__all__ = [
    "EmptyScoreError",
    "MotionError",
    "NotationInEntryError",
    "UnknownEntryError",
    "perform",
    "perform_notation",
    "rest",
]
