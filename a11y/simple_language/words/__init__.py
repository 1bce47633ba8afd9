"""Easier words: which one there is, whether it fits here, and its form in the sentence."""
