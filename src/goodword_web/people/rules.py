"""Rules about people that need no rows."""

import secrets

# Deeds that only whoever did them sees in the log: nobody's practising is anybody else's business.
ONES_OWN = frozenset({"answer_lesson"})
# No 0, o, 1, l or i: these are read from a screen and typed.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Return a password of 16 characters (79 bits) in groups of four."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4)]
    return "-".join(groups)
