"""Two joined statements, told as two sentences with what they share."""
