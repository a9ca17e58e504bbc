"""Where the team practises, each for themselves."""
