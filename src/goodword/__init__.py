"""Goodword keeps a customer service policy alive."""
