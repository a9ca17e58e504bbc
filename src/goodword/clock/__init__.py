"""A promise running on a case: one clock, a million clocks, and why."""
