"""Working time as one order-preserving map of wall time."""
