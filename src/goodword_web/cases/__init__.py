"""Cases: what customers brought, what happened, and what the promises say of it."""
