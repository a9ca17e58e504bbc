"""Turning the outside world into one message, and back."""
