"""JSON for other programs, version 1."""
