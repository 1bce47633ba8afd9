"""Rebuild the German pipeline from openly licensed gold trees: ``a11y language train``."""
