"""Traps that real exports hold, each looked for over all rows of a file."""
