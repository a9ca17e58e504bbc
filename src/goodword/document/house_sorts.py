"""Of what sort a rule in the author's words is: a way to reach us, opening times, who gets what."""

from collections.abc import Mapping

from goodword.language.normal import normal
from goodword.language.pack import ENGLISH

# What has readers of its own; a rule that was left to its author's words is none of them.
_RUN = frozenset({"prose", "almost", "promise", "authority", "escalation"})
# All that is rarer than the kinds the words are weighed for.
_RARE = "other"
# From what share of the weight of all rules on a sort is named.
NAMED = 0.4
# From what share on the rarer sorts are looked for first.
LOOKED_FOR = 0.2
# The rarer sorts in the order in which their words are looked for, and those that what stands above
# a line may name.
_IN_ORDER = (
    "survey",
    "training",
    "retention",
    "pause",
    "term",
    "review",
    "publication",
    "hours",
    "channel",
    "stage",
)
_ABOVE = ("channel", "hours", "pause", "stage", "term")


def sort_of(shares: Mapping[str, float], text: str, heading: str, context: str) -> str:
    """Return the sort that the weighed words speak for; empty where they leave it open."""
    likely = {name: share for name, share in shares.items() if name not in {"prose", "almost"}}
    live = sum(likely.values())
    best = max(likely, key=lambda one: (likely[one], one), default="")
    if not live or best in _RUN or likely[best] / live < NAMED:
        return ""
    if likely.get(_RARE, 0) / live >= LOOKED_FOR:
        found = _named(normal(text), normal(heading), normal(context))
        if found or best == _RARE:
            return found
    return "cap" if best == "prohibition" and is_most(normal(text)) else best


def is_most(low: str) -> bool:
    """Whether words bound how much there is: what they forbid is only to go beyond it."""
    return ENGLISH.pattern("house.most").search(low) is not None


def _named(low: str, heading: str, context: str) -> str:
    """Return the rarer sort that words name; those above a line may name some of them."""
    for words, sorts in ((low, _IN_ORDER), (f"{heading} {context}", _ABOVE)):
        for sort in sorts:
            if ENGLISH.pattern(f"house.{sort}").search(words) is not None:
                return sort
    return ""
