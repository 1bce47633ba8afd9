"""English passages: shown on the screen as they are; German signs would make nonsense of them."""

from __future__ import annotations

from a11y.sign_avatar.glossing.rendering import shown
from a11y.sign_avatar.glossing.scene import Draft, Scene

_ENGLISH = frozenset(
    {"the", "of", "and", "to", "is", "are", "your", "you", "for", "with", "please", "this", "that",
     "not", "be", "have", "has", "will", "can", "our", "from", "by", "or", "if", "when", "must",
     "at", "as", "it", "do", "does", "we", "they", "their", "which", "who", "how", "what", "where",
     "bring", "need", "may", "more", "about", "on", "an"}
)  # fmt: skip
_GERMAN = frozenset(
    {"der", "die", "das", "den", "dem", "des", "und", "ist", "sind", "sie", "ihr", "ihre", "für",
     "mit", "bitte", "nicht", "ein", "eine", "einen", "oder", "wenn", "von", "zu", "im", "am",
     "auf", "bei", "aus", "wir", "es", "auch", "nach", "zum", "zur", "werden", "wird"}
)  # fmt: skip
_LEAST = 2
_SHARE = 0.3


def is_english(scene: Scene, tokens: range) -> bool:
    """Whether a sentence has English small words, at least two, and hardly a German one."""
    words = [scene.token(index).text.lower() for index in tokens]
    words = [word for word in words if word.isalpha()]
    english = sum(word in _ENGLISH for word in words)
    german = sum(word in _GERMAN for word in words)
    return english >= _LEAST and english >= _SHARE * len(words) and german < english / 2


def shown_whole(scene: Scene, tokens: range) -> list[Draft]:
    """The sentence as text on the screen, with "look" on the hands."""
    scene.fire("FOREIGN-SHOWN")
    start, end = scene.token(tokens.start).span[0], scene.token(tokens.stop - 1).span[1]
    text = " ".join(scene.analysis.text[start:end].split())
    every = tuple(tokens)
    look = scene.optional("sehen", every, "symbol")
    return [*look, *(Draft(sign=sign, tokens=every) for sign in shown(text).signs)]
