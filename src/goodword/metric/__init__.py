"""Numbers that stand for many cases, each with its n, its interval and its verdict."""
