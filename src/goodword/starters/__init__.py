"""Ready-made policies, one a sector, and the questions that lead to one of your own."""

from goodword.starters.starter import Starter, starter, starters

__all__ = ["Starter", "starter", "starters"]
