"""Where the owner keeps the house: the team, the log, and erasure."""
