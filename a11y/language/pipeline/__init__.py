"""The statistical part: our own small spaCy pipeline, or another one named in the settings."""
