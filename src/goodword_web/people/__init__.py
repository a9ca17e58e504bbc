"""Staff, access levels, customers, and the append-only log of who did what."""
