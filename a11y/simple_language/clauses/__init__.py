"""A subordinate clause and its main clause, told as two sentences."""
