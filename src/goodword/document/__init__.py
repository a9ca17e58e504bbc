"""Text to policy and back."""
