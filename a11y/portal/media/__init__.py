"""Rendered videos, their captions and pictures."""
