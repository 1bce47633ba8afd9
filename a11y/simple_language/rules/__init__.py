"""The rules. Metadata and examples stand in ``data/rules/*.yaml``; each module here holds the
evaluate functions of one kind and is named like its YAML file."""

from __future__ import annotations

from a11y.simple_language.rules.registry import load

__all__ = ["load"]
