"""Ordinary German made easier, rule by rule; every change says why.

Doors: ``condense`` (a whole easy version, a draft for an editor), ``shorten`` (a shorter one, the
Kurzfassung), ``simplify`` (what can be mended unattended), ``suggest`` (what is hard, place by
place), ``readability`` (figures).
"""

from __future__ import annotations

from a11y.simple_language.model import Level, Simplified, Suggestion
from a11y.simple_language.readability import Readability, readability
from a11y.simple_language.simplify import condense, shorten, simplify, suggest

__all__ = [
    "Level",
    "Readability",
    "Simplified",
    "Suggestion",
    "condense",
    "readability",
    "shorten",
    "simplify",
    "suggest",
]
