"""Wake-ups and the outbox: the only timers there are."""
