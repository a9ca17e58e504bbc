"""What the evidence says: vitals, results and the review."""
