"""Bringing the policy back with the evidence in hand."""
