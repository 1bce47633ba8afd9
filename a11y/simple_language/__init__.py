"""Ordinary German made easier, rule by rule; every change says why.

Doors: ``suggest`` (what is hard, for an editor), ``simplify`` (what can be mended unattended),
``readability`` (figures).
"""

from __future__ import annotations

from a11y.simple_language.model import Level, Simplified, Suggestion
from a11y.simple_language.readability import Readability, readability
from a11y.simple_language.simplify import simplify, suggest

__all__ = [
    "Level",
    "Readability",
    "Simplified",
    "Suggestion",
    "readability",
    "simplify",
    "suggest",
]
