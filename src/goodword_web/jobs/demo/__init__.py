"""The demonstration business: eight invented weeks, made by running the very same actions."""

from goodword_web.jobs.demo.seed import SignIn, seed

__all__ = ["SignIn", "seed"]
