"""German clause → DGS score: manual signs in DGS order, non-manual spans, nothing lost.

Doors: ``gloss`` and ``explain``. How it works: ``docs/glossing.md``.
"""

from a11y.sign_avatar.glossing.explanation import Aligned, ExplainedSentence
from a11y.sign_avatar.glossing.translate import explain, gloss

__all__ = ["Aligned", "ExplainedSentence", "explain", "gloss"]
