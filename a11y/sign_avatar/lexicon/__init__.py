"""The gloss corpus: which signs there are and which one renders a word, letter or number."""

from a11y.sign_avatar.lexicon.errors import LexiconError, NoSuchSignError, Problem
from a11y.sign_avatar.lexicon.load import Lexicon, load
from a11y.sign_avatar.lexicon.model import Confidence, Entry, VerbClass

__all__ = [
    "Confidence",
    "Entry",
    "Lexicon",
    "LexiconError",
    "NoSuchSignError",
    "Problem",
    "VerbClass",
    "load",
]
