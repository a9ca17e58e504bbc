"""Loaders and column maps: exports of other systems read as cases."""
