"""The clause layer: topological fields → clauses, verb complexes, participants, adverbials."""
