"""Principles: where the policy leaves room for judgment."""

from goodword.decision.evaluate import applies
from goodword.decision.matter import Matter
from goodword.decision.naming import slug, words_of
from goodword.policy.policy import Policy
from goodword.policy.situation import Principle

_SMALL = frozenset({"to", "it", "is", "on", "in", "of", "and", "for", "use", "be", "that", "this"})


def principles(policy: Policy) -> tuple[Principle, ...]:
    """Return the policy's principles, in document order."""
    return policy.of_kind(Principle)


def principle_for(matter: Matter) -> Principle | None:
    """Return the principle that speaks of the action in its own words, if there is one.

    Every word of the action that carries meaning must stand in the principle: anything looser
    would stretch a principle over what its author did not mean.
    """
    wanted = {word for word in words_of(matter.action) if word not in _SMALL}
    if not wanted:
        return None
    return next(
        (
            one
            for one in principles(matter.policy)
            if wanted <= set(words_of(one.words)) and applies(one, matter.facts) is True
        ),
        None,
    )


def broken_rail(matter: Matter, principle: Principle) -> str | None:
    """Return the first guard-rail that the facts say does not hold."""
    return next(
        (rail for rail in principle.guard_rails if matter.facts.values.get(slug(rail)) is False),
        None,
    )
