"""A case and what happened to it."""
