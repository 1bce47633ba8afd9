"""Klarhand: easy German, German Sign Language and audits for barrier-free city portals."""
