"""The statistical part: our own small spaCy pipeline, or another one named in the settings."""

from a11y.language.pipeline import spacy_import

spacy_import.lean()  # before any module of this package imports spaCy
