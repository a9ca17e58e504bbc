"""Where the team works: what is due, one case, and what the policy says."""
