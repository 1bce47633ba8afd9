"""The editors' workplace: suggestions, gloss line, preview, release."""
