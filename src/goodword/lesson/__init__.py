"""What is taught: questions whose keys the policy itself answers."""
