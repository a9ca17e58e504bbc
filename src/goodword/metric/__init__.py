"""What is measured, and what may be said of it."""
