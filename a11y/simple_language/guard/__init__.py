"""The guard: a rewrite may change words, never what the text promises, demands or forbids.

It reads letters only, so that a mistake of the analysis cannot hide a loss from it. ``losses``
compares two texts; the other modules know what can be lost or turned round inside a sentence.
"""

from a11y.simple_language.guard.losses import GERMAN, Breach, Loss, breaches, vanished

__all__ = ["GERMAN", "Breach", "Loss", "breaches", "vanished"]
