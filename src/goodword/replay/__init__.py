"""What became of the promises on past cases: histories judged under versions of a policy."""
