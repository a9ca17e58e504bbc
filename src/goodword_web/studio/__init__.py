"""Where the policy is read, changed and published."""
