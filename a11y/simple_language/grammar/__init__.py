"""What German grammar shows of a sentence: phrases, subject, verbs and fields, and their forms."""
