"""Worked examples of clauses, and the examples that a policy gives of itself."""
