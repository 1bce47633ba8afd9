"""The feedback mechanism (BITV 2.0 § 7 (2))."""
