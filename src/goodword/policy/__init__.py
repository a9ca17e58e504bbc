"""The typed model of a policy: frozen values with no behaviour beyond their own invariants."""
